"""The office's lists and rules: added, changed, taken in whole, taken off."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_desk.casework import browse, history, offices, people
from station_desk.casework.context import Actor, Desk
from station_desk.casework.offices import Taken
from station_desk.domain.profile_text import builtin_text
from station_desk.domain.records import Category, Deputy, Grid, Person, Station, Unit
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError, ValidationError
from tests.builders import (
    a_clerk,
    a_deputy,
    a_desk,
    a_unit,
    an_issue,
    charges,
    commits,
    deliver,
    handed_over,
    log_of,
    the,
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path)


def edited(version: str) -> str:
    text = builtin_text("guangdong").replace('version = "guangdong-1"', f'version = "{version}"')
    before, after = text.split('[clocks."issue.handling"]')
    return before + '[clocks."issue.handling"]' + after.replace("n = 15", "n = 5", 1)


def test_an_entry_is_added_and_changed_in_one_commit_each(desk: Desk) -> None:
    before = commits(desk)
    unit, changed = offices.save(desk, a_clerk(), Unit(name="市政所", phone="0750-1"))
    offices.save(desk, a_clerk(), Unit(name="市政管理所"), unit)

    assert commits(desk) == before + 2
    assert changed.types == {"unit"}
    assert browse.office(desk).units[0][1] == Unit(name="市政管理所", office="HC")


def test_a_wrong_entry_is_refused(desk: Desk) -> None:
    unit = a_unit(desk)
    before = commits(desk)
    for record, ident in ((Deputy(name="陈伟雄"), None), (Unit(name=None), unit)):
        with pytest.raises(ValidationError):
            offices.save(desk, a_clerk(), record, ident)

    assert commits(desk) == before


def test_what_is_taken_off_a_list_still_shows_where_it_was_used(desk: Desk) -> None:
    issue, unit = an_issue(desk), a_unit(desk)
    handed_over(desk, issue, (unit, "lead"))
    offices.remove(desk, a_clerk(), Unit, unit, "机构改革")

    assert browse.office(desk).units == ()
    assert list(charges(desk, issue)) == ["区市政管理所"]


def test_a_list_is_taken_in_whole_and_again(desk: Desk) -> None:
    rows = [Deputy(name=f"代表{n}", level="city", phone=str(n)) for n in range(5)]
    before = commits(desk)
    assert offices.take_list(desk, a_clerk(), Deputy, rows) == Taken(5, 0, 0)
    assert commits(desk) == before + 1
    rows[0] = Deputy(name="代表0", level="city", phone="139", station="HC")
    assert offices.take_list(desk, a_clerk(), Deputy, [*rows, Deputy(name="新", level="city")]) == Taken(
        1, 1, 4
    )
    assert offices.take_list(desk, a_clerk(), Deputy, rows) == Taken(0, 0, 5)
    assert commits(desk) == before + 2
    with pytest.raises(ValidationError):
        offices.take_list(
            desk, a_clerk(), Deputy, [Deputy(name="另一位", level="city"), Deputy(name="无层级")]
        )

    assert commits(desk) == before + 2
    assert len(browse.office(desk).deputies) == 6


def test_a_row_named_twice_in_one_list_is_one_entry(desk: Desk) -> None:
    twice = [Grid(name="一网格", village="东甲"), Grid(name="一网格", village="东甲", head="陈")]

    assert offices.take_list(desk, a_clerk(), Grid, twice) == Taken(1, 1, 0)
    assert [g.head for _, g in browse.office(desk).grids] == ["陈"]


def test_the_edited_categories_take_the_place_of_the_profiles(desk: Desk) -> None:
    assert len(offices.category_names(desk)) > 5
    for rank, name in ((2, "市政"), (1, "医保")):
        offices.save(desk, a_clerk(), Category(name=name, rank=rank))
    offices.save(desk, a_clerk(), Category(name="旧类", rank=3, hidden=True))

    assert offices.category_names(desk) == ["医保", "市政"]


def test_a_stations_own_entry_is_there_from_the_start(desk: Desk) -> None:
    ((ident, station),) = browse.office(desk).stations
    assert (station.code, station.name) == ("HC", "会城站")
    offices.save(desk, a_clerk(), Station(code="HC", name="会城站", address="江会路1号"), ident)

    assert browse.office(desk).stations[0][1].address == "江会路1号"


def test_a_renamed_site_is_called_so_when_opened_again(desk: Desk) -> None:
    before = commits(desk)
    offices.rename_site(desk, a_clerk(), "会城中心站", "TOWN")

    assert commits(desk) == before + 1
    for found in (desk, Desk.open(desk.path)):
        assert (found.identity.name, found.identity.parent) == ("会城中心站", "TOWN")
        assert found.identity.office == "TOWN"
    with pytest.raises(ValidationError):
        offices.rename_site(desk, a_clerk(), " ")
    assert desk.identity.name == "会城中心站"


def test_undoing_a_move_brings_the_desk_back_under_its_old_office(desk: Desk) -> None:
    before = desk.identity
    offices.rename_site(desk, a_clerk(), "会城中心站", "TOWN")
    assert (desk.identity.name, desk.identity.parent) == ("会城中心站", "TOWN")
    history.undo(desk, a_clerk())
    assert (desk.identity.name, desk.identity.parent) == (before.name, before.parent)
    history.redo(desk, a_clerk())
    assert (desk.identity.name, desk.identity.parent) == ("会城中心站", "TOWN")


# --- rules ------------------------------------------------------------------------------------------------


def test_matters_keep_the_rules_they_began_under(desk: Desk) -> None:
    old, unit = an_issue(desk), a_unit(desk)
    before = commits(desk)
    offices.save_profile(desk, a_clerk(), edited("新会-2"))
    assert commits(desk) == before + 1
    new = an_issue(desk)
    for issue in (old, new):
        handed_over(desk, issue, (unit, "lead"))

    due = [the(desk, issue).row.due_on for issue in (old, new)]
    assert [str(day) for day in due] == ["2026-05-27", "2026-05-13"]
    assert desk.check() == []


def test_a_version_is_written_once(desk: Desk) -> None:
    offices.save_profile(desk, a_clerk(), edited("新会-2"))
    before = commits(desk)
    for version in ("新会-2", "guangdong-1"):
        with pytest.raises(UserError, match=version):
            offices.save_profile(desk, a_clerk(), edited(version))
    with pytest.raises(ValidationError):
        offices.save_profile(desk, a_clerk(), "[[[")

    assert commits(desk) == before


def test_typed_text_becomes_a_value() -> None:
    assert offices.typed(Category, "rank", " 7 ") == 7
    assert offices.typed(Category, "hidden", "是") is True
    assert offices.typed(Category, "name", " ") is None
    with pytest.raises(ValueError, match="七"):
        offices.typed(Category, "rank", "七")


def test_what_belongs_to_another_site_is_refused_in_words_not_proposed_in_silence(tmp_path: Path) -> None:
    town = a_desk(tmp_path, site="HCZ", role=SiteRole.TOWN)
    station = a_desk(tmp_path, parent="HCZ")
    deputy = a_deputy(town)
    deliver(station, log_of(town))
    before = commits(station)
    with pytest.raises(UserError, match="HCZ"):
        offices.remove(station, a_clerk(), Deputy, deputy, "")
    assert commits(station) == before


def test_a_deputy_changes_none_of_the_offices_lists(tmp_path: Path) -> None:
    desk = a_desk(tmp_path, site="HC-D1", role=SiteRole.DEPUTY)
    herself = Actor("黄丽贞", Role.DEPUTY)
    unit = a_unit(desk)
    before = commits(desk)
    for change in (
        lambda: offices.save(desk, herself, Deputy(name="陈伟雄", level="town")),
        lambda: offices.remove(desk, herself, Unit, unit, "不要了"),
        lambda: offices.take_list(desk, herself, Unit, [Unit(name="另一单位")]),
    ):
        with pytest.raises(UserError, match="工作人员维护"):
            change()
    assert commits(desk) == before
    offices.save(desk, herself, Person(site="HC-D1", name="黄丽贞", role="deputy"))
    assert [worker.name for worker in people.workers(desk)] == ["黄丽贞"]


def test_a_list_of_people_is_taken_in_under_the_same_rules_as_one(desk: Desk) -> None:
    with pytest.raises(ValidationError):
        offices.take_list(desk, a_clerk(), Person, [Person(site="HC", name="林晓", role="viewer")])
    assert people.workers(desk) == []
