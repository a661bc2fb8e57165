"""What a unit is asked by one hand-over, as its reply sheet says it; and the charge found by its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework import bounds
from station_desk.casework.context import Desk
from station_desk.casework.dossier import station_of
from station_desk.domain import returnnumber
from station_desk.domain.declare import RecordId
from station_desk.domain.profile import ClassGrade
from station_desk.domain.records import Issue, Station, Visitor
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store.detail import AssignmentRow, MatterDetail, load_matter

_PHONE = re.compile(r"(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{7,8})(?!\d)")
_IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One unit's charge in words. `number` is the return number; `grades` the classes a reply is given,
    none where the track has none; `live` while it waits for the unit; `body` who asks, and so where the
    answer goes. Nothing in it tells the visitor."""

    assignment: RecordId
    matter: RecordId
    number: str
    site: str
    body: Station
    track: str
    matter_number: str
    title: str
    text: str
    place: str
    deputies: tuple[str, ...]
    unit: str
    role: str
    slip: str
    request: str
    handed_on: date | None
    due_on: date | None
    return_until: date | None
    grades: tuple[ClassGrade, ...]
    state: str
    live: bool
    replied_on: date | None
    closed_on: date | None

    @property
    def office(self) -> str:
        """What the body that asks is called."""
        return self.body.name or ""

    @property
    def promises(self) -> bool:
        """Whether what the unit promises is asked: with a suggestion's reply only."""
        return self.track == "suggestion" and self.role != "co"


def asked(desk: Desk, matter: RecordId, assignment: RecordId) -> Asked:
    """One charge of a matter. UserError where it is not there any more."""
    with desk.reading() as connection:
        detail = load_matter(connection, matter, desk.find_profile)
    charge = next((a for a in detail.assignments if a.id == assignment), None) if detail is not None else None
    if detail is None or charge is None:
        raise UserError(translate("reply sheet", "This hand-over is no longer here. Refresh the list."))
    return _asked(desk, detail, charge)


def all_asked(desk: Desk, matter: RecordId) -> tuple[Asked, ...]:
    """Every charge of a matter that still waits for its unit."""
    with desk.reading() as connection:
        detail = load_matter(connection, matter, desk.find_profile)
    if detail is None:
        return ()
    return tuple(_asked(desk, detail, charge) for charge in detail.assignments if charge.live)


def find(desk: Desk, number: str) -> Asked:
    """The charge of a return number as printed or typed.

    UserError where the number is none, was altered, or no hand-over here has it.
    """
    wanted = returnnumber.read(number)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql("SELECT id, matter FROM assignment WHERE void IS NULL").all()
    for record, matter in rows:
        if matter is not None and returnnumber.number_of(record) == wanted:
            return asked(desk, RecordId(matter), RecordId(record))
    raise UserError(
        translate(
            "reply sheet",
            "No hand-over on this desk has the return number {number}. Its sheet was made at another office, "
            "or the package that brings the hand-over has not arrived.",
            number=wanted,
        )
    )


def _asked(desk: Desk, detail: MatterDetail, charge: AssignmentRow) -> Asked:
    row, record, made = detail.row, detail.record, charge.assignment
    profile = desk.profile()
    people = [detail.visitor, *(visitor for _, visitor in detail.others)]
    text = (record.text or "").strip()
    confidential = isinstance(record, Issue) and bool(record.confidential)
    if isinstance(record, Issue) and record.appeal:
        text = f"{text}\n诉求：{record.appeal}".strip()
    classed = row.track == "suggestion" and made.role != "co"
    return Asked(
        assignment=charge.id,
        matter=row.id,
        number=returnnumber.number_of(charge.id),
        site=desk.identity.site,
        body=station_of(desk, desk.identity.site),
        track=row.track,
        matter_number=row.official_number or row.number,
        title=without_people(record.title or "", people),
        text=without_people(text, people),
        # Where someone lives often is the place they complain of.
        place="" if confidential else without_people(record.place or "", people),
        deputies=tuple(signer.name for signer in detail.signers),
        unit=charge.unit,
        role=made.role or "",
        slip=made.number or "",
        request=without_people(made.request or "", people),
        handed_on=made.handed_on,
        due_on=charge.due_on,
        return_until=bounds.return_until(detail, charge.id),
        grades=profile.class_schemes[profile.class_scheme].grades if classed else (),
        state=charge.state,
        live=charge.live and row.closed_on is None,
        replied_on=charge.replied_on,
        closed_on=row.closed_on,
    )


def without_people(text: str, people: Sequence[Visitor | None]) -> str:
    """`text` without the names, telephones and addresses of these people, nor any number of that kind."""
    for who in people:
        if who is None:
            continue
        for told, instead in (
            (who.name, "来访人"),
            (who.guardian, "监护人"),
            (who.phone, "（电话略）"),
            (who.guardian_phone, "（电话略）"),
            (who.address, "（住址略）"),
        ):
            if told and len(told.strip()) > 1:
                text = text.replace(told.strip(), instead)
    return _IDENTITY.sub("（证件号略）", _PHONE.sub("（电话略）", text))
