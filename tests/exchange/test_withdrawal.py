"""What leaves a site's scope is taken back from it, whatever the order of the files, and can come again."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import attachments, browse, handling, offices, suggestions
from station_desk.casework.context import Desk
from station_desk.casework.suggestions import SuggestionEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy
from station_desk.domain.vocabulary import SiteRole
from station_desk.exchange import inbox, stream
from station_desk.exchange.digest import digest
from station_desk.exchange.scope import scope_for
from station_desk.store.files import Files, path_beside
from tests.builders import DAY, a_clerk, a_suggestion, an_issue, the
from tests.exchange.post import (
    CODE,
    COUNTY,
    DEPUTY,
    OFFICE,
    TOWN,
    Wild,
    a_county,
    a_deputys_desk,
    a_listed_deputy,
    a_station,
    a_town,
    content_of,
    enrolled,
    everything,
    handed,
    key_of,
    lines,
    repacked,
    sent,
    taken,
    titles,
)

SECRET = "江会路排水管网改造工程预算"


class Pair:
    """A station and its deputy, one suggestion of the deputy's and one that stays theirs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.station = a_station(folder)
        self.deputy = a_listed_deputy(self.station)
        self.other, _ = offices.save(self.station, a_clerk(), Deputy(name="林小燕", level="town"))
        self.theirs = a_deputys_desk(folder, CODE)
        self.draft = a_suggestion(self.station, self.other, self.deputy)
        self.kept = a_suggestion(self.station, self.deputy, title="关于路灯的建议")
        handling.note(self.station, a_clerk(), self.draft, SECRET, DAY)
        handed(self.station, self.theirs)

    def entry(self, *signers: RecordId) -> SuggestionEntry:
        return SuggestionEntry(title="关于内涝的建议", text="改造管网。", deputies=signers, opened_on=DAY)

    def take_off(self) -> None:
        suggestions.revise(self.station, a_clerk(), self.draft, self.entry(self.other))

    def put_on(self) -> None:
        suggestions.revise(self.station, a_clerk(), self.draft, self.entry(self.other, self.deputy))


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    return Pair(tmp_path)


def withheld(desk: Desk) -> int:
    with desk.reading() as connection:
        rows = connection.exec_driver_sql("SELECT count(*) FROM chg WHERE body IS NULL")
        return int(rows.scalar() or 0)


def test_a_deputy_taken_off_a_matter_has_it_no_more(pair: Pair) -> None:
    i18n.set_language(i18n.ENGLISH)
    before = withheld(pair.theirs)
    assert len(titles(pair.theirs)) == 2
    pair.take_off()
    result = taken(pair.theirs, sent(pair.station, CODE))
    assert "taken back 1 matters" in result.said[0]
    assert titles(pair.theirs) == {"关于路灯的建议"}
    assert withheld(pair.theirs) > before
    assert not browse.hits(pair.theirs, "内涝")
    assert pair.theirs.check() == []
    assert digest(pair.theirs) == digest(pair.station, CODE)
    assert SECRET in str(the(pair.station, pair.draft).steps)  # the office has it all
    pair.theirs.reproject()
    assert digest(pair.theirs) == digest(pair.station, CODE)


def test_nothing_of_it_is_left_in_the_file(pair: Pair) -> None:
    handed(pair.station, pair.theirs)
    pair.take_off()
    taken(pair.theirs, sent(pair.station, CODE))
    assert SECRET.encode() not in content_of(pair.theirs)


def test_what_the_deputy_wrote_stays_and_is_said(pair: Pair) -> None:
    i18n.set_language(i18n.ENGLISH)
    handling.note(pair.theirs, DEPUTY, pair.draft, "请写明工期", DAY)
    handed(pair.station, pair.theirs)
    pair.take_off()
    result = taken(pair.theirs, sent(pair.station, CODE))
    assert "Your own entries on 1 of them are kept" in result.said[0]
    with pair.theirs.reading() as connection:
        kept = connection.exec_driver_sql("SELECT text FROM step WHERE matter = ?", (pair.draft,)).all()
    assert [row[0] for row in kept] == ["请写明工期"]
    assert pair.theirs.check() == []
    handed(pair.station, pair.theirs)
    pair.put_on()
    handed(pair.station, pair.theirs)
    assert "请写明工期" in str(the(pair.theirs, pair.draft).steps)
    assert digest(pair.theirs) == digest(pair.station, CODE)


def test_files_late_and_twice_do_not_bring_it_back(pair: Pair) -> None:
    handling.note(pair.station, a_clerk(), pair.draft, "与区水务局谈过", DAY)
    late = sent(pair.station, CODE)
    pair.take_off()
    last = sent(pair.station, CODE)
    taken(pair.theirs, last)
    once = digest(pair.theirs)
    taken(pair.theirs, late)
    assert titles(pair.theirs) == {"关于路灯的建议"}
    assert digest(pair.theirs) == once == digest(pair.station, CODE)
    whole = everything(pair.theirs)
    taken(pair.theirs, last, late)
    assert everything(pair.theirs) == whole
    assert pair.theirs.check() == []


