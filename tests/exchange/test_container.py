"""A package's file is whole to the bit, or it is refused in a sentence and nothing is written."""

from __future__ import annotations

import io
import os
import random
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework.context import Desk
from station_desk.errors import UserError
from station_desk.exchange import container, inbox, package, writing
from tests.builders import an_issue
from tests.exchange.post import TOWN, a_station, a_town, enrolled, everything, members, refusal, sent, taken


@pytest.fixture
def small(tmp_path: Path) -> tuple[Desk, Path]:
    """A town that knows its station, and the station's next, small package."""
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    an_issue(station)
    return town, sent(station, TOWN)


def _refused(path: Path) -> bool:
    try:
        for _ in package.commits(package.open_package(path)):
            pass
    except UserError:
        return True
    return False


def test_a_package_is_a_zip_that_any_tool_opens(small: tuple[Desk, Path]) -> None:
    _, path = small
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        assert [info.filename for info in file.infolist()] == [
            "manifest.json", "manifest.json.minisig", "commits-0001.jsonl.zst",
        ]  # fmt: skip
        assert {info.compress_type for info in file.infolist()} == {zipfile.ZIP_STORED}
    assert path.name == "HC-HCZ-2.lzb"


def test_cut_at_every_length_it_is_refused(small: tuple[Desk, Path], tmp_path: Path) -> None:
    town, path = small
    data, cut = path.read_bytes(), tmp_path / "cut.lzb"
    before = everything(town)
    for length in range(len(data)):
        cut.write_bytes(data[:length])
        assert _refused(cut), length
    for length in range(0, len(data), 97):
        cut.write_bytes(data[:length])
        assert len(inbox.take_in(town, [cut]).refused) == 1
    assert everything(town) == before
    i18n.set_language(i18n.ENGLISH)
    assert refusal(town, cut).startswith("The file is damaged or incomplete. Copy it again")
    assert taken(town, path).applied == 1


def test_flipped_at_any_byte_it_is_refused(small: tuple[Desk, Path], tmp_path: Path) -> None:
    town, path = small
    data, flipped = path.read_bytes(), tmp_path / "flipped.lzb"
    chance = random.Random(7)
    before = everything(town)
    for at in range(len(data)):
        for bit in range(8) if at % 40 == 0 else [chance.randrange(8)]:
            broken = bytearray(data)
            broken[at] ^= 1 << bit
            flipped.write_bytes(broken)
            assert _refused(flipped), (at, bit)
    for at in chance.sample(range(len(data)), 60):
        broken = bytearray(data)
        broken[at] ^= 1 << chance.randrange(8)
        flipped.write_bytes(broken)
        assert len(inbox.take_in(town, [flipped]).refused) == 1
    assert everything(town) == before


def test_anything_before_after_or_between_is_refused(small: tuple[Desk, Path], tmp_path: Path) -> None:
    town, path = small
    data, bad = path.read_bytes(), tmp_path / "bad.lzb"
    middle = data.index(b"PK\x03\x04", 4)
    for broken in (
        data + b"\0", b"\0" + data, data + data, data[:middle] + b"\0" + data[middle:], b"", b"PK",
        os.urandom(500),
    ):  # fmt: skip
        bad.write_bytes(broken)
        refusal(town, bad)


