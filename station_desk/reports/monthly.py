"""站点月报、季报、年报: one object of figures as sections by station, town, grid, category and month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from station_desk.casework.context import Desk
from station_desk.casework.statistics import LeftOut, Row, StationFigures, station_figures
from station_desk.domain.figures import Rate
from station_desk.i18n import Label, translate
from station_desk.reports.content import (
    Chart,
    Column,
    Counted,
    Counts,
    Entry,
    Facts,
    Kind,
    Link,
    Section,
    Series,
    Shape,
    Table,
    Tone,
    linked,
)
from station_desk.reports.request import ReportRequest

_N, _R = Kind.NUMBER, Kind.RATE

MEASURES: tuple[tuple[str, str], ...] = (
    ("sessions", "接待日数"),
    ("deputies", "代表人次"),
    ("people", "群众人次"),
    ("collected", "收集件数"),
    ("answered", "当场答复"),
    ("handed", "转办交办"),
    ("raised", "转为建议"),
    ("suggestions", "代表建议"),
    ("solved", "期内解决"),
    ("solved_raised", "解决且转建议"),
    ("closed", "办结"),
    ("overdue", "逾期"),
    ("told", "反馈"),
    ("judged", "收到评价"),
    ("satisfied", "满意"),
)
"""The measures of `statistics.Row` in the order printed, with their heads."""

_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "sessions": "Days of reception", "deputies": "Deputies present", "people": "Visitors",
        "collected": "Collected", "answered": "Answered on the spot", "handed": "Handed over",
        "raised": "Raised as suggestions", "suggestions": "Deputies' suggestions",
        "solved": "Solved in the period", "solved_raised": "Solved and raised", "closed": "Completed",
        "overdue": "Overdue now", "told": "Told the visitor", "judged": "Verdicts given",
        "satisfied": "Satisfied",
    }
)  # fmt: skip

_RATES = ("办结率", "期内解决率", "反馈率", "群众满意率")

NOTES = (
    "接待日数：有来访登记的天数，各站分别计。代表人次：同一代表同日在同一站计一次。群众人次：来访登记的人数之和。",
    "收集件数至满意各列，均指本期登记的群众事项；期内解决以本期最后一日为准，办结、逾期、反馈、满意以制表之日为准。",
    "一件可以既解决又转建议，见“解决且转建议”列，故各列不相加。代表建议为本期提出的建议件数。",
    "办结率＝办结÷（收集－不受理－撤回、并入、转信访）；反馈率＝反馈÷（办结－无法反馈）；"
    "群众满意率＝（非常满意＋满意）÷收到评价。",
)


def rates(row: Row) -> tuple[Rate, ...]:
    """The rates printed for a row, in the order of their heads."""
    return (row.closed_rate, row.solved_rate, row.told_rate, row.satisfied_rates.satisfied)


def measures_of(first: str) -> tuple[tuple[str, str], ...]:
    """The measures of a section: a category or grid has no visits of its own."""
    return MEASURES[3:] if first in ("类别", "网格") else MEASURES


def _columns(first: str) -> tuple[Column, ...]:
    return (
        Column(first, wide=30, chars=22),
        *(Column(name, _N, wide=12 if len(name) < 5 else 14) for _, name in measures_of(first)),
        *(Column(name, _R, wide=19) for name in _RATES),
    )


_OF_RATES = ("closed", "solved", "told", "satisfied")
"""What each rate's part is a count of, in the order of `rates`: what it opens."""


def _behind(row: Row, measure: str) -> Link:
    figure = row.figures[measure]
    return figure.cell if figure.value else None


def _entries(row: Row, first: str) -> tuple[Entry, ...]:
    return (
        row.name,
        *(linked(row.value(measure), _behind(row, measure)) for measure, _ in measures_of(first)),
        *(linked(rate, _behind(row, of)) for rate, of in zip(rates(row), _OF_RATES, strict=True)),
    )


def _section(title: str, first: str, rows: Sequence[Row], total: Row) -> Section:
    lines = [_entries(row, first) for row in rows]
    return Section(title, _columns(first), lines, _entries(total, first), len(rows))


