"""What a report offers to be put into a town's own workbook: names of single cells, and of rows that grow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from station_desk.domain.figures import Rate
from station_desk.reports.content import Column, Entry, Facts, Section, Table, plain

Filling = str | int | float | date | None
"""What a cell is given."""

CODES: Mapping[str, str] = MappingProxyType(
    {
        # of the station report
        "接待日数": "sessions", "代表人次": "deputies", "群众人次": "people", "收集件数": "received",
        "当场答复": "answered", "转办交办": "handed", "转为建议": "raised", "代表建议": "suggestions",
        "期内解决": "solved", "解决且转建议": "solved_raised", "办结": "closed", "逾期": "overdue",
        "反馈": "told", "收到评价": "judged", "满意": "satisfied", "办结率": "rate_closed",
        "期内解决率": "rate_solved", "反馈率": "rate_told", "群众满意率": "rate_satisfied",
        # of suggestions handled
        "提出": "put_forward", "未提交": "draft", "撤回": "withdrawn", "退回待改派": "to_reassign",
        "应办": "to_handle", "已答复": "replied", "跟踪承诺": "tracked", "重办过": "redone",
        "按期交办率": "rate_handed_on_time", "按期答复率": "rate_replied_on_time", "面商率": "rate_met",
        "解决率（A类）": "rate_resolved", "主办、分办": "lead", "会办": "joint", "退回": "returned",
        "逾期未复": "late", "答复": "replies", "答复件数": "replies", "占比": "rate_share",
        "满意率": "rate_satisfied", "基本满意率": "rate_fairly", "满意和基本满意": "rate_overall",
        "基本满意": "fairly", "不满意": "dissatisfied", "应收": "asked", "收回": "back",
        "收回率": "rate_back", "催收后未回": "reminded", "其他未回": "waiting", "承诺事项": "promised",
        "到期": "fallen_due", "已兑现": "kept", "未兑现": "unkept", "逾期未认定": "not_judged",
        "落实率": "rate_kept",
        # of lists
        "序号": "place", "编号": "number", "收集日期": "day", "登记日期": "day", "日期": "day",
        "来源": "channel", "站点": "station", "网格": "grid", "代表": "deputy", "反映人": "visitor",
        "联系电话": "phone", "电话": "phone", "类别": "category", "内容摘要": "summary", "事项": "title",
        "承办": "units", "交办日": "handed_on", "限办日": "due_on", "到期日": "due_on", "期限": "due_on",
        "办结日": "finished_on", "结果": "result", "进度或结果": "result", "进度": "stage",
        "群众评价": "verdict", "评价": "verdict", "备注": "remark", "月份": "month",
        "提出时间": "time", "承办单位": "unit", "承诺单位": "unit", "答复类别": "class", "口径": "reading",
        "逾期天数": "days_late", "到期日的由来": "reason",
    }
)  # fmt: skip
"""Short names of columns by their Chinese heads; a column's name is its head itself, too."""

SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "": "rows", "按站点": "stations", "按类别": "categories", "按月份": "months", "按提出时间": "times",
        "按镇街": "towns", "按网格": "grids", "征询评价": "verdicts",
        "按承办单位": "units", "按答复类别": "classes", "承诺事项": "promises",
    }
)  # fmt: skip
"""Names of the rows that grow, by the title of their part of the table."""

_READ_FIRST = frozenset({"verdicts"})
"""Parts without totals whose first line is the reading that counts."""
_YEAR = re.compile(r"（[^（）]*\d[^（）]*）")
_MARKS = "（）()、，,：: 　"


@dataclass(frozen=True, slots=True)
class Single:
    """A name for one cell: what it is called besides, and what the cell is given."""

    name: str
    also: str
    value: Filling


@dataclass(frozen=True, slots=True)
class Growing:
    """A name for a row that grows: its columns by every name they have, and the lines."""

    name: str
    also: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Entry]]

    def place(self, text: str) -> tuple[int, str] | None:
        """Which column (from 0) a placeholder means, and which part of a rate ("" for all of it)."""
        wanted = bare(text)
        for at, column in enumerate(self.columns):
            for name in _names_of(column):
                for part in ("", *PARTS):
                    if wanted == (f"{name}_{part}" if part else name):
                        return at, part
        return None


