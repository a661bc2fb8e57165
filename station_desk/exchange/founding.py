"""A deputy's desk made from the station's first package, so that nothing needs to be typed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from station_desk import paths
from station_desk.casework import deputies, people
from station_desk.casework.context import Actor, Desk
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError
from station_desk.exchange import doubts, inbox, package, sealing
from station_desk.exchange.container import damaged
from station_desk.exchange.fingerprints import fingerprint
from station_desk.i18n import translate
from station_desk.progress import Progress, silent
from station_desk.store import codec


@dataclass(frozen=True, slots=True)
class Slip:
    """For whom a package is, and from whom: codes and names of the deputy's desk and of the station, and the
    fingerprint of the station's desk, to be compared."""

    code: str
    name: str
    station: str
    station_name: str
    fingerprint: str


def slip_of(path: Path, passphrase: str = "") -> Slip:
    """Read from a package which deputy's desk it is for. UserError where it is damaged or for no deputy; a
    Doubt where it is closed and the passphrase does not open it.

    Nothing of it is believed yet: taking the package in proves its signatures.
    """
    with _plain(path, passphrase) as plain:
        return _slip(package.open_package(plain))


@contextmanager
def _plain(path: Path, passphrase: str) -> Iterator[Path]:
    """The package in a closed file, as a file that is gone when the block ends; any other file as it is.
    There is no desk yet, so that a passphrase alone can open it."""
    if not sealing.is_sealed(path):
        yield path
        return
    if not passphrase:
        raise doubts.sealed(
            translate(
                "founding",
                "{name} is encrypted. Ask the station for its passphrase by telephone and type it here; if "
                "it has none, ask for a file that is not encrypted.",
                name=path.name,
            )
        )
    with tempfile.TemporaryDirectory(prefix=".sealed-", dir=paths.user_data()) as folder:
        target = Path(folder) / path.name.removesuffix(sealing.SUFFIX)
        sealing.unseal(path, target, secret="", passphrase=passphrase)
        yield target


def _slip(opened: package.Opened) -> Slip:
    sender = opened.manifest.sender
    told = fingerprint(sender.site, sender.replica, sender.key)
    wanted = set(opened.manifest.recipients)
    for commit in package.commits(opened):
        for body in commit.bodies:
            try:
                if body is None or codec.read_type(body) != "site":
                    continue
                said = codec.read_change(body).f
            except (ValueError, *codec.DECODE_ERRORS):
                raise damaged() from None
            code, name = said.get("code"), said.get("name")
            if said.get("role") == SiteRole.DEPUTY.value and isinstance(code, str) and code in wanted:
                return Slip(code, name if isinstance(name, str) else code, sender.site, sender.name, told)
    raise UserError(
        translate(
            "founding",
            "This file is for {sites}, not for a deputy's desk. Ask the station for the one meant for you.",
            sites=", ".join(sorted(wanted)),
        )
    )


def found(
    source: Path, file: Path, progress: Progress = silent, *, compared: str = "", passphrase: str = ""
) -> Path:
    """Make the deputy's desk that the package `source` is for, as `file`, and take the package in.

    `compared`: the fingerprint that the person compared by telephone; "" takes the one in the package.
    `passphrase` opens it where it was closed with one. UserError where the file exists, or the package is
    refused or is another's by now; then no desk is left behind.
    """
    slip = slip_of(source, passphrase)
    desk = Desk.create(
        file, site=slip.code, name=slip.name, role=SiteRole.DEPUTY, parent=slip.station, actor=slip.name
    )
    try:
        told = compared or slip.fingerprint
        result = inbox.take_in(
            desk, [source], progress, passphrase=passphrase, trust=lambda one: one.fingerprint == told
        )
        if result.refused:
            raise UserError(result.refused[0].reason)
        actor = Actor(slip.name, Role.DEPUTY)
        if deputies.deputy_of(desk, actor) is None:
            raise UserError(
                translate(
                    "founding",
                    "The station has not tied this desk to a deputy. Ask it to write the package again.",
                )
            )
        people.enter(desk, actor, slip.name, Role.DEPUTY)
    except BaseException:
        desk.close()
        for suffix in ("", "-wal", "-shm"):
            file.with_name(file.name + suffix).unlink(missing_ok=True)
        raise
    desk.close()
    return file
