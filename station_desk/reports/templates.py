"""Fills a town's own workbook with a report: named cells, named rows that grow; all else stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station_desk.casework.context import Desk
from station_desk.errors import UserError
from station_desk.exchange import sheetguard
from station_desk.i18n import Label, translate
from station_desk.progress import Progress, silent
from station_desk.reports import catalogue, templatelosses, templaterows, undecided
from station_desk.reports.catalogue import XLSX, Kind
from station_desk.reports.content import Entry, Table
from station_desk.reports.request import ReportRequest
from station_desk.reports.sheets import clean
from station_desk.reports.templatenames import Filling, Growing, Offered, filling, offered
from station_desk.whole import whole

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS = 20_000
"""A workbook that is filled is held whole, some two kilobytes a line; longer lists are written by the report
itself."""

_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Filled:
    """What was written: the file, the names that were filled, those that were not (unknown to this report,
    or naming no cell), and what of the template is not in it."""

    path: Path
    names: tuple[str, ...]
    unfilled: tuple[str, ...]
    lost: tuple[Label, ...]

    def sentences(self) -> tuple[str, ...]:
        """What somebody should know beyond that it was made."""
        said = []
        if self.unfilled:
            text = translate(
                "reports",
                "Not filled, as the report has nothing of that name: {names}.",
                names="、".join(self.unfilled),
            )
            said.append(text)
        if self.lost:
            text = translate(
                "reports", "Not kept from the template: {parts}.", parts="、".join(map(str, self.lost))
            )
            said.append(text)
        return tuple(said)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a name points: a sheet, and the cells' first row and columns."""

    name: str
    sheet: Worksheet
    row: int
    left: int
    right: int


def names(desk: Desk, report: str, request: ReportRequest) -> Offered:
    """What a template of this report may name, as of this request. UserError as `fill`."""
    with _table(desk, report, request) as table:
        return offered(table)


def fill(
    desk: Desk, report: str, request: ReportRequest, template: Path, out: Path, progress: Progress = silent
) -> Filled:
    """Fill a copy of `template` and write it as `out`, whole or not at all.

    UserError for a report that is no table, something not asked for, a template that is no plain xlsx, one
    that names nothing the report has, more than `MOST_ROWS` lines, and a file that cannot be written.
    """
    if out.suffix.lower() != ".xlsx":
        raise UserError(translate("reports", "A filled workbook is saved as xlsx. Choose another file name."))
    if template.absolute() == out.absolute():
        raise UserError(
            translate(
                "reports", "The filled file would replace the template itself. Choose another file name."
            )
        )
    lost = templatelosses.look(template)
    workbook = _opened(template)
    with _table(desk, report, request) as table:
        done, unfilled = _put_all(workbook, offered(table), progress)
    if not done:
        raise UserError(
            translate(
                "reports",
                "“{name}” names no cell that this report fills. Name its cells first: the names there are "
                "stand in the example.",
                name=template.name,
            )
        )
    # Results of formulas are not kept in the file; whoever opens it computes them.
    workbook.calculation.fullCalcOnLoad = True
    save(workbook, out)
    return Filled(out, done, unfilled, lost)


@contextmanager
def _table(desk: Desk, name: str, request: ReportRequest) -> Iterator[Table]:
    report = catalogue.find(name)
    if report.kind is not Kind.TABLE:
        raise UserError(
            translate("reports", "“{title}” is a form: only tables fill a template.", title=report.title)
        )
    catalogue.check(report, request, XLSX)
    found = undecided.missing(desk, report, request)
    with report.make(desk, request) as made:  # type: ignore[call-arg, union-attr]
        yield undecided.noted(made, found)


def _opened(template: Path) -> Workbook:
    from openpyxl import load_workbook

    try:
        return load_workbook(template, rich_text=True)
    except (*sheetguard.BROKEN_ZIP, KeyError, TypeError, AttributeError, IndexError, SyntaxError) as error:
        # What a workbook may hold is not bounded: the library stumbles in many ways over a broken one.
        raise sheetguard.damaged(template) from error
    except OSError as error:
        raise sheetguard.unreadable(template, error) from error


def save(workbook: Workbook, out: Path) -> None:
    """Write a workbook whole or not at all. UserError where it cannot be written."""
    try:
        with whole(out) as file:
            workbook.save(file)
    except OSError as error:
        raise catalogue.cannot_write(out, error) from error


# --- filling ------------------------------------------------------------------------------------------


