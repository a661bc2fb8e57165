"""Steps along a track: receipt, urging, extension, return, hand-over to units, replies, closure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework import bounds
from station_desk.casework.context import Actor, Changed, Desk, Standing, Work, require, standing
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Assignment, Link
from station_desk.domain.tracks import ASSIGNMENT, Need
from station_desk.domain.tracks.assignment import NEEDS_UNIT
from station_desk.domain.vocabulary import CONTACT_METHODS, DECISIONS, VERDICTS
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store.commits import in_conflict
from station_desk.store.detail import load_matter
from station_desk.store.disputes import is_in_conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEntry:
    """What a person fills in for a step. `code` is a verdict, a door's key, a way of contact or a decision;
    `assignment` one charge; `about` a unit spoken with, or the signer reminded."""

    on: date
    text: str = ""
    until: date | None = None
    code: str = ""
    assignment: RecordId | None = None
    about: RecordId | None = None


@dataclass(frozen=True, slots=True)
class UnitCharge:
    """A unit and how it takes part: `lead`, `co` or `separate`."""

    unit: RecordId
    role: str


_OF_THEIR_OWN = frozenset(
    {
        Need.UNITS, Need.REPLY, Need.FEEDBACK, Need.TARGET, Need.CONSULTATION, Need.SUGGESTION, Need.NUMBER,
        Need.SIGN, Need.PROMISE, Need.KEPT, Need.SUPERVISION, Need.HONOUR, Need.HONOURED,
    }
)  # fmt: skip
"""What a step cannot do without a record beside it; `take` is for the others."""


def take(desk: Desk, actor: Actor, matter: RecordId, verb: str, entry: StepEntry) -> Changed:
    """Take a step that asks for no record of its own (sign, urge, extend, return, finish, verdict …).

    ValidationError names what is missing; UserError where the step is not possible now.
    """
    with desk.writing(actor, verb) as work:
        take_in(work, matter, verb, entry)
    return work.changed


def take_in(work: Work, matter: RecordId, verb: str, entry: StepEntry) -> RecordId:
    """As `take`, inside a piece of work already begun; returns the step's id."""
    now = standing(work, matter)
    declared = require(work, now, verb, entry.on)
    if not _OF_THEIR_OWN.isdisjoint(declared.needs):
        raise UserError(translate("handling", "“{step}” has its own form. Use that.", step=declared.label))
    problems: list[Problem] = []
    if Need.REASON in declared.needs and not entry.text.strip():
        problems.append(Problem("text", translate("handling", "Say in a sentence what was done or why.")))
    if Need.UNTIL in declared.needs:
        if entry.until is None:
            problems.append(Problem("until", translate("handling", "Give the new day it is due.")))
        elif entry.until <= entry.on:
            problems.append(
                Problem("until", translate("handling", "The new day must lie after today's step."))
            )
    if Need.VERDICT in declared.needs and entry.code not in VERDICTS.terms:
        problems.append(Problem("code", translate("handling", "Choose the visitor's verdict.")))
    if Need.DOOR in declared.needs and not entry.code:
        problems.append(Problem("code", translate("handling", "Choose where this matter belongs.")))
    if Need.CONTACT in declared.needs and entry.code and entry.code not in CONTACT_METHODS.terms:
        problems.append(Problem("code", translate("handling", "Choose how they were in contact.")))
    if Need.DECISION in declared.needs and entry.code not in DECISIONS.terms:
        problems.append(Problem("code", translate("handling", "Choose what the meeting decided.")))
    if Need.SIGNER in declared.needs and entry.about is None:
        problems.append(Problem("signer", translate("handling", "Choose one of the deputies who signed.")))
    if problems:
        raise ValidationError(problems)
    assignment = entry.assignment  # redo and look back may name one unit
    if declared.on_assignment:
        assignment = charge_for(work, now, verb, entry.assignment)
    bounds.check_step(work, now, verb, entry.until, assignment)
    step = work.step(
        matter, verb, entry.on, assignment=assignment, text=entry.text.strip(), until=entry.until,
        code=entry.code or bounds.code_of(work, now, verb, entry.on, assignment) or None, about=entry.about,
    )  # fmt: skip
    if declared.to in ("done", "told") or declared.verb == "finish":
        follow_merged(work, now, entry.on)
    return step


def follow_merged(work: Work, now: Standing, on: date) -> None:
    """What was merged into an issue is closed with it, so that everyone behind it is told (一并反馈)."""
    if now.track.code != "issue":
        return
    rows = work.connection.exec_driver_sql(
        "SELECT m.id FROM link l JOIN matter m ON m.id = l.source WHERE l.target = ? AND l.void IS NULL"
        " AND l.kind = 'merged-into' AND m.stage = 'merged' AND m.void IS NULL ORDER BY m.n",
        (now.id,),
    ).all()
    for (other,) in rows:
        text = translate("handling", "Closed with {number}, into which it was merged.", number=now.number)
        work.step(RecordId(other), "follow", on, text=text, about=now.id)


