"""Pictures of every page from the demo desk: `python -m tests.shots DIR` (both languages, 100 and 150 %)."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from station_desk.casework.context import Desk
from station_desk.demo.make import make_demo
from station_desk.settings import SettingsFile
from station_desk.ui import shots, theme

TODAY = date(2026, 5, 21)


def _today() -> date:
    return TODAY


def main(folder: Path) -> None:
    """Make the demo desk as of a fixed day and draw it, light everywhere and dark once."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.Theme())
    with tempfile.TemporaryDirectory() as home:
        settings = SettingsFile(Path(home) / "settings.json")
        settings.change(clerk="李敏")
        desk = Desk.open(make_demo(Path(home), today=TODAY).main)
        made = shots.draw_all(desk, folder, today=_today, settings=settings)
        dark = (theme.Theme(dark=True),)
        made += shots.draw_all(
            desk, folder, ("zh_CN",), scales=(1.0,), themes=dark, today=_today, settings=settings
        )
        desk.close()
    print(f"{len(made)} pictures in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
