"""Visits read back: the day's last one, a visitor's earlier ones, and the next number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.engine import Connection

from station_desk.domain.declare import RecordId
from station_desk.domain.records import Visit
from station_desk.store import numbers
from station_desk.store.loading import load_where, names_of
from station_desk.store.queries import MatterRow, rows_by_rank


@dataclass(frozen=True, slots=True)
class PastVisit:
    """One earlier visit: when, how, who received it, and what was raised."""

    id: RecordId
    number: str
    began: datetime | None
    channel: str
    deputies: tuple[str, ...]
    matters: tuple[MatterRow, ...]


def next_number(connection: Connection, station: str, day: date) -> str:
    """The number that the next visit of `day` at a station gets: `HC-20260521-05`."""
    prefix = f"{station}-{day:%Y%m%d}-{numbers.mark(connection, day.year)}"
    # By the numbers given, not by counting: a visit moved to another day keeps its number.
    return f"{prefix}{numbers.last(connection, 'visit', prefix, digits=2) + 1:02d}"


def last_of_day(connection: Connection, station: str, day: date) -> Visit | None:
    """The latest visit of `day` at a station."""
    found = load_where(
        connection,
        Visit,
        "t.began >= ? AND t.began < ? AND t.station = ?",
        (day.isoformat(), day.isoformat() + "U", station),
        "ORDER BY t.began DESC, t.id DESC LIMIT 1",
    )
    return found[0][1] if found else None


def of_visitor(connection: Connection, visitor: RecordId, *, limit: int = 5) -> list[PastVisit]:
    """A visitor's earlier visits, newest first."""
    out: list[PastVisit] = []
    found = load_where(
        connection, Visit, "t.visitor = ?", (visitor,), f"ORDER BY t.began DESC, t.id DESC LIMIT {int(limit)}"
    )
    for record, visit in found:
        ranks = [
            row[0]
            for row in connection.exec_driver_sql(
                "SELECT m.n FROM issue i JOIN matter m ON m.id = i.id"
                " WHERE i.visit = ? AND m.void IS NULL ORDER BY m.n",
                (record,),
            )
        ]
        names = names_of(connection, "deputy", visit.deputies or ())
        out.append(
            PastVisit(
                record,
                visit.number or "",
                visit.began,
                visit.channel or "",
                tuple(names[d] for d in visit.deputies or () if d in names),
                tuple(rows_by_rank(connection, ranks)),
            )
        )
    return out
