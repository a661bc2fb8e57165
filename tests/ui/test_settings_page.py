"""Settings: the office's lists typed or from a sheet, the rules, this computer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from station_desk.casework import browse
from station_desk.casework.dossier import station_of
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.settings import SettingsFile
from station_desk.ui import theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.settings import SettingsPage
from station_desk.ui.pages.settings_lists import ListSection
from station_desk.ui.pages.settings_machine import MachineSection
from station_desk.ui.pages.settings_station import StationSection
from station_desk.ui.session import Session
from tests.ui.at_desk import a_session, in_chinese, until


@pytest.fixture
def session(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with in_chinese(app), a_session(tmp_path, jobs) as made:
        yield made
        jobs.close()


@pytest.fixture
def page(session: Session, qtbot: QtBot, tmp_path: Path) -> SettingsPage:
    made = SettingsPage(session, SettingsFile(tmp_path / "settings.json"))
    qtbot.addWidget(made)
    made.resize(1238, 696)
    made.show()
    return made


def section_of(page: SettingsPage, name: str) -> ListSection:
    page.seek(name)
    found = page.sections[name]
    assert isinstance(found, ListSection)
    return found


def typed(editor: QWidget, text: str) -> None:
    """As an input method commits it: QTest knows the keys of ASCII only."""
    assert isinstance(editor, QLineEdit)
    editor.insert(text)


def quiet(qtbot: QtBot, session: Session) -> None:
    until(qtbot, lambda: not session.jobs.is_busy())


def test_a_deputy_is_typed_in_and_a_missing_name_is_said_beside_its_field(
    qtbot: QtBot, page: SettingsPage, session: Session
) -> None:
    section = section_of(page, "deputies")
    before = section.model.rowCount()
    qtbot.mouseClick(section.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(section.form.editor("phone"), "13800001234")
    qtbot.mouseClick(section.save_button, Qt.MouseButton.LeftButton)
    name = section.form.editor("name")
    until(qtbot, lambda: bool(name.accessibleDescription()))
    phone = section.form.editor("phone")
    assert isinstance(phone, QLineEdit)
    assert phone.text() == "13800001234", "nothing typed is lost"
    typed(name, "陈伟雄")
    level = section.form.editor("level")
    level.setProperty("currentIndex", 3)
    qtbot.mouseClick(section.save_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: section.model.rowCount() == before + 1)
    shown = [
        section.model.index(row, column).data()
        for row in range(section.model.rowCount())
        for column in range(section.model.columnCount())
    ]
    assert "陈伟雄" in shown
    assert "13800001234" not in shown, "a telephone is never shown whole in a list"


def test_an_entry_taken_off_the_list_is_gone_from_it(
    qtbot: QtBot, page: SettingsPage, session: Session
) -> None:
    section = section_of(page, "units")
    section.add()
    typed(section.form.editor("name"), "区水利局")
    section.save()
    until(qtbot, lambda: any(unit.name == "区水利局" for _, unit in browse.office(session.desk).units))
    quiet(qtbot, session)
    row = next(r for r in range(section.model.rowCount()) if section.model.index(r, 0).data() == "区水利局")
    section.table.clicked.emit(section.model.index(row, 0))
    qtbot.mouseClick(section.remove_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: all(unit.name != "区水利局" for _, unit in browse.office(session.desk).units))


def test_deputies_come_from_a_sheet_after_a_preview_that_writes_nothing(
    qtbot: QtBot, page: SettingsPage, session: Session, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["会城街道人大代表名册"])
    sheet.append(["序号", "代表姓名", "层级", "代表团", "手机号码"])
    sheet.append([1, "黄淑仪", "新会区代表", "会城团", "13900005678"])
    sheet.append([2, "梁国强", "江门市人大代表", "新会团", ""])
    sheet.append([3, "无层级", "", "", ""])
    file = tmp_path / "代表.xlsx"
    book.save(file)
    section = section_of(page, "deputies")
    quiet(qtbot, session)
    known = {d.name for _, d in browse.office(session.desk).deputies}
    section.take_sheet(file)
    until(qtbot, lambda: section.preview.model.rowCount() == 3)
    assert {d.name for _, d in browse.office(session.desk).deputies} == known, "a preview writes nothing"
    assert section.preview.take.text() == "导入 2 行"
    cells = [section.preview.model.index(r, 2).data() for r in range(3)]
    assert not any("13900005678" in cell for cell in cells)
    assert "层级" in cells[2], "why the third row cannot be taken"
    section.preview.take.click()
    until(qtbot, lambda: len(browse.office(session.desk).deputies) == len(known) + 2)
    levels = {d.name: d.level for _, d in browse.office(session.desk).deputies}
    assert levels["黄淑仪"] == "county"
    assert levels["梁国强"] == "city"


def test_categories_come_with_the_rules_until_made_the_stations_own(
    qtbot: QtBot, page: SettingsPage, session: Session
) -> None:
    section = section_of(page, "categories")
    until(qtbot, lambda: section.model.rowCount() > 5)
    assert section.notice.isVisibleTo(section)
    section.notice.linkActivated.emit()
    until(qtbot, lambda: len(browse.office(session.desk).categories) > 5)
    until(qtbot, lambda: not section.notice.isVisibleTo(section))


def test_renaming_the_station_and_naming_the_office_above(
    qtbot: QtBot, page: SettingsPage, session: Session
) -> None:
    section = page.sections["station"]
    assert isinstance(section, StationSection)
    section.arrive()
    until(qtbot, lambda: bool(section.name.text()))
    section.parent_code.setText(session.desk.identity.site)
    section.save()
    assert section.parent_field.error.text()
    section.parent_code.setText("HCRD")
    section.name.setText("会城中心站")
    section.save()
    mine = session.desk.identity.site
    until(
        qtbot,
        lambda: any(
            site.name == "会城中心站" and site.parent == "HCRD"
            for _, site in browse.office(session.desk).sites
            if site.code == mine
        ),
    )


def test_a_congress_office_writes_the_address_its_papers_carry(
    qtbot: QtBot, app: QApplication, tmp_path: Path, jobs: Jobs
) -> None:
    with in_chinese(app), a_session(tmp_path, jobs, role=Role.OFFICE, site=SiteRole.TOWN) as town:
        section = StationSection(town)
        qtbot.addWidget(section)
        section.show()
        section.arrive()
        until(qtbot, lambda: bool(section.name.text()))
        assert section.address_field.isVisible()
        typed(section.address, "会城街道冈州大道28号")
        typed(section.phone, "0750-6660001")
        section.save()
        until(qtbot, lambda: station_of(town.desk, "").phone == "0750-6660001")
        assert station_of(town.desk, "").address == "会城街道冈州大道28号"
        jobs.close()


def test_a_stations_address_is_that_of_its_own_entry(qtbot: QtBot, page: SettingsPage) -> None:
    section = page.sections["station"]
    assert isinstance(section, StationSection)
    page.seek("station")
    section.arrive()
    until(qtbot, lambda: section.form.isVisible())
    assert not section.address_field.isVisible()


def test_this_computer_backs_up_checks_and_changes_its_look(
    qtbot: QtBot, page: SettingsPage, session: Session, tmp_path: Path
) -> None:
    page.seek("machine")
    section = page.sections["machine"]
    assert isinstance(section, MachineSection)
    folder = tmp_path / "backups"
    folder.mkdir()
    section._settings.change(backups=str(folder))
    section.ui.backup.click()
    until(qtbot, lambda: len(list(folder.glob("*.desk"))) == 1)
    quiet(qtbot, session)
    section.ui.check.click()
    until(qtbot, lambda: "完好" in section.ui.notice.words())
    with qtbot.waitSignal(page.lookChanged):
        section.ui.look.chosen.emit("dark")
    assert SettingsFile(tmp_path / "settings.json").values.look == "dark"


@pytest.mark.parametrize("scale", theme.SCALES)
def test_settings_fit_a_small_screen_at_every_text_size(
    page: SettingsPage, app: QApplication, scale: float, qtbot: QtBot
) -> None:
    theme.apply(app, theme.with_scale(theme.Theme(), scale))
    for name, section in page.sections.items():
        page.seek(name)
        room = 1366 / scale - 128 - (188 if 1366 / scale >= 700 else 0)
        assert section.minimumSizeHint().width() <= round(room * scale), name
