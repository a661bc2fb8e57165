"""What a workbook of another program holds beyond cells: kept where it can be, and said where it cannot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from station_desk.reports import templatelosses, templates
from station_desk.reports.templatelosses import (
    CHARTS,
    CONTROLS,
    NEWER_RULES,
    SHAPES,
    SPARKLINES,
)
from tests import builders as b
from tests.reports.sheets_of import MAY, asked
from tests.reports.template_of import opened


def a_book(file: Path, put: Callable[[Any, Any], object]) -> Path:
    """A workbook with one named cell, and whatever `put` adds."""
    book = xlsxwriter.Workbook(str(file))
    sheet = book.add_worksheet("表")
    sheet.write("A1", "收集")
    book.define_name("received", "=表!$B$1")
    put(book, sheet)
    book.close()
    return file


def text_box(_: Any, sheet: Any) -> None:
    sheet.insert_textbox("D4", "注意")


def button(_: Any, sheet: Any) -> None:
    sheet.insert_button("D4", {"caption": "计算"})


def sparkline(_: Any, sheet: Any) -> None:
    sheet.add_sparkline("D1", {"range": "表!A1:C1"})


def data_bar(_: Any, sheet: Any) -> None:
    sheet.conditional_format("B1:B9", {"type": "data_bar", "data_bar_2010": True})


def chart(book: Any, sheet: Any) -> None:
    drawn = book.add_chart({"type": "column"})
    drawn.add_series({"values": "=表!$B$1:$B$3"})
    sheet.insert_chart("D4", drawn)


def nothing(_: Any, sheet: Any) -> None:
    sheet.write_comment("A1", "口径见说明")
    sheet.freeze_panes(1, 0)
    sheet.data_validation("C1", {"validate": "list", "source": ["是", "否"]})


@pytest.mark.parametrize(
    ("put", "lost"),
    [
        (text_box, SHAPES), (button, CONTROLS), (sparkline, SPARKLINES), (data_bar, NEWER_RULES),
        (chart, CHARTS), (nothing, None),
    ],
)  # fmt: skip
def test_what_filling_would_lose_is_said_before(tmp_path: Path, put: Any, lost: Any) -> None:
    found = templatelosses.look(a_book(tmp_path / "a.xlsx", put))
    assert found == (() if lost is None else (lost,))


def test_notes_frozen_heads_and_choices_are_kept(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    b.an_issue(desk)
    file, out = a_book(tmp_path / "a.xlsx", nothing), tmp_path / "out.xlsx"
    templates.fill(desk, "monthly", asked(period=MAY), file, out)
    sheet: Any = opened(out)["表"]

    assert sheet["B1"].value == 1
    assert sheet["A1"].comment.text == "口径见说明"
    assert sheet.freeze_panes == "A2"
    assert sheet.data_validations.dataValidation[0].formula1 == '"是,否"'


def test_after_filling_the_same_is_said_in_words(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    file = a_book(tmp_path / "a.xlsx", text_box)
    made = templates.fill(desk, "monthly", asked(period=MAY), file, tmp_path / "out.xlsx")

    assert made.sentences() == ("原表格中以下内容没有保留：图形和文本框。",)
