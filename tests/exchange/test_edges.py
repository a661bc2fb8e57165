"""Where numbers, nesting, frames and names end: what is just within is taken, what is beyond is refused."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
import zstandard

from station_desk.casework import handling
from station_desk.exchange import founding, inbox, package
from station_desk.exchange.container import Damaged
from tests.builders import DAY, an_issue
from tests.exchange.post import (
    DAMAGED,
    OFFICE,
    TOWN,
    Scene,
    Wild,
    a_scene,
    key_of,
    lines,
    members,
    put,
    refusal,
    repacked,
    rewritten,
    sent,
    taken,
    titles,
)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return a_scene(tmp_path, an_issue)


def test_a_number_as_high_as_it_goes_stops_nobody_from_writing(scene: Scene) -> None:
    *before, last = lines(scene.path)
    high = rewritten(last, key_of(scene.station), header=lambda header: header.update({"lamport": 1 << 53}))
    taken(scene.town, repacked(scene.path, scene.bad, [*before, high]))
    for text in ("先看看", "再看看"):
        matter = an_issue(scene.town, text)
        handling.note(scene.town, OFFICE, matter, "镇里写的", DAY)
    path = sent(scene.town, "HC")
    assert max(msgspec.json.decode(line)["h"]["lamport"] for line in lines(path)) == 1 << 53
    taken(scene.station, path)
    an_issue(scene.station, "站里接着写")
    taken(scene.town, sent(scene.station, TOWN))
    assert titles(scene.town) >= {"先看看", "再看看", "站里接着写"}
    assert scene.town.check() == scene.station.check() == []


def test_levels_are_counted_from_the_line(scene: Scene) -> None:
    """As the format's page has it: a header stands one level down, a change two."""
    *before, last = lines(scene.path)
    for levels, fits in ((6, True), (7, False)):
        deep = msgspec.json.decode("[" * levels + "]" * levels)

        def header(said: Wild, deep: object = deep) -> None:
            said["new"] = deep

        bad = rewritten(last, key_of(scene.station), header=header)
        repacked(scene.path, scene.bad, [*before, bad])
        result = inbox.preview(scene.town, scene.bad) if fits else refusal(scene.town, scene.bad)
        assert fits or result == DAMAGED


def test_nothing_stands_after_a_members_frame(scene: Scene) -> None:
    (manifest, _, *rest) = members(scene.path)
    said = msgspec.json.decode(manifest[1])
    ((name, packed),) = rest
    empty = zstandard.ZstdCompressor().compress(b"")
    for more in (b"\0", b"junk", empty, packed, b"\x50\x2a\x4d\x18\x04\x00\x00\x00junk"):
        longer = packed + more
        noted = said["members"][0] | {"length": len(longer), "sha256": sha256(longer).hexdigest()}
        put(scene.path, scene.bad, said | {"members": [noted]}, [(name, longer)])
        assert refusal(scene.town, scene.bad) == DAMAGED
    put(scene.path, scene.bad, said, [(name, packed)])
    assert inbox.preview(scene.town, scene.bad).changes


@pytest.mark.parametrize("code", ["a/../../x", "a\\..\\x", "C:x", "..", "站" * 150, "x?*|", " "])
def test_no_code_of_a_site_leads_out_of_the_folder(tmp_path: Path, code: str) -> None:
    name = package.file_name("HC", code, "7")
    assert (tmp_path / name).parent == tmp_path
    (tmp_path / f"{name}.age.part").write_bytes(b"")
    assert re.fullmatch(r"HC-[^\\/:*?\"<>|]*-7\.lzb", name)
    assert package.file_name("440705001001", "HC-D1", "7-receipt-2") == "440705001001-HC-D1-7-receipt-2.lzb"


@pytest.mark.parametrize("body", [b"5", b"{}", b'{"t":5}', b'{"t":"site"}', b"[[1]]"])
def test_a_change_that_is_none_is_said_to_be_damage_where_a_deputys_desk_begins(
    scene: Scene, body: bytes
) -> None:
    """It is read there before anything of it is believed."""
    *before, last = lines(scene.path)
    odd = rewritten(last, key_of(scene.station), raw_change=lambda _: body)
    counted = len(before) + 1, 1, 0
    path = repacked(scene.path, scene.bad, [*before, odd], counted=counted)
    with pytest.raises(Damaged):
        founding.slip_of(path)
    assert refusal(scene.town, path) == DAMAGED
