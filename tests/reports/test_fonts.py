"""Lines break as Chinese print does, and what is drawn can be read back."""

from __future__ import annotations

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from station_desk.reports.fonts import NO_END, NO_START, Face, balanced, font, wrap
from station_desk.reports.pages import LIST, About, Paper
from station_desk.reports.preview import Preview

SIZE = 10.0


def a_page(text: str) -> str:
    """What a reader finds on a page on which `text` was drawn."""
    out = BytesIO()
    paper = Paper(out, About("试页", "", "李敏"), LIST)
    paper.paragraph(text, indent=False)
    paper.finish()
    with Preview(out.getvalue()) as document:
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


def test_a_character_of_no_font_is_marked_and_named_at_the_foot() -> None:
    found = a_page("\U0002a6d6姓")
    assert "〓姓" in found
    assert "U+2A6D6" in found
