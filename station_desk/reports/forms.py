"""The official forms of an issue, in Chinese on A4: registration, hand-over, feedback, non-acceptance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import BinaryIO

from station_desk.casework.browse import MatterDetail
from station_desk.casework.dossier import AssignmentSheet, RefusalSheet, VisitSheet, charge_due
from station_desk.casework.dossier_feedback import FeedbackSheet
from station_desk.domain.deadlines import compute
from station_desk.domain.records import Issue, Station
from station_desk.domain.vocabulary import (
    ASSIGNMENT_ROLES,
    CHANNELS,
    FEEDBACK_METHODS,
    GENDERS,
    VERDICTS,
)
from station_desk.reports import official
from station_desk.reports.fonts import Face, wrap
from station_desk.reports.grids import Cell, Row, draw, fitted, full, pairs
from station_desk.reports.letterhead import Official
from station_desk.reports.pages import FORM, MM, OFFICIAL, About, Paper
from station_desk.reports.request import ReportRequest

_HAND_OVER = {"suggestion": "代表建议交办单", "motion": "代表议案交办单"}
_ORDINALS = "一二三四五六七八九十"
_INFORMED = "已告知所填信息只用于办理和反馈所反映事项，以及保存期限。"
_REQUEST = "请按期办理，将结果书面反馈本机关；不属本单位职责的，请在退回期限内说明理由退回。"


def about(
    title: str, number: str, request: ReportRequest, profile: str | None, *, personal: bool = True
) -> About:
    """What a form says of itself; its foot tells its number, when and by whom it was printed, the rules.

    `personal`: it shows somebody's details, and so says whether they are masked."""
    parts = (
        number,
        f"{request.made_at:%Y-%m-%d %H:%M} {request.made_by}打印",
        f"规则 {profile}" if profile else "",
        "已遮盖个人信息" if request.masked and personal else "",
    )
    foot = "　".join(p for p in parts if p)
    return About(f"{title} {number}".strip(), title, request.made_by, foot, request.undecided)


def heading(paper: Paper, title: str, left: str, right: str, *, code: str = "") -> None:
    """The title in the middle, a line above the form at either side, the number's code in the corner."""
    paper.code(code)
    middle = (paper.left + paper.right) / 2
    paper.y -= 4
    for line in wrap(title, Face.SONG_BOLD, 20, paper.wide - 40 * MM):
        paper.y -= 27
        paper.text(middle, paper.y, line, face=Face.SONG_BOLD, size=20, align="center")
    paper.y -= 26
    for place, line in enumerate(wrap(left, Face.SONG, 10.5, paper.wide * 0.55)):
        if place:
            paper.y -= 15
        paper.text(paper.left, paper.y, line)
    paper.text(paper.right, paper.y, right, align="right")
    paper.y -= 6


def continued(title: str, number: str) -> Callable[[Paper], None]:
    """What stands at the top of a form's further pages."""

    def head(paper: Paper) -> None:
        paper.y -= 12
        paper.text(paper.left, paper.y, f"{title}（续页）", face=Face.SONG_BOLD, size=11)
        paper.text(paper.right, paper.y, number, size=10.5, align="right")
        paper.y -= 6

    return head


def reached(body: Station, *, visitors: bool = False) -> list[Row]:
    """How to reach the body a form is from, for who answers it; nothing where its settings say nothing."""
    said = official.contact(body, visitors=visitors)
    return [full("联系方式", said, least=8.5)] if said else []


def _version(matters: Sequence[MatterDetail]) -> str | None:
    return next((m.record.profile for m in matters if m.record.profile), None)


# --- 接待群众登记表 -------------------------------------------------------------------------------


