"""What the desk remembers while a visit is written: matters that say much the same, and who came before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from station_desk.casework import browse, reception, reveal
from station_desk.domain.declare import RecordId
from station_desk.domain.workdays import Calendar
from station_desk.errors import UserError
from station_desk.ui.pages.reception_card import VisitorCard
from station_desk.ui.pages.reception_matters import MatterStack
from station_desk.ui.pages.reception_side import ReceptionSide
from station_desk.ui.session import Session

SIMILAR_AFTER_MS = 350
_LEAST = 4  # characters below which nothing is alike


class Recall(QObject):
    """Fills the panel beside the card and the proposal on the open matter, always from the reader thread."""

    def __init__(
        self, session: Session, card: VisitorCard, matters: MatterStack, side: ReceptionSide, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._card = card
        self._matters = matters
        self._side = side
        self._calendar = Calendar({})
        self._asked = ""
        self._past: tuple[str, list[reception.PastVisit]] = ("", [])
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SIMILAR_AFTER_MS)
        self._pause.timeout.connect(self._ask)

    def set_calendar(self, calendar: Calendar) -> None:
        """The working days that due days are counted by."""
        self._calendar = calendar

    def clear(self) -> None:
        """Another visit: nothing is known of it yet."""
        self._asked = ""
        self._past = ("", [])
        self._side.show_past("", (), self._calendar)
        self._side.show_similar((), (), None, self._calendar)

    def words_changed(self) -> None:
        """The open matter says something else; a moment later its like is looked for."""
        self._pause.start()

    def visitor_changed(self, key: str) -> None:
        """The visitor with this key came, or ("") somebody the desk does not know."""
        self._past = ("", [])
        self._side.show_past("", (), self._calendar)
        if not key:
            return
        desk, record = self._session.desk, RecordId(bytes.fromhex(key))

        def show(visits: Sequence[reception.PastVisit]) -> None:
            if key == self._card.known_key():
                self._past = (self._card.name(), list(visits))
                self._side.show_past(self._card.name(), visits, self._calendar)
                self._asked = ""
                self._ask()

        self._session.read(lambda: reception.past_visits(desk, record), show, owner=self)

    def reveal_phone(self, failed: Callable[[UserError], object]) -> None:
        """Show a known visitor's number in full; that it was shown is written down."""
        rows = [row for visit in self._past[1] for row in visit.matters]
        if not rows:
            self._card.show_phone()
            return
        desk, actor, matter = self._session.desk, self._session.actor, rows[0].id
        self._session.jobs.run(
            lambda _: reveal.phone(desk, actor, matter),
            done=lambda _: self._card.show_phone(),
            failed=failed,
            owner=self,
        )

    def _ask(self) -> None:
        card = self._matters.current()
        about = card.about() if card is not None else ""
        if card is None or about == self._asked:
            return
        self._asked = about
        desk, vocabulary = self._session.desk, self._session.vocabulary

        def show(found: list[browse.Similar]) -> None:
            if about == self._asked:
                own = {row.rank for visit in self._past[1] for row in visit.matters}
                self._side.show_similar(found, own, self._past[0] or None, self._calendar)
                card.proposal.show_similar(found)

        if len(about) < _LEAST:
            show([])
            return
        self._session.read(lambda: browse.similar_to(desk, vocabulary, about, limit=3), show, owner=card)
