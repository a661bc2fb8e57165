"""Small helpers for fast statements: many rows in, many ids looked up, without IN lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy.engine import Connection, CursorResult

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
        sql = _insert("INSERT OR REPLACE" if replace else "INSERT", table, columns)
        connection.exec_driver_sql(sql, list(rows) if len(rows) > 1 else rows[0])


def _plain(result: CursorResult[Any]) -> list[tuple[Any, ...]]:
    """All rows; they behave as tuples, and are typed as such."""
    return cast("list[tuple[Any, ...]]", result.all())


def rows_for(connection: Connection, sql: str, keys: Iterable[bytes | int]) -> list[tuple[Any, ...]]:
    """Rows of `sql`, which holds `{keys}` where a list of ids belongs (after IN), for any number of ids."""
    wanted = list(keys)
    if not wanted:
        return []
    if len(wanted) <= SMALL:
        marks = ",".join("?" * len(wanted))
        return _plain(connection.exec_driver_sql(sql.replace("{keys}", f"({marks})"), tuple(wanted)))
    connection.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS wanted (k BLOB PRIMARY KEY) WITHOUT ROWID")
    connection.exec_driver_sql("DELETE FROM temp.wanted")
    connection.exec_driver_sql("INSERT OR IGNORE INTO temp.wanted VALUES (?)", [(key,) for key in wanted])
    return _plain(connection.exec_driver_sql(sql.replace("{keys}", "(SELECT k FROM temp.wanted)")))


def _blob(value: Wire) -> object:
    return bytes.fromhex(value) if isinstance(value, str) else None


def _joined(value: Wire) -> object:
    return ",".join(value) if isinstance(value, list) else None


def _integer(value: Wire) -> object:
    return int(value) if isinstance(value, (bool, int)) else None


@cache
def _converters(name: str) -> tuple[tuple[str, Callable[[Wire], object] | None], ...]:
    by_kind: dict[Kind, Callable[[Wire], object]] = {
        Kind.REF: _blob,
        Kind.REFS: _joined,
        Kind.FLAG: _integer,
    }
    declared = declare.fields_of(TYPES[name])
    return tuple((field, by_kind.get(f.kind)) for field, f in declared.items())


def sql_values(name: str, values: Mapping[str, Wire]) -> dict[str, object]:
    """A record's folded wire values as column values, every declared field present."""
    out: dict[str, object] = {}
    for field, convert in _converters(name):
        value = values.get(field)
        out[field] = value if convert is None or value is None else convert(value)
    return out
