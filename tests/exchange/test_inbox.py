"""What a file would do is said first; two hands on one record end alike on every desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import browse, handling, offices
from station_desk.casework.context import Desk
from station_desk.casework.handling import UnitCharge
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Issue, Suggestion, Unit
from station_desk.exchange import doubts, inbox
from station_desk.exchange.digest import digest
from station_desk.exchange.doubts import Doubt
from station_desk.exchange.trust import Stranger, Trust
from station_desk.store import history
from tests.builders import DAY, a_clerk, a_deputy, a_matter, a_suggestion, a_visit, an_issue, stage, the
from tests.exchange.post import (
    OFFICE,
    TOWN,
    a_station,
    a_town,
    enrolled,
    everything,
    lines,
    marks,
    repacked,
    sent,
    taken,
)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Desk, Desk]:
    """A station and its town who know each other."""
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    return station, town


def _quiet(station: Desk, town: Desk) -> None:
    for _ in range(2):
        taken(town, sent(station, TOWN))
        taken(station, sent(town, "HC"))


def test_a_preview_writes_nothing_and_says_what_taking_in_then_does(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    known = an_issue(station, "老街停车难，夜里没位置")
    deputy = a_deputy(station)
    a_visit(station, a_matter("校门口太挤"), deputies=(deputy,))
    taken(town, sent(station, TOWN))
    new = [an_issue(station, text) for text in ("江会路浸水", "路灯不亮")]
    handling.note(station, a_clerk(), known, "已到现场看过", DAY)
    # A renamed deputy touches a matter's search, and changes no matter.
    offices.save(station, a_clerk(), Deputy(name="陈伟鸿", level="city"), deputy)
    path = sent(station, TOWN)
    before = everything(town)
    said = inbox.preview(town, path)
    assert everything(town) == before
    matters = browse.count(town, browse.MatterFilter())
    result = taken(town, path)
    assert (said.sender, said.sender_name, said.number, said.strangers, said.already) == (
        "HC", "HC站", 3, (), False
    )  # fmt: skip
    assert (said.changes, said.conflicts) == (result.changes, result.conflicts)
    assert said.new == browse.count(town, browse.MatterFilter()) - matters == 2
    assert {line.id for line in said.lines} == {*new, known}
    assert [(line.what, line.before, line.now) for line in said.lines if line.id == known] == [
        ("记录", (), (DAY, "已到现场看过"))
    ]
    after = inbox.preview(town, path)
    assert after.already
    assert (after.new, after.changed, after.changes) == (0, 0, 0)


def test_a_first_package_is_said_to_be_the_first(tmp_path: Path) -> None:
    station, town = a_station(tmp_path), a_town(tmp_path)
    path = sent(station, TOWN)
    assert inbox.preview(town, path).strangers
    taken(town, path)
    assert not inbox.preview(town, path).strangers


def test_two_who_change_one_plain_field_end_alike_and_the_loser_is_kept(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = an_issue(station)
    _quiet(station, town)
    for desk, actor, place in ((station, a_clerk(), "江会路南段"), (town, OFFICE, "江会路北段")):
        with desk.writing(actor, "correct_issue") as work:
            work.update(Issue, matter, place=place, title=f"{place}浸水")
    _quiet(station, town)
    assert the(station, matter).row.title == the(town, matter).row.title == "江会路南段浸水"
    assert digest(station) == digest(town)
    for desk in pair:
        with desk.reading() as connection:
            written = {
                change.after
                for row in history.of_records(connection, [matter])
                for change in row.fields
                if change.field == "place"
            }
        assert written >= {"江会路南段", "江会路北段"}
        assert desk.check() == []


@pytest.mark.parametrize("last", ["station", "town"])
def test_a_later_change_that_saw_the_earlier_one_stands(pair: tuple[Desk, Desk], last: str) -> None:
    station, town = pair
    matter = an_issue(station)
    order = [(town, OFFICE, "甲"), (station, a_clerk(), "乙")]
    for desk, actor, place in order if last == "station" else reversed(order):
        _quiet(station, town)
        with desk.writing(actor, "correct_issue") as work:
            work.update(Issue, matter, place=place)
    _quiet(station, town)
    expected = "乙" if last == "station" else "甲"
    assert the(station, matter).record.place == the(town, matter).record.place == expected
    assert digest(station) == digest(town)


def test_a_strangers_word_on_an_owned_field_is_a_proposal_on_both_desks(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    suggestion = a_suggestion(station)
    _quiet(station, town)
    with station.writing(a_clerk(), "number_suggestion") as work:
        work.update(Suggestion, suggestion, official_number="2026闭-007")
    with town.writing(OFFICE, "void_suggestion") as work:
        work.update(Suggestion, suggestion, void="重复")
    path = sent(station, TOWN)
    said = inbox.preview(town, path)
    assert (said.proposals, said.conflicts) == (1, 0)
    taken(town, path)
    _quiet(station, town)
    assert [(record, field, kind) for record, field, kind, _ in marks(town)] == [
        (suggestion, "official_number", "proposal"),
        (suggestion, "void", "proposal"),
    ]
    assert marks(station) == marks(town)
    for desk in pair:
        assert the(desk, suggestion).record.official_number is None
        assert the(desk, suggestion).record.void is None
    # The office accepts: its own commit names the proposal.
    with town.writing(OFFICE, "number_suggestion") as work:
        work.update(Suggestion, suggestion, official_number="2026闭-007")
    _quiet(station, town)
    assert the(station, suggestion).record.official_number == "2026闭-007"
    assert digest(station) == digest(town)


def test_one_record_is_one_thing_whatever_a_stranger_calls_it(pair: tuple[Desk, Desk]) -> None:
    """A change that calls another's issue a suggestion changes nothing of it, before or after it came."""
    station, town = pair
    matter = an_issue(station)
    early, late = sent(station, TOWN), matter
    with town.writing(OFFICE, "odd") as work:
        work.update(Suggestion, RecordId(late), title="冒名", session="二次会议")
    taken(town, early)
    _quiet(station, town)
    assert the(town, matter).row.title == the(station, matter).row.title == "江会路南段一落大雨就浸水"
    assert stage(town, matter) == "accepted"
    assert digest(station) == digest(town, "HC")
    with town.writing(OFFICE, "odd") as work:
        work.update(Suggestion, matter, title="又一次")
    _quiet(station, town)
    assert the(town, matter).row.title == the(station, matter).row.title == "江会路南段一落大雨就浸水"
    assert digest(station) == digest(town, "HC")
    assert station.check() == town.check() == []


