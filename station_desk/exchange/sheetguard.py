"""Looks at a file before it is read as a spreadsheet, and refuses in words what is not one or is unsafe."""

from __future__ import annotations

import re
import zipfile
import zlib
from enum import Enum
from pathlib import Path

from station_desk import i18n
from station_desk.errors import UserError

MAX_BYTES = 200 * 1024**2
MAX_UNPACKED = 1024**3
MAX_MEMBERS = 10_000
MAX_ROWS = 1_000_000
MAX_COLUMNS = 500
# A reader keeps a sheet as one block, width times height, some 32 bytes a cell.
MAX_CELLS = 40_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"SQLite format")
_MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<head", b"<meta", b"mime-version:")
# A cell that holds something, in a column past Z or a row past 99,999; styled empty ones end in "/>" or are
# closed at once. Four more bytes must be there to tell: at a chunk's end the next window has them.
_FAR_CELL = re.compile(rb'<c r="([A-Z]{2,3}|[A-Z](?=\d{6}))(\d+)"[^>]*[^/>]>(?!</c>)(?=.{4})', re.DOTALL)
_CHUNK = 1024**2
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError)
"""What a damaged zip raises; ValueError where even the names in it are no text."""

_OVERLAP = 256


class Form(Enum):
    """How a spreadsheet is kept."""

    ZIP = "xlsx"
    OLE = "xls"
    TEXT = "csv"


def inspect(path: Path) -> Form:
    """The form of a readable spreadsheet; raises UserError for anything else. Reads a zip once, in pieces."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise not_a_sheet(path)
        if size > MAX_BYTES:
            raise too_large(path)
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise unreadable(path, error) from error
    if not head.strip():
        raise UserError(i18n.translate("ledger", "“{name}” is empty.", name=path.name))
    if path.name.startswith("~$"):
        raise not_a_sheet(path)
    if head.startswith(b"PK"):
        _inspect_zip(path)
        return Form.ZIP
    if head.startswith(_OLE):
        _inspect_ole(path)
        return Form.OLE
    _inspect_text(path, head)
    return Form.TEXT


def _inspect_zip(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as file:
            members = file.infolist()
            names = {member.filename for member in members}
            if "xl/workbook.xml" not in names:
                raise not_a_sheet(path)
            if any(member.flag_bits & 1 for member in members):
                raise protected(path)
            if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
                raise too_large(path)
            left = MAX_UNPACKED
            for member in members:
                left -= _unpack(path, file, member, left)
    except BROKEN_ZIP as error:
        raise damaged(path) from error
    except OSError as error:
        raise unreadable(path, error) from error


def _unpack(path: Path, file: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> int:
    """Bytes in `member`, found by unpacking it: the size it declares may be a lie."""
    declared, member.file_size = member.file_size, left + 1
    is_sheet = member.filename.startswith("xl/worksheets/")
    size = rows = columns = 0
    tail = b""
    with file.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > left or size > declared:
                raise too_large(path)
            if is_sheet:
                window = tail + chunk
                for letters, row in _FAR_CELL.findall(window):
                    rows = max(rows, int(row))
                    columns = max(columns, _column(letters))
                tail = window[-_OVERLAP:]
    # One cell in the farthest corner would make the reader reserve the whole sheet.
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * max(columns, 26) > MAX_CELLS:
        raise too_large(path)
    return size


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _inspect_ole(path: Path) -> None:
    """Old Office files keep their streams' names in UTF-16; those tell Excel, Word and encrypted apart."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    if "EncryptedPackage".encode("utf-16-le") in raw:
        raise protected(path)
    if any(f"{name}\0".encode("utf-16-le") in raw for name in ("Workbook", "Book")):
        return
    if "WordDocument".encode("utf-16-le") not in raw and path.suffix.lower() == ".xls":
        # The list of streams often lies at the end, and is what a cut file lacks.
        raise damaged(path)
    raise not_a_sheet(path)


def _inspect_text(path: Path, head: bytes) -> None:
    if head.startswith(_OTHERS):
        raise not_a_sheet(path)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_MARKUP):
        raise UserError(
            i18n.translate(
                "ledger",
                "“{name}” is a web page that is only named like a spreadsheet. "
                "Open it in Excel or WPS and save it as an xlsx file.",
                name=path.name,
            )
        )
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        # UTF-16 without its mark has zero bytes on one side only.
        sides = sorted((head[0::2].count(0), head[1::2].count(0)))
        if sides[0] * 10 > sides[1]:
            raise not_a_sheet(path)


def not_a_sheet(path: Path) -> UserError:
    """For a Word file, a picture, a folder …"""
    return UserError(
        i18n.translate(
            "ledger",
            "“{name}” is not a spreadsheet. Choose an xlsx, xls or csv file; save other kinds as xlsx first.",
            name=path.name,
        )
    )


def protected(path: Path) -> UserError:
    """For a file that opens with a password only."""
    return UserError(
        i18n.translate(
            "ledger",
            "“{name}” is protected by a password. Open it in Excel or WPS, save a copy without the password, "
            "and import the copy.",
            name=path.name,
        )
    )


def damaged(path: Path) -> UserError:
    """For a file that breaks off or contradicts itself."""
    return UserError(
        i18n.translate(
            "ledger",
            "“{name}” is damaged or was cut short. Copy it again from where it came, "
            "or open it in Excel or WPS and save it as a new xlsx file.",
            name=path.name,
        )
    )


def too_large(path: Path) -> UserError:
    """For a file beyond the limits."""
    return UserError(
        i18n.translate(
            "ledger",
            "“{name}” is too large: at most {megabytes} MB, {rows} rows and {columns} columns. "
            "Delete what lies far below or beside the ledger, or cut it into several files.",
            name=path.name,
            megabytes=MAX_BYTES // 1024**2,
            rows=f"{MAX_ROWS:,}",
            columns=MAX_COLUMNS,
        )
    )


def unreadable(path: Path, error: OSError) -> UserError:
    """For a file that is missing, open elsewhere, or on a stick that was pulled out."""
    if isinstance(error, FileNotFoundError):
        return UserError(
            i18n.translate("ledger", "“{name}” is not there any more. Choose the file again.", name=path.name)
        )
    if isinstance(error, PermissionError):
        return UserError(
            i18n.translate(
                "ledger",
                "“{name}” cannot be opened: another program may be using it, or you may not read it. "
                "Close it there and try again.",
                name=path.name,
            )
        )
    return UserError(
        i18n.translate(
            "ledger",
            "“{name}” cannot be read from its disk. Copy it to this computer and try again.",
            name=path.name,
        )
    )
