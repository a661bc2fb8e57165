"""Keeps what is being typed as a draft: at every pause and every few seconds, off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from station_desk.casework import drafts
from station_desk.ui.session import Session

PAUSE_MS = 500
LONGEST_MS = 2_500  # someone who types without a pause loses no more than this


class DraftKeeper(QObject):
    """`touch()` after each change by hand; `text()` (given) says what to keep, "" for nothing worth keeping.

    One key at a time: `begin(key)` turns to another draft and never mixes the two. Signal `kept(datetime)`.
    """

    kept = Signal(object)

    def __init__(self, session: Session, text: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._text = text
        self.key = ""
        self._since = QElapsedTimer()  # since the first word that is not kept yet
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.keep)

    def begin(self, key: str) -> None:
        """From now on, keep under `key`; what was still to be kept under the old one is kept first."""
        if self._timer.isActive() and self.key:
            self.keep()
        self.key = key

    def touch(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._since.start()
        elif self._since.hasExpired(LONGEST_MS):
            self.keep()
            return
        self._timer.start()

    def flush(self) -> None:
        """Keep now what was typed since the last time."""
        if self._timer.isActive():
            self.keep()

    def keep(self) -> None:
        """Keep the draft as it is now."""
        self._timer.stop()
        key, text, desk = self.key, self._text(), self._session.desk
        if not key:
            return
        if not text:
            self._session.read(lambda: drafts.discard(desk, key), lambda _: None, owner=self)
            return
        self._session.read(lambda: drafts.save(desk, key, text), self._kept, owner=self)

    def _kept(self, _: object) -> None:
        self.kept.emit(datetime.now())

    def forget(self) -> None:
        """The work is saved or given up: its draft goes."""
        self._timer.stop()
        key, desk = self.key, self._session.desk
        if key:
            self._session.read(lambda: drafts.discard(desk, key), lambda _: None, owner=self)
