"""Half-typed work, in a file of its own beside the desk: kept at every pause, never waiting for the desk."""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from station_desk.store.engine import DRIVER_ERRORS, in_words, make_engine

SUFFIX = ".drafts"


@dataclass(frozen=True, slots=True)
class Draft:
    """One piece of half-typed work: `payload` is its form's JSON text, `saved_at` local wall time."""

    key: str
    payload: str
    saved_at: datetime


def path_beside(desk: Path) -> Path:
    """Where a desk's drafts lie."""
    return desk.with_suffix(SUFFIX)


class Drafts:
    """The drafts of one desk. The file is made with the first draft; threads take turns."""

    def __init__(self, desk: Path) -> None:
        self.path = path_beside(desk)
        self._engine = make_engine(self.path)
        self._lock = threading.Lock()
        self._ready = False

    def put(self, key: str, payload: str) -> None:
        """Keep `payload` under `key`, in place of what was there; on disk when this returns."""
        now = datetime.now().isoformat(timespec="seconds")
        self._write("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (key, payload, now))

    def get(self, key: str) -> Draft | None:
        """The draft under `key`; None where there is none."""
        return next((draft for draft in self.all(key) if draft.key == key), None)

    def all(self, start: str = "") -> list[Draft]:
        """Every draft whose key begins with `start`, latest first."""
        if not self._ready and not self.path.exists():
            return []
        with self._lock:
            self._prepare()
            with self._engine.connect() as connection:
                rows = connection.exec_driver_sql(
                    "SELECT key, payload, saved_at FROM draft WHERE substr(key, 1, ?) = ?"
                    " ORDER BY saved_at DESC, key",
                    (len(start), start),
                ).all()
        return [Draft(key, payload, datetime.fromisoformat(at)) for key, payload, at in rows]

    def delete(self, key: str) -> None:
        """Forget the draft under `key`, if there is one."""
        if self._ready or self.path.exists():
            self._write("DELETE FROM draft WHERE key = ?", (key,))

    def erase(self, named: Collection[str]) -> None:
        """Forget every draft in whose key one of these texts stands, so that the file holds nothing of it."""
        keys = [draft.key for draft in self.all() if any(one in draft.key for one in named)]
        for key in keys:
            self._write("DELETE FROM draft WHERE key = ?", (key,))
        if keys:
            with self._lock, self._engine.connect() as connection:
                # The side log, and pages once freed, keep copies.
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("VACUUM")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                connection.exec_driver_sql("BEGIN")

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _write(self, sql: str, values: tuple[str, ...]) -> None:
        with self._lock:
            try:
                self._prepare()
                with (
                    self._engine.connect().execution_options(writing=True) as connection,
                    connection.begin(),
                ):
                    connection.exec_driver_sql(sql, values)
            except DRIVER_ERRORS as error:
                raise in_words(error) from error

    def _prepare(self) -> None:
        if self._ready:
            return
        with self._engine.connect().execution_options(writing=True) as connection, connection.begin():
            connection.exec_driver_sql(
                "CREATE TABLE IF NOT EXISTS draft"
                " (key TEXT PRIMARY KEY, payload TEXT NOT NULL, saved_at TEXT NOT NULL) WITHOUT ROWID"
            )
        self._ready = True
