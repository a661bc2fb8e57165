"""Official numbers, given by the congress office of the right level under its own series."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import Actor, Changed, Desk, Standing, Work, require, standing
from station_desk.domain.declare import RecordId
from station_desk.domain.numbering import following, written
from station_desk.domain.records import MATTERS
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store.detail import load_matter
from station_desk.store.engine import Connection

__all__ = ["Proposed", "give", "proposed"]


@dataclass(frozen=True, slots=True)
class Proposed:
    """The number the office would give next, of which series (a key of the profile's numbering)."""

    number: str
    session: str
    series: str


def proposed(desk: Desk, matter: RecordId, on: date) -> Proposed:
    """The next number of the matter's series: session, between sessions, or motions; per office and year."""
    with desk.reading() as connection:
        detail = load_matter(connection, matter, desk.find_profile)
        if detail is None:
            raise UserError(translate("casework", "This matter is no longer here. Refresh the list."))
        record = detail.record
        session = getattr(record, "session", None) or ""
        if detail.row.track == "motion":
            series = "motion"
        else:
            series = "session" if getattr(record, "at_session", False) and session else "between"
        profile = detail.profile or desk.profile_in(connection)
        pattern = profile.pattern(series)
        given = _given(connection, record.office or "")
        n = following(pattern, given, session=session, year=on.year)
        return Proposed(written(pattern, n, session=session, year=on.year), session, series)


def _given(connection: Connection, office: str) -> list[str]:
    rows = connection.exec_driver_sql(
        "SELECT official_number FROM matter WHERE office = ? AND official_number IS NOT NULL"
        " AND void IS NULL AND track IN ('suggestion', 'motion')",
        (office,),
    )
    return [row[0] for row in rows]


def give(desk: Desk, actor: Actor, matter: RecordId, number: str, session: str, on: date) -> Changed:
    """Give the official number (16-4-012, 2026闭-007) and the session; for the congress office alone.

    ValidationError where it is empty or the office has given it to another matter.
    """
    number = number.strip()
    if not number:
        raise ValidationError(
            [Problem("official_number", translate("suggestions", "Enter the official number."))]
        )
    with desk.writing(actor, "number") as work:
        now = standing(work, matter)
        require(work, now, "number", on)
        other = _holder(work, now, number)
        if other:
            message = translate(
                "official", "{number} is given to {other} already.", number=number, other=other
            )
            raise ValidationError([Problem("official_number", message)])
        work.update(MATTERS[now.track.code], matter, official_number=number)
        if session.strip():
            work.update(MATTERS[now.track.code], matter, session=session.strip())
        work.step(matter, "number", on, text=number)
    return work.changed


def _holder(work: Work, now: Standing, number: str) -> str:
    found = work.connection.exec_driver_sql(
        "SELECT COALESCE(number, title) FROM matter WHERE office = ? AND official_number = ? AND id <> ?"
        " AND void IS NULL AND track = ?",
        (now.office, number, now.id, now.track.code),
    ).scalar()
    return str(found or "")
