"""Packages out of the window: one for an office, or all that are due; each office's folder is remembered, and
whether its packages are encrypted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from station_desk.casework.context import Changed, Desk
from station_desk.errors import UserError
from station_desk.exchange import confirming, outbox, sealing, stream
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
    """`choose(site)`, `choose_all()`, `choose_receipt(site)` ask for a folder; `send(site, folder)`,
    `send_all(folder)`, `confirm(site, folder)` write. `name_sites({code: name})` says what they are called.

    Signal `failed(UserError)`.
    """

    failed = Signal(object)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._names: Mapping[str, str] = {}

    def name_sites(self, names: Mapping[str, str]) -> None:
        """What the offices are called."""
        self._names = names

    def choose(self, site: str) -> None:
        """Ask where the package for `site` goes, closed as the last one was; its folder is offered."""
        self.choose_closed(site, site in watched(self._session).sealed)

    def choose_closed(self, site: str, sealed: bool, passphrase: str = "") -> None:
        """As `choose`; `sealed`: for the keys of that office alone, else with the passphrase if any."""
        before = watched(self._session).folder_for(site)
        name = QFileDialog.getExistingDirectory(self._page, self.tr("Save the package to"), str(before or ""))
        if name:
            self.send(site, Path(name), sealed=sealed, passphrase=passphrase)

    def send(self, site: str, folder: Path, *, sealed: bool | None = None, passphrase: str = "") -> None:
        """Write the next package for `site` into `folder`; unless said, it is closed as the last one was."""
        desk = self._session.desk
        if sealed is None:
            sealed = site in watched(self._session).sealed
        self.remember(site, folder)
        if not passphrase:
            self._remember_sealed(site, sealed)

        def write(progress: Progress) -> Exported:
            if sealed or passphrase:
                return sealing.export(desk, site, folder, passphrase=passphrase, progress=progress)
            return stream.export(desk, site, folder, progress)

        self._session.jobs.run(
            write,
            done=self._sent,
            failed=self.failed.emit,
            cancelled=lambda: self._session.said.emit(self.tr("Stopped; no package was written."), False),
            owner=self,
            text=self.tr("Packing for {site}").format(site=self._names.get(site, site)),
        )

    def choose_receipt(self, site: str) -> None:
        """Ask where a receipt alone for `site` goes."""
        before = watched(self._session).folder_for(site)
        name = QFileDialog.getExistingDirectory(self._page, self.tr("Save the receipt to"), str(before or ""))
        if name:
            self.confirm(site, Path(name))

    def confirm(self, site: str, folder: Path) -> None:
        """Write a receipt alone for `site` into `folder`."""
        desk = self._session.desk
        self._session.jobs.run(
            lambda _: confirming.write(desk, site, folder),
            done=lambda path: self._tell(
                self.tr("Saved {file}: a receipt alone. Hand it over, or send it.").format(file=path.name)
            ),
            failed=self.failed.emit,
            owner=self,
            text=self.tr("Writing a receipt for {site}").format(site=self._names.get(site, site)),
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
        sealed = watched(self._session).sealed

        def write(progress: Progress) -> Written:
            sites = [one.site for one in outbox.due(desk)]
            return outbox.write_all(desk, sites, lambda _: folder, progress, sealed)

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

    def _remember_sealed(self, site: str, sealed: bool) -> None:
        now = watched(self._session)
        sites = now.sealed | {site} if sealed else now.sealed - {site}
        self._session.note(note_name(self._session.desk), replace(now, sealed=sites).text())

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
