"""Whom to call today: everyone behind an issue that ended who has not been told, and what to tell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import Actor, Changed, Desk
from station_desk.casework.feedback import FeedbackEntry, tell
from station_desk.casework.handling import StepEntry, take
from station_desk.domain.deadlines import Explanation, explain
from station_desk.domain.declare import RecordId
from station_desk.domain.privacy import masked_name, masked_phone, shown_name
from station_desk.domain.records import Visitor
from station_desk.i18n import translate
from station_desk.store import calls as stored
from station_desk.store.calls import NO_ANSWER, Ended

__all__ = ["NO_ANSWER", "Call", "Caller", "calls", "cannot_tell", "grouped", "not_reached", "tell_all"]

LONGEST = 200
"""How much of a reply is read out; the whole of it stands in the record."""


@dataclass(frozen=True, slots=True)
class Call:
    """One person to be told about one issue.

    `person` is None where nobody was written down, `name` and `phone` are masked (`reveal.who` shows them in
    full and writes that down); `guardian`: the number is the guardian's, who is called for a child. `key` is
    the same for calls to one person. `why` says how the due day was counted; `tried`: calls nobody took.
    """

    matter: RecordId
    number: str
    title: str
    category: str
    station: str
    key: str
    person: RecordId | None
    name: str
    phone: str
    guardian: bool
    said: str
    suggestion: RecordId | None
    suggestion_words: str
    due_on: date | None
    late: bool
    why: Explanation | None
    tried: int
    urgent: bool
    sensitive: bool
    confidential: bool


@dataclass(frozen=True, slots=True)
class Caller:
    """One person with everything they are to be told: one call about several matters."""

    key: str
    name: str
    phone: str
    calls: tuple[Call, ...]


def calls(desk: Desk, today: date) -> tuple[Call, ...]:
    """Everyone to be told as things stand, the earliest due first, the urgent ones first of one day.

    Of a group each who spoke for it and has not been told. `late` is as of `today`.
    """
    with desk.reading() as connection:
        found = stored.ended(connection)
        people = stored.visitors(connection, (p for e in found for p in e.people))
        profile = desk.profile_in(connection)
    counted: dict[tuple[str, date | None], Explanation | None] = {}
    out: list[Call] = []
    for one in found:
        clock = (one.clock, one.clock_from)
        if clock not in counted:  # most fall due on the same few days
            rule = profile.clocks.get(one.clock)
            begun = one.clock_from
            counted[clock] = explain(rule, begun, profile.calendar) if rule and begun else None
        why = counted[clock]
        left = [p for p in one.people if p not in one.told and p in people]
        out.extend(_call(one, p, people[p], why, today) for p in left)
        if not one.people or (not left and not one.told):
            out.append(_call(one, None, Visitor(), why, today))
    return tuple(out)


def _call(
    one: Ended, person: RecordId | None, visitor: Visitor, why: Explanation | None, today: date
) -> Call:
    guarded = bool(visitor.minor and visitor.guardian)
    name = (visitor.guardian if guarded else visitor.name) or ""
    phone = (visitor.guardian_phone if guarded else visitor.phone) or ""
    same = "".join(c for c in phone if c.isdigit()) or (person or one.id).hex()
    behind = " ".join(w for w in (one.suggestion_number, one.suggestion_title) if w)
    return Call(
        matter=one.id, number=one.number, title=one.title, category=one.category, station=one.station,
        # Beside their other matters a person who asked not to be named would be known again.
        key=f"withheld:{same}" if one.confidential else same,
        person=person,
        name=shown_name(masked_name(name), one.confidential) if person is not None else "",
        phone=masked_phone(phone), guardian=guarded,
        said=one.said if len(one.said) <= LONGEST else one.said[: LONGEST - 1] + "…",
        suggestion=one.suggestion, suggestion_words=behind, due_on=one.due_on,
        late=one.due_on is not None and one.due_on < today, why=why,
        tried=one.tried.get(person, 0), urgent=one.urgent, sensitive=one.sensitive,
        confidential=one.confidential,
    )  # fmt: skip


def grouped(found: Sequence[Call]) -> tuple[Caller, ...]:
    """By person, in the order of each one's first call."""
    by_key: dict[str, list[Call]] = {}
    for call in found:
        by_key.setdefault(call.key, []).append(call)
    return tuple(
        Caller(key, group[0].name, next((c.phone for c in group if c.phone), ""), tuple(group))
        for key, group in by_key.items()
    )


def waiting(desk: Desk) -> int:
    """How many issues somebody is still to be told about."""
    with desk.reading() as connection:
        return stored.waiting(connection)


def tell_all(desk: Desk, actor: Actor, told: Sequence[tuple[Call, FeedbackEntry]]) -> Changed:
    """One call about several matters: each telling is recorded with its own matter.

    ValidationError and UserError as `feedback.tell`; what was recorded before the one refused stands.
    """
    changed = Changed()
    for call, entry in told:
        one = tell(desk, actor, call.matter, entry)
        changed.commits.extend(one.commits)
        changed.changes += one.changes
        changed.types.update(one.types)
        changed.matters.update(one.matters)
    return changed


def not_reached(desk: Desk, actor: Actor, call: Call, on: date) -> Changed:
    """Write down that the call was tried and nobody took it; the day it is due stands."""
    text = translate("calls", "Called, nobody answered.")
    return take(
        desk, actor, call.matter, "note", StepEntry(on=on, text=text, code=NO_ANSWER, about=call.person)
    )


def cannot_tell(desk: Desk, actor: Actor, call: Call, on: date, reason: str) -> Changed:
    """Close an issue whose visitor cannot be told (无法反馈), with the reason; it is not counted."""
    return take(desk, actor, call.matter, "cannot_tell", StepEntry(on=on, text=reason))
