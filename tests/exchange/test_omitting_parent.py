"""A town between a station and the county that leaves something out is found by the chain or by the sums."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import handling
from station_desk.casework.context import Actor, Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import Role
from station_desk.exchange import board, inbox, stream, sums
from station_desk.exchange.digest import digest
from tests.builders import DAY, a_clerk, an_issue
from tests.exchange.post import COUNTY, TOWN, a_county, a_station, a_town, sent, taken

ABOVE = Actor("区人大", Role.COUNTY)
SECRET = "镇里拖延了两个月"


class Line:
    """A county, its town and a station, all even."""

    def __init__(self, folder: Path) -> None:
        i18n.set_language(i18n.ENGLISH)
        self.county, self.town, self.station = (
            a_county(folder),
            a_town(folder, parent=COUNTY),
            a_station(folder),
        )
        self.matter: RecordId = an_issue(self.station)
        self.even()

    def even(self) -> None:
        for _ in range(2):
            taken(self.town, sent(self.station, TOWN))
            taken(self.county, sent(self.town, COUNTY))
            taken(self.town, sent(self.county, TOWN))
            taken(self.station, sent(self.town, "HC"))


@pytest.fixture
def line(tmp_path: Path) -> Line:
    return Line(tmp_path)


def hidden(desk: Desk, *, whole: bool) -> None:
    """The town's file is tampered with: the word about its delay is erased, or its whole entry."""
    with desk.transaction() as connection:
        found = connection.exec_driver_sql(
            "SELECT n, cmt FROM chg WHERE instr(body, ?)", (SECRET.encode(),)
        ).one()
        if whole:
            connection.exec_driver_sql("DELETE FROM chg WHERE cmt = ?", (found[1],))
            connection.exec_driver_sql("DELETE FROM cmt WHERE n = ?", (found[1],))
        else:
            sql = "UPDATE chg SET record = NULL, made = 0, body = NULL WHERE n = ?"
            connection.exec_driver_sql(sql, (found[0],))
        sums.forget(connection)
    desk.reproject()


def test_an_entry_left_out_of_the_middle_breaks_the_chain(line: Line) -> None:
    handling.note(line.station, a_clerk(), line.matter, SECRET, DAY)
    handling.note(line.station, a_clerk(), line.matter, "已到现场看过", DAY)
    taken(line.town, sent(line.station, TOWN))
    hidden(line.town, whole=True)
    before = digest(line.county)
    (refused,) = inbox.take_in(line.county, [sent(line.town, COUNTY)]).refused
    assert "An earlier file from HC is missing" in refused.reason
    assert digest(line.county) == before


def test_a_word_that_the_town_erased_comes_back_to_it_from_below_and_above(line: Line) -> None:
    handling.note(line.station, a_clerk(), line.matter, SECRET, DAY)
    line.even()
    hidden(line.town, whole=False)
    assert digest(line.town) != digest(line.county)
    taken(line.town, sent(line.station, TOWN))
    said = board.words(next(peer for peer in stream.peers(line.town) if peer.site == "HC"), DAY)
    assert said.state == "holds something else"
    line.even()
    assert digest(line.town) == digest(line.county) == digest(line.station)


def test_a_word_of_the_county_kept_from_the_station_is_found_by_the_chain(line: Line) -> None:
    handling.note(line.county, ABOVE, line.matter, SECRET, DAY)
    handling.note(line.county, ABOVE, line.matter, "请限期办结", DAY)
    taken(line.town, sent(line.county, TOWN))
    hidden(line.town, whole=True)
    (refused,) = inbox.take_in(line.station, [sent(line.town, "HC")]).refused
    assert "An earlier file from" in refused.reason
