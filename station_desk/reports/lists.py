"""Lists of matters: 台账, 代表事项清单, 逾期清单 with the reason of each due day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from station_desk.casework import browse, dossier
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.casework.dossier import LedgerLine, LedgerRun, OverdueLine
from station_desk.casework.statistics import station_name
from station_desk.domain.privacy import WITHHELD
from station_desk.domain.vocabulary import CHANNELS, FEEDBACK_METHODS, LEVELS, TRACKS, UNIT_KINDS
from station_desk.reports import official
from station_desk.reports.content import Column, Entry, Facts, Kind, One, Section, Table, linked
from station_desk.reports.request import ReportRequest

_ALL = "全部时段"


def narrowed(request: ReportRequest) -> MatterFilter:
    """The request's filter, scope and period as one filter of matters."""
    wanted = request.filter or MatterFilter()
    if request.scope:
        wanted = replace(wanted, station=request.scope)
    if request.period is not None and wanted.ids is None:
        wanted = replace(wanted, opened_from=request.period.first, opened_to=request.period.last)
    return wanted


def _facts(
    desk: Desk,
    request: ReportRequest,
    scope: str,
    records: int,
    *,
    personal: bool = False,
    without: str = "已作废",
) -> Facts:
    """What a list says of itself. `personal`: it names visitors; `without`: which matters are not on it."""
    period = request.period.official if request.period is not None else _ALL
    profile = desk.profile()
    notes: list[str] = []
    if personal:
        notes.append("来访人姓名、电话已遮盖，住址不列。" if request.masked else "含个人信息，注意保管。")
    if request.filter is not None and request.filter != MatterFilter(sort=request.filter.sort):
        notes.append("只列出符合筛选条件的事项。")
    notes.append(f"{without}的事项不列。")
    return Facts(
        scope, period, f"{profile.name}（{profile.version}）", records, request.made_by, request.made_at,
        tuple(notes),
    )  # fmt: skip


# --- 台账 -----------------------------------------------------------------------------------------

_LEDGER = (
    Column("序号", Kind.NUMBER, wide=13, chars=7),
    Column("编号", wide=36, chars=18),
    Column("收集日期", Kind.DAY, wide=17),
    Column("来源", wide=15),
    Column("站点", wide=0),
    Column("网格", wide=0),
    Column("代表", wide=24),
    Column("反映人", wide=18, chars=10),
    Column("联系电话", wide=0, chars=16),
    Column("类别", wide=15),
    Column("内容摘要", Kind.LONG, wide=110, chars=60),
    Column("层级", wide=0),
    Column("承办", wide=30),
    Column("交办日", Kind.DAY, wide=0),
    Column("限办日", Kind.DAY, wide=17),
    Column("办结日", Kind.DAY, wide=17),
    Column("结果", wide=20, chars=14),
    Column("是否转建议（编号）", wide=28),
    Column("是否微实事", wide=0, chars=12),
    Column("反馈日", Kind.DAY, wide=0),
    Column("反馈方式", wide=0, chars=10),
    Column("群众评价", wide=15, chars=10),
    Column("备注", Kind.LONG, wide=0, chars=30),
)


def _summary(line: LedgerLine) -> str:
    """The title, and the words behind it where they say more; the place in front."""
    words = " ".join(line.text.split())
    if words.startswith(line.title):
        words = words[len(line.title) :].lstrip("，。；、 ")
    text = f"{line.title}：{words}" if words else line.title
    return text if len(text) <= 240 else text[:239] + "…"


def people(names: Sequence[str]) -> str:
    """The first three, and how many there are."""
    return "、".join(names) if len(names) <= 3 else f"{'、'.join(names[:3])}等{len(names)}人"


def _ledger_row(place: int, line: LedgerLine, run: LedgerRun, *, masked: bool) -> tuple[Entry, ...]:
    hidden = line.id in run.confidential
    who = WITHHELD.zh if hidden else official.person(line.visitor, masked=masked)
    number = "" if hidden else official.phone(line.phone, masked=masked)
    result = official.result(line.track, line.stage, line.outcome)
    itself = One(line.track, line.id)
    return (
        place, linked(line.number, itself), line.opened_on, CHANNELS.official(line.channel or None),
        run.stations.get(line.station) or line.station, line.grid, people(line.deputies), who,
        number, line.category, linked(_summary(line), itself),
        UNIT_KINDS.official(line.unit_kind or None), "、".join(line.units), line.handed_on, line.due_on,
        line.finished_on, result, "、".join(line.suggestions) or "否", "是" if line.project else "否",
        line.told_on, FEEDBACK_METHODS.official(line.told_by or None), official.verdict(line.verdict),
        line.remark,
    )  # fmt: skip


