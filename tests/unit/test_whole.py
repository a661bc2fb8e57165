"""Files that are there whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_desk.whole import whole


def test_a_name_is_never_seen_half_written(tmp_path: Path) -> None:
    target = tmp_path / "清单.pdf"
    with whole(target) as file:
        file.write(b"one")
        assert not target.exists()
    assert target.read_bytes() == b"one"
    with whole(target, synced=False) as file:
        file.write(b"two")
        file.flush()
        assert target.read_bytes() == b"one"
    assert target.read_bytes() == b"two"
    assert [found.name for found in tmp_path.iterdir()] == ["清单.pdf"]


def interrupted(target: Path, wrong: type[BaseException]) -> None:
    with whole(target) as file:
        file.write(b"half")
        raise wrong


@pytest.mark.parametrize("wrong", [ValueError, OSError, KeyboardInterrupt])
def test_after_an_error_the_earlier_file_stays_and_nothing_is_left(
    tmp_path: Path, wrong: type[BaseException]
) -> None:
    target = tmp_path / "清单.pdf"
    target.write_bytes(b"before")
    with pytest.raises(wrong):
        interrupted(target, wrong)
    assert target.read_bytes() == b"before"
    assert [found.name for found in tmp_path.iterdir()] == ["清单.pdf"]


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), whole(tmp_path / "away" / "清单.pdf"):
        raise AssertionError("nothing to write to")


def test_a_name_that_cannot_be_taken_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "清单.pdf").mkdir()
    with pytest.raises(OSError), whole(tmp_path / "清单.pdf") as file:  # noqa: PT011  differs between systems
        file.write(b"all of it")
    assert [found.name for found in tmp_path.iterdir()] == ["清单.pdf"]


def linkless(*_: object) -> None:
    raise PermissionError("a FAT stick knows no second name")


def overtaken(target: Path) -> None:
    with whole(target, over=False) as file:
        file.write(b"ours")
        target.write_bytes(b"theirs")


@pytest.mark.parametrize("links", [True, False])
def test_a_name_that_was_taken_meanwhile_stays_with_whoever_took_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.setattr("os.link", linkless)
    target = tmp_path / "HC-HCZ-1.lzb"
    with whole(target, over=False) as file:
        file.write(b"ours")
    assert target.read_bytes() == b"ours"
    other = tmp_path / "HC-HCZ-2.lzb"
    with pytest.raises(FileExistsError):
        overtaken(other)
    assert other.read_bytes() == b"theirs"
    assert sorted(found.name for found in tmp_path.iterdir()) == [target.name, other.name]


def test_without_second_names_a_failed_taking_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.link", linkless)
    monkeypatch.setattr("os.replace", linkless)
    with pytest.raises(PermissionError), whole(tmp_path / "HC-HCZ-1.lzb", over=False) as file:
        file.write(b"ours")
    assert list(tmp_path.iterdir()) == []


def test_what_a_crash_left_is_not_written_into(tmp_path: Path) -> None:
    """It may be a second name of the very file that was written then."""
    target = tmp_path / "清单.pdf"
    with whole(target) as file:
        file.write(b"one")
    (tmp_path / "清单.pdf.part").hardlink_to(target)
    with whole(target) as file:
        file.write(b"two, half")
        file.flush()
        assert target.read_bytes() == b"one"
    assert target.read_bytes() == b"two, half"
