"""The desk's store of attached files: bytes under their SHA-256, in a file of its own beside the desk."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.engine import Connection

from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store.engine import DRIVER_ERRORS, in_words, make_engine
from station_desk.whole import whole

SUFFIX = ".files"
_PIECE = 1024**2


def path_beside(desk: Path) -> Path:
    """Where a desk's attached files lie."""
    return desk.with_suffix(SUFFIX)


def back_up(desk: Path, folder: Path) -> None:
    """Add what a desk's store holds to the one store that all its copies in `folder` share."""
    target = folder / path_beside(desk).name
    if target != path_beside(desk):
        with Files(path_beside(desk)) as files:
            files.add_to(target)


class Files:
    """One store of files, opened for a piece of work: `with Files(path) as files`. Made with the first file.

    What is in it is never changed: the same bytes have the same name, so a store is copied by adding to it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = make_engine(path)
        self._lock = threading.Lock()
        self._ready = False

    def __enter__(self) -> Files:
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.dispose()

    def put(self, source: Path, most: int) -> tuple[str, int]:
        """Copy a file in; returns its SHA-256 in hex and its size in bytes. On disk when this returns.

        UserError where it cannot be read, or grows past `most` bytes. The same bytes twice are kept once.
        """
        try:
            with source.open("rb") as file:
                name, size = _measure(file, most)
                if name in self.here([name]):
                    return name, size
                file.seek(0)
                self._add(name, size, iter(lambda: file.read(_PIECE), b""))
        except OSError as error:
            raise UserError(
                translate(
                    "files",
                    "“{name}” cannot be read: {error}",
                    name=source.name,
                    error=error.strerror or str(error),
                )
            ) from error
        return name, size

    def here(self, names: Iterable[str]) -> set[str]:
        """Which of these are in the store; the others have not arrived yet."""
        return set(self.sizes(names))

    def sizes(self, names: Iterable[str]) -> dict[str, int]:
        """Those of these that are in the store, each with its bytes."""
        if not self.path.exists():
            return {}
        out: dict[str, int] = {}
        with self._reading() as connection:
            for name in set(names):
                row = connection.exec_driver_sql("SELECT size FROM blob WHERE name = ?", (name,)).first()
                if row is not None:
                    out[name] = row[0]
        return out

    def take_out(self, name: str, target: Path) -> None:
        """Write the bytes of `name` to `target`, whole or not at all; proved by their SHA-256.

        UserError where they have not arrived, do not fit their name, or `target` cannot be written.
        """
        if name not in self.here([name]):
            raise UserError(
                translate("files", "This file has not arrived here yet. It comes with a later package.")
            )
        digest = sha256()
        try:
            with whole(target) as file:
                for piece in self._pieces(name):
                    digest.update(piece)
                    file.write(piece)
                if digest.hexdigest() != name:
                    raise UserError(
                        translate("files", "This file is damaged in the store of files. Restore a backup.")
                    )
        except OSError as error:
            raise UserError(
                translate(
                    "files", "{path} could not be written: {error}", path=target,
                    error=error.strerror or str(error),
                )
            ) from error  # fmt: skip

    def put_bytes(self, name: str, data: bytes) -> None:
        """Keep bytes that came by their SHA-256 in hex. UserError where they do not fit it."""
        if name not in self.here([name]):
            self._add(name, len(data), (data[at : at + _PIECE] for at in range(0, len(data), _PIECE)))

    def bytes_of(self, name: str) -> bytes:
        """The bytes of a file that is here, proved by their SHA-256; UserError where they are damaged."""
        data = b"".join(self._pieces(name))
        if sha256(data).hexdigest() != name:
            raise UserError(
                translate("files", "This file is damaged in the store of files. Restore a backup.")
            )
        return data

    def remove(self, names: Iterable[str]) -> None:
        """Erase files for good: their bytes are overwritten in the store."""
        if not self.path.exists():
            return
        with self._lock:
            try:
                with self._writing() as connection:
                    connection.exec_driver_sql("PRAGMA secure_delete = ON")
                    for name in names:
                        connection.exec_driver_sql("DELETE FROM piece WHERE name = ?", (name,))
                        connection.exec_driver_sql("DELETE FROM blob WHERE name = ?", (name,))
                with self._reading() as connection:
                    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            except DRIVER_ERRORS as error:
                raise in_words(error) from error

    def add_to(self, target: Path) -> int:
        """Copy what `target`, another store, lacks into it; returns how many files that were."""
        if not self.path.exists():
            return 0
        with self._reading() as connection:
            wanted = connection.exec_driver_sql("SELECT name, size FROM blob ORDER BY name").all()
        with Files(target) as other:
            known = other.here(row[0] for row in wanted)
            missing = [row for row in wanted if row[0] not in known]
            for name, size in missing:
                other._add(name, size, self._pieces(name))
        return len(missing)

    def _pieces(self, name: str) -> Iterator[bytes]:
        with self._reading() as connection:
            at = 0
            while True:
                row = connection.exec_driver_sql(
                    "SELECT body FROM piece WHERE name = ? AND at = ?", (name, at)
                ).first()
                if row is None:
                    return
                yield row[0]
                at += 1

    def _add(self, name: str, size: int, pieces: Iterator[bytes]) -> None:
        with self._lock:
            try:
                with self._writing() as connection:
                    digest = sha256()
                    for at, piece in enumerate(pieces):
                        digest.update(piece)
                        connection.exec_driver_sql(
                            "INSERT OR REPLACE INTO piece VALUES (?, ?, ?)", (name, at, piece)
                        )
                    if digest.hexdigest() != name:
                        raise UserError(
                            translate("files", "The file changed while it was copied. Add it again.")
                        )
                    connection.exec_driver_sql("INSERT OR REPLACE INTO blob VALUES (?, ?)", (name, size))
            except DRIVER_ERRORS as error:
                raise in_words(error) from error

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            self._prepare()
            with self._engine.connect() as connection:
                yield connection
        except DRIVER_ERRORS as error:
            raise in_words(error) from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self._prepare()
        with self._engine.connect().execution_options(writing=True) as connection, connection.begin():
            yield connection

    def _prepare(self) -> None:
        if self._ready:
            return
        with self._engine.connect().execution_options(writing=True) as connection, connection.begin():
            connection.exec_driver_sql(
                "CREATE TABLE IF NOT EXISTS blob (name TEXT PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID"
            )
            connection.exec_driver_sql(
                "CREATE TABLE IF NOT EXISTS piece"
                " (name TEXT, at INTEGER, body BLOB NOT NULL, PRIMARY KEY (name, at))"
            )
        self._ready = True


def _measure(file: BinaryIO, most: int) -> tuple[str, int]:
    digest, size = sha256(), 0
    while piece := file.read(_PIECE):
        size += len(piece)
        if size > most:
            raise UserError(
                translate(
                    "files",
                    "The file is larger than {megabytes} MB. Make it smaller, or attach its main part.",
                    megabytes=most // 1024**2,
                )
            )
        digest.update(piece)
    return digest.hexdigest(), size
