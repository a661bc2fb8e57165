"""What a computer remembers of a desk: one copied or put back goes on as a new installation, others not."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest

from station_desk import i18n, paths
from station_desk.casework import backups
from station_desk.casework.context import Desk
from station_desk.domain.records import DeskKey
from station_desk.errors import UserError
from station_desk.store import incarnation, witness
from tests.builders import a_clerk, a_desk, a_unit, an_issue


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.set_language(i18n.ENGLISH)


def reopened(desk: Desk) -> Desk:
    desk.close()
    return Desk.open(desk.path)


def replicas(desk: Desk) -> list[tuple[str, int]]:
    """Who wrote in this desk, in the order they began, with how many entries each."""
    with desk.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT hex(replica), count(*) FROM cmt GROUP BY replica ORDER BY min(n)"
        ).all()
    return [(row[0].lower(), row[1]) for row in rows]


def certificates(desk: Desk) -> list[DeskKey]:
    with desk.reading() as connection:
        rows = connection.exec_driver_sql('SELECT site, replica, "key", "after", proof FROM desk').all()
    return [DeskKey(site=r[0], replica=r[1], key=r[2], after=r[3], proof=r[4]) for r in rows]


def copied(desk: Desk, to: Path) -> Path:
    """The desk's file copied by hand, as somebody does in a file manager."""
    desk.close()
    shutil.copyfile(desk.path, to)
    return to


