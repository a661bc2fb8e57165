"""A row that breaks: its parts stand side by side while there is room, and go to the next line when not."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from station_desk.ui import look


@dataclass(frozen=True, slots=True)
class _Part:
    widget: QWidget
    stretch: int
    least: int
    last: bool


class FlowBox(QWidget):
    """`place(widget, stretch=0, least=0)` adds a part; `least` is its narrowest width in logical px.

    Extra width of a line goes to its parts by their stretch; a part with `right` goes to the line's end.
    Hidden parts take no room. As high as its lines; heights of the parts follow their size hints.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[_Part] = []
        self._across, self._down = 12, 10
        self._centred = False
        self._laying = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.follow(self.relay)

    def set_gaps(self, across: int, down: int) -> None:
        """Logical px between parts, and between lines."""
        self._across, self._down = across, down
        self.relay()

    def set_centred(self, centred: bool) -> None:
        """Parts stand on the middle of their line instead of at its top."""
        self._centred = centred
        self.relay()

    def place(self, part: QWidget, stretch: int = 0, least: int = 0, *, right: bool = False) -> None:
        """Add a part after the others."""
        self._parts.append(_Part(part, stretch, least, right))
        part.setParent(self)
        part.show()
        self.relay()

    def _width(self, part: _Part) -> int:
        if part.least:
            return max(look.current().px(part.least), part.widget.minimumSizeHint().width())
        return part.widget.sizeHint().width()

    def _lines(self, room: int) -> list[list[_Part]]:
        gap = look.current().px(self._across)
        lines: list[list[_Part]] = []
        used = 0
        for part in self._parts:
            if part.widget.isHidden():
                continue
            width = self._width(part)
            if lines and used + gap + width <= room:
                lines[-1].append(part)
                used += gap + width
            else:
                lines.append([part])
                used = width
        return lines

    def relay(self) -> None:
        """Lay the parts out at the present width and take the height they need."""
        if self._laying:
            return
        self._laying = True
        theme = look.current()
        gap, down = theme.px(self._across), theme.px(self._down)
        y = 0
        for line in self._lines(self.width()):
            widths = [min(self._width(part), self.width()) for part in line]
            spare = max(0, self.width() - sum(widths) - gap * (len(line) - 1))
            shares = sum(part.stretch for part in line)
            x = high = 0
            left = spare
            tallest = max(self._height(part.widget, width) for part, width in zip(line, widths, strict=True))
            for place, part in enumerate(line):
                if shares and part.stretch:
                    more = left if place == _last_stretched(line) else spare * part.stretch // shares
                    widths[place] += more
                    left -= more
                if part.last and not shares:
                    x += spare
                height = self._height(part.widget, widths[place])
                above = (tallest - height) // 2 if self._centred else 0
                part.widget.setGeometry(QRect(x, y + above, widths[place], height))
                x += widths[place] + gap
                high = max(high, height)
            y += high + down
        height = max(0, y - down)
        self._laying = False
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
        self.updateGeometry()

    @staticmethod
    def _height(widget: QWidget, width: int) -> int:
        wanted = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
        return max(wanted, widget.minimumHeight(), widget.minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        gap = look.current().px(self._across)
        shown = [self._width(part) for part in self._parts if not part.widget.isHidden()]
        return QSize(sum(shown) + gap * max(0, len(shown) - 1), self.height())

    def minimumSizeHint(self) -> QSize:
        shown = [self._width(part) for part in self._parts if not part.widget.isHidden()]
        return QSize(max(shown, default=0), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.relay()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.relay()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.relay()
        return done


def _last_stretched(line: list[_Part]) -> int:
    return max(place for place, part in enumerate(line) if part.stretch)
