"""The list of matters: many at once, views of one's own, what rows show, why they are due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QToolTip
from pytestqt.qtbot import QtBot

from station_desk.casework import browse, bulk, drafts
from station_desk.casework.browse import MatterFilter, Sort
from station_desk.domain.declare import RecordId
from station_desk.errors import Cancelled
from station_desk.ui.dialogs.step import StepDialog
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages import matter_views
from station_desk.ui.pages.matters import MattersPage
from station_desk.ui.pages.today import TodayPage
from station_desk.ui.roles import ROW_ROLE
from station_desk.ui.session import Session
from station_desk.ui.widgets.rows import ListRow, TodayRow
from tests.builders import a_clerk, a_unit, an_issue, handed_over, stage, take, the
from tests.ui.at_desk import TODAY, a_session, in_chinese, until


@pytest.fixture
def session(app: QApplication, tmp_path: Path, jobs: Jobs) -> Iterator[Session]:
    with in_chinese(app), a_session(tmp_path, jobs) as made:
        yield made


def opened(qtbot: QtBot, session: Session, count: int) -> MattersPage:
    page = MattersPage(session)
    qtbot.addWidget(page)
    page.resize(1300, 680)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive()
    page.matters.show_filter(MatterFilter())
    until(qtbot, lambda: page.matters.model.rowCount() == count and not session.jobs.is_busy())
    page.matters.list.setFocus()
    return page


def at_work(session: Session, text: str) -> RecordId:
    """A matter that a unit has, so that it can be urged."""
    matter = an_issue(session.desk, text)
    handed_over(session.desk, matter, (a_unit(session.desk, f"{text}管理所"), "lead"))
    return matter


def do(qtbot: QtBot, page: MattersPage, name: str) -> None:
    """Choose something from the menu of what can be done with those selected."""
    page.matters.foot.menu.aboutToShow.emit()
    found = {action.text(): action for action in page.matters.foot.menu.actions()}
    found[name].trigger()
    until(qtbot, page.matters.foot.result.isVisible)


def test_all_are_urged_at_once_and_the_one_that_cannot_be_says_why(qtbot: QtBot, session: Session) -> None:
    urged = [at_work(session, "路灯不亮"), at_work(session, "井盖松动")]
    filed = an_issue(session.desk, "茶坑村小公园")
    take(session.desk, filed, "withdraw")
    page = opened(qtbot, session, 3)
    assert not page.matters.foot.doing.isVisible()
    qtbot.keyClick(page.matters.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.matters.foot.words.text() == "已选 3 件"
    assert page.matters.foot.doing.isVisible()
    do(qtbot, page, "催办")
    number = the(session.desk, filed).row.number
    said = page.matters.foot.result.words()
    assert said.startswith("2 件已催办，1 件未办：")
    assert number in said
    assert "已归档" in said
    assert [the(session.desk, matter).row.urged for matter in urged] == [1, 1]
    page.matters.foot.result.linkActivated.emit()
    reasons = page.matters.foot.reasons
    assert reasons.isVisible()
    reasons.setCurrentIndex(reasons.model().index(0, 0))
    qtbot.keyClick(reasons, Qt.Key.Key_Return)
    until(qtbot, lambda: page.detail.matter() == filed)


def test_what_was_done_with_many_is_undone_as_one_and_what_went_on_since_is_said(
    qtbot: QtBot, session: Session
) -> None:
    urged = [at_work(session, text) for text in ("路灯不亮", "井盖松动", "油烟直排")]
    page = opened(qtbot, session, 3)
    foot = page.matters.foot
    qtbot.keyClick(page.matters.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    do(qtbot, page, "催办")
    assert foot.result.words() == "3 件已催办"
    assert foot.undoing.isVisible()
    assert foot.undoing.text() == "撤销"
    take(session.desk, urged[1], "sign", assignment=the(session.desk, urged[1]).assignments[0].id)
    qtbot.keyClick(foot.undoing, Qt.Key.Key_Space)
    until(qtbot, lambda: foot.result.isVisible() and not foot.undoing.isVisible())
    number = the(session.desk, urged[1]).row.number
    assert (
        foot.result.words() == f"2 件已撤销，1 件未办：{number}：这件事之后又有办理，不能撤销，请另记一步。"
    )
    assert [the(session.desk, matter).row.urged for matter in urged] == [0, 1, 0]


def test_a_category_set_on_many_is_undone_with_the_rest_left_alone(session: Session) -> None:
    matters = [an_issue(session.desk, text) for text in ("路灯不亮", "井盖松动")]
    before = [the(session.desk, matter).row.category for matter in matters]
    ranks = list(browse.ranks(session.desk, MatterFilter(ids=tuple(matters))))
    result = bulk.each(session.desk, a_clerk(), ranks, bulk.category("环境卫生"))
    assert [the(session.desk, matter).row.category for matter in matters] == ["环境卫生", "环境卫生"]
    undone = bulk.undo(session.desk, a_clerk(), result.works)
    assert (len(undone.done), undone.refused, undone.left) == (2, (), 0)
    assert [the(session.desk, matter).row.category for matter in matters] == before
    again = bulk.undo(session.desk, a_clerk(), result.works)
    assert [refused.why for refused in again.refused] == ["已经撤销。"] * 2


def test_space_gathers_rows_and_the_detail_follows_the_current_one(qtbot: QtBot, session: Session) -> None:
    for text in ("路灯不亮", "井盖松动", "油烟直排"):
        an_issue(session.desk, text)
    page = opened(qtbot, session, 3)
    rows = page.matters.list
    rows.setCurrentIndex(page.matters.model.index(0, 0))
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert rows.selected_rows() == [0, 2]
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert rows.selected_rows() == [0]
    place = rows.visualRect(page.matters.model.index(1, 0)).center()
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, ctrl, place)
    assert rows.selected_rows() == [0, 1]
    until(qtbot, lambda: page.detail.title.text() == "井盖松动")


def test_a_category_is_set_on_many_and_all_else_stays(qtbot: QtBot, session: Session) -> None:
    matters = [an_issue(session.desk, text, place="江会路") for text in ("路灯不亮", "井盖松动")]
    page = opened(qtbot, session, 2)
    until(qtbot, lambda: bool(page.matters._categories))
    qtbot.keyClick(page.matters.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    page.matters.foot.menu.aboutToShow.emit()
    (setting,) = [menu for menu in page.matters.foot.menu.findChildren(QMenu) if menu.actions()]
    name = page.matters._categories[0]
    next(action for action in setting.actions() if action.text() == name).trigger()
    until(qtbot, page.matters.foot.result.isVisible)
    assert page.matters.foot.result.words() == "2 件已设类别"
    rows = [the(session.desk, matter).row for matter in matters]
    assert [(row.category, row.place, row.title) for row in rows] == [
        (name, "江会路", "路灯不亮"),
        (name, "江会路", "井盖松动"),
    ]


def test_work_on_many_stopped_half_way_says_how_many_were_left(session: Session) -> None:
    matters = [at_work(session, text) for text in ("路灯不亮", "井盖松动", "油烟直排")]
    ranks = list(browse.ranks(session.desk, MatterFilter(ids=tuple(matters))))

    def progress(done: int, total: int, text: str) -> None:
        if done == 1:
            raise Cancelled

    result = bulk.each(session.desk, a_clerk(), ranks, bulk.step("sign", date(2026, 5, 8)), progress)
    assert (len(result.done), result.refused, result.left) == (1, (), 2)
    assert sorted(stage(session.desk, matter) for matter in matters) == ["assigned", "assigned", "handling"]


def test_only_the_selected_go_to_the_clipboard_and_to_the_workbook(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    for text in ("路灯不亮", "井盖松动", "油烟直排"):
        an_issue(session.desk, text)
    page = opened(qtbot, session, 3)
    rows = page.matters.list
    rows.setCurrentIndex(page.matters.model.index(0, 0))
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert rows.selected_rows() == [0, 1]
    with qtbot.waitSignal(session.said):
        page.matters.copy_list()
    assert len(QApplication.clipboard().text().split("\n")) == 3
    target = tmp_path / "所选.xlsx"
    with qtbot.waitSignal(session.said) as said:
        page.matters.foot.export(target)
    assert said.args == ["已保存 所选.xlsx", False]
    sheet = openpyxl.load_workbook(target).active
    assert sheet is not None
    cells = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"油烟直排", "井盖松动"} <= cells
    assert "路灯不亮" not in cells


def test_a_view_is_saved_under_a_name_shown_again_and_deleted(qtbot: QtBot, session: Session) -> None:
    an_issue(session.desk, "路灯不亮")
    page = opened(qtbot, session, 1)
    wanted = MatterFilter(open=True, due_to=date(2026, 5, 20), tracks=("issue",), sort=Sort.DUE)
    page.matters.show_filter(wanted)
    until(qtbot, lambda: page.matters.head.button.text() == "已筛选 1 件")
    page.matters.head.ask_name()
    line = page.matters.head.name
    assert line.hasFocus()
    line.clear()
    qtbot.keyClicks(line, "Mine")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.matters.head.button.text() == "Mine 1 件"
    assert not line.isVisible()
    page.matters.show_filter(MatterFilter(open=False))
    until(qtbot, lambda: page.matters.model.rowCount() == 0)
    next(action for action in page.matters.head.menu.actions() if action.text() == "Mine").trigger()
    assert page.matters.wanted() == wanted
    page.matters.head.delete("Mine")
    assert matter_views.saved(session) == ()


def test_a_saved_view_of_what_is_overdue_moves_on_with_the_days(session: Session) -> None:
    matter_views.save(session, "逾期", browse.today_filter("overdue", TODAY))
    session.today = lambda: date(2026, 6, 1)
    (view,) = matter_views.saved(session)
    assert view.wanted == browse.today_filter("overdue", date(2026, 6, 1))


def test_a_saved_view_remembers_the_marks_and_whose_matters_it_shows(session: Session) -> None:
    wanted = MatterFilter(
        tracks=("suggestion",), level="town", office="HCZ", urgent=True, sensitive=True, supervised=True,
        promised=True, looked_back=True,
    )  # fmt: skip
    matter_views.save(session, "重点", wanted)
    assert [view.wanted for view in matter_views.saved(session)] == [wanted]


def test_views_that_cannot_be_read_are_left_out(session: Session) -> None:
    session.note(matter_views.NOTE, '{"甲": {"sort": "tea"}, "乙": {"grid": "zz"}, "丙": {"open": true}}')
    assert [view.name for view in matter_views.saved(session)] == ["丙"]
    session.note(matter_views.NOTE, "{")
    assert matter_views.saved(session) == ()


def test_rows_show_the_parts_one_chose_and_the_choice_is_kept(qtbot: QtBot, session: Session) -> None:
    matter = an_issue(session.desk, "路灯不亮", place="同德里")
    number = the(session.desk, matter).row.number
    page = opened(qtbot, session, 1)
    index = page.matters.model.index(0, 0)
    until(qtbot, lambda: isinstance(index.data(ROW_ROLE), ListRow))
    assert index.data(ROW_ROLE).second == f"{number}·本站"
    parts = {action.text(): action for action in page.matters.parts.menu.actions()}
    parts["现由谁办"].setChecked(False)
    parts["地点"].setChecked(True)
    assert index.data(ROW_ROLE).second == f"{number}·同德里"
    assert session.notes["matters.parts"] == "number,place"
    today = TodayPage(session)
    qtbot.addWidget(today)
    today.read()
    until(qtbot, lambda: today.model.rowCount() == 1)
    until(qtbot, lambda: isinstance(today.model.index(0, 1).data(ROW_ROLE), TodayRow))
    for action in today.parts.menu.actions():
        action.setChecked(action.text() == "来访人（代表）")
    assert today.model.index(0, 1).data(ROW_ROLE).second == "梁锦萍"


def test_a_due_day_says_on_hover_and_to_a_screen_reader_how_it_was_counted(
    qtbot: QtBot, session: Session
) -> None:
    at_work(session, "路灯不亮")
    page = opened(qtbot, session, 1)
    rows = page.matters.list
    index = page.matters.model.index(0, 0)
    until(qtbot, lambda: isinstance(index.data(ROW_ROLE), ListRow))
    rows.setCurrentIndex(index)
    heard = Qt.ItemDataRole.AccessibleDescriptionRole
    until(qtbot, lambda: "15 个工作日" in str(index.data(heard)))
    place = rows.visualRect(index).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, rows.viewport().mapToGlobal(place))
    QApplication.sendEvent(rows.viewport(), event)
    until(qtbot, lambda: "15 个工作日" in QToolTip.text())
    assert QToolTip.text().startswith("路灯不亮")
    QToolTip.showText(QPoint(), "")


def test_a_step_half_typed_is_offered_again_until_saved_or_begun_afresh(
    qtbot: QtBot, session: Session
) -> None:
    matter = at_work(session, "路灯不亮")
    page = opened(qtbot, session, 1)
    page.seek(matter)
    until(qtbot, lambda: page.detail.matter() == matter)

    def ask() -> StepDialog:
        page.detail.verbs.chosen.emit("extend")
        until(qtbot, lambda: any(d.isVisible() for d in page.findChildren(StepDialog)))
        return next(d for d in page.findChildren(StepDialog) if d.isVisible())

    dialog = ask()
    reason = dialog.findChildren(QPlainTextEdit)[0]
    qtbot.keyClicks(reason, "Rain")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    until(qtbot, lambda: bool(drafts.all(session.desk, "step:")))
    again = ask()
    assert again.findChildren(QPlainTextEdit)[0].toPlainText() == "Rain"
    assert again._form.notice.isVisible()
    again._form.notice.linkActivated.emit()
    assert again.findChildren(QPlainTextEdit)[0].toPlainText() == ""
    again.fields._days["until"].setText("2026-06-30")
    again.findChildren(QPlainTextEdit)[0].setPlainText("连日降雨")
    with qtbot.waitSignal(session.changed):
        again.save()
    until(qtbot, lambda: not drafts.all(session.desk, "step:"))
    assert the(session.desk, matter).row.due_on == date(2026, 6, 30)


def test_a_note_half_typed_stays_with_its_matter(qtbot: QtBot, session: Session) -> None:
    one, other = an_issue(session.desk, "路灯不亮"), an_issue(session.desk, "井盖松动")
    page = opened(qtbot, session, 2)
    page.seek(one)
    until(qtbot, lambda: page.detail.matter() == one)
    qtbot.keyClicks(page.detail.note, "called")
    page.seek(other)
    until(qtbot, lambda: page.detail.matter() == other)
    assert page.detail.note.text() == ""
    page.seek(one)
    until(qtbot, lambda: page.detail.note.text() == "called")
    page.detail.save_note()
    until(qtbot, lambda: not drafts.all(session.desk, "note:") and not page.detail.note.text())


def test_a_correction_half_typed_is_back_after_a_crash(qtbot: QtBot, session: Session) -> None:
    matter = an_issue(session.desk, "路灯不亮")
    page = opened(qtbot, session, 1)
    page.seek(matter)
    until(qtbot, lambda: page.detail.matter() == matter)
    page.detail.tabs.open_edit()
    qtbot.keyClicks(page.detail.tabs.edit._place, "Tongde")
    until(qtbot, lambda: bool(drafts.all(session.desk, "edit:")))
    after = opened(qtbot, session, 1)
    after.seek(matter)
    until(qtbot, lambda: after.detail.matter() == matter)
    after.detail.tabs.open_edit()
    until(qtbot, lambda: after.detail.tabs.edit._place.text() == "Tongde")
    after.detail.tabs.edit.save()
    until(qtbot, lambda: the(session.desk, matter).row.place == "Tongde")
    until(qtbot, lambda: not drafts.all(session.desk, "edit:"))