def registration(sheet: VisitSheet, request: ReportRequest, out: BinaryIO) -> int:
    """接待群众登记表: who came, what was said in their own words, and the route of each matter."""
    title, visit, visitor = "接待群众登记表", sheet.visit, sheet.visitor
    number = visit.number or ""
    paper = Paper(out, about(title, number, request, _version(sheet.matters)), FORM)
    paper.outline(title)
    heading(paper, title, f"站点：{sheet.station.name or ''}", f"编号：{number}", code=number)
    name = official.person(visitor.name if visitor else None, masked=request.masked)
    gender = GENDERS.official(visitor.gender if visitor else None)
    address = visitor.address if visitor else None
    place = [("（住址已遮盖）" if request.masked else address) if address else "", sheet.grid]
    deputies = "、".join(
        f"{who}（{official.level(level)}）" if level else who for who, level in sheet.deputies
    )
    voter = visitor.voter if visitor else None
    rows = [
        pairs(("接待时间", official.moment(visit.began)), ("接待方式", CHANNELS.official(visit.channel))),
        pairs(("接待代表", deputies), ("记录人", visit.recorder or "")),
        pairs(("来访人", f"{name}　{gender}".strip("　") or "未留姓名"),
              ("联系电话", official.phone(visitor.phone if visitor else None, masked=request.masked))),
        pairs(("住址\n（村居·网格）", "　".join(p for p in place if p)),
              ("是否选民", official.yes_no(voter) + f"　　来访 {visit.people or 1} 人")),
        *_companions(sheet, request),
        full("告知与同意",
             official.box(_INFORMED, ticked=bool(visit.informed)),
             least=8.5),
    ]  # fmt: skip
    own_words: dict[int, float] = {}
    for at, matter in enumerate(sheet.matters):
        several = len(sheet.matters) > 1
        label = f"事项{_ordinal(at)}" if several else "反映事项"
        own_words[len(rows) + 1] = 40.0 if several else 90.0
        rows += _matter_rows(matter, label, tight=several)
    rows += [
        Row((Cell("签名", 2, label=True), Cell("来访人：", 3.4, foot="　"),
             Cell("接待代表：", 3.3, foot="　"), Cell("记录人：", 3.3, foot="　")), 16),
        full("备注", "", least=9 if len(sheet.matters) > 1 else 14),
    ]  # fmt: skip
    draw(paper, fitted(paper, rows, own_words), continued(title, number))
    return paper.finish()


def _companions(sheet: VisitSheet, request: ReportRequest) -> list[Row]:
    """Who speaks for a group, a minor's guardian, and who asked not to be named; nothing where none is."""
    rows: list[Row] = []
    if sheet.others:
        named = "、".join(
            "　".join(
                part
                for part in (
                    official.person(other.name, masked=request.masked) or "未留姓名",
                    official.phone(other.phone, masked=request.masked),
                )
                if part
            )
            for other in sheet.others
        )
        rows.append(full("其他\n来访代表", named, least=8.5))
    visitor = sheet.visitor
    if visitor is not None and (visitor.minor or visitor.guardian):
        agreed = official.box("监护人同意", ticked=bool(visitor.guardian_agreed))
        rows.append(
            pairs(("监护人", f"{official.person(visitor.guardian, masked=request.masked)}　{agreed}"),
                  ("监护人电话", official.phone(visitor.guardian_phone, masked=request.masked)))
        )  # fmt: skip
    if any(official.confidential(matter.record) for matter in sheet.matters):
        rows.append(full("保密", "■ 反映人要求保密：本表留站保管，对外材料不写姓名和联系方式。", least=8.5))
    return rows


def _ordinal(at: int) -> str:
    return _ORDINALS[at] if at < 10 else str(at + 1)


def _matter_rows(matter: MatterDetail, label: str, *, tight: bool) -> list[Row]:
    """One matter; `tight`: as high as its words need, so that three of them find room on a page."""
    record = matter.record
    appeal = record.appeal or "" if isinstance(record, Issue) else ""
    answer = next((r.step.text for r in matter.steps if r.step.verb == "answer" and not r.odd), None)
    place = f"　地点：{record.place}" if record.place else ""
    return [
        pairs((label, matter.row.number), ("事项类别", (record.category or "") + place)),
        full("原话记录", record.text or record.title or "", least=9 if tight else 28),
        full("诉求", appeal, least=8.5),
        full("代表当场答复", answer or "", least=9 if tight else 12),
        full("处理方式", _routes(matter), least=8.5),
    ]


def _routes(matter: MatterDetail) -> str:
    """Every route with its box; the one taken names where it leads."""
    outcome = matter.row.outcome
    units = "、".join(a.unit for a in matter.assignments if a.state != "returned")
    raised = "、".join(
        (link.matter.official_number or link.matter.number)
        for link in matter.links
        if link.kind == "raised-from" and not link.outward and link.matter is not None
    )
    verbs = {row.step.verb for row in matter.steps if not row.odd}
    taken = {
        "当场答复": outcome == "answered",
        f"转办{f'（{units}）' if units else ''}": bool(units),
        f"转建议{f'（{raised}）' if raised else ''}": bool(raised),
        "转项目": "to_project" in verbs,
        "不受理": outcome == "refused",
        "转信访": outcome == "petition",
    }
    waiting = not any(taken.values())
    return "　".join(
        [official.box(n, ticked=t) for n, t in taken.items()] + [official.box("受理待办", ticked=waiting)]
    )


