"""What every test stands on: no screen needed, Chinese shown, and a home folder of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from station_desk import i18n

# Before the first import of Qt: tests need no display, and flash no windows where there is one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Two shared cores: a slow example says nothing about the code, and a failing one is printed in full.
settings.register_profile("station", deadline=None, database=None, print_blob=True)
settings.load_profile("station")


@pytest.fixture(autouse=True)
def _clean_station(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Chinese, the stations' language, before and after; nothing ever in the person's own folder."""
    home: Path = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("STATION_DESK_HOME", str(home))
    i18n.set_language(i18n.CHINESE)
    yield
    i18n.set_language(i18n.CHINESE)
