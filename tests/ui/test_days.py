"""Days are understood as clerks type them."""

from __future__ import annotations

from datetime import date

import pytest

from station_desk.ui.widgets.days import is_far, parse_day

THURSDAY = date(2026, 5, 21)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5-3", date(2026, 5, 3)),
        ("５－３", date(2026, 5, 3)),
        ("5月3日", date(2026, 5, 3)),
        ("5.3", date(2026, 5, 3)),
        ("2026-5-3", date(2026, 5, 3)),
        ("2026年5月3日", date(2026, 5, 3)),
        ("20260503", date(2026, 5, 3)),
        ("26/5/3", date(2026, 5, 3)),
        ("3日", date(2026, 5, 3)),
        ("昨天", date(2026, 5, 20)),
        (" 今天 ", THURSDAY),
        ("后天", date(2026, 5, 23)),
        ("3天前", date(2026, 5, 18)),
        ("周五", date(2026, 5, 22)),
        ("上周五", date(2026, 5, 15)),
        ("下周一", date(2026, 5, 25)),
        ("Yesterday", date(2026, 5, 20)),
    ],
)
def test_a_typed_day_is_understood(typed: str, meant: date) -> None:
    assert parse_day(typed, THURSDAY) == meant


@pytest.mark.parametrize("typed", ["", "2-30", "13-1", "随便", "5-", "2026-02-29"])
def test_words_that_mean_no_day_are_not_guessed_at(typed: str) -> None:
    assert parse_day(typed, THURSDAY) is None


def test_without_a_year_the_nearest_such_day_is_meant() -> None:
    assert parse_day("12-30", date(2026, 1, 5)) == date(2025, 12, 30)
    assert parse_day("1-2", date(2026, 12, 20)) == date(2027, 1, 2)
    assert parse_day("2-29", date(2028, 1, 5)) == date(2028, 2, 29)


@pytest.mark.parametrize("typed", ["0226-05-07", "9999-12-31", "2200年1月1日", "18991231", "226-5-7"])
def test_a_day_in_a_year_that_nobody_means_is_none(typed: str) -> None:
    assert parse_day(typed, THURSDAY) is None
    assert is_far(typed, THURSDAY) == (typed != "226-5-7")


def test_the_first_and_the_last_year_are_days_like_others() -> None:
    assert parse_day("1900-1-1", THURSDAY) == date(1900, 1, 1)
    assert parse_day("2199-12-31", THURSDAY) == date(2199, 12, 31)
    assert not is_far("2199-12-31", THURSDAY)
    assert not is_far("随便", THURSDAY)
