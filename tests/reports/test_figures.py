"""One figures object, three renderings: page, workbook and screen agree; every number opens its records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import BytesIO

import pypdfium2
import pytest
from openpyxl import load_workbook

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.casework.statistics import Cell, Period, behind
from station_desk.domain.figures import Rate
from station_desk.reports import catalogue, documents, sheets
from station_desk.reports.catalogue import REPORTS, Draft, Kind
from station_desk.reports.content import Column, Entry, Linked, One, Spot, Table, plain, shown
from station_desk.reports.content import Kind as Holds
from station_desk.reports.request import ReportRequest
from tests import builders as b
from tests.reports import suggestions_of as s
from tests.reports.sheets_of import MADE_AT, a_morning

TABLES = [name for name, report in REPORTS.items() if report.kind is not Kind.FORM]
FIGURES = ["monthly", "suggestions-handled", "verdicts", "comparison"]
OTHERS = ["hot", "sentences", "deputies-work"]
"""Figures with tests of their own: their lines are no matters, and have no totals."""
YEAR = Period.of_months("2026-01", "2026-12")
VISITS = ("sessions", "deputies", "people", "parties")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A morning's matters, one of them long overdue; suggestions answered, judged and promised."""
    made, _ = a_morning(tmp_path_factory.mktemp("desk"))
    late = b.an_issue(made, "老街停车难", began=datetime(2026, 3, 2, 9))
    b.handed_over(made, late, (b.a_unit(made, "区交通运输局"), "lead"), on=date(2026, 3, 3))
    first = s.three_signers(made)
    s.replied(made, first, s.CITY, s.day(90))
    for signer, said in enumerate(("satisfied", "fairly")):
        s.judged(made, first, signer, said, s.day(95))
    b.a_suggestion(made, title="关于停车的建议")
    yield made
    made.close()


def request(desk: Desk, name: str) -> ReportRequest:
    deputies = [record for record, _ in browse.office(desk).deputies]
    record = deputies[0] if REPORTS[name].record else None
    return ReportRequest(record=record, period=YEAR, made_by="李敏", made_at=MADE_AT)


@dataclass(frozen=True, slots=True)
class Held:
    """A table whose rows are read once and kept."""

    table: Table
    lines: tuple[tuple[tuple[Entry, ...], ...], ...]


def held(desk: Desk, name: str) -> Held:
    """The report's table; each section's rows with the line of totals last."""
    with REPORTS[name].make(desk, request(desk, name)) as table:  # type: ignore[call-arg, union-attr]
        lines = tuple(
            tuple(tuple(row) for row in (*section.rows, *([section.total] if section.total else [])))
            for section in table.sections
        )
    return Held(table, lines)


def as_in_excel(entry: Entry, column: Column) -> list[object]:
    """What the cells of a value hold."""
    value = plain(entry)
    if isinstance(value, Rate):
        share = value.value
        return ["—" if share is None else round(float(share), 12), f"{value.numerator}/{value.denominator}"]
    if value == "":
        value = None
    if isinstance(value, date):
        value = datetime(value.year, value.month, value.day)
    return [value, None] if column.kind is Holds.RATE else [value]


@pytest.mark.parametrize("name", TABLES)
def test_the_workbook_holds_every_value_of_the_table(desk: Desk, name: str) -> None:
    found = held(desk, name)
    out = BytesIO()
    with REPORTS[name].make(desk, request(desk, name)) as table:  # type: ignore[call-arg, union-attr]
        sheets.write(table, out)
    book = load_workbook(out)
    for section, lines, sheet in zip(found.table.sections, found.lines, book.worksheets, strict=False):
        for row, line in enumerate(lines, 5):
            expected = [
                cell for entry, column in zip(line, section.columns, strict=True)
                for cell in as_in_excel(entry, column)
            ]  # fmt: skip
            read = [sheet.cell(row, place).value for place in range(1, len(expected) + 1)]
            assert [round(v, 12) if isinstance(v, float) else v for v in read] == expected
        assert sheet.max_row == 4 + len(lines)


