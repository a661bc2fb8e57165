"""An open desk: who it is, one writing transaction at a time, reading, and bringing itself up to date."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from station_desk.domain.profile import RuleProfile, load_builtin, parse
from station_desk.domain.records import DeskKey, Site, Station
from station_desk.domain.vocabulary import DEFAULT_ROLE, SiteRole
from station_desk.errors import UserError, ValidationError
from station_desk.i18n import translate
from station_desk.progress import Progress, silent
from station_desk.store import migrate, rebuild, tables
from station_desk.store.commits import Actor, Changed, Identity, Work
from station_desk.store.engine import DRIVER_ERRORS, looks_like_desk, make_engine, refuse_network_path
from station_desk.store.projection import Projector

BUILTIN_PROFILE = "guangdong"


class Desk:
    """One desk file held open. Threads may share it: writes take turns, each read has its connection."""

    def __init__(self, path: Path, engine: Engine, identity: Identity, key: Ed25519PrivateKey) -> None:
        self.path = path
        self.identity = identity
        self.engine = engine
        self._key = key
        self._lock = threading.Lock()
        self._profiles: dict[str, RuleProfile] = {}
        self._builtin_version = ""
        self.projector = Projector(self.find_profile)

    # --- opening ---------------------------------------------------------------------------------

    @classmethod
    def create(
        cls, path: Path, *, site: str, name: str, role: SiteRole, parent: str = "", actor: str = ""
    ) -> Desk:
        """Make a new desk file for a site. UserError where the file exists or the path cannot hold one."""
        refuse_network_path(path)
        if path.exists():
            raise UserError(
                translate("desk", "{path} exists already. Choose another name, or open it.", path=path)
            )
        if not site.strip() or not name.strip():
            raise UserError(translate("desk", "A desk needs a site code and a name."))
        if parent and parent == site:
            raise UserError(translate("desk", "A site cannot be its own parent. Give the parent's own code."))
        if not path.parent.is_dir():
            raise UserError(
                translate("desk", "The folder {folder} does not exist. Create it first.", folder=path.parent)
            )
        engine = make_engine(path)
        seed = os.urandom(32)
        identity = Identity(site.strip(), name.strip(), role, parent.strip(), os.urandom(16))
        with _writing(engine) as connection:
            tables.LOG.create_all(connection)
            create_projection(connection)
            migrate.stamp(connection)
            _set(connection, "site", identity.site)
            _set(connection, "name", identity.name)
            _set(connection, "role", role.value)
            _set(connection, "parent", identity.parent)
            _set(connection, "replica", identity.replica.hex())
            _set(connection, "seed", seed.hex())
            _set(connection, "projection", tables.projection_version())
        key = Ed25519PrivateKey.from_private_bytes(seed)
        desk = cls(path, engine, identity, key)
        with desk.writing(Actor(actor or identity.name, DEFAULT_ROLE[role]), "found_desk") as work:
            work.add(
                Site(code=identity.site, name=identity.name, role=role.value, parent=identity.parent or None)
            )
            public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
            work.add(DeskKey(site=identity.site, replica=identity.replica.hex(), key=public.hex()))
            if role is SiteRole.STATION:
                work.add(Station(code=identity.site, name=identity.name))
        return desk

    @classmethod
    def open(cls, path: Path, progress: Progress = silent) -> Desk:
        """Open a desk file; an older one is brought up to date after a backup, a newer one is refused."""
        if not path.exists():
            raise UserError(
                translate(
                    "desk",
                    "There is no desk at {path}. Create one with init, or choose another file.",
                    path=path,
                )
            )
        refuse_network_path(path)
        if not looks_like_desk(path):
            raise UserError(
                translate(
                    "desk",
                    "{path} is not a Station Desk file, or it is damaged. Restore a backup.",
                    path=path,
                )
            )
        engine = make_engine(path)
        try:
            with engine.connect() as connection:
                names = {r[0] for r in connection.exec_driver_sql("SELECT name FROM sqlite_master")}
                if "cmt" not in names or "meta" not in names:
                    raise UserError(
                        translate(
                            "desk", "{path} is a database, but not a desk. Choose the .desk file.", path=path
                        )
                    )
                settings = read_meta(connection)
                found = migrate.version(connection)
        except DRIVER_ERRORS as error:
            raise UserError(
                translate("desk", "{path} cannot be read: it may be damaged. Restore a backup.", path=path)
            ) from error
        if found > tables.LOG_FORMAT:
            raise UserError(
                translate(
                    "desk",
                    "{path} was written by a newer Station Desk. Update this program first.",
                    path=path,
                )
            )
        if found < tables.LOG_FORMAT:
            backup_file(engine, path.with_name(f"{path.stem}-before-update-{found}.desk"))
            migrate.upgrade(engine)
        identity = Identity(
            settings["site"], settings["name"], SiteRole(settings["role"]), settings["parent"],
            bytes.fromhex(settings["replica"]),
        )  # fmt: skip
        desk = cls(
            path, engine, identity, Ed25519PrivateKey.from_private_bytes(bytes.fromhex(settings["seed"]))
        )
        if settings.get("projection") != tables.projection_version():
            desk.reproject(progress)
        return desk

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    # --- writing and reading -----------------------------------------------------------------------

    @contextmanager
    def writing(
        self, actor: Actor, verb: str, reason: str = "", *, undoes: bytes | None = None
    ) -> Iterator[Work]:
        """One transaction: what the block adds becomes one signed commit, or nothing at all on any error."""
        with self.transaction() as connection:
            work = Work(
                connection,
                self.projector,
                self.identity,
                self._key,
                actor,
                verb,
                reason,
                undoes,
                self.profile_in,
            )
            yield work
            work.flush()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """The writing connection inside BEGIN IMMEDIATE; rolled back on any error."""
        with self._lock:
            try:
                with _writing(self.engine) as connection:
                    yield connection
            except DRIVER_ERRORS as error:
                raise _in_words(error) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state until the block ends."""
        with self.engine.connect() as connection:
            yield connection

    # --- rules ---------------------------------------------------------------------------------------

    def find_profile(self, connection: Connection, version: str) -> RuleProfile | None:
        """The rule profile of that version: built in, or one that a town wrote; None where not arrived."""
        if version not in self._profiles:
            builtin = self._builtin()
            if version != builtin.version:
                body = connection.exec_driver_sql(
                    "SELECT body FROM profile WHERE version = ? AND void IS NULL ORDER BY id LIMIT 1",
                    (version,),
                ).scalar()
                if body is None:
                    return None
                try:
                    self._profiles[version] = parse(body)
                except ValidationError:  # from a newer program: as if it had not arrived
                    return None
        return self._profiles[version]

    def profile(self) -> RuleProfile:
        """The profile that new matters begin under: the newest edited one here, else the built-in."""
        with self.reading() as connection:
            return self.profile_in(connection)

    def profile_in(self, connection: Connection) -> RuleProfile:
        """As `profile`, on a connection already open."""
        version = connection.exec_driver_sql(
            "SELECT version FROM profile WHERE void IS NULL AND body IS NOT NULL ORDER BY id DESC LIMIT 1"
        ).scalar()
        found = self.find_profile(connection, version) if version else None
        return found or self._builtin()

    def _builtin(self) -> RuleProfile:
        if not self._profiles:
            builtin = load_builtin(BUILTIN_PROFILE)
            self._profiles[builtin.version] = builtin
            self._builtin_version = builtin.version
        return self._profiles[self._builtin_version]

    def public_key(self) -> bytes:
        """The replica's Ed25519 public key, 32 bytes."""
        return self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    # --- care ------------------------------------------------------------------------------------------

    def reproject(self, progress: Progress = silent) -> None:
        """Make the record tables again from the log, in one transaction."""
        with self.transaction() as connection:
            drop_projection(connection)
            create_projection(connection)
            rebuild.replay(connection, connection, Projector(self.find_profile), progress)
            _set(connection, "projection", tables.projection_version())

    def check(self, progress: Progress = silent) -> list[str]:
        """Fold the whole log into an empty desk and compare; returns problems in words, none when sound."""
        with self.reading() as connection:
            return rebuild.check(connection, self.find_profile, progress)

    def backup(self, folder: Path) -> Path:
        """A consistent copy of the desk into `folder`, named by the minute; verified by opening it."""
        if not folder.is_dir():
            raise UserError(
                translate("desk", "The folder {folder} does not exist. Create it first.", folder=folder)
            )
        stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
        target = folder / f"{self.path.stem}-{stamp}.desk"
        count = 2
        while target.exists():
            target = folder / f"{self.path.stem}-{stamp}-{count}.desk"
            count += 1
        size = self.path.stat().st_size
        if shutil.disk_usage(folder).free < size * 2:
            raise UserError(
                translate(
                    "desk", "{folder} has too little room for a backup. Free some space.", folder=folder
                )
            )
        backup_file(self.engine, target)
        with self.transaction() as connection:
            _set(connection, "backup", datetime.now().isoformat(timespec="seconds"))
        return target

    def meta(self, key: str) -> str | None:
        """A local note of this file that is never exchanged."""
        with self.reading() as connection:
            return read_meta(connection).get(key)

    def set_meta(self, key: str, value: str) -> None:
        """Keep a local note in this file."""
        with self.transaction() as connection:
            _set(connection, key, value)


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        yield connection


