"""The rules in Settings: the town edits many values and saves them as one version; a station only reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from station_desk.domain.profile_text import builtin_text
from station_desk.domain.records import Profile
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.settings import SettingsFile
from station_desk.ui import theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.settings import SettingsPage
from station_desk.ui.pages.settings_rules import RulesSection
from station_desk.ui.session import Session
from tests.builders import commits
from tests.ui.at_desk import a_session, in_chinese, until

TERMS = ("clocks", "issue.triage")
COURT = ("doors", "court")


@pytest.fixture
def session(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with (
        in_chinese(app),
        a_session(tmp_path, jobs, role=Role.OFFICE, site=SiteRole.TOWN) as made,
    ):
        yield made
        jobs.close()


@pytest.fixture
def page(session: Session, qtbot: QtBot, tmp_path: Path) -> SettingsPage:
    return a_page(session, qtbot, tmp_path)


def a_page(session: Session, qtbot: QtBot, folder: Path) -> SettingsPage:
    made = SettingsPage(session, SettingsFile(folder / "settings.json"))
    qtbot.addWidget(made)
    made.resize(1238, 648)
    made.show()
    return made


@pytest.fixture
def section(page: SettingsPage, qtbot: QtBot) -> RulesSection:
    return opened(page, qtbot)


def opened(page: SettingsPage, qtbot: QtBot) -> RulesSection:
    page.seek("rules")
    found = page.sections["rules"]
    assert isinstance(found, RulesSection)
    until(qtbot, lambda: found.model.rowCount() > 20)
    return found


def a_line(section: RulesSection, group: str, name: str) -> QLineEdit:
    found = section.side.forms[group].editors[name]
    assert isinstance(found, QLineEdit)
    return found


def a_box(section: RulesSection, group: str, name: str) -> QPlainTextEdit:
    found = section.side.forms[group].editors[name]
    assert isinstance(found, QPlainTextEdit)
    return found


def turned(section: RulesSection, tab: str, qtbot: QtBot) -> None:
    """Chosen with the mouse, as a person does."""
    button = next(b for b in section.tabs.buttons() if getattr(b, "value", "") == tab)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def names(section: RulesSection) -> list[str]:
    return [str(section.model.index(row, 0).data()) for row in range(section.model.rowCount())]


def quiet(qtbot: QtBot, session: Session) -> None:
    until(qtbot, lambda: not session.jobs.is_busy())


def test_a_town_edits_by_keys_and_saves_all_of_it_as_one_version(
    qtbot: QtBot, section: RulesSection, session: Session
) -> None:
    before, count = session.desk.profile(), commits(session.desk)
    section.table.setFocus()
    section.table.selectRow(0)
    qtbot.keyClick(section.table, Qt.Key.Key_Return)
    length = a_line(section, "clocks", "n")
    until(qtbot, length.hasFocus)
    length.selectAll()
    qtbot.keyClicks(length, "7")
    tick = section.side.forms["clocks"].editors["confirmed"]
    assert isinstance(tick, QCheckBox)
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert section.model.index(0, 1).data() == "7 个工作日"
    turned(section, "doors", qtbot)
    section.open_item(COURT)
    a_box(section, "doors", "reason").setPlainText("请到新会区人民法院提出。")
    turned(section, "classes", qtbot)
    section.open_item(("settings", "class_scheme"))
    choice = section.side.forms["settings"].editors["value"]
    assert isinstance(choice, QComboBox)
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert "已改 3 项" in section.foot.said.text()
    assert commits(session.desk) == count, "nothing is kept until it is saved"
    qtbot.mouseClick(section.foot.save_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: session.desk.profile().version != before.version)
    until(qtbot, lambda: not section.foot.isVisibleTo(section))

    after = session.desk.profile()
    assert commits(session.desk) == count + 1
    assert (after.clocks["issue.triage"].n, after.clocks["issue.triage"].confirmed) == (7, True)
    assert after.doors["court"].reason.zh == "请到新会区人民法院提出。"
    assert after.class_scheme == "three"
    until(qtbot, lambda: after.version in section.head.title.text())


def test_what_differs_is_shown_before_it_is_saved_and_for_every_version_after(
    qtbot: QtBot, section: RulesSection, session: Session
) -> None:
    section.open_item(TERMS)
    length = a_line(section, "clocks", "n")
    length.selectAll()
    qtbot.keyClicks(length, "7")
    qtbot.mouseClick(section.foot.what_button, Qt.MouseButton.LeftButton)
    assert "3 个工作日 → 7 个工作日" in section.side.differences.words()
    assert section.versions.index(0, 0).data() == "尚未保存的改动"
    section.save()
    until(qtbot, lambda: section.versions.rowCount() == 2 and not section.foot.isVisibleTo(section))
    assert section.versions.index(0, 2).data() == "李敏"
    assert section.versions.index(1, 2).data() == "随程序提供"
    section.version_table.clicked.emit(section.versions.index(0, 0))
    until(qtbot, lambda: "3 个工作日 → 7 个工作日" in section.side.differences.words())


def test_a_mistake_opens_its_own_item_and_nothing_typed_is_lost(
    qtbot: QtBot, section: RulesSection, session: Session
) -> None:
    count = commits(session.desk)
    section.open_item(TERMS)
    length = a_line(section, "clocks", "n")
    length.selectAll()
    qtbot.keyClicks(length, "0")
    turned(section, "doors", qtbot)
    section.open_item(COURT)
    a_line(section, "doors", "source").setText("会城")
    a_line(section, "doors", "source").textEdited.emit("会城")
    section.save()
    until(qtbot, lambda: "1 至 1000" in length.accessibleDescription())
    assert section.tabs.current_value() == "terms"
    assert length.text() == "0"
    assert "已改 2 项" in section.foot.said.text()
    assert commits(session.desk) == count
    length.selectAll()
    qtbot.keyClicks(length, "4")
    section.save()
    until(qtbot, lambda: session.desk.profile().doors["court"].source == "会城")
    assert session.desk.profile().clocks["issue.triage"].n == 4


def test_typing_the_old_value_again_is_no_change_and_discard_forgets(
    qtbot: QtBot, section: RulesSection
) -> None:
    section.open_item(TERMS)
    length = a_line(section, "clocks", "n")
    for typed, waiting in (("5", True), ("3", False), ("8", True)):
        length.selectAll()
        qtbot.keyClicks(length, typed)
        assert section.foot.isVisibleTo(section) == waiting
    qtbot.mouseClick(section.foot.discard_button, Qt.MouseButton.LeftButton)
    assert not section.foot.isVisibleTo(section)
    assert section.model.index(0, 1).data() == "3 个工作日"


def test_what_was_typed_waits_while_one_looks_at_another_page_or_a_package_comes(
    qtbot: QtBot, page: SettingsPage, section: RulesSection, session: Session
) -> None:
    section.open_item(TERMS)
    length = a_line(section, "clocks", "n")
    length.selectAll()
    qtbot.keyClicks(length, "8")
    page.seek("machine")
    page.seek("rules")
    quiet(qtbot, session)

    assert section.model.index(0, 1).data() == "8 个工作日"
    assert "已改 1 项" in section.foot.said.text()


def test_a_door_is_added_and_another_taken_out(qtbot: QtBot, section: RulesSection, session: Session) -> None:
    turned(section, "doors", qtbot)
    qtbot.mouseClick(section.head.add_button, Qt.MouseButton.LeftButton)
    for name, text in (("name", "村居调解委员会"), ("source", "会城人大")):
        a_line(section, "doors", name).insert(text)
    a_box(section, "doors", "reason").setPlainText("邻里纠纷请先调解。")
    section.open_item(("doors", "legal_aid"))
    qtbot.mouseClick(section.side.out_button, Qt.MouseButton.LeftButton)
    assert "移出" in [section.model.index(row, 2).data() for row in range(section.model.rowCount())]
    section.save()
    until(qtbot, lambda: "legal_aid" not in session.desk.profile().doors)

    assert "村居调解委员会" in {door.label.zh for door in session.desk.profile().doors.values()}


def test_the_next_year_is_proposed_unconfirmed_and_edited_as_lines(
    qtbot: QtBot, section: RulesSection, session: Session
) -> None:
    turned(section, "holidays", qtbot)
    assert section.head.add_button.text() == "建议 2027 年"
    qtbot.mouseClick(section.head.add_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(section)[0] == "2027", timeout=30_000)
    days = a_box(section, "calendar", "holidays")
    assert "春节 2月5日" in days.toPlainText()
    assert not section.head.add_button.isVisibleTo(section)
    days.setPlainText("元旦 1-1至1-3\n春节 2-5至2-11 补班 1-31、2-20")
    section.save()
    until(qtbot, lambda: 2027 in session.desk.profile().calendar.years)

    year = session.desk.profile().calendar.years[2027]
    assert [len(holiday.work) for holiday in year.holidays] == [0, 2]
    assert not year.confirmed


def test_only_what_waits_for_confirmation_is_listed_at_a_press(qtbot: QtBot, section: RulesSection) -> None:
    assert section.head.count.text().endswith("项待核实")
    everything = section.model.rowCount()
    section.head.waiting.toggled.emit("waiting", True)
    assert 0 < section.model.rowCount() < everything
    assert {section.model.index(row, 2).data() for row in range(section.model.rowCount())} == {"待核实"}


def test_a_file_is_shown_before_it_is_taken_and_a_version_goes_out_as_one(
    qtbot: QtBot, section: RulesSection, session: Session, tmp_path: Path
) -> None:
    turned(section, "versions", qtbot)
    file = tmp_path / "规则.toml"
    file.write_text("version = ", "utf-8")
    section.take_file(file)
    until(qtbot, lambda: section.wrong.isVisibleTo(section))
    file.write_text(
        builtin_text("guangdong").replace('"guangdong-1"', '"新会-2026"').replace("n = 3\n", "n = 4\n", 1),
        "utf-8",
    )
    section.take_file(file)
    until(qtbot, lambda: "3 个工作日 → 4 个工作日" in section.side.differences.words())
    assert session.desk.profile().version == "guangdong-1"
    section.save()
    until(qtbot, lambda: session.desk.profile().version == "新会-2026")
    until(qtbot, lambda: section.versions.rowCount() == 2 and not section.foot.isVisibleTo(section))
    section.version_table.clicked.emit(section.versions.index(0, 0))
    until(qtbot, lambda: section.side.file_button.isVisibleTo(section))
    out = tmp_path / "out.toml"
    section.put_file(out)
    until(qtbot, out.exists)

    assert out.read_text("utf-8") == file.read_text("utf-8")


def test_a_station_reads_the_rules_and_is_told_who_edits_them(
    qtbot: QtBot, jobs: Jobs, app: QApplication, tmp_path: Path
) -> None:
    with in_chinese(app), a_session(tmp_path, jobs, parent="HCZ") as session:
        page = a_page(session, qtbot, tmp_path)
        section = opened(page, qtbot)
        assert "HCZ" in section.notice.words()
        section.open_item(TERMS)
        assert a_line(section, "clocks", "n").isReadOnly()
        unit = section.side.forms["clocks"].editors["unit"]
        assert not unit.isEnabled()
        for tab in ("doors", "holidays", "versions"):
            turned(section, tab, qtbot)
            assert not section.head.add_button.isVisibleTo(section)
            assert not section.head.take_button.isVisibleTo(section)
        assert not section.foot.isVisibleTo(section)
        quiet(qtbot, session)
        jobs.close()


def test_escape_puts_the_form_away_and_the_list_has_the_keys_again(
    qtbot: QtBot, section: RulesSection
) -> None:
    section.open_item(TERMS)
    qtbot.keyClick(a_line(section, "clocks", "n"), Qt.Key.Key_Escape)

    assert not section.side.isVisibleTo(section)
    assert section.table.hasFocus()


@pytest.mark.parametrize("scale", theme.SCALES)
def test_list_and_form_fit_at_every_text_size(
    page: SettingsPage, section: RulesSection, app: QApplication, scale: float
) -> None:
    theme.apply(app, theme.with_scale(theme.Theme(), scale))
    page.resize(round(1366 - 128 * scale), 648)
    for ref in (TERMS, COURT, ("numbering", "session"), ("calendar", "2026")):
        section.open_item(ref)
        form = section.side.forms[ref[0]]
        assert form.minimumSizeHint().width() <= round((324 - 40) * scale), ref
        assert section.minimumSizeHint().width() <= round((1366 / scale - 128) * scale), ref


def test_rules_that_this_program_cannot_read_are_told_above_those_in_force(
    qtbot: QtBot, page: SettingsPage, session: Session
) -> None:
    text = builtin_text("guangdong").replace('"guangdong-1"', '"会城-2"', 1) + "\n[moods]\nx = 1\n"
    with session.desk.writing(session.actor, "save_profile") as work:
        work.add(Profile(version="会城-2", name="会城规则", body=text))
    section = opened(page, qtbot)

    until(qtbot, lambda: section.unread.isVisibleTo(section))
    assert "会城-2" in section.unread.words()
    assert "guangdong-1" in section.unread.words(), "what holds here meanwhile"
    assert "会城-2" in section.notice.words(), "and why nothing is edited"
    assert not section.head.take_button.isVisibleTo(section)
