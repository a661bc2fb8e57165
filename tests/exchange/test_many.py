"""A folder full of packages is taken in without a question each, the doubtful wait; and all are written."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from errno import ENOSPC
from pathlib import Path

import pytest
import sqlcipher3

from station_desk import i18n
from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.errors import Cancelled
from station_desk.exchange import applying, doubts, inbox, outbox, post, spool, stream
from station_desk.exchange.digest import digest
from station_desk.exchange.doubts import Doubt
from station_desk.exchange.spool import Spool
from station_desk.exchange.watching import PATIENCE, Watch, Watcher, watch_of
from station_desk.progress import Progress
from tests.builders import an_issue
from tests.exchange.post import (
    DAMAGED,
    TOWN,
    a_station,
    a_town,
    anyone,
    enrolled,
    everything,
    lines,
    repacked,
    sent,
    taken,
)

EIGHT = tuple(f"S{number}" for number in range(1, 9))


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    before = i18n.language()
    i18n.set_language(i18n.ENGLISH)
    yield
    i18n.set_language(before)


def _stick(folder: Path, name: str = "stick") -> Path:
    stick = folder / name
    stick.mkdir()
    return stick


def _onto(stick: Path, *packages: Path) -> list[Path]:
    out = []
    for path in packages:
        target = stick / path.name
        target.write_bytes(path.read_bytes())
        out.append(target)
    return out


def _matters(desk: Desk) -> int:
    return browse.count(desk, MatterFilter())


def _waiting(desk: Desk) -> list[tuple[str, str]]:
    return [(one.path.name, one.kind) for one in Spool(desk.path).waiting()]


def test_a_town_takes_its_eight_stations_in_and_writes_to_all_of_them_in_one_go(tmp_path: Path) -> None:
    town, stick = a_town(tmp_path), _stick(tmp_path)
    stations = {site: a_station(tmp_path, site) for site in EIGHT}
    for site, desk in stations.items():
        enrolled(desk, town)
        an_issue(desk, f"{site}路口路灯不亮")
        stream.export(desk, TOWN, stick)
    before = sorted(path.name for path in stick.iterdir())
    said: list[tuple[int, int]] = []

    def listen(done: int, total: int, text: str) -> None:
        said.append((done, total))

    result = post.collect(town, [stick], listen, trust=anyone)
    assert (result.read, result.taken, result.brought, result.refused, result.waiting) == (8, 8, 8, (), ())
    assert _matters(town) == 8
    assert (7, 8) in said, "how far it is"
    assert sorted(path.name for path in stick.iterdir()) == before, "nothing is written beside the packages"
    assert not Spool(town.path).folder.exists(), "nothing is left waiting"
    back = _stick(tmp_path, "back")
    due = outbox.due(town)
    assert [one.site for one in due] == list(EIGHT)
    assert all(one.receipt and one.number == 1 for one in due)
    written = outbox.write_all(town, [one.site for one in due], lambda _: back)
    assert (len(written.made), written.failed) == (8, ())
    assert not any(one.receipt for one in outbox.due(town))
    for site, desk in stations.items():
        taken(desk, back / f"{TOWN}-{site}-1.lzb")
        assert digest(desk) == digest(town, site)
        taken(town, sent(desk, TOWN))
    assert not any(one.receipt for one in outbox.due(town)), "nobody thanks for thanks"


def test_packages_in_the_wrong_order_are_all_taken_in(tmp_path: Path) -> None:
    station, town = a_station(tmp_path), a_town(tmp_path)
    stick = _stick(tmp_path)
    found = []
    for name, text in (("c.lzb", "江会路浸水"), ("b.lzb", "老街停车难"), ("a.lzb", "路灯不亮")):
        an_issue(station, text)
        path = sent(station, TOWN)
        _confirmed(station, town, path)
        found.append((stick / name, path.read_bytes()))
    other = a_town(tmp_path, "other.desk")
    for target, data in found:
        target.write_bytes(data)
    result = post.collect(other, [stick], trust=anyone)
    assert (result.taken, result.waiting, result.refused) == (3, (), ())
    assert _matters(other) == 3


def _confirmed(station: Desk, town: Desk, path: Path) -> None:
    """The town takes it and says so, so that the station's next package goes on from there."""
    taken(town, path)
    taken(station, sent(town, station.identity.site))


