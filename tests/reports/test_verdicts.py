"""群众评价和代表评价: who was asked, what came back, and the base of every rate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from station_desk.casework import browse, feedback, offices, verdicts
from station_desk.casework.context import Desk
from station_desk.casework.feedback import FeedbackEntry
from station_desk.casework.statistics import Period, behind
from station_desk.casework.statistics_handling import BY_ATTITUDE, BY_RESULT, handling_figures
from station_desk.casework.statistics_verdicts import NO_UNIT, VerdictFigures, verdict_figures
from station_desk.domain.figures import Rate
from station_desk.domain.records import Station
from station_desk.domain.vocabulary import SiteRole
from tests import builders as b
from tests.reports import suggestions_of as s
from tests.reports.sheets_of import asked, printed

YEAR = Period.of_months("2026-01", "2026-12")
TODAY = date(2026, 12, 1)


def figures(desk: Desk, scope: str = "") -> VerdictFigures:
    return verdict_figures(desk, YEAR, scope, today=TODAY)


def told(desk: Desk, verdict: str, *, station: str = "", unit: str = "") -> None:
    """An issue finished and told of, with what the visitor said; "" for nothing."""
    issue = b.an_issue(desk, station=station)
    if unit:
        known = {row.name: key for key, row in browse.office(desk).units}
        b.handed_over(desk, issue, (known.get(unit) or b.a_unit(desk, unit), "lead"))
        charge = b.charges(desk, issue)[unit].id
        b.take(desk, issue, "sign", assignment=charge)
        b.take(desk, issue, "finish", date(2026, 5, 20), assignment=charge)
    else:
        b.take(desk, issue, "finish", date(2026, 5, 20))
    feedback.tell(
        desk,
        b.a_clerk(),
        issue,
        FeedbackEntry(told_on=date(2026, 5, 21), method="phone", verdict=verdict, reason="还未修好"),
    )


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Desk]:
    """Three stations of two towns; six people told, five of whom said something."""
    desk = b.a_desk(tmp_path, role=SiteRole.TOWN)
    for code, name, place in (("CN", "城南站", "会城"), ("DJ", "东甲站", "会城"), ("SJ", "三江站", "三江")):
        offices.save(desk, b.a_clerk(), Station(code=code, name=name, town=place))
    told(desk, "very_satisfied", station="CN")
    told(desk, "satisfied", station="CN", unit=s.CITY)
    told(desk, "fairly", station="DJ", unit=s.CITY)
    told(desk, "dissatisfied", station="SJ", unit=s.WATER)
    told(desk, "satisfied", station="SJ", unit=s.WATER)
    told(desk, "", station="SJ")
    b.an_issue(desk, station="SJ")  # nobody was told of it yet
    yield desk
    desk.close()


def test_the_base_of_what_visitors_say_is_those_who_said_something(town: Desk) -> None:
    total = figures(town).public.total
    assert [total.value(n) for n in ("asked", "judged", "very", "content", "fairly", "dissatisfied")] == [
        6, 5, 1, 2, 1, 1,
    ]  # fmt: skip
    assert total.satisfied_rates.satisfied == Rate(3, 5)
    assert total.satisfied_rates.overall == Rate(4, 5)


def test_by_town_and_by_the_unit_that_answered(town: Desk) -> None:
    found = figures(town)
    towns = {row.name: row.satisfied_rates.satisfied for row in found.public.towns}
    units = {row.name: (row.value("asked"), row.satisfied_rates.satisfied) for row in found.public_units}
    assert towns == {"会城": Rate(2, 3), "三江": Rate(1, 2)}
    assert units == {s.CITY: (2, Rate(1, 2)), s.WATER: (2, Rate(1, 2)), NO_UNIT: (2, Rate(1, 1))}


def test_each_units_number_opens_its_matters(town: Desk) -> None:
    found = figures(town)
    for row in found.public_units:
        for measure in ("asked", "judged", "very", "content", "fairly", "dissatisfied", "pleased"):
            cell = row.figures[measure].cell
            assert len(browse.page(town, behind(town, found.public, cell))) == row.value(measure)


def test_a_unit_that_returned_the_matter_or_only_helps_is_not_judged(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    wrong, right, helper = (b.a_unit(desk, name) for name in ("区水利局", "区城管局", "区住建局"))
    issue = b.an_issue(desk)
    b.handed_over(desk, issue, (wrong, "lead"))
    b.take(desk, issue, "return", assignment=b.charges(desk, issue)["区水利局"].id)
    b.handed_over(desk, issue, (right, "lead"), (helper, "co"))
    b.take(desk, issue, "finish", date(2026, 5, 20), assignment=b.charges(desk, issue)["区城管局"].id)
    entry = FeedbackEntry(told_on=date(2026, 5, 21), method="phone", verdict="satisfied")
    feedback.tell(desk, b.a_clerk(), issue, entry)

    assert [(row.name, row.value("judged")) for row in figures(desk).public_units] == [("区城管局", 1)]


def test_a_deputys_attitude_and_result_are_counted_apart_and_agree_with_the_handling_table(
    tmp_path: Path,
) -> None:
    desk = b.a_desk(tmp_path)
    first = s.three_signers(desk)
    s.replied(desk, first, s.CITY, s.day(90))
    s.judged(desk, first, 0, "satisfied", s.day(95), attitude="fairly")
    s.judged(desk, first, 1, "dissatisfied", s.day(96), attitude="")
    found = figures(desk)
    handled = {row.name: row for row in handling_figures(desk, YEAR, today=TODAY).verdicts}

    assert [found.total.row.n(n) for n in ("asked", "back", "satisfied", "dissatisfied", "waiting")] == [
        3, 2, 1, 1, 1,
    ]  # fmt: skip
    assert found.total.result.satisfied == Rate(1, 2)
    assert found.total.attitude.fairly == Rate(1, 1), "one form says nothing of the attitude"
    assert found.total.result == handled[BY_RESULT].satisfied
    assert found.total.attitude == handled[BY_ATTITUDE].satisfied
    assert found.total.back == handled[BY_RESULT].back
    assert {row.name for row in found.units} == {s.HOUSING, s.CITY}, "the unit that only helped is not judged"


def test_a_form_that_never_came_back_though_reminded_is_shown_and_in_no_rate(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    first = s.three_signers(desk)
    s.replied(desk, first, s.CITY, s.day(90))
    for signer in (0, 1):
        s.judged(desk, first, signer, "satisfied", s.day(95))
    late = b.the(desk, first).signers[2].id
    verdicts.remind(desk, b.a_clerk(), first, [late], s.day(110))
    total = figures(desk).total

    assert (total.row.n("reminded"), total.row.n("waiting")) == (1, 0)
    assert (total.back, total.result.satisfied) == (Rate(2, 3), Rate(2, 2))


def test_nothing_asked_prints_a_dash(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    b.an_issue(desk)
    text = "".join(printed(desk, "verdicts", asked(period=YEAR)))
    assert "—(0/0)" in text
    assert figures(desk).total.result.satisfied == Rate(0, 0)
