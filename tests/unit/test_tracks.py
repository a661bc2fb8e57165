"""Every track leads from its start to every end over declared steps, and over no others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from station_desk.domain.course import AssignmentView, Course, StepView, possible
from station_desk.domain.declare import RecordId
from station_desk.domain.profile_text import load_builtin
from station_desk.domain.tracks import ASSIGNMENT, TRACKS, StepDecl, Track
from station_desk.domain.tracks.assignment import NEEDS_UNIT
from station_desk.domain.vocabulary import DECISIONS, OUTCOMES, Role
from station_desk.domain.walk import run

PROFILE = load_builtin("guangdong")
DAY = date(2026, 5, 7)
UNIT = RecordId(b"u" * 16)
ALL_ROLES = frozenset(Role)


def ident(number: int) -> RecordId:
    return RecordId(number.to_bytes(16, "big"))


class Walk:
    """Steps taken one after another by somebody who may do everything."""

    def __init__(self, track: Track, steps: tuple[StepView, ...] = (), charges: int = 0) -> None:
        self.track = track
        self.steps = steps
        self.charges = charges

    def course(self) -> Course:
        views = {
            ident(1000 + n): AssignmentView(ident(1000 + n), UNIT, "co" if n == 1 else "lead", DAY)
            for n in range(self.charges)
        }
        return run(self.track, PROFILE, DAY, self.steps, views)

    def then(self, verb: str, code: str | None = None, roles: frozenset[Role] = ALL_ROLES) -> Walk:
        number = len(self.steps) + 1
        course = self.course()
        charges = self.charges + (verb == "hand_over")
        declared = self.track.steps.get(verb)
        assignment: RecordId | None = None
        if verb == "hand_over":
            assignment = ident(1000 + self.charges)
        elif declared is not None and declared.on_assignment:
            able = (i for i, c in course.charges.items() if ASSIGNMENT.possible(verb, c.state, c.role))
            assignment = next(able, None)
        about = ident(5000 + number)
        if verb == "keep":
            about = next((i for i, p in course.promises.items() if not p.state), about)
        elif verb == "choose":
            about = next(iter(course.nominated - course.chosen), about)
        after = (self.steps[-1].id,) if self.steps else ()
        until = date(2027, 1, 4)
        step = StepView(
            ident(number), verb, DAY, until, code, assignment, after, number, roles, about=about
        )  # fmt: skip
        return Walk(self.track, (*self.steps, step), charges)


def codes_for(step: StepDecl) -> tuple[str | None, ...]:
    if step.verb in ("verdict", "consult"):
        return ("satisfied", "dissatisfied")
    return {"keep": ("kept", "unkept"), "decide": tuple(DECISIONS.terms)}.get(step.verb, (None,))


def state(course: Course) -> tuple[object, ...]:
    """What decides where the next step leads: the stage, and what was done before."""
    return (
        course.stage,
        course.redone > 0,
        tuple(p.state for p in course.promises.values()),
        tuple((c.role, c.state) for c in course.charges.values()),
        course.supervised is not None,
        (len(course.nominated), len(course.chosen)),
    )


def explored(track: Track) -> Iterator[tuple[Walk, StepDecl, Walk]]:
    """Every step that applies, from every state that up to two charges and one promise can lead to."""
    queue, seen = [Walk(track)], set[tuple[object, ...]]()
    while queue:
        walk = queue.pop(0)
        for step in track.verbs_from(walk.course().stage):
            for code in codes_for(step):
                onward = walk.then(step.verb, code)
                course = onward.course()
                if course.odd:
                    continue
                yield walk, step, onward
                many = len(course.promises) > 1 or len(course.nominated) > 1 or onward.charges > 2
                if not many and state(course) not in seen:
                    seen.add(state(course))
                    queue.append(onward)


@cache
def _explored(code: str) -> tuple[tuple[Walk, StepDecl, Walk], ...]:
    return tuple(explored(TRACKS[code]))


def reached(track: Track) -> dict[str, Walk]:
    """A shortest walk to every stage that declared steps lead to."""
    found = {track.initial: Walk(track)}
    for _, _, onward in _explored(track.code):
        found.setdefault(onward.course().stage, onward)
    return found


TRACK = pytest.mark.parametrize("track", TRACKS.values(), ids=lambda t: t.code)


@TRACK
def test_every_stage_is_reached_from_the_start(track: Track) -> None:
    assert reached(track).keys() == track.stages.keys()


@TRACK
def test_from_every_open_stage_an_end_is_reached(track: Track) -> None:
    for walk in reached(track).values():
        seen, queue = set[str](), [walk]
        while queue:
            now = queue.pop(0)
            stage = now.course().stage
            if not track.stages[stage].open:
                break
            if stage in seen:
                continue
            seen.add(stage)
            onward = (now.then(s.verb, c) for s in track.verbs_from(stage) for c in codes_for(s))
            queue.extend(w for w in onward if not w.course().odd)
        else:
            pytest.fail(f"no end after {stage}")


@TRACK
def test_every_declared_step_is_possible_from_each_of_its_stages(track: Track) -> None:
    taken = {(before.course().stage, step.verb) for before, step, _ in _explored(track.code)}
    assert {(stage, step.verb) for step in track.steps.values() for stage in step.froms} - taken == set()


@TRACK
def test_what_is_offered_is_what_the_fold_takes(track: Track) -> None:
    for walk in reached(track).values():
        course = walk.course()
        offered = {step.verb for step in possible(track, course, ALL_ROLES)}
        taken = {s.verb for s in track.verbs_from(course.stage) if not walk.then(s.verb).course().odd}
        assert taken <= offered
        assert {s.verb for s in possible(track, course, frozenset({Role.VIEWER}))} == set()


def undeclared(track: Track) -> Iterator[tuple[Walk, str]]:
    for stage, walk in reached(track).items():
        for verb, step in track.steps.items():
            if stage not in step.froms:
                yield walk, verb


@TRACK
def test_a_step_not_declared_from_a_stage_changes_nothing_and_shows_as_odd(track: Track) -> None:
    cases = list(undeclared(track))
    assert len(cases) > 50
    for walk, verb in cases:
        before, after = walk.course(), walk.then(verb).course()
        assert after.odd == [ident(len(walk.steps) + 1)], (before.stage, verb)
        assert (after.stage, after.due_on, after.outcome) == (before.stage, before.due_on, before.outcome)


@TRACK
def test_a_step_by_somebody_who_may_not_is_odd(track: Track) -> None:
    for stage, walk in reached(track).items():
        for step in track.verbs_from(stage):
            assert walk.then(step.verb, roles=frozenset({Role.VIEWER})).course().odd


@TRACK
def test_every_clock_a_track_names_is_in_the_profile(track: Track) -> None:
    by_code = {clock for step in track.steps.values() for clock in step.starts_by.values()}
    named = (
        {step.starts for step in track.steps.values()}
        | by_code
        | {
            track.promise_clock,
            track.kept_clock,
            track.look_back_clock,
            track.first_clock,
            track.answered_clock,
            track.handling_clock,
            track.reassign_clock,
            track.redo_clock,
            track.co_clock,
        }
    )

    assert named - {""} <= PROFILE.clocks.keys()


@TRACK
def test_what_a_track_names_is_declared(track: Track) -> None:
    for stage in track.stages.values():
        assert stage.next == "" or stage.code in track.steps[stage.next].froms
        assert 1 <= stage.cell <= len(track.cells)
    for step in track.steps.values():
        assert set(step.froms) <= track.stages.keys()
        assert {step.to, step.unhappy, step.unhappy_again, step.promised, track.kept} - {
            ""
        } <= track.stages.keys()
        assert step.outcome == "" or step.outcome in OUTCOMES.terms
        assert not step.on_assignment or step.verb in ASSIGNMENT.steps
    assert set(track.charge.values()) <= track.stages.keys()


def test_the_small_track_of_an_assignment_ends_answered_or_returned() -> None:
    assert {to for _, to in ASSIGNMENT.steps.values()} - {""} == {"accepted", "returned", "replied"}
    assert ASSIGNMENT.steps.keys() >= NEEDS_UNIT
    for states, to in ASSIGNMENT.steps.values():
        assert states <= ASSIGNMENT.stages.keys()
        assert to == "" or to in ASSIGNMENT.stages


def test_the_next_step_comes_first() -> None:
    track = TRACKS["issue"]

    assert track.verbs_from("handling")[0].verb == "finish"
    assert track.verbs_from("closed") == ()
    assert "closed" not in track.open_stages
