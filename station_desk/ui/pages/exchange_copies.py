"""What the person saves of a file of the inbox: the result of every row, or a copy for whom it is for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from station_desk.exchange.ledgers import LedgerResult
from station_desk.exchange.spool import Spool
from station_desk.reports import rowreport
from station_desk.ui.pages.exchange_inbox import Inbox
from station_desk.ui.pages.exchange_ledger import LedgerTrial
from station_desk.ui.session import Session


class Copies(QObject):
    """`choose_report(inbox)`, `choose_pass_on(path)` ask where; `save_report`, `pass_on` write.

    Signal `failed(UserError)`.
    """

    failed = Signal(object)

    def __init__(self, session: Session, spool: Spool, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._spool, self._page = session, spool, page

    def choose_report(self, inbox: Inbox) -> None:
        """Ask where the result of every row of the ledger looked at goes."""
        file = inbox.file()
        if file is None:
            return
        stem = self.tr("{file} result").format(file=file.path.stem)
        name, _ = QFileDialog.getSaveFileName(
            self._page, self.tr("Save the result of every row"), f"{stem}.xlsx", self.tr("Excel (*.xlsx)")
        )
        if name:
            self.save_report(inbox, Path(name))

    def save_report(self, inbox: Inbox, target: Path) -> None:
        """The result of every row as a workbook."""
        file, shown = inbox.file(), inbox.shown()
        result = shown.result if isinstance(shown, LedgerTrial) else shown
        if file is None or not isinstance(result, LedgerResult):
            return
        source, by = file.path.name, self._session.actor.name
        self._session.read(
            lambda: rowreport.write(result, target, source=source, made_by=by),
            lambda _: self._saved(target),
            owner=self,
            failed=self.failed.emit,
        )

    def choose_pass_on(self, path: Path) -> None:
        """Ask where a copy of a file goes that is for somebody else."""
        name = QFileDialog.getExistingDirectory(self._page, self.tr("Save a copy to"))
        if name:
            self.pass_on(path, Path(name))

    def pass_on(self, path: Path, folder: Path) -> None:
        """Copy a file that waits, as it is, into `folder`."""
        spool = self._spool
        self._session.read(
            lambda: spool.pass_on(path, folder), self._saved, owner=self, failed=self.failed.emit
        )

    def _saved(self, target: Path) -> None:
        self._session.said.emit(self.tr("Saved {file}").format(file=target.name), False)
