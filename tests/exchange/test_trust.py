"""Who is believed: desks enrolled, struck off, forged, and those whom nobody vouches for."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise, permutations
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from station_desk import i18n
from station_desk.casework import handling, history
from station_desk.casework.context import Desk
from station_desk.domain.records import DeskKey, Site
from station_desk.domain.vocabulary import SiteRole
from station_desk.errors import UserError
from station_desk.exchange import doubts, enrolment, fingerprints, forks, inbox, minisign, trust
from station_desk.exchange.digest import digest
from station_desk.exchange.trust import Trust
from station_desk.store import ids
from tests.builders import DAY, a_clerk, an_issue, the
from tests.exchange.post import (
    OFFICE,
    TOWN,
    a_county,
    a_deputys_desk,
    a_listed_deputy,
    a_station,
    a_town,
    anyone,
    counts,
    enrolled,
    everything,
    handed,
    key_of,
    lines,
    refusal,
    repacked,
    rewritten,
    sent,
    taken,
    titles,
)
from tests.exchange.test_recovery import kept, put_back


class Tree(NamedTuple):
    """A county, its town, two stations of that, all enrolled with the one above; files went both ways."""

    county: Desk
    town: Desk
    station: Desk
    other: Desk


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    i18n.set_language(i18n.ENGLISH)
    county, town = a_county(tmp_path), a_town(tmp_path, parent="XHQ")
    station, other = a_station(tmp_path), a_station(tmp_path, "XH")
    enrolled(town, county)
    for desk in (station, other):
        enrolled(desk, town)
        _take(town, sent(desk, TOWN))
    _take(county, sent(town, "XHQ"))
    _take(town, sent(county, TOWN))
    for desk in (station, other):
        _take(desk, sent(town, desk.identity.site))
    return Tree(county, town, station, other)


def _take(desk: Desk, path: Path) -> None:
    """Take a file in with nobody there to accept a stranger."""
    assert inbox.take_in(desk, [path]).refused == ()


def _refused(desk: Desk, path: Path) -> inbox.Refused:
    before = everything(desk)
    (refused,) = inbox.take_in(desk, [path]).refused
    assert everything(desk) == before
    return refused


def _believes(desk: Desk, other: Desk) -> bool:
    with desk.reading() as connection:
        return trust.load(connection, desk).of(other.identity.replica.hex()) is not None


def _says(desk: Desk, site: str, replica: str, key: str, until: int | None = None) -> None:
    """A `desk` record by whoever feels like it."""
    with desk.writing(OFFICE, "forged") as work:
        work.add(DeskKey(site=site, replica=replica, key=key, until=until))


def test_enrolled_once_everybody_believes_everybody_with_no_further_question(tree: Tree) -> None:
    an_issue(tree.station, "江会路浸水")
    _take(tree.town, sent(tree.station, TOWN))
    _take(tree.county, sent(tree.town, "XHQ"))
    assert "江会路浸水" in "".join(titles(tree.county))
    assert _believes(tree.county, tree.station)
    assert _believes(tree.station, tree.county), "through its town"


def test_a_desk_nobody_vouches_for_waits_until_somebody_compares_its_fingerprint(
    tree: Tree, tmp_path: Path
) -> None:
    third = a_station(tmp_path, "DZ")
    path = sent(third, TOWN)
    mark = enrolment.introduction(third).fingerprint
    refused = _refused(tree.town, path)
    assert refused.kind == doubts.STRANGER
    assert "DZ站 (DZ) is not known here" in refused.reason
    assert mark in refused.reason
    assert [one.fingerprint for one in inbox.preview(tree.town, path).strangers] == [mark]
    asked: list[str] = []

    def doubtful(one: trust.Stranger) -> bool:
        asked.append(one.fingerprint)
        return False

    said = inbox.take_in(tree.town, [path], trust=doubtful)
    assert (asked, len(said.refused)) == ([mark], 1)
    assert inbox.take_in(tree.town, [path], trust=lambda one: one.fingerprint == mark).applied == 1
    an_issue(third)
    _take(tree.town, sent(third, TOWN))
    _take(tree.county, sent(tree.town, "XHQ"))


def test_a_parent_cannot_write_in_its_childs_name(tree: Tree) -> None:
    an_issue(tree.station)
    _take(tree.town, sent(tree.station, TOWN))
    path = sent(tree.town, "XHQ")
    *before, last = lines(path)

    def change(said: dict[str, object]) -> None:
        said["f"] = {"text": "forged"}

    bad = path.with_name("bad.lzb")
    repacked(path, bad, [*before, rewritten(last, key_of(tree.town), change=change)])
    assert "HC is not signed by it" in refusal(tree.county, bad)


def test_a_parent_that_makes_up_a_desk_of_its_child_is_not_believed_by_the_child(
    tree: Tree, tmp_path: Path
) -> None:
    (tmp_path / "forged").mkdir()
    forged = a_station(tmp_path / "forged")
    an_issue(forged, "从未说过的话")
    taken(tree.town, sent(forged, TOWN))
    refused = _refused(tree.station, sent(tree.town, "HC"))
    assert refused.kind == doubts.STRANGER
    assert "(HC)" in refused.reason


@pytest.mark.parametrize("who", ["station", "county"])
def test_a_certificate_by_a_stranger_to_that_site_is_ignored(tree: Tree, tmp_path: Path, who: str) -> None:
    """A station cannot make up a desk of the station beside it."""
    (tmp_path / "forged").mkdir()
    forged = a_station(tmp_path / "forged", "XH")
    _says(tree.station, "XH", forged.identity.replica.hex(), forged.public_key().hex())
    _take(tree.town, sent(tree.station, TOWN))
    assert _refused(tree.town, sent(forged, TOWN)).kind == doubts.STRANGER
    assert not _believes(tree.town, forged)
    _take(tree.county, sent(tree.town, "XHQ"))
    assert not _believes(tree.county, forged)


def test_a_deputy_vouches_for_no_deputy_beside_whose_desk_is_still_to_be_founded(tmp_path: Path) -> None:
    i18n.set_language(i18n.ENGLISH)
    town, station = a_town(tmp_path), a_station(tmp_path)
    enrolled(station, town)
    a_listed_deputy(station, "林芳", "HC-D2")
    second = a_deputys_desk(tmp_path, "HC-D2", "林芳")
    enrolled(second, station)
    handed(station, second)
    a_listed_deputy(station, "陈伟雄", "HC-D1")
    (tmp_path / "forged").mkdir()
    # The false one says what the true one would, or that it stands under the deputy.
    for place, parent in enumerate(("HC", "HC-D2")):
        forged = Desk.create(
            tmp_path / "forged" / f"{place}.desk",
            site="HC-D1",
            name="假",
            role=SiteRole.DEPUTY,
            parent=parent,
        )
        _says(second, "HC-D1", forged.identity.replica.hex(), forged.public_key().hex())
        _take(station, sent(second, "HC"))
        _take(town, sent(station, TOWN))
        for desk in (station, town):
            assert not _believes(desk, forged)
    true = a_deputys_desk(tmp_path, "HC-D1", "陈伟雄")
    enrolled(true, station)
    handed(station, true)
    _take(town, sent(station, TOWN))
    assert _believes(town, true)


WAYS = {"HC": "HCZ", "XH": "HCZ", "HCZ": "XHQ", "XHQ": "JMS"}
"""A town's stations, the town, and the county that names a city as the site above it."""


