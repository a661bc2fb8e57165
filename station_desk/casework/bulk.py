"""The same step on many matters: each its own piece of work, each with its own outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework import browse, handling, issues
from station_desk.casework.context import Actor, Changed, Desk
from station_desk.casework.handling import StepEntry
from station_desk.casework.issues import IssueEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Issue
from station_desk.errors import Cancelled, UserError
from station_desk.i18n import translate
from station_desk.progress import Progress, silent

Act = Callable[[Desk, Actor, RecordId], Changed]


@dataclass(frozen=True, slots=True)
class Refused:
    """A matter on which it was not possible, and why, in a sentence."""

    id: RecordId
    number: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What became of each: those `done`, those `refused`, and how many were `left` when it was stopped."""

    done: tuple[RecordId, ...]
    refused: tuple[Refused, ...]
    left: int
    changed: Changed


def each(desk: Desk, actor: Actor, ranks: Sequence[int], act: Act, progress: Progress = silent) -> BulkResult:
    """`act` on the matter of every rank, one after another; one that is refused does not stop the others.

    Stopped half way, what is done stays done and is told.
    """
    done: list[RecordId] = []
    refused: list[Refused] = []
    changed = Changed()
    rows = browse.rows(desk, ranks)
    for place, row in enumerate(rows):
        number = row.official_number or row.number
        try:
            progress(place, len(rows), number)
        except Cancelled:
            break
        try:
            one = act(desk, actor, row.id)
        except UserError as error:
            refused.append(Refused(row.id, number, row.title, str(error)))
            continue
        done.append(row.id)
        changed.commits += one.commits
        changed.types |= one.types
        changed.matters |= one.matters
        changed.changes += one.changes
    return BulkResult(tuple(done), tuple(refused), len(rows) - len(done) - len(refused), changed)


def step(verb: str, on: date) -> Act:
    """A step that asks for nothing but its day (accept, sign, urge)."""
    return lambda desk, actor, matter: handling.take(desk, actor, matter, verb, StepEntry(on=on))


def category(name: str) -> Act:
    """Set the category of an issue, all else staying as it is."""

    def act(desk: Desk, actor: Actor, matter: RecordId) -> Changed:
        found = browse.detail(desk, matter)
        if found is None or not isinstance(found.record, Issue):
            raise UserError(translate("bulk", "Its category is set on the suggestion's own sheet."))
        now = found.record
        entry = IssueEntry(
            title=now.title or "", text=now.text or "", appeal=now.appeal or "", category=name,
            place=now.place or "", grid=now.grid, people=now.people, urgency=now.urgency or "",
            sensitive=bool(now.sensitive),
        )  # fmt: skip
        return issues.correct(desk, actor, matter, entry)

    return act
