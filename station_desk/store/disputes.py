"""What waits for a person: fields in conflict, proposals, numbers given twice, steps that did not apply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.engine import Connection

from station_desk.domain import declare
from station_desk.domain.course import AssignmentView, Course
from station_desk.domain.declare import Record, RecordId, Wire
from station_desk.domain.fold import ChangeView, Folded, fold
from station_desk.domain.records import MATTERS, TYPES
from station_desk.domain.tracks import TRACKS
from station_desk.domain.walk import run
from station_desk.store import codec, forms
from station_desk.store.history import Author, read_author
from station_desk.store.matters import STEP_COLUMNS, deputies_of, step_view
from station_desk.store.projection import Profiles
from station_desk.store.sqlio import rows_for

Package = tuple[str, int]
"""Whose package brought it, and its number; ("", 0) for what was written here."""

_ASKED = "kind IN ('conflict', 'proposal')"
_ARRIVED = "NOT EXISTS (SELECT 1 FROM mark s WHERE s.record = m.record AND s.kind = 'stub')"


@dataclass(frozen=True, slots=True)
class Word:
    """One office's word on a field: its wire value, who wrote it, and the package it came in."""

    change: bytes
    value: Wire
    author: Author
    package: Package


@dataclass(frozen=True, slots=True)
class _Line:
    type: str
    view: ChangeView
    header: bytes
    package: Package

    def word(self, field: str) -> Word:
        return Word(self.view.id, self.view.fields.get(field), read_author(self.header), self.package)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A record with marked fields: `conflicts` and `proposals` by field, its words by change."""

    record: RecordId
    cls: type[Record]
    folded: Folded
    conflicts: Mapping[str, tuple[Word, ...]]
    proposals: Mapping[str, tuple[Word, ...]]
    lines: Mapping[bytes, _Line]

    def word_of(self, change: bytes, field: str) -> Word:
        """What a change says of a field."""
        return self.lines[change].word(field)


@dataclass(frozen=True, slots=True)
class OddStep:
    """A step that did not apply, and the stage it met."""

    matter: RecordId
    step: RecordId
    met: str
    author: Author
    package: Package


def marked(connection: Connection, after: bytes, limit: int) -> list[RecordId]:
    """Records with a conflict or a proposal, by id from `after` on; stubs wait for their record instead."""
    rows = connection.exec_driver_sql(
        f"SELECT DISTINCT m.record FROM mark m WHERE m.record > ? AND m.{_ASKED} AND {_ARRIVED}"
        " ORDER BY m.record LIMIT ?",
        (after, limit),
    )
    return [RecordId(row[0]) for row in rows]


def in_conflict(connection: Connection) -> list[tuple[RecordId, int]]:
    """Records whose shown value is the last agreed one, with how many of their fields are undecided."""
    rows = connection.exec_driver_sql(
        "SELECT record, count(DISTINCT field) FROM mark WHERE kind = 'conflict' GROUP BY record"
    )
    return [(RecordId(row[0]), row[1]) for row in rows]


def is_in_conflict(connection: Connection, record: RecordId) -> bool:
    """Whether a field of the record waits for a decision."""
    found = connection.exec_driver_sql(
        "SELECT 1 FROM mark WHERE record = ? AND kind = 'conflict' LIMIT 1", (record,)
    )
    return found.first() is not None


_WORDS = (
    "SELECT g.record, g.body, g.made, c.lamport, c.site, c.header, s.peer, s.number FROM chg g"
    " JOIN cmt c ON c.n = g.cmt LEFT JOIN stream s ON s.id = c.package AND s.direction = 'in'"
    " WHERE g.record IN {keys} ORDER BY g.n"
)


def load(connection: Connection, records: Iterable[RecordId]) -> list[Dispute]:
    """These records with what is disputed about them, in the order of their ids."""
    found: dict[RecordId, list[_Line]] = {}
    for record, body, made, lamport, site, header, peer, number in rows_for(connection, _WORDS, records):
        change = codec.read_change(body)
        view = codec.view_of(change, body, lamport, site, made)
        found.setdefault(RecordId(record), []).append(
            _Line(change.t, view, header, (peer or "", number or 0))
        )
    out: list[Dispute] = []
    for record, lines in sorted(found.items()):
        type_name = next((line.type for line in lines if line.view.made), lines[0].type)
        cls = TYPES.get(type_name)
        if cls is None:
            continue
        own = {line.view.id: line for line in lines if line.type == type_name}
        folded = fold(declare.fields_of(cls), [line.view for line in own.values()])
        conflicts = {f: tuple(own[head].word(f) for head in folded.heads[f]) for f in folded.conflict}
        proposals: dict[str, tuple[Word, ...]] = {}
        for field, digest in folded.proposals:
            proposals[field] = (*proposals.get(field, ()), own[digest].word(field))
        out.append(Dispute(record, cls, folded, conflicts, proposals, own))
    return out


def doubles(connection: Connection) -> list[tuple[str, tuple[RecordId, ...]]]:
    """Official numbers that one office gave to more than one matter of a track: the number, the matters."""
    rows = connection.exec_driver_sql(
        "SELECT office, track, official_number FROM matter WHERE official_number IS NOT NULL AND void IS NULL"
        " GROUP BY office, track, official_number HAVING count(*) > 1"
    ).all()
    out = []
    for office, track, number in rows:
        ids = connection.exec_driver_sql(
            "SELECT id FROM matter WHERE office IS ? AND track = ? AND official_number = ? AND void IS NULL"
            " ORDER BY id",
            (office, track, number),
        )
        out.append((str(number), tuple(RecordId(row[0]) for row in ids)))
    return out


def same_numbers(connection: Connection, number: str | None = None) -> list[tuple[str, tuple[RecordId, ...]]]:
    """Numbers of its own that a station gave to more than one matter (a copied desk, or one put back to a
    backup, begins where it stood), as far as nobody has noted it on them; `number`: that one alone."""
    # Over the index of numbers alone; the rest is read of the few that stand twice.
    twice = connection.exec_driver_sql(
        "SELECT number FROM matter INDEXED BY matter_number WHERE number IS NOT NULL"
        " GROUP BY number HAVING count(*) > 1"
        if number is None
        else "SELECT number FROM matter WHERE number = ? GROUP BY number HAVING count(*) > 1",
        () if number is None else (number,),
    ).scalars()
    out = []
    for found in twice.all():
        bearers: dict[str | None, list[RecordId]] = {}
        rows = connection.exec_driver_sql(
            "SELECT station, id FROM matter WHERE number = ? AND void IS NULL ORDER BY id", (found,)
        )
        for station, record in rows:
            bearers.setdefault(station, []).append(RecordId(record))
        out += [
            (str(found), tuple(records))
            for records in bearers.values()
            if len(records) > 1 and not _noted(connection, records)
        ]
    return out


@dataclass(frozen=True, slots=True)
class TwoForms:
    """A form that does not count, since the form `counts` of the same signer and round does; `records` are
    all of that signer and round."""

    matter: RecordId
    aside: RecordId
    counts: RecordId
    records: tuple[RecordId, ...]


def two_forms(connection: Connection, matter: RecordId | None = None) -> list[TwoForms]:
    """The forms that do not count; `matter`: of that one alone."""
    sql = (
        "SELECT f.signer, COALESCE(f.round, 1) FROM consultation f WHERE f.void IS NULL AND {which}"
        " GROUP BY 1, 2 HAVING count(*) > 1"
    )
    which, values = ("f.matter = ?", (matter,)) if matter is not None else ("1", ())
    out = []
    for signer, turn in connection.exec_driver_sql(sql.format(which=which), values).all():
        rows = connection.exec_driver_sql(
            "SELECT f.id, f.matter FROM signer s JOIN matter m ON m.id = s.matter AND m.void IS NULL"
            " JOIN consultation f ON f.matter = m.id AND f.signer = s.id"
            " WHERE s.id = ? AND s.void IS NULL AND COALESCE(f.round, 1) = ? AND f.void IS NULL"
            " ORDER BY f.id",
            (signer, turn),
        ).all()
        records = tuple(RecordId(row[0]) for row in rows)
        aside = forms.set_aside(connection, [(record, signer, turn) for record in records])
        counts = [record for record in records if record not in aside]
        out += [TwoForms(RecordId(rows[0][1]), one, counts[0], records) for one in records if one in aside]
    return out


def _noted(connection: Connection, records: Sequence[RecordId]) -> bool:
    """Whether each of these is tied to another of them as bearing the same number."""
    tied: set[bytes] = set()
    sql = "SELECT source, target FROM link WHERE source IN {keys} AND kind = 'same-number' AND void IS NULL"
    for source, target in rows_for(connection, sql, records):
        if source != target and target in records:
            tied |= {source, target}
    return tied.issuperset(records)


def odd_matters(connection: Connection) -> list[RecordId]:
    """Matters with steps that did not apply and that nobody has filed."""
    rows = connection.exec_driver_sql(
        "SELECT id FROM matter WHERE odd IS NOT NULL AND void IS NULL ORDER BY n"
    )
    return [RecordId(row[0]) for row in rows]


def odd_steps(connection: Connection, matter: RecordId, profiles: Profiles) -> list[OddStep]:
    """A matter's steps that did not apply, in the order they were met."""
    course = course_of(connection, matter, profiles)
    out: list[OddStep] = []
    for step in course.odd if course is not None else ():
        row = connection.exec_driver_sql(
            "SELECT c.header, s.peer, s.number FROM chg g JOIN cmt c ON c.n = g.cmt"
            " LEFT JOIN stream s ON s.id = c.package AND s.direction = 'in'"
            " WHERE g.record = ? AND g.made = 1 ORDER BY c.hash LIMIT 1",
            (step,),
        ).first()
        if row is not None and course is not None:
            package = (row[1] or "", row[2] or 0)
            out.append(OddStep(matter, step, course.met[step], read_author(row[0]), package))
    return out