def _trust_of_the_town(
    *claims: trust.Claim, words: dict[str, str], said: Sequence[trust.Stated] = ()
) -> Trust:
    """What the town believes of more than its stations and its county."""
    own = {site: trust.Certificate(site, site, by=TOWN) for site in WAYS}
    return Trust(TOWN, "XHQ", own, claims, {**WAYS, **words}, said)


def _vouched(by: str, site: str, seq: int = 2) -> trust.Claim:
    return trust.Claim(by, by, seq, site, f"{site} by {by}", site)


def test_a_station_vouches_for_nobody_above_or_beside_it() -> None:
    false_city, lower = _vouched("HC", "JMS"), _vouched("HC", "SQ1")
    for word in ("", TOWN, "HC", "JMS"):
        found = _trust_of_the_town(false_city, words={false_city.replica: word})
        assert found.of(false_city.replica) is None, word
    assert _trust_of_the_town(lower, words={}).of(lower.replica) is None, "without a word of its own"
    for word, below in (("HC", True), (TOWN, False), ("XH", False), ("SQZ", False)):
        found = _trust_of_the_town(lower, words={lower.replica: word})
        assert (found.of(lower.replica) is not None) is below, word
    true_city = _vouched("XHQ", "JMS")
    assert _trust_of_the_town(true_city, words={}).of(true_city.replica) is not None


