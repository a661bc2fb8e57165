"""The file's own notes: keys and values that are never exchanged."""

from __future__ import annotations

from sqlalchemy.engine import Connection


def read_meta(connection: Connection) -> dict[str, str]:
    """The file's local notes."""
    return {row[0]: row[1] for row in connection.exec_driver_sql("SELECT key, value FROM meta")}


def note_of(connection: Connection, key: str) -> str | None:
    """One local note; None where there is none."""
    row = connection.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (key,)).first()
    return None if row is None else str(row[0])


def set_meta(connection: Connection, key: str, value: str) -> None:
    """Keep a local note, in a transaction already open."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def drop_meta(connection: Connection, key: str) -> None:
    """Forget a local note."""
    connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (key,))
