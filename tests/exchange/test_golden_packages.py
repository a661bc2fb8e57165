"""Packages written by earlier versions stay readable; the files were written once, by golden_scene."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import attachments, browse
from station_desk.casework.context import Desk
from station_desk.domain import declare
from station_desk.domain.fold import fold
from station_desk.domain.records import TYPES
from station_desk.exchange import inbox, stream
from station_desk.store import codec
from station_desk.store.commits import load_views
from tests.builders import the
from tests.exchange.folded import Seen, by_page, read, store_of
from tests.exchange.golden_scene import GOLDEN, LETTER, PASSPHRASE
from tests.exchange.plain.age import unlock
from tests.exchange.plain.package import read_package
from tests.exchange.post import TOWN, a_county, a_town, anyone, counts, everything, refusal, taken

FILES = {
    "HC-HCZ-1.lzb": "1a12552a9c05bab5df6943d87041098504a12e3aba768337a075e4d8ab112a83",
    "HC-HCZ-1-receipt-1.lzb": "44a3becd8b335f6deb6a60f391ca1eafe0b3aea588d3df7b12b23b75821a087f",
    "HCZ-XHQ-1.lzb": "1eca99faf8faa569f917c056c229a5c3649015f727a3f18ae8cf57c6ccce2c2c",
    "HC-HCZ-2.lzb.age": "daa218f87369f01f2a3f553d6fd6eb5b91e32ab7f41d3975f7a825649bbf608c",
}
"""Each file with the SHA-256 it was committed with."""

STATION = "dbee6ea735e9fb04eb7e443c86a36917181b049f4263f924eea96b58c654b33b"
TOWNS = "4ccb7461414f79985c7f7d6d25b6a8cc3684abc7ac6ffee7a3bc5a1d6317a681"
SEALED = "7ac4fd4bfe522146f454eebed61c5d7129e8f98b88ac458dfa8e302cc1a8fa0a"
"""The digests of what the packages brought to the program that wrote them."""

Rows = list[tuple[str, str, str, str, date | None]]


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.set_language(i18n.ENGLISH)


def rows(desk: Desk) -> Rows:
    found = browse.page(desk, browse.MatterFilter(), limit=100)
    return sorted((row.number, row.track, row.stage, row.title, row.due_on) for row in found)


def digest_of(desk: Desk, sites: set[str]) -> str:
    """SHA-256 over every record that these sites made, by id, with the values of its fields."""
    with desk.reading() as connection:
        bodies = connection.exec_driver_sql(
            "SELECT record, body FROM chg WHERE made = 1 AND body IS NOT NULL"
        )
        types = {record: codec.read_type(body) for record, body in bodies}
        views = load_views(connection, [declare.RecordId(record) for record in types])
    found = []
    for record, known in views.items():
        kind = types[record]
        folded = fold(declare.fields_of(TYPES[kind]), known)
        if folded.creator in sites:
            found.append((record.hex(), kind, folded.creator, folded.values))
    return summed(found)


def by_reader(found: dict[str, Seen]) -> str:
    """The same over what a program found that knows only the page."""
    return summed((key, one.type, one.maker, one.fields) for key, one in found.items())


def summed(found: Iterable[tuple[str, str, str, Mapping[str, object]]]) -> str:
    told = [[key, kind, maker, sorted(fields.items())] for key, kind, maker, fields in sorted(found)]
    return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def age_opened(desk: Desk) -> inbox.InboxResult:
    return inbox.take_in(desk, [GOLDEN / "HC-HCZ-2.lzb.age"], passphrase=PASSPHRASE, trust=anyone)


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_the_one_that_was_committed(name: str) -> None:
    assert sha256((GOLDEN / name).read_bytes()).hexdigest() == FILES[name]


def test_a_stations_visits_suggestion_and_letter_arrive_at_the_town(tmp_path: Path) -> None:
    town = a_town(tmp_path)
    before = counts(town)
    result = taken(town, GOLDEN / "HC-HCZ-1.lzb")
    assert (result.applied, result.changes, result.conflicts) == (1, 20, 0)
    assert tuple(now - old for now, old in zip(counts(town), before, strict=True)) == (10, 23)
    assert rows(town) == [
        ("HC-2026-0001", "issue", "in_suggestion", "江会路南段一落大雨就浸水", None),
        ("HC-2026-0002", "issue", "accepted", "灯", date(2026, 5, 13)),
        ("HC-2026-0003", "issue", "accepted", "盖", date(2026, 5, 13)),
        ("HC-2026-J0001", "suggestion", "submitted", "关于整治江会路内涝的建议", date(2026, 5, 20)),
    ]
    found = browse.page(town, browse.MatterFilter(), limit=9)
    issue = next(row.id for row in found if row.number == "HC-2026-0001")
    (letter,) = attachments.listed(town, issue)
    assert attachments.save_copy(town, letter.id, tmp_path / "copy.pdf").read_bytes() == LETTER
    assert digest_of(town, {"HC"}) == STATION


def test_a_towns_reply_and_promise_arrive_at_the_county_with_the_stations_work(tmp_path: Path) -> None:
    county = a_county(tmp_path)
    result = taken(county, GOLDEN / "HCZ-XHQ-1.lzb")
    assert (result.applied, result.changes, result.conflicts) == (1, 31, 0)
    found = browse.page(county, browse.MatterFilter(), limit=9)
    suggestion = the(county, next(row.id for row in found if row.track == "suggestion"))
    assert (suggestion.row.stage, suggestion.row.due_on) == ("replied", date(2026, 6, 10))
    (promise,) = suggestion.promises
    assert (promise.promise.what, promise.promise.by) == ("圭峰路口加装路灯 12 盏", date(2026, 12, 31))
    assert promise.unit == "区市政管理所"
    assert digest_of(county, {"HC", TOWN}) == TOWNS


def test_a_receipt_alone_brings_no_entry_and_is_heard(tmp_path: Path) -> None:
    town = a_town(tmp_path)
    taken(town, GOLDEN / "HC-HCZ-1.lzb")
    before, log = everything(town), counts(town)
    result = taken(town, GOLDEN / "HC-HCZ-1-receipt-1.lzb")
    assert (result.packages, result.applied, counts(town)) == (1, 0, log)
    assert everything(town) != before
    with town.reading() as connection:
        sql = "SELECT value FROM word WHERE peer = 'HC' AND kind = 'heard'"
        assert connection.exec_driver_sql(sql).scalar() == "1:1"
    assert stream.peers(town)[0].received == 1


def test_a_sealed_package_opens_with_its_passphrase_and_goes_on_from_the_first(tmp_path: Path) -> None:
    town = a_town(tmp_path)
    assert "An earlier file from HC is missing" in age_opened(town).refused[0].reason
    taken(town, GOLDEN / "HC-HCZ-1.lzb")
    assert age_opened(town).applied == 1
    assert rows(town)[3] == ("HC-2026-0004", "issue", "accepted", "棚", date(2026, 5, 13))
    assert digest_of(town, {"HC"}) == SEALED


def test_a_package_for_the_county_is_not_the_towns(tmp_path: Path) -> None:
    assert "is for XHQ" in refusal(a_town(tmp_path), GOLDEN / "HCZ-XHQ-1.lzb")


def test_a_program_that_knows_only_the_page_reads_the_same() -> None:
    first = read(GOLDEN / "HC-HCZ-1.lzb")
    assert by_reader(by_page(store_of(first))) == STATION
    assert by_reader(by_page(store_of(read(GOLDEN / "HCZ-XHQ-1.lzb")))) == TOWNS
    second = read_package(unlock((GOLDEN / "HC-HCZ-2.lzb.age").read_bytes(), PASSPHRASE))
    assert second.manifest["previous"] == first.hash
    assert by_reader(by_page(store_of(first, second))) == SEALED
