"""Key supervision, and what is nominated and chosen as excellent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import Actor, Changed, Desk, require, standing
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Honour, Supervision
from station_desk.domain.vocabulary import HONOURS, SUPERVISION_CRITERIA
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store.detail import load_matter

__all__ = ["HonourEntry", "SupervisionEntry", "choose", "nominate", "supervise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionEntry:
    """By which criterion (a code of `supervision_criterion`), decided by whom, led by whom."""

    on: date
    criterion: str
    decided_by: str
    led_by: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HonourEntry:
    """What is nominated: `kind` is a code of `honour`; `unit` for excellent handling."""

    on: date
    kind: str
    nominated_by: str = ""
    reason: str = ""
    unit: RecordId | None = None
    year: int | None = None


def supervise(desk: Desk, actor: Actor, suggestion: RecordId, entry: SupervisionEntry) -> Changed:
    """Put a suggestion under key supervision, as the chairpersons' meeting decided (代表法 art. 52)."""
    problems = []
    if entry.criterion not in SUPERVISION_CRITERIA.terms:
        problems.append(Problem("criterion", translate("honours", "Choose by which criterion.")))
    if not entry.decided_by.strip():
        problems.append(Problem("decided_by", translate("honours", "Say which meeting or body decided it.")))
    if not entry.led_by.strip():
        problems.append(Problem("led_by", translate("honours", "Name who leads the supervision.")))
    if problems:
        raise ValidationError(problems)
    with desk.writing(actor, "supervise") as work:
        require(work, standing(work, suggestion, "suggestion"), "supervise", entry.on)
        record = work.add(
            Supervision(
                matter=suggestion, criterion=entry.criterion, decided_by=entry.decided_by.strip(),
                decided_on=entry.on, led_by=entry.led_by.strip(), note=entry.note.strip() or None,
            )
        )  # fmt: skip
        work.step(suggestion, "supervise", entry.on, about=record, text=entry.led_by.strip())
    return work.changed


def nominate(desk: Desk, actor: Actor, suggestion: RecordId, entry: HonourEntry) -> Changed:
    """Nominate a suggestion, a golden idea, or a unit's handling of it."""
    problems = []
    if entry.kind not in HONOURS.terms:
        problems.append(Problem("kind", translate("honours", "Choose what is nominated.")))
    if entry.kind == "handling" and entry.unit is None:
        problems.append(Problem("unit", translate("honours", "Choose the unit whose handling is nominated.")))
    if not entry.reason.strip():
        problems.append(Problem("text", translate("honours", "Write in a sentence why.")))
    if problems:
        raise ValidationError(problems)
    year = entry.year or entry.on.year
    with desk.writing(actor, "nominate") as work:
        require(work, standing(work, suggestion, "suggestion"), "nominate", entry.on)
        detail = load_matter(work.connection, suggestion, work.profiles)
        for _, known, _unit in detail.honours if detail is not None else ():
            if (known.kind, known.year, known.unit) == (entry.kind, year, entry.unit):
                raise UserError(translate("honours", "This is nominated already for {year}.", year=year))
        record = work.add(
            Honour(
                matter=suggestion, kind=entry.kind, unit=entry.unit, year=year,
                nominated_by=entry.nominated_by.strip() or actor.name, nominated_on=entry.on,
                reason=entry.reason.strip(),
            )
        )  # fmt: skip
        work.step(suggestion, "nominate", entry.on, about=record, code=entry.kind, text=entry.reason.strip())
    return work.changed


def choose(
    desk: Desk, actor: Actor, suggestion: RecordId, honour: RecordId, on: date, chosen_by: str, text: str = ""
) -> Changed:
    """Record that a nomination was chosen, by which body."""
    if not chosen_by.strip():
        raise ValidationError([Problem("chosen_by", translate("honours", "Say which body chose it."))])
    with desk.writing(actor, "choose") as work:
        require(work, standing(work, suggestion, "suggestion"), "choose", on)
        detail = load_matter(work.connection, suggestion, work.profiles)
        found = next((h for i, h, _ in detail.honours if i == honour), None) if detail is not None else None
        if found is None:
            raise UserError(translate("honours", "Choose one of the nominations."))
        if found.chosen_on is not None:
            raise UserError(translate("honours", "This nomination is chosen already."))
        work.update(Honour, honour, chosen_on=on, chosen_by=chosen_by.strip())
        work.step(suggestion, "choose", on, about=honour, code=found.kind, text=text.strip())
    return work.changed
