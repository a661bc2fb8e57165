"""The day's backup: once a day, fourteen kept, and a full desk made from one again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from station_desk.casework import backups, browse
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.errors import UserError
from tests.builders import a_desk, an_issue


def test_one_backup_a_day_and_the_newest_fourteen_kept(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    root = tmp_path / "backups"
    today = date.today()
    made = backups.daily(desk, root, today)
    assert made is not None
    assert backups.daily(desk, root, today) is None, "this day has its copy"
    folder = backups.folder_of(desk, root)
    made.unlink()
    for day in range(1, 21):
        (folder / f"{desk.path.stem}-202401{day:02d}-080000.desk").write_bytes(b"old")
    newest = backups.daily(desk, root, today)
    kept = sorted(file.name for file in folder.iterdir())
    assert len(kept) == backups.KEPT
    assert newest is not None
    assert kept[-1] == newest.name
    assert kept[0].endswith("-20240108-080000.desk"), "the oldest go first"
    desk.close()


def test_a_backup_restored_holds_what_the_desk_held(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    issue = an_issue(desk)
    made = backups.daily(desk, tmp_path / "backups", date.today())
    desk.close()
    assert made is not None
    again = Desk.open(backups.restore(made, tmp_path / "again.desk"))
    assert [row.id for row in browse.page(again, MatterFilter())] == [issue]
    assert again.check() == []
    again.close()


@pytest.mark.parametrize("content", [b"", b"no desk at all" * 500])
def test_what_is_no_backup_is_refused_and_leaves_nothing(tmp_path: Path, content: bytes) -> None:
    source = tmp_path / "wrong.desk"
    source.write_bytes(content)
    with pytest.raises(UserError):
        backups.restore(source, tmp_path / "new.desk")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["wrong.desk"]


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    root = tmp_path / "a file"
    root.write_text("in the way")
    with pytest.raises(UserError, match="a file"):
        backups.daily(desk, root, date.today())
    desk.close()