def _put_all(
    workbook: Workbook, found: Offered, progress: Progress
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names filled and those not. Single cells first: growing rows move what lies below them."""
    done: list[str] = []
    unfilled: list[str] = []
    growing: list[tuple[_Place, Growing]] = []
    for name, place in _places(workbook):
        single = found.single(name) if place is not None else None
        rows = found.rows(name) if place is not None and single is None else None
        if place is None or (single is None and rows is None):
            unfilled.append(name)
            continue
        done.append(name)
        if single is not None:
            put(place.sheet.cell(place.row, place.left), single.value)
        elif rows is not None:
            growing.append((place, rows))
    _grow_all(workbook, growing, progress, unfilled)
    return tuple(dict.fromkeys(done)), tuple(dict.fromkeys(unfilled))


def _places(workbook: Workbook) -> Iterator[tuple[str, _Place | None]]:
    """Every name of the workbook and of its sheets that is not the program's own, with where it points."""
    for names in (workbook.defined_names, *(sheet.defined_names for sheet in workbook.worksheets)):
        for name, defined in names.items():
            if name.startswith("_") or defined.hidden or defined.function:
                continue
            yield name, _place(workbook, name, defined)


def _place(workbook: Workbook, name: str, defined: Any) -> _Place | None:
    """None for a constant, a formula, a place that was deleted, and cells on another workbook."""
    from openpyxl.utils.cell import range_boundaries

    if defined.type != "RANGE":
        return None
    for title, area in defined.destinations:
        if title in workbook.sheetnames and hasattr(workbook[title], "cell"):
            left, top, right, _ = range_boundaries(area.replace("$", ""))
            if left is not None and top is not None and right is not None:
                return _Place(name, workbook[title], top, left, right)
    return None


def _grow_all(
    workbook: Workbook, growing: list[tuple[_Place, Growing]], progress: Progress, unfilled: list[str]
) -> None:
    """The lowest of each sheet first, so that what is above stands where its name says."""
    # Rows read from the desk can be read once, wherever they are named.
    read = {id(rows): _lines(rows) for _, rows in growing}
    total = sum(len(read[id(rows)]) for _, rows in growing)
    written = 0
    for place, rows in sorted(growing, key=lambda one: one[0].row, reverse=True):
        lines = read[id(rows)]
        pattern = _pattern(place, rows, unfilled)
        templaterows.grow(workbook, place.sheet, place.row, len(lines) - 1)
        for at, line in enumerate(lines or [None]):
            if at % 200 == 0:
                progress(written + at, total, "")
            _line(place, place.row + at, rows, pattern, line)
        written += len(lines)


def _lines(rows: Growing) -> list[Sequence[Entry]]:
    lines = list(islice(rows.rows, MOST_ROWS + 1))
    if len(lines) > MOST_ROWS:
        raise UserError(
            translate(
                "reports",
                "A template takes at most {most} lines. Choose a shorter period or one station.",
                most=f"{MOST_ROWS:,}",
            )
        )
    return lines


_Pattern = list[tuple[int, tuple[int, str] | None]]
"""For each column of the row: which column of the report stands there and which part of it; None: nothing."""


def _pattern(place: _Place, rows: Growing, unfilled: list[str]) -> _Pattern:
    """By the words in the row's cells, which name columns; where none does, in the report's order. Other
    words and formulas stay, in every line; words in braces that name no column are said."""
    out: _Pattern = []
    if not rows.columns:  # a part that this table does not have now: no word of the row may stay
        cells = [place.sheet.cell(place.row, column) for column in range(place.left, place.right + 1)]
        return [(cell.column, None) for cell in cells if cell.data_type != "f" and cell.value is not None]
    texts = [place.sheet.cell(place.row, column).value for column in range(place.left, place.right + 1)]
    named = [rows.place(text) if isinstance(text, str) else None for text in texts]
    if not any(named):
        order = iter(range(len(rows.columns)))
        for column, text in zip(range(place.left, place.right + 1), texts, strict=True):
            free = text is None and not _covered(place.sheet, place.row, column)
            at = next(order, None) if free else None
            if free:
                out.append((column, (at, "") if at is not None else None))
        return out
    for column, text, found in zip(range(place.left, place.right + 1), texts, named, strict=True):
        if found is not None:
            out.append((column, found))
        elif isinstance(text, str) and text.startswith("{") and text.endswith("}"):
            unfilled.append(text)
            out.append((column, None))
    return out


def _covered(sheet: Worksheet, row: int, column: int) -> bool:
    """Whether the cell lies under another one that it is merged with."""
    from openpyxl.cell.cell import MergedCell

    return isinstance(sheet.cell(row, column), MergedCell)


def _line(place: _Place, row: int, rows: Growing, pattern: _Pattern, line: Sequence[Entry] | None) -> None:
    """One line; the words that stay are copied from the first."""
    filled = {column for column, _ in pattern}
    if row > place.row:
        for column in range(place.left, place.right + 1):
            first = place.sheet.cell(place.row, column)
            if column not in filled and first.data_type != "f" and first.value is not None:
                place.sheet.cell(row, column).value = first.value
    for column, found in pattern:
        value = None
        if found is not None and line is not None:
            at, part = found
            value = filling(line[at], rows.columns[at], part)
        put(place.sheet.cell(row, column), value)


def put(cell: Any, value: Filling) -> None:
    """A value in the cell's own style; text is never read as a formula."""
    if isinstance(value, str):
        text = clean(value)
        # Set past the property, which would read a leading "=" as a formula.
        cell._value, cell.data_type = text, "s"
        if text.startswith(_FORMULA):
            cell.quotePrefix = True
        return
    cell.value = value
    if isinstance(value, date) and not cell.is_date:
        cell.number_format = "yyyy-mm-dd"
