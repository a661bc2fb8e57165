"""A unit's written answer: a suggestion's reply, a co-opinion, a report, a letter that closes an issue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from station_desk.casework.context import Actor, Changed, Desk, Standing, Work, require, standing
from station_desk.casework.handling import charge_for, follow_merged, together
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Link, Promise, Reply
from station_desk.domain.tracks import ASSIGNMENT
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store.detail import load_matter


@dataclass(frozen=True, slots=True)
class PromiseEntry:
    """What a unit promises in its reply, and by when."""

    what: str
    by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyEntry:
    """A unit's answer as it was written. `reply_class` is a letter of the profile's class scheme.

    `also` are other suggestions that the same letter answers, each of which the same unit must have.
    """

    dated: date
    text: str
    number: str = ""
    reply_class: str = ""
    method: str = ""
    unit: RecordId | None = None
    assignment: RecordId | None = None
    contact: str = ""
    phone: str = ""
    signed_by: str = ""
    promises: tuple[PromiseEntry, ...] = ()
    also: tuple[RecordId, ...] = ()


def record(desk: Desk, actor: Actor, matter: RecordId, entry: ReplyEntry) -> Changed:
    """Record a unit's answer with its promises, on every matter the letter answers. One commit.

    ValidationError names what is missing; UserError where a matter does not wait for this unit's answer.
    """
    with desk.writing(actor, "record_reply") as work:
        first = record_in(work, matter, entry, None)
        for other in dict.fromkeys(entry.also):
            if other != matter:
                unit = _unit_of(work, first)
                named = _charge_of_unit(work, other, unit)
                record_in(work, other, replace(entry, assignment=named, unit=unit, also=()), first)
                if other not in together(work, matter):
                    work.add(Link(kind="together", source=matter, target=other))
    return work.changed


def _verb_for(work: Work, now: Standing, named: RecordId | None) -> str:
    """`opinion` where the charge named, or the only one that can still answer, is a co-unit's."""
    if now.track.code == "issue":
        return "reply_written"
    detail = load_matter(work.connection, now.id, work.profiles)
    charges = detail.course.charges if detail is not None and detail.course is not None else {}
    if named is not None and named in charges:
        return "opinion" if charges[named].role == "co" else "reply"
    answering = [c for c in charges.values() if ASSIGNMENT.possible("reply", c.state, c.role)]
    giving = [c for c in charges.values() if ASSIGNMENT.possible("opinion", c.state, c.role)]
    return "opinion" if giving and not answering else "reply"


def record_in(work: Work, matter: RecordId, entry: ReplyEntry, letter: RecordId | None = None) -> RecordId:
    """As `record` for one matter, inside work already begun; `letter` is the reply that came first."""
    now = standing(work, matter)
    verb = _verb_for(work, now, entry.assignment)
    require(work, now, verb, entry.dated)
    answers = verb != "reply_written"
    assignment = charge_for(work, now, verb, entry.assignment) if answers else entry.assignment
    if assignment is None and entry.unit is None:
        assignment = _only_live(work, now)  # a letter about an issue that one unit has is that unit's
    kind = "opinion" if verb == "opinion" else "report" if now.track.code == "motion" else "reply"
    profile = work.profile()
    scheme = profile.class_schemes[profile.class_scheme]
    problems: list[Problem] = []
    if not entry.text.strip():
        problems.append(Problem("text", translate("handling", "Enter the text of the reply.")))
    classed = verb == "reply" and kind == "reply"
    if (classed or entry.reply_class) and entry.reply_class not in {g.code for g in scheme.grades}:
        problems.append(Problem("reply_class", translate("handling", "Choose the class of the reply.")))
    problems += _wrong_promises(entry)
    if problems:
        raise ValidationError(problems)
    if entry.promises and not classed:
        raise UserError(translate("replies", "Promises belong to a suggestion's reply. Leave them out here."))
    unit = entry.unit or _unit_of_charge(work, assignment)
    reply = work.add(
        Reply(
            matter=matter, assignment=assignment, unit=unit, kind=kind, number=entry.number or None,
            dated=entry.dated, scheme=scheme.key if entry.reply_class else None,
            reply_class=entry.reply_class or None, method=entry.method or None, text=entry.text.strip(),
            contact=entry.contact or None, phone=entry.phone or None, signed_by=entry.signed_by or None,
            letter=letter,
        )
    )  # fmt: skip
    work.step(
        matter, verb, entry.dated, assignment=assignment if answers else None, about=reply,
        code=entry.reply_class or None,
    )  # fmt: skip
    for promised in entry.promises:
        promise_in(work, matter, promised, entry.dated, reply, unit)
    if verb == "reply_written":
        follow_merged(work, now, entry.dated)
    return reply


def promise_in(
    work: Work,
    matter: RecordId,
    entry: PromiseEntry,
    on: date,
    reply: RecordId | None,
    unit: RecordId | None,
) -> RecordId:
    """Record one promise, and the step that starts its tracking, inside work already begun."""
    promise = work.add(Promise(matter=matter, reply=reply, unit=unit, what=entry.what.strip(), by=entry.by))
    work.step(matter, "promise", on, about=promise, until=entry.by, text=entry.what.strip()[:200])
    return promise


def _wrong_promises(entry: ReplyEntry) -> list[Problem]:
    found: list[Problem] = []
    for promised in entry.promises:
        if not promised.what.strip():
            found.append(Problem("promises", translate("replies", "Say what is promised.")))
        elif promised.by < entry.dated:
            found.append(
                Problem(
                    "promises",
                    translate("replies", "A promise must be due after the reply: {day}.", day=promised.by),
                )
            )
    return found


def _unit_of_charge(work: Work, assignment: RecordId | None) -> RecordId | None:
    sql = "SELECT unit FROM assignment WHERE id = ?"
    found = work.connection.exec_driver_sql(sql, (assignment,)).scalar() if assignment else None
    return RecordId(found) if found else None


def _unit_of(work: Work, reply: RecordId) -> RecordId | None:
    found = work.folded(Reply, reply).values.get("unit")
    return RecordId(bytes.fromhex(found)) if isinstance(found, str) else None


def _charge_of_unit(work: Work, matter: RecordId, unit: RecordId | None) -> RecordId:
    detail = load_matter(work.connection, matter, work.profiles)
    if detail is not None and detail.course is not None:
        for row in detail.assignments:
            if row.assignment.unit == unit and row.live:
                return row.id
    number = (detail.row.official_number or detail.row.number) if detail is not None else ""
    raise UserError(
        translate("replies", "{number} does not wait for this unit's answer. Take it off.", number=number)
    )


def _only_live(work: Work, now: Standing) -> RecordId | None:
    detail = load_matter(work.connection, now.id, work.profiles)
    live = [row.id for row in detail.assignments if row.live] if detail is not None else []
    return live[0] if len(live) == 1 else None
