"""What the deputies say of the handling: asked, reminded, recorded round by round, and concluded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import Actor, Changed, Desk, Work, require, roles_of, standing
from station_desk.casework.handling import StepEntry, follow_merged, take_in
from station_desk.casework.suggestions import own_deputy
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Consultation, Step
from station_desk.domain.verdicts import Form, Round, round_of
from station_desk.domain.vocabulary import DEPUTY_VERDICTS, SiteRole
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store.detail import MatterDetail, SignerRow, load_matter
from station_desk.store.loading import load

__all__ = [
    "ConsultationEntry",
    "conclude",
    "consult",
    "left_out",
    "meet",
    "remind",
    "round_now",
    "withdraw_form",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationEntry:
    """One signer's returned form: attitude and result are codes of `deputy_verdict`, judged apart."""

    returned_on: date
    result: str
    attitude: str = ""
    opinion: str = ""


def round_now(detail: MatterDetail) -> Round:
    """How the present round of consultation stands; ids are those of the signers."""
    course = detail.course
    forms = {row.id: _forms(row) for row in detail.signers}
    return round_of(forms, course.turn if course else 1, course.turn_kind if course else "reply")


def left_out(detail: MatterDetail) -> tuple[SignerRow, ...]:
    """Signers whose form of the present round did not come back though they were reminded as often as the
    rules ask: they are left out of the rate, and shown (重庆2017第29条)."""
    course, profile = detail.course, detail.profile
    if course is None or profile is None:
        return ()
    needed = profile.limit("consult.reminders")
    waiting = round_now(detail).waiting
    return tuple(
        row for row in detail.signers if row.id in waiting and course.reminded.get(row.id, 0) >= needed
    )


def _forms(row: SignerRow) -> Sequence[Form]:
    return [Form(c.round or 1, c.result or "") for c in row.counting]


def consult(
    desk: Desk, actor: Actor, suggestion: RecordId, signer: RecordId, entry: ConsultationEntry
) -> Changed:
    """Record one signer's verdict in the present round. When everyone asked has answered and nobody is
    dissatisfied, the suggestion is concluded in the same commit (or its promises are tracked on), and the
    issues behind it are closed for feedback."""
    problems: list[Problem] = []
    if entry.result not in DEPUTY_VERDICTS.terms:
        problems.append(Problem("result", translate("suggestions", "Choose the verdict on the result.")))
    if entry.attitude and entry.attitude not in DEPUTY_VERDICTS.terms:
        problems.append(Problem("attitude", translate("suggestions", "Choose the verdict on the attitude.")))
    if entry.result == "dissatisfied" and not entry.opinion.strip():
        problems.append(Problem("opinion", translate("suggestions", "Write why the deputy is dissatisfied.")))
    if problems:
        raise ValidationError(problems)
    with desk.writing(actor, "consult") as work:
        now = standing(work, suggestion, "suggestion")
        require(work, now, "consult", entry.returned_on)
        detail = _detail(work, suggestion)
        course = detail.course
        turn, kind = (course.turn, course.turn_kind) if course is not None else (1, "reply")
        mine = next((row for row in detail.signers if row.id == signer), None)
        if mine is None:
            raise UserError(translate("suggestions", "Choose one of the deputies who signed."))
        if work.identity.role is SiteRole.DEPUTY and mine.signer.deputy != own_deputy(work):
            raise UserError(
                translate("verdicts", "At your own desk you give your own verdict; the others give theirs.")
            )
        if any(c.round == turn for _, c in mine.verdicts):
            raise UserError(
                translate("suggestions", "{name} has already given a verdict on this reply.", name=mine.name)
            )
        record = work.add(
            Consultation(
                matter=suggestion, signer=signer, round=turn, kind=kind, returned_on=entry.returned_on,
                attitude=entry.attitude or None, result=entry.result, opinion=entry.opinion.strip() or None,
            )
        )  # fmt: skip
        work.step(suggestion, "consult", entry.returned_on, about=record, code=entry.result)
        forms = {row.id: list(_forms(row)) for row in detail.signers}
        forms[signer].append(Form(turn, entry.result))
        concluding = now.track.steps["conclude"]
        # At a deputy's own desk the verdict goes back to the office, which then concludes.
        may = concluding.roles & roles_of(work.actor, work.identity, now.office, now.station)
        ends = now.stage in concluding.froms and bool(may)
        if ends and round_of(forms, turn, kind).over:
            work.step(suggestion, "conclude", entry.returned_on)
            close_issues(work, suggestion, now.number, entry.returned_on)
    return work.changed


