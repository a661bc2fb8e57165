"""What a track's picture and table say: its stages and steps in words, read from the declaration alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from station_desk.domain.deadlines import ClockRule, term
from station_desk.domain.tracks import ASSIGNMENT, TRACKS, Need, StepDecl, Track, When
from station_desk.domain.tracks.model import AssignmentTrack
from station_desk.domain.vocabulary import ROLES, Role
from station_desk.i18n import Label, translate

Clocks = Mapping[str, ClockRule]

ASSIGNMENT_CODE = "assignment"
_ASSIGNMENT_LABEL = Label("A unit's part", "单位承办")

# What an assignment's state means to the matter whose only one it is: the keys of Track.charge.
_CHARGED = {"handed": "assigned", "accepted": "handling", "returned": "reassign", "replied": "answered"}

NEEDS: Mapping[Need, Label] = {
    Need.REASON: Label("reason", "说明"),
    Need.NOTE: Label("note (optional)", "备注（可不填）"),
    Need.UNTIL: Label("new day", "新期限"),
    Need.UNITS: Label("units", "承办单位"),
    Need.REPLY: Label("the reply", "答复内容"),
    Need.FEEDBACK: Label("how they were told", "反馈情况"),
    Need.VERDICT: Label("verdict", "评价"),
    Need.DOOR: Label("the right door", "应去的渠道"),
    Need.TARGET: Label("the other matter", "另一件事项"),
    Need.CONSULTATION: Label("the deputy's form", "征询意见表"),
    Need.SUGGESTION: Label("the suggestion's sheet", "建议内容"),
    Need.NUMBER: Label("official number", "编号"),
    Need.SIGN: Label("the deputy who signs", "附议代表"),
    Need.SIGNER: Label("which deputy", "征询的代表"),
    Need.UNIT: Label("unit (optional)", "单位（可不填）"),
    Need.CONTACT: Label("how they were in touch", "沟通方式"),
    Need.PROMISE: Label("what is promised, by when", "承诺内容和时限"),
    Need.KEPT: Label("which promise, whether kept", "哪项承诺、是否兑现"),
    Need.SUPERVISION: Label("why, who decided, who leads", "督办依据、决定和牵头"),
    Need.HONOUR: Label("what is nominated", "推荐的类别"),
    Need.HONOURED: Label("which nomination, by whom", "评定的推荐和评定单位"),
    Need.DECISION: Label("what the meeting decided", "会议决定"),
}
"""What a step asks for, as the table says it."""

WHENS: Mapping[When, Label] = {
    When.PROMISED: Label("while a promise is open", "有未了承诺时"),
    When.UNKEPT: Label("where a promise was not kept", "有承诺未兑现时"),
    When.UNSUPERVISED: Label("if not under supervision yet", "尚未重点督办时"),
    When.NOMINATED: Label("where something is nominated", "已有推荐时"),
}
"""What must hold besides the stage."""


@dataclass(frozen=True, slots=True)
class PlanStage:
    """A stage: `caption` is the stage bar's cell it stands in, `cell` that cell's number; `end` closes."""

    code: str
    label: str
    cell: int
    caption: str
    next: str
    end: bool
    clock: str = ""
    """What runs from the start, at the first stage only."""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A step in words. `ways` are the stages it can lead to, as code and what it depends on ("" = always);
    empty where the matter stays. A `minor` step is told in the table only."""

    verb: str
    label: str
    froms: tuple[str, ...]
    ways: tuple[tuple[str, str], ...]
    who: str
    asks: str
    clock: str
    minor: bool
    when: str = ""
    """What must hold besides the stage; "" = nothing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A track in words: stages in the order of the stage bar, steps in the order declared."""

    code: str
    title: str
    stages: tuple[PlanStage, ...]
    steps: tuple[PlanStep, ...]

    def stage(self, code: str) -> PlanStage:
        """The stage of that code."""
        return next(stage for stage in self.stages if stage.code == code)


def codes() -> tuple[str, ...]:
    """Every track that can be shown, then the assignment's."""
    return (*TRACKS, ASSIGNMENT_CODE)


def title(code: str) -> str:
    """The head line of a track's topic."""
    label = _ASSIGNMENT_LABEL if code == ASSIGNMENT_CODE else TRACKS[code].label
    return translate("tracks", "Steps: {track}", track=label)


def plan(code: str, clocks: Clocks) -> Plan:
    """The track `code` in the language shown; a clock the rules in force do not name is left out."""
    if code == ASSIGNMENT_CODE:
        return _of_assignment(ASSIGNMENT, tuple(TRACKS.values()), clocks)
    return of_track(TRACKS[code], clocks)


def of_track(track: Track, clocks: Clocks) -> Plan:
    """A track of matters in words."""
    stages = sorted(track.stages.values(), key=lambda stage: stage.cell)  # stable: declared order within
    return Plan(
        track.code,
        title(track.code) if track.code in TRACKS else str(track.label),
        tuple(
            PlanStage(
                stage.code,
                str(stage.label),
                stage.cell,
                str(track.cells[stage.cell]) if stage.cell < len(track.cells) else translate("tracks", "End"),
                stage.next,
                not stage.open,
                _clock(track.first_clock, clocks) if stage.code == track.initial else "",
            )
            for stage in stages
        ),
        tuple(
            PlanStep(
                step.verb,
                str(step.label),
                step.froms,
                _ways(track, step),
                _who(step.roles),
                listed(str(NEEDS.get(need, need.value)) for need in step.needs),
                listed(words for key in _started(track, step) if (words := _clock(key, clocks))),
                step.minor,
                str(WHENS.get(step.when, "")),
            )
            for step in track.steps.values()
        ),
    )


