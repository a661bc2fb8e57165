"""Looks into the watched folders while the program runs, and takes in what is whole."""

from __future__ import annotations

import queue
import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from station_desk.casework.context import Changed
from station_desk.exchange import post
from station_desk.exchange.post import Collected
from station_desk.exchange.spool import Spool
from station_desk.exchange.watching import Watcher
from station_desk.progress import Progress
from station_desk.ui.pages.exchange_outbox import watched
from station_desk.ui.session import Session

EVERY_MS = 20_000
_HEED_MS = 200


class FolderWatch(QObject):
    """Looks every 20 seconds as long as the settings of this desk say so; `look()` looks at once.

    A look is on a thread of its own: a share that is away can keep it waiting for a minute, longer than the
    window lives. So the thread knows nothing of the window and is asked, until it has answered. What it finds
    is taken in on the writer thread, in turn with everything else. Signal `collected(Collected)`.
    """

    collected = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._watcher = Watcher(Spool(session.desk.path))
        self._looking = False
        self._away: tuple[str, ...] = ()
        self._answer: queue.SimpleQueue[list[Path]] = queue.SimpleQueue()
        self._heed = QTimer(self)
        self._heed.setInterval(_HEED_MS)
        self._heed.timeout.connect(self._ask)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look once, unless a look is under way or nothing is to be watched."""
        now = watched(self._session)
        if self._looking or not now.on or not now.folders:
            return
        self._looking = True
        given = self._watcher, now.folders, self._answer
        threading.Thread(target=_look, args=given, name="folder-watch", daemon=True).start()
        self._heed.start()

    def _ask(self) -> None:
        try:
            found = self._answer.get_nowait()
        except queue.Empty:
            return
        self._heed.stop()
        self._take(found)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _take(self, found: list[Path]) -> None:
        away = self._watcher.unreachable
        if away and away != self._away:
            self._session.said.emit(self.tr("{folder} cannot be read just now").format(folder=away[0]), False)
        self._away = away
        if not found:
            self._looking = False
            return
        desk, watcher = self._session.desk, self._watcher

        def take(progress: Progress) -> Collected:
            result = post.collect(desk, found, progress)
            if not result.stopped:
                watcher.meet(result.read_of(found))
            return result

        self._session.jobs.run(
            take,
            done=self._taken,
            failed=lambda error: self._over(str(error)),
            cancelled=lambda: self._over(""),
            owner=self,
            text=self.tr("Taking in what came into the watched folder"),
        )

    def _over(self, words: str) -> None:
        self._looking = False
        if words:
            self._session.said.emit(words, False)

    def _taken(self, result: Collected) -> None:
        self._over(self.tr("Watched folder: {result}").format(result=result.sentence()))
        self._session.changed.emit(Changed())
        self.collected.emit(result)


def _look(watcher: Watcher, folders: Sequence[str], answer: queue.SimpleQueue[list[Path]]) -> None:
    found: list[Path] = []
    try:
        found = watcher.look(folders)
    finally:
        answer.put(found)
