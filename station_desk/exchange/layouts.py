"""How a sheet is to be read: which row is its header, which column is which field; remembered once chosen."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from station_desk.casework.context import Desk
from station_desk.errors import UserError
from station_desk.exchange import mapping, sheetin
from station_desk.exchange.cells import clean_line, is_blank
from station_desk.exchange.fields import LedgerKind
from station_desk.exchange.mapping import Header, Mapping
from station_desk.exchange.sheetin import Book, SheetData
from station_desk.i18n import translate

Memory = Callable[[str], str | None]
"""What was remembered under a name, None where nothing was: `Desk.meta`."""

HEAD_ROWS = 30
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Layout:
    """`sheet` is the number of the sheet in its book, from 0; `head` its first rows as text, for a person to
    point at the header; `found` the signature it is remembered by; `by_hand` whether a person changed it."""

    sheet: int
    header: Header
    mapping: Mapping
    head: tuple[str, ...]
    found: str
    by_hand: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether it may be shown without asking: enough is known, and nothing is a mere guess."""
        return self.mapping.is_enough and all(c.confidence >= _SURE for c in self.mapping.choices)

    def with_column(self, field: str, index: int | None) -> Layout:
        """The same with `field` in column `index`, or in none; ValueError for what does not exist."""
        return replace(self, mapping=self.mapping.with_column(field, index), by_hand=True)


def open_layout(path: Path, memory: Memory, kind: LedgerKind = LedgerKind.ISSUES) -> tuple[Book, Layout]:
    """The book and how it will be read: as remembered for such a header, else as proposed."""
    book = sheetin.open_book(path)
    return book, layout_of(book, memory, kind)


def layout_of(book: Book, memory: Memory, kind: LedgerKind = LedgerKind.ISSUES) -> Layout:
    """As remembered for such a header, else as proposed. UserError where no header is recognised."""
    sheet, header = mapping.find_sheet(book, kind)
    number = book.sheets.index(sheet)
    kept = memory(_name(kind, header.signature))
    return _recalled(sheet, number, header, kept) or _proposed(sheet, number, header, kind, header.signature)


def header_at(book: Book, row_index: int, kind: LedgerKind = LedgerKind.ISSUES) -> Layout:
    """The row a person points at (from 0) as the header, in the sheet that looks likeliest."""
    found: Header | None = None
    try:
        sheet, found = mapping.find_sheet(book, kind)
        signature = found.signature
    except UserError:
        sheet = next((sheet for sheet in book.sheets if not sheet.hidden), book.sheets[0])
        signature = mapping.header_at(sheet, 0).signature
    header = mapping.header_at(sheet, min(row_index, len(sheet.rows) - 1))
    if found is not None and found.row_index == row_index:
        header = found  # which may be joined of two rows
    number = book.sheets.index(sheet)
    return replace(_proposed(sheet, number, header, kind, signature), by_hand=True)


def or_first_row(book: Book, memory: Memory, kind: LedgerKind = LedgerKind.ISSUES) -> Layout:
    """As `layout_of`; where no header is recognised, a start for a person to point at it."""
    try:
        return layout_of(book, memory, kind)
    except UserError:
        start = header_at(book, 0, kind)
        sheet = book.sheets[start.sheet]
        return _recalled(sheet, start.sheet, start.header, memory(_name(kind, start.found))) or start


def remember(desk: Desk, layout: Layout) -> None:
    """Read sheets with such a header like this from now on, on this desk."""
    kept = {"row": layout.header.row_index, "mapping": layout.mapping.to_json()}
    desk.set_meta(_name(layout.mapping.kind, layout.found), json.dumps(kept))


def sheet_of(book: Book, layout: Layout) -> SheetData:
    """The sheet `layout` was made for. UserError where the file is another by now."""
    if layout.sheet < len(book.sheets):
        sheet = book.sheets[layout.sheet]
        if sheet.width == len(layout.header.columns) and layout.header.row_index < len(sheet.rows):
            return sheet
    raise UserError(
        translate("ledgers", "{name} was changed since it was shown. Open it again.", name=book.name)
    )


def _name(kind: LedgerKind, signature: str) -> str:
    return f"columns.{kind.value}.{signature[:32]}"


def _recalled(sheet: SheetData, number: int, header: Header, kept: str | None) -> Layout | None:
    """The layout remembered, where it still fits this sheet."""
    try:
        saved = json.loads(kept or "null")
        row, text = int(saved["row"]), str(saved["mapping"])
    except (ValueError, KeyError, TypeError):
        return None
    # The row is taken as the found one where it is the same, since a header may be joined of two rows.
    place = header if row == header.row_index else None
    if place is None and 0 <= row < len(sheet.rows):
        place = mapping.header_at(sheet, row)
    plan = mapping.recall(text, place, sheet) if place is not None else None
    if place is None or plan is None:
        return None
    return Layout(number, place, plan, _head(sheet), header.signature)


def _proposed(sheet: SheetData, number: int, header: Header, kind: LedgerKind, found: str) -> Layout:
    return Layout(number, header, mapping.propose(header, sheet, kind), _head(sheet), found)


def _head(sheet: SheetData) -> tuple[str, ...]:
    lines = ([clean_line(cell) for cell in row if not is_blank(cell)] for row in sheet.rows[:HEAD_ROWS])
    return tuple("｜".join(cells)[:80] for cells in lines)
