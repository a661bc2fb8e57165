"""One matter whole beside the list: its verbs by role and stage, its words corrected, its history kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from station_desk.casework import browse, handling, reveal
from station_desk.casework.browse import MatterFilter
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.ui import theme
from station_desk.ui.dialogs.step import StepDialog
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.matter_tabs import CONTENT, HISTORY
from station_desk.ui.pages.matters import MattersPage
from station_desk.ui.session import Session
from station_desk.ui.undoing import redo, undo
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.segments import Segments
from tests.builders import a_deputy, a_suggestion, a_unit, a_visit, an_issue, stage, the
from tests.ui.at_desk import a_session, in_chinese, until

MORNING = datetime(2026, 5, 7, 9, 31)


@pytest.fixture
def session(app: QApplication, tmp_path: Path, jobs: Jobs) -> Iterator[Session]:
    with in_chinese(app), a_session(tmp_path, jobs) as made:
        yield made


def in_hand(session: Session) -> RecordId:
    """A matter whose unit is at work on it."""
    unit = a_unit(session.desk)
    matter = a_visit(session.desk, phone="13812344620").matters[0][0]
    day = date(2026, 5, 8)
    handling.hand_over(session.desk, session.actor, matter, day, [UnitCharge(unit, "lead")])
    handling.take(session.desk, session.actor, matter, "sign", StepEntry(on=date(2026, 5, 11)))
    return matter


def opened(qtbot: QtBot, session: Session, matter: RecordId | None = None) -> MattersPage:
    page = MattersPage(session)
    qtbot.addWidget(page)
    page.resize(1300, 680)
    with qtbot.waitExposed(page):
        page.show()
    page.arrive()
    if matter is not None:
        page.seek(matter)
        until(qtbot, lambda: page.detail.matter() == matter)
    return page


def offered(page: MattersPage) -> list[str]:
    """What the buttons of the matter shown say, from left to right."""
    found = [b for b in page.detail.verbs.findChildren(Button) if b.isVisible() and b.objectName()]
    return [b.text() for b in sorted(found, key=lambda b: (b.y(), b.x()))]


def dialog_of(qtbot: QtBot, page: MattersPage) -> StepDialog:
    until(qtbot, lambda: any(d.isVisible() for d in page.findChildren(StepDialog)))
    return next(d for d in page.findChildren(StepDialog) if d.isVisible())


def test_the_first_matter_of_the_list_is_shown_and_the_list_walks_on(qtbot: QtBot, session: Session) -> None:
    older = an_issue(session.desk, "茶坑村小公园加装健身器材", began=MORNING)
    newer = an_issue(session.desk, "朱紫路夜宵档油烟直排", began=datetime(2026, 5, 20, 9, 0))
    page = opened(qtbot, session)
    until(qtbot, lambda: page.detail.matter() == older)
    assert not page.detail.above.isEnabled()
    page.do("next")
    until(qtbot, lambda: page.detail.matter() == newer)
    assert page.detail.title.text() == "朱紫路夜宵档油烟直排"


def test_a_matter_in_hand_offers_closure_first_and_says_why_it_is_due(qtbot: QtBot, session: Session) -> None:
    page = opened(qtbot, session, in_hand(session))
    until(qtbot, lambda: bool(offered(page)))
    assert offered(page) == ["登记办结", "催办", "准予延期", "退回改派", "转建议"]
    assert [s.state for s in page.detail.stages.stages()] == ["done"] * 3 + ["current"] + ["todo"] * 2
    assert page.detail.stages.stages()[3].second == "5月11日签收"
    words = page.detail.due.words()
    assert words.startswith("5月28日到期 还有 5 个工作日 5月8日起 15 个工作日")
    assert "补班" in words


def test_at_the_station_a_suggestion_handed_over_waits_for_the_congress_office(
    app: QApplication, qtbot: QtBot, tmp_path: Path, jobs: Jobs
) -> None:
    with in_chinese(app), a_session(tmp_path, jobs, parent="TOWN") as session:
        matter = a_suggestion(session.desk, a_deputy(session.desk))
        for verb in ("check", "submit"):
            handling.take(session.desk, session.actor, matter, verb, StepEntry(on=date(2026, 5, 8)))
        page = opened(qtbot, session, matter)
        assert stage(session.desk, matter) == "submitted"
        assert offered(page) == []
        page.hide()


def test_a_viewer_is_offered_no_step_and_no_correction(
    app: QApplication, qtbot: QtBot, tmp_path: Path, jobs: Jobs
) -> None:
    with in_chinese(app), a_session(tmp_path, jobs, role=Role.VIEWER) as session:
        page = opened(qtbot, session, an_issue(session.desk))
        assert offered(page) == []
        assert page.detail.verbs.more.isEmpty()
        assert not page.detail.note.isEnabled()
        page.hide()


def test_closing_a_matter_asks_what_was_done_and_keeps_what_was_typed(qtbot: QtBot, session: Session) -> None:
    matter = in_hand(session)
    page = opened(qtbot, session, matter)
    primary = page.detail.verbs.primary
    assert primary is not None
    primary.click()
    dialog = dialog_of(qtbot, page)
    dialog.save()
    field = dialog.fields._held["text"]
    until(qtbot, lambda: field.error.isVisible())
    assert stage(session.desk, matter) == "handling"
    text = dialog.findChildren(QPlainTextEdit)[0]
    assert text.hasFocus()
    text.setPlainText("已清淤，井盖已换。")
    with qtbot.waitSignal(session.said) as said:
        dialog.save()
    assert said.args == [f"已登记办结：{the(session.desk, matter).row.number}", True]
    until(qtbot, lambda: offered(page) == ["反馈群众"])
    undo(session)
    until(qtbot, lambda: stage(session.desk, matter) == "handling")
    until(qtbot, lambda: offered(page)[:1] == ["登记办结"])
    redo(session)
    until(qtbot, lambda: stage(session.desk, matter) == "done")


def test_telling_the_visitor_takes_the_verdict_with_it_and_a_dissatisfied_one_needs_a_reason(
    qtbot: QtBot, session: Session
) -> None:
    matter = in_hand(session)
    handling.take(
        session.desk, session.actor, matter, "finish", StepEntry(on=date(2026, 5, 19), text="已清淤")
    )
    page = opened(qtbot, session, matter)
    until(qtbot, lambda: page.detail.verbs.primary is not None)
    page.detail.verbs.chosen.emit("tell")
    dialog = dialog_of(qtbot, page)
    method = dialog.findChild(QComboBox)
    assert method is not None
    method.setCurrentIndex(method.findData("phone"))
    verdict = dialog.findChild(Segments)
    assert verdict is not None
    assert not dialog.fields._held["reason"].isVisible()
    next(b for b in verdict.buttons() if b.text() == "不满意").click()
    dialog.save()
    reason = dialog.fields._held["reason"]
    until(qtbot, lambda: reason.error.isVisible())
    next(b for b in verdict.buttons() if b.text() == "满意").click()
    with qtbot.waitSignal(session.changed):
        dialog.save()
    row = the(session.desk, matter).row
    assert (row.stage, row.verdict, row.told_on) == ("closed", "satisfied", date(2026, 5, 21))


def test_a_hand_over_names_the_lead_first_and_the_others_co_handle(qtbot: QtBot, session: Session) -> None:
    lead, co = a_unit(session.desk), a_unit(session.desk, "街道公共服务办")
    matter = an_issue(session.desk)
    page = opened(qtbot, session, matter)
    page.detail.verbs.chosen.emit("hand_over")
    dialog = dialog_of(qtbot, page)
    units = dialog.fields.units
    assert units is not None
    dialog.save()
    until(qtbot, lambda: dialog.fields._held["unit"].error.isVisible())
    units.choose(lead)
    units.line.setText("公共服务")
    with qtbot.waitSignal(session.changed):
        dialog.save()
    charged = {row.unit: row.assignment.role for row in the(session.desk, matter).assignments}
    assert charged == {"区市政管理所": "lead", "街道公共服务办": "co"}
    assert co in {row.assignment.unit for row in the(session.desk, matter).assignments}


def test_a_correction_is_made_in_the_page_and_the_history_tells_before_and_after(
    qtbot: QtBot, session: Session
) -> None:
    matter = an_issue(session.desk, title="江会路积水")
    page = opened(qtbot, session, matter)
    page.detail.tabs.open_edit()
    edit = page.detail.tabs.edit
    assert edit.isVisible()
    edit._title.setText("")
    page.do("save")
    assert edit._form.title_field.error.isVisible()
    edit._title.setText("江会路南段雨天积水")
    with qtbot.waitSignal(session.changed):
        page.do("save")
    until(qtbot, lambda: page.detail.title.text() == "江会路南段雨天积水")
    assert page.detail.tabs.bar.currentIndex() == CONTENT
    page.detail.tabs.bar.setCurrentIndex(HISTORY)
    until(qtbot, lambda: bool(page.detail.tabs.history.happenings()))
    newest = page.detail.tabs.history.happenings()[0]
    assert newest.verb == "更正"
    assert "标题：江会路积水 → 江会路南段雨天积水" in newest.text


def test_the_telephone_is_masked_until_asked_for_and_the_asking_is_written_down(
    qtbot: QtBot, session: Session
) -> None:
    matter = in_hand(session)
    page = opened(qtbot, session, matter)
    button = page.detail._phone_button
    assert button.text() == "138****4620"
    button.click()
    until(qtbot, lambda: button.text() == "13812344620")
    assert [seen.actor for seen in reveal.log(session.desk)] == ["李敏"]


def test_a_note_is_written_with_ctrl_enter_and_stands_on_top(qtbot: QtBot, session: Session) -> None:
    matter = in_hand(session)
    page = opened(qtbot, session, matter)
    page.detail.note.setText("施工队已进场")
    with qtbot.waitSignal(session.changed):
        page.do("save_next")
    until(qtbot, lambda: "施工队已进场" in page.detail.tabs.handling.happenings()[0].text)
    assert page.detail.note.text() == ""


def test_voiding_asks_why_and_takes_the_matter_off_the_list(qtbot: QtBot, session: Session) -> None:
    matter = an_issue(session.desk)
    page = opened(qtbot, session, matter)
    page.detail.verbs.voiding.emit()
    page.detail.void_bar.void()
    assert browse.detail(session.desk, matter) is not None
    page.detail.void_bar.reason.setText("重复登记")
    qtbot.keyClick(page.detail.void_bar.reason, Qt.Key.Key_Return)
    until(qtbot, lambda: browse.count(session.desk, MatterFilter()) == 0)


def test_the_list_is_searched_as_one_types_and_filtered_by_chips(qtbot: QtBot, session: Session) -> None:
    an_issue(session.desk, "茶坑村小公园加装健身器材", began=MORNING)
    an_issue(session.desk, "朱紫路夜宵档油烟直排", began=MORNING)
    page = opened(qtbot, session)
    until(qtbot, lambda: page.matters.model.rowCount() == 2)
    page.matters.search.insert("健身")
    until(qtbot, lambda: page.matters.model.rowCount() == 1)
    page.matters.search.clear()
    until(qtbot, lambda: page.matters.model.rowCount() == 2)
    page.matters._change(open=False)
    until(qtbot, lambda: page.matters.model.rowCount() == 0)
    with qtbot.waitSignal(page.matters.model.filled):
        page.matters._drop("open")
    assert page.matters.wanted().open is None


def test_the_list_goes_to_the_clipboard_as_a_table(qtbot: QtBot, session: Session) -> None:
    matter = in_hand(session)
    page = opened(qtbot, session, matter)
    until(qtbot, lambda: page.matters.model.rowCount() == 1)
    with qtbot.waitSignal(session.said):
        page.matters.copy_list()
    heads, line = QApplication.clipboard().text().split("\n")
    cells = dict(zip(heads.split("\t"), line.split("\t"), strict=True))
    assert cells["编号"] == the(session.desk, matter).row.number
    assert (cells["环节"], cells["现由谁办"], cells["到期日"]) == ("处置中", "区市政管理所", "2026-05-28")


def test_exporting_asks_for_the_ledger_of_just_what_is_shown(qtbot: QtBot, session: Session) -> None:
    page = opened(qtbot, session, in_hand(session))
    page.matters._change(category="市政排水")
    with qtbot.waitSignal(session.wanted) as wanted:
        page.do("export")
    assert wanted.args == ["reports", ("ledger", page.matters.wanted())]
    assert page.matters.wanted().category == "市政排水"


def test_a_suggestion_calls_its_hand_over_by_its_own_name(
    app: QApplication, qtbot: QtBot, tmp_path: Path, jobs: Jobs
) -> None:
    with in_chinese(app), a_session(tmp_path, jobs, role=Role.OFFICE, site=SiteRole.TOWN) as session:
        matter = a_suggestion(session.desk, a_deputy(session.desk))
        day = date(2026, 5, 8)
        for verb in ("check", "submit"):
            handling.take(session.desk, session.actor, matter, verb, StepEntry(on=day))
        unit = a_unit(session.desk)
        handling.hand_over(session.desk, session.actor, matter, day, [UnitCharge(unit, "lead")])
        page = opened(qtbot, session, matter)
        assert page.detail.tabs.handling.happenings()[0].verb == "交办"
        until(qtbot, lambda: offered(page)[:1] == ["签收"])
        page.hide()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_matter_fits_a_small_screen_at_every_text_size(
    qapp: QApplication, qtbot: QtBot, session: Session, scale: float
) -> None:
    matter = in_hand(session)
    theme.apply(qapp, theme.Theme(scale=scale))
    page = opened(qtbot, session, matter)
    room = 1366 - theme.current().px(129)
    if 1366 / scale >= page.pair_from:
        room -= theme.current().px(373)
    assert page.detail.minimumSizeHint().width() <= room
    theme.apply(qapp, theme.Theme())
