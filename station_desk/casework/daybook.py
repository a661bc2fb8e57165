"""The day in figures, and the one list behind them as the screens show it: rows with their next verb."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework import browse
from station_desk.casework.browse import MatterDetail, MatterFilter, MatterRow, TodayCounts
from station_desk.casework.context import Actor, Desk, roles_of
from station_desk.domain.tracks import ASSIGNMENT, TRACKS, StepDecl
from station_desk.domain.workdays import Calendar
from station_desk.store import daybook
from station_desk.store.daybook import DayBook

__all__ = ["Day", "DayBook", "Waits", "next_step", "read", "verbs", "verbs_of", "waits"]


# Steps that do nothing without an assignment to act on.
_NEEDS_CHARGE = frozenset({"sign", "return", "reply", "opinion"})


@dataclass(frozen=True, slots=True)
class Day:
    """The counts, the figures beside them, the calendar they are counted by, and whether anything is here."""

    counts: TodayCounts
    book: DayBook
    calendar: Calendar
    empty: bool


@dataclass(frozen=True, slots=True)
class Waits:
    """One row of a list, with the calendar its due day is counted by and the step offered next."""

    row: MatterRow
    calendar: Calendar
    next: StepDecl | None


def read(desk: Desk, day: date) -> Day:
    """Everything round today's list, read together."""
    counts = browse.today(desk, day)
    with desk.reading() as connection:
        book = daybook.read(connection, day)
    nothing = not counts.open and browse.count(desk, MatterFilter(), at_most=0) == 0
    return Day(counts, book, desk.profile().calendar, nothing)


def verbs(actor: Actor, desk: Desk, row: MatterRow) -> tuple[StepDecl, ...]:
    """The steps this person may take on the matter now, the one offered first in front."""
    track = TRACKS.get(row.track)
    if track is None or not row.stage:
        return ()
    roles = roles_of(actor, desk.identity, row.office, row.station)
    return tuple(step for step in track.verbs_from(row.stage) if step.roles & roles)


def verbs_of(actor: Actor, desk: Desk, found: MatterDetail) -> tuple[StepDecl, ...]:
    """As `verbs`, the whole matter known: what its assignments and pauses no longer allow is left out."""
    states = {row.state for row in found.assignments}
    paused = bool(found.course and found.course.pauses and found.course.pauses[-1].to is None)
    out = []
    for step in verbs(actor, desk, found.row):
        rule = ASSIGNMENT.steps.get(step.verb)
        if step.verb in _NEEDS_CHARGE and rule is not None and not rule[0] & states:
            continue
        if step.verb == ("pause" if paused else "resume"):
            continue
        out.append(step)
    return tuple(out)


def next_step(actor: Actor, desk: Desk, row: MatterRow, today: date) -> StepDecl | None:
    """What this person does next about a matter; None where it is another's turn.

    A unit past its day is urged; else it is the step the stage offers first.
    """
    track = TRACKS.get(row.track)
    if track is None or row.stage not in track.stages:
        return None
    offered = {step.verb: step for step in verbs(actor, desk, row)}
    if row.holder and row.due_on is not None and row.due_on < today and "urge" in offered:
        return offered["urge"]
    return offered.get(track.stages[row.stage].next)


def waits(desk: Desk, actor: Actor, ranks: Iterable[int], today: date) -> Sequence[Waits]:
    """The rows of those ranks with what a list shows of them."""
    calendar = desk.profile().calendar
    return [Waits(row, calendar, next_step(actor, desk, row, today)) for row in browse.rows(desk, ranks)]
