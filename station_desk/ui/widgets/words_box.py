"""A box for words of several lines, which asks for few lines and takes what room there is."""

from __future__ import annotations

from PySide6.QtCore import Property, QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from station_desk.ui import look

_LINE = 21


class WordsBox(QPlainTextEdit):
    """Property `lines`: the height asked for, and the least. Tab goes on to the next field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = 3
        self.setTabChangesFocus(True)
        look.follow(self.updateGeometry)

    def _get_lines(self) -> int:
        return self._lines

    def set_lines(self, lines: int) -> None:
        """How many lines it asks for."""
        self._lines = max(1, lines)
        self.updateGeometry()

    lines = Property(int, _get_lines, set_lines)

    def sizeHint(self) -> QSize:
        theme = look.current()
        return QSize(theme.px(240), theme.px(_LINE * self._lines + 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(120), self.sizeHint().height())
