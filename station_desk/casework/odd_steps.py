"""Steps that did not apply: filed away by a note that names them, or taken once more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from station_desk.casework import handling
from station_desk.casework.context import Actor, Changed, Desk, Work, roles_of, standing
from station_desk.casework.handling import StepEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Step
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store.disputes import course_of
from station_desk.store.loading import load


def file(desk: Desk, actor: Actor, steps: Sequence[RecordId], reason: str, on: date) -> Changed:
    """Put steps away that did not apply: they stay in the history, checked. One commit.

    ValidationError without a reason; UserError where one is filed already or the actor may take no note.
    """
    if not reason.strip():
        said = translate("odd_steps", "Say in a sentence why it is filed.")
        raise ValidationError([Problem("reason", said)])
    with desk.writing(actor, "file_step", reason.strip()) as work:
        for step in steps:
            _file(work, step, _waiting(work, step), reason.strip(), on)
    return work.changed


def repeat(desk: Desk, actor: Actor, step: RecordId, on: date) -> Changed:
    """Take the step once more, as it was written, where it is possible now; the old one is filed.

    UserError where it is not possible now, or where it has a form of its own.
    """
    with desk.writing(actor, "repeat_step") as work:
        old = _waiting(work, step)
        matter, verb = old.matter, old.verb
        if matter is None or verb is None:
            raise _gone()
        entry = StepEntry(
            on=on, text=old.text or "", until=old.until, code=old.code or "", assignment=old.assignment,
            about=old.about,
        )  # fmt: skip
        handling.take_in(work, matter, verb, entry)
        _file(work, step, old, translate("odd_steps", "Taken once more."), on)
    return work.changed


def _gone() -> UserError:
    return UserError(translate("odd_steps", "This step is not to be checked any more. Refresh the list."))


def _waiting(work: Work, step: RecordId) -> Step:
    found = load(work.connection, Step, step)
    if found is None or found.matter is None:
        raise _gone()
    course = course_of(work.connection, found.matter, work.profiles)
    if course is None or step not in course.odd:
        raise _gone()
    return found


def _file(work: Work, step: RecordId, old: Step, reason: str, on: date) -> None:
    if old.matter is None:
        raise _gone()
    now = standing(work, old.matter)
    note = now.track.steps["note"]
    if not note.roles & roles_of(work.actor, work.identity, now.office, now.station):
        raise UserError(translate("odd_steps", "Only the station or its congress office can file it."))
    work.step(old.matter, "note", on, text=reason, about=step)
