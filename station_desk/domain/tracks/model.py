"""What a handling track is: stages, steps, who may, what is asked, which clock starts or stops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from station_desk.domain.vocabulary import Role
from station_desk.i18n import Label

CLERKS = frozenset({Role.CLERK, Role.HEAD, Role.OFFICE})
OFFICE = frozenset({Role.OFFICE})
WITH_DEPUTY = CLERKS | {Role.DEPUTY}
EVERYONE = WITH_DEPUTY | {Role.COUNTY}


class Need(Enum):
    """What a step asks for besides its day; the dialog, the check and the command line read this."""

    REASON = "reason"  # a sentence in `text`, required
    NOTE = "note"  # a sentence in `text`, optional
    UNTIL = "until"  # a day later than today
    UNITS = "units"  # lead unit and, where wanted, co-units
    REPLY = "reply"  # a Reply record
    FEEDBACK = "feedback"  # a Feedback record
    VERDICT = "verdict"  # a code of `verdict`
    DOOR = "door"  # where a matter that is not accepted belongs
    TARGET = "target"  # another matter
    CONSULTATION = "consultation"  # a Consultation record
    SUGGESTION = "suggestion"  # opens the suggestion's sheet
    NUMBER = "number"  # the official number, proposed from the office's series
    SIGN = "sign"  # the deputy who puts their name to it
    SIGNER = "signer"  # one of the deputies who signed
    UNIT = "unit"  # a unit, optional
    CONTACT = "contact"  # a code of `contact_method`
    PROMISE = "promise"  # a Promise record: what, by when
    KEPT = "kept"  # one of its open promises, and whether it was kept
    SUPERVISION = "supervision"  # a Supervision record
    HONOUR = "honour"  # an Honour record: what is nominated
    HONOURED = "honoured"  # which nomination was chosen, by whom
    DECISION = "decision"  # what the meeting decided: a code of `decision`


class When(Enum):
    """What must hold, beyond the stage, for a step to be possible; judged from the matter's own steps."""

    ALWAYS = "always"
    PROMISED = "promised"  # a promise is still open
    UNKEPT = "unkept"  # a promise was not kept
    UNSUPERVISED = "unsupervised"  # not under key supervision yet
    NOMINATED = "nominated"  # something was nominated and not chosen yet


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a matter stands. `cell` is the stage bar's current cell; `next` the verb offered first."""

    code: str
    label: Label
    cell: int
    next: str = ""
    open: bool = True


@dataclass(frozen=True, slots=True)
class StepDecl:
    """One verb: from which stages, to which (empty = stays), by whom, asking what, with which clock.

    `on_assignment` steps act on one assignment; the matter's stage then follows from all of them.
    `starts` names a clock of the rule profile; `stops` ends the matter's own clock. A `decision` is
    never undone, only answered by another step. `noun` is what a list of what happened calls it, where the
    verb is too long. A verdict of dissatisfied leads to `unhappy` where it is named, and to `unhappy_again`
    once the matter was handled again. `promised` is where it leads instead of `to` while a promise is open.
    `coded` steps give their code as the outcome; `starts_by` names another clock for some codes.
    """

    verb: str
    label: Label
    froms: tuple[str, ...]
    to: str = ""
    roles: frozenset[Role] = CLERKS
    needs: tuple[Need, ...] = ()
    starts: str = ""
    stops: bool = False
    on_assignment: bool = False
    outcome: str = ""
    icon: str = "circle-dot"
    decision: bool = False
    minor: bool = False  # offered in the "more" menu, not as a button
    noun: Label | None = None
    unhappy: str = ""
    unhappy_again: str = ""
    promised: str = ""
    when: When = When.ALWAYS
    coded: bool = False
    starts_by: Mapping[str, str] = field(default_factory=dict)

    @property
    def done_label(self) -> Label:
        """How a list of what happened names this step."""
        return self.noun or self.label


@dataclass(frozen=True, slots=True)
class Track:
    """A handling track. `cells` are the stage bar's captions; `charge` maps what the assignments together
    say (`assigned`, `handling`, `reassign`, `answered`) to this track's stages."""

    code: str
    label: Label
    initial: str
    first_clock: str
    cells: tuple[Label, ...]
    stages: Mapping[str, Stage]
    steps: Mapping[str, StepDecl]
    charge: Mapping[str, str]
    answered_clock: str
    handling_clock: str
    reassign_clock: str
    redo_clock: str
    co_clock: str
    promise_clock: str = ""
    kept: str = ""  # the stage entered once every promise was judged, and its clock
    kept_clock: str = ""
    look_back_clock: str = ""

    def verbs_from(self, stage: str) -> tuple[StepDecl, ...]:
        """The steps declared from `stage`, the stage's `next` first, in order of declaration."""
        found = [step for step in self.steps.values() if stage in step.froms]
        first = self.stages[stage].next if stage in self.stages else ""
        found.sort(key=lambda step: step.verb != first)
        return tuple(found)

    @property
    def open_stages(self) -> tuple[str, ...]:
        """Codes of the stages in which something is still to be done."""
        return tuple(stage.code for stage in self.stages.values() if stage.open)


@dataclass(frozen=True, slots=True)
class AssignmentTrack:
    """The small track of one assignment: each step's stages and the stage it leads to ("" = stays).

    `only` names, for some steps, the assignment roles that alone can take them.
    """

    stages: Mapping[str, Label]
    steps: Mapping[str, tuple[frozenset[str], str]]
    only: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def possible(self, verb: str, state: str, role: str) -> bool:
        """Whether a charge of that role standing at `state` can take the step `verb`."""
        rule = self.steps.get(verb)
        return rule is not None and state in rule[0] and role in self.only.get(verb, {role})


def stages_of(*stages: Stage) -> Mapping[str, Stage]:
    return MappingProxyType({stage.code: stage for stage in stages})


def steps_of(*steps: StepDecl) -> Mapping[str, StepDecl]:
    return MappingProxyType({step.verb: step for step in steps})
