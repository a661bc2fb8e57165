"""人大代表建议专用纸 as a Word file: the same rows as on the page, to be edited."""

from __future__ import annotations

from typing import BinaryIO

from station_desk.casework.dossier import SuggestionSheet
from station_desk.reports import suggestions
from station_desk.reports import wordpaper as word
from station_desk.reports.request import ReportRequest


def suggestion(sheet: SuggestionSheet, request: ReportRequest, out: BinaryIO) -> int:
    """Write the sheet; personal details as masked as on the page. Returns 0: it has pages only once open."""
    from docx.shared import Pt

    record = sheet.record
    number = record.official_number or record.number or ""
    document = word.new(f"{suggestions.TITLE} {number}".strip(), request.made_by, request.made_at)
    word.code(document, number or sheet.detail.row.number)
    shown, standing = suggestions.numbered(sheet.detail.row, record.official_number)
    for text, size in ((shown, 11.0), (standing, 9.0)):
        line = document.add_paragraph()
        word.write(line, text, face=word.SONG, size=size)
        word.off_grid(line)
    for text, size in ((record.session or suggestions.NO_SESSION, 14.0), (suggestions.TITLE, word.TITLE)):
        line = document.add_paragraph()
        word.heading(line, text, size)
        line.paragraph_format.space_after = Pt(6)
    word.tables(document, suggestions.rows(sheet, request))
    word.noted(document, request)
    document.save(out)
    return 0
