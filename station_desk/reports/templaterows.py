"""A row of somebody's workbook made many: everything below and everything that points there moves along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_CELL = re.compile(r"(\$?[A-Za-z]{1,3}\$?)(\d+)\Z")
_ROW = re.compile(r"(\$?)(\d+)\Z")


def grow(workbook: Workbook, sheet: Worksheet, row: int, amount: int) -> None:
    """Insert `amount` rows below `row`, in its styles, with its formulas and merged cells.

    What lies below moves down. Formulas, names, rules, filters, print areas and charts that point below go
    along; a range that ends in the row takes the new ones in, so that a total below it adds all of them.
    """
    if amount < 1:
        return
    move = _Move(sheet.title, row, amount)
    merged = [str(area) for area in sheet.merged_cells.ranges]
    sheet.insert_rows(row + 1, amount)
    _rows_moved(sheet, row, amount)
    _copy_row(sheet, row, amount)
    _merge(sheet, merged, move)
    _rules(sheet, move)
    _areas(sheet, move)
    _names(workbook, move)
    for other in workbook.worksheets:
        _formulas(other, move)
        _charts(other, move)
    _pictures(sheet, move)
    _row_formulas(sheet, row, amount)


class _Move:
    """The rows of one sheet below `row` go down by `amount`."""

    def __init__(self, sheet: str, row: int, amount: int) -> None:
        self.sheet, self.row, self.amount = sheet, row, amount

    def down(self, row: int) -> int:
        """Where that row is now."""
        return row + self.amount if row > self.row else row

    def area(self, text: str, *, widened: bool = True) -> str:
        """A cell or a range without its sheet; `widened`: one that ends in the row takes the new ones in."""
        first, colon, last = text.partition(":")
        if not colon:
            return self._part(first, self.down)
        # Whole columns stay as they are: they have no row to move.
        return f"{self._part(first, self.down)}:{self._part(last, self._end if widened else self.down)}"

    def _end(self, row: int) -> int:
        return row + self.amount if row >= self.row else row

    @staticmethod
    def _part(text: str, to: Any) -> str:
        for pattern in (_CELL, _ROW):
            found = pattern.match(text)
            if found:
                return f"{found[1]}{to(int(found[2]))}"
        return text

    def several(self, text: str) -> str:
        """Areas with blanks between them."""
        return " ".join(self.area(part) for part in text.split())

    def formula(self, text: str, home: str, *, widened: bool = True) -> str:
        """A formula that stands on the sheet `home`."""
        from openpyxl.formula import Tokenizer

        if not text.startswith("="):
            return text
        tokens = Tokenizer(text)
        out = ["="]
        for token in tokens.items:
            value = token.value
            if token.type == "OPERAND" and token.subtype == "RANGE":
                named, mark, area = value.rpartition("!")
                if (_unquoted(named) if mark else home) == self.sheet:
                    value = f"{named}{mark}{self.area(area, widened=widened)}"
            out.append(value)
        return "".join(out)


def _unquoted(name: str) -> str:
    return name[1:-1].replace("''", "'") if name.startswith("'") else name


# --- the sheet itself -------------------------------------------------------------------------------


def _rows_moved(sheet: Worksheet, row: int, amount: int) -> None:
    """Heights, hidden rows and page breaks; links of cells know where they stand."""
    below = sorted((n for n in sheet.row_dimensions if n > row), reverse=True)
    for n in below:
        moved = sheet.row_dimensions.pop(n)
        moved.index = n + amount
        sheet.row_dimensions[n + amount] = moved
    own = sheet.row_dimensions.get(row)
    for n in range(row + 1, row + amount + 1) if own is not None else ():
        same = copy(own)
        same.index = n  # type: ignore[union-attr]
        sheet.row_dimensions[n] = same  # type: ignore[assignment]
    for mark in sheet.row_breaks.brk:
        mark.id = mark.id + amount if mark.id > row else mark.id
    for line in sheet.iter_rows(min_row=row + amount + 1):
        for cell in line:
            link = getattr(cell, "hyperlink", None)
            if link is not None:
                link.ref = cell.coordinate


def _copy_row(sheet: Worksheet, row: int, amount: int) -> None:
    """The styles of the row in each new one."""
    for cell in list(sheet[row]):
        if not cell.has_style:
            continue
        for n in range(row + 1, row + amount + 1):
            _styled(sheet.cell(n, cell.column or 1), cell)


def _styled(cell: Any, like: Any) -> None:
    cell._style = copy(like._style)


def _row_formulas(sheet: Worksheet, row: int, amount: int) -> None:
    """The row's own formulas in each new one, each about its own row."""
    from openpyxl.formula.translate import Translator

    for cell in list(sheet[row]):
        if cell.data_type != "f" or not isinstance(cell.value, str):
            continue
        for n in range(row + 1, row + amount + 1):
            below = sheet.cell(n, cell.column or 1)
            below.value = Translator(cell.value, cell.coordinate).translate_formula(below.coordinate)


