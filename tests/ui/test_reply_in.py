"""A reply sheet at the window: saved from the matter, dropped on Exchange, corrected, accepted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from station_desk.casework import asked, attachments
from station_desk.casework.asked import Asked
from station_desk.domain.tracks import TRACKS
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError
from station_desk.exchange import replysheets
from station_desk.reports import replyform
from station_desk.ui.dialogs.doors import doors_after
from station_desk.ui.dialogs.reply_in import ReplyIn, open_number, open_reply
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages import matter_whole
from station_desk.ui.pages.attachments import AttachmentsPanel
from station_desk.ui.pages.exchange import ExchangePage
from station_desk.ui.pages.matter_tabs import FILES, MatterTabs
from station_desk.ui.pages.reply_sheets import ReplySheets, write_all
from station_desk.ui.session import Session
from station_desk.ui.widgets.fields import Field
from tests.builders import a_suggestion, a_unit, an_issue, charges, handed_over, stage, take, the
from tests.ui.at_desk import TODAY, a_session, in_chinese, until

HANDED = TODAY - timedelta(10)
FILLED = {
    "答复日期": "2026-05-20",
    "办理结果类别": "B",
    "答复意见": "已列入2026年改造计划。",
    "承诺事项一": ("完成改造", "2026-10-31"),
}


@pytest.fixture
def town(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    folder = tmp_path / "town"
    folder.mkdir()
    with in_chinese(app), a_session(folder, jobs, role=Role.OFFICE, site=SiteRole.TOWN) as made:
        yield made
        jobs.close()


@pytest.fixture
def charge(town: Session) -> Asked:
    """A suggestion that 区市政管理所 leads."""
    suggestion = a_suggestion(town.desk, on=HANDED)
    for verb in ("check", "submit"):
        take(town.desk, suggestion, verb, HANDED)
    handed_over(town.desk, suggestion, (a_unit(town.desk), "lead"), on=HANDED)
    return asked.all_asked(town.desk, suggestion)[0]


def a_sheet(charge: Asked, folder: Path, **more: object) -> Path:
    """The unit's sheet, filled in."""
    path = replyform.write(charge, folder / "sheet.xlsx")
    book = load_workbook(path)
    page: Any = book.active
    values = FILLED | more
    for row in page.iter_rows():
        for cell in row:
            value = values.get(cell.value)
            if isinstance(value, tuple):
                page.cell(cell.row, 2).value, page.cell(cell.row, 4).value = value
            elif value is not None:
                page.cell(cell.row, cell.column + 1).value = value
    book.save(path)
    return path


