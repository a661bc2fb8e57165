"""Charts: the numbers of the tables, on the page and in Excel's own charts, told apart on a grey print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.casework.statistics import Cell, Period, behind, station_figures
from station_desk.reports import catalogue, charts, charts_page, handled, monthly
from station_desk.reports.charts import Box, Drawing, Words
from station_desk.reports.content import Chart, Linked, Series, Shape, Spot, Tone, plain
from station_desk.reports.fonts import Face, font
from station_desk.reports.pages import LIST, About, Paper
from station_desk.reports.preview import Preview
from station_desk.reports.request import ReportRequest
from tests import builders as b
from tests.reports import suggestions_of as s
from tests.reports.sheets_of import MADE_AT, words

SPRING = Period.of_months("2026-04", "2026-06")


def measured(text: str) -> float:
    return font(Face.HEI).width(text, 8)


def drawn(chart: Chart, wide: float = 500) -> Drawing:
    return charts.draw(chart, wide, 8, measured, "另有 {n} 项，见表")


def bars(*sums: int, rest: int = 0, name: str = "会城站") -> Chart:
    return Chart(
        "收集（件）",
        Shape.BARS,
        tuple(f"{name}{n}" for n in range(len(sums))),
        (Series("解决", Tone.FULL, sums), Series("未解决", Tone.LIGHT, (rest,) * len(sums))),
    )


@pytest.fixture(scope="module")
def spring(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Issues of three months, two of them answered; one suggestion before its deputies."""
    desk = b.a_desk(tmp_path_factory.mktemp("spring"))
    for month, count in ((4, 3), (5, 2), (6, 4)):
        for n in range(count):
            b.an_issue(desk, f"{month} 月第 {n} 件", began=datetime(2026, month, 3 + n, 9))
    made = s.three_signers(desk)
    s.replied(desk, made, s.CITY, s.day(90))
    s.judged(desk, made, 0, "satisfied", s.day(95))
    yield desk
    desk.close()


# --- where things stand -------------------------------------------------------------------------------


@pytest.mark.parametrize("wide", [200.0, 330.0, 760.0])
def test_bars_names_and_numbers_stay_within_the_chart(wide: float) -> None:
    found = drawn(bars(3, 0, 12_345, rest=7, name="江门市新会区城市管理和综合执法局会城街道分局第"), wide)

    for form in found.forms:
        if isinstance(form, Box):
            assert form.left >= 0
            assert form.left + form.wide <= wide + 0.01
            assert form.top + form.high <= found.high
        elif isinstance(form, Words):
            long = measured(form.text)
            left = form.x - {"left": 0, "center": long / 2, "right": long}[form.align]
            assert left >= -0.01, form.text
            assert left + long <= wide + 0.01, form.text
            assert form.y <= found.high


def test_a_bar_is_as_long_as_its_number() -> None:
    long = [mark.wide for mark in drawn(bars(10, 20, 40)).marks]
    assert long[1] == pytest.approx(2 * long[0])
    assert long[2] == pytest.approx(4 * long[0])


def test_every_number_that_is_not_nought_has_a_mark_that_says_it() -> None:
    said = [mark.said for mark in drawn(bars(3, 0, rest=2)).marks]
    assert said == ["会城站0 解决 3", "会城站0 未解决 2", "会城站1 未解决 2"]


def test_a_chart_without_any_number_draws_nothing() -> None:
    assert drawn(bars(0, 0)).forms == ()


def test_more_bars_than_a_page_takes_are_counted_and_left_to_the_table() -> None:
    found = drawn(bars(*range(1, 41)))
    assert len(found.marks) == charts.MOST
    assert any(isinstance(form, Words) and form.text == "另有 12 项，见表" for form in found.forms)


def test_two_lines_that_end_together_keep_their_names_apart() -> None:
    same = Chart(
        "收集与办结", Shape.TREND, ("4月", "5月"),
        (Series("收集", Tone.FULL, (3, 5)), Series("办结", Tone.LIGHT, (2, 5))),
    )  # fmt: skip
    ends = {form.text: form.y for form in drawn(same).forms if isinstance(form, Words)}
    assert ends["办结"] - ends["收集"] >= 8


def test_two_points_at_one_height_can_both_be_clicked() -> None:
    same = Chart(
        "收集与办结", Shape.TREND, ("4月", "5月"),
        (Series("收集", Tone.FULL, (3, 5)), Series("办结", Tone.LIGHT, (2, 5))),
    )  # fmt: skip
    marks = {mark.said: mark for mark in drawn(same).marks}
    upper, lower = marks["5月 收集 5"], marks["5月 办结 5"]
    assert upper.high > 4
    assert lower.high > 4
    assert upper.top + upper.high <= lower.top + 0.01


def test_numbers_over_a_crowded_line_thin_out_from_the_last_backwards() -> None:
    year = Chart(
        "收集", Shape.TREND, tuple(f"{n}月" for n in range(1, 25)),
        (Series("收集", Tone.FULL, tuple(range(1_000, 1_024))),),
    )  # fmt: skip
    found = drawn(year, 300)
    numbers = [form.text for form in found.forms if isinstance(form, Words) and form.text.startswith("1,")]
    assert "1,023" in numbers
    assert 4 < len(numbers) < 24
    assert len(found.marks) == 24, "every point can be opened all the same"


