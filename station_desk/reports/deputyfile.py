"""代表履职档案: cover and eight parts, filled from what a deputy did; the rest is left to write in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from station_desk.casework.context import Actor, Desk
from station_desk.casework.deputies import Own, own
from station_desk.casework.dossier import station_of
from station_desk.casework.statistics import Period
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Station, Visit
from station_desk.domain.vocabulary import (
    CHANNELS,
    DEPUTY_VERDICTS,
    HONOURS,
    LEVELS,
    PUBLIC_STATUS,
    SIGNER_ROLES,
    Role,
)
from station_desk.reports import official
from station_desk.reports.fonts import Face, balanced
from station_desk.reports.forms import about, continued
from station_desk.reports.grids import Cell, Row, draw, pairs
from station_desk.reports.pages import FORM, MM, Paper
from station_desk.reports.request import ReportRequest

TITLE = "人大代表履职档案"
PARTS = (
    "一、基本情况",
    "二、参加会议",
    "三、视察、调研和执法检查",
    "四、学习培训",
    "五、小组活动和联系群众",
    "六、提出建议和议案",
    "七、述职和评议",
    "八、表彰奖励",
)
_BLANK = 11
"""Millimetres of an empty line."""
_Lines = list[tuple[str, ...]]


def deputy_file(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    """By the id of a deputy; of the period asked for, else of all there is. UserError where there is none."""
    found = own(desk, Actor(request.made_by, Role.VIEWER), request.record or RecordId(b""), request.today)
    return write(found, station_of(desk, found.deputy.station), request, out)


def write(found: Own, station: Station, request: ReportRequest, out: BinaryIO) -> int:
    """Draw the cover and the eight parts; returns the pages."""
    deputy = found.deputy
    name, number = deputy.name or "", deputy.credential or ""
    paper = Paper(out, about(TITLE, f"{name} {number}".strip(), request, None), FORM)
    paper.outline(TITLE)
    _cover(paper, found, station, request)
    head = continued(TITLE, name)
    tables: tuple[tuple[Sequence[str], Sequence[float], _Lines] | None, ...] = (
        None,
        (("日期", "会议名称", "出席情况", "审议发言"), (2, 5, 2, 3), []),
        (("日期", "内容", "地点", "形式"), (2, 5, 3, 2), []),
        (("日期", "培训内容", "组织单位", "学时"), (2, 5.4, 3, 1.6), []),
        (("日期", "地点", "方式", "来访人数"), (2.4, 5.4, 2.4, 1.8), _visits(found, station, request.period)),
        (
            ("日期", "编号", "标题", "身份", "办理进度或结果", "评价"),
            (1.8, 2.2, 4, 0.9, 1.7, 1.4),
            _signed(found, request.period),
        ),
        (("日期", "述职对象和方式", "测评结果", "评议意见"), (2, 4, 2, 4), []),
        (("年度", "荣誉", "事由", "评定机关、日期"), (1.4, 2.6, 4.6, 3.4), _honours(found, request.period)),
    )
    for part, table in zip(PARTS, tables, strict=True):
        paper.turn()
        paper.outline(part, 1)
        paper.y -= 18
        paper.text(paper.left, paper.y, part, face=Face.SONG_BOLD, size=14)
        paper.y -= 8
        draw(paper, _basics(found, station, request) if table is None else _table(*table), head)
        if table is not None:
            _blank(paper, table[1])
    return paper.finish()


def _cover(paper: Paper, found: Own, station: Station, request: ReportRequest) -> None:
    deputy, middle = found.deputy, (paper.left + paper.right) / 2
    paper.code(deputy.credential or deputy.name or "")
    paper.y -= 52 * MM
    paper.text(middle, paper.y, TITLE, face=Face.SONG_BOLD, size=30, align="center")
    paper.y -= 34 * MM
    period = request.period.official if request.period is not None else ""
    told = (
        ("姓　　名", deputy.name or ""),
        ("代表层级", f"{official.level(deputy.level or '')}人大代表" if deputy.level else ""),
        ("届　　次", deputy.term or ""),
        ("任　　期", period),
        ("选区（团）", deputy.district or ""),
        ("代表证号", deputy.credential or ""),
        ("建档单位", station.name or ""),
    )
    left, right = middle - 52 * MM, middle + 56 * MM
    for label, text in told:
        lines = balanced(text, Face.SONG, 14, right - left - 30 * MM)[:3]
        paper.text(left, paper.y, label, face=Face.HEI, size=14)
        for at, line in enumerate(lines):
            paper.text(left + 29 * MM, paper.y - at * 20, line, size=14)
        paper.y -= 20 * (len(lines) - 1)
        paper.line(left + 27 * MM, paper.y - 5, right, paper.y - 5)
        paper.y -= 12 * MM


def _basics(found: Own, station: Station, request: ReportRequest) -> list[Row]:
    deputy, masked = found.deputy, request.masked
    address = ("（已遮盖）" if masked else deputy.address) if deputy.address else ""
    return [
        pairs(("姓名", deputy.name or ""), ("层级", LEVELS.official(deputy.level)), least=11),
        pairs(("代表证号", deputy.credential or ""), ("资格状态", PUBLIC_STATUS.official(deputy.status)),
              least=11),
        pairs(("届次", deputy.term or ""), ("选区或代表团", deputy.district or ""), least=11),
        pairs(("职业", deputy.occupation or ""), ("代表小组", deputy.group or ""), least=11),
        pairs(("联系电话", official.phone(deputy.phone, masked=masked)), ("邮政编码", deputy.postcode or ""),
              least=11),
        pairs(("通讯地址", address), ("所属站点", station.name or ""), least=11),
        pairs(("接待次数", str(len(_within(found, request.period)))),
              ("领衔和附议", f"{len(_signed(found, request.period))} 件"), least=11),
    ]  # fmt: skip


def _table(heads: Sequence[str], widths: Sequence[float], lines: _Lines) -> list[Row]:
    """A heading, repeated on every page, and a row for each line."""
    head = Row(tuple(Cell(text, wide, label=True) for text, wide in zip(heads, widths, strict=True)), 9)
    return [
        head,
        *(
            Row(
                tuple(
                    Cell(text, wide, align="left" if wide >= 4 else "center")
                    for text, wide in zip(line, widths, strict=True)
                ),
                9,
                splits=True,
                under=head,
            )
            for line in lines
        ),
    ]


def _blank(paper: Paper, widths: Sequence[float]) -> None:
    """Empty lines down to the foot of the page, to be filled in by hand."""
    row = Row(tuple(Cell("", wide) for wide in widths), _BLANK)
    draw(paper, [row] * int(paper.room / (_BLANK * MM)), lambda _: None)


def _within(found: Own, period: Period | None) -> list[Visit]:
    """The receptions of the period, the earliest first."""
    seen = [visit for visit in reversed(found.visits) if visit.began is not None]
    return [v for v in seen if period is None or (v.began and period.first <= v.began.date() <= period.last)]


def _visits(found: Own, station: Station, period: Period | None) -> _Lines:
    lines: _Lines = []
    for visit in _within(found, period):
        where = station.name if visit.station == station.code else visit.station
        day = visit.began.date() if visit.began is not None else None
        channel = CHANNELS.official(visit.channel)
        lines.append((str(day or ""), where or "", channel, str(visit.people or 1)))
    return lines


def _signed(found: Own, period: Period | None) -> _Lines:
    lines: _Lines = []
    for one in reversed(found.signed):
        row = one.row
        if period is not None and not (row.opened_on and period.first <= row.opened_on <= period.last):
            continue
        lines.append(
            (str(row.opened_on or ""), row.official_number or row.number, row.title,
             SIGNER_ROLES.official(one.role), official.result(row.track, row.stage, row.outcome),
             DEPUTY_VERDICTS.official(one.result or None))
        )  # fmt: skip
    return lines


def _honours(found: Own, period: Period | None) -> _Lines:
    years = range(period.first.year, period.last.year + 1) if period is not None else range(0)
    return [
        (str(honour.year or ""), HONOURS.official(honour.kind), row.title,
         f"{honour.chosen_by or ''}　{official.day(honour.chosen_on)}".strip("　"))
        for row, honour in found.honours
        if honour.chosen_on is not None and (period is None or (honour.year or 0) in years)
    ]  # fmt: skip