def test_a_desk_that_stays_where_it_is_stays_who_it_is(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    was = desk.identity.replica
    for name in ("甲", "乙", "丙"):
        desk = reopened(desk)
        assert desk.notices() == []
        a_unit(desk, name)
    assert desk.identity.replica == was
    assert replicas(desk) == [(was.hex(), 4)]


def test_a_restored_desk_goes_on_as_another_before_it_writes_and_says_so_once(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    a_unit(desk, "甲")
    kept = copied(desk, tmp_path / "kept")
    desk = reopened(desk)
    was = desk.identity.replica
    a_unit(desk, "乙")
    desk.close()
    shutil.copyfile(kept, desk.path)
    desk = Desk.open(desk.path)
    assert desk.identity.replica == was, "reading it changes nothing"
    assert "restored from a backup" in desk.notices()[0]
    a_unit(desk, "丙")
    now = desk.identity.replica
    assert replicas(desk) == [(was.hex(), 2), (now.hex(), 2)]
    assert ["restored" in said for said in desk.notices()] == [True, False], "once, and how it numbers"
    desk.said()
    assert desk.notices() == []
    desk = reopened(desk)
    assert (desk.identity.replica, desk.notices()) == (now, [])
    a_unit(desk, "丁")
    assert replicas(desk) == [(was.hex(), 2), (now.hex(), 3)]
    assert desk.check() == []


def test_the_one_it_follows_vouches_for_the_new_one(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    key = desk.public_key()
    copy = Desk.open(copied(desk, tmp_path / "copy.desk"))
    a_unit(copy)
    first, second = sorted(certificates(copy), key=lambda found: found.after or "")
    assert (first.after, first.proof) == (None, None)
    assert second.after == desk.identity.replica.hex() == first.replica
    assert second.replica == copy.identity.replica.hex()
    assert second.key == copy.public_key().hex()
    assert incarnation.vouched(key, second)
    assert not incarnation.vouched(copy.public_key(), second), "nobody vouches for themselves"
    assert not incarnation.vouched(key, replace(second, proof="no hex"))


def test_a_backup_put_back_by_the_program_goes_on_as_another(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    an_issue(desk)
    (tmp_path / "usb").mkdir()
    made = desk.backup(tmp_path / "usb")
    desk.close()
    desk.path.unlink()
    again = Desk.open(backups.restore(made, tmp_path / "again.desk"))
    assert "restored from a backup" in again.notices()[0]
    a_unit(again)
    assert again.identity.replica != desk.identity.replica
    assert again.check() == []


def test_a_desk_copied_beside_itself_is_two(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    was = desk.identity.replica
    copy = Desk.open(copied(desk, tmp_path / "copy.desk"))
    assert "copied or moved" in copy.notices()[0]
    a_unit(copy)
    original = Desk.open(desk.path)
    a_unit(original)
    assert original.notices() == []
    assert (original.identity.replica, copy.identity.replica == was) == (was, False)


def test_a_desk_moved_to_another_folder_is_still_the_same(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    was = desk.identity.replica
    desk.close()
    there = tmp_path / "moved.desk"
    desk.path.rename(there)
    # Another desk takes its place under the old name; that makes no copy of the moved one.
    a_desk(tmp_path).close()
    for _ in range(2):
        moved = Desk.open(there)
        assert moved.notices() == []
        a_unit(moved)
        moved.close()
    assert moved.identity.replica == was


def test_a_desk_on_another_computer_goes_on_as_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = a_desk(tmp_path)
    was = desk.identity.replica
    desk.close()
    # The whole disk was copied, the witness too; the other computer has a name of its own.
    monkeypatch.setattr("platform.node", lambda: "HC-PC-2")
    there = Desk.open(desk.path)
    assert "copied or moved" in there.notices()[0]
    a_unit(there)
    assert there.identity.replica != was
    there = reopened(there)
    assert there.notices() != [], "until somebody has read it"
    there.said()
    assert there.notices() == []


def test_a_desk_brought_without_its_witness_goes_on_as_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = a_desk(tmp_path)
    was = desk.identity.replica
    desk.close()
    monkeypatch.setenv("STATION_DESK_HOME", str(tmp_path / "other"))
    there = Desk.open(desk.path)
    a_unit(there)
    assert there.identity.replica != was


def test_a_program_killed_before_it_noted_its_last_saves_is_no_restored_desk(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    for name in ("甲", "乙", "丙"):
        a_unit(desk, name)
    again = Desk.open(desk.path)  # the first was never closed
    assert again.notices() == []
    a_unit(again, "丁")
    assert again.identity.replica == desk.identity.replica


def test_before_anything_leaves_the_desk_its_witness_is_up_to_date(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    for name in ("甲", "乙", "丙"):
        a_unit(desk, name)
    desk.settle()
    noted = witness.Memory().recall(desk.identity.replica)
    assert noted is not None
    assert (noted.seq, noted.place) == (4, desk.path)


def test_two_programs_at_one_restored_desk_agree_who_it_is_now(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    kept = copied(desk, tmp_path / "kept")
    desk = reopened(desk)
    a_unit(desk, "甲")
    desk.close()
    shutil.copyfile(kept, desk.path)
    window, line = Desk.open(desk.path), Desk.open(desk.path)
    a_unit(window, "乙")
    a_unit(line, "丙")
    a_unit(window, "丁")
    assert window.identity.replica == line.identity.replica
    assert window.public_key() == line.public_key()
    assert [count for _, count in replicas(window)] == [1, 4]
    assert window.check() == []


def test_work_that_fails_mints_nothing(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    copy = Desk.open(copied(desk, tmp_path / "copy.desk"))
    with pytest.raises(UserError, match="of no use"), copy.writing(a_clerk(), "save_unit"):
        raise UserError("of no use")
    assert len(replicas(copy)) == 1
    a_unit(copy)
    assert len(replicas(copy)) == 2


def test_a_damaged_witness_makes_one_careful_and_stops_nothing(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    was = desk.identity.replica
    desk.close()
    for file in paths.state().glob("*.json"):
        file.write_bytes(b"")
    again = Desk.open(desk.path)
    a_unit(again)
    assert again.identity.replica != was


def test_where_nothing_can_be_remembered_the_desk_works_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    desk = a_desk(tmp_path)
    desk.close()
    monkeypatch.setattr("station_desk.paths.state", lambda: blocked)
    again = Desk.open(desk.path)
    a_unit(again)
    assert again.identity.replica == desk.identity.replica


def test_the_fingerprint_names_neither_computer_nor_its_number(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    here = witness.fingerprint(tmp_path / "a")
    assert here == witness.fingerprint(tmp_path / "a")
    assert here != witness.fingerprint(tmp_path / "b"), "salted: two programs cannot compare"
    assert len(here) == 64


def test_noting_it_costs_a_save_next_to_nothing(tmp_path: Path) -> None:
    memory = witness.Memory()
    memory.note(bytes(16), 1, bytes(32), tmp_path, lasting=False)
    began = time.perf_counter()
    for _ in range(1_000):
        memory.due()
    assert time.perf_counter() - began < 0.1
    assert not memory.due()