# --- on paper -----------------------------------------------------------------------------------------


def greys(chart: Chart) -> list[tuple[int, ...]]:
    """The grey levels found in each part of the chart's first bar when printed without colour."""
    out, spots = BytesIO(), list[Spot]()
    paper = Paper(out, About("试页", "", "李敏"), LIST)
    paper.outline("试页")
    linked = replace(
        chart,
        series=tuple(
            replace(one, values=tuple(Linked(plain(v), Cell(one.name)) for v in one.values))
            for one in chart.series
        ),
    )
    charts_page.draw(paper, linked, spots)
    paper.finish()
    with Preview(out.getvalue()) as document:
        picture = document.draw(0, 4)
    found = []
    for spot in spots:
        row = int((spot.top + spot.high * 0.3) * 4)
        levels = []
        for x in range(int(spot.left * 4) + 6, int((spot.left + spot.wide * 0.35) * 4)):
            at = row * picture.stride + x * 4
            red, green, blue = picture.pixels[at : at + 3]
            levels.append(round(0.3 * red + 0.59 * green + 0.11 * blue))
        found.append(tuple(levels))
    return found


def test_the_four_tones_differ_on_a_grey_print() -> None:
    chart = Chart(
        "评价", Shape.BARS, ("按征询表",),
        tuple(Series(tone.value, tone, (25,)) for tone in Tone),
    )  # fmt: skip
    full, light, hatch, empty = greys(chart)

    assert max(full) < 120
    assert 180 < min(light) <= max(light) < 230
    assert min(hatch) < 150 < 230 < max(hatch), "lines on white"
    assert min(empty) > 250


def test_page_and_workbook_draw_the_numbers_of_the_figures(spring: Desk) -> None:
    figures = station_figures(spring, SPRING, today=MADE_AT.date())
    request = ReportRequest(period=SPRING, made_at=MADE_AT, made_by="李敏")
    trend = monthly.charts(figures)[0]

    assert trend.shape is Shape.TREND
    assert [trend.series[0].number(n) for n in range(3)] == [3, 2, 4]
    text = "".join(words(catalogue.render(spring, "monthly", request)))
    for chart in monthly.charts(figures):
        assert "".join(chart.title.split()) in text
    book = load_workbook(BytesIO(catalogue.render(spring, "monthly", request, "xlsx")))
    sheet = book["图表"]
    assert [[cell.value for cell in row] for row in sheet["A4:B6"]] == [
        ["2026-04", 3], ["2026-05", 2], ["2026-06", 4],
    ]  # fmt: skip
    assert len(sheet._charts) == len([c for c in monthly.charts(figures) if not c.empty])  # type: ignore[attr-defined]


def test_every_mark_of_the_months_charts_opens_as_many_matters_as_it_says(spring: Desk) -> None:
    figures = station_figures(spring, SPRING, today=MADE_AT.date())
    for chart in monthly.charts(figures):
        for series in chart.series:
            for place, value in enumerate(series.values):
                if not series.number(place):
                    assert not isinstance(value, Linked)
                    continue
                assert isinstance(value, Linked)
                assert isinstance(value.link, Cell)
                found = browse.page(spring, behind(spring, figures, value.link), limit=100)
                assert len(found) == series.number(place), f"{chart.title} {chart.names[place]} {series.name}"


def test_every_mark_of_the_handling_charts_opens_its_suggestions(spring: Desk) -> None:
    request = ReportRequest(made_at=MADE_AT, made_by="李敏")
    draft = catalogue.draft(spring, "suggestions-handled", request)
    with handled.handled(spring, request) as table:
        links = [
            value.link
            for chart in table.charts
            for series in chart.series
            for value in series.values
            if isinstance(value, Linked)
        ]
    assert [chart.title for chart in table.charts if not chart.empty] == [
        "各单位首次答复（件次）", "征询评价（份）", "答复类别（件）",
    ]  # fmt: skip
    assert links
    for link in links:
        assert isinstance(link, MatterFilter)
        assert link.ids
        assert link in [spot.link for spot in draft.spots], "drawn on the page where it can be clicked"


def test_a_chart_is_never_cut_by_the_foot_of_a_page() -> None:
    out, spots = BytesIO(), list[Spot]()
    paper = Paper(out, About("试页", "", "李敏"), LIST, landscape=True)
    paper.outline("试页")
    paper.y = paper.bottom + 90
    chart = bars(*range(1, 40))
    marked = replace(chart.series[0], values=tuple(Linked(n, Cell("x")) for n in range(1, 40)))
    charts_page.draw(paper, replace(chart, series=(marked,)), spots)
    assert paper.finish() == 2
    assert {spot.page for spot in spots} == {1}
    assert all(spot.top + spot.high < paper.height - paper.bottom for spot in spots)
