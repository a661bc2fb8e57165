"""A visit is saved whole, in one commit, whatever happens with its matters; or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from station_desk.casework import browse, intake
from station_desk.casework.context import Desk
from station_desk.casework.handling import UnitCharge
from station_desk.casework.intake import (
    Answer,
    HandOver,
    Keep,
    Raise,
    Refuse,
    Route,
    ToProject,
    VisitEntry,
    VisitorEntry,
    title_from,
)
from station_desk.domain.records import Issue, Visit
from station_desk.errors import ValidationError
from tests.builders import (
    DAY,
    MORNING,
    a_clerk,
    a_deputy,
    a_desk,
    a_matter,
    a_unit,
    a_visit,
    an_issue,
    charges,
    commits,
    stage,
    the,
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path)


def test_every_route_of_a_visit_in_one_commit(desk: Desk) -> None:
    lead, co, deputy = a_unit(desk), a_unit(desk, "城管队"), a_deputy(desk)
    before = commits(desk)
    routes: dict[str, Route] = {
        "accepted": Keep(),
        "told": Answer("到窗口办理"),
        "assigned": HandOver((UnitCharge(lead, "lead"), UnitCharge(co, "co")), "请核实"),
        "in_suggestion": Raise((deputy,)),
        "in_project": ToProject("适合微实事"),
        "closed": Refuse("court", "已在诉讼"),
    }
    saved = a_visit(desk, *(a_matter(f"反映事项{n}", r) for n, r in enumerate(routes.values())))

    assert commits(desk) == before + 1
    assert [stage(desk, m) for m, _ in saved.matters] == list(routes)
    assert [number for _, number in saved.matters] == [f"HC-2026-{n:04d}" for n in range(1, 7)]
    handed = the(desk, saved.matters[2][0])
    assert {name: row.state for name, row in charges(desk, handed.row.id).items()} == {
        "区市政管理所": "handed",
        "城管队": "handed",
    }
    assert all(not step.odd for m, _ in saved.matters for step in the(desk, m).steps)
    assert handed.assignments[0].assignment.request == "请核实"
    (suggestion,) = browse.page(desk, browse.MatterFilter(tracks=("suggestion",)))
    assert (suggestion.number, suggestion.stage, suggestion.person) == ("HC-2026-J0001", "draft", "陈伟雄")
    refused = the(desk, saved.matters[5][0])
    assert (refused.row.outcome, refused.steps[0].step.code) == ("refused", "court")
    assert desk.check() == []


def test_two_matters_raised_at_one_visit_get_two_numbers(desk: Desk) -> None:
    deputy = a_deputy(desk)
    a_visit(desk, a_matter("事项甲甲", Raise((deputy,))), a_matter("事项乙乙", Raise((deputy,), "自拟题目")))
    rows = browse.page(desk, browse.MatterFilter(tracks=("suggestion",)))

    assert {row.number for row in rows} == {"HC-2026-J0001", "HC-2026-J0002"}
    assert "自拟题目" in {row.title for row in rows}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"informed": False}, "informed"),
        ({"people": 0}, "people"),
        ({"matters": ()}, "matters"),
        ({"matters": (a_matter(" "),)}, "matters.0.text"),
        ({"matters": (a_matter(), a_matter("又一件", Answer(" ")))}, "matters.1.answer"),
        ({"matters": (a_matter("一件", HandOver(())),)}, "matters.0.unit"),
        ({"matters": (a_matter("一件", Raise(())),)}, "matters.0.deputies"),
        ({"matters": (a_matter("一件", ToProject("")),)}, "matters.0.reason"),
        ({"matters": (a_matter("一件", Refuse("", "因")),)}, "matters.0.door"),
        ({"matters": (a_matter("一件", Refuse("court", "")),)}, "matters.0.reason"),
        ({"channel": "telepathy"}, "channel"),
    ],
)
def test_an_incomplete_card_is_refused_by_field_and_writes_nothing(
    desk: Desk, change: dict[str, object], field: str
) -> None:
    whole = VisitEntry(
        began=MORNING,
        channel="station",
        visitor=VisitorEntry(name="梁锦萍"),
        matters=(a_matter(),),
        informed=True,
    )
    before = commits(desk)
    with pytest.raises(ValidationError) as caught:
        intake.save_visit(desk, a_clerk(), replace(whole, **change))  # type: ignore[arg-type]

    assert field in {problem.field for problem in caught.value.problems}
    assert commits(desk) == before


def test_a_wrong_unit_list_deep_inside_a_visit_writes_nothing(desk: Desk) -> None:
    unit = a_unit(desk)
    before = commits(desk)
    twice = HandOver((UnitCharge(unit, "lead"), UnitCharge(unit, "co")))
    with pytest.raises(ValidationError):
        a_visit(desk, a_matter("先一件"), a_matter("后一件", twice))

    assert commits(desk) == before
    assert browse.count(desk, browse.MatterFilter()) == 0


def test_an_anonymous_visitor_need_not_be_told_and_leaves_no_person(desk: Desk) -> None:
    entry = VisitEntry(began=MORNING, channel="phone", visitor=VisitorEntry(), matters=(a_matter(),))
    saved = intake.save_visit(desk, a_clerk(), entry)
    found = the(desk, saved.matters[0][0])

    assert found.visitor is None
    assert found.visit is not None
    assert found.visit.recorder == "李敏"


def test_someone_who_came_before_is_one_person_and_brought_up_to_date(desk: Desk) -> None:
    first = a_visit(desk, visitor="梁锦萍", phone="13812344620")
    known = the(desk, first.matters[0][0]).visitor_id
    entry = VisitEntry(
        began=datetime(2026, 6, 1, 10), channel="station", matters=(a_matter("又一件事"),),
        visitor=VisitorEntry(known=known, phone="13900000000"),
    )  # fmt: skip
    before = commits(desk)
    intake.save_visit(desk, a_clerk(), entry)

    assert commits(desk) == before + 1
    (person,) = browse.visitors(desk, "梁")
    assert (person.visits, person.visitor.phone, person.visitor.name) == (2, "13900000000", "梁锦萍")
    assert browse.visitors(desk, "138") == []
    assert browse.visitor_matters(desk, person.id)[0].title == "又一件事"
    assert [p.id for p in browse.visitors(desk, "ljp")] == [person.id]


# --- numbers ------------------------------------------------------------------------------------------


def numbers(desk: Desk, *days: datetime) -> list[str]:
    return [a_visit(desk, began=day).matters[0][1] for day in days]


def test_a_new_year_begins_a_new_series_and_the_old_one_goes_on(desk: Desk) -> None:
    eve, new_year = datetime(2025, 12, 31, 16), datetime(2026, 1, 1, 9)

    assert numbers(desk, eve, new_year, eve, new_year) == [
        "HC-2025-0001",
        "HC-2026-0001",
        "HC-2025-0002",
        "HC-2026-0002",
    ]


def numbered(desk: Desk, number: str) -> None:
    with desk.writing(a_clerk(), "import_ledger") as work:
        work.add(Issue(number=number, title="旧台账", opened_on=DAY, owner="HC", station="HC"))


def test_numbers_run_on_past_9999(desk: Desk) -> None:
    numbered(desk, "HC-2026-9998")

    assert numbers(desk, MORNING, MORNING, MORNING) == ["HC-2026-9999", "HC-2026-10000", "HC-2026-10001"]


def test_odd_numbers_in_the_series_do_not_begin_it_again(desk: Desk) -> None:
    numbered(desk, "HC-2026-0007")
    numbered(desk, "HC-2026-9A12")

    assert numbers(desk, MORNING) == ["HC-2026-0008"]


def test_visits_are_numbered_by_the_day_and_never_twice(desk: Desk) -> None:
    first, second = a_visit(desk), a_visit(desk)
    with desk.writing(a_clerk(), "correct_visit") as work:
        work.update(Visit, first.visit, began=datetime(2026, 5, 6, 9))
    third = a_visit(desk)

    assert [v.number for v in (first, second, third)] == [f"HC-20260507-{n:02d}" for n in (1, 2, 3)]
    assert a_visit(desk, began=datetime(2026, 5, 8, 9)).number == "HC-20260508-01"


# --- titles -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("江会路南段一落大雨就浸水，浸到人行道上", "江会路南段一落大雨就浸水"),
        ("停水。", "停水"),
        ("停水，三天了。请处理", "停水，三天了"),
        ("？？", "？？"),
        ("很" * 50, "很" * 30),
        ("  多行\n内容在这里 ", "多行 内容在这里"),
        ("李主任您好，我是城南社区陈桂芳，住在同德里5号。巷子路灯坏了两个月", "巷子路灯坏了两个月"),
        ("我是残疾人，没有低保", "我是残疾人，没有低保"),
        ("你好", "你好"),
    ],
)
def test_a_title_is_proposed_from_the_words(text: str, title: str) -> None:
    assert title_from(text) == title


def test_an_issue_keeps_the_words_as_they_were_said(desk: Desk) -> None:
    issue = an_issue(desk, "江会路一落大雨就浸水，\n你哋几时整？")

    assert the(desk, issue).record.text == "江会路一落大雨就浸水，\n你哋几时整？"
