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


class Keys:
    """Any number of ids for several statements, listed once. Good until the connection lists others."""

    def __init__(self, connection: Connection, keys: Iterable[bytes | int]) -> None:
        self._connection = connection
        self._wanted = list(keys)
        self._listed = len(self._wanted) > SMALL
        if self._listed:
            cursor = bare(connection)
            cursor.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (k BLOB PRIMARY KEY) WITHOUT ROWID")
            cursor.execute("DELETE FROM temp.wanted")
            cursor.executemany("INSERT OR IGNORE INTO temp.wanted VALUES (?)", [*zip(self._wanted)])

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of `sql`, which holds `{keys}` where a list of ids belongs (after IN)."""
        if self._listed:
            return rows_of(self._connection, sql.replace("{keys}", "(SELECT k FROM temp.wanted)"))
        if not self._wanted:
            return []
        marks = ",".join("?" * len(self._wanted))
        return rows_of(self._connection, sql.replace("{keys}", f"({marks})"), self._wanted)


def rows_for(connection: Connection, sql: str, keys: Iterable[bytes | int]) -> list[tuple[Any, ...]]:
    """Rows of `sql`, which holds `{keys}` where a list of ids belongs (after IN), for any number of ids."""
    return Keys(connection, keys).rows(sql)


def _blob(value: Wire) -> object:
    return bytes.fromhex(value) if isinstance(value, str) else None


def _joined(value: Wire) -> object:
    return ",".join(value) if isinstance(value, list) else None


def _integer(value: Wire) -> object:
    return int(value) if isinstance(value, (bool, int)) else None


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


@cache
def sql_values(name: str, columns: tuple[str, ...]) -> Callable[[Mapping[str, Wire]], list[object]]:
    """How a record's folded wire values become column values, in the order of `columns`."""
    converters = _converters(name, columns)

    def convert_all(values: Mapping[str, Wire]) -> list[object]:
        found: list[Wire] = [*map(values.get, columns)]
        out = cast("list[object]", found)
        for at, convert in converters:
            value = found[at]
            if value is not None:
                out[at] = convert(value)
        return out

    return convert_all
