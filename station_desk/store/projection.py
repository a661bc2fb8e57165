"""Changes in, records, stages, due dates and search out: one way for save, import, undo and rebuild."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from sqlalchemy.engine import Connection

from station_desk.domain import declare
from station_desk.domain.declare import RecordId, Wire
from station_desk.domain.fold import ChangeView, Folded, fold
from station_desk.domain.profile import RuleProfile
from station_desk.domain.records import MATTERS, TYPES
from station_desk.store import codec
from station_desk.store.aside import Aside
from station_desk.store.matters import MatterProjector
from station_desk.store.sqlio import insert_many, rows_for, sql_values
from station_desk.store.tables import FIELD_COLUMNS

_WORDS = frozenset(
    {"office", "owner", "visit", "visitor"}
    | {name for cls in MATTERS.values() for name, d in declare.fields_of(cls).items() if d.search}
)

Profiles = Callable[[Connection, str, str | None, str | None], RuleProfile | None]
"""Finds a rule profile by its version, for a matter of an office and a station; None: not yet arrived."""


class Incoming(NamedTuple):
    """One visible change on its way into the record tables."""

    n: int
    record: RecordId
    change: codec.Change
    body: bytes
    made: bool
    lamport: int
    site: str
    role: str


class Projector:
    """Brings the record tables up to date. Holds nothing but the way to find rule profiles."""

    def __init__(self, profiles: Profiles) -> None:
        self.profiles = profiles

    def project(
        self,
        connection: Connection,
        incoming: Sequence[Incoming],
        several: Set[RecordId] | None = None,
        *,
        late: bool = False,
        aside: Aside | None = None,
    ) -> set[RecordId]:
        """Project changes that stand in the log now; returns the matters they touched.

        Changes of types that this version does not know stay in the log alone. `several`: all records of
        which the log holds more than one change, where the caller knows them; others need no looking up.
        They are the log's next in order, unless `late`: then they were withheld once, and have others around
        them and after them. `aside` is told which plain values they set aside.
        """
        by_record: dict[RecordId, list[Incoming]] = {}
        for item in incoming:
            if item.change.t in TYPES:
                found = by_record.get(item.record)
                if found is None:
                    by_record[item.record] = [item]
                else:
                    found.append(item)
        if not by_record:
            return set()
        asked = by_record.keys() if several is None else by_record.keys() & several
        earlier = self._earlier(connection, asked, incoming, late)
        by_type: dict[str, dict[RecordId, Mapping[str, Wire]]] = {name: {} for name in TYPES}
        marks: list[tuple[object, ...]] = []
        general: list[RecordId] = []
        fresh: set[RecordId] = set()
        authors: dict[RecordId, Incoming] = {}
        for record, items in by_record.items():
            first = items[0]
            if len(items) == 1 and first.made and record not in earlier:
                # Most of all records: made by the one change there is, which is all there is to fold.
                name, fields = first.change.t, first.change.f
                by_type[name][record] = fields
                if name == "step":
                    authors[record] = first
                elif name in MATTERS:
                    fresh.add(record)
                continue
            claimed = earlier.get(record, {})
            for item in items:
                claimed.setdefault(item.change.t, []).append(
                    codec.view_of(item.change, item.body, item.lamport, item.site, item.made)
                )
            name = first.change.t
            if len(claimed) > 1:
                name = _type_of(claimed)
                _forget(connection, record, claimed.keys() - {name}, keep=name)
            views = claimed[name]
            declared = declare.fields_of(TYPES[name])
            folded = fold(declared, views)
            if aside is not None and (folded.aside or aside.holds(record)):
                came = sum(item.change.t == name for item in items)  # they stand at the end of the views
                aside.note(record, declared, views[: len(views) - came], folded)
            by_type[name][record] = folded.values
            general.append(record)
            marks.extend(_marks(record, folded))
        if general:
            connection.exec_driver_sql("DELETE FROM mark WHERE record = ?", [(record,) for record in general])
        insert_many(connection, "mark", 4, marks, replace=True)
        rows = {
            name: _write_rows(connection, name, records, authors)
            for name, records in by_type.items()
            if records
        }
        same = {record for record in general if not any(map(_may_rename, by_record[record]))}
        matters = MatterProjector(connection, self.profiles, fresh)
        return matters.project(by_type, rows, same)

    def _earlier(
        self, connection: Connection, records: Iterable[RecordId], incoming: Sequence[Incoming], late: bool
    ) -> dict[RecordId, dict[str, list[ChangeView]]]:
        """What else the log holds of these records, by the type each change claims: what came before, and
        newer changes too where these are late."""
        out: dict[RecordId, dict[str, list[ChangeView]]] = {}
        # In order, what came before is told in the index; the rows of the incoming are not read again.
        before = "" if late else f" AND g.n < {incoming[0].n}"
        own = {item.n for item in incoming} if late else ()
        rows = rows_for(
            connection,
            "SELECT g.n, g.record, g.body, g.made, c.lamport, c.site FROM chg g JOIN cmt c ON c.n = g.cmt"
            f" WHERE g.record IN {{keys}}{before} ORDER BY g.n",
            records,
        )
        for n, record, body, made, lamport, site in rows:
            if n in own:
                continue
            change = codec.read_change(body)
            if change.t in TYPES:
                view = codec.view_of(change, body, lamport, site, made)
                out.setdefault(record, {}).setdefault(change.t, []).append(view)
        return out


def _may_rename(item: Incoming) -> bool:
    """Whether a matter's searched words may differ after this change: creating it, one of those fields, or
    one that decides whose word counts."""
    return item.made or not _WORDS.isdisjoint(item.change.f)


def _type_of(claimed: Mapping[str, Sequence[ChangeView]]) -> str:
    """A record is what its creator made it; a change that claims another type stays in the log alone."""
    made = [(view.id, name) for name, views in claimed.items() for view in views if view.made]
    return min(made)[1] if made else min(claimed)


def _forget(connection: Connection, record: RecordId, types: Iterable[str], *, keep: str) -> None:
    """Remove what stood under a type that the record turned out not to have."""
    for name in types:
        connection.exec_driver_sql(f"DELETE FROM {name} WHERE id = ?", (record,))
    if keep not in MATTERS:
        for n in connection.exec_driver_sql("SELECT n FROM matter WHERE id = ?", (record,)).scalars().all():
            for table in ("matter WHERE n", "ft WHERE rowid", "fc WHERE rowid"):
                connection.exec_driver_sql(f"DELETE FROM {table} = ?", (n,))


def _marks(record: RecordId, folded: Folded) -> Iterable[tuple[object, ...]]:
    if not folded.arrived:
        yield record, "", "stub", b""
    for name in folded.conflict:
        for head in folded.heads[name]:
            yield record, name, "conflict", head
    for name, change in folded.proposals:
        yield record, name, "proposal", change


def _write_rows(
    connection: Connection,
    name: str,
    records: Mapping[RecordId, Mapping[str, Wire]],
    authors: Mapping[RecordId, Incoming],
) -> list[tuple[object, ...]]:
    columns = FIELD_COLUMNS[name]
    values_of = sql_values(name, columns)
    rows: list[tuple[object, ...]]
    if name == "step":
        rows = []
        for record, values in records.items():
            # A step known by one change has that change's author; else the log says who made it.
            author = authors.get(record)
            by = (author.lamport, author.site, author.role) if author else _step_author(connection, record)
            rows.append((record, *values_of(values), *by))
    else:
        rows = [(record, *values_of(values)) for record, values in records.items()]
    width = len(columns) + (4 if name == "step" else 1)
    insert_many(connection, name, width, rows, replace=True)
    return rows


def _step_author(connection: Connection, record: RecordId) -> tuple[object, ...]:
    rows = connection.exec_driver_sql(
        "SELECT g.body, c.lamport, c.site, c.role FROM chg g JOIN cmt c ON c.n = g.cmt"
        " WHERE g.record = ? AND g.made = 1 ORDER BY c.hash",
        (record,),
    )
    # What was made as something that this version does not know may come after, and would not be heard.
    for body, *by in rows:
        if codec.read_type(body) == "step":
            return tuple(by)
    return (0, "", "")
