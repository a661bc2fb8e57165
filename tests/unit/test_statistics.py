"""The figures of a period: what counts where, at which month's edge, and the records behind each number."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from station_desk.casework import browse, daybook, feedback, issues, offices, statistics
from station_desk.casework.context import Desk
from station_desk.casework.feedback import FeedbackEntry
from station_desk.casework.intake import Answer, Raise, Refuse
from station_desk.casework.statistics import Cell, Period, StationFigures
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Grid, Issue, Station
from station_desk.domain.vocabulary import SiteRole
from station_desk.errors import UserError
from station_desk.store import counts
from tests import builders as b

TODAY = date(2026, 9, 1)
MAY = Period.of_months("2026-05")


def figures(desk: Desk, period: Period = MAY, scope: str = "") -> StationFigures:
    return statistics.station_figures(desk, period, scope, today=TODAY)


def total(desk: Desk, measure: str, period: Period = MAY) -> int | None:
    return figures(desk, period).total.value(measure)


def finished(desk: Desk, on: date, began: datetime = b.MORNING) -> RecordId:
    issue = b.an_issue(desk, began=began)
    b.take(desk, issue, "finish", on)
    return issue


def test_a_period_is_whole_months() -> None:
    assert Period.of_months("2026-02") == Period(date(2026, 2, 1), date(2026, 2, 28))
    assert Period.of_months("2025-11", "2026-02").months == ("2025-11", "2025-12", "2026-01", "2026-02")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-05", "2026-05", "2026年5月"),
        ("2026-04", "2026-06", "2026年第二季度"),
        ("2026-10", "2026-12", "2026年第四季度"),
        ("2026-01", "2026-12", "2026年"),
        ("2026-02", "2026-04", "2026年2月至4月"),
        ("2025-12", "2026-01", "2025年12月至2026年1月"),
    ],
)
def test_a_period_is_named_as_reports_name_it(first: str, last: str, said: str) -> None:
    assert Period.of_months(first, last).official == said


@pytest.mark.parametrize(("first", "last"), [("2026-13", "2026-13"), ("五月", ""), ("2026-06", "2026-05")])
def test_a_period_that_is_none_is_refused_in_words(first: str, last: str) -> None:
    with pytest.raises(UserError):
        Period.of_months(first, last)


def test_the_months_edge_belongs_to_the_month(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    for began in (
        datetime(2026, 4, 30, 23, 59),
        datetime(2026, 5, 1, 0, 0),
        datetime(2026, 5, 31, 23, 59, 59),
        datetime(2026, 6, 1, 0, 0),
    ):
        b.an_issue(desk, began=began)

    assert total(desk, "collected") == 2
    assert total(desk, "sessions") == 2
    assert total(desk, "people") == 2


def test_solved_in_the_month_counts_to_its_last_day_and_closed_to_now(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    finished(desk, date(2026, 5, 31))
    finished(desk, date(2026, 6, 1))
    b.an_issue(desk)

    assert total(desk, "solved") == 1
    assert total(desk, "closed") == 2
    assert figures(desk).total.closed_rate.text(2) == "66.67 % (2/3)"


def test_one_issue_may_be_solved_and_raised_and_is_then_counted_in_both(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    deputy = b.a_deputy(desk)
    both, _ = b.a_visit(desk, b.a_matter(route=Raise((deputy,)))).matters[0]
    b.take(desk, both, "finish", date(2026, 5, 20))
    b.a_visit(desk, b.a_matter(route=Raise((deputy,))))
    finished(desk, date(2026, 5, 20))
    row = figures(desk).total

    assert [row.value(m) for m in ("collected", "solved", "raised", "solved_raised")] == [3, 2, 2, 1]
    assert row.value("suggestions") == 2


def test_a_refused_or_withdrawn_matter_is_not_to_be_closed(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    finished(desk, date(2026, 5, 20))
    b.a_visit(desk, b.a_matter(route=Refuse("court", "已经起诉")))
    b.take(desk, b.an_issue(desk), "withdraw")

    assert figures(desk).total.closed_rate.text() == "100.0 % (1/1)"


def test_told_and_satisfied_have_their_own_bases(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    for verdict in ("very_satisfied", "satisfied", "fairly", ""):
        issue = finished(desk, date(2026, 5, 20))
        told = FeedbackEntry(told_on=date(2026, 5, 21), method="phone", verdict=verdict)
        feedback.tell(desk, b.a_clerk(), issue, told)
    b.take(desk, finished(desk, date(2026, 5, 20)), "cannot_tell", date(2026, 5, 22))
    finished(desk, date(2026, 5, 20))
    row = figures(desk).total

    assert row.told_rate.text() == "80.0 % (4/5)"
    assert row.satisfied_rates.satisfied.text() == "66.7 % (2/3)"
    assert row.satisfied_rates.fairly.text() == "33.3 % (1/3)"


def test_one_deputy_at_a_station_on_one_day_is_present_once(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    one, two = b.a_deputy(desk), b.a_deputy(desk, "冯少珍")
    b.a_visit(desk, deputies=(one, two))
    b.a_visit(desk, deputies=(one,))
    b.a_visit(desk, deputies=(one,), began=datetime(2026, 5, 8, 9))

    assert total(desk, "deputies") == 3
    assert total(desk, "sessions") == 2


@pytest.mark.parametrize("sign", [1, -1])
def test_numbers_of_people_that_nobody_can_add_up_stop_no_page(tmp_path: Path, sign: int) -> None:
    """The format lets them come in; a database's sum of 1,025 of them overflows."""
    desk = b.a_desk(tmp_path)
    came = [(n.to_bytes(16), "HC", b.MORNING.isoformat(), sign * 2**53) for n in range(1100)]
    with desk.transaction() as connection:
        connection.exec_driver_sql("INSERT INTO visit (id, station, began, people) VALUES (?, ?, ?, ?)", came)

    assert abs(daybook.read(desk, b.DAY).book.people) > 2**53
    assert abs(total(desk, "people") or 0) > 2**53
    assert figures(desk).total.value("sessions") == 1


