"""A deputy's exchange with keys: encrypted files, a fingerprint to read out, the station's new computer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.casework import offices
from station_desk.casework.context import Actor, Desk
from station_desk.domain.vocabulary import Role
from station_desk.exchange import enrolment, founding, inbox, sealing, stream
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.deputy_exchange import DeputyExchangePage
from station_desk.ui.session import Session
from tests.builders import a_clerk, a_deputy, a_desk, a_suggestion
from tests.ui.at_desk import TODAY, in_chinese, patiently, until


class Pair(NamedTuple):
    """A station, and the deputy at the exchange page of their own desk; an empty folder."""

    station: Desk
    session: Session
    page: DeputyExchangePage
    stick: Path


@pytest.fixture
def pair(tmp_path: Path, jobs: Jobs, app: QApplication, qtbot: QtBot) -> Iterator[Pair]:
    stick = tmp_path / "stick"
    stick.mkdir()
    with closing(a_desk(tmp_path)) as station:
        deputy = a_deputy(station, "黄丽贞")
        a_suggestion(station, deputy)
        offices.add_deputy_desk(station, a_clerk(), deputy, "HC-D1")
        first = stream.export(station, "HC-D1", tmp_path).path
        with closing(Desk.open(founding.found(first, tmp_path / "HC-D1.desk"))) as desk, in_chinese(app):
            session = Session(desk, Actor("黄丽贞", Role.DEPUTY), jobs, today=lambda: TODAY)
            page = DeputyExchangePage(session)
            qtbot.addWidget(page)
            page.resize(1238, 696)
            page.show()
            page.arrive()
            a_suggestion(station, deputy, title="关于增设会城长者饭堂的建议")
            yield Pair(station, session, page, stick)
            jobs.close()


def waiting(page: DeputyExchangePage) -> bool:
    return page.take_button.isVisible()


def test_a_file_closed_with_a_passphrase_is_opened_in_the_page(qtbot: QtBot, pair: Pair) -> None:
    page = pair.page
    made = sealing.export(pair.station, "HC-D1", pair.stick, passphrase="榕树 1957")
    page.take(made.path)
    patiently(qtbot, page.phrase.isVisible)
    assert "已加密" in page.incoming.notice.words()
    page.phrase.edit.setText("榕树")
    qtbot.keyClick(page.phrase.edit, Qt.Key.Key_Return)
    patiently(qtbot, lambda: "此口令打不开" in page.phrase.field.error.text())
    assert not waiting(page)
    page.phrase.edit.setText("榕树 1957")
    qtbot.mouseClick(page.phrase.button, Qt.MouseButton.LeftButton)
    patiently(qtbot, lambda: waiting(page))
    assert not page.phrase.isVisible()
    page.take_in()
    patiently(qtbot, lambda: not waiting(page))
    until(
        qtbot, lambda: "已导入" in page.incoming.notice.words() or "第 2 步" in page.incoming.notice.words()
    )


def test_a_file_for_this_deputy_alone_opens_by_itself(qtbot: QtBot, pair: Pair) -> None:
    back = stream.export(pair.session.desk, "HC", pair.stick).path
    assert inbox.take_in(pair.station, [back], trust=lambda _: True).refused == ()
    made = sealing.export(pair.station, "HC-D1", pair.stick)
    pair.page.take(made.path)
    until(qtbot, lambda: waiting(pair.page))
    assert not pair.page.phrase.isVisible()


def test_the_fingerprint_of_this_desk_is_there_to_be_read_out(qtbot: QtBot, pair: Pair) -> None:
    mark = enrolment.introduction(pair.session.desk).fingerprint
    until(qtbot, lambda: pair.page.own.mark.text() == mark)
    pair.page.own.write(pair.stick)
    until(qtbot, lambda: [file.suffix for file in pair.stick.iterdir()] == [".lzk"])


def test_the_introduction_of_a_new_computer_at_the_station_is_compared_and_accepted(
    qtbot: QtBot, pair: Pair, tmp_path: Path
) -> None:
    place = tmp_path / "new"
    place.mkdir()
    with closing(a_desk(place)) as second:
        said = enrolment.introduction(second)
        letter = enrolment.write(second, pair.stick)
    page = pair.page
    page.take(letter)
    until(qtbot, page.introduced.isVisible)
    assert page.introduced.mark.text() == said.fingerprint
    assert "另一台电脑" in page.introduced.ask.text()
    qtbot.mouseClick(page.introduced.accept_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: "自现在起信任" in page.incoming.notice.words())
    known = enrolment.known(pair.session.desk)
    assert said.fingerprint in [one.fingerprint for one in known]
