"""Values side by side: equal cards with the same lines in the same order, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from station_desk.ui import look
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.roving import RovingButton, RovingRow

_SIDE_BY_SIDE = 560


@dataclass(frozen=True, slots=True)
class Choice:
    """A card: how the value came, the value, who and when, why; a card without `key` cannot be chosen."""

    key: str
    whose: str
    value: str
    who: str
    reason: str

    def spoken(self) -> str:
        """The card for a screen reader."""
        return "，".join(part for part in (self.whose, self.value, self.who, self.reason) if part)


class _Card(RovingButton):
    def __init__(self, row: Cards, choice: Choice) -> None:
        super().__init__(row)
        self.choice = choice
        self.setCheckable(bool(choice.key))
        self.setEnabled(bool(choice.key))
        self.setAccessibleName(choice.spoken())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._lines = QVBoxLayout(self)
        self._labels: list[QLabel] = []
        for text, role in (
            (choice.whose, "second"),
            (choice.value, "section"),
            (choice.who, "second"),
            (choice.reason, "second"),
        ):
            label = QLabel(text, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("role", role)
            label.setVisible(bool(text))
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            # What cannot be chosen is still read: it is what stands now.
            label.setEnabled(True)
            self._labels.append(label)
            self._lines.addWidget(label)
        self._lines.addStretch(1)
        self.relay()

    def relay(self) -> None:
        theme = look.current()
        left = theme.px(40 if self.choice.key else 14)
        self._lines.setContentsMargins(left, theme.px(10), theme.px(12), theme.px(10))
        self._lines.setSpacing(theme.px(3))
        for label in self._labels[:1]:
            tone = "accentText" if self.isChecked() else "text2"
            label.setStyleSheet(f"color: {theme.hex(tone)};")
        self.update()

    def sizeHint(self) -> QSize:
        return self._lines.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(160), self._lines.minimumSize().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lines.totalHeightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        on = self.isChecked()
        if not self.choice.key:
            paint.box(painter, theme, self.rect(), "sunken", "line")
            return
        paint.box(painter, theme, self.rect(), "page", "accentText" if on else "field", 1)
        centre = QPointF(theme.px(21), theme.px(20))
        if on:
            paint.circle(painter, theme, centre, theme.px(9), "accent", None)
            paint.circle(painter, theme, centre, theme.px(4), "onAccent", None)
        else:
            paint.circle(painter, theme, centre, theme.px(8.5), "page", "field")
        if self.hasFocus():
            paint.ring(painter, theme, self.rect())


class Cards(RovingRow):
    """`show_choices([Choice])`, `chosen_key()`, `choose(key)`; signal `chosen(key)`. Arrows choose."""

    chosen = Signal(str)
    select_on_move = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[_Card] = []
        self._columns = 2
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        look.follow(self._relay)

    def _relay(self) -> None:
        self._grid.setSpacing(look.current().px(12))
        for card in self._cards:
            card.relay()
        self._lay(force=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self, *, force: bool = False) -> None:
        columns = 2 if self.width() >= look.current().px(_SIDE_BY_SIDE) else 1
        if columns == self._columns and not force:
            return
        self._columns = columns
        for card in self._cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()

    def show_choices(self, choices: Sequence[Choice], chosen: str = "") -> None:
        """Show these; the one of key `chosen` is marked."""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [_Card(self, choice) for choice in choices]
        for card in self._cards:
            card.clicked.connect(self._clicked)
            card.show()
        self.set_buttons([card for card in self._cards if card.choice.key])
        self.choose(chosen)
        self._lay(force=True)

    def chosen_key(self) -> str:
        """The key of the card chosen, "" for none."""
        return next((card.choice.key for card in self._cards if card.isChecked()), "")

    def choose(self, key: str) -> None:
        """Mark a card. Emits nothing."""
        for card in self._cards:
            card.setChecked(bool(key) and card.choice.key == key)
            card.relay()
            if card.isChecked():
                self.stop_at(card)

    def _clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, _Card):
            self.choose(pressed.choice.key)
            self.chosen.emit(pressed.choice.key)
