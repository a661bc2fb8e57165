"""Who is sent what: scopes, receipts, gaps; lost, late and doubled files heal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from station_desk import i18n
from station_desk.casework import browse, handling, intake, issues, offices, replies, suggestions
from station_desk.casework.context import Desk
from station_desk.casework.handling import UnitCharge
from station_desk.casework.intake import HandOver, VisitEntry, VisitorEntry
from station_desk.casework.replies import ReplyEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Site, Unit
from station_desk.errors import UserError
from station_desk.exchange import inbox, stream
from station_desk.exchange.digest import digest
from station_desk.store import codec
from station_desk.store.commits import load_views
from tests.builders import DAY, MORNING, a_clerk, a_deputy, a_matter, a_unit, a_visit, an_issue, stage, the
from tests.exchange.post import (
    OFFICE,
    TOWN,
    a_station,
    a_town,
    anyone,
    counts,
    enrolled,
    lines,
    sent,
    taken,
    unpacked,
)

TOLD = date(2026, 5, 12)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Desk, Desk]:
    """A station and its town who know each other."""
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    return station, town


def test_the_towns_answer_comes_back_and_the_digests_agree(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = an_issue(station)
    taken(town, sent(station, TOWN))
    unit = offices.save(town, OFFICE, Unit(name="区交警大队"))[0]
    handling.hand_over(town, OFFICE, matter, DAY, [UnitCharge(unit, "lead")])
    replies.record(town, OFFICE, matter, ReplyEntry(dated=TOLD, text="已清淤"))
    taken(station, sent(town, "HC"))
    found = the(station, matter)
    assert found.row.stage == "told"
    assert [reply.text for _, reply, _ in found.replies] == ["已清淤"]
    assert [charge.unit for charge in found.assignments] == ["区交警大队"]
    assert found.visitor is not None
    assert digest(station) == digest(town) == digest(town, "HC")
    assert digest(station) != digest(town, "XH")
    assert station.check() == town.check() == []


def test_no_visitors_name_or_number_leaves_the_station(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    saved = a_visit(station, a_matter(), visitor="欧阳锦萍", phone="13812344620")
    path = sent(station, TOWN)
    taken(town, path)
    town.close()
    there = unpacked(path) + town.path.read_bytes()
    there += b"".join(p.read_bytes() for p in town.path.parent.glob("town.desk-wal"))
    for secret in ("欧阳锦萍", "欧阳", "13812344620"):
        assert secret.encode() not in there
    assert saved.number.encode() in there
    assert the(station, saved.matters[0][0]).visitor is not None
    assert the(town, saved.matters[0][0]).visitor is None


def test_what_was_confirmed_is_not_sent_again(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    an_issue(station)
    an_issue(station, "老街停车难，夜里没位置")
    first = stream.export(station, TOWN, station.path.parent)
    again = stream.export(station, TOWN, station.path.parent)
    assert (first.number, again.number) == (2, 3)
    assert first.commits == again.commits == 2
    taken(town, first.path)
    taken(station, sent(town, "HC"))
    assert stream.export(station, TOWN, station.path.parent).commits == 0
    assert stream.export(town, "HC", station.path.parent).commits == 0


def test_a_lost_package_heals_with_the_next(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    an_issue(station)
    sent(station, TOWN).unlink()
    an_issue(station, "老街停车难，夜里没位置")
    taken(town, sent(station, TOWN))
    assert digest(station) == digest(town)


def test_packages_in_any_order_and_twice_change_nothing_more(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    paths = []
    for text in ("江会路浸水", "老街停车难", "路灯不亮"):
        an_issue(station, text)
        paths.append(sent(station, TOWN))
    taken(town, paths[2])
    whole = digest(town), counts(town)
    assert whole[0] == digest(station)
    result = taken(town, *reversed(paths), *paths)
    assert (result.packages, result.applied, result.changes) == (6, 0, 0)
    assert (digest(town), counts(town)) == whole


def test_each_station_gets_only_its_own_back(tmp_path: Path) -> None:
    town = a_town(tmp_path)
    stations = {site: a_station(tmp_path, site) for site in ("HC", "XH")}
    matters = {site: an_issue(desk, f"{site}路口路灯不亮") for site, desk in stations.items()}
    for desk in stations.values():
        taken(town, sent(desk, TOWN))
    unit = offices.save(town, OFFICE, Unit(name="区市政管理所"))[0]
    for site, matter in matters.items():
        handling.hand_over(town, OFFICE, matter, DAY, [UnitCharge(unit, "lead")], request=f"请{site}处理")
        replies.record(town, OFFICE, matter, ReplyEntry(dated=TOLD, text=f"{site}已更换灯泡"))
    for site, other in (("HC", "XH"), ("XH", "HC")):
        path = sent(town, site)
        said = unpacked(path).decode()
        assert f"{site}已更换灯泡" in said
        for theirs in (f"{other}路口", f"请{other}处理", f"{other}已更换灯泡", matters[other].hex()):
            assert theirs not in said
        taken(stations[site], path)
        assert the(stations[site], matters[site]).row.stage == "told"
        assert digest(stations[site]) == digest(town, site)


def test_a_station_sends_its_matters_to_no_other_station(tmp_path: Path) -> None:
    i18n.set_language(i18n.ENGLISH)
    town, here, there = a_town(tmp_path), a_station(tmp_path, "HC"), a_station(tmp_path, "XH")
    for desk in (here, there):
        taken(town, sent(desk, TOWN))
    offices.take_list(here, a_clerk(), Deputy, [Deputy(name="林小燕", level="town", station="XH")])
    with pytest.raises(UserError, match="No site with the code XH is known here"):
        sent(here, "XH")
    # The town's list of sites makes it known; that opens no side way.
    offices.save(town, OFFICE, Site(code="XH", name="XH站", role="station", parent=TOWN))
    taken(here, sent(town, "HC"))
    with pytest.raises(UserError, match="XH is neither above nor below this desk"):
        sent(here, "XH")
    with pytest.raises(UserError, match="does not export to itself"):
        sent(here, "HC")
    with pytest.raises(UserError, match="does not exist"):
        stream.export(here, TOWN, tmp_path / "absent")


def test_a_station_cannot_call_another_its_own(tmp_path: Path) -> None:
    town, here, there = a_town(tmp_path), a_station(tmp_path, "HC"), a_station(tmp_path, "XH")
    matter = an_issue(there, "XH路口路灯不亮")
    taken(town, sent(there, TOWN))
    offices.save(here, a_clerk(), Site(code="XH", name="XH站", role="station", parent="HC"))
    taken(town, sent(here, TOWN))
    said = unpacked(sent(town, "HC"))
    assert matter.hex().encode() not in said
    assert "路口".encode() not in said
    # Nor by rewriting the record by which the other stands under its town.
    with town.reading() as connection:
        record = connection.exec_driver_sql("SELECT id FROM site WHERE code = 'XH' ORDER BY id").scalar()
        site = RecordId(bytes(record or b""))
        (head,) = load_views(connection, [site])[site]
    with here.writing(a_clerk(), "save_site") as work:
        # As one would who learned what stands there, and names it as replaced.
        work._put("site", site, bytes(16), {"parent": "HC"}, {"parent": [head.id.hex()]}, False)
    taken(town, sent(here, TOWN))
    assert "路口".encode() not in unpacked(sent(town, "HC"))


def test_what_the_town_makes_for_a_station_comes_down_whole(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    unit = offices.save(town, OFFICE, Unit(name="区市政管理所"))[0]
    entry = a_matter("群众来电反映路灯不亮")
    saved = a_visit(town, entry)
    assert the(town, saved.matters[0][0]).row.station == TOWN
    visit = VisitEntry(
        began=MORNING, channel="phone", visitor=VisitorEntry(), station="HC",
        matters=(replace(entry, route=HandOver((UnitCharge(unit, "lead"),), request="请三日内答复")),),
    )  # fmt: skip
    matter = intake.save_visit(town, OFFICE, visit).matters[0][0]
    path = sent(town, "HC")
    taken(station, path)
    found = the(station, matter)
    assert (found.row.stage, [a.unit for a in found.assignments]) == ("assigned", ["区市政管理所"])
    assert found.assignments[0].assignment.request == "请三日内答复"
    assert found.visit is not None
    assert station.check() == []
    assert digest(station) == digest(town, "HC") != digest(town)


def test_a_tie_between_matters_of_two_stations_reaches_both(tmp_path: Path) -> None:
    town = a_town(tmp_path)
    here, there = a_station(tmp_path, "HC"), a_station(tmp_path, "XH")
    one, other = an_issue(here, "江会路浸水"), an_issue(there, "江会路南段浸水严重")
    for desk in (here, there):
        taken(town, sent(desk, TOWN))
    issues.merge(town, OFFICE, one, other, DAY)
    sheet = suggestions.SuggestionEntry(
        title="关于治理内涝的建议", text="改造管网", deputies=(a_deputy(town),), opened_on=DAY
    )
    both = suggestions.raise_from(town, OFFICE, (other,), sheet)
    for site, desk in (("HC", here), ("XH", there)):
        taken(desk, sent(town, site))
        assert digest(desk) == digest(town, site)
        assert desk.check() == []
    assert [(link.kind, link.matter) for link in the(here, one).links] == [("merged-into", None)]
    assert stage(there, other) == "in_suggestion"
    assert {link.kind for link in the(there, other).links} == {"merged-into", "raised-from"}
    assert the(town, both.id).row.station == TOWN


def test_the_towns_lists_come_down_and_a_rename_too(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    unit, _ = offices.save(town, OFFICE, Unit(name="区市政管理所"))
    deputy, _ = offices.save(town, OFFICE, Deputy(name="陈伟雄", level="town"))
    taken(station, sent(town, "HC"))
    matter = an_issue(station)
    handling.hand_over(station, a_clerk(), matter, DAY, [UnitCharge(unit, "lead")])
    offices.save(town, OFFICE, Unit(name="区市政维护中心"), unit)
    offices.remove(town, OFFICE, Deputy, deputy, "届满")
    taken(station, sent(town, "HC"))
    assert [a.unit for a in the(station, matter).assignments] == ["区市政维护中心"]
    assert browse.office(station).deputies == ()


def test_a_town_installed_anew_is_sent_everything_again(pair: tuple[Desk, Desk], tmp_path: Path) -> None:
    i18n.set_language(i18n.ENGLISH)
    station, _ = pair
    an_issue(station)
    fresh = a_town(tmp_path, "fresh.desk")
    refused = inbox.take_in(fresh, [sent(station, TOWN)], trust=anyone).refused
    assert "An earlier file from" in refused[0].reason
    offices.save(fresh, OFFICE, Site(code="HC", name="会城站", role="station", parent=TOWN))
    taken(station, sent(fresh, "HC"))
    taken(fresh, sent(station, TOWN))
    assert digest(fresh) == digest(station)


def test_a_late_word_of_a_town_since_replaced_confirms_nothing(
    pair: tuple[Desk, Desk], tmp_path: Path
) -> None:
    station, town = pair
    an_issue(station)
    taken(town, sent(station, TOWN))
    late = sent(town, "HC")
    fresh = a_town(tmp_path, "fresh.desk")
    offices.save(fresh, OFFICE, Site(code="HC", name="会城站", role="station", parent=TOWN))
    taken(station, sent(fresh, "HC"))
    taken(station, late)
    taken(fresh, sent(station, TOWN))
    assert digest(fresh) == digest(station)


def test_an_earlier_receipt_arriving_late_does_not_resend_what_is_known(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    early = sent(town, "HC")
    an_issue(station)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    taken(station, early)
    assert lines(sent(station, TOWN)) == []


def test_the_board_says_how_the_exchange_stands(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    (peer,) = stream.peers(station)
    assert (peer.site, peer.name, peer.role) == (TOWN, "会城街道人大", "town")
    assert (peer.sent, peer.received, peer.gaps, peer.waiting) == (1, 1, (), 0)
    an_issue(station)
    a_unit(station)
    assert stream.peers(station)[0].waiting == 2
    for _ in range(2):
        sent(station, TOWN)
    path = sent(station, TOWN)
    (peer,) = stream.peers(station)
    assert (peer.sent, peer.waiting) == (4, 2)
    assert peer.last_out is not None
    (mine,) = stream.peers(town)
    assert (mine.site, mine.received, mine.gaps) == ("HC", 1, ())
    taken(town, path)
    (mine,) = stream.peers(town)
    assert (mine.received, mine.gaps) == (4, (2, 3))
    assert mine.last_in is not None
    taken(station, sent(town, "HC"))
    assert stream.peers(station)[0].waiting == 0


def test_a_station_shows_its_parent_before_the_first_file(tmp_path: Path) -> None:
    (peer,) = stream.peers(a_station(tmp_path))
    assert (peer.site, peer.name, peer.sent, peer.received, peer.last_in) == (TOWN, TOWN, 0, 0, None)
    assert peer.waiting == 1
    assert stream.peers(a_town(tmp_path)) == []


def test_what_another_program_wrote_with_its_type_elsewhere_goes_up_as_it_stands(tmp_path: Path) -> None:
    """And stays at home where its type does: whatever comes first in it."""
    station = a_station(tmp_path)
    an_issue(station)
    usual = lines(sent(station, TOWN))
    turned: list[bytes] = []
    with station.transaction() as connection:
        rows = connection.exec_driver_sql("SELECT n, body FROM chg WHERE body IS NOT NULL").all()
        for n, body in rows:
            said = msgspec.json.decode(body)
            turned.append(msgspec.json.encode({name: said[name] for name in reversed(said)}))
            connection.exec_driver_sql("UPDATE chg SET body = ? WHERE n = ?", (turned[-1], n))
    odd = lines(sent(station, TOWN))
    shown = [[change is not None for change in msgspec.json.decode(line)["c"]] for line in usual]
    assert [[change is not None for change in msgspec.json.decode(line)["c"]] for line in odd] == shown
    assert any(not all(there) for there in shown)
    out = [body for body in turned if any(body in line for line in odd)]
    assert len(out) == sum(map(sum, shown))
    assert {codec.read_type(body) for body in turned} - {codec.read_type(body) for body in out} == {"visitor"}
