"""Encryption in the window: for an office alone, or with a passphrase that is asked for in the page."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.errors import UserError
from station_desk.exchange import doubts, enrolment, inbox, sealing
from station_desk.exchange.agekeys import public_in
from station_desk.exchange.spool import Spool
from station_desk.exchange.trust import Stranger
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.exchange import ExchangePage
from station_desk.ui.pages.exchange_outbox import watched
from station_desk.ui.pages.exchange_send import OPEN, PHRASE, SEALED
from station_desk.ui.session import Session
from tests.ui.at_desk import patiently, until
from tests.ui.exchange_scene import a_station, a_stick, a_town_session, drop, matters, opened, sent_to

PHRASE_TYPED = "三合镇 1957 榕树"


@pytest.fixture
def town(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with a_town_session(tmp_path, jobs, app) as made:
        yield made


@pytest.fixture
def page(town: Session, qtbot: QtBot) -> ExchangePage:
    return opened(qtbot, town)


def choose(qtbot: QtBot, page: ExchangePage, how: str) -> None:
    """The person chooses how the package is closed."""
    panel = page.sending
    until(qtbot, lambda: bool(panel.how.buttons()))
    values = [OPEN, SEALED, PHRASE]
    qtbot.mouseClick(panel.how.buttons()[values.index(how)], Qt.MouseButton.LeftButton)


def shown_office(qtbot: QtBot, page: ExchangePage, site: str) -> None:
    page.arrive()
    page.seek(f"send:{site}")
    until(qtbot, lambda: page._stack.currentWidget() is page.sending and page.sending.peer() == site)
    until(qtbot, lambda: bool(page.sending.how.buttons()))


def test_a_package_for_an_office_alone_is_opened_there_by_its_own_key_and_nowhere_else(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path, known=True)) as station:
        inbox.take_in(town.desk, [sent_to(town, station, stick)])
        shown_office(qtbot, page, "ST1")
        choose(qtbot, page, SEALED)
        assert page.sending.save_button.isEnabled()
        asked: list[tuple[str, bool, str]] = []
        page.sending.sendWanted.disconnect()
        page.sending.sendWanted.connect(lambda site, sealed, phrase: asked.append((site, sealed, phrase)))
        qtbot.mouseClick(page.sending.save_button, Qt.MouseButton.LeftButton)
        assert asked == [("ST1", True, "")]
        page.outgoing.send("ST1", stick, sealed=True)
        made = stick / f"{town.desk.identity.site}-ST1-1.lzb.age"
        until(qtbot, made.exists)
        with pytest.raises(UserError):
            inbox.preview(town.desk, made)
        assert inbox.take_in(station, [made], trust=lambda _: True).applied == 1
    assert watched(town).sealed == {"ST1"}, "the next one is closed alike"
    page.outgoing.send_all(stick)
    until(qtbot, lambda: (stick / f"{town.desk.identity.site}-ST1-2.lzb.age").exists())


def test_without_a_key_of_the_office_the_window_says_how_to_get_one(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path)) as station:
        said = enrolment.introduction(station)
        # Believed of old, when certificates named no key to encrypt for.
        enrolment.vouch(town.desk, [Stranger(said.site, said.name, said.replica, said.key)], town.actor)
        inbox.take_in(town.desk, [sent_to(town, station, stick)])
    shown_office(qtbot, page, "ST1")
    choose(qtbot, page, SEALED)
    until(qtbot, lambda: "登记申请" in page.sending.words.text())
    assert not page.sending.save_button.isEnabled()
    choose(qtbot, page, OPEN)
    assert page.sending.save_button.isEnabled()


def test_a_passphrase_is_typed_twice_alike_and_neither_kept_nor_logged(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path, known=True)) as station:
        inbox.take_in(town.desk, [sent_to(town, station, stick)])
    shown_office(qtbot, page, "ST1")
    panel = page.sending
    asked: list[str] = []
    panel.sendWanted.disconnect()
    panel.sendWanted.connect(lambda site, sealed, phrase: asked.append(phrase))
    choose(qtbot, page, PHRASE)
    qtbot.mouseClick(panel.save_button, Qt.MouseButton.LeftButton)
    assert "请输入口令" in panel.phrase.error.text()
    qtbot.keyClicks(panel.phrase_edit, "abc def")
    qtbot.keyClicks(panel.again_edit, "abc deg")
    qtbot.mouseClick(panel.save_button, Qt.MouseButton.LeftButton)
    assert "不一致" in panel.again.error.text()
    assert asked == []
    panel.again_edit.setText("abc def")
    qtbot.keyClick(panel.again_edit, Qt.Key.Key_Return)
    assert asked == ["abc def"]
    assert (panel.phrase_edit.text(), panel.again_edit.text()) == ("", "")
    page.outgoing.send("ST1", stick, passphrase=PHRASE_TYPED)
    patiently(qtbot, lambda: (stick / f"{town.desk.identity.site}-ST1-1.lzb.age").exists())
    assert PHRASE_TYPED not in caplog.text
    assert PHRASE_TYPED not in "".join(town.notes.values())


def test_a_file_for_this_desk_opens_without_a_word(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path, known=True)) as station:
        with town.desk.transaction() as connection:
            key = public_in(connection)
        made = sealing.export(station, town.desk.identity.site, stick, recipients=[key])
    drop(page, made.path)
    until(qtbot, lambda: page.take_button.isVisibleTo(page))
    assert page._stack.currentWidget() is page.package
    page.take_button.click()
    until(qtbot, lambda: matters(town) == 1)


def test_a_passphrase_is_asked_for_in_the_page_a_wrong_one_is_said_plainly_and_the_right_one_imports(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path, known=True)) as station:
        made = sealing.export(station, town.desk.identity.site, stick, passphrase=PHRASE_TYPED)
    drop(page, made.path)
    until(qtbot, lambda: page._stack.currentWidget() is page.locked)
    assert page.locked.phrase.field.error.text() == "", "nothing was typed yet"
    page.locked.phrase.edit.setText("三合镇 1958 榕树")
    qtbot.keyClick(page.locked.phrase.edit, Qt.Key.Key_Return)
    patiently(qtbot, lambda: "此口令打不开" in page.locked.phrase.field.error.text())
    assert matters(town) == 0
    page.locked.phrase.edit.setText(PHRASE_TYPED)
    qtbot.mouseClick(page.locked.phrase.button, Qt.MouseButton.LeftButton)
    patiently(
        qtbot, lambda: page._stack.currentWidget() is page.package and page.take_button.isVisibleTo(page)
    )
    assert matters(town) == 0, "a preview writes nothing"
    page.take_button.click()
    patiently(qtbot, lambda: matters(town) == 1)
    patiently(qtbot, lambda: not Spool(town.desk.path).files())
    assert page.looking.passphrase(made.path) == ""


def test_an_encrypted_file_waits_and_is_asked_about_after_a_restart_too(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path, known=True)) as station:
        sealing.export(station, town.desk.identity.site, stick, passphrase=PHRASE_TYPED)
    drop(page, stick)
    until(qtbot, lambda: [file.kind for file in page.inbox.files] == [doubts.SEALED])
    again = opened(qtbot, town)
    until(qtbot, lambda: [file.kind for file in again.inbox.files] == [doubts.SEALED])
    again._turn_to(0)
    assert again._stack.currentWidget() is again.locked
    again.locked.phrase.edit.setText(PHRASE_TYPED)
    qtbot.keyClick(again.locked.phrase.edit, Qt.Key.Key_Return)
    patiently(qtbot, lambda: again.take_button.isVisibleTo(again))
    again.take_button.click()
    patiently(qtbot, lambda: matters(town) == 1)
