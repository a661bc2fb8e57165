"""The footnote of the undecided: which records on a table or form show a value as it was last agreed."""

from __future__ import annotations

from dataclasses import replace

from station_desk.casework import browse
from station_desk.casework.context import Desk
from station_desk.casework.questions import undecided
from station_desk.reports.content import Table
from station_desk.reports.declared import Kind, Report
from station_desk.reports.lists import narrowed
from station_desk.reports.request import ReportRequest

NAMED = 12
"""Numbers named in the footnote; of more it tells how many."""


def footnote(desk: Desk, report: Report, request: ReportRequest) -> str:
    """What stands at the foot; "" where every value shown is decided."""
    if report.kind is Kind.FORM:
        found = undecided(desk, request.record)
    else:
        found = undecided(desk)
        if found:
            # A list shows what it was asked for; a table of figures rests on what was opened by its end.
            wanted = narrowed(request)
            if not report.filtered and report.record != "deputy":
                wanted = replace(wanted, opened_from=None)
            if report.record == "deputy":
                wanted = replace(wanted, deputy=request.record)
            ids = tuple(one.matter for one in found if wanted.ids is None or one.matter in wanted.ids)
            rows = browse.page(desk, replace(wanted, ids=ids), limit=len(ids) or 1) if ids else []
            shown = {row.id for row in rows}
            found = tuple(one for one in found if one.matter in shown)
    if not found:
        return ""
    values = sum(one.fields for one in found)
    numbers = "、".join(one.number for one in found[:NAMED])
    more = f"等 {len(found)} 件" if len(found) > NAMED else ""
    return f"有 {values} 处内容待有权机关裁定，暂按各方最后一致的内容列示：{numbers}{more}。"


def noted(table: Table, words: str) -> Table:
    """The table with the footnote among what it says of itself."""
    if not words:
        return table
    said = tuple(line for line in table.facts.left_out if line != "无。")
    return replace(table, facts=replace(table.facts, left_out=(*said, words)))
