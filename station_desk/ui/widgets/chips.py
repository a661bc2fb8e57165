"""Filter chips: small toggles and removable filters in one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from station_desk.ui import look
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.roving import RovingButton, RovingRow


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip: its key and text; `removable` has a cross; `on` is a checked toggle or a set filter."""

    key: str
    text: str
    on: bool = True
    removable: bool = False
    icon: str = ""


class _ChipButton(RovingButton):
    cross_pressed = Signal()

    def __init__(self, row: ChipRow, chip: Chip) -> None:
        super().__init__(row)
        self.chip = chip
        self.setText(chip.text)
        self.setCheckable(not chip.removable and not chip.icon)
        self.setChecked(chip.on)
        hint = (
            self.tr("{filter}, Delete removes it").format(filter=chip.text) if chip.removable else chip.text
        )
        self.setAccessibleName(hint)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = look.current()
        width = paint.text_width(theme, self.chip.text, 13) + 2 * theme.px(12)
        width += theme.px(18) if self.chip.removable else 0
        width += theme.px(18) if self.chip.icon else 0
        return QSize(width, theme.px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def cross_rect(self) -> QRect:
        """Where the cross is, in pixels; empty if there is none."""
        if not self.chip.removable:
            return QRect()
        side = look.current().px(26)
        return QRect(self.width() - side, 0, side, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        on = self.isChecked() or self.chip.removable
        hover = self.underMouse()
        fill = "tint2" if on and hover else "tint" if on else "sunken" if hover else "page"
        paint.box(painter, theme, self.rect(), fill, None if on else "ctl")
        colour = "accentText" if on else "text2"
        x = theme.px(12)
        if self.chip.icon:
            paint.icon_in(
                painter, theme, self.chip.icon, QRect(x - 2, 0, theme.px(14), self.height()), 14, colour
            )
            x += theme.px(18)
        area = QRect(x, 0, self.width() - x, self.height())
        paint.text(painter, theme, area, self.chip.text, size=13, colour=colour)
        if self.chip.removable:
            paint.icon_in(painter, theme, "x", self.cross_rect().translated(-theme.px(2), 0), 14, colour)
        if self.hasFocus():
            paint.ring(painter, theme, self.rect())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point: QPoint = event.position().toPoint()
        hit = self.chip.removable and self.cross_rect().contains(point)
        super().mouseReleaseEvent(event)
        if hit:
            self.cross_pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.chip.removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cross_pressed.emit()
            return
        super().keyPressEvent(event)


class ChipRow(RovingRow):
    """`set_chips([Chip])`; signals `toggled(key, on)`, `removed(key)`, `pressed(key)` (one with an icon)."""

    toggled = Signal(str, bool)
    removed = Signal(str)
    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.follow(self._relay)

    def _relay(self) -> None:
        self._line.setSpacing(look.current().px(6))
        for button in self.buttons():
            button.updateGeometry()
        self.updateGeometry()

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips from left to right."""
        for old in self.buttons():
            self._line.removeWidget(old)
            old.hide()  # else a show that the layout still owes it makes it a window of its own
            old.setParent(None)
            old.deleteLater()
        made = []
        for chip in chips:
            button = _ChipButton(self, chip)
            button.clicked.connect(self._clicked)
            button.cross_pressed.connect(self._crossed)
            self._line.addWidget(button)
            button.show()
            made.append(button)
        self.set_buttons(made)
        self.updateGeometry()

    def on_keys(self) -> tuple[str, ...]:
        """The keys of the toggles that are on."""
        found = (button for button in self.buttons() if isinstance(button, _ChipButton))
        return tuple(button.chip.key for button in found if button.isChecked())

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _ChipButton):
            if button.isCheckable():
                self.toggled.emit(button.chip.key, button.isChecked())
            else:
                self.pressed.emit(button.chip.key)

    def _crossed(self) -> None:
        button = self.sender()
        if isinstance(button, _ChipButton):
            self.removed.emit(button.chip.key)
