"""Who works at a desk: entered by those who may write, as what the desk gives, chosen without password."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import handling, offices, people
from station_desk.casework.context import Actor, Desk
from station_desk.domain.records import Person, Unit
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError, ValidationError
from station_desk.settings import SettingsFile
from tests.builders import a_clerk, a_desk, an_issue, commits

VIEWER = Actor("林晓", Role.VIEWER)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    i18n.set_language(i18n.CHINESE)
    return a_desk(tmp_path)


def _problems(call: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(ValidationError) as caught:
        call()
    return {problem.field: problem.message for problem in caught.value.problems}


def test_whoever_is_chosen_works_as_what_they_were_entered(desk: Desk) -> None:
    people.enter(desk, a_clerk(), "李敏", Role.CLERK)
    people.enter(desk, a_clerk(), "何健生", Role.HEAD)
    people.enter(desk, a_clerk(), "林晓", Role.VIEWER)
    assert people.at_work(desk, "何健生") == Actor("何健生", Role.HEAD)
    assert people.at_work(desk, "林晓") == VIEWER
    assert people.at_work(desk, "张三") == Actor("张三", Role.CLERK), (
        "not entered: as a station usually works"
    )
    assert people.at_work(desk, "") == Actor("会城站", Role.CLERK)


@pytest.mark.parametrize(
    ("kind", "as_what", "too_much"),
    [
        (SiteRole.STATION, Role.HEAD, Role.OFFICE),
        (SiteRole.TOWN, Role.OFFICE, Role.COUNTY),
        (SiteRole.COUNTY, Role.COUNTY, Role.OFFICE),
        (SiteRole.CITY, Role.COUNTY, Role.DEPUTY),
        (SiteRole.DEPUTY, Role.DEPUTY, Role.CLERK),
    ],
)
def test_nobody_is_made_more_than_the_desk_gives(
    tmp_path: Path, kind: SiteRole, as_what: Role, too_much: Role
) -> None:
    desk = a_desk(tmp_path, "X", role=kind, parent="HCZ")
    actor = people.at_work(desk, "何健生")
    assert "role" in _problems(lambda: people.enter(desk, actor, "何健生", too_much))
    people.enter(desk, actor, "何健生", as_what)
    assert [(w.name, w.role) for w in people.workers(desk)] == [("何健生", as_what)]


def test_somebody_who_may_write_always_remains(desk: Desk) -> None:
    first = _problems(lambda: people.enter(desk, a_clerk(), "林晓", Role.VIEWER))
    assert first == {"role": people._nobody_writes()}, "the first entered must be able to enter the next"
    clerk, _ = people.enter(desk, a_clerk(), "李敏", Role.CLERK)
    people.enter(desk, a_clerk(), "林晓", Role.VIEWER)
    assert "role" in _problems(lambda: people.change(desk, a_clerk(), clerk, "李敏", Role.VIEWER))
    with pytest.raises(UserError):
        people.remove(desk, a_clerk(), clerk)
    people.enter(desk, a_clerk(), "何健生", Role.HEAD)
    people.remove(desk, a_clerk(), clerk)
    assert [w.name for w in people.workers(desk)] == ["何健生", "林晓"]


def test_no_other_way_makes_somebody_more(desk: Desk) -> None:
    too_much = Person(site="HC", name="何健生", role=Role.COUNTY.value)
    assert set(_problems(lambda: offices.save(desk, a_clerk(), too_much))) == {"role"}


def test_a_name_is_entered_once(desk: Desk) -> None:
    people.enter(desk, a_clerk(), "李敏", Role.CLERK)
    assert set(_problems(lambda: people.enter(desk, a_clerk(), " 李敏 ", Role.HEAD))) == {"name"}
    assert set(_problems(lambda: people.enter(desk, a_clerk(), " ", Role.HEAD))) == {"name"}


@pytest.mark.parametrize(
    "attempt",
    [
        lambda desk, issue: handling.note(desk, VIEWER, issue, "已到现场", date(2026, 5, 21)),
        lambda desk, issue: offices.save(desk, VIEWER, Unit(name="区水务局")),
        lambda desk, issue: offices.take_list(desk, VIEWER, Unit, [Unit(name="区水务局")]),
        lambda desk, issue: offices.rename_site(desk, VIEWER, "新名"),
        lambda desk, issue: people.enter(desk, VIEWER, "林晓", Role.CLERK),
    ],
    ids=["a note", "a list's entry", "a sheet of a list", "the desk's name", "themselves as a clerk"],
)
def test_a_viewer_writes_nothing_and_is_told_so(
    desk: Desk, attempt: Callable[[Desk, object], object]
) -> None:
    issue = an_issue(desk)
    before = commits(desk)
    with pytest.raises(UserError, match="只读"):
        attempt(desk, issue)
    assert commits(desk) == before


def test_each_desk_remembers_who_works_there(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    settings.change(clerk="李敏")
    settings.work_as(tmp_path / "HC.desk", "何健生")
    again = SettingsFile(tmp_path / "settings.json")
    assert again.worker(tmp_path / "HC.desk") == "何健生"
    assert again.worker(tmp_path / "SZ.desk") == "李敏"
