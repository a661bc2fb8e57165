"""The look as values: one colour table, one scale, and who is told when they change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

# name: (light, dark). The uses and the measured contrasts are in docs; screens know only the names.
COLOURS: dict[str, tuple[str, str]] = {
    "page": ("#FFFFFF", "#1D2024"),
    "chrome": ("#F4F5F7", "#17191C"),
    "sunken": ("#F7F8FA", "#22262B"),
    "canvas": ("#E6E8EC", "#121416"),
    "line": ("#E1E4E8", "#33383F"),
    "ctl": ("#C4CAD2", "#4A515B"),
    "field": ("#828A95", "#7C8592"),
    "text": ("#1B1F24", "#E7E9EC"),
    "text2": ("#555E69", "#AEB5BF"),
    "text3": ("#646D78", "#949DA8"),
    "accent": ("#2457A6", "#356EC8"),
    "accentText": ("#2457A6", "#8DB4F2"),
    "onAccent": ("#FFFFFF", "#FFFFFF"),
    "tint": ("#E8EFF9", "#25344B"),
    "tint2": ("#D5E2F4", "#2E4366"),
    "red": ("#B3261E", "#F39A92"),
    "amber": ("#8A5A00", "#E2B457"),
    "green": ("#18742F", "#74C98A"),
    "amberT": ("#FBF2DF", "#362D1A"),
    "redT": ("#FBEDEB", "#3A2422"),
    "greenT": ("#E8F5EC", "#1F3226"),
}

# High contrast: hairlines and outlines become visible by themselves, second text becomes content.
_CONTRAST: dict[str, tuple[str, str]] = {
    "page": ("#FFFFFF", "#000000"),
    "chrome": ("#FFFFFF", "#000000"),
    "sunken": ("#FFFFFF", "#000000"),
    "line": ("#6B7280", "#9AA3AE"),
    "ctl": ("#2B3036", "#E7E9EC"),
    "field": ("#1B1F24", "#FFFFFF"),
    "text": ("#000000", "#FFFFFF"),
    "text2": ("#1B1F24", "#F4F5F7"),
    "text3": ("#2B3036", "#E1E4E8"),
    "accent": ("#123C80", "#356EC8"),
    "accentText": ("#123C80", "#A9C8FA"),
    "red": ("#8E1710", "#FFB4AD"),
    "amber": ("#684300", "#FFD27A"),
    "green": ("#0C5A20", "#96E5AA"),
}

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: dark or light, text scale 1.0 to 2.0, high contrast or not."""

    dark: bool = False
    scale: float = 1.0
    contrast: bool = False

    def px(self, length: float) -> int:
        """A length in logical pixels at 100 % as whole pixels at this scale."""
        return int(length * self.scale + 0.5)

    def hex(self, name: str) -> str:
        """The colour `name` as #RRGGBB."""
        pair = _CONTRAST.get(name) if self.contrast else None
        return (pair or COLOURS[name])[self.dark]

    def color(self, name: str) -> QColor:
        """The colour `name` of the table; KeyError for a name that is not in it."""
        return QColor(self.hex(name))

    def font(self, size: float = 14, weight: int = 400) -> QFont:
        """The text font at `size` logical px and weight 400, 500 (or 700 on printed sheets only)."""
        font = QFont(QApplication.font())
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def palette(self) -> QPalette:
        """What the style sheet leaves to the palette: placeholder, selection, tooltip, menus, delegates."""
        role = QPalette.ColorRole
        names = {
            role.Window: "page",
            role.WindowText: "text",
            role.Base: "page",
            role.AlternateBase: "sunken",
            role.Text: "text",
            role.Button: "page",
            role.ButtonText: "text",
            role.BrightText: "onAccent",
            role.Highlight: "accent",
            role.HighlightedText: "onAccent",
            role.Link: "accentText",
            role.LinkVisited: "accentText",
            role.PlaceholderText: "text3",
            role.ToolTipBase: "page",
            role.ToolTipText: "text",
            role.Light: "page",
            role.Midlight: "line",
            role.Mid: "ctl",
            role.Dark: "field",
            role.Shadow: "line",
            role.Accent: "accent",
        }
        palette = QPalette()
        for where, name in names.items():
            palette.setColor(where, self.color(name))
        for where in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, where, self.color("text3"))
        return palette


class ThemeHolder(QObject):
    """The theme now shown by one application; a child of the QApplication, found with `holder()`."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("ThemeHolder")
        self.theme = Theme()
        self.fonts_loaded = False
        self.styled = False


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("a QApplication must exist before widgets are made")
    return app


def holder() -> ThemeHolder:
    """The holder attached to the application (made with the default look if `apply` was not called)."""
    app = _application()
    found = app.property("themeHolder")
    if isinstance(found, ThemeHolder):
        return found
    made = ThemeHolder(app)
    app.setProperty("themeHolder", made)
    return made


def current() -> Theme:
    """The theme now shown; painted widgets and delegates ask at each paint."""
    return holder().theme


def follow(relay: Callable[[], None]) -> None:
    """Call `relay` (a widget's bound method) now, and again after each change of theme or scale.

    The connection ends with the widget.
    """
    holder().changed.connect(relay)
    relay()
