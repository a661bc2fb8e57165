"""A widget that nothing holds any more is destroyed where it lived, whatever the workers do."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from station_desk.settings import SettingsFile
from station_desk.ui.collecting import Collecting
from station_desk.ui.jobs import Jobs
from station_desk.ui.workplace import Workplace
from tests.builders import a_desk, an_issue
from tests.ui.at_desk import TODAY, until


@pytest.fixture
def collecting(app: QApplication) -> Iterator[Collecting]:
    gc.enable()
    made = Collecting(app)
    yield made
    made.end()
    made.deleteLater()


class Ring:
    """Holds itself, so that only the collector lets it go; says on which thread that was."""

    def __init__(self, told: list[int]) -> None:
        self.me, self.told = self, told

    def __del__(self) -> None:
        self.told.append(threading.get_ident())


def litter(told: list[int]) -> None:
    for _ in range(3_000):
        Ring(told)


def test_what_a_worker_leaves_behind_is_collected_on_the_ui_thread(collecting: Collecting) -> None:
    told: list[int] = []
    collecting.turn()  # what stands is set aside
    worker = threading.Thread(target=litter, args=(told,))
    worker.start()
    worker.join()
    assert told == []

    for _ in range(25):
        litter(told)
        collecting.turn()
    assert set(told) == {threading.get_ident()}


def test_at_the_end_collecting_is_pythons_own_again(app: QApplication) -> None:
    gc.enable()
    made = Collecting(QObject(app))
    assert not gc.isenabled()
    made.end()

    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_nothing_within_a_window_keeps_it_once_it_is_let_go_of(
    app: QApplication, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    """A function handed to a signal is out of the collector's sight: one that holds the window keeps it."""
    desk = a_desk(tmp_path)
    an_issue(desk)
    place = Workplace(SettingsFile(tmp_path / "settings.json"), jobs, today=lambda: TODAY)
    place.window.show()
    place.adopt(desk)
    until(qtbot, lambda: not jobs.is_busy())
    for name in place.window.pages():
        place.window.open_page(name)
        until(qtbot, lambda: not jobs.is_busy())
    pages = [place.window.made(name) for name in place.window.pages()]
    window = weakref.ref(place.window)
    place.window.close()
    place.close()
    del place
    gc.collect()
    assert window() is None
    assert not any(isValid(page) for page in pages)
