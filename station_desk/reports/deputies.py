"""代表履职统计: a register by level and name of what is recorded; no points, no order of merit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from station_desk.casework.context import Desk
from station_desk.casework.statistics_deputies import DeputyFigures, DeputyRow, deputy_figures
from station_desk.domain.vocabulary import LEVELS
from station_desk.reports.content import Column, Entry, Facts, Kind, Section, Table, linked
from station_desk.reports.listed import counts_of
from station_desk.reports.request import ReportRequest

TITLE = "代表履职情况统计表"
_N = Kind.NUMBER

_MEASURES = (
    ("days", "接待天数", 14),
    ("calls", "其中走访、进网格", 16),
    ("parties", "群众批次", 14),
    ("people", "群众人次", 14),
    ("collected", "收集件数", 14),
    ("led", "领衔建议", 14),
    ("joined", "附议建议", 14),
    ("given", "作出评价", 14),
    ("in_time", "按时评价", 14),
)
_COLUMNS = (
    Column("代表", wide=24, chars=14),
    Column("选区或代表团", wide=34, chars=22),
    *(Column(title, _N, wide=wide) for _, title, wide in _MEASURES),
    Column("按时评价率", Kind.RATE, wide=22),
)

NOTES = (
    "只列本台已有记录的履职，按层级、姓名排列，不排名、不计分。接待天数：同一站点同日计一次；"
    "群众人次：来访人和随同人数之和，几名代表同场接待的，每名都计，故不合计。",
    "领衔、附议：本期提出的代表建议。作出评价：其征询意见表已收回的件数，以最近一轮为准；"
    "按时评价率＝在规定期限内（自答复之日起）收回÷作出评价。",
)


def _line(row: DeputyRow) -> list[Entry]:
    return [
        row.name,
        row.deputy.district or "",
        *(linked(row.n(name), row.behind(name) if row.n(name) else None) for name, _, _ in _MEASURES),
        linked(row.in_time, row.behind("in_time") if row.n("in_time") else None),
    ]


def table(figures: DeputyFigures, request: ReportRequest) -> Table:
    """A section for each level of congress; the same on the page, on the screen and in the workbook."""
    sections = [
        Section(
            f"{LEVELS.official(level)}人大代表" if level else "未填层级", _COLUMNS,
            [_line(row) for row in rows], None, len(rows),
        )
        for level, rows in figures.levels
    ] or [Section("", _COLUMNS, [], None, 0)]  # fmt: skip
    return Table(
        TITLE,
        Facts(
            figures.scope_name,
            figures.period.official,
            figures.profile,
            figures.records,
            request.made_by,
            request.made_at,
            ("本台未收到的记录、尚未登记的会议、视察、培训等不在内。",),
            "天、人次、件",
        ),
        tuple(sections),
        NOTES,
        landscape=True,
        counts=counts_of(sections, _ENGLISH),
    )


_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "接待天数": "Days of receiving", "其中走访、进网格": "Of these away", "群众批次": "Visits",
        "群众人次": "People received", "收集件数": "Matters collected", "领衔建议": "Suggestions led",
        "附议建议": "Suggestions joined", "作出评价": "Verdicts given", "按时评价": "Verdicts in time",
    }
)  # fmt: skip


@contextmanager
def deputies(desk: Desk, request: ReportRequest) -> Iterator[Table]:
    """代表履职统计 of a period, as it is recorded on the day it is made."""
    assert request.period is not None  # the catalogue has asked for it
    yield table(deputy_figures(desk, request.period, request.scope, today=request.today), request)
