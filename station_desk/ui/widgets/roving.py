"""A row of equal citizens with one tab stop: arrow keys, Home and End move among its buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class RovingButton(QAbstractButton):
    """A button inside a `RovingRow`; each is a real child, so that a screen reader finds it by name."""

    def __init__(self, row: RovingRow) -> None:
        super().__init__(row)
        self._row = row
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._row.rove(self, _STEPS[key])
        elif key == Qt.Key.Key_Home:
            self._row.rove_to(0)
        elif key == Qt.Key.Key_End:
            self._row.rove_to(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._row.stop_at(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class RovingRow(QWidget):
    """The container; with `select_on_move` an arrow key presses the button it reaches, as in radio groups."""

    select_on_move = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QAbstractButton] = []

    def set_buttons(self, buttons: Sequence[QAbstractButton], stop: int = 0) -> None:
        """The buttons in reading order; `stop` is where Tab enters."""
        self._buttons = list(buttons)
        if self._buttons:
            self.stop_at(self._buttons[min(stop, len(self._buttons) - 1)])

    def buttons(self) -> tuple[QAbstractButton, ...]:
        """The buttons in reading order."""
        return tuple(self._buttons)

    def stop_at(self, chosen: QAbstractButton) -> None:
        """Make `chosen` the one tab stop."""
        for button in self._buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is chosen else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row itself is never where one is: whoever sends the cursor here means its stop."""
        super().focusInEvent(event)
        for button in self._buttons:
            if button.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                button.setFocus(event.reason())

    def rove(self, start: QAbstractButton, step: int) -> None:
        """Move the focus `step` buttons from `start`, going round at the ends."""
        self.rove_to((self._buttons.index(start) + step) % len(self._buttons))

    def rove_to(self, index: int) -> None:
        """Focus button `index` (−1: the last)."""
        button = self._buttons[index]
        self.stop_at(button)
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.select_on_move and button.isEnabled() and not button.isChecked():
            button.click()
