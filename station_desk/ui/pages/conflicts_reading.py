"""Reads what waits for a decision, some hundred records at a time by key, and what waits about one matter."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QScrollBar

from station_desk.casework import conflicts
from station_desk.casework.conflicts import Page, Question
from station_desk.domain.declare import RecordId
from station_desk.ui.session import Session


class Reading(QObject):
    """`begin()` reads as much again as was read, `go_on()` the next part, `look_up(matter)` what is asked
    about one matter; signal `grown()`: `questions` are others now."""

    grown = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._held: dict[str, Question] = {}
        self._apart: dict[str, Question] = {}
        self._after: str | None = None
        self._busy = False
        self._round = 0
        self.looked_up: RecordId | None = None
        self._bar: QScrollBar | None = None

    @property
    def questions(self) -> list[Question]:
        """What is read so far, each once, in the order of the records."""
        return [*{**self._held, **self._apart}.values()]

    @property
    def has_more(self) -> bool:
        """Whether some is not read yet."""
        return self._after is not None

    def follow(self, bar: QScrollBar) -> None:
        """Go on whenever this bar is at its end."""
        self._bar = bar
        bar.valueChanged.connect(self._scrolled)

    def _scrolled(self, value: int) -> None:
        if self._bar is not None and value >= self._bar.maximum():
            self.go_on()

    def begin(self) -> None:
        """Read from the first record up to where reading stood: what was decided meanwhile goes."""
        desk, upto = self._session.desk, self._after
        had = bool(self._held)
        about = self.looked_up
        self._round += 1
        turn = self._round
        self._busy = True

        def read() -> tuple[Page, tuple[Question, ...]]:
            page = conflicts.waiting(desk)
            found = list(page.questions)
            while had and page.after is not None and (upto is None or page.after < upto):
                page = conflicts.waiting(desk, page.after)
                found += page.questions
            apart = conflicts.about(desk, about) if about is not None else ()
            return Page(tuple(found), page.after), apart

        def done(found: tuple[Page, tuple[Question, ...]]) -> None:
            page, apart = found
            if turn == self._round:
                self._held = {}
                self._apart = {question.key: question for question in apart}
                self._take(page)

        self._session.read(read, done, owner=self)

    def go_on(self) -> None:
        """Read the next part, unless one is being read or there is none."""
        after = self._after
        if self._busy or after is None:
            return
        desk, turn = self._session.desk, self._round
        self._busy = True

        def done(page: Page) -> None:
            if turn == self._round:
                self._take(page)

        self._session.read(lambda: conflicts.waiting(desk, after), done, owner=self)

    def look_up(self, matter: RecordId) -> None:
        """Read what is asked about a matter, wherever it stands in the list."""
        desk = self._session.desk

        def done(found: tuple[Question, ...]) -> None:
            self.looked_up = matter
            self._apart = {question.key: question for question in found}
            self.grown.emit()

        self._session.read(lambda: conflicts.about(desk, matter), done, owner=self)

    def _take(self, page: Page) -> None:
        self._busy = False
        self._after = page.after
        self._held.update((question.key, question) for question in page.questions)
        self.grown.emit()
