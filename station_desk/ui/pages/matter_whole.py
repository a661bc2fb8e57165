"""One matter as its page needs it, read in one go; and its steps and history as lines of a timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from station_desk.casework import browse, daybook, history
from station_desk.casework.browse import MatterDetail, MatterRow, StepRow
from station_desk.casework.context import Actor, Desk
from station_desk.casework.history import FieldChange, HistoryRow
from station_desk.casework.verb_words import verb_label
from station_desk.domain import declare
from station_desk.domain.deadlines import Explanation, Remaining, Unit, remaining, term
from station_desk.domain.declare import Kind, Privacy, RecordId
from station_desk.domain.privacy import masked
from station_desk.domain.records import TYPES, Grid
from station_desk.domain.tracks import TRACKS, StepDecl
from station_desk.domain.vocabulary import ALL, CHANNELS
from station_desk.i18n import translate
from station_desk.ui import words
from station_desk.ui.pages import step_words
from station_desk.ui.widgets.stage_bar import Stage, StageState
from station_desk.ui.widgets.timeline import Happening

_NOT_SHOWN = frozenset(
    {"profile", "office", "owner", "matter", "after", "station", "signer", "about", "round"}
)


LONG_STAGE = 7
"""Letters from which a stage's name does not fit below its cell of the bar and stands elsewhere."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A matter with what its page shows round it. `others` are this visitor's other matters;
    `erasable`: this person may erase it for good."""

    detail: MatterDetail
    verbs: tuple[StepDecl, ...]
    why: Explanation | None
    near: Remaining | None
    others: tuple[MatterRow, ...]
    categories: tuple[str, ...]
    grids: tuple[tuple[RecordId, Grid], ...]
    paused: bool
    units: Mapping[RecordId, str] = field(default_factory=dict)
    erasable: bool = False


def read(desk: Desk, actor: Actor, matter: RecordId, today: date) -> Whole | None:
    """Everything about one matter; None where there is none of that id."""
    # What reads packages is needed by whoever looks at a matter, and not by the page's start.
    from station_desk.exchange.redaction import may

    found = browse.detail(desk, matter)
    if found is None:
        return None
    profile = desk.profile()
    office = browse.office(desk)
    why = browse.why_due(found)
    calendar = found.profile.calendar if found.profile else profile.calendar
    due = found.row.due_on
    edited = tuple(c.name or "" for _, c in office.categories)
    others: tuple[MatterRow, ...] = ()
    if found.visitor_id is not None:
        others = tuple(r for r in browse.visitor_matters(desk, found.visitor_id) if r.id != matter)
    return Whole(
        detail=found,
        verbs=daybook.verbs_of(actor, desk, found),
        why=why,
        near=remaining(today, due, calendar) if due is not None else None,
        others=others,
        categories=edited or tuple(c.name for c in profile.categories),
        grids=office.grids,
        paused=bool(found.course and found.course.pauses and found.course.pauses[-1].to is None),
        units={record: unit.name or "" for record, unit in office.units},
        erasable=may(desk, actor, matter),
    )


def stages(whole: Whole, today: date) -> list[Stage]:
    """The stage bar: each cell with the day it was passed, the current one, what is to come."""
    detail = whole.detail
    track = TRACKS[detail.row.track]
    course = detail.course
    at = track.stages[detail.row.stage].cell if detail.row.stage in track.stages else 0
    entered = course.entered if course is not None else {}
    out: list[Stage] = []
    for cell, label in enumerate(track.cells):
        state: StageState = "done" if cell < at else "current" if cell == at else "todo"
        second = words.stage_day(entered.get(cell), today) if cell < at else ""
        if cell == at:
            second = _now(detail, today)
        elif cell == at + 1 and detail.profile is not None and track.code == "issue" and at == 3:
            rule = detail.profile.clocks.get(track.answered_clock)
            if rule is not None:
                second = translate("matter", "within {term} of closure", term=term(rule))
        out.append(Stage(str(label), second, state))
    return out


def _now(detail: MatterDetail, today: date) -> str:
    signed = [row.signed_on for row in detail.assignments if row.live and row.signed_on]
    if signed and detail.row.stage == "handling":
        return translate("matter", "received {day}", day=words.day_words(max(signed), today))
    label = words.stage_label(detail.row)
    return label if len(label) < LONG_STAGE else ""


def reason(why: Explanation, today: date) -> str:
    """Why a matter is due on its day, in one line."""
    if why.rule.n == 0:
        return translate("matter", "{name}: the day itself", name=why.rule.label)
    parts = [
        translate("matter", "{term} from {day}", term=term(why.rule), day=words.day_words(why.start, today))
    ]
    if why.made_up:
        days = translate("deadlines", ", ").join(words.day_words(day, today) for day, _ in why.made_up)
        parts.append(translate("matter", "make-up days {days} counted", days=days))
    if why.holidays and why.rule.unit is Unit.WORKING_DAYS:
        parts.append(translate("matter", "{n} holidays not counted", n=len(why.holidays)))
    if why.pauses:
        parts.append(translate("matter", "paused"))
    if why.extension is not None and why.due.extended:
        parts.append(translate("matter", "extended"))
    if not why.pauses and why.extension is None:
        parts.append(translate("matter", "not paused, not extended"))
    return translate("matter", "; ").join(parts)


def _time(recorded: datetime, on: date | None) -> str:
    return f"{recorded:%H:%M}" if on == recorded.date() else ""


def happenings(whole: Whole, today: date) -> list[Happening]:
    """What was done, newest first, down to how the matter came in."""
    out = [_happening(whole, row, today) for row in whole.detail.steps]
    detail = whole.detail
    opened = detail.row.opened_on
    visit = detail.visit
    came = ""
    if visit is not None:
        who = words.person_words(detail.row)
        how = CHANNELS.label(visit.channel)
        received = "、".join(detail.receiving)
        came = translate("matter", "{who}, {how}", who=who, how=how)
        if received:
            came += translate("matter", "; received by {names}", names=received)
        if visit.recorder:
            came += translate("matter", "; recorded by {name}", name=visit.recorder)
    elif detail.signers:
        came = translate("matter", "Raised by {names}", names="、".join(s.name for s in detail.signers))
    time = f"{visit.began:%H:%M}" if visit is not None and visit.began is not None else ""
    out.append(
        Happening(
            words.day_words(opened, today),
            time,
            "message-square-text",
            translate("matter", "Registered"),
            came,
        )
    )
    return out


def _happening(whole_matter: Whole, row: StepRow, today: date) -> Happening:
    detail, step = whole_matter.detail, row.step
    verb = step.verb or ""
    declared = TRACKS[detail.row.track].steps.get(verb)
    parts = [row.unit or step_words.whom(detail, step, whole_matter.units)]
    if step.code:
        parts.append(step_words.code(verb, step.code, detail))
    if step.until is not None:
        parts.append(translate("matter", "until {day}", day=words.day_words(step.until, today)))
    text = "，".join(part for part in parts if part)
    said = step_words.said(detail, step)
    whole = "：".join(part for part in (text, said) if part)
    by = translate("matter", "(recorded by {name})", name=row.actor) if row.actor else ""
    whole = f"{whole}{by}" if whole else by
    if row.filed:
        whole = translate("matter", "It did not fit the stage and was filed. {said}", said=whole)
    elif row.odd:
        whole = translate("matter", "To be checked, it did not fit the stage. {said}", said=whole)
    if verb == "hand_over":
        charge = next((a for a in detail.assignments if a.id == step.assignment), None)
        role = ALL["assignment_role"].label(charge.assignment.role) if charge is not None else ""
        asked = (charge.assignment.request or "") if charge is not None else ""
        whole = translate("matter", "to {unit}, {role}", unit=row.unit, role=role) + (
            f"：{asked}" if asked else ""
        )
        whole += by
    icon = declared.icon if declared is not None else "circle-dot"
    if row.odd and not row.filed:
        icon = "circle-alert"
    return Happening(
        words.day_words(step.on, today),
        _time(row.recorded, step.on),
        icon,
        _verb_of(verb, detail.row.track),
        whole,
    )


def history_lines(desk: Desk, matter: RecordId) -> list[HistoryRow]:
    """The log of the matter, newest first."""
    return history.of_matter(desk, matter)


def history_happenings(rows: list[HistoryRow], track: str, today: date) -> list[Happening]:
    """Who did what when, each field before and after."""
    out = []
    for row in rows:
        at = row.author.at
        lines = [line for change in row.fields if (line := _change(change, track))]
        by = words.joined((row.author.actor, row.author.site))
        if row.received:
            by = words.joined((by, translate("matter", "came in a package")))
        if row.ahead:
            ahead = translate("matter", "the time is ahead of this computer's clock; compare the clocks")
            by = words.joined((by, ahead))
        text = "\n".join([by, *lines])
        out.append(
            Happening(
                words.day_words(at.date(), today),
                f"{at:%H:%M}",
                "circle-alert" if row.ahead else "history",
                _verb_of(row.author.verb, track),
                text,
            )
        )
    return out


def _verb_of(verb: str, track: str) -> str:
    """A commit's verb as this track calls it (an issue is 分办, a suggestion 交办)."""
    declared = TRACKS[track].steps.get(verb)
    return str(declared.done_label) if declared is not None else verb_label(verb)


def _change(change: FieldChange, track: str) -> str:
    cls = TYPES[change.type]
    declared = declare.fields_of(cls)[change.field]
    if change.aside:
        return translate(
            "matter", "{field}: {value}, set aside; another value, written at the same time, stands",
            field=declared.label, value=change.shown,
        )  # fmt: skip
    if change.field in _NOT_SHOWN or declared.privacy is Privacy.HIDDEN:
        return ""
    if declared.kind in (Kind.REF, Kind.REFS) or (
        change.before is None and change.after in (None, "", False)
    ):
        return ""
    after = _value(declared, change.after, change, track)
    if change.before is None:
        return f"{declared.label}：{after}"
    return f"{declared.label}：{_value(declared, change.before, change, track)} → {after}"


def _value(declared: declare.Declared, value: declare.Wire, change: FieldChange, track: str) -> str:
    if value is None or value == "":
        return translate("matter", "(empty)")
    if isinstance(value, bool):
        return translate("matter", "yes") if value else translate("matter", "no")
    if declared.codes and isinstance(value, str) and declared.codes in ALL:
        return ALL[declared.codes].label(value)
    if change.type == "step" and change.field == "verb" and isinstance(value, str):
        return _verb_of(value, track)
    return masked(declared.privacy, str(value))
