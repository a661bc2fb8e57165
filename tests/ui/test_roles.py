"""Each role has its pages; whoever sits down is chosen at the foot; a viewer's verbs rest and say why."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from station_desk.casework import people
from station_desk.casework.context import Actor, Desk
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.settings import SettingsFile
from station_desk.ui.help import HelpWindow
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.matters import MattersPage
from station_desk.ui.pages.settings import SettingsPage
from station_desk.ui.pages.settings_people import PeopleSection
from station_desk.ui.pages.suggestions import SuggestionsPage
from station_desk.ui.workplace import Workplace
from tests.builders import a_clerk, a_desk, an_issue
from tests.ui.at_desk import TODAY, in_chinese, until

LEFT = Qt.MouseButton.LeftButton
STATION = ("today", "reception", "matters", "suggestions", "reports", "exchange", "settings")
OFFICE = ("today", "matters", "suggestions", "reports", "exchange", "settings")
DEPUTY = ("mine", "suggestions", "file", "exchange", "settings")
VIEWER = ("matters", "suggestions", "reports", "settings")


@contextmanager
def _at(desk: Desk, jobs: Jobs, qtbot: QtBot, name: str = "") -> Iterator[Workplace]:
    """The window over this desk; `name` sat there last."""
    settings = SettingsFile(desk.path.with_suffix(".json"))
    if name:
        settings.work_as(desk.path, name)
    place = Workplace(settings, jobs, today=lambda: TODAY)
    place.window.show()
    place.adopt(desk)
    _quiet(qtbot, place)
    yield place
    place.window.close()
    assert jobs.close()
    place.close()


def _quiet(qtbot: QtBot, place: Workplace) -> None:
    until(qtbot, lambda: not place.jobs.is_busy())


def _staffed(folder: Path) -> Desk:
    desk = a_desk(folder)
    people.enter(desk, a_clerk(), "李敏", Role.CLERK)
    people.enter(desk, a_clerk(), "何健生", Role.HEAD)
    people.enter(desk, a_clerk(), "林晓", Role.VIEWER)
    return desk


@pytest.mark.parametrize(
    ("kind", "name", "pages"),
    [
        (SiteRole.STATION, "李敏", STATION),
        (SiteRole.TOWN, "何健生", OFFICE),
        (SiteRole.COUNTY, "何健生", OFFICE),
        (SiteRole.CITY, "何健生", OFFICE),
        (SiteRole.DEPUTY, "黄丽贞", DEPUTY),
    ],
)
def test_every_role_has_its_own_pages_and_alt_numbers_count_them(
    app: QApplication,
    jobs: Jobs,
    qtbot: QtBot,
    tmp_path: Path,
    kind: SiteRole,
    name: str,
    pages: tuple[str, ...],
) -> None:
    desk = a_desk(tmp_path, "X", role=kind, parent="HCZ")
    with in_chinese(app), _at(desk, jobs, qtbot, name) as place:
        assert place.window.pages() == pages
        assert place.window.page_id() == pages[0]
        assert place.window.top.new.isVisible() == ("reception" in pages)
        for number, page in enumerate(pages):
            qtbot.keyClick(place.window, Qt.Key(Qt.Key.Key_1 + number), Qt.KeyboardModifier.AltModifier)
            assert place.window.page_id() == page
            _quiet(qtbot, place)


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_whoever_sits_down_is_chosen_at_the_foot_and_remembered(
    app: QApplication, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = _staffed(tmp_path)
    with in_chinese(app), _at(desk, jobs, qtbot, "李敏") as place:
        assert place.window.status.who.text() == "站务员 李敏"
        qtbot.mouseClick(place.window.status.who, LEFT)
        until(qtbot, lambda: place.window.status.who.findChild(QMenu, "at_work") is not None)
        menu = place.window.status.who.findChild(QMenu, "at_work")
        assert isinstance(menu, QMenu)
        said = [action.text() for action in menu.actions() if action.text()]
        assert said == [
            "谁在使用？不用密码。",
            "何健生（站长）",
            "李敏（站务员）",
            "林晓（只读）",
            "登记一位…",
        ]
        assert [action.text() for action in menu.actions() if action.isChecked()] == ["李敏（站务员）"]
        next(action for action in menu.actions() if action.text().startswith("何健生")).trigger()
        menu.close()
        assert place.window.status.who.text() == "站长 何健生"
        assert place.session is not None
        assert place.session.actor == Actor("何健生", Role.HEAD)
        _quiet(qtbot, place)
    assert SettingsFile(desk.path.with_suffix(".json")).worker(desk.path) == "何健生"


def test_a_viewer_reads_and_what_writes_rests_with_its_reason(
    app: QApplication, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = _staffed(tmp_path)
    issue = an_issue(desk)
    with in_chinese(app), _at(desk, jobs, qtbot, "林晓") as place:
        assert place.window.pages() == VIEWER
        place.window.navigation.show()
        assert place.session is not None
        place.session.wanted.emit("matters", issue)
        page = place.window.page()
        assert isinstance(page, MattersPage)
        until(qtbot, lambda: page.detail.matter() == issue)
        assert page.detail.verbs.primary is None
        assert not page.detail.note.isEnabled()
        assert "只读" in page.detail.note.toolTip()
        suggestions = place.window.open_page("suggestions")
        assert isinstance(suggestions, SuggestionsPage)
        for resting in (suggestions.list.write, suggestions.list.more):
            assert not resting.isEnabled()
            assert "只读" in resting.toolTip()
        settings = place.window.open_page("settings")
        assert isinstance(settings, SettingsPage)
        assert list(settings.sections) == ["machine"], "text size and language are everybody's"
        _quiet(qtbot, place)


def test_a_page_of_another_role_says_so_and_help_offers_this_roles_topics(
    app: QApplication, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    with in_chinese(app), _at(_staffed(tmp_path), jobs, qtbot, "林晓") as place:
        assert place.session is not None
        qtbot.keyClick(place.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        assert place.window.page_id() == "matters"
        assert "“接待”不在只读的页面里" in place.window.messages.text()
        place.window.helpWanted.emit("matters")
        shown = place.window.findChild(HelpWindow)
        assert isinstance(shown, HelpWindow)
        topics = [shown.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(shown.list.count())]
        assert topics[:4] == list(VIEWER)
        assert "reception" not in topics
        shown.close()
        _quiet(qtbot, place)


def test_the_first_at_a_desk_enters_themselves_and_is_at_work(
    app: QApplication, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    with in_chinese(app), _at(a_desk(tmp_path), jobs, qtbot) as place:
        assert place.session is not None
        place.session.wanted.emit("settings", "people")
        page = place.window.page()
        assert isinstance(page, SettingsPage)
        section = page.sections["people"]
        assert isinstance(section, PeopleSection)
        _quiet(qtbot, place)
        assert section.none.isVisible()
        section.name.insert("林晓")
        section.role.set_value("viewer")
        qtbot.mouseClick(section.save_button, LEFT)
        until(qtbot, lambda: bool(section.role_field.error.text()))
        assert section.name.text() == "林晓", "nothing typed is lost"
        section.role.set_value("head")
        qtbot.mouseClick(section.save_button, LEFT)
        until(qtbot, lambda: place.window.status.who.text() == "站长 林晓")
        _quiet(qtbot, place)
