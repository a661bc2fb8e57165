"""Reception as a clerk's hands know it: Tab as one reads, a mistake mended is gone, nothing of yesterday."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.engine import Connection

from station_desk.casework import browse, drafts
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Actor, Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Grid
from station_desk.domain.vocabulary import Role
from station_desk.ui import drafting
from station_desk.ui.choosing import grid_options
from station_desk.ui.jobs import Jobs
from station_desk.ui.main_window import MainWindow, PageSpec
from station_desk.ui.pages.reception import ReceptionPage
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.page import Page
from tests.builders import a_deputy, a_desk, a_matter, a_unit, a_visit
from tests.ui.at_desk import TODAY, in_chinese

CLERK = Actor("李敏", Role.CLERK)


@dataclass
class Counter:
    """The page in its window, over a desk with one deputy, one unit and one visit; `day` may be turned."""

    desk: Desk
    window: MainWindow
    page: ReceptionPage
    qtbot: QtBot
    jobs: Jobs
    day: date

    def settle(self) -> None:
        for _ in range(3):
            self.qtbot.waitUntil(lambda: not self.jobs.is_busy(), timeout=10_000)
            QApplication.processEvents()

    def save(self) -> None:
        self.qtbot.keyClick(self.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.settle()


@pytest.fixture
def counter(tmp_path: Path, app: QApplication, jobs: Jobs, qtbot: QtBot) -> Iterator[Counter]:
    desk = a_desk(tmp_path)
    a_deputy(desk)
    a_unit(desk)
    a_visit(desk, a_matter("江会路南段雨天积水，铺头都浸水"))
    with in_chinese(app):
        held: list[Counter] = []
        session = Session(desk, CLERK, jobs, today=lambda: held[0].day if held else TODAY)
        specs = [
            PageSpec("reception", "接待", "sun", lambda: ReceptionPage(session)),
            PageSpec("matters", "事项", "sun", Page),
        ]
        window = MainWindow(specs, jobs, {})
        session.setParent(window)
        qtbot.addWidget(window)
        window.resize(1366, 696)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        page = window.open_page("reception")
        assert isinstance(page, ReceptionPage)
        held.append(Counter(desk, window, page, qtbot, jobs, TODAY))
        held[0].settle()
        yield held[0]
    desk.close()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_tab_goes_from_field_to_field_as_one_reads(counter: Counter) -> None:
    ui = counter.page.card.ui
    first = counter.page.matters.cards[0].ui
    party, marks = counter.page.card.party, counter.page.matters.cards[0].marks
    ui.visitorName.setFocus()
    order = [
        ui.phone, ui.phoneEye, ui.address, ui.grid, party.minor, party.add_other, party.people,
        ui.channel.buttons()[0], ui.channelMore,
        ui.deputies.chips.buttons()[-1], ui.informed, ui.another, first.toggle, first.words, first.appeal,
        first.category, first.place, first.grid, marks.urgent, marks.sensitive, marks.confidential,
        first.route.buttons()[-1], first.dueHow,
        counter.page.give_up, counter.page.save_print, counter.page.save_next,
    ]  # fmt: skip
    for wanted in order:
        counter.qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is wanted, wanted.objectName()
    counter.qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert not counter.page.isAncestorOf(focused()), "Tab leaves the page at its end"
    first.words.setFocus()
    counter.qtbot.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is first.toggle


def test_a_mistake_goes_as_soon_as_it_is_mended_and_the_others_stay(counter: Counter) -> None:
    page, card = counter.page, counter.page.matters.cards[0]
    page.card.ui.visitorName.setText("欧炳辉")
    card.ui.words.setPlainText("小区想加装电梯")
    card.ui.route.buttons()[2].click()
    counter.save()
    assert card.ui.deputiesField.error.isVisible()
    assert page.card.ui.informedError.isVisible()
    option = page.card.ui.deputies.line.options()[0]
    page.card.ui.deputies.line.picked.emit(option)
    assert card.ui.deputies.keys() == (option.key,), "who receives also raises"
    assert not card.ui.deputiesField.error.isVisible()
    assert page.card.ui.informedError.isVisible()
    page.card.ui.informed.click()
    assert not page.card.ui.informedError.isVisible()


def test_the_reason_of_a_refusal_follows_the_door_until_it_is_written_by_hand(counter: Counter) -> None:
    ui = counter.page.matters.cards[0].ui
    ui.route.buttons()[4].click()

    def choose(place: int) -> str:
        ui.door.setCurrentIndex(place)
        ui.door.activated.emit(place)
        return ui.reason.text()

    first, second = choose(1), choose(2)
    assert first
    assert second
    assert first != second
    assert ui.reason.cursorPosition() == 0, "its beginning is what one reads"
    ui.route.buttons()[3].click()
    assert ui.reason.text() == "", "a door's reason says nothing of a project"
    ui.route.buttons()[4].click()
    ui.reason.setText("已由法院受理")
    assert choose(1) == "已由法院受理"


def test_a_card_left_empty_overnight_is_todays_visit(counter: Counter) -> None:
    counter.day = TODAY + timedelta(days=1)
    ui = counter.page.matters.cards[0].ui
    counter.page.anonymous.click()
    ui.words.setPlainText("公交站牌被树遮挡")
    counter.save()
    newest = browse.page(counter.desk, MatterFilter())[0]
    assert newest.opened_on == counter.day
    assert counter.page.head.subtitle.text() == "来访 HC-20260522-02"


def test_after_discarding_the_cursor_waits_for_the_next_visitor(counter: Counter) -> None:
    counter.page.matters.cards[0].ui.words.setPlainText("想问一下")
    counter.page.give_up.click()
    assert counter.page.card.ui.visitorName.hasFocus()


def test_a_group_and_a_mistyped_telephone_are_said_above_their_fields(counter: Counter) -> None:
    ui = counter.page.card.ui
    ui.visitorName.setFocus()
    ui.visitorName.insert("张三等5人")
    ui.visitorName.textEdited.emit(ui.visitorName.text())
    assert ui.nameField.property("aside") == "共 5 人"
    ui.phone.setFocus()
    counter.qtbot.keyClicks(ui.phone, "1371234000")
    ui.address.setFocus()
    assert ui.phoneField.property("aside") == "10 位，应为 11 位"
    ui.phone.setFocus()
    counter.qtbot.keyClicks(ui.phone, "0")
    assert ui.phoneField.property("aside") == ""
    ui.phone.clear()
    counter.qtbot.keyClicks(ui.phone, "12345")
    ui.address.setFocus()
    assert ui.phoneField.property("aside") == "", "a short number is whole"


def test_a_pasted_text_that_names_its_writer_is_not_anonymous(counter: Counter) -> None:
    page = counter.page
    page.anonymous.click()
    page.card.open_paste()
    page.card.ui.pasteText.setPlainText("我是城南社区陈桂芳，电话13922223333。巷子路灯坏了")
    page.card.ui.pasteTake.click()
    assert page.card.ui.visitorName.isEnabled()
    assert page.draft().name == "陈桂芳"


def test_the_card_for_the_next_visitor_keeps_nothing_of_the_last(counter: Counter) -> None:
    page, ui = counter.page, counter.page.matters.cards[0].ui
    page.anonymous.click()
    ui.words.setPlainText("菜市场地滑")
    ui.appeal.setText("铺防滑垫")
    ui.dueHow.setChecked(True)
    counter.save()
    assert page.matters.cards[0].ui is ui, "the same card, so that it is there at once"
    assert page.draft().blank
    assert not ui.dueHow.isChecked()
    assert not ui.why.isVisible()
    assert page.card.ui.visitorName.isEnabled()


def test_the_desk_is_never_read_or_written_by_the_window_itself(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = threading.current_thread()
    seen: list[threading.Thread] = []
    reading = Desk.reading

    @contextmanager
    def watched(desk: Desk) -> Iterator[Connection]:
        seen.append(threading.current_thread())
        with reading(desk) as connection:
            yield connection

    monkeypatch.setattr(Desk, "reading", watched)
    page = counter.page
    counter.qtbot.keyClicks(page.card.ui.visitorName, "ljp")
    counter.settle()
    page.anonymous.click()
    page.matters.cards[0].ui.words.setPlainText("江会路南段雨天又积水")
    counter.qtbot.waitUntil(lambda: len(page.side.findChildren(Button)) > 0, timeout=10_000)
    counter.save()
    page.seek("new")
    assert seen, "the page did read"
    assert main not in seen


def test_someone_who_types_without_a_pause_is_kept_all_the_same(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafting, "LONGEST_MS", 0)
    page = counter.page
    page.anonymous.click()
    page.matters.cards[0].ui.words.setFocus()
    page.keeper._timer.setInterval(60_000)  # no pause in this test
    counter.qtbot.keyClicks(page.matters.cards[0].ui.words, "No street lamp", delay=2)
    counter.settle()
    kept = [draft.payload for draft in drafts.all(counter.desk, "visit:")]
    assert len(kept) == 1
    assert "No street la" in kept[0], "at most the last key is not kept yet"


def test_a_grid_is_not_named_twice_after_its_village() -> None:
    whole = Grid(name="城南社区第2网格", village="城南社区")
    part = Grid(name="第3网格", village="东甲村")
    named = [(RecordId(bytes(16)), grid) for grid in (whole, part)]
    assert [pick.text for pick in grid_options(named)] == ["城南社区第2网格", "东甲村第3网格"]
