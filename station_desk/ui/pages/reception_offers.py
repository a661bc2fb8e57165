"""Visits left half typed are offered again, one after the other; one just discarded can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from station_desk.casework import drafts
from station_desk.ui import words
from station_desk.ui.pages import reception_state
from station_desk.ui.pages.reception_state import VisitDraft
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.notice import Notice

PREFIX = "visit:"


class Offers(QObject):
    """Speaks through one notice. Signal `resumed(VisitDraft)`: this one is to be shown on the card."""

    resumed = Signal(object)

    def __init__(self, session: Session, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._notice = notice
        self._given_up: VisitDraft | None = None
        self._waiting: list[VisitDraft] = []
        self._no = Button(notice, self.tr("Discard it"), "word")
        self._no.set_flush(True)
        self._no.set_small(True)
        self._no.clicked.connect(self._drop)
        notice.add_button(self._no)
        notice.linkActivated.connect(self._take)
        notice.hide()

    def look(self, present: str) -> None:
        """Read the drafts there are; `present` is the key of the card now shown."""
        desk = self._session.desk

        def show(kept: Sequence[drafts.Draft]) -> None:
            found = [reception_state.from_text(d.payload) for d in kept if d.key.startswith(PREFIX)]
            self._waiting = [d for d in found if d is not None and d.key != present and not d.blank]
            self._say()

        self._session.read(lambda: drafts.all(desk), show, owner=self)

    def waiting(self) -> tuple[VisitDraft, ...]:
        """The half-typed visits still offered."""
        return tuple(self._waiting)

    def put_back(self, draft: VisitDraft) -> None:
        """A card left for another draft waits its turn."""
        self._waiting.append(draft)
        self._say()

    def given_up(self, draft: VisitDraft) -> None:
        """Offer to take back what was just discarded."""
        self._given_up = draft
        self._say()

    def typed(self) -> None:
        """Something else is being typed: what was discarded is gone."""
        if self._given_up is not None:
            self._given_up = None
            self._say()

    def _take(self) -> None:
        if self._given_up is not None:
            draft, self._given_up = self._given_up, None
            self.resumed.emit(draft)
        elif self._waiting:
            self.resumed.emit(self._waiting.pop(0))
        self._say()

    def _drop(self) -> None:
        if self._waiting:
            desk, key = self._session.desk, self._waiting.pop(0).key
            self._session.read(lambda: drafts.discard(desk, key), lambda _: None, owner=self)
        self._say()

    def _say(self) -> None:
        self._notice.setVisible(self._given_up is not None or bool(self._waiting))
        self._no.setVisible(self._given_up is None)
        if self._given_up is not None:
            count = len(self._given_up.matters)
            said = (
                self.tr("Discarded: {who}, {n} matters")
                if count > 1
                else self.tr("Discarded: {who}, 1 matter")
            )
            self._notice.show_words(
                text=said.format(who=self._who(self._given_up), n=count), link=self.tr("Take it back")
            )
        elif self._waiting:
            draft, more = self._waiting[0], len(self._waiting) - 1
            day = words.day_words(draft.began.date(), self._session.today())
            said = self.tr("A visit was left half typed: {who}, {day} {time}").format(
                who=self._who(draft), day=day, time=draft.began.strftime("%H:%M")
            )
            rest = self.tr("{n} more after it").format(n=more) if more else ""
            self._notice.show_words(text=said, reason=rest, link=self.tr("Go on with it"))

    def _who(self, draft: VisitDraft) -> str:
        return draft.name.strip() or self.tr("anonymous")
