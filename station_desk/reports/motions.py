"""议案专用纸: number and session, who puts it forward, case, grounds and plan, and the signers' own hands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from station_desk.casework.dossier import MotionSheet
from station_desk.domain.records import Deputy
from station_desk.domain.vocabulary import CONSENTS
from station_desk.reports import official
from station_desk.reports.forms import about, continued
from station_desk.reports.grids import Cell, Row, draw, fitted, full, pairs
from station_desk.reports.pages import FORM, Paper
from station_desk.reports.request import ReportRequest
from station_desk.reports.suggestions import body, sheet_heading

TITLE = "人大代表议案专用纸"
_LABEL = 1.8


def motion(sheet: MotionSheet, request: ReportRequest, out: BinaryIO) -> int:
    """议案专用纸 with as many continuation pages as the text and its signers need."""
    record, detail = sheet.record, sheet.detail
    number = record.official_number or record.number or ""
    paper = Paper(out, about(TITLE, number, request, record.profile), FORM)
    paper.outline(TITLE)
    sheet_heading(paper, TITLE, detail.row, record.official_number, record.session or "")
    lead = sheet.signers[0] if sheet.signers else Deputy()
    rows = [
        full("案由", record.title or "", least=11, label=_LABEL),
        *_author(sheet, lead, request),
        *([full("案情", body(record.text), least=20, label=_LABEL)] if record.text else []),
        full("案据", body(record.grounds or ""), least=30, label=_LABEL),
        full("方案", body(record.plan or ""), least=30, label=_LABEL),
        full("公开意见", official.boxes(CONSENTS, record.consent), least=8.5, label=_LABEL),
        *_signers(sheet),
        pairs(("提交日期", official.day_to_fill(record.opened_on)), ("收件", ""), label=_LABEL, least=10),
        full("主席团\n处理意见", "", least=24, label=_LABEL, foot="年　　月　　日"),
    ]  # fmt: skip
    first = next(at for at, row in enumerate(rows) if row.cells[0].text == "案据")
    draw(paper, fitted(paper, rows, {first: 60, first + 1: 60}), continued(TITLE, number))
    return paper.finish()


def _author(sheet: MotionSheet, lead: Deputy, request: ReportRequest) -> list[Row]:
    """A delegation, or the lead deputy with credential and telephone; then how many have signed."""
    count = len(sheet.signers)
    rows: list[Row] = []
    if sheet.record.group:
        rows.append(full("提出人", f"{sheet.record.group}（以代表团名义提出）", least=9, label=_LABEL))
    rows.append(
        Row((Cell("领衔代表", _LABEL, label=True), Cell(lead.name or "", 2.2),
             Cell("代表证号", 1.6, label=True), Cell(lead.credential or "", 2.4),
             Cell("联系电话", 1.6, label=True),
             Cell(official.phone(lead.phone, masked=request.masked), 2.4)), 9)
    )  # fmt: skip
    if not sheet.record.group:
        enough = f"{count}人（法定不少于{sheet.needed}人）"
        missing = f"，还差{sheet.needed - count}人" if count < sheet.needed else ""
        rows.append(full("联名人数", enough + missing, least=8.5, label=_LABEL))
    return rows


def _signers(sheet: MotionSheet) -> list[Row]:
    """Everyone who signs, two to a line, with room for their own hand."""
    widths = (0.8, 1.9, 3.3) * 2
    head = Row(
        tuple(
            Cell(name, width, label=True)
            for name, width in zip(("序号", "代表姓名", "签名、日期") * 2, widths, strict=True)
        ),
        8,
    )
    dated = [row.signer.signed_on for row in sheet.detail.signers]
    rows = [head]
    for at in range(0, max(len(sheet.signers), 1), 2):
        cells: list[Cell] = []
        for place in (at, at + 1):
            cells += _signer(sheet.signers, dated, place)
        rows.append(Row(tuple(cells), 9.5, under=head))
    return rows


def _signer(signers: Sequence[Deputy], dated: Sequence[object], place: int) -> list[Cell]:
    known = place < len(signers)
    signed = dated[place] if known and place < len(dated) else None
    return [
        Cell(str(place + 1) if known else "", 0.8, align="center"),
        Cell(signers[place].name or "" if known else "", 1.9, align="center"),
        Cell("", 3.3, foot=str(signed or "")),
    ]
