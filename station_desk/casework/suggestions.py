"""A deputy's suggestion: raised from issues or alone, signed, submitted, numbered, and judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import (
    Actor,
    Changed,
    Desk,
    Work,
    require,
    require_authority,
    roles_of,
    standing,
)
from station_desk.casework.handling import StepEntry, take_in
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Consultation, Link, Signer, Suggestion
from station_desk.domain.vocabulary import DEPUTY_VERDICTS, Role
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store import numbers
from station_desk.store.detail import load_matter


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionEntry:
    """The official sheet's fields (建议专用纸). `deputies`: the first leads, the others join."""

    title: str
    text: str
    deputies: tuple[RecordId, ...]
    opened_on: date
    category: str = ""
    place: str = ""
    session: str = ""
    at_session: bool = False
    consent: str = "full"
    formed_by: str = ""
    years_running: str = ""
    wants_contact: bool = False
    reference_only: bool = False
    proposed_units: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationEntry:
    """One signer's returned form: attitude and result are codes of `deputy_verdict`."""

    returned_on: date
    result: str
    attitude: str = ""
    opinion: str = ""


@dataclass(frozen=True, slots=True)
class Raised:
    """The suggestion made, with its provisional number."""

    id: RecordId
    number: str
    changed: Changed


def title_for(issue: str) -> str:
    """The usual title of a suggestion on an issue: official papers are Chinese whatever the screen shows."""
    return f"关于{issue}的建议"[:200]


def raise_from(desk: Desk, actor: Actor, issues: Sequence[RecordId], entry: SuggestionEntry) -> Raised:
    """Raise a suggestion from one or many issues, or alone (`issues` empty). One commit."""
    with desk.writing(actor, "raise_suggestion") as work:
        for issue in issues:
            require(work, standing(work, issue, "issue"), "raise", entry.opened_on)
        suggestion, number = raise_in(work, issues, entry)
    return Raised(suggestion, number, work.changed)


def raise_in(
    work: Work, issues: Sequence[RecordId], entry: SuggestionEntry, *, fresh: bool = False
) -> tuple[RecordId, str]:
    """As `raise_from`, inside a piece of work already begun."""
    if not entry.deputies:
        raise ValidationError(
            [Problem("deputies", translate("suggestions", "Choose the deputy who raises it."))]
        )
    site = work.identity.site
    prefix = f"{site}-{entry.opened_on.year}-J"
    number = f"{prefix}{numbers.last(work.connection, 'matter', prefix) + 1 + _pending(work):04d}"
    suggestion = work.add(
        Suggestion(
            number=number, title=entry.title.strip() or None, text=entry.text.strip() or None,
            category=entry.category or None, place=entry.place or None, station=site, owner=site,
            opened_on=entry.opened_on, profile=work.profile().version, session=entry.session or None,
            at_session=entry.at_session, consent=entry.consent or None, formed_by=entry.formed_by or None,
            years_running=entry.years_running or None, wants_contact=entry.wants_contact,
            reference_only=entry.reference_only, proposed_units=entry.proposed_units or None,
        )
    )  # fmt: skip
    for rank, deputy in enumerate(dict.fromkeys(entry.deputies)):
        work.add(Signer(matter=suggestion, deputy=deputy, role="joint" if rank else "lead", rank=rank))
    for issue in issues:
        work.add(Link(kind="raised-from", source=suggestion, target=issue))
        work.step(issue, "raise", entry.opened_on, about=suggestion, fresh=fresh)
    return suggestion, number


def _pending(work: Work) -> int:
    """Suggestions already begun in this very piece of work."""
    return work.pending("suggestion")


def revise(desk: Desk, actor: Actor, suggestion: RecordId, entry: SuggestionEntry) -> Changed:
    """Change a draft's sheet and its signers. UserError once it has been submitted."""
    with desk.writing(actor, "revise_suggestion") as work:
        now = standing(work, suggestion, "suggestion")
        if now.stage not in ("draft", "checked"):
            raise UserError(
                translate(
                    "suggestions", "It has been submitted: the text is fixed. Ask the office to send it back."
                )
            )
        require_authority(work, Suggestion, suggestion, "consent")
        work.update(
            Suggestion, suggestion,
            title=entry.title.strip() or None, text=entry.text.strip() or None,
            category=entry.category or None, place=entry.place or None, session=entry.session or None,
            at_session=entry.at_session,
            consent=entry.consent or None, formed_by=entry.formed_by or None,
            years_running=entry.years_running or None, wants_contact=entry.wants_contact,
            reference_only=entry.reference_only, proposed_units=entry.proposed_units or None,
        )  # fmt: skip
        _resign(work, suggestion, entry.deputies)
    return work.changed


