"""Keys and trust in the window: a fingerprint read out, introductions accepted or not, desks struck off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.exchange import enrolment
from station_desk.ui import theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.exchange import ExchangePage
from station_desk.ui.session import Session
from tests.builders import an_issue
from tests.ui.at_desk import room, until
from tests.ui.exchange_scene import (
    a_station,
    a_stick,
    a_town_session,
    drop,
    matters,
    opened,
    sent_to,
)


@pytest.fixture
def town(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with a_town_session(tmp_path, jobs, app) as made:
        yield made


@pytest.fixture
def page(town: Session, qtbot: QtBot) -> ExchangePage:
    return opened(qtbot, town)


def click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_own_fingerprint_is_read_out_copied_and_written_for_the_office_above(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    click(qtbot, page.trust_button)
    mark = enrolment.introduction(town.desk).fingerprint
    until(qtbot, lambda: page.trust.own.mark.text() == mark)
    click(qtbot, page.trust.own.copy_button)
    assert QApplication.clipboard().text() == mark
    stick = a_stick(tmp_path)
    page.trust.own.write(stick)
    until(qtbot, lambda: page.trust.notice.isVisible())
    (file,) = stick.iterdir()
    assert file.suffix == ".lzk"
    assert enrolment.read(file).fingerprint == mark
    assert file.name in page.trust.notice.words()


def test_an_introduction_dropped_on_the_page_is_compared_and_accepted_and_its_file_imports_without_a_question(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path)) as station:
        said = enrolment.introduction(station)
        letter = enrolment.write(station, stick)
        package = sent_to(town, station, stick)
    drop(page, letter)
    until(qtbot, lambda: page.trust.introduced.isVisible())
    assert page._stack.currentWidget() is page.trust
    assert "ST1联络站（ST1），上级为 会城站" in page.trust.introduced.who.text()
    assert page.trust.introduced.mark.text() == said.fingerprint
    assert enrolment.known(town.desk) == [], "showing it believes nobody"
    click(qtbot, page.trust.introduced.accept_button)
    until(qtbot, lambda: page.trust.model.rowCount() == 1)
    assert "自现在起信任ST1联络站" in page.trust.notice.words()
    assert not page.trust.introduced.isVisible()
    page.take(package)
    until(qtbot, lambda: page.take_button.isVisibleTo(page))
    assert page.take_button.text() == "导入 1 项", "nothing is to be compared any more"


def test_what_waits_for_a_stranger_is_taken_in_once_its_introduction_is_accepted(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path)) as station:
        sent_to(town, station, stick)
        letter = enrolment.write(station, tmp_path / "ST1")
    drop(page, stick)
    until(qtbot, lambda: [file.state for file in page.inbox.files] == ["kept"])
    drop(page, letter)
    until(qtbot, lambda: page.trust.introduced.isVisible())
    click(qtbot, page.trust.introduced.accept_button)
    until(qtbot, lambda: matters(town) == 1)
    until(qtbot, lambda: page.inbox.files == [])


def test_an_introduction_that_was_altered_or_is_refused_changes_nothing(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path)) as station:
        letter = enrolment.write(station, stick)
    forged = stick / "forged.lzk"
    forged.write_bytes(letter.read_bytes().replace(b'"ST1"', b'"ST9"'))
    drop(page, forged)
    until(qtbot, lambda: "已被改动" in page.trust.notice.words())
    assert not page.trust.introduced.isVisible()
    drop(page, letter)
    until(qtbot, lambda: page.trust.introduced.isVisible())
    click(qtbot, page.trust.introduced.refuse_button)
    assert not page.trust.introduced.isVisible()
    assert "什么也没有改" in page.trust.notice.words()
    assert enrolment.known(town.desk) == []


def test_who_stands_elsewhere_or_is_known_already_is_not_accepted_here(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path, known=True)) as station:
        letter = enrolment.write(station, stick)
    page.seek("trust")
    until(qtbot, lambda: page.trust.model.rowCount() == 1)
    drop(page, letter)
    until(qtbot, lambda: "已经信任" in page.trust.introduced.ask.text())
    assert not page.trust.introduced.accept_button.isVisible()
    drop(page, enrolment.write(town.desk, stick))
    until(qtbot, lambda: "本机自己的登记申请" in page.trust.introduced.ask.text())
    assert not page.trust.introduced.accept_button.isVisible()


def test_a_desk_is_struck_off_with_a_reason_after_plain_words_and_its_next_file_is_refused(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path, known=True)) as station:
        page.take(sent_to(town, station, stick))
        until(qtbot, lambda: page.take_button.isVisibleTo(page))
        click(qtbot, page.take_button)
        until(qtbot, lambda: matters(town) == 1)
        an_issue(station, "窃贼所写")
        later = sent_to(town, station, stick)
    page.seek("trust")
    until(qtbot, lambda: page.trust.model.rowCount() == 1)
    panel = page.trust
    panel.table.setCurrentIndex(panel.model.index(0, 0))
    (known,) = enrolment.known(town.desk)
    assert known.fingerprint in panel.strike.mark.text()
    click(qtbot, panel.strike.begin_button)
    assert "不能撤回" in panel.strike.warning.words()
    assert panel.strike.until_edit.text() == str(known.last)
    click(qtbot, panel.strike.strike_button)
    assert "说明理由" in panel.strike.reason.error.text()
    panel.strike.until_edit.setText("999")
    click(qtbot, panel.strike.strike_button)
    assert panel.strike.until.error.text()
    assert enrolment.known(town.desk) == [known]
    panel.strike.until_edit.setText(str(known.last))
    panel.strike.reason_edit.setText("5月3日电脑失窃")
    qtbot.keyClick(panel.strike.reason_edit, Qt.Key.Key_Return)
    until(qtbot, lambda: [one.until for one in enrolment.known(town.desk)] == [known.last])
    until(qtbot, lambda: "已注销" in panel.model.index(0, 3).data())
    assert not panel.strike.begin_button.isVisible()
    page.take(later)
    until(qtbot, lambda: page._stack.currentWidget() is page.refused)
    assert "已被注销" in page.inbox.reason()
    assert matters(town) == 1


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_fits_at_both_sizes(
    qtbot: QtBot, page: ExchangePage, town: Session, app: QApplication, tmp_path: Path, scale: float
) -> None:
    theme.apply(app, theme.Theme(scale=scale))
    a_station(town, tmp_path, known=True).close()
    page.seek("trust")
    until(qtbot, lambda: page.trust.model.rowCount() == 1)
    page.trust.table.setCurrentIndex(page.trust.model.index(0, 0))
    page.trust.strike.begin()
    assert page.trust.widget().minimumSizeHint().width() <= room(page.trust)


def test_the_introductions_on_a_stick_are_shown_one_after_the_other_beside_its_packages(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    marks = []
    for site in ("ST1", "ST2", "ST3"):
        with closing(a_station(town, tmp_path, site)) as station:
            marks.append(enrolment.introduction(station).fingerprint)
            enrolment.write(station, stick)
            sent_to(town, station, stick)
    drop(page, stick)
    shown = page.trust.introduced
    until(qtbot, lambda: shown.isVisible() and shown.mark.text() == marks[0])
    until(qtbot, lambda: [file.state for file in page.inbox.files] == ["kept"] * 3)
    assert page._stack.currentWidget() is page.trust, "whoever compares is not torn away"
    click(qtbot, shown.accept_button)
    until(qtbot, lambda: shown.isVisible() and shown.mark.text() == marks[1])
    click(qtbot, shown.refuse_button)
    until(qtbot, lambda: shown.isVisible() and shown.mark.text() == marks[2])
    click(qtbot, shown.accept_button)
    until(qtbot, lambda: not shown.isVisible())
    until(qtbot, lambda: matters(town) == 2)
    assert {one.fingerprint for one in enrolment.known(town.desk)} == {marks[0], marks[2]}
    until(qtbot, lambda: [file.fingerprint for file in page.inbox.files] == [marks[1]])
