"""Every form says whose it is as the settings have it: name, address, telephone, seal, page x of y."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from station_desk.casework import browse, honours, offices
from station_desk.casework.asked import asked as asked_of
from station_desk.casework.context import Desk
from station_desk.casework.honours import SupervisionEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Station
from station_desk.domain.vocabulary import SiteRole
from station_desk.reports import replyform
from station_desk.reports.declared import REPORTS, Kind
from tests import builders as b
from tests.reports import suggestions_of as s
from tests.reports.sheets_of import a_morning, asked, printed

STATION = ("会城街道圭峰联络站", "会城街道中心南路6号", "0750-6661234", "每周四9:00—11:30")
OFFICE = ("会城街道人大工委", "会城街道冈州大道28号", "0750-6660001")


def settle_station(desk: Desk) -> None:
    """What a clerk writes on the settings page of their station."""
    key = next(key for key, station in browse.office(desk).stations if station.code == "HC")
    name, address, phone, hours = STATION
    entry = Station(code="HC", name=name, address=address, phone=phone, hours=hours)
    offices.save(desk, b.a_clerk(), entry, key)
    offices.rename_site(desk, b.a_clerk(), name)


@pytest.fixture
def office(tmp_path: Path) -> Desk:
    """The desk of a congress office, its own entries filled in."""
    desk = b.a_desk(tmp_path, role=SiteRole.TOWN)
    name, address, phone = OFFICE
    offices.rename_site(desk, b.a_clerk(), name, None, address, phone)
    return desk


def handed(desk: Desk) -> RecordId:
    return s.three_signers(desk)


@pytest.mark.parametrize("name", ["hand-over", "feedback", "refusal"])
def test_a_stations_papers_carry_its_name_address_and_telephone(tmp_path: Path, name: str) -> None:
    desk, visit = a_morning(tmp_path)
    settle_station(desk)
    matter = visit.matters[2][0] if name == "refusal" else visit.matters[0][0]
    text = "".join(printed(desk, name, asked(matter)))
    for said in STATION[:3]:
        assert said in text
    assert (STATION[3] in text) == (name != "hand-over"), "when it is open is for visitors"


def test_the_registration_form_names_the_station_as_it_is_called_now(tmp_path: Path) -> None:
    desk, visit = a_morning(tmp_path)
    settle_station(desk)
    assert f"站点：{STATION[0]}" in printed(desk, "registration", asked(visit.visit))[0]


@pytest.mark.parametrize("name", ["hand-over", "urge", "consultation"])
def test_an_offices_papers_carry_its_name_address_and_telephone(office: Desk, name: str) -> None:
    made = handed(office)
    if name == "consultation":
        s.replied(office, made, s.CITY, s.day(82))
    text = "".join(printed(office, name, asked(made)))
    for said in OFFICE:
        assert said in text


def test_who_hands_over_urges_or_supervises_seals_it_with_its_day(office: Desk) -> None:
    made = handed(office)
    entry = SupervisionEntry(on=date(2026, 4, 1), criterion="cross", decided_by="主任会议", led_by="梁副主任")
    honours.supervise(office, b.a_clerk(), made, entry)
    for name, day in (
        ("hand-over", "2026年3月6日"),
        ("urge", "2026年9月1日"),
        ("supervision", "2026年4月1日"),
    ):
        for page in printed(office, name, asked(made)):
            assert f"{OFFICE[0]}（盖章）{day}" in page


def test_where_the_settings_say_nothing_nothing_is_made_up(tmp_path: Path) -> None:
    desk, visit = a_morning(tmp_path)
    text = "".join(printed(desk, "hand-over", asked(visit.matters[0][0])))
    assert "联系方式" not in text
    assert "None" not in text


def test_every_form_but_a_letter_numbers_its_pages_of_how_many(office: Desk) -> None:
    made = handed(office)
    for name in ("hand-over", "suggestion", "urge"):
        pages = printed(office, name, asked(made))
        for number, page in enumerate(pages, 1):
            assert f"第{number}页共{len(pages)}页" in page, name
            assert "李敏打印" in page, "who printed it"
    assert {report.name for report in REPORTS.values() if report.kind is Kind.FORM} >= {"hand-over", "urge"}


def test_a_units_reply_sheet_tells_where_the_answer_goes(office: Desk, tmp_path: Path) -> None:
    made = handed(office)
    charge = b.charges(office, made)[s.CITY].id
    target = replyform.write(asked_of(office, made, charge), tmp_path / "回复单.xlsx")
    text = "".join(str(cell.value) for row in load_workbook(target).worksheets[0] for cell in row)
    for said in OFFICE:
        assert said in text
