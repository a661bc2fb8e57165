"""交接清单: what a leaving clerk hands over — what is open, who waits for word, what lies in the cupboard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from station_desk.casework import browse, people
from station_desk.casework.browse import MatterFilter, Sort
from station_desk.casework.context import Desk
from station_desk.casework.dossier import LedgerLine, ledger, station_of
from station_desk.casework.dossier_calls import Call, calls
from station_desk.casework.statistics import station_name
from station_desk.domain.privacy import WITHHELD
from station_desk.domain.vocabulary import ROLES, TRACKS
from station_desk.reports import official
from station_desk.reports.content import Column, Entry, Facts, Kind, One, Section, Table, linked
from station_desk.reports.request import ReportRequest

TITLE = "工作交接清单"

_OVERVIEW = (Column("项目", wide=40, chars=24), Column("内容", Kind.LONG, wide=130, chars=60))
_OPEN = (
    Column("序号", Kind.NUMBER, wide=11, chars=7),
    Column("编号", wide=28, chars=18),
    Column("类型", wide=17),
    Column("事项", Kind.LONG, wide=60, chars=40),
    Column("进度", wide=24),
    Column("承办", wide=34, chars=24),
    Column("限办日", Kind.DAY, wide=20),
    Column("移交说明", Kind.LONG, wide=40, chars=30),
)
_WORD = (
    Column("序号", Kind.NUMBER, wide=11, chars=7),
    Column("联系对象", wide=34, chars=24),
    Column("电话", wide=28, chars=16),
    Column("编号", wide=28, chars=18),
    Column("事项", Kind.LONG, wide=84, chars=40),
    Column("事由", wide=32, chars=24),
    Column("期限", Kind.DAY, wide=20),
)
_THINGS = (
    Column("项目", wide=74, chars=40),
    Column("数量", wide=24, chars=10),
    Column("存放地点", wide=50, chars=24),
    Column("清点情况", wide=50, chars=24),
)
_SIGNED = tuple(Column(who, wide=60, chars=30) for who in ("移交人", "接收人", "监交人"))

_LISTED = (
    "接待群众登记表（纸质）",
    "签收、送达回执（纸质）",
    "代表建议专用纸、答复函、征询意见表（纸质）",
    "印章、证照、钥匙",
    "电脑和打印机",
    "本工作台的备份（存放位置、最近日期）",
    "交换用U盘和未处理的文件包",
    "恢复口令、解密口令（当面交接，不写在本表）",
    "其他",
)
"""What is counted by hand, in our own words."""


@contextmanager
def handing_over(desk: Desk, request: ReportRequest) -> Iterator[Table]:
    """As things stand on the day it is made, of one station or of the whole desk."""
    scope = station_name(desk, request.scope)
    profile = desk.profile()
    found = calls(desk, request.scope, request.today)
    with ledger(desk, MatterFilter(open=True, station=request.scope, sort=Sort.DUE)) as run:
        lines = [_open(place, line) for place, line in enumerate(run.lines, 1)]
        waiting = [
            *(_told(call, request) for call in found.tell),
            *(_asked(call, request) for call in found.ask),
            *((call.name, call.phone, *_what(call), "答复到期或逾期", call.due) for call in found.urge),
            *((call.name, call.phone, *_what(call), "承诺事项将到期", call.due) for call in found.promised),
        ]
        yield Table(
            TITLE,
            Facts(
                scope, official.day(request.today), f"{profile.name}（{profile.version}）", len(lines),
                request.made_by, request.made_at,
                ("姓名、电话已遮盖。" if request.masked else "含个人信息，交接后妥善保管。",),
            ),
            (
                Section("一、基本情况", _OVERVIEW, _overview(desk, request, len(lines))),
                Section("二、在办事项", _OPEN, lines, None, len(lines)),
                Section(
                    "三、待联系的人和单位", _WORD,
                    [(place, *line) for place, line in enumerate(waiting, 1)], None, len(waiting),
                ),
                Section("四、材料和物品（逐项清点）", _THINGS, [(text, "", "", "") for text in _LISTED]),
                Section("五、签名", _SIGNED, [tuple("\n\n\n　　　　年　　月　　日" for _ in _SIGNED)]),
            ),
            (
                "本清单一式三份，移交人、接收人和监交人各一份。在办事项以系统记录为准，移交说明可手填。",
                "要求保密的事项，口头交代并提醒接收人不得外传。",
            ),
            landscape=True,
        )  # fmt: skip


def _overview(desk: Desk, request: ReportRequest, open_now: int) -> list[tuple[Entry, ...]]:
    """Whose station it is, who works here, and how much there is."""
    body = station_of(desk, request.scope)
    office = browse.office(desk)
    late = replace(browse.today_filter("overdue", request.today), station=request.scope)
    everything = browse.count(desk, MatterFilter(station=request.scope))
    workers = "、".join(f"{one.name}（{ROLES.official(one.role.value)}）" for one in people.workers(desk))
    return [
        ("站点", body.name or ""),
        ("站长、联络员", "、".join(name for name in (body.head, body.liaison) if name) or "未填写"),
        ("地址、电话、开放时间", official.contact(body, visitors=True) or "未填写"),
        ("本机工作人员", workers or "未登记"),
        ("事项总数", f"{everything} 件，其中在办 {open_now} 件、逾期 {browse.count(desk, late)} 件"),
        (
            "名册",
            f"代表 {len(office.deputies)} 名，承办单位 {len(office.units)} 个，网格 {len(office.grids)} 个",
        ),
    ]


def _open(place: int, line: LedgerLine) -> tuple[Entry, ...]:
    itself = One(line.track, line.id)
    return (
        place, linked(line.number, itself), TRACKS.official(line.track), linked(line.title, itself),
        official.stage(line.track, line.stage), "、".join(line.units), line.due_on, "",
    )  # fmt: skip


def _what(call: Call) -> tuple[Entry, Entry]:
    itself = One(call.track, call.matter)
    return linked(call.number, itself), linked(call.title, itself)


def _told(call: Call, request: ReportRequest) -> Sequence[Entry]:
    name = official.person(call.name, masked=request.masked) or "未留姓名"
    if "confidential" in call.note:
        name = WITHHELD.zh
    return name, official.phone(call.phone, masked=request.masked), *_what(call), "待反馈办理结果", call.due


def _asked(call: Call, request: ReportRequest) -> Sequence[Entry]:
    phone = official.phone(call.phone, masked=request.masked)
    return call.name, phone, *_what(call), "征询意见表未收回", call.due
