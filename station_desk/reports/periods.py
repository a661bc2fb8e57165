"""Months, quarters and years counted back from a day, and the one a report opens with."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from station_desk.casework.statistics import Period

FIRST_DAYS = 10
"""Days of a period in which the last whole one is what one reports about."""


class Unit(StrEnum):
    """A length of time reports are made for."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


def back(unit: Unit, today: date, n: int) -> Period:
    """The period `n` before the one in which `today` lies; 0 is that one."""
    length = _MONTHS[unit]
    first = ((today.year * 12 + today.month - 1) // length - n) * length
    last = first + length - 1
    return Period.of_months(
        f"{first // 12:04d}-{first % 12 + 1:02d}", f"{last // 12:04d}-{last % 12 + 1:02d}"
    )


def opening(unit: Unit, today: date) -> int:
    """How many periods back one reports about: the last whole one in a period's first days, else this one."""
    return 1 if (today - back(unit, today, 0).first).days < FIRST_DAYS else 0
