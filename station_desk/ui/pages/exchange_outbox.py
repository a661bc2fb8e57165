"""Packages out of the window: one for an office, or all that are due; each office's folder is remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from station_desk.casework.context import Changed, Desk
from station_desk.errors import UserError
from station_desk.exchange import outbox, stream
from station_desk.exchange.outbox import Written
from station_desk.exchange.stream import Exported
from station_desk.exchange.watching import Watch, watch_of
from station_desk.progress import Progress
from station_desk.ui.session import Session


def note_name(desk: Desk) -> str:
    """Where the choice of folders of one desk is kept among the notes of this computer."""
    return f"exchange.folders:{desk.path.absolute()}"


def watched(session: Session) -> Watch:
    """The folders chosen for this desk on this computer."""
    return watch_of(session.notes.get(note_name(session.desk), ""))


class Outgoing(QObject):
    """`choose(site)`, `choose_all()` ask for a folder; `send(site, folder)`, `send_all(folder)` write.

    Signal `failed(UserError)`.
    """

    failed = Signal(object)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page

    def choose(self, site: str) -> None:
        """Ask where the package for `site` goes; the folder of last time is offered."""
        before = watched(self._session).folder_for(site)
        name = QFileDialog.getExistingDirectory(self._page, self.tr("Save the package to"), str(before or ""))
        if name:
            self.send(site, Path(name))

    def send(self, site: str, folder: Path) -> None:
        """Write the next package for `site` into `folder`."""
        desk = self._session.desk
        self.remember(site, folder)
        self._session.jobs.run(
            lambda progress: stream.export(desk, site, folder, progress),
            done=self._sent,
            failed=self.failed.emit,
            owner=self,
            text=self.tr("Packing for {site}").format(site=site),
        )

    def choose_all(self) -> None:
        """Ask for the folder in which all that is due goes, but for the offices that have their own."""
        before = watched(self._session).folder_for("")
        name = QFileDialog.getExistingDirectory(
            self._page, self.tr("Save all packages to"), str(before or "")
        )
        if name:
            self.send_all(Path(name))

    def send_all(self, folder: Path) -> None:
        """Write every package that is due into `folder`."""
        desk = self._session.desk
        self.remember("", folder)

        def write(progress: Progress) -> Written:
            sites = [one.site for one in outbox.due(desk)]
            return outbox.write_all(desk, sites, lambda _: folder, progress)

        self._session.jobs.run(
            write,
            done=self._sent_all,
            failed=self.failed.emit,
            owner=self,
            text=self.tr("Writing all packages"),
        )

    def remember(self, site: str, folder: Path) -> None:
        """This folder is offered for this office the next time; "" for all together."""
        now = watched(self._session)
        changed = replace(now, out={**now.out, site: str(folder)})
        self._session.note(note_name(self._session.desk), changed.text())

    def _sent(self, made: Exported) -> None:
        self._tell(
            self.tr("Saved {file}: {count} entries. Hand it over, or send it.").format(
                file=made.path.name, count=made.commits
            )
        )

    def _sent_all(self, written: Written) -> None:
        self._tell(written.sentence())
        if written.failed:
            self.failed.emit(UserError(written.sentence()))

    def _tell(self, words: str) -> None:
        self._session.said.emit(words, False)
        self._session.changed.emit(Changed())
