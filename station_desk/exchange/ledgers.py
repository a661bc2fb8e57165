"""A clerk's own ledger becomes issues and replies; taking the same file in again changes nothing."""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from station_desk import paths
from station_desk.casework.context import Actor, Desk, Work
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Assignment, Feedback, Issue, Reply, Unit, Visitor
from station_desk.exchange import layouts, sheetin
from station_desk.exchange.layouts import Layout
from station_desk.exchange.ledgerrows import IssueRow, read_rows
from station_desk.exchange.ledgersaid import NOTE, Said, cut, out_of_order
from station_desk.i18n import translate
from station_desk.progress import Progress, silent
from station_desk.store import directory, numbers
from station_desk.store.engine import Connection
from station_desk.store.meta import note_of, set_meta

CHUNK = 1_000
FLUSH = 2_000_000
"""Characters after which a commit is closed, so that none outgrows what a package may carry."""
_SALT = "ledger_salt"
_TAKEN = "ledgers_taken"
_TAKEN_KEPT = 50


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


@dataclass(frozen=True, slots=True)
class Taken:
    """A ledger that was taken in here: its file's name, when, and how many matters it brought."""

    name: str
    at: datetime
    new: int


def take_in(
    desk: Desk,
    actor: Actor,
    path: Path,
    *,
    dry_run: bool = False,
    layout: Layout | None = None,
    progress: Progress = silent,
) -> LedgerResult:
    """Take a ledger in: every row new, same or rejected with a reason, in one transaction.

    The header is found and its columns mapped, as remembered for such a header, unless `layout` says how.
    `dry_run` writes nothing.
    UserError where the file is no spreadsheet or no column can be recognised.
    """
    progress(0, 0, translate("ledgers", "Reading the file"))
    book = sheetin.open_book(path)
    plan = layout or layouts.layout_of(book, desk.meta)
    sheet = layouts.sheet_of(book, plan)
    rows = read_rows(sheet, plan.header, plan.mapping)
    if dry_run:
        with desk.reading() as connection:
            known = _Known(connection, _salt(connection))
            return _collect(known, None, rows, len(sheet.rows), progress)
    name = paths.name_of(path)
    # Not in the commit: whoever has this station's commits reads their headers.
    with desk.writing(actor, "import_ledger") as work:
        salt = _salt(work.connection)
        work.connection.exec_driver_sql("INSERT OR IGNORE INTO meta VALUES (?, ?)", (_SALT, salt.hex()))
        result = _collect(_Known(work.connection, salt), _Writer(work), rows, len(sheet.rows), progress)
        _note(work.connection, name, result)
    return result


def taken(desk: Desk) -> tuple[Taken, ...]:
    """The ledgers taken in at this desk, the latest first: a note of its own that is never exchanged."""
    kept = json.loads(desk.meta(_TAKEN) or "[]")
    return tuple(Taken(name, datetime.fromisoformat(at), new) for name, at, new in kept)


def _note(connection: Connection, name: str, result: LedgerResult) -> None:
    held = note_of(connection, _TAKEN)
    kept = [[name, datetime.now().isoformat(timespec="minutes"), result.new], *json.loads(held or "[]")]
    set_meta(connection, _TAKEN, json.dumps(kept[:_TAKEN_KEPT]))


def _salt(connection: Connection) -> bytes:
    """This desk's own secret for the keys of rows, made at the first import."""
    found = note_of(connection, _SALT)
    return bytes.fromhex(found) if found is not None else os.urandom(32)


@dataclass(slots=True)
class _Met:
    """A row of this file as it was met: its issue (None in a dry run), and whether a reply may still come."""

    issue: RecordId | None
    open: bool