def test_a_code_given_by_an_office_above_is_not_taken_by_who_stands_beside_it() -> None:
    words = {"HC-D1 by HC": "HC", "HC-D1 by HC-D2": "HC-D2", "HC-D2 by HC": "HC"}
    given = trust.Stated("HC", "HC", 2, "HC-D1", "HC")
    second = _vouched("HC", "HC-D2")
    false = trust.Claim("HC-D2", second.replica, 2, "HC-D1", "HC-D1 by HC-D2", "HC-D1")
    found = _trust_of_the_town(second, false, words=words, said=[given])
    assert (found.of(second.replica) is not None, found.of(false.replica)) == (True, None)
    # A station that gives out codes of others says nothing of these to whoever stands elsewhere.
    stolen = trust.Stated("XH", "XH", 2, "HC-D1", "XH")
    true = _vouched("HC", "HC-D1")
    assert _trust_of_the_town(true, words=words, said=[stolen]).of(true.replica) is not None


def test_what_is_known_from_above_stands_before_what_a_station_says_whichever_came_first() -> None:
    county = _vouched("XHQ", "SQZ")
    true = trust.Claim("SQZ", county.replica, 3, "SQ1", "true", "SQ1")
    false = trust.Claim("HC", "HC", 2, "SQ1", "false", "SQ1")
    words = {county.replica: "XHQ", "true": "SQZ", "false": "HC"}
    for order in permutations((county, true, false)):
        found = _trust_of_the_town(*order, words=words)
        assert (found.of("true") is not None, found.of("false")) == (True, None)


def test_nobody_is_struck_off_in_the_name_of_a_site_that_is_not_theirs() -> None:
    struck = [trust.Claim("HC", "HC", 2, site, "XH", "XH", until=0) for site in ("SQ1", "HC", "JMS")]
    assert _trust_of_the_town(*struck, words={}).bounds() == {}


def test_a_long_chain_of_renewals_is_proved_once_each_whatever_its_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proved: list[str] = []

    def proves(_key: bytes, record: DeskKey) -> bool:
        proved.append(str(record.replica))
        return True

    monkeypatch.setattr(trust, "vouched", proves)
    names = ["HC", *(f"{place:032x}" for place in range(3000))]
    chain = [
        trust.Claim("HC", new, 1, "HC", new, "11" * 32, after=old, proof="x") for old, new in pairwise(names)
    ]
    own = {"HC": trust.Certificate("HC", "11" * 32, by=TOWN)}
    found = Trust(TOWN, "XHQ", own, chain[::-1], {})
    assert found.of(names[-1]) is not None
    assert proved == names[1:]


def test_what_a_desk_wrote_for_which_nobody_vouches_here_is_left_out_and_comes_once_somebody_does(
    tree: Tree, tmp_path: Path
) -> None:
    """One false desk that a town believed must not cut off everybody under that town."""
    with tree.county.writing(OFFICE, "save_site") as work:
        work.add(Site(code="DZ", name="大泽站", role=SiteRole.STATION.value, parent="DZZ"))
    third = a_station(tmp_path, "DZ")
    enrolled(third, tree.town)
    an_issue(third, "另一处的事")
    an_issue(tree.station, "江会路浸水")
    for desk in (third, tree.station):
        _take(tree.town, sent(desk, TOWN))
    told = [inbox.take_in(tree.county, [sent(tree.town, "XHQ")]) for _ in range(2)]
    assert [one.refused for one in told] == [(), ()]
    assert "3 entries in the name of DZ, for whose desk nobody known here vouches" in told[0].said[0]
    assert told[1].said == (), "said once"
    assert titles(tree.county) == {"江会路浸水"}
    assert tree.county.check() == []
    _take(tree.town, sent(tree.county, TOWN))
    enrolment.vouch(
        tree.county, [trust.Stranger("DZ", "DZ", third.identity.replica.hex(), third.public_key().hex())]
    )
    path = sent(tree.town, "XHQ")
    _take(tree.county, path)
    assert titles(tree.county) == {"江会路浸水", "另一处的事"}
    assert digest(tree.county) == digest(tree.town)


