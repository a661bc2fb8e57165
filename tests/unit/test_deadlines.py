"""A clock's rule, start, pauses and extension give one day, and the program can say why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_desk import i18n
from station_desk.domain.deadlines import (
    ClockRule,
    Due,
    Extension,
    Nearness,
    Pause,
    Unit,
    compute,
    explain,
    remaining,
)
from station_desk.domain.profile_text import load_builtin
from station_desk.domain.workdays import Calendar, add_months, calendar

CALENDAR = load_builtin("guangdong").calendar
PLAIN = calendar()
DAYS = st.dates(date(2016, 1, 1), date(2029, 12, 31))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = i18n.language()
    i18n.set_language(i18n.ENGLISH)
    yield
    i18n.set_language(before)


def a_rule(
    n: int, unit: Unit = Unit.WORKING_DAYS, *, confirmed: bool = True, shift: bool = False
) -> ClockRule:
    return ClockRule(
        "issue.handling", i18n.Label("Handling", "部门处置"), unit, n, "a rule", confirmed, "", shift
    )


def due(n: int, unit: Unit, start: date, *pauses: Pause, extension: date | None = None) -> date:
    return compute(a_rule(n, unit), start, CALENDAR, pauses, extension).day


# --- working days ---------------------------------------------------------------------------------


def test_the_day_of_the_start_is_not_counted() -> None:
    assert due(3, Unit.WORKING_DAYS, date(2024, 6, 17)) == date(2024, 6, 20)


def test_weekends_are_not_counted() -> None:
    assert due(3, Unit.WORKING_DAYS, date(2024, 6, 20)) == date(2024, 6, 25)
    assert due(1, Unit.WORKING_DAYS, date(2024, 6, 22)) == date(2024, 6, 24)


def test_spring_festival_is_skipped_and_its_make_up_sundays_are_counted() -> None:
    # 2024: free from 10 to 17 February, worked on Sunday 4 and Sunday 18 February.
    assert due(1, Unit.WORKING_DAYS, date(2024, 2, 2)) == date(2024, 2, 4)
    assert due(6, Unit.WORKING_DAYS, date(2024, 2, 2)) == date(2024, 2, 9)
    assert due(7, Unit.WORKING_DAYS, date(2024, 2, 2)) == date(2024, 2, 18)


def test_national_day_is_skipped_and_its_make_up_days_are_counted() -> None:
    # 2024: free from 1 to 7 October, worked on Sunday 29 September and Saturday 12 October.
    assert due(5, Unit.WORKING_DAYS, date(2024, 9, 27)) == date(2024, 10, 10)
    assert due(7, Unit.WORKING_DAYS, date(2024, 9, 27)) == date(2024, 10, 12)
    assert due(15, Unit.WORKING_DAYS, date(2024, 9, 27)) == date(2024, 10, 23)


def test_the_spring_festival_of_2020_was_lengthened_and_lost_a_make_up_day() -> None:
    assert due(1, Unit.WORKING_DAYS, date(2020, 1, 23)) == date(2020, 2, 3)
    assert not CALENDAR.is_working(date(2020, 2, 1))


def test_a_term_of_no_days_is_due_on_its_start_even_on_a_rest_day() -> None:
    for unit in Unit:
        assert due(0, unit, date(2024, 10, 1)) == date(2024, 10, 1)


def test_a_year_without_a_calendar_counts_monday_to_friday() -> None:
    assert due(5, Unit.WORKING_DAYS, date(2031, 9, 30)) == date(2031, 10, 7)
    assert due(5, Unit.WORKING_DAYS, date(2010, 9, 30)) == date(2010, 10, 7)


def test_a_long_term_crosses_the_end_of_the_published_years() -> None:
    end = date(2026, 12, 31)
    assert due(1, Unit.WORKING_DAYS, end) == date(2027, 1, 1)
    assert due(261, Unit.WORKING_DAYS, end) == date(2027, 12, 31)


def test_no_term_runs_backwards() -> None:
    with pytest.raises(ValueError, match="negative"):
        CALENDAR.add_working_days(date(2024, 1, 1), -1)


@given(start=DAYS, n=st.integers(1, 700))
def test_counting_to_the_day_found_gives_the_days_asked(start: date, n: int) -> None:
    for each in (CALENDAR, PLAIN):
        day = each.add_working_days(start, n)
        assert each.is_working(day)
        assert each.working_days_between(start, day) == n
        assert each.working_days_between(day, start) == -n


@given(start=DAYS, days=st.integers(0, 500))
def test_the_count_agrees_with_walking_day_by_day(start: date, days: int) -> None:
    walked = sum(CALENDAR.is_working(start + timedelta(k)) for k in range(1, days + 1))
    assert CALENDAR.working_days_between(start, start + timedelta(days)) == walked


@given(start=DAYS, later=st.integers(0, 90), n=st.integers(0, 200), unit=st.sampled_from(list(Unit)))
def test_a_later_start_or_a_longer_term_is_never_due_earlier(
    start: date, later: int, n: int, unit: Unit
) -> None:
    n = n % 24 if unit is Unit.MONTHS else n
    assert due(n, unit, start) <= due(n, unit, start + timedelta(later))
    assert due(n, unit, start) <= due(n + 1, unit, start)


# --- months and days ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 2, 28), 1, date(2023, 3, 28)),
        (date(2024, 3, 22), 3, date(2024, 6, 22)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2024, 11, 30), 1, date(2024, 12, 30)),
        (date(2024, 12, 31), 0, date(2024, 12, 31)),
    ],
)
def test_a_term_in_months_ends_on_the_same_day_or_the_months_last(
    start: date, months: int, end: date
) -> None:
    assert add_months(start, months) == end
    assert due(months, Unit.MONTHS, start) == end


def test_a_term_in_days_counts_every_day() -> None:
    assert due(15, Unit.DAYS, date(2024, 9, 20)) == date(2024, 10, 5)


def test_a_month_ending_on_a_rest_day_stays_there_and_says_so() -> None:
    rule = a_rule(3, Unit.MONTHS)
    told = explain(rule, date(2024, 7, 4), CALENDAR)
    assert told.due == Due(date(2024, 10, 4), date(2024, 10, 4))
    assert told.rest_day
    assert "2024-10-04 is not a working day; the term ends on it all the same." in told.sentences()


def test_a_profile_may_move_such_an_end_to_the_next_working_day() -> None:
    rule = a_rule(3, Unit.MONTHS, shift=True)
    told = explain(rule, date(2024, 7, 4), CALENDAR)
    assert told.due == Due(date(2024, 10, 8), date(2024, 10, 4))
    assert not told.rest_day
    assert "2024-10-04 is not a working day; moved to the next working day." in told.sentences()


# --- pauses ---------------------------------------------------------------------------------------


def test_paused_working_days_are_not_counted_but_the_day_of_resuming_is() -> None:
    # Without the pause: Thursday 20 June. Tuesday and Wednesday stand still, Thursday counts again.
    pause = Pause(date(2024, 6, 18), date(2024, 6, 20))
    assert due(3, Unit.WORKING_DAYS, date(2024, 6, 17), pause) == date(2024, 6, 24)


def test_a_pause_over_a_weekend_costs_nothing() -> None:
    pause = Pause(date(2024, 6, 22), date(2024, 6, 24))
    assert due(5, Unit.WORKING_DAYS, date(2024, 6, 19), pause) == due(5, Unit.WORKING_DAYS, date(2024, 6, 19))


def test_a_pause_moves_a_term_in_months_or_days_by_as_many_days() -> None:
    pause = Pause(date(2024, 4, 1), date(2024, 4, 11))
    assert due(3, Unit.MONTHS, date(2024, 3, 22), pause) == date(2024, 7, 2)
    assert due(15, Unit.DAYS, date(2024, 3, 22), pause) == date(2024, 4, 16)


def test_only_the_part_of_a_pause_after_the_start_counts() -> None:
    assert due(5, Unit.DAYS, date(2024, 6, 17), Pause(date(2024, 6, 10), date(2024, 6, 20))) == date(
        2024, 6, 24
    )
    assert due(5, Unit.DAYS, date(2024, 6, 17), Pause(date(2024, 6, 1), date(2024, 6, 9))) == date(
        2024, 6, 22
    )


def test_a_pause_after_the_end_changes_nothing() -> None:
    pause = Pause(date(2024, 7, 1), date(2024, 8, 1))
    for unit in (Unit.DAYS, Unit.WORKING_DAYS):
        assert due(5, unit, date(2024, 6, 17), pause) == due(5, unit, date(2024, 6, 17))


def test_overlapping_pauses_in_any_order_are_counted_once() -> None:
    one, two = Pause(date(2024, 6, 18), date(2024, 6, 21)), Pause(date(2024, 6, 19), date(2024, 6, 24))
    whole = Pause(date(2024, 6, 18), date(2024, 6, 24))
    for unit in Unit:
        assert due(5, unit, date(2024, 6, 17), two, one) == due(5, unit, date(2024, 6, 17), whole)


def test_while_the_clock_stands_still_nothing_is_overdue() -> None:
    start = date(2024, 6, 17)
    stopped = compute(a_rule(3), start, CALENDAR, [Pause(date(2024, 6, 19))])
    assert stopped.stopped
    assert stopped.day == date(2024, 6, 20)
    # Stopped only after it had fallen due: that is overdue, not paused.
    assert not compute(a_rule(3), start, CALENDAR, [Pause(date(2024, 6, 21))]).stopped


@given(
    start=DAYS,
    n=st.integers(1, 60),
    unit=st.sampled_from([Unit.WORKING_DAYS, Unit.DAYS]),
    cuts=st.lists(st.tuples(st.integers(0, 120), st.integers(0, 20)), max_size=4),
)
def test_pauses_agree_with_walking_day_by_day(
    start: date, n: int, unit: Unit, cuts: list[tuple[int, int]]
) -> None:
    pauses = [Pause(start + timedelta(at), start + timedelta(at + long)) for at, long in cuts]
    day, left = start, n
    while left:
        day += timedelta(1)
        standing = any(p.to is not None and p.start <= day < p.to for p in pauses)
        if not standing and (unit is Unit.DAYS or CALENDAR.is_working(day)):
            left -= 1
    assert due(n, unit, start, *pauses) == day


# --- extensions and explanations ------------------------------------------------------------------


def test_an_extension_holds_when_it_is_later_and_never_shortens() -> None:
    start = date(2024, 3, 22)
    later = compute(a_rule(3, Unit.MONTHS), start, CALENDAR, (), date(2024, 9, 22))
    assert later == Due(date(2024, 9, 22), date(2024, 6, 22), extended=True)
    earlier = compute(a_rule(3, Unit.MONTHS), start, CALENDAR, (), date(2024, 5, 1))
    assert earlier == Due(date(2024, 6, 22), date(2024, 6, 22))


def test_a_due_date_tells_its_whole_story() -> None:
    told = explain(
        a_rule(7, confirmed=False),
        date(2024, 9, 27),
        CALENDAR,
        [Pause(date(2024, 9, 30), date(2024, 10, 1))],
        Extension(date(2024, 11, 1), "the town office", "the pipe must be dug up"),
    )
    assert told.sentences() == (
        "Started on 2024-09-27; counting begins the day after.",
        "Handling: 7 working days, by a rule.",
        "This rule is not confirmed yet; check it with the congress office.",
        "Holidays not counted: 2024-10-01 (国庆节), 2024-10-02 (国庆节), 2024-10-03 (国庆节), "
        "2024-10-04 (国庆节), 2024-10-07 (国庆节).",
        "Make-up working days counted: 2024-09-29 (国庆节), 2024-10-12 (国庆节).",
        "Paused from 2024-09-30, counted again from 2024-10-01.",
        "By the rule alone it would end on 2024-10-14.",
        "Extended to 2024-11-01 by the town office: the pipe must be dug up.",
        "Due on 2024-11-01.",
    )


def test_the_story_in_chinese_leaves_no_english_behind() -> None:
    i18n.set_language(i18n.CHINESE)
    told = explain(
        a_rule(400, confirmed=False),
        date(2026, 9, 27),
        CALENDAR,
        [Pause(date(2026, 9, 28), date(2026, 9, 29)), Pause(date(2027, 1, 4))],
    )
    for sentence in told.sentences():
        assert not any(letter.isascii() and letter.isalpha() for letter in sentence.replace("a rule", ""))
    assert told.sentences()[0] == "自 2026-09-27 开始，从次日起算。"


def test_a_year_not_published_yet_is_said() -> None:
    told = explain(a_rule(15), date(2026, 12, 25), CALENDAR)
    assert told.unpublished == (2027,)
    assert "The calendar of 2027 is not published yet; it counts Monday to Friday." in told.sentences()
    assert explain(a_rule(3, Unit.MONTHS), date(2026, 12, 25), CALENDAR).unpublished == ()


def test_an_idle_extension_and_a_standing_clock_are_said() -> None:
    told = explain(
        a_rule(10), date(2024, 6, 17), CALENDAR, [Pause(date(2024, 6, 20))], Extension(date(2024, 6, 18))
    )
    assert told.sentences()[-3:] == (
        "The clock has stood still since 2024-06-20.",
        "The extension to 2024-06-18 changes nothing: the term already ends no earlier.",
        "Due on 2024-07-01 at the earliest, once the clock runs again.",
    )


@given(start=DAYS, n=st.integers(0, 24), unit=st.sampled_from(list(Unit)))
def test_the_explanation_and_the_due_date_are_one(start: date, n: int, unit: Unit) -> None:
    rule = a_rule(n, unit)
    assert explain(rule, start, CALENDAR).due == compute(rule, start, CALENDAR)


# --- what is left ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due_on", "state", "working_days", "en", "zh"),
    [
        (date(2024, 9, 19), Nearness.OVERDUE, -6, "6 workdays late", "逾期 6 个工作日"),
        (date(2024, 9, 26), Nearness.OVERDUE, -1, "1 workday late", "逾期 1 个工作日"),
        (date(2024, 9, 27), Nearness.TODAY, 0, "due today", "今天到期"),
        (date(2024, 9, 28), Nearness.TOMORROW, 0, "due tomorrow", "明天到期"),
        (date(2024, 9, 29), Nearness.SOON, 1, "1 workday left", "还有 1 个工作日"),
        (date(2024, 10, 4), Nearness.SOON, 2, "2 workdays left", "还有 2 个工作日"),
        (date(2024, 10, 5), Nearness.LATER, 2, "2 workdays left", "还有 2 个工作日"),
        (date(2024, 10, 8), Nearness.LATER, 3, "3 workdays left", "还有 3 个工作日"),
    ],
)
def test_what_is_left_reads_in_both_languages(
    due_on: date, state: Nearness, working_days: int, en: str, zh: str
) -> None:
    left = remaining(date(2024, 9, 27), due_on, CALENDAR)
    assert (left.state, left.working_days, left.text()) == (state, working_days, en)
    i18n.set_language(i18n.CHINESE)
    assert left.text() == zh


def test_rest_days_alone_are_not_called_working_days() -> None:
    assert remaining(date(2024, 10, 1), date(2024, 10, 4), CALENDAR).text() == "3 days left, no workday"
    assert remaining(date(2024, 6, 22), date(2024, 6, 21), CALENDAR).text() == "late, no workday yet"


def test_calendars_of_the_same_years_are_equal() -> None:
    assert load_builtin("guangdong").calendar == CALENDAR
    assert Calendar({}) == PLAIN
