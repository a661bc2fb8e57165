"""The matter rows: stage and due date by the fold of the steps, the local rank, and the search index."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from datetime import date
from itertools import chain

from sqlalchemy.engine import Connection

from station_desk.domain.course import AssignmentView, Course, StepView
from station_desk.domain.declare import RecordId, Wire
from station_desk.domain.profile import RuleProfile
from station_desk.domain.records import MATTERS
from station_desk.domain.tracks import TRACKS
from station_desk.domain.vocabulary import SiteRole, acting
from station_desk.domain.walk import run
from station_desk.store import search
from station_desk.store.sites import Desks, below, deputies_desks, is_deputys
from station_desk.store.sqlio import Keys, bare, insert_many, rows_for, sql_values
from station_desk.store.tables import COMPUTED, FIELD_COLUMNS, MATTER_FIELDS

RANK_BITS = 24
"""Low bits of a matter's local integer: its place within the day it was opened."""

_EPOCH = date(1970, 1, 1).toordinal()
_SLICE = 20_000
_SEARCHED = ("number", "official_number", "title", "text", "place")
_COLUMNS = ", ".join(f'"{name}"' for name in MATTER_FIELDS)
_FOLDED = ", ".join(f'"{name}"' for name in COMPUTED)
_FOLDED_WIDTH = len(COMPUTED)
_COURSE_FROM = ("opened_on", "profile", "office", "station")
"""The fields of a matter that its course is reckoned from, beside its steps and assignments."""

STEP_COLUMNS = 'matter, id, verb, "on", "until", code, assignment, "after", lamport, site, role, void, about'
"""What `step_view` reads, voided steps included: what was done after one still stands after it."""

_SITE, _ROLE = 9, 10
"""Where these stand in a step's row."""
_DEPUTY = SiteRole.DEPUTY.value

_POINTERS: Mapping[str, int] = {
    name: FIELD_COLUMNS[name].index("matter") + 1 for name in ("step", "assignment", "signer")
}
"""Where the rows of what hangs on a matter name it."""

_Values = Mapping[str, Wire]


def day_rank(opened_on: object) -> int:
    """The first rank of an opening day (ISO text); matters without one come last of all."""
    if not isinstance(opened_on, str):
        return 0
    return (date.fromisoformat(opened_on).toordinal() - _EPOCH) << RANK_BITS


