"""Lists of matters: filters, keyset pages, exact counts; frozen rows, never live objects."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy.engine import Connection

from station_desk.domain.declare import RecordId
from station_desk.domain.privacy import shown_name
from station_desk.store import search
from station_desk.store.sqlio import bare, rows_for


class Sort(Enum):
    """How a list is ordered; both end in the local rank, so that pages never overlap."""

    NEWEST = "newest"
    DUE = "due"


class Waiting(Enum):
    """What an open matter waits for."""

    TELL = "tell"  # the visitor is to be told
    CONSULT = "consult"  # deputies are to be consulted
    VERDICT = "verdict"  # the visitor's verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterFilter:
    """Which matters a list shows; empty values do not filter. Days are inclusive."""

    text: str = ""
    tracks: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    open: bool | None = None
    category: str = ""
    station: str = ""
    grid: RecordId | None = None
    unit: RecordId | None = None
    deputy: RecordId | None = None
    due_from: date | None = None
    due_to: date | None = None
    opened_from: date | None = None
    opened_to: date | None = None
    waiting: Waiting | None = None
    urgent: bool = False
    sensitive: bool = False
    level: str = ""
    office: str = ""
    supervised: bool = False
    promised: bool = False  # promises nobody has judged
    looked_back: bool = False
    ids: tuple[RecordId, ...] | None = None
    sort: Sort = Sort.NEWEST


@dataclass(frozen=True, slots=True)
class MatterRow:
    """One matter in a list. `rank` is the local integer; `holder` the unit that has it now, "" for the
    station itself; `person` the visitor (of one who asked not to be named, that they did) or the lead deputy;
    `office` the congress office, `site` the name of the station where that is another desk's."""

    rank: int
    id: RecordId
    number: str
    official_number: str
    track: str
    stage: str
    outcome: str
    title: str
    category: str
    place: str
    station: str
    opened_on: date | None
    due_on: date | None
    clock: str
    closed_on: date | None
    finished_on: date | None
    told_on: date | None
    verdict: str
    urgency: str
    urged: int
    redone: int
    holder: str
    person: str
    people: int
    marked: bool
    office: str = ""
    sensitive: bool = False
    confidential: bool = False
    site: str = ""

    @property
    def urgent(self) -> bool:
        """Marked urgent."""
        return self.urgency == "urgent"


_ROW = (
    "SELECT m.n, m.id, m.number, m.official_number, m.track, m.stage, m.outcome, m.title, m.category, "
    "m.place, m.station, m.opened_on, m.due_on, m.clock, m.closed_on, m.finished_on, m.told_on, m.verdict, "
    "m.urgency, m.urged, m.redone, u.name, CASE m.track WHEN 'issue' THEN (SELECT v.name FROM issue i JOIN "
    "visitor v ON v.id = i.visitor WHERE i.id = m.id) ELSE (SELECT d.name FROM signer s JOIN deputy d ON "
    "d.id = s.deputy WHERE s.matter = m.id AND s.void IS NULL ORDER BY s.role DESC, s.id LIMIT 1) END, "
    "m.people, EXISTS (SELECT 1 FROM mark k WHERE k.record = m.id), m.office, m.sensitive, CASE m.track "
    "WHEN 'issue' THEN (SELECT i.confidential FROM issue i WHERE i.id = m.id) END, h.name FROM matter m "
    "LEFT JOIN unit u ON u.id = m.holder LEFT JOIN (SELECT code, max(name) AS name FROM site WHERE void IS "
    "NULL AND code <> (SELECT value FROM meta WHERE key = 'site') GROUP BY code) h ON h.code = m.station"
)


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def to_row(row: Sequence[Any]) -> MatterRow:
    """A row of the list query as its frozen value. Written out: a screen's fifty rows pass here."""
    return MatterRow(
        rank=row[0],
        id=RecordId(row[1]),
        number=row[2] or "",
        official_number=row[3] or "",
        track=row[4],
        stage=row[5] or "",
        outcome=row[6] or "",
        title=row[7] or "",
        category=row[8] or "",
        place=row[9] or "",
        station=row[10] or "",
        opened_on=_day(row[11]),
        due_on=_day(row[12]),
        clock=row[13] or "",
        closed_on=_day(row[14]),
        finished_on=_day(row[15]),
        told_on=_day(row[16]),
        verdict=row[17] or "",
        urgency=row[18] or "",
        urged=row[19] or 0,
        redone=row[20] or 0,
        holder=row[21] or "",
        person=shown_name(row[22], row[27]),
        people=row[23] or 0,
        marked=row[24] > 0,
        office=row[25] or "",
        sensitive=bool(row[26]),
        confidential=bool(row[27]),
        site=row[28] or "",
    )