PARTS = ("value", "part", "base")
"""Of a rate: the share as a number, what it counts, and of how many."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Everything one report offers, in the order said."""

    singles: tuple[Single, ...]
    growing: tuple[Growing, ...]

    def single(self, name: str) -> Single | None:
        """By either of its names, whatever their case."""
        wanted = bare(name)
        return next((one for one in self.singles if wanted in (bare(one.name), bare(one.also))), None)

    def rows(self, name: str) -> Growing | None:
        """By either of its names; rows that this table does not have now are known and empty."""
        wanted = bare(name)
        found = next((one for one in self.growing if wanted in (bare(one.name), bare(one.also))), None)
        if found is not None:
            return found
        known = {bare(word): (title, code) for title, code in SECTIONS.items() for word in (title, code)}
        title, code = known.get(wanted, ("", ""))
        return Growing(code, title, (), ()) if code else None


def bare(text: str) -> str:
    """A name as compared: without braces, marks that a name may not have, and case."""
    text = text.strip().strip("{}[]【】<>《》")
    return "".join(c for c in text if c not in _MARKS).casefold()


def offered(table: Table) -> Offered:
    """What this table offers: what it says of itself, its totals, and each of its parts as rows."""
    singles = list(_facts(table))
    taken = {one.name for one in singles}
    growing: list[Growing] = []
    for section in table.sections:
        code = SECTIONS.get(section.title) or _spelt(section.title)
        title = section.title or "明细"
        totals = section.total
        if totals is None and code in _READ_FIRST and isinstance(section.rows, Sequence) and section.rows:
            totals = section.rows[0]
        for one in _totals(section, totals, code, taken):
            singles.append(one)
            taken.add(one.name)
        growing.append(Growing(code, title, section.columns, section.rows))
    return Offered(tuple(singles), tuple(growing))


def _facts(table: Table) -> Iterator[Single]:
    facts: Facts = table.facts
    yield Single("title", "标题", table.title)
    yield Single("station", "站点", facts.scope)
    yield Single("period", "时段", facts.period)
    yield Single("rules", "规则方案", facts.profile)
    yield Single("records", "记录数", facts.records)
    yield Single("made_by", "制表人", facts.made_by)
    yield Single("made_on", "制表日期", facts.made_at.date())
    yield Single("left_out", "未计入", "\n".join(facts.left_out))
    yield Single("notes", "说明", "\n".join(table.notes))


def _totals(section: Section, totals: Sequence[Entry] | None, code: str, taken: set[str]) -> Iterator[Single]:
    """Each total under its own name; one that an earlier part has taken, with that of its part before it."""
    if totals is None:
        return
    for column, entry in zip(section.columns[1:], totals[1:], strict=True):
        name, also = CODES.get(column.title, _spelt(column.title)), _spelt(column.title)
        if name in taken:
            name, also = f"{code}_{name}", f"{section.title}_{also}"
        value = plain(entry)
        yield Single(name, also, filling(value, column))
        for part in PARTS if isinstance(value, Rate) else ():
            yield Single(f"{name}_{part}", f"{also}_{part}", filling(value, column, part))


def filling(entry: Entry, column: Column, part: str = "") -> Filling:
    """What a cell is given for a value: a rate with what it was made of, unless a part of it is asked for."""
    value = plain(entry)
    if not isinstance(value, Rate):
        return value
    match part:
        case "value":
            return float(value.value) if value.value is not None else None
        case "part":
            return value.numerator
        case "base":
            return value.denominator
        case _:
            return value.text(column.decimals)


def _names_of(column: Column) -> Iterator[str]:
    yield bare(column.title)
    yield bare(_spelt(column.title))
    if column.title in CODES:
        yield CODES[column.title]


def _spelt(title: str) -> str:
    """A head as a workbook may name a cell; without its year, which changes."""
    return "".join(c for c in _YEAR.sub("", title) if c not in _MARKS)
