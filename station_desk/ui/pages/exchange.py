"""Exchange: files in (proved, previewed, decided), files out, and how each office stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QStackedWidget, QVBoxLayout, QWidget

from station_desk.casework.context import Changed
from station_desk.errors import UserError
from station_desk.exchange import inbox, stream
from station_desk.exchange.inbox import InboxResult, Preview
from station_desk.exchange.ledgers import LedgerResult
from station_desk.exchange.post import Collected
from station_desk.exchange.replysheets import Proposal
from station_desk.exchange.spool import ENDINGS, is_package
from station_desk.exchange.stream import Peer
from station_desk.reports import rowreport
from station_desk.ui.dialogs import reply_in
from station_desk.ui.pages.conflicts_door import ConflictsDoor
from station_desk.ui.pages.exchange_empty import NothingYet
from station_desk.ui.pages.exchange_inbox import Inbox
from station_desk.ui.pages.exchange_ledger import LedgerPreview, LedgerTrial, take_ledger
from station_desk.ui.pages.exchange_looking import SHEETS, Looking
from station_desk.ui.pages.exchange_many import CollectedView, Collecting
from station_desk.ui.pages.exchange_outbox import Outgoing
from station_desk.ui.pages.exchange_package import PackagePreview
from station_desk.ui.pages.exchange_peers import ExchangeColumn
from station_desk.ui.pages.exchange_reply import FileWords
from station_desk.ui.pages.exchange_watch import WatchPanel
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.page import ActionBar, Page, scrolled
from station_desk.ui.widgets.side_panel import hairline


class ExchangePage(Page):
    """`take(path)` begins with any file: a package is previewed, a ledger tried."""

    offers = frozenset({"refresh"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair_from = 960
        self._session = session
        self.inbox = Inbox()
        self.looking = Looking(session, self.inbox, self)
        self.looking.looked.connect(self._looked)
        self.collecting = Collecting(session, self)
        self.collecting.collected.connect(self._collected)
        self.outgoing = Outgoing(session, self)
        self.outgoing.failed.connect(self._say_refused)
        self.setAcceptDrops(True)
        self.head.set_title(self.tr("Exchange"), self.tr("By USB stick, shared folder or office mail"))
        self.undecided = ConflictsDoor(session, self)
        self.head.add(self.undecided)
        self.ledger_button = Button(self, self.tr("Import a ledger"), icon="file-spreadsheet")
        self.ledger_button.clicked.connect(self._choose_ledger)
        self.open_button = Button(self, self.tr("Open a received file"), icon="folder-open")
        self.open_button.clicked.connect(self._choose_package)
        self.head.add(self.ledger_button)
        self.head.add(self.open_button)
        self.column = column = ExchangeColumn()
        self.column.fileWanted.connect(self._choose_package)
        self.column.incomingChosen.connect(self._turn_to)
        self.column.sendWanted.connect(self.outgoing.choose)
        self.watch_button = self._link(self.tr("Watch folders"), lambda: self._step("watch"))
        self.column.inbox.head.addWidget(self.watch_button)
        self.all_button = self._link(self.tr("Save all"), self.outgoing.choose_all)
        self.all_button.hide()
        self.column.outbox.head.addWidget(self.all_button)
        self.looking.listed.connect(lambda: column.show_incoming(self.inbox.files, self.inbox.current))
        self.set_list(scrolled(self.column), 348)
        self.set_back_text(self.tr("Files and offices"))
        self.empty = NothingYet()
        self.empty.chosen.connect(self._step)
        self.package = PackagePreview(session)
        self.package.matterWanted.connect(lambda record: session.wanted.emit("matters", record))
        self.ledger = LedgerPreview()
        self.ledger.columnChosen.connect(self.looking.column_chosen)
        self.ledger.headerChosen.connect(self.looking.header_chosen)
        self._stack = QStackedWidget()
        self.refused = FileWords()
        self.refused.chosen.connect(self._step)
        self.many = CollectedView()
        self.many.acceptWanted.connect(self.collecting.accept)
        self.watch = WatchPanel(session)
        for part in (self.empty, self.package, self.ledger, self.refused, self.many, self.watch):
            self._stack.addWidget(part)
        body = QWidget()
        lines = QVBoxLayout(body)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        self._foot_line = hairline()
        self.bar = ActionBar()
        lines.addWidget(self._stack, 1)
        lines.addWidget(self._foot_line)
        lines.addWidget(self.bar)
        self.set_body(body)
        self._make_bar()
        self._show_empty()
        session.changed.connect(self._changed)

    def _link(self, text: str, act: Callable[[], object]) -> Button:
        made = Button(self, text, "link")
        made.set_small(True)
        made.set_flush(True)
        made.clicked.connect(lambda: act())
        return made

    def _make_bar(self) -> None:
        bar = self.bar
        self.leave_button = Button(self, self.tr("Do not import"), "word")
        self.leave_button.clicked.connect(self.leave)
        self.report_button = Button(self, self.tr("Result of every row"), icon="file-spreadsheet")
        self.report_button.clicked.connect(self._choose_report)
        self.words = QLabel(self)
        self.words.setProperty("role", "second")
        self.take_button = Button(self, kind="primary")
        self.take_button.clicked.connect(self.take_in)
        self.notice = Notice(self, "red")
        self.notice.hide()
        bar.add_left(self.leave_button)
        bar.add_left(self.notice)
        bar.add_right(self.words)
        bar.add_right(self.report_button)
        bar.add_right(self.take_button)

    def _show_empty(self) -> None:
        self.inbox.current = -1
        self._stack.setCurrentWidget(self.empty)
        self._lay_bar()

    def _step(self, key: str) -> None:
        if key == "open":
            self._choose_package()
        elif key == "ledger":
            self._choose_ledger()
        elif key == "reply":
            self.take_in()
        elif key == "watch":
            self.watch.show_watch()
            self._show(self.watch)
        elif key == "again":
            if (file := self.inbox.file()) is not None:
                self.take(file.path)
        elif key == "paper":
            reply_in.ask_number(self._session, self, self._say_refused)
        else:
            self.show_list()
            self.column.outbox.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- reading ---------------------------------------------------------------------------------------

    def arrive(self) -> None:
        desk = self._session.desk
        self._session.read(lambda: stream.peers(desk), self._show_peers, owner=self)
        self.undecided.read()
        self.looking.take_up()

    def _show_peers(self, peers: list[Peer]) -> None:
        self.column.show_peers(peers, self._session.today())
        self.all_button.setVisible(sum(peer.waiting > 0 for peer in peers) > 1)

    def _changed(self, changed: object) -> None:
        self.arrive()

    def do(self, action: str) -> bool:
        if action == "refresh":
            self.arrive()
            return True
        return False

    def first_focus(self) -> QWidget | None:
        return self.open_button

    # ---- files in --------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        names = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if any(is_package(name) or name.suffix.lower() in SHEETS or name.is_dir() for name in names):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_all([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def take_all(self, sources: Sequence[Path]) -> None:
        """One package is looked at first; a folder, or several packages, are taken in without a question
        each. Sheets and ledgers are looked at one by one."""
        many = [source for source in sources if is_package(source) or source.is_dir()]
        if len(many) > 1 or any(source.is_dir() for source in many):
            self.collecting.collect(many)
        else:
            for source in many:
                self.take(source)
        for source in sources:
            if source not in many:
                self.take(source)

    def _collected(self, result: Collected) -> None:
        self.looking.show_kept(result.waiting)
        self.many.show_result(result)
        self._show(self.many)

    def _show(self, part: QWidget) -> None:
        """Show what belongs to no single file."""
        self.inbox.current = -1
        self._stack.setCurrentWidget(part)
        self.column.show_incoming(self.inbox.files, -1)
        self._lay_bar()
        self.show_body()

    def _choose_package(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Open received files"),
            "",
            self.tr("Packages and reply sheets ({packages} *.xlsx *.docx *.xls)").format(
                packages=" ".join(f"*{ending}" for ending in ENDINGS)
            ),
        )
        self.take_all([Path(name) for name in names])

    def _choose_ledger(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose the ledger"), "", self.tr("Ledgers (*.xlsx *.xls *.csv)")
        )
        if name:
            self.take(Path(name))

    def take(self, source: Path) -> None:
        """Look at a file; nothing is written to the desk until the person says so."""
        self.looking.take(source)

    def _looked(self, path: Path) -> None:
        self.take_button.setEnabled(not self.looking.is_trying())
        self._turn_to(self.inbox.place(path))

    def _turn_to(self, number: int) -> None:
        """Show the file at this place of the inbox."""
        if not 0 <= number < len(self.inbox.files):
            self._show_empty()
            self.column.show_incoming(self.inbox.files, -1)
            return
        self.inbox.current = number
        shown = self.inbox.shown()
        if isinstance(shown, Preview):
            self.package.show_preview(shown)
            self._stack.setCurrentWidget(self.package)
        elif isinstance(shown, LedgerTrial):
            self.ledger.show_trial(shown)
            self._stack.setCurrentWidget(self.ledger)
        elif isinstance(shown, LedgerResult):
            self.ledger.show_done(shown)
            self._stack.setCurrentWidget(self.ledger)
        elif isinstance(shown, Proposal):
            self.refused.show_reply(shown, taken=self.inbox.files[number].state == "taken")
            self._stack.setCurrentWidget(self.refused)
        elif self.inbox.reason():
            self.refused.show_left(self.inbox.files[number], self.inbox.reason())
            self._stack.setCurrentWidget(self.refused)
        else:
            self._stack.setCurrentWidget(self.empty)
        self.column.show_incoming(self.inbox.files, number)
        self._lay_bar()
        self.show_body()

    def _lay_bar(self) -> None:
        """The bar's verbs belong to the file shown; without one they are away."""
        file, shown = self.inbox.file(), self.inbox.shown()
        waiting = file is not None and file.state == "waiting" and shown is not None
        self.bar.setVisible(file is not None)
        self._foot_line.setVisible(file is not None)
        ready = not isinstance(shown, LedgerTrial) or shown.layout.mapping.is_enough
        self.take_button.setVisible(waiting and ready)
        self.leave_button.setVisible(file is not None)
        self.leave_button.setText(self.tr("Do not import") if waiting else self.tr("Put away"))
        self.report_button.setVisible(isinstance(shown, LedgerTrial | LedgerResult))
        self.notice.hide()
        words = ""
        if waiting and isinstance(shown, Preview):
            count = shown.new + shown.changed
            said = self.tr("I compared it by telephone: import {count}") if shown.strangers else ""
            self.take_button.setText((said or self.tr("Import {count}")).format(count=count))
            if shown.conflicts:
                words = self.tr("{count} in conflict, kept for later").format(count=shown.conflicts)
        elif waiting and isinstance(shown, Proposal):
            self.take_button.setText(self.tr("Look at the reply"))
        elif waiting and isinstance(shown, LedgerTrial):
            self.take_button.setText(self.tr("Import {count} rows").format(count=shown.result.new))
        self.words.setText(words)

    # ---- deciding --------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Put the file away without taking it in; the one it was copied from stays where it lies."""
        if (file := self.inbox.leave()) is not None:
            self.looking.decided(file.path)
        self._turn_to(0)

    def take_in(self) -> None:
        """Take in the file shown: one transaction a package, one commit a ledger."""
        file, shown = self.inbox.file(), self.inbox.shown()
        if file is None:
            return
        desk, actor, path = self._session.desk, self._session.actor, file.path
        if isinstance(shown, Proposal):
            reply_in.open_reply(self._session, self, shown, done=lambda _: self._taken(path))
            return
        self.take_button.setEnabled(False)
        text = self.tr("Importing {file}").format(file=path.name)
        if isinstance(shown, LedgerTrial):
            layout = shown.layout
            self._session.jobs.run(
                lambda progress: take_ledger(desk, actor, path, layout, progress),
                done=lambda result: self._ledger_taken(path, result),
                failed=lambda error: self._not_taken(path, error),
                cancelled=lambda: self.take_button.setEnabled(True),
                owner=self,
                text=text,
            )
            return
        seen = isinstance(shown, Preview) and not shown.signed  # and says so above the button
        # The button said so: whoever pressed it has compared these fingerprints.
        compared = {one.replica for one in shown.strangers} if isinstance(shown, Preview) else set()
        self._session.jobs.run(
            lambda progress: inbox.take_in(
                desk, [path], progress, unsigned=seen, trust=lambda one: one.replica in compared
            ),
            done=lambda result: self._package_taken(path, result),
            failed=lambda error: self._not_taken(path, error),
            cancelled=lambda: self.take_button.setEnabled(True),
            owner=self,
            text=text,
        )

    def _not_taken(self, path: Path, error: UserError) -> None:
        self.take_button.setEnabled(True)
        self.looking.refuse(path, error)

    def _package_taken(self, path: Path, result: InboxResult) -> None:
        self.take_button.setEnabled(True)
        if result.refused:
            self.looking.refuse(path, result.refused[0].error())
            return
        came = (
            self.tr("Imported {count} changes").format(count=result.changes)
            if result.changes
            else self.tr("Nothing new in it; nothing was changed")
        )
        self._tell(" ".join(result.said) or came)  # what was taken back must not look like a loss
        self._taken(path)
        if any(kept.state == "kept" for kept in self.inbox.files):
            self.looking.retry()

    def _taken(self, path: Path, result: LedgerResult | None = None) -> None:
        self.inbox.taken(path, result)
        self.looking.decided(path)
        self._turn_to(self.inbox.place(path))

    def _ledger_taken(self, path: Path, result: LedgerResult) -> None:
        self.take_button.setEnabled(True)
        self._tell(self.tr("Imported {count} rows").format(count=result.new))
        self._taken(path, result)

    def _tell(self, words: str) -> None:
        self._session.said.emit(words, False)
        self._session.changed.emit(Changed())

    # ---- files out -------------------------------------------------------------------------------------

    def _choose_report(self) -> None:
        file = self.inbox.files[self.inbox.current]
        stem = self.tr("{file} result").format(file=file.path.stem)
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the result of every row"), f"{stem}.xlsx", self.tr("Excel (*.xlsx)")
        )
        if name:
            self.save_report(Path(name))

    def save_report(self, target: Path) -> None:
        """The result of every row as a workbook."""
        file, shown = self.inbox.file(), self.inbox.shown()
        result = shown.result if isinstance(shown, LedgerTrial) else shown
        if file is None or not isinstance(result, LedgerResult):
            return
        source, by = file.path.name, self._session.actor.name
        self._session.read(
            lambda: rowreport.write(result, target, source=source, made_by=by),
            lambda _: self._session.said.emit(self.tr("Saved {file}").format(file=target.name), False),
            owner=self,
            failed=self._say_refused,
        )

    def send(self, site: str, folder: Path) -> None:
        """Write the next package for `site` into `folder`."""
        self.outgoing.send(site, folder)

    def _say_refused(self, error: UserError) -> None:
        self.bar.show()
        self.notice.show_words(text=str(error))
        self.notice.show()
