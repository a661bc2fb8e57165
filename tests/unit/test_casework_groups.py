"""A group speaks through a few, a child through a guardian, and a number of lamps counts as urgent."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.casework.intake import VisitEntry, VisitorEntry, problems, save_visit
from station_desk.errors import ValidationError
from tests.builders import DAY, a_clerk, a_desk, a_matter, a_visit, the

CARD = VisitEntry(
    began=datetime(2026, 5, 7, 9, 31),
    channel="station",
    visitor=VisitorEntry(name="梁锦萍", phone="13812344620"),
    informed=True,
    matters=(a_matter(),),
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path)


def named(*names: str) -> tuple[VisitorEntry, ...]:
    return tuple(VisitorEntry(name=name) for name in names)


def wrong(desk: Desk, entry: VisitEntry) -> dict[str, str]:
    with pytest.raises(ValidationError) as caught:
        save_visit(desk, a_clerk(), entry)
    return {problem.field: problem.message for problem in caught.value.problems}


def test_a_group_is_counted_and_those_who_speak_for_it_are_written_down(desk: Desk) -> None:
    saved = save_visit(desk, a_clerk(), replace(CARD, people=11, others=named("黄伟强", "司徒美莲")))

    found = the(desk, saved.matters[0][0])
    assert [visitor.name for _, visitor in found.others] == ["黄伟强", "司徒美莲"]
    assert found.visit is not None
    assert found.visit.people == 11
    assert found.row.people == 11


def test_more_than_the_rules_allow_do_not_speak_for_a_group(desk: Desk) -> None:
    five = replace(CARD, people=20, others=named("甲一", "乙二", "丙三", "丁四"))
    assert problems(five, desk.profile()) == []

    said = wrong(desk, replace(five, others=(*five.others, *named("戊五"))))

    assert "5" in said["others"]
    assert browse.count(desk, MatterFilter()) == 0


def test_fewer_cannot_have_come_than_are_named(desk: Desk) -> None:
    assert set(wrong(desk, replace(CARD, people=2, others=named("甲一", "乙二")))) == {"people"}


def test_a_line_of_the_group_left_empty_is_asked_for(desk: Desk) -> None:
    assert set(wrong(desk, replace(CARD, people=3, others=named("甲一", "")))) == {"others.1.name"}


def test_a_child_is_written_down_only_with_a_guardian_who_agreed(desk: Desk) -> None:
    child = VisitorEntry(name="梁小明", minor=True)
    assert set(wrong(desk, replace(CARD, visitor=child))) == {
        "guardian",
        "guardian_phone",
        "guardian_agreed",
    }
    whole = replace(child, guardian="梁锦萍", guardian_phone="13812344620", guardian_agreed=True)

    saved = save_visit(desk, a_clerk(), replace(CARD, visitor=whole))

    visitor = the(desk, saved.matters[0][0]).visitor
    assert visitor is not None
    assert (visitor.minor, visitor.guardian, visitor.guardian_agreed) == (True, "梁锦萍", True)


def test_urgent_and_sensitive_matters_are_found_by_their_marks(desk: Desk) -> None:
    quiet = a_visit(desk, a_matter("路灯不亮")).matters[0][0]
    pressing = a_visit(desk, replace(a_matter("护栏断裂"), urgency="urgent")).matters[0][0]
    delicate = a_visit(desk, replace(a_matter("征地补偿"), sensitive=True)).matters[0][0]

    def shown(wanted: MatterFilter) -> list[object]:
        return [row.id for row in browse.page(desk, wanted)]

    assert shown(MatterFilter(urgent=True)) == [pressing]
    assert shown(MatterFilter(sensitive=True)) == [delicate]
    assert set(shown(MatterFilter())) == {quiet, pressing, delicate}


def test_today_the_urgent_stand_first_among_those_due_the_same_day(desk: Desk) -> None:
    pressing = a_visit(desk, replace(a_matter("护栏断裂"), urgency="urgent")).matters[0][0]
    later = [a_visit(desk, a_matter("路灯不亮")).matters[0][0] for _ in range(3)]
    wanted = browse.today_filter("", DAY)

    first = browse.page(desk, wanted, limit=2)
    rest = browse.page(desk, replace(wanted, due_from=None), limit=9, after=_key(first[-1]))

    assert [row.id for row in first] == [pressing, later[2]]
    assert [row.id for row in rest] == [later[1], later[0]]


def _key(row: browse.MatterRow) -> tuple[str, int]:
    return (row.due_on.isoformat() if row.due_on else "", row.rank)
