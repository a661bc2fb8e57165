"""An issue's own verbs beyond the track's steps: corrected, merged into another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import (
    Actor,
    Changed,
    Desk,
    Standing,
    Work,
    require,
    require_authority,
    roles_of,
    standing,
)
from station_desk.casework.handling import StepEntry, take_in
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Issue, Link
from station_desk.domain.tracks.model import CLERKS
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store.loading import load_where


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueEntry:
    """What a clerk may correct on an issue."""

    title: str
    text: str
    appeal: str = ""
    category: str = ""
    place: str = ""
    grid: RecordId | None = None
    people: int | None = None
    urgency: str = "normal"
    sensitive: bool = False
    confidential: bool = False


def correct(desk: Desk, actor: Actor, matter: RecordId, entry: IssueEntry) -> Changed:
    """Correct an issue's fields; what was there before stays in its history."""
    with desk.writing(actor, "correct_issue") as work:
        _require_staff(work, standing(work, matter, "issue"))
        work.update(
            Issue, matter,
            title=entry.title.strip() or None, text=entry.text.strip() or None,
            appeal=entry.appeal.strip() or None,
            category=entry.category or None, place=entry.place.strip() or None,
            grid=entry.grid, people=entry.people,
            urgency=entry.urgency or None, sensitive=entry.sensitive or None,
            confidential=entry.confidential or None,
        )  # fmt: skip
    return work.changed


def _require_staff(work: Work, now: Standing) -> None:
    """Deputies and lookers-on comment on an issue; its words are the station's and its office's."""
    if not roles_of(work.actor, work.identity, now.office, now.station) & CLERKS:
        raise UserError(
            translate(
                "issues",
                "The station or its congress office corrects an issue. Write a note with what is wrong.",
            )
        )


def merge(desk: Desk, actor: Actor, matter: RecordId, into: RecordId, on: date) -> Changed:
    """Close a matter as the same as another (并入); both stay linked and searchable."""
    if matter == into:
        raise UserError(translate("issues", "A matter cannot be merged into itself. Choose another."))
    with desk.writing(actor, "merge") as work:
        target = standing(work, into)
        now = standing(work, matter)
        require(work, now, "merge", on)
        if target.track.code != "issue":
            raise UserError(translate("issues", "An issue can only be merged into another issue."))
        if target.stage == "merged":  # else two merged into each other would both be handled by nobody
            raise UserError(
                translate(
                    "issues",
                    "{number} was itself merged. Choose the matter it was merged into.",
                    number=target.number or target.title,
                )
            )
        work.add(Link(kind="merged-into", source=matter, target=into))
        work.step(matter, "merge", on, about=into, text=target.number)
        if target.stage in ("done", "told", "closed"):
            text = translate(
                "handling", "Closed with {number}, into which it was merged.", number=target.number
            )
            work.step(matter, "follow", on, about=into, text=text)
    return work.changed


def unmerge(desk: Desk, actor: Actor, matter: RecordId, on: date, reason: str) -> Changed:
    """Undo a merging: the issue is handled on its own again, and the tie is voided."""
    with desk.writing(actor, "unmerge") as work:
        take_in(work, matter, "unmerge", StepEntry(on=on, text=reason))
        ties = load_where(work.connection, Link, "t.source = ? AND t.kind = 'merged-into'", (matter,))
        for tie, _ in ties:
            work.void(Link, tie, reason.strip())
    return work.changed


def void(desk: Desk, actor: Actor, matter: RecordId, reason: str) -> Changed:
    """Void an issue entered by mistake: it stays in the log and counts nowhere."""
    if not reason.strip():
        raise UserError(translate("issues", "Say in a sentence why it is voided."))
    with desk.writing(actor, "void_issue") as work:
        _require_staff(work, standing(work, matter, "issue"))
        require_authority(work, Issue, matter, "void")
        work.void(Issue, matter, reason.strip())
    return work.changed