def title_of(figures: StationFigures) -> str:
    """月报, 季报 or 年报, by the length of the period."""
    months = len(figures.period.months)
    return {1: "联络站月报", 3: "联络站季报", 12: "联络站年报"}.get(months, "联络站工作统计表")


def left_out(found: LeftOut) -> tuple[str, ...]:
    """What the figures leave out or rest on, as printed sentences."""
    out: list[str] = []
    if found.voided:
        out.append(f"已作废 {found.voided} 件，不计入。")
    if found.conflicts:
        out.append(f"有待处理的冲突 {found.conflicts} 件，按现有内容计入。")
    if found.unarrived:
        out.append(f"规则方案未到 {found.unarrived} 件，只计入收集件数。")
    return tuple(out) or ("无。",)


def table(desk: Desk, request: ReportRequest) -> Table:
    """The monthly, quarterly or yearly table of a station or of all stations of the desk."""
    assert request.period is not None  # the catalogue has asked for it
    return of(station_figures(desk, request.period, request.scope, today=request.today), request)


def of(figures: StationFigures, request: ReportRequest) -> Table:
    """The same, from figures already computed for the screen."""
    sections = [_section("按站点", "站点", figures.stations, figures.total)]
    if figures.towns:
        sections.append(_section("按镇街", "镇街", figures.towns, figures.total))
    if figures.grids:
        sections.append(_section("按网格", "网格", figures.grids, figures.total))
    sections.append(_section("按类别", "类别", figures.categories, figures.total))
    if len(figures.months) > 1:
        sections.append(_section("按月份", "月份", figures.months, figures.total))
    return Table(
        title_of(figures),
        Facts(
            figures.scope_name,
            figures.period.official,
            figures.profile,
            (figures.total.value("collected") or 0) + (figures.total.value("suggestions") or 0),
            request.made_by,
            request.made_at,
            left_out(figures.left_out),
            "天、人次、件",
        ),
        tuple(sections),
        NOTES,
        charts(figures),
        landscape=True,
        counts=tuple(_counts(figures)),
    )


def _counts(figures: StationFigures) -> Iterator[Counts]:
    """The numbers as the screen lists them: in all, then by station, town, grid, category and month where
    there are several."""
    sections = (figures.stations, figures.towns, figures.grids, figures.categories, figures.months)
    groups = (rows for rows in sections if len(rows) > 1)
    for row in (figures.total, *(row for rows in groups for row in rows)):
        name = translate("reports", "In all") if row is figures.total else row.name
        yield Counts(
            name,
            tuple(
                Counted(Label(_ENGLISH[measure], head), _number(row, measure), _behind(row, measure))
                for measure, head in MEASURES
            ),
        )


def _number(row: Row, measure: str) -> str:
    value = row.value(measure)
    return "—" if value is None else f"{value:,}"


def charts(figures: StationFigures) -> tuple[Chart, ...]:
    """The year month by month; how much was solved at each station and of each category."""
    out: list[Chart] = []
    if len(figures.months) > 1:
        out.append(trend(figures.months, "每月收集与办结（件）", "收集", "办结"))
    busy = [row for row in figures.stations if row.value("collected")]
    if len(busy) > 1:
        out.append(_solved("各站点收集与期内解决（件）", busy))
    kinds = [row for row in figures.categories if row.value("collected")]
    out.append(_solved("各类别收集与期内解决（件）", kinds))
    return tuple(out)


def trend(months: Sequence[Row], title: str, collected: str, closed: str) -> Chart:
    """Matters collected in each month, and how many of these are closed."""
    return Chart(
        title,
        Shape.TREND,
        tuple(row.name for row in months),
        (_series(collected, Tone.FULL, months, "collected"), _series(closed, Tone.LIGHT, months, "closed")),
    )


def _solved(title: str, rows: Sequence[Row]) -> Chart:
    return Chart(
        title,
        Shape.BARS,
        tuple(row.name for row in rows),
        (_series("期内解决", Tone.FULL, rows, "solved"), _series("期内未解决", Tone.LIGHT, rows, "unsolved")),
    )


def _series(name: str, tone: Tone, rows: Sequence[Row], measure: str) -> Series:
    return Series(name, tone, tuple(linked(row.value(measure), _behind(row, measure)) for row in rows))