def withdraw_form(desk: Desk, actor: Actor, form: RecordId, reason: str) -> Changed:
    """Take a form back that does not count, since another of the same signer and round does: the stage then
    follows from what counts. It stays in the history.

    ValidationError without a reason; UserError where it counts, or is another desk's to take back.
    """
    if not reason.strip():
        raise ValidationError(
            [Problem("reason", translate("verdicts", "Say in a sentence why it is taken back."))]
        )
    with desk.writing(actor, "withdraw_form", reason.strip()) as work:
        given = load(work.connection, Consultation, form)
        detail = _detail(work, given.matter) if given is not None and given.matter is not None else None
        if detail is None or not any(form in row.set_aside for row in detail.signers):
            raise UserError(translate("verdicts", "This form counts, or is taken back already. Refresh it."))
        now = standing(work, detail.row.id, "suggestion")
        mine = now.track.steps["consult"].roles & roles_of(actor, work.identity, now.office, now.station)
        if not mine or work.folded(Consultation, form).creator != work.identity.site:
            raise UserError(translate("verdicts", "Only the desk that recorded a form takes it back."))
        work.void(Consultation, form, reason.strip())
        for step in detail.steps:
            if step.step.verb == "consult" and step.step.about == form:
                work.void(Step, step.id, reason.strip())
    return work.changed


def remind(
    desk: Desk, actor: Actor, suggestion: RecordId, signers: Sequence[RecordId], on: date, text: str = ""
) -> Changed:
    """Record that deputies were reminded to return their forms."""
    with desk.writing(actor, "remind") as work:
        waiting = round_now(_detail(work, suggestion)).waiting
        for signer in signers:
            if signer not in waiting:
                raise UserError(
                    translate("verdicts", "This deputy's form has come back, or is not asked for now.")
                )
            take_in(work, suggestion, "remind", StepEntry(on=on, text=text, about=signer))
    return work.changed


def conclude(desk: Desk, actor: Actor, suggestion: RecordId, on: date, text: str) -> Changed:
    """Conclude though some forms are still out: their signers must have been reminded as often as the rules
    ask; they are then left out of the rate."""
    with desk.writing(actor, "conclude") as work:
        now = standing(work, suggestion, "suggestion")
        detail = _detail(work, suggestion)
        profile = detail.profile or work.profile()
        missing = set(round_now(detail).waiting) - {row.id for row in left_out(detail)}
        if missing:
            names = "、".join(row.name for row in detail.signers if row.id in missing)
            raise UserError(
                translate(
                    "verdicts",
                    "Not returned yet: {names}. Remind each of them ({n}×) before concluding without.",
                    names=names,
                    n=profile.limit("consult.reminders"),
                )
            )
        take_in(work, suggestion, "conclude", StepEntry(on=on, text=text))
        close_issues(work, suggestion, now.number, on)
    return work.changed


def meet(desk: Desk, actor: Actor, suggestion: RecordId, on: date, text: str) -> Changed:
    """Record the consultation meeting that settles what stayed in dispute (会商, 重庆2017)."""
    with desk.writing(actor, "meet") as work:
        now = standing(work, suggestion, "suggestion")
        take_in(work, suggestion, "meet", StepEntry(on=on, text=text))
        close_issues(work, suggestion, now.number, on)
    return work.changed


def close_issues(work: Work, suggestion: RecordId, number: str, on: date) -> None:
    """The issues behind a concluded suggestion, and what was merged into them, are closed, so that everyone
    who raised them is told."""
    rows = work.connection.exec_driver_sql(
        "SELECT m.id FROM link l JOIN matter m ON m.id = l.target"
        " WHERE l.source = ? AND l.kind = 'raised-from'"
        " AND l.void IS NULL AND m.stage = 'in_suggestion' AND m.void IS NULL ORDER BY m.n",
        (suggestion,),
    ).all()
    for (issue,) in rows:
        text = translate("suggestions", "Suggestion {number} is completed.", number=number)
        work.step(RecordId(issue), "finish", on, text=text, about=suggestion)
        follow_merged(work, standing(work, RecordId(issue)), on)


def _detail(work: Work, suggestion: RecordId) -> MatterDetail:
    detail = load_matter(work.connection, suggestion, work.profiles)
    if detail is None or detail.course is None:
        raise UserError(translate("suggestions", "This suggestion is no longer here. Refresh the list."))
    return detail
