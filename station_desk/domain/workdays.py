"""The calendar of working days: weekends, public holidays and the make-up days worked for them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Holiday:
    """One holiday as the yearly notice prints it: free from `first` to `last`, `work` made up for it."""

    name: str
    first: date
    last: date
    work: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """The holidays of one published year, with the notice they come from and whether it was checked."""

    year: int
    holidays: tuple[Holiday, ...]
    source: str
    confirmed: bool


def _weekdays_to(ordinal: int) -> int:
    """Mondays to Fridays from day 1 (a Monday) to `ordinal`, both counted."""
    weeks, rest = divmod(ordinal, 7)
    return weeks * 5 + min(rest, 5)


def _nth_weekday(count: int) -> int:
    """The ordinal of the `count`-th Monday-to-Friday since day 1."""
    weeks, rest = divmod(count - 1, 5)
    return weeks * 7 + rest + 1


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days over the published years; any other year counts Monday to Friday.

    The working days between the first and last day that differs from a plain week are laid out once in
    an array, so that a due date costs two look-ups whatever its length; outside it, arithmetic serves.
    """

    years: Mapping[int, CalendarYear]
    _free: Mapping[int, str] = field(init=False, repr=False, compare=False)
    _made_up: Mapping[int, str] = field(init=False, repr=False, compare=False)
    _days: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _first: int = field(init=False, repr=False, compare=False)
    _last: int = field(init=False, repr=False, compare=False)
    _before: int = field(init=False, repr=False, compare=False)
    _shift: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        free: dict[int, str] = {}
        made_up: dict[int, str] = {}
        for year in self.years.values():
            for holiday in year.holidays:
                span = range(holiday.first.toordinal(), holiday.last.toordinal() + 1)
                free.update(dict.fromkeys(span, holiday.name))
                made_up.update((day.toordinal(), holiday.name) for day in holiday.work)
        for day in made_up:
            free.pop(day, None)
        odd = [*free, *made_up] or [1]
        first, last = min(odd), max(odd)
        days = tuple(
            day for day in range(first, last + 1) if day in made_up or (day not in free and (day - 1) % 7 < 5)
        )
        before = _weekdays_to(first - 1)
        own = object.__setattr__
        own(self, "years", MappingProxyType(dict(sorted(self.years.items()))))
        own(self, "_free", free)
        own(self, "_made_up", made_up)
        own(self, "_days", days)
        own(self, "_first", first)
        own(self, "_last", last)
        own(self, "_before", before)
        own(self, "_shift", before + len(days) - _weekdays_to(last))

    def is_working(self, day: date) -> bool:
        """Whether offices work on `day`."""
        ordinal = day.toordinal()
        if ordinal in self._made_up:
            return True
        return ordinal not in self._free and (ordinal - 1) % 7 < 5

    def _count(self, ordinal: int) -> int:
        """Working days from day 1 to `ordinal`, both counted."""
        if ordinal < self._first:
            return _weekdays_to(ordinal)
        if ordinal > self._last:
            return _weekdays_to(ordinal) + self._shift
        return self._before + bisect_right(self._days, ordinal)

    def add_working_days(self, start: date, n: int) -> date:
        """The `n`-th working day after `start`, which itself does not count; `start` when `n` is 0."""
        if n < 0:
            raise ValueError("a term has no negative days")
        if n == 0:
            return start
        wanted = self._count(start.toordinal()) + n
        inside = wanted - self._before
        if inside <= 0:
            return date.fromordinal(_nth_weekday(wanted))
        if inside <= len(self._days):
            return date.fromordinal(self._days[inside - 1])
        return date.fromordinal(_nth_weekday(wanted - self._shift))

    def working_days_between(self, a: date, b: date) -> int:
        """Working days after `a` up to and including `b`; negative when `b` lies before `a`."""
        return self._count(b.toordinal()) - self._count(a.toordinal())

    def next_working_day(self, day: date) -> date:
        """`day` if offices work on it, otherwise the first day after it on which they do."""
        return day if self.is_working(day) else self.add_working_days(day, 1)

    def holidays_between(self, a: date, b: date) -> tuple[tuple[date, str], ...]:
        """Weekdays free by a holiday, after `a` up to and including `b`, each with the holiday's name."""
        span = range(a.toordinal() + 1, b.toordinal() + 1)
        return tuple(
            (date.fromordinal(day), name)
            for day, name in sorted(self._free.items())
            if day in span and (day - 1) % 7 < 5
        )

    def made_up_between(self, a: date, b: date) -> tuple[tuple[date, str], ...]:
        """Weekend days worked for a holiday, after `a` up to and including `b`, with the holiday's name."""
        span = range(a.toordinal() + 1, b.toordinal() + 1)
        return tuple(
            (date.fromordinal(day), name) for day, name in sorted(self._made_up.items()) if day in span
        )

    def unpublished_between(self, a: date, b: date) -> tuple[int, ...]:
        """Years touched from `a` to `b` whose holidays are not in this calendar."""
        return tuple(year for year in range(a.year, b.year + 1) if year not in self.years)

    def unconfirmed_between(self, a: date, b: date) -> tuple[int, ...]:
        """Years touched from `a` to `b` whose holidays nobody has checked against the notice yet."""
        return tuple(y for y in range(a.year, b.year + 1) if y in self.years and not self.years[y].confirmed)


def add_months(start: date, n: int) -> date:
    """The same day of the month `n` months after `start`, or that month's last day where it has none.

    This is how a term in months ends under the Civil Code (民法典 art. 202): 31 January + 1 month is
    28 or 29 February, and 28 February + 1 month is 28 March.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + n, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(start.day, (following - timedelta(1)).day))


def calendar(years: Iterable[CalendarYear] = ()) -> Calendar:
    """The calendar of these years; with none, every year counts Monday to Friday."""
    return Calendar({year.year: year for year in years})
