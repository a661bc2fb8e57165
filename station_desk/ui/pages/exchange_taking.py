"""Takes the file looked at in: one transaction a package, one commit a ledger."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from station_desk.casework.context import Changed
from station_desk.errors import UserError
from station_desk.exchange import inbox
from station_desk.exchange.inbox import InboxResult, Preview
from station_desk.exchange.ledgers import LedgerResult
from station_desk.exchange.replysheets import Proposal
from station_desk.ui.dialogs import reply_in
from station_desk.ui.pages.exchange_inbox import Inbox
from station_desk.ui.pages.exchange_ledger import LedgerTrial, take_ledger
from station_desk.ui.pages.exchange_looking import Looking
from station_desk.ui.session import Session


class Taking(QObject):
    """`take_in()` takes in what the inbox shows. Signals: `busy(bool)` while it does, `taken(Path)`."""

    busy = Signal(bool)
    taken = Signal(object)

    def __init__(self, session: Session, files: Inbox, looking: Looking, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self.inbox, self.looking = files, looking

    def take_in(self) -> None:
        """Take in the file shown."""
        file, shown = self.inbox.file(), self.inbox.shown()
        if file is None:
            return
        path = file.path
        if isinstance(shown, Proposal):
            reply_in.open_reply(self._session, self._page, shown, done=lambda _: self._taken(path))
        elif isinstance(shown, LedgerTrial):
            self._take_ledger(path, shown)
        else:
            self._take_package(path, shown if isinstance(shown, Preview) else None)

    def _take_ledger(self, path: Path, shown: LedgerTrial) -> None:
        desk, actor, layout = self._session.desk, self._session.actor, shown.layout
        self.busy.emit(True)
        self._session.jobs.run(
            lambda progress: take_ledger(desk, actor, path, layout, progress),
            done=lambda result: self._ledger_taken(path, result),
            failed=lambda error: self._not_taken(path, error),
            cancelled=lambda: self._stopped(path),
            owner=self,
            text=self._words(path),
        )

    def _take_package(self, path: Path, shown: Preview | None) -> None:
        desk, passphrase = self._session.desk, self.looking.passphrase(path)
        seen = shown is not None and not shown.signed  # and says so above the button
        # The button said so: whoever pressed it has compared these fingerprints.
        compared = {one.replica for one in shown.strangers} if shown is not None else set()
        self.busy.emit(True)
        self._session.jobs.run(
            lambda progress: inbox.take_in(
                desk, [path], progress, unsigned=seen, passphrase=passphrase,
                trust=lambda one: one.replica in compared,
            ),
            done=lambda result: self._package_taken(path, result),
            failed=lambda error: self._not_taken(path, error),
            cancelled=lambda: self._stopped(path),
            owner=self,
            text=self._words(path),
        )  # fmt: skip

    def _words(self, path: Path) -> str:
        return self.tr("Importing {file}").format(file=path.name)

    def _stopped(self, path: Path) -> None:
        self.busy.emit(False)
        said = self.tr("Stopped; nothing of {file} was taken in.")
        self._session.said.emit(said.format(file=path.name), False)

    def _not_taken(self, path: Path, error: UserError) -> None:
        self.busy.emit(False)
        self.looking.refuse(path, error)

    def _package_taken(self, path: Path, result: InboxResult) -> None:
        self.busy.emit(False)
        if result.refused:
            self.looking.refuse(path, result.refused[0].error())
            return
        came = (
            self.tr("Imported {count} changes").format(count=result.changes)
            if result.changes
            else self.tr("Imported; nothing in it was new")
        )
        self._tell(" ".join(result.said) or came)  # what was taken back must not look like a loss
        self._taken(path)
        if any(kept.state == "kept" for kept in self.inbox.files):
            self.looking.retry()

    def _ledger_taken(self, path: Path, result: LedgerResult) -> None:
        self.busy.emit(False)
        self._tell(self.tr("Imported {count} rows").format(count=result.new))
        self._taken(path, result)

    def _taken(self, path: Path, result: LedgerResult | None = None) -> None:
        self.inbox.taken(path, result)
        self.looking.decided(path)
        self.taken.emit(path)

    def _tell(self, words: str) -> None:
        self._session.said.emit(words, False)
        self._session.changed.emit(Changed())
