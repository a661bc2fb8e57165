"""A town's rules go down with its packages: new matters begin under them, matters begun keep theirs."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import history, offices, rules
from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.profile_text import builtin_text
from station_desk.domain.records import Deputy, Profile
from station_desk.domain.vocabulary import SiteRole
from station_desk.errors import UserError
from station_desk.exchange import enrolment
from tests.builders import DAY, a_clerk, a_suggestion, an_issue, deliver, log_of, stage, the
from tests.exchange.post import OFFICE, TOWN, a_station, a_town, sent, taken


def edited(version: str, days: int) -> str:
    text = builtin_text("guangdong").replace('version = "guangdong-1"', f'version = "{version}"', 1)
    return text.replace("n = 3", f"n = {days}", 1)


def rules_of(desk: Desk, matter: bytes) -> tuple[str, int]:
    """The version a matter stands under, and its days for triage."""
    found = the(desk, matter).profile  # type: ignore[arg-type]
    assert found is not None
    return found.version, found.clocks["issue.triage"].n


def acquainted(folder: Path) -> tuple[Desk, Desk]:
    """A town, and a station of it that the town knows."""
    town, station = a_town(folder), a_station(folder)
    taken(town, sent(station, TOWN))
    return town, station


def test_a_town_s_new_rules_reach_its_station_where_only_new_matters_begin_under_them(tmp_path: Path) -> None:
    town, station = acquainted(tmp_path)
    before = an_issue(station)
    offices.save_profile(town, OFFICE, edited("会城-2", 7))
    taken(station, sent(town, "HC"))
    after = an_issue(station, "村口路灯不亮")

    assert station.profile().version == town.profile().version == "会城-2"
    assert rules_of(station, before) == ("guangdong-1", 3)
    assert rules_of(station, after) == ("会城-2", 7)
    taken(town, sent(station, TOWN))
    assert (rules_of(town, before), rules_of(town, after)) == (("guangdong-1", 3), ("会城-2", 7))
    assert (town.check(), station.check()) == ([], [])


def test_the_newest_version_is_the_one_written_knowing_the_others_whatever_the_clocks_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    town, station = acquainted(tmp_path)
    offices.save_profile(town, OFFICE, edited("会城-2", 7))
    with monkeypatch.context() as clock:  # the office's computer has gone back to 2020
        clock.setattr("time.time", lambda: 1_600_000_000.0)
        clock.setattr("time.time_ns", lambda: 1_600_000_000_000_000_000)
        offices.save_profile(town, OFFICE, edited("会城-3", 9))
    taken(station, sent(town, "HC"))

    assert town.profile().version == station.profile().version == "会城-3"


def test_two_computers_of_an_office_that_edit_at_once_agree_in_any_order(tmp_path: Path) -> None:
    one, two = a_town(tmp_path), a_town(tmp_path, "second.desk")
    offices.save_profile(one, OFFICE, edited("甲", 7))
    offices.save_profile(two, OFFICE, edited("乙", 9))
    logs = log_of(one) + log_of(two)
    desks = []
    for place, order in enumerate(permutations(range(2))):
        folder = tmp_path / str(place)
        folder.mkdir()
        desk = a_station(folder)
        for part in order:
            deliver(desk, log_of((one, two)[part]))
        desks.append(desk)
    deliver(one, logs)
    deliver(two, logs)

    assert len({desk.profile().version for desk in (one, two, *desks)}) == 1


def test_a_station_s_own_version_changes_nobody_s_rules(tmp_path: Path) -> None:
    town, station = acquainted(tmp_path)
    alone = Desk.create(tmp_path / "DX.desk", site="DX", name="大新站", role=SiteRole.STATION)
    offices.save_profile(alone, a_clerk(), edited("大新-1", 30))
    assert alone.profile().version == "大新-1"
    for desk in (town, station):
        deliver(desk, log_of(alone))
        assert desk.profile().version == "guangdong-1"
    offices.rename_site(alone, a_clerk(), "大新站", TOWN)

    assert alone.profile().version == "guangdong-1", "it is its town's to say now"


def test_a_town_without_rules_of_its_own_takes_its_county_s(tmp_path: Path) -> None:
    county = Desk.create(tmp_path / "XH.desk", site="XH", name="新会区人大", role=SiteRole.COUNTY)
    town = Desk.create(tmp_path / "town.desk", site=TOWN, name="会城", role=SiteRole.TOWN, parent="XH")
    station = a_station(tmp_path)
    taken(town, sent(station, TOWN))
    taken(county, sent(town, "XH"))
    offices.save_profile(county, OFFICE, edited("新会-1", 6))
    taken(town, sent(county, TOWN))
    taken(station, sent(town, "HC"))
    assert town.profile().version == station.profile().version == "新会-1"
    offices.save_profile(town, OFFICE, edited("会城-1", 5))
    taken(station, sent(town, "HC"))
    taken(county, sent(town, "XH"))

    assert station.profile().version == "会城-1"
    assert county.profile().version == "新会-1", "a town's rules are not its county's"


def due(desk: Desk, matter: bytes) -> object:
    return the(desk, matter).row.due_on  # type: ignore[arg-type]


def test_a_station_s_version_of_the_town_s_name_is_nobody_s_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor with an id of long ago, which is the writer's choice."""
    town, station = acquainted(tmp_path)
    other = a_station(tmp_path, "XH")
    taken(town, sent(other, TOWN))
    offices.save_profile(town, OFFICE, edited("会城-2", 7))
    taken(station, sent(town, "HC"))
    taken(other, sent(town, "XH"))
    issue, own = an_issue(other), an_issue(station, "村口路灯不亮")
    taken(town, sent(other, TOWN))
    before = due(town, issue)
    with monkeypatch.context() as clock:
        clock.setattr("time.time_ns", lambda: 1_000_000_000)
        with station.writing(a_clerk(), "save_profile") as work:
            work.add(Profile(version="会城-2", name="x", body=edited("会城-2", 900)))
    taken(town, sent(station, TOWN))
    taken(other, sent(town, "XH"))

    for desk, matter in ((town, issue), (other, issue), (town, own), (station, own)):
        assert rules_of(desk, matter) == ("会城-2", 7)
    assert due(town, issue) == due(other, issue) == before
    assert town.profile().clocks["issue.triage"].n == 7
    assert rules.view(town, OFFICE, DAY).text == edited("会城-2", 7)
    assert [desk.check() for desk in (town, other, station)] == [[], [], []]


