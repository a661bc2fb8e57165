"""The program as a whole: first run, opening, going places, looks and languages, what goes wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from station_desk import i18n, paths
from station_desk.app import Program
from station_desk.casework.context import Desk
from station_desk.domain.vocabulary import SiteRole
from station_desk.settings import SettingsFile
from station_desk.ui.help import KEYS, TOPICS, HelpWindow, topic_text
from station_desk.ui.welcome import WelcomeWindow
from tests.ui.at_desk import until


@pytest.fixture
def program(app: QApplication) -> Iterator[Program]:
    """The program with settings of its own, ended with the test."""
    made = Program(app, SettingsFile())
    hook = sys.excepthook
    yield made
    if made.place is not None:
        made.place.window.close()
    made.end()
    made.settings.change(language=i18n.CHINESE)
    for translator in made._translators:
        app.removeTranslator(translator)
    for widget in app.topLevelWidgets():
        if isinstance(widget, QWidget):
            widget.close()
    assert hook is not None


def a_desk(folder: Path) -> Path:
    path = folder / "hc.desk"
    Desk.create(path, site="HC", name="会城街道中心联络站", role=SiteRole.STATION).close()
    return path


def opened(qtbot: QtBot, program: Program) -> None:
    until(qtbot, lambda: program.place is not None and program.place.session is not None)


def test_a_new_computer_is_asked_for_a_desk_and_comes_to_today(qtbot: QtBot, program: Program) -> None:
    program.begin(None)
    welcome = program._first
    assert isinstance(welcome, WelcomeWindow)
    qtbot.keyClicks(welcome.ui.code, "HC")
    assert welcome.ui.file.text().endswith("HC.desk")
    qtbot.mouseClick(welcome.ui.make, Qt.MouseButton.LeftButton)
    assert welcome.ui.name_error.text() == "请填写。"
    assert welcome.ui.code.text() == "HC", "nothing typed is lost"
    welcome.ui.name.setText("会城街道中心联络站")
    welcome.ui.clerk.setText("李敏")
    qtbot.mouseClick(welcome.ui.make, Qt.MouseButton.LeftButton)
    opened(qtbot, program)
    place = program.place
    assert place is not None
    assert place.session is not None
    assert place.window.page_id() == "today"
    assert place.session.actor.name == "李敏"
    assert SettingsFile().values.desk == str(paths.user_data() / "HC.desk")


def test_a_code_that_cannot_name_a_site_is_said_beside_its_field(qtbot: QtBot, program: Program) -> None:
    program.begin(None)
    welcome = program._first
    assert welcome is not None
    welcome.ui.code.setText("会 城")
    welcome.ui.name.setText("站")
    welcome.make()
    assert "20" in welcome.ui.code_error.text()


def test_the_window_is_there_before_the_desk_is_open(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.begin(a_desk(tmp_path))
    place = program.place
    assert place is not None
    assert place.window.isVisible()
    assert place.session is None
    assert not place.window.isEnabled(), "nothing can be pressed until there is a desk"
    opened(qtbot, program)
    assert place.window.isEnabled()


def test_painting_the_window_imports_nothing_of_the_database() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, station_desk.app; print([m for m in ('sqlalchemy', 'openpyxl',"
         " 'reportlab', 'pypinyin', 'cryptography', 'zstandard') if m in sys.modules])"],
        capture_output=True, text=True, check=True, cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    assert told.stdout.strip() == "[]"


def test_a_desk_that_cannot_be_opened_is_said_with_other_ways_in(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "broken.desk"
    file.write_bytes(b"not a desk at all" * 100)
    program.begin(file)
    until(qtbot, lambda: program._first is not None)
    assert program._first is not None
    assert "broken.desk" in program._first.ui.notice.words()


def test_every_page_opens_and_help_turns_to_it(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.begin(a_desk(tmp_path))
    opened(qtbot, program)
    place = program.place
    assert place is not None
    for number, name in enumerate(TOPICS):
        place.window.commands.paged.emit(number)
        assert place.window.page_id() == name
        until(qtbot, lambda: not program.jobs.is_busy())
    place.window.helpWanted.emit("exchange")
    shown = place.window.findChild(HelpWindow)
    assert isinstance(shown, HelpWindow)
    assert "U 盘" in shown.text.toPlainText()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_page_has_its_help_in_both_languages(language: str) -> None:
    i18n.set_language(language)
    texts = [topic_text(name) for name in TOPICS]
    assert all(text.startswith("# ") and len(text) > 80 for text in texts)
    assert len(set(texts)) == len(TOPICS)
    assert "Ctrl+K" in topic_text(KEYS)


def test_another_language_makes_the_window_again_on_the_same_desk(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.begin(a_desk(tmp_path))
    opened(qtbot, program)
    first = program.place
    program.settings.change(language="en")
    program._look_again()
    until(qtbot, lambda: program.place is not first)
    opened(qtbot, program)
    assert program.place is not None
    assert program.place.window.top.new.text() == "Log a visit"


def test_searching_everything_opens_what_was_found(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    path = a_desk(tmp_path)
    program.begin(path)
    opened(qtbot, program)
    place = program.place
    assert place is not None
    asked: list[object] = []
    place._search("联络", asked.append)
    until(qtbot, lambda: bool(asked))
    assert asked == [[]], "an empty desk has nothing to find"


def test_settings_this_version_does_not_know_are_reported_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"language": "en", "scale": 999, "colour_of_tea": "green"}), "utf-8")
    settings = SettingsFile(file)
    assert settings.values.language == "en"
    assert settings.values.scale == 100, "a value that does not fit gives its default"
    assert any("scale" in problem for problem in settings.problems)
    settings.change(look="dark")
    kept = json.loads(file.read_text("utf-8"))
    assert kept["colour_of_tea"] == "green"
    assert kept["look"] == "dark"
    with pytest.raises(TypeError):
        settings.change(look="tea")


def test_a_settings_file_cut_short_does_not_stop_the_program(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"language": "e', "utf-8")
    settings = SettingsFile(file)
    assert settings.values.language == i18n.CHINESE
    assert settings.problems
