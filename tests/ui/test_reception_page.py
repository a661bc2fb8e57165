"""Reception: a visit in a minute, by keyboard; nothing typed is lost; earlier matters help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.casework import browse, drafts, handling, intake, offices
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Actor, Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Unit
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.ui import theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.main_window import MainWindow, PageSpec
from station_desk.ui.pages.reception import ReceptionPage
from station_desk.ui.session import Session
from station_desk.ui.widgets.page import Page
from tests.ui.at_desk import in_chinese, room

TODAY = date(2026, 5, 21)
CLERK = Actor("李敏", Role.CLERK)


@dataclass(frozen=True)
class Station:
    """A desk with a unit, a deputy, and one visitor who came in April."""

    desk: Desk
    unit: RecordId
    deputy: RecordId
    earlier: RecordId
    windows: list[MainWindow]  # held, since a window lives as long as someone holds it


@pytest.fixture
def station(tmp_path: Path, app: QApplication) -> Iterator[Station]:
    desk = Desk.create(tmp_path / "hc.desk", site="HC", name="会城站", role=SiteRole.STATION)
    unit, _ = offices.save(desk, CLERK, Unit(name="区市政管理所"))
    deputy, _ = offices.save(desk, CLERK, Deputy(name="陈伟雄", level="city"))
    saved = intake.save_visit(
        desk,
        CLERK,
        intake.VisitEntry(
            began=datetime(2026, 4, 20, 9, 31),
            channel="station",
            visitor=intake.VisitorEntry(name="梁锦萍", phone="13812344620", address="同德里12号"),
            informed=True,
            deputies=(deputy,),
            matters=(
                intake.MatterEntry(
                    text="江会路南段雨天积水，铺头都浸水",
                    category="市政排水",
                    place="江会路南段",
                    route=intake.HandOver((handling.UnitCharge(unit, "lead"),)),
                ),
            ),
        ),
    )
    with in_chinese(app):
        yield Station(desk, unit, deputy, saved.matters[0][0], [])
    desk.close()


def settle(jobs: Jobs, qtbot: QtBot) -> None:
    """Wait for what the page reads or writes to have come back."""
    qtbot.waitUntil(lambda: not jobs.is_busy(), timeout=10_000)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not jobs.is_busy(), timeout=10_000)


def open_page(station: Station, jobs: Jobs, qtbot: QtBot, wide: int = 1366) -> ReceptionPage:
    """The page in a window of its own, as a clerk has it."""
    session = Session(station.desk, CLERK, jobs, today=lambda: TODAY)
    window = MainWindow(
        [
            PageSpec("reception", "接待", "sun", lambda: ReceptionPage(session)),
            PageSpec("matters", "事项", "sun", Page),
        ],
        jobs,
        {},
    )
    session.setParent(window)
    station.windows.append(window)
    qtbot.addWidget(window)
    window.resize(wide, 696)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page = window.open_page("reception")
    assert isinstance(page, ReceptionPage)
    settle(jobs, qtbot)
    return page


def matters(desk: Desk) -> list[browse.MatterRow]:
    return browse.page(desk, MatterFilter())


def test_a_visit_is_logged_by_keyboard_and_the_card_is_clear_for_the_next(
    station: Station, jobs: Jobs, qtbot: QtBot
) -> None:
    page = open_page(station, jobs, qtbot)
    ui = page.card.ui
    assert ui.visitorName.hasFocus()
    qtbot.keyClicks(ui.visitorName, "Ou Binghui")
    qtbot.keyClicks(ui.phone, "13712340000")
    ui.informed.setFocus()
    qtbot.keyClick(ui.informed, Qt.Key.Key_Space)
    words = page.matters.cards[0].ui.words
    words.setFocus()
    qtbot.keyClicks(words, "No street lamp in Dongjia lane")
    said: list[str] = []
    page.session.said.connect(lambda text, undoable: said.append(text))
    qtbot.keyClick(words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(said))
    settle(jobs, qtbot)
    newest = matters(station.desk)[0]
    assert (newest.title, newest.person, newest.stage) == (
        "No street lamp in Dongjia lane",
        "Ou Binghui",
        "accepted",
    )
    assert "HC-20260521-01" in said[0]
    assert page.draft().blank
    assert drafts.all(station.desk, "visit:") == []


def test_initials_find_someone_who_came_before_and_fill_in_what_is_known(
    station: Station, jobs: Jobs, qtbot: QtBot
) -> None:
    page = open_page(station, jobs, qtbot)
    ui = page.card.ui
    qtbot.keyClicks(ui.visitorName, "ljp")
    qtbot.waitUntil(lambda: bool(ui.visitorName.picks_shown()), timeout=10_000)
    qtbot.keyClick(ui.visitorName, Qt.Key.Key_Down)
    qtbot.keyClick(ui.visitorName, Qt.Key.Key_Return)
    settle(jobs, qtbot)
    assert (ui.visitorName.text(), ui.phone.text()) == ("梁锦萍", "138****4620")
    assert ui.address.text() == "同德里12号"
    assert ui.nameField.property("aside") == "曾来访 1 次"
    assert page.side.past.isVisible()
    ui.phoneEye.click()
    settle(jobs, qtbot)
    assert ui.phone.text() == "13812344620"
    ui.visitorName.setFocus()
    qtbot.keyClick(ui.visitorName, Qt.Key.Key_Backspace)
    assert (ui.phone.text(), page.draft().known) == ("", "")


def test_another_matter_closes_the_first_to_one_line_that_says_what_it_lacks(
    station: Station, jobs: Jobs, qtbot: QtBot
) -> None:
    page = open_page(station, jobs, qtbot)
    first = page.matters.cards[0]
    first.ui.words.setPlainText("医保异地备案怎样办")
    qtbot.keyClick(first.ui.words, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert len(page.matters.cards) == 2
    assert (first.ui.title.text(), first.ui.state.text()) == ("医保异地备案怎样办", "已填好")
    assert page.matters.cards[1].ui.words.hasFocus()
    page.matters.cards[1].ui.route.set_value("hand_over")
    page.matters.cards[1].ui.words.setPlainText("路灯不亮")
    page.matters.open(first)
    assert page.matters.cards[1].ui.state.text() == "未填好"


def test_a_missing_unit_is_said_beside_its_field_and_nothing_typed_is_lost(
    station: Station, jobs: Jobs, qtbot: QtBot
) -> None:
    page = open_page(station, jobs, qtbot)
    page.anonymous.click()
    card = page.matters.cards[0]
    card.ui.words.setPlainText("路灯不亮")
    card.ui.route.buttons()[1].click()
    page.matters.another()
    page.matters.cards[1].ui.words.setPlainText("井盖松动")
    before = len(matters(station.desk))
    page.save_next.click()
    assert card.is_open()
    assert card.ui.unit.hasFocus()
    assert card.ui.unitField.error.text()
    assert card.ui.words.toPlainText() == "路灯不亮"
    assert len(matters(station.desk)) == before
    card.ui.unit.setText("区市政管理所")  # as an input method commits it
    page.save_next.click()
    qtbot.waitUntil(lambda: page.draft().blank, timeout=10_000)
    rows = {row.title: row for row in matters(station.desk)}
    assert (rows["路灯不亮"].stage, rows["路灯不亮"].holder) == ("assigned", "区市政管理所")
    assert (rows["井盖松动"].stage, rows["井盖松动"].person) == ("accepted", "")


def test_half_typed_work_is_offered_again_after_a_kill_and_never_mixed_up(
    station: Station, jobs: Jobs, qtbot: QtBot
) -> None:
    page = open_page(station, jobs, qtbot)
    qtbot.keyClicks(page.card.ui.visitorName, "Zhao")
    page.matters.cards[0].ui.words.setPlainText("外墙瓷砖脱落")
    qtbot.waitUntil(lambda: bool(drafts.all(station.desk, "visit:")), timeout=5_000)
    after = open_page(station, jobs, qtbot)
    assert after.draft().blank
    assert after.card.ui.offer.isVisible()
    after.matters.cards[0].ui.words.setPlainText("另一位来访人的话")
    after.card.ui.offer.linkActivated.emit()
    settle(jobs, qtbot)
    assert after.card.ui.visitorName.text() == "Zhao"
    assert after.matters.cards[0].ui.words.toPlainText() == "外墙瓷砖脱落"
    kept = {draft.payload.count("另一位"): draft.key for draft in drafts.all(station.desk, "visit:")}
    assert set(kept) == {0, 1}
    assert [draft.matters[0].text for draft in after.offers_line.waiting()] == ["另一位来访人的话"]


def test_a_discarded_card_can_be_taken_back(station: Station, jobs: Jobs, qtbot: QtBot) -> None:
    page = open_page(station, jobs, qtbot)
    page.matters.cards[0].ui.words.setPlainText("公交站牌被树遮挡")
    page.give_up.click()
    assert page.draft().blank
    page.card.ui.offer.linkActivated.emit()
    settle(jobs, qtbot)
    assert page.matters.cards[0].ui.words.toPlainText() == "公交站牌被树遮挡"
    assert len(drafts.all(station.desk, "visit:")) == 1


def test_a_pasted_text_fills_what_it_names(station: Station, jobs: Jobs, qtbot: QtBot) -> None:
    page = open_page(station, jobs, qtbot)
    page.paste.click()
    page.card.ui.pasteText.setPlainText("我叫容秀珍，电话13712341111，中心路地砖松动，长者易绊倒")
    page.card.ui.pasteTake.click()
    draft = page.draft()
    assert (draft.name, draft.phone, draft.matters[0].place) == ("容秀珍", "13712341111", "中心路")
    assert draft.matters[0].text == "中心路地砖松动，长者易绊倒"


def test_a_similar_matter_proposes_category_and_unit(station: Station, jobs: Jobs, qtbot: QtBot) -> None:
    page = open_page(station, jobs, qtbot)
    card = page.matters.cards[0]
    card.ui.words.setPlainText("江会路南段又浸水了，行人过不去")
    qtbot.waitUntil(lambda: card.ui.proposal.isVisible(), timeout=10_000)
    assert "市政排水" in card.ui.proposal.words()
    card.ui.proposal.linkActivated.emit()
    assert card.draft().category == "市政排水"
    page.side.likened.emit(matters(station.desk)[0])
    settle(jobs, qtbot)
    assert (card.draft().route, card.draft().unit) == ("hand_over", station.unit.hex())
    assert card.ui.dueBox.isVisible()
    card.ui.dueHow.click()
    assert "6" in card.ui.why.text()


def test_the_same_person_about_the_same_thing_is_merged_at_once(
    station: Station, jobs: Jobs, qtbot: QtBot
) -> None:
    page = open_page(station, jobs, qtbot)
    known = browse.visitors(station.desk, "梁锦萍")[0]
    page.card.show_known(known)
    page.card.ui.informed.setChecked(True)
    settle(jobs, qtbot)
    card = page.matters.cards[0]
    card.ui.words.setPlainText("江会路南段积水还没有人来处理")
    page.side.merged.emit(matters(station.desk)[0])
    assert not card.ui.routeRow.isVisible()
    page.save_next.click()
    qtbot.waitUntil(lambda: page.draft().blank, timeout=10_000)
    merged = matters(station.desk)[0]
    assert (merged.outcome, merged.stage) == ("merged", "merged")
    found = browse.detail(station.desk, merged.id)
    assert found is not None
    assert [(link.kind, link.other) for link in found.links] == [("merged-into", station.earlier)]


def test_saving_and_printing_asks_for_the_registration_form(
    station: Station, jobs: Jobs, qtbot: QtBot
) -> None:
    page = open_page(station, jobs, qtbot)
    page.anonymous.click()
    page.matters.cards[0].ui.words.setPlainText("文化室夜间照明不足")
    with qtbot.waitSignal(page.session.wanted) as asked:
        page.save_print.click()
    assert asked.args is not None
    name, key = asked.args
    assert name == "reports"
    assert key[0] == "registration"


def test_who_receives_is_preset_as_at_the_last_visit_of_the_day(
    station: Station, jobs: Jobs, qtbot: QtBot
) -> None:
    page = open_page(station, jobs, qtbot)
    assert page.card.ui.deputies.keys() == ()
    page.card.ui.deputies.set_keys([station.deputy.hex()])
    page.card.ui.channel.set_value("open_day")
    page.anonymous.click()
    page.matters.cards[0].ui.words.setPlainText("公园加装健身器材")
    page.save_next.click()
    qtbot.waitUntil(lambda: page.draft().blank, timeout=10_000)
    qtbot.waitUntil(lambda: page.card.ui.deputies.keys() == (station.deputy.hex(),), timeout=10_000)
    assert page.card.ui.channel.current_value() == "open_day"


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_card_fits_a_small_office_screen(
    station: Station, app: QApplication, jobs: Jobs, qtbot: QtBot, scale: float
) -> None:
    theme.apply(app, theme.Theme(scale=scale))
    page = open_page(station, jobs, qtbot)
    assert page.card.minimumSizeHint().width() <= room(page.card)
    assert page.side_hidden() == (1366 / scale < page.side_from)
