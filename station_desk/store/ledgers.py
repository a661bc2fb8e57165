"""Matters as a ledger prints them, in blocks: every column of the register joined in a few statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.engine import Connection

from station_desk.domain.declare import RecordId
from station_desk.domain.privacy import shown_name
from station_desk.store.matters import deputy_names
from station_desk.store.sqlio import rows_for

BLOCK = 400


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One matter in the register; texts are "" where not known, codes are of the vocabulary.

    `deputies` received it, or signed it; `units` are the lead or separate units, then the others;
    `suggestions` the numbers of the suggestions raised from it; `remark` why it was refused or left.
    """

    id: RecordId
    number: str
    track: str
    opened_on: date | None
    channel: str
    station: str
    grid: str
    deputies: tuple[str, ...]
    visitor: str
    phone: str
    category: str
    title: str
    text: str
    place: str
    unit_kind: str
    units: tuple[str, ...]
    handed_on: date | None
    due_on: date | None
    finished_on: date | None
    closed_on: date | None
    stage: str
    outcome: str
    suggestions: tuple[str, ...]
    project: bool
    told_on: date | None
    told_by: str
    verdict: str
    remark: str


_ROWS = (
    "SELECT m.n, m.id, COALESCE(m.official_number, m.number), m.track, m.opened_on, i.channel, m.station,"
    " g.name, w.name, CASE WHEN i.confidential THEN NULL ELSE w.phone END, m.category, m.title, m.text,"
    " m.place, m.due_on, m.finished_on, m.closed_on, m.stage, m.outcome, m.told_on, m.verdict, v.deputies,"
    " i.confidential"
    " FROM matter m LEFT JOIN issue i ON i.id = m.id LEFT JOIN grid g ON g.id = m.grid"
    " LEFT JOIN visitor w ON w.id = i.visitor AND w.void IS NULL"
    " LEFT JOIN visit v ON v.id = i.visit WHERE m.n IN {keys}"
)
_ASSIGNED = (
    "SELECT a.matter, a.role, a.handed_on, u.name, u.kind FROM assignment a LEFT JOIN unit u ON u.id = a.unit"
    " WHERE a.matter IN {keys} AND a.void IS NULL ORDER BY a.role = 'co', a.handed_on, a.id"
)
_RAISED = (
    "SELECT l.target, COALESCE(s.official_number, s.number) FROM link l JOIN matter s ON s.id = l.source"
    " WHERE l.target IN {keys} AND l.kind = 'raised-from' AND l.void IS NULL ORDER BY l.id"
)
_TOLD = "SELECT matter, method FROM feedback WHERE matter IN {keys} AND void IS NULL ORDER BY told_on, id"
_STEPS = (
    "SELECT matter, verb, text FROM step WHERE matter IN {keys} AND void IS NULL"
    " AND verb IN ('refuse', 'withdraw', 'petition', 'to_project', 'merge', 'cannot_tell')"
    ' ORDER BY "on", lamport'
)
_SIGNED = (
    "SELECT s.matter, d.name FROM signer s JOIN deputy d ON d.id = s.deputy WHERE s.matter IN {keys}"
    " AND s.void IS NULL ORDER BY s.role DESC, COALESCE(s.rank, 9999), s.id"
)


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None


def lines(connection: Connection, ranks: Sequence[int]) -> Iterator[LedgerLine]:
    """The matters of those local ranks, in that order; reads 400 at a time."""
    listed = connection.exec_driver_sql("SELECT id FROM deputy")
    deputies = deputy_names(connection, [row[0] for row in listed])
    for start in range(0, len(ranks), BLOCK):
        yield from _block(connection, ranks[start : start + BLOCK], deputies)


def _block(connection: Connection, ranks: Sequence[int], deputies: dict[bytes, str]) -> Iterator[LedgerLine]:
    rows = {row[0]: row for row in rows_for(connection, _ROWS, ranks)}
    ids = [row[1] for row in rows.values()]
    assigned: dict[bytes, list[tuple[object, ...]]] = {}
    for matter, *charge in rows_for(connection, _ASSIGNED, ids):
        assigned.setdefault(matter, []).append(tuple(charge))
    raised: dict[bytes, list[str]] = {}
    for matter, number in rows_for(connection, _RAISED, ids):
        raised.setdefault(matter, []).append(number or "")
    signed: dict[bytes, list[str]] = {}
    for matter, name in rows_for(connection, _SIGNED, ids):
        signed.setdefault(matter, []).append(name or "")
    told = dict(rows_for(connection, _TOLD, ids))
    remarks: dict[bytes, str] = {}
    projects: set[bytes] = set()
    for matter, verb, text in rows_for(connection, _STEPS, ids):
        if verb == "to_project":
            projects.add(matter)
        elif text:
            remarks[matter] = text
    for n in ranks:
        row = rows.get(n)
        if row is None:
            continue
        record = row[1]
        charges = assigned.get(record, [])
        present = [deputies.get(bytes.fromhex(part), "") for part in (row[21] or "").split(",") if part]
        yield LedgerLine(
            id=RecordId(record), number=row[2] or "", track=row[3], opened_on=_day(row[4]),
            channel=row[5] or "", station=row[6] or "", grid=row[7] or "",
            deputies=tuple(name for name in (signed.get(record) or present) if name),
            visitor=shown_name(row[8], row[22]), phone=row[9] or "", category=row[10] or "",
            title=row[11] or "", text=row[12] or "", place=row[13] or "",
            unit_kind=str(charges[0][3] or "") if charges else "",
            units=tuple(str(charge[2]) for charge in charges if charge[2]),
            handed_on=_day(charges[0][1]) if charges else None,
            due_on=_day(row[14]), finished_on=_day(row[15]), closed_on=_day(row[16]),
            stage=row[17] or "", outcome=row[18] or "", suggestions=tuple(raised.get(record, ())),
            project=record in projects, told_on=_day(row[19]), told_by=told.get(record) or "",
            verdict=row[20] or "", remark=remarks.get(record, ""),
        )  # fmt: skip
