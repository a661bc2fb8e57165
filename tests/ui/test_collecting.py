"""A widget that nothing holds any more is destroyed where it lived, whatever the workers do."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from station_desk.ui.collecting import Collecting


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
