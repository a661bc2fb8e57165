"""The lines of a preview: what was done to each matter, and what shows before and after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import feedback, handling, offices, replies
from station_desk.casework.context import Desk
from station_desk.casework.feedback import FeedbackEntry
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.casework.replies import ReplyEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Issue, Reply, Unit
from station_desk.exchange import brought, inbox
from station_desk.exchange.brought import Difference, PreviewLine
from tests.builders import DAY, a_clerk, a_deputy, a_visit, an_issue, charges, take
from tests.exchange.post import OFFICE, TOWN, a_station, a_town, enrolled, sent, taken

LATER = date(2026, 5, 12)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    """A station and its town that know each other."""
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    yield station, town
    station.close()
    town.close()


def known(pair: tuple[Desk, Desk], text: str = "江会路南段一落大雨就浸水") -> RecordId:
    """A matter that both have."""
    station, town = pair
    matter = an_issue(station, text, place="江会路")
    taken(town, sent(station, TOWN))
    return matter


def line(desk: Desk, path: Path, matter: RecordId) -> PreviewLine:
    """What the preview says of that matter."""
    (found,) = [one for one in inbox.preview(desk, path).lines if one.id == matter]
    return found


def corrected(desk: Desk, matter: RecordId, **fields: str) -> None:
    with desk.writing(a_clerk(), "correct_issue") as work:
        work.update(Issue, matter, **fields)


def test_a_correction_is_said_with_its_field_before_and_after(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = known(pair)
    corrected(station, matter, place="江会路南段", category="市政设施")
    found = line(town, sent(station, TOWN), matter)
    assert (found.what, found.more, found.new) == ("更正", 0, False)
    assert set(found.differences) == {
        Difference("地点", ("江会路",), ("江会路南段",)),
        Difference("类别", (), ("市政设施",)),
    }
    assert "地点：江会路 → 江会路南段" in found.sentences()
    assert "类别：市政设施" in found.sentences()


def test_work_of_several_days_says_the_last_and_counts_the_others(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = known(pair)
    corrected(station, matter, place="江会路南段")
    unit = offices.save(station, a_clerk(), Unit(name="区市政管理所"))[0]
    handling.hand_over(station, a_clerk(), matter, DAY, [UnitCharge(unit, "lead")])
    found = line(town, sent(station, TOWN), matter)
    assert found.what == "分办，另 1 项"
    assert found.differences[0] == Difference("阶段", ("受理，待分办",), ("已交办，待签收",))
    assert Difference("承办单位", (), ("区市政管理所",)) in found.differences
    assert any(one.label == "办理期限" and isinstance(one.after[0], date) for one in found.differences)


def test_another_date_alone_is_the_first_thing_said(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = known(pair)
    unit = offices.save(station, a_clerk(), Unit(name="区市政管理所"))[0]
    handling.hand_over(station, a_clerk(), matter, DAY, [UnitCharge(unit, "lead")])
    (charge,) = [row.id for row in charges(station, matter).values()]
    take(station, matter, "sign", assignment=charge)
    taken(town, sent(station, TOWN))
    handling.take(
        station, a_clerk(), matter, "extend",
        StepEntry(on=LATER, text="等待材料", until=date(2026, 6, 30), assignment=charge),
    )  # fmt: skip
    found = line(town, sent(station, TOWN), matter)
    assert found.what == "准予延期"
    assert found.now == (date(2026, 6, 30),)
    assert "→ 6/30" in found.differences[0].sentence(lambda day: f"{day.month}/{day.day}")


def test_a_verdict_weighs_more_than_the_stage(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = known(pair)
    replies.record(town, OFFICE, matter, ReplyEntry(dated=LATER, text="已清淤"))
    taken(station, sent(town, "HC"))
    feedback.tell(
        station, a_clerk(), matter, FeedbackEntry(told_on=LATER, method="phone", verdict="satisfied")
    )
    found = line(town, sent(station, TOWN), matter)
    assert (found.before, found.now) == ((), (LATER, "满意"))
    assert any(one.label == "阶段" for one in found.differences)


def test_what_is_new_here_says_its_stage_and_is_listed_last(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = known(pair)
    new = an_issue(station, "路灯不亮")
    corrected(station, matter, place="江会路南段")
    said = inbox.preview(town, sent(station, TOWN))
    assert [(one.id, one.new) for one in said.lines] == [(matter, False), (new, True)]
    assert (said.new, said.changed) == (1, 1)
    assert (said.lines[1].what, said.lines[1].now) == ("新增", ("受理，待分办",))


def test_a_value_that_does_not_come_to_stand_is_no_difference(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = known(pair)
    corrected(station, matter, place="东侧")
    corrected(town, matter, place="西侧")
    said = inbox.preview(station, sent(town, "HC"))  # the owner's word stands
    assert said.set_aside == 1
    (found,) = said.lines
    assert found.differences == ()
    assert (found.what, found.before, found.now, found.sentences()) == ("更正", (), (), "")


def test_a_correction_of_what_hangs_on_a_matter_is_a_change_of_it(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = known(pair)
    replies.record(town, OFFICE, matter, ReplyEntry(dated=LATER, text="已清淤"))
    taken(station, sent(town, "HC"))
    with town.reading() as connection:
        (reply,) = connection.exec_driver_sql("SELECT id FROM reply").scalars().all()
    with town.writing(OFFICE, "record_reply") as work:
        work.update(Reply, RecordId(reply), text="已清淤，并加了" + "很" * 60 + "密的篦子")
    found = line(station, sent(town, "HC"), matter)
    (one,) = found.differences
    assert (found.what, one.label, one.before) == ("登记答复", "答复内容", ("已清淤",))
    assert str(one.after[0]).endswith("很…"), "a long text is cut"


def test_a_renamed_deputy_changes_no_matter(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    deputy = a_deputy(station)
    a_visit(station, deputies=(deputy,))
    taken(town, sent(station, TOWN))
    offices.save(station, a_clerk(), Deputy(name="陈伟鸿", level="city"), deputy)
    said = inbox.preview(town, sent(station, TOWN))
    assert said.changes > 0
    assert said.lines == ()


def test_of_very_many_only_the_first_are_looked_into(
    pair: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    station, town = pair
    matters = [known(pair, f"第{number}盏路灯不亮") for number in range(3)]
    for matter in matters:
        corrected(station, matter, place="江会路南段")
    monkeypatch.setattr(brought, "LOOKED_INTO", 2)
    said = inbox.preview(town, sent(station, TOWN)).lines
    assert [one.what for one in said] == ["更正", "更正", "有变动"]
    assert [len(one.differences) for one in said] == [1, 1, 0]


def test_in_english_too(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = known(pair)
    corrected(station, matter, place="江会路南段")
    path = sent(station, TOWN)
    i18n.set_language(i18n.ENGLISH)
    found = line(town, path, matter)
    assert (found.what, found.sentences()) == ("Correction", "Place: 江会路 → 江会路南段")
