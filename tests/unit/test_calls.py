"""Everyone behind an issue that ended is called, one by one, and nobody who asked for it is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from station_desk.casework import calls, feedback, issues, reveal
from station_desk.casework.context import Desk
from station_desk.casework.feedback import FeedbackEntry
from station_desk.casework.intake import Answer, MatterEntry, VisitEntry, VisitorEntry, save_visit
from station_desk.domain.declare import RecordId
from station_desk.errors import UserError, ValidationError
from station_desk.store import ledgers
from tests.builders import a_clerk, a_desk, a_matter, a_visit, stage, take, the

TODAY = date(2026, 5, 21)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path)


def a_group(desk: Desk, *matters: MatterEntry) -> list[RecordId]:
    """The matters of three who came for eleven of one lane."""
    entry = VisitEntry(
        began=datetime(2026, 5, 7, 9, 31),
        channel="station",
        visitor=VisitorEntry(name="梁锦萍", phone="13812344620"),
        others=(VisitorEntry(name="黄伟强", phone="13712345678"), VisitorEntry(name="司徒美莲")),
        people=11,
        informed=True,
        matters=matters or (a_matter("同德里路灯三盏不亮"),),
    )
    return [matter for matter, _ in save_visit(desk, a_clerk(), entry).matters]


def told(person: RecordId | None, verdict: str = "", reason: str = "") -> FeedbackEntry:
    return FeedbackEntry(
        told_on=TODAY, method="phone", text="路灯已修复", visitor=person, verdict=verdict, reason=reason
    )


def test_an_issue_that_ended_puts_its_visitor_on_the_list_masked_with_what_to_tell(desk: Desk) -> None:
    matter = a_visit(desk, a_matter("路灯不亮"), phone="13812344620").matters[0][0]
    assert calls.calls(desk, TODAY) == ()
    take(desk, matter, "finish", text="三盏路灯已于5月12日更换。")

    (call,) = calls.calls(desk, TODAY)

    assert (call.name, call.phone) == ("梁某", "138****4620")
    assert call.said == "三盏路灯已于5月12日更换。"
    assert call.due_on == the(desk, matter).row.due_on
    assert call.why is not None
    assert call.why.due.day == call.due_on
    assert calls.waiting(desk) == 1


def test_two_matters_of_one_person_are_one_call(desk: Desk) -> None:
    saved = a_visit(desk, a_matter("路灯不亮"), a_matter("沙井盖松动"), phone="138 1234 4620")
    other = a_visit(desk, a_matter("夜间噪音"), visitor="黄伟强", phone="13712345678")
    for matter, _ in (*saved.matters, *other.matters):
        take(desk, matter, "finish")

    callers = calls.grouped(calls.calls(desk, TODAY))

    assert [(c.name, len(c.calls)) for c in callers] == [("梁某", 2), ("黄某", 1)]
    calls.tell_all(desk, a_clerk(), [(call, told(call.person)) for call in callers[0].calls])
    assert [stage(desk, matter) for matter, _ in saved.matters] == ["told", "told"]
    assert [c.name for c in calls.calls(desk, TODAY)] == ["黄某"]


def test_each_who_spoke_for_a_group_stays_on_the_list_until_told(desk: Desk) -> None:
    (matter,) = a_group(desk)
    take(desk, matter, "finish")
    found = calls.calls(desk, TODAY)
    assert [call.name for call in found] == ["梁某", "黄某", "司徒某"]

    feedback.tell(desk, a_clerk(), matter, told(found[0].person, "satisfied"))

    assert stage(desk, matter) == "told"
    assert [call.name for call in calls.calls(desk, TODAY)] == ["黄某", "司徒某"]
    assert calls.waiting(desk) == 1
    feedback.tell(desk, a_clerk(), matter, told(found[1].person, "satisfied"))
    feedback.tell(desk, a_clerk(), matter, told(found[2].person, "fairly"))
    assert calls.calls(desk, TODAY) == ()
    assert calls.waiting(desk) == 0
    assert the(desk, matter).row.verdict == "fairly"


def test_a_call_nobody_took_is_counted_and_stays_due(desk: Desk) -> None:
    (matter,) = a_group(desk)
    take(desk, matter, "finish")
    first, second, _ = calls.calls(desk, TODAY)

    calls.not_reached(desk, a_clerk(), first, TODAY)
    calls.not_reached(desk, a_clerk(), first, TODAY)

    again = calls.calls(desk, TODAY)
    assert [call.tried for call in again] == [2, 0, 0]
    assert again[0].due_on == first.due_on
    assert second.tried == 0


def test_who_asked_not_to_be_named_is_withheld_everywhere_until_shown_and_written_down(desk: Desk) -> None:
    entry = replace(a_matter("某厂夜间偷排污水"), confidential=True)
    saved = a_visit(desk, a_matter("路灯不亮"), entry, phone="13812344620")
    open_one, secret = (matter for matter, _ in saved.matters)
    for matter in (open_one, secret):
        take(desk, matter, "finish")

    callers = calls.grouped(calls.calls(desk, TODAY))

    assert the(desk, secret).row.person == "（要求保密）"
    assert the(desk, open_one).row.person == "梁锦萍"
    with desk.reading() as connection:
        ranks = [the(desk, secret).row.rank]
        (line,) = ledgers.lines(connection, ranks)
    assert (line.visitor, line.phone) == ("（要求保密）", "")
    # Beside their other matter one would know who it is.
    assert sorted(c.name for c in callers) == ["梁某", "（要求保密）"]
    seen = reveal.who(desk, a_clerk(), secret)
    assert (seen.name, seen.phone) == ("梁锦萍", "13812344620")
    assert [entry.matter for entry in reveal.log(desk)] == [the(desk, secret).row.number]


def test_for_a_child_the_guardian_is_called(desk: Desk) -> None:
    entry = VisitEntry(
        began=datetime(2026, 5, 7, 9, 31),
        channel="station",
        visitor=VisitorEntry(
            name="梁小明", minor=True, guardian="梁锦萍", guardian_phone="13812344620", guardian_agreed=True
        ),
        informed=True,
        matters=(a_matter("学校门口没有斑马线"),),
    )
    matter = save_visit(desk, a_clerk(), entry).matters[0][0]
    take(desk, matter, "finish")

    (call,) = calls.calls(desk, TODAY)

    assert (call.name, call.phone, call.guardian) == ("梁某", "138****4620", True)


def test_the_anonymous_are_on_the_list_to_be_filed_as_not_to_be_told(desk: Desk) -> None:
    matter = a_visit(desk, a_matter("河边有人偷倒垃圾"), visitor="").matters[0][0]
    take(desk, matter, "finish")
    (call,) = calls.calls(desk, TODAY)
    assert (call.person, call.name) == (None, "")

    with pytest.raises(ValidationError):
        calls.cannot_tell(desk, a_clerk(), call, TODAY, " ")
    calls.cannot_tell(desk, a_clerk(), call, TODAY, "来访人未留姓名")

    assert stage(desk, matter) == "closed"
    assert calls.calls(desk, TODAY) == ()


def test_what_was_merged_is_told_what_the_main_one_was_answered(desk: Desk) -> None:
    main = a_visit(desk, a_matter("江会路浸水"), phone="13812344620").matters[0][0]
    same = a_visit(desk, a_matter("江会路又浸水"), visitor="黄伟强", phone="13712345678").matters[0][0]
    issues.merge(desk, a_clerk(), same, main, TODAY)
    take(desk, main, "finish", on=TODAY, text="排水管已疏通。")

    assert {call.number: call.said for call in calls.calls(desk, TODAY)} == {
        the(desk, main).row.number: "排水管已疏通。",
        the(desk, same).row.number: "排水管已疏通。",
    }


def test_of_one_day_the_urgent_is_called_first(desk: Desk) -> None:
    quiet = a_visit(desk, a_matter("路灯不亮"), visitor="黄伟强").matters[0][0]
    pressing = a_visit(desk, replace(a_matter("护栏断裂"), urgency="urgent"), visitor="何敏").matters[0][0]
    for matter in (quiet, pressing):
        take(desk, matter, "finish")

    found = calls.calls(desk, TODAY)

    assert found[0].due_on == found[1].due_on
    assert [call.matter for call in found] == [pressing, quiet]
    assert [call.urgent for call in found] == [True, False]


def test_where_nobody_was_written_down_there_is_nothing_to_show(desk: Desk) -> None:
    matter = a_visit(desk, visitor="").matters[0][0]
    with pytest.raises(UserError):
        reveal.who(desk, a_clerk(), matter)
    assert reveal.log(desk) == []


def test_a_group_answered_on_the_spot_needs_no_call(desk: Desk) -> None:
    (matter,) = a_group(desk, a_matter("路灯何时修", Answer("本周内修复")))
    assert stage(desk, matter) == "told"
    assert calls.calls(desk, TODAY) == ()
    assert calls.waiting(desk) == 0
