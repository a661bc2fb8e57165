"""A town's own workbook filled: named cells, rows that grow in their styles, all else as it was."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from python_calamine import CalamineWorkbook

from station_desk.casework.context import Desk
from station_desk.casework.statistics import Period
from station_desk.cli import program
from station_desk.domain.records import Station
from station_desk.errors import Cancelled, UserError
from station_desk.reports import templateexample, templatekept, templates
from station_desk.reports.catalogue import REPORTS, Kind
from station_desk.reports.templates import Filled
from tests import builders as b
from tests.reports import suggestions_of as s
from tests.reports.sheets_of import MAY, a_morning, asked
from tests.reports.template_of import BOLD, named, opened, towns_own


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A morning's three matters at 会城站, and one at each of two other stations."""
    found, _ = a_morning(tmp_path)
    with found.writing(b.a_clerk(), "import") as work:
        for code, name in (("DC", "都会站"), ("MJ", "梅江站")):
            work.add(Station(code=code, name=name))
    for code in ("DC", "MJ"):
        b.an_issue(found, station=code, began=datetime(2026, 5, 11, 9, 0))
    return found


def filled(desk: Desk, template: Path, name: str = "monthly") -> tuple[Filled, Workbook]:
    out = template.with_name(f"filled-{template.stem}.xlsx")
    made = templates.fill(desk, name, asked(period=MAY), template, out)
    return made, opened(out)


def a_book(file: Path, *names: tuple[str, str]) -> Path:
    """A workbook whose cells 1 are named."""
    book = Workbook()
    assert book.active is not None
    book.active.title = "表"
    for name, cell in names:
        named(book, name, f"表!{cell}")
    book.save(file)
    return file


# --- single cells ---------------------------------------------------------------------------------------


def test_named_cells_of_workbook_and_sheet_are_filled_in_their_own_style(desk: Desk, tmp_path: Path) -> None:
    made, book = filled(desk, towns_own(tmp_path / "town.xlsx"))
    sheet = book["月报"]

    assert (sheet["B2"].value, sheet["B3"].value) == ("会城站", 5)
    assert sheet["D3"].value == "50.0 % (2/4)", "a rate with what it was made of"
    assert sheet["A1"].font.name == "楷体"
    assert set(made.names) == {"station", "received", "rate_closed", "stations"}
    assert made.unfilled == ("signed_at",)
    assert made.lost == ()


def test_a_rate_is_a_number_too_and_a_day_is_a_day(desk: Desk, tmp_path: Path) -> None:
    cells = (("rate_closed_value", "$A$1"), ("办结率_base", "$B$1"), ("made_on", "$C$1"), ("Period", "$D$1"))
    _, book = filled(desk, a_book(tmp_path / "a.xlsx", *cells))
    sheet = book["表"]

    assert sheet["A1"].value == 0.5
    assert sheet["B1"].value == 4
    assert sheet["C1"].value.date() == date(2026, 9, 1)
    assert sheet["C1"].is_date
    assert sheet["D1"].value == "2026年5月"


def test_names_in_chinese_are_names_too(desk: Desk, tmp_path: Path) -> None:
    _, book = filled(desk, a_book(tmp_path / "a.xlsx", ("收集件数", "$A$1"), ("制表人", "$B$1")))

    assert [cell.value for cell in book["表"][1]] == [5, "李敏"]


