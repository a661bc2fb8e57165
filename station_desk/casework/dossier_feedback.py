"""What 办理情况反馈单 say: each constituent, what they were told, and who handled it in the end."""

from __future__ import annotations

from dataclasses import dataclass

from station_desk.casework.context import Desk
from station_desk.casework.dossier import matter_sheet, station_of
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Feedback, Issue, Station, Visitor
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store.detail import MatterDetail
from station_desk.store.loading import load


@dataclass(frozen=True, slots=True)
class FeedbackSheet:
    """办理情况反馈单: what one constituent was told, and their verdict with its reason. `units` handled it,
    or the suggestion it became part of."""

    detail: MatterDetail
    feedback: Feedback | None
    visitor: Visitor | None
    station: Station
    told: str
    verdict: str
    reason: str
    units: tuple[str, ...] = ()


def feedback_sheets(desk: Desk, record: RecordId | None) -> list[FeedbackSheet]:
    """By the id of a feedback: its slip. Of an issue: the latest of every constituent told, or one to be
    filled in by hand. Of a suggestion: those of every issue behind it, and of what was merged into them."""
    with desk.reading() as connection:
        told = load(connection, Feedback, record)
    detail = matter_sheet(desk, told.matter if told is not None else record)
    if told is not None:
        return [_feedback_sheet(desk, detail, told)]
    if not isinstance(detail.record, Issue):
        behind = _tied(detail, "raised-from", outward=True)
        merged = [
            m for issue in behind for m in _tied(matter_sheet(desk, issue), "merged-into", outward=False)
        ]
        found = [sheet for issue in (*behind, *merged) for sheet in feedback_sheets(desk, issue)]
        if not found:
            raise UserError(
                translate("dossier", "No constituent stands behind this matter: there is nobody to tell.")
            )
        return found
    latest = {feedback.visitor or detail.visitor_id: feedback for _, feedback in detail.feedback}
    return [_feedback_sheet(desk, detail, each) for each in latest.values() or (None,)]


def _tied(detail: MatterDetail, kind: str, *, outward: bool) -> list[RecordId]:
    """Matters that arrived here tied to this one, from its side or from theirs."""
    return [
        link.other for link in detail.links
        if link.kind == kind and link.outward is outward and link.matter is not None
    ]  # fmt: skip


def _handled_in(desk: Desk, detail: MatterDetail) -> MatterDetail:
    """The matter whose units handled an issue: itself, or the suggestion raised from it or its main issue."""
    if detail.assignments or detail.replies:
        return detail
    mains = [matter_sheet(desk, other) for other in _tied(detail, "merged-into", outward=True)]
    for one in (detail, *mains):
        for other in _tied(one, "raised-from", outward=False):
            return matter_sheet(desk, other)
    return mains[0] if mains else detail


def _replies_of(detail: MatterDetail) -> str:
    """What its unit replied last; of several units each one's."""
    last = {unit: reply.text for _, reply, unit in detail.replies if reply.text}
    if len(last) < 2:
        return next(iter(last.values()), "")
    return "\n".join(f"{unit}：{text}" for unit, text in last.items())


def _feedback_sheet(desk: Desk, detail: MatterDetail, told: Feedback | None) -> FeedbackSheet:
    """A verdict kept with the telling is the constituent's own; else the matter's, by its last step."""
    with desk.reading() as connection:
        own = load(connection, Visitor, told.visitor) if told is not None else None
    judged = next((r.step for r in detail.steps if r.step.verb == "verdict" and not r.odd), None)
    whose = told is None or told.visitor in (None, detail.visitor_id)
    verdict = (told.verdict if told is not None else None) or (detail.row.verdict if whose else "")
    reason = (told.reason if told is not None else None) or (judged.text if judged and whose else "")
    outcome = next(
        (
            r.step.text
            for r in detail.steps
            if r.step.verb in ("finish", "answer") and r.step.text and not r.odd
        ),
        None,
    )
    handled = _handled_in(desk, detail)
    reply = _replies_of(handled)
    units = tuple(row.unit for row in handled.assignments if row.state != "returned")
    return FeedbackSheet(
        detail, told, own or detail.visitor, station_of(desk, detail.record.station), reply or outcome or "",
        verdict or "", reason or "", units,
    )  # fmt: skip
