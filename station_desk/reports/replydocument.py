"""A unit's reply sheet as a Word file: a bordered form on A4 whose tinted cells are filled."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from station_desk.casework.asked import Asked
from station_desk.exchange import replyfields as words
from station_desk.reports import replyform
from station_desk.reports.replyform import Blank
from station_desk.reports.sheets import clean

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

_TINT = "FFF8E1"
_WIDTHS = (28, 62, 26, 58)
"""Millimetres of the four columns: 174 of A4's 210."""

_LINE = 7.5
_TEXT = 42.0
"""Millimetres of a row of one line, and of the room for the unit's words; both grow with what is written."""


def write(asked: Asked, out: BinaryIO) -> None:
    """Write the sheet of one hand-over. Not locked: WPS and LibreOffice fill no locked form reliably."""
    from docx import Document as new_document

    document = new_document()
    about = document.core_properties
    about.title = f"{replyform.heading(asked)} {asked.number}"
    about.author = asked.office
    about.keywords = words.keywords(asked.site, asked.assignment)
    about.language, about.comments = "zh-CN", ""
    # The library's own template would say 2013.
    about.created = about.modified = datetime.now().replace(microsecond=0)
    about.last_modified_by = asked.office
    _Maker(document, asked).make()
    document.save(out)


class _Maker:
    """Puts the form into a document, row by row."""

    def __init__(self, document: Document, asked: Asked) -> None:
        self.document, self.asked = document, asked
        self.table: Table | None = None

    def make(self) -> None:
        """The whole form."""
        asked = self.asked
        self._set_up()
        self._line(replyform.heading(asked), size=18, bold=True, middle=True)
        self._begin()
        self._pairs(((words.NUMBER, asked.number),))
        self._line(replyform.HOW_TO, size=10)
        self._line(replyform.ASKED, bold=True)
        self._begin()
        for row in replyform.given(asked):
            self._pairs(row)
        for label, text, least in replyform.told(asked):
            self._row(((label, text),), least * 6.0)
        self._line(replyform.ANSWER, bold=True)
        self._begin()
        for blanks in replyform.blanks(asked):
            self._blanks(blanks)
        self._blanks((Blank(words.text_label(asked.track, asked.role)),), _TEXT)
        if asked.promises:
            for ordinal in words.ORDINALS:
                self._blanks((Blank(f"{words.PROMISE}{ordinal}"), Blank(words.BY, day=True)))
        self._line(replyform.RETURN, bold=True)
        self._begin()
        self._blanks((Blank(words.REASON),), 14.0)
        self._blanks((Blank(words.RETURNED, day=True),))
        self._line(replyform.SEAL, before=14)

    def _set_up(self) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt

        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin = section.bottom_margin = Mm(16)
        style: Any = self.document.styles["Normal"]
        style.font.name, style.font.size = "宋体", Pt(11)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
        # Else Chinese punctuation stands in the middle of its square, as it does in Taiwan.
        language = _made("w:lang", val="zh-CN", eastAsia="zh-CN")
        for old in style.element.rPr.findall(language.tag):
            style.element.rPr.remove(old)
        style.element.rPr.append(language)
        style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
        foot = section.footer.paragraphs[0]
        foot.text = f"{replyform.heading(self.asked)} {self.asked.number}"
        foot.runs[0].font.size = Pt(9)

    # ---- rows ----------------------------------------------------------------------------------------

    def _line(
        self, text: str, *, size: float = 12, bold: bool = False, middle: bool = False, before: float = 6
    ) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(size), bold
        paragraph.paragraph_format.space_before = Pt(before)
        paragraph.paragraph_format.space_after = Pt(4)
        paragraph.paragraph_format.keep_with_next = True
        if middle:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _begin(self) -> None:
        """A new table; the rows that follow are its own."""
        self.table = self.document.add_table(rows=0, cols=4, style="Table Grid")
        self.table.autofit = False
        from docx.shared import Mm

        for column, wide in zip(self.table.columns, _WIDTHS, strict=True):
            column.width = Mm(wide)

    def _row(self, pairs: tuple[tuple[str, str], ...], least: float = _LINE) -> list[_Cell]:
        """A row of labels and words at least so many millimetres high; returns the cells of the words."""
        from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Mm, Pt

        table: Any = self.table  # the library leaves its rows unannotated
        row = table.add_row()
        row.height = Mm(least)
        for cell, wide in zip(row.cells, _WIDTHS, strict=True):
            cell.width = Mm(wide)
        values: list[_Cell] = []
        for at, (label, text) in enumerate(pairs):
            head, value = row.cells[at * 2], row.cells[at * 2 + 1]
            if len(pairs) == 1:
                value = value.merge(row.cells[3])
            head.text = label
            head.paragraphs[0].runs[0].bold = True
            head.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            head.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            # A row of several lines begins at its top; a short one looks best in the middle.
            if least <= _LINE:
                value.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            value.text = clean(text)
            value.paragraphs[0].paragraph_format.space_before = Pt(2)
            value.paragraphs[0].paragraph_format.space_after = Pt(2)
            values.append(value)
        return values

    def _pairs(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self._row(pairs)

    def _blanks(self, blanks: tuple[Blank, ...], least: float = _LINE) -> None:
        values = self._row(tuple((blank.label, "") for blank in blanks), least)
        for blank, value in zip(blanks, values, strict=True):
            _tint(value)
            if blank.choices:
                _offer(value, blank)


def _tint(cell: _Cell) -> None:
    cell._tc.get_or_add_tcPr().append(_made("w:shd", val="clear", fill=_TINT))


def _offer(cell: _Cell, blank: Blank) -> None:
    """A drop-down in the cell; its prompt is marked as such, so that it is no answer."""
    about = _made("w:sdtPr")
    about.append(_made("w:alias", val=blank.label))
    about.append(_made("w:showingPlcHdr"))
    offered = _made("w:comboBox")
    for choice in blank.choices:
        offered.append(_made("w:listItem", displayText=choice, value=choice))
    about.append(offered)
    run = _made("w:r")
    words_of = _made("w:t")
    words_of.text = replyform.CHOOSE
    run.append(words_of)
    content = _made("w:sdtContent")
    content.append(run)
    control = _made("w:sdt")
    control.append(about)
    control.append(content)
    cell.paragraphs[0]._p.append(control)


def _made(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
