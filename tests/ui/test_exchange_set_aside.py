"""Exchange: what loses to a value written at the same time is listed before a package is taken in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.casework import browse
from station_desk.casework.context import Actor, Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Issue
from station_desk.exchange import inbox
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages import matter_whole
from station_desk.ui.pages.exchange import ExchangePage
from station_desk.ui.session import Session
from tests.builders import a_clerk, an_issue
from tests.ui.at_desk import TODAY, until
from tests.ui.exchange_scene import a_station, a_stick, a_town_session, opened, sent_to


@pytest.fixture
def town(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with a_town_session(tmp_path, jobs, app) as made:
        yield made


@pytest.fixture
def page(town: Session, qtbot: QtBot) -> ExchangePage:
    return opened(qtbot, town)


def placed(desk: Desk, actor: Actor, matter: RecordId, place: str) -> None:
    with desk.writing(actor, "correct_issue") as work:
        work.update(Issue, matter, place=place)


def at_once(town: Session, folder: Path, count: int = 1) -> Path:
    """A package of a station that wrote other places than the town, at the same time."""
    station, stick = a_station(town, folder, known=True), a_stick(folder)
    for number in range(1, count):
        an_issue(station, f"第{number}处井盖松动")
    inbox.take_in(town.desk, [sent_to(town, station, stick)])
    for row in browse.page(town.desk, browse.MatterFilter()):
        placed(station, a_clerk(), row.id, "三联路口东侧")
        placed(town.desk, town.actor, row.id, "三联路口西侧")
    return sent_to(town, station, stick)


def cell(page: ExchangePage, column: int) -> str:
    model = page.package.aside_model
    return str(model.index(0, column).data(Qt.ItemDataRole.DisplayRole))


def test_values_set_aside_are_listed_and_open_their_matter(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    page.take(at_once(town, tmp_path))
    until(qtbot, lambda: page.package.aside.isVisibleTo(page))
    assert (cell(page, 2), cell(page, 3)) == ("三联路口东侧", "三联路口西侧")
    assert town.actor.name in cell(page, 4)
    opened_matters: list[object] = []
    page.package.matterWanted.connect(opened_matters.append)
    page.package.aside.opened.emit(page.package.aside_model.index(0, 0))
    assert opened_matters == [row.id for row in browse.page(town.desk, browse.MatterFilter())]
    said: list[str] = []
    town.said.connect(lambda text, undoable: said.append(text))
    page.take_button.click()
    until(qtbot, lambda: any("未采用“三联路口西侧”" in text for text in said))
    (matter,) = (row.id for row in browse.page(town.desk, browse.MatterFilter()))
    lines = matter_whole.history_happenings(matter_whole.history_lines(town.desk, matter), "issue", TODAY)
    assert sum("三联路口西侧（未采用；" in line.text for line in lines) == 1


def test_a_package_that_sets_nothing_aside_shows_no_list(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    station = a_station(town, tmp_path, known=True)
    page.take(sent_to(town, station, a_stick(tmp_path)))
    until(qtbot, lambda: page.package.model.rowCount() == 1)
    assert not page.package.aside.isVisibleTo(page)
    assert not page.package.aside_words.isVisibleTo(page)
