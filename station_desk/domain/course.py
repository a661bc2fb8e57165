"""Where a matter stands: its stage, clocks, charges and promises, and which steps are possible now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from station_desk.domain.deadlines import Pause
from station_desk.domain.declare import RecordId
from station_desk.domain.tracks import ASSIGNMENT, StepDecl, Track, When
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
    about: RecordId | None = None


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
    contacted_on: date | None = None
    urged: int = 0
    due_on: date | None = None
    replaced: bool = False  # returned, and somebody else was charged since

    @property
    def live(self) -> bool:
        """Still owed something by its unit."""
        return self.state in ("handed", "accepted")


@dataclass(slots=True)
class Promised:
    """A promise in force: by when, and `state` once it was judged (`kept`, `unkept`)."""

    by: date | None
    state: str = ""


@dataclass(slots=True)
class Course:
    """Where a matter stands after its steps. `odd` steps did not apply and are shown "to be checked" until
    a note names them: then they are `filed`. `met` tells the stage that each of both met.

    `turn` counts the rounds in which the deputies are asked, `turn_kind` says about what
    (`consultation_kind`). `reminded` counts reminders of this turn by signer.
    """

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
    turn: int = 1
    turn_kind: str = "reply"
    looked_back: int = 0
    promises: dict[RecordId, Promised] = field(default_factory=dict)
    reminded: dict[RecordId, int] = field(default_factory=dict)
    supervised: RecordId | None = None
    nominated: set[RecordId] = field(default_factory=set)
    chosen: set[RecordId] = field(default_factory=set)
    charges: dict[RecordId, Charge] = field(default_factory=dict)
    entered: dict[int, date] = field(default_factory=dict)
    odd: list[RecordId] = field(default_factory=list)
    filed: set[RecordId] = field(default_factory=set)
    met: dict[RecordId, str] = field(default_factory=dict)
    pauses: list[Pause] = field(default_factory=list)
    extension: date | None = None
    due_on: date | None = None
    due_clock: str = ""
    holder: RecordId | None = None

    def meets(self, when: When) -> bool:
        """Whether what a step asks for beyond its stage holds now."""
        match when:
            case When.PROMISED:
                return any(not promise.state for promise in self.promises.values())
            case When.UNKEPT:
                return any(promise.state == "unkept" for promise in self.promises.values())
            case When.UNSUPERVISED:
                return self.supervised is None
            case When.NOMINATED:
                return bool(self.nominated - self.chosen)
            case _:
                return True


def possible(track: Track, course: Course, roles: frozenset[Role]) -> tuple[StepDecl, ...]:
    """The steps that `roles` may take now, the one offered first at its head."""
    return tuple(
        step
        for step in track.verbs_from(course.stage)
        if step.roles & roles and course.meets(step.when) and _has_charge(course, step)
    )


def _has_charge(course: Course, step: StepDecl) -> bool:
    """Whether some unit's charge can take the step, where a unit must."""
    if not step.on_assignment or step.verb not in NEEDS_UNIT:
        return True
    return any(ASSIGNMENT.possible(step.verb, c.state, c.role) for c in course.charges.values())


def in_order(steps: Iterable[StepView]) -> list[StepView]:
    """Steps by depth (each names those its writer had seen), then Lamport number, then id."""
    by_id = {step.id: step for step in steps}
    simple = sorted(by_id.values(), key=lambda step: (step.lamport, step.id))
    if all(step.after == (before.id,) for before, step in pairwise(simple)):
        return simple  # one after another, as at most matters
    depths = _depths(by_id)
    # Steps that name each other in a ring, and those after them, can only be forged: they stand last.
    last = max(depths.values(), default=0) + 1
    return sorted(by_id.values(), key=lambda s: (depths.get(s.id, last), s.lamport, s.id))


def _depths(steps: Mapping[RecordId, StepView]) -> dict[RecordId, int]:
    """At what depth each stands, from 1; nothing of those in a ring or after one."""
    waits: dict[RecordId, int] = {}
    following: dict[RecordId, list[RecordId]] = {}
    for step in steps.values():
        seen = {before for before in step.after if before in steps and before != step.id}
        waits[step.id] = len(seen)
        for before in seen:
            following.setdefault(before, []).append(step.id)
    depths: dict[RecordId, int] = {}
    ready = [one for one, count in waits.items() if not count]
    level = 0
    while ready:
        level += 1
        depths.update(dict.fromkeys(ready, level))
        freed: list[RecordId] = []
        for one in ready:
            for after in following.get(one, []):
                waits[after] -= 1
                if not waits[after]:
                    freed.append(after)
        ready = freed
    return depths
