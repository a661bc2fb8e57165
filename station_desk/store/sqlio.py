"""Small helpers for fast statements: many rows in, many ids looked up, without IN lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPICursor

from station_desk.domain import declare
from station_desk.domain.declare import Kind, Wire
from station_desk.domain.records import TYPES

SMALL = 400


@cache
def _insert(verb: str, table: str, columns: int) -> str:
    return f"{verb} INTO {table} VALUES ({','.join('?' * columns)})"


def insert_many(
    connection: Connection,
    table: str,
    columns: int,
    rows: Sequence[tuple[object, ...]],
    *,
    replace: bool = False,
) -> None:
    """Insert (or replace) full rows in the table's own column order."""
    if rows:
        bare(connection).executemany(
            _insert("INSERT OR REPLACE" if replace else "INSERT", table, columns), rows
        )


def bare(connection: Connection) -> DBAPICursor:
    """A cursor of the driver inside the connection's transaction: for many rows or statements at once, where
    what SQLAlchemy adds to each (15 µs a statement, an object a row) is most of the cost."""
    if not connection.in_transaction():
        connection.begin()
    return connection.connection.cursor()


def rows_of(connection: Connection, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """All rows of a statement as plain tuples."""
    cursor = bare(connection)
    cursor.execute(sql, values)
    return cast("list[tuple[Any, ...]]", cursor.fetchall())


def rows_for(connection: Connection, sql: str, keys: Iterable[bytes | int]) -> list[tuple[Any, ...]]:
    """Rows of `sql`, which holds `{keys}` where a list of ids belongs (after IN), for any number of ids."""
    wanted = list(keys)
    if not wanted:
        return []
    if len(wanted) <= SMALL:
        marks = ",".join("?" * len(wanted))
        return rows_of(connection, sql.replace("{keys}", f"({marks})"), wanted)
    cursor = bare(connection)
    cursor.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (k BLOB PRIMARY KEY) WITHOUT ROWID")
    cursor.execute("DELETE FROM temp.wanted")
    cursor.executemany("INSERT OR IGNORE INTO temp.wanted VALUES (?)", [(key,) for key in wanted])
    return rows_of(connection, sql.replace("{keys}", "(SELECT k FROM temp.wanted)"))


def _blob(value: Wire) -> object:
    return bytes.fromhex(value) if isinstance(value, str) else None


def _joined(value: Wire) -> object:
    return ",".join(value) if isinstance(value, list) else None


def _integer(value: Wire) -> object:
    return int(value) if isinstance(value, (bool, int)) else None


@cache
def _converters(name: str, columns: tuple[str, ...]) -> tuple[tuple[int, Callable[[Wire], object]], ...]:
    by_kind: dict[Kind, Callable[[Wire], object]] = {
        Kind.REF: _blob,
        Kind.REFS: _joined,
        Kind.FLAG: _integer,
    }
    declared = declare.fields_of(TYPES[name])
    return tuple(
        (at, by_kind[declared[column].kind])
        for at, column in enumerate(columns)
        if declared[column].kind in by_kind
    )


def sql_values(name: str, columns: tuple[str, ...], values: Mapping[str, Wire]) -> list[object]:
    """A record's folded wire values as column values, in the order of `columns`."""
    out: list[object] = [*map(values.get, columns)]
    for at, convert in _converters(name, columns):
        if out[at] is not None:
            out[at] = convert(values[columns[at]])
    return out