def test_a_voided_matter_counts_nowhere_and_is_said_to_be_left_out(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    b.an_issue(desk)
    issues.void(desk, b.a_clerk(), b.an_issue(desk), "登记重复")
    found = figures(desk)

    assert found.total.value("collected") == 1
    assert found.left_out.voided == 1


def test_every_row_adds_up_to_the_total(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    b.an_issue(desk, began=datetime(2026, 4, 2, 9))
    finished(desk, date(2026, 5, 20))
    b.a_visit(desk, b.a_matter(route=Answer("到窗口办理")))
    found = figures(desk, Period.of_months("2026-04", "2026-05"))

    for measure in counts.MATTER_MEASURES:
        for rows in (found.stations, found.categories, found.months):
            assert sum(row.value(measure) or 0 for row in rows) == found.total.value(measure)


def test_behind_each_number_stand_exactly_as_many_matters(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    unit = b.a_unit(desk)
    b.handed_over(desk, b.an_issue(desk, began=datetime(2026, 4, 2, 9)), (unit, "lead"))
    finished(desk, date(2026, 5, 20))
    b.a_visit(desk, b.a_matter(route=Raise((b.a_deputy(desk),))))
    b.a_visit(desk, b.a_matter(route=Answer("到窗口办理")))
    found = figures(desk, Period.of_months("2026-04", "2026-05"))

    for row in (*found.stations, *found.categories, *found.months, found.total):
        for measure, figure in row.figures.items():
            if measure in ("sessions", "deputies", "people", "parties"):
                continue
            opened = browse.page(desk, statistics.behind(desk, found, figure.cell))
            assert len(opened) == figure.value, (row.name, measure)


def test_behind_the_visitors_stand_the_issues_they_brought(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    b.a_visit(desk, b.a_matter(), b.a_matter("老街停车难"))

    opened = browse.page(desk, statistics.behind(desk, figures(desk), Cell("people")))

    assert {row.title for row in opened} == {"江会路南段一落大雨就浸水", "老街停车难"}


def test_a_station_the_desk_does_not_know_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="XX"):
        figures(b.a_desk(tmp_path), scope="XX")


def test_figures_never_read_the_wide_rows(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    sums = ", ".join(f"sum({c.replace(':last', '?').replace(':today', '?')})" for c in _plain_measures())
    with desk.reading() as connection:
        marks = ("2026-05-31",) * sums.count("?")
        plan = connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN SELECT m.station, m.category, {sums} FROM matter m WHERE m.void IS NULL"
            " AND m.opened_on >= ? AND m.opened_on <= ? GROUP BY 1, 2",
            (*marks, "2026-05-01", "2026-05-31"),
        ).all()

    assert any("COVERING INDEX matter_figures" in row[3] for row in plan)


def _plain_measures() -> list[str]:
    return list(counts.MATTER_MEASURES.values())


def two_towns(folder: Path) -> Desk:
    """Stations of two towns and one of none, each with its matters."""
    desk = b.a_desk(folder, role=SiteRole.TOWN)
    for code, name, town in (
        ("CN", "城南站", "会城"),
        ("DJ", "东甲站", "会城"),
        ("SJ", "三江站", "三江"),
        ("ZJ", "自建站", ""),
    ):
        offices.save(desk, b.a_clerk(), Station(code=code, name=name, town=town or None))
        b.an_issue(desk, station=code)
    b.take(desk, b.an_issue(desk, "路灯不亮", station="DJ"), "finish", date(2026, 5, 20))
    return desk


def test_a_towns_line_counts_its_stations_and_opens_their_matters(tmp_path: Path) -> None:
    desk = two_towns(tmp_path)
    found = figures(desk)
    towns = {row.name: row for row in found.towns}

    assert {name: row.value("collected") for name, row in towns.items()} == {
        "三江": 1,
        "会城": 3,
        "未填镇街": 1,
    }
    assert (towns["会城"].value("sessions"), towns["会城"].value("people")) == (2, 3)
    for row in found.towns:
        for measure, figure in row.figures.items():
            opened = browse.page(desk, statistics.behind(desk, found, figure.cell))
            if measure in counts.MATTER_MEASURES:
                assert len(opened) == figure.value, (row.name, measure)
            assert all(
                one.station in {"会城": "CN DJ", "三江": "SJ", "未填镇街": "ZJ"}[row.name] for one in opened
            )


def test_a_grid_that_has_its_village_in_its_name_does_not_say_it_twice(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    grid = offices.save(desk, b.a_clerk(), Grid(name="七堡村第 1 网格", village="七堡村"))[0]
    issue = b.an_issue(desk)
    with desk.writing(b.a_clerk(), "edit_issue") as work:
        work.update(Issue, issue, grid=grid)
    assert [row.name for row in figures(desk).grids] == ["七堡村第 1 网格"]


def test_where_all_stations_are_of_one_town_it_has_no_line_of_its_own(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    b.an_issue(desk)
    assert (figures(desk).towns, figures(desk).grids) == ((), ())


def test_a_grids_line_opens_the_matters_in_it(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    near, far = (
        offices.save(desk, b.a_clerk(), Grid(name=name, village="城南社区"))[0]
        for name in ("一网格", "二网格")
    )
    for grid in (near, near, far, None):
        issue = finished(desk, date(2026, 5, 20)) if grid == near else b.an_issue(desk)
        with desk.writing(b.a_clerk(), "edit_issue") as work:
            work.update(Issue, issue, grid=grid)
    found = figures(desk)

    assert [(row.name, row.value("collected"), row.value("closed")) for row in found.grids] == [
        ("城南社区　一网格", 2, 2), ("城南社区　二网格", 1, 0), ("未填网格", 1, 0),
    ]  # fmt: skip
    assert found.grids[0].value("people") is None, "visits are of no grid"
    for row in found.grids:
        for measure in counts.MATTER_MEASURES:
            opened = browse.page(desk, statistics.behind(desk, found, row.figures[measure].cell))
            assert len(opened) == row.value(measure), (row.name, measure)
