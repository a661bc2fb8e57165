"""The outer file: a ZIP of stored members in one exact layout, so that a change of any byte shows."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from station_desk.errors import UserError
from station_desk.exchange.writing import written
from station_desk.i18n import translate

MAX_FILE = 2 << 30
MAX_SEALED = MAX_FILE + (MAX_FILE >> 12) + (1 << 20)
"""Inside age: 16 bytes for each 64 KiB, and the header."""
MAX_MEMBER = 64 << 20
NAMES = re.compile(r"manifest\.json(\.minisig)?|commits-[0-9]{4}\.jsonl\.zst|blobs/[0-9a-f]{64}")

_MAX_MEMBERS = 10_000
_MAX_NAME = 80

# Every field that is not the member's own is fixed: version 2.0, no flags, stored, 1980-01-01 00:00.
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_DATE = 0x21


class Damaged(UserError):
    """The file is not a whole package."""


def damaged() -> Damaged:
    """The one sentence for every kind of damage: what matters is what to do."""
    return Damaged(
        translate(
            "container",
            "The file is damaged or incomplete. Copy it again, or ask the sender for it once more.",
        )
    )


def too_large() -> UserError:
    """The file is too large to be looked into."""
    return UserError(translate("container", "The file is larger than 2 GB; a package never is."))


@dataclass(frozen=True, slots=True)
class Member:
    """One member: its name, and where its bytes lie in the file."""

    name: str
    offset: int
    size: int
    crc: int


def _local(name: bytes, size: int, crc: int) -> bytes:
    return _LOCAL.pack(b"PK\x03\x04", 20, 0, 0, 0, _DATE, crc, size, size, len(name), 0) + name


def _central(name: bytes, size: int, crc: int, offset: int) -> bytes:
    return (
        _CENTRAL.pack(
            b"PK\x01\x02", 20, 20, 0, 0, 0, _DATE, crc, size, size, len(name), 0, 0, 0, 0, 0, offset
        )
        + name
    )  # fmt: skip


def write(path: Path, members: Sequence[tuple[str, bytes]]) -> int:
    """Write the members in order, whole or not at all, and never over another file.

    Returns the file's size in bytes. UserError where it cannot be written.
    """
    directory = b""
    with written(path) as file:
        for name, data in members:
            raw, crc, offset = name.encode("ascii"), zlib.crc32(data), file.size
            file.write(_local(raw, len(data), crc))
            file.write(data)
            directory += _central(raw, len(data), crc, offset)
        count, start = len(members), file.size
        file.write(directory)
        file.write(_END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0))
    return file.size


def members_of(file: BinaryIO, size: int) -> list[Member]:
    """The members of an open package of `size` bytes, after proving that every byte outside them is as it
    must be. Damaged where not."""
    if size < _END.size:
        raise damaged()
    if size > MAX_FILE:
        raise too_large()
    file.seek(size - _END.size)
    signature, *_, count, total, length, start, comment = _END.unpack(file.read(_END.size))
    fixed = signature == b"PK\x05\x06" and comment == 0 and count == total
    if not fixed or start + length + _END.size != size or count > _MAX_MEMBERS:
        raise damaged()
    if length > count * (_CENTRAL.size + _MAX_NAME):
        raise damaged()
    file.seek(start)
    directory = file.read(length)
    found = list(_entries(directory, count))
    expected, offset, seen = b"", 0, set[str]()
    for member in found:
        raw = member.name.encode("ascii")
        if not NAMES.fullmatch(member.name) or member.name in seen or member.size > MAX_MEMBER:
            raise damaged()
        seen.add(member.name)
        header = _local(raw, member.size, member.crc)
        file.seek(offset)
        if file.read(len(header)) != header or member.offset != offset + len(header):
            raise damaged()
        expected += _central(raw, member.size, member.crc, offset)
        offset += len(header) + member.size
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, length, start, 0)
    file.seek(size - _END.size)
    if expected != directory or offset != start or file.read(_END.size) != end:
        raise damaged()
    return found


def _entries(directory: bytes, count: int) -> Iterator[Member]:
    at = 0
    for _ in range(count):
        if at + _CENTRAL.size > len(directory):
            raise damaged()
        fields = _CENTRAL.unpack_from(directory, at)
        crc, size, name_length, offset = fields[7], fields[8], fields[10], fields[16]
        raw = directory[at + _CENTRAL.size : at + _CENTRAL.size + name_length]
        at += _CENTRAL.size + name_length
        try:
            name = raw.decode("ascii")
        except UnicodeDecodeError:
            raise damaged() from None
        yield Member(name, offset + _LOCAL.size + name_length, size, crc)
    if at != len(directory):
        raise damaged()


def read(file: BinaryIO, member: Member) -> bytes:
    """A member's bytes, proved by its checksum."""
    file.seek(member.offset)
    data = file.read(member.size)
    if len(data) != member.size or zlib.crc32(data) != member.crc:
        raise damaged()
    return data
