"""The log as an audit trail: who did what when, before and after; and which commits can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy.engine import Connection

from station_desk.domain import declare
from station_desk.domain.declare import RecordId, Wire
from station_desk.domain.fold import ChangeView, fold
from station_desk.domain.records import TYPES
from station_desk.store import codec
from station_desk.store.meta import note_of

AHEAD = timedelta(minutes=10)
"""How far a clock may be ahead of this computer's before it is worth a word."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a commit, where and when (wall time as its writer's clock had it)."""

    actor: str
    role: str
    site: str
    at: datetime
    verb: str
    reason: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record: wire values before (as its writer saw it) and after. `aside`: the value does
    not show, as another was written at the same time; then `shown` has it in words, where somebody put it
    in words."""

    type: str
    record: RecordId
    field: str
    before: Wire
    after: Wire
    aside: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One commit as a person reads it. `ahead`: its time was more than ten minutes ahead of this computer's
    clock when it came, or is so now."""

    hash: bytes
    author: Author
    fields: tuple[FieldChange, ...]
    received: bool
    ahead: bool = False


class _Entry(NamedTuple):
    """One change of the log with its commit. `came`: when the package was taken in that brought it."""

    n: int
    record: bytes
    body: bytes
    made: int
    commit: int
    hash: bytes
    header: bytes
    package: int | None
    lamport: int
    site: str
    came: str | None
    change: codec.Change


def read_author(raw: bytes) -> Author:
    """Who wrote a commit, from its header's bytes."""
    header = codec.read_header(raw)
    return Author(
        header.actor,
        header.role,
        header.site,
        datetime.fromtimestamp(header.time),
        header.verb,
        header.reason,
    )


_NOBODY = Author("", "", "", datetime.fromtimestamp(0), "", "")


def author_of(connection: Connection, record: RecordId) -> Author:
    """Who made a record."""
    raw = connection.exec_driver_sql(
        "SELECT c.header FROM chg g JOIN cmt c ON c.n = g.cmt WHERE g.record = ? AND g.made = 1"
        " ORDER BY c.hash LIMIT 1",
        (record,),
    ).scalar()
    return read_author(raw) if raw is not None else _NOBODY


def of_records(
    connection: Connection, records: Sequence[RecordId], corrected: Sequence[RecordId] = ()
) -> list[HistoryRow]:
    """The commits that touched any of `records`, newest first, with their changes to those records; of the
    records `corrected` without what made them."""
    found: dict[int, tuple[_Entry, list[FieldChange]]] = {}
    entries: list[_Entry] = []
    for record in dict.fromkeys((*records, *corrected)):
        rows = connection.exec_driver_sql(
            "SELECT g.n, g.record, g.body, g.made, c.n, c.hash, c.header, c.package, c.lamport, c.site, s.at"
            " FROM chg g JOIN cmt c ON c.n = g.cmt"
            " LEFT JOIN stream s ON s.id = c.package AND s.direction = 'in' WHERE g.record = ?",
            (record,),
        ).all()
        entries.extend(_Entry._make((*row, codec.read_change(row[2]))) for row in rows)
    entries.sort(key=lambda one: (one.lamport, one.hash, one.n))
    aside = _aside(entries)
    last: dict[tuple[bytes, str], Wire] = {}
    wrote: dict[tuple[str, str], Wire] = {}
    for one in entries:
        change, id_ = one.change, codec.digest(one.body)
        changes = found.setdefault(one.commit, (one, []))[1]
        known = declare.fields_of(TYPES[change.t]) if change.t in TYPES else {}
        for name, value in change.f.items():
            # Not simply what comes before it here: of what others wrote meanwhile its writer saw nothing.
            refs = change.p.get(name, ())
            seen = [wrote[ref, name] for ref in refs if (ref, name) in wrote]
            before = last.get((one.record, name)) if refs else None
            if seen and before not in seen:
                before = seen[-1]
            if name in known and not (one.made and one.record in corrected):
                lost = (id_, name) in aside
                changes.append(FieldChange(change.t, RecordId(one.record), name, before, value, lost))
            last[one.record, name] = wrote[id_.hex(), name] = value
    now = datetime.now()
    out = [_row(one, changes, now) for one, changes in found.values() if changes or not one.made]
    out.reverse()
    return out


def _row(one: _Entry, changes: Sequence[FieldChange], now: datetime) -> HistoryRow:
    author = read_author(one.header)
    came = datetime.fromisoformat(one.came) if one.came else now
    return HistoryRow(one.hash, author, tuple(changes), one.package is not None, author.at > came + AHEAD)


def _aside(entries: Sequence[_Entry]) -> set[tuple[bytes, str]]:
    """The changes, with their fields, whose plain values do not show for others written at the same time."""
    views: dict[tuple[bytes, str], list[ChangeView]] = {}
    for one in entries:
        view = codec.view_of(one.change, one.body, one.lamport, one.site, one.made)
        views.setdefault((one.record, one.change.t), []).append(view)
    return {
        (id_, name)
        for (_, type_), known in views.items()
        if len(known) > 1 and type_ in TYPES
        for name, id_ in fold(declare.fields_of(TYPES[type_]), known).aside
    }