def test_nothing_over_nothing_is_a_dash_and_as_a_number_empty(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    _, book = filled(
        desk, a_book(tmp_path / "a.xlsx", ("rate_closed", "$A$1"), ("rate_closed_value", "$B$1"))
    )

    assert book["表"]["A1"].value == "— (0/0)"
    assert book["表"]["B1"].value is None


def test_the_golden_rates_of_suggestions_come_out_by_name(desk: Desk, tmp_path: Path) -> None:
    made = s.submitted(desk, s.deputies(desk))
    s.handed(desk, made, (s.unit(desk, s.HOUSING), "lead"))
    s.replied(desk, made, s.HOUSING, s.day(30))
    for signer, result in enumerate(("satisfied", "fairly", "satisfied")):
        s.judged(desk, made, signer, result, s.day(40))
    names = (("put_forward", "$A$1"), ("rate_satisfied", "$B$1"), ("verdicts_rate_back", "$C$1"))
    file = a_book(tmp_path / "h.xlsx", *names, ("rate_back", "$D$1"))
    out = tmp_path / "out.xlsx"
    done = templates.fill(desk, "suggestions-handled", asked(), file, out)
    row = [cell.value for cell in opened(out)["表"][1]]

    assert row[:2] == [1, "66.7 % (2/3)"]
    assert row[3] == "100.0 % (3/3)"
    assert done.unfilled == ("verdicts_rate_back",), "it stands under its own name"


# --- rows that grow -------------------------------------------------------------------------------------


def test_a_named_row_grows_with_its_styles_and_all_below_moves_along(desk: Desk, tmp_path: Path) -> None:
    _, book = filled(desk, towns_own(tmp_path / "town.xlsx"))
    sheet = book["月报"]
    rows = [[sheet.cell(n, column).value for column in range(1, 6)] for n in (5, 6, 7)]

    assert sorted(row[:3] for row in rows) == [["会城站", 3, 2], ["梅江站", 1, 0], ["都会站", 1, 0]]
    assert [row[4] for row in rows] == ["=B5-C5", "=B6-C6", "=B7-C7"]
    assert {sheet.cell(n, 1).font.name for n in (5, 6, 7)} == {BOLD.name}
    assert [sheet.row_dimensions[n].height for n in (5, 6, 7, 10)] == [31, 31, 31, 40]
    assert {sheet.cell(n, 4).number_format for n in (5, 6, 7)} == {"0.00%"}
    assert [sheet.cell(8, column).value for column in (1, 2, 3, 5)] == [
        "合计", "=SUM(B5:B7)", "=SUM(C5:C7)", "=B8-C8",
    ]  # fmt: skip
    assert sheet["A10"].value == "填表人："
    assert sheet["C10"].value == "=B8*2"
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:E1", "A10:B10"}
    assert sheet.print_area == "'月报'!$A$1:$E$10"
    assert [str(rule.sqref) for rule in sheet.conditional_formatting] == ["E5:E8"]
    assert [str(check.sqref) for check in sheet.data_validations.dataValidation] == ["D10"]
    assert book["汇总"]["A1"].value == "=月报!B8"
    assert book["汇总"]["A2"].value == "=SUM(月报!$B$5:$B$7)"
    assert book.defined_names["signed_at"].value == "月报!$C$10"


def test_without_lines_the_row_is_left_empty_and_nothing_moves(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    _, book = filled(desk, towns_own(tmp_path / "town.xlsx", rows="months"))
    sheet = book["月报"]

    assert [sheet.cell(5, column).value for column in range(1, 5)] == [None] * 4
    assert sheet["B6"].value == "=SUM(B5:B5)"


def test_an_empty_named_row_takes_the_columns_in_the_reports_order(desk: Desk, tmp_path: Path) -> None:
    _, book = filled(desk, a_book(tmp_path / "a.xlsx", ("rows", "$B$2:$D$2")), "ledger")
    lines = [[cell.value for cell in line] for line in book["表"].iter_rows(min_row=2, min_col=2, max_col=4)]

    assert [line[0] for line in lines] == [1, 2, 3, 4, 5]
    assert lines[0][1] == "HC-2026-0001"
    assert str(lines[0][2]).startswith("2026-05-07")


def test_text_that_looks_like_a_formula_stays_text(desk: Desk, tmp_path: Path) -> None:
    file = a_book(tmp_path / "a.xlsx", ("rows", "$A$1:$B$1"))
    book = opened(file)
    book["表"]["A1"] = "内容摘要"
    book["表"]["B1"] = "反映人"
    book.save(file)
    _, done = filled(desk, file, "ledger")
    cell = done["表"]["A1"]

    assert str(cell.value).startswith("=HYPERLINK")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert done["表"]["B1"].value == "梁某", "masked unless asked otherwise"


def test_two_growing_rows_on_one_sheet_do_not_run_into_each_other(desk: Desk, tmp_path: Path) -> None:
    file = a_book(tmp_path / "a.xlsx", ("stations", "$A$1:$B$1"), ("categories", "$A$3:$B$3"))
    book = opened(file)
    book["表"]["A2"] = "以上按站点"
    book["表"]["A4"] = "以上按类别"
    book.save(file)
    _, done = filled(desk, file)
    column = [cell.value for cell in done["表"]["A"]]

    assert column.index("以上按站点") == 3
    assert column.index("以上按类别") == len(column) - 1
    assert sorted(column[:3]) == ["会城站", "梅江站", "都会站"]


def test_a_chart_below_draws_from_all_the_lines(desk: Desk, tmp_path: Path) -> None:
    file = towns_own(tmp_path / "town.xlsx")
    book = opened(file)
    sheet: Any = book["月报"]
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=5, max_row=5))
    sheet.add_chart(chart, "G9")
    book.save(file)
    made, done = filled(desk, file)
    (drawn,) = done["月报"]._charts  # type: ignore[attr-defined]

    assert drawn.series[0].val.numRef.f == "'月报'!$B$5:$B$7"
    assert drawn.anchor._from.row == 10
    assert [part.zh for part in made.lost] == ["图表的部分样式细节"]


