"""Two write one plain field at the same time: whoever takes the packages in reads what does not stand."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from station_desk import i18n
from station_desk.casework import history, offices, set_aside
from station_desk.casework.context import Actor, Desk
from station_desk.cli import program
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Issue, Visitor
from station_desk.exchange import applying, inbox, post, stream
from station_desk.store import commits
from station_desk.store.aside import Lost
from station_desk.store.disputes import load
from tests.builders import a_clerk, a_deputy, a_matter, a_visit, an_issue, deliver, log_of, the
from tests.exchange.post import OFFICE, TOWN, a_station, a_town, enrolled, sent, taken

CLERK = a_clerk()
SOUTH, NORTH = "江会路南段", "江会路北段"


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    before = i18n.language()
    i18n.set_language("en")
    yield
    i18n.set_language(before)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Desk, Desk]:
    """A station and its town who know each other."""
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    return station, town


def quiet(station: Desk, town: Desk) -> None:
    for _ in range(2):
        taken(town, sent(station, TOWN))
        taken(station, sent(town, "HC"))


def placed(desk: Desk, actor: Actor, matter: RecordId, place: str) -> None:
    with desk.writing(actor, "correct_issue") as work:
        work.update(Issue, matter, place=place)


def both(station: Desk, town: Desk, theirs: str = NORTH) -> RecordId:
    """An issue whose place the station and the town have written at the same time."""
    matter = an_issue(station)
    quiet(station, town)
    placed(station, CLERK, matter, SOUTH)
    placed(town, OFFICE, matter, theirs)
    return matter


# --- values set aside ----------------------------------------------------------------------------------


def test_the_owners_value_overrules_one_shown_here_and_the_import_says_so(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = both(station, town)
    path = sent(station, TOWN)
    said = inbox.preview(town, path)
    assert (said.set_aside, said.conflicts, said.proposals) == (1, 0, 0)
    (one,) = said.aside
    assert (one.matter, one.number, one.field_label) == (matter, the(town, matter).row.number, "Place")
    assert (one.stands.shown, one.stands.who, one.stands.here) == (SOUTH, f"HC站 {CLERK.name}", False)
    assert (one.aside.shown, one.aside.who, one.aside.here) == (NORTH, f"会城街道人大 {OFFICE.name}", True)
    result = taken(town, path)
    assert result.aside == said.aside
    assert f"“{SOUTH}” stands, not “{NORTH}” (会城街道人大 {OFFICE.name}" in " ".join(result.said)


def test_a_value_that_comes_and_loses_to_the_one_here_is_said_too(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    both(station, town)
    result = taken(station, sent(town, "HC"))
    assert the(station, result.aside[0].matter or result.aside[0].record).record.place == SOUTH
    assert [(one.stands.shown, one.aside.shown, one.aside.here) for one in result.aside] == [
        (SOUTH, NORTH, False)
    ]


def test_each_desk_says_it_once(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = both(station, town)
    assert taken(town, sent(station, TOWN)).set_aside == 1
    assert taken(station, sent(town, "HC")).set_aside == 1
    placed(station, CLERK, an_issue(station, "路灯不亮"), "三联路口")
    with station.writing(CLERK, "correct_issue") as work:
        work.update(Issue, matter, title="江会路浸水")
    assert taken(town, sent(station, TOWN)).set_aside == 0, "the record came again, the value did not"


def test_equal_values_are_no_loss(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    both(station, town, SOUTH)
    for result in (taken(town, sent(station, TOWN)), taken(station, sent(town, "HC"))):
        assert (result.set_aside, result.aside) == (0, ())


def test_a_later_correction_that_saw_the_other_is_no_loss(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = an_issue(station)
    for desk, actor, place in ((town, OFFICE, NORTH), (station, CLERK, SOUTH), (town, OFFICE, "江会路")):
        results = [taken(town, sent(station, TOWN)), taken(station, sent(town, "HC"))]
        assert [one.set_aside for one in results] == [0, 0]
        placed(desk, actor, matter, place)
    assert taken(station, sent(town, "HC")).set_aside == 0
    assert the(station, matter).record.place == "江会路"


def test_what_is_settled_in_the_same_package_is_no_loss(pair: tuple[Desk, Desk]) -> None:
    """The town sees both and chooses; the station's package and the town's word come together."""
    station, town = pair
    matter = both(station, town)
    taken(town, sent(station, TOWN))
    placed(town, OFFICE, matter, "江会路中段")
    assert taken(station, sent(town, "HC")).set_aside == 0
    assert the(station, matter).record.place == "江会路中段"


def test_in_several_batches_only_what_is_left_at_the_end_counts(
    pair: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    station, town = pair
    matter = both(station, town)
    taken(town, sent(station, TOWN))
    placed(town, OFFICE, matter, "江会路中段")
    monkeypatch.setattr(applying, "BATCH", 1)
    assert taken(station, sent(town, "HC")).set_aside == 0


def test_two_computers_that_correct_one_deputy_are_told_apart_with_phones_masked(tmp_path: Path) -> None:
    station, town, second = a_station(tmp_path), a_town(tmp_path), a_town(tmp_path, "second.desk")
    deliver(town, log_of(second))
    enrolled(station, town)
    quiet(station, town)
    deputy = a_deputy(town)
    deliver(second, log_of(town))
    offices.save(town, OFFICE, Deputy(name="陈伟鸿", level="town", phone="13800138001"), deputy)
    offices.save(second, OFFICE, Deputy(name="陈伟雄", level="town", phone="13900139002"), deputy)
    deliver(town, log_of(second))
    result = taken(station, sent(town, "HC"))
    shown = {(one.field, one.stands.shown, one.aside.shown) for one in result.aside}
    phones = {value for field, *values in shown if field == "phone" for value in values}
    assert phones <= {"138****8001", "139****9002"}
    assert phones


def test_a_visitors_details_are_masked_and_the_matter_is_named(tmp_path: Path) -> None:
    one = a_station(tmp_path)
    (tmp_path / "second").mkdir()
    other = a_station(tmp_path / "second")
    ((matter, _),) = a_visit(one, a_matter("校门口太挤")).matters
    deliver(other, log_of(one))
    record = the(one, matter).record
    assert isinstance(record, Issue)
    assert record.visitor is not None
    for desk, phone, name, street in (
        (one, "13812345678", "梁锦苹", "同德里1号"),
        (other, "13987654321", "梁锦平", "同德里2号"),
    ):
        with desk.writing(CLERK, "correct_visitor") as work:
            work.update(Visitor, record.visitor, phone=phone, name=name, address=street)
    deliver(one, log_of(other))
    rows = history.of_matter(one, matter)
    lost = {change.field: change.shown for row in rows for change in row.fields if change.aside}
    assert lost.keys() == {"phone", "name", "address"}
    with one.reading() as connection:
        (dispute,) = load(connection, [record.visitor])
        found = set_aside.in_words(
            connection, one, [Lost(record.visitor, *head) for head in dispute.folded.aside]
        )
    assert {each.matter for each in found} == {matter}
    said = [set_aside.sentence(len(found), found), *(each.sentence() for each in found), *lost.values()]
    assert "138****5678" in " ".join(said)
    assert "139****4321" in " ".join(said)
    assert "梁某" in " ".join(said)
    for secret in ("12345678", "87654321", "锦苹", "锦平", "同德里"):
        assert secret not in " ".join(said)


def test_files_read_together_say_it_in_one_sentence(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matters = [an_issue(station, text) for text in ("路灯不亮", "井盖松动", "积水", "噪音")]
    quiet(station, town)
    for matter in matters:
        placed(town, OFFICE, matter, NORTH)
        placed(station, CLERK, matter, SOUTH)
    result = post.collect(town, [sent(station, TOWN)])
    assert (result.set_aside, len(result.aside)) == (4, 4)
    words = result.sentence()
    assert "at the same time: 4." in words
    assert "and 1 more" in words
    assert words.count(f"not “{NORTH}”") == 3


def test_the_history_says_which_value_does_not_stand(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = both(station, town)
    quiet(station, town)
    for desk in pair:
        told = [
            change
            for row in history.of_matter(desk, matter)
            for change in row.fields
            if change.field == "place" and change.after in (NORTH, SOUTH)
        ]
        assert {(one.after, one.aside, one.shown) for one in told} == {
            (SOUTH, False, ""), (NORTH, True, NORTH)
        }  # fmt: skip
        assert len({one.before for one in told}) == 1, "neither writer had seen the other's"
    placed(town, OFFICE, matter, "江会路中段")
    assert not any(change.aside for row in history.of_matter(town, matter) for change in row.fields)


def test_the_command_line_says_it_before_and_after(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    both(station, town)
    path = sent(station, TOWN)
    town.close()
    asking = ["--desk", str(town.path), "--language", "en", "import", str(path)]
    words = CliRunner().invoke(program, [*asking, "--preview"])
    assert "Values set aside: 1" in words.output
    assert f"“{SOUTH}” stands, not “{NORTH}”" in words.output
    asking.insert(0, "--json")
    (before,) = json.loads(CliRunner().invoke(program, [*asking, "--preview"]).stdout)["packages"]
    after = json.loads(CliRunner().invoke(program, asking).stdout)
    assert (before["set_aside"], before["aside"]) == (after["set_aside"], after["aside"])
    (one,) = after["aside"]
    assert (one["stands"], one["value"], one["actor"]) == (SOUTH, NORTH, OFFICE.name)


# --- clocks --------------------------------------------------------------------------------------------


class _Clock:
    def __init__(self, ahead: float) -> None:
        self.ahead = ahead

    def time(self) -> float:
        return time.time() + self.ahead

    def time_ns(self) -> int:
        return int(self.time() * 1e9)


def test_a_clock_that_is_ahead_is_said_and_nothing_is_refused(
    pair: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    station, town = pair
    with monkeypatch.context() as wrong:
        wrong.setattr(commits, "time", _Clock(3 * 86_400 + 60))
        matter = an_issue(station)
    path = sent(station, TOWN)
    words = "Ahead of this computer's clock: HC站 by 3 days. Compare the clocks"
    assert words in " ".join(inbox.preview(town, path).said)
    assert [words in said for said in taken(town, path).said] == [True], "once a package"
    assert [row.ahead for row in history.of_matter(town, matter)] == [True]
    assert [row.ahead for row in history.of_matter(station, matter)] == [True]
    an_issue(station, "路灯不亮")
    assert taken(town, sent(station, TOWN)).said == ()


@pytest.mark.parametrize("seconds", [-86_400.0, 0.0, 540.0])
def test_clocks_behind_or_a_little_ahead_are_not_worth_a_word(
    pair: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    station, town = pair
    with monkeypatch.context() as wrong:
        wrong.setattr(commits, "time", _Clock(seconds))
        matter = an_issue(station)
    assert taken(town, sent(station, TOWN)).said == ()
    assert [row.ahead for row in history.of_matter(town, matter)] == [False]


def test_a_package_made_ahead_is_said_though_its_entries_are_not(
    pair: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    station, town = pair
    an_issue(station)
    with monkeypatch.context() as wrong:
        wrong.setattr(stream, "time", _Clock(20 * 60))
        path = sent(station, TOWN)
    assert "HC站 by 20 minutes" in taken(town, path).said[0]
