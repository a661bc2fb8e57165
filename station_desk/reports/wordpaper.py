"""Word files as official papers: A4, margins and lines of GB/T 9704, Chinese faces by their office names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from station_desk.reports import wordcode
from station_desk.reports.grids import Cell, Row
from station_desk.reports.pages import OFFICIAL
from station_desk.reports.request import ReportRequest
from station_desk.reports.sheets import clean

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.table import Table
    from docx.text.paragraph import Paragraph

FANG, HEI, SONG = "仿宋", "黑体", "宋体"
"""The faces as Chinese offices call them; where one is missing, the office program takes another."""
BODY, SMALL, TITLE = 16.0, 14.0, 22.0
"""3号, 4号, 2号."""
_LATIN = "Times New Roman"
_WIDE, _HIGH = 156, 225
_TWIPS = 1440 / 25.4
_LINES, _CHARACTERS = 22, 28
_FORM_SIZE = 10.5


def new(title: str, author: str, made_at: datetime) -> Document:
    """An empty document whose text stands on the grid: 22 lines of 28 characters in 156 by 225 mm."""
    from docx import Document as new_document
    from docx.shared import Pt

    document = new_document()
    about = document.core_properties
    about.title, about.author, about.last_modified_by = title, author, author
    about.language, about.comments = "zh-CN", ""
    # The library's own template would say 2013.
    about.created = about.modified = made_at.replace(microsecond=0)
    style: Any = document.styles["Normal"]
    style.font.size = Pt(BODY)
    _faces(style.element.get_or_add_rPr(), FANG)
    # Else Chinese punctuation stands in the middle of its square, as it does in Taiwan.
    for old in style.element.rPr.findall(element("w:lang").tag):
        style.element.rPr.remove(old)
    closer = int((_WIDE / _CHARACTERS * 72 / 25.4 - BODY) * 20 - 0.9)
    style.element.rPr.insert_element_before(element("w:spacing", val=str(closer)), "w:sz", "w:szCs")
    style.element.rPr.append(element("w:lang", val="zh-CN", eastAsia="zh-CN"))
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    lay_out(document.sections[0])
    return document


def lay_out(section: Section) -> None:
    """A4 with the margins and the grid."""
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(OFFICIAL.left), Mm(OFFICIAL.right)
    section.top_margin, section.bottom_margin = Mm(OFFICIAL.top), Mm(OFFICIAL.bottom)
    about: Any = section._sectPr
    for old in about.findall(element("w:docGrid").tag):
        about.remove(old)
    # A grid of lines alone: what programs make of one of characters differs too much. Those stand closer by
    # the style instead.
    about.append(element("w:docGrid", type="lines", linePitch=str(int(_HIGH * _TWIPS / _LINES))))


def write(
    paragraph: Paragraph, text: str, *, face: str = FANG, size: float = BODY, bold: bool = False
) -> Any:
    """Text in a face by its Chinese name; figures and letters in Times, as official papers have them."""
    from docx.shared import Pt

    run = paragraph.add_run(clean(text))
    run.font.size, run.bold = Pt(size), bold or None
    _faces(run._r.get_or_add_rPr(), face)
    return run


def align(paragraph: Paragraph, where: str) -> None:
    """left, center or right."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    named = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
    paragraph.alignment = named.get(where, WD_ALIGN_PARAGRAPH.LEFT)


def body(document: Document, text: str, *, indent: bool = True, keep: bool = False) -> None:
    """A paragraph of the body, two characters indented; `keep`: on one page with the next."""
    paragraph = document.add_paragraph()
    write(paragraph, text)
    paragraph.paragraph_format.keep_with_next = keep
    if indent:
        indented(paragraph, BODY)


def indented(paragraph: Paragraph, size: float) -> None:
    """Its first line by two characters: so that it follows whoever changes the size, and in twips for
    programs that cannot."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    paragraph.paragraph_format.first_line_indent = Pt(2 * size)
    about: Any = paragraph._p
    about.pPr.ind.set(qn("w:firstLineChars"), "200")


def heading(paragraph: Paragraph, text: str, size: float = TITLE) -> None:
    """A title in the middle, its lines one and a half times its size apart."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    write(paragraph, text, face=SONG, size=size, bold=True)
    align(paragraph, "center")
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(size * 1.5)
    off_grid(paragraph)


def off_grid(paragraph: Paragraph) -> None:
    """A form's small lines and headings are no lines of the grid."""
    about: Any = paragraph._p.get_or_add_pPr()
    # The format wants its parts in order.
    about.insert_element_before(element("w:snapToGrid", val="0"), "w:spacing", "w:ind", "w:jc", "w:rPr")


def noted(document: Document, request: ReportRequest) -> None:
    """What a paper's foot says of values not decided yet, as a last line."""
    if request.undecided:
        line = document.add_paragraph()
        write(line, request.undecided, face=SONG, size=9)
        off_grid(line)


