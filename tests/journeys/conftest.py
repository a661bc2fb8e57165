"""The application for journeys through the whole window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from station_desk.ui import theme
from tests.ui.at_desk import in_chinese
from tests.ui.conftest import nothing_outlives_its_test

__all__ = ["nothing_outlives_its_test"]


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application as a station has it: light, 100 %, in Chinese."""
    theme.apply(qapp, theme.Theme())
    with in_chinese(qapp):
        yield qapp
