"""Takes the place where a photo was taken out of its file, leaving the picture as it is."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_EXIF = b"Exif\x00\x00"
_KEPT = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xEE, 0xE0}
"""JPEG segments that the picture needs: frames, tables, restart interval, Adobe's colours, JFIF."""

_ICC = b"ICC_PROFILE\x00"
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_TEXTS = {b"eXIf", b"iTXt", b"tEXt", b"zTXt"}
_ORIENTATION = 0x0112
_MOST_ENTRIES = 200


class Unknown(ValueError):
    """The file is no photo whose parts can be told apart."""


def without_place(data: bytes) -> bytes:
    """The photo without what its camera and programs wrote beside the picture: place, device, comments.

    How it is to be turned stays, and the picture's own bytes are not touched. Unknown for what is neither a
    JPEG nor a PNG, or is cut short.
    """
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    if data.startswith(_PNG):
        return _png(data)
    raise Unknown


def _jpeg(data: bytes) -> bytes:
    out = [b"\xff\xd8"]
    turned = 0
    body = b""
    for marker, segment, rest in _segments(data):
        if marker == 0xDA:
            body = rest[: _end_of(rest)]
            break
        if marker == 0xE1 and segment.startswith(_EXIF):
            turned = _orientation(segment[len(_EXIF) :]) or turned
        elif marker in _KEPT or 0xC0 < marker < 0xD0 or (marker == 0xE2 and segment.startswith(_ICC)):
            out.append(struct.pack(">BBH", 0xFF, marker, len(segment) + 2) + segment)
    if not body:
        raise Unknown
    if turned:
        exif = _EXIF + _small_tiff(turned)
        out.insert(1, struct.pack(">BBH", 0xFF, 0xE1, len(exif) + 2) + exif)
    return b"".join(out) + body


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """The marker and content of each segment, and what begins with its marker."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise Unknown
        marker = data[at + 1]
        if marker == 0xFF:  # fill
            at += 1
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker < 0xC0 or 0xD0 <= marker <= 0xD9 or length < 2 or at + 2 + length > len(data):
            raise Unknown
        yield marker, data[at + 4 : at + 2 + length], data[at:]
        at += 2 + length
    raise Unknown


def _end_of(scan: bytes) -> int:
    """Where the picture ends: what cameras put after it (films, further pictures) has places of its own."""
    at = 0
    while True:
        at = scan.find(b"\xff", at)
        if at < 0 or at + 2 > len(scan):
            raise Unknown
        marker = scan[at + 1]
        if marker == 0xD9:
            return at + 2
        if marker in (0, 0xFF) or 0xD0 <= marker <= 0xD7:  # within the picture's data
            at += 1 if marker == 0xFF else 2
        elif at + 4 <= len(scan):  # a table or a further scan of the same picture
            at += 2 + int.from_bytes(scan[at + 2 : at + 4], "big")
        else:
            raise Unknown


def _orientation(tiff: bytes) -> int:
    """How the picture is to be turned (1 to 8); 0 where it is not said."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return 0
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    if start + 2 > len(tiff):
        return 0
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for place in range(min(count, _MOST_ENTRIES)):
        at = start + 2 + 12 * place
        if at + 12 > len(tiff):
            return 0
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, at)
        if tag == _ORIENTATION and 1 <= value <= 8:
            return int(value)
    return 0


def _small_tiff(turned: int) -> bytes:
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, 3, 1, turned, 0, 0)


def _png(data: bytes) -> bytes:
    out = [_PNG]
    at = len(_PNG)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise Unknown
        if kind == b"eXIf":
            turned = _orientation(data[at + 8 : end - 4])
            if turned:
                exif = _small_tiff(turned)
                check = zlib.crc32(kind + exif)
                out.append(struct.pack(">I4s", len(exif), kind) + exif + struct.pack(">I", check))
        elif kind not in _PNG_TEXTS:
            out.append(data[at:end])
        if kind == b"IEND":
            return b"".join(out)
        at = end
    raise Unknown
