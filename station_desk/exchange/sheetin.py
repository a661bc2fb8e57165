"""Reads any spreadsheet a clerk may bring (xlsx, xls, csv) into plain rows, or says why it cannot."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from station_desk import i18n
from station_desk.errors import UserError
from station_desk.exchange import sheetguard
from station_desk.exchange.cells import CellValue, clean_line, is_blank
from station_desk.exchange.sheetguard import MAX_COLUMNS, MAX_ROWS, Form

# A merged area as (first row, first column, last row, last column), from 0, both ends included.
Area = tuple[int, int, int, int]
Row = tuple[CellValue, ...]

_DELIMITERS = ",\t;|"
_SAMPLE_ROWS = 30


@dataclass(frozen=True, slots=True)
class SheetData:
    """One sheet; row 0 is the sheet's first row, so `rows[i]` is line i + 1 in Excel.

    All rows have the same width; empty rows and columns after the last content are cut off. A cell merged
    downwards holds its value in each of its rows.
    """

    name: str
    rows: list[Row]
    merged: tuple[Area, ...] = ()
    hidden: bool = False

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True, slots=True)
class Book:
    """A file's sheets that hold anything, in their order; `name` is the file's name."""

    name: str
    sheets: tuple[SheetData, ...]


def open_book(path: Path) -> Book:
    """Read every sheet of `path`. Raises UserError with the reason and the next step.

    Limits: 200 MB, 1,000,000 rows and 500 columns a sheet, 1 GiB unpacked.
    """
    form = sheetguard.inspect(path)
    sheets = _read_text(path) if form is Form.TEXT else _read_excel(path)
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise UserError(i18n.translate("ledger", "“{name}” is empty.", name=path.name))
    return Book(path.name, filled)


def _read_excel(path: Path) -> list[SheetData]:
    import python_calamine as calamine  # costs start time, so only when a sheet is read

    try:
        with calamine.CalamineWorkbook.from_path(str(path)) as book:
            sheets = []
            for index, meta in enumerate(book.sheets_metadata):
                if meta.typ != calamine.SheetTypeEnum.WorkSheet:
                    continue
                sheet = book.get_sheet_by_index(index)
                # `end` is None for a sheet without content.
                _check_size(path, sheet.total_height, (sheet.end or (0, 0))[1] + 1)
                merged = tuple((r, c, r2, c2) for (r, c), (r2, c2) in sheet.merged_cell_ranges or ())
                rows = _trim(sheet.to_python(skip_empty_area=False))
                hidden = meta.visible != calamine.SheetVisibleEnum.Visible
                sheets.append(SheetData(meta.name, _fill_down(rows, merged), merged, hidden))
            return sheets
    except calamine.PasswordError as error:
        raise sheetguard.protected(path) from error
    except calamine.CalamineError as error:
        raise sheetguard.damaged(path) from error
    except OSError as error:
        raise sheetguard.unreadable(path, error) from error
    except BaseException as error:
        # A sheet damaged in a way calamine did not foresee ends in a Rust panic, no Exception.
        if type(error).__name__ == "PanicException":
            raise sheetguard.damaged(path) from error
        raise


def _check_size(path: Path, rows: int, columns: int) -> None:
    if rows > MAX_ROWS or columns > MAX_COLUMNS:
        raise sheetguard.too_large(path)


def _trim(rows: Sequence[Sequence[CellValue]]) -> list[Row]:
    """Rows as tuples of one width, without the empty rows and columns at the end."""
    height = len(rows)
    while height and _is_empty(rows[height - 1]):
        height -= 1
    width = max(map(len, rows[:height]), default=0)
    column = width
    while column and all(len(row) < column or is_blank(row[column - 1]) for row in rows[:height]):
        column -= 1
    if column == width and all(len(row) == width for row in rows[:height]):
        return [tuple(row) for row in rows[:height]]
    blank: Row = ("",) * column
    return [(*row[:column], *blank[len(row) :]) for row in rows[:height]]


def _is_empty(row: Sequence[CellValue]) -> bool:
    return row.count("") == len(row) or all(map(is_blank, row))


def _fill_down(rows: list[Row], merged: Iterable[Area]) -> list[Row]:
    """Give each row of a cell merged downwards its value: one visitor often stands for several matters."""
    for top, column, bottom, last in merged:
        if bottom == top or last != column or top >= len(rows) or column >= len(rows[top]):
            continue
        value = rows[top][column]
        if is_blank(value):
            continue
        for line in range(top + 1, min(bottom + 1, len(rows))):
            row = rows[line]
            # An emptied row is no row, whatever it is merged with.
            if is_blank(row[column]) and not _is_empty(row):
                rows[line] = (*row[:column], value, *row[column + 1 :])
    return rows


def _read_text(path: Path) -> list[SheetData]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise sheetguard.unreadable(path, error) from error
    text = _decode(path, raw)
    delimiter, start = _delimiter(text)
    rows: list[list[CellValue]] = []
    try:
        for cells in csv.reader(io.StringIO(text[start:], newline=""), delimiter=delimiter):
            rows.append(list(cells))
            if len(rows) > MAX_ROWS or len(cells) > MAX_COLUMNS:
                raise sheetguard.too_large(path)
    except csv.Error as error:
        raise sheetguard.damaged(path) from error
    return [SheetData(clean_line(path.stem), _trim(rows))]


def _decode(path: Path, raw: bytes) -> str:
    """UTF-8 and UTF-16 with or without a byte-order mark, else GB18030 (which holds GBK and GB2312)."""
    for encoding in _encodings(raw):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError(
        i18n.translate(
            "ledger",
            "The characters of “{name}” cannot be read. Open it in Excel or WPS and save it as an xlsx file.",
            name=path.name,
        )
    )


def _encodings(raw: bytes) -> tuple[str, ...]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    head = raw[:4096]
    if b"\x00" in head:
        # Digits and commas have their zero byte second in little-endian, first in big-endian.
        little = head[1::2].count(0) >= head[0::2].count(0)
        return ("utf-16-le",) if little else ("utf-16-be",)
    return ("utf-8-sig", "gb18030")


def _delimiter(text: str) -> tuple[str, int]:
    """The delimiter that cuts the first rows into the most, evenest columns, and where the rows start."""
    if text[:4].lower() == "sep=" and text[4:5] in _DELIMITERS:
        return text[4], text.find("\n", 0, 8) + 1
    head = text[:65_536]
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        if delimiter not in head:
            continue
        widths: list[int] = []
        try:
            for cells in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter):
                widths.append(len(cells))
                if len(widths) == _SAMPLE_ROWS:
                    break
        except csv.Error:
            continue
        usual = max(set(widths), key=widths.count)
        score = (usual - 1) * widths.count(usual) / len(widths)
        if score > best_score:
            best, best_score = delimiter, score
    return best, 0
