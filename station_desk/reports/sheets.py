"""Tables as Excel sheets: streamed, real days and numbers, and text that is never read as a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from math import ceil
from typing import TYPE_CHECKING, Any, BinaryIO

from station_desk.domain.figures import Rate
from station_desk.progress import Progress, silent
from station_desk.reports import charts_sheet
from station_desk.reports.content import Column, Entry, Kind, Linked, Section, Table, shown

if TYPE_CHECKING:
    from openpyxl import Workbook

# The stubs of the library leave out most of what a streamed sheet and its cells can do.
StreamedSheet = Any
StreamedCell = Any

LONGEST = 32_000
"""Characters a cell is given at most; Excel's own limit is 32,767."""

_READABLE = 190
"""Narrow characters across a page at most: a wider sheet prints on several, its first columns on each."""
_LINE, _HIGHEST = 15.0, 400.0
"""Points of a line, and of the highest row; Excel's own limit is 409."""

_SAMPLE = 200
_HEAD_ROW = 4
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_BAD_TITLE = re.compile(r"[\[\]:*?/\\]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Styles:
    """The workbook's few styles, made once; cells share them instead of each carrying its own."""

    def __init__(self, book: Workbook) -> None:
        from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side

        strong = Side(style="medium", color="404040")
        top = Alignment(vertical="top")
        wrapped = Alignment(vertical="top", wrap_text=True)
        middle = Alignment(vertical="center", wrap_text=True)
        plain = Font(name="等线", size=11)
        bold = Font(name="等线", size=11, bold=True)
        made = {
            "title": NamedStyle("报表标题", font=Font(name="等线", size=16, bold=True)),
            "note": NamedStyle("报表说明", font=Font(name="等线", size=10, color="595959")),
            "head": NamedStyle("表头", font=bold, alignment=middle, border=Border(top=strong, bottom=strong)),
            "text": NamedStyle("文字", font=plain, alignment=wrapped, number_format="@"),
            "long": NamedStyle("长文字", font=plain, alignment=wrapped, number_format="@"),
            "number": NamedStyle("数", font=plain, alignment=top, number_format="#,##0"),
            "day": NamedStyle("日期", font=plain, alignment=top, number_format="yyyy-mm-dd"),
            "rate": NamedStyle("比率", font=plain, alignment=top),
            "total": NamedStyle("合计", font=bold, alignment=top, border=Border(top=strong, bottom=strong)),
        }
        for style in made.values():
            book.add_named_style(style)
        self._book = book
        self._names = {key: style.name for key, style in made.items()}

    def cell(self, sheet: StreamedSheet, style: str, form: str = "") -> StreamedCell:
        """A cell of that style; its style is copied onto others by reference."""
        from openpyxl.cell import WriteOnlyCell

        made: StreamedCell = WriteOnlyCell(sheet, value=None)
        made.style = self._names[style]
        if form:
            made.number_format = form
        return made


def write(table: Table, out: BinaryIO, progress: Progress = silent) -> None:
    """Write the table as a workbook: one sheet a section, and a sheet saying where it comes from."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    styles = _Styles(book)
    book.properties.title = table.title
    book.properties.creator = table.facts.made_by or "Station Desk"
    book.properties.language = "zh-CN"
    try:
        taken: set[str] = set()
        done, total = 0, sum(section.count for section in table.sections)
        for section in table.sections:
            name = _sheet_name(section.title or table.title, taken)
            done = _Sheet(book, name, styles, table, section).write(progress, done, total)
        _charts(book, styles, table, taken)
        _notes(book, styles, table, taken)
        book.save(out)
    except BaseException:
        _discard(book)
        raise


def _discard(book: Workbook) -> None:
    """Close and remove the files that streamed sheets are kept in while they grow: they hold names."""
    sheets: Sequence[StreamedSheet] = book.worksheets
    for sheet in sheets:
        if sheet._writer is not None:
            if not sheet._WriteOnlyWorksheet__saved:
                sheet.close()
            sheet._writer.cleanup()


def _sheet_name(title: str, taken: set[str]) -> str:
    name = _BAD_TITLE.sub(" ", title).strip()[:28] or "表"
    found, again = name, 2
    while found in taken:
        found, again = f"{name}{again}", again + 1
    taken.add(found)
    return found


class _Sheet:
    """One section being written."""

    def __init__(self, book: Workbook, name: str, styles: _Styles, table: Table, section: Section) -> None:
        self.sheet: StreamedSheet = book.create_sheet(name)
        self.styles = styles
        self.table = table
        self.section = section
        sheet = self.sheet
        # Its own way tries every cell as a value first and recovers by an exception, a third of the time.
        sheet._values_to_row = _placed
        self._wrapped: list[tuple[int, int]] = []
        self._cells: list[tuple[StreamedCell, StreamedCell, StreamedCell, StreamedCell]] = []
        for column in section.columns:
            form = f"0.{'0' * column.decimals}%" if column.decimals else "0%"
            rate = form if column.kind is Kind.RATE else ""
            plain = styles.cell(sheet, column.kind.value, rate)
            quoted = styles.cell(sheet, column.kind.value, rate)
            quoted.quotePrefix = True
            last = styles.cell(sheet, "total", rate)
            self._cells.append((plain, quoted, last, styles.cell(sheet, "text")))

    def write(self, progress: Progress, done: int, total: int) -> int:
        rows = iter(self.section.rows)
        sample = list(islice(rows, _SAMPLE))
        self._set_up(sample)
        count = 0
        for row in chain(sample, rows):
            count += 1
            self._set_height(row, _HEAD_ROW + count)
            self.sheet.append(self._row(row))
            if count % 500 == 0:
                progress(done + count, total, self.section.title or self.table.title)
        columns = sum(2 if column.kind is Kind.RATE else 1 for column in self.section.columns)
        if count:
            self.sheet.auto_filter.ref = f"A{_HEAD_ROW}:{_letter(columns)}{_HEAD_ROW + count}"
        if self.section.total is not None:
            self.sheet.append(self._row(self.section.total, total=True))
        progress(done + count, total, self.section.title or self.table.title)
        return done + count

    def _set_up(self, sample: Sequence[Sequence[Entry]]) -> None:
        sheet = self.sheet
        place, across = 0, 0.0
        for at, column in enumerate(self.section.columns):
            place += 1
            width = column.chars or _content_width(column, [row[at] for row in sample])
            across += width
            sheet.column_dimensions[_letter(place)].width = width
            if column.kind in (Kind.TEXT, Kind.LONG):
                self._wrapped.append((at, int(width) - 1))
            if column.kind is Kind.RATE:
                place += 1
                across += 12
                sheet.column_dimensions[_letter(place)].width = 12
        if across > _READABLE:
            sheet.print_title_cols = "A:B" if len(self.section.columns) > 1 else "A:A"
        sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
        sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
        sheet.print_options.gridLines = True  # cheaper than a border on every cell
        _page(sheet, self.table, landscape=self.table.landscape, pages=ceil(across / _READABLE))
        facts = self.table.facts
        title = self.table.title
        if self.section.title and self.section.title != title:
            title = f"{title}　{self.section.title}"
        _high(sheet, 1, 24)
        sheet.append([self._styled(title, "title")])
        sheet.row_dimensions.clear()
        sheet.append(
            [
                self._styled(
                    f"{facts.scope}　{facts.period}　制表 {facts.made_by} {facts.made_at:%Y-%m-%d %H:%M}",
                    "note",
                )
            ]
        )
        sheet.append([])
        head: list[StreamedCell] = []
        for column in self.section.columns:
            head.append(self._styled(column.title, "head"))
            if column.kind is Kind.RATE:
                head.append(self._styled("分子/分母", "head"))
        sheet.append(head)

    def _set_height(self, row: Sequence[Entry], number: int) -> None:
        """Tell how high a row is whose text is wrapped: not every program works it out on opening."""
        lines = 1
        for at, width in self._wrapped:
            entry = row[at]
            text = entry.value if isinstance(entry, Linked) else entry
            if isinstance(text, str) and len(text) * 2 > width:
                lines = max(lines, _lines(text, width))
        if lines > 1:
            _high(self.sheet, number, min(lines * _LINE, _HIGHEST))
        else:
            self.sheet.row_dimensions.clear()

    def _styled(self, text: str, style: str) -> StreamedCell:
        made = self.styles.cell(self.sheet, style)
        return _fill(made, text)

    def _row(self, row: Sequence[Entry], *, total: bool = False) -> Iterator[StreamedCell | None]:
        """The row's cells. Each column's cell is made once and filled again: it is written when taken."""
        for entry, (plain, quoted, last, base) in zip(row, self._cells, strict=True):
            value = entry.value if isinstance(entry, Linked) else entry
            form = last if total else plain
            if value is None or value == "":
                yield form if total and _empty(form) else None
            elif isinstance(value, Rate):
                share = value.value
                yield _fill(form, float(share) if share is not None else "—")
                yield _fill(last if total else base, f"{value.numerator}/{value.denominator}")
            elif isinstance(value, str):
                yield _fill(quoted if value.startswith(_FORMULA) and not total else form, value)
            else:
                yield _fill(form, value)


def _lines(text: str, width: int) -> int:
    """The lines that `text` takes in a column of so many narrow characters."""
    return sum(max(1, -(-len(part.encode("gb18030", "replace")) // width)) for part in text.split("\n"))


def _high(sheet: StreamedSheet, row: int, points: float) -> None:
    """The height of the row written next; earlier ones are forgotten, or a large sheet would keep them."""
    sheet.row_dimensions.clear()
    sheet.row_dimensions[row] = {"ht": f"{points:g}"}


def _placed(cells: Iterable[StreamedCell | None], row: int) -> Iterator[StreamedCell]:
    """The cells of one row told where they stand; None leaves a place empty."""
    for place, cell in enumerate(cells, 1):
        if cell is not None:
            cell.column, cell.row = place, row
            yield cell


def _fill(cell: StreamedCell, value: str | float | date) -> StreamedCell:
    if isinstance(value, str):
        # Set past the property, which would read a leading "=" as a formula.
        cell._value = clean(value)
        cell.data_type = "s"
    else:
        cell._value = value
        cell.data_type = "d" if isinstance(value, date) else "n"
    return cell


def _empty(cell: StreamedCell) -> bool:
    cell._value = None
    cell.data_type = "n"
    return True


def _page(sheet: StreamedSheet, table: Table, *, landscape: bool, pages: int = 1) -> None:
    """How the sheet prints: A4, so many pages wide, with its title and page number at the foot."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = pages
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.oddFooter.center.text = "第 &P 页　共 &N 页"
    sheet.oddFooter.left.text = clean(table.title).replace("&", "＆")


def _charts(book: Workbook, styles: _Styles, table: Table, taken: set[str]) -> None:
    drawn = [chart for chart in table.charts if not chart.empty]
    if not drawn:
        return
    sheet: StreamedSheet = book.create_sheet(_sheet_name("图表", taken))
    _page(sheet, table, landscape=True)
    charts_sheet.write(sheet, drawn, lambda style, value: _fill(styles.cell(sheet, style), value))


def _notes(book: Workbook, styles: _Styles, table: Table, taken: set[str]) -> None:
    sheet: StreamedSheet = book.create_sheet(_sheet_name("说明", taken))
    sheet.column_dimensions["A"].width = 100
    _page(sheet, table, landscape=False)
    long = styles.cell(sheet, "long")
    for row, text in enumerate((table.title, *table.facts.lines(), *table.notes), 1):
        _high(sheet, row, min(_lines(text, 99) * _LINE, _HIGHEST))
        sheet.append([_fill(long, text)])


def clean(text: str) -> str:
    """Without what a workbook cannot hold; a text too long for a cell says that it goes on."""
    text = _FORBIDDEN.sub("", text)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…（全文见系统）"


def _content_width(column: Column, values: Sequence[Entry]) -> float:
    if column.kind is Kind.DAY:
        return 12
    widest = max((_units(shown(v, column).split("\n")[0]) for v in values), default=0)
    most = 60 if column.kind is Kind.LONG else 28
    return min(max(widest, _units(column.title) + 3, 6) + 2, most)


def _units(text: str) -> int:
    return sum(2 if c > "\u2e7f" else 1 for c in text[:60])


def _letter(place: int) -> str:
    out = ""
    while place:
        place, rest = divmod(place - 1, 26)
        out = chr(65 + rest) + out
    return out
