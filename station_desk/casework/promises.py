"""What units promised in their replies: recorded, judged kept or not, looked back upon the next year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import Actor, Changed, Desk, require, standing
from station_desk.casework.handling import StepEntry, take_in
from station_desk.casework.replies import PromiseEntry, promise_in
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Promise, Reply
from station_desk.domain.vocabulary import PROMISE_STATES
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store.detail import load_matter
from station_desk.store.loading import load

__all__ = ["Judged", "PromiseEntry", "judge", "look_back", "promise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Whether a promise was kept (a code of `promise_state`), and how that was seen."""

    on: date
    state: str
    proof: str


def promise(
    desk: Desk,
    actor: Actor,
    suggestion: RecordId,
    on: date,
    entry: PromiseEntry,
    reply: RecordId | None = None,
) -> Changed:
    """Record a promise found in a reply already recorded (the latest one, where none is named)."""
    problems = []
    if not entry.what.strip():
        problems.append(Problem("what", translate("replies", "Say what is promised.")))
    if entry.by <= on:
        problems.append(Problem("by", translate("promises", "A promise must be due later than today.")))
    if problems:
        raise ValidationError(problems)
    with desk.writing(actor, "promise") as work:
        require(work, standing(work, suggestion, "suggestion"), "promise", on)
        detail = load_matter(work.connection, suggestion, work.profiles)
        if reply is None and detail is not None and detail.replies:
            reply = detail.replies[-1][0]
        of = load(work.connection, Reply, reply)
        promise_in(work, suggestion, entry, on, reply, of.unit if of is not None else None)
    return work.changed


def judge(desk: Desk, actor: Actor, suggestion: RecordId, promised: RecordId, entry: Judged) -> Changed:
    """Judge a promise kept or not. With the last one the second consultation begins (二次征求意见)."""
    problems = []
    if entry.state not in PROMISE_STATES.terms:
        problems.append(Problem("state", translate("promises", "Say whether the promise was kept.")))
    if not entry.proof.strip():
        problems.append(
            Problem("text", translate("promises", "Write how it was seen that it was kept or not."))
        )
    if problems:
        raise ValidationError(problems)
    with desk.writing(actor, "keep") as work:
        now = standing(work, suggestion, "suggestion")
        require(work, now, "keep", entry.on)
        detail = load_matter(work.connection, suggestion, work.profiles)
        course = detail.course if detail is not None else None
        found = course.promises.get(promised) if course is not None else None
        if found is None or found.state:
            raise UserError(translate("promises", "This promise is judged already. Choose an open one."))
        work.update(
            Promise, promised, state=entry.state, decided_on=entry.on, proof=entry.proof.strip() or None
        )
        work.step(
            suggestion, "keep", entry.on, about=promised, code=entry.state, text=entry.proof.strip()[:200]
        )
    return work.changed


def look_back(
    desk: Desk,
    actor: Actor,
    suggestion: RecordId,
    on: date,
    until: date,
    text: str,
    assignment: RecordId | None = None,
) -> Changed:
    """Re-open the promises that were not kept: handled again, to be kept by `until` (回头看)."""
    with desk.writing(actor, "look_back") as work:
        entry = StepEntry(on=on, until=until, text=text, assignment=assignment)
        take_in(work, suggestion, "look_back", entry)
        detail = load_matter(work.connection, suggestion, work.profiles)
        for row in detail.promises if detail is not None else ():
            if row.promise.state == "unkept":
                work.update(Promise, row.id, state=None, decided_on=None, proof=None, by=until)
    return work.changed
