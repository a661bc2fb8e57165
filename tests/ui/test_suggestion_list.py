"""The list of suggestions says how a due day was counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from station_desk.casework import handling, suggestions
from station_desk.casework.handling import StepEntry
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.suggestion_list import SuggestionList
from station_desk.ui.session import Session
from tests.builders import a_deputy
from tests.ui.at_desk import a_session, in_chinese, until


@pytest.fixture
def session(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with in_chinese(app), a_session(tmp_path, jobs) as made:
        yield made


def test_a_due_day_says_on_hover_and_to_a_screen_reader_how_it_was_counted(
    qtbot: QtBot, session: Session
) -> None:
    entry = suggestions.SuggestionEntry(
        title="关于清淤的建议",
        text="建议清淤。",
        deputies=(a_deputy(session.desk),),
        opened_on=date(2026, 5, 7),
    )
    made = suggestions.raise_from(session.desk, session.actor, [], entry).id
    for verb in ("check", "submit"):
        handling.take(session.desk, session.actor, made, verb, StepEntry(on=date(2026, 5, 8)))
    page = SuggestionList(session)
    qtbot.addWidget(page)
    page.resize(1200, 600)
    page.show()
    until(qtbot, lambda: bool(page.model.index(0, 6).data()))
    page.table.setCurrentIndex(page.model.index(0, 1))
    heard = Qt.ItemDataRole.AccessibleDescriptionRole
    until(qtbot, lambda: "10 个工作日" in str(page.model.index(0, 1).data(heard)))
    due = page.model.index(0, 6)
    place = page.table.visualRect(due).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, page.table.viewport().mapToGlobal(place))
    QApplication.sendEvent(page.table.viewport(), event)
    until(qtbot, lambda: "10 个工作日" in QToolTip.text())
    QToolTip.showText(QPoint(), "")
