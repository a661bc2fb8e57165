"""Gathers the papers of a suggestion's handling: consultation forms, letters, urgings, key supervision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import Desk
from station_desk.casework.dossier import charge_due, matter_sheet, office_name, station_of
from station_desk.casework.verdicts import round_now
from station_desk.domain.deadlines import Explanation, Remaining, remaining
from station_desk.domain.declare import RecordId
from station_desk.domain.records import (
    Assignment,
    Consultation,
    Reply,
    Signer,
    Station,
    Suggestion,
    Supervision,
    Unit,
)
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store.detail import AssignmentRow, MatterDetail, PromiseRow, SignerRow, StepRow
from station_desk.store.loading import load
from station_desk.store.queries import MatterRow, row_of

ASKED = ("replied", "unhappy", "to_meet", "tracking", "second", "done")
"""Stages of a suggestion in which its deputies have been asked, or are to be."""


@dataclass(frozen=True, slots=True)
class ConsultationSheet:
    """征询意见表 of one signer in one round; `form` is what came back, None while it is out.

    `kind` is a code of `consultation_kind`; `promises` are asked about in a second consultation.
    """

    detail: MatterDetail
    signer: SignerRow
    round: int
    kind: str
    form: Consultation | None
    replies: tuple[tuple[Reply, str], ...]
    promises: tuple[PromiseRow, ...]
    station: Station
    office: Station


def consultation_sheets(desk: Desk, record: RecordId | None) -> list[ConsultationSheet]:
    """By the id of a returned form, of a signer, or of a suggestion: then one for each signer.

    A form that came back is printed filled. UserError where nothing was answered yet.
    """
    with desk.reading() as connection:
        form = load(connection, Consultation, record)
        signer = load(connection, Signer, form.signer if form is not None else record)
    wanted = form.signer if form is not None else record if signer is not None else None
    detail = matter_sheet(desk, signer.matter if signer is not None else record)
    if not isinstance(detail.record, Suggestion):
        raise UserError(translate("dossier", "This matter is not a deputy's suggestion."))
    course = detail.course
    turn, kind = (course.turn, course.turn_kind) if course is not None else (1, "reply")
    out: list[ConsultationSheet] = []
    for row in detail.signers:
        if wanted is not None and row.id != wanted:
            continue
        sent, back = (True, form) if form is not None else latest_form(detail, row)
        if sent:
            of = (back.round or 1) if back is not None else turn
            out.append(_consultation(desk, detail, row, back, of, _kind(back, kind)))
    if not out:
        raise UserError(
            translate("dossier", "It has not been answered yet: there is nothing to ask the deputies about.")
        )
    return out


def latest_form(detail: MatterDetail, signer: SignerRow) -> tuple[bool, Consultation | None]:
    """Whether a form was sent to the signer at all, and the latest one if it came back.

    Of a round that asks them it is that round's form, else the last they returned.
    """
    asked = detail.course is not None and detail.course.stage in ASKED
    if asked and signer.id in round_now(detail).waiting:
        return True, None
    return bool(signer.counting), signer.counting[-1] if signer.counting else None


def _kind(form: Consultation | None, now: str) -> str:
    """What a round was about; forms of earlier versions do not say."""
    if form is None:
        return now
    return form.kind or ("reply" if (form.round or 1) == 1 else "redo")


def _consultation(
    desk: Desk, detail: MatterDetail, row: SignerRow, form: Consultation | None, turn: int, kind: str
) -> ConsultationSheet:
    second = kind in ("second", "look_back")
    return ConsultationSheet(
        detail, row, turn, kind, form,
        tuple((reply, unit) for _, reply, unit in detail.replies if reply.kind == "reply"),
        detail.promises if second else (),
        station_of(desk, detail.record.station),
        station_of(desk, detail.row.office),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class LetterSheet:
    """答复函, 会办意见 or 审议结果报告: one unit's letter, the matters it answers (`also`: besides this one),
    those it is written to, and what it promises."""

    detail: MatterDetail
    reply: Reply
    unit: str
    also: tuple[MatterRow, ...]
    promises: tuple[PromiseRow, ...]
    leads: tuple[str, ...]
    office: str


def letter_sheets(desk: Desk, record: RecordId | None) -> list[LetterSheet]:
    """By the id of a reply, or of a matter: then the latest letter of every unit and kind, in order."""
    with desk.reading() as connection:
        one = load(connection, Reply, record)
    detail = matter_sheet(desk, one.matter if one is not None else record)
    if one is not None:
        wanted = [found for found in detail.replies if found[0] == record]
    else:
        wanted = list({(found[1].unit, found[1].kind): found for found in detail.replies}.values())
    if not wanted:
        raise UserError(translate("dossier", "No unit has answered this matter in writing yet."))
    return [_letter(desk, detail, *found) for found in wanted]


def _letter(desk: Desk, detail: MatterDetail, record: RecordId, reply: Reply, unit: str) -> LetterSheet:
    root = reply.letter or record
    with desk.reading() as connection:
        matters = connection.exec_driver_sql(
            "SELECT matter FROM reply WHERE (id = ? OR letter = ?) AND void IS NULL AND matter != ?"
            " ORDER BY id",
            (root, root, detail.row.id),
        ).all()
        also = [row_of(connection, RecordId(row[0])) for row in matters]
    return LetterSheet(
        detail, reply, unit or _unit_named(detail, reply),
        tuple(row for row in also if row is not None),
        tuple(p for p in detail.promises if p.promise.reply == record),
        tuple(a.unit for a in detail.assignments if a.assignment.role != "co" and a.state != "returned"),
        office_name(desk, detail.row.office),
    )  # fmt: skip


def _unit_named(detail: MatterDetail, reply: Reply) -> str:
    return next((a.unit for a in detail.assignments if a.id == reply.assignment), "")


@dataclass(frozen=True, slots=True)
class UrgeSheet:
    """催办单: one unit's charge, when its answer is due and why, how far off that is on the day it is
    printed, and every urging so far, the earliest first."""

    detail: MatterDetail
    charge: AssignmentRow
    contact: Unit | None
    why: Explanation | None
    left: Remaining | None
    urgings: tuple[StepRow, ...]
    office: Station


def urge_sheets(desk: Desk, record: RecordId | None, today: date) -> list[UrgeSheet]:
    """By the id of an assignment, or of a matter: then one for each unit that still owes its answer.

    UserError where no unit owes one.
    """
    with desk.reading() as connection:
        one = load(connection, Assignment, record)
    detail = matter_sheet(desk, one.matter if one is not None else record)
    out: list[UrgeSheet] = []
    for row in detail.assignments:
        owes = row.live and detail.row.closed_on is None
        if row.id != record if one is not None else not owes:
            continue
        why = charge_due(detail, row.id)
        left = None
        if why is not None and detail.profile is not None and row.live and not why.due.stopped:
            left = remaining(today, why.due.day, detail.profile.calendar)
        with desk.reading() as connection:
            contact = load(connection, Unit, row.assignment.unit)
        out.append(
            UrgeSheet(
                detail, row, contact, why, left, urgings(detail, row.id),
                station_of(desk, detail.row.office),
            )
        )  # fmt: skip
    if not out:
        raise UserError(translate("dossier", "No unit owes an answer on this matter: nobody is to be urged."))
    return out


def urgings(detail: MatterDetail, charge: RecordId) -> tuple[StepRow, ...]:
    """The urgings of one charge, the earliest first; one that names no unit was for all of them."""
    found = [
        row
        for row in detail.steps
        if row.step.verb == "urge" and row.step.assignment in (None, charge) and not row.odd
    ]
    return tuple(reversed(found))


@dataclass(frozen=True, slots=True)
class SupervisionSheet:
    """重点督办单: the suggestion, why and by whom it was chosen, and who handles it until when."""

    detail: MatterDetail
    supervision: Supervision
    due: dict[RecordId, date]
    office: Station


def supervision_sheet(desk: Desk, record: RecordId | None) -> SupervisionSheet:
    """By the id of a supervision, or of a suggestion. UserError where it was not chosen."""
    with desk.reading() as connection:
        one = load(connection, Supervision, record)
    detail = matter_sheet(desk, one.matter if one is not None else record)
    found = one or detail.supervision
    if found is None:
        raise UserError(translate("dossier", "This suggestion is not under key supervision."))
    due = {a.id: why.due.day for a in detail.assignments if (why := charge_due(detail, a.id)) is not None}
    return SupervisionSheet(detail, found, due, station_of(desk, detail.row.office))
