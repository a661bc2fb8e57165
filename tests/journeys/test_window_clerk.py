"""A clerk's whole job at the window, by mouse and keyboard: from the visit to the last deputy's verdict."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.ui.pages.matters import MattersPage
from station_desk.ui.pages.reception import ReceptionPage
from station_desk.ui.pages.reports import ReportsPage
from station_desk.ui.pages.suggestions import SuggestionsPage
from tests.builders import a_deputy, a_desk, a_unit
from tests.journeys.at_window import CTRL, AtWindow, at_window

TODAY = date(2026, 5, 21)
LEAD, CO = "区市政管理所", "街道公共服务办"
ISSUE, RAISED = "江会路南段一落大雨就浸水", "城南村长者饭堂太远，老人吃饭不便"


def _desk(folder: Path) -> Desk:
    desk = a_desk(folder)
    for name in ("陈伟雄", "黄淑仪"):
        a_deputy(desk, name)
    for name in (LEAD, CO):
        a_unit(desk, name)
    return desk


def test_a_clerk_does_the_whole_job_in_the_window(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    with at_window(qtbot, desk, tmp_path, TODAY, "李敏") as clerk:
        _log_the_visit(clerk)
        issue = clerk.matter("issue", "浸水")
        _find_it(clerk, issue)
        _handle_it(clerk, issue)
        _print_its_form(clerk, issue)
        _suggestion(clerk, clerk.matter("suggestion", "长者饭堂"))
    again = Desk.open(desk.path)
    assert again.check() == []
    again.close()


def _log_the_visit(clerk: AtWindow) -> None:
    """One visitor, two matters: one handed over at once, one raised by the deputies who heard it."""
    qtbot = clerk.bot
    clerk.key(Qt.Key.Key_N, CTRL)
    clerk.settle()
    page = clerk.window.page()
    assert isinstance(page, ReceptionPage)
    card = page.card.ui
    assert card.visitorName.hasFocus()
    clerk.write(card.visitorName, "梁锦萍")
    qtbot.keyClick(card.visitorName, Qt.Key.Key_Tab)
    qtbot.keyClicks(card.phone, "13812344620")
    for name in ("陈伟雄", "黄淑仪"):
        clerk.click(card.deputies.chips.buttons()[-1])
        clerk.pick(card.deputies.line, name)
    assert len(card.deputies.keys()) == 2
    clerk.click(card.informed)
    first = page.matters.cards[0].ui
    clerk.write(first.words, ISSUE)
    clerk.choose(first.route, "转办")
    clerk.pick(first.unit, "市政")
    clerk.pick(first.coUnits.line, "公共")
    clerk.key(Qt.Key.Key_M, CTRL)
    second = page.matters.cards[1].ui
    assert second.words.hasFocus()
    clerk.write(second.words, RAISED)
    clerk.choose(second.route, "转建议")
    for matter in (first, second):
        assert matter.deputies.keys() == card.deputies.keys(), "who received is who raises"
    clerk.key(Qt.Key.Key_Return, CTRL)
    clerk.until(lambda: clerk.said)
    clerk.settle()
    assert "HC-20260521-01" in clerk.said[-1]
    assert page.draft().blank
    assert card.visitorName.hasFocus()


def _find_it(clerk: AtWindow, issue: RecordId) -> None:
    """Ctrl+K finds it by a word of it."""
    clerk.key(Qt.Key.Key_K, CTRL)
    box = clerk.window.top.box
    assert box.hasFocus()
    clerk.pick(box, "浸水")
    clerk.settle()
    page = clerk.window.page()
    assert isinstance(page, MattersPage)
    clerk.until(lambda: page.detail.matter() == issue)


def _handle_it(clerk: AtWindow, issue: RecordId) -> None:
    """Receipt, urging (undone and done again), extension, closure, and a visitor who is not content."""
    page = clerk.window.page()
    assert isinstance(page, MattersPage)
    detail = page.detail
    for unit in (LEAD, CO):
        clerk.step(detail, "签收", assignment=unit)
    assert clerk.stage(issue) == "handling"
    clerk.step(detail, "催办", assignment=LEAD, text="电话催办")
    assert clerk.the(issue).row.urged == 1
    clerk.window.setFocus()  # not in a line of text, which has an undo of its own
    clerk.key(Qt.Key.Key_Z, CTRL)
    clerk.until(lambda: clerk.the(issue).row.urged == 0)
    clerk.settle()
    clerk.window.setFocus()
    clerk.key(Qt.Key.Key_Y, CTRL)
    clerk.until(lambda: clerk.the(issue).row.urged == 1)
    clerk.settle()
    clerk.step(detail, "准予延期", assignment=LEAD, until="2026-06-30", text="连日降雨")
    assert clerk.the(issue).row.due_on == date(2026, 6, 30)
    clerk.step(detail, "登记办结", assignment=LEAD, text="已清淤，井盖已换")
    assert clerk.stage(issue) == "done"
    clerk.step(detail, "反馈群众", method="电话", text="已告知清淤情况")
    assert clerk.stage(issue) == "told"
    clerk.step(detail, "登记评价", code="不满意", text="落雨仍有积水")
    assert clerk.stage(issue) == "unhappy"
    clerk.step(detail, "重办", text="再查一次雨水口")
    assert clerk.stage(issue) == "handling"
    clerk.step(detail, "登记办结", assignment=LEAD, text="加装两个雨水口")
    clerk.step(detail, "反馈群众", method="电话", text="请她到现场看过")
    clerk.step(detail, "登记评价", code="满意")
    row = clerk.the(issue).row
    assert (row.stage, row.verdict, row.redone) == ("closed", "satisfied", 1)


def _print_its_form(clerk: AtWindow, issue: RecordId) -> None:
    """The registration form from the matter's own menu: the sheet itself, ready to print."""
    page = clerk.window.page()
    assert isinstance(page, MattersPage)
    menu = page.detail._print_menu
    action = next(action for action in menu.actions() if "登记表" in action.text())
    assert isinstance(action, QAction)
    action.trigger()
    clerk.settle()
    reports = clerk.window.page()
    assert isinstance(reports, ReportsPage)
    clerk.until(lambda: reports._shelf.document is not None and reports.choice.ui.print.isEnabled())
    document = reports._shelf.document
    assert document is not None
    assert document.pages == 1
    request = reports.choice.request()
    assert request is not None
    assert request.record == issue