def test_a_key_swapped_for_a_known_replica_changes_nothing(tree: Tree) -> None:
    replica = tree.other.identity.replica.hex()
    for desk in (tree.station, tree.town):
        _says(desk, "XH", replica, desk.public_key().hex())
    _take(tree.town, sent(tree.station, TOWN))
    an_issue(tree.other)
    _take(tree.town, sent(tree.other, TOWN))
    _take(tree.county, sent(tree.town, "XHQ"))
    with tree.county.reading() as connection:
        found = trust.load(connection, tree.county).of(replica)
    assert found is not None
    assert found.key == tree.other.public_key().hex()


def test_a_certificate_replayed_by_another_speaks_for_nobody(tree: Tree, tmp_path: Path) -> None:
    """The town's very words about one desk, written again by a station."""
    third = a_station(tmp_path, "DZ")
    _says(tree.station, TOWN, third.identity.replica.hex(), third.public_key().hex())
    _says(tree.station, "XHQ", third.identity.replica.hex(), third.public_key().hex())
    _take(tree.town, sent(tree.station, TOWN))
    assert not _believes(tree.town, third)
    _take(tree.county, sent(tree.town, "XHQ"))
    assert not _believes(tree.county, third)


def test_struck_off_a_desks_later_entries_count_nowhere_and_its_earlier_ones_stay(tree: Tree) -> None:
    an_issue(tree.station, "江会路浸水")
    _take(tree.town, sent(tree.station, TOWN))
    replica = tree.station.identity.replica.hex()
    until = enrolment.strike_off(tree.town, OFFICE, replica, "电脑失窃")
    assert until == max(one.last for one in enrolment.known(tree.town) if one.replica == replica)
    an_issue(tree.station, "窃贼所写")
    assert f"nothing after its entry {until} counts" in _refused(tree.town, sent(tree.station, TOWN)).reason
    _take(tree.county, sent(tree.town, "XHQ"))
    assert "江会路浸水" in "".join(titles(tree.county))
    # Passed on by whoever has not heard of it, the later entries are left out; the rest is taken.
    path = sent(tree.town, "XHQ")
    stolen = [line for line in lines(sent(tree.station, TOWN)) if "窃贼".encode() in line]
    assert stolen
    bad = repacked(path, path.with_name("passed-on.lzb"), [*lines(path), *stolen])
    before = counts(tree.county)
    result = inbox.take_in(tree.county, [bad])
    assert result.refused == ()
    assert f"{len(stolen)} entries of a desk that was struck off; they were left out" in result.said[0]
    assert counts(tree.county) == before
    assert "窃贼" not in "".join(titles(tree.county))


def test_that_entries_of_a_desk_struck_off_were_left_out_is_said_once(tree: Tree) -> None:
    _take(tree.town, sent(tree.station, TOWN))
    _take(tree.county, sent(tree.town, "XHQ"))
    enrolment.strike_off(tree.county, OFFICE, tree.station.identity.replica.hex(), "电脑失窃")
    an_issue(tree.station, "窃贼所写")
    _take(tree.town, sent(tree.station, TOWN))
    # No receipt of the county will ever name these entries: the town sends them again and again.
    told = [inbox.take_in(tree.county, [sent(tree.town, "XHQ")]).said for _ in range(3)]
    assert ["struck off; they were left out" in " ".join(said) for said in told] == [True, False, False]
    an_issue(tree.station, "窃贼又写")
    _take(tree.town, sent(tree.station, TOWN))
    assert "struck off" in " ".join(inbox.take_in(tree.county, [sent(tree.town, "XHQ")]).said)
    assert "窃贼" not in "".join(titles(tree.county))


