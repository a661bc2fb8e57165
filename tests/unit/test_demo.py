"""The made-up desks: the same from the same seed, with everything in them that there is to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import pytest

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter, MatterRow
from station_desk.casework.context import Desk
from station_desk.demo import fill, make_demo, people, plan
from station_desk.domain.tracks import TRACKS
from station_desk.domain.vocabulary import LEVELS, SiteRole
from station_desk.errors import UserError
from station_desk.exchange.digest import digest

TODAY = date(2026, 11, 20)


def the_plan(seed: int, matters: int = 300, stations: int = 1) -> list[plan.VisitPlan]:
    deputies = people.deputies(Random(seed), 8)
    return list(plan.visits(seed, stations, matters, TODAY, deputies))


@dataclass(frozen=True, slots=True)
class Made:
    station: Path
    town: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    desks = make_demo(tmp_path_factory.mktemp("demo"), stations=8, matters=300, seed=1, today=TODAY)
    return Made(desks.station, desks.town)


def all_rows(path: Path) -> list[MatterRow]:
    desk = Desk.open(path)
    try:
        return browse.page(desk, MatterFilter(), limit=10_000)
    finally:
        desk.close()


def test_the_same_seed_tells_the_same_story() -> None:
    assert the_plan(5) == the_plan(5)
    assert the_plan(5) != the_plan(6)


@pytest.mark.parametrize("matters", [1, 7, 60, 301, 2_000])
def test_the_year_has_exactly_the_matters_asked_for_and_ends_today(matters: int) -> None:
    visits = the_plan(3, matters, stations=4)
    made = sum(1 + (case.suggestion is not None) for visit in visits for case in visit.cases)
    assert made == matters
    days = [visit.began.date() for visit in visits]
    assert days == sorted(days)
    assert days[-1] <= TODAY
    later = [act.on for v in visits for case in v.cases for act in case.acts if act.on > TODAY]
    assert later == []


def test_deputies_are_about_forty_over_all_five_levels() -> None:
    known = people.deputies(Random(1), 8)
    assert len(known) == 40
    assert {deputy.level for deputy in known} == set(LEVELS.terms)
    assert len({deputy.name for deputy in known}) == 40


def test_every_stage_of_every_track_is_there_to_look_at(made: Made) -> None:
    seen = {(row.track, row.stage) for row in all_rows(made.station)}
    declared = {(track.code, stage) for track in TRACKS.values() for stage in track.stages}
    assert declared - seen == set()


def test_something_is_overdue_due_today_and_due_tomorrow(made: Made) -> None:
    rows = all_rows(made.station)
    due = [row.due_on for row in rows if row.due_on is not None and row.closed_on is None]
    overdue = [day for day in due if day < TODAY]
    assert 5 <= len(overdue) <= 30
    assert TODAY in due
    assert date(2026, 11, 21) in due


def test_matters_end_in_every_way_and_verdicts_differ(made: Made) -> None:
    rows = all_rows(made.station)
    assert {"answered", "handled", "refused", "merged", "withdrawn", "petition"} <= {r.outcome for r in rows}
    assert {"very_satisfied", "satisfied", "fairly"} <= {row.verdict for row in rows}
    assert any(row.redone for row in rows)
    assert any(row.urged for row in rows)


def test_no_step_of_the_demo_is_out_of_place(made: Made) -> None:
    for path in (made.station, made.town):
        desk = Desk.open(path)
        odd = [
            row.number
            for row in browse.page(desk, MatterFilter(), limit=10_000)
            if (found := browse.detail(desk, row.id)) and any(step.odd for step in found.steps)
        ]
        problems = desk.check()
        desk.close()
        assert odd == []
        assert problems == []


def test_the_town_knows_its_stations_and_never_who_came(made: Made) -> None:
    desk = Desk.open(made.town)
    office = browse.office(desk)
    assert len(office.stations) == 8
    assert len([site for _, site in office.sites if site.role == "station"]) == 8
    assert browse.visitors(desk, "1") == []
    desk.close()


def test_the_same_seed_makes_the_same_titles(made: Made, tmp_path: Path) -> None:
    again = make_demo(tmp_path, stations=8, matters=300, seed=1, today=TODAY)
    mine = [(row.title, row.stage, row.due_on) for row in all_rows(made.station)]
    assert [(row.title, row.stage, row.due_on) for row in all_rows(again.station)] == mine


def test_a_desk_that_is_there_already_is_left_alone(made: Made) -> None:
    before = made.station.read_bytes()
    with pytest.raises(UserError):
        make_demo(made.station.parent, today=TODAY)
    assert made.station.read_bytes() == before


def test_a_large_demo_is_the_towns_and_checks_out(tmp_path: Path) -> None:
    desks = make_demo(tmp_path, stations=20, matters=3_000, seed=2, today=TODAY)
    desk = Desk.open(desks.main)
    assert desk.identity.role is SiteRole.TOWN
    assert browse.count(desk, MatterFilter()) == 3_000
    stages = {(row.track, row.stage) for row in browse.page(desk, MatterFilter(), limit=3_000)}
    declared = {(track.code, stage) for track in TRACKS.values() for stage in track.stages}
    assert declared - stages == set()
    steps = desk.check()
    with desk.reading() as connection:
        odd = connection.exec_driver_sql("SELECT count(*) FROM matter WHERE odd IS NOT NULL").scalar()
    desk.close()
    assert steps == []
    assert odd == 0


def test_filling_twice_from_one_seed_gives_the_same_titles(tmp_path: Path) -> None:
    titles = []
    for name in ("a", "b"):
        desk = Desk.create(tmp_path / f"{name}.desk", site="T", name="镇", role=SiteRole.TOWN)
        fill(desk, stations=3, matters=200, seed=4, today=TODAY)
        titles.append([row.title for row in browse.page(desk, MatterFilter(), limit=500)])
        assert len(digest(desk)) == 64
        desk.close()
    assert titles[0] == titles[1]
