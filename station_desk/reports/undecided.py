"""What a table or form leaves out or rests on: values not decided, rules and records not yet arrived."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from station_desk.casework import arrivals, browse
from station_desk.casework.arrivals import Awaited
from station_desk.casework.context import Desk
from station_desk.casework.questions import Undecided, undecided, undecided_of
from station_desk.reports.content import Table
from station_desk.reports.declared import Kind, Report
from station_desk.reports.lists import narrowed
from station_desk.reports.request import ReportRequest

NAMED = 12
"""Numbers named in the footnote; of more it tells how many."""

_OFFICES = 6
_NO_RULES = "规则方案未到"


@dataclass(frozen=True, slots=True)
class Missing:
    """What a table rests on: matters shown as last agreed, matters whose rules have not arrived, and offices
    whose records of that time may not have."""

    undecided: tuple[Undecided, ...] = ()
    unarrived: int = 0
    awaited: tuple[Awaited, ...] = ()


def missing(desk: Desk, report: Report, request: ReportRequest) -> Missing:
    """What a table made now leaves out or rests on."""
    period = request.period
    until = period.last if period is not None else None
    return Missing(
        _of_table(desk, report, request),
        arrivals.unarrived(desk, period, request.scope, report.track),
        arrivals.awaited(desk, until, request.today, request.scope),
    )


def _of_table(desk: Desk, report: Report, request: ReportRequest) -> tuple[Undecided, ...]:
    found = undecided(desk)
    if not found:
        return ()
    # A list shows what it was asked for; a table of figures rests on what was opened by its end.
    wanted = narrowed(request)
    if not report.filtered and report.record != "deputy":
        wanted = replace(wanted, opened_from=None)
    if report.record == "deputy":
        wanted = replace(wanted, deputy=request.record)
    ids = tuple(one.matter for one in found if wanted.ids is None or one.matter in wanted.ids)
    rows = browse.page(desk, replace(wanted, ids=ids), limit=len(ids) or 1) if ids else []
    shown = {row.id for row in rows}
    return tuple(one for one in found if one.matter in shown)


def footnote(desk: Desk, report: Report, request: ReportRequest) -> str:
    """What stands at a form's foot; "" where every value shown is decided."""
    if report.kind is not Kind.FORM:
        return ""
    if report.record != "deputy" or request.record is None:
        return _undecided(undecided(desk, request.record))
    period = request.period
    days = (period.first, period.last) if period is not None else ()
    return _undecided(undecided_of(desk, request.record, *days))


def _undecided(found: tuple[Undecided, ...]) -> str:
    if not found:
        return ""
    values = sum(one.fields for one in found)
    numbers = "、".join(one.number for one in found[:NAMED])
    more = f"等 {len(found)} 件" if len(found) > NAMED else ""
    return f"有 {values} 处内容待有权机关裁定，暂按各方最后一致的内容列示：{numbers}{more}。"


def noted(table: Table, found: Missing) -> Table:
    """The table with what is missing among what it says of itself; "无。" where there is nothing."""
    said = [line for line in table.facts.left_out if line != "无。"]
    words = _undecided(found.undecided)
    if words:
        said.append(words)
    if found.unarrived and not any(_NO_RULES in line for line in said):
        said.append(f"{_NO_RULES} {found.unarrived} 件，其进度、期限未计入。")
    if found.awaited:
        said.append(_awaited(found.awaited))
    return replace(table, facts=replace(table.facts, left_out=tuple(said) or ("无。",)))


def _awaited(found: tuple[Awaited, ...]) -> str:
    named = "、".join(f"{one.name}（{_last(one.last)}）" for one in found[:_OFFICES])
    more = f"等 {len(found)} 处" if len(found) > _OFFICES else ""
    return f"下级记录可能未到齐：{named}{more}。"


def _last(day: date | None) -> str:
    return f"最近一包 {day:%Y-%m-%d} 收到" if day is not None else "从未收到"