class MatterProjector:
    """One batch's worth of matter rows."""

    def __init__(
        self,
        connection: Connection,
        profiles: Callable[[Connection, str, str | None, str | None], RuleProfile | None],
        fresh: Set[RecordId],
    ) -> None:
        """`fresh`: matters of which nothing was known before this batch."""
        self._connection = connection
        self._fresh = fresh
        self._profiles = profiles
        self._next_rank: dict[int, int] = {}
        self._known_profiles: dict[tuple[str, str | None, str | None], RuleProfile | None] = {}

    def project(
        self,
        by_type: Mapping[str, Mapping[RecordId, _Values]],
        written: Mapping[str, Sequence[tuple[object, ...]]],
        same_words: Set[RecordId],
    ) -> set[RecordId]:
        """Rewrite the rows of every matter that the batch's records touch; returns their ids.

        `written`: the batch's rows as they went into the tables; `same_words`: records whose searched
        words stand as they were.
        """
        changed: dict[RecordId, tuple[str, _Values]] = {
            record: (name, values) for name in MATTERS for record, values in by_type.get(name, {}).items()
        }
        touched: dict[RecordId, None] = dict.fromkeys(changed)
        moved: set[RecordId] = set()
        # In the order written, so that ranks within a day follow it.
        for name, at in _POINTERS.items():
            named = (row[at] for row in written.get(name, ()))
            found = {RecordId(matter): None for matter in named if isinstance(matter, bytes)}
            touched.update(found)
            moved.update(found)
        renamed = self._renamed(by_type)
        newly_ruled = self._under_new_profiles(by_type) | self._of_new_deputies(by_type)
        touched.update(dict.fromkeys(sorted(renamed | newly_ruled)))
        moved |= newly_ruled
        signer = _POINTERS["signer"]
        signed = {
            RecordId(matter) for row in written.get("signer", ()) if isinstance(matter := row[signer], bytes)
        }
        ordered = list(touched)
        for start in range(0, len(ordered), _SLICE):
            self._slice(ordered[start : start + _SLICE], changed, moved, renamed | signed, same_words)
        return set(touched)

    def _renamed(self, by_type: Mapping[str, Mapping[RecordId, _Values]]) -> set[RecordId]:
        """Matters whose searched names may have changed: by visitor, by deputy, by visit."""
        out: set[RecordId] = set()
        connection = self._connection
        visitors = by_type.get("visitor")
        if visitors:
            out.update(
                r[0] for r in rows_for(connection, "SELECT id FROM issue WHERE visitor IN {keys}", visitors)
            )
        visits = set(by_type.get("visit", ()))
        deputies = by_type.get("deputy")
        if deputies:
            out.update(
                r[0]
                for r in rows_for(connection, "SELECT matter FROM signer WHERE deputy IN {keys}", deputies)
            )
            wanted = {record.hex() for record in deputies}
            rows = connection.exec_driver_sql("SELECT id, deputies FROM visit WHERE deputies IS NOT NULL")
            visits.update(row[0] for row in rows if not wanted.isdisjoint(row[1].split(",")))
        if visits:
            out.update(
                r[0] for r in rows_for(connection, "SELECT id FROM issue WHERE visit IN {keys}", visits)
            )
        return out

    def _under_new_profiles(self, by_type: Mapping[str, Mapping[RecordId, _Values]]) -> set[RecordId]:
        profiles, sites = by_type.get("profile", {}).values(), by_type.get("site", {}).values()
        return ruled_by(
            self._connection,
            [values.get("version") for values in profiles],
            [code for values in sites if isinstance(code := values.get("code"), str)],
        )

    def _of_new_deputies(self, by_type: Mapping[str, Mapping[RecordId, _Values]]) -> set[RecordId]:
        """Matters with steps of sites that turn out to be deputies' desks, or are no longer called so."""
        told = by_type.get("site", {}).values()
        return steps_by(self._connection, {str(v.get("code")) for v in told if v.get("role") == _DEPUTY})

    def _slice(
        self,
        ids: Sequence[RecordId],
        changed: Mapping[RecordId, tuple[str, _Values]],
        moved: Set[RecordId],
        renamed: set[RecordId],
        same_words: Set[RecordId],
    ) -> None:
        """Rewrite the rows of these matters. `moved`: those whose course something new may have changed."""
        connection = self._connection
        old: dict[RecordId, tuple[int, str, dict[str, object], tuple[object, ...]]] = {}
        before_now = [record for record in ids if record not in self._fresh]
        for row in rows_for(
            connection,
            f"SELECT n, id, track, {_COLUMNS}, {_FOLDED} FROM matter WHERE id IN {{keys}}",
            before_now,
        ):
            values = dict(zip(MATTER_FIELDS, row[3:-_FOLDED_WIDTH], strict=True))
            old[row[1]] = (row[0], row[2], values, row[-_FOLDED_WIDTH:])
        # What neither moved nor changed in what its course is reckoned from stands as it was.
        steady = {
            record
            for record, (_, track, values, _) in old.items()
            if record not in moved and (record not in changed or _same_course(track, values, changed[record]))
        }
        keys = Keys(connection, [record for record in ids if record not in steady])
        steps = steps_of(keys)
        assignments = assignments_of(keys)
        desks = deputies_of(self._connection, chain.from_iterable(steps.values()))
        rows: list[tuple[object, ...]] = []
        index: list[tuple[int, RecordId, dict[str, object]]] = []
        gone: list[int] = []
        for record in ids:
            before = old.get(record)
            if record in changed:
                track, wire = changed[record]
                stored = sql_values(track, MATTER_FIELDS)(wire)
                values = dict(zip(MATTER_FIELDS, stored, strict=True))
            elif before is not None:
                track, values = before[1], before[2]
            else:
                continue
            n = self._rank(before[0] if before else None, values["opened_on"])
            if before is not None and n != before[0]:
                gone.append(before[0])
            if before is not None and record in steady:
                folded = before[3]
            else:
                course = self._course(
                    track, values, steps.get(record, ()), assignments.get(record, {}), desks
                )
                folded = _computed(course)
            rows.append((n, record, track, *[values[name] for name in MATTER_FIELDS], *folded))
            if (
                before is None
                or n != before[0]
                or record in renamed
                # The track's own searched fields are not in `values`, so what was written decides.
                or (record in changed and record not in same_words)
            ):
                index.append((n, record, values))
        for n in gone:
            for table in ("matter WHERE n", "ft WHERE rowid", "fc WHERE rowid"):
                connection.exec_driver_sql(f"DELETE FROM {table} = ?", (n,))
        width = 3 + len(MATTER_FIELDS) + len(COMPUTED)
        insert_many(connection, "matter", width, rows, replace=True)
        self._index(index, {n for n, *_ in old.values()})

    def _rank(self, old: int | None, opened_on: object) -> int:
        base = day_rank(opened_on)
        if old is not None and old >> RANK_BITS == base >> RANK_BITS:
            return old
        following = self._next_rank.get(base)
        if following is None:
            top = self._connection.exec_driver_sql(
                "SELECT max(n) FROM matter WHERE n >= ? AND n < ?", (base, base + (1 << RANK_BITS))
            ).scalar()
            following = base + 1 if top is None else top + 1
        self._next_rank[base] = following + 1
        return following

    def _course(
        self,
        track: str,
        values: Mapping[str, object],
        steps: Sequence[tuple[object, ...]],
        assignments: Mapping[RecordId, AssignmentView],
        desks: Desks,
    ) -> Course | None:
        opened = values["opened_on"]
        version = values["profile"]
        office, station = values["office"], values["station"]
        profile = self._profile(version, _code(office), _code(station)) if isinstance(version, str) else None
        if not isinstance(opened, str) or profile is None:
            return None
        views = [step_view(row, office, station, desks) for row in steps]
        return run(TRACKS[track], profile, date.fromisoformat(opened), [v for v in views if v], assignments)

    def _profile(self, version: str, office: str | None, station: str | None) -> RuleProfile | None:
        rules = (version, office, station)
        if rules not in self._known_profiles:
            self._known_profiles[rules] = self._profiles(self._connection, *rules)
        return self._known_profiles[rules]

    def _index(self, items: Sequence[tuple[int, RecordId, dict[str, object]]], known: set[int]) -> None:
        if not items:
            return
        connection = self._connection
        extra = searched_names(connection, [record for _, record, _ in items])
        grams: list[tuple[int, str]] = []
        singles: list[tuple[int, str]] = []
        for n, record, values in items:
            parts = [value for name in _SEARCHED if isinstance(value := values[name], str)]
            text = search.joined([*parts, *extra.get(record, ())])
            grams.append((n, search.bigrams(text)))
            singles.append((n, search.characters(text)))
        fresh = known.isdisjoint(n for n, _ in grams)
        verb = "INSERT" if fresh else "INSERT OR REPLACE"
        cursor = bare(connection)
        cursor.executemany(f"{verb} INTO ft(rowid, b) VALUES (?, ?)", grams)
        cursor.executemany(f"{verb} INTO fc(rowid, c) VALUES (?, ?)", singles)


