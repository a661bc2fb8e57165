"""What this computer remembers of a desk outside it: how far it had come, where it lay, on which machine.

A backup holds the desk and not its witness, so that a desk behind its witness was restored, and one without
a witness of this machine was copied here. The witness may lag behind the desk: it is brought up to date
before anything leaves the desk (a package, a backup) and when it is closed, so that what it does not know
nobody else knows either, and writing those numbers again can contradict nobody. It is written only after the
desk's own transaction, so that it is never ahead of a desk that was not put back.
"""

from __future__ import annotations

import getpass
import os
import platform
import sys
import time
import uuid
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from station_desk import paths

PAUSE = 2.0
"""Seconds between two notes made in passing."""

_SALT = "salt"


@dataclass(frozen=True, slots=True)
class Witness:
    """Number and hash of a replica's last commit, the machine's fingerprint, and the desk file's place."""

    seq: int
    hash: bytes
    machine: str
    place: Path


class _Note(msgspec.Struct):
    seq: int
    hash: str
    machine: str
    place: str


class Memory:
    """The witness files of one state folder; an unwritable one remembers nothing and hinders nobody."""

    def __init__(self) -> None:
        self._noted = 0.0
        try:
            self._folder: Path | None = paths.state()
            self._machine = fingerprint(self._folder)
        except OSError:
            self._folder, self._machine = None, ""

    @property
    def works(self) -> bool:
        """Whether there is a place to remember anything."""
        return self._folder is not None

    @property
    def machine(self) -> str:
        """This machine's fingerprint."""
        return self._machine

    def recall(self, replica: bytes) -> Witness | None:
        """The furthest that any account of this computer noted of a replica; None where nobody did."""
        found: list[Witness] = []
        for file in self._folder.glob(f"{replica.hex()}-*.json") if self._folder is not None else ():
            try:
                note = msgspec.json.decode(file.read_bytes(), type=_Note)
                found.append(Witness(note.seq, bytes.fromhex(note.hash), note.machine, Path(note.place)))
            except (OSError, ValueError, msgspec.MsgspecError):
                continue  # cut short when the power went: the note made before it counts
        here = [witness for witness in found if witness.machine == self._machine]
        return max(here or found, key=lambda witness: witness.seq, default=None)

    def due(self) -> bool:
        """Whether a note in passing is worth its writing."""
        return time.monotonic() - self._noted >= PAUSE

    def note(self, replica: bytes, seq: int, hash_: bytes, place: Path, *, lasting: bool) -> None:
        """Note how far a replica has come. `lasting`: onto the disk itself, as before something leaves."""
        if self._folder is None:
            return
        self._noted = time.monotonic()
        raw = msgspec.json.encode(_Note(seq, hash_.hex(), self._machine, str(place)))
        # Two files, so that power lost under a note in passing leaves the lasting one whole.
        target = self._folder / f"{replica.hex()}-{_account()}-{'kept' if lasting else 'last'}.json"
        part = target.with_name(f"{target.name}.{os.getpid()}.part")
        try:
            with part.open("wb") as file:
                file.write(raw)
                if lasting:
                    file.flush()
                    os.fsync(file.fileno())
            os.replace(part, target)
        except OSError:
            part.unlink(missing_ok=True)  # work goes on; the next opening finds less and is the more careful


def fingerprint(folder: Path) -> str:
    """What tells this machine from another: a hash of the system's own id and the computer's name with a
    random salt kept in `folder`, so that it identifies nobody and cannot be compared between programs.

    The name is in it since whole disks are copied from one computer to many; network cards are not, since
    they come and go. OSError where the salt cannot be kept.
    """
    salt = folder / _SALT
    if not salt.exists():
        part = folder / f"{_SALT}.{os.getpid()}.part"
        part.write_bytes(os.urandom(32))
        try:
            os.link(part, salt)  # the first of two programs wins
        except FileExistsError:
            pass
        except OSError:
            os.replace(part, salt)
        finally:
            part.unlink(missing_ok=True)
    told = "\n".join([_system_id(), platform.node()]).encode()
    return sha256(salt.read_bytes() + told).hexdigest()


def _system_id() -> str:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""
    for file in (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id")):
        try:
            return file.read_text("ascii").strip()
        except (OSError, ValueError, msgspec.MsgspecError):
            continue
    return f"{uuid.getnode():x}"


def _account() -> str:
    try:
        name = getpass.getuser()
    except (OSError, KeyError):
        name = ""
    return sha256(name.encode()).hexdigest()[:8]
