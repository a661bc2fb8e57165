"""Choosing from the office's own lists by typing: one of many, or several shown as chips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from station_desk.ui import look
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.chips import Chip, ChipRow
from station_desk.ui.widgets.picks import Deliver, NameLine, Pick

OFFERED = 12


def containing(options: Sequence[Pick], text: str) -> list[Pick]:
    """The options whose text or second line holds `text`, those that begin with it first."""
    wanted = text.strip().lower()
    found = [pick for pick in options if wanted in pick.text.lower() or wanted in pick.second.lower()]
    found.sort(key=lambda pick: not pick.text.lower().startswith(wanted))
    return found[:OFFERED]


class ChoiceLine(NameLine):
    """One of `options` (texts with keys) by typing, or from the whole list with the arrow or Down.

    `key()` is the key chosen, or of the option typed out in full, else ""; `set_key()`; signal
    `chosen(str)` on a choice by hand. Without a `lookup` of the page's, it looks for what holds the text.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[Pick, ...] = ()
        self._key = ""
        self.lookup = self._look
        self._arrow = Button(self, kind="icon", icon="chevron-down")
        self._arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Down does the same from the line
        self._arrow.setAccessibleName(self.tr("Show the whole list"))
        self._arrow.clicked.connect(self.show_all)
        self.picked.connect(self._picked)
        self.textEdited.connect(self._typed)
        look.follow(self._relay)

    def _relay(self) -> None:
        self.setTextMargins(0, 0, look.current().px(20), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - 4
        self._arrow.setGeometry(self.width() - side - 2, 2, side, side)

    def set_options(self, options: Sequence[Pick]) -> None:
        """What can be chosen; the present choice stays if it is still among them."""
        self._options = tuple(options)
        if self._key:
            self.set_key(self._key)

    def options(self) -> tuple[Pick, ...]:
        """What can be chosen."""
        return self._options

    def key(self) -> str:
        """The key chosen, or of the option whose text was typed in full; "" if none."""
        text = self.text().strip()
        if self._key and text:
            return self._key
        return next((pick.key for pick in self._options if pick.text == text), "") if text else ""

    def set_key(self, key: str) -> None:
        """Show the option with that key (kept, though unseen, until the options arrive). Emits nothing."""
        self._key = key
        found = next((pick for pick in self._options if pick.key == key), None)
        if found is not None or not key:
            self.setText(found.text if found is not None else "")
            self.setCursorPosition(0)  # the beginning of a name says more than its end

    def _look(self, text: str, deliver: Deliver) -> None:
        deliver(containing(self._options, text))

    def show_all(self) -> None:
        """Open the list with every option."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_picks(self._options)

    def _typed(self) -> None:
        self._key = ""

    def _picked(self, pick: object) -> None:
        if isinstance(pick, Pick):
            self._key = pick.key
            self.chosen.emit(pick.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.picks_shown() and not self.text().strip():
            self.show_all()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        shown = self.text().strip()
        if shown and not self._key and self.key():
            self._key = self.key()
            self.chosen.emit(self._key)


class ManyChoice(QWidget):
    """Several of `options` as removable chips, in the order chosen, with a line to add one more.

    `set_folded(True)` shows an “add” chip that opens the line; else the line is always there. `keys()`,
    `set_keys()`; signal `changed()` on a change by hand.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._folded = False
        self._add_text = self.tr("Add")
        self.chips = ChipRow(self)
        self.line = ChoiceLine(self)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.chips)
        self._box.addWidget(self.line, 1)
        self.chips.removed.connect(self._removed)
        self.chips.pressed.connect(self._pressed)
        self.line.chosen.connect(self._added)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._box.setSpacing(theme.px(6))
        self.line.setMinimumWidth(theme.px(120 if self._folded else 88))
        self._show()

    def set_folded(self, folded: bool, add_text: str = "") -> None:
        """Whether the line hides behind an “add” chip."""
        self._folded = folded
        self._add_text = add_text or self._add_text
        self.line.setVisible(not folded)
        self.setFocusProxy(self.chips if folded else self.line)
        self.setSizePolicy(
            QSizePolicy.Policy.Fixed if folded else QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed
        )
        self._relay()

    def set_options(self, options: Sequence[Pick]) -> None:
        """What can be chosen."""
        self.line.set_options(options)
        self._show()

    def keys(self) -> tuple[str, ...]:
        """The keys chosen, in order."""
        return tuple(self._keys)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Choose these. Emits nothing."""
        self._keys = list(dict.fromkeys(keys))
        self._show()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.chips.setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _show(self) -> None:
        by_key = {pick.key: pick for pick in self.line.options()}
        chips = [Chip(key, _chip_text(by_key[key]), removable=True) for key in self._keys if key in by_key]
        if self._folded:
            chips.append(Chip("", self._add_text, on=False, icon="plus"))
        self.chips.set_chips(chips)
        self.chips.setVisible(bool(chips))
        self.updateGeometry()

    def _pressed(self, key: str) -> None:
        if not key:
            self.line.show()
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.updateGeometry()
            QTimer.singleShot(0, self.line.show_all)  # once the line stands where the row puts it

    def _added(self, key: str) -> None:
        self.line.set_key("")
        if self._folded:
            self.line.hide()
        if key and key not in self._keys:
            self._keys.append(key)
            self._show()
            self.changed.emit()
        if self._folded and self.chips.buttons():
            self.chips.buttons()[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _removed(self, key: str) -> None:
        if key in self._keys:
            self._keys.remove(key)
            self._show()
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        left = self._folded and watched is self.line and event.type() == QEvent.Type.FocusOut
        if left and not self.line.picks_shown() and not self.line.text().strip():
            self.line.hide()
            self.updateGeometry()
        return super().eventFilter(watched, event)


def _chip_text(pick: Pick) -> str:
    return f"{pick.text} {pick.second}".strip() if len(pick.second) <= 4 else pick.text
