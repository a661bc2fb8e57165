"""热点事项: the concerns raised most often, and by most people, each line with its matters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType

from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.casework.statistics_hot import ALIKE, MOST, Concern, HotFigures, hot_figures
from station_desk.domain.declare import RecordId
from station_desk.reports import official
from station_desk.reports.content import Column, Entry, Facts, Kind, One, Section, Table, linked
from station_desk.reports.listed import counts_of
from station_desk.reports.request import ReportRequest

TITLE = "热点事项表"
_N = Kind.NUMBER

_COLUMNS = (
    Column("编号", wide=28, chars=18),
    Column("事项", Kind.LONG, wide=56, chars=44),
    Column("类别", wide=20),
    Column("站点", wide=32),
    Column("进度", wide=22),
    Column("反映件数", _N, wide=14),
    Column("其中并入", _N, wide=14),
    Column("其中关联", _N, wide=14),
    Column("来访批次", _N, wide=14),
    Column("来访人次", _N, wide=14),
    Column("文字相近", _N, wide=14),
)

NOTES = (
    "反映件数：本期登记、已并入或关联为同一件事（同一件事、并案、接续、同一建议的来源）的群众事项，含首件。",
    "来访人次：来访人和随同人数之和，同一次来访计一次；一次来访反映几件的，每件都计。",
    f"各列前 {MOST} 项。文字相近：未关联、标题用词相近的本期事项（最多列 {ALIKE} 件），"
    "供核对是否同一件事，不计入反映件数。",
)


def _some(ids: Sequence[RecordId], number: int | None = None) -> Entry:
    wanted = MatterFilter(tracks=("issue",), ids=tuple(ids)) if ids else None
    return linked(len(ids) if number is None else number, wanted)


def _line(found: Concern, stations: Mapping[str, str]) -> list[Entry]:
    head = found.head
    itself = One(head.track, head.id)
    return [
        linked(head.number, itself), linked(head.title, itself), head.category or "未分类",
        stations.get(head.station) or head.site or head.station, official.stage(head.track, head.stage),
        _some(found.matters), _some(found.merged), _some(found.linked),
        _some(found.matters, found.parties), _some(found.matters, found.people), _some(found.alike),
    ]  # fmt: skip


def table(figures: HotFigures, request: ReportRequest) -> Table:
    """The same lines on the page, on the screen and in the workbook."""
    sections = [
        Section(title, _COLUMNS, [_line(one, figures.stations) for one in found], None, len(found))
        for title, found in (("反映最多", figures.repeated), ("来访人数最多", figures.crowded))
    ]
    return Table(
        TITLE,
        Facts(
            figures.scope_name,
            figures.period.official,
            figures.profile,
            figures.issues,
            request.made_by,
            request.made_at,
            ("已作废的事项不计入。",),
            "件、人次",
        ),
        tuple(sections),
        NOTES,
        landscape=True,
        counts=counts_of(sections, _ENGLISH),
    )


_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "反映件数": "Matters", "其中并入": "Merged", "其中关联": "Linked", "来访批次": "Visits",
        "来访人次": "People who came", "文字相近": "In similar words",
    }
)  # fmt: skip


@contextmanager
def hot(desk: Desk, request: ReportRequest) -> Iterator[Table]:
    """热点事项 of the issues opened in the period."""
    assert request.period is not None  # the catalogue has asked for it
    yield table(hot_figures(desk, request.period, request.scope, today=request.today), request)
