"""One figure that two desks compare: equal digests, equal records."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from station_desk.casework.context import Desk
from station_desk.domain.records import MATTERS, TYPES
from station_desk.exchange.scope import Scope, scope_for
from station_desk.store.engine import Connection
from station_desk.store.sqlio import bare
from station_desk.store.tables import TABLES

_GONE = "(SELECT matter FROM withdrawn WHERE gone = 1)"
_HANGING = f" WHERE matter NOT IN {_GONE}"
_TAKEN_BACK = {
    "matter": f" WHERE id NOT IN {_GONE}",
    # An office sees a tie of which one end is its own.
    "link": f" WHERE EXISTS (SELECT 1 FROM matter m WHERE m.id IN (source, target) AND m.id NOT IN {_GONE})",
    # A visit names no matter: what is left of one that was taken back is this desk's own words about it.
    "visit": " WHERE id NOT IN (SELECT record FROM mark WHERE kind = 'stub')",
} | {cls.type_name: f" WHERE id NOT IN {_GONE}" for cls in MATTERS.values()}
"""What a desk keeps of its own on a matter that the office above took back is not compared."""


def digest(desk: Desk, station: str = "") -> str:
    """SHA-256 in hex over the casework that a station and its town both hold (visitors are the station's
    alone), with stages and due days; `station` narrows it to what that site below holds: its own matters
    and those of the sites below it, or one deputy's."""
    with desk.reading() as connection:
        return digest_within(connection, scope_for(connection, desk.identity, station) if station else None)


def digest_within(connection: Connection, scope: Scope | None) -> str:
    """The digest over a scope alone, to compare what two desks hold of it; None: over everything."""
    total = sha256()
    if scope is not None and scope.everything:
        scope = None
    if scope is not None:
        _list(connection, "digested", scope.matters)
        _list(connection, "digested_visits", scope.visits)
    matters = "SELECT k FROM temp.digested"
    for name in ("matter", *sorted(TYPES)):
        cls = TYPES.get(name)
        if cls is not None and (not cls.casework or cls.withheld):
            continue
        columns = ", ".join(f'"{c.name}"' for c in TABLES[name].columns if c.name != "n" or name != "matter")
        condition = _TAKEN_BACK.get(name, _HANGING if "matter" in columns else "")
        if scope is not None:
            if name == "visit":
                condition = " WHERE id IN (SELECT k FROM temp.digested_visits)"
            elif name == "matter" or name in MATTERS:
                condition = f" WHERE id IN ({matters})"
            elif name == "link":
                both = "AND" if scope.both_ends else "OR"
                condition = f" WHERE source IN ({matters}) {both} target IN ({matters})"
            else:
                condition = f" WHERE matter IN ({matters})"
        total.update(name.encode())
        rows = connection.exec_driver_sql(f"SELECT {columns} FROM {name}{condition} ORDER BY id")
        while part := rows.fetchmany(5_000):
            for row in part:
                total.update(repr(tuple(row)).encode())
    return total.hexdigest()


def _list(connection: Connection, name: str, keys: Iterable[bytes]) -> None:
    """Ids to compare, in a table of this connection alone."""
    cursor = bare(connection)
    cursor.execute(f"CREATE TEMP TABLE IF NOT EXISTS {name} (k BLOB PRIMARY KEY) WITHOUT ROWID")
    cursor.execute(f"DELETE FROM temp.{name}")
    cursor.executemany(f"INSERT INTO temp.{name} VALUES (?)", [(key,) for key in keys])
