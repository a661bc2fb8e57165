"""The geometry of GB/T 9704-2012 measured on the page: margins, text area, 22 lines of 28 characters."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from station_desk.casework.context import Desk
from station_desk.casework.intake import Refuse
from station_desk.reports import catalogue
from tests import builders as b
from tests.reports import suggestions_of as s
from tests.reports.measured import Line, glyphs, lines
from tests.reports.sheets_of import asked

ONE_LINE = "江会路南段一落大雨就浸水而且浸到人行道上附近商铺和学校门口"
"""28 characters without punctuation, at which no line may be broken early."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return b.a_desk(tmp_path)


def a_letter(desk: Desk, paragraphs: int) -> bytes:
    made = s.submitted(desk, s.deputies(desk)[:1])
    s.handed(desk, made, (s.unit(desk, s.HOUSING), "lead"))
    text = "\n".join(f"{ONE_LINE}{ONE_LINE}都过不去。" for _ in range(paragraphs))
    s.replied(desk, made, s.HOUSING, s.day(30), text=text, reply_class="B", number="新建函〔2026〕47号")
    return catalogue.render(desk, "reply-letter", asked(made))


def a_refusal(desk: Desk, reason: str) -> bytes:
    refused = b.a_visit(desk, b.a_matter("与邻居的合同纠纷", Refuse("court", reason))).matters[0][0]
    return catalogue.render(desk, "refusal", asked(refused))


def body(page: list[Line]) -> list[Line]:
    """The lines of the text area: the class stands above it."""
    return [line for line in page if line.glyphs[0].top > 36]


def test_a_full_page_of_a_letter_is_22_lines_of_28_characters_in_156_by_225_mm(desk: Desk) -> None:
    page = lines(glyphs(a_letter(desk, 40))[1], 16)
    first, last = page[0].glyphs, page[-1].glyphs

    assert len(page) == 22
    assert max(len(line.text) for line in page) == 28
    assert first[0].top == pytest.approx(37, abs=0.3), "the top margin, 37±1 mm"
    assert last[0].low - first[0].top == pytest.approx(225, abs=0.5)
    left = min(line.glyphs[0].left for line in page)
    right = max(line.glyphs[-1].left + line.glyphs[-1].wide for line in page)
    assert left == pytest.approx(28, abs=0.2), "the binding side, 28±1 mm"
    assert right - left == pytest.approx(156, abs=0.5)


def test_lines_are_a_character_and_seven_eighths_apart_on_every_page(desk: Desk) -> None:
    tops = []
    for page in glyphs(a_letter(desk, 40)):
        text = body(lines(page, 16))
        tops += [round(line.glyphs[0].top, 1) for line in text if line.glyphs[0].left < 45]
    grid = [37 + n * 156 / 28 * 15 / 8 for n in range(22)]

    assert len(tops) > 60
    assert max(min(abs(top - at) for at in grid) for top in tops) < 0.2, "the grid of the first page too"


def test_a_letters_title_class_and_page_number_stand_where_they_belong(desk: Desk) -> None:
    first, second = glyphs(a_letter(desk, 40))[:2]
    title = lines(first, 22)
    number = lines(second, 14)[0].glyphs

    assert all(61 < line.glyphs[0].left < 106 < line.glyphs[-1].left for line in title[-1:])
    corner = next(line for line in lines(first, 16) if line.text == "B类")
    assert corner.glyphs[-1].left + corner.glyphs[-1].wide == pytest.approx(184, abs=0.3)
    assert corner.glyphs[0].low < 30, "above the sender's name"
    assert number[0].top - 262 == pytest.approx(7, abs=0.3), "7 mm below the text area"
    assert number[0].left < 45, "an even page's at the left"


def test_a_notice_of_non_acceptance_keeps_the_same_margins_and_grid(desk: Desk) -> None:
    reason = "该纠纷已由人民法院立案，正在诉讼程序中，联络站不能受理。"
    (page,) = glyphs(a_refusal(desk, reason))
    text = lines(page, 16)
    paragraphs = [line for line in text if line.glyphs[0].left < 45]

    assert lines(page, 22)[0].glyphs[0].top == pytest.approx(37, abs=1)
    assert min(line.glyphs[0].left for line in text) == pytest.approx(28, abs=0.2)
    assert max(line.glyphs[-1].left + line.glyphs[-1].wide for line in text) < 184.5
    steps = [below.glyphs[0].top - above.glyphs[0].top for above, below in pairwise(paragraphs)]
    assert steps == pytest.approx([156 / 28 * 15 / 8] * len(steps), abs=0.15)


def pages_of(desk: Desk, paragraphs: int) -> list[list[str]]:
    return [[line.text for line in body(lines(page, 16))] for page in glyphs(a_letter(desk, paragraphs))]


@pytest.mark.parametrize("paragraphs", range(2, 10))
def test_sender_and_day_never_begin_a_page_of_their_own(tmp_path: Path, paragraphs: int) -> None:
    pages = pages_of(b.a_desk(tmp_path), paragraphs)
    last = pages[-1]

    assert last.index(s.HOUSING) > 0, "a line of the letter stands above its sender"
    assert last[last.index(s.HOUSING) + 1] == "2026年4月1日"


def test_a_long_reason_goes_on_on_a_second_page_with_its_slip(desk: Desk) -> None:
    pages = glyphs(a_refusal(desk, "该纠纷已由人民法院立案。" * 60))
    told = "".join(glyph.text for page in pages for glyph in page)

    assert told.count("纠纷已由") >= 58, "one or two are broken by the end of a page"
    assert "送达回执" in "".join(glyph.text for glyph in pages[-1])
    assert all(glyph.low < 297 - 15 for page in pages for glyph in page)
