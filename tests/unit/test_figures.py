"""Rates print with what they were made of, rounded once; the published figures come out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_desk.domain import figures
from station_desk.domain.figures import Change, Mean, Rate
from station_desk.domain.vocabulary import DEPUTY_VERDICTS


def test_jiangmen_2020_completed_151_of_152() -> None:
    assert figures.completion(151, 152).text(2) == "99.34 % (151/152)"


def test_jiangmen_2020_satisfaction_is_over_the_completed_not_over_all() -> None:
    found = figures.satisfaction(131, 20, 0)
    assert found.satisfied.text() == "86.8 % (131/151)"
    assert found.fairly.text() == "13.2 % (20/151)"
    assert found.overall.text() == "100.0 % (151/151)"


def test_jiangmen_2023_theme_month_shares() -> None:
    assert Rate(660, 967).percent() == "68.3 %"
    assert Rate(232, 967).percent() == "24.0 %"


def test_a_half_is_rounded_up_once_and_never_twice() -> None:
    assert Rate(13245, 100000).percent(2) == "13.25 %"
    assert Rate(13245, 100000).percent(1) == "13.2 %"
    assert Rate(1, 200).percent(0) == "1 %"
    assert Rate(5, 1000).percent(1) == "0.5 %"
    assert Rate(1, 3).percent(0) == "33 %"


def test_an_empty_base_prints_a_dash() -> None:
    assert Rate(0, 0).percent() == "—"
    assert Rate(0, 0).text(2) == "— (0/0)"
    assert Rate(0, 0).value is None
    assert Rate(0, 5).text() == "0.0 % (0/5)"


def test_a_rate_counts_things() -> None:
    with pytest.raises(ValueError, match="negative"):
        figures.completion(1, 2, withdrawn=3)


@given(st.integers(0, 10**9), st.integers(1, 10**9), st.integers(0, 4))
def test_rounding_agrees_with_exact_decimals(numerator: int, denominator: int, decimals: int) -> None:
    shown = Decimal(Rate(numerator, denominator).percent(decimals).removesuffix(" %"))
    step = Decimal(1).scaleb(-decimals)
    # Shown less exact, in half steps: never more than one, and a tie goes up.
    difference = 2 * (int(shown / step) * denominator - numerator * 100 * 10**decimals)
    assert -denominator < difference <= denominator


def test_withdrawn_and_reassigned_items_leave_the_base() -> None:
    assert figures.completion(8, 12, withdrawn=1, reassigned=1) == Rate(8, 10)


def test_very_satisfied_counts_as_satisfied_and_fairly_stands_apart() -> None:
    found = figures.satisfaction(satisfied=3, fairly=2, dissatisfied=1, very=4)
    assert (found.satisfied, found.fairly, found.overall) == (Rate(7, 10), Rate(2, 10), Rate(9, 10))


def test_forms_that_did_not_come_back_show_beside_the_satisfaction() -> None:
    assert figures.returned(18, 20).text() == "90.0 % (18/20)"


def test_handling_rates_have_their_own_bases() -> None:
    assert figures.on_time(9, 10) == Rate(9, 10)
    assert figures.met_in_person(6, 12) == Rate(6, 12)
    # One city's 128 replies: 64 of class A are half.
    assert figures.resolution(64, 128).text() == "50.0 % (64/128)"
    assert figures.promises_kept(2, 3).percent() == "66.7 %"


def test_a_visitor_nobody_can_reach_is_not_counted_as_untold() -> None:
    assert figures.feedback(told=9, finished=12, impossible=3).percent() == "100.0 %"


def test_a_matter_solved_and_raised_is_in_both_rows_and_once_in_their_overlap() -> None:
    month = figures.theme_month(
        deputies=["li", "chen", "li"],
        expected=4,
        collected={1, 2, 3, 4, 5},
        solved={1, 2, 3, 99},
        raised={3, 4},
    )
    assert month.deputies == Rate(2, 4)
    assert (month.solved, month.raised, month.both, month.open_items) == (Rate(3, 5), Rate(2, 5), 1, 1)


@given(*(st.sets(st.integers(0, 40)) for _ in range(3)))
def test_the_theme_months_rows_add_up_once_the_overlap_is_taken_off(
    collected: set[int], solved: set[int], raised: set[int]
) -> None:
    month = figures.theme_month([], 0, collected, solved, raised)
    rows = month.solved.numerator + month.raised.numerator - month.both + month.open_items
    assert rows == month.collected


@pytest.mark.parametrize(
    ("satisfied", "fairly", "members", "verdict"),
    [
        (15, 0, 29, "satisfied"),
        (14, 1, 29, "fairly"),
        (14, 0, 29, "dissatisfied"),
        (0, 15, 29, "fairly"),
        (15, 0, 30, "satisfied"),
        (14, 15, 30, "fairly"),
        (0, 0, 0, ""),
    ],
)
def test_zhenhai_needs_half_of_all_members(satisfied: int, fairly: int, members: int, verdict: str) -> None:
    assert figures.majority_verdict(satisfied, fairly, members) == verdict
    assert verdict in ("", *DEPUTY_VERDICTS.terms)


def test_a_mean_and_a_change_show_their_base() -> None:
    assert Mean(10, 4).text() == "2.5 (10/4)"
    assert Mean(0, 0).text() == "— (0/0)"
    assert Change(90, 80).text() == "+12.5 % (80→90)"
    assert Change(97, 100).text() == "-3.0 % (100→97)"
    assert Change(5, 5).text() == "0.0 % (5→5)"
    assert Change(5, 0).text() == "— (0→5)"
