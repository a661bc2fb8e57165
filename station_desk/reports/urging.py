"""催办单 with its history, and 重点督办单: what is asked of a unit beyond the hand-over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import BinaryIO

from station_desk.casework.dossier_papers import SupervisionSheet, UrgeSheet
from station_desk.domain.records import Issue
from station_desk.domain.vocabulary import ASSIGNMENT_ROLES, SUPERVISION_CRITERIA
from station_desk.reports import official
from station_desk.reports.forms import about, continued, heading, reached
from station_desk.reports.grids import Cell, Row, draw, fitted, full, pairs
from station_desk.reports.pages import FORM, Paper
from station_desk.reports.request import ReportRequest

URGE, SUPERVISION = "催办单", "重点督办单"
_ASKED = (
    "请抓紧办理，于收到本单之日起五个工作日内书面反馈进展和预计答复日期；确需延期的，请说明理由并按规定报批。"
)
_SIGN = "签名：　　　　　　　　　　年　　月　　日"
_SEAL = "承办单位（盖章）：　　　　　　　　　　年　　月　　日"


def urgings(sheets: Sequence[UrgeSheet], request: ReportRequest, out: BinaryIO) -> int:
    """催办单, one unit to a page."""
    first = sheets[0].detail
    number = first.row.official_number or first.row.number
    paper = Paper(out, about(URGE, number, request, first.record.profile, personal=False), FORM)
    for at, sheet in enumerate(sheets):
        if at:
            paper.turn()
        paper.outline(f"{URGE}　{sheet.charge.unit}")
        _urge(paper, sheet, number, request)
    return paper.finish()


def _urge(paper: Paper, sheet: UrgeSheet, number: str, request: ReportRequest) -> None:
    charge, record = sheet.charge, sheet.detail.record
    times = len(sheet.urgings)
    turn = f"第{times}次催办" if times else "首次催办"
    slip = charge.assignment.number or "　　　　　　"
    heading(paper, URGE, f"交办文号：{slip}　　{turn}", f"编号：{number}", code=number)
    contact = sheet.contact
    rows = [
        pairs(("催办机关", sheet.office.name or ""),
              ("催办日期", official.day(_urged_on(sheet) or request.today))),
        *reached(sheet.office),
        pairs(("承办单位", charge.unit), ("承办方式", ASSIGNMENT_ROLES.official(charge.assignment.role))),
        pairs(("单位联系人", (contact.contact if contact else None) or ""),
              ("联系电话", (contact.phone if contact else None) or "")),
        full("催办事项", record.title or "", least=11),
        pairs(("交办日期", official.day(charge.assignment.handed_on)),
              ("签收日期", official.day(charge.signed_on) or "未签收")),
        pairs(("答复期限", official.day(sheet.why.due.day) if sheet.why else "——"),
              ("逾期情况", late(sheet, request))),
        full("期限由来", official.reason(sheet.why), least=9),
        *_history(sheet),
        full("催办要求", (sheet.urgings[-1].step.text if sheet.urgings else None) or _ASKED, least=24,
             foot=official.seal(sheet.office, _urged_on(sheet) or request.today)),
        full("办理进展和\n预计答复日期", "", least=30, foot=_SEAL),
        full("签收", "", least=14, foot="签收人：　　　　　　　　　　年　　月　　日"),
    ]  # fmt: skip
    draw(paper, fitted(paper, rows, {len(rows) - 2: 90}), continued(URGE, number))


def _urged_on(sheet: UrgeSheet) -> date | None:
    return sheet.urgings[-1].step.on if sheet.urgings else None


def late(sheet: UrgeSheet, request: ReportRequest) -> str:
    """How far past its day the answer is when the slip is printed."""
    if sheet.charge.replied_on is not None:
        return f"已于{official.day(sheet.charge.replied_on)}答复"
    if sheet.left is None:
        return "暂停计时" if sheet.why is not None and sheet.why.due.stopped else "——"
    left = sheet.left
    if left.days < 0:
        return f"截至{official.day(request.today)}逾期{-left.days}天（{-left.working_days}个工作日）"
    return "今日到期" if not left.days else f"距到期{left.days}天（{left.working_days}个工作日）"


def _history(sheet: UrgeSheet) -> list[Row]:
    """Every urging so far: when, by whom, with what words."""
    if not sheet.urgings:
        return [full("历次催办", "（此前没有催办记录）", least=9)]
    widths = (1.5, 2.2, 1.5, 6.8)
    head = Row(
        tuple(
            Cell(name, width, label=True)
            for name, width in zip(("历次催办", "日期", "催办人", "催办内容"), widths, strict=True)
        ),
        8,
    )
    rows = [head]
    for place, row in enumerate(sheet.urgings, 1):
        texts = (f"第{place}次", official.day(row.step.on), row.actor, row.step.text or "")
        rows.append(
            Row(
                tuple(
                    Cell(text, width, align="left" if at == 3 else "center")
                    for at, (text, width) in enumerate(zip(texts, widths, strict=True))
                ),
                8,
                splits=True,
                under=head,
            )
        )
    return rows


def supervision(sheet: SupervisionSheet, request: ReportRequest, out: BinaryIO) -> int:
    """重点督办单: by which criterion, by whom decided and led, what is asked, who handles it until when."""
    detail, chosen = sheet.detail, sheet.supervision
    record = detail.record
    session = "" if isinstance(record, Issue) else record.session
    number = detail.row.official_number or detail.row.number
    paper = Paper(out, about(SUPERVISION, number, request, record.profile, personal=False), FORM)
    paper.outline(SUPERVISION)
    heading(paper, SUPERVISION, f"督办机关：{sheet.office.name or ''}", f"建议编号：{number}", code=number)
    rows = [
        full("建议标题", record.title or "", least=11),
        full("提出代表", official.put_forward(detail), least=9),
        pairs(("届次会议", session or "闭会期间"), ("类别", record.category or "")),
        full("确定依据", official.boxes(SUPERVISION_CRITERIA, chosen.criterion), least=16),
        pairs(("确定机关", chosen.decided_by or ""), ("确定日期", official.day(chosen.decided_on))),
        full("领衔督办人", chosen.led_by or "", least=9),
        *_charges(sheet),
        full("建议内容", record.text or "", least=24),
        full("督办要求", chosen.note or "", least=20, foot=official.seal(sheet.office, chosen.decided_on)),
        full("办理进展", _done(sheet), least=20, foot=_SEAL),
        full("督办意见", "", least=18, foot=f"领衔督办人{_SIGN}"),
    ]  # fmt: skip
    growing = {len(rows) - 1: 40.0, len(rows) - 2: 60.0, len(rows) - 3: 30.0}
    draw(paper, fitted(paper, rows, growing), continued(SUPERVISION, number))
    return paper.finish()


def _charges(sheet: SupervisionSheet) -> list[Row]:
    """Who handles it, in which way, until when."""
    charged = [a for a in sheet.detail.assignments if a.state != "returned"]
    if not charged:
        return [full("承办单位", "（尚未交办）", least=9)]
    widths = (2.0, 5.2, 2.2, 2.6)
    head = Row(
        tuple(
            Cell(name, width, label=True)
            for name, width in zip(("承办方式", "承办单位", "交办日期", "答复期限"), widths, strict=True)
        ),
        8,
    )
    return [
        head,
        *(
            Row(
                (
                    Cell(ASSIGNMENT_ROLES.official(a.assignment.role), widths[0], align="center"),
                    Cell(a.unit, widths[1]),
                    Cell(official.day(a.assignment.handed_on), widths[2], align="center"),
                    Cell(official.day(sheet.due.get(a.id)), widths[3], align="center"),
                ),
                8,
                under=head,
            )
            for a in charged
        ),
    ]


def _done(sheet: SupervisionSheet) -> str:
    """What was answered and promised so far."""
    lines = [
        f"{official.day(reply.dated)}　{unit}答复"
        + (f"（{reply.reply_class}类）" if reply.reply_class else "")
        for _, reply, unit in sheet.detail.replies
    ]
    lines += [
        f"{row.unit}承诺{official.day(row.promise.by)}前：{row.promise.what or ''}"
        for row in sheet.detail.promises
    ]
    return "\n".join(lines)