def _suggestion(clerk: AtWindow, made: RecordId) -> None:
    """Checked, submitted, handed over, signed, replied; one deputy is not content; replied again; done."""
    clerk.go(4)
    page = clerk.window.page()
    assert isinstance(page, SuggestionsPage)
    clerk.until(lambda: page.list.table.model().index(0, 1).data())
    page.list.table.setCurrentIndex(page.list.table.model().index(0, 1))
    clerk.bot.keyClick(page.list.table, Qt.Key.Key_Return)
    clerk.until(lambda: page.record.matter == made and page.record.isVisible())
    clerk.settle()
    record = page.record
    clerk.step(record, "核对")
    clerk.step(record, "提交")
    assert clerk.stage(made) == "submitted"
    dialog = clerk.begin(record, "交办")
    units = dialog.fields.units
    assert units is not None
    clerk.pick(units.line, "市政")
    clerk.finish(dialog)
    clerk.step(record, "签收")
    assert clerk.stage(made) == "handling"
    _reply(clerk, record_of=page, text="拟于六月增设配餐点")
    assert clerk.stage(made) == "replied"
    _verdict(clerk, page, "陈伟雄", "不满意", "未说明送餐范围")
    _verdict(clerk, page, "黄淑仪", "满意", "")
    assert clerk.stage(made) == "unhappy"
    clerk.step(record, "重办", text="补充送餐范围")
    assert clerk.stage(made) == "handling"
    _reply(clerk, record_of=page, text="送餐范围含城南村全部小组")
    _verdict(clerk, page, "陈伟雄", "满意", "")  # who was satisfied is not asked again
    assert clerk.stage(made) == "done"
    replies = clerk.the(made).replies
    assert sorted((reply.text, reply.reply_class) for _, reply, _ in replies) == [
        ("拟于六月增设配餐点", "B"),
        ("送餐范围含城南村全部小组", "B"),
    ]


def _reply(clerk: AtWindow, record_of: SuggestionsPage, text: str) -> None:
    clerk.step(record_of.record, "登记答复", number="新民函〔2026〕8号", reply_class="B", text=text)


def _verdict(clerk: AtWindow, page: SuggestionsPage, name: str, verdict: str, opinion: str) -> None:
    dialog = clerk.begin(page.record, "登记征询")
    fields = dialog.fields
    signer = fields._choices["signer"]
    clerk.choose(signer, name)
    clerk.choose(fields._choices["attitude"], "满意")
    clerk.choose(fields._choices["result"], verdict)
    clerk.write(fields._texts["opinion"], opinion)
    clerk.finish(dialog)