@dataclass(frozen=True, slots=True)
class LocalCommit:
    """A commit of this desk, for undo and redo. `undoes` is the commit it answers, if any."""

    n: int
    hash: bytes
    seq: int
    verb: str
    undoes: bytes | None
    header: codec.Header


def local_commits(connection: Connection, replica: bytes, *, limit: int = 50) -> list[LocalCommit]:
    """This replica's latest commits, newest first."""
    rows = connection.exec_driver_sql(
        "SELECT n, hash, seq, verb, undoes, header FROM cmt WHERE replica = ? ORDER BY seq DESC LIMIT ?",
        (replica, limit),
    )
    return [
        LocalCommit(n, h, seq, verb, undoes, codec.read_header(raw)) for n, h, seq, verb, undoes, raw in rows
    ]


def answers(connection: Connection) -> dict[bytes, bytes]:
    """For every commit that an undo or redo answers, the latest one that does."""
    rows = connection.exec_driver_sql("SELECT undoes, hash FROM cmt WHERE undoes IS NOT NULL ORDER BY seq")
    return {row[0]: row[1] for row in rows}


def local_commit(connection: Connection, replica: bytes, hash_: bytes) -> LocalCommit | None:
    """This replica's commit of that hash."""
    row = connection.exec_driver_sql(
        "SELECT n, hash, seq, verb, undoes, header FROM cmt WHERE hash = ? AND replica = ?", (hash_, replica)
    ).first()
    if row is None:
        return None
    n, h, seq, verb, undoes, raw = row
    return LocalCommit(n, h, seq, verb, undoes, codec.read_header(raw))


def step_commits(connection: Connection, matter: RecordId) -> list[tuple[bytes, str]]:
    """The commits that recorded the steps of a matter, oldest first, each with its verb."""
    rows = connection.exec_driver_sql(
        "SELECT c.hash, c.verb FROM step s JOIN chg g ON g.record = s.id AND g.made = 1"
        " JOIN cmt c ON c.n = g.cmt WHERE s.matter = ? ORDER BY c.lamport, c.hash",
        (matter,),
    )
    return [(h, verb) for h, verb in rows]


def changes_of(connection: Connection, n: int) -> list[tuple[RecordId, codec.Change, bytes, bool]]:
    """The visible changes of one commit: record, change, digest, whether it made the record."""
    rows = connection.exec_driver_sql(
        "SELECT record, body, made FROM chg WHERE cmt = ? AND body IS NOT NULL ORDER BY place", (n,)
    )
    return [(RecordId(r), codec.read_change(b), codec.digest(b), bool(m)) for r, b, m in rows]


def exported_up_to(connection: Connection) -> int:
    """The last sequence number of this desk's replica that has left in a package."""
    return int(note_of(connection, "exported") or 0)


def value_before(connection: Connection, record: RecordId, change: codec.Change, name: str) -> Wire:
    """The value a change set aside: that of the change it replaces, None where it was the first."""
    replaced = set(change.p.get(name, ()))
    rows = connection.exec_driver_sql("SELECT body FROM chg WHERE record = ? ORDER BY n DESC", (record,))
    for (body,) in rows:
        if codec.digest(body).hex() in replaced:
            return codec.read_change(body).f.get(name)
    return None


def steps_made(connection: Connection, n: int) -> list[tuple[str, str]]:
    """The steps that a commit took: the track of each one's matter, and its verb."""
    out: list[tuple[str, str]] = []
    for _, change, _, made in changes_of(connection, n):
        if change.t == "step" and made:
            row = connection.exec_driver_sql(
                "SELECT track FROM matter WHERE id = unhex(?)", (change.f.get("matter"),)
            ).first()
            if row is not None:
                out.append((row[0], str(change.f.get("verb"))))
    return out


def stands_for(
    connection: Connection, record: RecordId, name: str, heads: Sequence[bytes]
) -> frozenset[bytes]:
    """The changes whose values `heads` of a field carry: an undo's change stands for what the change it
    took back had replaced, so that a chain of them leads back to the work itself."""
    rows = connection.exec_driver_sql(
        "SELECT g.body, c.hash, c.undoes FROM chg g JOIN cmt c ON c.n = g.cmt WHERE g.record = ?", (record,)
    ).all()
    undone_by = {codec.digest(body): undoes for body, _, undoes in rows}
    replaced: dict[bytes, list[str]] = {}
    for body, commit, _ in rows:
        change = codec.read_change(body)
        if name in change.f:
            replaced[commit] = change.p.get(name, [])
    out: set[bytes] = set()
    waiting = list(heads)
    while waiting:
        head = waiting.pop()
        undoes = undone_by.get(head)
        if undoes is None:
            out.add(head)
        else:
            waiting.extend(bytes.fromhex(r) for r in replaced.get(undoes, ()))
    return frozenset(out)
