"""建议办理情况: hand-over, replies, verdicts and promises, by time, unit, class and verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType

from station_desk.casework.context import Desk
from station_desk.casework.statistics_handling import HandledRow, HandlingFigures, handling_figures
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
from station_desk.reports.request import ReportRequest

TITLE = "代表建议办理情况统计表"
ALL = "全部时段"
_N, _R = Kind.NUMBER, Kind.RATE


def _count(title: str, wide: float = 11) -> Column:
    return Column(title, _N, wide=wide)


def _rate(title: str, decimals: int = 1) -> Column:
    return Column(title, _R, wide=18, decimals=decimals)


_TIMES = (
    Column("提出时间", wide=18, chars=12),
    _count("提出"), _count("未提交"), _count("撤回"), _count("退回待改派", 13), _count("应办"),
    _count("办结"), _rate("办结率", 2), _rate("按期交办率"), _count("已答复"), _count("跟踪承诺"),
    _count("重办过"), _rate("按期答复率"), _rate("面商率"), _rate("解决率（A类）"),
)  # fmt: skip
_CLASSES = (
    Column("答复类别", wide=70, chars=34),
    _count("答复件数", 14), _rate("占比"), _rate("面商率"), _rate("满意率"), _rate("基本满意率"),
    _count("不满意", 14),
)  # fmt: skip
_VERDICTS = (
    Column("口径", wide=56, chars=32),
    _count("应收", 12), _count("收回", 12), _rate("收回率"), _count("催收后未回", 16), _count("其他未回", 14),
    _count("满意", 12), _count("基本满意", 13), _count("不满意", 12), _rate("满意率"), _rate("基本满意率"),
    _rate("满意和基本满意"),
)  # fmt: skip
_PROMISES = (
    Column("承诺单位", wide=60, chars=24),
    _count("承诺事项", 14), _count("到期", 12), _count("已兑现", 12), _count("未兑现", 12),
    _count("逾期未认定", 16), _rate("落实率"),
)  # fmt: skip


def _some(row: HandledRow, *measures: str) -> list[Entry]:
    return [linked(row.n(name), row.behind(name) if row.n(name) else None) for name in measures]


def _left(row: HandledRow, value: int, measure: str, *less: str) -> Entry:
    return linked(value, row.left(measure, *less) if value else None)


def _part(row: HandledRow, rate: Rate, *measures: str) -> Entry:
    """A rate opens what its part counts."""
    return linked(rate, row.behind(*measures) if any(row.n(name) for name in measures) else None)


def _times(row: HandledRow) -> list[Entry]:
    return [
        row.name,
        *_some(row, "raised", "draft", "withdrawn", "reassign"),
        _left(row, row.due, "raised", "draft", "withdrawn", "reassign"),
        *_some(row, "done"),
        _part(row, row.completed, "done"),
        _part(row, row.handed_on_time, "hand_on_time"),
        *_some(row, "answered", "tracked", "redone"),
        _part(row, row.replied_on_time, "reply_on_time"),
        _part(row, row.met, "met"),
        _part(row, row.resolved, "class A"),
    ]


def _unit_columns(letters: Sequence[str]) -> tuple[Column, ...]:
    return (
        Column("承办单位", wide=42, chars=24),
        _count("主办、分办", 13), _count("会办"), _count("退回"), _count("逾期未复", 12), _rate("按期答复率"),
        _count("答复", 10), *(_count(f"{letter}类", 8) for letter in letters), _rate("解决率（A类）"),
        _rate("面商率"), _rate("满意率"), _rate("基本满意率"), _count("不满意"),
    )  # fmt: skip


def _units(row: HandledRow, letters: Sequence[str]) -> list[Entry]:
    said = row.satisfied
    return [
        row.name,
        *_some(row, "lead", "co", "returned", "late"),
        _part(row, row.replied_on_time, "reply_on_time"),
        *_some(row, "replies", *(f"class {letter}" for letter in letters)),
        _part(row, row.resolved, "class A"),
        _part(row, row.met, "met"),
        _part(row, said.satisfied, "satisfied"),
        _part(row, said.fairly, "fairly"),
        *_some(row, "dissatisfied"),
    ]


def _classes(row: HandledRow, all_replies: int) -> list[Entry]:
    said = row.satisfied
    return [
        row.name,
        *_some(row, "replies"),
        _part(row, Rate(row.n("replies"), all_replies), "replies"),
        _part(row, row.met, "met"),
        _part(row, said.satisfied, "satisfied"),
        _part(row, said.fairly, "fairly"),
        *_some(row, "dissatisfied"),
    ]


def _verdicts(row: HandledRow) -> list[Entry]:
    said = row.satisfied
    out = row.n("asked") - row.n("back") - row.n("reminded")
    return [
        row.name,
        *_some(row, "asked", "back"),
        _part(row, row.back, "back"),
        *_some(row, "reminded"),
        linked(out, row.behind("waiting") if out else None),
        *_some(row, "satisfied", "fairly", "dissatisfied"),
        _part(row, said.satisfied, "satisfied"),
        _part(row, said.fairly, "fairly"),
        _part(row, said.overall, "satisfied", "fairly"),
    ]


def _promises(row: HandledRow) -> list[Entry]:
    return [
        row.name,
        *_some(row, "promises", "promise_due", "kept", "unkept", "promise_late"),
        _part(row, row.kept, "kept"),
    ]


def notes(figures: HandlingFigures) -> tuple[str, ...]:
    """How every rate is made, and which verdict counts: the base is never left to be guessed."""
    return (
        "办结率＝办结÷应办；应办＝提出－未提交－撤回－退回待改派；办结指已办结（含会商办结），承诺仍在跟踪或二次征求意见中的不算。",
        "按期交办率＝按期交办÷（已交办＋逾期未交办）。按期答复率＝首次答复按期÷（已答复＋逾期未答复），主办、分别办理逐个单位计，"
        "延期经批准的按延期后的期限。",
        "面商率＝面商÷答复，解决率＝A类÷答复；答复以各单位最近一次为准。",
        "满意率＝满意÷收回的征询表，基本满意率同；每位提出代表一份，以最近一轮发出的一份为准（答复、重办、二次征求意见、回头看）。"
        "按建议的一行，以领衔代表的同一份表为准。收回率＝收回÷应收。",
        f"经催收{max(1, figures.reminders)}次仍未交回的征询表不计入满意率，单列“催收后未回”。",
        "落实率＝已兑现承诺÷到期承诺（到期或已认定）。",
        "一件建议由几个单位分别办理的，各单位、各类别分别计，合计按一件计；会办不计答复和评价。",
    )


def table(figures: HandlingFigures, request: ReportRequest) -> Table:
    """The same figures on the page and in the workbook."""
    total = figures.total
    left_out = ["已作废的建议不计入。"]
    if figures.unarrived:
        left_out.append(f"规则方案未到 {figures.unarrived} 件，只计入提出件数。")
    promising = [row for row in figures.units if row.n("promises")]
    letters, replies = figures.letters, total.n("replies")
    sections = (
        _section("按提出时间", _TIMES, [_times(row) for row in figures.times], _times(total)),
        _section("征询评价", _VERDICTS, [_verdicts(row) for row in figures.verdicts], None),
        _section(
            "按承办单位",
            _unit_columns(letters),
            [_units(row, letters) for row in figures.units],
            _units(total, letters),
        ),
        _section(
            "按答复类别",
            _CLASSES,
            [_classes(row, replies) for row in figures.classes],
            _classes(total, replies),
        ),
        _section("承诺事项", _PROMISES, [_promises(row) for row in promising], _promises(total)),
    )
    return Table(
        TITLE,
        Facts(
            figures.scope_name,
            figures.period.official if figures.period is not None else ALL,
            figures.profile,
            total.n("raised"),
            request.made_by,
            request.made_at,
            tuple(left_out),
            "件、份",
        ),
        sections,
        notes(figures),
        charts(figures),
        landscape=True,
        counts=counts_of(sections, {**_ENGLISH, **{f"{letter}类": f"{letter}-class" for letter in letters}}),
    )


def charts(figures: HandlingFigures) -> tuple[Chart, ...]:
    """Who answered in time, what the deputies said of it, and of which class the answers are."""
    units = [row for row in figures.units if row.n("reply_due")]
    verdicts = [row for row in figures.verdicts if row.n("asked")]
    replies = figures.total.n("replies")
    return (
        Chart(
            "各单位首次答复（件次）",
            Shape.BARS,
            tuple(row.name for row in units),
            (
                Series("按期", Tone.FULL, _values(units, "reply_on_time")),
                Series(
                    "逾期",
                    Tone.HATCH,
                    tuple(
                        _left(row, row.n("reply_due") - row.n("reply_on_time"), "reply_due", "reply_on_time")
                        for row in units
                    ),
                ),
            ),
            ends=tuple(row.replied_on_time.text() for row in units),
        ),
        Chart(
            "征询评价（份）",
            Shape.BARS,
            tuple(row.name for row in verdicts),
            (
                Series("满意", Tone.FULL, _values(verdicts, "satisfied")),
                Series("基本满意", Tone.LIGHT, _values(verdicts, "fairly")),
                Series("不满意", Tone.HATCH, _values(verdicts, "dissatisfied")),
                Series(
                    "未收回",
                    Tone.OPEN,
                    tuple(
                        linked(out, row.behind("reminded", "waiting") if out else None)
                        for row in verdicts
                        for out in (row.n("asked") - row.n("back"),)
                    ),
                ),
            ),
            ends=tuple(f"收回 {row.n('back')}/{row.n('asked')}" for row in verdicts),
        ),
        Chart(
            "答复类别（件）",
            Shape.BARS,
            tuple(row.name for row in figures.classes),
            (Series("答复件数", Tone.FULL, _values(figures.classes, "replies")),),
            ends=tuple(Rate(row.n("replies"), replies).text() for row in figures.classes),
        ),
    )


def _values(rows: Sequence[HandledRow], measure: str) -> tuple[Entry, ...]:
    return tuple(_some(row, measure)[0] for row in rows)


def _section(
    title: str, columns: tuple[Column, ...], rows: Sequence[Sequence[Entry]], total: Sequence[Entry] | None
) -> Section:
    return Section(title, columns, rows, total if rows else None, len(rows))


_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "提出": "Raised", "未提交": "Not submitted", "撤回": "Withdrawn", "退回待改派": "To be re-assigned",
        "应办": "To be handled", "办结": "Completed", "已答复": "Answered", "跟踪承诺": "Promises tracked",
        "重办过": "Handled again", "答复件数": "Replies", "不满意": "Dissatisfied", "应收": "Forms sent",
        "收回": "Forms back", "催收后未回": "Not back, reminded", "其他未回": "Not back yet",
        "满意": "Satisfied", "基本满意": "Fairly satisfied", "承诺事项": "Promises", "到期": "Fallen due",
        "已兑现": "Kept", "未兑现": "Not kept", "逾期未认定": "Overdue, not judged",
        "主办、分办": "Lead or separate", "会办": "Co-handling", "退回": "Returned",
        "逾期未复": "Overdue answers", "答复": "Replies",
    }
)  # fmt: skip


@contextmanager
def handled(desk: Desk, request: ReportRequest) -> Iterator[Table]:
    """建议办理情况 of the suggestions raised in the period, as they stand on the day it is made."""
    yield table(handling_figures(desk, request.period, request.scope, today=request.today), request)
