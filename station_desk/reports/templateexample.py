"""A workbook that names every cell and row a report fills: to look names up in, and to begin with."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station_desk.casework.context import Desk
from station_desk.reports import catalogue, templates
from station_desk.reports.request import ReportRequest
from station_desk.reports.templatenames import CODES, Growing, Offered, Single

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_SHEET = "模板"
_HOW = (
    "下列单元格已命名（公式—名称管理器）。把需要的名称放到本单位自己的表格里即可，不用的删去；中英文名称都认得。",
    "明细行只命名一行，行内写列名（比率可加 _value、_part、_base 取数值、分子、分母）；",
    "条数多时按该行样式自动插入，下方内容和公式随之下移。",
)


def write(desk: Desk, report: str, request: ReportRequest, out: Path) -> Offered:
    """Write the example of a report and return what it names. UserError as `templates.fill`."""
    from openpyxl import Workbook

    found = templates.names(desk, report, request)
    book = Workbook()
    sheet: Any = book.active
    sheet.title = _SHEET
    lines = count(1)
    _heading(sheet, next(lines), catalogue.find(report).title.zh)
    for text in _HOW:
        sheet.cell(next(lines), 1, text)
    next(lines)
    for single in found.singles:
        _single(book, sheet, next(lines), single)
    for rows in found.growing:
        next(lines)
        _growing(book, sheet, next(lines), next(lines), rows)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 26
    sheet.column_dimensions["C"].width = 34
    templates.save(book, out)
    return found


def _heading(sheet: Worksheet, row: int, text: str) -> None:
    from openpyxl.styles import Font

    sheet.cell(row, 1, text).font = Font(bold=True, size=14)


def _single(book: Workbook, sheet: Worksheet, row: int, single: Single) -> None:
    sheet.cell(row, 1, single.also)
    sheet.cell(row, 3, single.name)
    _name(book, single.name, f"$B${row}")


def _growing(book: Workbook, sheet: Worksheet, head: int, row: int, rows: Growing) -> None:
    """The heads of the columns, and below them the row that grows, its columns in the report's order."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.cell(head - 1, 1, rows.also)
    sheet.cell(head - 1, 3, rows.name)
    for at, column in enumerate(rows.columns, 1):
        sheet.cell(head, at, column.title).font = Font(bold=True)
        sheet.cell(row, at, "{" + column.title + "}")
    _name(book, rows.name, f"$A${row}:${get_column_letter(len(rows.columns))}${row}")


def _name(book: Workbook, name: str, where: str) -> None:
    from openpyxl.workbook.defined_name import DefinedName

    book.defined_names.add(DefinedName(name, attr_text=f"'{_SHEET}'!{where}"))


def lines(found: Offered) -> list[tuple[str, str, str]]:
    """What may be named: the name, its Chinese, and of a growing row its columns; in the order offered."""
    out = [(one.name, one.also, "") for one in found.singles]
    for rows in found.growing:
        columns = "、".join(
            f"{column.title}（{CODES[column.title]}）" if column.title in CODES else column.title
            for column in rows.columns
        )
        out.append((rows.name, rows.also, columns))
    return out
