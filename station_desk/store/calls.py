"""Issues that ended and whose visitors do not all know yet, with what to tell them, in a few statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.engine import Connection

from station_desk.domain.declare import RecordId
from station_desk.domain.records import Visitor
from station_desk.store.loading import load_where
from station_desk.store.sqlio import rows_for

NO_ANSWER = "no_answer"
"""The code of a note that says a call was tried and nobody was reached; `about` names whom."""

_COLUMNS = (
    "m.id, m.number, m.title, m.category, m.station, m.due_on, m.clock, m.clock_from, m.finished_on,"
    " m.urgency, m.sensitive, i.confidential, i.visitor, v.others"
)
_ENDED = (
    f"SELECT {_COLUMNS} FROM matter m JOIN issue i ON i.id = m.id LEFT JOIN visit v ON v.id = i.visit"
    " WHERE m.track = 'issue' AND m.stage = 'done' AND m.void IS NULL"
)
# Of a group some may have been told: the visits that name others are few and have their index.
_GROUPS = (
    f"SELECT {_COLUMNS} FROM visit v CROSS JOIN issue i ON i.visit = v.id CROSS JOIN matter m ON m.id = i.id"
    " WHERE v.others IS NOT NULL AND m.track = 'issue' AND m.stage = 'told' AND m.void IS NULL"
    # Answered on the spot, or in writing: everybody knows.
    " AND COALESCE(m.outcome, '') NOT IN ('answered', 'replied')"
)


_Row = Sequence[Any]
_Tie = tuple[RecordId, str, str, str]


@dataclass(frozen=True, slots=True)
class Ended:
    """An issue that ended: who is behind it (`people`, the visitor first), who of them was `told` since, how
    often each was tried in vain, what is known to tell (`said`), and the suggestion it became part of."""

    id: RecordId
    number: str
    title: str
    category: str
    station: str
    due_on: date | None
    clock: str
    clock_from: date | None
    urgent: bool
    sensitive: bool
    confidential: bool
    people: tuple[RecordId, ...]
    told: frozenset[RecordId]
    tried: dict[RecordId | None, int] = field(default_factory=dict)
    said: str = ""
    suggestion: RecordId | None = None
    suggestion_number: str = ""
    suggestion_title: str = ""


def waiting(connection: Connection) -> int:
    """How many issues still have somebody to be told: those ended, and groups told in part."""
    ended = connection.exec_driver_sql(
        "SELECT count(*) FROM matter WHERE track = 'issue' AND stage = 'done' AND void IS NULL"
    ).scalar()
    groups = connection.exec_driver_sql(_GROUPS).all()
    told = _told(connection, groups)
    left = sum(1 for row in groups if set(_people(row)) - told.get(row[0], set()))
    return int(ended or 0) + left


def ended(connection: Connection) -> list[Ended]:
    """Every issue with somebody still to be told, the earliest due first, of one day the urgent ones."""
    rows = [*connection.exec_driver_sql(_ENDED), *connection.exec_driver_sql(_GROUPS)]
    told = _told(connection, rows)
    open_rows = [row for row in rows if not _people(row) or set(_people(row)) - told.get(row[0], set())]
    ids = [RecordId(row[0]) for row in open_rows]
    tried = _tried(connection, open_rows)
    ties = _ties(connection, ids)
    words = _words(connection, {*ids, *(other for found in ties.values() for other, *_ in found)})
    out = [
        _ended(row, told.get(row[0], set()), tried.get(row[0], {}), ties.get(row[0], []), words)
        for row in open_rows
    ]
    out.sort(key=lambda e: (e.due_on or date.max, not e.urgent, e.id))
    return out


def visitors(connection: Connection, wanted: Iterable[RecordId]) -> dict[RecordId, Visitor]:
    """Visitors by id; those withheld from this desk are missing."""
    ids = [f"'{record.hex()}'" for record in dict.fromkeys(wanted)]
    out: dict[RecordId, Visitor] = {}
    for start in range(0, len(ids), 400):
        # Hex of our own making, so nothing foreign comes into the statement.
        listed = ",".join(f"x{one}" for one in ids[start : start + 400])
        out.update(load_where(connection, Visitor, f"t.id IN ({listed})"))
    return out


def _people(row: _Row) -> tuple[RecordId, ...]:
    first = (RecordId(row[12]),) if isinstance(row[12], bytes) else ()
    others = str(row[13]).split(",") if row[13] else ()
    return (*first, *(RecordId(bytes.fromhex(other)) for other in others))


def _told(connection: Connection, rows: Iterable[_Row]) -> dict[object, set[RecordId]]:
    """Who was told since the matter was last closed; a telling that names nobody was to the visitor."""
    by_id = {row[0]: row for row in rows}
    out: dict[object, set[RecordId]] = {}
    sql = "SELECT matter, visitor, told_on FROM feedback WHERE matter IN {keys} AND void IS NULL"
    for matter, visitor, told_on in rows_for(connection, sql, by_id):
        row = by_id[matter]
        whom = visitor or row[12]
        if whom is not None and (row[8] is None or str(told_on or "") >= str(row[8])):
            out.setdefault(matter, set()).add(RecordId(whom))
    return out


def _tried(connection: Connection, rows: Iterable[_Row]) -> dict[object, dict[RecordId | None, int]]:
    ended_on = {row[0]: str(row[8] or "") for row in rows}
    out: dict[object, dict[RecordId | None, int]] = {}
    sql = (
        "SELECT matter, about, \"on\" FROM step WHERE matter IN {keys} AND verb = 'note'"
        f" AND code = '{NO_ANSWER}' AND void IS NULL"
    )
    for matter, about, on in rows_for(connection, sql, ended_on):
        if str(on or "") >= ended_on[matter]:
            counts = out.setdefault(matter, {})
            whom = RecordId(about) if about is not None else None
            counts[whom] = counts.get(whom, 0) + 1
    return out


def _ties(connection: Connection, ids: Sequence[RecordId]) -> dict[object, list[_Tie]]:
    """The issue each was merged into, and the suggestion raised from it or from that: id, kind, number,
    title; the suggestion first."""
    merged = (
        "SELECT l.source, m.id, m.number, m.title FROM link l JOIN matter m ON m.id = l.target"
        " WHERE l.source IN {keys} AND l.kind = 'merged-into' AND l.void IS NULL ORDER BY l.id"
    )
    raised = (
        "SELECT l.target, m.id, COALESCE(m.official_number, m.number), m.title FROM link l"
        " JOIN matter m ON m.id = l.source WHERE l.target IN {keys} AND l.kind = 'raised-from'"
        " AND l.void IS NULL AND m.void IS NULL ORDER BY l.id"
    )
    into: dict[object, list[_Tie]] = {}
    for own, other, number, title in rows_for(connection, merged, ids):
        into.setdefault(own, []).append((RecordId(other), "merged-into", number or "", title or ""))
    behind: dict[object, list[_Tie]] = {}
    wanted = {*ids, *(tie[0] for found in into.values() for tie in found)}
    for issue, other, number, title in rows_for(connection, raised, wanted):
        behind.setdefault(issue, []).append((RecordId(other), "raised-from", number or "", title or ""))
    out: dict[object, list[_Tie]] = {}
    for own in ids:
        main = into.get(own, [])
        out[own] = [*behind.get(own, []), *(tie for one in main for tie in behind.get(one[0], [])), *main]
    return out


def _words(connection: Connection, ids: Iterable[RecordId]) -> dict[object, str]:
    """What each matter's last reply says (of several units each one's), else how its end was written down."""
    out: dict[object, str] = {}
    wanted = list(ids)
    steps = (  # that it was closed with a suggestion says nothing of what was done
        "SELECT matter, text FROM step WHERE matter IN {keys} AND verb IN ('finish', 'answer')"
        ' AND about IS NULL AND text IS NOT NULL AND void IS NULL ORDER BY "on", id'
    )
    out.update((matter, " ".join(text.split())) for matter, text in rows_for(connection, steps, wanted))
    replies = (
        "SELECT r.matter, r.unit, u.name, r.text FROM reply r LEFT JOIN unit u ON u.id = r.unit"
        " WHERE r.matter IN {keys} AND r.text IS NOT NULL AND r.void IS NULL ORDER BY r.dated, r.id"
    )
    said: dict[object, dict[object, tuple[str, str]]] = {}
    for matter, unit, name, text in rows_for(connection, replies, wanted):
        said.setdefault(matter, {})[unit] = (name or "", " ".join(text.split()))
    for matter, by_unit in said.items():
        if len(by_unit) == 1:
            ((_, out[matter]),) = by_unit.values()
        else:
            out[matter] = " ".join(f"{name}：{text}" for name, text in by_unit.values())
    return out


def _ended(
    row: _Row,
    told: set[RecordId],
    tried: dict[RecordId | None, int],
    ties: Sequence[_Tie],
    words: dict[object, str],
) -> Ended:
    behind = next((tie for tie in ties if tie[1] == "raised-from"), None)
    own = RecordId(row[0])
    sources = [own, *(tie[0] for tie in ties)]
    return Ended(
        id=own,
        number=str(row[1] or ""),
        title=str(row[2] or ""),
        category=str(row[3] or ""),
        station=str(row[4] or ""),
        due_on=date.fromisoformat(str(row[5])) if row[5] else None,
        clock=str(row[6] or ""),
        clock_from=date.fromisoformat(str(row[7])) if row[7] else None,
        urgent=row[9] == "urgent",
        sensitive=bool(row[10]),
        confidential=bool(row[11]),
        people=_people(row),
        told=frozenset(told),
        tried=tried,
        said=next((words[source] for source in sources if words.get(source)), ""),
        suggestion=behind[0] if behind else None,
        suggestion_number=behind[2] if behind else "",
        suggestion_title=behind[3] if behind else "",
    )