def _code(value: object) -> str | None:
    return value if isinstance(value, str) else None


def ruled_by(connection: Connection, versions: Iterable[object], sites: Collection[str]) -> set[RecordId]:
    """The matters whose rules may be others than before, as profiles of these versions came or went, or these
    sites say where they stand: by that it is told whose version of a name counts."""
    out: set[RecordId] = set()
    for version in versions:
        rows = connection.exec_driver_sql("SELECT id FROM matter WHERE profile = ?", (version,))
        out.update(row[0] for row in rows)
    edited = "SELECT version FROM profile WHERE body IS NOT NULL"
    if sites and connection.exec_driver_sql(f"{edited} LIMIT 1").first() is not None:
        codes = [*below(connection, sites)]
        marks = ",".join("?" * len(codes))
        rows = connection.exec_driver_sql(
            f"SELECT id FROM matter WHERE profile IN ({edited}) AND (office IN ({marks})"
            f" OR station IN ({marks}))",
            (*codes, *codes),
        )
        out.update(row[0] for row in rows)
    return out


def _same_course(track: str, before: Mapping[str, object], now: tuple[str, _Values]) -> bool:
    """Whether a matter's course comes to the same by what was written about itself."""
    name, values = now
    return name == track and all(before[field] == values.get(field) for field in _COURSE_FROM)


def steps_of(keys: Keys) -> dict[RecordId, list[tuple[object, ...]]]:
    """The stored steps (`STEP_COLUMNS`) of each of these matters, voided ones included."""
    out: dict[RecordId, list[tuple[object, ...]]] = {}
    for row in keys.rows(f"SELECT {STEP_COLUMNS} FROM step WHERE matter IN {{keys}}"):
        out.setdefault(row[0], []).append(row)
    return out


def steps_by(connection: Connection, sites: Set[str]) -> set[RecordId]:
    """The matters in which one of these sites took a step. It reads all steps: asked where a desk is new."""
    if not sites:
        return set()
    marks = ",".join("?" * len(sites))
    sql = f"SELECT DISTINCT matter FROM step WHERE site IN ({marks}) AND matter IS NOT NULL"
    return {RecordId(row[0]) for row in connection.exec_driver_sql(sql, tuple(sites))}


