"""A sheet left half typed is offered again, in one line above the one being written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from station_desk.casework import drafts
from station_desk.ui import words
from station_desk.ui.session import Session
from station_desk.ui.widgets.notice import Notice

PREFIX = "suggestion:"
_NEW_KEY = 32  # hex digits of the random key of a sheet that belongs to no record yet


class SheetOffer(QObject):
    """Speaks through one notice. Signal `resumed(key, text)`: this draft is to be gone on with."""

    resumed = Signal(str, str)

    def __init__(self, session: Session, notice: Notice, prefix: str = PREFIX) -> None:
        super().__init__(notice)
        self._session = session
        self._notice = notice
        self._prefix = prefix
        self._found: drafts.Draft | None = None
        notice.linkActivated.connect(self._take)
        notice.hide()

    def close(self) -> None:
        """Nothing is offered any more."""
        self._found = None
        self._notice.hide()

    def look_for_new(self, present: str) -> None:
        """Offer the latest new sheet left half typed; `present` is the key of the one shown."""
        desk, prefix = self._session.desk, self._prefix

        def show(kept: Sequence[drafts.Draft]) -> None:
            own = (d for d in kept if d.key != present and _is_new(d.key, self._prefix))
            found = next(own, None)
            if found is not None:
                self._say(found)

        self._session.read(lambda: drafts.all(desk, prefix), show, owner=self)

    def look_for(self, key: str, shown: str) -> None:
        """Offer what was left half typed of just this sheet, unless it says what is `shown` already."""
        desk = self._session.desk

        def show(found: drafts.Draft | None) -> None:
            if found is not None and found.payload != shown:
                self._say(found)

        self._session.read(lambda: drafts.load(desk, key), show, owner=self)

    def _say(self, found: drafts.Draft) -> None:
        self._found = found
        day = words.day_words(found.saved_at.date(), self._session.today())
        self._notice.show()
        self._notice.show_words(
            text=self.tr("It was left half typed on {day} at {time}").format(
                day=day, time=found.saved_at.strftime("%H:%M")
            ),
            link=self.tr("Go on with it"),
        )

    def _take(self) -> None:
        found = self._found
        self.close()
        if found is not None:
            self.resumed.emit(found.key, found.payload)


def _is_new(key: str, prefix: str) -> bool:
    own = key.removeprefix(prefix)
    return len(own) == _NEW_KEY and ":" not in own
