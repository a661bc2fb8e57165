"""What a newer version wrote goes through older desks byte for byte: unknown types, fields and verbs."""

from __future__ import annotations

from pathlib import Path

import msgspec

from station_desk.casework import handling
from station_desk.casework.context import Desk
from station_desk.domain.vocabulary import SiteRole
from station_desk.exchange.digest import digest
from station_desk.store import codec
from tests.builders import DAY, a_clerk, an_issue, the
from tests.exchange.post import (
    COUNTY,
    TOWN,
    Wild,
    a_county,
    a_station,
    key_of,
    lines,
    repacked,
    rewritten,
    sent,
    taken,
)


def _with_a_mood(change: Wild) -> None:
    fields = change["f"]
    assert isinstance(fields, dict)
    fields["mood"] = "hopeful"


def _a_wish(change: Wild) -> None:
    change["t"] = "wish"
    change["weight"] = 3


def _by_a_newer_station(station: Desk, folder: Path) -> tuple[Path, list[bytes]]:
    """A package whose last commits hold a field and a verb, and a record type and a key, that only a newer
    version declares; with the bytes of those two changes."""
    matter = an_issue(station, "江会路南段一落大雨就浸水")
    for text in ("已到现场看过", "约好下周再去"):
        handling.note(station, a_clerk(), matter, text, DAY)
    whole = sent(station, TOWN)
    *before, first, second = lines(whole)
    key = key_of(station)
    first = rewritten(first, key, change=_with_a_mood, header=lambda header: header.update(verb="sigh"))
    chained = codec.digest(_header(first)).hex()
    second = rewritten(
        second, key, change=_a_wish, header=lambda header: header.update(verb="wish", prev=chained)
    )
    package = repacked(whole, folder / whole.name, [*before, first, second], key=key)
    return package, [_last_body(first), _last_body(second)]


class _Line(msgspec.Struct):
    h: msgspec.Raw
    c: list[msgspec.Raw]


def _header(line: bytes) -> bytes:
    return bytes(msgspec.json.decode(line, type=_Line).h)


def _last_body(line: bytes) -> bytes:
    return bytes(msgspec.json.decode(line, type=_Line).c[-1])


def _kept(desk: Desk) -> tuple[set[bytes], set[str]]:
    """Every change's bytes, and every verb, in the log."""
    with desk.reading() as connection:
        bodies = connection.exec_driver_sql("SELECT body FROM chg WHERE body IS NOT NULL").all()
        headers = connection.exec_driver_sql("SELECT header FROM cmt").all()
    return {bytes(row[0]) for row in bodies}, {codec.read_header(bytes(row[0])).verb for row in headers}


def test_unknown_types_fields_and_verbs_go_two_hops_byte_for_byte(tmp_path: Path) -> None:
    station = a_station(tmp_path)
    town = Desk.create(
        tmp_path / "town.desk", site=TOWN, name="会城街道人大", role=SiteRole.TOWN, parent=COUNTY
    )
    county = a_county(tmp_path)
    package, strange = _by_a_newer_station(station, tmp_path)
    assert b'"mood":"hopeful"' in strange[0]
    assert b'"t":"wish"' in strange[1]
    taken(town, package)
    taken(county, sent(town, COUNTY))
    for desk in (town, county):
        bodies, verbs = _kept(desk)
        assert bodies >= set(strange)
        assert verbs >= {"sigh", "wish"}
        desk.reproject()
        assert desk.check() == []
    assert digest(town) == digest(county)
    with county.reading() as connection:
        (matter,) = connection.exec_driver_sql("SELECT id FROM matter").all()[0]
    words = [step.step.text for step in the(county, matter).steps]
    assert "已到现场看过" in words, "what is known of a record counts, beside what is not"
    again = sent(town, COUNTY)
    assert set(strange) <= {body for line in lines(again) for body in _bodies(line)}


def _bodies(line: bytes) -> list[bytes]:
    return [bytes(body) for body in msgspec.json.decode(line, type=_Line).c]