_LEVEL = (
    "(EXISTS (SELECT 1 FROM suggestion s WHERE s.id = m.id AND s.level = ?)"
    " OR EXISTS (SELECT 1 FROM motion o WHERE o.id = m.id AND o.level = ?))"
)
_HAVING = {
    "supervised": "m.id IN (SELECT matter FROM supervision WHERE void IS NULL)",
    "promised": "m.id IN (SELECT matter FROM promise WHERE state IS NULL AND void IS NULL)",
    "looked_back": "EXISTS (SELECT 1 FROM step b WHERE b.matter = m.id AND b.verb = 'look_back'"
    " AND b.void IS NULL)",
}  # few matters have these: found from their side, or asked of each by its id


class _Where:
    """The filter as SQL: source tables, conditions and their values in order."""

    def __init__(self, wanted: MatterFilter) -> None:
        self.source = "matter m"
        self.rank = "m.n"
        self.conditions = ["m.void IS NULL"]
        self.values: list[object] = []
        words = search.terms(wanted.text)
        if words:
            self._search(words)
        self._among("m.track", wanted.tracks)
        self._among("m.stage", wanted.stages)
        if wanted.open is not None:
            self.conditions.append("m.closed_on IS NULL" if wanted.open else "m.closed_on IS NOT NULL")
        for name in ("category", "station", "office"):
            if value := getattr(wanted, name):
                self._add(f"m.{name} = ?", value)
        if wanted.level:
            self._add(_LEVEL, wanted.level, wanted.level)
        self.conditions.extend(sql for name, sql in _HAVING.items() if getattr(wanted, name))
        if wanted.grid is not None:
            self._add("m.grid = ?", wanted.grid)
        if wanted.unit is not None:
            self._add("m.id IN (SELECT matter FROM assignment WHERE unit = ? AND void IS NULL)", wanted.unit)
        if wanted.deputy is not None:
            self._deputy(wanted.deputy)
        for condition, day in (
            ("m.due_on >= ?", wanted.due_from),
            ("m.due_on <= ?", wanted.due_to),
            ("m.opened_on >= ?", wanted.opened_from),
            ("m.opened_on <= ?", wanted.opened_to),
        ):
            if day is not None:
                self._add(condition, day.isoformat())
        self._waiting(wanted.waiting)
        # Said as in the partial indexes, so that these answer.
        if wanted.urgent:
            self.conditions.append("m.urgency = 'urgent'")
        if wanted.sensitive:
            self.conditions.append("m.sensitive = 1")
        if wanted.ids is not None:
            # One value for any number of ids.
            self._add(
                "m.id IN (SELECT unhex(value) FROM json_each(?))", json.dumps([i.hex() for i in wanted.ids])
            )

    def _add(self, condition: str, *values: object) -> None:
        self.conditions.append(condition)
        self.values.extend(values)

    def _among(self, column: str, codes: Sequence[str]) -> None:
        if codes:
            self._add(f"{column} IN ({','.join('?' * len(codes))})", *codes)

    def _search(self, words: list[str]) -> None:
        phrases, singles = search.match(words)
        index, expression = ("ft", phrases) if phrases else ("fc", singles)
        # CROSS JOIN keeps the index outside, so that newest-first comes from its row ids without a sort.
        self.source = f"{index} CROSS JOIN matter m ON m.n = {index}.rowid"
        self.rank = f"{index}.rowid"
        self._add(f"{index} MATCH ?", expression)
        if phrases and singles:
            self._add("m.n IN (SELECT rowid FROM fc WHERE fc MATCH ?)", singles)

    def _deputy(self, deputy: RecordId) -> None:
        self._add(
            "m.id IN (SELECT matter FROM signer WHERE deputy = ? AND void IS NULL"
            # Asked this way round, the visits' index of deputies answers alone.
            " UNION SELECT id FROM issue WHERE visit IN (SELECT id FROM visit WHERE instr(deputies, ?) > 0))",
            deputy,
            deputy.hex(),
        )

    def _waiting(self, waiting: Waiting | None) -> None:
        match waiting:
            case Waiting.TELL:
                self.conditions.append("m.track = 'issue' AND m.stage = 'done'")
            case Waiting.VERDICT:
                self.conditions.append("m.track = 'issue' AND m.stage = 'told'")
            case Waiting.CONSULT:
                self.conditions.append("m.track = 'suggestion' AND m.stage IN ('replied', 'second')")
            case None:
                pass

    def sql(self, columns: str, tail: str) -> str:
        """The statement over the filtered matters."""
        return f"SELECT {columns} FROM {self.source} WHERE {' AND '.join(self.conditions)} {tail}"


