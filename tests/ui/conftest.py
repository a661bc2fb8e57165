"""The look on the test application, and a set of jobs that ends with the test."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.ui import theme
from station_desk.ui.jobs import Jobs


@pytest.fixture(autouse=True)
def nothing_outlives_its_test() -> Iterator[None]:
    """Python collects only once the workers are gone, as `Collecting` sees to in the program: what it
    destroys may be a widget. What was to be deleted later is deleted now: with no event loop that runs,
    later would be some other test, and the look is laid on every window there is."""
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.enable()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


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
