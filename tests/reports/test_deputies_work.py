"""代表履职统计: what is recorded of each deputy, by level and name, and the records behind it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from station_desk.casework import browse, intake, offices, statistics
from station_desk.casework.context import Desk
from station_desk.casework.intake import VisitEntry, VisitorEntry
from station_desk.casework.statistics import Cell, Period
from station_desk.casework.statistics_deputies import DeputyRow, deputy_figures
from station_desk.domain.declare import RecordId
from station_desk.domain.figures import Rate
from station_desk.domain.records import Deputy, Station
from station_desk.reports import deputies
from station_desk.reports.content import plain
from tests import builders as b
from tests.reports import suggestions_of as s
from tests.reports.sheets_of import asked, printed

YEAR = Period.of_months("2026-01", "2026-12")
TODAY = date(2026, 12, 1)


def rows(desk: Desk, scope: str = "") -> dict[str, DeputyRow]:
    found = deputy_figures(desk, YEAR, scope, today=TODAY)
    return {row.name: row for _, level in found.levels for row in level}


def received(desk: Desk, *who: RecordId, on: date = b.DAY, channel: str = "station", people: int = 1) -> None:
    entry = VisitEntry(
        began=datetime(on.year, on.month, on.day, 9), channel=channel, visitor=VisitorEntry(name="梁锦萍"),
        informed=True, matters=(b.a_matter("路灯不亮"), b.a_matter("积水")), people=people, deputies=who,
    )  # fmt: skip
    intake.save_visit(desk, b.a_clerk(), entry)


def test_what_a_deputy_received_is_counted_by_day_visit_and_person(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    chen, feng = b.a_deputy(desk), b.a_deputy(desk, "冯少珍")
    received(desk, chen, people=3)
    received(desk, chen, feng)
    received(desk, chen, on=b.DAY + timedelta(1), channel="visit")
    found = rows(desk)

    measures = ("days", "calls", "parties", "people", "collected")
    assert [found["陈伟雄"].n(name) for name in measures] == [2, 1, 3, 5, 6]
    assert [found["冯少珍"].n(name) for name in measures] == [1, 0, 1, 1, 2]


def test_each_number_opens_what_it_counts(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    chen, feng = b.a_deputy(desk), b.a_deputy(desk, "冯少珍")
    received(desk, chen)
    received(desk, feng, channel="grid")
    received(desk, chen, channel="visit", on=b.DAY + timedelta(1))
    row = rows(desk)["陈伟雄"]

    def opened(measure: str) -> int:
        link = row.behind(measure)
        assert isinstance(link, Cell)
        return len(browse.page(desk, statistics.behind(desk, asked(period=YEAR), link)))

    assert (opened("collected"), row.n("collected")) == (4, 4)
    assert opened("calls") == 2, "the two matters of the visit made away from the station"


def test_led_joined_and_judged_in_time(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    first = s.three_signers(desk)
    s.replied(desk, first, s.CITY, s.day(90))
    s.judged(desk, first, 0, "satisfied", s.day(95))
    s.judged(desk, first, 1, "satisfied", s.day(140))  # a term of 15 working days is long over
    found = rows(desk)
    lead, second, third = (found[name] for name in s.DEPUTIES)

    assert [(row.n("led"), row.n("joined")) for row in (lead, second, third)] == [(1, 0), (0, 1), (0, 1)]
    assert (lead.in_time, second.in_time, third.in_time) == (Rate(1, 1), Rate(0, 1), Rate(0, 0))
    link = second.behind("given")
    assert not isinstance(link, Cell)
    assert [row.id for row in browse.page(desk, link)] == [first]


@pytest.mark.parametrize(("days", "in_time"), [(0, 1), (21, 1), (22, 0)])
def test_the_last_day_of_the_term_is_in_time(tmp_path: Path, days: int, in_time: int) -> None:
    desk = b.a_desk(tmp_path)
    made = s.submitted(desk, s.deputies(desk, ("陈伟雄",)))
    s.handed(desk, made, (s.unit(desk, s.CITY), "lead"))
    answered = date(2026, 7, 1)  # 15 working days on, with no holiday between: 22 July
    s.replied(desk, made, s.CITY, answered)
    s.judged(desk, made, 0, "satisfied", answered + timedelta(days))
    assert rows(desk)["陈伟雄"].n("in_time") == in_time


def test_deputies_stand_by_level_and_name_and_never_by_merit(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    for name, level in (("赵一", "town"), ("李二", "town"), ("王三", "city")):
        offices.save(desk, b.a_clerk(), Deputy(name=name, level=level))
    idle, busy = (row for row in browse.office(desk).deputies if row[1].level == "town")
    for _ in range(3):
        received(desk, busy[0])
    table = deputies.table(deputy_figures(desk, YEAR, today=TODAY), asked(period=YEAR))

    assert [section.title for section in table.sections] == ["市人大代表", "镇人大代表"]
    assert [plain(row[0]) for row in table.sections[1].rows] == [idle[1].name, busy[1].name]
    assert all(section.total is None for section in table.sections), "several receive at once: no sum"
    assert "不排名" in "".join(printed(desk, "deputies-work", asked(period=YEAR)))


def test_a_station_shows_its_own_deputies_and_who_received_there(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    offices.save(desk, b.a_clerk(), Station(code="CN", name="城南站"))
    for name, station in (("赵一", "CN"), ("李二", "DJ"), ("王三", "DJ")):
        offices.save(desk, b.a_clerk(), Deputy(name=name, level="town", station=station))
    guest = next(key for key, deputy in browse.office(desk).deputies if deputy.name == "王三")
    b.a_visit(desk, deputies=(guest,), station="CN")
    assert rows(desk, "CN").keys() == {"赵一", "王三"}
