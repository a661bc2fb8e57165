"""The day in figures beside today's list: who came, what was answered, what falls due next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.engine import Connection


@dataclass(frozen=True, slots=True)
class DayBook:
    """Figures of one day.

    `visits`, `people`, `matters`, `answered` (on the spot) are of the day's reception; `earliest` is the
    oldest due day passed; `coming` are the next due days with how many matters each.
    """

    visits: int
    people: int
    matters: int
    answered: int
    earliest: date | None
    due_today: int
    due_tomorrow: int
    tell_late: int
    consult_late: int
    coming: tuple[tuple[date, int], ...]


def read(connection: Connection, day: date, *, days: int = 4) -> DayBook:
    """The figures of `day`, with the next `days` due days after it."""
    on, after = day.isoformat(), (day + timedelta(1)).isoformat()
    # Unlike sum, total never overflows: a number of people that came in may be any.
    came = connection.exec_driver_sql(
        "SELECT count(*), CAST(total(COALESCE(people, 1)) AS INTEGER) FROM visit"
        " WHERE began >= ? AND began < ? AND void IS NULL",
        (on, after),
    ).one()
    raised = connection.exec_driver_sql(
        "SELECT count(*), COALESCE(sum(m.outcome = 'answered'), 0) FROM visit v"
        " JOIN issue i ON i.visit = v.id JOIN matter m ON m.id = i.id"
        " WHERE v.began >= ? AND v.began < ? AND v.void IS NULL AND m.void IS NULL",
        (on, after),
    ).one()
    waiting = "FROM matter WHERE closed_on IS NULL AND void IS NULL"
    late = connection.exec_driver_sql(
        f"SELECT min(due_on), COALESCE(sum(track = 'issue' AND stage = 'done'), 0),"
        " COALESCE(sum(track = 'suggestion' AND stage IN ('replied', 'second')), 0)"
        f" {waiting} AND due_on < ?",
        (on,),
    ).one()
    coming = connection.exec_driver_sql(
        f"SELECT due_on, count(*) {waiting} AND due_on >= ? GROUP BY due_on ORDER BY due_on LIMIT ?",
        (on, days + 1),
    ).all()
    by_day = {date.fromisoformat(row[0]): int(row[1]) for row in coming}
    return DayBook(
        visits=came[0],
        people=came[1],
        matters=raised[0],
        answered=raised[1],
        earliest=date.fromisoformat(late[0]) if late[0] else None,
        due_today=by_day.get(day, 0),
        due_tomorrow=by_day.get(day + timedelta(1), 0),
        tell_late=late[1],
        consult_late=late[2],
        coming=tuple(item for item in by_day.items() if item[0] > day)[:days],
    )
