"""The verbs below a file of the inbox: take it in, leave it, save the result of every row."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from station_desk.exchange.inbox import Preview
from station_desk.exchange.ledgers import LedgerResult
from station_desk.exchange.replysheets import Proposal
from station_desk.ui.pages.exchange_inbox import Inbox
from station_desk.ui.pages.exchange_ledger import LedgerTrial
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.page import ActionBar


class FileBar(ActionBar):
    """`show_file(inbox)`; the buttons are `take`, `leave`, `report`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leave = Button(self, self.tr("Do not import"), "word")
        self.report = Button(self, self.tr("Result of every row"), icon="file-spreadsheet")
        self.words = QLabel(self)
        self.words.setProperty("role", "second")
        self.take = Button(self, kind="primary")
        self.notice = Notice(self, "red")
        self.notice.hide()
        self.add_left(self.leave)
        self.add_left(self.notice)
        for part in (self.words, self.report, self.take):
            self.add_right(part)

    def show_file(self, inbox: Inbox) -> None:
        """The verbs that the file looked at has; without one they are away."""
        file, shown = inbox.file(), inbox.shown()
        waiting = file is not None and file.state == "waiting" and shown is not None
        self.setVisible(file is not None)
        ready = not isinstance(shown, LedgerTrial) or shown.layout.mapping.is_enough
        self.take.setVisible(waiting and ready)
        self.leave.setVisible(file is not None)
        self.leave.setText(self.tr("Do not import") if waiting else self.tr("Put away"))
        self.report.setVisible(isinstance(shown, LedgerTrial | LedgerResult))
        self.notice.hide()
        words = ""
        if waiting and isinstance(shown, Preview):
            count = shown.new + shown.changed
            said = self.tr("I compared it by telephone: import {count}") if shown.strangers else ""
            self.take.setText((said or self.tr("Import {count}")).format(count=count))
            if shown.conflicts:
                words = self.tr("{count} in conflict, kept for later").format(count=shown.conflicts)
        elif waiting and isinstance(shown, Proposal):
            self.take.setText(self.tr("Look at the reply"))
        elif waiting and isinstance(shown, LedgerTrial):
            self.take.setText(self.tr("Import {count} rows").format(count=shown.result.new))
        self.words.setText(words)

    def say(self, words: str) -> None:
        """Say in the bar why something could not be done."""
        self.show()
        self.notice.show_words(text=words)
        self.notice.show()
