"""The day in figures, and the one list behind them as the screens show it: rows with their next verb."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework import browse
from station_desk.casework.browse import MatterDetail, MatterFilter, MatterRow, TodayCounts
from station_desk.casework.context import Actor, Desk, roles_of
from station_desk.casework.verdicts import round_now
from station_desk.domain.course import possible
from station_desk.domain.declare import RecordId
from station_desk.domain.tracks import TRACKS, StepDecl
from station_desk.domain.vocabulary import SiteRole
from station_desk.domain.workdays import Calendar
from station_desk.store import daybook, directory
from station_desk.store.daybook import DayBook

__all__ = ["Day", "DayBook", "Waits", "next_step", "own_deputy", "read", "verbs", "verbs_of", "waits"]


# Whether these can be taken now, a list's row alone does not tell.
_UNSURE = frozenset({"consult", "remind", "reply", "opinion", "return", "keep", "look_back", "contact"})


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
    """The steps this person's roles allow at the row's stage, the one offered first in front."""
    track = TRACKS.get(row.track)
    if track is None or not row.stage:
        return ()
    roles = roles_of(actor, desk.identity, row.office, row.station)
    return tuple(step for step in track.verbs_from(row.stage) if step.roles & roles)


def verbs_of(actor: Actor, desk: Desk, found: MatterDetail) -> tuple[StepDecl, ...]:
    """The steps this person may take on the matter now, none that would be refused for the stage, the role,
    the charges or what stands in it; the one offered first in front."""
    course, track = found.course, TRACKS.get(found.row.track)
    if course is None or track is None or not found.row.stage:
        return ()
    roles = roles_of(actor, desk.identity, found.row.office, found.row.station)
    paused = bool(course.pauses and course.pauses[-1].to is None)
    out = []
    for step in possible(track, course, roles):
        if step.verb == ("pause" if paused else "resume"):
            continue
        if step.verb in ("consult", "countersign") and not _deputy_can(desk, found, step.verb):
            continue
        if step.verb == "remind" and not round_now(found).waiting:
            continue
        out.append(step)
    return tuple(out)


def own_deputy(desk: Desk) -> RecordId | None:
    """The deputy whose own desk this is; None elsewhere, or where the desk is not tied to one yet."""
    if desk.identity.role is not SiteRole.DEPUTY:
        return None
    with desk.reading() as connection:
        known = directory.deputies(connection)
    return min((record for record, d in known if d.desk == desk.identity.site), default=None)


def _deputy_can(desk: Desk, found: MatterDetail, verb: str) -> bool:
    """Whether a deputy is left who can sign, or give a verdict in this round; at a deputy's own desk they."""
    own = own_deputy(desk)
    at_own = desk.identity.role is SiteRole.DEPUTY
    if at_own and own is None:
        return False
    mine = [row for row in found.signers if not at_own or row.signer.deputy == own]
    if verb == "countersign":
        return not at_own or all(row.signer.signed_on is None for row in mine)
    turn = found.course.turn if found.course is not None else 1
    return any(all(given.round != turn for _, given in row.verdicts) for row in mine)


def next_step(actor: Actor, desk: Desk, row: MatterRow, today: date) -> StepDecl | None:
    """What this person does next about a matter; None where it is another's turn.

    A unit past its day is urged; else it is the step the stage offers first, or where that is not this
    person's, the first of theirs that is no rare one.
    """
    track = TRACKS.get(row.track)
    if track is None or row.stage not in track.stages:
        return None
    offered = verbs(actor, desk, row)
    late = row.holder and row.due_on is not None and row.due_on < today
    for urging in offered:
        if late and urging.verb == "urge":
            return urging
    first = _first(offered, track.stages[row.stage].next)
    if first is None or first.verb not in _UNSURE:
        return first
    found = browse.detail(desk, row.id)
    if found is None:
        return None
    return _first(verbs_of(actor, desk, found), track.stages[row.stage].next)


def _first(offered: Sequence[StepDecl], named: str) -> StepDecl | None:
    return next((step for step in offered if step.verb == named or not step.minor), None)


def waits(desk: Desk, actor: Actor, ranks: Iterable[int], today: date) -> Sequence[Waits]:
    """The rows of those ranks with what a list shows of them."""
    calendar = desk.profile().calendar
    return [Waits(row, calendar, next_step(actor, desk, row, today)) for row in browse.rows(desk, ranks)]
