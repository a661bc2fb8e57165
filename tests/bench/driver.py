"""The limit itself: what our work sent to the driver, recorded, and played again with nothing in between."""

from __future__ import annotations

import pickle
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO
from unittest import mock

import sqlcipher3.dbapi2 as driver

_READS = ("SELECT", "PRAGMA", "WITH", "EXPLAIN", "ANALYZE")
_TURNS = ("BEGIN", "COMMIT", "ROLLBACK")


def connect(path: Path | str) -> Any:
    """A bare connection with the pragmas of a desk."""
    raw = driver.connect(str(path), isolation_level=None, timeout=5.0)
    for pragma in (
        "journal_mode=WAL", "synchronous=FULL", "cache_size=-65536", "temp_store=MEMORY",
        "recursive_triggers=OFF",
    ):  # fmt: skip
        raw.execute(f"PRAGMA {pragma}")
    return raw


class Recording:
    """Statements with their values in order, kept in a file: a big import's do not fit in memory twice."""

    def __init__(self, path: Path, *, writes_only: bool) -> None:
        self.path = path
        self.transactions = 0
        self._writes_only = writes_only
        self._file: BinaryIO | None = None

    @contextmanager
    def running(self) -> Iterator[None]:
        """Everything that a driver connection opened inside this block runs is recorded."""
        recording = self

        class Cursor(driver.Cursor):  # type: ignore[misc]
            def execute(self, sql: str, values: Any = ()) -> Any:
                recording.note(sql, values, many=False)
                return super().execute(sql, values)

            def executemany(self, sql: str, rows: Any) -> Any:
                held = list(rows)
                recording.note(sql, held, many=True)
                return super().executemany(sql, held)

        class Connection(driver.Connection):  # type: ignore[misc]
            def cursor(self, factory: Any = Cursor) -> Any:
                return super().cursor(factory)

            def execute(self, sql: str, values: Any = ()) -> Any:
                return self.cursor().execute(sql, values)

            def executemany(self, sql: str, rows: Any) -> Any:
                return self.cursor().executemany(sql, rows)

            def commit(self) -> None:
                if self.in_transaction:
                    recording.note("COMMIT", (), many=False)
                super().commit()

            def rollback(self) -> None:
                if self.in_transaction:
                    recording.note("ROLLBACK", (), many=False)
                super().rollback()

        real = driver.connect

        def opened(*args: Any, **more: Any) -> Any:
            return real(*args, factory=Connection, **more)

        with self.path.open("wb") as self._file, mock.patch.object(driver, "connect", opened):
            yield
        self._file = None

    def note(self, sql: str, values: Any, *, many: bool) -> None:
        """Keep one statement."""
        if self._file is None:
            return
        word = sql.lstrip()[:8].upper()
        if word.startswith("COMMIT"):
            self.transactions += 1
        # Helping tables for long lists of ids are not rows that anybody asked for.
        if self._writes_only and (word.startswith(_READS + _TURNS) or "temp" in sql.lower()[:60]):
            return
        pickle.dump((sql, values, many), self._file, protocol=5)

    def clear(self) -> None:
        """Forget what was recorded so far (opening the desk is not the work)."""
        if self._file is not None:
            self._file.seek(0)
            self._file.truncate()
        self.transactions = 0

    def statements(self) -> Iterator[tuple[str, Any, bool]]:
        """What was recorded, in order."""
        with self.path.open("rb") as file:
            while True:
                try:
                    yield pickle.load(file)
                except EOFError:
                    return

    def replay(self, raw: Any) -> float:
        """CPU seconds for the bare driver to do the same, rows of reads fetched; one transaction if only the
        writes were kept. Reading the recording is not counted."""
        spent = 0.0
        if self._writes_only:
            raw.execute("BEGIN IMMEDIATE")
        for sql, values, many in self.statements():
            begun = time.process_time()
            if many:
                raw.executemany(sql, values)
            else:
                raw.execute(sql, values).fetchall()
            spent += time.process_time() - begun
        if self._writes_only:
            begun = time.process_time()
            raw.execute("COMMIT")
            spent += time.process_time() - begun
        return spent
