"""Puts a look on the whole program: fonts, palette and style sheet from one `Theme`."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from station_desk import paths
from station_desk.ui import sheet
from station_desk.ui.look import COLOURS, SCALES, Theme, ThemeHolder, current, follow, holder

__all__ = ["COLOURS", "SCALES", "Theme", "ThemeHolder", "apply", "current", "follow", "holder", "with_scale"]

FAMILY = "Noto Sans SC"
PLAIN_STYLE = "plainStyle"
"""Property of an application that was started with Qt's plain style (`-style fusion`)."""
_FALLBACKS = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "WenQuanYi Micro Hei",
)
_FILES = ("NotoSansSC_400Regular.ttf", "NotoSansSC_500Medium.ttf")


def load_fonts() -> None:
    """Bring our Noto where the system has no Chinese font (always under the offscreen platform)."""
    keeper = holder()
    if keeper.fonts_loaded:
        return
    keeper.fonts_loaded = True
    offscreen = QApplication.platformName() in ("offscreen", "minimal")
    if not offscreen and QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return
    for name in _FILES:
        file = paths.resource("fonts") / name
        if file.exists():
            QFontDatabase.addApplicationFont(str(file))


def families() -> list[str]:
    """The families asked for, in order; the first one present is drawn."""
    return [FAMILY, *_FALLBACKS, "sans-serif"]


def apply(app: QApplication, theme: Theme) -> None:
    """Show `theme` everywhere: fonts, palette and style sheet; painted widgets are told."""
    load_fonts()
    keeper = holder()
    keeper.theme = theme
    if not keeper.styled:
        keeper.styled = True
        # Asking the application for its style costs 13 ms of start, so the one who made it says.
        if app.property(PLAIN_STYLE) is None:
            app.setStyle("Fusion")
    font = QFont()
    font.setFamilies(families())
    font.setPixelSize(theme.px(14))
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    app.setFont(font)
    app.setPalette(theme.palette())
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)
    app.setStyleSheet(sheet.build(theme))
    keeper.changed.emit()


def with_scale(theme: Theme, scale: float) -> Theme:
    """`theme` at another text size, kept within 100 to 200 %."""
    return replace(theme, scale=min(2.0, max(1.0, scale)))
