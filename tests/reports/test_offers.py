"""Which matters a form offers: those it prints, and no others; what a number on a page stands for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from station_desk.casework import browse, honours, reveal
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.casework.dossier_offers import Paper, offered
from station_desk.casework.honours import SupervisionEntry
from station_desk.casework.statistics import Cell, Period
from station_desk.demo.make import make_demo
from station_desk.errors import UserError
from station_desk.reports import catalogue
from station_desk.reports.content import One
from station_desk.reports.preview import Preview
from station_desk.reports.request import ReportRequest
from tests import builders as b
from tests.reports import suggestions_of as of

TODAY = date(2026, 5, 21)
_MADE_AT = datetime(2026, 5, 21, 9, 0)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = b.a_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk.open(make_demo(tmp_path_factory.mktemp("demo"), today=TODAY).main)
    yield desk
    desk.close()


def _prints(desk: Desk, name: str, record: browse.MatterRow) -> bool:
    try:
        catalogue.render(desk, name, ReportRequest(record=record.id, made_at=_MADE_AT))
    except UserError:
        return False
    return True


@pytest.mark.parametrize(
    "name", [report.name for report in catalogue.REPORTS.values() if report.paper is not None]
)
def test_a_form_offers_the_matters_it_prints_and_no_others(worked: Desk, name: str) -> None:
    paper = catalogue.find(name).paper
    assert paper is not None
    found = {row.id for row in offered(worked, paper, "", limit=1_000)}
    everything = browse.page(worked, MatterFilter(), limit=1_000)
    stages = {(row.track, row.stage): row for row in everything}  # one of every stage of every track
    tried = [*stages.values(), *(row for row in everything if row.id in found)][:60]
    wrong = [(row.number, row.stage) for row in tried if _prints(worked, name, row) != (row.id in found)]
    assert wrong == []


def test_what_is_typed_narrows_what_is_offered(worked: Desk) -> None:
    first = offered(worked, Paper.ASKED, "", limit=1)[0]
    assert [row.id for row in offered(worked, Paper.ASKED, first.official_number)] == [first.id]
    assert offered(worked, Paper.ASKED, "没有这样的标题") == []
    assert {row.track for row in offered(worked, Paper.MOTION, "")} == {"motion"}


def test_a_suggestion_under_key_supervision_is_offered_for_its_slip(desk: Desk) -> None:
    made = of.three_signers(desk)
    assert offered(desk, Paper.SUPERVISED, "") == []
    entry = SupervisionEntry(
        on=of.day(81), criterion="cross", decided_by="区人大常委会主任会议", led_by="黄志华"
    )
    honours.supervise(desk, b.a_clerk(), made, entry)
    assert [row.id for row in offered(desk, Paper.SUPERVISED, "内涝")] == [made]
    assert _prints(desk, "supervision", browse.page(desk, MatterFilter(), limit=1)[0])


def test_every_number_of_the_handling_table_is_on_the_page_where_it_opens_its_suggestions(
    worked: Desk,
) -> None:
    draft = catalogue.draft(worked, "suggestions-handled", ReportRequest(made_at=_MADE_AT))
    everything = {row.id for row in browse.page(worked, MatterFilter(tracks=("suggestion",)), limit=500)}
    with Preview(draft.pdf) as document:
        for spot in draft.spots:
            wide, high = document.size(spot.page)
            assert 0 < spot.left < spot.left + spot.wide < wide
            assert 0 < spot.top < spot.top + spot.high < high
            assert isinstance(spot.link, MatterFilter)
            assert spot.link.ids
            assert set(spot.link.ids) <= everything
    raised = draft.counts[0].counted[0]
    assert raised.text == str(len(everything))
    assert isinstance(raised.link, MatterFilter)
    assert set(raised.link.ids or ()) == everything
    for line in draft.counts:
        for counted in line.counted:
            assert (counted.link is None) == (counted.text == "0"), f"{line.name} {counted.label}"


def test_what_is_to_be_handled_leaves_out_what_was_withdrawn(worked: Desk) -> None:
    draft = catalogue.draft(worked, "suggestions-handled", ReportRequest(made_at=_MADE_AT))
    named = {counted.label.zh: counted for counted in draft.counts[0].counted}
    due, withdrawn = named["应办"].link, named["撤回"].link
    assert isinstance(due, MatterFilter)
    assert isinstance(withdrawn, MatterFilter)
    assert len(due.ids or ()) == int(named["应办"].text)
    assert not set(due.ids or ()) & set(withdrawn.ids or ())


def test_each_promise_opens_its_suggestion_and_the_sums_those_they_count(worked: Desk) -> None:
    draft = catalogue.draft(worked, "promises", ReportRequest(made_at=_MADE_AT))
    total = {counted.label.zh: int(counted.text) for counted in draft.counts[0].counted}
    assert total["承诺事项"] > 0
    assert total["承诺事项"] == sum(count for name, count in total.items() if name != "承诺事项")
    assert {spot.link.track for spot in draft.spots if isinstance(spot.link, One)} == {"suggestion"}
    assert all(isinstance(spot.link, One) and browse.detail(worked, spot.link.id) for spot in draft.spots)


def test_the_months_numbers_are_places_in_its_figures(worked: Desk) -> None:
    period = Period(TODAY.replace(day=1), TODAY + timedelta(10))
    draft = catalogue.draft(worked, "monthly", ReportRequest(made_at=_MADE_AT, period=period))
    cells = [spot.link for spot in draft.spots]
    assert Cell("collected") in cells
    assert all(isinstance(cell, Cell) for cell in cells)


def test_a_list_in_full_is_written_down_with_its_reason_and_not_without(desk: Desk) -> None:
    with pytest.raises(UserError):
        reveal.listed(desk, b.a_clerk(), "今日联系清单", "  ")
    assert reveal.log(desk) == []
    reveal.listed(desk, b.a_clerk(), "今日联系清单", "下午逐一电话反馈")
    assert [(entry.actor, entry.matter) for entry in reveal.log(desk)] == [
        (b.a_clerk().name, "今日联系清单：下午逐一电话反馈")
    ]
