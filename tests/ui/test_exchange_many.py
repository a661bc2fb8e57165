"""A folder dropped on the window, what waits of it, all packages out at once, and a share watched."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.casework.context import Desk
from station_desk.domain.vocabulary import SiteRole
from station_desk.exchange import doubts, enrolment, stream
from station_desk.exchange.spool import Spool
from station_desk.exchange.watching import Watch, Watcher
from station_desk.ui.folder_watch import FolderWatch
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.exchange import ExchangePage
from station_desk.ui.pages.exchange_outbox import note_name, watched
from station_desk.ui.session import Session
from tests.builders import a_desk, an_issue
from tests.ui.at_desk import until
from tests.ui.exchange_scene import a_town_session, drop, matters, opened


@pytest.fixture
def town(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with a_town_session(tmp_path, jobs, app) as made:
        yield made


@pytest.fixture
def page(town: Session, qtbot: QtBot) -> ExchangePage:
    return opened(qtbot, town)


def stick_of(town: Session, folder: Path, *sites: str, known: bool = True) -> Path:
    """A stick on which each of these stations, enrolled or not, put a package with one matter."""
    stick = folder / "stick"
    stick.mkdir()
    for site in sites:
        place = folder / site
        place.mkdir()
        station = a_desk(place, site, parent=town.desk.identity.site)
        if known:
            enrolment.accept(town.desk, town.actor, enrolment.introduction(station))
        an_issue(station, f"{site}路口路灯不亮")
        stream.export(station, town.desk.identity.site, stick)
        station.close()
    return stick


def elsewhere(package: Path, stick: Path) -> Path:
    """A package that is addressed to another desk."""
    other = a_desk(stick.parent / "town2", "QT", role=SiteRole.TOWN)
    station = a_desk(stick.parent, "S9", parent=other.identity.site)
    made = stream.export(station, other.identity.site, stick).path
    for desk in (other, station):
        desk.close()
    assert package != made
    return made


def test_a_file_taken_in_with_its_folder_is_no_longer_to_be_decided(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = stick_of(town, tmp_path, "ST1", "ST2")
    page.take(next(iter(sorted(stick.iterdir()))))
    until(qtbot, lambda: page.take_button.isVisibleTo(page))
    assert [one.state for one in page.inbox.files] == ["waiting"]
    page.collecting.collect([stick])
    until(qtbot, lambda: page.many.isVisibleTo(page))
    assert [one.state for one in page.inbox.files] == ["taken"]


def test_a_folder_is_taken_in_without_a_question_each_and_the_doubtful_wait(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = stick_of(town, tmp_path, "ST1", "ST2", "ST3")
    (tmp_path / "town2").mkdir()
    foreign = elsewhere(stick / "none", stick)
    (stick / "half.lzb").write_bytes(b"half a package")
    said: list[str] = []
    town.said.connect(lambda text, undoable: said.append(text))
    drop(page, stick)
    until(qtbot, lambda: page._stack.currentWidget() is page.many)
    assert matters(town) == 3
    assert page.many.model.rowCount() == 2
    assert "1 个在收件箱等待" in said[-1]
    assert [(file.path.name, file.state) for file in page.inbox.files] == [(foreign.name, "kept")]
    page._turn_to(0)
    assert page._stack.currentWidget() is page.refused
    assert not page.take_button.isVisibleTo(page)
    # The next start of the program shows it again, without asking or trying it.
    again = ExchangePage(town)
    qtbot.addWidget(again)
    again.arrive()
    until(qtbot, lambda: [file.state for file in again.inbox.files] == ["kept"])
    again._turn_to(0)
    again.leave()
    until(qtbot, lambda: not Spool(town.desk.path).files())
    assert foreign.exists(), "the file on the stick stays where it lies"


def test_of_strangers_that_wait_each_is_accepted_by_its_own_fingerprint(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    drop(page, stick_of(town, tmp_path, "ST1", "ST2", known=False))
    until(qtbot, lambda: page._stack.currentWidget() is page.many)
    many = page.many
    assert matters(town) == 0
    assert many.model.rowCount() == 2
    assert many.accept_button.text() == "我已电话核对"
    marks = []
    for number in (1, 0):
        many.table.setCurrentIndex(many.model.index(number, 0))
        row = many.model.row_at(many.table.currentIndex())
        assert row is not None
        assert row.fingerprint in many.stranger.words()
        marks.append((row.path.name, row.fingerprint))
    assert marks[0] != marks[1]
    qtbot.mouseClick(many.accept_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: many.model.rowCount() == 1)
    assert matters(town) == 1
    assert [one.fingerprint for one in enrolment.known(town.desk)] == [marks[1][1]]
    # The other one is still there to be accepted, and shown by itself.
    assert marks[0][1] in many.stranger.words()
    qtbot.mouseClick(many.accept_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: many.model.rowCount() == 0 and not many.stranger.isVisible())
    assert matters(town) == 2
    until(qtbot, lambda: not [file for file in page.inbox.files if file.state == "kept"])


def test_one_telephone_call_is_enough_for_all_files_of_one_stranger(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = stick_of(town, tmp_path, "ST1", known=False)
    with closing(Desk.open(tmp_path / "ST1" / "ST1.desk")) as station:
        an_issue(station, "老街停车难")
        stream.export(station, town.desk.identity.site, stick)
    drop(page, stick)
    until(qtbot, lambda: page.many.model.rowCount() == 2)
    qtbot.mouseClick(page.many.accept_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: page.many.model.rowCount() == 0)
    assert matters(town) == 2
    assert len(enrolment.known(town.desk)) == 1


def test_a_file_that_waits_for_something_else_offers_no_word_of_a_telephone(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (tmp_path / "town2").mkdir()
    elsewhere(stick / "none", stick)
    drop(page, stick)
    until(qtbot, lambda: page._stack.currentWidget() is page.many)
    assert page.many.model.rowCount() == 1
    page.many.table.setCurrentIndex(page.many.model.index(0, 0))
    assert not page.many.stranger.isVisible()


def test_one_doubtful_package_alone_waits_with_its_reason(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (tmp_path / "town2").mkdir()
    foreign = elsewhere(stick / "none", stick)
    drop(page, foreign)
    until(qtbot, lambda: [file.state for file in page.inbox.files] == ["kept"])
    until(qtbot, lambda: [one.kind for one in Spool(town.desk.path).waiting()] == [doubts.ELSEWHERE])
    assert page._stack.currentWidget() is page.refused
    assert matters(town) == 0


def test_all_that_is_due_is_written_at_once_and_the_folder_is_remembered(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    drop(page, stick_of(town, tmp_path, "ST1", "ST2"))
    until(qtbot, lambda: matters(town) == 2 and page.all_button.isVisibleTo(page))
    out = tmp_path / "usb"
    out.mkdir()
    page.outgoing.send_all(out)
    site = town.desk.identity.site
    until(qtbot, lambda: (out / f"{site}-ST1-1.lzb").exists() and (out / f"{site}-ST2-1.lzb").exists())
    assert watched(town).folder_for("ST1") == out
    only = tmp_path / "st1"
    only.mkdir()
    page.send("ST1", only)
    until(qtbot, lambda: (only / f"{site}-ST1-2.lzb").exists())
    assert (watched(town).folder_for("ST1"), watched(town).folder_for("ST2")) == (only, out)


def test_a_watched_folder_is_off_until_chosen_and_then_taken_in_by_itself(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = stick_of(town, tmp_path, "ST1", "ST2")
    said: list[str] = []
    town.said.connect(lambda text, undoable: said.append(text))
    watch = FolderWatch(town)
    watch.look()
    assert not watch._looking, "off by default"
    page._step("watch")
    assert not page.watch.on.isEnabled()
    page.watch.add(stick)
    assert page.watch.on.isChecked()
    watch.look()
    until(qtbot, lambda: not watch._looking)
    assert matters(town) == 0, "a file may still grow: it is taken when it stayed as it was"
    watch.look()
    until(qtbot, lambda: matters(town) == 2 and not watch._looking)
    assert said[-1].startswith("共享文件夹")
    assert len(list(stick.iterdir())) == 2
    page.watch.remove(str(stick))
    assert not watched(town).on
    watch.stop()


def test_a_share_that_is_away_keeps_nothing_of_a_window_that_was_closed(
    town: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, back = threading.Event(), threading.Event()

    def away(watcher: Watcher, folders: Iterable[str]) -> list[Path]:
        begun.set()
        back.wait(10)
        return []

    monkeypatch.setattr(Watcher, "look", away)
    town.note(note_name(town.desk), Watch(on=True, folders=(str(tmp_path),)).text())
    watch = FolderWatch(town)
    gone = weakref.ref(watch)
    watch.look()
    assert begun.wait(10)
    del watch
    assert gone() is None
    back.set()
