"""The fold of a matter's steps along its track: stage, clocks, holder, and the steps that did not apply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from station_desk.domain.deadlines import Pause, compute
from station_desk.domain.declare import RecordId
from station_desk.domain.profile import RuleProfile
from station_desk.domain.tracks import ASSIGNMENT, StepDecl, Track
from station_desk.domain.tracks.assignment import NEEDS_UNIT
from station_desk.domain.vocabulary import Role


class StepView(NamedTuple):
    """A step as the fold sees it; `roles` are what its author may act as for this matter."""

    id: RecordId
    verb: str
    on: date
    until: date | None
    code: str | None
    assignment: RecordId | None
    after: tuple[RecordId, ...]
    lamport: int
    roles: frozenset[Role]
    void: bool = False
    """Taken back: it does nothing, yet what was done after it still stands after it."""


@dataclass(frozen=True, slots=True)
class AssignmentView:
    """An assignment as the fold sees it."""

    id: RecordId
    unit: RecordId | None
    role: str
    handed_on: date


@dataclass(slots=True)
class Charge:
    """How far one assignment has come."""

    unit: RecordId | None
    role: str
    clock: str
    start: date
    state: str = "handed"
    extension: date | None = None
    signed_on: date | None = None
    replied_on: date | None = None
    urged: int = 0
    due_on: date | None = None
    replaced: bool = False  # returned, and somebody else was charged since

    @property
    def live(self) -> bool:
        """Still owed something by its unit."""
        return self.state in ("handed", "accepted")


@dataclass(slots=True)
class Course:
    """Where a matter stands after its steps. `odd` steps did not apply and are shown "to be checked"."""

    stage: str
    clock: str
    clock_from: date | None
    outcome: str = ""
    closed_on: date | None = None
    finished_on: date | None = None
    told_on: date | None = None
    verdict: str = ""
    redone: int = 0
    urged: int = 0
    charges: dict[RecordId, Charge] = field(default_factory=dict)
    entered: dict[int, date] = field(default_factory=dict)
    odd: list[RecordId] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)
    extension: date | None = None
    due_on: date | None = None
    due_clock: str = ""
    holder: RecordId | None = None


def in_order(steps: Iterable[StepView]) -> list[StepView]:
    """Steps by depth (each names those its writer had seen), then Lamport number, then id."""
    by_id = {step.id: step for step in steps}
    simple = sorted(by_id.values(), key=lambda step: (step.lamport, step.id))
    if all(step.after == (before.id,) for before, step in pairwise(simple)):
        return simple  # one after another, as at most matters
    after = {step.id: {a for a in step.after if a in by_id and a != step.id} for step in by_id.values()}
    depths: dict[RecordId, int] = {}
    level = 0
    while after:
        ready = [step for step, seen in after.items() if depths.keys() >= seen]
        level += 1
        # Steps that name each other in a ring can only be forged: all of them stand at one depth.
        for step in ready or list(after):
            after.pop(step)
        depths.update(dict.fromkeys(ready, level))
        if not ready:
            break
    return sorted(by_id.values(), key=lambda s: (depths.get(s.id, level), s.lamport, s.id))


def run(
    track: Track,
    profile: RuleProfile,
    opened_on: date,
    steps: Sequence[StepView],
    assignments: Mapping[RecordId, AssignmentView],
) -> Course:
    """Fold `steps` (any order) along `track` from `opened_on`; pure, so every desk computes the same."""
    course = Course(stage=track.initial, clock=track.first_clock, clock_from=opened_on)
    course.entered[0] = opened_on
    ordered = steps if len(steps) < 2 else in_order(steps)
    for step in ordered:
        if step.void:
            continue
        declared = track.steps.get(step.verb)
        if declared is None or not _apply(track, course, declared, step, assignments):
            course.odd.append(step.id)
    _set_due(track, profile, course)
    return course


def _apply(
    track: Track,
    course: Course,
    declared: StepDecl,
    step: StepView,
    assignments: Mapping[RecordId, AssignmentView],
) -> bool:
    if course.stage not in declared.froms or not (declared.roles & step.roles):
        return False
    if step.verb == "hand_over":
        return _hand_over(track, course, step, assignments)
    if declared.on_assignment and step.assignment is not None:
        return _step_charge(track, course, declared, step)
    if declared.on_assignment and declared.verb in NEEDS_UNIT:
        return False
    _step_matter(track, course, declared, step)
    return True


def _hand_over(
    track: Track, course: Course, step: StepView, assignments: Mapping[RecordId, AssignmentView]
) -> bool:
    assignment = assignments.get(step.assignment) if step.assignment is not None else None
    if assignment is None or assignment.id in course.charges:
        return False
    course.charges[assignment.id] = Charge(
        unit=assignment.unit,
        role=assignment.role,
        clock=track.co_clock if assignment.role == "co" else track.handling_clock,
        start=assignment.handed_on,
    )
    if assignment.role != "co":
        for charge in course.charges.values():
            charge.replaced = charge.replaced or charge.state == "returned"
    _follow_charges(track, course, step.on)
    return True


def _step_charge(track: Track, course: Course, declared: StepDecl, step: StepView) -> bool:
    charge = course.charges.get(step.assignment) if step.assignment is not None else None
    rule = ASSIGNMENT.steps.get(declared.verb)
    if charge is None or rule is None or charge.state not in rule[0]:
        return False
    if rule[1]:
        charge.state = rule[1]
    if declared.verb == "sign":
        charge.signed_on = step.on
    elif declared.verb == "urge":
        charge.urged += 1
        course.urged += 1
    elif declared.verb == "extend":
        charge.extension = step.until
    if charge.state == "replied":
        charge.replied_on = step.on
    before = course.stage
    _follow_charges(track, course, step.on)
    if before != course.stage and course.stage == track.charge["answered"]:
        course.outcome = declared.outcome or course.outcome
        course.finished_on = step.on
    return True


def _end_pause(course: Course, on: date) -> None:
    if course.pauses and course.pauses[-1].to is None:
        course.pauses[-1] = Pause(course.pauses[-1].start, on)


def _follow_charges(track: Track, course: Course, on: date) -> None:
    """The matter's stage from its assignments: what the lead and separate units together say."""
    charged = [c for c in course.charges.values() if c.role != "co"]
    answering = [c for c in charged if c.state != "returned"]
    if all(c.state == "replied" for c in answering):
        # A returned part that nobody else was charged with is still to be re-assigned.
        waits = not answering or any(c.state == "returned" and not c.replaced for c in charged)
        told = "reassign" if waits else "answered"
    elif any(c.state in ("accepted", "replied") for c in answering):
        told = "handling"
    else:
        told = "assigned"
    stage = track.charge[told]
    if stage == course.stage:
        return
    course.clock, course.clock_from = {
        "reassign": (track.reassign_clock, on),
        "answered": (track.answered_clock, on),
    }.get(told, ("", None))
    if told in ("reassign", "answered"):
        _end_pause(course, on)
    _enter(track, course, stage, on)