def _resign(work: Work, suggestion: RecordId, deputies: Sequence[RecordId]) -> None:
    if not deputies:
        raise ValidationError(
            [Problem("deputies", translate("suggestions", "Choose the deputy who raises it."))]
        )
    rows = work.connection.exec_driver_sql(
        "SELECT id, deputy FROM signer WHERE matter = ? AND void IS NULL", (suggestion,)
    ).all()
    kept = {RecordId(deputy): RecordId(record) for record, deputy in rows}
    wanted = list(dict.fromkeys(deputies))
    for deputy, record in kept.items():
        if deputy not in wanted:
            work.void(Signer, record, translate("suggestions", "Taken off the sheet before submission"))
    for rank, deputy in enumerate(wanted):
        role = "joint" if rank else "lead"
        if deputy in kept:
            work.update(Signer, kept[deputy], role=role, rank=rank)
        else:
            work.add(Signer(matter=suggestion, deputy=deputy, role=role, rank=rank))


def give_number(desk: Desk, actor: Actor, suggestion: RecordId, number: str, session: str) -> Changed:
    """Give the official number (第×号 or 2026闭-007) and session; for the congress office."""
    if not number.strip():
        raise ValidationError(
            [Problem("official_number", translate("suggestions", "Enter the official number."))]
        )
    with desk.writing(actor, "number_suggestion") as work:
        now = standing(work, suggestion, "suggestion")
        if Role.OFFICE not in roles_of(actor, work.identity, now.office):
            raise UserError(
                translate(
                    "suggestions",
                    "The congress office ({office}) gives the official number.",
                    office=now.office,
                )
            )
        work.update(Suggestion, suggestion, official_number=number.strip())
        if session.strip():
            work.update(Suggestion, suggestion, session=session.strip())
    return work.changed


def next_official_number(work_year: int, given: int) -> str:
    """The usual form of an inter-session number, e.g. 2026闭-007."""
    return f"{work_year}闭-{given + 1:03d}"


def consult(
    desk: Desk, actor: Actor, suggestion: RecordId, signer: RecordId, entry: ConsultationEntry
) -> Changed:
    """Record one signer's verdict on the reply. When every signer has answered and none is dissatisfied,
    the suggestion is concluded in the same commit, and the issues behind it are closed for feedback."""
    problems: list[Problem] = []
    if entry.result not in DEPUTY_VERDICTS.terms:
        problems.append(Problem("result", translate("suggestions", "Choose the verdict on the result.")))
    if problems:
        raise ValidationError(problems)
    with desk.writing(actor, "consult") as work:
        now = standing(work, suggestion, "suggestion")
        require(work, now, "consult", entry.returned_on)
        detail = load_matter(work.connection, suggestion, work.profiles)
        if detail is None or detail.course is None:
            raise UserError(translate("suggestions", "This suggestion is no longer here. Refresh the list."))
        turn = detail.course.redone + 1
        mine = next((row for row in detail.signers if row.id == signer), None)
        if mine is None:
            raise UserError(translate("suggestions", "Choose one of the deputies who signed."))
        if any(c.round == turn for _, c in mine.verdicts):
            raise UserError(
                translate("suggestions", "{name} has already given a verdict on this reply.", name=mine.name)
            )
        record = work.add(
            Consultation(
                matter=suggestion, signer=signer, round=turn, returned_on=entry.returned_on,
                attitude=entry.attitude or None, result=entry.result, opinion=entry.opinion.strip() or None,
            )
        )  # fmt: skip
        work.step(suggestion, "consult", entry.returned_on, about=record, code=entry.result)
        results = [
            next((c.result for _, c in row.verdicts if c.round == turn), None)
            for row in detail.signers
            if row.id != signer
        ]
        if None not in results and "dissatisfied" not in [*results, entry.result]:
            work.step(suggestion, "conclude", entry.returned_on)
            _close_issues(work, suggestion, now.number, entry.returned_on)
    return work.changed


def conclude(desk: Desk, actor: Actor, suggestion: RecordId, on: date, text: str) -> Changed:
    """Conclude without every form (forms not returned after reminders are left out of the rate)."""
    with desk.writing(actor, "conclude") as work:
        now = standing(work, suggestion, "suggestion")
        take_in(work, suggestion, "conclude", StepEntry(on=on, text=text))
        _close_issues(work, suggestion, now.number, on)
    return work.changed


def _close_issues(work: Work, suggestion: RecordId, number: str, on: date) -> None:
    """The issues a concluded suggestion came from are closed, so that their visitors are told."""
    rows = work.connection.exec_driver_sql(
        "SELECT m.id FROM link l JOIN matter m ON m.id = l.target"
        " WHERE l.source = ? AND l.kind = 'raised-from'"
        " AND l.void IS NULL AND m.stage = 'in_suggestion' AND m.void IS NULL",
        (suggestion,),
    ).all()
    for (issue,) in rows:
        text = translate("suggestions", "Suggestion {number} is completed.", number=number)
        work.step(RecordId(issue), "finish", on, text=text, about=suggestion)