def charge_for(work: Work, now: Standing, verb: str, named: RecordId | None) -> RecordId | None:
    """The assignment that `verb` is for: the named one, else the only one it is possible on.

    None where no unit has the matter and the station itself may do it. UserError where it is not possible
    on the named one, where several are open and none is named, or where it needs a unit and none has it.
    """
    detail = load_matter(work.connection, now.id, work.profiles)
    charges = detail.course.charges if detail is not None and detail.course is not None else {}
    possible = [r for r, charge in charges.items() if ASSIGNMENT.possible(verb, charge.state, charge.role)]
    if named is not None and named in possible:
        return named
    step = now.track.steps[verb].label
    if named is not None:
        raise UserError(translate("handling", "“{step}” is not possible for this unit now.", step=step))
    if len(possible) > 1:
        raise UserError(
            translate("handling", "Several units have this matter. Choose which one this step is for.")
        )
    if not possible and verb in NEEDS_UNIT:
        raise UserError(translate("handling", "“{step}” is not possible for this unit now.", step=step))
    return possible[0] if possible else None


def hand_over(
    desk: Desk,
    actor: Actor,
    matter: RecordId,
    on: date,
    units: Sequence[UnitCharge],
    *,
    request: str = "",
    number: str = "",
) -> Changed:
    """Hand a matter to its lead and co-units, or to several units separately (会同办理, 分别办理)."""
    with desk.writing(actor, "hand_over") as work:
        hand_over_in(work, matter, on, units, request=request, number=number)
    return work.changed


def hand_over_in(
    work: Work,
    matter: RecordId,
    on: date,
    units: Sequence[UnitCharge],
    *,
    request: str = "",
    number: str = "",
    now: Standing | None = None,
    fresh: bool = False,
) -> list[RecordId]:
    """As `hand_over`, inside a piece of work already begun; returns the assignments' ids."""
    if now is None:
        now = standing(work, matter)
        require(work, now, "hand_over", on)
    if not fresh and is_in_conflict(work.connection, matter):
        raise UserError(in_conflict())
    answering = [charge for charge in units if charge.role != "co"]
    if not answering:
        raise ValidationError(
            [Problem("unit", translate("handling", "Choose the unit that is to handle it."))]
        )
    if len({charge.unit for charge in units}) < len(units):
        raise ValidationError([Problem("unit", translate("handling", "The same unit is named twice."))])
    if sum(charge.role == "lead" for charge in units) > 1:
        raise ValidationError(
            [
                Problem(
                    "unit",
                    translate(
                        "handling", "Only one unit can lead; let the others co-handle or answer apart."
                    ),
                )
            ]
        )
    out: list[RecordId] = []
    for charge in units:
        assignment = work.add(
            Assignment(
                matter=matter, unit=charge.unit, role=charge.role, handed_on=on, request=request or None,
                number=number or None, handed_by=work.actor.name,
            )
        )  # fmt: skip
        work.step(matter, "hand_over", on, assignment=assignment, fresh=fresh)
        out.append(assignment)
    return out


def hand_over_together(
    desk: Desk,
    actor: Actor,
    matters: Sequence[RecordId],
    on: date,
    units: Sequence[UnitCharge],
    *,
    request: str = "",
    number: str = "",
) -> Changed:
    """Hand several suggestions of the same content over to the same units (并案办理). They are tied to the
    first, stay numbered, and are answered one by one. One commit: all of them or none."""
    wanted = list(dict.fromkeys(matters))
    if len(wanted) < 2:
        raise UserError(translate("handling", "Choose at least two suggestions to be handled together."))
    with desk.writing(actor, "hand_over") as work:
        known = together(work, wanted[0])
        for place, matter in enumerate(wanted):
            if standing(work, matter).track.code != "suggestion":
                raise UserError(translate("handling", "Only suggestions are handled together."))
            hand_over_in(work, matter, on, units, request=request, number=number)
            if place and matter not in known:
                work.add(Link(kind="together", source=wanted[0], target=matter))
    return work.changed


def together(work: Work, matter: RecordId) -> set[RecordId]:
    """The suggestions that a suggestion is handled together with."""
    rows = work.connection.exec_driver_sql(
        "SELECT source, target FROM link WHERE kind = 'together' AND void IS NULL AND ? IN (source, target)",
        (matter,),
    )
    return {RecordId(end) for row in rows for end in row} - {matter}


def note(desk: Desk, actor: Actor, matter: RecordId, text: str, on: date) -> Changed:
    """Write one line into a matter's record of handling."""
    return take(desk, actor, matter, "note", StepEntry(on=on, text=text))
