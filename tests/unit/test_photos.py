"""A photo attached without its place: the picture is the same, what the camera wrote beside it is gone."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import attachments, photos
from station_desk.errors import UserError
from tests.builders import a_clerk, a_desk, an_issue

GPS = b"22.52N 113.03E"


def tiff(order: str, turned: int) -> bytes:
    """An Exif block with an orientation and a place."""
    mark = b"II" if order == "<" else b"MM"
    entries = [
        (0x0112, 3, 1, struct.pack(f"{order}HH", turned, 0)),
        (0x8825, 4, 1, struct.pack(f"{order}I", 60)),
    ]
    body = b"".join(struct.pack(f"{order}HHI", tag, kind, n) + value for tag, kind, n, value in entries)
    return mark + struct.pack(f"{order}HIH", 42, 8, len(entries)) + body + struct.pack(f"{order}I", 0) + GPS


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


SCAN = (
    segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\xff\x00\x34\xff\xd0\x56" + segment(0xC4, b"\xff\xd9")
)
TABLES = segment(0xDB, bytes(65)) + segment(0xC0, bytes(15)) + segment(0xC4, bytes(20))
JFIF = segment(0xE0, b"JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00")


def jpeg(order: str = ">", turned: int = 6) -> bytes:
    exif = segment(0xE1, b"Exif\x00\x00" + tiff(order, turned))
    xmp = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00<exif:GPSLatitude>" + GPS)
    comment = segment(0xFE, GPS)
    film = b"\x00\x00\x00\x18ftypmp42" + GPS
    return b"\xff\xd8" + JFIF + exif + xmp + comment + TABLES + SCAN + b"\x78\xff\xd9" + film


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_jpeg_keeps_its_picture_and_how_it_is_turned(order: str) -> None:
    found = photos.without_place(jpeg(order))
    assert GPS not in found
    assert JFIF in found
    assert found.endswith(TABLES + SCAN + b"\x78\xff\xd9")
    assert struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0) in found
    assert photos.without_place(found) == found


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content), kind) + content + struct.pack(">I", zlib.crc32(kind + content))


def test_a_png_keeps_its_picture_alone() -> None:
    parts = [chunk(b"IHDR", bytes(13)), chunk(b"IDAT", b"picture"), chunk(b"IEND", b"")]
    told = [chunk(b"eXIf", tiff(">", 8)), chunk(b"tEXt", b"Place\x00" + GPS), chunk(b"iTXt", GPS)]
    data = b"\x89PNG\r\n\x1a\n" + parts[0] + b"".join(told) + parts[1] + parts[2]
    found = photos.without_place(data)
    assert GPS not in found
    assert found.endswith(parts[1] + parts[2])
    assert struct.pack(">HHIHH", 0x0112, 3, 1, 8, 0) in found


def test_a_photo_cut_short_is_not_called_clean() -> None:
    whole = jpeg().index(b"\x78\xff\xd9") + 3
    for cut in range(3, whole):
        with pytest.raises(photos.Unknown):
            photos.without_place(jpeg()[:cut])


def test_a_photo_is_attached_without_its_place_or_whole_as_chosen(tmp_path: Path) -> None:
    i18n.set_language(i18n.ENGLISH)
    desk = a_desk(tmp_path)
    matter = an_issue(desk)
    photo = tmp_path / "现场.jpg"
    photo.write_bytes(jpeg())
    attachments.add(desk, a_clerk(), matter, photo, placeless=True)
    attachments.add(desk, a_clerk(), matter, photo)
    copies = [
        attachments.save_copy(desk, row.id, tmp_path / f"{place}.jpg").read_bytes()
        for place, row in enumerate(attachments.listed(desk, matter))
    ]
    assert [GPS in copy for copy in copies] == [False, True]
    assert photo.read_bytes() == jpeg()
    other = tmp_path / "现场.heic"
    other.write_bytes(b"\x00\x00\x00\x18ftypheic" + bytes(100))
    with pytest.raises(UserError, match="The place cannot be taken out"):
        attachments.add(desk, a_clerk(), matter, other, placeless=True)
