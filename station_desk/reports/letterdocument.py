"""建议答复函 as a Word file: the letter's words on the lines of GB/T 9704, its red head on the first page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from station_desk.casework.dossier_papers import LetterSheet
from station_desk.reports import letters
from station_desk.reports import wordpaper as word
from station_desk.reports.letterhead import title_lines
from station_desk.reports.letters import Written
from station_desk.reports.pages import MM
from station_desk.reports.request import ReportRequest

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.text.paragraph import Paragraph

_RED = "D60000"
_SIGN = 36.0
_CHARACTER = 156 / 28
"""Millimetres of one character on the grid."""


def write(sheets: Sequence[LetterSheet], request: ReportRequest, out: BinaryIO) -> int:
    """Each letter in a section of its own, with its own head and numbers. Returns 0: it has pages only once
    open."""
    from docx.enum.section import WD_SECTION

    first = sheets[0]
    title = f"{letters.title_of(first)} {first.reply.number or first.detail.row.number}"
    document = word.new(title, first.unit or request.made_by, request.made_at)
    document.settings.odd_and_even_pages_header_footer = True
    for at, sheet in enumerate(sheets):
        section = document.add_section(WD_SECTION.NEW_PAGE) if at else document.sections[0]
        word.lay_out(section)
        letter = letters.written(sheet, request)
        _head(section, letter)
        _feet(section)
        _body(document, letter)
    word.noted(document, request)
    document.save(out)
    return 0


# --- what stands above and below the text -------------------------------------------------------------


def _head(section: Section, letter: Written) -> None:
    """The class at the top right, the sender in red above a double line 170 mm long: on the first page."""
    from docx.shared import Mm, RGBColor

    section.different_first_page_header_footer = True
    section.header_distance, section.footer_distance = Mm(17), Mm(20)
    header: Any = section.first_page_header
    header.is_linked_to_previous = False
    corner = header.paragraphs[0]
    word.write(corner, letter.corner, face=word.HEI)
    word.align(corner, "right")
    sender = header.add_paragraph()
    size = min(_SIGN, max(18.0, 156 / 25.4 * 72 / max(len(letter.sender), 1)))
    run = word.write(sender, letter.sender, face=word.SONG, size=size, bold=True)
    run.font.color.rgb = RGBColor.from_string(_RED)
    word.align(sender, "center")
    sender.paragraph_format.space_before, sender.paragraph_format.space_after = Mm(2), Mm(5)
    _ruled(sender, "bottom", "thickThinSmallGap", gap=6)
    for paragraph in (corner, sender):
        word.off_grid(paragraph)


def _ruled(paragraph: Paragraph, side: str, kind: str, *, gap: int) -> None:
    """A red double line at one side, from 20 mm to 190 mm of the sheet."""
    from docx.shared import Mm

    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.right_indent = Mm(-8), Mm(-6)
    borders = word.element("w:pBdr")
    borders.append(word.element(f"w:{side}", val=kind, sz="24", space=str(gap), color=_RED))
    about: Any = paragraph._p.get_or_add_pPr()
    about.insert_element_before(borders, "w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc")


def _feet(section: Section) -> None:
    """No number on the first page, a double line in its place; odd ones at the right, even at the left."""
    from docx.shared import Mm

    about: Any = section._sectPr
    numbers = word.element("w:pgNumType", start="1")
    for old in about.findall(numbers.tag):  # a section begins as a copy of the one before
        about.remove(old)
    about.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")
    first: Any = section.first_page_footer
    first.is_linked_to_previous = False
    line = first.paragraphs[0]
    word.write(line, "", size=2)
    word.off_grid(line)
    _ruled(line, "top", "thinThickSmallGap", gap=1)
    for foot, where in ((section.footer, "right"), (section.even_page_footer, "left")):
        foot.is_linked_to_previous = False
        numbered = foot.paragraphs[0]
        word.write(numbered, "— ", face=word.SONG, size=word.SMALL)
        _page_number(numbered)
        word.write(numbered, " —", face=word.SONG, size=word.SMALL)
        word.align(numbered, where)
        numbered.paragraph_format.left_indent = numbered.paragraph_format.right_indent = Mm(5)
        word.off_grid(numbered)


def _page_number(paragraph: Paragraph) -> None:
    run = word.write(paragraph, "", face=word.SONG, size=word.SMALL)
    for kind, code in (("begin", ""), ("", "PAGE"), ("separate", ""), ("", ""), ("end", "")):
        if kind:
            run._r.append(word.element("w:fldChar", fldCharType=kind))
        elif code:
            told = word.element("w:instrText")
            told.text = code
            run._r.append(told)
        else:
            shown = word.element("w:t")
            shown.text = "2"
            run._r.append(shown)


# --- the text -------------------------------------------------------------------------------------------


def _body(document: Document, letter: Written) -> None:
    _number(document, letter)
    document.add_paragraph()
    title = document.add_paragraph()
    word.heading(title, "\n".join(title_lines(letter.title, 156 * MM)))
    document.add_paragraph()
    word.body(document, letter.to, indent=False)
    for part in letter.paragraphs:
        last = part is letter.paragraphs[-1]
        for text in part.split("\n"):
            word.body(document, text, keep=last)
    _signed(document, letter)
    if letter.contact:
        word.body(document, letter.contact, keep=bool(letter.copies))
    if letter.copies:
        document.add_paragraph().paragraph_format.keep_with_next = True
        word.write(document.add_paragraph(), f"　抄送：{letter.copies}。", size=word.SMALL)


def _number(document: Document, letter: Written) -> None:
    """The document's number at the right; who signed it for issue at the left."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    line = document.add_paragraph()
    if letter.issuer:
        line.paragraph_format.tab_stops.add_tab_stop(Mm(156), WD_TAB_ALIGNMENT.RIGHT)
        word.write(line, f"签发人：{letter.issuer}\t{letter.number}")
    else:
        word.write(line, letter.number)
        word.align(line, "right")


def _signed(document: Document, letter: Written) -> None:
    """The sender above its day, four characters from the right, with room for the seal over both."""
    from docx.shared import Mm

    characters = min(max(len(letter.unit), 8) + 1, 22)
    for _ in range(2):
        document.add_paragraph().paragraph_format.keep_with_next = True
    for text in (letter.unit, letter.day):
        line = document.add_paragraph()
        word.write(line, text)
        word.align(line, "center")
        line.paragraph_format.keep_with_next = text is letter.unit or bool(letter.contact or letter.copies)
        line.paragraph_format.right_indent = Mm(4 * _CHARACTER)
        line.paragraph_format.left_indent = Mm((28 - 4 - characters) * _CHARACTER)