def test_whoever_heard_of_it_before_the_entries_or_after_them_shows_the_same(tree: Tree) -> None:
    kept = an_issue(tree.station, "江会路浸水")
    (tree.town.path.parent / "second").mkdir()
    another = Desk.open(tree.county.backup(tree.town.path.parent / "second"))
    with tree.station.reading() as connection:
        until = forks.top_of(connection, tree.station.identity.replica)
    an_issue(tree.station, "窃贼所写")
    handling.note(tree.station, a_clerk(), kept, "窃贼所批", DAY)
    _take(tree.town, sent(tree.station, TOWN))
    _take(tree.county, sent(tree.town, "XHQ"))
    assert "窃贼所写" in "".join(titles(tree.county))
    replica = tree.station.identity.replica.hex()
    enrolment.strike_off(tree.town, OFFICE, replica, "电脑失窃", until)
    said = inbox.take_in(tree.county, [sent(tree.town, "XHQ")]).said
    assert "2 entries of a desk that was struck off had been taken in before" in " ".join(said)
    for desk in (tree.town, tree.county):
        assert "江会路浸水" in "".join(titles(desk))
        assert "窃贼" not in "".join(titles(desk)) + str(the(desk, kept).steps)
        assert "窃贼".encode() not in desk.path.read_bytes()
        assert desk.check() == []
    assert digest(tree.town) == digest(tree.county)
    # Who hears of it with the same file as of the entries never shows them.
    _take(another, sent(tree.town, "XHQ"))
    assert digest(another) == digest(tree.county)


def test_a_wrong_signature_inside_a_chain_cuts_off_nobody_who_took_it_in(tree: Tree) -> None:
    """The last of a chain vouches for the others; struck off, its writer's chain ends before that."""
    own = tree.station.identity.replica.hex()
    for number in range(4):
        an_issue(tree.station, f"第{number}盏路灯不亮")
    path = sent(tree.station, TOWN)
    packed = lines(path)
    mine = [line for line in packed if msgspec.json.decode(line)["h"]["replica"] == own]
    assert len(mine) == 4
    wrong = [
        line.replace(msgspec.json.decode(line)["s"].encode(), b"00" * 64) if line in mine[:-1] else line
        for line in packed
    ]
    bad = path.with_name("bad.lzb")
    repacked(path, bad, wrong)
    _take(tree.town, bad)
    until = msgspec.json.decode(mine[1])["h"]["seq"]
    enrolment.strike_off(tree.town, OFFICE, own, "电脑失窃", until)
    an_issue(tree.other, "菜市场地面湿滑")
    _take(tree.town, sent(tree.other, TOWN))
    said = inbox.take_in(tree.county, [sent(tree.town, "XHQ")])
    assert said.refused == ()
    assert "4 entries of a desk that was struck off; they were left out" in " ".join(said.said)
    assert "菜市场地面湿滑" in "".join(titles(tree.county))
    an_issue(tree.other, "候车亭漏雨")
    _take(tree.town, sent(tree.other, TOWN))
    _take(tree.county, sent(tree.town, "XHQ"))
    assert "候车亭漏雨" in "".join(titles(tree.county))


def test_a_stolen_key_writes_no_other_entries_of_numbers_that_still_count(tree: Tree) -> None:
    """A branch off the chain below the last entry that counts, whoever heard of it when."""
    kept = an_issue(tree.station, "江会路浸水")
    _take(tree.town, sent(tree.station, TOWN))
    before = sent(tree.town, "XHQ")
    _take(tree.county, before)
    (tree.town.path.parent / "second").mkdir()
    another = Desk.open(tree.county.backup(tree.town.path.parent / "second"))
    (own,) = [line for line in lines(sent(tree.station, TOWN)) if "江会路浸水".encode() in line]
    nonce = bytes(16)
    record = ids.new_id(1, tree.station.identity.replica, nonce).hex()

    def other(said: dict[str, object]) -> None:
        said.update(
            t="issue", r=record, n=nonce.hex(), f={"title": "窃贼所写", "station": "HC", "office": TOWN}
        )

    stolen = rewritten(own, key_of(tree.station), change=other)
    bad = repacked(before, before.with_name("bad.lzb"), [*lines(before), stolen])
    _take(another, bad)
    assert "窃贼所写" in "".join(titles(another))
    enrolment.strike_off(tree.town, OFFICE, tree.station.identity.replica.hex(), "电脑失窃")
    _take(tree.county, sent(tree.town, "XHQ"))
    said = inbox.take_in(tree.county, [bad]).said
    assert "1 entries of a desk that was struck off; they were left out" in said[0]
    said = inbox.take_in(another, [sent(tree.town, "XHQ")]).said
    assert "1 entries of a desk that was struck off had been taken in before" in said[0]
    for desk in (tree.county, another):
        assert titles(desk) == {"江会路浸水"}
        assert the(desk, kept).row.title == "江会路浸水"
        assert desk.check() == []
    assert digest(tree.county) == digest(another) == digest(tree.town)


