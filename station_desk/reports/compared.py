"""同比、环比统计表: this period against the one before and the same a year before, each with its base."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from types import MappingProxyType

from station_desk.casework.context import Desk
from station_desk.casework.statistics import Cell, Row, StationFigures
from station_desk.casework.statistics_compare import Compared, comparison
from station_desk.domain.figures import Change, Points, Rate
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
from station_desk.reports.monthly import MEASURES, left_out
from station_desk.reports.request import ReportRequest

TITLE = "同比、环比统计表"

_HEADS = {**dict(MEASURES), "parties": "群众批次"}
_SETTLED = (
    "sessions", "deputies", "parties", "people", "collected", "answered", "handed", "raised", "suggestions",
    "solved",
)  # fmt: skip
_MEASURES = tuple((measure, _HEADS[measure]) for measure in _SETTLED)
"""What is settled by a period's last day: what goes on growing afterwards cannot be compared."""

_RATES = (
    ("solved", "期内解决率"),
    ("raised", "转建议率"),
    ("satisfied", "群众满意率"),
)

NOTES = (
    "环比与上期比，同比与上年同期比；括号内为基数→本期。基数为 0 的记“—”。比率的差以百分点计。",
    "只比到各期最后一日已经确定的数；办结、反馈等仍在变化的数不作比较。群众满意率以收到的评价为分母，以制表之日为准。",
)


def _entry(
    figures: StationFigures, row: Row | None, value: int | Rate | None, measure: str, cell: Cell
) -> Entry:
    """A value of one of the periods; it opens what it counted then."""
    if row is None or not row.value(measure):
        return value
    return linked(value, replace(cell, period=figures.period))


def _row_of(figures: StationFigures, like: Row) -> Row | None:
    """The line of the same name in another period: none where nothing was counted there."""
    rows = (figures.total, *figures.stations, *figures.categories)
    place = like.figures["collected"].cell
    return next((row for row in rows if row.figures["collected"].cell == place), None)


def _numbers(found: Compared, like: Row, name: str, measure: str) -> list[Entry]:
    rows = [_row_of(figures, like) for figures in (found.now, found.before, found.year_ago)]
    now, before, year_ago = (row.value(measure) or 0 if row is not None else 0 for row in rows)
    cell = like.figures[measure].cell
    return [
        name,
        _entry(found.now, rows[0], now, measure, cell),
        _entry(found.before, rows[1], before, measure, cell),
        Change(now, before).text(),
        _entry(found.year_ago, rows[2], year_ago, measure, cell),
        Change(now, year_ago).text(),
    ]


def _rate(row: Row, measure: str) -> Rate:
    return {
        "solved": row.solved_rate, "raised": row.raised_rate, "satisfied": row.satisfied_rates.satisfied,
    }[measure]  # fmt: skip


def _rates(found: Compared, name: str, measure: str) -> list[Entry]:
    now, before, year_ago = (
        _rate(figures.total, measure) for figures in (found.now, found.before, found.year_ago)
    )
    cell = found.now.total.figures[measure].cell
    return [
        name,
        _entry(found.now, found.now.total, now, measure, cell),
        _entry(found.before, found.before.total, before, measure, cell),
        Points(now, before).text(),
        _entry(found.year_ago, found.year_ago.total, year_ago, measure, cell),
        Points(now, year_ago).text(),
    ]


def _columns(first: str, found: Compared, kind: Kind) -> tuple[Column, ...]:
    wide, beside = (24, 42) if kind is Kind.RATE else (18, 30)
    return (
        Column(first, wide=26, chars=20),
        Column(_NOW, kind, wide=wide),
        Column(f"{_BEFORE}（{found.before.period.official}）", kind, wide=wide + 4),
        Column("环比", wide=beside, chars=20, beside=True),
        Column(f"{_YEAR}（{found.year_ago.period.official}）", kind, wide=wide + 4),
        Column("同比", wide=beside, chars=20, beside=True),
    )


_NOW, _BEFORE, _YEAR = "本期", "上期", "上年同期"


def table(found: Compared, request: ReportRequest) -> Table:
    """The same figures on the page, on the screen and in the workbook."""
    now, numbers = found.now, Kind.NUMBER
    total = _numbers(found, now.total, "合计", "collected")
    sections = [
        _section("数量", _columns("指标", found, numbers), [
            _numbers(found, now.total, name, measure) for measure, name in _MEASURES
        ]),
        _section("比率", _columns("指标", found, Kind.RATE), [
            _rates(found, name, measure) for measure, name in _RATES
        ]),
        _section("收集件数（按类别）", _columns("类别", found, numbers), [
            _numbers(found, row, row.name, "collected") for row in _lines(found, "categories")
        ], total),
    ]  # fmt: skip
    if len(now.stations) > 1:
        rows = [_numbers(found, row, row.name, "collected") for row in _lines(found, "stations")]
        sections.append(_section("收集件数（按站点）", _columns("站点", found, numbers), rows, total))
    return Table(
        TITLE,
        Facts(
            now.scope_name,
            now.period.official,
            now.profile,
            (now.total.value("collected") or 0) + (now.total.value("suggestions") or 0),
            request.made_by,
            request.made_at,
            left_out(now.left_out),
            "天、人次、件",
        ),
        tuple(sections),
        (*_bare(found), *NOTES),
        charts(found),
        landscape=True,
        counts=counts_of(sections, _english(found)),
    )


def _section(
    title: str, columns: tuple[Column, ...], rows: list[list[Entry]], total: Sequence[Entry] | None = None
) -> Section:
    return Section(title, columns, rows, total, len(rows))


def _lines(found: Compared, kind: str) -> list[Row]:
    """Every station, or category, that has matters in any of the three periods; those of now first."""
    out: dict[Cell, Row] = {}
    for figures in (found.now, found.before, found.year_ago):
        for row in figures.stations if kind == "stations" else figures.categories:
            if row.value("collected"):
                out.setdefault(row.figures["collected"].cell, row)
    return list(out.values())


def _bare(found: Compared) -> tuple[str, ...]:
    """A base without any records is said: there is nothing to compare with."""
    return tuple(
        f"{name}（{figures.period.official}）没有记录，不作比较。"
        for name, figures in ((_BEFORE, found.before), (_YEAR, found.year_ago))
        if not any(figures.total.value(measure) for measure, _ in _MEASURES)
    )


def charts(found: Compared) -> tuple[Chart, ...]:
    """Month by month against a year before, where the period has several."""
    now, ago = found.now.months, found.year_ago.months
    if len(now) < 3 or len(ago) != len(now):
        return ()
    cells = [
        tuple(
            _entry(figures, row, row.value("collected"), "collected", row.figures["collected"].cell)
            for row in rows
        )
        for figures, rows in ((found.now, now), (found.year_ago, ago))
    ]
    return (
        Chart(
            "每月收集件数与上年同期",
            Shape.TREND,
            tuple(row.name for row in now),
            (Series(_NOW, Tone.FULL, cells[0]), Series(_YEAR, Tone.LIGHT, cells[1])),
        ),
    )


def _english(found: Compared) -> Mapping[str, str]:
    heads = _columns("", found, Kind.NUMBER)
    return MappingProxyType(
        {
            heads[1].title: "This period", heads[2].title: "Period before", heads[4].title: "A year before",
        }
    )  # fmt: skip


@contextmanager
def compared(desk: Desk, request: ReportRequest) -> Iterator[Table]:
    """同比、环比 of the period, as things stand on the day it is made."""
    assert request.period is not None  # the catalogue has asked for it
    yield table(comparison(desk, request.period, request.scope, today=request.today), request)
