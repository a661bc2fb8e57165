"""Exchange: a station's package through the town's window and back, refusals, and an old ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.exchange import board, stream
from station_desk.exchange.stream import Peer
from station_desk.ui import theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.exchange import ExchangePage
from station_desk.ui.session import Session
from tests.builders import a_desk, an_issue
from tests.ui.at_desk import TODAY, until
from tests.ui.exchange_scene import a_town_session, matters, opened


@pytest.fixture
def town(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with a_town_session(tmp_path, jobs, app) as made:
        yield made


@pytest.fixture
def page(town: Session, qtbot: QtBot) -> ExchangePage:
    return opened(qtbot, town)


def from_station(town: Session, folder: Path) -> Path:
    """What a station of this town sends: one matter."""
    folder.mkdir()
    station = a_desk(folder, "ST1", parent=town.desk.identity.site)
    an_issue(station)
    made = stream.export(station, town.desk.identity.site, folder)
    station.close()
    return made.path


def test_a_package_is_shown_before_it_changes_anything_and_then_taken_in(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    file = from_station(town, tmp_path / "st")
    page.take(file)
    until(qtbot, lambda: page.package.model.rowCount() == 1)
    assert matters(town) == 0, "a preview writes nothing"
    assert page.take_button.text() == "我已电话核对，导入 1 项"
    assert "致电" in page.package.notice.words(), "a sender met for the first time is to be asked"
    page.take_button.click()
    until(qtbot, lambda: matters(town) == 1)
    until(qtbot, lambda: not page.take_button.isVisibleTo(page))
    page.take(file)
    until(qtbot, lambda: "收到过" in page.package.notice.words())


def test_do_not_import_leaves_the_desk_as_it_was(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    page.take(from_station(town, tmp_path / "st"))
    until(qtbot, lambda: page.take_button.isVisibleTo(page))
    page.leave_button.click()
    assert matters(town) == 0
    assert page._stack.currentWidget() is page.empty


def test_a_damaged_file_is_refused_in_words(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    file = from_station(town, tmp_path / "st")
    file.write_bytes(file.read_bytes()[:-100])
    page.take(file)
    until(qtbot, lambda: page._stack.currentWidget() is page.refused)
    assert not page.take_button.isVisibleTo(page)
    assert matters(town) == 0


def test_what_waits_for_a_station_is_saved_to_a_folder(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    page.take(from_station(town, tmp_path / "st"))
    until(qtbot, lambda: page.take_button.isVisibleTo(page))
    page.take_button.click()
    until(qtbot, lambda: matters(town) == 1)
    out = tmp_path / "usb"
    out.mkdir()
    said: list[str] = []
    town.said.connect(lambda text, undoable: said.append(text))
    page.send("ST1", out)
    until(qtbot, lambda: any("送交" in text for text in said))  # that of the import may come first
    assert list(out.glob("*.lzb"))


def test_a_ledger_is_tried_then_taken_in_and_every_row_reported(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["编号", "反映人", "标题", "内容", "日期"])
    sheet.append(["A1", "梁锦萍", "路灯不亮", "三联路口的路灯坏了一个星期", "2026-05-03"])
    sheet.append(["A2", "区炳辉", "校门口乱停车", "放学时段车停满路口", "2026-05-04"])
    sheet.append(["A3", "", "", "", "2026-05-05"])
    file = tmp_path / "台账.xlsx"
    book.save(file)
    page.take(file)
    until(qtbot, lambda: page.ledger.model.rowCount() == 3)
    assert matters(town) == 0, "trying writes nothing"
    page.ledger.only.setChecked(True)
    assert page.ledger.model.rowCount() == 1
    page.take_button.click()
    until(qtbot, lambda: matters(town) == 2)
    until(qtbot, lambda: "新增 2" in page.ledger.notice.words())
    target = tmp_path / "结果.xlsx"
    page.copies.save_report(page.inbox, target)
    until(qtbot, target.exists)
    cells = [str(c.value) for row in load_workbook(target).active.iter_rows() for c in row]  # type: ignore[union-attr]
    assert "未导入" in cells
    page.take(file)
    until(qtbot, lambda: page.take_button.text() == "导入 0 行")


def test_gaps_and_silence_are_said_in_words() -> None:
    def peer(received: int, gaps: tuple[int, ...], last: datetime | None) -> Peer:
        return Peer("ST1", "某站", "station", 3, received, last, last, 0, gaps, lately=last)

    gap = board.words(peer(8, (7,), datetime(2026, 5, 20)), TODAY)
    assert (gap.state, gap.tone) == ("缺第 7 包", "amber")
    assert "第 8 包已到" in gap.sentence
    assert board.words(peer(3, (), datetime(2026, 4, 28)), TODAY).state == "23 天无来往"
    assert board.words(peer(15, (), datetime(2026, 5, 20)), TODAY).state == "正常"
    assert board.words(peer(0, (), None), TODAY).state == "尚未往来"


@pytest.mark.parametrize("scale", theme.SCALES)
def test_exchange_fits_a_small_screen_at_every_text_size(
    page: ExchangePage, app: QApplication, scale: float
) -> None:
    theme.apply(app, theme.with_scale(theme.Theme(), scale))
    paired = 1366 / scale >= page.pair_from
    room = (1366 / scale - 128 - (348 if paired else 0)) * scale
    assert page._stack.minimumSizeHint().width() <= room
    assert page.head.minimumSizeHint().width() <= 1366 - 128 * scale


def a_ledger(file: Path, *rows: list[str]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(file)
    return file


def choose(page: ExchangePage, field: str, index: int) -> None:
    """As a person does: the list of a field, and one of its lines."""
    box = page.ledger.choice.choice(field)
    box.setCurrentIndex(index + 1)
    box.activated.emit(index + 1)


def test_columns_nobody_would_recognise_are_chosen_by_hand_and_remembered(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    head = ["甲栏", "乙栏", "丙栏"]
    file = a_ledger(tmp_path / "怪表.xlsx", ["某站台账"], head, ["路灯不亮", "三联路口", "2026-05-03"])
    page.take(file)
    until(qtbot, lambda: page._stack.currentWidget() is page.ledger)
    assert page.ledger.view.current_value() == "columns", "an unsure proposal is shown to be looked at"
    assert not page.take_button.isVisibleTo(page)
    header = page.ledger.choice.header
    header.setCurrentIndex(1)
    header.activated.emit(1)
    until(qtbot, lambda: "甲栏" in page.ledger.choice.choice("title").itemText(1))
    assert "路灯不亮" in page.ledger.choice.choice("title").itemText(1), "with a value to judge by"
    choose(page, "title", 0)
    until(qtbot, lambda: page.take_button.isVisibleTo(page) and page.take_button.isEnabled())
    choose(page, "opened_on", 2)
    until(qtbot, lambda: page.take_button.isEnabled() and page.take_button.text() == "导入 1 行")
    choose(page, "place", 1)
    until(qtbot, lambda: page.take_button.isEnabled())
    page.take_button.click()
    until(qtbot, lambda: matters(town) == 1)
    row = browse.page(town.desk, MatterFilter())[0]
    assert row.title == "路灯不亮"
    second = a_ledger(tmp_path / "下月.xlsx", ["某站台账"], head, ["校门口乱停车", "实验小学", "2026-06-03"])
    page.take(second)
    until(qtbot, lambda: page.take_button.text() == "导入 1 行" and page.take_button.isVisibleTo(page))
    assert page.ledger.view.current_value() == "rows", "the same layout needs no second look"


def test_a_wrong_proposal_is_set_right_and_the_counts_follow(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    file = a_ledger(
        tmp_path / "台账.xlsx",
        ["编号", "标题", "日期", "办结日期"],
        ["A1", "路灯不亮", "没有日期", "2026-05-04"],
        ["A2", "校门口乱停车", "没有日期", "2026-05-05"],
    )
    page.take(file)
    until(qtbot, lambda: page._stack.currentWidget() is page.ledger)
    page.ledger.view.set_value("columns")
    page.ledger._turn("columns")
    choose(page, "opened_on", 3)
    until(qtbot, lambda: page.take_button.isEnabled() and page.take_button.text() == "导入 2 行")
    assert page.ledger.choice.choice("closed_on").currentIndex() == 0, "a column goes into one field"
    assert matters(town) == 0


def test_what_was_not_decided_waits_across_a_restart(
    qtbot: QtBot, page: ExchangePage, town: Session, tmp_path: Path
) -> None:
    stick = from_station(town, tmp_path / "st")
    page.take(stick)
    until(qtbot, lambda: page.take_button.isVisibleTo(page))
    stick.unlink()
    again = ExchangePage(town)
    qtbot.addWidget(again)
    again.show()
    again.arrive()
    until(qtbot, lambda: again.take_button.isVisibleTo(again))
    again.take_button.click()
    until(qtbot, lambda: matters(town) == 1)
    folder = again.looking.spool.folder
    until(qtbot, lambda: not folder.exists())
