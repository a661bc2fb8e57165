"""Opens a desk's file: driver, pragmas, refusals in words, and the connection pool."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import sqlcipher3
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from station_desk.errors import Hindered, UserError
from station_desk.i18n import translate

SUFFIX = ".desk"

__all__ = [
    "DRIVER_ERRORS", "SUFFIX", "Connection", "Engine", "looks_like_desk", "make_engine",
    "refuse_network_path", "refuse_no_desk",
]  # fmt: skip


def refuse_network_path(path: Path) -> None:
    """SQLite's locks cannot be trusted on shares: a desk opened there by two PCs would be damaged."""
    if _is_network(path):
        raise UserError(
            translate(
                "engine",
                "{path} lies on a network share. Keep the desk on this computer's own disk; "
                "use exchange files to share its content.",
                path=path,
            )
        )


def _is_network(path: Path) -> bool:
    whole = str(path.absolute())
    if whole.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        return ctypes.windll.kernel32.GetDriveTypeW(path.absolute().anchor) == 4
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    best, kind = "", ""
    for line in mounts.read_text("utf-8", "replace").splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        point = parts[1].replace("\\040", " ")
        inside = whole == point or whole.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, parts[2]
    return kind in {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "ncpfs", "afs", "fuse.davfs"}


def make_engine(path: Path, *, memory: bool = False) -> Engine:
    """An engine over the desk file `path`: WAL, FULL sync, 5 s busy timeout, 64 MB cache, BEGIN by us."""

    def connect() -> object:
        raw = sqlcipher3.dbapi2.connect(
            ":memory:" if memory else str(path), isolation_level=None, check_same_thread=False, timeout=5.0
        )
        cursor = raw.cursor()
        # A scratch desk in memory is never rolled back: it is thrown away.
        cursor.execute(f"PRAGMA journal_mode={'OFF' if memory else 'WAL'}")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA cache_size=-65536")
        cursor.execute("PRAGMA temp_store=MEMORY")
        cursor.execute("PRAGMA busy_timeout=5000")
        cursor.execute("PRAGMA recursive_triggers=OFF")
        cursor.close()
        return raw

    engine = create_engine(
        "sqlite://",
        creator=connect,
        module=sqlcipher3.dbapi2,
        hide_parameters=True,  # an error of the database is shown and logged: without whose data it was
        poolclass=QueuePool,
        pool_size=1 if memory else 4,
        max_overflow=0 if memory else 4,
        pool_reset_on_return="rollback",
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def looks_like_desk(path: Path) -> bool:
    """True for a SQLite file; a wrong file is refused before the driver writes anything beside it."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False


def tables_in(path: Path) -> set[str]:
    """The tables of a SQLite file, read without changing anything in it or beside it."""
    raw = sqlcipher3.dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5.0)
    try:
        return {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    finally:
        raw.close()


def refuse_no_desk(path: Path) -> None:
    """UserError where no desk file lies at `path`, or on a share. What is there is left as it is."""
    if not path.exists():
        raise UserError(
            translate(
                "desk", "There is no desk at {path}. Create one with init, or choose another file.", path=path
            )
        )
    refuse_network_path(path)
    if not looks_like_desk(path):
        raise UserError(
            translate(
                "desk", "{path} is not a Station Desk file, or it is damaged. Restore a backup.", path=path
            )
        )
    if not {"cmt", "meta", "alembic_version"} <= tables_in(path):
        raise UserError(
            translate("desk", "{path} is a database, but not a desk. Choose the .desk file.", path=path)
        )


def sound(path: Path) -> bool:
    """True where SQLite reads the whole file and finds its pages in order."""
    raw = sqlcipher3.dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return [row[0] for row in raw.execute("PRAGMA quick_check(1)")] == ["ok"]
    finally:
        raw.close()


DRIVER_ERRORS: tuple[type[Exception], ...] = (
    sqlcipher3.dbapi2.DatabaseError,
    DBAPIError,  # as SQLAlchemy hands them on
)


def in_words(error: Exception) -> UserError:
    """What a person can do about a driver's error, Hindered where it passes; one that is our own bug is
    raised as it is."""
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return Hindered(
            translate(
                "desk", "Another program is writing to this desk just now. Wait a moment and try again."
            )
        )
    if "full" in text:
        return Hindered(
            translate("desk", "The disk is full; nothing was saved. Free some space and try again.")
        )
    if "readonly" in text:
        return UserError(
            translate("desk", "The desk file is read-only; nothing was saved. Check its permissions.")
        )
    if "i/o error" in text:
        return Hindered(
            translate(
                "desk",
                "The disk cannot be read or written just now. Try again; if it stays so, have it checked.",
            )
        )
    raise error


def backup_file(engine: Engine, target: Path) -> None:
    """Copy the desk as one consistent file, written beside the name first and renamed when whole."""
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    try:
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("VACUUM INTO ?", (str(part),))
        finally:
            raw.close()
        if not sound(part):
            raise UserError(
                translate("desk", "{path} cannot be read: it may be damaged. Restore a backup.", path=part)
            )
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, target)
    except DRIVER_ERRORS as error:
        raise in_words(error) from error
    finally:
        part.unlink(missing_ok=True)
