"""征询意见表: one page for each deputy who signed, blank or as it came back, by round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from station_desk.casework.dossier_papers import ConsultationSheet
from station_desk.domain.vocabulary import CONSULTATION_KINDS, DEPUTY_VERDICTS, PROMISE_STATES, REPLY_METHODS
from station_desk.reports import official
from station_desk.reports.forms import about, continued, heading
from station_desk.reports.grids import Cell, Row, draw, fitted, full, pairs
from station_desk.reports.pages import FORM, MM, Paper
from station_desk.reports.request import ReportRequest

TITLE = "代表建议办理情况征询意见表"
SECOND = "代表建议承诺事项二次征求意见表"

_HOW = (
    "一、本表由提出建议的代表本人填写，联名提出的每位代表各填一份。",
    "二、办理态度和办理结果分别评价，各选一项，在方框内打“√”。",
    "三、选“不满意”的，请在意见栏写明具体理由和希望怎样办，以便重新办理。",
    "四、没有收到答复函，或答复前没有听取过您意见的，请在意见栏注明。",
    "五、请在收到答复函后按时填好交回；经催收仍未交回的，不计入满意率，另行列明。",
    "六、本表一式两份，一份交人大代表工作机构，一份交同级政府督查机构。",
)
"""How to fill it in, in our own words: six points, as the form in use has."""

_LABEL = 2.2


def consultations(sheets: Sequence[ConsultationSheet], request: ReportRequest, out: BinaryIO) -> int:
    """One form to a page, each signer's in the order they signed."""
    first = sheets[0]
    title, number = title_of(first), _number(first)
    paper = Paper(out, about(title, number, request, first.detail.record.profile, personal=False), FORM)
    for at, sheet in enumerate(sheets):
        if at:
            paper.turn()
        paper.outline(f"{title_of(sheet)}　{sheet.signer.name}")
        _one(paper, sheet)
    return paper.finish()


def title_of(sheet: ConsultationSheet) -> str:
    """Its name by what the round asks about."""
    return SECOND if sheet.kind == "second" else TITLE


def _number(sheet: ConsultationSheet) -> str:
    return sheet.detail.row.official_number or sheet.detail.row.number


def _one(paper: Paper, sheet: ConsultationSheet) -> None:
    title, number, form = title_of(sheet), _number(sheet), sheet.form
    record, detail = sheet.detail.record, sheet.detail
    turn = f"第{sheet.round}轮　{CONSULTATION_KINDS.official(sheet.kind)}"
    lead = "领衔" if sheet.signer.signer.role == "lead" else "附议"
    heading(paper, title, f"代表：{sheet.signer.name}（{lead}）", turn, code=number)
    grades = official.scale(detail.profile, deputies=True)
    units = "、".join(
        a.unit for a in detail.assignments if a.state != "returned" and a.assignment.role != "co"
    )
    rows = [
        Row((Cell("标题", _LABEL, label=True), Cell(record.title or "", 5.2),
             Cell("建议编号", 1.8, label=True), Cell(number, 2.8)), 10),
        full("主办单位", units, least=9, label=_LABEL),
        full("答复情况", _replies(sheet), least=9, label=_LABEL),
        *_promises(sheet),
        pairs(("是否收到\n答复函", f"{official.box('是', ticked=False)}　{official.box('否', ticked=False)}"),
              ("收到时间", official.day_to_fill(None)), label=_LABEL, least=10),
        full("办理态度", official.boxes(DEPUTY_VERDICTS, form.attitude if form else None, grades),
             least=10, label=_LABEL),
        full("办理结果", official.boxes(DEPUTY_VERDICTS, form.result if form else None, grades),
             least=10, label=_LABEL),
        full("对办理情况\n的意见", form.opinion or "" if form else "", least=30,
             label=_LABEL,
             foot=f"代表签名：　　　　　　　　{official.day_to_fill(form.returned_on if form else None)}"),
        full("填表说明", "\n".join(_HOW), least=20, label=_LABEL),
        pairs(("交回地址", _address(sheet)), ("联系电话", sheet.station.phone or sheet.office.phone or ""),
              label=_LABEL),
    ]  # fmt: skip
    draw(paper, fitted(paper, rows, {len(rows) - 3: 84}), continued(title, number))
    if form is not None and paper.room > 8 * MM:
        paper.y -= 14
        paper.text(paper.left, paper.y, f"本表已于{official.day(form.returned_on)}收回登记。", size=9)


def _replies(sheet: ConsultationSheet) -> str:
    """Which letters the deputy is asked about: unit, day, number and class; how they talked."""
    lines = []
    for reply, unit in sheet.replies:
        parts = (
            unit,
            f"{official.day(reply.dated)}答复",
            reply.number or "",
            f"{reply.reply_class}类" if reply.reply_class else "",
            f"沟通方式：{REPLY_METHODS.official(reply.method)}" if reply.method else "",
        )
        lines.append("　".join(part for part in parts if part))
    return "\n".join(lines)


def _promises(sheet: ConsultationSheet) -> list[Row]:
    """A second consultation asks about what was promised, each promise with whether it was kept."""
    if not sheet.promises:
        return []
    widths = (_LABEL, 5.2, 2.7, 1.9)
    head = Row(
        tuple(
            Cell(name, width, label=True)
            for name, width in zip(("承诺单位", "承诺事项", "完成期限", "兑现情况"), widths, strict=True)
        ),
        8,
    )
    rows = [head]
    for row in sheet.promises:
        seen = PROMISE_STATES.official(row.promise.state) or "未认定"
        proof = f"{row.promise.what or ''}" + (
            f"\n落实情况：{row.promise.proof}" if row.promise.proof else ""
        )
        texts = (row.unit, proof, official.day(row.promise.by), seen)
        rows.append(
            Row(
                tuple(
                    Cell(text, width, align="left" if at == 1 else "center")
                    for at, (text, width) in enumerate(zip(texts, widths, strict=True))
                ),
                8,
                splits=True,
                under=head,
            )
        )
    return rows


def _address(sheet: ConsultationSheet) -> str:
    """Where the form goes back: the station that collects it, else the congress office it is for."""
    station, office = sheet.station, sheet.office
    if not station.address and office.address:
        return f"{office.name or ''}，{office.address}"
    where = "，".join(part for part in (station.name or "", station.address or "") if part)
    return f"{where}（转{office.name}）" if office.name and office.name != station.name else where