def test_what_a_branch_of_a_desk_struck_off_says_of_others_does_not_count() -> None:
    """Its chain is a, b, c as far as it was struck off, and d after a."""
    struck = trust.Claim(TOWN, TOWN, 2, "HC", "HC", "HC", until=3, last="c")
    vouched = [
        replace(_vouched("HC", f"HC-D{place}", seq=2), entry=entry) for place, entry in enumerate("bd")
    ]
    words = {one.replica: "HC" for one in vouched}
    own = {site: trust.Certificate(site, site, by=TOWN) for site in (*WAYS, TOWN)}
    for known in (frozenset("abc"), None):

        def lineage(_replica: str, _last: str, it: frozenset[str] | None = known) -> frozenset[str] | None:
            return it

        found = Trust(TOWN, "XHQ", own, [struck, *vouched], WAYS | words, (), lineage)
        assert found.of(vouched[0].replica) is not None
        assert (found.of(vouched[1].replica) is None) is (known is not None)


def test_a_striking_off_by_its_number_alone_counts_as_before(tree: Tree) -> None:
    an_issue(tree.station, "江会路浸水")
    _take(tree.town, sent(tree.station, TOWN))
    replica, key = tree.station.identity.replica.hex(), tree.station.public_key().hex()
    _says(tree.town, "HC", replica, key, until=1)
    _take(tree.county, sent(tree.town, "XHQ"))
    assert titles(tree.county) == set()
    assert [one.until for one in enrolment.known(tree.county) if one.replica == replica] == [1]


def test_only_who_stands_above_strikes_a_desk_off(tree: Tree) -> None:
    replica, key = tree.other.identity.replica.hex(), tree.other.public_key().hex()
    _says(tree.station, "XH", replica, key, until=0)
    _take(tree.town, sent(tree.station, TOWN))
    an_issue(tree.other)
    _take(tree.town, sent(tree.other, TOWN))
    with pytest.raises(UserError, match="Only a desk of another site"):
        enrolment.strike_off(tree.other, OFFICE, replica, "x")


def test_two_who_strike_each_other_off_are_both_struck_off_and_nothing_hangs(tree: Tree) -> None:
    """Each beyond the other's bound, as with a stolen key: who did it first cannot be told without clocks."""
    county, town = tree.county.identity.replica.hex(), tree.town.identity.replica.hex()
    keys = {desk.identity.site: desk.public_key().hex() for desk in (tree.county, tree.town)}
    own = {
        county: trust.Certificate("XHQ", keys["XHQ"], by="XHQ"),
        town: trust.Certificate(TOWN, keys[TOWN], by=TOWN),
    }
    claims = [
        trust.Claim(by="XHQ", author=county, seq=9, site=TOWN, replica=town, key=keys[TOWN], until=2),
        trust.Claim(by=TOWN, author=town, seq=9, site="XHQ", replica=county, key=keys["XHQ"], until=1),
    ]
    for order in (claims, claims[::-1]):
        found = trust.Trust("HC", TOWN, own, order, {county: "", town: "XHQ"})
        assert found.bounds() == {town: trust.Bound(2), county: trust.Bound(1)}


def test_what_a_parent_leaves_out_shows_as_missing(tree: Tree) -> None:
    for text in ("江会路浸水", "老街停车难"):
        an_issue(tree.station, text)
    _take(tree.town, sent(tree.station, TOWN))
    path = sent(tree.town, "XHQ")
    theirs = [line for line in lines(path) if msgspec.json.decode(line)["h"]["site"] == "HC"]
    kept = [line for line in lines(path) if line != theirs[0]]
    bad = repacked(path, path.with_name("omitting.lzb"), kept)
    assert _refused(tree.county, bad).kind == doubts.MISSING


