"""Days, due days and telephones as the lists say them, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from station_desk import i18n
from station_desk.domain.deadlines import Nearness, Remaining
from station_desk.ui.words import day_words, due_words, masked_phone, stage_day, weekday_words

TODAY = date(2026, 5, 21)


def test_a_day_names_its_year_only_where_it_is_another() -> None:
    assert day_words(date(2026, 5, 28), TODAY) == "5月28日"
    assert day_words(date(2025, 12, 3), TODAY) == "2025年12月3日"
    assert day_words(None, TODAY) == ""
    assert weekday_words(TODAY) == "周四"


def test_a_stage_bar_has_room_for_a_day_of_another_year() -> None:
    assert stage_day(date(2026, 5, 8), TODAY) == "5月8日"
    assert stage_day(date(2025, 12, 22), TODAY) == "2025-12-22"
    assert stage_day(None, TODAY) == ""


def test_the_same_days_in_english() -> None:
    i18n.set_language(i18n.ENGLISH)
    assert day_words(date(2026, 5, 28), TODAY) == "28 May"
    assert day_words(date(2025, 12, 3), TODAY) == "3 Dec 2025"


@pytest.mark.parametrize(
    ("near", "tone", "pressing", "short"),
    [
        (Remaining(-6, -8, Nearness.OVERDUE), "red", True, "逾期 6 个工作日"),
        (Remaining(0, 0, Nearness.TODAY), "amber", True, "今天到期"),
        (Remaining(1, 1, Nearness.TOMORROW), "amber", True, "明天到期"),
        (Remaining(3, 5, Nearness.SOON), "amber", False, "还有 3 个工作日"),
    ],
)
def test_colour_and_weight_are_for_what_presses(
    near: Remaining, tone: str, pressing: bool, short: str
) -> None:
    said = due_words(near, date.fromordinal(TODAY.toordinal() + near.days), TODAY)
    assert (said.tone, said.pressing, said.short) == (tone, pressing, short)


def test_what_is_far_off_shows_its_day_in_a_narrow_list_and_no_colour() -> None:
    said = due_words(Remaining(9, 13, Nearness.LATER), date(2026, 6, 3), TODAY)
    assert (said.first, said.short, said.tone) == ("还有 9 个工作日", "6月3日", "text")


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13812341234", "138****1234"),
        ("0750-6688123", "075****8123"),
        ("6688123", "66****23"),
        ("110", "***"),
        (None, ""),
    ],
)
def test_a_telephone_never_shows_its_middle(phone: str | None, shown: str) -> None:
    assert masked_phone(phone) == shown
