"""One suggestion by hand to its end: three signers, two separate units, one replaced, one verdict against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from station_desk.casework import calls, verdicts
from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.ui.dialogs.reply_in import ReplyIn
from station_desk.ui.dialogs.step import StepDialog
from station_desk.ui.pages.exchange import ExchangePage
from station_desk.ui.pages.matters import MattersPage
from station_desk.ui.pages.reply_sheets import ReplySheets
from station_desk.ui.pages.reports import ReportsPage
from station_desk.ui.pages.suggestion_record import SuggestionRecord
from station_desk.ui.pages.suggestions import SuggestionsPage
from station_desk.ui.pages.today import TodayPage
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.table import Table
from tests.builders import a_deputy, a_desk, a_matter, a_unit, a_visit, charges, stage, the
from tests.journeys.at_window import CTRL, LEFT, AtWindow, at_window

LEAD, JOINT, CROSS = "陈伟雄", "黄淑仪", "李国强"
ROADS, WATER, HOUSING = "区市政管理所", "区水利局", "区住房和城乡建设局"
PROMISE = "十月底前完成江会路南段管网改造"


@dataclass
class Case:
    """What the journey is about, as it becomes known."""

    folder: Path
    patch: pytest.MonkeyPatch
    issues: list[RecordId] = field(default_factory=list)
    made: RecordId = field(default_factory=lambda: RecordId(b""))


# ---- hands ------------------------------------------------------------------------------------------------


def _record(clerk: AtWindow, case: Case) -> SuggestionRecord:
    """The suggestion found in the list of suggestions and opened with Enter."""
    clerk.go(1 + clerk.window.pages().index("suggestions"))
    page = clerk.window.page()
    assert isinstance(page, SuggestionsPage)
    page.show_all()
    table = page.list.table
    clerk.until(lambda: table.model().rowCount() and table.model().index(0, 1).data())
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))
    clerk.bot.keyClick(table, Qt.Key.Key_Return)
    clerk.until(lambda: page.record.isVisible() and page.record.whole is not None)
    clerk.settle()
    assert page.record.matter == case.made
    return page.record


def _more(clerk: AtWindow, record: SuggestionRecord, verb: str) -> StepDialog:
    """A rare step, out of the menu behind the dots."""
    dots = next(b for b in record.verbs.findChildren(Button) if b.accessibleName() == "更多步骤")
    clerk.click(dots)
    menu = record.verbs.more
    clerk.until(menu.isVisible)
    found = [action for action in menu.actions() if action.text() == verb]
    assert found, [action.text() for action in menu.actions()]
    clerk.bot.mouseClick(menu, LEFT, pos=menu.actionGeometry(found[0]).center())
    clerk.until(clerk._dialogs)
    return clerk._dialogs()[0]


def _enter(clerk: AtWindow, table: Table, said: str) -> StepDialog:
    """Enter on the row that begins with these words."""
    model = table.model()
    row = next(n for n in range(model.rowCount()) if str(model.index(n, 0).data()).startswith(said))
    table.setFocus()
    table.setCurrentIndex(model.index(row, 0))
    clerk.bot.keyClick(table, Qt.Key.Key_Return)
    clerk.until(clerk._dialogs)
    return clerk._dialogs()[0]


def _fill(clerk: AtWindow, dialog: StepDialog, **values: str) -> None:
    for name, value in values.items():
        editor = dialog.fields.held[name].editor
        assert editor is not None, name
        if isinstance(editor, QComboBox) or hasattr(editor, "buttons"):
            clerk.choose(editor, value)  # type: ignore[arg-type]
        else:
            clerk.write(editor, value)
    clerk.finish(dialog)


def _judge(clerk: AtWindow, record: SuggestionRecord, name: str, result: str, opinion: str = "") -> None:
    """A deputy's form that came back, entered from their row."""
    dialog = _enter(clerk, record.signers.table, name)
    assert dialog.fields.held["signer"].editor is not None
    _fill(clerk, dialog, attitude="满意", result=result, opinion=opinion)


def _asked(clerk: AtWindow, case: Case) -> list[str]:
    """Whose form is out in the present round."""
    detail = the(clerk.desk, case.made)
    waiting = verdicts.round_now(detail).waiting
    return [row.name for row in detail.signers if row.id in waiting]


def _stands(clerk: AtWindow, case: Case, at: str, due: date | None) -> None:
    """The stage and the day it is due; no step that did not apply."""
    detail = the(clerk.desk, case.made)
    assert (detail.row.stage, detail.row.due_on) == (at, due)
    assert [row.step.verb for row in detail.steps if row.odd] == []


