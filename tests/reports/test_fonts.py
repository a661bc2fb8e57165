"""Lines break as Chinese print does, and what is drawn can be read back."""

from __future__ import annotations

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_desk.reports.fonts import NO_END, NO_START, Face, balanced, font, runs, wrap
from station_desk.reports.pages import LIST, About, Paper
from station_desk.reports.preview import Preview

SIZE = 10.0


def a_pdf(text: str) -> bytes:
    """A page on which `text` was drawn."""
    out = BytesIO()
    paper = Paper(out, About("试页", "", "李敏"), LIST)
    for line in wrap(text, Face.SONG, SIZE, paper.wide):
        paper.y -= SIZE * 1.5
        paper.text(paper.left, paper.y, line, size=SIZE)
    paper.finish()
    return out.getvalue()


def a_page(text: str) -> str:
    """What a reader finds on that page."""
    with Preview(a_pdf(text)) as document:
        return document.text(0)


def test_no_line_begins_with_a_comma_or_ends_with_an_opening_bracket() -> None:
    lines = wrap("一二三四五六七八九，十（十一）", Face.SONG, SIZE, 9 * SIZE)
    assert lines == ["一二三四五六七八", "九，十（十一）"]


def test_a_number_stays_whole_where_it_can() -> None:
    assert wrap("编号 HC-2026-0001 已收", Face.SONG, SIZE, 8 * SIZE)[1].startswith("HC-2026-0001")


def test_a_number_wider_than_the_line_breaks_after_its_own_joints() -> None:
    assert wrap("HC-2026-0001", Face.HEI, SIZE, 5 * SIZE)[0] == "HC-2026-"


def test_headings_break_evenly() -> None:
    assert balanced("接待日数", Face.HEI, SIZE, 3.5 * SIZE) == ["接待", "日数"]


@given(st.text(st.sampled_from("江会路，。（）abc 12-/\n"), max_size=80), st.integers(3, 12))
def test_breaking_loses_nothing_but_blanks_and_never_overflows(text: str, ems: int) -> None:
    limit = ems * SIZE
    lines = wrap(text, Face.SONG, SIZE, limit)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(font(Face.SONG).width(line, SIZE) <= limit + 0.01 for line in lines)


def test_punctuation_of_both_ends_is_known() -> None:
    assert "，" in NO_START
    assert "（" in NO_END
    assert not NO_START & NO_END


def test_a_character_beyond_the_basic_plane_reads_back_as_itself() -> None:
    glyphs = font(Face.SONG)._glyphs
    rare = [chr(code) for code in sorted(glyphs) if code > 0x1FFFF][:3]

    assert len(rare) == 3
    assert "".join(rare) in a_page("".join(rare) + "巷")


def test_three_hundred_different_characters_read_back_in_order() -> None:
    text = "".join(chr(0x4E00 + n * 7) for n in range(300))
    assert "".join(a_page(text).split()).startswith(text)


NAMES = "梁䶮、区㛃、陈𬱖、冯𣲘、黄𠮷、欧阳𪛖"
"""Rare characters of names: Extension A twice, three further ones that Noto has or lacks, the last of B."""


def drawn_by(text: str, face: Face = Face.SONG) -> dict[str, Face]:
    return {c: by.face for by, piece, _ in runs(text, face) for c in piece}


@pytest.mark.parametrize("face", [face for face in Face if face is not Face.RARE])
def test_rare_characters_of_names_are_drawn_in_every_face(face: Face) -> None:
    assert not any(lost for _, _, lost in runs(NAMES, face))
    found = drawn_by(NAMES, face)
    assert found["䶮"] is face, "a face of our own draws what it has"
    assert found["𠮷"] is found["𪛖"] is Face.RARE


def test_every_ideograph_of_gb18030_at_its_third_level_has_a_font() -> None:
    blocks = ((0x4E00, 0x9FEF), (0x3400, 0x4DB5), (0x20000, 0x2A6D6), (0x2A700, 0x2B734),
              (0x2B740, 0x2B81D), (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0))  # fmt: skip
    every = "".join(chr(code) for first, last in blocks for code in range(first, last + 1))
    every += "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩"  # the twelve of a compatibility block that stand for themselves
    assert len(every) == 87_887
    assert not {c for _, _, lost in runs(every, Face.SONG) for c in lost}


def test_rare_names_read_back_in_order_by_two_readers(tmp_path: Path) -> None:
    assert NAMES in a_page(f"联名代表：{NAMES}。")
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    file = tmp_path / "names.pdf"
    file.write_bytes(a_pdf(f"联名代表：{NAMES}。"))
    read = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode()
    assert f"联名代表：{NAMES}。" in read


def test_the_large_font_is_not_opened_for_ordinary_papers() -> None:
    code = (
        "import io\n"
        "from station_desk.reports import fonts\n"
        "from station_desk.reports.pages import LIST, About, Paper\n"
        "paper = Paper(io.BytesIO(), About('试页', '', '李敏'), LIST)\n"
        "paper.text(paper.left, paper.y, '江会路南段浸水，梁䶮、区㛃、陈𬱖反映 \U0001f600')\n"
        "paper.finish()\n"
        "from reportlab.pdfbase import pdfmetrics\n"
        "print(fonts.Face.RARE.value in pdfmetrics.getRegisteredFontNames())\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert said.strip() == "False"


def test_a_character_of_no_font_is_marked_and_named_at_the_foot() -> None:
    found = a_page("\U00031350姓")
    assert "〓姓" in found
    assert "U+31350" in found
