"""Every form and table, of short, rare and long texts: nothing leaves its page or covers another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from station_desk.reports.catalogue import REPORTS, Kind
from tests.papers import RARE, Scene, contact_sheet, long, pictures, rare, sheets, short
from tests.reports.measured import Glyph, glyphs
from tests.reports.sheets_of import words
from tests.reports.test_forms import boxes_within_page

Papers = dict[str, bytes]


@pytest.fixture(scope="module", params=[short, rare, long], ids=lambda scene: scene.__name__)
def scene(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    make: Callable[[Path], Scene] = request.param
    made = make(tmp_path_factory.mktemp(make.__name__))
    yield made
    made.desk.close()


@pytest.fixture(scope="module")
def papers(scene: Scene) -> Papers:
    return {name: data for name, suffix, data in sheets(scene) if suffix == "pdf"}


def covered(page: list[Glyph]) -> list[tuple[str, str]]:
    """Characters that lie on one another by more than a third of the smaller one's square."""
    found = []
    squares = [(g.left, g.top, g.left + g.wide, g.low, g.text) for g in page if g.wide > 0.3]
    squares.sort()
    for at, (left, top, right, low, text) in enumerate(squares):
        for other in squares[at + 1 :]:
            if other[0] >= right:
                break
            wide = min(right, other[2]) - other[0]
            high = min(low, other[3]) - max(top, other[1])
            least = min((right - left) * (low - top), (other[2] - other[0]) * (other[3] - other[1]))
            if wide > 0 and high > 0 and wide * high > least / 3:
                found.append((text, other[4]))
    return found


def test_every_report_is_on_the_sheets(papers: Papers) -> None:
    assert papers.keys() == {name for name, report in REPORTS.items() if "pdf" in report.formats}


def test_nothing_leaves_its_page(papers: Papers) -> None:
    for data in papers.values():
        boxes_within_page(data)


def test_no_character_covers_another(papers: Papers) -> None:
    for name, data in papers.items():
        for number, page in enumerate(glyphs(data), 1):
            assert covered(page) == [], f"{name}, page {number}"


def test_no_character_is_unprintable(papers: Papers) -> None:
    for name, data in papers.items():
        assert "字库未收" not in "".join(words(data)), name


def test_no_page_of_a_form_is_nearly_empty(papers: Papers) -> None:
    """A page that only says it is a continuation was not needed. A deputy's file is for writing in."""
    for name, data in papers.items():
        if REPORTS[name].kind is Kind.FORM and name != "deputy-file":
            for page in glyphs(data):
                assert len({round(glyph.base) for glyph in page}) > 3, name


def test_names_of_rare_characters_stand_on_the_sheets(scene: Scene, papers: Papers) -> None:
    if scene.name != "rare":
        pytest.skip("the names of the others are plain")
    for name in ("registration", "feedback", "hand-over", "refusal", "ledger"):
        assert f"梁{RARE}" in "".join(words(papers[name])), name
    for name in ("suggestion", "consultation", "reply-letter", "supervision", "deputy-file"):
        assert f"陈{RARE[0]}雄" in "".join(words(papers[name])), name


def test_the_contact_sheet_shows_every_page(papers: Papers) -> None:
    pages = pictures(papers["suggestion"])
    sheet = contact_sheet(pages * 7)
    dark = sum(sheet.convert("L").point(lambda value: 255 if value < 90 else 0).histogram()[255:])

    assert sheet.width > 5 * pages[0].width
    assert dark > 1000, "something is drawn"
    assert pages[0].width / pages[0].height == pytest.approx(210 / 297, abs=0.01)