def test_what_goes_on_from_a_missing_file_waits_and_is_taken_in_when_that_comes(tmp_path: Path) -> None:
    station, town = a_station(tmp_path), a_town(tmp_path)
    stick = _stick(tmp_path)
    an_issue(station, "江会路浸水")
    first = sent(station, TOWN)
    _confirmed(station, town, first)
    an_issue(station, "老街停车难")
    second = sent(station, TOWN)
    other = a_town(tmp_path, "other.desk")
    result = post.collect(other, _onto(stick, second), trust=anyone)
    assert result.taken == 0
    assert _waiting(other) == [(second.name, doubts.MISSING)]
    assert "An earlier file from HC is missing" in result.waiting[0].reason
    other.close()
    other = Desk.open(other.path)  # the program was closed in between, and the stick pulled out
    (stick / second.name).unlink()
    result = post.collect(other, _onto(stick, first), trust=anyone)
    assert (result.taken, result.waiting) == (2, ())
    assert _matters(other) == 2


def test_a_doubtful_one_waits_with_its_reason_and_stops_no_other(tmp_path: Path) -> None:
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    stick = _stick(tmp_path)
    an_issue(station)
    good = sent(station, TOWN)
    another = {"recipients": ["XHZ"], "stream": "HC>XHZ"}
    repacked(good, stick / "HC-HCZ-2.lzb", lines(good), manifest={**another})
    repacked(good, stick / "HC-HCZ-3.lzb", lines(good), manifest={"format": 9})
    (stick / "HC-HCZ-4.lzb").write_bytes(good.read_bytes()[:-40])
    _onto(stick, good)
    result = post.collect(town, [stick], trust=anyone)
    assert (result.read, result.taken, result.changes > 0) == (4, 1, True)
    assert [one.name for one in result.refused] == ["HC-HCZ-4.lzb"]
    assert "damaged" in result.refused[0].reason
    kinds = dict(_waiting(town))
    assert kinds == {"HC-HCZ-2.lzb": doubts.ELSEWHERE, "HC-HCZ-3.lzb": doubts.NEWER}
    reasons = {one.path.name: one.reason for one in result.waiting}
    assert reasons["HC-HCZ-2.lzb"] == "This file is for XHZ, not for this desk. Pass it on."
    assert "Update this program" in reasons["HC-HCZ-3.lzb"]


def test_a_newer_file_is_taken_in_by_itself_once_the_program_is_newer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    stick = _stick(tmp_path)
    an_issue(station)
    good = sent(station, TOWN)
    newer = repacked(good, stick / good.name, lines(good), manifest={"format": 2})
    assert _waiting(town) == []
    post.collect(town, [newer], trust=anyone)
    assert _waiting(town) == [(good.name, doubts.NEWER)]
    assert post.retry(town).taken == 0
    assert _waiting(town) == [(good.name, doubts.NEWER)]
    _update(monkeypatch)
    assert post.retry(town).taken == 1
    assert (_waiting(town), _matters(town)) == ([], 1)


