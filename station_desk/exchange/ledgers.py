"""A clerk's own ledger becomes issues and replies; taking the same file in again changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from station_desk.casework.context import Actor, Desk, Work
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Assignment, Feedback, Issue, Reply, Unit, Visitor
from station_desk.domain.vocabulary import CHANNELS, FEEDBACK_METHODS, VERDICTS, Vocabulary
from station_desk.exchange import mapping, sheetin
from station_desk.exchange.fields import LedgerKind
from station_desk.exchange.ledgerrows import IssueRow, read_rows
from station_desk.i18n import translate
from station_desk.progress import Progress, silent
from station_desk.store import directory, numbers
from station_desk.store.engine import Connection

CHUNK = 1_000


@dataclass(frozen=True, slots=True)
class LineResult:
    """What became of one row: `line` as Excel shows it, `state` new, same, filled or rejected."""

    line: int
    state: str
    number: str
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class LedgerResult:
    """rows = new + same + rejected. `filled` of the same ones received a reply they lacked."""

    rows: int
    new: int
    same: int
    rejected: int
    filled: int
    lines: tuple[LineResult, ...]


def take_in(
    desk: Desk,
    actor: Actor,
    path: Path,
    *,
    dry_run: bool = False,
    chosen: mapping.Mapping | None = None,
    progress: Progress = silent,
) -> LedgerResult:
    """Take a ledger in: every row new, same or rejected with a reason, in one transaction.

    The header is found and its columns mapped, unless `chosen` says how. `dry_run` writes nothing.
    UserError where the file is no spreadsheet or no column can be recognised.
    """
    progress(0, 0, translate("ledgers", "Reading the file"))
    book = sheetin.open_book(path)
    sheet, header = mapping.find_sheet(book, LedgerKind.ISSUES)
    plan = chosen or mapping.propose(header, sheet, LedgerKind.ISSUES)
    rows = read_rows(sheet, header, plan)
    if dry_run:
        with desk.reading() as connection:
            known = _Known(connection)
            return _collect(known, None, rows, len(sheet.rows), progress)
    with desk.writing(actor, "import_ledger", path.name) as work:
        result = _collect(_Known(work.connection), _Writer(work), rows, len(sheet.rows), progress)
    return result


@dataclass(slots=True)
class _Known:
    """Which rows are here already, or came earlier in the file."""

    connection: Connection
    seen: set[str] = field(default_factory=set)


def _collect(
    known: _Known, writer: _Writer | None, rows: Iterator[IssueRow], total: int, progress: Progress
) -> LedgerResult:
    lines: list[LineResult] = []
    counts = {"new": 0, "same": 0, "filled": 0, "rejected": 0}
    while chunk := list(islice(rows, CHUNK)):
        progress(chunk[-1].line, total, translate("ledgers", "Taking in the rows"))
        for line in _chunk(known, writer, chunk):
            lines.append(line)
            counts[line.state] += 1
        if writer is not None:
            writer.work.flush()
    same = counts["same"] + counts["filled"]
    return LedgerResult(len(lines), counts["new"], same, counts["rejected"], counts["filled"], tuple(lines))


def _chunk(known: _Known, writer: _Writer | None, chunk: Sequence[IssueRow]) -> Iterator[LineResult]:
    connection = known.connection
    stored = directory.source_keys(connection, [row.key for row in chunk if not row.problems])
    answerable = [stored[row.key] for row in chunk if row.key in stored and row.reply_text]
    unanswered = directory.without_reply(connection, answerable) if answerable else set()
    for row in chunk:
        if row.problems:
            reason = " ".join(problem.message for problem in row.problems)
            yield LineResult(row.line, "rejected", "", row.title, reason)
            continue
        issue = stored.get(row.key)
        if issue is not None:
            if issue in unanswered and row.replied_on is not None:
                unanswered.discard(issue)
                if writer is not None:
                    writer.reply(issue, row, fresh=False)
                message = translate("ledgers", "Here already; its reply was added")
                yield LineResult(row.line, "filled", row.source_number, row.title, message)
            else:
                message = translate("ledgers", "Here already")
                yield LineResult(row.line, "same", row.source_number, row.title, message)
        elif row.key in known.seen:
            message = translate("ledgers", "The same as an earlier row of this file")
            yield LineResult(row.line, "same", row.source_number, row.title, message)
        else:
            known.seen.add(row.key)
            number = writer.issue(row) if writer is not None else ""
            yield LineResult(row.line, "new", number, row.title, "")


@dataclass(slots=True)
class _Writer:
    """Turns rows into records inside one piece of work."""

    work: Work
    running: dict[int, int] = field(default_factory=dict)
    units: dict[str, RecordId] = field(default_factory=dict)
    people: dict[tuple[str, str], RecordId] = field(default_factory=dict)
    listed: bool = False

    def issue(self, row: IssueRow) -> str:
        """Add one new issue with what its row says of its handling; returns its number."""
        opened = row.opened_on or row.handed_on or row.replied_on or row.closed_on or date.today()
        number = self._number(opened.year)
        work = self.work
        record = work.add_bulk(
            Issue(
                number=number, title=row.title[:200],
                text=row.text[:20_000] or None, appeal=row.appeal[:500] or None,
                category=row.category[:60] or None, place=row.place[:200] or None, station=work.identity.site,
                owner=work.identity.site, opened_on=opened, people=row.people, profile=work.profile().version,
                visitor=self._visitor(row), channel=_code(CHANNELS, row.source) or "online",
                source_number=row.source_number[:80] or None, source_key=row.key, likes=row.likes,
                against=row.against,
            )
        )  # fmt: skip
        self._handling(record, row, opened)
        return number

    def reply(self, issue: RecordId, row: IssueRow, *, fresh: bool) -> None:
        """Record the written reply that a row carries; the matter is then told and awaits a verdict."""
        if row.replied_on is None:
            return
        work = self.work
        reply = work.add_bulk(
            Reply(
                matter=issue, unit=self._unit(row.unit), kind="reply", dated=row.replied_on,
                text=row.reply_text[:20_000],
            )
        )  # fmt: skip
        work.step(issue, "reply_written", row.replied_on, about=reply, fresh=fresh)

    def _handling(self, record: RecordId, row: IssueRow, opened: date) -> None:
        work = self.work
        if row.reply_text and row.replied_on is not None:
            self.reply(record, row, fresh=True)
        elif row.closed_on is not None:
            work.step(record, "accept", opened, fresh=True)
            work.step(record, "finish", row.closed_on, text=row.outcome or row.remark or row.title)
        elif row.unit and row.handed_on is not None:
            work.step(record, "accept", opened, fresh=True)
            assignment = work.add_bulk(
                Assignment(matter=record, unit=self._unit(row.unit), role="lead", handed_on=row.handed_on)
            )
            work.step(record, "hand_over", row.handed_on, assignment=assignment)
        else:
            return
        verdict = _code(VERDICTS, row.verdict)
        told = row.feedback_on
        if row.closed_on is not None and told is not None and not row.reply_text:
            method = _code(FEEDBACK_METHODS, row.feedback_channel) or "phone"
            about = work.add_bulk(Feedback(matter=record, told_on=told, method=method))
            work.step(record, "tell", told, about=about)
        if verdict and (told is not None or row.reply_text):
            work.step(record, "verdict", told or row.replied_on or opened, code=verdict, text=row.remark)

    def _number(self, year: int) -> str:
        prefix = f"{self.work.identity.site}-{year}-"
        if year not in self.running:
            self.running[year] = numbers.last(self.work.connection, "matter", prefix)
        self.running[year] += 1
        return f"{prefix}{self.running[year]:04d}"

    def _visitor(self, row: IssueRow) -> RecordId | None:
        if not (row.visitor_name or row.visitor_phone):
            return None
        key = (row.visitor_name, row.visitor_phone)
        # The same name alone may be two people; with the same number it is one.
        if row.visitor_phone and key in self.people:
            return self.people[key]
        record = self.work.add_bulk(
            Visitor(
                name=row.visitor_name[:60] or None, phone=row.visitor_phone[:40] or None,
                address=row.visitor_address[:200] or None,
            )
        )  # fmt: skip
        self.people[key] = record
        return record

    def _unit(self, name: str) -> RecordId | None:
        name = name.strip()[:200]
        if not name:
            return None
        if not self.listed:
            self.units = {u.name: i for i, u in directory.units(self.work.connection) if u.name}
            self.listed = True
        if name not in self.units:
            self.units[name] = self.work.add_bulk(Unit(name=name))
        return self.units[name]


def _code(vocabulary: Vocabulary, text: str) -> str:
    """The code whose official term a cell holds; "" where none does."""
    wanted = text.strip()
    for code, term in vocabulary.terms.items():
        if wanted and wanted in (term.zh, term.en, code):
            return code
    return ""
