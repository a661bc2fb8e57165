"""Two desks that believe to be even find what differs by their sums, and heal it with the next files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import handling
from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.limits import MAX_COUNT
from station_desk.domain.records import Grid
from station_desk.exchange import board, package, receipts, stream, sums
from station_desk.exchange.digest import digest
from tests.builders import DAY, a_clerk, an_issue, the
from tests.exchange.post import OFFICE, TOWN, a_station, a_town, lines, repacked, sent, taken

TODAY = date(2026, 5, 20)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Desk, Desk]:
    """A station and its town that have exchanged an issue and are even."""
    station, town = a_station(tmp_path), a_town(tmp_path)
    matter = an_issue(station)
    taken(town, sent(station, TOWN))
    handling.note(town, OFFICE, matter, "请尽快到现场", DAY)
    for _ in range(2):
        taken(station, sent(town, "HC"))
        taken(town, sent(station, TOWN))
    assert differences(town) == []
    return station, town


def differences(town: Desk) -> list[sums.Difference]:
    with town.reading() as connection:
        return sums.differences(connection, "HC")


def lost(desk: Desk, text: str) -> None:
    """A desk's file was tampered with: a change stands as though it had been withheld."""
    with desk.transaction() as connection:
        sql = "UPDATE chg SET record = NULL, made = 0, body = NULL WHERE instr(body, ?)"
        assert connection.exec_driver_sql(sql, (text.encode(),)).rowcount == 1
        sums.forget(connection)
    desk.reproject()


def test_even_desks_send_nothing_more(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    assert lines(sent(station, TOWN)) == lines(sent(town, "HC")) == []


def test_a_word_lost_below_comes_again(pair: tuple[Desk, Desk]) -> None:
    i18n.set_language(i18n.ENGLISH)
    station, town = pair
    lost(station, "请尽快到现场")
    assert digest(station) != digest(town)
    taken(town, sent(station, TOWN))
    assert [difference.kind for difference in differences(town)] == ["step"]
    (peer,) = stream.peers(town)
    assert board.words(peer, TODAY).state == "holds something else"
    assert "entries of the course" in board.words(peer, TODAY).sentence
    taken(station, sent(town, "HC"))
    assert digest(station) == digest(town)
    taken(town, sent(station, TOWN))
    assert differences(town) == []
    assert station.check() == town.check() == []


def test_a_word_lost_above_is_asked_for_and_comes_again(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    handling.note(station, a_clerk(), next(iter(ids(station))), "已到现场看过", DAY)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    lost(town, "已到现场看过")
    taken(town, sent(station, TOWN))
    assert [difference.kind for difference in differences(town)] == ["step"]
    taken(station, sent(town, "HC"))
    taken(town, sent(station, TOWN))
    assert digest(station) == digest(town)
    assert differences(town) == []
    assert "已到现场看过" in str(the(town, next(iter(ids(town)))).steps)


def test_one_of_two_computers_that_lacks_a_word_gets_it_though_the_other_is_even(
    pair: tuple[Desk, Desk], tmp_path: Path
) -> None:
    station, town = pair
    (tmp_path / "second").mkdir()
    second = Desk.open(station.backup(tmp_path / "second"))
    with second.writing(a_clerk(), "save_grid") as work:  # a copy goes on under a name of its own
        work.add(Grid(name="第二台电脑"))
    taken(town, sent(second, TOWN))
    lost(station, "请尽快到现场")
    taken(town, sent(station, TOWN))
    taken(town, sent(second, TOWN))  # the last to speak lacks nothing
    assert [difference.kind for difference in differences(town)] == ["step"]
    path = sent(town, "HC")
    for desk in (station, second):
        taken(desk, path)
        taken(town, sent(desk, TOWN))
    assert differences(town) == []
    assert digest(station) == digest(second) == digest(town)


def ids(desk: Desk) -> list[RecordId]:
    with desk.reading() as connection:
        return [RecordId(row[0]) for row in connection.exec_driver_sql("SELECT id FROM matter")]


def test_what_cannot_be_healed_is_said_and_sent_no_more(pair: tuple[Desk, Desk]) -> None:
    i18n.set_language(i18n.ENGLISH)
    station, town = pair
    for _ in range(sums.TRIES):
        lost(station, "请尽快到现场")
        taken(town, sent(station, TOWN))
        taken(station, sent(town, "HC"))
    lost(station, "请尽快到现场")
    taken(town, sent(station, TOWN))
    said = board.words(stream.peers(town)[0], TODAY)
    assert said.tone == "red"
    assert "still differs" in said.sentence
    assert lines(sent(town, "HC")) == []


def test_a_number_that_nobody_holds_is_not_counted_up_to(pair: tuple[Desk, Desk], tmp_path: Path) -> None:
    """Else one forged receipt keeps the office above counting for ever, with its desk locked."""
    station, town = pair
    handling.note(station, a_clerk(), next(iter(ids(station))), "已到现场看过", DAY)
    path = sent(station, TOWN)
    own = station.identity.replica.hex()
    told = dict.fromkeys((own, "ab" * 16), (MAX_COUNT, "00" * 32))
    forged = repacked(path, tmp_path / "forged.lzb", lines(path), manifest={"receipt": told})
    with town.reading() as connection:
        holding = receipts.holding(connection, package.open_package(forged).manifest)
        tops = {replica: top for replica, _, top, _ in receipts.replicas(connection)}
    mine = station.identity.replica
    assert holding.upto == {mine: tops[mine]}
    taken(town, forged)
