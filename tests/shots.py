"""Pictures of every page from the demo desk: `python -m tests.shots DIR` (both languages, 100 and 150 %)."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from station_desk.casework import browse, people
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Actor, Desk
from station_desk.demo.make import make_demo
from station_desk.domain.records import Person
from station_desk.domain.vocabulary import Role
from station_desk.settings import SettingsFile
from station_desk.ui import shots, theme
from tests import shots_town

TODAY = date(2026, 5, 21)
LIGHT = theme.Theme()
PAGES = shots.Depth(views=False)


def _today() -> date:
    return TODAY


def _seat_a_deputy(desk: Desk) -> None:
    """The deputy who leads most suggestions works at this desk too, so that a deputy's pages are filled."""
    suggestions = browse.page(desk, MatterFilter(tracks=("suggestion",)), limit=200)
    leading = Counter(row.person for row in suggestions if row.person)
    name = leading.most_common(1)[0][0]
    deputy = next(record for record, deputy in browse.office(desk).deputies if deputy.name == name)
    clerk = Actor("李敏", Role.CLERK)
    people.enter(desk, clerk, "李敏", Role.CLERK)
    people.enter(desk, clerk, "黄志华", Role.HEAD)
    with desk.writing(clerk, "save_person") as work:
        work.add(Person(site=work.identity.site, name=name, role=Role.DEPUTY.value, deputy=deputy))


def main(folder: Path) -> None:
    """Make the demo desk as of a fixed day and draw it: all there is once in Chinese, what lies behind the
    pages enlarged and in English too, the pages alone enlarged in English and dark."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.Theme())
    with tempfile.TemporaryDirectory() as home:
        settings = SettingsFile(Path(home) / "settings.json")
        settings.change(clerk="李敏")
        desk = Desk.open(make_demo(Path(home), today=TODAY).main)
        _seat_a_deputy(desk)

        def draw(
            language: str, scale: float, look: theme.Theme = LIGHT, depth: shots.Depth = shots.PLAIN
        ) -> None:
            made.extend(
                shots.draw_all(
                    desk, folder, (language,), scales=(scale,), themes=(look,), depth=depth,
                    today=_today, settings=settings,
                )
            )  # fmt: skip

        made: list[Path] = []
        draw("zh_CN", 1.0, depth=shots.WHOLE)
        draw("zh_CN", 1.5)
        draw("zh_CN", 1.0, theme.Theme(dark=True), depth=PAGES)
        draw("en", 1.0)
        draw("en", 1.5, depth=PAGES)
        desk.close()
    made += shots_town.draw(folder, _today)
    print(f"{len(made)} pictures in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