# ---- day by day -------------------------------------------------------------------------------------------


def issues_are_raised(clerk: AtWindow, case: Case) -> None:
    """The third visitor's issue is the second's again; both others become one suggestion."""
    first, second, third = case.issues
    clerk.go(1 + clerk.window.pages().index("matters"))
    page = clerk.window.page()
    assert isinstance(page, MattersPage)
    page.seek(third)
    clerk.until(lambda: page.detail.matter() == third)
    clerk.settle()
    clerk.click(next(b for b in page.detail.verbs.findChildren(Button) if b.accessibleName() == "更多步骤"))
    menu = page.detail.verbs.more
    clerk.until(menu.isVisible)
    action = next(action for action in menu.actions() if action.text() == "并入")
    clerk.bot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    clerk.until(clerk._dialogs)
    dialog = clerk._dialogs()[0]
    target = dialog.fields._target
    assert target is not None
    clerk.pick(target, "雨水口")
    clerk.finish(dialog)
    assert stage(clerk.desk, third) == "merged"
    rows = page.matters.list
    clerk.until(lambda: page.matters.model.rowCount() == 2)
    rows.setFocus()
    rows.setCurrentIndex(page.matters.model.index(0, 0))
    clerk.bot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    clerk.until(page.matters.foot.doing.isVisible)
    page.matters.foot.menu.aboutToShow.emit()
    offered = {action.text(): action for action in page.matters.foot.menu.actions()}
    offered["合并提出一件建议"].trigger()
    clerk.settle()
    sheet = clerk.window.page()
    assert isinstance(sheet, SuggestionsPage)
    editor = sheet.editor
    clerk.until(lambda: editor.isVisible() and editor.ui.title.text())
    clerk.settle()
    assert len(editor._issues) == 2
    assert all(words in editor.ui.text.toPlainText() for words in ("车都过不去", "铺面进水"))
    editor.ui.title.selectAll()
    clerk.write(editor.ui.title, "关于整治江会路南段内涝的建议")
    for name in (LEAD, JOINT, CROSS):
        clerk.click(editor.ui.deputies.chips.buttons()[-1])
        clerk.pick(editor.ui.deputies.line, name)
    clerk.key(Qt.Key.Key_S, CTRL)
    clerk.until(sheet.record.isVisible)
    clerk.settle()
    case.made = clerk.matter("suggestion", "江会路南段内涝")
    assert {stage(clerk.desk, issue) for issue in (first, second)} == {"in_suggestion"}
    _stands(clerk, case, "draft", None)


def it_is_signed_and_submitted(clerk: AtWindow, case: Case) -> None:
    """Both joint deputies sign from their own rows; what the units said before is on record."""
    record = _record(clerk, case)
    for name in (JOINT, CROSS):
        dialog = _enter(clerk, record.signers.table, name)
        assert dialog.fields.record("deputy") is not None, "who signs is chosen already"
        clerk.finish(dialog)
    assert all(row.signer.signed_on == clerk.session.today() for row in the(clerk.desk, case.made).signers)
    _fill(clerk, _more(clerk, record, "登记提出前沟通"), code="电话", text="区市政管理所认为可列入下半年计划")
    clerk.step(record, "核对")
    clerk.step(record, "提交")
    _stands(clerk, case, "submitted", date(2026, 5, 28))
    assert record.ui.number.text() == "2026闭-001"
    clerk.click(record.ui.giveNumber)
    clerk.until(lambda: the(clerk.desk, case.made).row.official_number == "2026闭-001")
    clerk.settle()


def it_is_handed_over(clerk: AtWindow, case: Case) -> None:
    """To two units, each of which answers for itself; each gets a sheet to fill in."""
    record = _record(clerk, case)
    dialog = clerk.begin(record, "交办")
    units = dialog.fields.units
    assert units is not None
    clerk.choose(units.mode, "分别办理")
    for name in (ROADS, WATER):
        clerk.pick(units.line, name)
    clerk.finish(dialog)
    _stands(clerk, case, "assigned", date(2026, 8, 20))
    assert {row.assignment.role for row in the(clerk.desk, case.made).assignments} == {"separate"}
    sheets = record.panel.findChild(ReplySheets)
    assert sheets is not None
    clerk.until(lambda: len(sheets.charges) == 2)
    for charge, name in zip(sheets.charges, (ROADS, WATER), strict=True):
        assert charge.unit == name
        target = case.folder / f"{name}.xlsx"
        case.patch.setattr(QFileDialog, "getSaveFileName", lambda *_, target=target: (str(target), ""))
        button = next(
            b for b in sheets.findChildren(Button) if name in b.accessibleName() and b.text() == "Excel"
        )
        clerk.click(button)
        clerk.until(target.exists)
        clerk.settle()