def test_members_swapped_renamed_added_or_spliced_from_another_are_refused(
    small: tuple[Desk, Path], tmp_path: Path
) -> None:
    town, path = small
    manifest, signature, commits = members(path)
    other_station = a_station(tmp_path, "XH")
    other = members(sent(other_station, TOWN))
    cases: tuple[list[tuple[str, bytes]], ...] = (
        [commits, manifest],
        [manifest],
        [commits],
        [],
        [manifest, signature, ("commits-0002.jsonl.zst", commits[1])],
        [manifest, signature, ("blobs/" + "0" * 64, commits[1])],
        [manifest, signature, commits, ("commits-0002.jsonl.zst", commits[1])],
        [manifest, signature, commits, ("blobs/" + "0" * 64, b"x")],
        [manifest, signature, commits, ("../evil.txt", b"x")],
        [manifest, signature, commits, ("evil.exe", b"x")],
        [manifest, signature, commits, commits],
        [signature, manifest, commits],
        [manifest, commits, signature],
        [manifest, commits],
        [manifest, other[1], commits],
        [manifest, signature, other[2]],
        [other[0], other[1], commits],
        [manifest, signature, (commits[0], b"")],
        [manifest, signature, (commits[0], commits[1] + commits[1])],
        [("manifest.json", b"[" * 100_000), signature, commits],
        [("manifest.json", b"{}"), signature, commits],
        [("manifest.json", b"\xff\xfe"), signature, commits],
        [("manifest.json", manifest[1].replace(b'"n":2', b'"n":2.0')), signature, commits],
        [("manifest.json", manifest[1].replace(b'"n":2', b'"n":2,"n":2')), signature, commits],
        [("manifest.json", b" " + manifest[1]), signature, commits],
    )
    for place, case in enumerate(cases):
        bad = tmp_path / f"bad-{place}.lzb"
        container.write(bad, case)
        refusal(town, bad)


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_packed_again_by_another_program_it_is_refused(
    small: tuple[Desk, Path], tmp_path: Path, compression: int
) -> None:
    town, path = small
    bad = tmp_path / "again.lzb"
    with zipfile.ZipFile(bad, "w", compression) as file:
        for name, data in members(path):
            file.writestr(name, data)
    refusal(town, bad)


def test_zip64_is_refused(small: tuple[Desk, Path], tmp_path: Path) -> None:
    town, path = small
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, data in members(path):
            with file.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member:
                member.write(data)
    bad = tmp_path / "zip64.lzb"
    bad.write_bytes(made.getvalue())
    refusal(town, bad)


def test_a_file_that_lies_about_its_sizes_is_not_read_into_memory(
    small: tuple[Desk, Path], tmp_path: Path
) -> None:
    town, _ = small
    bad = tmp_path / "huge.lzb"
    size = 900 << 20
    with bad.open("wb") as file:
        file.truncate(size)  # a sparse file: nothing but its last bytes is on the disk
        file.seek(size - 22)
        file.write(struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, size - 22, 0, 0))
    tracemalloc.start()
    refusal(town, bad)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 << 20
    with bad.open("wb") as file:
        file.truncate(container.MAX_FILE + 1)
    i18n.set_language(i18n.ENGLISH)
    assert "larger than 2 GB" in refusal(town, bad)


def test_a_package_never_replaces_what_another_desk_put_there_while_it_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    i18n.set_language(i18n.ENGLISH)
    target, read_back = tmp_path / "HC-HCZ-1.lzb", writing._checksum

    def meanwhile(path: Path) -> int:
        target.write_bytes(b"of the copied desk")
        return read_back(path)

    monkeypatch.setattr(writing, "_checksum", meanwhile)
    with pytest.raises(UserError, match=r"HC-HCZ-1\.lzb exists already"):
        container.write(target, [("manifest.json", b"{}")])
    assert target.read_bytes() == b"of the copied desk"
    assert [found.name for found in tmp_path.iterdir()] == [target.name]


def test_a_package_never_replaces_a_file_and_leaves_no_halves(tmp_path: Path) -> None:
    i18n.set_language(i18n.ENGLISH)
    target = tmp_path / "a.lzb"
    target.write_bytes(b"somebody's")
    with pytest.raises(UserError, match=r"a\.lzb exists already"):
        container.write(target, [("manifest.json", b"{}")])
    assert target.read_bytes() == b"somebody's"
    (tmp_path / "b.lzb.part").mkdir()
    with pytest.raises(UserError, match=r"b\.lzb cannot be written there"):
        container.write(tmp_path / "b.lzb", [("manifest.json", b"{}")])
    assert not (tmp_path / "b.lzb").exists()
