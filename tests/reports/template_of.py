"""Short ways to a town's own workbook, as a clerk would make it."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

BOLD = Font(name="楷体", bold=True, size=14, color="FFC00000")
TINT = PatternFill("solid", fgColor="FFEAF1DD")
RULE = Rule(type="cellIs", operator="greaterThan", formula=["0"], dxf=DifferentialStyle(fill=TINT))


def named(book: Workbook, name: str, where: str, sheet: str = "") -> None:
    """A name of the workbook, or of one of its sheets."""
    defined = DefinedName(name, attr_text=where)
    if sheet:
        book[sheet].defined_names.add(defined)
    else:
        book.defined_names.add(defined)


def towns_own(file: Path, rows: str = "stations") -> Path:
    """A sheet 月报 with single cells, a row that grows between a heading and a total, and what lies below;
    a second sheet that adds up the first."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "月报"
    sheet["A1"], sheet["A1"].font = "会城街道人大工作月报", BOLD
    sheet.merge_cells("A1:E1")
    sheet["A2"], sheet["A3"], sheet["C3"] = "站点", "收集", "办结率"
    for column, text in enumerate(("站点", "收集件数", "办结", "{办结率}", "=B5-C5"), 1):
        cell = sheet.cell(5, column, text)
        cell.font, cell.fill = BOLD, TINT
        sheet.cell(4, column, ("站点", "收集", "办结", "办结率", "未办结")[column - 1])
    sheet["D5"].value = "{办结率_value}"
    sheet["D5"].number_format = "0.00%"
    sheet.row_dimensions[5].height = 31
    sheet["A6"], sheet["B6"], sheet["C6"], sheet["E6"] = "合计", "=SUM(B5:B5)", "=SUM(C5:C5)", "=B6-C6"
    sheet["A8"] = "填表人："
    sheet.merge_cells("A8:B8")
    sheet["C8"] = "=B6*2"
    sheet.row_dimensions[8].height = 40
    sheet.print_area = "A1:E8"
    sheet.conditional_formatting.add("E5:E6", RULE)
    check = DataValidation("list", formula1='"是,否"')
    check.add("D8")
    sheet.add_data_validation(check)
    other = book.create_sheet("汇总")
    other["A1"] = "=月报!B6"
    other["A2"] = "=SUM(月报!$B$5:$B$5)"
    named(book, "station", "月报!$B$2")
    named(book, "received", "月报!$B$3")
    named(book, "rate_closed", "月报!$D$3", sheet="月报")
    named(book, rows, "月报!$A$5:$E$5")
    named(book, "signed_at", "月报!$C$8")
    book.save(file)
    return file


def opened(file: Path) -> Workbook:
    return load_workbook(file)
