"""工作报告用语: a month's golden figures come out of its records, each number with the matters behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from station_desk.casework import browse, statistics
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.casework.intake import Answer, Raise
from station_desk.casework.statistics import Cell, Period, station_figures
from station_desk.casework.statistics_handling import handling_figures
from station_desk.casework.statistics_verdicts import suggestion_totals
from station_desk.casework.statistics_work import work_figures
from station_desk.cli import program
from station_desk.domain.figures import Rate
from station_desk.reports import catalogue, sentences
from station_desk.reports.content import Number, Sentence
from station_desk.reports.request import ReportRequest
from tests import builders as b
from tests.reports import suggestions_of as s
from tests.reports.sheets_of import MADE_AT, MAY, asked, words

TODAY = MADE_AT.date()
COLLECTED, SOLVED, RAISED = 967, 660, 232
"""Jiangmen's theme month of 2023; the source does not say whether solved and raised overlap."""
BOTH = 61
NAME = "sentences"


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """967 issues: 599 answered on the spot, 61 raised and solved, 171 raised and open, the rest open."""
    desk = b.a_desk(tmp_path_factory.mktemp("month"))
    deputies = (b.a_deputy(desk), b.a_deputy(desk, "冯少珍"))
    routes = (
        [Answer("已当场说明办理方法")] * (SOLVED - BOTH)
        + [Raise(deputies[:1])] * RAISED
        + [None] * (COLLECTED - (SOLVED - BOTH) - RAISED)
    )
    raised = []
    for start in range(0, COLLECTED, 20):
        part = routes[start : start + 20]
        matters = [b.a_matter(f"第{start + n}件", route) for n, route in enumerate(part)]
        saved = b.a_visit(desk, *matters, deputies=deputies)
        raised += [
            issue for (issue, _), route in zip(saved.matters, part, strict=True) if isinstance(route, Raise)
        ]
    for issue in raised[:BOTH]:
        b.take(desk, issue, "finish", date(2026, 5, 30))
    yield desk
    desk.close()


def said(desk: Desk, period: Period = MAY) -> dict[str, Sentence]:
    found = sentences.sentences(work_figures(desk, period, today=TODAY))
    return {one.title.zh: one for one in found}


def test_the_theme_month_of_2023_is_reproduced_from_records_overlap_and_all(month: Desk) -> None:
    total = station_figures(month, MAY, today=TODAY).total
    assert (total.value("collected"), total.solved_rate.text()) == (COLLECTED, "68.3 % (660/967)")
    assert (total.raised_rate.text(), total.value("suggestions")) == ("24.0 % (232/967)", RAISED)
    assert total.value("solved_raised") == BOTH

    found = said(month)
    assert found["总体情况"].text == (
        "2026年5月，会城站共有2名人大代表参加活动，收集群众意见建议967件，当月推动解决660件，形成代表建议232件。"
    )
    assert found["办理情况"].text == (
        "收集的967件意见建议中，当场答复599件，当月推动解决660件、占68.3%（660/967），"
        "形成代表建议232件、占24.0%（232/967）；其中61件既推动解决又形成代表建议，两项分别计数。"
    )


def test_every_number_opens_as_many_matters_as_it_says(month: Desk) -> None:
    visits = ("sessions", "deputies", "people", "parties")
    for sentence in said(month).values():
        for number in sentence.numbers:
            link = number.link
            if isinstance(link, Cell):
                counted_visits = link.measure in visits
                link = statistics.behind(month, ReportRequest(period=MAY, made_at=MADE_AT), link)
            else:
                counted_visits = False
            assert isinstance(link, MatterFilter), number.label
            value = number.value.numerator if isinstance(number.value, Rate) else number.value
            if not counted_visits:
                assert browse.count(month, link) == value, (sentence.title.zh, number.label)


def test_the_page_and_the_workbook_hold_the_same_sentences_and_numbers(month: Desk) -> None:
    found = said(month)
    request = asked(period=MAY)
    book = load_workbook(BytesIO(catalogue.render(month, NAME, request, "xlsx")))
    printed = "".join(words(catalogue.render(month, NAME, request)))
    rows = list(book["用语"].iter_rows(min_row=5, values_only=True))
    assert [(row[0], row[1]) for row in rows] == [(title, one.text) for title, one in found.items()]
    numbers = [number for one in found.values() for number in one.numbers]
    sources = list(book["数字出处"].iter_rows(min_row=5, values_only=True))
    assert [row[1] for row in sources] == [number.label for number in numbers]
    for number, row in zip(numbers, sources, strict=True):
        if isinstance(number.value, Rate):
            assert row[3] == pytest.approx(float(number.value.value or 0))
            assert row[4] == f"{number.value.numerator}/{number.value.denominator}"
        else:
            assert row[2] == number.value
    for one in found.values():
        assert one.text in printed
    draft = catalogue.draft(month, NAME, request)
    assert [one.text for one in draft.sentences] == [one.text for one in found.values()], "the screen's"
    assert not draft.counts


