"""Reads the table rows of a Word file (docx) as plain cells, and refuses in words what is unsafe."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from station_desk import i18n
from station_desk.errors import UserError
from station_desk.exchange import sheetguard

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_BYTES = 32 * 1024**2
MAX_BODY = 32 * 1024**2
"""Bytes of the unpacked text; a hundred pages are some 2 MB."""

_BODY = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLE = b"\xd0\xcf\x11\xe0"

Rows = list[list[str]]


def read_rows(path: Path) -> Rows:
    """Every row of every table, cells as text. UserError with the reason and the next step."""
    return [[_text(cell) for cell in _cells(row)] for row in _parse(path, _body(path)).iter(f"{_W}tr")]


def _body(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(path)
        with path.open("rb") as file:
            head = file.read(4)
        if head == _OLE:
            raise _old_or_locked(path)
        with zipfile.ZipFile(path) as packed:
            if _BODY not in packed.namelist():
                raise _not_word(path)
            member = packed.getinfo(_BODY)
            if member.flag_bits & 1:
                raise _old_or_locked(path)
            # The size it declares may be a lie, so no more than the limit is unpacked.
            with packed.open(member) as stream:
                body = stream.read(MAX_BODY + 1)
    except sheetguard.BROKEN_ZIP as error:
        raise _not_word(path) from error
    except OSError as error:
        raise sheetguard.unreadable(path, error) from error
    if len(body) > MAX_BODY:
        raise _too_large(path)
    return body


def _parse(path: Path, body: bytes) -> Element:
    from xml.etree import ElementTree

    # Word writes no document type; one could only be there to blow up or to fetch something.
    if b"<!" in body.replace(b"<!--", b"").replace(b"<![CDATA[", b"") or b"\x00" in body[:64]:
        raise _not_word(path)
    try:
        return ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        raise _not_word(path) from error


def _cells(row: Element) -> Iterator[Element]:
    """The row's cells in order, those inside content controls too."""
    waiting = list(reversed(row))
    while waiting:
        found = waiting.pop()
        if found.tag == f"{_W}tc":
            yield found
        elif found.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            waiting.extend(reversed(found))


def _text(cell: Element) -> str:
    """The words of a cell; the prompt of a content control that nobody filled is no words."""
    prompts: set[Element] = set()
    for control in cell.iter(f"{_W}sdt"):
        if control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is None:
            continue
        # Some programs leave the mark of the prompt on a choice that was made.
        offered = {item.get(f"{_W}displayText") for item in control.iter(f"{_W}listItem")}
        words = list(control.iter(f"{_W}t"))
        if "".join(part.text or "" for part in words) not in offered:
            prompts.update(words)
    lines: list[str] = []
    for paragraph in cell.iter(f"{_W}p"):
        pieces: list[str] = []
        for part in paragraph.iter():
            if part.tag == f"{_W}t" and part not in prompts:
                pieces.append(part.text or "")
            elif part.tag == f"{_W}tab":
                pieces.append(" ")
            elif part.tag in (f"{_W}br", f"{_W}cr"):
                pieces.append("\n")
        lines.append("".join(pieces))
    return "\n".join(lines).strip()


def _not_word(path: Path) -> UserError:
    return UserError(
        i18n.translate(
            "reply sheet",
            "“{name}” is no Word file (docx), or it is damaged. Open it in Word or WPS and save it as docx.",
            name=path.name,
        )
    )


def _old_or_locked(path: Path) -> UserError:
    return UserError(
        i18n.translate(
            "reply sheet",
            "“{name}” is an old Word file, or protected by a password. Open it in Word or WPS and save it as "
            "docx without a password.",
            name=path.name,
        )
    )


def _too_large(path: Path) -> UserError:
    return UserError(
        i18n.translate(
            "reply sheet",
            "“{name}” is too large for a reply sheet: at most {megabytes} MB.",
            name=path.name,
            megabytes=MAX_BYTES // 1024**2,
        )
    )