def test_a_lost_notice_is_repeated_until_it_is_confirmed(pair: Pair) -> None:
    pair.take_off()
    sent(pair.station, CODE).unlink()
    taken(pair.theirs, sent(pair.station, CODE))
    assert titles(pair.theirs) == {"关于路灯的建议"}
    handed(pair.station, pair.theirs)
    result = taken(pair.theirs, sent(pair.station, CODE))
    assert result.said == ()


def test_it_comes_again_whole_and_in_any_order(pair: Pair) -> None:
    pair.take_off()
    away = sent(pair.station, CODE)
    handling.note(pair.station, a_clerk(), pair.draft, "与区水务局谈过", DAY)
    pair.put_on()
    again = sent(pair.station, CODE)
    taken(pair.theirs, again)
    taken(pair.theirs, away)
    assert {"关于内涝的建议", "关于路灯的建议"} == titles(pair.theirs)
    handed(pair.station, pair.theirs)
    assert SECRET in str(the(pair.theirs, pair.draft).steps)
    assert digest(pair.theirs) == digest(pair.station, CODE)
    assert pair.theirs.check() == []


def test_only_the_office_above_takes_back(pair: Pair, tmp_path: Path) -> None:
    """A station that the town asks nothing of cannot empty the town's desk."""
    before = digest(pair.station)
    with pair.theirs.transaction() as connection:
        # As a deputy's desk that was tampered with would: it calls the station's matter left.
        connection.exec_driver_sql(
            "INSERT INTO scope (peer, record, number, told) VALUES ('HC', ?, 0, 99)", (pair.draft,)
        )
    taken(pair.station, sent(pair.theirs, "HC"))
    assert digest(pair.station) == before


def test_a_county_that_knows_no_better_takes_nothing_from_a_town_that_its_own_station_made(
    tmp_path: Path,
) -> None:
    """As another program may that gave a matter an owner whom nobody knows: to the county it is nobody's."""
    station, town, county = a_station(tmp_path), a_town(tmp_path, parent=COUNTY), a_county(tmp_path)
    enrolled(town, county)
    matter = an_issue(station)
    taken(town, sent(station, TOWN))
    taken(county, sent(town, COUNTY))
    path = sent(county, TOWN)
    left = repacked(
        path, path.with_name("left.lzb"), lines(path), key=key_of(county),
        manifest={"word": {"left": [matter.hex()]}},
    )  # fmt: skip
    before = (titles(town), the(town, matter).steps)
    taken(town, left)
    assert (titles(town), the(town, matter).steps) == before


def taken_back(folder: Path) -> tuple[Desk, Desk, RecordId]:
    """A station and its deputy's desk, and a matter of the town's from which the deputy raised a suggestion;
    the town has taken it back from the station, which had sent it on before."""
    station, town = a_station(folder), a_town(folder)
    enrolled(station, town)
    deputy = a_listed_deputy(station)
    theirs = a_deputys_desk(folder, CODE)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    matter = an_issue(station, SECRET)
    a_suggestion(station, deputy, issues=(matter,))
    # As the town made it: what the station wrote itself is nobody's to take back.
    with station.transaction() as connection:
        connection.exec_driver_sql("UPDATE cmt SET site = ? WHERE verb = 'register_visit'", (TOWN,))
    handed(station, theirs)
    path = sent(town, "HC")
    word: Wild = {"word": {"left": [matter.hex()]}}
    taken(station, repacked(path, path.with_name("left.lzb"), lines(path), key=key_of(town), manifest=word))
    return station, theirs, matter


def test_a_suggestion_raised_from_what_was_taken_back_does_not_open_it_again(tmp_path: Path) -> None:
    station, theirs, matter = taken_back(tmp_path)
    assert SECRET not in titles(station)
    with station.reading() as connection:
        assert matter not in scope_for(connection, station.identity, CODE).matters
    handed(station, theirs)
    assert SECRET not in titles(theirs)
    assert SECRET.encode() not in content_of(theirs)


def test_who_got_it_by_another_computer_is_told_too(tmp_path: Path) -> None:
    """This one does not know that the deputy has it; the deputy's next file says so."""
    station, theirs, matter = taken_back(tmp_path)
    with station.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM scope WHERE record = ?", (matter,))
    handling.note(theirs, DEPUTY, matter, "我去看过", DAY)
    handed(station, theirs)
    assert {SECRET}.isdisjoint(titles(station) | titles(theirs))
    # The deputy keeps their own word, so that sums differ: it is asked for in vain thrice, and no complaint.
    for _ in range(2):
        handed(station, theirs)
    assert inbox.take_in(station, [sent(theirs, "HC")]).changes == 0
    differs = {peer.site: peer.differs for peer in stream.peers(station)}
    assert differs == {TOWN: (), CODE: ()}


