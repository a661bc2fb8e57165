"""The ZIP in its one way of being written, and the commits unpacked out of it."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence

import zstandard

from tests.exchange.plain.values import MAX_FILE, MAX_MEMBER, MAX_MEMBERS, MIB, RATIO, Refused, need

Members = Sequence[tuple[str, bytes]]
_WINDOW = 1 << 27


def write_zip(members: Members) -> bytes:
    """The one way of writing it."""
    out, directory = io.BytesIO(), io.BytesIO()
    for name, data in members:
        raw, at = name.encode("ascii"), out.tell()
        sizes = (zlib.crc32(data), len(data), len(data))
        local = (20, 0, 0, 0, 33, *sizes, len(raw), 0)
        out.write(struct.pack("<4s5H3L2H", b"PK\x03\x04", *local) + raw + data)
        central = (20, *local, 0, 0, 0, 0, at)
        directory.write(struct.pack("<4s6H3L5H2L", b"PK\x01\x02", *central) + raw)
    at, index = out.tell(), directory.getvalue()
    count = len(members)
    out.write(index + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(index), at, 0))
    return out.getvalue()


def read_zip(data: bytes) -> list[tuple[str, bytes]]:
    """Members in order; every byte is compared with the one way of writing it."""
    need(len(data) <= MAX_FILE, "file too long")
    members: list[tuple[str, bytes]] = []
    at = 0
    while data[at : at + 4] == b"PK\x03\x04":
        need(len(members) < MAX_MEMBERS + 2 and len(data) >= at + 30, "member header")
        size, length = struct.unpack_from("<L", data, at + 22)[0], struct.unpack_from("<H", data, at + 26)[0]
        try:
            name = data[at + 30 : at + 30 + length].decode("ascii")
        except UnicodeError:
            raise Refused("a name that is not ASCII") from None
        need(size <= MAX_MEMBER, f"{name}: too long")
        at += 30 + length
        members.append((name, data[at : at + size]))
        at += size
    need(write_zip(members) == data, "not the one way to write the container")
    return members


def unpack(name: str, data: bytes, claimed: int) -> bytes:
    """A member's one zstd frame, which must come to as many bytes as the manifest claims."""
    need(claimed <= MAX_MEMBER, f"{name}: unpacked too long")
    need(claimed <= MIB or claimed <= RATIO * len(data), f"{name}: packed too well")
    try:
        frame = zstandard.get_frame_parameters(data)
        need(frame.window_size <= _WINDOW, f"{name}: window")
        need(frame.dict_id == 0, f"{name}: dictionary")
        engine = zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()
        out = bytearray()
        for start in range(0, len(data), 65536):
            need(not engine.eof, f"{name}: more than one frame")
            out += engine.decompress(data[start : start + 65536])
            need(len(out) <= claimed, f"{name}: longer than the manifest says")
    except zstandard.ZstdError as fault:
        raise Refused(f"{name}: {fault}") from None
    need(engine.eof and not engine.unused_data, f"{name}: not one whole frame")
    need(len(out) == claimed, f"{name}: shorter than the manifest says")
    return bytes(out)
