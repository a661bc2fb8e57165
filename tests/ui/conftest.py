"""The look on the test application, and a set of jobs that ends with the test."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.ui import theme
from station_desk.ui.jobs import Jobs


@pytest.fixture(autouse=True)
def only_the_ui_thread_collects() -> Iterator[None]:
    """A page that a test lets go of is destroyed by Python's collector, which may run on a worker's thread:
    its timers would then outlive it. So nothing is collected before the workers are gone."""
    gc.disable()
    yield
    gc.enable()
    gc.collect()


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application with the light look at 100 %, put back afterwards."""
    theme.apply(qapp, theme.Theme())
    yield qapp
    if theme.current() != theme.Theme():
        theme.apply(qapp, theme.Theme())


@pytest.fixture
def jobs(app: QApplication, qtbot: QtBot) -> Iterator[Jobs]:
    """Writer and reader threads, finished when the test is."""
    made = Jobs()
    yield made
    assert made.close(10)
