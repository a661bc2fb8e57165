"""The same step on many matters: each its own piece of work, each with its own outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework import browse, handling, history, issues
from station_desk.casework.browse import MatterFilter
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
    """What became of each: those `done`, those `refused`, and how many were `left` when it was stopped.

    `works` are the commits of those done, in order, for `undo`; empty after an undo.
    """

    done: tuple[RecordId, ...]
    refused: tuple[Refused, ...]
    left: int
    changed: Changed
    works: tuple[tuple[RecordId, bytes], ...] = ()


def each(desk: Desk, actor: Actor, ranks: Sequence[int], act: Act, progress: Progress = silent) -> BulkResult:
    """`act` on the matter of every rank, one after another; one that is refused does not stop the others.

    Stopped half way, what is done stays done and is told.
    """
    done: list[RecordId] = []
    refused: list[Refused] = []
    works: list[tuple[RecordId, bytes]] = []
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
        works += [(row.id, commit) for commit in one.commits]
        _add(changed, one)
    left = len(rows) - len(done) - len(refused)
    return BulkResult(tuple(done), tuple(refused), left, changed, tuple(works))


def _add(changed: Changed, one: Changed) -> None:
    changed.commits += one.commits
    changed.types |= one.types
    changed.matters |= one.matters
    changed.changes += one.changes


def undo(
    desk: Desk, actor: Actor, works: Sequence[tuple[RecordId, bytes]], progress: Progress = silent
) -> BulkResult:
    """Take work on many matters back, the last first, each by a commit of its own.

    What cannot be taken back stays, and is told with the reason; so is how many are left when stopped.
    """
    ranks = browse.ranks(desk, MatterFilter(ids=tuple(matter for matter, _ in works)))
    names = {row.id: row for row in browse.rows(desk, ranks)}
    done: list[RecordId] = []
    refused: list[Refused] = []
    changed = Changed()
    for place, (matter, commit) in enumerate(reversed(works)):
        row = names.get(matter)
        number = (row.official_number or row.number) if row is not None else ""
        try:
            progress(place, len(works), number)
        except Cancelled:
            break
        try:
            _add(changed, history.take_back(desk, actor, commit, matter).changed)
        except UserError as error:
            refused.append(Refused(matter, number, row.title if row is not None else "", str(error)))
            continue
        done.append(matter)
    return BulkResult(tuple(done), tuple(refused), len(works) - len(done) - len(refused), changed)


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
