"""Erasing for good in the window: offered to who may, done once a reason stands there and it is ticked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.domain.vocabulary import Role
from station_desk.ui.dialogs.erase import EraseDialog
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.matters import MattersPage
from station_desk.ui.pages.suggestions import SuggestionsPage
from station_desk.ui.session import Session
from tests.builders import a_deputy, a_suggestion, a_visit
from tests.ui.at_desk import a_session, in_chinese, until

ERASE = "永久删除…"


def opened(qtbot: QtBot, session: Session) -> MattersPage:
    page = MattersPage(session)
    qtbot.addWidget(page)
    page.resize(1300, 680)
    with qtbot.waitExposed(page):
        page.show()
    page.arrive()
    until(qtbot, lambda: page.detail.matter() is not None)
    return page


def offered(page: MattersPage) -> list[str]:
    return [action.text() for action in page.detail.verbs.more.actions()]


def asked(qtbot: QtBot, page: MattersPage) -> EraseDialog:
    page.detail.verbs.erasing.emit()
    (dialog,) = page.findChildren(EraseDialog)
    until(qtbot, dialog.isVisible)
    return dialog


def names(session: Session) -> list[str]:
    with session.desk.reading() as connection:
        return [str(row[0]) for row in connection.exec_driver_sql("SELECT name FROM visitor")]


@pytest.mark.parametrize("role", [Role.CLERK, Role.VIEWER])
def test_it_is_offered_to_nobody_else(
    app: QApplication, qtbot: QtBot, tmp_path: Path, jobs: Jobs, role: Role
) -> None:
    with in_chinese(app), a_session(tmp_path, jobs, role=role) as session:
        a_visit(session.desk)
        page = opened(qtbot, session)
        assert ERASE not in offered(page)
        page.hide()


def test_a_matter_is_erased_once_it_is_said_why_and_meant(
    app: QApplication, qtbot: QtBot, tmp_path: Path, jobs: Jobs
) -> None:
    with in_chinese(app), a_session(tmp_path, jobs, role=Role.HEAD) as session:
        a_visit(session.desk)
        page = opened(qtbot, session)
        assert ERASE in offered(page)
        dialog = asked(qtbot, page)
        assert "作废" in dialog.warning.words()
        assert not dialog.erase.isEnabled()
        dialog.erase_it()
        dialog.sure.setChecked(True)
        dialog.erase_it()
        assert browse.count(session.desk, MatterFilter()) == 1
        dialog.reason_edit.setText("当事人要求")
        with qtbot.waitSignal(dialog.told):
            dialog.erase.click()
        until(qtbot, lambda: page.detail.matter() is None)
        assert browse.count(session.desk, MatterFilter()) == 0
        assert names(session) == []
        page.hide()


def test_the_visitor_alone_is_erased_and_the_matter_stays(
    app: QApplication, qtbot: QtBot, tmp_path: Path, jobs: Jobs
) -> None:
    with in_chinese(app), a_session(tmp_path, jobs, role=Role.HEAD) as session:
        a_visit(session.desk)
        page = opened(qtbot, session)
        dialog = asked(qtbot, page)
        dialog.visitor.setChecked(True)
        assert "作废" not in dialog.warning.words()
        dialog.sure.setChecked(True)
        dialog.reason_edit.setText("当事人要求")
        with qtbot.waitSignal(dialog.told):
            dialog.erase.click()
        assert names(session) == []
        assert browse.count(session.desk, MatterFilter()) == 1
        page.hide()


def test_it_is_offered_beside_a_suggestion_too(
    app: QApplication, qtbot: QtBot, tmp_path: Path, jobs: Jobs
) -> None:
    with in_chinese(app), a_session(tmp_path, jobs, role=Role.HEAD) as session:
        matter = a_suggestion(session.desk, a_deputy(session.desk))
        page = SuggestionsPage(session)
        qtbot.addWidget(page)
        page.resize(1300, 680)
        with qtbot.waitExposed(page):
            page.show()
        page.arrive()
        page.open(matter)
        until(qtbot, lambda: page.record.whole is not None)
        page.record.verbs.erasing.emit()
        (dialog,) = page.findChildren(EraseDialog)
        assert not dialog.visitor.isVisible()
        dialog.reject()
        page.hide()
