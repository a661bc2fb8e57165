"""A package is laid out as the page says: commits in their order, then files; a receipt alone has neither."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
import zstandard

from station_desk.casework import attachments
from station_desk.casework.context import Desk
from station_desk.exchange import confirming
from tests.builders import a_clerk, an_issue
from tests.exchange.golden_scene import LETTER
from tests.exchange.post import (
    DAMAGED,
    TOWN,
    Scene,
    Wild,
    a_scene,
    lines,
    members,
    put,
    refusal,
    repacked,
    taken,
)

FIRST, SECOND, THIRD = (f"commits-000{place}.jsonl.zst" for place in (1, 2, 3))

Part = tuple[str, bytes, int]
"""A member: its name, its bytes as they lie in the file, and how many they are unpacked."""


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    letter = tmp_path / "来函.pdf"
    letter.write_bytes(LETTER)

    def work(station: Desk) -> None:
        attachments.add(station, a_clerk(), an_issue(station), letter)

    return a_scene(tmp_path, work)


def packed(name: str, *told: bytes) -> Part:
    """A member of these lines."""
    text = b"".join(line + b"\n" for line in told)
    return name, zstandard.ZstdCompressor(write_checksum=True).compress(text), len(text)


def letter() -> Part:
    return f"blobs/{sha256(LETTER).hexdigest()}", LETTER, len(LETTER)


def laid_out(scene: Scene, parts: Sequence[Part], **said: object) -> Path:
    """The package with these members instead of its own, its manifest and signature made to fit."""
    manifest: Wild = msgspec.json.decode(members(scene.path)[0][1])
    manifest["members"] = [
        {"name": name, "length": len(data), "unpacked": size, "sha256": sha256(data).hexdigest()}
        for name, data, size in parts
    ]
    return put(scene.path, scene.bad, manifest | said, [(name, data) for name, data, _ in parts])


def test_commits_in_several_members_and_then_the_files_are_taken(scene: Scene) -> None:
    one, two = lines(scene.path)
    laid_out(scene, [packed(FIRST, one), packed(SECOND, two), letter()])
    assert taken(scene.town, scene.bad).applied == 1


def test_a_file_before_the_commits_is_refused(scene: Scene) -> None:
    one, two = lines(scene.path)
    for parts in (
        [letter(), packed(FIRST, one, two)],
        [packed(FIRST, one), letter(), packed(SECOND, two)],
    ):
        laid_out(scene, parts)
        assert refusal(scene.town, scene.bad) == DAMAGED


def test_commits_that_are_not_numbered_from_one_without_a_hole_are_refused(scene: Scene) -> None:
    one, two = lines(scene.path)
    for names in ((SECOND, FIRST), (FIRST, THIRD), (SECOND, THIRD), ("commits-0000.jsonl.zst", FIRST)):
        laid_out(scene, [packed(names[0], one), packed(names[1], two), letter()])
        assert refusal(scene.town, scene.bad) == DAMAGED, names


def test_commits_that_hold_none_or_break_off_are_refused(scene: Scene) -> None:
    one, two = lines(scene.path)
    _, whole, size = packed(FIRST, one, two)
    cut = zstandard.ZstdCompressor().compress(one + b"\n" + two)
    for parts in (
        [packed(FIRST), packed(SECOND, one, two)],
        [packed(FIRST, one, two), packed(SECOND)],
        [(FIRST, whole, size), (SECOND, b"", 0)],
        [packed(FIRST, one, b"", two)],
        [packed(FIRST, one, two, b"")],
        [(FIRST, cut, size - 1)],
    ):
        laid_out(scene, [*parts, letter()])
        assert refusal(scene.town, scene.bad) == DAMAGED


def test_an_entry_twice_is_refused(scene: Scene) -> None:
    one, two = lines(scene.path)
    for told in ([one, one, two], [one, two, one], [one, two, two]):
        repacked(scene.path, scene.bad, told)
        assert refusal(scene.town, scene.bad) == DAMAGED


def test_a_receipt_alone_that_brings_something_is_refused(scene: Scene) -> None:
    repacked(scene.path, scene.bad, lines(scene.path), manifest={"word": {"alone": 1}})
    assert refusal(scene.town, scene.bad) == DAMAGED
    laid_out(scene, [letter()], word={"alone": 1}, commits=0, changes=0, withheld=0)
    assert refusal(scene.town, scene.bad) == DAMAGED
    tray = scene.path.parent
    assert taken(scene.town, confirming.write(scene.station, TOWN, tray)).changes == 0


@pytest.mark.parametrize("stream", ["", "HC", "HC>", "HCZ>HC", "XH>HCZ", "HC>XHQ", "HC > HCZ"])
def test_a_stream_that_is_not_from_the_sender_to_the_recipient_is_refused(scene: Scene, stream: str) -> None:
    repacked(scene.path, scene.bad, lines(scene.path), manifest={"stream": stream})
    assert refusal(scene.town, scene.bad) == DAMAGED


def test_a_stream_to_one_of_several_recipients_is_taken(scene: Scene) -> None:
    repacked(scene.path, scene.bad, lines(scene.path), manifest={"recipients": ["XHQ", TOWN]})
    assert taken(scene.town, scene.bad).applied == 1