def ranks(
    connection: Connection,
    wanted: MatterFilter,
    *,
    limit: int | None = None,
    after: tuple[str, int] | None = None,
) -> array[int]:
    """Local ranks of the matters that `wanted` names, in its order; a page of `limit` after the key `after`
    (due day or "", rank) of the last row seen. All of them (8 bytes each) without a limit."""
    where = _Where(wanted)
    tail: list[object] = []
    if wanted.sort is Sort.DUE:
        # Of one day the urgent ones first; those without a due day come last, newest first among themselves.
        if after is not None:
            where._add(
                "(COALESCE(m.due_on, '9999'), m.urgency IS NOT 'urgent', -m.n)"
                " > (?, (SELECT x.urgency IS NOT 'urgent' FROM matter x WHERE x.n = ?), ?)",
                after[0] or "9999", after[1], -after[1],
            )  # fmt: skip
        order = "ORDER BY COALESCE(m.due_on, '9999'), m.urgency IS NOT 'urgent', -m.n"
        if wanted.due_from is not None or wanted.due_to is not None:
            order = "ORDER BY m.due_on, m.urgency IS NOT 'urgent', m.n DESC"
    else:
        if after is not None:
            where._add(f"{where.rank} < ?", after[1])
        order = f"ORDER BY {where.rank} DESC"
    if limit is not None:
        order += " LIMIT ?"
        tail.append(limit)
    cursor = bare(connection)
    cursor.execute(where.sql(where.rank, order), (*where.values, *tail))
    found = array("q")
    while block := cursor.fetchmany(1_000):
        found.extend([row[0] for row in block])
    return found


def rows_by_rank(connection: Connection, wanted: Iterable[int]) -> list[MatterRow]:
    """Rows of the given ranks in the given order; a rank that is gone is left out."""
    order = list(wanted)
    found = {row[0]: row for row in rows_for(connection, f"{_ROW} WHERE m.n IN {{keys}}", order)}
    return [to_row(found[rank]) for rank in order if rank in found]


