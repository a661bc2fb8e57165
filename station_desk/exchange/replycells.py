"""The cells of a filled reply sheet by field, read from a workbook or a Word file as its unit left it."""

from __future__ import annotations

import html
import re
import unicodedata
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from station_desk.errors import Problem, UserError
from station_desk.exchange import replyfields, sheetguard, sheetin, wordtables
from station_desk.exchange.cells import CellValue, clean_line, clean_text, is_nothing, to_date, why_no_date
from station_desk.i18n import translate

MAX_BYTES = 32 * 1024**2
_GLANCE = 1024**2
_ROWS, _COLUMNS = 400, 30
"""A sheet has some forty rows of four cells; what lies far outside was not put there by a unit."""

_SLASHES = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})\s*")
_KEYWORDS = re.compile(rb"<cp:keywords>([^<]{0,500})</cp:keywords>")


@dataclass(slots=True)
class SheetRead:
    """The cells of a sheet by field, and the mistakes found while they are understood."""

    cells: dict[str, CellValue] = field(default_factory=dict)
    promises: dict[int, tuple[CellValue, CellValue]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    keywords: str = ""

    def line(self, name: str) -> str:
        """A field's words on one line; empty for a dash or 无."""
        value = self.cells.get(name)
        return "" if is_nothing(value) else clean_line(value)

    def text(self, name: str) -> str:
        """A field's words with their line breaks."""
        value = self.cells.get(name)
        return "" if is_nothing(value) else clean_text(value)

    def day(self, name: str, problem: str) -> date | None:
        """A field's day; where it cannot be read, the mistake is kept under `problem`."""
        day, wrong = read_day(self.cells.get(name))
        if wrong:
            self.problems.append(Problem(problem, wrong))
        return day


def read_sheet(path: Path) -> SheetRead:
    """The cells of a sheet; UserError where the file cannot be read, is too large, or is no such sheet."""
    if path.suffix.lower() == ".docx":
        found = _gather([list(row) for row in wordtables.read_rows(path)])
    else:
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            raise sheetguard.too_large(path)
        found = SheetRead()
        for sheet in sheetin.open_book(path).sheets:
            found = _gather([list(row[:_COLUMNS]) for row in sheet.rows[:_ROWS]])
            if "returns" in found.cells:
                break
    found.keywords = keywords_of(path)
    if not found.cells and not found.keywords:
        raise UserError(
            translate(
                "reply sheet",
                "“{name}” is no reply sheet of this program: it has no return number. To type in a letter, "
                "open the matter and record the reply there.",
                name=path.name,
            )
        )
    return found


def looks_like_sheet(path: Path) -> bool:
    """Whether a workbook is one of our sheets, told without reading it whole: a ledger may be large."""
    if path.suffix.lower() not in (".xlsx", ".xls") or path.stat().st_size > MAX_BYTES:
        return False
    if replyfields.read_keywords(keywords_of(path))[1]:
        return True
    try:
        with zipfile.ZipFile(path) as packed:
            for member in packed.namelist():
                if member == "xl/sharedStrings.xml" or member.startswith("xl/worksheets/sheet"):
                    with packed.open(member) as stream:
                        text = stream.read(_GLANCE).decode("utf-8", "replace")
                    if replyfields.NUMBER in html.unescape(text):
                        return True
    except zipfile.BadZipFile:
        # An old workbook keeps its words in UTF-16 in the open.
        return replyfields.NUMBER.encode("utf-16-le") in path.read_bytes()
    except sheetguard.BROKEN_ZIP:
        return False
    return False


def _gather(rows: list[list[CellValue]]) -> SheetRead:
    """Each label's value is the next cell in its row that holds something and is no label itself."""
    found = SheetRead()
    for row in rows[:_ROWS]:
        named: dict[str, CellValue] = {}
        label = ""
        for cell in row:
            announced = replyfields.label_of(clean_line(cell)) if isinstance(cell, str) else ""
            if announced:
                label = announced
                named.setdefault(label, None)
            elif label and named[label] is None and clean_text(cell):
                named[label] = cell
        promise = next((name for name in named if name.startswith("what")), "")
        if promise:
            found.promises[int(promise[4:])] = (named[promise], named.get("by"))
            continue
        for name, value in named.items():
            if found.cells.get(name) is None:
                found.cells[name] = value
    return found


def keywords_of(path: Path) -> str:
    """The hidden keywords of an Office file; empty where there are none (an old file, a lost property)."""
    try:
        with zipfile.ZipFile(path) as packed, packed.open("docProps/core.xml") as stream:
            found = _KEYWORDS.search(stream.read(64 * 1024))
    except (*sheetguard.BROKEN_ZIP, KeyError, OSError):
        return ""
    return html.unescape(found[1].decode("utf-8", "replace")).strip() if found else ""


def read_day(value: CellValue) -> tuple[date | None, str]:
    """The day in a cell, and why it is none; a day that can be read in two ways is none."""
    if is_nothing(value):
        return None, ""
    day = to_date(value)
    if day is not None:
        return day, ""
    found = _SLASHES.fullmatch(unicodedata.normalize("NFKC", value)) if isinstance(value, str) else None
    if found is not None:
        first, second = int(found[1]), int(found[2])
        if len(found[3]) == 4 and (first > 12) != (second > 12):
            # One of the two can be no month: only one reading is left.
            month, of_month = (second, first) if first > 12 else (first, second)
            day = to_date(f"{found[3]}-{month}-{of_month}")
            if day is not None:
                return day, ""
        return None, translate(
            "reply sheet",
            "“{value}” may mean two different days. Ask the unit; write it like 2026-05-03.",
            value=clean_line(value),
        )
    return None, why_no_date(value)
