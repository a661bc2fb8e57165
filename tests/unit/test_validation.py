"""A record that breaks its declaration is refused in words that name the field."""

from __future__ import annotations

from datetime import date

import pytest

from station_desk.domain.records import Deputy, Issue, Site, Unit
from station_desk.domain.validation import check, problems
from station_desk.errors import ValidationError


def test_a_whole_record_has_no_problems() -> None:
    assert problems(Deputy(name="陈伟雄", level="city")) == []


def test_what_is_missing_is_named_in_order_of_declaration() -> None:
    found = problems(Deputy(name=""))

    assert [p.field for p in found] == ["name", "level"]
    assert "姓名" in found[0].message


def test_only_the_fields_asked_about_are_looked_at() -> None:
    assert problems(Deputy(phone="138"), only={"phone"}) == []
    assert [p.field for p in problems(Deputy(name=None), only={"name"})] == ["name"]


def test_a_long_text_says_by_how_much() -> None:
    (problem,) = problems(Unit(name="办" * 201))

    assert "201" in problem.message
    assert "200" in problem.message
    assert problems(Unit(name="办" * 200)) == []


def test_a_code_must_be_one_of_the_choices() -> None:
    (problem,) = problems(Deputy(name="陈伟雄", level="galaxy"))

    assert "galaxy" in problem.message


def test_a_code_without_a_vocabulary_is_free() -> None:
    assert problems(Site(code="HC", name="会城站", role="station")) == []


@pytest.mark.parametrize("text", ["坏\x00字", "坏\ud83d字"])
def test_a_character_no_file_can_keep_is_refused(text: str) -> None:
    assert [p.field for p in problems(Unit(name=text))] == ["name"]


def test_characters_beyond_the_basic_plane_are_kept() -> None:
    assert problems(Unit(name="䶮𬱖🚰")) == []


def test_a_count_is_not_negative() -> None:
    issue = Issue(title="浸水", opened_on=date(2026, 5, 7), people=-1)

    assert [p.field for p in problems(issue)] == ["people"]


def test_check_raises_all_problems_at_once() -> None:
    with pytest.raises(ValidationError) as caught:
        check(Deputy())
    assert len(caught.value.problems) == 2
