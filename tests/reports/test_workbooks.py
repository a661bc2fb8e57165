"""Every workbook opens in another office program as written: values, days, filters, print setup, charts."""

from __future__ import annotations

import shutil
import subprocess
import tracemalloc
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from station_desk.casework.context import Desk
from station_desk.casework.statistics import Period
from station_desk.reports import catalogue, sheets
from station_desk.reports.catalogue import REPORTS, XLSX, Kind
from station_desk.reports.content import Column, Facts, Section, Table
from station_desk.reports.content import Kind as Holds
from station_desk.reports.request import ReportRequest
from tests import builders as b
from tests.reports import suggestions_of as s
from tests.reports.sheets_of import MADE_AT, a_morning

YEAR = Period.of_months("2026-01", "2026-12")
TABLES = [name for name, report in REPORTS.items() if report.kind is Kind.TABLE and XLSX in report.formats]
DANGEROUS = ("=1+1", "+86 号码", "-1 折", "@SUM(A1)", "\t=1+1", '=cmd|"/C calc"!A1')


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with every table of one desk as a workbook."""
    folder = tmp_path_factory.mktemp("books")
    desk, _ = a_morning(folder)
    for text in DANGEROUS:
        b.an_issue(desk, "原话", title=text)
    b.an_issue(desk, "江会路南段一落大雨就浸水。" * 40, began=datetime(2026, 3, 2, 9))
    made = s.three_signers(desk)
    s.replied(desk, made, s.CITY, s.day(90))
    s.judged(desk, made, 0, "satisfied", s.day(95))
    deputy = b.the(desk, made).signers[0].signer.deputy
    for name in TABLES:
        record = deputy if REPORTS[name].record else None
        request = ReportRequest(record=record, period=YEAR, made_by="李敏", made_at=MADE_AT)
        catalogue.make(desk, name, request, folder / f"{name}.xlsx")
    yield folder
    desk.close()


@pytest.fixture(scope="module")
def opened(books: Path) -> Path:
    """The same as LibreOffice saves them again."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    again = books / "again"
    subprocess.run(
        [office, f"-env:UserInstallation={(books / 'profile').as_uri()}", "--headless", "--convert-to",
         "xlsx", "--outdir", str(again), *(str(books / f"{name}.xlsx") for name in TABLES)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return again


def values(book: Workbook) -> dict[str, list[list[object]]]:
    """Every sheet's rows, without the empty cells at their ends."""
    found: dict[str, list[list[object]]] = {}
    for sheet in book.worksheets:
        rows: list[list[object]] = []
        for row in sheet.iter_rows(values_only=True):
            cells: list[object] = [round(v, 12) if isinstance(v, float) else v for v in row]
            while cells and cells[-1] is None:
                cells.pop()
            rows.append(cells)
        while rows and not rows[-1]:
            rows.pop()
        found[sheet.title] = rows
    return found


@pytest.mark.parametrize("name", TABLES)
def test_libreoffice_reads_every_value_we_wrote(books: Path, opened: Path, name: str) -> None:
    ours, theirs = (values(load_workbook(folder / f"{name}.xlsx")) for folder in (books, opened))
    assert theirs.keys() == ours.keys()
    for title, rows in ours.items():
        assert theirs[title] == rows, title


@pytest.mark.parametrize("name", TABLES)
def test_libreoffice_finds_filters_heads_and_days_where_we_set_them(
    books: Path, opened: Path, name: str
) -> None:
    ours, theirs = (load_workbook(folder / f"{name}.xlsx") for folder in (books, opened))
    for sheet in ours.worksheets[: -2 if "图表" in ours.sheetnames else -1]:
        other = theirs[sheet.title]
        assert other.print_title_rows == sheet.print_title_rows
        assert other.auto_filter.ref == sheet.auto_filter.ref
        assert other.page_setup.orientation == sheet.page_setup.orientation
        assert other.page_setup.fitToWidth == sheet.page_setup.fitToWidth
        for row in sheet.iter_rows(min_row=5):
            for cell in row:
                if isinstance(cell.value, datetime):
                    assert other[cell.coordinate].is_date


def test_libreoffice_draws_as_many_charts_as_we_gave_it(books: Path, opened: Path) -> None:
    def charts(file: Path) -> int:
        with ZipFile(file) as archive:
            return sum(name.startswith("xl/charts/chart") for name in archive.namelist())

    for name, least in (("monthly", 2), ("suggestions-handled", 3)):
        assert charts(opened / f"{name}.xlsx") == charts(books / f"{name}.xlsx") >= least


def test_what_looks_like_a_formula_is_text_there_too(opened: Path) -> None:
    sheet = load_workbook(opened / "ledger.xlsx").worksheets[0]
    texts = [cell.value for row in sheet.iter_rows(min_row=5) for cell in row if isinstance(cell.value, str)]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    for text in DANGEROUS:
        assert any(found.startswith(text.strip()) for found in texts), text


def test_long_text_is_wrapped_in_a_row_as_high_as_it_needs(books: Path, opened: Path) -> None:
    for folder in (books, opened):
        sheet = load_workbook(folder / "ledger.xlsx").worksheets[0]
        cell = next(
            cell
            for row in sheet.iter_rows(min_row=5)
            for cell in row
            if isinstance(cell.value, str) and len(cell.value) > 200
        )
        assert cell.alignment.wrap_text
        height = sheet.row_dimensions[cell.row].height
        assert height is not None
        assert height >= len(str(cell.value)) * 2 / 60 * 15


def wide(sheet: Worksheet) -> float:
    return sum(dimension.width for dimension in sheet.column_dimensions.values())


def test_a_wide_table_prints_on_pages_one_can_read(books: Path) -> None:
    for name in TABLES:
        for sheet in load_workbook(books / f"{name}.xlsx").worksheets:
            if sheet.title != "图表":
                pages = sheet.page_setup.fitToWidth or 1
                assert wide(sheet) / pages <= 190, f"{name} {sheet.title}"
                assert (pages > 1) == (sheet.print_title_cols is not None)


def rows(count: int) -> Iterator[tuple[object, ...]]:
    for n in range(count):
        yield (
            n,
            date(2026, 5, 1 + n % 28),
            "江会路浸水" * (1 + n % 9),
            "=1" if n % 7 == 0 else "区市政管理所",
        )


def streamed(count: int) -> tuple[bytes, int]:
    """A workbook of so many rows, and the most memory its writing took in bytes."""
    columns = (
        Column("序号", Holds.NUMBER), Column("日期", Holds.DAY), Column("摘要", Holds.LONG), Column("承办"),
    )  # fmt: skip
    facts = Facts("会城站", "2026年", "广东", count, "李敏", MADE_AT)
    out = BytesIO()
    tracemalloc.start()
    sheets.write(Table("台账", facts, (Section("", columns, rows(count), None, count),)), out)  # type: ignore[arg-type]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return out.getvalue(), most


def test_a_large_table_is_streamed_and_shares_its_few_styles() -> None:
    _, few = streamed(500)
    large, many = streamed(10_000)
    assert many < few + 3_000_000, "memory must not grow with the rows"
    with ZipFile(BytesIO(large)) as archive:
        styles = archive.read("xl/styles.xml").decode()
    assert styles.count("<xf ") < 40


def test_an_empty_desk_makes_no_chart(tmp_path: Path) -> None:
    desk: Desk = b.a_desk(tmp_path)
    request = ReportRequest(period=YEAR, made_by="李敏", made_at=MADE_AT)
    book = load_workbook(BytesIO(catalogue.render(desk, "monthly", request, XLSX)))
    assert "图表" not in book.sheetnames
