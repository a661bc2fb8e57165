"""The matters of one visit as cards, one of them open for writing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_desk.casework import reception
from station_desk.errors import Problem
from station_desk.ui import look
from station_desk.ui.pages.reception_matter import MatterCard
from station_desk.ui.pages.reception_state import MatterDraft
from station_desk.ui.session import Session


class MatterStack(QWidget):
    """Signals: `changed()` by hand; `aboutChanged()` when the open one, or its words, changed;
    `counted(int)`."""

    changed = Signal()
    aboutChanged = Signal()
    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._counter: reception.Counter | None = None
        self._receiving: tuple[str, ...] = ()
        self.cards: list[MatterCard] = []
        self._lines = QVBoxLayout(self)
        look.follow(self._relay)

    def _relay(self) -> None:
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.current().px(8))

    def set_counter(self, counter: reception.Counter) -> None:
        """The lists to choose from and the rules in force."""
        self._counter = counter
        for card in self.cards:
            card.set_counter(counter)

    def set_receiving(self, keys: tuple[str, ...]) -> None:
        """Who receives: who would raise a suggestion, where nobody else was chosen."""
        self._receiving = keys
        for card in self.cards:
            card.set_deputies(keys)

    def set_drafts(self, drafts: Sequence[MatterDraft]) -> None:
        """Show these matters, the last of several open; at least one, blank."""
        wanted = tuple(drafts) or (MatterDraft(),)
        for card in self.cards[len(wanted) :]:
            self._drop(card)
        for card, draft in zip(self.cards, wanted, strict=False):  # building one anew takes 30 ms
            card.begin(draft)
            card.set_deputies(self._receiving)
        for draft in wanted[len(self.cards) :]:
            self._add(draft)
        self._renumber()
        self.open(self.cards[-1])

    def drafts(self) -> tuple[MatterDraft, ...]:
        """What the cards say now."""
        return tuple(card.draft() for card in self.cards)

    def current(self) -> MatterCard | None:
        """The card open for writing."""
        return next((card for card in self.cards if card.is_open()), None)

    def open(self, wanted: MatterCard) -> None:
        """Open this card and close the others."""
        for card in self.cards:
            card.set_open(card is wanted)
        self.aboutChanged.emit()

    def another(self) -> None:
        """One more matter, open, with the cursor in its words."""
        card = self._add(MatterDraft())
        self.open(card)
        self.changed.emit()
        card.ui.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, draft: MatterDraft) -> MatterCard:
        card = MatterCard(self._session, self)
        if self._counter is not None:
            card.set_counter(self._counter)
        card.set_draft(draft)
        card.set_deputies(self._receiving)
        card.changed.connect(self.changed)
        card.wordsChanged.connect(self._words_changed)
        card.openWanted.connect(self._toggle)
        card.removeWanted.connect(self._remove)
        self.cards.append(card)
        self._lines.addWidget(card)
        self._renumber()
        return card

    def _drop(self, card: MatterCard) -> None:
        self.cards.remove(card)
        self._lines.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _renumber(self) -> None:
        for place, card in enumerate(self.cards):
            card.set_number(place + 1, len(self.cards) == 1)
        self.counted.emit(len(self.cards))

    def _words_changed(self) -> None:
        self.aboutChanged.emit()

    def _toggle(self) -> None:
        card = self.sender()
        if not isinstance(card, MatterCard):
            return
        if card.is_open():
            card.set_open(False)
            return
        self.open(card)
        card.ui.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        card = self.sender()
        if isinstance(card, MatterCard) and len(self.cards) > 1:
            self._drop(card)
            self._renumber()
            self.open(self.cards[-1])
            self.changed.emit()

    def clear_problems(self) -> None:
        """Take every mistake away."""
        for card in self.cards:
            card.show_problems(())

    def show_problems(self, found: Sequence[Problem]) -> str:
        """Mistakes (`matters.0.text`: of the first matter that says anything) beside their fields.

        The first card that has one is opened and focused; returns those without a field.
        """
        written = [card for card in self.cards if not card.draft().blank] or self.cards[:1]
        homeless: list[str] = []
        wrong: list[MatterCard] = []
        for place, card in reversed(list(enumerate(written))):
            where = f"matters.{place}."
            own = [
                Problem(p.field.removeprefix(where), p.message) for p in found if p.field.startswith(where)
            ]
            if own:
                self.open(card)
                homeless.append(card.show_problems(own))
                wrong.append(card)
        return "\n".join(part for part in homeless if part)