@pytest.fixture
def home(qtbot: QtBot, town: Session) -> QWidget:
    """What the dialog stands over."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def a_dialog(town: Session, home: QWidget, sheet: Path) -> ReplyIn:
    return open_reply(town, home, replysheets.propose(town.desk, sheet, TODAY))


def _mistakes(dialog: ReplyIn) -> list[str]:
    """The mistakes shown at the fields."""
    return [field.error.text() for field in dialog.findChildren(Field) if field.error.text()]


def test_a_sheet_dropped_on_exchange_is_looked_at_and_accepted(
    qtbot: QtBot, town: Session, charge: Asked, tmp_path: Path
) -> None:
    page = ExchangePage(town)
    qtbot.addWidget(page)
    page.show()
    page.take(a_sheet(charge, tmp_path))
    until(qtbot, page.take_button.isVisible)
    assert page.inbox.files[0].title == "区市政管理所的答复"
    assert stage(town.desk, charge.matter) != "replied", "nothing is written before somebody says so"
    qtbot.mouseClick(page.take_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(ReplyIn)
    assert dialog is not None
    dialog.accept_it()
    until(qtbot, lambda: page.inbox.files[0].state == "taken")
    assert stage(town.desk, charge.matter) == "replied"
    assert [row.name for row in attachments.listed(town.desk, charge.matter)] == ["sheet.xlsx"]


def test_a_doubtful_day_is_said_at_its_field_and_corrected_there(
    qtbot: QtBot, town: Session, home: QWidget, charge: Asked, tmp_path: Path
) -> None:
    dialog = a_dialog(town, home, a_sheet(charge, tmp_path, 答复日期="5/3/2026"))
    assert ["5/3/2026" in said for said in _mistakes(dialog)] == [True]
    dialog.accept_it()
    until(qtbot, dialog.save.isEnabled)
    assert stage(town.desk, charge.matter) != "replied"
    dialog.kit.put(dialog.kit.values() | {"dated": "2026-05-19"})
    dialog.promises.add("清淤", "2026-07-01")
    dialog.accept_it()
    until(qtbot, lambda: stage(town.desk, charge.matter) == "replied")
    detail = the(town.desk, charge.matter)
    assert [reply.dated for _, reply, _ in detail.replies] == [date(2026, 5, 19)]
    assert {row.promise.what for row in detail.promises} == {"完成改造", "清淤"}


def test_a_unit_s_return_is_recorded_with_its_reason(
    qtbot: QtBot, town: Session, home: QWidget, charge: Asked, tmp_path: Path
) -> None:
    only = {name: "" for name in FILLED if name != "承诺事项一"} | {"承诺事项一": ("", "")}
    sheet = a_sheet(charge, tmp_path, **only, 退回理由="属区水务局职责", 退回日期="2026-05-15")
    dialog = a_dialog(town, home, sheet)
    dialog.keep.setChecked(False)
    dialog.accept_it()
    until(qtbot, lambda: charges(town.desk, charge.matter)["区市政管理所"].state == "returned")
    assert attachments.listed(town.desk, charge.matter) == ()


def test_a_sheet_that_was_taken_already_cannot_be_taken_again(
    qtbot: QtBot, town: Session, home: QWidget, charge: Asked, tmp_path: Path
) -> None:
    sheet = a_sheet(charge, tmp_path)
    first = replysheets.propose(town.desk, sheet, TODAY)
    replysheets.accept(town.desk, town.actor, first, first.filled)
    dialog = a_dialog(town, home, sheet)
    assert not dialog.save.isEnabled()
    assert "2026-05-20" in dialog.notice.words()


def test_a_number_typed_from_paper_opens_its_hand_over(
    qtbot: QtBot, town: Session, home: QWidget, charge: Asked
) -> None:
    refused: list[UserError] = []
    open_number(town, home, "ZZZZ", refused.append)
    until(qtbot, lambda: bool(refused))
    open_number(town, home, charge.number.lower(), refused.append)
    until(qtbot, lambda: home.findChild(ReplyIn) is not None)


def test_the_matter_offers_its_sheets_while_a_unit_has_it(
    qtbot: QtBot, town: Session, charge: Asked, tmp_path: Path
) -> None:
    offer = ReplySheets(town)
    qtbot.addWidget(offer)
    offer.show_matter(charge.matter)
    until(qtbot, offer.isVisible)
    [shown] = offer.charges
    with qtbot.waitSignal(offer.saved, timeout=5000):
        offer.save(shown, tmp_path / "out.docx")
    assert replysheets.propose(town.desk, tmp_path / "out.docx", TODAY).charge.number == charge.number
    issue = an_issue(town.desk)
    offer.show_matter(issue)
    until(qtbot, offer.isHidden)


def test_after_the_hand_over_every_unit_s_sheets_are_saved_at_once(
    qtbot: QtBot, town: Session, charge: Asked, tmp_path: Path
) -> None:
    row = the(town.desk, charge.matter).row
    doors = doors_after(town, TRACKS["suggestion"].steps["hand_over"], row)
    assert "保存回复单…" in [door.text for door in doors]
    with qtbot.waitSignal(town.said, timeout=5000):
        write_all(town, charge.matter, tmp_path)
    names = {file.name for file in tmp_path.glob("办理回复单*")}
    stem = f"办理回复单 {charge.matter_number} 区市政管理所"
    assert names == {f"{stem}.xlsx", f"{stem}.docx"}


def test_files_are_added_saved_out_and_taken_off_on_their_tab(
    qtbot: QtBot, town: Session, tmp_path: Path
) -> None:
    issue = an_issue(town.desk)
    tabs = MatterTabs(town)
    qtbot.addWidget(tabs)
    whole = matter_whole.read(town.desk, town.actor, issue, TODAY)
    assert whole is not None
    tabs.show_whole(whole)
    tabs.bar.setCurrentIndex(FILES)
    panel: AttachmentsPanel = tabs.files
    letter, program = tmp_path / "复函.pdf", tmp_path / "x.exe"
    letter.write_bytes(b"%PDF-1.7 letter")
    program.write_bytes(b"MZ program")
    panel.add([letter, program])
    until(qtbot, lambda: len(panel.rows) == 1)
    assert "x.exe" in panel.notice.words()
    panel.save(panel.rows[0].row, tmp_path / "copy.pdf")
    until(qtbot, (tmp_path / "copy.pdf").exists)
    panel.remove(panel.rows[0].row, "放错了")
    until(qtbot, lambda: not panel.rows)
