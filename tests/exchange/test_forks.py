"""A desk copied whole: the work of both copies is kept everywhere and told, and each goes on as its own."""

from __future__ import annotations

import shutil
from itertools import permutations
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import handling
from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Issue
from station_desk.domain.vocabulary import SiteRole
from station_desk.exchange import forks, inbox, stream
from station_desk.exchange.digest import digest
from tests.builders import DAY, a_clerk, an_issue, the
from tests.exchange.post import OFFICE, TOWN, a_station, a_town, anyone, enrolled, sent, taken, titles


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.set_language(i18n.ENGLISH)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Desk, Desk]:
    """A station and its town who know each other."""
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    return station, town


def copied(desk: Desk, to: Path) -> Desk:
    """The desk's file carried to another place, and opened there."""
    folder = to.parent / "carried"
    folder.mkdir(exist_ok=True)
    shutil.move(desk.backup(folder), to)
    return Desk.open(to)


def imaged(desk: Desk, to: Path) -> Desk:
    """As `copied`, but with the whole disk, computer name and all, so that nothing tells the two apart."""
    copy = copied(desk, to)
    copy._renewal = None
    return copy


def branches_of(desk: Desk, replica: bytes) -> int:
    with desk.reading() as connection:
        return len(forks.tips(connection, replica))


def found(desk: Desk) -> list[forks.Fork]:
    with desk.reading() as connection:
        return forks.listed(connection)


def noted(desk: Desk, matter: RecordId) -> set[str]:
    return {step.step.text or "" for step in the(desk, matter).steps if step.step.verb == "note"}


def exchanged(town: Desk, *desks: Desk) -> None:
    """Rounds of files until everybody has everything; a refusal on the way heals by the next round."""
    for _ in range(3):
        for desk in desks:
            inbox.take_in(town, [sent(desk, TOWN)], trust=anyone)
        for desk in desks:
            inbox.take_in(desk, [sent(town, desk.identity.site)], trust=anyone)
    for desk in desks:
        taken(town, sent(desk, TOWN))
        taken(desk, sent(town, desk.identity.site))


def test_two_copies_that_wrote_as_one_keep_both_ones_work(pair: tuple[Desk, Desk], tmp_path: Path) -> None:
    station, town = pair
    matter = an_issue(station, "江会路浸水")
    taken(town, sent(station, TOWN))
    was = station.identity.replica
    copy = imaged(station, tmp_path / "copy.desk")
    here, there = an_issue(station, "老街停车难"), an_issue(copy, "路灯不亮")
    handling.note(station, a_clerk(), matter, "原机已去现场", DAY)
    handling.note(copy, a_clerk(), matter, "副本已去现场", DAY)
    exchanged(town, station, copy)
    assert digest(station) == digest(copy) == digest(town) == digest(town, "HC")
    for desk in (station, copy, town):
        assert titles(desk) >= {the(town, found_).row.title for found_ in (matter, here, there)}
        assert noted(desk, matter) == {"原机已去现场", "副本已去现场"}
        assert branches_of(desk, was) == 2
        assert [(fork.site, fork.replica, fork.seq) for fork in found(desk)] == [("HC", was.hex(), 4)]
        assert desk.check() == []


def test_each_copy_goes_on_under_a_name_of_its_own_when_it_hears_of_the_other(
    pair: tuple[Desk, Desk], tmp_path: Path
) -> None:
    station, town = pair
    was = station.identity.replica
    copy = imaged(station, tmp_path / "copy.desk")
    an_issue(station, "老街停车难")
    an_issue(copy, "路灯不亮")
    for desk in (station, copy):
        taken(town, sent(desk, TOWN))
    assert station.identity.replica == copy.identity.replica == was
    assert station.notices() == copy.notices() == []
    exchanged(town, station, copy)
    assert "Two copies of this desk" in station.notices()[0]
    assert len({was, station.identity.replica, copy.identity.replica}) == 3
    (fork,) = found(town)
    assert fork.followers == 2
    # From now on their work branches no further, and nothing known is sent again.
    for desk, text in ((station, "垃圾无人清运"), (copy, "井盖破损")):
        an_issue(desk, text)
    exchanged(town, station, copy)
    assert (branches_of(town, was), len(found(town))) == (2, 1)
    assert digest(station) == digest(copy) == digest(town)
    for desk in (station, copy):
        assert stream.peers(desk)[0].waiting == 0
    assert stream.peers(town)[0].waiting == 0
    assert stream.export(town, "HC", tmp_path).commits == 0


def test_the_town_is_told_of_the_fork_on_its_board(pair: tuple[Desk, Desk], tmp_path: Path) -> None:
    station, town = pair
    copy = imaged(station, tmp_path / "copy.desk")
    an_issue(station, "老街停车难")
    an_issue(copy, "路灯不亮")
    taken(town, sent(station, TOWN))
    assert stream.peers(town)[0].warnings == ()
    taken(town, sent(copy, TOWN))
    (warning,) = stream.peers(town)[0].warnings
    assert "Two computers have written as HC from its entry 3 on" in warning
    assert "so that they hear of it" in warning
    exchanged(town, station, copy)
    (warning,) = stream.peers(town)[0].warnings
    assert "each goes on under a name of its own" in warning