def test_a_deputys_desk_is_vouched_for_by_its_station_as_far_as_the_county(
    tree: Tree, tmp_path: Path
) -> None:
    a_listed_deputy(tree.station)
    deputys = a_deputys_desk(tmp_path, "HC-D1")
    enrolled(deputys, tree.station)
    _take(tree.station, sent(deputys, "HC"))
    _take(deputys, sent(tree.station, "HC-D1"))
    _take(tree.town, sent(tree.station, TOWN))
    _take(tree.county, sent(tree.town, "XHQ"))
    assert _believes(tree.county, deputys)
    assert _believes(deputys, tree.town)


def test_an_introduction_is_read_back_and_an_altered_one_is_not(tree: Tree, tmp_path: Path) -> None:
    path = enrolment.write(tree.station, tmp_path)
    said = enrolment.read(path)
    assert (path.name, said) == ("HC.lzk", enrolment.introduction(tree.station))
    raw = path.read_bytes()
    alter: Callable[[bytes], bytes]
    for alter in (
        lambda data: data.replace(b'"HC"', b'"XH"'),
        lambda data: data[:-20],
        lambda data: b"",
        lambda data: data.swapcase(),
    ):
        path.write_bytes(alter(raw))
        with pytest.raises(UserError, match="no introduction of a desk, or was altered"):
            enrolment.read(path)
    with pytest.raises(UserError, match="stands under HCZ, not under this desk"):
        enrolment.accept(tree.county, OFFICE, said)


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed")
def test_the_minisign_program_verifies_an_introduction(tree: Tree, tmp_path: Path) -> None:
    raw, _, signature = enrolment.write(tree.station, tmp_path).read_bytes().partition(b"\n")
    (tmp_path / "said").write_bytes(raw)
    (tmp_path / "said.minisig").write_bytes(signature)
    (tmp_path / "key.pub").write_text(minisign.public(tree.station.public_key()).text("HC"))
    command = ["minisign", "-Vm", str(tmp_path / "said"), "-p", str(tmp_path / "key.pub")]
    assert subprocess.run(command, capture_output=True).returncode == 0


def test_a_fingerprint_says_which_group_was_misread() -> None:
    i18n.set_language(i18n.ENGLISH)
    mark = fingerprints.fingerprint("HC", "00" * 16, "11" * 32)
    assert [len(group) for group in mark.split("-")] == [4] * 8
    assert fingerprints.read(mark.lower().replace("-", " ")) == mark
    letters = fingerprints.LETTERS
    for at in (5, 6, 7, 8):
        other = letters[(letters.index(mark[at]) + 1) % 32]
        with pytest.raises(UserError, match="Group 2 "):
            fingerprints.read(mark[:at] + other + mark[at + 1 :])
    with pytest.raises(UserError, match="8 groups of 4"):
        fingerprints.read(mark[:-1])
    assert fingerprints.fingerprint("XH", "00" * 16, "11" * 32) != mark


def test_whoever_is_accepted_in_passing_is_written_down(tree: Tree, tmp_path: Path) -> None:
    third = a_station(tmp_path, "DZ")
    inbox.take_in(tree.town, [sent(third, TOWN)], trust=anyone)
    (found,) = [one for one in enrolment.known(tree.town) if one.site == "DZ"]
    assert (found.by, found.until, found.name) == (TOWN, None, "DZ站")
    assert found.fingerprint == enrolment.introduction(third).fingerprint
    assert len(enrolment.age_keys(tree.town, "DZ")) == 1


@pytest.mark.parametrize("what", ["accepted", "struck off", "renewed"])
def test_what_makes_a_desk_believed_or_not_is_never_undone_and_it_is_said_what_to_do(
    tmp_path: Path, what: str
) -> None:
    i18n.set_language(i18n.ENGLISH)
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    desk, instead = town, "strike that desk off"
    if what == "struck off":
        enrolment.strike_off(town, OFFICE, station.identity.replica.hex(), "电脑失窃", until=1)
        instead = "accept anew"
    elif what == "renewed":
        copy = kept(station)
        an_issue(station, "丢失的事项")
        desk, instead = put_back(station, copy), "new installation"
        an_issue(desk, "路灯不亮")
        history.undo(desk, a_clerk())  # the clerk's own work, not the renewal that came with it
    before, known = everything(desk), enrolment.known(desk)
    with pytest.raises(UserError, match=instead):
        history.undo(desk, OFFICE)
    assert history.undoable(desk) == ""
    assert (everything(desk), enrolment.known(desk)) == (before, known)
