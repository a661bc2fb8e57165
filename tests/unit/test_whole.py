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
