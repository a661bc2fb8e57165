"""Today answers when, what, who has it and what next; a click on a verb asks only for what it needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from station_desk.casework import browse, handling
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.casework.statistics import Period
from station_desk.domain.declare import RecordId
from station_desk.ui import theme
from station_desk.ui.dialogs.step import StepDialog
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.reports import ReportsPage
from station_desk.ui.pages.today import TodayPage
from station_desk.ui.roles import ROW_ROLE
from station_desk.ui.session import Session
from station_desk.ui.widgets.rows import TodayRow
from tests.builders import a_unit, a_visit, an_issue
from tests.ui.at_desk import TODAY, a_session, in_chinese, until


@pytest.fixture
def session(app: QApplication, tmp_path: Path, jobs: Jobs) -> Iterator[Session]:
    with in_chinese(app), a_session(tmp_path, jobs) as made:
        yield made


def late(session: Session) -> RecordId:
    """A matter that a unit has had since February."""
    unit = a_unit(session.desk)
    matter = an_issue(session.desk, "朱紫路夜宵档油烟直排", began=datetime(2026, 2, 2, 9, 0))
    day = date(2026, 2, 3)
    handling.hand_over(session.desk, session.actor, matter, day, [UnitCharge(unit, "lead")])
    handling.take(session.desk, session.actor, matter, "sign", StepEntry(on=day))
    return matter


def opened(qtbot: QtBot, session: Session, packages: int = 0) -> TodayPage:
    page = TodayPage(session, packages=lambda: packages)
    qtbot.addWidget(page)
    page.resize(1238, 680)
    with qtbot.waitExposed(page):
        page.show()
    with qtbot.waitSignal(page.model.filled):
        page.arrive()
    return page


def rows(qtbot: QtBot, page: TodayPage) -> list[TodayRow]:
    """The rows as the delegate gets them, read."""

    def shown() -> list[object]:
        return [page.model.index(n, 0).data(ROW_ROLE) for n in range(page.model.rowCount())]

    until(qtbot, lambda: all(isinstance(row, TodayRow) for row in shown()))
    return [row for row in shown() if isinstance(row, TodayRow)]


def dialog_of(qtbot: QtBot, page: TodayPage) -> StepDialog:
    until(qtbot, lambda: bool(page.findChildren(StepDialog)))
    return page.findChildren(StepDialog)[0]


def test_a_matter_its_unit_is_late_with_stands_first_and_offers_to_urge(
    qtbot: QtBot, session: Session
) -> None:
    late(session)
    an_issue(session.desk, "茶坑村小公园加装健身器材", began=datetime(2026, 5, 20, 9, 0))
    first, second = rows(qtbot, opened(qtbot, session))
    assert first.tone == "red"
    assert first.pressing
    assert first.when.startswith("逾期")
    assert first.who == "区市政管理所"
    assert first.verb == "催办"
    assert second.who == "本站"
    assert second.verb == "分办"


def test_the_counts_filter_the_one_list_and_say_how_late_the_oldest_is(
    qtbot: QtBot, session: Session
) -> None:
    late(session)
    an_issue(session.desk, began=datetime(2026, 5, 20, 9, 0))
    page = opened(qtbot, session, packages=2)
    until(qtbot, lambda: len(page.strip.buttons()) == 5)
    overdue, soon, _, _, packages = page.strip.buttons()
    assert overdue.accessibleName() == "逾期 1"
    assert "个工作日" in overdue.accessibleDescription()
    assert packages.accessibleName() == "待处理包 2"
    with qtbot.waitSignal(page.model.filled):
        overdue.click()
    assert [row.title for row in rows(qtbot, page)] == ["朱紫路夜宵档油烟直排"]
    with qtbot.waitSignal(page.model.filled):
        soon.click()
    assert all(row.tone == "amber" for row in rows(qtbot, page))


def test_packages_are_not_a_filter_but_the_way_to_the_exchange(qtbot: QtBot, session: Session) -> None:
    late(session)
    page = opened(qtbot, session, packages=1)
    until(qtbot, lambda: len(page.strip.buttons()) == 5)
    with qtbot.waitSignal(session.wanted) as wanted:
        page.strip.buttons()[4].click()
    assert wanted.args == ["exchange", "inbox"]


def test_enter_on_a_row_takes_its_step_and_the_row_moves_on(qtbot: QtBot, session: Session) -> None:
    matter = late(session)
    page = opened(qtbot, session)
    rows(qtbot, page)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page)
    assert dialog.windowTitle() == "催办"
    dialog.findChildren(QPlainTextEdit)[0].setPlainText("电话催办，答复本周完工")
    with qtbot.waitSignal(session.changed):
        dialog.save()
    found = browse.detail(session.desk, matter)
    assert found is not None
    assert found.row.urged == 1
    assert found.steps[0].step.text == "电话催办，答复本周完工"
    until(qtbot, lambda: [row.who_second for row in rows(qtbot, page)] == ["处置中·已催 1 次"])


def test_a_click_on_a_row_opens_the_matter_and_a_click_on_its_verb_does_not(
    qtbot: QtBot, session: Session
) -> None:
    matter = late(session)
    page = opened(qtbot, session)
    rows(qtbot, page)
    cell = page.table.visualRect(page.model.index(0, 1))
    with qtbot.waitSignal(session.wanted) as wanted:
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert wanted.args == ["matters", matter]
    verb = page.table.visualRect(page.model.index(0, 3)).topLeft() + QPoint(20, 20)
    with qtbot.assertNotEmitted(session.wanted):
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=verb)
        dialog_of(qtbot, page).reject()


def test_a_save_elsewhere_shows_at_once_and_the_row_one_is_at_stays(qtbot: QtBot, session: Session) -> None:
    late(session)
    an_issue(session.desk, "茶坑村小公园加装健身器材", began=datetime(2026, 5, 19, 9, 0))
    page = opened(qtbot, session)
    rows(qtbot, page)
    page.table.setCurrentIndex(page.model.index(1, 0))
    session.write(lambda: a_visit(session.desk, began=datetime(2026, 5, 21, 9, 0)))
    until(qtbot, lambda: page.model.rowCount() == 3)
    assert [row.title for row in rows(qtbot, page)][page.table.currentIndex().row()].startswith("茶坑村")


def test_an_empty_desk_says_what_to_do_first_and_where(qtbot: QtBot, session: Session) -> None:
    page = opened(qtbot, session)
    until(qtbot, lambda: not page.strip.isVisible())
    texts = [button.text() for button in page._empty.findChildren(type(page._view))]
    assert {"填写", "录入代表", "录入单位"} <= set(texts)
    with qtbot.waitSignal(session.wanted) as wanted:
        page._empty.chosen.emit("settings:station")
    assert wanted.args == ["settings", "station"]
    assert page._session.today() == TODAY


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_page_fits_a_small_screen_at_every_text_size(
    qapp: QApplication, qtbot: QtBot, session: Session, scale: float
) -> None:
    theme.apply(qapp, theme.Theme(scale=scale))
    page = TodayPage(session)
    qtbot.addWidget(page)
    page.ensurePolished()
    layout = page.layout()
    assert layout is not None
    assert layout.minimumSize().width() <= 1366 - theme.current().px(129)


def test_what_today_shows_is_exported_as_a_workbook(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    late(session)
    an_issue(session.desk, "井盖松动", began=datetime(2026, 5, 20, 9, 0))
    page = opened(qtbot, session)
    page.seek("overdue")
    until(qtbot, lambda: page.model.rowCount() == 1)
    assert page._exporting.accessibleName() == "把列表导出为工作簿"
    target = tmp_path / "今日.xlsx"
    with qtbot.waitSignal(session.said) as said:
        page.export(target)
    assert said.args == ["已保存 今日.xlsx", False]
    sheet = openpyxl.load_workbook(target).active
    assert sheet is not None
    cells = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert "朱紫路夜宵档油烟直排" in cells
    assert "井盖松动" not in cells


def test_the_report_of_last_month_is_due_until_it_was_made(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    an_issue(session.desk, began=datetime(2026, 4, 8, 9, 0))
    page = opened(qtbot, session)
    until(qtbot, lambda: page.due_line.isVisible())
    assert "站点月报" in page.due_line.notice.words()
    assert "2026 年 4 月" in page.due_line.notice.words()
    wanted: list[tuple[str, object]] = []
    session.wanted.connect(lambda name, key: wanted.append((name, key)))
    page.due_line.open()
    assert wanted == [("reports", ("monthly", Period.of_months("2026-04")))]

    reports = ReportsPage(session)
    qtbot.addWidget(reports)
    reports.arrive()
    reports.seek(wanted[0][1])
    until(qtbot, lambda: reports.sheet.pages() > 0)
    said: list[str] = []
    session.said.connect(lambda text, undoable: said.append(text))
    reports.out.save(tmp_path / "月报.xlsx")
    until(qtbot, lambda: bool(said) and not session.jobs.is_busy())
    page.arrive()
    until(qtbot, lambda: not page.due_line.isVisible())
    reports.let_go()


def test_a_report_nobody_asks_for_is_put_away(qtbot: QtBot, session: Session) -> None:
    an_issue(session.desk, began=datetime(2026, 4, 8, 9, 0))
    page = opened(qtbot, session)
    until(qtbot, lambda: page.due_line.isVisible())
    qtbot.mouseClick(page.due_line.waive_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: not page.due_line.isVisible())
