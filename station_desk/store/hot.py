"""What the public raised again and again, and in numbers: ties between issues, and who came to visits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Connection

from station_desk.domain.declare import RecordId
from station_desk.store import similar
from station_desk.store.counts import Span
from station_desk.store.queries import MatterRow
from station_desk.store.similar import Vocabulary
from station_desk.store.sqlio import rows_for, rows_of

_KINDS = "'merged-into', 'same-as', 'together', 'follows-up', 'raised-from'"
ALIKE = 20
"""Matters in similar words at most."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A link between two matters; `source` is merged into, or the suggestion raised from, `target`."""

    kind: str
    source: RecordId
    target: RecordId


@dataclass(frozen=True, slots=True)
class Raised:
    """An issue of the span with the visit it was raised at (None: imported) and how many came."""

    id: RecordId
    visit: RecordId | None
    people: int


def ties(connection: Connection) -> list[Tie]:
    """Every tie that makes two matters one concern."""
    sql = f"SELECT kind, source, target FROM link WHERE void IS NULL AND kind IN ({_KINDS})"
    return [
        Tie(kind, RecordId(source), RecordId(target)) for kind, source, target in rows_of(connection, sql)
    ]


def issues(connection: Connection, span: Span, among: Iterable[RecordId]) -> list[Raised]:
    """Those of `among` that are issues of the span."""
    sql = (
        "SELECT m.id, i.visit, COALESCE(v.people, 1), m.opened_on, m.station FROM matter m"
        " JOIN issue i ON i.id = m.id LEFT JOIN visit v ON v.id = i.visit AND v.void IS NULL"
        " WHERE m.id IN {keys} AND m.void IS NULL"
    )
    first, last = span.first.isoformat(), span.last.isoformat()
    return [
        _raised(row)
        for *row, opened, station in rows_for(connection, sql, among)
        if first <= (opened or "") <= last and (not span.station or station == span.station)
    ]


def crowds(connection: Connection, span: Span) -> list[Raised]:
    """The issues of the span for which more than one person came at once."""
    sql = (
        "SELECT m.id, v.id, v.people FROM visit v CROSS JOIN issue i ON i.visit = v.id"
        " CROSS JOIN matter m ON m.id = i.id WHERE v.people > 1 AND v.void IS NULL AND m.void IS NULL"
        " AND m.opened_on BETWEEN ? AND ? AND ? IN ('', m.station)"
    )
    values = (span.first.isoformat(), span.last.isoformat(), span.station)
    return [_raised(row) for row in rows_of(connection, sql, values)]


def _raised(row: Sequence[Any]) -> Raised:
    record, visit, people = row
    return Raised(RecordId(record), RecordId(visit) if visit else None, people)


def alike(
    connection: Connection, vocabulary: Vocabulary, span: Span, head: MatterRow, known: Iterable[MatterRow]
) -> tuple[RecordId, ...]:
    """Issues of the span that say much the same as `head` and are tied to none of `known`: a clerk's hint."""
    ranks = [row.rank for row in known]
    found = similar.find(connection, vocabulary, head.title, limit=ALIKE, exclude=ranks)
    return tuple(
        one.row.id
        for one in found
        if one.row.track == "issue"
        and one.row.opened_on is not None
        and span.first <= one.row.opened_on <= span.last
        and (not span.station or one.row.station == span.station)
    )