def test_the_command_line_says_them(month: Desk) -> None:
    args = ["report", NAME, "--from", "2026-05"]
    spoken = CliRunner().invoke(program, ["--desk", str(month.path), *args])
    assert spoken.exit_code == 0, spoken.output
    lines = spoken.stdout.splitlines()
    assert lines[:1] == [said(month)["总体情况"].text]
    data = json.loads(CliRunner().invoke(program, ["--desk", str(month.path), "--json", *args]).stdout)
    handling = next(one for one in data["sentences"] if one["title"] in ("办理情况", "Handling"))
    assert {"name": "期内解决率", "text": "68.3%（660/967）"} in handling["numbers"]


def test_it_needs_a_period_and_a_table_still_needs_a_file(month: Desk) -> None:
    without = CliRunner().invoke(program, ["--desk", str(month.path), "report", NAME])
    assert without.exit_code == 1
    assert "需要时段" in without.stderr
    table = CliRunner().invoke(program, ["--desk", str(month.path), "report", "monthly", "--from", "2026-05"])
    assert table.exit_code == 2


# --- what is left out -------------------------------------------------------------------------------


def test_where_nothing_happened_nothing_is_said(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    assert said(desk) == {}
    assert "没有记录" in "".join(words(catalogue.render(desk, NAME, asked(period=MAY))))


def test_a_number_of_nought_is_left_out_with_its_words_and_a_rate_without_a_base_too(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    b.an_issue(desk)
    found = said(desk)
    assert found["总体情况"].text == "2026年5月，会城站收集群众意见建议1件。"
    assert found.keys() == {"总体情况", "接待群众", "超期情况"}
    assert "满意率" not in "".join(one.text for one in found.values())


def test_deputies_of_several_levels_are_named_so_and_each_counted_once(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    city, county = b.a_deputy(desk), s.deputies(desk, ("冯少珍",))[0]
    for _ in range(2):
        b.a_visit(desk, deputies=(city, county))
    found = said(desk)["总体情况"]
    assert "共有2名二级人大代表参加活动" in found.text
    assert found.numbers[0] == Number("参加代表（去重）", 2, "2", Cell("deputies"))


@pytest.mark.parametrize(
    ("first", "last", "word"),
    [("2026-05", "2026-05", "当月"), ("2026-04", "2026-06", "当季"), ("2026-01", "2026-12", "当年"),
     ("2026-04", "2026-05", "期内")],
)  # fmt: skip
def test_what_was_solved_is_said_of_the_length_of_the_period(first: str, last: str, word: str) -> None:
    assert sentences.span_word(Period.of_months(first, last)) == word


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (2, 3, "收集群众意见建议比上年同期（2件）增加1件，增长50.0%。"),
        (3, 2, "收集群众意见建议比上年同期（3件）减少1件，下降33.3%。"),
        (2, 2, "收集群众意见建议比上年同期（2件）持平。"),
        (0, 2, None),
    ],
)
def test_the_same_month_a_year_ago_is_named_with_its_number(
    tmp_path: Path, before: int, now: int, expected: str | None
) -> None:
    desk = b.a_desk(tmp_path)
    for year, count in ((2025, before), (2026, now)):
        for _ in range(count):
            b.an_issue(desk, began=b.MORNING.replace(year=year))
    found = said(desk).get("同比")
    assert (found.text if found else None) == expected


def test_suggestions_are_said_as_the_handling_table_counts_them(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    first = s.three_signers(desk)
    s.replied(desk, first, s.CITY, s.day(90))
    for signer, verdict in enumerate(("satisfied", "satisfied", "fairly")):
        s.judged(desk, first, signer, verdict, s.day(95))
    one = s.submitted(desk, s.deputies(desk, ("林某",)))
    s.handed(desk, one, (s.unit(desk, s.WATER), "lead"))
    b.a_suggestion(desk, on=s.RAISED)
    year = Period.of_months("2026-01", "2026-12")
    totals = suggestion_totals(desk, year, today=TODAY)
    handled = handling_figures(desk, year, today=TODAY).total

    for measure in ("raised", "draft", "withdrawn", "reassign", "answered", "done"):
        assert totals.standing.n(measure) == handled.n(measure), measure
    assert totals.standing.completed == handled.completed
    assert totals.opinions.result == handled.satisfied
    text = said(desk, year)["代表建议"].text
    assert text.startswith("截至2026年9月1日，本期代表提出建议3件，已答复1件")
    assert "收回代表征询意见表3份，代表满意率66.7%（2/3），基本满意率33.3%（1/3）" in text
