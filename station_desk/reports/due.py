"""Which report is due today for which period, until it is made; that is noted in the desk's own file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.casework.statistics import Period
from station_desk.domain.profile import RuleProfile
from station_desk.domain.vocabulary import Role
from station_desk.reports.declared import REPORTS, DueRule, Report
from station_desk.reports.periods import Unit, back
from station_desk.reports.request import ReportRequest

_KEY = "reports.made"
REMINDED_DAYS = 31
"""Days after which nobody is reminded any more: by then it was asked for, or is not wanted."""
KEPT = 200
"""Notes kept, the newest: years of every report that is due."""


@dataclass(frozen=True, slots=True)
class DueReport:
    """A report that is to be made: its last period of that unit, and the day it is due."""

    report: Report
    unit: Unit
    period: Period
    day: date


def waiting(desk: Desk, role: Role, today: date) -> tuple[DueReport, ...]:
    """What is due today or was in the month before and has not been made, the earliest first; nothing for
    who only reads. A period before the first matter of this desk is nobody's to report."""
    if role is Role.VIEWER:
        return ()
    declared = [(r, rule) for r in REPORTS.values() if role in r.roles for rule in r.due]
    made, profile = _made(desk), desk.profile()
    found: list[DueReport] = []
    for report, rule in declared:
        period = back(rule.unit, today, 1)
        day = due_day(profile, rule, period)
        if day is None or not 0 <= (today - day).days < REMINDED_DAYS or _note(report.name, period) in made:
            continue
        if browse.page(desk, MatterFilter(opened_to=period.last), limit=1):
            found.append(DueReport(report, rule.unit, period, day))
    return tuple(sorted(found, key=lambda one: one.day))


def due_day(profile: RuleProfile, rule: DueRule, period: Period) -> date | None:
    """The day the rules say, drawn forward to a working day, for on a holiday nobody is reminded; the next
    one where every day since the period was a holiday. None where they want no reminder."""
    days = profile.limit(rule.limit)
    if not days:
        return None
    since = (period.last + timedelta(n) for n in range(days, 0, -1))
    day = next((day for day in since if profile.calendar.is_working(day)), None)
    return day or profile.calendar.next_working_day(period.last + timedelta(days))


def note_made(desk: Desk, name: str, request: ReportRequest) -> None:
    """Note that a report went out for its period: it is due no more. One of another desk's station is not
    the desk's own, and no note is kept for what is never due."""
    report = REPORTS.get(name)
    if report is None or not report.due or request.period is None:
        return
    if request.scope in ("", desk.identity.site):
        _keep(desk, _note(name, request.period))


def waive(desk: Desk, one: DueReport) -> None:
    """Nobody asks for it this time: it is due no more."""
    _keep(desk, _note(one.report.name, one.period))


def _keep(desk: Desk, note: str) -> None:
    noted = _made(desk)
    if note not in noted:
        desk.set_meta(_KEY, json.dumps([*noted, note][-KEPT:]))


def _made(desk: Desk) -> list[str]:
    return [str(note) for note in json.loads(desk.meta(_KEY) or "[]")]


def _note(name: str, period: Period) -> str:
    return f"{name} {period.first:%Y-%m-%d} {period.last:%Y-%m-%d}"
