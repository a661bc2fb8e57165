"""The SQL behind the figures: tallies of a period by station, category and month, and the ids they count."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sqlalchemy.engine import Connection

from station_desk.domain.declare import RecordId

_HANDED = "m.id IN (SELECT matter FROM assignment WHERE void IS NULL)"
_RAISED = "m.id IN (SELECT target FROM link WHERE kind = 'raised-from' AND void IS NULL)"
_CLOSED = "m.finished_on IS NOT NULL"
_UNTELLABLE = "(m.stage = 'closed' AND m.told_on IS NULL)"

MATTER_MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "collected": "1",
        "answered": "m.outcome = 'answered'",
        "handed": _HANDED,
        "raised": _RAISED,
        "refused": "m.outcome = 'refused'",
        "left": "m.outcome IN ('withdrawn', 'petition', 'merged')",
        "solved": "m.finished_on <= :last",
        "unsolved": "(m.finished_on IS NULL OR m.finished_on > :last)",
        "solved_raised": f"m.finished_on <= :last AND {_RAISED}",
        "closed": _CLOSED,
        "untellable": f"{_CLOSED} AND {_UNTELLABLE}",
        "told": f"{_CLOSED} AND m.told_on IS NOT NULL",
        "judged": "m.verdict IS NOT NULL",
        "asked": "(m.told_on IS NOT NULL OR m.verdict IS NOT NULL)",
        "very": "m.verdict = 'very_satisfied'",
        "content": "m.verdict = 'satisfied'",
        "dissatisfied": "m.verdict = 'dissatisfied'",
        "pleased": "m.verdict IN ('very_satisfied', 'satisfied', 'fairly')",
        "satisfied": "m.verdict IN ('very_satisfied', 'satisfied')",
        "fairly": "m.verdict = 'fairly'",
        "overdue": "m.due_on < :today AND m.closed_on IS NULL",
    }
)
"""What a matter must meet to be counted, by measure; the same words find the matters behind a number."""

_NAMES = tuple(MATTER_MEASURES)


@dataclass(frozen=True, slots=True)
class Span:
    """What is counted: matters opened and visits made from `first` to `last`, as things stand on `today`.

    `station` is a station's code, "" for every station of the desk.
    """

    first: date
    last: date
    today: date
    station: str = ""

    def values(self) -> dict[str, object]:
        """The values the statements name."""
        return {
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "today": self.today.isoformat(),
            "station": self.station,
        }


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of one station, category, month (`2026-05`) and track, in the order of MATTER_MEASURES."""

    station: str
    category: str
    month: str
    track: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GridTally:
    """Numbers of the matters of one track in one grid (None: of no grid), in the order of MATTER_MEASURES."""

    grid: RecordId | None
    track: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UnitTally:
    """Numbers of the issues a unit answers for (None: no unit has them), in the order of MATTER_MEASURES."""

    unit: RecordId | None
    numbers: tuple[int, ...]
    track: str = "issue"


@dataclass(frozen=True, slots=True)
class VisitTally:
    """One station's month: days with a visit, deputies present (once a day each), people who came, and the
    visits they came in."""

    station: str
    month: str
    sessions: int
    deputies: int
    people: int
    parties: int = 0


def _bind(sql: str, values: Mapping[str, object]) -> tuple[str, tuple[object, ...]]:
    """`:name` places as the driver's own `?`, with their values in order."""
    out: list[object] = []
    parts = sql.split(":")
    text = [parts[0]]
    for part in parts[1:]:
        name = next((n for n in values if part.startswith(n)), None)
        if name is None:
            text.append(":" + part)
        else:
            out.append(values[name])
            text.append("?" + part[len(name) :])
    return "".join(text), tuple(out)


def _within(span: Span) -> str:
    place = " AND m.station = :station" if span.station else ""
    return f"m.void IS NULL AND m.opened_on >= :first AND m.opened_on <= :last{place}"


