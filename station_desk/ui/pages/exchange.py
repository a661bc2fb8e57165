"""Exchange: files in (proved, previewed, decided), files out, and how each office stands."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QStackedWidget, QVBoxLayout, QWidget

from station_desk.casework.context import Changed
from station_desk.errors import UserError
from station_desk.exchange import inbox, ledgers, stream
from station_desk.exchange.inbox import InboxResult, Preview
from station_desk.exchange.ledgers import LedgerResult
from station_desk.exchange.package import SUFFIX
from station_desk.exchange.stream import Exported, Peer
from station_desk.reports import rowreport
from station_desk.ui import figures
from station_desk.ui.pages.exchange_ledger import LedgerPreview, LedgerTrial, columns_of
from station_desk.ui.pages.exchange_package import PackagePreview
from station_desk.ui.pages.exchange_peers import ExchangeColumn, Incoming
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.empty_state import Door, EmptyState, Step
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.page import ActionBar, Page, scrolled
from station_desk.ui.widgets.side_panel import hairline

SHEETS = (".xlsx", ".xls", ".csv")


class ExchangePage(Page):
    """`take(path)` begins with any file: a package is previewed, a ledger tried."""

    offers = frozenset({"refresh"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair_from = 960
        self._session = session
        self._files: list[Incoming] = []
        self._shown: dict[Path, Preview | LedgerTrial | LedgerResult] = {}
        self._current = -1
        self._reasons: dict[Path, str] = {}
        self.setAcceptDrops(True)
        self.head.set_title(self.tr("Exchange"), self.tr("By USB stick, shared folder or office mail"))
        self.ledger_button = Button(self, self.tr("Import a ledger"), icon="file-spreadsheet")
        self.ledger_button.clicked.connect(self._choose_ledger)
        self.open_button = Button(self, self.tr("Open a received file"), icon="folder-open")
        self.open_button.clicked.connect(self._choose_package)
        self.head.add(self.ledger_button)
        self.head.add(self.open_button)
        self.column = ExchangeColumn()
        self.column.fileWanted.connect(self._choose_package)
        self.column.incomingChosen.connect(self._turn_to)
        self.column.sendWanted.connect(self._choose_folder)
        self.set_list(scrolled(self.column), 348)
        self.set_back_text(self.tr("Files and offices"))
        self.empty = EmptyState()
        self.empty.chosen.connect(self._step)
        self.package = PackagePreview(session)
        self.package.matterWanted.connect(self._to_matter)
        self.ledger = LedgerPreview()
        self._stack = QStackedWidget()
        self.refused = EmptyState()
        self.refused.chosen.connect(self._step)
        for part in (self.empty, self.package, self.ledger, self.refused):
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
        self._current = -1
        self.empty.show_steps(
            self.tr("Nothing to decide just now"),
            self.tr("Offices exchange files; no network is needed. A file twice or late does no harm."),
            [
                Step(
                    "open",
                    self.tr("Take in what came"),
                    self.tr("Drop the file here: it is verified first, then shows what it would change"),
                    self.tr("Open a file"),
                ),
                Step(
                    "send",
                    self.tr("Send what is new"),
                    self.tr("At the left, for each office: everything it has not confirmed yet"),
                    self.tr("To the outbox"),
                ),
            ],
            [Door("ledger", self.tr("Take in an old ledger (Excel, CSV)"), "file-spreadsheet")],
            self.tr("Or"),
        )
        self._stack.setCurrentWidget(self.empty)
        self._lay_bar()

    def _step(self, key: str) -> None:
        if key == "open":
            self._choose_package()
        elif key == "ledger":
            self._choose_ledger()
        else:
            self.show_list()
            self.column.outbox.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- reading ---------------------------------------------------------------------------------------

    def arrive(self) -> None:
        desk = self._session.desk
        self._session.read(lambda: stream.peers(desk), self._show_peers, owner=self)

    def _show_peers(self, peers: list[Peer]) -> None:
        self.column.show_peers(peers, self._session.today())

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
        if any(name.suffix.lower() in (SUFFIX, *SHEETS) for name in names):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.take(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def _choose_package(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Open a received file"), "", self.tr("Packages (*{suffix})").format(suffix=SUFFIX)
        )
        for name in names:
            self.take(Path(name))

    def _choose_ledger(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose the ledger"), "", self.tr("Ledgers (*.xlsx *.xls *.csv)")
        )
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Look at a file; nothing is written until the person says so."""
        desk, actor = self._session.desk, self._session.actor
        for number, file in enumerate(self._files):
            if file.path == path:
                del self._files[number]
                break
        self._files.insert(0, Incoming(path, path.name, self.tr("being verified"), "waiting"))
        self._turn_to(0)
        if path.suffix.lower() in SHEETS:
            self._session.jobs.read(
                lambda progress: LedgerTrial(
                    path,
                    columns_of(path),
                    ledgers.take_in(desk, actor, path, dry_run=True, progress=progress),
                ),
                done=self._tried,
                failed=lambda error: self._refuse(path, error),
                owner=self,
                text=self.tr("Reading {file}").format(file=path.name),
            )
            return
        # A preview applies the package and takes it back, so it waits its turn among the writes.
        self._session.jobs.run(
            lambda progress: inbox.preview(desk, path, progress),
            done=self._previewed,
            failed=lambda error: self._refuse(path, error),
            owner=self,
            text=self.tr("Verifying {file}").format(file=path.name),
        )

    def _note(self, path: Path, *, title: str = "", second: str = "", state: str = "") -> None:
        for number, file in enumerate(self._files):
            if file.path == path:
                self._files[number] = Incoming(
                    path, title or file.title, second or file.second, state or file.state
                )

    def _previewed(self, shown: Preview) -> None:
        title = self.tr("{sender}, package {number}").format(
            sender=shown.sender_name or shown.sender, number=shown.number
        )
        when = figures.moment_words(shown.made, self._session.today())
        self._shown[shown.path] = shown
        self._note(shown.path, title=title, second=self.tr("made {when}").format(when=when))
        self._turn_to(self._place(shown.path))

    def _tried(self, trial: LedgerTrial) -> None:
        self._shown[trial.path] = trial
        second = self.tr("{count} rows").format(count=trial.result.rows)
        self._note(trial.path, second=second)
        self._turn_to(self._place(trial.path))

    def _refuse(self, path: Path, error: UserError) -> None:
        self._reasons[path] = str(error)
        self._shown.pop(path, None)
        self._note(path, state="refused", second=str(error))
        self._turn_to(self._place(path))

    def _place(self, path: Path) -> int:
        return next((number for number, file in enumerate(self._files) if file.path == path), -1)

    def _turn_to(self, number: int) -> None:
        """Show the file at this place of the inbox."""
        if not 0 <= number < len(self._files):
            self._show_empty()
            self.column.show_incoming(self._files, -1)
            return
        self._current = number
        path = self._files[number].path
        shown = self._shown.get(path)
        if isinstance(shown, Preview):
            self.package.show_preview(shown)
            self._stack.setCurrentWidget(self.package)
        elif isinstance(shown, LedgerTrial):
            self.ledger.show_trial(shown)
            self._stack.setCurrentWidget(self.ledger)
        elif isinstance(shown, LedgerResult):
            self._stack.setCurrentWidget(self.ledger)
        elif path in self._reasons:
            self._show_refused(path)
        else:
            self._stack.setCurrentWidget(self.empty)
        self.column.show_incoming(self._files, number)
        self._lay_bar()
        self.show_body()

    def _show_refused(self, path: Path) -> None:
        self.refused.show_steps(
            self.tr("{file} was not taken in").format(file=path.name),
            self.tr("{reason} Nothing on this desk was changed.").format(reason=self._reasons[path]),
            [],
            [Door("open", self.tr("Open another file"), "folder-open")],
        )
        self._stack.setCurrentWidget(self.refused)

    def _lay_bar(self) -> None:
        """The bar's verbs belong to the file shown; without one they are away."""
        file = self._files[self._current] if 0 <= self._current < len(self._files) else None
        shown = self._shown.get(file.path) if file is not None else None
        waiting = file is not None and file.state == "waiting" and shown is not None
        self.bar.setVisible(file is not None)
        self._foot_line.setVisible(file is not None)
        self.take_button.setVisible(waiting)
        self.leave_button.setVisible(file is not None)
        self.leave_button.setText(self.tr("Do not import") if waiting else self.tr("Put away"))
        self.report_button.setVisible(isinstance(shown, LedgerTrial | LedgerResult))
        self.notice.hide()
        words = ""
        if waiting and isinstance(shown, Preview):
            self.take_button.setText(self.tr("Import {count}").format(count=shown.new + shown.changed))
            if shown.conflicts:
                words = self.tr("{count} in conflict, kept for later").format(count=shown.conflicts)
        elif waiting and isinstance(shown, LedgerTrial):
            self.take_button.setText(self.tr("Import {count} rows").format(count=shown.result.new))
        self.words.setText(words)

    # ---- deciding --------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Put the file away without taking it in; it stays where it lies."""
        if 0 <= self._current < len(self._files):
            path = self._files.pop(self._current).path
            self._shown.pop(path, None)
            self._reasons.pop(path, None)
        self._turn_to(0)

    def take_in(self) -> None:
        """Take in the file shown: one transaction a package, one commit a ledger."""
        file = self._files[self._current]
        shown = self._shown.get(file.path)
        desk, actor, path = self._session.desk, self._session.actor, file.path
        self.take_button.setEnabled(False)
        text = self.tr("Importing {file}").format(file=path.name)
        if isinstance(shown, LedgerTrial):
            self._session.jobs.run(
                lambda progress: ledgers.take_in(desk, actor, path, progress=progress),
                done=lambda result: self._ledger_taken(path, result),
                failed=lambda error: self._not_taken(path, error),
                cancelled=lambda: self.take_button.setEnabled(True),
                owner=self,
                text=text,
            )
            return
        self._session.jobs.run(
            lambda progress: inbox.take_in(desk, [path], progress),
            done=lambda result: self._package_taken(path, result),
            failed=lambda error: self._not_taken(path, error),
            cancelled=lambda: self.take_button.setEnabled(True),
            owner=self,
            text=text,
        )

    def _not_taken(self, path: Path, error: UserError) -> None:
        self.take_button.setEnabled(True)
        self._refuse(path, error)

    def _package_taken(self, path: Path, result: InboxResult) -> None:
        self.take_button.setEnabled(True)
        if result.refused:
            self._refuse(path, UserError(result.refused[0].reason))
            return
        self._note(path, state="taken")
        self._tell(
            self.tr("Imported {count} changes").format(count=result.changes)
            if result.changes
            else self.tr("Nothing new in it; nothing was changed")
        )
        self._turn_to(self._place(path))

    def _ledger_taken(self, path: Path, result: LedgerResult) -> None:
        self.take_button.setEnabled(True)
        self._shown[path] = result
        self._note(path, state="taken")
        self.ledger.show_done(result)
        self._tell(self.tr("Imported {count} rows").format(count=result.new))
        self._turn_to(self._place(path))

    def _tell(self, words: str) -> None:
        self._session.said.emit(words, False)
        self._session.changed.emit(Changed())

    def _to_matter(self, record: object) -> None:
        self._session.wanted.emit("matters", record)

    # ---- files out -------------------------------------------------------------------------------------

    def _choose_report(self) -> None:
        file = self._files[self._current]
        stem = self.tr("{file} result").format(file=file.path.stem)
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the result of every row"), f"{stem}.xlsx", self.tr("Excel (*.xlsx)")
        )
        if name:
            self.save_report(Path(name))

    def save_report(self, target: Path) -> None:
        """The result of every row as a workbook."""
        shown = self._shown.get(self._files[self._current].path)
        result = shown.result if isinstance(shown, LedgerTrial) else shown
        if not isinstance(result, LedgerResult):
            return
        source, by = self._files[self._current].path.name, self._session.actor.name
        self._session.read(
            lambda: rowreport.write(result, target, source=source, made_by=by),
            lambda _: self._session.said.emit(self.tr("Saved {file}").format(file=target.name), False),
            owner=self,
            failed=self._say_refused,
        )

    def _choose_folder(self, site: str) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Save the package to"))
        if name:
            self.send(site, Path(name))

    def send(self, site: str, folder: Path) -> None:
        """Write the next package for `site` into `folder`."""
        desk = self._session.desk
        self._session.jobs.run(
            lambda progress: stream.export(desk, site, folder, progress),
            done=self._sent,
            failed=self._say_refused,
            owner=self,
            text=self.tr("Packing for {site}").format(site=site),
        )

    def _sent(self, made: Exported) -> None:
        self._tell(
            self.tr("Saved {file}: {count} entries. Hand it over, or send it.").format(
                file=made.path.name, count=made.commits
            )
        )

    def _say_refused(self, error: UserError) -> None:
        self.bar.show()
        self.notice.show_words(text=str(error))
        self.notice.show()