@contextmanager
def ledger(desk: Desk, request: ReportRequest) -> Iterator[Table]:
    """台账: the columns of the register, any filter, oldest first; read while it is written."""
    wanted = narrowed(request)
    scope = station_name(desk, request.scope)
    with dossier.ledger(desk, wanted) as run:
        rows = (
            _ledger_row(place, line, run, masked=request.masked) for place, line in enumerate(run.lines, 1)
        )
        yield Table(
            "群众反映事项台账",
            _facts(desk, request, scope, run.count, personal=True),
            (Section("", _LEDGER, rows, None, run.count),),
            ("打印页省去站点、网格、电话、层级、交办日、微实事、反馈日、反馈方式和备注各列，见 Excel。",),
            landscape=True,
        )


# --- 代表事项清单 ---------------------------------------------------------------------------------

_CASES = (
    Column("序号", Kind.NUMBER, wide=15),
    Column("编号", wide=30),
    Column("日期", Kind.DAY, wide=19),
    Column("类型", wide=20),
    Column("事项", Kind.LONG, wide=56),
    Column("承办", wide=24),
    Column("限办日", Kind.DAY, wide=19),
    Column("进度或结果", wide=20),
    Column("评价", wide=12),
)


@contextmanager
def deputy_cases(desk: Desk, request: ReportRequest) -> Iterator[Table]:
    """代表事项清单: what a deputy received and signed, with how far each has come."""
    sheet = dossier.deputy_sheet(desk, request.record)
    wanted = replace(narrowed(request), deputy=request.record)
    scope = station_name(desk, request.scope)
    deputy = sheet.deputy
    level = f"　{LEVELS.official(deputy.level)}人大代表" if deputy.level else ""
    with dossier.ledger(desk, wanted) as run:
        rows = (
            (
                place, linked(line.number, One(line.track, line.id)), line.opened_on,
                TRACKS.official(line.track), linked(line.title, One(line.track, line.id)),
                "、".join(line.units), line.due_on, official.result(line.track, line.stage, line.outcome),
                official.verdict(line.verdict),
            )
            for place, line in enumerate(run.lines, 1)
        )  # fmt: skip
        facts = _facts(desk, request, f"{deputy.name or ''}{level}　{scope}", run.count)
        yield Table(
            "代表事项清单",
            facts,
            (Section("", _CASES, rows, None, run.count),),
            ("列出代表接待时收集的群众事项，以及领衔或附议的建议。",),
        )


# --- 逾期清单 -------------------------------------------------------------------------------------

_OVERDUE = (
    Column("序号", Kind.NUMBER, wide=13, chars=7),
    Column("编号", wide=30, chars=18),
    Column("登记日期", Kind.DAY, wide=20),
    Column("事项", Kind.LONG, wide=52, chars=40),
    Column("进度", wide=24),
    Column("承办", wide=28),
    Column("到期日", Kind.DAY, wide=20),
    Column("逾期天数", Kind.NUMBER, wide=12),
    Column("其中工作日", Kind.NUMBER, wide=13),
    Column("到期日的由来", Kind.LONG, wide=72, chars=60),
)


@contextmanager
def overdue(desk: Desk, request: ReportRequest) -> Iterator[Table]:
    """逾期清单: open matters past their due day, the oldest first, with how each day was computed."""
    wanted = narrowed(request)
    today = request.today
    scope = station_name(desk, request.scope)
    with dossier.overdue(desk, wanted, today) as (run, lines):
        rows = (_overdue_row(desk, place, found, request) for place, found in enumerate(lines, 1))
        yield Table(
            "逾期事项清单",
            _facts(desk, request, scope, run.count, without="已作废和暂停计时"),
            (Section("", _OVERDUE, rows, None, run.count),),
            (f"以 {today:%Y-%m-%d} 为准；到期日当天不算逾期。",),
            landscape=True,
        )


def _overdue_row(desk: Desk, place: int, found: OverdueLine, request: ReportRequest) -> tuple[Entry, ...]:
    line = found.line
    itself = One(line.track, line.id)
    days = working = None
    if line.due_on is not None:
        left = browse.due_text(desk, request.today, line.due_on)
        days, working = -left.days, -left.working_days
    return (
        place, linked(line.number, itself), line.opened_on, linked(line.title, itself),
        official.stage(line.track, line.stage),
        "、".join(line.units), line.due_on, days, working, official.reason(found.why),
    )  # fmt: skip
