"""Files that belong to a matter: kept by content beside the desk, copied out, backed up, never lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from station_desk.casework import absent, attachments, backups, history
from station_desk.casework.context import Actor, Desk
from station_desk.domain.vocabulary import Role
from station_desk.errors import UserError
from station_desk.store.files import Files, path_beside
from tests.builders import a_clerk, a_desk, an_issue, commits

LETTER = b"%PDF-1.7\n" + "关于整治江会路内涝的复函".encode() * 200_000


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path)


def a_file(folder: Path, name: str = "复函.pdf", content: bytes = LETTER) -> Path:
    made = folder / name
    made.write_bytes(content)
    return made


def test_a_letter_is_attached_listed_and_saved_out_byte_for_byte(desk: Desk, tmp_path: Path) -> None:
    issue = an_issue(desk)
    attachments.add(desk, a_clerk(), issue, a_file(tmp_path))
    [row] = attachments.listed(desk, issue)
    assert (row.name, row.size, row.media, row.here) == ("复函.pdf", len(LETTER), "application/pdf", True)
    assert row.added_by == "李敏"
    out = attachments.save_copy(desk, row.id, tmp_path / "again.pdf")
    assert out.read_bytes() == LETTER


def test_the_same_file_twice_is_kept_once_and_attached_once(desk: Desk, tmp_path: Path) -> None:
    issue, other = an_issue(desk), an_issue(desk, "路灯不亮")
    file = a_file(tmp_path)
    attachments.add(desk, a_clerk(), issue, file)
    before = commits(desk), path_beside(desk.path).stat().st_size
    attachments.add(desk, a_clerk(), issue, a_file(tmp_path, "copy.pdf"))
    assert (commits(desk), path_beside(desk.path).stat().st_size) == before
    attachments.add(desk, a_clerk(), other, file)
    assert len(attachments.listed(desk, other)) == 1


def test_a_file_taken_off_is_gone_from_the_list_and_undo_brings_it_back(desk: Desk, tmp_path: Path) -> None:
    issue = an_issue(desk)
    attachments.add(desk, a_clerk(), issue, a_file(tmp_path))
    [row] = attachments.listed(desk, issue)
    with pytest.raises(UserError):
        attachments.remove(desk, a_clerk(), row.id, " ")
    attachments.remove(desk, a_clerk(), row.id, "放错了")
    assert attachments.listed(desk, issue) == ()
    with pytest.raises(UserError):
        attachments.save_copy(desk, row.id, tmp_path / "out.pdf")
    history.undo(desk, a_clerk())
    assert [again.id for again in attachments.listed(desk, issue)] == [row.id]


def test_a_file_whose_bytes_have_not_come_yet_says_so(desk: Desk, tmp_path: Path) -> None:
    issue = an_issue(desk)
    attachments.add(desk, a_clerk(), issue, a_file(tmp_path))
    path_beside(desk.path).unlink()
    [row] = attachments.listed(desk, issue)
    assert not row.here
    with pytest.raises(UserError):
        attachments.save_copy(desk, row.id, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()


def test_what_has_not_arrived_is_named_with_its_matter(desk: Desk, tmp_path: Path) -> None:
    issue = an_issue(desk)
    attachments.add(desk, a_clerk(), issue, a_file(tmp_path))
    assert absent.files(desk) == []
    path_beside(desk.path).unlink()
    [missing] = absent.files(desk)
    assert (missing.matter, missing.name) == (issue, "复函.pdf")
    assert missing.number in missing.words()
    assert desk.check() == [], "a file still on its way is no fault"


def test_bytes_that_do_not_fit_their_name_are_never_handed_out(desk: Desk, tmp_path: Path) -> None:
    issue = an_issue(desk)
    attachments.add(desk, a_clerk(), issue, a_file(tmp_path))
    [row] = attachments.listed(desk, issue)
    with Files(path_beside(desk.path)) as files, files._writing() as connection:
        connection.exec_driver_sql("UPDATE piece SET body = x'00' WHERE at = 1")
    with pytest.raises(UserError):
        attachments.save_copy(desk, row.id, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize(
    ("name", "content"), [("empty.pdf", b""), ("setup.pdf", b"MZ\x90\x00"), ("gone.pdf", None)]
)
def test_an_empty_file_a_program_and_one_that_is_gone_are_refused(
    desk: Desk, tmp_path: Path, name: str, content: bytes | None
) -> None:
    issue = an_issue(desk)
    before = commits(desk)
    file = tmp_path / name if content is None else a_file(tmp_path, name, content)
    with pytest.raises(UserError):
        attachments.add(desk, a_clerk(), issue, file)
    assert commits(desk) == before


def test_a_film_is_too_large_and_leaves_nothing_behind(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST", 1024**2)
    with pytest.raises(UserError):
        attachments.add(desk, a_clerk(), an_issue(desk), a_file(tmp_path))
    with Files(path_beside(desk.path)) as files, files._reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM piece").scalar() == 0


@pytest.mark.parametrize(
    ("head", "media"),
    [
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"PK\x03\x04 ... word/document.xml", attachments._OFFICE[0][1]),
        (b"PK\x03\x04 other", "application/zip"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        ("会议纪要".encode(), "text/plain"),
        (b"\x01\x00\x02", "application/octet-stream"),
    ],
)
def test_the_type_is_told_by_content_not_by_name(head: bytes, media: str) -> None:
    assert attachments.media_of(head) == media


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../复函.pdf", "复函.pdf"),
        ("复函\u202efdp.exe", "复函 fdp.exe"),
        ("con.pdf", "_con.pdf"),
        ("长" * 300 + ".pdf", "长" * 116 + ".pdf"),
        (" . ", "未命名文件"),
        ("批\u2028复\u061c\x85.txt", "批 复 .txt"),
        ("CONIN$", "_CONIN$"),
        ("x" * 119 + " y", "x" * 119),
    ],
)
def test_a_name_is_one_that_every_computer_can_save(name: str, clean: str) -> None:
    assert attachments.clean_name(name).removeprefix(".. ") == clean


def test_a_desk_restored_from_its_backup_has_its_files_again(desk: Desk, tmp_path: Path) -> None:
    issue = an_issue(desk)
    attachments.add(desk, a_clerk(), issue, a_file(tmp_path))
    made = backups.daily(desk, tmp_path / "backups", date.today())
    attachments.add(desk, a_clerk(), issue, a_file(tmp_path, "二.pdf", LETTER + b"2"))
    assert made is not None
    desk.backup(made.parent)
    assert len(list(made.parent.glob("*.files"))) == 1, "one store for all copies"
    desk.close()
    again = Desk.open(backups.restore(made, tmp_path / "again.desk"))
    [row] = attachments.listed(again, issue)
    assert attachments.save_copy(again, row.id, tmp_path / "out.pdf").read_bytes() == LETTER
    again.close()


def test_a_viewer_looks_and_saves_but_attaches_nothing(desk: Desk, tmp_path: Path) -> None:
    issue = an_issue(desk)
    attachments.add(desk, a_clerk(), issue, a_file(tmp_path))
    [row] = attachments.listed(desk, issue)
    viewer, before = Actor("审计员", Role.VIEWER), commits(desk)
    with pytest.raises(UserError):
        attachments.add(desk, viewer, issue, a_file(tmp_path, "二.pdf", b"%PDF-2"))
    with pytest.raises(UserError):
        attachments.remove(desk, viewer, row.id, "看看")
    assert commits(desk) == before
    assert attachments.save_copy(desk, row.id, tmp_path / "out.pdf").read_bytes() == LETTER
