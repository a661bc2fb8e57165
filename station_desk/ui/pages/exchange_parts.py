"""The right side of the exchange: one part at a time, for a file of the inbox or for what belongs to none."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from station_desk.exchange import doubts
from station_desk.exchange.inbox import Preview
from station_desk.exchange.ledgers import LedgerResult
from station_desk.exchange.replysheets import Proposal
from station_desk.ui.pages.exchange_board import BoardPanel
from station_desk.ui.pages.exchange_empty import NothingYet
from station_desk.ui.pages.exchange_inbox import Inbox
from station_desk.ui.pages.exchange_ledger import LedgerPreview, LedgerTrial
from station_desk.ui.pages.exchange_locked import LockedFile
from station_desk.ui.pages.exchange_many import CollectedView
from station_desk.ui.pages.exchange_package import PackagePreview
from station_desk.ui.pages.exchange_reply import FileWords
from station_desk.ui.pages.exchange_send import SendPanel
from station_desk.ui.pages.exchange_trust import TrustPanel
from station_desk.ui.pages.exchange_watch import WatchPanel
from station_desk.ui.session import Session


class Parts(QStackedWidget):
    """`show_file(inbox)` shows the part that fits the file looked at; the others are shown as they are."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = NothingYet()
        self.package = PackagePreview(session)
        self.ledger = LedgerPreview()
        self.refused = FileWords()
        self.locked = LockedFile()
        self.many = CollectedView()
        self.watch = WatchPanel(session)
        self.trust = TrustPanel(session)
        self.board = BoardPanel(session)
        self.sending = SendPanel(session)
        for part in (
            self.empty, self.package, self.ledger, self.refused, self.locked, self.many, self.watch,
            self.trust, self.board, self.sending,
        ):  # fmt: skip
            self.addWidget(part)

    def show_file(self, inbox: Inbox, *, tried: bool) -> None:
        """What is known of the file looked at; `tried`: a passphrase was given for it."""
        self.setCurrentWidget(self._part_of(inbox, tried))

    def _part_of(self, inbox: Inbox, tried: bool) -> QWidget:
        file, shown, reason = inbox.file(), inbox.shown(), inbox.reason()
        if file is None:
            return self.empty
        if isinstance(shown, Preview):
            self.package.show_preview(shown)
            return self.package
        if isinstance(shown, LedgerTrial):
            self.ledger.show_trial(shown)
            return self.ledger
        if isinstance(shown, LedgerResult):
            self.ledger.show_done(shown)
            return self.ledger
        if isinstance(shown, Proposal):
            self.refused.show_reply(shown, taken=file.state == "taken")
            return self.refused
        if file.state == "kept" and file.kind == doubts.SEALED:
            self.locked.show_file(file.path, reason, tried=tried)
            return self.locked
        if reason:
            self.refused.show_left(file, reason)
            return self.refused
        return self.empty