def test_a_copy_that_knows_it_is_one_makes_no_fork(pair: tuple[Desk, Desk], tmp_path: Path) -> None:
    station, town = pair
    copy = copied(station, tmp_path / "copy.desk")
    an_issue(station, "老街停车难")
    an_issue(copy, "路灯不亮")
    exchanged(town, station, copy)
    assert digest(station) == digest(copy) == digest(town)
    assert found(town) == found(station) == found(copy) == []
    assert station.notices() == []


def test_both_copies_correct_one_matter_and_every_desk_shows_the_same(
    pair: tuple[Desk, Desk], tmp_path: Path
) -> None:
    station, town = pair
    matter = an_issue(station)
    taken(town, sent(station, TOWN))
    copy = imaged(station, tmp_path / "copy.desk")
    for desk, place in ((station, "江会路南段"), (copy, "江会路北段")):
        with desk.writing(a_clerk(), "correct_issue") as work:
            work.update(Issue, matter, place=place)
    exchanged(town, station, copy)
    assert digest(station) == digest(copy) == digest(town)
    assert the(town, matter).record.place in {"江会路南段", "江会路北段"}
    with town.reading() as connection:
        bodies = b"".join(
            row[0] for row in connection.exec_driver_sql("SELECT body FROM chg WHERE body IS NOT NULL")
        )
    assert "江会路南段".encode() in bodies
    assert "江会路北段".encode() in bodies


def test_whatever_order_the_branches_arrive_in_the_town_holds_the_same(tmp_path: Path) -> None:
    station = a_station(tmp_path)
    matter = an_issue(station, "江会路浸水")
    copy, third = (imaged(station, tmp_path / f"copy{n}.desk") for n in (1, 2))
    files = []
    for place, desk in enumerate((station, copy, third)):
        an_issue(desk, f"第{place}台电脑登记的事项")
        handling.note(desk, a_clerk(), matter, f"第{place}台电脑的记录", DAY)
        files.append(sent(desk, TOWN))
    digests = set()
    for place, order in enumerate(permutations(files)):
        town = a_town(tmp_path, f"town{place}.desk")
        taken(town, *order, order[0])
        digests.add(digest(town))
        assert branches_of(town, station.identity.replica) == 3
        assert [fork.seq for fork in found(town)] == [3]
        assert noted(town, matter) == {f"第{n}台电脑的记录" for n in range(3)}
        assert town.check() == []
        town.close()
    assert len(digests) == 1


def test_a_sibling_station_and_the_county_see_both_branches_too(tmp_path: Path) -> None:
    county = Desk.create(tmp_path / "county.desk", site="XHQ", name="新会区人大", role=SiteRole.COUNTY)
    town = a_town(tmp_path, parent="XHQ")
    here, there = a_station(tmp_path, "HC"), a_station(tmp_path, "XH")
    matter = an_issue(here, "江会路浸水")
    exchanged(town, here, there)
    with here.writing(a_clerk(), "correct_issue") as work:
        work.update(Issue, matter, owner="XH")
    exchanged(town, here, there)
    copy = imaged(here, tmp_path / "copy.desk")
    handling.note(here, a_clerk(), matter, "原机已去现场", DAY)
    handling.note(copy, a_clerk(), matter, "副本已去现场", DAY)
    exchanged(town, here, copy, there)
    for _ in range(2):
        taken(county, sent(town, "XHQ"))
        taken(town, sent(county, TOWN))
    for desk in (county, town, here, copy, there):
        assert noted(desk, matter) == {"原机已去现场", "副本已去现场"}
        assert [fork.site for fork in found(desk)] == ["HC"]
        assert desk.check() == []
    assert digest(there) == digest(town, "XH")
    assert digest(here) == digest(copy) == digest(town, "HC")
    assert digest(county) == digest(town)
    # Who has no line for that station is told of it beside the office whose files said so.
    (board,) = stream.peers(there)
    assert (board.site, "written as HC" in board.warnings[0]) == (TOWN, True)
    assert "written as HC" in stream.peers(county)[0].warnings[0]


def test_a_preview_of_a_fork_changes_nothing(pair: tuple[Desk, Desk], tmp_path: Path) -> None:
    station, town = pair
    copy = imaged(station, tmp_path / "copy.desk")
    an_issue(station, "老街停车难")
    an_issue(copy, "路灯不亮")
    taken(town, sent(station, TOWN))
    inbox.preview(town, sent(copy, TOWN))
    assert found(town) == []


def test_a_copy_long_silent_is_asked_for_a_file_and_then_has_everything(
    pair: tuple[Desk, Desk], tmp_path: Path
) -> None:
    station, town = pair
    copy = copied(station, tmp_path / "copy.desk")
    an_issue(copy, "路灯不亮")
    exchanged(town, station, copy)
    for n in range(7):
        an_issue(station, f"第{n}件事")
        taken(town, sent(station, TOWN))
        handling.note(town, OFFICE, an_issue(town, f"镇街第{n}件事"), "已登记", DAY)
        taken(station, sent(town, "HC"))
    assert "An earlier file" in inbox.take_in(copy, [sent(town, "HC")]).refused[0].reason
    taken(town, sent(copy, TOWN))
    taken(copy, sent(town, "HC"))
    assert digest(copy) == digest(station) == digest(town, "HC")
