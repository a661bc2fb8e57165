"""The count of visitors to be told opens a list of calls: one call, several matters, each way it can go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.casework import calls, reveal
from station_desk.domain.declare import RecordId
from station_desk.ui import theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.today import TodayPage
from station_desk.ui.session import Session
from tests.builders import a_matter, a_visit, stage, take, the
from tests.ui.at_desk import TODAY, a_session, in_chinese, room, until


@pytest.fixture
def session(app: QApplication, tmp_path: Path, jobs: Jobs) -> Iterator[Session]:
    with in_chinese(app), a_session(tmp_path, jobs) as made:
        yield made


def closed(session: Session, text: str, **more: str) -> RecordId:
    """An issue that ended, of somebody with a telephone."""
    secret = more.pop("secret", "")
    entry = replace(a_matter(text), confidential=bool(secret))
    matter = a_visit(session.desk, entry, **{"phone": "13812344620", **more}).matters[0][0]  # type: ignore[arg-type]
    take(session.desk, matter, "finish", text="三盏路灯已更换。")
    return matter


def opened(qtbot: QtBot, session: Session) -> TodayPage:
    page = TodayPage(session)
    qtbot.addWidget(page)
    page.resize(1238, 680)
    with qtbot.waitExposed(page):
        page.show()
    page.arrive()
    page.seek("tell")
    until(qtbot, lambda: bool(page.calls.card.parts))
    return page


def test_one_person_with_two_matters_is_one_line_and_both_are_told_in_one_call(
    session: Session, qtbot: QtBot
) -> None:
    first, second = closed(session, "路灯不亮"), closed(session, "沙井盖松动")
    closed(session, "夜间噪音", visitor="黄伟强", phone="13712345678")
    page = opened(qtbot, session)
    assert page.calls.model.rowCount() == 2
    card = page.calls.card
    assert card.name.text() == "梁某"
    assert card.phone.text() == "138****4620"

    QTest.mouseClick(card.everything, Qt.MouseButton.LeftButton)

    until(qtbot, lambda: page.calls.model.rowCount() == 1)
    assert [stage(session.desk, matter) for matter in (first, second)] == ["told", "told"]
    assert page.calls.card.name.text() == "黄某"


def test_what_was_said_and_answered_is_recorded_with_the_person(session: Session, qtbot: QtBot) -> None:
    matter = closed(session, "路灯不亮")
    page = opened(qtbot, session)
    part = page.calls.card.parts[0]
    QTest.mouseClick(part.tell, Qt.MouseButton.LeftButton)
    assert part.form.text.toPlainText() == "三盏路灯已更换。"
    part.form.verdict.setCurrentIndex(part.form.verdict.findData("dissatisfied"))
    part.form.verdict.activated.emit(part.form.verdict.currentIndex())

    QTest.mouseClick(part.form.save, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: part.form.reason_field.error.isVisible())
    part.form.reason.setText("还有一盏不亮")
    QTest.mouseClick(part.form.save, Qt.MouseButton.LeftButton)

    until(qtbot, lambda: stage(session.desk, matter) == "unhappy")
    ((_, told),) = the(session.desk, matter).feedback
    assert (told.method, told.verdict, told.reason) == ("phone", "dissatisfied", "还有一盏不亮")
    assert told.visitor == the(session.desk, matter).visitor_id


def test_nobody_answered_is_noted_and_the_call_stays(session: Session, qtbot: QtBot) -> None:
    closed(session, "路灯不亮")
    page = opened(qtbot, session)

    QTest.mouseClick(page.calls.card.parts[0].miss, Qt.MouseButton.LeftButton)

    until(qtbot, lambda: bool(page.calls.card.parts) and page.calls.card.parts[0].call.tried == 1)
    assert calls.waiting(session.desk) == 1


def test_who_cannot_be_told_is_filed_with_a_reason(session: Session, qtbot: QtBot) -> None:
    matter = closed(session, "河边偷倒垃圾", visitor="", phone="")
    page = opened(qtbot, session)
    part = page.calls.card.parts[0]
    assert part.tell.isHidden()
    QTest.mouseClick(part.give_up, Qt.MouseButton.LeftButton)
    part.why.setText("来访人未留姓名")
    QTest.keyClick(part.why, Qt.Key.Key_Return)

    until(qtbot, lambda: page.calls.model.rowCount() == 0)
    assert stage(session.desk, matter) == "closed"
    assert page.calls.none.isVisible()


def test_a_confidential_name_shows_only_on_asking_and_that_is_written_down(
    session: Session, qtbot: QtBot
) -> None:
    matter = closed(session, "某厂夜间偷排", secret="yes")
    page = opened(qtbot, session)
    card = page.calls.card
    assert card.name.text() == "（要求保密）"
    assert "4620" not in card.phone.text()

    QTest.mouseClick(card.phone, Qt.MouseButton.LeftButton)

    until(qtbot, lambda: card.name.text() == "梁锦萍")
    assert card.phone.text() == "13812344620"
    assert [seen.matter for seen in reveal.log(session.desk)] == [the(session.desk, matter).row.number]


def test_the_contact_list_is_printed_from_here(session: Session, qtbot: QtBot) -> None:
    closed(session, "路灯不亮")
    page = opened(qtbot, session)
    with qtbot.waitSignal(session.wanted) as asked:
        QTest.mouseClick(page.calls.printing, Qt.MouseButton.LeftButton)
    assert asked.args == ["reports", ("contact-list", None)]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_the_calls_fit_the_narrowest_window(
    session: Session, qtbot: QtBot, app: QApplication, scale: float
) -> None:
    closed(session, "路灯不亮")
    theme.apply(app, theme.with_scale(theme.Theme(), scale))
    page = opened(qtbot, session)
    page.calls.card.parts[0].open_form()
    page.resize(1366 - round(128 * scale), 640)
    assert page.calls.minimumSizeHint().width() <= room(page.calls)


def test_the_count_is_of_matters_somebody_still_waits_for(session: Session, qtbot: QtBot) -> None:
    matter = closed(session, "路灯不亮")
    page = opened(qtbot, session)
    QTest.mouseClick(page.calls.card.parts[0].tell, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.calls.card.parts[0].form.save, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: stage(session.desk, matter) == "told")
    assert calls.calls(session.desk, TODAY) == ()
