"""Ledger, overdue list, deputy's list and monthly table, read back from Excel and from the page."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from station_desk import i18n
from station_desk.casework.browse import MatterFilter
from station_desk.casework.statistics import Period, station_figures
from station_desk.errors import UserError
from station_desk.reports import catalogue, monthly
from station_desk.reports.request import ReportRequest
from tests import builders as b
from tests.reports.sheets_of import MADE_AT, MAY, a_morning, asked, printed, workbook


def column(sheet: Worksheet, title: str) -> list[Cell]:
    """The cells under a heading of the fourth row."""
    place = next(cell.column for cell in sheet[4] if cell.value == title)
    return [sheet.cell(row, place) for row in range(5, sheet.max_row + 1)]  # type: ignore[misc]


def test_the_ledger_has_the_registers_columns_in_order(tmp_path: Path) -> None:
    desk, _ = a_morning(tmp_path)
    sheet = workbook(desk, "ledger", asked()).worksheets[0]

    assert [cell.value for cell in sheet[4]] == [
        "序号", "编号", "收集日期", "来源", "站点", "网格", "代表", "反映人", "联系电话", "类别", "内容摘要",
        "层级", "承办", "交办日", "限办日", "办结日", "结果", "是否转建议（编号）", "是否微实事", "反馈日",
        "反馈方式", "群众评价", "备注",
    ]  # fmt: skip


def test_the_ledger_tells_how_each_matter_ended(tmp_path: Path) -> None:
    desk, _ = a_morning(tmp_path)
    sheet = workbook(desk, "ledger", asked()).worksheets[0]

    assert [cell.value for cell in column(sheet, "结果")] == ["已办结", "当场答复", "不予受理"]
    assert column(sheet, "承办")[0].value == "区市政管理所、会城街道办事处"
    assert column(sheet, "群众评价")[0].value == "满意"
    assert column(sheet, "备注")[2].value == "该纠纷已由人民法院立案"


def test_the_ledger_masks_who_came_unless_asked_otherwise(tmp_path: Path) -> None:
    desk, _ = a_morning(tmp_path)
    masked = workbook(desk, "ledger", asked()).worksheets[0]
    full = workbook(desk, "ledger", asked(masked=False)).worksheets[0]

    assert {
        (n.value, p.value) for n, p in zip(column(masked, "反映人"), column(masked, "联系电话"), strict=True)
    } == {("梁某", "138****4620")}
    assert column(full, "反映人")[0].value == "梁锦萍"
    assert column(full, "联系电话")[0].value == "13812344620"


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    dangerous = ("=1+1", "+86 号码", "-1 折", "@SUM(A1)", '=cmd|"/C calc"!A1')
    for title in dangerous:
        b.an_issue(desk, "原话", title=title)
    cells = column(workbook(desk, "ledger", asked()).worksheets[0], "内容摘要")

    assert [str(cell.value).partition("：")[0] for cell in cells] == list(dangerous)
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


def test_days_and_numbers_are_real_in_the_sheet(tmp_path: Path) -> None:
    desk, _ = a_morning(tmp_path)
    sheet = workbook(desk, "ledger", asked()).worksheets[0]

    assert column(sheet, "收集日期")[0].value == datetime(2026, 5, 7)
    assert column(sheet, "收集日期")[0].number_format == "yyyy-mm-dd"
    assert column(sheet, "序号")[2].value == 3


def test_the_sheet_is_ready_to_scroll_filter_and_print(tmp_path: Path) -> None:
    desk, _ = a_morning(tmp_path)
    book = workbook(desk, "ledger", asked())
    sheet = book.worksheets[0]

    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:W7"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert {"表头", "长文字", "日期"} <= set(book.style_names)


def test_control_characters_and_endless_texts_do_not_break_the_workbook(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    b.an_issue(desk, "响铃\x07与换页\x0c" + "长" * 19_000, title="坏字符\x01")
    sheet = workbook(desk, "ledger", asked()).worksheets[0]

    assert str(column(sheet, "内容摘要")[0].value).startswith("坏字符：响铃与换页 长")


def test_a_filter_a_scope_and_a_period_narrow_the_ledger(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    b.an_issue(desk, "江会路浸水")
    b.an_issue(desk, "老街停车难")
    b.an_issue(desk, "江会路路灯", began=datetime(2026, 6, 1, 9))
    wanted = ReportRequest(period=MAY, scope="HC", filter=MatterFilter(text="江会路"), made_at=MADE_AT)
    book = workbook(desk, "ledger", wanted)

    assert [cell.value for cell in column(book.worksheets[0], "内容摘要")] == ["江会路浸水"]
    notes = [str(row[0]) for row in book["说明"].iter_rows(values_only=True)]
    assert "时段：2026年5月" in notes
    assert "记录数：1" in notes
    assert any("筛选" in note for note in notes)


def test_an_unknown_station_is_refused(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    for name in ("ledger", "overdue", "monthly"):
        with pytest.raises(UserError, match="XX"):
            catalogue.render(desk, name, asked(period=MAY, scope="XX"))


def test_the_overdue_list_says_why_each_day_was_due(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    late, granted = b.an_issue(desk), b.an_issue(desk, "老街停车难")
    unit = b.a_unit(desk)
    for issue in (late, granted):
        b.handed_over(desk, issue, (unit, "lead"))
    charge = b.charges(desk, granted)["区市政管理所"].id
    b.take(
        desk,
        granted,
        "extend",
        date(2026, 5, 20),
        until=date(2026, 6, 30),
        assignment=charge,
        text="雨季施工",
    )
    sheet = workbook(desk, "overdue", asked()).worksheets[0]
    reasons = [str(cell.value) for cell in column(sheet, "到期日的由来")]

    assert [cell.value for cell in column(sheet, "到期日")] == [datetime(2026, 5, 27), datetime(2026, 6, 30)]
    assert "部门处置15个工作日，自2026-05-07次日起算" in reasons[0]
    assert "计入调休上班日05-09" in reasons[0]
    assert "原应于2026-05-27到期，准予延期至2026-06-30（雨季施工）" in reasons[1]
    assert column(sheet, "逾期天数")[0].value == 97


def test_what_is_due_today_is_not_overdue(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    b.handed_over(desk, b.an_issue(desk), (b.a_unit(desk), "lead"))
    on_the_day = ReportRequest(made_at=datetime(2026, 5, 27, 17, 0))

    assert workbook(desk, "overdue", on_the_day).worksheets[0].max_row == 4


def test_official_lists_are_chinese_whatever_the_screen_shows(tmp_path: Path) -> None:
    desk, _ = a_morning(tmp_path)
    i18n.set_language(i18n.ENGLISH)
    text = "".join(printed(desk, "ledger", asked(period=MAY)))

    assert "群众反映事项台账" in text
    assert "已办结" in text
    assert "Handled" not in text


def test_a_deputys_list_holds_what_they_received_and_signed(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    chen, feng = b.a_deputy(desk), b.a_deputy(desk, "冯少珍")
    b.a_visit(desk, b.a_matter("江会路浸水"), deputies=(chen,))
    b.a_visit(desk, b.a_matter("老街停车难"), deputies=(feng,))
    b.a_suggestion(desk, feng, chen, title="关于停车的建议")
    text = "".join(printed(desk, "deputy-cases", asked(chen)))

    assert "陈伟雄市人大代表" in text
    assert "江会路浸水" in text
    assert "关于停车的建议" in text
    assert "老街停车难" not in text


def test_page_and_sheet_print_the_figures_of_the_screen(tmp_path: Path) -> None:
    desk, _ = a_morning(tmp_path)
    b.an_issue(desk, began=datetime(2026, 4, 30, 9))
    period = Period.of_months("2026-04", "2026-05")
    figures = station_figures(desk, period, today=MADE_AT.date())
    book = workbook(desk, "monthly", asked(period=period))
    text = "".join(printed(desk, "monthly", asked(period=period)))

    assert book.sheetnames == ["按站点", "按类别", "按月份", "图表", "说明"]
    for name, rows in (
        ("按站点", figures.stations),
        ("按类别", figures.categories),
        ("按月份", figures.months),
    ):
        sheet = book[name]
        for measure, title in monthly.measures_of(name.removeprefix("按")):
            found = [cell.value for cell in column(sheet, title)]
            assert found == [*(row.value(measure) for row in rows), figures.total.value(measure)]
    assert book["按站点"]["R5"].value == "2/3"
    assert "66.7%(2/3)" in text
    assert "接待日数" in text


def test_a_quarter_and_a_year_have_their_own_names(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    for first, last, title in (
        ("2026-05", "2026-05", "联络站月报"),
        ("2026-04", "2026-06", "联络站季报"),
        ("2026-01", "2026-12", "联络站年报"),
    ):
        assert title in printed(desk, "monthly", asked(period=Period.of_months(first, last)))[0]


def test_a_long_ledger_repeats_its_heading_on_every_page(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    for n in range(30):
        b.a_visit(desk, *(b.a_matter(f"第{n}户反映江会路浸水{m}") for m in range(4)))
    pages = printed(desk, "ledger", asked(period=MAY))

    assert len(pages) > 3
    assert all("收集日期" in page for page in pages)
    assert f"第{len(pages)}页共{len(pages)}页" in pages[-1]
