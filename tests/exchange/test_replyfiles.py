"""Files that come back as reply sheets: broken ones are refused in words, LibreOffice's come in."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.errors import UserError
from station_desk.exchange import replycells, replysheets
from tests.builders import (
    a_desk,
    commits,
)  # fmt: skip
from tests.exchange.unit_clerk import (
    ANSWER,
    GOLDEN,
    TODAY,
    a_charge,
    filled,
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path)


# --- files that are none ----------------------------------------------------------------------------------


def broken(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def packed(folder: Path, body: bytes) -> Path:
    path = folder / "packed.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("word/document.xml", body)
    return path


def scratched(folder: Path, suffix: str) -> Path:
    """A sheet off a bad stick: one byte in the names of its parts is wrong."""
    raw = (GOLDEN / f"reply_libreoffice{suffix}").read_bytes()
    at = raw.rindex(b"docProps/core.xml")
    return broken(folder, f"scratched{suffix}", raw[: at + 4] + b"\x86" + raw[at + 5 :])


_LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w>&b;</w>'


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: broken(folder, "empty.docx", b""),
        lambda folder: broken(folder, "cut.docx", b"PK\x03\x04 cut"),
        lambda folder: broken(folder, "cut.xlsx", b"PK\x03\x04 cut"),
        lambda folder: broken(folder, "old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)),
        lambda folder: broken(folder, "picture.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(500)),
        lambda folder: packed(folder, b"<w" + b">" * 5),
        lambda folder: packed(folder, _LAUGHS),
        lambda folder: packed(folder, b" " * (40 * 1024**2)),
        lambda folder: packed(folder, b"<w><p/></w>"),
        lambda folder: scratched(folder, ".docx"),
        lambda folder: scratched(folder, ".xlsx"),
        lambda folder: folder / "gone.docx",
    ],
    ids=[
        "empty",
        "cut docx",
        "cut xlsx",
        "old Word",
        "picture",
        "no xml",
        "entities",
        "bomb",
        "no sheet",
        "scratched docx",
        "scratched xlsx",
        "gone",
    ],
)
def test_a_file_that_is_no_sheet_is_refused_in_words(
    desk: Desk, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    before = commits(desk)
    with pytest.raises(UserError) as refused:
        replysheets.propose(desk, make(tmp_path), TODAY)
    assert str(refused.value)
    assert commits(desk) == before


def test_a_ledger_is_not_taken_for_a_reply_sheet(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.csv"
    ledger.write_text("编号,标题,承办单位\n1,浸水,区市政管理所\n", encoding="utf-8")
    assert not replysheets.is_reply_sheet(ledger)


# --- LibreOffice --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_a_sheet_that_libreoffice_saved_comes_back_in(desk: Desk, suffix: str) -> None:
    golden = GOLDEN / f"reply_libreoffice{suffix}"
    charge = a_charge(desk)
    _give_its_id(desk, charge.assignment, golden)
    found = replysheets.propose(desk, golden, TODAY)
    assert (found.charge.unit, found.problems, found.unusual) == ("区市政管理所", (), ())
    assert (found.filled.dated, found.filled.reply_class) == (date(2026, 6, 3), "B")
    assert found.filled.text == ANSWER
    assert found.filled.promises[0].by == date(2026, 10, 31)


def _give_its_id(desk: Desk, assignment: RecordId, golden: Path) -> None:
    """The golden file was made for a hand-over of a desk long gone: let ours be that one."""
    meant = bytes.fromhex(replycells.read_sheet(golden).keywords.split()[-1])
    with desk.transaction() as connection:
        connection.exec_driver_sql("UPDATE assignment SET id = ? WHERE id = ?", (meant, assignment))
        connection.exec_driver_sql("UPDATE step SET assignment = ? WHERE assignment = ?", (meant, assignment))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
@pytest.mark.parametrize(("suffix", "through"), [(".xlsx", "ods"), (".docx", "odt")])
def test_a_sheet_goes_through_libreoffice_and_comes_back_the_same(
    desk: Desk, tmp_path: Path, suffix: str, through: str
) -> None:
    charge = a_charge(desk)
    sheet = filled(tmp_path, charge, suffix=suffix)
    straight = replysheets.propose(desk, sheet, TODAY)
    back = sheet
    for form in (through, suffix[1:]):
        folder = tmp_path / form
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
             "--convert-to", form, "--outdir", str(folder), str(back)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        back = folder / f"sheet.{form}"
    found = replysheets.propose(desk, back, TODAY)
    assert found.filled == straight.filled
    assert (found.charge, found.problems) == (straight.charge, ())