# --- refusals -------------------------------------------------------------------------------------------


def test_a_workbook_with_macros_is_refused_whatever_its_name(desk: Desk, tmp_path: Path) -> None:
    plain = towns_own(tmp_path / "town.xlsx")
    hidden = tmp_path / "hidden.xlsx"
    shutil.copy(plain, hidden)
    with zipfile.ZipFile(hidden, "a") as file:
        file.writestr("xl/vbaProject.bin", b"x")
    shutil.copy(plain, tmp_path / "town.xlsm")
    for file_name in ("hidden.xlsx", "town.xlsm"):
        with pytest.raises(UserError, match="宏"):
            filled(desk, tmp_path / file_name)


@pytest.mark.parametrize("what", ["text", "cut", "xls", "gone"])
def test_what_is_no_workbook_is_refused_in_words(desk: Desk, tmp_path: Path, what: str) -> None:
    file = towns_own(tmp_path / "town.xlsx")
    whole = file.read_bytes()
    match what:
        case "text":
            file.write_text("站点,收集\n")
        case "cut":
            file.write_bytes(whole[: len(whole) // 2])
        case "xls":
            file = file.rename(tmp_path / "town.xls")
        case _:
            file.unlink()
    with pytest.raises(UserError, match="town"):
        templates.fill(desk, "monthly", asked(period=MAY), file, tmp_path / "out.xlsx")
    assert not (tmp_path / "out.xlsx").exists()


def test_a_workbook_that_names_nothing_of_the_report_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有本报表"):
        filled(desk, a_book(tmp_path / "a.xlsx", ("tax", "$A$1")))


def test_names_of_constants_deleted_cells_and_other_reports_are_said(desk: Desk, tmp_path: Path) -> None:
    file = a_book(tmp_path / "a.xlsx", ("received", "$A$1"), ("put_forward", "$A$2"), ("closed", "#REF!"))
    book = opened(file)
    named(book, "rate", "0.13")
    named(book, "people", "别处!$A$1")
    book.save(file)
    made, _ = filled(desk, file)

    assert made.names == ("received",)
    assert set(made.unfilled) == {"put_forward", "closed", "rate", "people"}


def test_a_form_fills_no_template_and_the_template_itself_is_never_replaced(
    desk: Desk, tmp_path: Path
) -> None:
    file = towns_own(tmp_path / "town.xlsx")
    with pytest.raises(UserError, match="只有统计表"):
        templates.fill(desk, "suggestion", asked(), file, tmp_path / "out.xlsx")
    with pytest.raises(UserError, match="替换模板"):
        templates.fill(desk, "monthly", asked(period=MAY), file, file)


def test_stopping_leaves_the_old_file_as_it_was(desk: Desk, tmp_path: Path) -> None:
    file, out = towns_own(tmp_path / "town.xlsx"), tmp_path / "out.xlsx"
    out.write_text("old")

    def stop(done: int, total: int, text: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        templates.fill(desk, "monthly", asked(period=MAY), file, out, stop)
    assert out.read_text() == "old"
    assert not list(tmp_path.glob("*.part"))


# --- other programs -------------------------------------------------------------------------------------


def test_another_reader_finds_the_same_values(desk: Desk, tmp_path: Path) -> None:
    filled(desk, towns_own(tmp_path / "town.xlsx"))
    book = CalamineWorkbook.from_path(str(tmp_path / "filled-town.xlsx"))
    rows = book.get_sheet_by_name("月报").to_python()

    assert book.sheet_names == ["月报", "汇总"]
    assert rows[1][:2] == ["站点", "会城站"]
    assert sorted(row[0] for row in rows[4:7]) == ["会城站", "梅江站", "都会站"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_office_program_computes_the_totals_over_all_lines(desk: Desk, tmp_path: Path) -> None:
    filled(desk, towns_own(tmp_path / "town.xlsx"))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "ods",
         "--outdir", str(tmp_path), str(tmp_path / "filled-town.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    book = CalamineWorkbook.from_path(str(tmp_path / "filled-town.ods"))
    sheet = book.get_sheet_by_name("月报").to_python()

    assert sheet[7][:5] == ["合计", 5.0, 2.0, "", 3.0]
    assert [row[0] for row in book.get_sheet_by_name("汇总").to_python()] == [5.0, 5.0]


# --- what may be named ----------------------------------------------------------------------------------


def test_the_example_names_all_there_is_and_can_be_filled_at_once(desk: Desk, tmp_path: Path) -> None:
    for name in ("monthly", "ledger", "suggestions-handled", "promises", "overdue", "contact-list"):
        example, out = tmp_path / f"{name}.xlsx", tmp_path / f"{name}-out.xlsx"
        found = templateexample.write(desk, name, asked(period=MAY), example)
        made = templates.fill(desk, name, asked(period=MAY), example, out)

        assert made.unfilled == ()
        assert len(made.names) == len(found.singles) + len(found.growing)
        leftover = [c.value for line in opened(out)["模板"].iter_rows() for c in line if "{" in str(c.value)]
        assert leftover == []


TABLES = [name for name, report in REPORTS.items() if report.kind is Kind.TABLE and not report.record]


@pytest.mark.parametrize("name", TABLES)
def test_every_name_of_every_table_can_be_given_to_a_cell_and_means_one_thing(desk: Desk, name: str) -> None:
    found = templates.names(desk, name, asked(period=Period.of_months("2026-05", "2026-06")))
    named = [*(one.name for one in found.singles), *(rows.name for rows in found.growing)]

    assert len({one.casefold() for one in named}) == len(named), "no name means two things"
    for one in named:
        assert re.fullmatch(r"[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff]*", one), one
        assert not re.fullmatch(r"[A-Za-z]{1,3}\d+|[RrCc]", one), "no cell's own address"
    for rows in found.growing:
        places = [rows.place("{" + column.title + "}") for column in rows.columns]
        assert places == [(at, "") for at in range(len(rows.columns))]


def report(desk: Desk, *args: str) -> Result:
    return CliRunner().invoke(program, ["--desk", str(desk.path), "report", *args])


def test_the_command_line_fills_a_workbook_and_says_what_it_did_not_know(desk: Desk, tmp_path: Path) -> None:
    file, out = towns_own(tmp_path / "town.xlsx"), tmp_path / "out.xlsx"
    made = report(desk, "monthly", "--from", "2026-05", "--template", str(file), "--out", str(out))

    assert made.exit_code == 0, made.output
    assert "未填写：signed_at" in made.output
    assert opened(out)["月报"]["B3"].value == 5
    refused = report(desk, "monthly", "--from", "2026-05", "--template", str(file), "--out", "out.pdf")
    assert refused.exit_code != 0


def test_the_command_line_lists_the_names_and_writes_the_example(desk: Desk, tmp_path: Path) -> None:
    listed = report(desk, "monthly", "--names")
    for expected in ("received", "closed", "rate_closed", "period", "station", "stations", "办结率_value"):
        assert expected in listed.output
    assert report(desk, "monthly", "--names", "--out", str(tmp_path / "e.xlsx")).exit_code == 0
    assert "received" in opened(tmp_path / "e.xlsx").defined_names


# --- kept on this computer ------------------------------------------------------------------------------


def test_one_workbook_is_kept_for_each_report_until_it_is_removed(tmp_path: Path) -> None:
    first, second = towns_own(tmp_path / "月报旧.xlsx"), towns_own(tmp_path / "月报新.xlsx")
    assert templatekept.of("monthly") is None
    for file in (first, second):
        assert templatekept.keep("monthly", file) == ()
    chosen = second.read_bytes()
    second.unlink()
    kept = templatekept.of("monthly")

    assert kept is not None
    assert kept.stem == "月报新"
    assert kept.read_bytes() == chosen
    assert [other.name for other in kept.parent.iterdir()] == [kept.name]
    assert templatekept.of("ledger") is None
    templatekept.remove("monthly")
    assert templatekept.of("monthly") is None


def test_what_cannot_serve_is_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_text("没有表格")
    with pytest.raises(UserError):
        templatekept.keep("monthly", file)
    assert templatekept.of("monthly") is None
