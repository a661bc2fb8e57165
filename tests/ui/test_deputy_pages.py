"""A deputy's own pages: what waits first, one matter and what it asks, the file by year, a plain exchange."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from station_desk import paths
from station_desk.casework import offices
from station_desk.casework.context import Actor, Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError
from station_desk.exchange import enrolment, founding, inbox, sealing, stream
from station_desk.exchange.doubts import SEALED, Doubt
from station_desk.settings import SettingsFile
from station_desk.ui import figures, theme, words
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.deputy_exchange import DeputyExchangePage
from station_desk.ui.pages.deputy_file import DeputyFilePage
from station_desk.ui.pages.deputy_mine import DeputyMinePage
from station_desk.ui.pages.suggestions import SuggestionsPage
from station_desk.ui.session import Session
from station_desk.ui.welcome import WelcomeWindow
from tests.builders import a_clerk, a_deputy, a_desk, a_suggestion, a_visit, take, the
from tests.exchange.post import anyone
from tests.ui.at_desk import TODAY, in_chinese, until

PHRASE = "会城 1957"


def _packed(folder: Path) -> tuple[Desk, RecordId, RecordId, Path]:
    """A station, a sheet to sign, one checked that she leads, and her package."""
    station = a_desk(folder)
    deputy, other = a_deputy(station, "黄丽贞"), a_deputy(station)
    a_visit(station, deputies=(deputy,))
    joint = a_suggestion(station, other, deputy, title="关于增设会城长者饭堂的建议")
    led = a_suggestion(station, deputy)
    take(station, led, "check")
    offices.add_deputy_desk(station, a_clerk(), deputy, "HC-D1")
    tray = folder / "out"
    tray.mkdir()
    return station, joint, led, stream.export(station, "HC-D1", tray).path


@pytest.fixture
def packed(tmp_path: Path) -> Iterator[tuple[Desk, RecordId, RecordId, Path]]:
    made = _packed(tmp_path)
    yield made
    made[0].close()


@pytest.fixture
def session(
    packed: tuple[Desk, RecordId, RecordId, Path], tmp_path: Path, jobs: Jobs, app: QApplication
) -> Iterator[Session]:
    desk = Desk.open(founding.found(packed[3], tmp_path / "HC-D1.desk"))
    with in_chinese(app):
        yield Session(desk, Actor("黄丽贞", Role.DEPUTY), jobs, today=lambda: TODAY)
        jobs.close()
    desk.close()


def _shown(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.resize(1238, 696)
    page.show()


def _mine(qtbot: QtBot, session: Session) -> DeputyMinePage:
    page = DeputyMinePage(session)
    _shown(qtbot, page)
    page.arrive()
    until(qtbot, lambda: page.list.own is not None)
    return page


def _titles(page: DeputyMinePage) -> list[str]:
    model = page.list.model
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def test_what_waits_stands_above_the_rest_and_a_count_filters(qtbot: QtBot, session: Session) -> None:
    page = _mine(qtbot, session)
    assert _titles(page)[:2] == ["关于增设会城长者饭堂的建议", "关于整治江会路内涝的建议"]
    assert page.list.model.rowCount() == 3
    page.seek("submit")
    assert _titles(page) == ["关于整治江会路内涝的建议"]
    page.list.filter("all")
    assert page.list.model.rowCount() == 3


def test_what_she_leads_is_submitted_by_her_once_it_is_checked(
    qtbot: QtBot, session: Session, packed: tuple[Desk, RecordId, RecordId, Path]
) -> None:
    led = packed[2]
    page = _mine(qtbot, session)
    page.open(led)
    until(qtbot, page.matter.asked.isVisible)
    assert page.matter.asked.button.text() == "提交"
    page.matter.asked.save()
    until(qtbot, lambda: not page.matter.asked.isVisible())
    assert the(session.desk, led).row.stage == "submitted"


def test_an_issue_is_read_without_anybodys_name(qtbot: QtBot, session: Session) -> None:
    page = _mine(qtbot, session)
    assert page.list.own is not None
    issue = next(row for row in page.list.own.matters if row.track == "issue")
    page.open(issue.id)
    until(qtbot, lambda: page.matter.title.text() == issue.title)
    assert not page.matter.asked.isVisible()
    assert page.matter.whole is not None
    assert page.matter.whole.detail.visitor is None


def test_what_she_writes_herself_has_her_as_its_lead(qtbot: QtBot, session: Session) -> None:
    page = SuggestionsPage(session)
    _shown(qtbot, page)
    page.draft_new()
    own = _own_id(session)
    until(qtbot, lambda: page.editor.ui.deputies.keys() == (own.hex(),))


def _own_id(session: Session) -> RecordId:
    from station_desk.casework import deputies

    found = deputies.deputy_of(session.desk, session.actor)
    assert found is not None
    return found


def test_the_exchange_leads_from_the_file_in_to_the_file_out(
    qtbot: QtBot, session: Session, packed: tuple[Desk, RecordId, RecordId, Path], tmp_path: Path
) -> None:
    station, joint, _, package = packed
    page = DeputyExchangePage(session)
    _shown(qtbot, page)
    page.arrive()
    until(qtbot, lambda: "待签名" in page.work.words.text())
    assert page.work_button.property("kind") == "primary"
    page.take(package)
    until(qtbot, page.incoming.notice.isVisible)
    assert "已经导入过" in page.incoming.notice.words()
    home = tmp_path / "home"
    home.mkdir()
    page.send(home)
    until(qtbot, page.outgoing.notice.isVisible)
    (file,) = home.iterdir()
    assert inbox.take_in(station, [file], trust=anyone).refused == ()
    take(station, joint, "check")
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    page.take(stream.export(station, "HC-D1", fresh).path)
    until(qtbot, page.take_button.isVisible)
    page.take_in()
    until(qtbot, lambda: not page.take_button.isVisible())
    assert the(session.desk, joint).row.stage == "checked"


def test_a_file_that_is_none_is_refused_in_words(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    page = DeputyExchangePage(session)
    _shown(qtbot, page)
    broken = tmp_path / "x.lzb"
    broken.write_bytes(b"nothing")
    page.take(broken)
    until(qtbot, page.incoming.notice.isVisible)
    assert page.incoming.notice.words()
    assert not page.take_button.isVisible()


def test_a_package_for_an_office_makes_no_deputys_desk(tmp_path: Path) -> None:
    station = a_desk(tmp_path, "SZ", parent="HCZ")
    tray = tmp_path / "tray"
    tray.mkdir()
    package = stream.export(station, "HCZ", tray).path
    with pytest.raises(UserError):
        founding.found(package, tmp_path / "D.desk")
    assert not (tmp_path / "D.desk").exists()
    station.close()


def test_the_first_start_shows_the_stations_fingerprint_before_a_desk_is_made(
    qtbot: QtBot, app: QApplication, packed: tuple[Desk, RecordId, RecordId, Path], tmp_path: Path, jobs: Jobs
) -> None:
    station, package = packed[0], packed[3]
    mark = enrolment.introduction(station).fingerprint
    home = sorted(paths.user_data().glob("*.desk"))
    with in_chinese(app):
        welcome = WelcomeWindow(SettingsFile(tmp_path / "settings.json"), jobs)
        _shown(qtbot, welcome)
        chosen: list[Path] = []
        welcome.chosen.connect(chosen.append)
        welcome.found(package)
        until(qtbot, welcome.compared_button.isVisible)
        assert mark in welcome.deputy.words()
        assert "黄丽贞" in welcome.deputy.words()
        broken = tmp_path / "x.lzb"
        broken.write_bytes(b"nothing")
        welcome.found(broken)
        until(qtbot, welcome.deputy_button.isEnabled)
        assert not welcome.compared_button.isVisible(), "what was shown before is not set up by mistake"
        welcome.compared()
        assert sorted(paths.user_data().glob("*.desk")) == home
        welcome.found(package)
        until(qtbot, welcome.compared_button.isVisible)
        welcome.compared_button.click()
        until(qtbot, lambda: bool(chosen))
        jobs.close()
    with closing(Desk.open(chosen[0])) as desk:
        assert [one.fingerprint for one in enrolment.known(desk) if one.site == "HC"] == [mark]


def test_a_package_changed_after_the_fingerprint_was_compared_makes_no_desk(
    packed: tuple[Desk, RecordId, RecordId, Path], tmp_path: Path
) -> None:
    other = enrolment.introduction(packed[0]).fingerprint[::-1]
    with pytest.raises(UserError):
        founding.found(packed[3], tmp_path / "D.desk", compared=other)
    assert not (tmp_path / "D.desk").exists()


def test_an_encrypted_first_package_asks_for_its_passphrase_and_sets_up_all_the_same(
    qtbot: QtBot, app: QApplication, packed: tuple[Desk, RecordId, RecordId, Path], tmp_path: Path, jobs: Jobs
) -> None:
    closed = tmp_path / "HC-HC-D1-1.lzb.age"
    sealing.seal(packed[3], closed, passphrase=PHRASE)
    with in_chinese(app):
        welcome = WelcomeWindow(SettingsFile(tmp_path / "settings.json"), jobs)
        _shown(qtbot, welcome)
        chosen: list[Path] = []
        welcome.chosen.connect(chosen.append)
        welcome.found(closed)
        until(qtbot, welcome.phrase.isVisible)
        assert closed.name in welcome.deputy.words()
        for typed in ("会城 1958", PHRASE):
            assert not welcome.compared_button.isVisible()
            welcome.phrase.edit.setText(typed)
            qtbot.keyClick(welcome.phrase.edit, Qt.Key.Key_Return)
            until(qtbot, welcome.deputy_button.isEnabled)
        assert not welcome.phrase.isVisible()
        assert "黄丽贞" in welcome.deputy.words()
        welcome.compared_button.click()
        until(qtbot, lambda: bool(chosen))
        jobs.close()
    assert not list(paths.user_data().glob(".sealed-*")), "nothing lies about opened"
    with closing(Desk.open(chosen[0])) as desk:
        assert desk.identity.site == "HC-D1"


def test_without_its_passphrase_an_encrypted_package_makes_no_desk(
    packed: tuple[Desk, RecordId, RecordId, Path], tmp_path: Path
) -> None:
    closed = tmp_path / "HC-HC-D1-1.lzb.age"
    sealing.seal(packed[3], closed, passphrase=PHRASE)
    for passphrase in ("", "会城 1958"):
        with pytest.raises(Doubt) as refused:
            founding.found(closed, tmp_path / "D.desk", passphrase=passphrase)
        assert refused.value.kind == SEALED
    assert not (tmp_path / "D.desk").exists()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("made", [DeputyMinePage, DeputyFilePage, DeputyExchangePage])
def test_the_pages_fit_a_small_screen(
    qtbot: QtBot, app: QApplication, session: Session, made: Callable[[Session], QWidget], scale: float
) -> None:
    theme.apply(app, theme.Theme(scale=scale))
    page = made(session)
    _shown(qtbot, page)
    assert page.minimumSizeHint().width() <= 1238


def test_before_any_package_the_desk_says_what_comes_first(
    qtbot: QtBot, app: QApplication, jobs: Jobs, tmp_path: Path
) -> None:
    desk = a_desk(tmp_path, "HC-D9", role=SiteRole.DEPUTY, parent="HC")
    with in_chinese(app):
        session = Session(desk, Actor("黄丽贞", Role.DEPUTY), jobs, today=lambda: TODAY)
        page = DeputyMinePage(session)
        _shown(qtbot, page)
        page.arrive()
        until(qtbot, page.list.empty.isVisible)
        wanted: list[str] = []
        session.wanted.connect(lambda name, key: wanted.append(name))
        page.list.empty.chosen.emit("exchange")
        assert wanted == ["exchange"]
        assert jobs.close()
    desk.close()


def test_a_matter_the_station_has_says_the_stations_name(
    session: Session, packed: tuple[Desk, RecordId, RecordId, Path]
) -> None:
    led = packed[2]
    assert words.who_has_it(the(packed[0], led).row) == "本站"
    assert words.who_has_it(the(session.desk, led).row) == packed[0].identity.name


def test_how_much_waits_for_the_deputy_is_counted_for_the_navigation(session: Session) -> None:
    assert figures.standing(session.desk, TODAY, session.actor).mine == 2
    assert figures.standing(session.desk, TODAY).mine == 0