_SUMS = ", ".join(f"sum(CASE WHEN {MATTER_MEASURES[name]} THEN 1 ELSE 0 END)" for name in _NAMES)


def matters(connection: Connection, span: Span) -> list[Tally]:
    """Every measure of the matters opened in the span, in one pass over the covering index."""
    sql, values = _bind(
        f"SELECT m.station, m.category, substr(m.opened_on, 1, 7), m.track, {_SUMS}"
        f" FROM matter m WHERE {_within(span)} GROUP BY 1, 2, 3, 4",
        span.values(),
    )
    return [
        Tally(row[0] or "", row[1] or "", row[2] or "", row[3], tuple(int(n or 0) for n in row[4:]))
        for row in connection.exec_driver_sql(sql, values)
    ]


_CHARGED = (
    "a.void IS NULL AND a.role <> 'co' AND a.unit IS NOT NULL AND a.id NOT IN"
    " (SELECT assignment FROM step WHERE verb = 'return' AND void IS NULL AND assignment IS NOT NULL)"
)
"""Who answers for a matter: its units but those that only help and those that returned it."""

_SAYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "": (),
        "very_satisfied": ("judged", "very", "satisfied", "pleased"),
        "satisfied": ("judged", "content", "satisfied", "pleased"),
        "fairly": ("judged", "fairly", "pleased"),
        "dissatisfied": ("judged", "dissatisfied"),
    }
)
"""The measures in which a verdict counts, beside `asked`."""


def units(connection: Connection, span: Span) -> list[UnitTally]:
    """What was said of the issues opened in the span that somebody was told about, by the unit that answers
    (the measures of verdicts alone, the rest 0); one that several units answer is each one's."""
    sql, values = _bind(
        "SELECT a.unit, m.verdict, count(DISTINCT m.id) FROM matter m LEFT JOIN assignment a"
        f" ON a.matter = m.id AND {_CHARGED} WHERE {_within(span)} AND m.track = 'issue'"
        f" AND {MATTER_MEASURES['asked']} GROUP BY 1, 2",
        span.values(),
    )
    found: dict[RecordId | None, dict[str, int]] = {}
    for unit, verdict, number in connection.exec_driver_sql(sql, values):
        own = found.setdefault(None if unit is None else RecordId(unit), dict.fromkeys(_NAMES, 0))
        for name in ("asked", *_SAYS.get(verdict or "", ("judged",))):
            own[name] += number
    return [UnitTally(unit, tuple(own.values())) for unit, own in found.items()]


def codes(connection: Connection, span: Span) -> list[str]:
    """The stations of the span's matters and visits ("" where none is written)."""
    sql, values = _bind(
        f"SELECT m.station FROM matter m WHERE {_within(span)} UNION"
        f" SELECT v.station FROM visit v WHERE {_visits_within(span)}",
        span.values(),
    )
    return sorted({row[0] or "" for row in connection.exec_driver_sql(sql, values)})


def grids(connection: Connection, span: Span) -> list[GridTally]:
    """Every measure of the matters opened in the span by their grid; nothing where the desk has no grids."""
    if connection.exec_driver_sql("SELECT 1 FROM grid WHERE void IS NULL LIMIT 1").first() is None:
        return []
    sql, values = _bind(
        f"SELECT m.grid, m.track, {_SUMS} FROM matter m WHERE {_within(span)} GROUP BY 1, 2", span.values()
    )
    return [
        GridTally(None if row[0] is None else RecordId(row[0]), row[1], tuple(int(n or 0) for n in row[2:]))
        for row in connection.exec_driver_sql(sql, values)
    ]


def _visits_within(span: Span) -> str:
    place = " AND v.station = :station" if span.station else ""
    # A moment is ISO text: everything of the last day sorts before that day followed by U.
    return f"v.void IS NULL AND v.began >= :first AND v.began < (:last || 'U'){place}"