# --- 转办（交办）单 -------------------------------------------------------------------------------


def hand_over(sheets: Sequence[AssignmentSheet], request: ReportRequest, out: BinaryIO) -> int:
    """转办（交办）单, one to a page, under the name and seal of who handed over."""
    first = sheets[0].detail
    title = _HAND_OVER.get(first.row.track, "群众反映事项转办（交办）单")
    number = first.row.official_number or first.row.number
    paper = Paper(out, about(title, number, request, first.record.profile), FORM)
    for at, sheet in enumerate(sheets):
        if at:
            paper.turn()
        paper.outline(f"{title}　{sheet.charge.unit}")
        _one_hand_over(paper, title, number, sheet, request)
    return paper.finish()


def _one_hand_over(
    paper: Paper, title: str, number: str, sheet: AssignmentSheet, request: ReportRequest
) -> None:
    detail, charge, body = sheet.detail, sheet.charge.assignment, sheet.body
    record = detail.record
    heading(paper, title, f"文号：{charge.number or '　　　　　　'}", f"来源编号：{number}", code=number)
    others = "、".join(
        f"{a.unit}（{ASSIGNMENT_ROLES.official(a.assignment.role)}）"
        for a in detail.assignments
        if a.id != sheet.charge.id and a.state != "returned"
    )
    who = detail.visitor
    rows = [
        pairs(("交办机关", body.name or ""), ("交办日期", official.day(charge.handed_on))),
        *reached(body),
        pairs(("承办单位", sheet.charge.unit), ("承办方式", ASSIGNMENT_ROLES.official(charge.role))),
        full("共同承办", others or "无", least=8.5),
        pairs(("答复期限", official.day(_term(sheet)) or "——"),
              ("退回期限", official.day(_window(sheet)) or "——")),
        pairs(("事项类别", record.category or ""), ("地点", record.place or "")),
    ]  # fmt: skip
    if detail.row.track == "issue":
        rows.append(
            pairs(("反映人", official.constituent(record, who, masked=request.masked)),
                  ("联系电话", official.constituent_phone(record, who, masked=request.masked)))
        )  # fmt: skip
    else:
        rows.append(full("提出代表", official.put_forward(detail), least=8.5))
    sign = "签名：　　　　　　　　　　年　　月　　日"
    signed = sheet.charge.signed_on
    rows += [
        full("事由", official.told(record), least=34),
        full("办理要求", charge.request or _REQUEST,
             least=20, foot=official.seal(body, charge.handed_on)),
        full("拟办意见", "", least=18, foot=sign),
        full("领导批示", "", least=18, foot=sign),
        full("签收", f"已于{official.day(signed)}签收。" if signed else "", least=14,
             foot="签收人：　　　　　　　　　　年　　月　　日"),
        full("办理情况", _done(sheet), least=34, foot="承办单位（盖章）：　　　　　　　　　　年　　月　　日"),
        full("附件", "", least=8.5),
    ]  # fmt: skip
    draw(paper, rows, continued(title, number))


def _term(sheet: AssignmentSheet) -> date | None:
    """The reply's due day: as the clock says while it runs, and what it said once it is answered."""
    why = charge_due(sheet.detail, sheet.charge.id)
    return sheet.charge.due_on or (why.due.day if why is not None else None)


def _window(sheet: AssignmentSheet) -> date | None:
    """Until when the unit may hand it back as not its own."""
    profile, handed = sheet.detail.profile, sheet.charge.assignment.handed_on
    if profile is None or handed is None:
        return None
    rule = profile.clocks.get(f"{sheet.detail.row.track}.return_window")
    return compute(rule, handed, profile.calendar).day if rule is not None else None


def _done(sheet: AssignmentSheet) -> str:
    """What the unit has reported so far on this charge."""
    found = [
        f"{official.day(row.step.on)}　{row.step.text}"
        for row in reversed(sheet.detail.steps)
        if row.step.assignment == sheet.charge.id
        and row.step.verb == "finish"
        and row.step.text
        and not row.odd
    ]
    found += [
        f"{official.day(reply.dated)}　{reply.number or ''}　{reply.text or ''}"
        for _, reply, _ in sheet.detail.replies
        if reply.assignment == sheet.charge.id
    ]
    return "\n".join(found)


# --- 办理情况反馈单 -------------------------------------------------------------------------------


def feedback(sheets: Sequence[FeedbackSheet], request: ReportRequest, out: BinaryIO) -> int:
    """办理情况反馈单, one for each constituent: the result as told to them, and their own verdict."""
    title, first = "办理情况反馈单", sheets[0].detail
    paper = Paper(out, about(title, first.row.number, request, first.record.profile), FORM)
    for at, sheet in enumerate(sheets):
        if at:
            paper.turn()
        paper.outline(title)
        _one_feedback(paper, title, sheet, request)
    return paper.finish()


