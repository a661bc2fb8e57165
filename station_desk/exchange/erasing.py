"""Erases changes from a desk: their digests stay in the log, and what is left makes the records anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.records import TYPES
from station_desk.exchange import sums
from station_desk.exchange.scope import HANGING
from station_desk.store import codec
from station_desk.store.engine import Connection
from station_desk.store.files import Files, path_beside
from station_desk.store.matters import ruled_by, steps_by
from station_desk.store.projection import Incoming
from station_desk.store.sqlio import Keys, bare, rows_for, rows_of


def erase(connection: Connection, desk: Desk, changes: Iterable[int], records: Iterable[bytes]) -> None:
    """Erase these changes (log numbers), which are of these records: from the log, of which the digests stay,
    from the record tables and the search. Records of which something is left are made anew from it, and so
    are the matters that an erased record hung on."""
    touched = {*records}
    matters = set[bytes]()
    for name in HANGING:
        found = rows_for(connection, f"SELECT matter FROM {name} WHERE id IN {{keys}}", touched)
        matters |= {row[0] for row in found if row[0] is not None}
    # Without its record a site is no deputy's desk any more, and its steps count as they say.
    named = rows_for(connection, "SELECT code FROM site WHERE id IN {keys} AND role = 'deputy'", touched)
    matters |= steps_by(connection, {row[0] for row in named})
    # What is erased is overwritten in the file, not merely marked as free.
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    touched |= matters | _ruled(connection, touched)
    _forget(connection, touched)
    bare(connection).executemany(
        "UPDATE chg SET record = NULL, made = 0, body = NULL WHERE n = ?", [(n,) for n in changes]
    )
    _project_again(connection, desk, touched)
    for table in ("ft", "fc"):
        connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('optimize')")
    sums.forget(connection)


def _ruled(connection: Connection, records: Iterable[bytes]) -> set[RecordId]:
    """The matters whose rules come from a profile among these records, or by a site among them."""
    keys = Keys(connection, records)
    versions = [row[0] for row in keys.rows("SELECT version FROM profile WHERE id IN {keys}")]
    codes = [row[0] for row in keys.rows("SELECT code FROM site WHERE id IN {keys}") if row[0] is not None]
    return ruled_by(connection, versions, codes)


def _forget(connection: Connection, records: Iterable[bytes]) -> None:
    keys = Keys(connection, records)
    for n in [row[0] for row in keys.rows("SELECT n FROM matter WHERE id IN {keys}")]:
        for table in ("matter WHERE n", "ft WHERE rowid", "fc WHERE rowid"):
            connection.exec_driver_sql(f"DELETE FROM {table} = ?", (n,))
    for name in TYPES:
        keys.rows(f"DELETE FROM {name} WHERE id IN {{keys}}")
    keys.rows("DELETE FROM mark WHERE record IN {keys}")


def _project_again(connection: Connection, desk: Desk, records: Iterable[bytes]) -> None:
    rows = rows_for(
        connection,
        "SELECT g.n, g.record, g.body, g.made, c.lamport, c.site, c.role FROM chg g"
        " JOIN cmt c ON c.n = g.cmt WHERE g.record IN {keys} AND g.body IS NOT NULL ORDER BY g.n",
        records,
    )
    incoming = [
        Incoming(n, RecordId(record), codec.read_change(body), body, bool(made), lamport, site, role)
        for n, record, body, made, lamport, site, role in rows
    ]
    desk.projector.project(connection, incoming, late=True)


def scrub(desk: Desk, attached: Collection[str]) -> None:
    """Once an erasing is on disk: remove the `attached` files (SHA-256 in hex) that nothing names any more,
    and clear what the desk's file and its side log still hold of it."""
    if attached:
        with Files(path_beside(desk.path)) as files:
            files.remove(attached)
    with desk.reading() as connection:
        # Pages that were split keep copies in their unused parts, which secure deletion does not reach.
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")


def files_of(connection: Connection, records: Iterable[bytes]) -> set[str]:
    """The attached files (SHA-256 in hex) that these records name."""
    sql = "SELECT sha256 FROM attachment WHERE id IN {keys} AND sha256 IS NOT NULL"
    return {row[0] for row in rows_for(connection, sql, records)}


def unnamed(connection: Connection, files: Iterable[str]) -> tuple[str, ...]:
    """Those of these files that no record names any more."""
    left = {row[0] for row in rows_of(connection, "SELECT DISTINCT sha256 FROM attachment")}
    return tuple(sorted(set(files) - left))
