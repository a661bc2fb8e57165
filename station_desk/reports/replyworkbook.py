"""A unit's reply sheet as a workbook: one A4 page, protected but for the tinted fields, with drop-downs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from station_desk.casework.asked import Asked
from station_desk.exchange import replyfields as words
from station_desk.reports import replyform
from station_desk.reports.replyform import Blank
from station_desk.reports.sheets import clean

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (15.0, 30.0, 13.0, 26.0)
_WIDE_UNITS = 66
"""Half-width characters on a line of the three right columns together."""

_LINE, _LEAST, _MOST = 15.5, 22.0, 400.0
_TEXT_LINES = 9
_TINT = "FFF8E1"
_LONGEST_LIST = 250


def write(asked: Asked, out: BinaryIO) -> None:
    """Write the sheet of one hand-over."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.title = f"{replyform.heading(asked)} {asked.number}"
    book.properties.creator = asked.office
    book.properties.keywords = words.keywords(asked.site, asked.assignment)
    book.properties.language = "zh-CN"
    sheet = book.active
    assert sheet is not None
    _Maker(sheet, asked).make()
    book.save(out)


class _Maker:
    """Puts the form onto a sheet, row by row."""

    def __init__(self, sheet: Worksheet, asked: Asked) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        self.sheet, self.asked, self.row = sheet, asked, 0
        thin = Side(style="thin", color="7F7F7F")
        self._box = Border(left=thin, right=thin, top=thin, bottom=thin)
        self._plain = Font(name="宋体", size=11)
        self._label = Font(name="宋体", size=11, bold=True)
        self._part = Font(name="黑体", size=12)
        self._title = Font(name="宋体", size=18, bold=True)
        self._middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
        self._left = Alignment(horizontal="left", vertical="center", wrap_text=True)
        self._top = Alignment(horizontal="left", vertical="top", wrap_text=True)
        self._tint = PatternFill("solid", fgColor=_TINT)
        self._open = Protection(locked=False)

    def make(self) -> None:
        """The whole form."""
        self._set_up()
        asked = self.asked
        self._line(replyform.heading(asked), self._title, self._middle, 34)
        self._pairs(((words.NUMBER, asked.number),))
        self._line(replyform.HOW_TO, self._plain, self._left, 34)
        self._line(replyform.ASKED, self._part, self._left, 22)
        for row in replyform.given(asked):
            self._pairs(row)
        for label, text, least in replyform.told(asked):
            self._long(label, text, least)
        self._line(replyform.ANSWER, self._part, self._left, 24)
        for blanks in replyform.blanks(asked):
            self._blanks(blanks)
        self._long(words.text_label(asked.track, asked.role), "", _TEXT_LINES, fill=True)
        if asked.promises:
            for ordinal in words.ORDINALS:
                self._blanks((Blank(f"{words.PROMISE}{ordinal}"), Blank(words.BY, day=True)))
        self._line(replyform.RETURN, self._part, self._left, 24)
        self._long(words.REASON, "", 2, fill=True)
        self._blanks((Blank(words.RETURNED, day=True),))
        self._line(replyform.SEAL, self._plain, self._left, 40)
        self.sheet.print_area = f"A1:D{self.row}"

    def _set_up(self) -> None:
        sheet: Any = self.sheet  # the stubs leave out half of what a sheet can be told
        sheet.title = "办理回复单"
        for letter, width in zip("ABCD", _WIDTHS, strict=True):
            sheet.column_dimensions[letter].width = width
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.orientation = "portrait"
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_options.horizontalCentered = True
        sheet.page_margins.left = sheet.page_margins.right = 0.6
        sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.75
        sheet.page_margins.footer = 0.35
        sheet.oddFooter.left.text = f"{replyform.heading(self.asked)} {self.asked.number}"
        sheet.oddFooter.right.text = "第 &P 页　共 &N 页"
        # Without a password: against slips, not against people. Rows may still be made higher.
        sheet.protection.sheet = True
        sheet.protection.formatRows = False
        sheet.protection.formatColumns = False

    # ---- rows ----------------------------------------------------------------------------------------

    def _line(self, text: str, font: Any, place: Any, high: float) -> None:
        self._next(high)
        self._cell("A", text, font, place)
        self.sheet.merge_cells(f"A{self.row}:D{self.row}")

    def _pairs(self, pairs: tuple[tuple[str, str], ...]) -> None:
        wide = _WIDE_UNITS if len(pairs) == 1 else 27
        lines = max(_lines(text, wide) for _, text in pairs)
        self._next(max(_LEAST, lines * _LINE + 6))
        for (label, text), (at, to) in zip(pairs, _places(len(pairs)), strict=True):
            self._cell(at, label, self._label, self._middle, boxed=True)
            self._value(to, text, self._left)

    def _long(self, label: str, text: str, least: int, *, fill: bool = False) -> None:
        """A tall field over as many rows as it needs: no row of a sheet is higher than 409 points."""
        high = max(least, _lines(text, _WIDE_UNITS)) * _LINE + 8
        first, left = self.row + 1, high
        while left > 0:
            self._next(min(left, _MOST))
            left -= _MOST
        for row in range(first, self.row + 1):
            for letter in "ABCD":
                self.sheet[f"{letter}{row}"].border = self._box
        last, self.row = self.row, first
        self._cell("A", label, self._label, self._middle, boxed=True)
        cell = self._cell("B", text, self._plain, self._top, boxed=True)
        if fill:
            self._fillable(first, last)
            cell.number_format = "@"
        if last > first:
            self.sheet.merge_cells(f"A{first}:A{last}")
        self.sheet.merge_cells(f"B{first}:D{last}")
        self.row = last

    def _blanks(self, blanks: tuple[Blank, ...]) -> None:
        self._next(_LEAST + 2)
        for blank, (at, to) in zip(blanks, _places(len(blanks)), strict=True):
            self._cell(at, blank.label, self._label, self._middle, boxed=True)
            cell = self._value(to, "", self._left)
            for letter in _span(to):
                self._tinted(letter, self.row)
            cell.number_format = "yyyy-mm-dd" if blank.day else "@"
            if blank.choices:
                self._offer(f"{to[0]}{self.row}", blank.choices)

    def _offer(self, place: str, choices: tuple[str, ...]) -> None:
        from openpyxl.worksheet.datavalidation import DataValidation

        offered = ",".join(choice.replace(",", "，").replace('"', "”") for choice in choices)
        if len(offered) > _LONGEST_LIST:
            offered = ",".join(choice.split(" ")[0] for choice in choices)
        rule = DataValidation("list", formula1=f'"{offered}"', allow_blank=True)
        # A warning, not a wall: what a unit types otherwise is read and asked about here.
        rule.errorStyle = "warning"
        rule.promptTitle, rule.prompt = replyform.CHOOSE, "点击右侧箭头选择"
        rule.showInputMessage = True
        self.sheet.add_data_validation(rule)
        rule.add(place)

    # ---- cells ---------------------------------------------------------------------------------------

    def _next(self, high: float) -> None:
        self.row += 1
        self.sheet.row_dimensions[self.row].height = high

    def _value(self, span: str, text: str, place: Any) -> Any:
        cell = self._cell(span[0], text, self._plain, place, boxed=True)
        for letter in _span(span):
            self.sheet[f"{letter}{self.row}"].border = self._box
        if span[0] != span[-1]:
            self.sheet.merge_cells(f"{span[0]}{self.row}:{span[-1]}{self.row}")
        return cell

    def _cell(self, letter: str, text: str, font: Any, place: Any, *, boxed: bool = False) -> Any:
        cell: Any = self.sheet[f"{letter}{self.row}"]
        if text:
            # Set past the property, which would read a leading "=" as a formula.
            cell._value, cell.data_type = clean(text), "s"
        cell.font, cell.alignment = font, place
        if boxed:
            cell.border = self._box
        return cell

    def _fillable(self, first: int, last: int) -> None:
        for row in range(first, last + 1):
            for letter in "BCD":
                self._tinted(letter, row)

    def _tinted(self, letter: str, row: int) -> None:
        cell = self.sheet[f"{letter}{row}"]
        cell.fill, cell.protection = self._tint, self._open


def _places(count: int) -> tuple[tuple[str, str], ...]:
    """Where the labels and the values of a row stand."""
    return (("A", "BD"),) if count == 1 else (("A", "B"), ("C", "D"))


def _span(span: str) -> str:
    return "ABCD"["ABCD".index(span[0]) : "ABCD".index(span[-1]) + 1]


def _lines(text: str, wide: int) -> int:
    """How many lines the words take, a Chinese character counted as two."""
    return sum(max(1, -(-_units(line) // wide)) for line in text.split("\n"))


def _units(line: str) -> int:
    return sum(2 if c > "\u2e7f" else 1 for c in line)