def _one_feedback(paper: Paper, title: str, sheet: FeedbackSheet, request: ReportRequest) -> None:
    detail, told, who = sheet.detail, sheet.feedback, sheet.visitor
    record, number = detail.record, detail.row.number
    heading(paper, title, f"站点：{sheet.station.name or ''}", f"编号：{number}", code=number)
    units, first, text = "、".join(sheet.units), record.title or "", record.text or ""
    what = text if text.startswith(first) else f"{first}\n{text}".strip()  # not the same words twice
    told_by = f"{(told.by if told else None) or ''}　{official.day_to_fill(told.told_on if told else None)}"
    rows = [
        pairs(("反映人", official.constituent(record, who, masked=request.masked)),
              ("联系电话", official.constituent_phone(record, who, masked=request.masked))),
        pairs(("反映日期", official.day(record.opened_on)), ("事项类别", record.category or "")),
        full("反映事项", what, least=48),
        pairs(("承办单位", units or sheet.station.name or ""),
              ("办结日期", official.day(detail.row.finished_on))),
        full("办理结果", (told.text if told else None) or sheet.told, least=66,
             foot="承办（盖章）：　　　　　　　　　　年　　月　　日"),
        pairs(("反馈方式", FEEDBACK_METHODS.official(told.method if told else None)),
              ("反馈人、日期", told_by)),
        full("群众评价", official.boxes(VERDICTS, sheet.verdict or None,
                                        official.scale(detail.profile, deputies=False)), least=10),
        full("评价原因", sheet.reason, least=18),
        full("签名", "", least=16, foot="反映人：　　　　　　　　　　年　　月　　日"),
        *reached(sheet.station, visitors=True),
    ]  # fmt: skip
    draw(paper, rows, continued(title, number))


# --- 不受理告知单 ---------------------------------------------------------------------------------


def refusal(sheet: RefusalSheet, request: ReportRequest, out: BinaryIO) -> int:
    """不受理告知单: a letter with the reason and the right door, and a slip to be signed and kept."""
    title, detail, station = "不受理告知单", sheet.detail, sheet.station
    number = detail.row.number
    paper = Official(out, about(title, number, request, detail.record.profile), OFFICIAL)
    paper.outline(title)
    paper.code(number)
    paper.title(title)
    paper.put(paper.right, f"编号：{number}", align="right")
    named = detail.visitor.name if detail.visitor and not official.confidential(detail.record) else None
    who = official.person(named, masked=request.masked)
    door = detail.profile.doors.get(sheet.door) if detail.profile is not None else None
    paper.say(f"{who or '来访群众'}：", indent=False)
    paper.say(
        f"您于{official.day(detail.record.opened_on)}向本站反映的“{detail.record.title or ''}”一事已收到。"
        "经研究，该事项不属于本站受理范围，现告知如下："
    )
    paper.say(f"一、不予受理的理由：{sheet.reason}")
    where = door.label.zh if door is not None else sheet.door
    paper.say(f"二、请您向{where}提出。{door.reason.zh if door is not None else ''}")
    contact = official.contact(station, visitors=True)
    told = paper.broken(f"　　{contact}") if contact else []
    body = f"{station.name or ''}（盖章）"
    paper.say("感谢您对人大代表工作的信任和支持。", keep=paper.signed_lines(body) + len(told))
    paper.signed(body, official.day(detail.row.closed_on or request.today))
    if contact:
        paper.say(contact)
    _slip(paper, title, number, who)
    return paper.finish()


def _slip(paper: Paper, title: str, number: str, who: str) -> None:
    """The part that is cut off and kept."""
    need = 32 * MM
    if paper.room < need:
        paper.turn()
    paper.y = min(paper.y - 4 * MM, paper.bottom + need)
    paper.dashes(paper.y)
    paper.y -= 20
    paper.text(
        (paper.left + paper.right) / 2, paper.y, "送 达 回 执", face=Face.SONG_BOLD, size=13, align="center"
    )
    paper.y -= 24
    paper.text(paper.left, paper.y, f"今收到《{title}》（编号：{number}）一份。", size=12)
    paper.y -= 26
    paper.text(paper.left, paper.y, f"反映人：{who}　　签名：＿＿＿＿＿＿＿＿", size=12)
    paper.text(paper.right, paper.y, "　　年　　月　　日", size=12, align="right")
