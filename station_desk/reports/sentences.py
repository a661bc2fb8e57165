"""工作报告用语: the sentences a work report needs, every number of them with its records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from station_desk.casework.context import Desk
from station_desk.casework.statistics import Period, Row
from station_desk.casework.statistics_work import WorkFigures, work_figures
from station_desk.domain.figures import Change, Rate
from station_desk.i18n import Label
from station_desk.reports.content import (
    Column,
    Entry,
    Facts,
    Kind,
    Link,
    Number,
    Section,
    Sentence,
    Table,
    linked,
)
from station_desk.reports.monthly import left_out
from station_desk.reports.request import ReportRequest

TITLE = "工作报告用语"
_MOST_CATEGORIES = 3
_NUMERALS = "零一二三四五"

NOTES = (
    "数字取自统计表，口径与站点月报、建议办理情况相同；为 0 的不写，没有分母的比率不写。",
    "推动解决和形成代表建议可以是同一件，分别计数，不相加。形成代表建议按转为建议的群众事项计，几件可以形成一件建议；"
    "代表提出的建议件数见“代表建议”一句。",
)

Parts = list[str | Number]


# --- numbers ----------------------------------------------------------------------------------------


def _of(row: Row, measure: str, label: str) -> Number | None:
    """A count of the monthly figures; None where it is 0: then it is not spoken of."""
    value = row.value(measure)
    return Number(label, value, str(value), row.figures[measure].cell) if value else None


def _plain(label: str, value: int, link: Link) -> Number | None:
    return Number(label, value, str(value), link) if value else None


def _rate(label: str, rate: Rate, link: Link, decimals: int = 1) -> Number | None:
    """A share with what it is made of, as official papers write it: 68.3%（660/967）."""
    if not rate.denominator:
        return None
    text = f"{rate.percent(decimals).replace(' ', '')}（{rate.numerator}/{rate.denominator}）"
    return Number(label, rate, text, link if rate.numerator else None)


# --- clauses ----------------------------------------------------------------------------------------


def _clause(*parts: str | Number | None) -> Parts:
    """A clause, or nothing where one of its numbers is missing."""
    return [] if any(part is None for part in parts) else [part for part in parts if part is not None]


def _joined(clauses: Sequence[Parts], by: str = "，") -> Parts:
    out: Parts = []
    for clause in clauses:
        if clause:
            out += [by, *clause] if out else clause
    return out


def _sentence(title: Label, lead: str, *clauses: Parts) -> Iterator[Sentence]:
    """The clauses there are after the words that lead in; no sentence where there are none."""
    said = _joined(clauses)
    if said:
        yield Sentence(title, (lead, *said, "。") if lead else (*said, "。"))


def _with_share(clause: Parts, share: Number | None) -> Parts:
    return [*clause, "、占", share] if clause and share is not None else clause


def span_word(period: Period) -> str:
    """当月, 当季, 当年, by the length of the period."""
    return {1: "当月", 3: "当季", 12: "当年"}.get(len(period.months), "期内")


# --- the sentences ----------------------------------------------------------------------------------


def sentences(figures: WorkFigures) -> tuple[Sentence, ...]:
    """All that there is something to say about, in the order of a work report."""
    period, total = figures.station.period, figures.station.total
    lead = f"{period.official}，{figures.station.scope_name}"
    word = span_word(period)
    return (
        *_summary(figures, total, lead, word),
        *_reception(total, lead),
        *_handling(total, word),
        *_told(figures, total),
        *_suggestions(figures),
        *_overdue(figures, total),
        *_year(figures, total),
        *_categories(figures),
    )


def _people(figures: WorkFigures) -> Number | None:
    cell = figures.station.total.figures["deputies"].cell
    return _plain("参加代表（去重）", figures.deputies, cell)


def _deputies(figures: WorkFigures) -> Parts:
    levels = figures.levels
    of = f"名{_NUMERALS[levels]}级人大代表参加活动" if levels > 1 else "名人大代表参加活动"
    return _clause("共有", _people(figures), of)


def _summary(figures: WorkFigures, total: Row, lead: str, word: str) -> Iterator[Sentence]:
    collected = _of(total, "collected", "收集件数")
    if collected is None:
        return
    yield from _sentence(
        Label("In short", "总体情况"),
        lead,
        _deputies(figures),
        _clause("收集群众意见建议", collected, "件"),
        _clause(f"{word}推动解决", _of(total, "solved", "期内解决"), "件"),
        _clause("形成代表建议", _of(total, "raised", "转为建议"), "件"),
    )


def _reception(total: Row, lead: str) -> Iterator[Sentence]:
    people = _of(total, "people", "群众人次")
    parties = _of(total, "parties", "群众批次")
    yield from _sentence(
        Label("Reception", "接待群众"),
        lead,
        _clause("共接待群众", parties, "批", people, "人次"),
        _clause("代表参加接待", _of(total, "deputies", "代表人次"), "人次"),
        _clause("收集群众意见建议", _of(total, "collected", "收集件数"), "件"),
    )


def _handling(total: Row, word: str) -> Iterator[Sentence]:
    collected = _of(total, "collected", "收集件数")
    if collected is None:
        return
    solved = _clause(f"{word}推动解决", _of(total, "solved", "期内解决"), "件")
    raised = _clause("形成代表建议", _of(total, "raised", "转为建议"), "件")
    clauses = [
        _clause("当场答复", _of(total, "answered", "当场答复"), "件"),
        _clause("转办", _of(total, "handed", "转办交办"), "件"),
        _with_share(solved, _rate("期内解决率", total.solved_rate, total.figures["solved"].cell)),
        _with_share(raised, _rate("转建议率", total.raised_rate, total.figures["raised"].cell)),
    ]
    both = _clause(
        "其中", _of(total, "solved_raised", "解决且转建议"), "件既推动解决又形成代表建议，两项分别计数"
    )
    said = _joined(clauses)
    if said:
        tail: Parts = ["；", *both] if both else []
        parts = ("收集的", collected, "件意见建议中，", *said, *tail, "。")
        yield Sentence(Label("Handling", "办理情况"), parts)


def _told(figures: WorkFigures, total: Row) -> Iterator[Sentence]:
    said = total.satisfied_rates
    yield from _sentence(
        Label("Told and judged", "反馈评价"),
        f"截至{_day(figures)}，上述事项",
        _clause("已办结", _of(total, "closed", "办结"), "件"),
        _clause("办结率", _rate("办结率", total.closed_rate, total.figures["closed"].cell))
        if total.value("closed")
        else [],
        _clause("已反馈群众", _of(total, "told", "反馈"), "件"),
        _clause("收到群众评价", _of(total, "judged", "收到评价"), "件"),
        _clause("群众满意率", _rate("群众满意率", said.satisfied, total.figures["satisfied"].cell)),
        _clause("基本满意率", _rate("群众基本满意率", said.fairly, total.figures["fairly"].cell))
        if said.fairly.numerator
        else [],
    )


def _suggestions(figures: WorkFigures) -> Iterator[Sentence]:
    standing, opinions = figures.suggestions.standing, figures.suggestions.opinions
    forms, result = opinions.row, opinions.result
    if not standing.n("raised"):
        return

    def handled(label: str, measure: str) -> Number | None:
        return _plain(label, standing.n(measure), standing.behind(measure))

    yield from _sentence(
        Label("Suggestions", "代表建议"),
        f"截至{_day(figures)}，本期",
        _clause("代表提出建议", handled("提出建议", "raised"), "件"),
        _clause("已答复", handled("已答复建议", "answered"), "件"),
        _clause("办结", handled("办结建议", "done"), "件"),
        _clause("办结率", _rate("建议办结率", standing.completed, standing.behind("done"), 2))
        if standing.n("done")
        else [],
        _clause("收回代表征询意见表", _plain("收回征询表", forms.n("back"), forms.behind("back")), "份"),
        _clause("代表满意率", _rate("代表满意率", result.satisfied, forms.behind("satisfied"))),
        _clause("基本满意率", _rate("代表基本满意率", result.fairly, forms.behind("fairly")))
        if result.fairly.numerator
        else [],
    )


def _overdue(figures: WorkFigures, total: Row) -> Iterator[Sentence]:
    yield from _sentence(
        Label("Overdue", "超期情况"),
        f"截至{_day(figures)}，",
        _clause("尚有", _of(total, "overdue", "逾期"), "件超过办理期限"),
    )


def _year(figures: WorkFigures, total: Row) -> Iterator[Sentence]:
    now, before = total.value("collected") or 0, figures.year_ago
    if not now or not before:
        return
    cell = total.figures["collected"].cell
    base = Number("上年同期收集", before, str(before), replace(cell, period=figures.before))
    against = ("收集群众意见建议比上年同期（", base, "件）")
    more = now - before
    if not more:
        yield Sentence(Label("Against a year ago", "同比"), (*against, "持平。"))
        return
    much = Number("同比增减", abs(more), str(abs(more)), cell)
    share = Change(now, before).percent().lstrip("+-").replace(" ", "")
    words = ("增加", "件，增长") if more > 0 else ("减少", "件，下降")
    yield Sentence(Label("Against a year ago", "同比"), (*against, words[0], much, f"{words[1]}{share}。"))


def _categories(figures: WorkFigures) -> Iterator[Sentence]:
    rows = [row for row in figures.station.categories if row.figures["collected"].cell.category]
    rows = sorted(rows, key=lambda row: -(row.value("collected") or 0))[:_MOST_CATEGORIES]
    each = [
        [f"{row.name}（", number, "件）"]
        for row in rows
        if (number := _of(row, "collected", f"收集件数（{row.name}）")) is not None
    ]
    said = _joined(each, "、")  # type: ignore[arg-type]
    if said:
        yield Sentence(Label("What people raise", "群众关注"), ("群众反映较多的是", *said, "。"))


def _day(figures: WorkFigures) -> str:
    day = figures.station.today
    return f"{day.year}年{day.month}月{day.day}日"


# --- the table --------------------------------------------------------------------------------------

_WORDS = (
    Column("内容", wide=18, chars=12),
    Column("用语", Kind.LONG, wide=140, chars=90),
)
_SOURCES = (
    Column("用语", wide=26, chars=14),
    Column("数字", wide=60, chars=30),
    Column("件、人次等", Kind.NUMBER, wide=24, chars=12),
    Column("比率", Kind.RATE, wide=44),
)


def table(figures: WorkFigures, request: ReportRequest) -> Table:
    """The sentences, and each of their numbers with what it counts; for the page and the workbook."""
    said = sentences(figures)
    station = figures.station
    rows = [
        (
            one.title.zh,
            number.label,
            linked(number.value, number.link) if isinstance(number.value, int) else None,
            _share(number),
        )
        for one in said
        for number in one.numbers
    ]
    return Table(
        TITLE,
        Facts(
            station.scope_name,
            station.period.official,
            station.profile,
            (station.total.value("collected") or 0) + (station.total.value("suggestions") or 0),
            request.made_by,
            request.made_at,
            left_out(station.left_out),
        ),
        (
            Section("用语", _WORDS, [(one.title.zh, one.text) for one in said], None, len(said)),
            Section("数字出处", _SOURCES, rows, None, len(rows)),
        ),
        NOTES,
        sentences=said,
    )


def _share(number: Number) -> Entry:
    if isinstance(number.value, int):
        return None
    return linked(number.value, number.link)


@contextmanager
def work_report(desk: Desk, request: ReportRequest) -> Iterator[Table]:
    """工作报告用语 of a period, as things stand on the day it is made."""
    assert request.period is not None  # the catalogue has asked for it
    yield table(work_figures(desk, request.period, request.scope, today=request.today), request)
