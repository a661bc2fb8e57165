"""The figures of a period, computed once for screen, Excel and PDF, each with the records behind it."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Protocol

from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.domain.figures import Rate, Satisfaction
from station_desk.domain.figures import feedback as feedback_rate
from station_desk.domain.figures import satisfaction as satisfaction_rates
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store import counts, directory
from station_desk.store.counts import MATTER_MEASURES, GridTally, LeftOut, Span, Tally, UnitTally, VisitTally
from station_desk.store.engine import Connection

__all__ = [
    "Asked",
    "Cell",
    "Figure",
    "LeftOut",
    "Period",
    "Row",
    "StationFigures",
    "behind",
    "row_of",
    "station_figures",
    "station_name",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days from `first` to `last`, both counted."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise UserError(
                translate("statistics", "The period ends before it begins. Give the earlier month first.")
            )

    @classmethod
    def of_months(cls, first: str, last: str = "") -> Period:
        """From the first day of month `first` to the last of `last` (`2019-01`); one month where alone."""
        start, end = _month(first), _month(last or first)
        return cls(start, end.replace(day=calendar.monthrange(end.year, end.month)[1]))

    @property
    def months(self) -> tuple[str, ...]:
        """The calendar months touched, as `2026-05`."""
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        start = self.first.year * 12 + self.first.month - 1
        return tuple(f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, start + count))

    @property
    def official(self) -> str:
        """In Chinese for printed sheets: 2026年5月, 2026年第二季度, 2026年, or both days."""
        first, last = self.first, self.last
        whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
        if whole and first.year == last.year:
            span = (first.month, last.month)
            if span == (1, 12):
                return f"{first.year}年"
            if span in ((1, 3), (4, 6), (7, 9), (10, 12)):
                return f"{first.year}年第{'一二三四'[first.month // 3]}季度"
            if span[0] == span[1]:
                return f"{first.year}年{first.month}月"
            return f"{first.year}年{first.month}月至{last.month}月"
        if whole:
            return f"{first.year}年{first.month}月至{last.year}年{last.month}月"
        return f"{first:%Y-%m-%d} 至 {last:%Y-%m-%d}"


def _month(text: str) -> date:
    try:
        year, month = text.strip().split("-")
        return date(int(year), int(month), 1)
    except ValueError:
        raise UserError(
            translate("statistics", "“{month}” is not a month. Write it as 2026-05.", month=text)
        ) from None


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a number stands: its measure and its row; `behind` finds the records it counts.

    `station` "" is every station of the figures; `category` None is every category, "" those without one;
    of `town`, `grid` and `unit` likewise; `deputy`:
    of the visits received by them. `period`: of another period than the figures' own.
    """

    measure: str
    station: str = ""
    category: str | None = None
    month: str = ""
    town: str | None = None
    grid: bytes | None = None
    unit: bytes | None = None
    deputy: bytes | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and its place. `value` None: not counted for such a row (a category has no visits)."""

    value: int | None
    cell: Cell


@dataclass(frozen=True, slots=True)
class Row:
    """One line of figures, by measure.

    Counts of visits made in the period: `sessions` station-days with at least one visit, `deputies`
    deputies present (one deputy at one station on one day once), `parties` visits, `people` visitors. Counts
    of issues
    opened in the period: `collected`; `answered` on the spot; `handed` to a unit at least once; `raised`
    as a suggestion; `solved` finished by the period's last day, `unsolved` not; `closed` finished by now;
    `overdue` open past their due day now; `told`, `judged`, `satisfied` (very satisfied included),
    `fairly`. One issue may be both solved and raised: `solved_raised` counts it, the columns are never
    added up. `suggestions` are those deputies raised in the period.

    `closed_rate` 办结率 = closed ÷ (collected - refused - withdrawn, merged or led elsewhere);
    `told_rate` 反馈率 = told ÷ (closed - cannot be told); `satisfied_rates` over the verdicts given.
    """

    name: str
    figures: Mapping[str, Figure]
    closed_rate: Rate
    solved_rate: Rate
    raised_rate: Rate
    told_rate: Rate
    satisfied_rates: Satisfaction

    def value(self, measure: str) -> int | None:
        """The number of one measure."""
        return self.figures[measure].value


@dataclass(frozen=True, slots=True)
class StationFigures:
    """A period's figures of one station (`scope`) or all: by station, by category, by month, and in all; by
    town where the stations are of several, by grid where there are grids."""

    period: Period
    scope: str
    scope_name: str
    today: date
    profile: str
    stations: tuple[Row, ...]
    categories: tuple[Row, ...]
    months: tuple[Row, ...]
    total: Row
    left_out: LeftOut
    towns: tuple[Row, ...] = ()
    grids: tuple[Row, ...] = ()


_PLACE = {name: place for place, name in enumerate(MATTER_MEASURES)}
_VISITED = ("sessions", "deputies", "people", "parties")
NO_TOWN, NO_GRID, GRID_UNKNOWN = "未填镇街", "未填网格", "网格记录未到"


def station_figures(
    desk: Desk, period: Period, scope: str = "", *, today: date, visited: bool = True
) -> StationFigures:
    """站点月报、季报、年报 as of `today`; without visits where these are not asked for. UserError where the
    desk knows no station of the code `scope`."""
    span = Span(period.first, period.last, today, scope)
    with desk.reading() as connection:
        known = [s for _, s in directory.stations(connection)]
        names = {s.code or "": s.name or "" for s in known}
        town_of = {s.code or "": s.town or "" for s in known}
        if scope and not counts.knows_station(connection, scope):
            raise UserError(
                translate("statistics", "This desk knows no station with the code {code}.", code=scope)
            )
        tallies = counts.matters(connection, span)
        visits = counts.visits(connection, span) if visited else []
        in_grids = counts.grids(connection, span)
        grid_names = _grid_names(connection, in_grids)
        missing = counts.left_out(connection, span)
        profile = desk.profile_in(connection)
    codes = sorted({t.station for t in tallies} | {v.station for v in visits} | ({scope} if scope else set()))
    if not scope:
        codes = sorted({*codes, *(code for code in names if code)})
    order = {category.name: category.order for category in profile.categories}
    categories = sorted({t.category for t in tallies}, key=lambda c: (not c, order.get(c, 999), c))
    towns = sorted({town_of.get(code, "") for code in codes}, key=lambda town: (not town, town))
    return StationFigures(
        period,
        scope,
        names.get(scope, scope) if scope else desk.identity.name,
        today,
        f"{profile.name}（{profile.version}）",
        tuple(
            row_of(
                names.get(code) or code or "—",
                [t for t in tallies if t.station == code],
                [v for v in visits if v.station == code],
                Cell("", station=code),
            )
            for code in codes
        ),
        tuple(
            row_of(
                name or "未分类", [t for t in tallies if t.category == name], None, Cell("", category=name)
            )
            for name in categories
        ),
        tuple(
            row_of(
                month,
                [t for t in tallies if t.month == month],
                [v for v in visits if v.month == month],
                Cell("", month=month),
            )
            for month in period.months
        ),
        row_of("合计", tallies, visits, Cell("")),
        missing,
        tuple(
            row_of(
                town or NO_TOWN,
                [t for t in tallies if town_of.get(t.station, "") == town],
                [v for v in visits if town_of.get(v.station, "") == town],
                Cell("", town=town),
            )
            for town in towns
        )
        if len(towns) > 1
        else (),
        tuple(
            row_of(name, [t for t in in_grids if (t.grid or b"") == grid], None, Cell("", grid=grid))
            for grid, name in grid_names.items()
        ),
    )


def _grid_names(connection: Connection, tallies: Sequence[GridTally]) -> dict[bytes, str]:
    """The grids that have matters, by village and name; last those whose record is not here, and none."""
    used = {bytes(t.grid or b"") for t in tallies}
    found: dict[bytes, str] = {
        bytes(record): _grid_name(grid.village or "", grid.name or "")
        for record, grid in directory.grids(connection)
        if record in used
    }
    unknown = sorted(used - found.keys() - {b""})
    return found | dict.fromkeys(unknown, GRID_UNKNOWN) | ({b"": NO_GRID} if b"" in used else {})


def _grid_name(village: str, name: str) -> str:
    """With its village, which many grids have in their name."""
    return name if name.startswith(village) else f"{village}　{name}"


def row_of(
    name: str,
    tallies: Sequence[Tally | GridTally | UnitTally],
    visits: Iterable[VisitTally] | None,
    place: Cell,
) -> Row:
    """A line of figures added up from these tallies; `place` is where its numbers stand."""
    issues = [t.numbers for t in tallies if t.track == "issue"]
    sums = [sum(column) for column in zip(*issues, strict=True)] or [0] * len(_PLACE)
    numbers: dict[str, int | None] = {name: sums[at] for name, at in _PLACE.items()}
    numbers["suggestions"] = sum(t.numbers[_PLACE["collected"]] for t in tallies if t.track == "suggestion")
    if visits is None:
        numbers.update(dict.fromkeys(_VISITED))
    else:
        seen = list(visits)
        numbers["sessions"] = sum(v.sessions for v in seen)
        numbers["deputies"] = sum(v.deputies for v in seen)
        numbers["people"] = sum(v.people for v in seen)
        numbers["parties"] = sum(v.parties for v in seen)

    def n(measure: str) -> int:
        return int(sums[_PLACE[measure]])

    judged = n("judged")
    return Row(
        name,
        {measure: Figure(value, replace(place, measure=measure)) for measure, value in numbers.items()},
        Rate(n("closed"), max(n("closed"), n("collected") - n("refused") - n("left"))),
        Rate(n("solved"), n("collected")),
        Rate(n("raised"), n("collected")),
        feedback_rate(n("told"), n("closed"), n("untellable")),
        satisfaction_rates(n("satisfied"), n("fairly"), judged - n("satisfied") - n("fairly")),
    )


class Asked(Protocol):
    """What figures were asked for, or are of; any request for them will do, so that a number can be opened
    without adding everything up again."""

    @property
    def period(self) -> Period | None: ...
    @property
    def scope(self) -> str: ...
    @property
    def today(self) -> date: ...


def behind(desk: Desk, figures: Asked, cell: Cell, *, at_most: int = 20_000) -> MatterFilter:
    """The matters a number counts, as a filter that the list opens; as the desk stands now.

    A plain filter where one says the same, else the ids (`at_most` of them, newest first). Behind a count
    of visits stand the issues those visits brought.
    """
    period = cell.period or figures.period
    assert period is not None  # figures are of a period
    station = cell.station or figures.scope
    first, last = period.first, period.last
    if cell.month:
        month = Period.of_months(cell.month)
        first, last = max(first, month.first), min(last, month.last)
    plain = cell.category != "" and (cell.town, cell.grid, cell.unit, cell.deputy) == (None,) * 4
    if cell.measure in ("collected", "suggestions") and plain:
        track = "issue" if cell.measure == "collected" else "suggestion"
        return MatterFilter(
            tracks=(track,), station=station, category=cell.category or "", opened_from=first, opened_to=last
        )
    span = Span(period.first, period.last, figures.today, station)
    with desk.reading() as connection:
        stations = _of_town(connection, span, cell.town) if cell.town is not None else None
        if cell.measure in _VISITED or cell.deputy is not None:
            found = counts.ids_of_visits(
                connection, span, month=cell.month, stations=stations, deputy=cell.deputy,
                away=cell.measure == "calls",
            )  # fmt: skip
        else:
            track = "suggestion" if cell.measure == "suggestions" else "issue"
            measure = "collected" if cell.measure == "suggestions" else cell.measure
            found = counts.ids(
                connection, span, measure, track=track, category=cell.category, month=cell.month,
                grid=cell.grid, unit=cell.unit, stations=stations,
            )  # fmt: skip
        return MatterFilter(ids=tuple(islice(found, at_most)))


def _of_town(connection: Connection, span: Span, town: str) -> list[str]:
    """The codes of the stations of a town; of "" those nobody gave one."""
    town_of = {s.code or "": s.town or "" for _, s in directory.stations(connection)}
    return [code for code in counts.codes(connection, span) if town_of.get(code, "") == town]


def station_name(desk: Desk, scope: str) -> str:
    """What a report calls its scope: the station's name, or the desk's own. UserError for an unknown code."""
    if not scope:
        return desk.identity.name
    with desk.reading() as connection:
        if not counts.knows_station(connection, scope):
            raise UserError(
                translate("statistics", "This desk knows no station with the code {code}.", code=scope)
            )
        found = next((s.name for _, s in directory.stations(connection) if s.code == scope), None)
    return found or scope
