"""Counts as filters: one strip with dividers; a figure in the colour of its meaning, a name, a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from station_desk.ui import look
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.roving import RovingButton, RovingRow


@dataclass(frozen=True, slots=True)
class Count:
    """One cell: its key, the figure (already words: `3`, `more than 500`), a name, a second line.

    `tone` is red, amber, green or text; a cell whose figure is 0 is always drawn in text2.
    """

    key: str
    figure: str
    label: str
    second: str = ""
    tone: str = "text"
    icon: str = ""


class _CountCell(RovingButton):
    def __init__(self, row: CountStrip, count: Count, first: bool) -> None:
        super().__init__(row)
        self.count = count
        self._first = first
        self._strip = row
        self.setCheckable(True)
        self.setText(count.label)
        self.setAccessibleName(f"{count.label} {count.figure}")
        self.setAccessibleDescription(count.second)
        if count.second:
            self.setToolTip(count.second)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _left(self) -> int:
        return look.current().px(24 if self._first else 16)

    def _words_left(self) -> int:
        theme = look.current()
        return self._left() + paint.text_width(theme, self.count.figure, 28, 500) + theme.px(12)

    def second_fits(self) -> bool:
        """Whether this cell's second line fits its width whole."""
        theme = look.current()
        return (
            self._words_left() + paint.text_width(theme, self.count.second, 13) + theme.px(8) <= self.width()
        )

    def sizeHint(self) -> QSize:
        theme = look.current()
        return QSize(self.minimumSizeHint().width() + theme.px(24), theme.px(self._strip.tall()))

    def minimumSizeHint(self) -> QSize:
        theme = look.current()
        width = self._words_left() + paint.text_width(theme, self.count.label, 14, 500) + theme.px(4)
        return QSize(width + (theme.px(20) if self.count.icon else 0), theme.px(self._strip.tall()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        whole = self.rect()
        if self.isChecked():
            painter.fillRect(whole, theme.color("tint"))
            line = max(2, theme.px(2))
            painter.fillRect(0, whole.height() - line, whole.width(), line, theme.color("accentText"))
        elif self.underMouse():
            painter.fillRect(whole, theme.color("sunken"))
        if not self._first and not self.isChecked():
            inset = theme.px(12)
            painter.fillRect(0, inset, 1, whole.height() - 2 * inset, theme.color("line"))
        zero = self.count.figure == "0"
        tone = "text2" if zero else self.count.tone
        figure = QRect(self._left(), 0, whole.width(), whole.height())
        paint.text(painter, theme, figure, self.count.figure, size=28, weight=500, colour=tone)
        left = self._words_left()
        two = self._strip.seconds_shown()
        top, height = (theme.px(12), theme.px(20)) if two else (0, whole.height())
        x = left
        if self.count.icon and not zero:
            paint.icon_in(painter, theme, self.count.icon, QRect(x, top - 1, theme.px(16), height), 16, tone)
            x += theme.px(20)
        name = QRect(x, top, whole.width() - x - theme.px(4), height)
        paint.text(painter, theme, name, self.count.label, weight=500)
        if two:
            second = QRect(left, theme.px(34), whole.width() - left - theme.px(4), theme.px(20))
            paint.text(painter, theme, second, self.count.second, size=13, colour="text2")
        if self.hasFocus():
            paint.ring(painter, theme, whole.adjusted(1, 1, -1, -1))


class CountStrip(RovingRow):
    """`set_counts([Count])`, `current()`; signal `filtered(str)`: the key now filtering, or "" for all.

    Pressing a checked count again takes the filter off. Second lines are shown all or not at all.
    """

    filtered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seconds = True
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Counts"))
        look.follow(self._relay)

    def seconds_shown(self) -> bool:
        """Whether the second lines are shown now."""
        return self._seconds

    def tall(self) -> int:
        """The height in logical px: 64, or 48 without second lines."""
        return 64 if self._seconds else 48

    def set_counts(self, counts: Sequence[Count]) -> None:
        """Show these counts, keeping the filter if its key is still there."""
        key = self.current()
        for old in self.buttons():
            self._line.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        made = []
        for index, count in enumerate(counts):
            cell = _CountCell(self, count, index == 0)
            cell.setChecked(count.key == key and key != "")
            cell.clicked.connect(self._clicked)
            self._line.addWidget(cell, 1)
            cell.show()
            made.append(cell)
        self.set_buttons(made)
        self._relay()

    def current(self) -> str:
        """The key of the checked count, or an empty string."""
        for cell in self.buttons():
            if isinstance(cell, _CountCell) and cell.isChecked():
                return cell.count.key
        return ""

    def set_current(self, key: str) -> None:
        """Check the count `key` ("": none). Emits nothing."""
        for cell in self.buttons():
            if isinstance(cell, _CountCell):
                cell.setChecked(cell.count.key == key and key != "")

    def _clicked(self) -> None:
        pressed = self.sender()
        for cell in self.buttons():
            if cell is not pressed:
                cell.setChecked(False)
        self.filtered.emit(self.current())

    def _relay(self) -> None:
        cells = [cell for cell in self.buttons() if isinstance(cell, _CountCell)]
        any_second = any(cell.count.second for cell in cells)
        wide = self.width() / max(1, len(cells))
        fits = all(cell.second_fits() for cell in cells if cell.width() == 0 or abs(cell.width() - wide) < 2)
        self._seconds = any_second and fits
        for cell in cells:
            cell.updateGeometry()
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relay()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._relay()
        return done
