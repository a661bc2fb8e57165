"""Marks on a matter, each an icon with its word: urgent, sensitive, asks not to be named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from station_desk.ui import look
from station_desk.ui.look import Theme
from station_desk.ui.widgets import paint


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark; the colour is never alone."""

    icon: str
    text: str
    tone: str = "text2"


def width(theme: Theme, mark: Mark) -> int:
    """How wide a mark is drawn, in pixels."""
    return paint.text_width(theme, mark.text, 13, 500) + theme.px(18)


def draw(painter: QPainter, theme: Theme, rect: QRect, marks: Sequence[Mark]) -> None:
    """Draw the marks from the left of `rect`."""
    x = rect.x()
    for mark in marks:
        paint.icon_in(
            painter, theme, mark.icon, QRect(x, rect.y(), theme.px(14), rect.height()), 14, mark.tone
        )
        wide = width(theme, mark)
        area = QRect(x + theme.px(18), rect.y(), wide - theme.px(18) + 1, rect.height())
        paint.text(painter, theme, area, mark.text, size=13, weight=500, colour=mark.tone)
        x += wide + theme.px(10)


def before(painter: QPainter, theme: Theme, rect: QRect, marks: Sequence[Mark]) -> QRect:
    """Draw the marks at the left of `rect`; returns what is left of it for the title."""
    if not marks:
        return rect
    draw(painter, theme, rect, marks)
    used = sum(width(theme, mark) + theme.px(10) for mark in marks)
    return rect.adjusted(used, 0, 0, 0)


class MarkRow(QWidget):
    """`set_marks(marks)`: the marks in one line; hidden where there are none. Read out as their words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()
        look.follow(self.updateGeometry)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks."""
        self._marks = tuple(marks)
        self.setAccessibleName("，".join(mark.text for mark in marks))
        self.setVisible(bool(marks))
        self.updateGeometry()
        self.update()

    def marks(self) -> tuple[Mark, ...]:
        """The marks shown."""
        return self._marks

    def sizeHint(self) -> QSize:
        theme = look.current()
        wide = sum(width(theme, mark) + theme.px(10) for mark in self._marks)
        return QSize(max(0, wide - theme.px(10)), theme.px(22))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw(QPainter(self), look.current(), self.rect(), self._marks)
