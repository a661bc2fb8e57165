"""The panel at the right of a page: sections with a head, hairlines between, and label–value lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from station_desk.ui import look


def hairline(parent: QWidget | None = None, *, upright: bool = False) -> QFrame:
    """A line of 1 px between two things."""
    line = QFrame(parent)
    line.setProperty("part", "vline" if upright else "hairline")
    return line


class Section(QWidget):
    """A head (15 px, medium), a word at its right, a body: `add(widget)`, `add_pairs(pairs)`, `clear()`.

    With `near` the word stands right after the head instead of at the panel's edge (a count of what follows).
    """

    def __init__(
        self, parent: QWidget | None = None, title: str = "", aside: str = "", *, near: bool = False
    ) -> None:
        super().__init__(parent)
        self._title = QLabel(title, self)
        self._title.setProperty("role", "section")
        self._aside = QLabel(aside, self)
        self._aside.setProperty("role", "second")
        side = Qt.AlignmentFlag.AlignLeft if near else Qt.AlignmentFlag.AlignRight
        self._aside.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.head = QHBoxLayout()
        self.head.addWidget(self._title)
        self.head.addWidget(self._aside, 1)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addLayout(self.head)
        self._parts: list[QWidget] = []
        look.follow(self._relay)

    def _relay(self) -> None:
        self._lines.setSpacing(look.current().px(6))
        self.head.setSpacing(look.current().px(8))

    def set_title(self, title: str, aside: str = "") -> None:
        """The head and the word at its right."""
        self._title.setText(title)
        self._aside.setText(aside)

    def add(self, part: QWidget) -> None:
        """Put a widget at the end."""
        self._lines.addWidget(part)
        self._parts.append(part)

    def add_line(self, text: str, role: str = "second", tone: str = "") -> QLabel:
        """Put a line of words at the end; roles and tones of the sheet."""
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        label.setProperty("tone", tone)
        label.setWordWrap(True)
        self.add(label)
        return label

    def add_pairs(self, pairs: Sequence[tuple[str, str]], *, values_right: bool = True) -> None:
        """Lines of a grey label and its value; values at the right edge, or in a column of their own."""
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        theme = look.current()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnMinimumWidth(0, theme.px(72))
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(pairs):
            label, words = QLabel(name, box), QLabel(value, box)
            label.setProperty("role", "label")
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            side = Qt.AlignmentFlag.AlignRight if values_right else Qt.AlignmentFlag.AlignLeft
            words.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
        self.add(box)

    def clear(self) -> None:
        """Take all but the head away."""
        for part in self._parts:
            self._lines.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts.clear()


class SidePanel(QScrollArea):
    """`add(section)` puts a section below the last, with a hairline between; scrolls by itself.

    `set_ground("sunken")` for the panel of an empty page. `wide` is its width in logical px.
    """

    def __init__(self, parent: QWidget | None = None, wide: int = 272) -> None:
        super().__init__(parent)
        self.wide = wide
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._lines = QVBoxLayout(self._inside)
        self._lines.addStretch(1)
        self._parts: list[QWidget] = []
        self._above: dict[QWidget, QWidget] = {}  # the hairline above each section but the first
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = "page"
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        self._lines.setSpacing(theme.px(16))
        self.setFixedWidth(theme.px(self.wide))
        self.viewport().setAutoFillBackground(True)
        palette = self.viewport().palette()
        palette.setColor(self.viewport().backgroundRole(), theme.color(self._ground))
        self.viewport().setPalette(palette)
        self.setStyleSheet(f"SidePanel {{ background: {theme.hex(self._ground)}; }}")

    def set_ground(self, name: str) -> None:
        """The colour behind: page or sunken."""
        self._ground = name
        self._relay()

    def add(self, section: QWidget) -> None:
        """Put a section below the last one."""
        if self._parts:
            line = hairline(self._inside)
            self._lines.insertWidget(self._lines.count() - 1, line)
            self._parts.append(line)
            self._above[section] = line
            line.setHidden(section.isHidden())
            section.installEventFilter(self)
        self._lines.insertWidget(self._lines.count() - 1, section)
        self._parts.append(section)

    def take(self, section: QWidget) -> None:
        """Take a section out without ending it: it can be added again, with the cursor where it was."""
        if section not in self._parts:
            return
        line = self._above.pop(section, None)
        for part in (section, line):
            if part is not None:
                self._lines.removeWidget(part)
                self._parts.remove(part)
        if line is not None:
            section.removeEventFilter(self)
            line.hide()
            line.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A section that is hidden takes the line above it along."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            line = self._above.get(watched) if isinstance(watched, QWidget) else None
            if line is not None:
                line.setHidden(event.type() == QEvent.Type.HideToParent)
        return super().eventFilter(watched, event)

    def clear(self) -> None:
        """Take every section away."""
        self._above.clear()
        for part in self._parts:
            self._lines.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts.clear()
