"""同比、环比 and 热点: what is compared with what, in points and with its base; what was raised most."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from station_desk.casework import browse, intake, issues, statistics, statistics_compare
from station_desk.casework.context import Desk
from station_desk.casework.intake import Answer, VisitEntry, VisitorEntry
from station_desk.casework.statistics import Period
from station_desk.casework.statistics_hot import HotFigures, hot_figures
from station_desk.domain.declare import RecordId
from station_desk.domain.figures import Points, Rate
from station_desk.reports import catalogue, compared, hot
from station_desk.reports.content import Entry, Linked, Table, plain
from tests import builders as b
from tests.reports.sheets_of import MAY, asked, printed

TODAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("first", "last", "before", "ago"),
    [
        (date(2026, 5, 1), date(2026, 5, 31), (date(2026, 4, 1), date(2026, 4, 30)), (2025, 5, 1)),
        (date(2026, 1, 1), date(2026, 3, 31), (date(2025, 10, 1), date(2025, 12, 31)), (2025, 1, 1)),
        (date(2026, 1, 1), date(2026, 12, 31), (date(2025, 1, 1), date(2025, 12, 31)), (2025, 1, 1)),
        (date(2026, 5, 4), date(2026, 5, 10), (date(2026, 4, 27), date(2026, 5, 3)), (2025, 5, 4)),
        (date(2028, 2, 29), date(2028, 3, 6), (date(2028, 2, 22), date(2028, 2, 28)), (2027, 2, 28)),
    ],
)
def test_a_period_is_compared_with_as_long_a_one_and_the_same_a_year_ago(
    first: date, last: date, before: tuple[date, date], ago: tuple[int, int, int]
) -> None:
    period = Period(first, last)
    assert statistics_compare.previous(period) == Period(*before)
    assert statistics_compare.year_before(period).first == date(*ago)


def test_february_of_a_leap_year_is_compared_with_the_whole_of_the_other() -> None:
    leap = Period.of_months("2028-02")
    assert statistics_compare.year_before(leap) == Period.of_months("2027-02")
    assert statistics_compare.previous(Period.of_months("2028-03")) == leap


def test_rates_differ_in_points_rounded_once() -> None:
    assert Points(Rate(660, 967), Rate(3, 5)).text() == "+8.3 个百分点 (60.0 %→68.3 %)"
    assert Points(Rate(1, 3), Rate(2, 3)).text() == "-33.3 个百分点 (66.7 %→33.3 %)"
    assert Points(Rate(0, 4), Rate(0, 9)).text() == "0.0 个百分点 (0.0 %→0.0 %)"
    assert Points(Rate(1, 2), Rate(0, 0)).text() == "—"


@pytest.fixture
def spring(tmp_path: Path) -> Desk:
    """Two matters a year ago, one in April, four in May: three of these solved in the month."""
    desk = b.a_desk(tmp_path)
    for began in (datetime(2025, 5, 6, 9), datetime(2025, 5, 20, 9), datetime(2026, 4, 30, 9)):
        b.an_issue(desk, began=began)
    for _ in range(3):
        b.a_visit(desk, b.a_matter("医保怎样办", Answer("到窗口办理")))
    b.an_issue(desk)
    return desk


def lines(table: Table, title: str) -> dict[str, list[Entry]]:
    section = next(one for one in table.sections if one.title == title)
    return {str(plain(row[0])): list(row) for row in section.rows}


def of_may(desk: Desk) -> Table:
    return compared.table(statistics_compare.comparison(desk, MAY, today=TODAY), asked(period=MAY))


def test_numbers_stand_beside_their_bases(spring: Desk) -> None:
    rows = lines(of_may(spring), "数量")
    assert [plain(entry) for entry in rows["收集件数"]] == [
        "收集件数", 4, 1, "+300.0 % (1→4)", 2, "+100.0 % (2→4)",
    ]  # fmt: skip
    assert [plain(entry) for entry in rows["当场答复"]][3:] == ["— (0→3)", 0, "— (0→3)"]
    rates = lines(of_may(spring), "比率")
    assert plain(rates["期内解决率"][1]) == Rate(3, 4)
    assert plain(rates["期内解决率"][3]) == "+75.0 个百分点 (0.0 %→75.0 %)"
    assert plain(rates["群众满意率"][3]) == "—"


def test_a_number_of_another_period_opens_that_periods_matters(spring: Desk) -> None:
    request = asked(period=MAY)
    for row in lines(of_may(spring), "数量").values():
        for entry in row:
            if isinstance(entry, Linked) and entry.link.measure in ("collected", "answered", "solved"):  # type: ignore[union-attr]
                found = browse.page(spring, statistics.behind(spring, request, entry.link))  # type: ignore[arg-type]
                assert len(found) == entry.value
    before = lines(of_may(spring), "数量")["收集件数"][2]
    assert isinstance(before, Linked)
    opened = browse.page(spring, statistics.behind(spring, request, before.link))  # type: ignore[arg-type]
    assert [row.opened_on for row in opened] == [date(2026, 4, 30)]


def test_a_base_without_records_is_said(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    b.an_issue(desk)
    text = "".join(printed(desk, "comparison", asked(period=MAY)))
    assert "上期（2026年4月）没有记录，不作比较。" in text
    assert "上年同期（2025年5月）没有记录，不作比较。" in text


# --- hot matters ------------------------------------------------------------------------------------


def came(desk: Desk, people: int, text: str, on: date = b.DAY) -> RecordId:
    """An issue for which so many came."""
    entry = VisitEntry(
        began=datetime(on.year, on.month, on.day, 9), channel="station", visitor=VisitorEntry(name="梁锦萍"),
        informed=True, matters=(b.a_matter(text),), people=people,
    )  # fmt: skip
    return intake.save_visit(desk, b.a_clerk(), entry).matters[0][0]


def may(desk: Desk) -> HotFigures:
    return hot_figures(desk, MAY, today=TODAY)


def test_what_was_merged_or_went_into_one_suggestion_is_one_concern(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    first, second, third = (b.an_issue(desk, f"江会路内涝{n}") for n in range(3))
    for other in (second, third):
        issues.merge(desk, b.a_clerk(), other, first, b.DAY)
    lights = [b.an_issue(desk, f"路灯不亮{n}") for n in range(2)]
    b.a_suggestion(desk, issues=tuple(lights))
    b.an_issue(desk, "只有一人反映")
    found = may(desk)

    assert [len(one.matters) for one in found.repeated] == [3, 2]
    flood, lamp = found.repeated
    assert (flood.head.id, set(flood.merged), flood.linked) == (first, {second, third}, ())
    assert set(lamp.matters) == set(lights)
    assert len(lamp.linked) == 1, "the first of them and one behind the same suggestion"


def test_who_came_along_counts_and_a_visit_counts_once(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    crowd = came(desk, 12, "物业停水")
    again = came(desk, 3, "物业又停水")
    issues.merge(desk, b.a_clerk(), again, crowd, b.DAY)
    came(desk, 5, "公交改线")
    b.an_issue(desk, "一个人来")
    found = may(desk)

    assert [(one.head.title, one.people, one.parties) for one in found.crowded] == [
        ("物业停水", 15, 2), ("公交改线", 5, 1),
    ]  # fmt: skip


def test_what_was_raised_in_another_month_is_not_counted(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    now = b.an_issue(desk, "江会路内涝")
    before = b.an_issue(desk, "江会路内涝", began=datetime(2026, 4, 2, 9))
    issues.merge(desk, b.a_clerk(), before, now, b.DAY)
    came(desk, 9, "上月的事", date(2026, 4, 3))
    found = may(desk)
    assert (found.repeated, found.crowded) == ((), ())


def test_every_number_of_a_hot_matter_opens_its_records_and_similar_ones_are_a_hint(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    crowd = came(desk, 4, "江会路南段一落大雨就浸水")
    alike = came(desk, 1, "江会路南段又落雨浸水")
    table = hot.table(may(desk), replace(asked(period=MAY)))
    row = next(iter(table.sections[1].rows))
    heads = [column.title for column in table.sections[1].columns]
    found = dict(zip(heads, row, strict=True))
    assert [plain(found[head]) for head in ("反映件数", "来访批次", "来访人次", "文字相近")] == [1, 1, 4, 1]
    for head, expected in (("来访人次", crowd), ("文字相近", alike)):
        entry = found[head]
        assert isinstance(entry, Linked)
        assert [one.id for one in browse.page(desk, entry.link)] == [expected]  # type: ignore[arg-type]
    draft = catalogue.draft(desk, "hot", asked(period=MAY))
    assert {spot.link for spot in draft.spots} >= {
        entry.link for entry in found.values() if isinstance(entry, Linked)
    }
