"""A year's holidays as one types them, and a proposal for a year that the rules do not have yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from station_desk.domain.workdays import CalendarYear, Holiday
from station_desk.errors import UserError
from station_desk.i18n import CHINESE, language, translate

# Looked for in this order: the Chinese New Year's English name contains the other one's.
NAMES = (
    ("Chinese New Year", "春节"),
    ("Tomb-Sweeping", "清明节"),
    ("Labor", "劳动节"),
    ("Dragon Boat", "端午节"),
    ("National", "国庆节"),
    ("Mid-Autumn", "中秋节"),
)
_DAY = timedelta(1)
_DATE = re.compile(r"(?:(\d{4})\s*[-年./])?\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?")
_WORK = re.compile(r"补班|上班|调班|work", re.IGNORECASE)
_LAST = 2100  # as far as the library reckons the lunar calendar


def proposed(year: int) -> CalendarYear:
    """The holidays of `year` from the `holidays` library, not confirmed; UserError for a year it lacks.

    Before the State Council's notice is out (about November) these are the days of the law only, without
    the weekends moved around them.
    """
    import holidays

    if not 2001 <= year <= _LAST:
        raise UserError(translate("rules", "No holidays can be proposed for {year}.", year=year))
    known = holidays.country_holidays("CN", years=year, language="en_US")
    everyday = [date(year, 1, 1) + _DAY * n for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
    found: list[Holiday] = []
    for working, group in groupby(everyday, known.is_working_day):
        days = list(group)
        said = "; ".join(known[day] for day in days if day in known)
        if working or not said:
            continue
        names = [zh for en, zh in NAMES if en in said] or ["元旦"]
        made_up = sorted(
            date(int(y), int(m), int(d)) for m, d, y in re.findall(r"from (\d+)/(\d+)/(\d+)", said)
        )
        work = tuple(day for day in made_up if day.year == year)
        found.append(Holiday("、".join(names), days[0], days[-1], work))
    return CalendarYear(year, tuple(found), f"国务院办公厅关于{year}年部分节假日安排的通知", False)


def written(holidays: tuple[Holiday, ...]) -> str:
    """One holiday a line: 春节 2月5日至2月11日 补班 1月31日、2月20日."""
    return "\n".join(map(_line, holidays))


def _line(holiday: Holiday) -> str:
    chinese = language() == CHINESE
    work = ("、" if chinese else ", ").join(map(_day, holiday.work))
    span = _day(holiday.first)
    if holiday.last != holiday.first:
        span += ("至" if chinese else " to ") + _day(holiday.last)
    words = "补班" if chinese else "work"
    return f"{holiday.name} {span}" + (f" {words} {work}" if work else "")


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日" if language() == CHINESE else f"{day.month}-{day.day}"


def read(text: str, year: int) -> tuple[tuple[Holiday, ...], list[str]]:
    """The holidays typed, and what is wrong in words. Days may be typed 2-5, 2月5日 or 2027-02-05."""
    found: list[Holiday] = []
    wrong: list[str] = []
    for place, line in enumerate(text.splitlines(), 1):
        if line.strip():
            holiday, mistake = _read_line(line.strip(), year)
            if holiday is not None:
                found.append(holiday)
            else:
                wrong.append(translate("rules", "Line {n}: {mistake}", n=place, mistake=mistake))
    if not found and not wrong:
        wrong.append(translate("rules", "Write at least one holiday."))
    return tuple(found), wrong


def _read_line(line: str, year: int) -> tuple[Holiday | None, str]:
    free, *rest = _WORK.split(line, maxsplit=1)
    start = _DATE.search(free)
    name = free[: start.start()].strip(" ，,:：") if start else ""
    try:
        days, work = list(_days(free, year)), list(_days("".join(rest), year))
    except ValueError:
        return None, translate("rules", "there is no such day; check month and day.")
    if not name or not 1 <= len(days) <= 2:
        return None, translate("rules", "write a name, the first and the last day, then the days worked.")
    first, last = days[0], days[-1]
    if any(day.year != year for day in (*days, *work)):
        return None, translate("rules", "a day lies outside {year}.", year=year)
    if last < first:
        return None, translate("rules", "it ends before it begins.")
    if any(day.weekday() < 5 or first <= day <= last for day in work):
        return None, translate("rules", "days worked are weekend days outside the holiday.")
    return Holiday(name, first, last, tuple(sorted(work))), ""


def _days(text: str, year: int) -> Iterator[date]:
    for found in _DATE.finditer(text):
        yield date(int(found[1] or year), int(found[2]), int(found[3]))
