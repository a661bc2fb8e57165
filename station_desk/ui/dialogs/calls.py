"""The use case behind each step, with the values of its dialog as they stand now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from station_desk.casework import (
    feedback,
    handling,
    honours,
    issues,
    motions,
    official,
    promises,
    replies,
    suggestions,
    verdicts,
)
from station_desk.casework.context import Actor, Changed, Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.tracks import Need, StepDecl
from station_desk.ui.dialogs.fields import StepFields
from station_desk.ui.session import Session

Call = Callable[[], Changed]


def call_of(session: Session, matter: RecordId, step: StepDecl, fields: StepFields) -> Call:
    """What saving does, to be run on the writer thread; the fields are read now."""
    desk, actor = session.desk, session.actor
    on = fields.day() or session.today()
    needs = set(step.needs)
    for need, make in _OF_NEED.items():
        if need in needs:
            return make(desk, actor, matter, on, fields)
    own = _OF_VERB.get(step.verb)
    if own is not None:
        return own(desk, actor, matter, on, fields)
    entry = handling.StepEntry(
        on=on,
        text=fields.text("text"),
        until=fields.day("until"),
        code=fields.choice("code"),
        assignment=fields.assignment(),
        about=fields.record("unit") if Need.UNIT in needs else None,
    )
    return lambda: handling.take(desk, actor, matter, step.verb, entry)


def _hand_over(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    charges = fields.units.charges() if fields.units is not None else ()
    request, number = fields.text("request"), fields.text("number")
    along = fields.ticked()
    if along:
        matters = (matter, *along)
        return lambda: handling.hand_over_together(
            desk, actor, matters, on, charges, request=request, number=number
        )
    return lambda: handling.hand_over(desk, actor, matter, on, charges, request=request, number=number)


def _reply(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    entry = replies.ReplyEntry(
        dated=on,
        text=fields.text("text"),
        number=fields.text("number"),
        reply_class=fields.choice("reply_class"),
        method=fields.choice("method"),
        unit=fields.record("unit"),
        assignment=fields.assignment(),
        contact=fields.text("contact"),
        phone=fields.text("phone"),
        signed_by=fields.text("signed_by"),
        promises=fields.promises.entries() if fields.promises is not None else (),
        also=fields.ticked(),
    )
    return lambda: replies.record(desk, actor, matter, entry)


def _tell(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    dissatisfied = fields.choice("verdict") == "dissatisfied"
    entry = feedback.FeedbackEntry(
        told_on=on,
        method=fields.choice("method"),
        by=fields.text("by"),
        text=fields.text("text"),
        verdict=fields.choice("verdict"),
        reason=fields.text("reason") if dissatisfied else "",
        visitor=fields.record("visitor"),
    )
    return lambda: feedback.tell(desk, actor, matter, entry)


def _consult(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    signer = fields.record("signer") or matter
    entry = verdicts.ConsultationEntry(
        returned_on=on,
        result=fields.choice("result"),
        attitude=fields.choice("attitude"),
        opinion=fields.text("opinion"),
    )
    return lambda: verdicts.consult(desk, actor, matter, signer, entry)


def _merge(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    into = fields.target or matter
    return lambda: issues.merge(desk, actor, matter, into, on)


def _number(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    number, session = fields.text("official_number"), fields.text("session")
    return lambda: official.give(desk, actor, matter, number, session, on)


def _sign(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    deputy = fields.record("deputy")
    return lambda: suggestions.countersign(desk, actor, matter, deputy, on)


def _remind(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    signers, text = fields.ticked(), fields.text("text")
    return lambda: verdicts.remind(desk, actor, matter, signers, on, text)


def _promise(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    entry = promises.PromiseEntry(fields.text("what"), fields.day("by") or on)
    reply = fields.record("reply")
    return lambda: promises.promise(desk, actor, matter, on, entry, reply)


def _keep(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    promised = fields.record("promise") or matter
    entry = promises.Judged(on=on, state=fields.choice("state"), proof=fields.text("text"))
    return lambda: promises.judge(desk, actor, matter, promised, entry)


def _supervise(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    entry = honours.SupervisionEntry(
        on=on,
        criterion=fields.choice("criterion"),
        decided_by=fields.text("decided_by"),
        led_by=fields.text("led_by"),
        note=fields.text("text"),
    )
    return lambda: honours.supervise(desk, actor, matter, entry)


def _nominate(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    kind, year = fields.choice("kind"), fields.text("year")
    entry = honours.HonourEntry(
        on=on,
        kind=kind,
        nominated_by=fields.text("nominated_by"),
        reason=fields.text("text"),
        unit=fields.record("unit") if kind == "handling" else None,
        year=int(year) if year.isdecimal() else None,
    )
    return lambda: honours.nominate(desk, actor, matter, entry)


def _choose(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    honour, chosen_by, text = fields.record("honour") or matter, fields.text("chosen_by"), fields.text("text")
    return lambda: honours.choose(desk, actor, matter, honour, on, chosen_by, text)


def _conclude(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    text = fields.text("text")
    return lambda: verdicts.conclude(desk, actor, matter, on, text)


def _meet(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    text = fields.text("text")
    return lambda: verdicts.meet(desk, actor, matter, on, text)


def _look_back(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    until, text, assignment = fields.day("until") or on, fields.text("text"), fields.record("assignment")
    return lambda: promises.look_back(desk, actor, matter, on, until, text, assignment)


def _unmerge(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    text = fields.text("text")
    return lambda: issues.unmerge(desk, actor, matter, on, text)


def _to_suggestion(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    text = fields.text("text")
    return lambda: motions.to_suggestion(desk, actor, matter, on, text).changed


def _verdict(desk: Desk, actor: Actor, matter: RecordId, on: date, fields: StepFields) -> Call:
    code, text = fields.choice("code"), fields.text("text")
    return lambda: feedback.judge(desk, actor, matter, on, code, text)


_Make = Callable[[Desk, Actor, RecordId, date, StepFields], Call]
_OF_NEED: dict[Need, _Make] = {
    Need.UNITS: _hand_over,
    Need.REPLY: _reply,
    Need.FEEDBACK: _tell,
    Need.CONSULTATION: _consult,
    Need.TARGET: _merge,
    Need.NUMBER: _number,
    Need.SIGN: _sign,
    Need.SIGNER: _remind,
    Need.PROMISE: _promise,
    Need.KEPT: _keep,
    Need.SUPERVISION: _supervise,
    Need.HONOUR: _nominate,
    Need.HONOURED: _choose,
}
_OF_VERB: dict[str, _Make] = {
    "conclude": _conclude,
    "meet": _meet,
    "look_back": _look_back,
    "unmerge": _unmerge,
    "to_suggestion": _to_suggestion,
    "verdict": _verdict,
}