def code(document: Document, text: str) -> None:
    """The small code of a form's number at the top right of its first page, for a signed scan."""
    from io import BytesIO

    from docx.shared import Mm

    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header_distance = Mm(15)
    header: Any = section.first_page_header
    header.is_linked_to_previous = False
    paragraph = header.paragraphs[0]
    align(paragraph, "right")
    paragraph.add_run().add_picture(BytesIO(wordcode.picture(text)), width=Mm(16))
    off_grid(paragraph)


# --- forms ------------------------------------------------------------------------------------------


def tables(document: Document, rows: Sequence[Row]) -> list[Table]:
    """Ruled rows as tables below each other that look like one: each heading with the rows under it is a
    table of its own, so that it is repeated where they begin a page."""
    made: list[Table] = []
    for group in _groups(rows):
        if made:
            _seam(document)
        made.append(_table(document, group))
    return made


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows in runs: those under one heading with it, and what lies between."""
    groups: list[list[Row]] = []
    heads = [row.under for row in rows if row.under is not None]
    current: Row | None = None
    for row in rows:
        head = row if row in heads else row.under
        if not groups or head != current:
            groups.append([])
        groups[-1].append(row)
        current = head
    return groups


def _table(document: Document, rows: Sequence[Row]) -> Table:
    from docx.oxml.ns import qn
    from docx.shared import Mm

    edges = sorted({round(edge, 6) for row in rows for edge in _edges(row)} | {0.0})
    table: Any = document.add_table(rows=0, cols=len(edges) - 1, style="Table Grid")
    table.autofit = False
    whole = table._tbl.tblPr.find(qn("w:tblW"))
    whole.set(qn("w:type"), "dxa")
    whole.set(qn("w:w"), str(int(_WIDE * _TWIPS)))
    for column, left, right in zip(table.columns, edges, edges[1:], strict=False):
        column.width = Mm((right - left) * _WIDE)
    for row in rows:
        _row(table, row, edges, repeated=len(rows) > 1 and rows[1].under == row)
    return table  # type: ignore[no-any-return]


def _edges(row: Row) -> list[float]:
    """Where its cells end, as parts of the whole width."""
    parts = sum(cell.width for cell in row.cells)
    found, sofar = [], 0.0
    for cell in row.cells:
        sofar += cell.width
        found.append(sofar / parts)
    return found


def _row(table: Any, row: Row, edges: list[float], *, repeated: bool) -> None:
    from docx.shared import Mm

    made = table.add_row()
    made.height = Mm(row.least)
    about = made._tr.get_or_add_trPr()
    if not row.splits:
        about.append(element("w:cantSplit"))
    if repeated:
        about.append(element("w:tblHeader"))
    first = 0
    cells = list(made.cells)
    for cell, edge in zip(row.cells, _edges(row), strict=True):
        last = edges.index(round(edge, 6)) - 1
        into = cells[first].merge(cells[last]) if last > first else cells[first]
        _fill(into, cell, row)
        first = last + 1


def _fill(into: Any, cell: Cell, row: Row) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

    paragraph = into.paragraphs[0]
    for at, part in enumerate(cell.text.split("\n")):
        paragraph = paragraph if at == 0 else into.add_paragraph()
        _in_cell(paragraph, part, cell, HEI if cell.label else SONG)
        align(paragraph, "center" if cell.label else cell.align)
    in_middle = cell.label or (not cell.foot and row.least < 30)
    into.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER if in_middle else None
    if cell.foot:
        paragraph = into.add_paragraph()
        _in_cell(paragraph, cell.foot, cell, SONG)
        align(paragraph, "right")


def _in_cell(paragraph: Paragraph, text: str, cell: Cell, face: str) -> None:
    begins = text.startswith("　　") and not cell.label
    write(paragraph, text[2:] if begins else text, face=face, size=_FORM_SIZE)
    off_grid(paragraph)
    if begins:
        indented(paragraph, _FORM_SIZE)


def _seam(document: Document) -> None:
    """Word joins tables that touch, and the heading would no longer be repeated: a line of one point."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    write(paragraph, "", size=1)
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(1)
    off_grid(paragraph)


# --- the format itself ------------------------------------------------------------------------------


def _faces(about: Any, face: str) -> None:
    from docx.oxml.ns import qn

    faces = about.get_or_add_rFonts()
    for attribute, name in (("ascii", _LATIN), ("hAnsi", _LATIN), ("eastAsia", face), ("hint", "eastAsia")):
        faces.set(qn(f"w:{attribute}"), name)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{theme}"), None)


def element(tag: str, **attributes: str) -> Any:
    """A piece of the file's XML, its attributes of the same name space."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made