def _step_matter(track: Track, course: Course, declared: StepDecl, step: StepView) -> None:
    verb = declared.verb
    if verb == "pause":
        if not course.pauses or course.pauses[-1].to is not None:
            course.pauses.append(Pause(step.on, None))
        return
    if verb == "resume":
        if course.pauses and course.pauses[-1].to is None:
            course.pauses[-1] = Pause(course.pauses[-1].start, step.on)
        return
    if verb == "urge":
        course.urged += 1
    if verb == "extend":
        course.extension = step.until
    to = declared.to
    if verb == "verdict":
        course.verdict = step.code or ""
    elif verb == "redo":
        _redo(track, course, step.on)
    elif verb in ("finish", "reply_written", "answer"):
        course.finished_on = step.on
        for charge in course.charges.values():
            if charge.live:
                charge.state, charge.replied_on = "replied", step.on
    if declared.unhappy and step.code == "dissatisfied" and not course.redone:
        to = declared.unhappy
    if verb in ("tell", "answer", "reply_written"):
        course.told_on = step.on
    if declared.outcome:
        course.outcome = declared.outcome
    if declared.stops:
        course.clock, course.clock_from, course.extension = "", None, None
        _end_pause(course, step.on)
    if declared.starts:
        course.clock, course.clock_from = declared.starts, step.on
    if to and to != course.stage:
        _enter(track, course, to, step.on)


def _redo(track: Track, course: Course, on: date) -> None:
    course.redone += 1
    reopened = False
    for charge in course.charges.values():
        if charge.state == "replied" and charge.role != "co":
            charge.state, charge.clock, charge.start = "accepted", track.redo_clock, on
            charge.extension = charge.replied_on = None
            reopened = True
    course.clock, course.clock_from = ("", None) if reopened else (track.redo_clock, on)
    course.finished_on = course.told_on = None
    course.outcome, course.extension = "", None


def _enter(track: Track, course: Course, stage: str, on: date) -> None:
    course.stage = stage
    cell = track.stages[stage].cell
    # A cell is passed on the day something after it is entered; going back forgets what lies ahead.
    for passed in range(1, cell):
        course.entered.setdefault(passed, on)
    if len(course.entered) > max(cell, 1):
        for ahead in [c for c in course.entered if c >= cell and c > 0]:
            del course.entered[ahead]
    if not track.stages[stage].open:
        course.closed_on = on
        course.clock, course.clock_from = "", None
    else:
        course.closed_on = None


def _set_due(track: Track, profile: RuleProfile, course: Course) -> None:
    best: tuple[date, str] | None = None
    if course.clock and course.clock_from is not None:
        rule = profile.clocks.get(course.clock)
        if rule is not None:
            due = compute(rule, course.clock_from, profile.calendar, course.pauses, course.extension)
            best = None if due.stopped else (due.day, course.clock)
    handled = course.stage in (track.charge["assigned"], track.charge["handling"])
    for charge in course.charges.values():
        if not charge.live:
            continue
        rule = profile.clocks.get(charge.clock)
        if rule is None:
            continue
        due = compute(rule, charge.start, profile.calendar, course.pauses, charge.extension)
        charge.due_on = None if due.stopped else due.day
        if charge.due_on is None:
            continue
        if handled and not course.clock and charge.role != "co" and (best is None or charge.due_on < best[0]):
            best = (charge.due_on, charge.clock)
    if best is not None:
        course.due_on, course.due_clock = best
    if handled:
        leads = (c.unit for c in course.charges.values() if c.live and c.role != "co")
        course.holder = next(leads, None)