def a_county_deputys_suggestion(tmp_path: Path) -> tuple[Desk, Desk, RecordId]:
    """The town, the station and the suggestion: it began under the town's rules, but its office is the
    county's."""
    county = Desk.create(tmp_path / "XHQ.desk", site="XHQ", name="新会区人大", role=SiteRole.COUNTY)
    town, station = a_town(tmp_path, parent="XHQ"), a_station(tmp_path)
    taken(town, sent(station, TOWN))
    taken(county, sent(town, "XHQ"))
    taken(town, sent(county, TOWN))
    offices.save_profile(town, OFFICE, edited("会城-2", 7))
    taken(station, sent(town, "HC"))
    deputy, _ = offices.save(station, a_clerk(), Deputy(name="陈伟雄", level="county"))
    suggestion = a_suggestion(station, deputy)
    assert the(station, suggestion).record.office == "XHQ"
    return town, station, suggestion


def test_a_matter_keeps_its_rules_whatever_its_office_and_wherever_its_station_goes(tmp_path: Path) -> None:
    _, station, suggestion = a_county_deputys_suggestion(tmp_path)
    offices.rename_site(station, a_clerk(), "HC站", "SJZ")

    assert rules_of(station, suggestion) == ("会城-2", 7)
    assert station.check() == []


def test_whose_version_counts_does_not_hang_on_what_was_heard_first(tmp_path: Path) -> None:
    town, station, suggestion = a_county_deputys_suggestion(tmp_path)
    own, above = (
        [one for one in log_of(desk) if one[1].site == desk.identity.site] for desk in (station, town)
    )
    found = set()
    for place, order in enumerate(permutations((own[:1], own[1:], above[:1], above[1:]))):
        folder = tmp_path / str(place)
        folder.mkdir()
        desk = Desk.create(folder / "YY.desk", site="YY", name="另一处", role=SiteRole.COUNTY)
        for part in order:
            deliver(desk, part)
        assert desk.check() == []
        found.add((rules_of(desk, suggestion), stage(desk, suggestion)))
    assert found == {(("会城-2", 7), "draft")}