def one_unit_returns_it(clerk: AtWindow, case: Case) -> None:
    """It is not the water bureau's; the housing bureau is charged in its place, the other signs and calls."""
    record = _record(clerk, case)
    clerk.step(record, "退回改派", assignment=WATER, text="排水管网不属本局职责")
    assert charges(clerk.desk, case.made)[WATER].state == "returned"
    _stands(clerk, case, "assigned", date(2026, 8, 20))
    clerk.click(clerk.button(record.charges, "改派"))
    clerk.until(clerk._dialogs)
    dialog = clerk._dialogs()[0]
    units = dialog.fields.units
    assert units is not None
    clerk.choose(units.mode, "分别办理")
    clerk.pick(units.line, HOUSING)
    clerk.finish(dialog)
    for name in (ROADS, HOUSING):
        clerk.step(record, "签收", **({"assignment": name} if name == ROADS else {}))
    _fill(
        clerk,
        _more(clerk, record, "登记沟通"),
        assignment=ROADS,
        code="现场调研",
        text="与领衔代表到现场看过",
    )
    now = charges(clerk.desk, case.made)
    assert {name: row.state for name, row in now.items()} == {
        ROADS: "accepted", WATER: "returned", HOUSING: "accepted",
    }  # fmt: skip
    assert (now[ROADS].due_on, now[HOUSING].due_on) == (date(2026, 8, 20), date(2026, 8, 22))
    assert now[ROADS].contacted_on == clerk.session.today()
    _stands(clerk, case, "handling", date(2026, 8, 20))


def it_is_urged_and_extended(clerk: AtWindow, case: Case) -> None:
    """No extension beyond six months is granted; one within them is."""
    record = _record(clerk, case)
    clerk.step(record, "催办", assignment=HOUSING, text="请抓紧核实管网图纸")
    assert charges(clerk.desk, case.made)[HOUSING].urged == 1
    dialog = clerk.begin(record, "准予延期")
    clerk.choose(dialog.fields.held["assignment"].editor, HOUSING)  # type: ignore[arg-type]
    clerk.write(dialog.fields.held["until"].editor, "2026-12-01")  # type: ignore[arg-type]
    clerk.write(dialog.fields.held["text"].editor, "涉及地下管线迁改")  # type: ignore[arg-type]
    clerk.bot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    clerk.until(lambda: clerk._mistakes(dialog))
    assert "2026-11-22" in clerk._mistakes(dialog)[0]
    day = dialog.fields._days["until"]
    day.selectAll()
    clerk.write(day, "2026-09-22")
    clerk.finish(dialog)
    assert charges(clerk.desk, case.made)[HOUSING].due_on == date(2026, 9, 22)
    _stands(clerk, case, "handling", date(2026, 8, 20))


def the_sheet_comes_back(clerk: AtWindow, case: Case) -> None:
    """The unit's own file, filled in, falls on the exchange page and is accepted as its reply."""
    path = case.folder / f"{ROADS}.xlsx"
    book = load_workbook(path)
    sheet: Any = book.active
    said = {
        "答复日期": "2026-08-12", "办理结果类别": "A", "发文字号": "新市政函〔2026〕12号",
        "答复意见": "江会路南段二十三个雨水口已全部清淤，并增设两个雨水口。", "签发人": "何志强",
    }  # fmt: skip
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value in said:
                sheet.cell(cell.row, cell.column + 1).value = said[cell.value]
    book.save(path)
    clerk.go(1 + clerk.window.pages().index("exchange"))
    page = clerk.window.page()
    assert isinstance(page, ExchangePage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 99), copy, data, LEFT, none))
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 99), copy, data, LEFT, none))
    clerk.until(page.take_button.isVisible)
    clerk.settle()
    clerk.click(page.take_button)
    clerk.until(lambda: page.findChildren(ReplyIn))
    dialog = page.findChildren(ReplyIn)[0]
    clerk.until(dialog.isActiveWindow)
    assert not isinstance(QApplication.focusWidget(), QCheckBox), "one begins with what was answered"
    clerk.bot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    clerk.until(lambda: charges(clerk.desk, case.made)[ROADS].state == "replied")
    clerk.settle()
    _stands(clerk, case, "handling", date(2026, 9, 22))


