"""群众评价和代表评价: asked, came back, satisfied or not, by station, town, unit and category."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType

from station_desk.casework.context import Desk
from station_desk.casework.statistics import Row
from station_desk.casework.statistics_verdicts import OpinionRow, VerdictFigures, verdict_figures
from station_desk.domain.figures import Rate
from station_desk.reports.content import (
    Chart,
    Column,
    Entry,
    Facts,
    Kind,
    Section,
    Series,
    Shape,
    Table,
    Tone,
    linked,
)
from station_desk.reports.listed import counts_of
from station_desk.reports.monthly import left_out
from station_desk.reports.request import ReportRequest

TITLE = "群众评价和代表评价统计表"
_N, _R = Kind.NUMBER, Kind.RATE


def _count(title: str, wide: float = 12) -> Column:
    return Column(title, _N, wide=wide)


def _rate(title: str) -> Column:
    return Column(title, _R, wide=18)


_VERDICTS = (
    _rate("满意率"), _rate("基本满意率"), _rate("满意和基本满意"),
)  # fmt: skip
_PUBLIC = (
    _count("已反馈"), _count("收到评价"), _rate("收回率"),
    _count("非常满意"), _count("满意"), _count("基本满意"), _count("不满意"), *_VERDICTS,
)  # fmt: skip
_SENT = (
    _count("应收"), _count("收回"), _rate("收回率"), _count("催收后未回", 14), _count("其他未回", 13),
)  # fmt: skip
_GRADES = (_count("满意"), _count("基本满意"), _count("不满意"), *_VERDICTS)
_BY = (
    *_SENT,
    _count("结果满意"), _count("结果基本满意", 14), _count("结果不满意", 13), _rate("结果满意率"),
    _count("态度满意"), _count("态度基本满意", 14), _count("态度不满意", 13), _rate("态度满意率"),
)  # fmt: skip

NOTES = (
    "群众评价：本期登记的群众事项，以制表之日为准。收回率＝收到评价÷已反馈；满意率＝（非常满意＋满意）÷收到评价，"
    "基本满意率另列；未评价的不计入。",
    "代表评价：本期提出的代表建议，每位提出代表一份征询表，以最近一轮发出的一份为准；办理结果和办理态度分别评价。"
    "收回率＝收回÷应收；满意率＝满意÷收回，态度以表上填了态度的为分母。",
    "一件由几个单位办理的，各单位分别计，合计按一件计；会办和已退回的单位不计。未交承办单位的，由站点自办或当场答复。",
)


def _reminded(reminders: int) -> str:
    return f"经催收{max(1, reminders)}次仍未交回的征询表不计入满意率，单列“催收后未回”。"


# --- visitors ---------------------------------------------------------------------------------------


def _some(row: Row, *measures: str) -> list[Entry]:
    return [_one(row, row.value(name), name) for name in measures]


def _one(row: Row, value: int | Rate | None, measure: str) -> Entry:
    return linked(value, row.figures[measure].cell if row.value(measure) else None)


def _public(row: Row) -> list[Entry]:
    said = row.satisfied_rates
    both = (row.value("satisfied") or 0) + (row.value("fairly") or 0)
    return [
        row.name,
        *_some(row, "asked", "judged"),
        _one(row, Rate(row.value("judged") or 0, row.value("asked") or 0), "judged"),
        *_some(row, "very", "content", "fairly", "dissatisfied"),
        _one(row, said.satisfied, "satisfied"),
        _one(row, said.fairly, "fairly"),
        linked(said.overall, row.figures["pleased"].cell if both else None),
    ]


# --- deputies ---------------------------------------------------------------------------------------


def _forms(row: OpinionRow, *measures: str) -> list[Entry]:
    found = row.row
    return [linked(found.n(name), found.behind(name) if found.n(name) else None) for name in measures]


def _share(row: OpinionRow, rate: Rate, *measures: str) -> Entry:
    return linked(rate, row.row.behind(*measures) if any(row.row.n(name) for name in measures) else None)


def _sent(row: OpinionRow) -> list[Entry]:
    return [*_forms(row, "asked", "back"), _share(row, row.back, "back"), *_forms(row, "reminded", "waiting")]


_RESULT, _ATTITUDE = ("satisfied", "fairly", "dissatisfied"), ("kind", "fair", "unkind")


def _by_kind(total: OpinionRow) -> list[list[Entry]]:
    """Result and attitude of all forms, a line each."""
    result, attitude = total.result, total.attitude
    spoken = Rate(total.row.n("spoke"), total.row.n("asked"))
    return [
        [
            "办理结果", *_sent(total), *_forms(total, *_RESULT),
            _share(total, result.satisfied, "satisfied"), _share(total, result.fairly, "fairly"),
            _share(total, result.overall, "satisfied", "fairly"),
        ],
        [
            "办理态度", *_forms(total, "asked", "spoke"), _share(total, spoken, "spoke"),
            *_forms(total, "reminded", "waiting"), *_forms(total, *_ATTITUDE),
            _share(total, attitude.satisfied, "kind"), _share(total, attitude.fairly, "fair"),
            _share(total, attitude.overall, "kind", "fair"),
        ],
    ]  # fmt: skip


def _opinion(row: OpinionRow) -> list[Entry]:
    return [
        row.name,
        *_sent(row),
        *_forms(row, *_RESULT),
        _share(row, row.result.satisfied, "satisfied"),
        *_forms(row, *_ATTITUDE),
        _share(row, row.attitude.satisfied, "kind"),
    ]


# --- the table --------------------------------------------------------------------------------------


def table(figures: VerdictFigures, request: ReportRequest) -> Table:
    """The same figures on the page, on the screen and in the workbook."""
    public, total = figures.public, figures.total
    sections = [
        _of_public("群众评价（按站点）", "站点", public.stations, public.total),
        *([_of_public("群众评价（按镇街）", "镇街", public.towns, public.total)] if public.towns else []),
        _of_public("群众评价（按承办单位）", "承办单位", figures.public_units, public.total),
        _of_public("群众评价（按类别）", "类别", public.categories, public.total),
        Section(
            "代表评价", (Column("评价内容", wide=20, chars=12), *_SENT, *_GRADES), _by_kind(figures.total),
            None, 2,
        ),
        _of_deputies("代表评价（按站点）", "站点", figures.stations, total),
        *([_of_deputies("代表评价（按镇街）", "镇街", figures.towns, total)] if figures.towns else []),
        _of_deputies("代表评价（按承办单位）", "承办单位", figures.units, total),
    ]  # fmt: skip
    return Table(
        TITLE,
        Facts(
            public.scope_name,
            public.period.official,
            public.profile,
            (public.total.value("asked") or 0) + figures.total.row.n("asked"),
            request.made_by,
            request.made_at,
            left_out(public.left_out),
            "件、份",
        ),
        tuple(sections),
        (*NOTES, _reminded(figures.reminders)),
        charts(figures),
        landscape=True,
        counts=counts_of(sections, _ENGLISH),
    )


def _of_public(title: str, first: str, rows: Sequence[Row], total: Row) -> Section:
    columns = (Column(first, wide=30, chars=22), *_PUBLIC)
    asked = [row for row in rows if row.value("asked")]
    return Section(title, columns, [_public(row) for row in asked], _public(total), len(asked))


def _of_deputies(title: str, first: str, rows: Sequence[OpinionRow], total: OpinionRow) -> Section:
    columns = (Column(first, wide=34, chars=22), *_BY)
    return Section(title, columns, [_opinion(row) for row in rows], _opinion(total), len(rows))


def charts(figures: VerdictFigures) -> tuple[Chart, ...]:
    """What visitors said at each station, what deputies said of result and attitude."""
    stations = [row for row in figures.public.stations if row.value("judged")]
    total = figures.total
    return (
        Chart(
            "各站点群众评价（件）",
            Shape.BARS,
            tuple(row.name for row in stations),
            tuple(
                Series(name, tone, tuple(_some(row, measure)[0] for row in stations))
                for name, tone, measure in (
                    ("满意（含非常满意）", Tone.FULL, "satisfied"),
                    ("基本满意", Tone.LIGHT, "fairly"),
                    ("不满意", Tone.HATCH, "dissatisfied"),
                )
            ),
            ends=tuple(row.satisfied_rates.satisfied.text() for row in stations),
        ),
        Chart(
            "代表评价（份）",
            Shape.BARS,
            ("办理结果", "办理态度"),
            tuple(
                Series(name, tone, tuple(_forms(total, *measures)))
                for name, tone, measures in zip(
                    ("满意", "基本满意", "不满意"), (Tone.FULL, Tone.LIGHT, Tone.HATCH),
                    zip(_RESULT, _ATTITUDE, strict=True), strict=True,
                )
            ),
            ends=(total.result.satisfied.text(), total.attitude.satisfied.text()),
        ),
    )  # fmt: skip


_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "已反馈": "Told", "收到评价": "Verdicts given", "非常满意": "Very satisfied", "满意": "Satisfied",
        "基本满意": "Fairly satisfied", "不满意": "Dissatisfied", "应收": "Forms sent", "收回": "Forms back",
        "催收后未回": "Not back, reminded", "其他未回": "Not back yet",
        "结果满意": "Result: satisfied", "结果基本满意": "Result: fairly",
        "结果不满意": "Result: dissatisfied",
        "态度满意": "Attitude: satisfied", "态度基本满意": "Attitude: fairly",
        "态度不满意": "Attitude: dissatisfied",
    }
)  # fmt: skip


@contextmanager
def opinions(desk: Desk, request: ReportRequest) -> Iterator[Table]:
    """群众评价和代表评价 of what was raised in the period, as it stands on the day it is made."""
    assert request.period is not None  # the catalogue has asked for it
    yield table(verdict_figures(desk, request.period, request.scope, today=request.today), request)
