"""What a step says of itself in a timeline: whom it concerns, its code as words, what was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from station_desk.casework.browse import MatterDetail
from station_desk.casework.calls import NO_ANSWER
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Step
from station_desk.domain.vocabulary import (
    CONSULTATION_KINDS,
    CONTACT_METHODS,
    DECISIONS,
    DEPUTY_VERDICTS,
    FEEDBACK_METHODS,
    HONOURS,
    PROMISE_STATES,
    SUPERVISION_CRITERIA,
    VERDICTS,
    Vocabulary,
)
from station_desk.i18n import translate
from station_desk.ui import words

_CODES: Mapping[str, Vocabulary] = {
    "verdict": VERDICTS,
    "consult": DEPUTY_VERDICTS,
    "keep": PROMISE_STATES,
    "contact": CONTACT_METHODS,
    "coordinate": CONTACT_METHODS,
    "decide": DECISIONS,
    "nominate": HONOURS,
    "choose": HONOURS,
}


def code(verb: str, given: str, detail: MatterDetail) -> str:
    """A step's code in words; one of a newer program shows as itself."""
    known = _CODES.get(verb)
    if known is not None:
        return known.label(given)
    if verb == "refuse" and detail.profile is not None and given in detail.profile.doors:
        return str(detail.profile.doors[given].label)
    if verb in ("reply", "reply_written"):
        return translate("matter", "class {code}", code=given)
    if verb == "return" and given == "late":
        return translate("matter", "late")
    if verb == "note" and given == NO_ANSWER:
        return translate("matter", "not reached")
    if verb == "submit" and given == "session":
        return translate("matter", "at the session")
    return given


def whom(detail: MatterDetail, step: Step, units: Mapping[RecordId, str]) -> str:
    """Who a step is about, where it is not a unit's charge: a deputy, a unit, a person told."""
    about = step.about
    if about is None:
        return ""
    if about in units:
        return units[about]
    for row in detail.signers:
        if row.id == about or any(record == about for record, _ in row.verdicts):
            return row.name
    for promised in detail.promises:
        if promised.id == about:
            return promised.unit
    for record, _, unit in detail.honours:
        if record == about:
            return unit
    people = dict(detail.others)
    if detail.others and detail.visitor_id is not None and detail.visitor is not None:
        people[detail.visitor_id] = detail.visitor
    told = next((f.visitor for record, f in detail.feedback if record == about), None)
    return (people[told].name or "") if told in people else ""


def said(detail: MatterDetail, step: Step) -> str:
    """What was written down with a step: its own words, and those of the record it made."""
    return "，".join(dict.fromkeys(part for part in (*_of_record(detail, step), step.text or "") if part))


def _of_record(detail: MatterDetail, step: Step) -> Iterator[str]:
    about = step.about
    if about is None:
        return
    for record, reply, _ in detail.replies:
        if record == about:
            yield reply.number or ""
            yield reply.text or ""
    for record, told in detail.feedback:
        if record == about:
            yield FEEDBACK_METHODS.label(told.method)
            yield VERDICTS.label(told.verdict)
            yield told.text or ""
            yield told.reason or ""
    for signer in detail.signers:
        for record, given in signer.verdicts:
            if record == about:
                yield from _of_form(given.round or 1, given.kind, given.attitude, given.opinion)
    for promised in detail.promises:
        if promised.id == about:
            yield promised.promise.what or ""
    if step.verb == "supervise" and detail.supervision is not None:
        yield SUPERVISION_CRITERIA.label(detail.supervision.criterion)
        yield detail.supervision.decided_by or ""
    if step.verb == "choose":
        for record, honour, _ in detail.honours:
            if record == about:
                yield honour.chosen_by or ""
    for link in detail.links:
        if link.other == about and link.matter is not None:
            yield words.joined((words.shown_number(link.matter), link.matter.title))


def _of_form(turn: int, kind: str | None, attitude: str | None, opinion: str | None) -> Iterator[str]:
    if turn > 1:
        yield CONSULTATION_KINDS.label(kind)
    if attitude:
        yield translate("matter", "attitude {verdict}", verdict=DEPUTY_VERDICTS.label(attitude))
    yield opinion or ""