def test_both_take_a_step_at_once_and_agree_which_one_is_to_be_checked(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = an_issue(station)
    _quiet(station, town)
    unit = offices.save(town, OFFICE, Unit(name="区市政管理所"))[0]
    handling.hand_over(town, OFFICE, matter, DAY, [UnitCharge(unit, "lead")])
    handling.take(
        station, a_clerk(), matter, "refuse", handling.StepEntry(on=DAY, text="不属职权", code="petition")
    )
    _quiet(station, town)
    assert stage(station, matter) == stage(town, matter)
    assert digest(station) == digest(town)
    odd = [step.step.verb for step in the(town, matter).steps if step.odd]
    assert odd == [step.step.verb for step in the(station, matter).steps if step.odd]
    assert len(odd) == 1


def test_more_strangers_than_anybody_would_telephone_are_not_worked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of each that is accepted the trust is worked out anew, and anybody can name thousands."""
    i18n.set_language(i18n.ENGLISH)
    town = a_town(tmp_path)
    sites = [a_station(tmp_path, f"S{number}") for number in range(4)]
    path, *others = [sent(desk, TOWN) for desk in sites]
    many = repacked(path, tmp_path / "many.lzb", [*lines(path), *(one for it in others for one in lines(it))])
    monkeypatch.setattr(inbox, "STRANGERS", 4)
    assert len(inbox.preview(town, many).strangers) == 4
    monkeypatch.setattr(inbox, "STRANGERS", 3)
    accepted: list[str] = []
    accept = Trust.accept

    def counted(trust: Trust, one: Stranger) -> None:
        accepted.append(one.site)
        accept(trust, one)

    monkeypatch.setattr(Trust, "accept", counted)
    with pytest.raises(Doubt, match="More than 3 desks in this file are not known here") as refused:
        inbox.preview(town, many)
    assert (refused.value.kind, len(accepted)) == (doubts.STRANGER, 3)
