"""Sealed packages: the signed ZIP inside age, for keys or a passphrase; opened within bounds."""

from __future__ import annotations

import tempfile
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from errno import EIO, ENOSPC
from pathlib import Path
from typing import BinaryIO

from station_desk.casework.context import Desk
from station_desk.errors import Hindered, UserError
from station_desk.exchange import doubts, enrolment, stream
from station_desk.exchange.agekeys import secret_in
from station_desk.exchange.container import MAX_FILE, MAX_SEALED, damaged, too_large
from station_desk.exchange.doubts import Doubt
from station_desk.exchange.stream import Exported
from station_desk.exchange.writing import written
from station_desk.i18n import translate
from station_desk.paths import name_of
from station_desk.progress import Progress, silent

SUFFIX = ".age"
MAX_BY_PASSPHRASE = 64 << 20
"""A file sealed with a passphrase is held in memory whole while it is opened."""

_MAX_HEADER = 16 << 10  # a key takes a hundred bytes; reading a header costs its square
_ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"
_PASSING = frozenset({ENOSPC, EIO})
_LOCKED = frozenset({"No matching keys found", "Decryption failed"})


def export(
    desk: Desk,
    to: str,
    folder: Path,
    *,
    recipients: Sequence[str] = (),
    passphrase: str = "",
    progress: Progress = silent,
) -> Exported:
    """As `stream.export`, sealed for these age keys or with the passphrase, else for the keys known of `to`;
    what is not sealed never comes to lie in `folder`. UserError as there, and where there is neither
    key nor passphrase."""
    if not recipients and not passphrase:
        recipients = enrolment.age_keys(desk, to)
    if not recipients and not passphrase:
        raise UserError(
            translate(
                "sealing",
                "No key of {site} to encrypt for is known here. Take in a package from them first, or give a "
                "passphrase.",
                site=to,
            )
        )
    if not folder.is_dir():
        raise UserError(
            translate("stream", "The folder {folder} does not exist. Create it first.", folder=folder)
        )
    with _spool(desk) as spool:

        def wrap(made: Path, target: Path) -> int:
            return seal(made, target, recipients=recipients, passphrase=passphrase)

        return stream.export(desk, to, folder, progress, wrapping=stream.Wrapping(spool, SUFFIX, wrap))


def seal(source: Path, target: Path, *, recipients: Sequence[str] = (), passphrase: str = "") -> int:
    """Write `source` inside age as `target`: for the age keys `recipients`, else with the passphrase.

    Returns the bytes written. UserError where the target exists or cannot be written, or a key is none.
    """
    import pyrage

    try:
        with source.open("rb") as plain, written(target) as sealed:
            if recipients:
                keys = [pyrage.x25519.Recipient.from_str(key) for key in recipients]
                pyrage.encrypt_io(plain, sealed, keys)
            else:
                sealed.write(pyrage.passphrase.encrypt(_small(plain), passphrase))
    except pyrage.RecipientError as error:
        raise UserError(
            translate("sealing", "A key to encrypt for is none of age's. Ask for it once more.")
        ) from error
    return sealed.size


def is_sealed(path: Path) -> bool:
    """Whether a file's name says that it is inside age."""
    return path.suffix.lower() == SUFFIX


@contextmanager
def opened(desk: Desk, path: Path, passphrase: str = "") -> Iterator[Path]:
    """The package in a sealed file, as a file beside the desk that is gone when the block ends; any other
    file as it is. UserError: it is for another key, or the passphrase is not the right one."""
    if not is_sealed(path):
        yield path
        return
    with _spool(desk) as spool:
        target = spool / path.name[: -len(SUFFIX)]
        with desk.transaction() as connection:
            secret = secret_in(connection)
        unseal(path, target, secret=secret, passphrase=passphrase)
        yield target


def unseal(source: Path, target: Path, *, secret: str, passphrase: str = "") -> None:
    """Write what is inside `source` as `target`, with the passphrase where there is one, else with the
    identity `secret`; never more than a package may have."""
    import pyrage

    try:
        if source.stat().st_size > MAX_SEALED:
            raise too_large()
        with source.open("rb") as sealed, target.open("wb") as plain:
            _check_header(sealed)
            if passphrase:
                plain.write(pyrage.passphrase.decrypt(_small(sealed), passphrase))
            else:
                bounded = _Bounded(plain)
                pyrage.decrypt_io(sealed, bounded, [pyrage.x25519.Identity.from_str(secret)])
    except pyrage.DecryptError as error:
        if str(error) in _LOCKED:
            raise _locked(source, bool(passphrase)) from error
        raise damaged() from error
    except OSError as error:
        if error.strerror is None:  # age's own: it was cut short or altered
            raise damaged() from error
        said = translate("package", "{name} cannot be read: {why}.", name=name_of(source), why=error.strerror)
        raise (Hindered if error.errno in _PASSING else UserError)(said) from error


def _check_header(sealed: BinaryIO) -> None:
    """Damaged where the header of age's, which anybody can write, does not end within its bounds."""
    head = sealed.read(2 * _MAX_HEADER)
    if head.startswith(_ARMOUR):
        text = head[len(_ARMOUR) :].partition(b"-----")[0].translate(None, b"\r\n")
        try:
            head = b64decode(text[: len(text) // 4 * 4], validate=True)
        except ValueError:
            raise damaged() from None
    if b"\n--- " not in head[:_MAX_HEADER]:
        raise damaged()
    sealed.seek(0)


def _locked(source: Path, by_passphrase: bool) -> Doubt:
    """It waits: a person may have the passphrase, or type it right the next time."""
    if by_passphrase:
        return doubts.sealed(
            translate(
                "sealing",
                "{name} does not open with this passphrase. Type it once more, or ask the sender for it.",
                name=name_of(source),
            )
        )
    return doubts.sealed(
        translate(
            "sealing",
            "{name} is encrypted, and not for this desk. Give its passphrase if it has one; else ask the "
            "sender for a file encrypted for this desk.",
            name=name_of(source),
        )
    )


def _small(file: BinaryIO) -> bytes:
    data = file.read(MAX_BY_PASSPHRASE + 1)
    if len(data) > MAX_BY_PASSPHRASE:
        raise UserError(
            translate(
                "sealing",
                "With a passphrase a file may have 64 MB; encrypt it for the recipient's key instead.",
            )
        )
    return data


class _Bounded:
    """A file that takes no more than a package may have."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._left = MAX_FILE

    def write(self, data: bytes) -> int:
        self._left -= len(data)
        if self._left < 0:
            raise damaged()
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()


@contextmanager
def _spool(desk: Desk) -> Iterator[Path]:
    """A folder beside the desk, as well kept as the desk itself; gone when the block ends."""
    with tempfile.TemporaryDirectory(prefix=".sealed-", dir=desk.path.parent) as folder:
        yield Path(folder)