def the_other_reply_is_typed(clerk: AtWindow, case: Case) -> None:
    """Class B with a promise; then everybody who signed is asked."""
    record = _record(clerk, case)
    dialog = clerk.begin(record, "登记答复")
    fields = dialog.fields
    clerk.write(fields.held["number"].editor, "新住建函〔2026〕38号")  # type: ignore[arg-type]
    clerk.choose(fields.held["reply_class"].editor, "B")  # type: ignore[arg-type]
    clerk.choose(fields.held["method"].editor, "电话")  # type: ignore[arg-type]
    clerk.write(fields.held["text"].editor, "江会路南段管网改造已列入本年度计划。")  # type: ignore[arg-type]
    assert fields.promises is not None
    line = fields.promises._rows[0]
    clerk.write(line.what, PROMISE)
    clerk.write(line.by, "2026-10-30")
    clerk.finish(dialog)
    _stands(clerk, case, "replied", date(2026, 9, 8))
    assert _asked(clerk, case) == [LEAD, JOINT, CROSS]


def one_deputy_is_dissatisfied(clerk: AtWindow, case: Case) -> None:
    """Without a reason the verdict is refused; the housing bureau alone has to handle it again."""
    record = _record(clerk, case)
    _judge(clerk, record, LEAD, "满意")
    _judge(clerk, record, JOINT, "不满意", "没有说明北段何时改造")
    assert stage(clerk.desk, case.made) == "unhappy"
    _judge(clerk, record, CROSS, "基本满意")
    assert _asked(clerk, case) == []
    clerk.step(record, "重办", assignment=HOUSING, text="补充北段的安排")
    now = charges(clerk.desk, case.made)
    assert (now[ROADS].state, now[HOUSING].state) == ("replied", "accepted")
    _stands(clerk, case, "handling", date(2026, 9, 28))


def the_new_reply_satisfies(clerk: AtWindow, case: Case) -> None:
    """Only the deputy who was dissatisfied is asked again; then the promise is watched."""
    record = _record(clerk, case)
    clerk.step(
        record, "登记答复", number="新住建函〔2026〕45号", reply_class="A", text="北段同步改造，十月底完成。"
    )
    assert _asked(clerk, case) == [JOINT]
    _judge(clerk, record, JOINT, "满意")
    assert {stage(clerk.desk, issue) for issue in case.issues} == {"done"}
    _stands(clerk, case, "tracking", date(2026, 10, 30))
    clerk.settle()
    assert record.ui.due.words().endswith("承诺事项落实：当日"), "a promise is due on its own day"


def the_promise_is_kept(clerk: AtWindow, case: Case) -> None:
    """Judged from its row; all three deputies are asked once more."""
    record = _record(clerk, case)
    dialog = _enter(clerk, record.promises.table, PROMISE)
    _fill(clerk, dialog, state="已兑现", text="现场查看，改造已完工")
    _stands(clerk, case, "second", date(2026, 11, 20))
    assert _asked(clerk, case) == [LEAD, JOINT, CROSS]
    _judge(clerk, record, LEAD, "满意")
    _judge(clerk, record, JOINT, "满意")
    assert _asked(clerk, case) == [CROSS]
    assert stage(clerk.desk, case.made) == "second", "one form is still out"


def who_does_not_answer_is_left_out(clerk: AtWindow, case: Case) -> None:
    """Concluding is refused until the third was reminded; then it is done, and honoured."""
    record = _record(clerk, case)
    dialog = _more(clerk, record, "办结")
    clerk.bot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    clerk.until(lambda: clerk._mistakes(dialog))
    assert CROSS in clerk._mistakes(dialog)[0]
    clerk.bot.keyClick(dialog, Qt.Key.Key_Escape)
    clerk.until(lambda: not clerk._dialogs())
    _fill(clerk, _more(clerk, record, "催收征询表"), text="电话催收")
    assert "不计入满意率" in "".join(clerk.cells(record))
    clerk.finish(_more(clerk, record, "办结"))
    _stands(clerk, case, "done", None)
    assert "不计入满意率" in "".join(clerk.cells(record)), "who did not answer stays shown"
    _fill(clerk, _more(clerk, record, "推荐评优"), kind="优秀建议", text="推动解决多年内涝")
    _fill(clerk, _more(clerk, record, "评定优秀"), chosen_by="区人大常委会")
    ((_, honour, _),) = the(clerk.desk, case.made).honours
    assert (honour.kind, honour.chosen_on) == ("suggestion", clerk.session.today())