def visits(connection: Connection, span: Span) -> list[VisitTally]:
    """Sessions and person-times of the span by station and month, in one pass."""
    # Unlike sum, total never overflows: a number of people that came in may be any.
    sql, values = _bind(
        "SELECT v.station, substr(v.began, 1, 10), v.deputies,"
        " CAST(total(COALESCE(v.people, 1)) AS INTEGER), count(*)"
        f" FROM visit v WHERE {_visits_within(span)} GROUP BY 1, 2, 3",
        span.values(),
    )
    sums: dict[tuple[str, str], list[int]] = {}
    days: dict[tuple[str, str], set[str]] = {}
    present: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for station, day, deputies, people, parties in connection.exec_driver_sql(sql, values):
        place = (station or "", day[:7])
        own = sums.setdefault(place, [0, 0])
        own[0] += people
        own[1] += parties
        days.setdefault(place, set()).add(day)
        if deputies:
            there = present.setdefault(place, set())
            there.update((day, deputy) for deputy in deputies.split(",") if deputy)
    return [
        VisitTally(*place, len(days[place]), len(present.get(place, ())), people, parties)
        for place, (people, parties) in sorted(sums.items())
    ]


AWAY = ("visit", "grid")
"""Channels of a visit that is made away from the station."""


def receptions(connection: Connection, span: Span) -> tuple[dict[RecordId, Counter[str]], int]:
    """Of each deputy who received: `days` (a station's day once), of these `calls` away from the station,
    `parties`, `people` and the issues `collected`; and how many visits all these are of."""
    sql, values = _bind(
        "SELECT v.deputies, v.station, substr(v.began, 1, 10), v.channel, COALESCE(v.people, 1),"
        " (SELECT count(*) FROM issue i WHERE i.visit = v.id"
        " AND i.id NOT IN (SELECT id FROM matter WHERE void IS NOT NULL))"
        f" FROM visit v WHERE {_visits_within(span)} AND v.deputies IS NOT NULL",
        span.values(),
    )
    out: dict[str, Counter[str]] = {}
    days: dict[str, set[tuple[object, object, bool]]] = {}
    visits_read = 0
    for deputies, station, day, channel, people, collected in connection.exec_driver_sql(sql, values):
        visits_read += 1
        for deputy in filter(None, deputies.split(",")):
            own = out.setdefault(deputy, Counter())
            own["parties"] += 1
            own["people"] += people
            own["collected"] += collected
            days.setdefault(deputy, set()).add((station, day, channel in AWAY))
    for deputy, seen in days.items():
        out[deputy]["days"] = len({(station, day) for station, day, _ in seen})
        out[deputy]["calls"] = sum(away for *_, away in seen)
    return {RecordId(bytes.fromhex(deputy)): own for deputy, own in out.items()}, visits_read


def present(connection: Connection, span: Span) -> frozenset[RecordId]:
    """The deputies who received at any visit of the span, each once."""
    sql, values = _bind(
        f"SELECT DISTINCT v.deputies FROM visit v WHERE {_visits_within(span)} AND v.deputies IS NOT NULL",
        span.values(),
    )
    rows = connection.exec_driver_sql(sql, values)
    return frozenset(RecordId(bytes.fromhex(one)) for row in rows for one in row[0].split(",") if one)


