"""The office's lists: deputies, units, grids, stations, categories, visitors known by name or number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import Connection

from station_desk.domain.declare import RecordId
from station_desk.domain.records import (
    Answer,
    Category,
    Deputy,
    Grid,
    Person,
    Site,
    Station,
    Unit,
    Visitor,
)
from station_desk.store.commits import Identity
from station_desk.store.loading import load_where
from station_desk.store.sqlio import rows_for


def deputies(connection: Connection) -> list[tuple[RecordId, Deputy]]:
    """All deputies, by name."""
    return load_where(connection, Deputy, "1", (), "ORDER BY t.name, t.id")


def units(connection: Connection) -> list[tuple[RecordId, Unit]]:
    """All units, by name."""
    return load_where(connection, Unit, "1", (), "ORDER BY t.name, t.id")


def grids(connection: Connection) -> list[tuple[RecordId, Grid]]:
    """All grids, by village and name."""
    return load_where(connection, Grid, "1", (), "ORDER BY t.village, t.name, t.id")


def stations(connection: Connection) -> list[tuple[RecordId, Station]]:
    """All stations this desk knows, by code."""
    return load_where(connection, Station, "1", (), "ORDER BY t.code, t.id")


def sites(connection: Connection) -> list[tuple[RecordId, Site]]:
    """All sites this desk knows, by code."""
    return load_where(connection, Site, "1", (), "ORDER BY t.code, t.id")


_LEVEL_ROLES = {"town": "town", "county": "county", "city": "city", "province": "", "national": ""}


def office_at(connection: Connection, identity: Identity, level: str) -> str:
    """The congress office of that level above (or at) this desk, which numbers and hands over what a deputy
    of the level puts forward (代表法 art. 51). Where it is not known here, the next office above stands."""
    parents = {
        code: (role, parent)
        for code, role, parent in connection.exec_driver_sql(
            "SELECT code, role, parent FROM site WHERE void IS NULL ORDER BY id DESC"
        )
    }
    at, seen = identity.site, set[str]()
    wanted = _LEVEL_ROLES.get(level, "")
    below: str = ""
    while at and at not in seen:
        seen.add(at)
        role, parent = parents.get(at, ("", ""))
        if at == identity.site:
            role, parent = identity.role.value, identity.parent
        if role == wanted:
            return at
        if role in ("town", "county", "city") and not below:
            below = at
        at = parent or ""
    return below or identity.office


def ready_answers(connection: Connection) -> list[tuple[RecordId, Answer]]:
    """The answers kept to be given again, by category and title."""
    return load_where(connection, Answer, "1", (), "ORDER BY t.category, t.title, t.id")


def people(connection: Connection, site: str) -> list[tuple[RecordId, Person]]:
    """Who works at a site's desk, by name."""
    return load_where(connection, Person, "t.site = ?", (site,), "ORDER BY t.name, t.id")


def categories(connection: Connection) -> list[tuple[RecordId, Category]]:
    """The edited categories in their order; none where the profile's own still serve."""
    return load_where(connection, Category, "1", (), "ORDER BY COALESCE(t.rank, 9999), t.id")


@dataclass(frozen=True, slots=True)
class KnownVisitor:
    """Someone who came before."""

    id: RecordId
    visitor: Visitor
    visits: int
    last: datetime | None


def visitors_named(connection: Connection, start: str, *, limit: int = 8) -> list[KnownVisitor]:
    """Visitors whose name or telephone begins with `start`, most recent first."""
    if not start:
        return []
    high = start + "\U0010ffff"
    found = load_where(
        connection,
        Visitor,
        "(t.name >= ? AND t.name < ?) OR (t.phone >= ? AND t.phone < ?)",
        (start, high, start, high),
        f"ORDER BY t.id DESC LIMIT {int(limit)}",
    )
    return [_known(connection, record, visitor) for record, visitor in found]


def all_visitor_names(connection: Connection) -> list[tuple[RecordId, str]]:
    """Every visitor's name, for the lookup by pinyin initials."""
    rows = connection.exec_driver_sql("SELECT id, name FROM visitor WHERE void IS NULL AND name IS NOT NULL")
    return [(RecordId(row[0]), row[1]) for row in rows]


def visitor(connection: Connection, record: RecordId) -> KnownVisitor | None:
    """One visitor."""
    found = load_where(connection, Visitor, "t.id = ?", (record,))
    return _known(connection, record, found[0][1]) if found else None


def _known(connection: Connection, record: RecordId, found: Visitor) -> KnownVisitor:
    row = connection.exec_driver_sql(
        "SELECT count(*), max(began) FROM visit WHERE visitor = ? AND void IS NULL", (record,)
    ).one()
    return KnownVisitor(record, found, row[0], datetime.fromisoformat(row[1]) if row[1] else None)


def matters_of_visitor(connection: Connection, record: RecordId, *, limit: int = 20) -> list[int]:
    """Ranks of a visitor's matters, newest first."""
    rows = connection.exec_driver_sql(
        "SELECT m.n FROM issue i JOIN matter m ON m.id = i.id WHERE i.visitor = ? AND m.void IS NULL"
        " ORDER BY m.n DESC LIMIT ?",
        (record, limit),
    )
    return [row[0] for row in rows]


def source_keys(connection: Connection, keys: list[str]) -> dict[str, RecordId]:
    """Issues already taken in from a sheet, by the key of their row."""
    out: dict[str, RecordId] = {}
    for start in range(0, len(keys), 400):
        part = keys[start : start + 400]
        marks = ",".join("?" * len(part))
        rows = connection.exec_driver_sql(
            f"SELECT source_key, id FROM issue WHERE source_key IN ({marks})",
            tuple(part),
        )
        out.update((row[0], RecordId(row[1])) for row in rows)
    return out


def without_reply(connection: Connection, issues: list[RecordId]) -> set[RecordId]:
    """Those of `issues` that are still open and hold no reply."""
    rows = rows_for(
        connection,
        "SELECT m.id FROM matter m WHERE m.id IN {keys} AND m.closed_on IS NULL AND m.void IS NULL"
        " AND m.stage IN ('registered', 'accepted', 'assigned', 'handling', 'in_suggestion')"
        " AND NOT EXISTS (SELECT 1 FROM reply r WHERE r.matter = m.id AND r.void IS NULL)",
        issues,
    )
    return {RecordId(row[0]) for row in rows}