@dataclass(slots=True)
class _Known:
    """Which rows are here already, or came earlier in the file."""

    connection: Connection
    salt: bytes
    met: dict[str, _Met] = field(default_factory=dict)

    def key(self, row: IssueRow) -> str:
        """The row's lasting key as it is kept and sent. Where it was made from a visitor's name it is salted
        with what never leaves this desk: else the name could be guessed from it."""
        if not row.visitor_name or row.source_number:
            return row.key
        return hmac.new(self.salt, row.key.encode(), "sha256").hexdigest()


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
    keyed = [(row, known.key(row)) for row in chunk]
    stored = directory.source_keys(connection, [key for row, key in keyed if not row.problems])
    answerable = [stored[key] for row, key in keyed if key in stored and row.reply_text]
    unanswered = directory.without_reply(connection, answerable) if answerable else set()
    for row, key in keyed:
        problems = [problem.message for problem in row.problems] or out_of_order(row)
        if problems:
            yield LineResult(row.line, "rejected", "", row.title, " ".join(problems))
            continue
        met = known.met.get(key)
        here = translate("ledgers", "The same as an earlier row of this file")
        if met is None and key in stored:
            here = translate("ledgers", "Here already")
            met = known.met[key] = _Met(stored[key], stored[key] in unanswered)
        if met is None:
            said = Said(row)
            issue, number = writer.issue(row, said, key) if writer is not None else (None, "")
            known.met[key] = _Met(issue, said.replied_on is None and row.closed_on is None)
            yield LineResult(row.line, "new", number, row.title, " ".join(said.remarks()))
        elif met.open and row.reply_text and row.replied_on is not None:
            met.open = False
            if writer is not None and met.issue is not None:
                writer.reply(met.issue, row, row.replied_on)
            message = translate("ledgers", "Here already; its reply was added")
            yield LineResult(row.line, "filled", row.source_number, row.title, message)
        else:
            yield LineResult(row.line, "same", row.source_number, row.title, here)


@dataclass(slots=True)
class _Writer:
    """Turns rows into records inside one piece of work."""

    work: Work
    running: dict[int, int] = field(default_factory=dict)
    units: dict[str, RecordId] = field(default_factory=dict)
    people: dict[tuple[str, str], RecordId] = field(default_factory=dict)
    listed: bool = False
    length: int = 0

    def issue(self, row: IssueRow, said: Said, key: str) -> tuple[RecordId, str]:
        """Add one new issue with what its row says of its handling; returns it and its number."""
        number = self._number(said.opened.year)
        work = self.work
        record = work.add_bulk(
            Issue(
                number=number, title=cut("title", row.title), text=cut("text", said.text) or None,
                appeal=cut("appeal", row.appeal) or None, category=cut("category", row.category) or None,
                place=cut("place", row.place) or None, station=work.identity.site, owner=work.identity.site,
                opened_on=said.opened, people=row.people, profile=work.profile().version,
                visitor=self._visitor(row), channel=said.channel or "online",
                source_number=cut("source_number", row.source_number) or None, source_key=key,
                likes=row.likes, against=row.against,
            )
        )  # fmt: skip
        self._handling(record, row, said)
        self.length += len(said.text) + len(row.reply_text)
        if self.length > FLUSH:
            work.flush()
            self.length = 0
        return record, number

    def reply(self, issue: RecordId, row: IssueRow, dated: date, *, fresh: bool = False) -> None:
        """Record the written reply that a row carries; the matter is then told and awaits a verdict."""
        work = self.work
        reply = work.add_bulk(
            Reply(
                matter=issue, unit=self._unit(row.unit), kind="reply", dated=dated,
                text=cut("reply_text", row.reply_text),
            )
        )  # fmt: skip
        work.step(issue, "reply_written", dated, about=reply, fresh=fresh)

    def _handling(self, record: RecordId, row: IssueRow, said: Said) -> None:
        work = self.work
        for note in said.notes:
            work.step(record, "note", said.opened, text=note, fresh=True)
        charge: RecordId | None = None
        if said.handed_on is not None:
            work.step(record, "accept", said.opened, fresh=True)
            charge = work.add_bulk(
                Assignment(matter=record, unit=self._unit(row.unit), role="lead", handed_on=said.handed_on)
            )
            work.step(record, "hand_over", said.handed_on, assignment=charge)
        if said.replied_on is not None:
            self.reply(record, row, said.replied_on, fresh=True)
        elif row.closed_on is not None:
            if charge is None:
                work.step(record, "accept", said.opened, fresh=True)
            text = row.outcome or row.remark or row.title
            work.step(record, "finish", row.closed_on, assignment=charge, text=text[:NOTE])
        if said.told_on is not None:
            about = work.add_bulk(Feedback(matter=record, told_on=said.told_on, method=said.method))
            if said.replied_on is None:
                work.step(record, "tell", said.told_on, about=about)
        if said.verdict:
            day = said.told_on or said.replied_on or said.opened
            work.step(record, "verdict", day, code=said.verdict, text=row.remark[:NOTE])

    def _number(self, year: int) -> str:
        prefix = f"{self.work.identity.site}-{year}-{numbers.mark(self.work.connection, year)}"
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
                name=cut("visitor_name", row.visitor_name) or None,
                phone=cut("visitor_phone", row.visitor_phone) or None,
                address=cut("visitor_address", row.visitor_address) or None,
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
