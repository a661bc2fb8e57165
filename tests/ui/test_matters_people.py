"""The record says who was told, withholds who asked for it, and shows what was merged where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from station_desk.casework import feedback, issues, reveal
from station_desk.casework.browse import MatterFilter
from station_desk.casework.feedback import FeedbackEntry
from station_desk.domain.declare import RecordId
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.matter_tabs import FEEDBACK, LINKS
from station_desk.ui.pages.matters import MattersPage
from station_desk.ui.roles import ROW_ROLE
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.rows import ListRow
from tests.builders import a_clerk, a_matter, a_visit, take, the
from tests.ui.at_desk import TODAY, a_session, in_chinese, until

DAY = date(2026, 5, 12)


@pytest.fixture
def session(app: QApplication, tmp_path: Path, jobs: Jobs) -> Iterator[Session]:
    with in_chinese(app), a_session(tmp_path, jobs) as made:
        yield made


def opened(qtbot: QtBot, session: Session, matter: RecordId) -> MattersPage:
    page = MattersPage(session)
    qtbot.addWidget(page)
    page.resize(1300, 680)
    with qtbot.waitExposed(page):
        page.show()
    page.arrive()
    page.seek(matter)
    until(qtbot, lambda: page.detail.matter() == matter)
    return page


def said(page: MattersPage, tab: int) -> list[str]:
    page.detail.tabs.bar.setCurrentIndex(tab)
    shown = page.detail.tabs.stack().currentWidget()
    assert shown is not None
    return [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]


def test_who_was_told_how_and_what_they_said_stands_in_a_table(qtbot: QtBot, session: Session) -> None:
    matter = a_visit(session.desk).matters[0][0]
    take(session.desk, matter, "finish", on=DAY)
    entry = FeedbackEntry(
        told_on=TODAY, method="visit", by="李敏", verdict="dissatisfied", reason="还有一盏不亮"
    )
    feedback.tell(session.desk, a_clerk(), matter, entry)
    page = opened(qtbot, session, matter)

    words = said(page, FEEDBACK)

    assert "梁某" in words
    assert "5月21日·上门·李敏" in words
    assert "不满意" in words
    assert "还有一盏不亮" in words


def test_who_asked_not_to_be_named_shows_on_asking_and_that_is_written_down(
    qtbot: QtBot, session: Session
) -> None:
    entry = replace(a_matter("某厂夜间偷排"), confidential=True, urgency="urgent")
    matter = a_visit(session.desk, entry, phone="13812344620").matters[0][0]
    page = opened(qtbot, session, matter)
    assert [mark.text for mark in page.detail.marks.marks()] == ["紧急", "保密"]
    everything = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "梁锦萍" not in everything
    assert "（要求保密）" in everything

    qtbot.mouseClick(page.detail._phone_button, Qt.MouseButton.LeftButton)

    until(qtbot, lambda: page.detail._phone_button.text() == "梁锦萍·13812344620")
    assert len(reveal.log(session.desk)) == 1


def test_the_list_carries_the_marks_and_filters_by_them(qtbot: QtBot, session: Session) -> None:
    quiet = a_visit(session.desk, a_matter("路灯不亮")).matters[0][0]
    a_visit(session.desk, replace(a_matter("护栏断裂"), urgency="urgent"))
    page = opened(qtbot, session, quiet)

    page.matters.show_filter(MatterFilter(urgent=True))

    until(qtbot, lambda: page.matters.model.rowCount() == 1)
    until(qtbot, lambda: isinstance(page.matters.model.index(0, 0).data(ROW_ROLE), ListRow))
    row = page.matters.model.index(0, 0).data(ROW_ROLE)
    assert row.title == "护栏断裂"
    assert [mark.text for mark in row.marks] == ["紧急"]


def test_what_was_merged_says_where_to_and_the_main_one_names_who_raised_it(
    qtbot: QtBot, session: Session
) -> None:
    main = a_visit(session.desk, a_matter("江会路浸水")).matters[0][0]
    same = a_visit(session.desk, a_matter("江会路又浸水"), visitor="黄伟强").matters[0][0]
    issues.merge(session.desk, a_clerk(), same, main, TODAY)
    page = opened(qtbot, session, same)
    assert the(session.desk, main).row.number in page.detail.due.words()

    page.detail.due.linkActivated.emit()

    until(qtbot, lambda: page.detail.matter() == main)
    page.detail.tabs.bar.setCurrentIndex(LINKS)
    doors = [button.text() for button in page.detail.tabs.stack().findChildren(Button)]
    assert any("并入本件，反映人 黄某" in text for text in doors)
    assert not any("黄伟强" in text for text in doors)
