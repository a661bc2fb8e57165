"""Looks at what is put in: a package verified and tried, a ledger tried as proposed or as the person says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from station_desk.casework.context import Changed
from station_desk.errors import UserError
from station_desk.exchange import inbox, post, replysheets
from station_desk.exchange.doubts import BY_ITSELF, MISSING, Doubt
from station_desk.exchange.inbox import Preview
from station_desk.exchange.layouts import Layout
from station_desk.exchange.post import Collected
from station_desk.exchange.replysheets import Proposal
from station_desk.exchange.spool import Spool, Waiting
from station_desk.progress import Progress
from station_desk.ui import figures
from station_desk.ui.jobs import Job
from station_desk.ui.pages.exchange_inbox import Inbox
from station_desk.ui.pages.exchange_ledger import LedgerTrial, try_ledger
from station_desk.ui.session import Session

SHEETS = (".xlsx", ".xls", ".csv", ".docx")
LISTED = 30
"""Files waiting that the list shows; it is no place for hundreds."""


@dataclass(frozen=True, slots=True)
class _Tried:
    """What became of a sheet: a ledger tried, or a unit's reply."""

    path: Path
    trial: LedgerTrial | Proposal


class Looking(QObject):
    """`take(file)` begins; signals `looked(Path)` whenever the inbox knows more of a file, `listed()` when
    the list alone changed, and `waits()` when a file goes on from one that is not here: its sender may be
    new."""

    looked = Signal(object)
    listed = Signal()
    waits = Signal()

    def __init__(self, session: Session, files: Inbox, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self.inbox = session, files
        self.spool = Spool(session.desk.path)
        self._phrases: dict[Path, str] = {}
        self._sources: dict[Path, Path] = {}
        self._begun = False
        self._trying: Job | None = None

    def is_trying(self) -> bool:
        """Whether a ledger is being tried, so that what is shown is not the last word."""
        return self._trying is not None and not self._trying.over

    def take_up(self) -> None:
        """Look again, once, at what was not decided before the program was closed; from then on, only list
        what waits: it may have come into a watched folder."""
        first, self._begun = not self._begun, True
        self._session.read(self.spool.waiting, self._take_all if first else self.show_kept, owner=self)

    def _take_all(self, waiting: list[Waiting]) -> None:
        self.show_kept(waiting)
        for one in waiting:
            if not one.kind and self.inbox.place(one.path) < 0:
                self.take(one.path)
        if any(one.kind in BY_ITSELF for one in waiting):
            self.retry()

    def show_kept(self, waiting: Sequence[Waiting]) -> None:
        """The list shows what waits in the desk's inbox for something to come."""
        kept = {one.path: one for one in waiting if one.kind}
        for file in list(self.inbox.files):
            if file.state == "kept" and file.kind and file.path not in kept:
                self.inbox.gone(file.path)
        looked_at = {file.path for file in self.inbox.files if file.state == "waiting"}
        for path, one in [*kept.items()][:LISTED]:
            if path not in looked_at:  # somebody has it before them: the note is of before
                self.inbox.keep(path, one.reason, one.kind, one.fingerprint)
        self.listed.emit()

    def retry(self) -> None:
        """Try what waits for nobody's decision: the program may be newer, or what was missing may be here."""
        desk = self._session.desk
        self._session.jobs.run(
            lambda progress: post.retry(desk, progress),
            done=self._retried,
            failed=lambda error: self._session.said.emit(str(error), False),
            owner=self,
            text=self.tr("Trying again what waits"),
        )

    def show_result(self, result: Collected) -> None:
        """The list shows what many files came to: what was taken in with them, and what waits."""
        for file in list(self.inbox.files):
            if file.path in result.copies and file.state == "waiting":
                self.inbox.taken(file.path)
        self.show_kept(result.waiting)

    def _retried(self, result: Collected) -> None:
        self.show_result(result)
        if result.taken:
            self._session.said.emit(result.sentence(), False)
            self._session.changed.emit(Changed())

    def passphrase(self, path: Path) -> str:
        """What opened this file, as long as it is looked at; kept nowhere else."""
        return self._phrases.get(path, "")

    def take(self, source: Path, passphrase: str = "") -> None:
        """Look at a file; nothing is written to the desk until the person says so. One that is encrypted is
        tried with this desk's own key, or opened with the passphrase."""
        desk, actor, spool = self._session.desk, self._session.actor, self.spool
        path = spool.place(source)
        if path == source:
            # Stopped before it was copied, it lies only where it came from.
            source = self._sources.get(path, path)
        self._sources[path] = source
        self.inbox.add(path, self.tr("being verified"))
        self._phrases[path] = passphrase
        self.looked.emit(path)
        if path.suffix.lower() in SHEETS:
            today = self._session.today()

            def tried(progress: Progress) -> LedgerTrial | Proposal:
                spool.keep(source, path)
                if replysheets.is_reply_sheet(path):
                    return replysheets.propose(desk, path, today)
                return try_ledger(desk, actor, path, progress)

            self._try(path, tried)
            return

        def previewed(progress: Progress) -> Preview:
            spool.keep(source, path)
            return inbox.preview(desk, path, progress, passphrase=passphrase)

        # A preview applies the package and takes it back, so it waits its turn among the writes.
        self._session.jobs.run(
            previewed,
            done=self._previewed,
            failed=lambda error: self.refuse(path, error),
            cancelled=lambda: self._stopped(path),
            owner=self,
            text=self.tr("Verifying {file}").format(file=path.name),
        )

    def _try(self, path: Path, tried: Callable[[Progress], LedgerTrial | Proposal]) -> None:
        job = self._session.jobs.read(
            lambda progress: _Tried(path, tried(progress)),
            done=lambda found: self._tried(job, found),
            failed=lambda error: self.refuse(path, error),
            owner=self,
            text=self.tr("Reading {file}").format(file=path.name),
        )
        self._trying = job

    def column_chosen(self, field: str, index: object) -> None:
        """Another column (from 0, or None) for a field of the ledger looked at."""
        shown = self.inbox.shown()
        if isinstance(shown, LedgerTrial):
            self._again(shown, shown.layout.with_column(field, index if isinstance(index, int) else None))

    def header_chosen(self, row: int) -> None:
        """Another row (from 0) as the header of the ledger looked at."""
        shown = self.inbox.shown()
        if isinstance(shown, LedgerTrial):
            self._again(shown, None, row)

    def _again(self, shown: LedgerTrial, layout: Layout | None, header: int | None = None) -> None:
        """Try the ledger once more as the person says; an earlier trial still under way is overtaken."""
        if self._trying is not None:
            self._trying.cancel()
        if layout is not None:
            self.inbox.know(shown.path, replace(shown, layout=layout))
        desk, actor, path = self._session.desk, self._session.actor, shown.path
        self._try(
            path, lambda progress: try_ledger(desk, actor, path, progress, layout=layout, header=header)
        )
        self.looked.emit(path)

    def _previewed(self, shown: Preview) -> None:
        title = self.tr("{sender}, package {number}").format(
            sender=shown.sender_name or shown.sender, number=shown.number
        )
        when = figures.moment_words(shown.made, self._session.today())
        self.inbox.know(shown.path, shown, title=title, second=self.tr("made {when}").format(when=when))
        self.looked.emit(shown.path)

    def _tried(self, job: Job, found: _Tried) -> None:
        if job.stopping:
            return
        path, trial = found.path, found.trial
        if isinstance(trial, Proposal):
            title = self.tr("Reply of {unit}").format(unit=trial.charge.unit)
            self.inbox.know(path, trial, title=title, second=trial.charge.matter_number)
            self.looked.emit(path)
            return
        second = self.tr("{count} rows").format(count=trial.result.rows)
        self.inbox.know(trial.path, trial, second=second)
        self.looked.emit(trial.path)

    def refuse(self, path: Path, error: UserError) -> None:
        """It cannot be taken in: a doubtful one waits with its reason, any other is let go."""
        if isinstance(error, Doubt):
            kind, reason, mark = error.kind, str(error), error.fingerprint
            self.inbox.keep(path, reason, kind, mark)
            self._session.read(
                lambda: self.spool.note([(path, kind, reason, mark)]), lambda _: None, owner=self
            )
        else:
            self.inbox.refuse(path, str(error))
            self.decided(path)
        self.looked.emit(path)
        if isinstance(error, Doubt) and error.kind == MISSING:
            self.waits.emit()

    def _stopped(self, path: Path) -> None:
        """The person stopped it: the file stays in the list, to be looked at again or put away."""
        self.inbox.keep(path, self.tr("It was stopped before it was verified."))
        self.looked.emit(path)

    def decided(self, path: Path) -> None:
        """Let go of the copy of a file that is taken, refused or put away."""
        self._phrases.pop(path, None)
        self._sources.pop(path, None)
        self._session.read(lambda: self.spool.drop(path), lambda _: None, owner=self)