def test_rules_of_a_desk_struck_off_are_gone_from_the_matters_under_them(tmp_path: Path) -> None:
    county = Desk.create(tmp_path / "XHQ.desk", site="XHQ", name="新会区人大", role=SiteRole.COUNTY)
    town = a_town(tmp_path, parent="XHQ")
    taken(county, sent(town, "XHQ"))
    last = max(one.last for one in enrolment.known(county))
    offices.save_profile(town, OFFICE, edited("会城-2", 7))
    station = a_station(tmp_path)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    issue = an_issue(station)
    taken(town, sent(station, TOWN))
    taken(county, sent(town, "XHQ"))
    assert rules_of(county, issue) == ("会城-2", 7)
    enrolment.strike_off(county, OFFICE, town.identity.replica.hex(), "电脑失窃", last)

    assert county.check() == []


def test_a_version_taken_back_gives_way_to_the_one_before(tmp_path: Path) -> None:
    town = a_town(tmp_path)
    offices.save_profile(town, OFFICE, edited("会城-2", 7))
    offices.save_profile(town, OFFICE, edited("会城-3", 9))
    history.undo(town, OFFICE)

    assert town.profile().version == "会城-2"


def of_a_newer_program(version: str) -> Profile:
    """Rules with a part that this program does not know."""
    return Profile(version=version, name="新规则", body=edited(version, 30) + "\n[moods]\nx = 1\n")


def test_rules_of_a_newer_program_leave_the_last_readable_ones_in_force_and_this_is_said(
    tmp_path: Path,
) -> None:
    i18n.set_language(i18n.ENGLISH)
    town, station = acquainted(tmp_path)
    offices.save_profile(town, OFFICE, edited("会城-2", 7))
    assert taken(station, sent(town, "HC")).said == ()
    with town.writing(OFFICE, "save_profile") as work:
        work.add(of_a_newer_program("会城-3"))
    path = sent(town, "HC")
    said = taken(station, path).said

    assert said == (
        "The rules 会城-3 of 会城街道人大 were written by a newer Station Desk, and this program cannot read "
        "them. Until it is updated, 会城-2 holds here.",
    )
    assert station.profile().version == town.profile().version == "会城-2"
    assert rules_of(station, an_issue(station)) == ("会城-2", 7)
    assert taken(station, path).said == (), "it was said"
    shown = rules.view(station, OFFICE, DAY)
    assert shown.unread == said[0]
    assert [one.version for one in shown.versions if one.in_force] == ["会城-2"]
    with pytest.raises(UserError, match="Update this program to see it"):
        rules.differences_of(station, shown.versions[0])


def test_without_an_older_version_of_its_own_an_office_takes_the_one_above_s(tmp_path: Path) -> None:
    county = Desk.create(tmp_path / "XH.desk", site="XH", name="新会区人大", role=SiteRole.COUNTY)
    town = Desk.create(tmp_path / "town.desk", site=TOWN, name="会城", role=SiteRole.TOWN, parent="XH")
    taken(county, sent(town, "XH"))
    offices.save_profile(county, OFFICE, edited("新会-1", 6))
    taken(town, sent(county, TOWN))
    with town.writing(OFFICE, "save_profile") as work:
        work.add(of_a_newer_program("会城-1"))

    assert town.profile().version == "新会-1"


def test_an_office_saves_nothing_over_what_its_newer_computer_wrote(tmp_path: Path) -> None:
    i18n.set_language(i18n.ENGLISH)
    town = a_town(tmp_path)
    with town.writing(OFFICE, "save_profile") as work:
        work.add(of_a_newer_program("会城-2"))
    shown = rules.view(town, OFFICE, DAY)

    assert "会城-2" in shown.fixed
    with pytest.raises(UserError, match="Update this program first"):
        rules.save(town, OFFICE, {}, DAY, edited("会城-3", 9))
    with town.writing(OFFICE, "save_profile") as work:
        work.add(Profile(version="会城-4", name="规则", body=edited("会城-4", 4)))
    assert rules.view(town, OFFICE, DAY).fixed == ""