def listed(words: Iterable[object]) -> str:
    """Words one after another: 甲、乙, or a, b."""
    return translate("tracks", ", ").join(str(word) for word in words if word)


def _who(roles: frozenset[Role]) -> str:
    if roles >= set(Role) - {Role.VIEWER}:
        return translate("tracks", "Everyone")
    return listed(ROLES.label(role.value) for role in Role if role in roles)


def _clock(key: str, clocks: Clocks) -> str:
    rule = clocks.get(key) if key else None
    return translate("tracks", "{clock}: {term}", clock=rule.label, term=term(rule)) if rule else ""


def _ways(track: Track, step: StepDecl) -> tuple[tuple[str, str], ...]:
    ways: list[tuple[str, str]] = []
    if Need.UNITS in step.needs and not step.to:
        ways.append((track.charge["assigned"], ""))
    elif step.to:
        ways.append((step.to, ""))
    elif state := _charge_after(step):
        ways.append((track.charge[_CHARGED[state]], ""))
    elif Need.KEPT in step.needs and track.kept:
        ways.append((track.kept, translate("tracks", "once every promise is judged")))
    if step.unhappy:
        ways.append((step.unhappy, translate("tracks", "if dissatisfied")))
    if step.unhappy_again:
        ways.append((step.unhappy_again, translate("tracks", "if dissatisfied again")))
    if step.promised:
        ways.append((step.promised, translate("tracks", "while a promise is open")))
    return tuple(ways)


def _charge_after(step: StepDecl) -> str:
    """The state of an assignment that the matter's stage follows after the step; "" where it does not."""
    if not step.on_assignment or step.verb not in ASSIGNMENT.steps:
        return ""
    answering = "lead" in ASSIGNMENT.only.get(step.verb, {"lead"})  # a co-unit's part moves no matter
    return ASSIGNMENT.steps[step.verb][1] if answering else ""


def _started(track: Track, step: StepDecl) -> tuple[str, ...]:
    """The clocks a step sets going, as the fold of the steps does."""
    found = [step.starts, *step.starts_by.values()]
    if not any(found):
        again = {"redo": track.redo_clock, "look_back": track.look_back_clock}
        to = _charge_after(step)
        if step.verb in again:
            found = [again[step.verb]]
        elif Need.UNITS in step.needs:
            found = [track.handling_clock, track.co_clock]
        elif Need.KEPT in step.needs:
            found = [track.kept_clock]
        elif to == "returned":
            found = [track.reassign_clock]
        elif to == "replied":
            found = [track.answered_clock]
    if step.promised:
        found.append(track.promise_clock)
    return tuple(dict.fromkeys(key for key in found if key))


def _of_assignment(small: AssignmentTrack, tracks: Sequence[Track], clocks: Clocks) -> Plan:
    """The small track: its words, roles and needs are those of the steps of the same verb in the tracks.

    A verb that no track declares can be taken by nobody, so it is not shown.
    """
    steps = []
    for verb, (froms, to) in small.steps.items():
        said = [(track, track.steps[verb]) for track in tracks if verb in track.steps]
        if not said:
            continue
        keys = dict.fromkeys(key for track, step in said for key in _started(track, step))
        needs = dict.fromkeys(str(NEEDS.get(need, need.value)) for _, step in said for need in step.needs)
        steps.append(
            PlanStep(
                verb,
                " / ".join(dict.fromkeys(str(step.label) for _, step in said)),
                tuple(stage for stage in small.stages if stage in froms),
                ((to, ""),) if to else (),
                _who(frozenset(role for _, step in said for role in step.roles)),
                listed(needs),
                listed(words for key in keys if (words := _clock(key, clocks))),
                False,
            )
        )
    left = {stage for step in steps for stage in step.froms}
    stages = tuple(
        PlanStage(code, str(label), place, "", _first(small, tracks, code), code not in left)
        for place, (code, label) in enumerate(small.stages.items())
    )
    return Plan(ASSIGNMENT_CODE, title(ASSIGNMENT_CODE), stages, tuple(steps))


def _first(small: AssignmentTrack, tracks: Sequence[Track], state: str) -> str:
    """What a matter with one such assignment is offered first, where the assignment can take it."""
    for track in tracks:
        stage = track.stages.get(track.charge.get(_CHARGED.get(state, ""), ""))
        if stage is not None and state in small.steps.get(stage.next, (frozenset(), ""))[0]:
            return stage.next
    return ""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step in words for the table: what it is and who may, from where to where, what it needs."""

    label: str
    who: str
    course: str
    asks: str
    clock: str


def table(shown: Plan) -> tuple[StepRow, ...]:
    """Every step as a row of a table: what a reader of the picture is told in words."""
    return tuple(
        StepRow(step.label, step.who, _course(shown, step), step.asks, step.clock) for step in shown.steps
    )


def _course(shown: Plan, step: PlanStep) -> str:
    """From which stages to which, and on what that depends."""
    still_open = {stage.code for stage in shown.stages if not stage.end}
    if still_open <= set(step.froms):
        froms = translate("tracks", "any open stage")
    else:
        # The names of stages have commas in them.
        between = translate("tracks", "; ")
        froms = between.join(stage.label for stage in shown.stages if stage.code in step.froms)
    if step.when:
        froms = translate("tracks", "{stages} ({when})", stages=froms, when=step.when)
    ways = [
        translate("tracks", "{stage} ({when})", stage=shown.stage(to).label, when=when)
        if when
        else shown.stage(to).label
        for to, when in step.ways
    ]
    return f"{froms} → {translate('tracks', '; ').join(ways)}" if ways else froms