def units_by_rank(
    connection: Connection, wanted: Iterable[int], ending: Sequence[str]
) -> dict[int, list[str]]:
    """Short names of the units still charged with each matter that units have now, the one in the lead first.

    `ending` are the steps after which a unit owes nothing; the lead's charge may have begun anew since.
    """
    verbs = ", ".join(f"'{verb}'" for verb in ending)
    found: dict[int, list[str]] = {}
    for rank, name in rows_for(
        connection,
        "SELECT m.n, COALESCE(u.short, u.name) FROM matter m"
        " JOIN assignment a ON a.matter = m.id AND a.void IS NULL JOIN unit u ON u.id = a.unit"
        " WHERE m.n IN {keys} AND m.holder IS NOT NULL AND (a.unit = m.holder OR NOT EXISTS"
        " (SELECT 1 FROM step s WHERE s.matter = m.id AND s.assignment = a.id AND s.void IS NULL"
        f" AND s.verb IN ({verbs}))) ORDER BY m.n, a.unit = m.holder DESC, a.handed_on, a.id",
        wanted,
    ):
        names = found.setdefault(rank, [])
        if name and name not in names:
            names.append(name)
    return found


def page(
    connection: Connection,
    wanted: MatterFilter,
    *,
    limit: int = 50,
    after: tuple[str, int] | None = None,
) -> list[MatterRow]:
    """One page of rows after the key of the last row seen."""
    return rows_by_rank(connection, ranks(connection, wanted, limit=limit, after=after))


def count(connection: Connection, wanted: MatterFilter, *, at_most: int | None = None) -> int:
    """How many matters `wanted` names; stops counting past `at_most` (then returns at_most + 1)."""
    where = _Where(wanted)
    if at_most is None:
        sql = where.sql("count(*)", "")
        if not _narrow(wanted) and search.terms(wanted.text):
            return _count_matches(connection, wanted)
        return int(connection.exec_driver_sql(sql, tuple(where.values)).scalar() or 0)
    inner = where.sql("1", "LIMIT ?")
    sql = f"SELECT count(*) FROM ({inner})"
    return int(connection.exec_driver_sql(sql, (*where.values, at_most + 1)).scalar() or 0)


def _narrow(wanted: MatterFilter) -> bool:
    return wanted != MatterFilter(text=wanted.text, sort=wanted.sort)


def _count_matches(connection: Connection, wanted: MatterFilter) -> int:
    """Matches of a text alone, straight from the index; voided matters are few and taken off."""
    phrases, singles = search.match(search.terms(wanted.text))
    index, expression = ("ft", phrases) if phrases else ("fc", singles)
    extra = " AND rowid IN (SELECT rowid FROM fc WHERE fc MATCH ?)" if phrases and singles else ""
    values = (expression, singles) if extra else (expression,)
    total = connection.exec_driver_sql(
        f"SELECT count(*) FROM {index} WHERE {index} MATCH ?{extra}", values
    ).scalar()
    if connection.exec_driver_sql("SELECT 1 FROM matter WHERE void IS NOT NULL LIMIT 1").scalar() is None:
        return int(total or 0)
    # The plus keeps the index from being asked once for every voided matter.
    voided = connection.exec_driver_sql(
        f"SELECT count(*) FROM {index} WHERE {index} MATCH ?{extra}"
        " AND +rowid IN (SELECT n FROM matter WHERE void IS NOT NULL)",
        values,
    ).scalar()
    return int(total or 0) - int(voided or 0)


def row_of(connection: Connection, matter: RecordId) -> MatterRow | None:
    """One matter's list row."""
    row = connection.exec_driver_sql(f"{_ROW} WHERE m.id = ?", (matter,)).first()
    return to_row(tuple(row)) if row is not None else None


def find(connection: Connection, text: str) -> list[RecordId]:
    """Matters by number, official number or id in hex: several where they bear the same number, the newest
    first; voided ones only where no other bears it."""
    wanted = text.strip()
    if len(wanted) == 32:
        try:
            found = connection.exec_driver_sql(
                "SELECT id FROM matter WHERE id = ?", (bytes.fromhex(wanted),)
            ).scalar()
        except ValueError:
            found = None
        if found is not None:
            return [RecordId(found)]
    rows = connection.exec_driver_sql(
        "SELECT id, void IS NULL FROM matter WHERE number = ? OR official_number = ? ORDER BY n DESC",
        (wanted, wanted),
    ).all()
    return [RecordId(row[0]) for row in rows if row[1]] or [RecordId(row[0]) for row in rows[:1]]
