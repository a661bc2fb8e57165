"""An open desk: who it is, one writing transaction at a time, reading, and bringing itself up to date."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from station_desk.domain import limits
from station_desk.domain.profile import RuleProfile
from station_desk.domain.profile_text import load_builtin
from station_desk.domain.records import DeskKey, Site, Station
from station_desk.domain.vocabulary import DEFAULT_ROLE, SiteRole
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.progress import Progress, silent
from station_desk.store import files, incarnation, migrate, rebuild, tables
from station_desk.store.commits import Actor, Changed, Identity, Work, read_head, refuse_viewer
from station_desk.store.drafts import Drafts
from station_desk.store.engine import (
    DRIVER_ERRORS,
    backup_file,
    in_words,
    make_engine,
    refuse_network_path,
    refuse_no_desk,
)
from station_desk.store.incarnation import Standing, Why
from station_desk.store.keys import SigningKey
from station_desk.store.meta import read_meta
from station_desk.store.meta import set_meta as _set
from station_desk.store.projection import Projector
from station_desk.store.rebuild import create_projection, drop_projection
from station_desk.store.rulebook import Rulebook
from station_desk.store.sites import own_word
from station_desk.store.witness import Memory

BUILTIN_PROFILE = "guangdong"


class Desk:
    """One desk file held open. Threads may share it: writes take turns, each read has its connection."""

    def __init__(self, path: Path, engine: Engine, identity: Identity, key: SigningKey) -> None:
        self.path = path
        self.identity = identity
        self.engine = engine
        self._key = key
        self._memory = Memory()
        self._renewal: Why | None = None
        self._unwitnessed = False
        self._lock = threading.Lock()
        self._rules = Rulebook(lambda: load_builtin(BUILTIN_PROFILE))
        self.projector = Projector(self.find_profile)
        self.drafts = Drafts(path)

    # --- opening ---------------------------------------------------------------------------------

    @classmethod
    def create(
        cls, path: Path, *, site: str, name: str, role: SiteRole, parent: str = "", actor: str = ""
    ) -> Desk:
        """Make a new desk file for a site. UserError where the file exists, the path cannot hold one, or no
        site can have that code or name."""
        refuse_network_path(path)
        if path.exists():
            raise UserError(
                translate("desk", "{path} exists already. Choose another name, or open it.", path=path)
            )
        site, name, parent = limits.tidied(site), limits.tidied(name), limits.tidied(parent)
        if not site or not name:
            raise UserError(translate("desk", "A desk needs a site code and a name."))
        _check_code(site)
        if parent == site:
            raise UserError(translate("desk", "A site cannot be its own parent. Give the parent's own code."))
        if not path.parent.is_dir():
            raise UserError(
                translate("desk", "The folder {folder} does not exist. Create it first.", folder=path.parent)
            )
        engine = make_engine(path)
        seed = os.urandom(32)
        identity = Identity(site, name, role, parent, os.urandom(16))
        desk = cls(path, engine, identity, SigningKey(seed))
        try:
            desk._found(seed, actor)
        except BaseException:
            # Half a desk helps nobody, and would be in the way of the next try.
            engine.dispose()
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            raise
        desk._witness()
        return desk

    def _found(self, seed: bytes, actor: str) -> None:
        identity = self.identity
        with self.transaction() as connection:
            tables.LOG.create_all(connection)
            create_projection(connection)
            migrate.stamp(connection)
            _set(connection, "site", identity.site)
            _set(connection, "name", identity.name)
            _set(connection, "role", identity.role.value)
            _set(connection, "parent", identity.parent)
            _set(connection, "replica", identity.replica.hex())
            _set(connection, "seed", seed.hex())
            _set(connection, "projection", tables.projection_version())
        with self.writing(Actor(actor or identity.name, DEFAULT_ROLE[identity.role]), "found_desk") as work:
            work.add(
                Site(
                    code=identity.site, name=identity.name, role=identity.role.value,
                    parent=identity.parent or None,
                )
            )  # fmt: skip
            key = self.public_key().hex()
            work.add(DeskKey(site=identity.site, replica=identity.replica.hex(), key=key))
            if identity.role is SiteRole.STATION:
                work.add(Station(code=identity.site, name=identity.name))

    @classmethod
    def open(cls, path: Path, progress: Progress = silent) -> Desk:
        """Open a desk file; an older one is brought up to date after a backup, a newer one is refused."""
        try:
            refuse_no_desk(path)
            engine = make_engine(path)
            try:
                return cls._opened(path, engine, progress)
            except BaseException:
                engine.dispose()
                raise
        except DRIVER_ERRORS as error:
            raise UserError(
                translate("desk", "{path} cannot be read: it may be damaged. Restore a backup.", path=path)
            ) from error

    @classmethod
    def _opened(cls, path: Path, engine: Engine, progress: Progress) -> Desk:
        with engine.connect() as connection:
            settings = read_meta(connection)
            found = migrate.version(connection)
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
        desk = cls(path, engine, identity, SigningKey(bytes.fromhex(settings["seed"])))
        with engine.connect() as connection:
            desk._renewal = incarnation.due(connection, desk._memory, identity.replica, path)
        if settings.get("projection") != tables.projection_version():
            desk.reproject(progress)
        return desk

    def close(self) -> None:
        """Let go of the file."""
        if self._unwitnessed:
            self._witness()
        self.drafts.close()
        self.engine.dispose()

    # --- writing and reading -----------------------------------------------------------------------

    @contextmanager
    def writing(
        self, actor: Actor, verb: str, reason: str = "", *, undoes: bytes | None = None
    ) -> Iterator[Work]:
        """One transaction: what the block adds becomes one signed commit, or nothing at all on any error.
        Whatever somebody writes passes here: UserError for a viewer."""
        refuse_viewer(actor)
        with self.transaction() as connection:
            now = self._stand(connection, actor)
            work = Work(
                connection, self.projector, now.identity, now.key, actor, verb, reason, undoes,
                self.profile_in,
            )  # fmt: skip
            yield work
            work.flush()
        self._take_up(now, lasting=now.fresh)

    def _stand(self, connection: Connection, actor: Actor) -> Standing:
        now = Standing(self.identity, self._key)
        return incarnation.stand(connection, now, self._renewal, self.projector, actor, self.profile_in)

    def _take_up(self, now: Standing, *, lasting: bool) -> None:
        if now.fresh:
            self.identity, self._key, self._renewal = now.identity, now.key, None
        self._unwitnessed = True
        if lasting or self._memory.due():
            self._witness(lasting=lasting)

    def _witness(self, *, lasting: bool = True) -> None:
        """Note outside the desk how far it has come; never while it is behind what is noted there."""
        if self._renewal is None:
            replica = self.identity.replica
            with self.engine.connect() as connection:
                head = read_head(connection, replica)
            self._memory.note(replica, head.seq, head.hash, self.path.absolute(), lasting=lasting)
            self._unwitnessed = False

    def settle(self) -> None:
        """Before anything leaves this desk: a new replica where one is due, and the witness up to date."""
        actor = Actor(self.identity.name, DEFAULT_ROLE[self.identity.role])
        with self.transaction() as connection:
            now = self._stand(connection, actor)
        self._take_up(now, lasting=True)

    def notices(self) -> list[str]:
        """What whoever opens this desk should read: that it was restored or copied, until `said`."""
        with self.reading() as connection:
            return incarnation.sentences(connection, self.identity, self._renewal)

    def said(self) -> None:
        """The notices were read."""
        with self.transaction() as connection:
            incarnation.told(connection)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """The writing connection inside BEGIN IMMEDIATE; rolled back on any error."""
        with self._lock:
            try:
                with _writing(self.engine) as connection:
                    yield connection
            except DRIVER_ERRORS as error:
                raise in_words(error) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state until the block ends."""
        with self.engine.connect() as connection:
            yield connection

    # --- rules ---------------------------------------------------------------------------------------

    def find_profile(
        self, connection: Connection, version: str, office: str | None, station: str | None
    ) -> RuleProfile | None:
        """The rule profile that a matter of that office and station means by a version: built in, or one that
        an office of theirs wrote; None where not arrived.

        A matter keeps the version it began under even where that version is voided since.
        """
        return self._rules.find(connection, version, office, station)

    def has_profile(self, connection: Connection, version: str) -> bool:
        """Whether a profile of that version stands, built in or written by a town and not voided."""
        return self._rules.has(connection, version)

    def profile(self) -> RuleProfile:
        """The profile that new matters begin under: the newest of its congress office, else of the nearest
        office above that wrote one, else the built-in."""
        with self.reading() as connection:
            return self.profile_in(connection)

    def profile_in(self, connection: Connection) -> RuleProfile:
        """As `profile`, on a connection already open."""
        return self._rules.in_force(connection, self.identity.office)

    def unread_profile(self, connection: Connection) -> tuple[str, str] | None:
        """The office and version of the profile that would be in force here, were it not of a newer program
        than this; None where it is."""
        return self._rules.unread(connection, self.identity.office)

    def public_key(self) -> bytes:
        """The replica's Ed25519 public key, 32 bytes."""
        return self._key.public()

    def sign(self, data: bytes) -> bytes:
        """The signature of `data` by this installation's key, 64 bytes."""
        return self._key.sign(data)

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
        """A consistent copy of the desk into `folder`, named by the minute; its attached files beside it."""
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
        self._witness()  # first: a backup is never ahead of what is remembered of the desk
        backup_file(self.engine, target)
        files.back_up(self.path, folder)
        with self.transaction() as connection:
            _set(connection, "backup", datetime.now().isoformat(timespec="seconds"))
        return target

    def note_site(self, connection: Connection) -> bool:
        """Note this site's name and parent as its own record says them, in a transaction already open. Where
        it is true that they changed: once that is on disk, `refresh_identity`.

        To be called whenever the record may have changed: here, by an undo, or by the word of another
        computer of this site.
        """
        name, parent = own_word(connection, self.identity.site)
        if not name or (name, parent) == (self.identity.name, self.identity.parent):
            return False
        _set(connection, "name", name)
        _set(connection, "parent", parent)
        return True

    def refresh_identity(self) -> None:
        """Take up the name and parent as noted in the file."""
        with self.reading() as connection:
            noted = read_meta(connection)
        self.identity = replace(self.identity, name=noted["name"], parent=noted["parent"])

    def meta(self, key: str) -> str | None:
        """A local note of this file that is never exchanged."""
        with self.reading() as connection:
            return read_meta(connection).get(key)

    def set_meta(self, key: str, value: str) -> None:
        """Keep a local note in this file."""
        with self.transaction() as connection:
            _set(connection, key, value)


def _check_code(site: str) -> None:
    """UserError where no site can have that code: it stands in the names of files."""
    if not limits.is_code(site):
        raise UserError(
            translate(
                "desk",
                "“{code}” cannot be a site's code. Take 1 to 20 letters, digits, “-” or “_”, beginning and "
                "ending with a letter or digit, for example HC.",
                code=site,
            )
        )


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        yield connection


__all__ = ["Actor", "Changed", "Desk", "Identity", "Work", "backup_file", "read_meta"]