def words_in(pdf: bytes, spots: Sequence[Spot]) -> list[str]:
    """The words printed within each place, blanks left out."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    pages = [(page.get_height(), page.get_textpage()) for page in document]
    found = []
    for spot in spots:
        high, text = pages[spot.page]
        words = text.get_text_bounded(
            spot.left, high - spot.top - spot.high, spot.left + spot.wide, high - spot.top
        )
        found.append("".join(words.split()))
    return found


@pytest.mark.parametrize("name", TABLES)
def test_the_page_prints_every_value_of_the_table_in_its_own_cell(desk: Desk, name: str) -> None:
    found = held(desk, name)
    expected: list[str] = []
    marked = []
    for section, lines in zip(found.table.sections, found.lines, strict=True):
        rows = []
        for line in lines:
            rows.append([Linked(plain(entry), Cell("any")) for entry in line])
            expected += [
                "".join(shown(entry, column).split())
                for entry, column in zip(line, section.columns, strict=True)
                if column.wide
            ]
        total = rows.pop() if section.total is not None else None
        marked.append(replace(section, rows=rows, total=total))
    out, spots = BytesIO(), list[Spot]()
    documents.write(replace(found.table, sections=tuple(marked), charts=()), out, spots=spots)

    assert words_in(out.getvalue(), spots) == expected


def opened(desk: Desk, name: str, link: object) -> int:
    """How many matters the screen shows for a link."""
    if isinstance(link, Cell):
        link = behind(desk, request(desk, name), link)
    if isinstance(link, One):
        assert browse.detail(desk, link.id) is not None
        return 1
    assert isinstance(link, MatterFilter)
    return len(browse.page(desk, link, limit=200))


def number_of(entry: Entry) -> int:
    value = plain(entry)
    if isinstance(value, Rate):
        return value.numerator
    return value if isinstance(value, int) else 0


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_that_is_not_nought_opens_its_records(desk: Desk, name: str) -> None:
    found = held(desk, name)
    for section, lines in zip(found.table.sections, found.lines, strict=True):
        for line in lines:
            for entry, column in zip(line, section.columns, strict=True):
                number, where = number_of(entry), f"{section.title} {plain(line[0])} {column.title}"
                assert isinstance(entry, Linked) == bool(number), where
                if isinstance(entry, Linked):
                    records = opened(desk, name, entry.link)
                    of_visits = isinstance(entry.link, Cell) and entry.link.measure in VISITS
                    if isinstance(entry.link, Cell) and not of_visits:
                        assert records == number, where
                    else:  # replies and forms may be several of one suggestion, visitors several of one visit
                        assert records >= 1, where


@pytest.mark.parametrize("name", [name for name in TABLES if name not in (*FIGURES, *OTHERS)])
def test_every_line_of_a_list_opens_its_matter(desk: Desk, name: str) -> None:
    found = held(desk, name)
    assert any(found.lines), "the desk has something for every list"
    # A list for handing over also says what lies in the cupboard, which is no matter.
    listing = [any("编号" in column.title for column in section.columns) for section in found.table.sections]
    assert any(listing)
    for line in (
        line for lines, matters in zip(found.lines, listing, strict=True) if matters for line in lines
    ):
        links = [entry.link for entry in line if isinstance(entry, Linked)]
        assert len(links) == 2, "its number and its title"
        assert all(isinstance(link, One) and opened(desk, name, link) for link in links)


@pytest.mark.parametrize("name", FIGURES)
def test_the_screen_lists_the_counts_of_the_table_with_the_same_links(desk: Desk, name: str) -> None:
    draft: Draft = catalogue.draft(desk, name, request(desk, name))
    found = held(desk, name)
    printed: dict[tuple[str, str], tuple[str, object]] = {}
    for section, lines in zip(found.table.sections, found.lines, strict=True):
        for line in lines:
            row = str(plain(line[0]))
            for entry, column in zip(line, section.columns, strict=True):
                if column.kind is Holds.NUMBER:
                    link = entry.link if isinstance(entry, Linked) else None
                    where = row if name == "monthly" else f"{section.title}　{row}"
                    printed[where, column.title] = (shown(entry, column), link)
    for counts in draft.counts:
        for counted in counts.counted:
            cell = (counts.name, counted.label.zh)
            if counted.text != "—":  # a category has no visits of its own
                assert (counted.text, counted.link) == printed[cell], cell
    assert {"合计"} <= {counts.name.rpartition("　")[2] for counts in draft.counts}
    spots = [spot.link for spot in draft.spots]
    assert all(link in spots for _, link in printed.values() if link is not None)
