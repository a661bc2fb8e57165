"""A clerk brings a file: it opens as rows, or a sentence says why not."""

from __future__ import annotations

import csv
import struct
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import Font

from station_desk import i18n
from station_desk.errors import UserError
from station_desk.exchange import cells, sheetguard, sheetin

HEADER = ["编号", "反映人", "标题", "日期"]
LINE = ["A-1", "陈伯", "路灯不亮", "2019/1/6 9:32:09"]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.set_language(i18n.ENGLISH)


def a_book(path: Path, *rows: Sequence[object]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def a_csv(path: Path, encoding: str, delimiter: str = ",") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([HEADER, LINE])
    return path


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        sheetin.open_book(path)
    return str(caught.value)


def rewritten(source: Path, target: Path, **changed: bytes) -> Path:
    """A copy of a zip with some members' content exchanged (`sheet1` names the first sheet)."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(member.filename, changed.get(Path(member.filename).stem, old.read(member)))
    return target


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [
        ("utf-8", ","),
        ("utf-8-sig", ","),
        ("gbk", ","),
        ("gb18030", ";"),
        ("utf-16", "\t"),
        ("utf-16-le", ","),
        ("utf-16-be", "\t"),
    ],
)
def test_a_csv_reads_the_same_in_every_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    (sheet,) = sheetin.open_book(a_csv(tmp_path / "ledger.csv", encoding, delimiter)).sheets
    assert sheet.rows == [tuple(HEADER), tuple(LINE)]


def test_rows_keep_the_line_that_excel_shows(tmp_path: Path) -> None:
    path = a_book(tmp_path / "gaps.xlsx", [], [], HEADER, [], LINE)
    (sheet,) = sheetin.open_book(path).sheets
    assert [index + 1 for index, row in enumerate(sheet.rows) if any(row)] == [3, 5]
    assert len({len(row) for row in sheet.rows}) == 1


def test_padding_below_and_beside_the_ledger_is_cut_off(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([*HEADER, "", "  "])
    sheet.append(LINE)
    for line in range(3, 3000):
        sheet.cell(line, 1, "\u3000 ")
        sheet.cell(line, 30).font = Font(bold=True)
    book.save(tmp_path / "padded.xlsx")
    (read,) = sheetin.open_book(tmp_path / "padded.xlsx").sheets
    assert read.rows == [tuple(HEADER), tuple(LINE)]


def test_a_visitor_merged_over_three_matters_stands_in_each_of_them(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADER, LINE, ["A-2", None, "积水"], ["A-3", None, "噪音"], [None, None, None]):
        sheet.append(row)
    sheet.merge_cells("B2:B5")
    book.save(tmp_path / "merged.xlsx")
    (read,) = sheetin.open_book(tmp_path / "merged.xlsx").sheets
    assert [row[1] for row in read.rows] == ["反映人", "陈伯", "陈伯", "陈伯"]


def test_every_sheet_is_read_and_hidden_and_empty_ones_are_told_apart(tmp_path: Path) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "空"
    for name in ("台账", "选项"):
        book.create_sheet(name).append(["x"])
    book["选项"].sheet_state = "hidden"
    book.save(tmp_path / "three.xlsx")
    sheets = sheetin.open_book(tmp_path / "three.xlsx").sheets
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("台账", False), ("选项", True)]


def test_a_table_of_tabs_named_xls_opens(tmp_path: Path) -> None:
    (sheet,) = sheetin.open_book(a_csv(tmp_path / "export.xls", "gbk", "\t")).sheets
    assert sheet.rows[1] == tuple(LINE)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("letter.xls", OLE + "WordDocument\0".encode("utf-16-le") * 40, "is not a spreadsheet"),
        ("locked.xlsx", OLE + "EncryptedPackage\0".encode("utf-16-le") * 40, "protected by a password"),
        ("cut.xls", OLE + "Workbook\0".encode("utf-16-le") * 40, "is damaged"),
        ("headless.xls", OLE + bytes(4000), "is damaged"),
        ("slides.ppt", OLE + bytes(4000), "is not a spreadsheet"),
        ("page.xls", b"\xef\xbb\xbf\r\n<HTML><table><tr><td>1</td></tr></table>", "save it as an xlsx"),
        ("old.xls", b'<?xml version="1.0"?><Workbook/>', "save it as an xlsx"),
        ("scan.xlsx", b"%PDF-1.7 ...", "is not a spreadsheet"),
        ("noise.csv", b"\x01\x00\x00\x02\x00" * 300, "is not a spreadsheet"),
        ("broken.xlsx", b"PK\x03\x04 and no more", "is damaged"),
        ("~$ledger.xlsx", b"\x05clerk", "is not a spreadsheet"),
        ("nothing.csv", b"", "is empty"),
        ("spaces.csv", b" \r\n , ,\r\n", "is empty"),
        ("latin.csv", b"a,b\r\n\xff\xff\xff,1\r\n", "cannot be read"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_in_words(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    sentence = refusal(path)
    assert said in sentence
    assert name in sentence


def test_a_missing_file_a_folder_and_a_forbidden_file_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "is not there any more" in refusal(tmp_path / "gone.xlsx")
    assert "is not a spreadsheet" in refusal(tmp_path)

    def locked(self: Path, *_: object) -> None:
        raise PermissionError(13, "sharing violation")

    path = a_csv(tmp_path / "open.csv", "utf-8")
    monkeypatch.setattr(Path, "open", locked)
    assert "another program may be using it" in refusal(path)


def test_a_word_file_in_a_zip_is_no_spreadsheet_and_an_empty_book_is_empty(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "letter.xlsx", "w") as file:
        file.writestr("word/document.xml", "<w:document/>")
    assert "is not a spreadsheet" in refusal(tmp_path / "letter.xlsx")
    assert "is empty" in refusal(a_book(tmp_path / "blank.xlsx"))


def test_an_xlsx_cut_at_any_place_is_refused_and_never_half_read(tmp_path: Path) -> None:
    whole = a_book(tmp_path / "whole.xlsx", HEADER, *[LINE] * 50).read_bytes()
    path = tmp_path / "cut.xlsx"
    for part in range(1, 20):
        path.write_bytes(whole[: len(whole) * part // 20])
        assert refusal(path)


def test_a_broken_sheet_in_a_sound_zip_is_damaged(tmp_path: Path) -> None:
    good = a_book(tmp_path / "good.xlsx", HEADER, LINE)
    bad = rewritten(good, tmp_path / "bad.xlsx", sheet1=b"<worksheet><sheetData><row r='1'><c r='A1'")
    assert "is damaged" in refusal(bad)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheetguard, "MAX_UNPACKED", 4 * 1024**2)
    good = a_book(tmp_path / "good.xlsx", HEADER, LINE)
    bomb = rewritten(good, tmp_path / "bomb.xlsx", sheet1=b" " * 5 * 1024**2)
    assert "is too large" in refusal(bomb)

    # The same with sizes that lie: 1,000 bytes declared in the directory and before the member.
    raw = bytearray(bomb.read_bytes())
    true = struct.pack("<I", 5 * 1024**2)
    assert raw.count(true) == 2
    liar = tmp_path / "liar.xlsx"
    liar.write_bytes(bytes(raw).replace(true, struct.pack("<I", 1000)))
    assert "is too large" in refusal(liar)


def test_one_cell_in_the_farthest_corner_does_not_fill_the_memory(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(LINE)
    sheet["XFD1048576"] = "x"
    book.save(tmp_path / "corner.xlsx")
    assert "is too large" in refusal(tmp_path / "corner.xlsx")

    sheet["XFD1048576"] = None
    sheet["XFD1048576"].font = Font(bold=True)
    book.save(tmp_path / "styled.xlsx")
    assert sheetin.open_book(tmp_path / "styled.xlsx").sheets[0].rows == [tuple(LINE)]


def test_limits_of_size_rows_and_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "is too large" in refusal(a_book(tmp_path / "wide.xlsx", list(range(501))))
    assert len(sheetin.open_book(a_book(tmp_path / "just.xlsx", list(range(500)))).sheets[0].rows[0]) == 500
    wide = tmp_path / "wide.csv"
    wide.write_text("1," * 600, "utf-8")
    assert "is too large" in refusal(wide)
    monkeypatch.setattr(sheetguard, "MAX_BYTES", 10)
    assert "is too large" in refusal(wide)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("\n\t\t\t\t\n\t\t 座落在A3区\u3000。\r\n\u3000\u3000请处理\u00a0！\n\n", "座落在A3区 。\n请处理 ！"),
        ("\ufeff陈\u200b伯\u3000", "陈伯"),
        ("路灯", "路灯"),
        (188006.0, "188006"),
        (0.5, "0.5"),
        (7, "7"),
        (None, ""),
        (date(2019, 8, 1), "2019-08-01"),
        (datetime(2019, 8, 1), "2019-08-01"),
        (datetime(2019, 8, 1, 9, 5), "2019-08-01 09:05:00"),
        (time(9, 5), "09:05:00"),
    ],
)
def test_cells_become_clean_text(cell: cells.CellValue, text: str) -> None:
    assert cells.clean_text(cell) == text


@given(st.text())
def test_cleaning_twice_changes_nothing_and_loses_no_character_that_shows(text: str) -> None:
    once = cells.clean_text(text.replace("_", ""))
    assert cells.clean_text(once) == once
    hidden = "\u200b\ufeff\u200e\u200f\0_"
    assert "".join(once.split()) == "".join("".join(c for c in text if c not in hidden).split())


@pytest.mark.parametrize(
    "cell",
    [
        "2019/1/6 9:32:09",
        "2019-01-06 09:32:09",
        "2019.1.6 9:32:09",
        "2019年1月6日 9:32:09",
        "2019年1月6日9时32分9秒",
        "2019年1月6日（星期日）上午9:32:09",
        "\u30002019-01-06T09:32:09.000Z",
        "2019－1－6　9：32：09",
        "20190106093209",
        "43471.39732638889",
        43471.39732638889,
        datetime(2019, 1, 6, 9, 32, 9, 400),
    ],
)
def test_a_moment_reads_the_same_however_it_is_written(cell: cells.CellValue) -> None:
    assert cells.to_moment(cell) == datetime(2019, 1, 6, 9, 32, 9)


@pytest.mark.parametrize(
    "cell",
    ["2019/1/6", "2019-01-06", "2019.1.6", "2019年1月6日", "20190106", 20190106, 43471, date(2019, 1, 6)],
)
def test_a_day_reads_the_same_however_it_is_written(cell: cells.CellValue) -> None:
    assert cells.to_date(cell) == date(2019, 1, 6)
    assert cells.to_moment(cell) == datetime(2019, 1, 6)


def test_a_day_without_its_year_takes_it_from_the_context() -> None:
    assert cells.to_date("1月6日") is None
    assert cells.to_date("1月6日", year=2020) == date(2020, 1, 6)
    assert cells.to_date("2019年1月6日", year=2020) == date(2019, 1, 6)
    assert cells.to_moment("1月6日 下午3:20", year=2020) == datetime(2020, 1, 6, 15, 20)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("尽快", "“尽快” is not a date; write it like 2019-01-06."),
        ("2019年1月", "is not a date"),
        ("1/6/2019", "is not a date"),
        ("1月6日", "has no year"),
        ("2019/2/30", "does not exist"),
        ("3019/2/3", "too far off"),
        ("2019/1/6 25:00:00", "does not exist"),
        (7, "is not a date"),
        (True, "is not a date"),
        (timedelta(hours=30), "is not a date"),
    ],
)
def test_what_is_no_date_says_why(cell: cells.CellValue, reason: str) -> None:
    assert cells.to_moment(cell) is None
    assert reason in cells.why_no_date(cell)


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        (3.0, 3),
        (3, 3),
        ("３人", 3),
        ("1,200", 1200),
        ("12.0", 12),
        ("多", None),
        (-1, None),
        (1.5, None),
        (True, None),
    ],
)
def test_counts_are_whole_numbers(cell: cells.CellValue, count: int | None) -> None:
    assert cells.to_count(cell) == count
