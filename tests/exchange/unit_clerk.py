"""A unit's clerk fills in a reply sheet, in Excel or in Word."""

from __future__ import annotations

import html
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import docx
from openpyxl import load_workbook

from station_desk.casework import asked
from station_desk.casework.asked import Asked
from station_desk.casework.context import Desk
from station_desk.reports import replyform
from tests.builders import (
    DAY,
    a_suggestion,
    a_unit,
    handed_over,
    take,
)  # fmt: skip

GOLDEN = Path(__file__).parent / "golden"
TODAY = DAY + timedelta(40)
ANSWER = "经现场勘查，管径不足。\n已列入2026年改造计划，投资120万元。"
FILLED = {
    "答复日期": "2026年6月3日",
    "发文字号": "新市政函〔2026〕7号",
    "签发人": "黄志强",
    "联系人": "谭小姐",
    "联系电话": 7506666888,
    "办理结果类别": "B 正在解决或已列入计划解决",
    "沟通方式": "面商",
    "答复意见": ANSWER,
    "承诺事项一": ("完成江会路南段排水管改造", date(2026, 10, 31)),
    "承诺事项二": ("汛期前清淤一次", "2026.7.15"),
}

Words = dict[str, Any]
Fill = Callable[[Path, Words], None]


def a_charge(desk: Desk, role: str = "lead") -> Asked:
    """The charge of one unit of a suggestion handed over on 9 May."""
    suggestion = a_suggestion(desk)
    for verb in ("check", "submit"):
        take(desk, suggestion, verb, DAY + timedelta(1))
    units = [(a_unit(desk), "lead"), (a_unit(desk, "区水务局"), "co")]
    handed_over(desk, suggestion, *units, on=DAY + timedelta(2))
    return next(c for c in asked.all_asked(desk, suggestion) if c.role == role)


def fill_workbook(path: Path, values: Words) -> None:
    """Write beside each label, as a unit's clerk would."""
    book = load_workbook(path)
    sheet: Any = book.active
    for row in sheet.iter_rows():
        for cell in row:
            value = values.get(cell.value)
            if isinstance(value, tuple):
                sheet.cell(cell.row, 2).value, sheet.cell(cell.row, 4).value = value
            elif value is not None:
                sheet.cell(cell.row, cell.column + 1).value = value
    book.save(path)


def fill_document(path: Path, values: Words) -> None:
    document = docx.Document(str(path))
    for table in document.tables:
        for row in table.rows:
            cells = row.cells
            for at in (0, 2):
                value = values.get(cells[at].text)
                if isinstance(value, tuple):
                    cells[1].text, cells[3].text = str(value[0]), str(value[1])
                elif value is not None:
                    for control in cells[at + 1]._tc.findall(".//{*}sdt"):
                        control.getparent().remove(control)
                    cells[at + 1].text = str(value)
    document.save(str(path))


def filled(folder: Path, charge: Asked, values: Words = FILLED, *, suffix: str = ".xlsx") -> Path:
    made = replyform.write(charge, folder / f"sheet{suffix}")
    (fill_workbook if suffix == ".xlsx" else fill_document)(made, values)
    return made


def words_in(path: Path) -> str:
    """Everything in an Office file, as text."""
    with zipfile.ZipFile(path) as packed:
        raw = "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    return html.unescape(raw)
