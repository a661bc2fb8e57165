"""A monthly report is reminded of on its day, and no more once it went out for that month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from station_desk.casework.context import Desk
from station_desk.casework.statistics import Period
from station_desk.domain.profile_text import load_builtin
from station_desk.domain.vocabulary import Role
from station_desk.reports import due
from station_desk.reports.declared import REPORTS
from station_desk.reports.periods import Unit, back, opening
from tests import builders as b
from tests.reports.sheets_of import asked

JUNE_5 = date(2026, 6, 5)
"""A Friday: the fifth day after May."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = b.a_desk(tmp_path)
    b.an_issue(made)  # on 7 May
    return made


def waiting(desk: Desk, today: date, role: Role = Role.CLERK) -> list[tuple[Unit, Period]]:
    return [(one.unit, one.period) for one in due.waiting(desk, role, today)]


def test_the_months_report_is_due_on_the_fifth_day_of_the_next_until_it_went_out(desk: Desk) -> None:
    may = Period.of_months("2026-05")
    assert waiting(desk, date(2026, 6, 4)) == []
    assert waiting(desk, JUNE_5) == [(Unit.MONTH, may)]
    assert waiting(desk, date(2026, 6, 29)) == [(Unit.MONTH, may)], "still, where it was forgotten"
    assert [unit for unit, _ in waiting(desk, date(2026, 8, 20))] == [Unit.MONTH], "the quarter's is past"

    due.note_made(desk, "monthly", asked(period=Period.of_months("2026-04")))
    due.note_made(desk, "promises", asked(period=may))
    assert waiting(desk, JUNE_5), "another month, another report"
    due.note_made(desk, "monthly", asked(period=may))
    assert waiting(desk, JUNE_5) == []


def test_what_nobody_asks_for_is_not_reminded_of_again(desk: Desk) -> None:
    due.waive(desk, due.waiting(desk, Role.CLERK, JUNE_5)[0])
    assert waiting(desk, JUNE_5) == []
    assert [unit for unit, _ in waiting(desk, date(2026, 7, 10))] == [Unit.MONTH, Unit.QUARTER]


def test_a_station_far_off_is_not_the_whole_desk(desk: Desk) -> None:
    may = Period.of_months("2026-05")
    due.note_made(desk, "monthly", asked(period=may, scope="CN"))
    assert waiting(desk, JUNE_5)
    due.note_made(desk, "monthly", asked(period=may, scope="HC"))
    assert waiting(desk, JUNE_5) == []


def test_quarter_and_year_have_days_of_their_own(desk: Desk) -> None:
    due.note_made(desk, "monthly", asked(period=Period.of_months("2026-06")))
    assert waiting(desk, date(2026, 7, 9)) == []
    assert waiting(desk, date(2026, 7, 10)) == [(Unit.QUARTER, Period.of_months("2026-04", "2026-06"))]
    found = waiting(desk, date(2027, 1, 15))
    assert found == [
        (Unit.MONTH, Period.of_months("2026-12")),
        (Unit.QUARTER, Period.of_months("2026-10", "2026-12")),
        (Unit.YEAR, Period.of_months("2026-01", "2026-12")),
    ]


def test_a_day_that_is_a_holiday_is_drawn_forward_to_a_working_day(desk: Desk) -> None:
    rule = REPORTS["monthly"].due[0]
    profile = load_builtin("guangdong")
    assert due.due_day(profile, rule, Period.of_months("2026-05")) == JUNE_5
    # The fifth of July 2026 is a Sunday.
    assert due.due_day(profile, rule, Period.of_months("2026-06")) == date(2026, 7, 3)
    # All of the first five days of May 2026 are the holiday of Labour Day.
    assert due.due_day(profile, rule, Period.of_months("2026-04")) == date(2026, 5, 6)


def test_nobody_is_reminded_of_a_time_before_the_desk_or_who_only_reads(desk: Desk, tmp_path: Path) -> None:
    assert waiting(desk, date(2026, 5, 20)) == [], "April was before the first matter"
    assert waiting(desk, JUNE_5, Role.VIEWER) == []
    assert waiting(desk, JUNE_5, Role.DEPUTY) == []
    assert waiting(b.a_desk(tmp_path, "NEW"), JUNE_5) == []


def test_a_rule_of_no_days_wants_no_reminder() -> None:
    profile = load_builtin("guangdong")
    rule = REPORTS["monthly"].due[0]
    silent = {**profile.limits, rule.limit: replace(profile.limits[rule.limit], n=0)}
    assert due.due_day(replace(profile, limits=silent), rule, Period.of_months("2026-05")) is None


def test_periods_are_counted_back_over_the_turn_of_a_year() -> None:
    assert back(Unit.MONTH, date(2026, 1, 31), 1) == Period.of_months("2025-12")
    assert back(Unit.QUARTER, date(2026, 1, 31), 1) == Period.of_months("2025-10", "2025-12")
    assert back(Unit.YEAR, date(2026, 1, 31), 0) == Period.of_months("2026-01", "2026-12")
    assert [opening(Unit.MONTH, date(2026, 5, day)) for day in (1, 10, 11)] == [1, 1, 0]
    assert [opening(Unit.QUARTER, date(2026, month, 5)) for month in (4, 5)] == [1, 0]
