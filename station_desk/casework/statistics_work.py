"""What the sentences of a work report say, from the same figures as the tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import Desk
from station_desk.casework.statistics import Period, StationFigures, station_figures
from station_desk.casework.statistics_compare import year_before
from station_desk.casework.statistics_verdicts import SuggestionTotals, suggestion_totals
from station_desk.progress import Progress, silent
from station_desk.store import counts, directory, queries
from station_desk.store.counts import Span
from station_desk.store.queries import MatterFilter


@dataclass(frozen=True, slots=True)
class WorkFigures:
    """A period's work: `station` the figures of the monthly table, `suggestions` how the deputies' own have
    come on and what was said of it, `deputies` who took part (each once) of so many `levels` of congresses,
    `year_ago` what was collected in the same period a year before."""

    station: StationFigures
    suggestions: SuggestionTotals
    deputies: int
    levels: int
    year_ago: int
    before: Period


def work_figures(
    desk: Desk, period: Period, scope: str = "", *, today: date, progress: Progress = silent
) -> WorkFigures:
    """The work of a station (`scope`) or of all. UserError for an unknown station."""
    station = station_figures(desk, period, scope, today=today)
    suggestions = suggestion_totals(desk, period, scope, today=today, progress=progress)
    before = year_before(period)
    with desk.reading() as connection:
        present = counts.present(connection, Span(period.first, period.last, today, scope))
        levels = {deputy.level for record, deputy in directory.deputies(connection) if record in present}
        year_ago = queries.count(
            connection,
            MatterFilter(tracks=("issue",), station=scope, opened_from=before.first, opened_to=before.last),
        )
    return WorkFigures(station, suggestions, len(present), len(levels - {None}), year_ago, before)
