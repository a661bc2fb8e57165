"""代表履职: what each deputy did in a period as far as it is recorded; a register, never a ranking."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.casework.statistics import Cell, Period, station_name
from station_desk.casework.statistics_handling import Adding, HandledRow
from station_desk.domain.deadlines import compute
from station_desk.domain.declare import RecordId
from station_desk.domain.figures import Rate
from station_desk.domain.records import Deputy
from station_desk.domain.tracks import TRACKS
from station_desk.domain.vocabulary import LEVELS
from station_desk.progress import Progress, silent
from station_desk.store import consulted, counts, directory
from station_desk.store.consulted import Consulted, Returned, Signing
from station_desk.store.counts import Span

_TRACK = TRACKS["suggestion"]


@dataclass(frozen=True, slots=True)
class DeputyRow:
    """One deputy's work, by measure.

    Of visits: `days` on which they received (a station's day once), `calls` of these away from the station
    (走访, 网格), `parties` and `people` received, `collected` issues of those visits. Of the suggestions
    raised in the period: `led` and `joined`; the latest form given on each: `given`, and of these `in_time`,
    within the days the rules give from the reply.
    """

    id: RecordId
    deputy: Deputy
    received: Counter[str]
    signed: HandledRow

    @property
    def name(self) -> str:
        """The deputy's name."""
        return self.deputy.name or ""

    def n(self, measure: str) -> int:
        """The number of one measure."""
        return self.received[measure] or self.signed.n(measure)

    @property
    def in_time(self) -> Rate:
        """按时评价率: forms given in time, of those given."""
        return Rate(self.n("in_time"), self.n("given"))

    def behind(self, measure: str) -> MatterFilter | Cell:
        """What a number counts: of visits the issues they brought, of signatures the suggestions."""
        if measure in self.received:
            return Cell(measure, deputy=self.id)
        return self.signed.behind(measure)


@dataclass(frozen=True, slots=True)
class DeputyFigures:
    """Every deputy of the desk, or of one station, by level and then by name."""

    period: Period
    scope_name: str
    profile: str
    levels: tuple[tuple[str, tuple[DeputyRow, ...]], ...]
    records: int


def deputy_figures(
    desk: Desk, period: Period, scope: str = "", *, today: date, progress: Progress = silent
) -> DeputyFigures:
    """What the deputies did at a station (`scope`) or all. UserError for an unknown station."""
    name = station_name(desk, scope)
    span = Span(period.first, period.last, today, scope)
    signed: defaultdict[RecordId, Adding] = defaultdict(Adding)
    with desk.reading() as connection:
        received, records = counts.receptions(connection, span)
        for place, found in enumerate(consulted.suggestions(connection, span, desk.find_profile)):
            records += 1
            for at, signing in enumerate(found.signers):
                if signing.deputy is not None:
                    signed[signing.deputy].add(found.id, _signed(found, signing, lead=at == 0))
            if place % 500 == 0:
                progress(place, 0, "")
        deputies = directory.deputies(connection)
        profile = desk.profile_in(connection)
    rows = [
        DeputyRow(record, deputy, received.get(record, Counter()), signed[record].row(""))
        for record, deputy in deputies
        if not scope or deputy.station == scope or record in received or record in signed
    ]
    levels = [*LEVELS.terms, ""]
    by_level = ((level, tuple(row for row in rows if (row.deputy.level or "") == level)) for level in levels)
    return DeputyFigures(
        period,
        name,
        f"{profile.name}（{profile.version}）",
        tuple(pair for pair in by_level if pair[1]),
        records,
    )


def _signed(found: Consulted, signing: Signing, *, lead: bool) -> Counter[str]:
    own = Counter({"led" if lead else "joined": 1})
    last = max(signing.forms, key=lambda form: form.round, default=None)
    if last is not None:
        own.update(given=1, in_time=int(_in_time(found, last)))
    return own


def _in_time(found: Consulted, form: Returned) -> bool:
    """Whether a form came back within its term from the reply (or judged promise) before it; one of a
    suggestion whose rules set no term always is."""
    if found.profile is None:
        return True
    before = [day for day in found.answered if day <= form.on]
    rule = found.profile.clocks.get(_TRACK.answered_clock)
    if not before or rule is None:
        return True
    return form.on <= compute(rule, before[-1], found.profile.calendar).day
