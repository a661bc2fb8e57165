"""人大代表建议专用纸: number and status, title, the lead deputy, the co-signers' table, the body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from station_desk.casework.browse import MatterRow
from station_desk.casework.dossier import SuggestionSheet
from station_desk.domain.records import Deputy
from station_desk.domain.vocabulary import CONSENTS, FORMED_BY, YEARS_RUNNING
from station_desk.reports import official
from station_desk.reports.fonts import Face, wrap
from station_desk.reports.forms import about, continued
from station_desk.reports.grids import Cell, Row, draw, fitted, full, pairs
from station_desk.reports.pages import FORM, MM, Paper
from station_desk.reports.request import ReportRequest

TITLE = "人大代表建议专用纸"
NO_SESSION = "闭会期间"


def suggestion(sheet: SuggestionSheet, request: ReportRequest, out: BinaryIO) -> int:
    """建议专用纸 with as many continuation pages as signers and text need."""
    record = sheet.record
    number = record.official_number or record.number or ""
    paper = Paper(out, about(TITLE, number, request, record.profile), FORM)
    paper.outline(TITLE)
    sheet_heading(paper, TITLE, sheet.detail.row, record.official_number, record.session or NO_SESSION)
    filled = rows(sheet, request)
    text = next(at for at, row in enumerate(filled) if len(row.cells) == 1)
    draw(paper, fitted(paper, filled, {text: 130}), continued(TITLE, number))
    return paper.finish()


def rows(sheet: SuggestionSheet, request: ReportRequest) -> list[Row]:
    """Everything below the heading, the same on the page and in the file to edit."""
    record = sheet.record
    lead = sheet.signers[0] if sheet.signers else Deputy()
    return [
        *_group(sheet),
        Row((Cell("代表姓名", 1.8, label=True), Cell(lead.name or "", 2.2),
             Cell("代表证号码", 1.9, label=True),
             Cell(lead.credential or "", 2.1), Cell("联系电话", 1.6, label=True),
             Cell(official.phone(lead.phone, masked=request.masked), 2.4)), 9),
        Row((Cell("通讯地址", 1.8, label=True), Cell("" if request.masked else lead.address or "", 6.2),
             Cell("邮政编码", 1.6, label=True), Cell(lead.postcode or "", 2.4)), 9),
        *_joint(sheet.signers[1:], request),
        full("案由", record.title or "", least=10, label=1.8),
        Row((Cell(body(record.text or ""), 12),), 50, splits=True),
        full("公开意见", official.boxes(CONSENTS, record.consent), least=8.5, label=1.8),
        full("形成方式", official.boxes(FORMED_BY, record.formed_by), least=8.5, label=1.8),
        full("多年提出", official.boxes(YEARS_RUNNING, record.years_running), least=8.5, label=1.8),
        full("办理意愿",
             official.box("希望加强沟通", ticked=bool(record.wants_contact)) + "　"
             + official.box("仅供参考，不需书面答复", ticked=bool(record.reference_only)),
             least=8.5, label=1.8),
        pairs(("建议\n承办单位", record.proposed_units or ""), ("类别", record.category or ""), label=1.8),
        full("领衔代表\n签名", "", least=14, label=1.8, foot=official.day_to_fill(record.opened_on)),
    ]  # fmt: skip


def numbered(row: MatterRow, given: str | None) -> tuple[str, str]:
    """第×号, and where it stands with its own number while it has no official one."""
    shown = given if given and "第" in given else f"第 {given or '　　　　'} 号"
    own = "" if given else f"（编号 {row.number}）"
    return shown, f"{official.stage(row.track, row.stage)}{own}"


def sheet_heading(paper: Paper, title: str, row: MatterRow, given: str | None, session: str) -> None:
    """第×号 and where it stands at the left, the session, and the sheet's name in the middle."""
    shown, standing = numbered(row, given)
    paper.code(given or row.number)
    paper.y -= 8
    paper.text(paper.left, paper.y, shown, size=11)
    paper.text(paper.left, paper.y - 15, standing, size=9)
    paper.y -= 20
    middle = (paper.left + paper.right) / 2
    for line in wrap(session, Face.SONG_BOLD, 14, paper.wide - 40 * MM):
        paper.y -= 20
        paper.text(middle, paper.y, line, face=Face.SONG_BOLD, size=14, align="center")
    paper.y -= 30
    paper.text(middle, paper.y, title, face=Face.SONG_BOLD, size=22, align="center")
    paper.y -= 14


def _group(sheet: SuggestionSheet) -> list[Row]:
    """The group in whose name it is put forward; nothing where deputies speak for themselves."""
    group = sheet.record.group
    return [full("提出人", f"{group}（以代表小组名义提出）", least=9, label=1.8)] if group else []


def _joint(signers: Sequence[Deputy], request: ReportRequest) -> list[Row]:
    """The co-signers' table; a sheet without any says so in one line."""
    if not signers:
        return [full("附议代表", "（无）", least=8.5, label=1.8)]
    widths = (1.8, 2.2, 5.9, 2.1)
    head = Row(
        tuple(
            Cell(name, width, label=True)
            for name, width in zip(("附议代表", "代表证号", "通讯地址", "邮政编码"), widths, strict=True)
        ),
        8,
    )
    return [
        head,
        *(
            Row(
                tuple(
                    Cell(text, width, align="left" if at == 2 else "center")
                    for at, (text, width) in enumerate(
                        zip(
                            (
                                who.name or "",
                                who.credential or "",
                                "" if request.masked else who.address or "",
                                who.postcode or "",
                            ),
                            widths,
                            strict=True,
                        )
                    )
                ),
                7.5,
                under=head,
            )
            for who in signers
        ),
    ]


def body(text: str) -> str:
    """Each paragraph two characters indented, as official papers have it."""
    return "\n".join(f"　　{part.strip('　 ')}" if part.strip() else "" for part in text.split("\n"))
