"""An office put back to before a station came under it: the station's file waits, and a receipt heals it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from station_desk import i18n
from station_desk.casework import offices
from station_desk.casework.context import Desk
from station_desk.errors import UserError
from station_desk.exchange import board, confirming, inbox, outbox, stream
from station_desk.exchange.digest import digest
from station_desk.exchange.doubts import MISSING, STRANGER
from tests.builders import a_clerk, an_issue
from tests.exchange.post import (
    TOWN,
    a_station,
    a_town,
    anyone,
    everything,
    lines,
    members,
    repacked,
    sent,
    taken,
    titles,
)
from tests.exchange.test_recovery import kept, put_back, unnoticed


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.set_language(i18n.ENGLISH)


def forgotten(folder: Path, *, blind: bool = False) -> tuple[Desk, Desk]:
    """A station and its town, which was put back to the day on which it was founded; `blind`: on a computer
    that does not notice."""
    station, town = a_station(folder), a_town(folder)
    first = kept(town)
    an_issue(station)
    taken(town, sent(station, TOWN))
    offices.rename_site(town, a_clerk(), "会城街道人大工委")
    taken(station, sent(town, "HC"))
    an_issue(station, "老街停车难")
    return station, (unnoticed if blind else put_back)(town, first)


@pytest.mark.parametrize("blind", [False, True])
def test_a_receipt_alone_brings_everything_of_a_station_that_is_not_known(
    tmp_path: Path, blind: bool
) -> None:
    station, town = forgotten(tmp_path, blind=blind)
    assert stream.peers(town) == []
    waits = inbox.take_in(town, [sent(station, TOWN)], trust=anyone)
    assert [one.kind for one in waits.refused] == [MISSING]
    (peer,) = stream.peers(town)
    assert (peer.site, peer.name, peer.asks, peer.waiting) == ("HC", "HC站", True, 0)
    said = board.words(peer, date(2026, 5, 20))
    assert (said.state, said.tone) == ("its file waits", "amber")
    # A package would tell somebody of whom nothing is known what is here: only a receipt may go.
    assert outbox.due(town) == []
    with pytest.raises(UserError, match="Write it a receipt alone"):
        sent(town, "HC")
    tray = town.path.with_suffix(".out")
    taken(station, confirming.write(town, "HC", tray))
    taken(town, sent(station, TOWN))
    assert titles(town) == titles(station)
    (peer,) = stream.peers(town)
    assert not peer.asks
    # And what the town lost comes back to it; from now on it is as it was.
    taken(station, sent(town, "HC"))
    taken(town, sent(station, TOWN))
    assert digest(town) == digest(station)
    assert town.identity.name == "会城街道人大工委"


@pytest.mark.parametrize("blind", [False, True])
def test_a_station_that_has_nothing_more_to_say_is_asked_too(tmp_path: Path, blind: bool) -> None:
    """It believes everything confirmed, and its file, which holds nothing, is no doubtful one."""
    station, town = a_station(tmp_path), a_town(tmp_path)
    first = kept(town)
    an_issue(station)
    for _ in range(2):
        taken(town, sent(station, TOWN))
        taken(station, sent(town, "HC"))
    town = (unnoticed if blind else put_back)(town, first)
    empty = sent(station, TOWN)
    assert lines(empty) == []
    taken(town, empty)
    (peer,) = stream.peers(town)
    assert (peer.site, peer.asks) == ("HC", True)
    taken(station, confirming.write(town, "HC", town.path.with_suffix(".out")))
    taken(town, sent(station, TOWN))
    assert titles(town) == titles(station)
    assert not stream.peers(town)[0].asks


def test_nobody_unknown_is_answered_before_somebody_compared_the_fingerprint(tmp_path: Path) -> None:
    station, town = forgotten(tmp_path)
    path = sent(station, TOWN)
    before = everything(town)
    (waits,) = inbox.take_in(town, [path]).refused
    assert waits.kind == STRANGER
    with pytest.raises(UserError, match="not known here"):
        inbox.preview(town, path)
    assert everything(town) == before
    assert stream.peers(town) == []
    inbox.take_in(town, [path], trust=anyone)
    # Accepted once, it is known: nobody is asked again.
    (waits,) = inbox.take_in(town, [path]).refused
    assert waits.kind == MISSING


def test_whoever_stands_elsewhere_leaves_nothing_behind(tmp_path: Path) -> None:
    """A file that waits is no reason to write to somebody who does not say that this office is above."""
    station, town = forgotten(tmp_path)
    path = sent(station, TOWN)
    sender = msgspec.json.decode(members(path)[0][1])["sender"] | {"parent": "SJZ"}
    other = repacked(path, path.with_name("other.lzb"), lines(path), manifest={"sender": sender})
    (left,) = inbox.take_in(town, [other], trust=anyone).refused
    assert (left.kind, "is missing" in left.reason) == (MISSING, True)
    assert stream.peers(town) == []
    with pytest.raises(UserError, match="No site with the code HC is known here"):
        confirming.write(town, "HC", tmp_path)