def course_of(connection: Connection, matter: RecordId, profiles: Profiles) -> Course | None:
    """Where a matter stands, without the rest of it; None while its rules have not arrived."""
    row = connection.exec_driver_sql(
        "SELECT track, opened_on, profile, office, station FROM matter WHERE id = ?", (matter,)
    ).first()
    profile = profiles(connection, row[2], row[3], row[4]) if row is not None and row[2] else None
    if row is None or row[1] is None or profile is None:
        return None
    sql = f"SELECT {STEP_COLUMNS} FROM step WHERE matter = ?"
    steps = [tuple(r) for r in connection.exec_driver_sql(sql, (matter,))]
    desks = deputies_of(connection, steps)
    views = [view for r in steps if (view := step_view(r, row[3], row[4], desks)) is not None]
    charged = connection.exec_driver_sql(
        "SELECT id, unit, role, handed_on FROM assignment WHERE matter = ? AND void IS NULL"
        " AND handed_on IS NOT NULL",
        (matter,),
    )
    charges = {
        RecordId(i): AssignmentView(RecordId(i), unit, role or "lead", date.fromisoformat(on))
        for i, unit, role, on in charged
    }
    return run(TRACKS[row[0]], profile, date.fromisoformat(row[1]), views, charges)


def matters_of(connection: Connection, record: RecordId) -> list[RecordId]:
    """The matters that a record is about: itself, what it hangs on, or what a visit brought."""
    made = connection.exec_driver_sql(
        "SELECT body FROM chg WHERE record = ? AND body IS NOT NULL ORDER BY made DESC, n LIMIT 1", (record,)
    ).scalar()
    if made is None:
        return []
    name = codec.read_type(made)
    if name in MATTERS:
        return [record]
    cls = TYPES.get(name)
    if cls is not None and "matter" in declare.fields_of(cls):
        rows: Sequence[object] = (
            connection.exec_driver_sql(f"SELECT matter FROM {name} WHERE id = ?", (record,)).scalars().all()
        )
    elif name in ("visit", "visitor"):
        sql = f"SELECT id FROM issue WHERE {name} = ? ORDER BY id"
        rows = connection.exec_driver_sql(sql, (record,)).scalars().all()
    else:
        rows = []
    return [RecordId(row) for row in rows if isinstance(row, bytes)]
