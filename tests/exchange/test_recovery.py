"""A desk put back from a backup goes on as another, and what it lost comes back from those who have it."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from station_desk import i18n
from station_desk.casework import backups, handling
from station_desk.casework.context import Desk
from station_desk.domain.records import Unit
from station_desk.exchange import enrolment, forks, inbox, stream
from station_desk.exchange.digest import digest
from tests.builders import DAY, a_clerk, a_matter, a_suggestion, a_visit, an_issue, the
from tests.exchange.post import (
    CODE,
    DEPUTY,
    OFFICE,
    TOWN,
    a_deputys_desk,
    a_listed_deputy,
    a_station,
    a_town,
    handed,
    lines,
    members,
    repacked,
    sent,
    taken,
    titles,
)


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.set_language(i18n.ENGLISH)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Desk, Desk]:
    """A station and its town who know each other."""
    station, town = a_station(tmp_path), a_town(tmp_path)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    return station, town


def kept(desk: Desk, name: str = "kept.desk") -> Path:
    """The desk as it is now, copied aside by hand."""
    target = desk.path.with_name(name)
    shutil.move(desk.backup(desk.path.parent), target)
    return target


def put_back(desk: Desk, copy: Path) -> Desk:
    """The desk's file replaced by an earlier copy of it."""
    desk.close()
    for suffix in ("-wal", "-shm"):
        desk.path.with_name(desk.path.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(copy, desk.path)
    return Desk.open(desk.path)


def unnoticed(desk: Desk, copy: Path) -> Desk:
    """As `put_back`, on a computer that remembers nothing of the desk's later days."""
    again = put_back(desk, copy)
    again._renewal = None
    return again


def no_fork(*desks: Desk) -> bool:
    found = []
    for desk in desks:
        with desk.reading() as connection:
            found += forks.listed(connection)
    return not found


def test_what_the_town_has_of_a_restored_station_comes_back_whole(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    an_issue(station, "江会路浸水")
    copy = kept(station)
    lost = an_issue(station, "老街停车难")
    handling.note(station, a_clerk(), lost, "已到现场看过", DAY)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    before = digest(station)
    again = put_back(station, copy)
    assert "restored from a backup" in again.notices()[0]
    new = an_issue(again, "路灯不亮")
    taken(town, sent(again, TOWN))
    taken(again, sent(town, "HC"))
    assert the(again, lost).row.title == the(town, lost).row.title
    assert [s.step.text for s in the(again, lost).steps if s.step.verb == "note"] == ["已到现场看过"]
    assert the(town, new).row.station == "HC"
    assert digest(again) == digest(town) == digest(town, "HC") != before
    assert again.check() == town.check() == []
    assert no_fork(again, town)
    taken(town, sent(again, TOWN))
    assert stream.export(town, "HC", again.path.parent).commits == 0


def test_a_visitors_name_that_never_left_the_station_does_not_come_back(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    copy = kept(station)
    lost = a_visit(station, a_matter(), visitor="欧阳锦萍").matters[0][0]
    taken(town, sent(station, TOWN))
    again = put_back(station, copy)
    assert "会城街道人大 is told with the next package and sends back what is missing" in again.notices()[0]
    assert "but not the names and telephones of visitors" in again.notices()[0]
    taken(town, sent(again, TOWN))
    taken(again, sent(town, "HC"))
    assert the(again, lost).visitor is None
    assert the(again, lost).row.title == the(town, lost).row.title
    assert again.check() == []


def test_what_the_town_never_got_is_lost_with_the_disk_and_nothing_contradicts_it(
    pair: tuple[Desk, Desk],
) -> None:
    station, town = pair
    copy = kept(station)
    an_issue(station, "老街停车难")
    again = put_back(station, copy)
    an_issue(again, "路灯不亮")
    taken(town, sent(again, TOWN))
    assert "老街停车难" not in str(titles(town))
    assert digest(town) == digest(again)
    assert no_fork(again, town)


def test_a_receipt_that_knows_more_of_us_than_we_do_says_that_we_were_restored(
    pair: tuple[Desk, Desk],
) -> None:
    station, town = pair
    copy = kept(station)
    lost = an_issue(station, "老街停车难")
    taken(town, sent(station, TOWN))
    told = sent(town, "HC")
    taken(station, told)
    again = unnoticed(station, copy)
    was = again.identity.replica
    assert again.notices() == []
    inbox.preview(again, told)
    assert again.notices() == [], "looking changes nothing"
    taken(again, told)
    assert "restored from a backup" in again.notices()[0]
    new = an_issue(again, "路灯不亮")
    assert again.identity.replica != was
    assert ["restored" in said for said in again.notices()] == [True, False], "once, and how it numbers"
    taken(town, sent(again, TOWN))
    taken(again, sent(town, "HC"))
    for matter in (lost, new):
        assert the(again, matter).row.title == the(town, matter).row.title
    assert digest(again) == digest(town)
    assert again.check() == town.check() == []
    assert no_fork(again, town)


def test_a_station_cannot_have_its_town_change_its_fingerprint_with_every_file(
    pair: tuple[Desk, Desk],
) -> None:
    station, town = pair
    marks: list[str] = []
    said: list[str] = []
    for number in range(4):
        an_issue(station, f"第{number}件")
        path = sent(station, TOWN)
        receipt = msgspec.json.decode(members(path)[0][1])["receipt"]
        receipt[town.identity.replica.hex()] = [1 << 20 | number, "11" * 32]
        bad = repacked(path, path.with_name("claims.lzb"), lines(path), manifest={"receipt": receipt})
        said += taken(town, bad).said
        with town.writing(OFFICE, "save_unit") as work:
            work.add(Unit(name=f"单位{number}"))
        marks.append(enrolment.own_fingerprint(town))
    assert len(set(marks)) == 1, "after the first"
    assert len([one for one in said if "says again that it holds entries of this desk" in one]) == 3
    assert len(titles(town)) == 4, "all else is taken"


def test_a_town_restored_unnoticed_is_told_by_its_station_each_time(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    for place in range(3):
        copy = kept(town, f"kept-{place}.desk")
        with town.writing(OFFICE, "save_unit") as work:
            work.add(Unit(name=f"单位{place}"))
        taken(station, sent(town, "HC"))
        was = town.identity.replica
        town = unnoticed(town, copy)
        an_issue(station, f"第{place}件")
        taken(town, sent(station, TOWN))
        assert "restored from a backup" in town.notices()[0]
        town.settle()
        assert town.identity.replica != was
        for _ in range(2):
            taken(station, sent(town, "HC"))
            taken(town, sent(station, TOWN))
        assert digest(town, "HC") == digest(station)
    assert no_fork(town, station)


def test_own_entries_that_come_back_before_anything_was_written_say_it_too(
    pair: tuple[Desk, Desk], tmp_path: Path
) -> None:
    station, town = pair
    copy = kept(station)
    lost = a_visit(station, a_matter("老街停车难"), visitor="欧阳锦萍").matters[0][0]
    taken(town, sent(station, TOWN))
    # A file that the town wrote for a desk of which it had no word: it carries all.
    with town.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM receipt")
    whole = sent(town, "HC")
    again = unnoticed(station, copy)
    taken(again, whole)
    assert the(again, lost).row.title == the(town, lost).row.title
    assert "restored from a backup" in again.notices()[0]
    assert again.check() == [], "what never left the desk cannot come back, and is no damage"
    an_issue(again, "路灯不亮")
    taken(town, sent(again, TOWN))
    assert digest(again) == digest(town)
    assert no_fork(again, town)


def test_a_restored_desk_that_wrote_before_it_heard_makes_a_fork_in_which_nothing_is_lost(
    pair: tuple[Desk, Desk],
) -> None:
    station, town = pair
    copy = kept(station)
    lost = an_issue(station, "老街停车难")
    taken(town, sent(station, TOWN))
    shutil.rmtree(station.path.with_suffix(".out"))  # the files sent were on the disk that broke
    again = unnoticed(station, copy)
    new = an_issue(again, "路灯不亮")
    taken(town, sent(again, TOWN))
    for _ in range(2):
        taken(again, sent(town, "HC"))
        taken(town, sent(again, TOWN))
    for matter in (lost, new):
        assert the(again, matter).row.title == the(town, matter).row.title
    assert digest(again) == digest(town)
    assert not no_fork(town)
    assert "Two copies" in again.notices()[0]
    assert again.check() == town.check() == []


def test_a_restored_town_gets_its_own_words_back_from_its_stations(tmp_path: Path) -> None:
    town = a_town(tmp_path)
    stations = [a_station(tmp_path, site) for site in ("HC", "XH")]

    def rounds(office: Desk) -> None:
        for _ in range(2):
            for station in stations:
                taken(office, sent(station, TOWN))
            for station in stations:
                taken(station, sent(office, station.identity.site))

    matters = [an_issue(station, f"{station.identity.site}路口路灯不亮") for station in stations]
    rounds(town)
    copy = kept(town)
    for matter in matters:
        handling.note(town, OFFICE, matter, "镇街已交办", DAY)
    with town.writing(OFFICE, "save_unit") as work:
        work.add(Unit(name="区市政管理所"))
    rounds(town)
    before = digest(town)
    again = put_back(town, copy)
    assert digest(again) != before
    an_issue(stations[0], "垃圾无人清运")
    rounds(again)
    for matter in matters:
        assert [s.step.text for s in the(again, matter).steps if s.step.verb == "note"] == ["镇街已交办"]
    for station in stations:
        assert digest(station) == digest(again, station.identity.site)
        assert station.check() == []
    assert again.check() == []
    assert no_fork(again, *stations)


def test_a_deputys_restored_desk_gets_back_what_the_deputy_said(tmp_path: Path) -> None:
    station = a_station(tmp_path)
    deputy = a_listed_deputy(station)
    theirs = a_deputys_desk(tmp_path, CODE)
    suggestion = a_suggestion(station, deputy)
    handed(station, theirs)
    copy = kept(theirs)
    handling.note(theirs, DEPUTY, suggestion, "请补充数据", DAY)
    handed(station, theirs)
    again = put_back(theirs, copy)
    handed(station, again)
    notes = [s.step.text for s in the(again, suggestion).steps if s.step.verb == "note"]
    assert notes == ["请补充数据"]
    assert digest(again) == digest(station, CODE)
    assert again.check() == station.check() == []


def test_a_backup_put_back_on_a_new_computer_recovers_too(
    pair: tuple[Desk, Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    station, town = pair
    (tmp_path / "usb").mkdir()
    made = station.backup(tmp_path / "usb")
    lost = an_issue(station, "老街停车难")
    taken(town, sent(station, TOWN))
    station.close()
    monkeypatch.setenv("STATION_DESK_HOME", str(tmp_path / "new"))
    (tmp_path / "disk").mkdir()
    again = Desk.open(backups.restore(made, tmp_path / "disk" / "HC.desk"))
    assert "restored from a backup" in again.notices()[0]
    an_issue(again, "路灯不亮")
    taken(town, sent(again, TOWN))
    taken(again, sent(town, "HC"))
    assert the(again, lost).row.title == the(town, lost).row.title
    assert digest(again) == digest(town)
    assert no_fork(again, town)


def test_restored_twice_it_still_loses_nothing_the_town_has(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    copy = kept(station)
    replicas = {station.identity.replica}
    for text in ("老街停车难", "路灯不亮", "垃圾无人清运"):
        an_issue(station, text)
        taken(town, sent(station, TOWN))
        station = put_back(station, copy)
        station.settle()
        replicas.add(station.identity.replica)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    assert len(replicas) == 4
    assert digest(station) == digest(town)
    assert station.check() == []
    assert no_fork(station, town)
    (peer,) = stream.peers(town)
    assert (peer.gaps, peer.warnings) == ((), ())
