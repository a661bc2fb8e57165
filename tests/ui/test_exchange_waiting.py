"""What waits says what one can do; sent packages say whether they arrived; the board says what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from station_desk.domain.vocabulary import SiteRole
from station_desk.exchange import container, doubts, enrolment, inbox, stream
from station_desk.exchange.spool import Spool
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.exchange import ExchangePage
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from tests.builders import a_desk, an_issue
from tests.exchange.post import lines, members, repacked, sent
from tests.ui.at_desk import TODAY, stopped, until
from tests.ui.exchange_scene import a_station, a_stick, a_town_session, drop, matters, opened, sent_to


@pytest.fixture
def town(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with a_town_session(tmp_path, jobs, app) as made:
        yield made


@pytest.fixture
def page(town: Session, qtbot: QtBot) -> ExchangePage:
    return opened(qtbot, town)


def press(qtbot: QtBot, page: ExchangePage, words: str) -> None:
    """Press the button of that text on the part shown."""
    shown = page._stack.currentWidget()
    button = next(b for b in shown.findChildren(Button) if b.text() == words and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def said(part: QWidget) -> str:
    """All the words of a part."""
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part))


def test_a_strangers_file_is_accepted_by_its_fingerprint_after_a_restart_too(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path)) as station:
        mark = enrolment.introduction(station).fingerprint
        sent_to(town, station, stick)
    drop(page, stick)
    until(qtbot, lambda: [file.fingerprint for file in page.inbox.files] == [mark])
    again = opened(qtbot, town)
    until(qtbot, lambda: [file.fingerprint for file in again.inbox.files] == [mark])
    again._turn_to(0)
    assert mark in said(again.refused)
    press(qtbot, again, "一致，接受并导入")
    until(qtbot, lambda: [one.fingerprint for one in enrolment.known(town.desk)] == [mark])
    assert matters(town) == 1
    until(qtbot, lambda: again.inbox.files == [])


def test_notes_of_before_fingerprints_were_kept_are_still_read(town: Session, tmp_path: Path) -> None:
    spool = Spool(town.desk.path)
    file = tmp_path / "old.lzb"
    file.write_bytes(b"x")
    spool.keep(file, spool.place(file))
    (spool.folder / "waiting.json").write_text(
        '{"old.lzb": ["stranger", "谁", "2026-05-01T09:00:00"]}', "utf-8"
    )
    (one,) = spool.waiting()
    assert (one.kind, one.reason, one.fingerprint) == (doubts.STRANGER, "谁", "")


def test_an_unsigned_file_of_an_old_version_is_imported_where_a_person_asked_its_sender(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path, known=True)) as station:
        file = sent_to(town, station, tmp_path / "ST1")
    (name, raw), _, *rest = members(file)
    old = msgspec.json.encode(msgspec.json.decode(raw) | {"suite": "none"})
    container.write(stick / file.name, [(name, old), *rest])
    drop(page, stick)
    until(qtbot, lambda: [one.kind for one in page.inbox.files] == [doubts.UNSIGNED])
    page._turn_to(0)
    assert matters(town) == 0
    press(qtbot, page, "对方发过，导入")
    until(qtbot, lambda: matters(town) == 1)


def test_a_file_for_another_office_is_passed_on_as_it_is(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick, other = a_stick(tmp_path), tmp_path / "other"
    other.mkdir()
    with closing(a_desk(other, "QT", role=SiteRole.TOWN)), closing(a_desk(other, "S9", parent="QT")) as far:
        foreign = stream.export(far, "QT", stick).path
    drop(page, stick)
    until(qtbot, lambda: [one.kind for one in page.inbox.files] == [doubts.ELSEWHERE])
    page._turn_to(0)
    assert "转交给对方" in said(page.refused)
    away = tmp_path / "for QT"
    away.mkdir()
    page.copies.pass_on(page.inbox.files[0].path, away)
    until(qtbot, lambda: (away / foreign.name).exists())
    assert (away / foreign.name).read_bytes() == foreign.read_bytes()
    refused: list[str] = []
    page.copies.failed.connect(lambda error: refused.append(str(error)))
    (away / foreign.name).write_bytes(b"something else")
    page.copies.pass_on(page.inbox.files[0].path, away)
    until(qtbot, lambda: bool(refused))
    assert (away / foreign.name).read_bytes() == b"something else"


def test_what_waits_for_an_earlier_file_leads_to_it_or_to_the_outbox(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path, known=True)) as station:
        whole = sent(station, town.desk.identity.site)
        repacked(whole, stick / whole.name, lines(whole)[1:])
    drop(page, stick)
    until(qtbot, lambda: [one.kind for one in page.inbox.files] == [doubts.MISSING])
    page._turn_to(0)
    assert "前面的文件若在手边，先导入它" in said(page.refused)
    press(qtbot, page, "去发件箱")
    drop(page, whole)
    until(qtbot, lambda: page.take_button.isVisibleTo(page))
    page.take_button.click()
    until(qtbot, lambda: matters(town) == 1)
    until(qtbot, lambda: [one.state for one in page.inbox.files] == ["taken"])


@pytest.mark.parametrize("alone", [False, True])
def test_a_station_that_is_not_known_any_more_can_be_written_a_receipt_alone(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path, alone: bool
) -> None:
    """As after a backup was put back: by a single file looked at, and by a folder of them."""
    stick, out = a_stick(tmp_path), tmp_path / "out"
    out.mkdir()
    with closing(a_station(town, tmp_path, known=True)) as station:
        whole = sent(station, town.desk.identity.site)
        cut = repacked(whole, stick / whole.name, lines(whole)[1:])
        drop(page, cut if alone else stick)
        until(qtbot, lambda: [one.kind for one in page.inbox.files] == [doubts.MISSING])
        until(qtbot, lambda: "对方文件在等待" in said(page.column.outbox))
        page.seek("send:ST1")
        until(qtbot, lambda: page._stack.currentWidget() is page.sending)
        assert "它的下一份文件就会包含全部内容" in page.sending.second.text()
        assert not page.sending.save_button.isVisible()
        page.outgoing.confirm("ST1", out)
        until(qtbot, lambda: len([*out.glob("*-receipt-1.lzb")]) == 1)
        inbox.take_in(station, [*out.iterdir()], trust=lambda _: True)
        again = sent(station, town.desk.identity.site)
    drop(page, again)
    until(qtbot, lambda: page.take_button.isVisibleTo(page))
    page.take_button.click()
    until(qtbot, lambda: matters(town) == 1)
    until(qtbot, lambda: "对方文件在等待" not in said(page.column.outbox))


def test_the_board_says_which_package_is_missing_and_how_long_it_has_been_quiet(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path, known=True)) as station:
        sent_to(town, station, stick)
        sent_to(town, station, tmp_path / "ST1")  # the second is lost on its way
        an_issue(station, "后来的一件")
        sent_to(town, station, stick)
    drop(page, stick)
    until(qtbot, lambda: matters(town) == 2)
    until(qtbot, lambda: "缺第 2 包" in said(page.column.peers))
    assert "第 3 包已到，内含所缺内容" in said(page.column.peers)
    late = TODAY + timedelta(days=9000)
    town.today = lambda: late
    page.arrive()
    until(qtbot, lambda: "天无来往" in said(page.column.peers))


def test_the_outbox_shows_the_last_package_its_size_and_whether_a_receipt_confirmed_it(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    site = town.desk.identity.site
    with closing(a_station(town, tmp_path, known=True)) as station:
        inbox.take_in(town.desk, [sent_to(town, station, stick)])
        page.send("ST1", stick)
        until(qtbot, lambda: "第 1 包，" in said(page.column.outbox))
        assert "KB，对方未确认" in said(page.column.outbox)
        page.seek("send:ST1")
        until(qtbot, lambda: page.sending.model.rowCount() == 1)
        assert page.sending.model.index(0, 3).data() == "对方未确认"
        inbox.take_in(station, [stick / f"{site}-ST1-1.lzb"], trust=lambda _: True)
        page.take(sent_to(town, station, stick))
        until(qtbot, lambda: page.take_button.isVisibleTo(page))
        page.take_button.click()
        until(qtbot, lambda: not page.take_button.isVisibleTo(page))
        page.show_peer("ST1")
        until(qtbot, lambda: page.sending.model.index(0, 3).data() == "对方已确认")
        assert [one.name for one in town.desk.path.parent.glob("*.part")] == []


def test_a_receipt_alone_is_written_from_the_window_and_confirms(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path, known=True)) as station:
        inbox.take_in(town.desk, [sent_to(town, station, stick)])
        inbox.take_in(station, [stream.export(town.desk, "ST1", stick).path], trust=lambda _: True)
        inbox.take_in(town.desk, [sent_to(town, station, stick)])
        page.arrive()
        page.seek("send:ST1")
        until(qtbot, lambda: page._stack.currentWidget() is page.sending)
        asked: list[str] = []
        page.sending.receiptWanted.disconnect()
        page.sending.receiptWanted.connect(asked.append)
        qtbot.mouseClick(page.sending.receipt_button, Qt.MouseButton.LeftButton)
        assert asked == ["ST1"]
        out = tmp_path / "out"
        out.mkdir()
        page.outgoing.confirm("ST1", out)
        until(qtbot, lambda: len([*out.glob("*-receipt-1.lzb")]) == 1)
        (receipt,) = out.iterdir()
        (before,) = [one for one in stream.peers(station) if one.site == town.desk.identity.site]
        inbox.take_in(station, [receipt], trust=lambda _: True)
        (after,) = [one for one in stream.peers(station) if one.site == town.desk.identity.site]
        assert before.waiting > after.waiting


def test_stopping_the_look_at_a_file_leaves_it_in_the_list_and_the_desk_as_it_was(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path, known=True)) as station:
        file = sent_to(town, station, stick)
    with stopped(town.jobs):
        page.take(file)
    until(qtbot, lambda: [one.state for one in page.inbox.files] == ["kept"])
    assert "停止" in page.inbox.reason()
    press(qtbot, page, "再看一次")
    until(qtbot, lambda: page.take_button.isVisibleTo(page))
    with stopped(town.jobs):
        page.take_button.click()
    until(qtbot, lambda: page.take_button.isEnabled())
    assert matters(town) == 0
    page.take_button.click()
    until(qtbot, lambda: matters(town) == 1)


def test_stopping_an_export_leaves_no_file_and_takes_no_number(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick, out = a_stick(tmp_path), tmp_path / "out"
    out.mkdir()
    with closing(a_station(town, tmp_path, known=True)) as station:
        inbox.take_in(town.desk, [sent_to(town, station, stick)])
    words: list[str] = []
    town.said.connect(lambda text, undoable: words.append(text))
    with stopped(town.jobs):
        page.send("ST1", out)
    until(qtbot, lambda: any("已停止" in one for one in words))
    assert list(out.iterdir()) == []
    page.send("ST1", out)
    until(qtbot, lambda: [file.name for file in out.iterdir()] == [f"{town.desk.identity.site}-ST1-1.lzb"])


def test_watched_and_remembered_folders_bear_the_names_of_offices(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    with closing(a_station(town, tmp_path, known=True)) as station:
        inbox.take_in(town.desk, [sent_to(town, station, stick)])
    page.send("ST1", stick)
    until(qtbot, lambda: "KB，对方未确认" in said(page.column.outbox))
    page.seek("watch")
    names = said(page.watch.out)
    assert "ST1联络站" in names
    assert "ST1\n" not in f"{names}\n"


def test_of_many_offices_all_stand_on_the_board_and_each_leads_to_its_packages(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = a_stick(tmp_path)
    for n in range(1, 9):
        with closing(a_station(town, tmp_path, f"ST{n}", known=True)) as station:
            if n == 7:
                sent_to(town, station, tmp_path / "ST7")  # lost on its way
            sent_to(town, station, stick)
    drop(page, stick)
    until(qtbot, lambda: matters(town) == 8)
    until(qtbot, lambda: "另有 2 个" in said(page.column.outbox))
    qtbot.mouseClick(page.column.more, Qt.MouseButton.LeftButton)
    board = page.board
    until(qtbot, lambda: board.model.rowCount() == 8)
    assert page._stack.currentWidget() is board
    first = [board.model.index(0, column).data() for column in range(3)]
    assert first[:2] == ["ST7联络站", "缺第 1 包"], "the most pressing first"
    assert "第 2 包已到" in first[2]
    qtbot.keyClicks(board.box, "ST3")
    assert board.model.rowCount() == 1
    board.table.setCurrentIndex(board.model.index(0, 0))
    qtbot.keyClick(board.table, Qt.Key.Key_Return)
    assert page._stack.currentWidget() is page.sending
    assert page.sending.peer() == "ST3"
