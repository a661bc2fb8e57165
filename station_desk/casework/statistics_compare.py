"""同比、环比: a period's figures beside those of the period before and of the same a year before."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from station_desk.casework.context import Desk
from station_desk.casework.statistics import Period, StationFigures, station_figures
from station_desk.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Compared:
    """The same figures of three periods, as things stand today."""

    now: StationFigures
    before: StationFigures
    year_ago: StationFigures


def whole_months(period: Period) -> bool:
    """Whether it begins and ends with a month."""
    last = period.last
    return period.first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]


def previous(period: Period) -> Period:
    """As many months, or days, just before it."""
    if whole_months(period):
        months = len(period.months)
        at = period.first.year * 12 + period.first.month - 1
        return Period.of_months(_month(at - months), _month(at - 1))
    length = period.last - period.first
    last = period.first - timedelta(1)
    return Period(last - length, last)


def year_before(period: Period) -> Period:
    """The same months, or days, a year earlier; of 29 February the 28th."""
    if whole_months(period):
        first, last = (day.year * 12 + day.month - 13 for day in (period.first, period.last))
        return Period.of_months(_month(first), _month(last))
    return Period(_year_earlier(period.first), _year_earlier(period.last))


def _month(at: int) -> str:
    return f"{at // 12:04d}-{at % 12 + 1:02d}"


def _year_earlier(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def comparison(
    desk: Desk, period: Period, scope: str = "", *, today: date, progress: Progress = silent
) -> Compared:
    """The figures of the three periods. UserError for an unknown station."""
    found = []
    for place, of in enumerate((period, previous(period), year_before(period))):
        progress(place, 3, of.official)
        found.append(station_figures(desk, of, scope, today=today))
    return Compared(*found)
