"""Exchange: files in (proved, previewed, decided), files out, whom one believes, how each office stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from station_desk.errors import UserError
from station_desk.exchange import enrolment
from station_desk.exchange.post import Collected
from station_desk.exchange.spool import ENDINGS, is_package
from station_desk.exchange.stream import Peer
from station_desk.ui.dialogs import reply_in
from station_desk.ui.pages.conflicts_door import ConflictsDoor
from station_desk.ui.pages.exchange_bar import FileBar
from station_desk.ui.pages.exchange_board import Office, offices
from station_desk.ui.pages.exchange_copies import Copies
from station_desk.ui.pages.exchange_inbox import Inbox
from station_desk.ui.pages.exchange_looking import SHEETS, Looking
from station_desk.ui.pages.exchange_many import Collecting
from station_desk.ui.pages.exchange_outbox import Outgoing
from station_desk.ui.pages.exchange_parts import Parts
from station_desk.ui.pages.exchange_peers import ExchangeColumn
from station_desk.ui.pages.exchange_taking import Taking
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.page import Page, scrolled
from station_desk.ui.widgets.side_panel import hairline


class ExchangePage(Page):
    """`take(path)` begins with any file: a package is previewed, a ledger tried, an introduction shown.

    `seek`: "trust", "watch", "board", or "send:" with the code of an office.
    """

    offers = frozenset({"refresh"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair_from = 960
        self._session = session
        self._peers: Mapping[str, Peer] = {}
        self._wanted = ""
        self.inbox = Inbox()
        self.looking = Looking(session, self.inbox, self)
        self.looking.looked.connect(self._looked)
        self.collecting = Collecting(session, self)
        self.collecting.collected.connect(self._collected)
        self.outgoing = Outgoing(session, self)
        self.outgoing.failed.connect(self._say_refused)
        self.taking = Taking(session, self.inbox, self.looking, self)
        self.taking.taken.connect(self._turn_to_file)
        self.taking.busy.connect(self._busy)
        self.copies = Copies(session, self.looking.spool, self)
        self.copies.failed.connect(self._say_refused)
        self.setAcceptDrops(True)
        self._make_head()
        self._make_column()
        self._make_parts()
        self._show_empty()
        session.changed.connect(self._changed)

    # ---- building --------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.head.set_title(self.tr("Exchange"), self.tr("By USB stick, shared folder or office mail"))
        self.undecided = ConflictsDoor(self._session, self)
        self.head.add(self.undecided)
        self.ledger_button = Button(self, self.tr("Import a ledger"), icon="file-spreadsheet")
        self.ledger_button.clicked.connect(self._choose_ledger)
        self.open_button = Button(self, self.tr("Open a received file"), icon="folder-open")
        self.open_button.clicked.connect(self._choose_package)
        self.head.add(self.ledger_button)
        self.head.add(self.open_button)

    def _make_column(self) -> None:
        self.column = column = ExchangeColumn()
        column.fileWanted.connect(self._choose_package)
        column.incomingChosen.connect(self._turn_to)
        column.sendWanted.connect(self.outgoing.choose)
        column.peerChosen.connect(self.show_peer)
        column.allWanted.connect(self._show_board)
        self.watch_button = self._link(self.tr("Watch folders"), self._show_watch)
        column.inbox.head.addWidget(self.watch_button)
        self.all_button = self._link(self.tr("Save all"), self.outgoing.choose_all)
        self.all_button.hide()
        column.outbox.head.addWidget(self.all_button)
        self.trust_button = self._link(self.tr("Keys and trust"), self._show_trust)
        column.peers.head.addWidget(self.trust_button)
        self.looking.listed.connect(self._list_files)
        self.set_list(scrolled(column), 348)
        self.set_back_text(self.tr("Files and offices"))

    def _make_parts(self) -> None:
        session = self._session
        self._stack = parts = Parts(session)
        self.empty, self.refused, self.locked = parts.empty, parts.refused, parts.locked
        self.package, self.ledger, self.many = parts.package, parts.ledger, parts.many
        self.watch, self.trust, self.board, self.sending = (
            parts.watch,
            parts.trust,
            parts.board,
            parts.sending,
        )
        self.empty.chosen.connect(self._step)
        self.refused.chosen.connect(self._step)
        self.package.matterWanted.connect(self._open_matter)
        self.ledger.columnChosen.connect(self.looking.column_chosen)
        self.ledger.headerChosen.connect(self.looking.header_chosen)
        self.locked.phraseGiven.connect(self.looking.take)
        self.many.acceptWanted.connect(self.collecting.accept)
        self.trust.accepted.connect(self.collecting.accept)
        self.board.chosen.connect(self.show_peer)
        self.sending.sendWanted.connect(self.outgoing.choose_closed)
        self.sending.receiptWanted.connect(self.outgoing.choose_receipt)
        self.looking.waits.connect(self._read_offices)
        self.bar = FileBar()
        self.take_button, self.leave_button, self.report_button = (
            self.bar.take, self.bar.leave, self.bar.report,
        )  # fmt: skip
        self.take_button.clicked.connect(self.taking.take_in)
        self.leave_button.clicked.connect(self.leave)
        self.report_button.clicked.connect(self._choose_report)
        body = QWidget()
        lines = QVBoxLayout(body)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        self._foot_line = hairline()
        lines.addWidget(self._stack, 1)
        lines.addWidget(self._foot_line)
        lines.addWidget(self.bar)
        self.set_body(body)

    def _link(self, text: str, act: Callable[[], object]) -> Button:
        """A link in the column; `act` is a bound method, which holds nothing where a signal holds it."""
        made = Button(self, text, "link")
        made.set_small(True)
        made.set_flush(True)
        made.clicked.connect(act)
        return made

    # ---- going about -----------------------------------------------------------------------------------

    def _show_empty(self) -> None:
        self.inbox.current = -1
        self._stack.setCurrentWidget(self.empty)
        self._lay_bar()

    def _step(self, key: str) -> None:
        acts: Mapping[str, Callable[[], object]] = {
            "open": self._choose_package,
            "ledger": self._choose_ledger,
            "reply": self.taking.take_in,
            "send": self._to_outbox,
            "watch": self._show_watch,
            "trust": self._show_trust,
            "board": self._show_board,
        }
        file = self.inbox.file()
        if key in acts:
            acts[key]()
        elif key == "paper":
            reply_in.ask_number(self._session, self, self._say_refused)
        elif file is not None and key == "again":
            self.take(file.path)
        elif file is not None and key == "accept":
            self.collecting.accept(file.fingerprint)
        elif file is not None and key == "unsigned":
            self.collecting.take_unsigned(file.path)
        elif file is not None and key == "pass":
            self.copies.choose_pass_on(file.path)

    def _to_outbox(self) -> None:
        self.show_list()
        self.column.outbox.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_watch(self) -> None:
        self.watch.show_watch()
        self._show(self.watch)

    def _show_trust(self) -> None:
        self.trust.show_trust()
        self._show(self.trust)

    def _show_board(self) -> None:
        self._show(self.board)

    def _open_matter(self, record: object) -> None:
        self._session.wanted.emit("matters", record)

    def _choose_report(self) -> None:
        self.copies.choose_report(self.inbox)

    def seek(self, key: object) -> None:
        """Show the part of that name; an office once it is read."""
        name = str(key)
        if name.startswith("send:"):
            self._wanted = name.removeprefix("send:")
            self._seek_peer()
        elif name in ("trust", "watch", "board"):
            self._step(name)

    def _seek_peer(self) -> None:
        if self._wanted in self._peers:
            self.show_peer(self._wanted)
            self._wanted = ""

    def show_peer(self, site: str) -> None:
        """Show what goes to one office: encryption, a receipt alone, what was sent."""
        if site in self._peers:
            self.sending.show_peer(self._peers[site])
            self._show(self.sending)

    # ---- reading ---------------------------------------------------------------------------------------

    def arrive(self) -> None:
        self._read_offices()
        self.undecided.read()
        self.looking.take_up()
        if self._stack.currentWidget() is self.trust:
            self.trust.show_trust()

    def _read_offices(self) -> None:
        desk, today = self._session.desk, self._session.today()
        self._session.read(lambda: offices(desk, today), self._show_offices, owner=self)

    def _show_offices(self, found: list[Office]) -> None:
        self._peers = {one.peer.site: one.peer for one in found}
        names = {site: peer.name for site, peer in self._peers.items()}
        self.outgoing.name_sites(names)
        self.watch.name_sites(names)
        self.column.show_offices(found, self._session.today())
        self.board.show_offices(found)
        self.all_button.setVisible(sum(one.peer.waiting > 0 for one in found) > 1)
        if self._wanted:
            self._seek_peer()
        elif self._stack.currentWidget() is self.sending and self.sending.peer() in self._peers:
            self.sending.show_peer(self._peers[self.sending.peer()])

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
        if any(is_package(n) or n.suffix.lower() in (*SHEETS, enrolment.SUFFIX) or n.is_dir() for n in names):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_all([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def take_all(self, sources: Sequence[Path]) -> None:
        """One package is looked at first; a folder, or several packages, are taken in without a question
        each. Sheets, ledgers and introductions are looked at one by one, these in a folder too."""
        many = [source for source in sources if is_package(source) or source.is_dir()]
        if len(many) > 1 or any(source.is_dir() for source in many):
            self.collecting.collect(many)
        else:
            for source in many:
                self.take(source)
        for source in sources:
            if source not in many:
                self.take(source)
        self._session.read(lambda: enrolment.letters_in(sources), self._introduce, owner=self)

    def _introduce(self, letters: Sequence[Path]) -> None:
        for letter in letters:
            self.take(letter)

    def _collected(self, result: Collected) -> None:
        self.looking.show_result(result)
        self._read_offices()
        self.many.show_result(result)
        asked = self.trust.introduced.is_asking()
        if self._stack.currentWidget() is self.trust and (asked or not (result.waiting or result.refused)):
            return  # somebody is asked there; what was taken in is said at the foot
        self._show(self.many)

    def _show(self, part: QWidget) -> None:
        """Show what belongs to no single file."""
        self.inbox.current = -1
        self._stack.setCurrentWidget(part)
        self._list_files()
        self._lay_bar()
        self.show_body()

    def _choose_package(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Open received files"),
            "",
            self.tr("Packages, introductions and reply sheets ({packages} *.xlsx *.docx *.xls)").format(
                packages=" ".join(f"*{ending}" for ending in (*ENDINGS, enrolment.SUFFIX))
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
        if source.suffix.lower() == enrolment.SUFFIX:
            self._step("trust")
            self.trust.introduce(source)
            return
        self.looking.take(source)

    def _looked(self, path: Path) -> None:
        self.take_button.setEnabled(not self.looking.is_trying())
        self._turn_to_file(path)

    def _busy(self, busy: bool) -> None:
        self.take_button.setEnabled(not busy)

    def _list_files(self) -> None:
        self.column.show_incoming(self.inbox.files, self.inbox.current)

    def _turn_to_file(self, path: Path) -> None:
        self._turn_to(self.inbox.place(path))

    def _turn_to(self, number: int) -> None:
        """Show the file at this place of the inbox."""
        if not 0 <= number < len(self.inbox.files):
            self._show_empty()
            self._list_files()
            return
        self.inbox.current = number
        file = self.inbox.files[number]
        self._stack.show_file(self.inbox, tried=bool(self.looking.passphrase(file.path)))
        self._list_files()
        self._lay_bar()
        self.show_body()
        if self._stack.currentWidget() is self.locked:
            self.locked.phrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_bar(self) -> None:
        self.bar.show_file(self.inbox)
        self._foot_line.setVisible(self.bar.isVisibleTo(self))

    def leave(self) -> None:
        """Put the file away without taking it in; the one it was copied from stays where it lies."""
        if (file := self.inbox.leave()) is not None:
            self.looking.decided(file.path)
        self._turn_to(0)

    # ---- files out -------------------------------------------------------------------------------------

    def send(self, site: str, folder: Path) -> None:
        """Write the next package for `site` into `folder`."""
        self.outgoing.send(site, folder)

    def _say_refused(self, error: UserError) -> None:
        self.bar.say(str(error))
