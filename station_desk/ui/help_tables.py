"""Tables of the help, drawn from what is declared: a track's steps, every report with what it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from station_desk.domain.vocabulary import ROLES, Role
from station_desk.i18n import translate
from station_desk.reports.catalogue import REPORTS, Report
from station_desk.reports.periods import Unit
from station_desk.ui import look, track_plan
from station_desk.ui.track_plan import Clocks


def steps(track: str, clocks: Clocks) -> str:
    """Every step of a track as HTML, with the terms of `clocks`."""
    heads = (
        (translate("help", "Step, and by whom"), 30),
        (translate("help", "From → to"), 36),
        (translate("help", "Asks for; clock"), 34),
    )
    rows = (
        (
            f"<b>{escape(row.label)}</b><br>{escape(row.who)}",
            escape(row.course),
            _lines((row.asks, row.clock)),
        )
        for row in track_plan.table(track_plan.plan(track, clocks))
    )
    return _table(heads, rows)


def reports() -> str:
    """Every report as HTML: what it is, what it asks for, what it is made as, for whom, when it is due."""
    heads = (
        (translate("help", "Report"), 36),
        (translate("help", "Asks for"), 34),
        (translate("help", "Made as; offered to"), 30),
    )
    return _table(heads, (_report(report) for report in REPORTS.values()))


def _report(report: Report) -> tuple[str, str, str]:
    asks = [
        translate("help", "{what} (needed)", what=p.label) if p.required else str(p.label)
        for p in report.parameters
    ]
    made = [suffix.upper() if suffix == "pdf" else "Excel" for suffix in report.formats]
    if report.per_station:
        made.append(translate("help", "a file for each station"))
    due = [str(_DUE[rule.unit]()) for rule in report.due]
    last = [
        translate("help", ", ").join(made),
        _offered_to(report),
        translate("help", "Due {when}", when=translate("help", ", ").join(due)) if due else "",
    ]
    return (
        f"<b>{escape(str(report.title))}</b><br>{escape(str(report.hint))}",
        _lines(asks),
        _lines(last),
    )


_DUE = {
    Unit.MONTH: lambda: translate("help", "monthly"),
    Unit.QUARTER: lambda: translate("help", "quarterly"),
    Unit.YEAR: lambda: translate("help", "yearly"),
}


def _offered_to(report: Report) -> str:
    """Whom it is for; who is left out where that is shorter."""
    without = [role for role in Role if role not in report.roles]
    if not without:
        return translate("help", "everybody")
    named = translate("help", ", ").join(ROLES.label(role) for role in without)
    return translate("help", "all but {roles}", roles=named)


def _lines(parts: Iterable[str]) -> str:
    return "<br>".join(escape(part) for part in parts if part) or "—"


def _table(heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]) -> str:
    theme = look.current()
    line = f"border-bottom: 1px solid {theme.hex('line')}; padding: {theme.px(5)}px {theme.px(6)}px"
    top = "".join(
        f"<th align='left' width='{wide}%' style='{line}'>{escape(head)}</th>" for head, wide in heads
    )
    body = ("".join(f"<td style='{line}'>{cell}</td>" for cell in row) for row in rows)
    return f"<table width='100%' cellspacing='0'>{''.join(f'<tr>{row}</tr>' for row in (top, *body))}</table>"