def test_an_attached_file_goes_with_its_matter(pair: Pair, tmp_path: Path) -> None:
    letter = tmp_path / "来函.pdf"
    letter.write_bytes(b"%PDF-1.7 " + SECRET.encode() * 40)
    attachments.add(pair.station, a_clerk(), pair.draft, letter)
    handed(pair.station, pair.theirs)
    (row,) = attachments.listed(pair.theirs, pair.draft)
    assert row.here
    pair.take_off()
    taken(pair.theirs, sent(pair.station, CODE))
    store = path_beside(pair.theirs.path)
    with Files(store) as files:
        with pair.station.reading() as connection:
            name = connection.exec_driver_sql("SELECT sha256 FROM attachment").scalar()
        assert files.here([str(name)]) == set()
    assert SECRET.encode() not in store.read_bytes()
    pair.put_on()
    handed(pair.station, pair.theirs)
    handed(pair.station, pair.theirs)
    (row,) = attachments.listed(pair.theirs, pair.draft)
    assert row.here


class Tree:
    """A county with two towns, one station each."""

    def __init__(self, folder: Path) -> None:
        self.county = a_county(folder)
        self.towns = {
            code: a_site(folder, code, f"{code}人大", SiteRole.TOWN, COUNTY) for code in (TOWN, "SJZ")
        }
        self.stations = {
            code: a_site(folder, code, f"{code}站", SiteRole.STATION, town)
            for code, town in (("HC", TOWN), ("SJ", "SJZ"))
        }

    def even(self, rounds: int = 3) -> None:
        """Files up and down until all have everything."""
        for _ in range(rounds):
            for station in self.stations.values():
                taken(self.towns[station.identity.parent], sent(station, station.identity.parent))
            for town in self.towns.values():
                taken(self.county, sent(town, COUNTY))
            for code, town in self.towns.items():
                taken(town, sent(self.county, code))
            for code, station in self.stations.items():
                taken(station, sent(self.towns[station.identity.parent], code))

    def check(self) -> None:
        for code, town in self.towns.items():
            assert digest(self.county, code) == digest(town, code), code
        for code, station in self.stations.items():
            assert digest(self.towns[station.identity.parent], code) == digest(station), code
        for desk in (self.county, *self.towns.values(), *self.stations.values()):
            assert desk.check() == []


def a_site(folder: Path, code: str, name: str, role: SiteRole, parent: str) -> Desk:
    return Desk.create(folder / f"{code}.desk", site=code, name=name, role=role, parent=parent)


def test_a_station_moved_to_another_town_takes_its_matters_along(tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    mine, other = an_issue(tree.stations["HC"], "江会路浸水"), an_issue(tree.stations["SJ"], "老街停车难")
    tree.even()
    tree.check()
    handling.note(tree.towns[TOWN], OFFICE, mine, "镇里先看看", DAY)
    tree.even(1)
    offices.rename_site(tree.stations["HC"], a_clerk(), "HC站", "SJZ")
    tree.even()
    tree.check()
    assert titles(tree.towns["SJZ"]) == titles(tree.county)
    assert mine in {row.id for row in browse.page(tree.towns["SJZ"], browse.MatterFilter())}
    assert not browse.hits(tree.towns[TOWN], "江会路")
    assert digest(tree.towns["SJZ"]) == digest(tree.county)
    with tree.towns[TOWN].reading() as connection:
        steps = connection.exec_driver_sql("SELECT text FROM step").scalars().all()
    assert steps == ["镇里先看看"]  # its own word is kept
    # And back again: everything comes again to the first town, and leaves the second.
    handling.note(tree.stations["HC"], a_clerk(), mine, "搬来搬去", DAY)
    offices.rename_site(tree.stations["HC"], a_clerk(), "HC站", TOWN)
    tree.even()
    tree.check()
    assert "搬来搬去" in str(the(tree.towns[TOWN], mine).steps)
    assert titles(tree.towns["SJZ"]) == {the(tree.county, other).row.title}


def test_what_was_never_sent_down_is_taken_back_too(tmp_path: Path) -> None:
    """The office above knows from whom a matter came."""
    tree = Tree(tmp_path)
    tree.even()
    an_issue(tree.stations["HC"], "江会路浸水")
    taken(tree.towns[TOWN], sent(tree.stations["HC"], TOWN))
    taken(tree.county, sent(tree.towns[TOWN], COUNTY))
    assert browse.hits(tree.towns[TOWN], "江会路")
    offices.rename_site(tree.stations["HC"], a_clerk(), "HC站", "SJZ")
    tree.even()
    tree.check()
    assert not browse.hits(tree.towns[TOWN], "江会路")
