"""What has not arrived of the time a report is about: rules of matters, packages of offices below."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from station_desk.casework.context import Desk
from station_desk.casework.statistics import Period
from station_desk.domain.vocabulary import SiteRole

QUIET_DAYS = 14
"""Days of silence after which an office counts as missing in a report up to today."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """An office whose latest package came on `last`, None where none ever did."""

    site: str
    name: str
    last: date | None


def unarrived(desk: Desk, period: Period | None, scope: str = "", track: str = "") -> int:
    """Matters opened in `period` (None: ever), of one station and track where named, whose rules have not
    arrived: they have no stage and no day."""
    first, last = (period.first, period.last) if period is not None else (date.min, date.max)
    with desk.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT count(*) FROM matter WHERE void IS NULL AND stage IS NULL AND opened_on BETWEEN ? AND ?"
            " AND ? IN ('', station) AND ? IN ('', track)",
            (first.isoformat(), last.isoformat(), scope, track),
        ).scalar()
    return int(found or 0)


def awaited(desk: Desk, until: date | None, today: date, scope: str = "") -> tuple[Awaited, ...]:
    """Offices below this one whose latest package came before `until` was over; of a time not over yet, those
    silent for a fortnight. `scope` asks for one of them. Deputies' desks are none: their matters are the
    station's."""
    over = until is not None and until < today
    needed = until + timedelta(1) if over and until is not None else today - timedelta(QUIET_DAYS)
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT s.code, s.name, (SELECT max(t.at) FROM stream t WHERE t.peer = s.code"
            " AND t.direction = 'in') FROM site s WHERE s.void IS NULL AND s.parent = ? AND s.code != ?"
            " AND s.role != ? ORDER BY s.code",
            (desk.identity.site, desk.identity.site, SiteRole.DEPUTY.value),
        ).all()
    found = [Awaited(row[0], row[1] or row[0], date.fromisoformat(row[2][:10]) if row[2] else None)
             for row in rows if scope in ("", row[0])]  # fmt: skip
    return tuple(one for one in found if one.last is None or one.last < needed)
