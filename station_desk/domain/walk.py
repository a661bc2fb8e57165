"""The fold of a matter's steps along its track: stage, clocks, holder, and the steps that did not apply."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from station_desk.domain.course import AssignmentView, Charge, Course, Promised, StepView, in_order
from station_desk.domain.deadlines import Pause, compute
from station_desk.domain.declare import RecordId
from station_desk.domain.profile import RuleProfile
from station_desk.domain.tracks import ASSIGNMENT, StepDecl, Track, When
from station_desk.domain.tracks.assignment import NEEDS_UNIT


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
        if declared is not None and step.about is not None and _files(course, declared, step):
            course.filed.add(step.about)
            continue
        if declared is None or not _apply(track, course, declared, step, assignments):
            course.met[step.id] = course.stage
    course.odd = [record for record in course.met if record not in course.filed]
    _set_due(track, profile, course)
    return course


def _files(course: Course, declared: StepDecl, step: StepView) -> bool:
    """A note about a step that did not apply puts that one away, at whatever stage: it moves nothing."""
    return step.verb == "note" and step.about in course.met and bool(declared.roles & step.roles)


def _apply(
    track: Track,
    course: Course,
    declared: StepDecl,
    step: StepView,
    assignments: Mapping[RecordId, AssignmentView],
) -> bool:
    if course.stage not in declared.froms or not (declared.roles & step.roles):
        return False
    if not course.meets(declared.when):
        return False
    if step.verb == "hand_over":
        return _hand_over(track, course, step, assignments)
    if declared.on_assignment and step.assignment is not None:
        return _step_charge(track, course, declared, step)
    if declared.on_assignment and declared.verb in NEEDS_UNIT:
        return False
    if step.assignment is not None and declared.verb in ASSIGNMENT.steps:
        named = course.charges.get(step.assignment)
        if named is None or not ASSIGNMENT.possible(declared.verb, named.state, named.role):
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
    if charge is None or not ASSIGNMENT.possible(declared.verb, charge.state, charge.role):
        return False
    charge.state = ASSIGNMENT.steps[declared.verb][1] or charge.state
    if declared.verb == "sign":
        charge.signed_on = step.on
    elif declared.verb == "contact":
        charge.contacted_on = step.on
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
        course.redone += 1
        _reopen(course, track.redo_clock, "redo", step)
    elif verb == "look_back":
        course.looked_back += 1
        _reopen(course, track.look_back_clock, "look_back", step)
        for promise in course.promises.values():
            if promise.state == "unkept":
                promise.state, promise.by = "", step.until
    elif verb == "unmerge":
        course.outcome = ""
    elif verb in ("finish", "reply_written", "answer", "follow"):
        course.finished_on = step.on
        for charge in course.charges.values():
            if charge.live:
                charge.state, charge.replied_on = "replied", step.on
    if declared.unhappy and step.code == "dissatisfied":
        to = declared.unhappy_again if course.redone and declared.unhappy_again else declared.unhappy
    if verb in ("tell", "answer", "reply_written"):
        course.told_on = course.told_on or step.on
    if declared.outcome or declared.coded:
        course.outcome = (step.code or "") if declared.coded else declared.outcome
    if declared.stops:
        course.clock, course.clock_from, course.extension = "", None, None
        _end_pause(course, step.on)
    starts = declared.starts_by.get(step.code or "", declared.starts)
    if starts:
        course.clock, course.clock_from = starts, step.on
    if declared.promised and course.meets(When.PROMISED):
        to = declared.promised
        course.outcome = ""
        course.clock, course.clock_from = track.promise_clock, step.on
        _watch_promises(track, course)
    if to and to != course.stage:
        _enter(track, course, to, step.on)
    if step.about is not None:
        _step_about(track, course, verb, step, step.about)


def _step_about(track: Track, course: Course, verb: str, step: StepView, about: RecordId) -> None:
    """What steps about a promise, a signer, a supervision or a commendation leave behind."""
    if verb == "promise":
        course.promises[about] = Promised(step.until)
    elif verb == "remind":
        course.reminded[about] = course.reminded.get(about, 0) + 1
    elif verb == "supervise":
        course.supervised = about
    elif verb == "nominate":
        course.nominated.add(about)
    elif verb == "choose":
        course.chosen.add(about)
    elif verb == "keep" and about in course.promises:
        course.promises[about].state = step.code or ""
        if not course.meets(When.PROMISED):
            # Every promise is judged: the deputies are asked once more, about what was promised.
            _next_turn(course, "second")
            course.clock, course.clock_from = track.kept_clock, step.on
            _enter(track, course, track.kept, step.on)
    _watch_promises(track, course)


def _watch_promises(track: Track, course: Course) -> None:
    """Of several promises the first one due is what is watched."""
    if course.clock and course.clock == track.promise_clock:
        days = [p.by for p in course.promises.values() if not p.state and p.by is not None]
        course.clock_from = min(days, default=course.clock_from)


def _next_turn(course: Course, kind: str) -> None:
    course.turn += 1
    course.turn_kind = kind
    course.reminded = {}


def _reopen(course: Course, clock: str, kind: str, step: StepView) -> None:
    """Answered charges begin anew, all or the one that is named; then the deputies are asked again."""
    _next_turn(course, kind)
    reopened = False
    for record, charge in course.charges.items():
        if step.assignment is not None and record != step.assignment:
            continue
        if ASSIGNMENT.possible("redo", charge.state, charge.role):
            charge.state, charge.clock, charge.start = ASSIGNMENT.steps["redo"][1], clock, step.on
            charge.extension = charge.replied_on = None
            reopened = True
    course.clock, course.clock_from = ("", None) if reopened else (clock, step.on)
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