def ids(
    connection: Connection,
    span: Span,
    measure: str,
    *,
    track: str = "issue",
    category: str | None = None,
    month: str = "",
    grid: bytes | None = None,
    unit: bytes | None = None,
    stations: Sequence[str] | None = None,
) -> Iterator[RecordId]:
    """The matters behind one number of `matters`, `grids` or `units` (`grid`, `unit` b"": those of none),
    newest first; `stations` narrows to several."""
    conditions = [_within(span), f"({MATTER_MEASURES[measure]})", "m.track = :track"]
    values = {**span.values(), "track": track}
    for name, column, wanted in (
        ("wanted_class", "COALESCE(m.category, '')", category),
        ("wanted_month", "substr(m.opened_on, 1, 7)", month or None),
        ("wanted_grid", "COALESCE(m.grid, x'')", grid),
    ):
        if wanted is not None:
            conditions.append(f"{column} = :{name}")
            values[name] = wanted
    if unit is not None:
        its = " AND a.unit = :wanted_unit" if unit else ""
        having = f"EXISTS (SELECT 1 FROM assignment a WHERE a.matter = m.id AND {_CHARGED}{its})"
        conditions.append(having if unit else f"NOT {having}")
        values["wanted_unit"] = unit
    if stations is not None:
        conditions.append("COALESCE(m.station, '') IN (SELECT value FROM json_each(:among))")
        values["among"] = json.dumps(list(stations))
    wanted_sql = " AND ".join(conditions)
    sql, bound = _bind(f"SELECT m.id FROM matter m WHERE {wanted_sql} ORDER BY m.n DESC", values)
    for row in connection.exec_driver_sql(sql, bound):
        yield RecordId(row[0])


def ids_of_visits(
    connection: Connection,
    span: Span,
    *,
    month: str = "",
    stations: Sequence[str] | None = None,
    deputy: bytes | None = None,
    away: bool = False,
) -> Iterator[RecordId]:
    """The issues raised at the visits that `visits` counts, newest first; of one deputy, and of those `away`
    from the station alone, as `receptions` counts them."""
    conditions = [_visits_within(span), "m.void IS NULL"]
    values = span.values()
    if month:
        conditions.append("substr(v.began, 1, 7) = :wanted_month")
        values["wanted_month"] = month
    if stations is not None:
        conditions.append("COALESCE(v.station, '') IN (SELECT value FROM json_each(:among))")
        values["among"] = json.dumps(list(stations))
    if deputy is not None:
        conditions.append("instr(v.deputies, :whom) > 0")
        values["whom"] = deputy.hex()
    if away:
        conditions.append(f"v.channel IN ({', '.join(repr(channel) for channel in AWAY)})")
    sql, bound = _bind(
        "SELECT m.id FROM visit v JOIN issue i ON i.visit = v.id JOIN matter m ON m.id = i.id"
        f" WHERE {' AND '.join(conditions)} ORDER BY m.n DESC",
        values,
    )
    for row in connection.exec_driver_sql(sql, bound):
        yield RecordId(row[0])


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a span's figures leave out or rest on: voided, in conflict, rules not arrived."""

    voided: int
    conflicts: int
    unarrived: int


def left_out(connection: Connection, span: Span) -> LeftOut:
    """Counts for the foot of every report."""
    place = " AND m.station = :station" if span.station else ""
    days = f"m.opened_on >= :first AND m.opened_on <= :last{place}"
    numbers: list[int] = []
    for sql in (
        f"SELECT count(*) FROM matter m WHERE {days} AND m.void IS NOT NULL",
        "SELECT count(DISTINCT k.record) FROM mark k JOIN matter m ON m.id = k.record"
        f" WHERE k.kind = 'conflict' AND {days} AND m.void IS NULL",
        f"SELECT count(*) FROM matter m WHERE {days} AND m.void IS NULL AND m.stage IS NULL",
    ):
        statement, values = _bind(sql, span.values())
        numbers.append(int(connection.exec_driver_sql(statement, values).scalar() or 0))
    return LeftOut(*numbers)


def knows_station(connection: Connection, code: str) -> bool:
    """True where the desk has a station, a site or a matter of that code."""
    return any(
        connection.exec_driver_sql(sql, (code,)).first() is not None
        for sql in (
            "SELECT 1 FROM station WHERE code = ? AND void IS NULL LIMIT 1",
            "SELECT 1 FROM site WHERE code = ? AND void IS NULL LIMIT 1",
            "SELECT 1 FROM matter WHERE station = ? LIMIT 1",
        )
    )