def deputies_of(connection: Connection, steps: Iterable[Sequence[object]]) -> Desks:
    """The deputies' desks among those that wrote these steps (`STEP_COLUMNS`) under another role."""
    return deputies_desks(connection, {str(row[_SITE]) for row in steps if row[_ROLE] != _DEPUTY})


def assignments_of(keys: Keys) -> dict[RecordId, dict[RecordId, AssignmentView]]:
    """The charges of each of these matters, as the fold sees them."""
    out: dict[RecordId, dict[RecordId, AssignmentView]] = {}
    sql = "SELECT matter, id, unit, role, handed_on FROM assignment WHERE matter IN {keys} AND void IS NULL"
    for matter, record, unit, role, handed_on in keys.rows(sql):
        if handed_on is not None:
            view = AssignmentView(record, unit, role or "lead", date.fromisoformat(handed_on))
            out.setdefault(matter, {})[record] = view
    return out


def step_view(row: Sequence[object], office: object, station: object, desks: Desks) -> StepView | None:
    """A stored step (`STEP_COLUMNS`) to fold; None for one whose own words have not arrived.

    `office` and `station` are the matter's: they decide what the step's author acted as, together with
    `desks` (`deputies_of` these steps).
    """
    _, record, verb, on, until, code, assignment, after, lamport, site, role, void, about = row
    if not isinstance(on, str) or not isinstance(verb, str) or not isinstance(record, bytes):
        return None
    if not isinstance(after, str):
        seen: tuple[RecordId, ...] = ()
    elif len(after) == 32:
        seen = (RecordId(bytes.fromhex(after)),)
    else:
        seen = tuple(RecordId(bytes.fromhex(part)) for part in after.split(","))
    return StepView(  # by place: a whole log's steps pass here
        RecordId(record),
        verb,
        date.fromisoformat(on),
        date.fromisoformat(until) if isinstance(until, str) else None,
        code if isinstance(code, str) else None,
        RecordId(assignment) if isinstance(assignment, bytes) else None,
        seen,
        lamport if isinstance(lamport, int) else 0,
        acting(str(role), site == office, site == station, is_deputys(desks, str(site), station)),
        void is not None,
        RecordId(about) if isinstance(about, bytes) else None,
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _computed(course: Course | None) -> tuple[object, ...]:
    if course is None:
        return (None,) * len(COMPUTED)
    return (
        course.stage,
        course.outcome or None,
        _iso(course.due_on),
        course.due_clock or None,
        _iso(course.clock_from),
        course.holder,
        _iso(course.closed_on),
        _iso(course.finished_on),
        _iso(course.told_on),
        course.verdict or None,
        course.redone,
        course.urged,
        ",".join(step.hex() for step in course.odd) or None,
    )


def searched_names(connection: Connection, ids: Sequence[RecordId]) -> dict[RecordId, list[str]]:
    """What is searched beyond a matter's own row: its track's fields, and the names of people in it."""
    out: dict[RecordId, list[str]] = {}
    visits: dict[RecordId, list[RecordId]] = {}
    sql = (
        "SELECT i.id, v.name, i.appeal, i.source_number, i.visit FROM issue i"
        " LEFT JOIN visitor v ON v.id = i.visitor AND v.void IS NULL WHERE i.id IN {keys}"
    )
    keys = Keys(connection, ids)
    for record, *texts, visit in keys.rows(sql):
        out[record] = [text for text in texts if text]
        if visit is not None:
            visits.setdefault(visit, []).append(record)
    for record, *texts in keys.rows("SELECT id, grounds, plan FROM motion WHERE id IN {keys}"):
        out[record] = [text for text in texts if text]
    sql = (
        "SELECT s.matter, d.name FROM signer s JOIN deputy d ON d.id = s.deputy"
        " WHERE s.matter IN {keys} AND s.void IS NULL ORDER BY s.id"
    )
    for record, name in keys.rows(sql):
        if name:
            out.setdefault(record, []).append(name)
    if visits:
        sql = "SELECT id, deputies FROM visit WHERE id IN {keys} AND deputies IS NOT NULL"
        present = {
            visit: [bytes.fromhex(part) for part in deputies.split(",")]
            for visit, deputies in rows_for(connection, sql, visits)
        }
        names = deputy_names(connection, {one for there in present.values() for one in there})
        for visit, there in present.items():
            found = [names[one] for one in there if one in names]
            for record in visits[visit]:
                out.setdefault(record, []).extend(found)
    return out


def deputy_names(connection: Connection, ids: Iterable[bytes]) -> dict[bytes, str]:
    """The names of these deputies by id."""
    sql = "SELECT id, name FROM deputy WHERE id IN {keys} AND name IS NOT NULL"
    return dict(rows_for(connection, sql, ids))