def _merge(sheet: Worksheet, before: list[str], move: _Move) -> None:
    """Merged cells move as they are; those within the row are merged in each new one too."""
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
    from openpyxl.worksheet.merge import MergedCellRange

    areas = []
    for text in before:
        area = CellRange(text)
        if area.min_row == area.max_row == move.row:
            areas.append(text)
            for n in range(move.row + 1, move.row + move.amount + 1):
                areas.append(CellRange(None, area.min_col, n, area.max_col, n).coord)
                for column in range(area.min_col + 1, area.max_col + 1):
                    hidden = MergedCell(sheet, n, column)
                    _styled(hidden, sheet.cell(n, column))
                    sheet._cells[n, column] = hidden
        else:
            areas.append(move.area(text, widened=area.max_row > move.row))
    sheet.merged_cells = MultiCellRange()
    for text in areas:
        sheet.merged_cells.add(MergedCellRange(sheet, text))


def _rules(sheet: Worksheet, move: _Move) -> None:
    """Colours that depend on values, and what may be typed."""
    from openpyxl.formatting.formatting import ConditionalFormattingList
    from openpyxl.worksheet.cell_range import MultiCellRange

    before = list(sheet.conditional_formatting)
    sheet.conditional_formatting = ConditionalFormattingList()
    for one in before:
        for rule in one.rules:
            rule.formula = [move.formula(f"={text}", sheet.title)[1:] for text in rule.formula or ()]
            sheet.conditional_formatting.add(move.several(str(one.sqref)), rule)
    for check in sheet.data_validations.dataValidation:
        check.sqref = MultiCellRange(move.several(str(check.sqref)))
        for name in ("formula1", "formula2"):
            text = getattr(check, name)
            if isinstance(text, str):
                setattr(check, name, move.formula(f"={text}", sheet.title)[1:])


def _areas(sheet: Worksheet, move: _Move) -> None:
    """What is filtered, printed, and kept as a table."""
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = move.area(sheet.auto_filter.ref)
    for table in sheet.tables.values():
        table.ref = move.area(table.ref)
        if table.autoFilter is not None and table.autoFilter.ref:
            table.autoFilter.ref = move.area(table.autoFilter.ref)
    if sheet.print_area:
        areas = [part.rpartition("!")[2] for part in str(sheet.print_area).split(",")]
        sheet.print_area = ",".join(move.area(part.replace("$", "")) for part in areas)


def _names(workbook: Workbook, move: _Move) -> None:
    """Names of cells, of the workbook and of each sheet; a row's own name keeps naming that row alone."""
    for names in (workbook.defined_names, *(sheet.defined_names for sheet in workbook.worksheets)):
        for name in names.values():
            if name.value and "!" in name.value:
                name.value = move.formula(f"={name.value}", "", widened=not _in_row(name.value, move))[1:]


def _in_row(text: str, move: _Move) -> bool:
    rows = {int(n) for n in re.findall(r"\$?[A-Z]{1,3}\$?(\d+)", text.rpartition("!")[2])}
    return rows == {move.row}


def _formulas(sheet: Worksheet, move: _Move) -> None:
    for line in sheet.iter_rows():
        for cell in line:
            if cell.data_type != "f":
                continue
            held: Any = cell.value
            if isinstance(held, str):
                # The row's own formulas speak of the row itself, however many there are.
                inside = sheet.title == move.sheet and cell.row == move.row
                cell.value = move.formula(held, sheet.title, widened=not inside)
            elif isinstance(getattr(held, "text", None), str):  # one formula for several cells
                held.text = move.formula(held.text, sheet.title)
                if sheet.title == move.sheet:
                    held.ref = move.area(held.ref, widened=False)


def _charts(sheet: Worksheet, move: _Move) -> None:
    """What the series of a chart are drawn from."""
    for chart in getattr(sheet, "_charts", ()):
        for series in chart.series:
            for source in _sources(series):
                source.f = move.formula(f"={_ranged(source.f, move)}", "")[1:]


def _ranged(text: str, move: _Move) -> str:
    """A series drawn from one cell of the row is to be drawn from all of them."""
    named, mark, area = text.rpartition("!")
    return f"{named}{mark}{area}:{area}" if _in_row(text, move) and ":" not in area else text


def _sources(series: Any) -> Iterator[Any]:
    for part in ("val", "cat", "xVal", "yVal", "tx"):
        found = getattr(series, part, None)
        for kind in ("numRef", "strRef", "multiLvlStrRef"):
            source = getattr(found, kind, None)
            if source is not None and source.f:
                yield source


def _pictures(sheet: Worksheet, move: _Move) -> None:
    """Charts and pictures that hang on a cell below; rows count from 0 there."""
    for drawn in (*getattr(sheet, "_charts", ()), *getattr(sheet, "_images", ())):
        for corner in ("_from", "to"):
            mark = getattr(drawn.anchor, corner, None)
            if mark is not None:
                mark.row = move.down(mark.row + 1) - 1