def everybody_is_told(clerk: AtWindow, case: Case) -> None:
    """Three people came, one of them with the issue that was merged: each is called and asked."""
    clerk.go(1 + clerk.window.pages().index("today"))
    page = clerk.window.page()
    assert isinstance(page, TodayPage)
    page.seek("tell")
    clerk.until(lambda: len(page.calls._callers) == 3 and page.calls.card.parts)
    clerk.settle()
    assert page.calls.list.hasFocus(), "the first of the list is called with Enter"
    for left, (verdict, why) in enumerate((("满意", ""), ("基本满意", ""), ("不满意", "路面还没有恢复"))):
        part = page.calls.card.parts[0]
        assert part.call.due_on == date(2026, 9, 24)
        assert part.call.suggestion == case.made, "also who came with the merged issue"
        assert "雨水口已全部清淤" in part.call.said, "what the units replied is what is told"
        assert "北段同步改造" in part.call.said
        clerk.click(part.tell)
        clerk.until(part.form.isVisible)
        clerk.choose(part.form.verdict, verdict)
        part.form.verdict.activated.emit(part.form.verdict.currentIndex())
        if why:
            clerk.write(part.form.reason, why)
        clerk.click(part.form.save)
        clerk.until(partial(_called, page, left + 1))
        clerk.settle()
    assert calls.waiting(clerk.desk) == 0
    assert sorted(stage(clerk.desk, issue) for issue in case.issues) == ["closed", "closed", "unhappy"]
    said = [told.verdict for issue in case.issues for _, told in the(clerk.desk, issue).feedback]
    assert sorted(filter(None, said)) == ["dissatisfied", "fairly", "satisfied"]


def _called(page: TodayPage, count: int) -> bool:
    """Whether so many of the three have been called."""
    return len(page.calls._callers) == 3 - count


def _ready(page: ReportsPage) -> bool:
    return page._shelf.document is not None and page.choice.ui.print.isEnabled()


def its_papers_are_made(clerk: AtWindow, case: Case) -> None:
    """Every paper about it, from the record or its issue, stands ready to print."""
    papers = {
        "suggestion": case.made, "hand-over": case.made, "reply-letter": case.made,
        "consultation": case.made, "feedback": case.issues[0], "registration": case.issues[0],
    }  # fmt: skip
    for name, matter in papers.items():
        clerk.session.wanted.emit("reports", (name, matter))
        clerk.settle()
        page = clerk.window.page()
        assert isinstance(page, ReportsPage)
        clerk.until(partial(_ready, page))
        assert page._shelf.document is not None
        assert page._shelf.document.pages >= 1, name


JOURNEY: tuple[tuple[date, Callable[[AtWindow, Case], None]], ...] = (
    (date(2026, 5, 14), issues_are_raised),
    (date(2026, 5, 14), it_is_signed_and_submitted),
    (date(2026, 5, 20), it_is_handed_over),
    (date(2026, 5, 22), one_unit_returns_it),
    (date(2026, 7, 15), it_is_urged_and_extended),
    (date(2026, 8, 13), the_sheet_comes_back),
    (date(2026, 8, 18), the_other_reply_is_typed),
    (date(2026, 8, 28), one_deputy_is_dissatisfied),
    (date(2026, 9, 18), the_new_reply_satisfies),
    (date(2026, 9, 21), everybody_is_told),
    (date(2026, 10, 30), the_promise_is_kept),
    (date(2026, 11, 13), who_does_not_answer_is_left_out),
    (date(2026, 11, 16), its_papers_are_made),
)
"""What is done on which day."""


def prepared(folder: Path, patch: pytest.MonkeyPatch) -> tuple[Desk, Case]:
    """A station that is its own office, with deputies, units, and three visitors' issues."""
    desk, case = a_desk(folder), Case(folder, patch)
    for name in (LEAD, JOINT, CROSS):
        a_deputy(desk, name)
    for name in (ROADS, WATER, HOUSING):
        a_unit(desk, name)
    for day, visitor, phone, words in (
        (7, "梁锦萍", "13812344620", "江会路南段一落大雨就浸水，车都过不去"),
        (12, "区兆棠", "13712345678", "江会路雨水口堵塞，铺面进水"),
        (13, "黄伟强", "13698765432", "江会路铺头水浸，雨水排不走"),
    ):
        began = datetime(2026, 5, day, 9, 31)
        case.issues.append(
            a_visit(desk, a_matter(words), visitor=visitor, phone=phone, began=began).matters[0][0]
        )
    return desk, case


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)  # a menu, on the offscreen platform
def test_a_suggestion_is_carried_by_hand_to_its_end(
    app: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, case = prepared(tmp_path, monkeypatch)
    for day, what in JOURNEY:
        with at_window(qtbot, desk, tmp_path, day, "李敏") as clerk:
            what(clerk, case)
        desk = Desk.open(desk.path)
    assert desk.check() == []
    desk.close()
