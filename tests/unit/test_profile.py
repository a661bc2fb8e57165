"""The built-in rules are whole and sourced; a slip in an edited profile is named by its key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import holidays
import pytest

from station_desk import i18n
from station_desk.domain.deadlines import Unit
from station_desk.domain.profile import RuleProfile
from station_desk.domain.profile_text import builtin_text, load_builtin, parse
from station_desk.domain.vocabulary import DEPUTY_VERDICTS
from station_desk.errors import UserError, ValidationError
from tools.holidays_of import proposal

TEXT = builtin_text("guangdong")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = i18n.language()
    i18n.set_language(i18n.ENGLISH)
    yield
    i18n.set_language(before)


@pytest.fixture(scope="module")
def guangdong() -> RuleProfile:
    return load_builtin("guangdong")


def problems(old: str, new: str) -> dict[str, str]:
    """What is said about the built-in profile with its first `old` made `new`."""
    assert old in TEXT
    with pytest.raises(ValidationError) as refused:
        parse(TEXT.replace(old, new, 1))
    return {problem.field: problem.message for problem in refused.value.problems}


def values_of(table: Mapping[str, object], key: str = "") -> Iterator[tuple[str, Mapping[str, object]]]:
    for name, value in table.items():
        here = f"{key}.{name}" if key else name
        if isinstance(value, dict):
            if all(isinstance(child, dict) for child in value.values()):
                yield from values_of(value, here)
            else:
                yield here, value


def test_every_value_has_a_source_and_says_whether_it_is_confirmed() -> None:
    found = dict(values_of(tomllib.loads(TEXT)))
    assert len(found) > 50
    for key, value in found.items():
        assert value.get("source"), key
        assert isinstance(value.get("confirmed"), bool), key


def test_a_reply_takes_three_months_by_national_law_and_at_most_six(guangdong: RuleProfile) -> None:
    reply = guangdong.clocks["suggestion.reply"]
    assert (reply.n, reply.unit, reply.source, reply.confirmed) == (3, Unit.MONTHS, "代表法2025第51条", True)
    longest = guangdong.clocks[reply.extended]
    assert (longest.n, longest.unit) == (6, Unit.MONTHS)


@pytest.mark.parametrize(
    ("clock", "n", "unit"),
    [
        ("issue.triage", 3, Unit.WORKING_DAYS),
        ("issue.assign", 5, Unit.WORKING_DAYS),
        ("issue.handling", 15, Unit.WORKING_DAYS),
        ("issue.return_window", 5, Unit.WORKING_DAYS),
        ("issue.tell", 5, Unit.WORKING_DAYS),
        ("issue.tell_total", 15, Unit.WORKING_DAYS),
        ("suggestion.hand_over", 10, Unit.WORKING_DAYS),
        ("suggestion.co_opinion", 1, Unit.MONTHS),
        ("suggestion.consult", 15, Unit.WORKING_DAYS),
        ("suggestion.redo", 1, Unit.MONTHS),
    ],
)
def test_days_that_no_guangdong_text_confirms_are_flagged(
    guangdong: RuleProfile, clock: str, n: int, unit: Unit
) -> None:
    rule = guangdong.clocks[clock]
    assert (rule.n, rule.unit, rule.confirmed) == (n, unit, False)


def test_the_twenty_project_scopes_of_jiangmen_come_first(guangdong: RuleProfile) -> None:
    names = [category.name for category in guangdong.categories]
    assert len(names) == 25
    assert names[0] == "社会保障"
    assert names[19:] == ["职业培训", "环保", "水利", "邻里物业", "市政排水", "其他"]
    assert {tag for category in guangdong.categories for tag in category.tags} <= set(guangdong.tags)


def test_the_chosen_scheme_and_scales_are_among_those_kept(guangdong: RuleProfile) -> None:
    assert [grade.code for grade in guangdong.class_schemes[guangdong.class_scheme].grades] == list("ABCD")
    assert [grade.code for grade in guangdong.class_schemes["three"].grades] == list("ABC")
    assert len(guangdong.scales[guangdong.visitor_scale].grades) == 4
    assert guangdong.scales[guangdong.deputy_scale].grades == tuple(DEPUTY_VERDICTS.terms)


def test_a_refused_matter_is_shown_a_door_with_a_reason(guangdong: RuleProfile) -> None:
    assert list(guangdong.doors)[:6] == [
        "court",
        "arbitration",
        "reconsideration",
        "petition",
        "police",
        "discipline",
    ]
    assert all(door.label.zh and door.reason.zh.endswith("。") for door in guangdong.doors.values())


def test_a_suggestion_about_a_court_case_gets_a_hint(guangdong: RuleProfile) -> None:
    hints = guangdong.cautions("对一审判决不服，请求人大监督法院")
    assert [caution.key for caution in hints] == ["in_court"]
    assert guangdong.cautions("建议在礼乐街道增设公交站点") == ()


def test_the_calendar_agrees_day_by_day_with_the_holidays_package(guangdong: RuleProfile) -> None:
    known = holidays.country_holidays("CN", years=range(2018, 2027))
    day = date(2018, 1, 1)
    while day <= date(2026, 12, 31):
        assert guangdong.calendar.is_working(day) == known.is_working_day(day), day
        day += timedelta(1)
    assert list(guangdong.calendar.years) == list(range(2018, 2027))


def test_a_proposed_year_is_a_section_the_profile_takes(guangdong: RuleProfile) -> None:
    section = TEXT[TEXT.index("[calendar.2026]") :]
    proposed = parse(TEXT.replace(section, proposal(2026)))
    assert proposed.calendar.years[2026].holidays == guangdong.calendar.years[2026].holidays
    assert not proposed.calendar.years[2026].confirmed


def test_ends_on_rest_days_stay_unless_the_profile_says_otherwise(guangdong: RuleProfile) -> None:
    assert not any(rule.shift for rule in guangdong.clocks.values())
    assert all(rule.shift for rule in parse(TEXT.replace("value = false", "value = true", 1)).clocks.values())


@pytest.mark.parametrize(
    ("old", "new", "key", "said"),
    [
        ("n = 3", "n = -3", "clocks.issue.triage.n", "must be a whole number from 0 to 1000"),
        ("n = 3", 'n = "three"', "clocks.issue.triage.n", "must be a whole number from 0 to 1000"),
        ("n = 3", "m = 3", "clocks.issue.triage.m", "unknown name"),
        (
            'unit = "working_days"',
            'unit = "weeks"',
            "clocks.issue.triage.unit",
            "must be working_days, days or months",
        ),
        (
            'extended = "issue.tell_total"',
            'extended = "tell"',
            "clocks.issue.tell.extended",
            "names the clock tell, which is not here",
        ),
        (
            'value = "four"',
            'value = "five"',
            "settings.class_scheme.value",
            "chooses five, which is not here",
        ),
        ('code = "B"', 'code = "A"', "class_schemes.four.grades", "has A twice"),
        ('"very_satisfied"', '"delighted"', "scales.visitor_four.grades", "has no verdict called delighted"),
        ('name = "公共教育"', 'name = "社会保障"', "categories", "has 社会保障 twice"),
        (
            "from = 2018-01-01",
            'from = "1 January"',
            "calendar.2018.holidays[1].from",
            "must be a date such as 2026-10-01",
        ),
        ("from = 2018-01-01", "from = 2018-01-02", "calendar.2018.holidays[1]", "ends before it begins"),
        ("from = 2018-01-01", "from = 2017-01-01", "calendar.2018.holidays[1]", "has a date outside 2018"),
        (
            "work = [2018-04-08]",
            "work = [2018-04-09]",
            "calendar.2018.holidays[3].work",
            "make-up days are weekend days outside the holiday",
        ),
        (
            "work = [2018-04-08]",
            "work = 2018-04-08",
            "calendar.2018.holidays[3].work",
            "must be a list of dates",
        ),
        ("[calendar.2018]", "[calendar.next]", "calendar.next", "must be a year of four digits"),
        ("[doors.court]", "[windows.court]", "windows", "unknown name"),
        (
            'keywords = ["本人"',
            'keywords = [1, "本人"',
            "negative_list.own_case.keywords",
            "must be a list of texts",
        ),
        ('version = "guangdong-1"', "", "version", "must be a text"),
    ],
)
def test_a_slip_is_named_by_its_key(old: str, new: str, key: str, said: str) -> None:
    assert problems(old, new)[key] == f"{key}: {said}"


def test_a_value_without_a_source_or_flag_is_refused() -> None:
    found = problems('source = "代表法2025第51条"\nconfirmed = true', 'confirmed = "yes"')
    assert found["clocks.suggestion.reply.source"].endswith("must be a text")
    assert found["clocks.suggestion.reply.confirmed"].endswith("must be true or false")


def test_all_slips_are_told_at_once_even_when_whole_sections_are_gone() -> None:
    with pytest.raises(ValidationError) as refused:
        parse('id = "x"\nclocks = 3\ncategories = []\n')
    assert {"version", "name", "settings", "clocks", "class_schemes", "categories", "calendar"} <= {
        problem.field for problem in refused.value.problems
    }


def test_a_text_that_is_no_toml_is_refused_in_words() -> None:
    with pytest.raises(ValidationError, match="cannot be read as TOML"):
        parse("[clocks")


def test_an_unknown_builtin_profile_is_a_plain_sentence() -> None:
    for name in ("atlantis", "../guangdong"):
        with pytest.raises(UserError, match="no built-in rule profile"):
            load_builtin(name)
