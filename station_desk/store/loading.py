"""Records read back as their declared types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar, cast

from sqlalchemy.engine import Connection

from station_desk.domain import declare
from station_desk.domain.declare import Kind, Record, RecordId, Value
from station_desk.domain.records import Matter
from station_desk.store.sqlio import rows_for
from station_desk.store.tables import FIELD_COLUMNS, MATTER_FIELDS

R = TypeVar("R", bound=Record)


def _value(kind: Kind, stored: object) -> Value:
    if stored is None:
        return None
    if kind is Kind.REF:
        return RecordId(cast("bytes", stored))
    if kind is Kind.FLAG:
        return bool(stored)
    if kind is Kind.REFS:
        return tuple(RecordId(bytes.fromhex(part)) for part in str(stored).split(",") if part)
    if kind in (Kind.DATE, Kind.MOMENT):
        return declare.from_wire(kind, str(stored))
    return cast("Value", stored)


def _columns(cls: type[Record]) -> tuple[list[str], str]:
    """The columns in order, and the FROM part that brings a matter's shared row and its track's together."""
    own = [f't."{name}"' for name in FIELD_COLUMNS[cls.type_name]]
    if issubclass(cls, Matter):
        shared = [f'm."{name}"' for name in MATTER_FIELDS]
        return [*shared, *own], f"matter m JOIN {cls.type_name} t ON t.id = m.id"
    return own, f"{cls.type_name} t"


def make(cls: type[R], names: Sequence[str], stored: Sequence[object]) -> R:
    """A record from stored values in the order of `names`."""
    declared = declare.fields_of(cls)
    values = {name: _value(declared[name].kind, value) for name, value in zip(names, stored, strict=True)}
    return cls(**values)  # type: ignore[arg-type]


def load_where(
    connection: Connection, cls: type[R], condition: str, values: tuple[object, ...] = (), tail: str = ""
) -> list[tuple[RecordId, R]]:
    """Records that are not voided and meet the SQL `condition` over `t` (and `m` for matters)."""
    columns, source = _columns(cls)
    void = "m.void" if issubclass(cls, Matter) else "t.void"
    sql = f"SELECT t.id, {', '.join(columns)} FROM {source} WHERE {void} IS NULL AND ({condition}) {tail}"
    names = [column.split('"')[1] for column in columns]
    rows = connection.exec_driver_sql(sql, values)
    return [(RecordId(row[0]), make(cls, names, tuple(row)[1:])) for row in rows]


def load(connection: Connection, cls: type[R], record: RecordId | None) -> R | None:
    """One record by id, voided or not; None where it has not arrived."""
    if record is None:
        return None
    columns, source = _columns(cls)
    names = [column.split('"')[1] for column in columns]
    row = connection.exec_driver_sql(
        f"SELECT {', '.join(columns)} FROM {source} WHERE t.id = ?",
        (record,),
    ).first()
    return make(cls, names, tuple(row)) if row is not None else None


def names_of(connection: Connection, table: str, wanted: Iterable[RecordId]) -> dict[RecordId, str]:
    """The `name` of each record of a directory table."""
    rows = rows_for(connection, f"SELECT id, name FROM {table} WHERE id IN {{keys}}", wanted)
    return {RecordId(row[0]): row[1] or "" for row in rows}
