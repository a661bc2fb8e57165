"""Pictures of the pages: whatever the window offers is drawn, for whoever it offers it to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from station_desk.domain.tracks import TRACKS
from station_desk.settings import SettingsFile
from station_desk.ui import shot_views, shots
from tests.builders import a_desk, an_issue
from tests.reports import suggestions_of as of


def test_every_page_of_every_role_is_drawn_once(tmp_path: Path, app: QApplication) -> None:
    desk = a_desk(tmp_path)
    an_issue(desk)
    made = shots.draw_all(
        desk, tmp_path / "pictures", ("zh_CN",), scales=(1.0,), depth=shots.Depth(views=False, roles=True),
        today=lambda: date(2026, 5, 21), settings=SettingsFile(tmp_path / "settings.json"),
    )  # fmt: skip
    desk.close()
    names = [file.name.partition("-zh_CN")[0] for file in made]
    assert len(names) == len(set(names))
    assert {"today", "reception", "matters", "suggestions", "reports", "exchange", "settings"} <= set(names)
    assert {"deputy-mine", "deputy-file", "deputy-exchange"} <= set(names)
    drawn = QImage(str(made[0]))
    assert (drawn.width(), drawn.height()) == (1366, 768)


def test_one_matter_of_each_stage_is_found_and_a_dialog_for_each_need_once(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    an_issue(desk)
    of.three_signers(desk)
    stages = [view.title for view in (*shot_views.notable(desk), *shot_views.every_stage(desk))]
    assert "suggestion-handling" in stages
    assert len(stages) == len(set(stages))
    dialogs = list(shot_views.every_need(desk))
    asked = [set(TRACKS[title.split("-")[1]].steps[verb].needs) for title, _, verb in dialogs]
    desk.close()
    met: set[object] = set()
    for needs in asked:
        assert needs - met, "each dialog shows something that none before it did"
        met |= needs
    assert len(dialogs) > 5