def _update(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program as it will be: it reads format 2."""
    from station_desk.exchange import manifest

    monkeypatch.setattr(manifest, "FORMAT", 2)


def test_stopped_in_the_middle_what_came_stays_and_the_rest_is_as_it_was(tmp_path: Path) -> None:
    town, stick = a_town(tmp_path), _stick(tmp_path)
    for site in EIGHT:
        desk = a_station(tmp_path, site)
        an_issue(desk)
        stream.export(desk, TOWN, stick)
        desk.close()
    result = post.collect(town, [stick], _stops_at(3, "Taking in"), trust=anyone)
    assert (result.stopped, result.taken, _matters(town)) == (True, 3, 3)
    assert _waiting(town) == []
    before = everything(town)
    result = post.collect(town, [stick], _stops_at(2, "Copying"), trust=anyone)
    assert (result.stopped, result.taken) == (True, 0)
    assert everything(town) == before
    assert not Spool(town.path).folder.exists()
    result = post.collect(town, [stick], trust=anyone)
    assert (result.taken, result.brought, _matters(town)) == (8, 5, 8)


def _stops_at(place: int, what: str) -> Progress:
    def stop(done: int, total: int, text: str) -> None:
        if text.startswith(what) and done >= place:
            raise Cancelled

    return stop


def test_packages_of_one_name_with_other_bytes_are_both_taken_in(tmp_path: Path) -> None:
    town = a_town(tmp_path)
    sources = []
    for site in ("HC", "XH"):
        desk = a_station(tmp_path, site)
        an_issue(desk)
        folder = _stick(tmp_path, f"stick-{site}")
        target = folder / "package.lzb"
        target.write_bytes(sent(desk, TOWN).read_bytes())
        os.utime(target, (1_700_000_000, 1_700_000_000))
        sources.append(folder)
    assert post.collect(town, sources, trust=anyone).taken == 2
    assert _matters(town) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes there alone")
def test_a_name_that_is_no_text_and_one_too_long_stop_nothing(tmp_path: Path) -> None:
    """As on a stick written elsewhere, with names in GBK."""
    town, stick = a_town(tmp_path), _stick(tmp_path)
    odd = [
        "会城-1.lzb".encode("gbk"),
        "会城-2.lzb".encode("gbk"),
        b"x" * 251 + b".lzb",
        b"y" * 246 + b".lzb.age",
    ]
    for name, site in zip(odd, EIGHT, strict=False):
        path = sent(a_station(tmp_path, site), TOWN)
        Path(os.fsdecode(os.fsencode(stick) + b"/" + name)).write_bytes(path.read_bytes())
    waits = post.collect(town, [stick])
    assert [one.kind for one in waits.waiting] == [doubts.STRANGER] * 3
    assert all(one.path.name.encode().endswith(b".lzb") for one in waits.waiting)
    assert [one.reason for one in waits.refused] == [DAMAGED], "it says that it is encrypted"
    watcher = Watcher(Spool(town.path), at_once=True)
    found = watcher.look([str(stick)])
    watcher.meet(found)
    assert (len(found), watcher.look([str(stick)])) == (4, [])
    assert post.collect(town, [stick], trust=anyone).taken == 3
    other = a_town(tmp_path, "other.desk")
    assert inbox.take_in(other, sorted(stick.iterdir()), trust=anyone).packages == 3


def test_a_file_larger_than_any_package_is_not_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    town, stick = a_town(tmp_path), _stick(tmp_path)
    (stick / "large.lzb").write_bytes(bytes(101))
    monkeypatch.setattr(spool, "MAX_SEALED", 100)
    monkeypatch.setattr(shutil, "copy2", None)
    result = post.collect(town, [stick])
    assert [one.reason for one in result.refused] == ["The file is larger than 2 GB; a package never is."]
    assert result.waiting == ()


def test_one_site_that_cannot_be_written_to_stops_no_other(tmp_path: Path) -> None:
    town = a_town(tmp_path)
    for site in ("HC", "XH"):
        taken(town, sent(a_station(tmp_path, site), TOWN))
    there = _stick(tmp_path)
    written = outbox.write_all(
        town, ["HC", "XH"], lambda site: there if site == "XH" else tmp_path / "pulled out"
    )
    assert [one.name for one in written.failed] == ["HC站"]
    assert "does not exist" in written.failed[0].reason
    assert [one.path.name for one in written.made] == [f"{TOWN}-XH-1.lzb"]
    assert "1 could not be written" in written.sentence()


# ---- watched folders ----------------------------------------------------------------------------------


def test_a_watched_folder_gives_only_what_is_whole_and_gives_it_once(tmp_path: Path) -> None:
    station, town = a_station(tmp_path), a_town(tmp_path)
    share = _stick(tmp_path, "share")
    an_issue(station)
    data = sent(station, TOWN).read_bytes()
    watcher = Watcher(Spool(town.path))
    growing = share / "HC-HCZ-1.lzb"
    growing.write_bytes(data[:1_000])
    for name in ("HC-HCZ-1.lzb.part", ".syncthing.HC-HCZ-1.lzb.tmp", ".~HC-HCZ-1.lzb", "liesmich.txt"):
        (share / name).write_bytes(data)
    folders = [str(share)]
    assert watcher.look(folders) == watcher.look(folders) == [], "half a file, whatever its age"
    growing.write_bytes(data)
    assert watcher.look(folders) == [], "it may still grow"
    assert watcher.look(folders) == [growing]
    assert post.collect(town, [growing], trust=anyone).taken == 1
    watcher.meet([growing])
    assert watcher.look(folders) == []
    assert growing.read_bytes() == data, "never deleted from the share"
    # Another name, as folder-sync programs give to copies in conflict, and another start of the program.
    (share / "HC-HCZ-1.sync-conflict-20260521.lzb").write_bytes(data)
    again = Watcher(Spool(town.path))
    assert [again.look(folders) for _ in range(3)] == [[], [], []]


def test_a_damaged_file_in_a_watched_folder_is_said_to_be_so_in_the_end(tmp_path: Path) -> None:
    town, share = a_town(tmp_path), _stick(tmp_path, "share")
    bad = share / "HC-HCZ-1.lzb"
    bad.write_bytes(b"PK half a package")
    watcher = Watcher(Spool(town.path))
    looks = [watcher.look([str(share)]) for _ in range(PATIENCE)]
    assert [found for found in looks if found] == [[bad]]
    result = post.collect(town, [bad], trust=anyone)
    watcher.meet([bad])
    assert [one.name for one in result.refused] == [bad.name]
    assert watcher.look([str(share)]) == []


def test_a_folder_that_is_away_is_named_and_the_others_are_looked_at(tmp_path: Path) -> None:
    station, town = a_station(tmp_path), a_town(tmp_path)
    share, away = _stick(tmp_path, "share"), tmp_path / "away"
    an_issue(station)
    (found,) = _onto(share, sent(station, TOWN))
    watcher = Watcher(Spool(town.path), at_once=True)
    assert watcher.look([str(away), str(share)]) == [found]
    assert watcher.unreachable == (str(away),)


@pytest.mark.parametrize("text", ["database is locked", "database or disk is full", "disk I/O error"])
def test_what_only_passes_refuses_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Another program holds the desk, or the disk is full: the file waits and is tried again by itself."""
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    share = _stick(tmp_path, "share")
    an_issue(station)
    (there,) = _onto(share, sent(station, TOWN))
    watcher = Watcher(Spool(town.path), at_once=True)

    def hindered(*_: object) -> None:
        raise sqlcipher3.dbapi2.OperationalError(text)

    with monkeypatch.context() as just_now:
        just_now.setattr(applying, "check_chain", hindered)
        found = watcher.look([str(share)])
        result = post.collect(town, found)
        watcher.meet(result.read_of(found))
        with pytest.raises(Doubt):
            inbox.preview(town, there)
    assert (result.refused, [one.kind for one in result.waiting]) == ((), [doubts.BUSY])
    assert result.waiting[0].reason.endswith("The file is tried again by itself.")
    again = watcher.look([str(share)])
    assert again == [one.path for one in result.waiting], "its copy"
    assert post.collect(town, again).taken == 1
    assert (watcher.look([str(share)]), _waiting(town), _matters(town)) == ([], [], 1)


def test_what_could_not_be_copied_is_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    share = _stick(tmp_path, "share")
    _onto(share, sent(station, TOWN))
    watcher = Watcher(Spool(town.path), at_once=True)

    def full(*_: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    found = watcher.look([str(share)])
    with monkeypatch.context() as just_now:
        just_now.setattr(shutil, "copy2", full)
        watcher.meet(post.collect(town, found).read_of(found))
    assert watcher.look([str(share)]) == found
    watcher.meet(post.collect(town, found).read_of(found))
    assert watcher.look([str(share)]) == []


def test_what_is_watched_is_kept_with_the_settings_and_off_to_begin_with() -> None:
    assert watch_of("") == watch_of("no json") == watch_of("[1]") == Watch()
    assert not Watch().on
    chosen = Watch(True, ("/收件",), {"": "/发件", "HC": "/发件/会城"})
    assert watch_of(chosen.text()) == chosen
    assert chosen.folder_for("HC") == Path("/发件/会城")
    assert chosen.folder_for("XH") == Path("/发件")
    assert Watch().folder_for("HC") is None