def _in_words(error: Exception) -> UserError:
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return UserError(
            translate(
                "desk", "Another program is writing to this desk just now. Wait a moment and try again."
            )
        )
    if "full" in text:
        return UserError(
            translate("desk", "The disk is full; nothing was saved. Free some space and try again.")
        )
    if "readonly" in text:
        return UserError(
            translate("desk", "The desk file is read-only; nothing was saved. Check its permissions.")
        )
    raise error


def _set(connection: Connection, key: str, value: str) -> None:
    connection.exec_driver_sql("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def read_meta(connection: Connection) -> dict[str, str]:
    """The file's local notes."""
    return {row[0]: row[1] for row in connection.exec_driver_sql("SELECT key, value FROM meta")}


def create_projection(connection: Connection) -> None:
    """Empty record tables and search tables."""
    tables.RECORDS.create_all(connection)
    for ddl in tables.SEARCH_DDL:
        connection.exec_driver_sql(ddl)


def drop_projection(connection: Connection) -> None:
    """Remove every table that the log can make again, whatever version made it."""
    keep = {table.name for table in tables.LOG.sorted_tables} | {"alembic_version"}
    connection.exec_driver_sql("DROP TABLE IF EXISTS ft")
    connection.exec_driver_sql("DROP TABLE IF EXISTS fc")
    rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").all()
    for (name,) in rows:
        if name not in keep and not name.startswith("sqlite_"):
            connection.exec_driver_sql(f'DROP TABLE "{name}"')


def backup_file(engine: Engine, target: Path) -> None:
    """Copy the desk as one consistent file, written beside the name first and renamed when whole."""
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("VACUUM INTO ?", (str(part),))
    finally:
        raw.close()
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(part, target)


__all__ = ["Actor", "Changed", "Desk", "Identity", "Work", "backup_file"]
