"""A receipt that comes alone confirms as one in a package does; the board says what is lost and lacking."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import offices
from station_desk.casework.context import Desk
from station_desk.domain.records import Site
from station_desk.exchange import board, confirming, inbox, stream
from station_desk.exchange.digest import digest
from tests.builders import an_issue
from tests.exchange.post import (
    OFFICE,
    TOWN,
    a_station,
    a_town,
    anyone,
    enrolled,
    everything,
    lines,
    sent,
    taken,
)

TODAY = date(2026, 5, 20)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Desk, Desk]:
    """A station and its town who know each other."""
    i18n.set_language(i18n.ENGLISH)
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    return station, town


def receipt(desk: Desk, to: str) -> Path:
    tray = desk.path.with_suffix(".out")
    tray.mkdir(exist_ok=True)
    return confirming.write(desk, to, tray)


def test_what_a_receipt_alone_confirms_is_not_sent_again(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    an_issue(station)
    taken(town, sent(station, TOWN))
    assert len(lines(sent(station, TOWN))) == 1
    path = receipt(town, "HC")
    assert path.stat().st_size < 4_000
    taken(station, path)
    assert lines(sent(station, TOWN)) == []
    whole = everything(station)
    taken(station, path)
    assert everything(station) == whole


def test_a_receipt_takes_no_number_and_a_lost_one_leaves_no_gap(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    receipt(town, "HC").unlink()
    taken(station, sent(town, "HC"))
    (peer,) = stream.peers(station)
    assert (peer.received, peer.gaps) == (2, ())


def test_an_earlier_word_that_comes_late_does_not_undo_a_later_one(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    early = receipt(town, "HC")
    package = sent(town, "HC")
    an_issue(station)
    taken(town, sent(station, TOWN))
    taken(station, receipt(town, "HC"))
    taken(station, early, package)
    assert lines(sent(station, TOWN)) == []


def test_the_board_says_what_was_lost_on_the_way_there(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    an_issue(station)
    sent(station, TOWN).unlink()
    an_issue(station, "老街停车难")
    late = sent(station, TOWN)
    taken(town, late)
    (peer,) = stream.peers(town)
    said = board.words(peer, peer.last_in.date() if peer.last_in else TODAY)
    assert (said.state, said.tone) == ("package 2 missing", "amber")
    assert "Package 3 has arrived and contains it" in said.sentence
    assert digest(station) == digest(town)
    an_issue(station, "路灯不亮")
    taken(station, receipt(town, "HC"))
    (peer,) = stream.peers(station)
    said = board.words(peer, peer.last_in.date() if peer.last_in else TODAY)
    assert said.state == "did not get package 2"


def test_the_board_counts_packages_that_nobody_confirmed(pair: tuple[Desk, Desk]) -> None:
    station, _ = pair
    an_issue(station)
    for _ in range(4):
        sent(station, TOWN)
    (peer,) = stream.peers(station)
    assert peer.last_out is not None
    said = board.words(peer, peer.last_out.date())
    assert said.state == "not confirmed"
    assert said.sentence.startswith(f"Not confirmed: {peer.unconfirmed} packages since")
    assert peer.unconfirmed >= 4


def test_the_board_says_that_a_peer_holds_less_than_before(pair: tuple[Desk, Desk], tmp_path: Path) -> None:
    station, town = pair
    an_issue(station)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    anew = a_town(tmp_path, "anew.desk")
    offices.save(anew, OFFICE, Site(code="HC", name="会城站", role="station", parent=TOWN))
    taken(station, sent(anew, "HC"))
    (peer,) = stream.peers(station)
    assert peer.less > 0
    assert board.words(peer, TODAY).state == "holds less than before: restored?"
    assert inbox.take_in(anew, [sent(station, TOWN)], trust=anyone).refused == ()


def test_a_package_of_another_office_is_no_receipt_for_this_one(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    path = receipt(station, TOWN)
    (refused,) = inbox.take_in(station, [path]).refused
    assert "for HCZ" in refused.reason
    assert taken(town, path).changes == 0
