"""Due dates: a clock's rule, its start, pauses and extension give a day, and the reasons for that day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from station_desk import i18n
from station_desk.domain.workdays import Calendar, add_months
from station_desk.i18n import Label

SOON_DAYS = 7


class Unit(StrEnum):
    """What a clock counts."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class ClockRule:
    """One term of the rule profile: `n` units, the first counted on the day after the start.

    `extended` names the clock that bounds an extension ("" = not stated). With `shift`, a term in days or
    months that ends on a rest day moves to the next working day; the profile sets it for all its clocks.
    """

    key: str
    label: Label
    unit: Unit
    n: int
    source: str
    confirmed: bool
    extended: str = ""
    shift: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stands from `start` (no longer counted) until `to` (counted again); None = stands still."""

    start: date
    to: date | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A later day, granted by whom and why."""

    until: date
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due.

    `counted` is the day by the rule alone, before a shift off a rest day or an extension. While a pause
    is open the clock is `stopped` and nothing can be overdue: `day` is then the day that would hold if
    the clock ran again on the very day it was stopped, the earliest possible.
    """

    day: date
    counted: date
    stopped: bool = False
    extended: bool = False


_ONE_DAY = timedelta(1)


def _paused(pauses: Sequence[Pause], start: date) -> list[tuple[date, date]]:
    """Closed pauses as spans [from, to) after `start`, in order and without overlap."""
    spans: list[tuple[date, date]] = []
    for pause in sorted((p for p in pauses if p.to is not None), key=lambda p: p.start):
        first = max(pause.start, start + _ONE_DAY)
        if pause.to is None or pause.to <= first:
            continue
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], pause.to))
        else:
            spans.append((first, pause.to))
    return spans


def _working_days(n: int, start: date, calendar: Calendar, spans: Sequence[tuple[date, date]]) -> date:
    at = start
    for first, to in spans:
        before = first - _ONE_DAY
        run = calendar.working_days_between(at, before)
        if run >= n:
            break
        n -= run
        at = to - _ONE_DAY
    return calendar.add_working_days(at, n)


def _in_force(pauses: Sequence[Pause], day: date) -> bool:
    return any(p.to is None and p.start <= day for p in pauses)


def compute(
    rule: ClockRule,
    start: date,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
    extension: date | None = None,
) -> Due:
    """The day `rule` makes something due that began on `start`; pure, a few microseconds.

    The day of the start is not counted (民法典 art. 201). Paused days are not counted; a term in days or
    months moves on by as many calendar days as it was paused while running. An extension holds if it is
    later than the day counted; it never shortens a term. A rule of 0 is due on the start itself.
    """
    spans = _paused(pauses, start) if pauses else ()
    if rule.unit is Unit.WORKING_DAYS:
        counted = (
            _working_days(rule.n, start, calendar, spans)
            if spans
            else (calendar.add_working_days(start, rule.n))
        )
    else:
        counted = start + timedelta(rule.n) if rule.unit is Unit.DAYS else add_months(start, rule.n)
        for first, to in spans:
            if first > counted:
                break
            counted += to - first
    day = calendar.next_working_day(counted) if rule.shift else counted
    extended = extension is not None and extension > day
    if extension is not None and extended:
        day = extension
    return Due(day, counted, bool(pauses) and _in_force(pauses, day), extended)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why something is due on a day, in parts a screen may lay out and in sentences it may print.

    `holidays` are weekdays not counted and `made_up` weekend days counted, each with the holiday's name;
    both are empty for terms in days or months. `rest_day` says that the day itself is no working day.
    `unpublished` and `unconfirmed` are years whose calendar is missing or unchecked.
    """

    rule: ClockRule
    start: date
    due: Due
    holidays: tuple[tuple[date, str], ...]
    made_up: tuple[tuple[date, str], ...]
    pauses: tuple[Pause, ...]
    extension: Extension | None
    rest_day: bool
    unpublished: tuple[int, ...]
    unconfirmed: tuple[int, ...]

    def sentences(self) -> tuple[str, ...]:
        """The reasons in the language shown, one whole sentence each, in the order of counting."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[str]:
        if self.rule.n == 0:
            yield i18n.translate(
                "deadlines",
                "{name}: the day itself, by {source}.",
                name=self.rule.label,
                source=self.rule.source,
            )
            yield from self._outcome()
            return
        yield i18n.translate("deadlines", "Started on {day}; counting begins the day after.", day=self.start)
        yield i18n.translate(
            "deadlines",
            "{name}: {term}, by {source}.",
            name=self.rule.label,
            term=term(self.rule),
            source=self.rule.source,
        )
        if not self.rule.confirmed:
            yield i18n.translate(
                "deadlines", "This rule is not confirmed yet; check it with the congress office."
            )
        if self.holidays:
            yield i18n.translate("deadlines", "Holidays not counted: {days}.", days=_named(self.holidays))
        if self.made_up:
            yield i18n.translate(
                "deadlines", "Make-up working days counted: {days}.", days=_named(self.made_up)
            )
        for year in self.unpublished:
            yield i18n.translate(
                "deadlines",
                "The calendar of {year} is not published yet; it counts Monday to Friday.",
                year=year,
            )
        for year in self.unconfirmed:
            yield i18n.translate(
                "deadlines", "The calendar of {year} is not checked against the notice.", year=year
            )
        for pause in self.pauses:
            if pause.to is None:
                yield i18n.translate("deadlines", "The clock has stood still since {day}.", day=pause.start)
            else:
                yield i18n.translate(
                    "deadlines", "Paused from {day}, counted again from {to}.", day=pause.start, to=pause.to
                )
        yield from self._outcome()

    def _outcome(self) -> Iterator[str]:
        due = self.due
        moved = self.rule.shift and not due.extended and due.day != due.counted
        if moved:
            yield i18n.translate(
                "deadlines", "{day} is not a working day; moved to the next working day.", day=due.counted
            )
        if due.extended:
            yield i18n.translate("deadlines", "By the rule alone it would end on {day}.", day=due.counted)
        if self.extension is not None:
            yield self._granted(self.extension)
        if due.stopped:
            yield i18n.translate(
                "deadlines", "Due on {day} at the earliest, once the clock runs again.", day=due.day
            )
        else:
            yield i18n.translate("deadlines", "Due on {day}.", day=due.day)
        if self.rest_day:
            yield i18n.translate(
                "deadlines", "{day} is not a working day; the term ends on it all the same.", day=due.day
            )

    def _granted(self, extension: Extension) -> str:
        if not self.due.extended:
            return i18n.translate(
                "deadlines",
                "The extension to {day} changes nothing: the term already ends no earlier.",
                day=extension.until,
            )
        by, reason = extension.by, extension.reason
        if by and reason:
            return i18n.translate(
                "deadlines", "Extended to {day} by {by}: {reason}.", day=extension.until, by=by, reason=reason
            )
        if by:
            return i18n.translate("deadlines", "Extended to {day} by {by}.", day=extension.until, by=by)
        if reason:
            return i18n.translate(
                "deadlines", "Extended to {day}: {reason}.", day=extension.until, reason=reason
            )
        return i18n.translate("deadlines", "Extended to {day}.", day=extension.until)


def explain(
    rule: ClockRule,
    start: date,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
    extension: Extension | None = None,
) -> Explanation:
    """The same day as `compute`, with its reasons."""
    due = compute(rule, start, calendar, pauses, extension.until if extension else None)
    # After an extension the holidays behind the counted day explain nothing any more.
    until = due.counted
    by_working_days = rule.unit is Unit.WORKING_DAYS
    spans = _paused(pauses, start)

    def counting(days: tuple[tuple[date, str], ...]) -> tuple[tuple[date, str], ...]:
        return tuple((d, name) for d, name in days if not any(a <= d < b for a, b in spans))

    reads_calendar = by_working_days or rule.shift
    return Explanation(
        rule=rule,
        start=start,
        due=due,
        holidays=counting(calendar.holidays_between(start, until)) if by_working_days else (),
        made_up=counting(calendar.made_up_between(start, until)) if by_working_days else (),
        pauses=tuple(p for p in pauses if p.start <= due.day and (p.to is None or p.to > start)),
        extension=extension,
        rest_day=not due.extended and not calendar.is_working(due.day),
        unpublished=calendar.unpublished_between(start, until) if reads_calendar else (),
        unconfirmed=calendar.unconfirmed_between(start, until) if reads_calendar else (),
    )


def term(rule: ClockRule) -> str:
    """The length of a rule in words: `15 working days`, `3 months`."""
    if rule.unit is Unit.WORKING_DAYS:
        return i18n.translate("deadlines", "{n} working days", n=rule.n)
    if rule.unit is Unit.DAYS:
        return i18n.translate("deadlines", "{n} days", n=rule.n)
    if rule.n == 1:
        return i18n.translate("deadlines", "1 month")
    return i18n.translate("deadlines", "{n} months", n=rule.n)


def _named(days: Sequence[tuple[date, str]]) -> str:
    separator = i18n.translate("deadlines", ", ")
    return separator.join(
        i18n.translate("deadlines", "{day} ({name})", day=day, name=name) for day, name in days
    )


class Nearness(StrEnum):
    """How near a due day is."""

    OVERDUE = "overdue"
    TODAY = "today"
    TOMORROW = "tomorrow"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Remaining:
    """Working days left (negative: working days overdue), calendar `days` likewise, and how near that is."""

    working_days: int
    days: int
    state: Nearness

    def text(self) -> str:
        """In a few words for a list: overdue by, due today, due tomorrow, or what is left."""
        n = abs(self.working_days)
        if self.state is Nearness.TODAY:
            return i18n.translate("deadlines", "due today")
        if self.state is Nearness.TOMORROW:
            return i18n.translate("deadlines", "due tomorrow")
        if self.state is Nearness.OVERDUE:
            if n == 0:
                return i18n.translate("deadlines", "late, no workday yet")
            if n == 1:
                return i18n.translate("deadlines", "1 workday late")
            return i18n.translate("deadlines", "{n} workdays late", n=n)
        if n == 0:
            return i18n.translate("deadlines", "{n} days left, no workday", n=self.days)
        if n == 1:
            return i18n.translate("deadlines", "1 workday left")
        return i18n.translate("deadlines", "{n} workdays left", n=n)


def remaining(today: date, due: date, calendar: Calendar) -> Remaining:
    """How far `due` is from `today`; soon means within seven calendar days."""
    days = (due - today).days
    if days < 0:
        state = Nearness.OVERDUE
    elif days == 0:
        state = Nearness.TODAY
    elif days == 1:
        state = Nearness.TOMORROW
    else:
        state = Nearness.SOON if days <= SOON_DAYS else Nearness.LATER
    return Remaining(calendar.working_days_between(today, due), days, state)
