"""The program as a whole: first run, opening, going places, looks and languages, what goes wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from station_desk import cli, i18n, paths
from station_desk.app import Program
from station_desk.casework.context import Desk
from station_desk.domain.vocabulary import SiteRole
from station_desk.settings import SettingsFile
from station_desk.ui.help import KEYS, TOPICS, HelpWindow, topic_text
from station_desk.ui.pages.matters import MattersPage
from station_desk.ui.paging import PagedModel
from station_desk.ui.welcome import WelcomeWindow, free_name
from tests.builders import a_desk as a_full_desk
from tests.builders import an_issue
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
    made.deleteLater()
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


def test_what_was_pasted_with_a_name_is_left_out_of_it(qtbot: QtBot, program: Program) -> None:
    program.begin(None)
    welcome = program._first
    assert isinstance(welcome, WelcomeWindow)
    for line, text in (
        ("code", "HC\t"),
        ("name", "会城\t联络站\n"),
        ("clerk", " 李\t敏 "),
        ("parent", "HCZ\t"),
    ):
        getattr(welcome.ui, line).setText(text)
    qtbot.mouseClick(welcome.ui.make, Qt.MouseButton.LeftButton)
    opened(qtbot, program)
    place = program.place
    assert place is not None
    assert place.session is not None
    me = place.session.desk.identity
    assert (me.site, me.name, me.parent, place.session.actor.name) == ("HC", "会城 联络站", "HCZ", "李 敏")


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
    assert set(place.window.pages()) < set(TOPICS)
    for number, name in enumerate(place.window.pages()):
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
    program._language_again()
    until(qtbot, lambda: program.place is not first)
    opened(qtbot, program)
    assert program.place is not None
    assert program.place.window.top.new.text() == "Log a visit"


def test_the_language_asked_for_at_the_start_holds_for_this_run_and_is_not_remembered(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    made = Program(app, SettingsFile(), language="en")
    made.begin(a_desk(tmp_path))
    opened(qtbot, made)
    assert made.place is not None
    first = made.place
    assert first.window.top.new.text() == "Log a visit"
    made.settings.change(look="dark")
    made._look_again()
    assert made.place is first, "another look is no reason for another language"
    assert SettingsFile().values.language == i18n.CHINESE
    made.settings.change(language=i18n.CHINESE)
    made._language_again()
    until(qtbot, lambda: made.place is not first)
    opened(qtbot, made)
    assert made.place.window.top.new.text() == "登记来访"
    until(qtbot, lambda: not made.jobs.is_busy())
    made.place.window.close()
    made.end()
    made.settings.change(look="light")
    for translator in made._translators:
        app.removeTranslator(translator)
    made.deleteLater()


def test_the_windows_go_with_the_program_and_not_after_it(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    made = Program(app, SettingsFile())
    made.begin(a_desk(tmp_path))
    opened(qtbot, made)
    assert made.place is not None
    window = made.place.window
    made.place.window.open_page("matters")
    window.close()
    made.end()
    for translator in made._translators:
        app.removeTranslator(translator)
    made.deleteLater()
    assert not isValid(window)


def test_the_command_line_hands_its_language_to_the_window(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[Path | None, str]] = []

    def shown(desk: Path | None, *, language: str = "") -> int:
        asked.append((desk, language))
        return 0

    monkeypatch.setattr("station_desk.app.run", shown)
    file = tmp_path / "hc.desk"
    assert CliRunner().invoke(cli.program, ["--language", "en", "--desk", str(file)]).exit_code == 0
    assert CliRunner().invoke(cli.program, []).exit_code == 0
    assert asked == [(file, "en"), (None, "")]
    i18n.set_language(i18n.CHINESE)


def test_the_first_opening_of_a_day_makes_a_backup_and_says_so(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("station_desk.app.BACKUP_AFTER_MS", 0)
    path = a_desk(tmp_path)
    program.begin(path)
    opened(qtbot, program)
    place = program.place
    assert place is not None
    until(qtbot, lambda: place.window.status._items["backup"].words.text().startswith("上次备份 今天"))
    copies = list((paths.user_data() / "backups").glob("hc-*/hc-*.desk"))
    assert len(copies) == 1
    program.begin(path)
    until(qtbot, lambda: program.place is not place)
    opened(qtbot, program)
    until(qtbot, lambda: not program.jobs.is_busy())
    assert list((paths.user_data() / "backups").glob("hc-*/hc-*.desk")) == copies, "once a day"


def test_a_backup_becomes_a_desk_again_and_never_overwrites_one(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    path = a_desk(tmp_path)
    desk = Desk.open(path)
    copy = desk.backup(tmp_path)
    desk.close()
    program.begin(None)
    welcome = program._first
    assert isinstance(welcome, WelcomeWindow)
    before = path.read_bytes()
    welcome.restore(copy, path)
    until(qtbot, lambda: "已经存在" in welcome.ui.notice.words())
    assert path.read_bytes() == before
    broken = tmp_path / "broken-20260521-080200.desk"
    broken.write_bytes(copy.read_bytes()[:5000])
    welcome.restore(broken, tmp_path / "new.desk")
    until(qtbot, lambda: "broken" in welcome.ui.notice.words())
    assert not (tmp_path / "new.desk").exists()
    assert free_name(tmp_path, copy).name == "hc-2.desk"
    welcome.restore(copy, tmp_path / "hc-2.desk")
    opened(qtbot, program)
    assert program.place is not None
    assert program.place.session is not None
    assert program.place.session.desk.path.name == "hc-2.desk"
    place = program.place
    until(qtbot, lambda: "由备份恢复" in place.window.messages.text())


def test_the_count_beside_matters_is_what_the_page_shows_at_first(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    desk = a_full_desk(folder)
    for _ in range(3):
        an_issue(desk)
    program.begin(desk.path)
    desk.close()
    opened(qtbot, program)
    place = program.place
    assert place is not None
    page = place.window.open_page("matters")
    assert isinstance(page, MattersPage)
    buttons = place.window.navigation._buttons
    until(qtbot, lambda: buttons["matters"].count == "3")
    model = page.findChild(PagedModel)
    assert model is not None
    until(qtbot, lambda: model.rowCount() == 3)


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
