"""The log as an audit trail: who did what when, before and after; and which commits can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.engine import Connection

from station_desk.domain import declare
from station_desk.domain.declare import RecordId, Wire
from station_desk.domain.records import TYPES
from station_desk.store import codec
from station_desk.store.meta import note_of


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
    """One field of one record: wire values before and after."""

    type: str
    record: RecordId
    field: str
    before: Wire
    after: Wire


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One commit as a person reads it."""

    hash: bytes
    author: Author
    fields: tuple[FieldChange, ...]
    received: bool


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


def of_records(connection: Connection, records: Sequence[RecordId]) -> list[HistoryRow]:
    """The commits that touched any of `records`, newest first, with their changes to those records."""
    before: dict[tuple[RecordId, str], Wire] = {}
    found: dict[int, tuple[bytes, bytes, object, list[FieldChange]]] = {}
    entries: list[Any] = []
    for record in records:
        entries.extend(
            connection.exec_driver_sql(
                "SELECT g.n, g.record, g.body, c.n, c.hash, c.header, c.package, c.lamport FROM chg g"
                " JOIN cmt c ON c.n = g.cmt WHERE g.record = ?",
                (record,),
            ).all()
        )
    entries.sort(key=lambda e: (e[7], e[4], e[0]))
    for _, record, body, n, hash_, header, package, _ in entries:
        change = codec.read_change(body)
        changes = found.setdefault(n, (hash_, header, package, []))[3]
        for name, value in change.f.items():
            key = (RecordId(record), name)
            if change.t in TYPES and name in declare.fields_of(TYPES[change.t]):
                changes.append(FieldChange(change.t, RecordId(record), name, before.get(key), value))
            before[key] = value
    rows = [
        HistoryRow(hash_, read_author(header), tuple(changes), package is not None)
        for hash_, header, package, changes in found.values()
    ]
    rows.reverse()
    return rows


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
