"""A town at its window takes in a station's package, handles a matter, and the station's window shows it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from station_desk.casework.context import Actor, Desk
from station_desk.casework.handling import StepEntry, take
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import Role
from station_desk.exchange.digest import digest
from station_desk.ui.pages.exchange import ExchangePage
from station_desk.ui.pages.matters import MattersPage
from station_desk.ui.pages.suggestions import SuggestionsPage
from tests.builders import a_deputy, a_suggestion, a_unit, a_visit, stage
from tests.exchange.post import a_station, a_town
from tests.journeys.at_window import LEFT, AtWindow, at_window

TODAY = date(2026, 5, 21)
UNIT = "区市政管理所"


def _exchange(person: AtWindow) -> ExchangePage:
    person.go(1 + person.window.pages().index("exchange"))
    page = person.window.page()
    assert isinstance(page, ExchangePage)
    return page


def _send(person: AtWindow, tray: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Save what waits to a folder, by the outbox's button; the file that lies there."""
    tray.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tray))
    page = _exchange(person)
    person.click(person.button(page.column.outbox, "存到 U 盘"))
    person.until(lambda: any(not path.name.endswith(".part") for path in tray.iterdir()))
    person.settle()
    (file,) = [path for path in tray.iterdir() if not path.name.endswith(".part")]
    return file


def _take_in(person: AtWindow, file: Path, *, drop: bool, monkeypatch: pytest.MonkeyPatch) -> ExchangePage:
    """Let a file fall on the page, or choose it; it is proved and previewed, then imported by its button."""
    page = _exchange(person)
    if drop:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 99), copy, data, LEFT, none))
        QApplication.sendEvent(page, QDropEvent(QPointF(9, 99), copy, data, LEFT, none))
    else:
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
        person.click(page.open_button)
    person.until(page.take_button.isVisible)
    person.settle()
    person.click(page.take_button)
    person.until(lambda: not page.take_button.isVisible())
    person.settle()
    return page


def _prepared(folder: Path) -> tuple[Desk, RecordId, RecordId]:
    """A station that logged a visit and submitted a suggestion."""
    station = a_station(folder)
    a_unit(station, UNIT)
    issue = a_visit(station, visitor="区兆棠", phone="13812344620").matters[0][0]
    suggestion = a_suggestion(station, a_deputy(station))
    clerk = Actor("李敏", Role.CLERK)
    for verb in ("check", "submit"):
        take(station, clerk, suggestion, verb, StepEntry(on=date(2026, 5, 8)))
    return station, issue, suggestion


def test_a_town_handles_a_stations_suggestion_and_the_station_sees_it(
    app: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    station, issue, suggestion = _prepared(tmp_path)
    town = a_town(tmp_path)
    with at_window(qtbot, station, tmp_path, TODAY, "李敏") as clerk:
        package = _send(clerk, tmp_path / "out", monkeypatch)
    with at_window(qtbot, town, tmp_path, TODAY, "何健生") as officer:
        page = _take_in(officer, package, drop=True, monkeypatch=monkeypatch)
        assert digest(officer.desk) == digest(officer.desk, "HC")
        assert {stage(officer.desk, issue), stage(officer.desk, suggestion)} == {"accepted", "submitted"}
        changes = len(officer.said)
        page.take(package)
        officer.until(page.take_button.isVisible)
        officer.click(page.take_button)
        officer.until(lambda: len(officer.said) > changes)
        assert "没有新内容" in officer.said[-1], "the same file again changes nothing"
        _handle(officer, suggestion)
        home = _send(officer, tmp_path / "home", monkeypatch)
    station = Desk.open(station.path)
    with at_window(qtbot, station, tmp_path, TODAY, "李敏") as clerk:
        page = _take_in(clerk, home, drop=False, monkeypatch=monkeypatch)
        assert stage(clerk.desk, suggestion) == "replied"
        clerk.session.wanted.emit("suggestions", suggestion)
        clerk.settle()
        shown = clerk.window.page()
        assert isinstance(shown, SuggestionsPage)
        clerk.until(lambda: shown.record.whole is not None)
        assert any(UNIT in cell for cell in clerk.cells(shown.record)), "who has it is shown"
        assert clerk.button(shown.record, "登记征询").isEnabled(), "now it is the deputies' turn"
        _matter_of_its_own(clerk, issue)
    again = [Desk.open(path) for path in (station.path, town.path)]
    assert [desk.check() for desk in again] == [[], []]
    for desk in again:
        desk.close()


def _handle(officer: AtWindow, suggestion: RecordId) -> None:
    """The town hands it over, records receipt and the unit's reply."""
    officer.session.wanted.emit("suggestions", suggestion)
    officer.settle()
    page = officer.window.page()
    assert isinstance(page, SuggestionsPage)
    dialog = officer.begin(page.record, "交办")
    units = dialog.fields.units
    assert units is not None
    officer.pick(units.line, "市政")
    officer.finish(dialog)
    officer.step(page.record, "签收")
    officer.step(
        page.record, "登记答复", number="新住建函〔2026〕38号", reply_class="A", text="已清淤，加装两个雨水口"
    )
    assert officer.stage(suggestion) == "replied"


def _matter_of_its_own(clerk: AtWindow, issue: RecordId) -> None:
    """What the town only looked on at is the station's as before, its visitor's name and number with it."""
    clerk.session.wanted.emit("matters", issue)
    clerk.settle()
    page = clerk.window.page()
    assert isinstance(page, MattersPage)
    clerk.until(lambda: page.detail.matter() == issue)
    assert page.detail._phone_button.text() == "138****4620"
