"""Tables out: a styled ledger as a workbook, and a list of a thousand pages as PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from io import BytesIO

import xlsxwriter
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from station_desk.domain.declare import RecordId
from station_desk.reports import documents, sheets
from station_desk.reports.content import Column, Entry, Facts, Kind, One, Section, Table, linked, plain
from station_desk.reports.fonts import Face, font, wrap
from tests.bench.desks import CATEGORIES, Desks, Words
from tests.bench.measure import Figure, alternate, cpu

ROWS, MANY, PAGES = 20_000, 100_000, 1_000
_DAY = date(2026, 5, 8)
_COLUMNS = (
    Column("序号", Kind.NUMBER, wide=10),
    Column("编号", wide=26),
    Column("收集日期", Kind.DAY),
    Column("来源", wide=14),
    Column("内容摘要", Kind.LONG, wide=90),
    Column("代表", wide=18),
    Column("类别", wide=16),
    Column("承办", wide=30),
    Column("限办日", Kind.DAY),
    Column("办理情况", Kind.LONG, wide=0),
    Column("办结日", Kind.DAY, wide=0),
    Column("结果", wide=14),
    Column("评价", wide=14),
    Column("件数", Kind.NUMBER, wide=10),
    Column("备注", wide=0),
)
"""Fifteen, as the ledger has them: text, long text, days and numbers."""


def _rows(count: int) -> Iterator[Sequence[Entry]]:
    words = Words(5)
    for n in range(count):
        itself = One("issue", RecordId(n.to_bytes(16)))
        on = _DAY + timedelta(n % 300)
        yield (
            n + 1, linked(f"HC-2026-{n:06d}", itself), on, "驻站", linked(words.text(60), itself), "陈伟雄",
            CATEGORIES[n % len(CATEGORIES)], "江门市新会区城市管理和综合执法局", on + timedelta(21),
            words.text(30), on + timedelta(18), "已办结", "满意", n % 7, "",
        )  # fmt: skip


def _table(rows: Iterable[Sequence[Entry]], count: int) -> Table:
    facts = Facts("会城街道", "2026年", "广东（2026）", count, "李敏", datetime(2026, 9, 1, 9))
    return Table("群众反映事项台账", facts, (Section("", _COLUMNS, rows, None, count),), landscape=True)


def reports(desks: Desks) -> Iterator[Figure]:
    """The same whatever the size of the desk: what is measured begins where its rows are known."""
    before = _peak()
    sheets.write(_table(_rows(MANY), MANY), BytesIO())
    yield Figure(f"memory taken by {MANY:,} rows out", "100 MB", 100.0, _peak() - before, 1.0, unit="MB")
    rows = list(_rows(ROWS))
    bare = [[plain(entry) for entry in row] for row in rows]
    yield alternate(
        f"ledger out, {ROWS:,} x {len(_COLUMNS)}",
        "XlsxWriter, constant memory, same cells",
        lambda: cpu(lambda: sheets.write(_table(rows, ROWS), BytesIO())),
        lambda: cpu(lambda: _bare_sheet(bare)),
        2.3,
    )
    count = _rows_of(PAGES)
    listed = list(_rows(count))
    lines = _lines(listed)
    before = _peak()
    documents.write(_table(listed, count), BytesIO(), spots=[])
    yield Figure(f"memory taken by a {PAGES:,}-page list", "300 MB", 300.0, _peak() - before, 1.0, unit="MB")
    yield alternate(
        f"{PAGES:,}-page list",
        "reportlab canvas drawing the same lines",
        lambda: cpu(lambda: documents.write(_table(listed, count), BytesIO())),
        lambda: cpu(lambda: _bare_pages(lines)),
        2.0,
    )


def _peak() -> float:
    """The most memory this process has held, in MB; Linux counts in KB."""
    import resource  # not there on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _bare_sheet(rows: Sequence[Sequence[object]]) -> None:
    book = xlsxwriter.Workbook(BytesIO(), {"constant_memory": True, "in_memory": False})
    sheet = book.add_worksheet()
    text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    number = book.add_format({"valign": "top", "num_format": "#,##0"})
    day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
    for at, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(at, place, value, number)
            elif isinstance(value, date):
                sheet.write_datetime(at, place, datetime(value.year, value.month, value.day), day)
            elif value:
                sheet.write_string(at, place, str(value), text)
    book.close()


def _rows_of(pages: int) -> int:
    """How many rows fill about so many pages."""
    sample = 400
    return sample * pages // documents.write(_table(_rows(sample), sample), BytesIO())


_Line = tuple[float, float, str]


def _lines(rows: Iterable[Sequence[Entry]]) -> list[list[_Line]]:
    """Every line of the list with its place, page by page, broken beforehand."""
    pages: list[list[_Line]] = [[]]
    y = 500.0
    printed = [(at, column) for at, column in enumerate(_COLUMNS) if column.wide]
    for row in rows:
        cells = [wrap(str(plain(row[at])), Face.HEI, documents.SIZE, _wide(column)) for at, column in printed]
        high = max(map(len, cells))
        if y < 60 + high * 12:
            pages.append([])
            y = 500.0
        x = 42.0
        for cell, (_, column) in zip(cells, printed, strict=True):
            pages[-1].extend((x, y - 12 * at, line) for at, line in enumerate(cell))
            x += _wide(column) + 4
        y -= high * 12 + 7
    return pages


def _wide(column: Column) -> float:
    return 56 if column.kind is Kind.DAY else column.wide * 2


def _bare_pages(pages: Sequence[Sequence[_Line]]) -> None:
    name = font(Face.HEI).name
    canvas = Canvas(BytesIO(), pagesize=landscape(A4), pageCompression=1)
    for lines in pages:
        canvas.setFont(name, documents.SIZE)
        for x, y, text in lines:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
