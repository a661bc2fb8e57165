"""Suggestions: the list, one suggestion with its verbs, and the sheet, from issues or alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from station_desk.casework import browse, drafts, handling, replies, suggestions, verdicts
from station_desk.casework.context import Actor, Desk
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import Role
from station_desk.ui import theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.main_window import MainWindow, PageSpec
from station_desk.ui.pages.suggestions import SuggestionsPage
from station_desk.ui.roles import ICON_ROLE
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from tests.builders import a_deputy, a_desk, a_matter, a_unit, a_visit
from tests.builders import charges as charges_of
from tests.ui.at_desk import TODAY, in_chinese, room

CLERK = Actor("李敏", Role.CLERK)
OFFICE = Actor("张主任", Role.OFFICE)


@dataclass(frozen=True)
class Office:
    """A desk that is its own congress office, with two deputies, a unit and an issue."""

    desk: Desk
    deputies: tuple[RecordId, ...]
    unit: RecordId
    issue: RecordId
    windows: list[MainWindow]


@pytest.fixture
def office(tmp_path: Path, app: QApplication) -> Iterator[Office]:
    desk = a_desk(tmp_path)
    named = (a_deputy(desk), a_deputy(desk, "黄淑仪"))
    visit = a_visit(desk, a_matter("江会路南段排水设施年久失修，一落雨就浸水"), deputies=named)
    with in_chinese(app):
        yield Office(desk, named, a_unit(desk), visit.matters[0][0], [])
    desk.close()


def a_suggestion(office: Office, title: str = "关于完善江会路南段排水设施的建议") -> RecordId:
    entry = suggestions.SuggestionEntry(
        title=title, text="雨水口堵塞，建议清淤。", deputies=office.deputies, opened_on=date(2026, 5, 7)
    )
    return suggestions.raise_from(office.desk, CLERK, [], entry).id


def submitted(office: Office) -> RecordId:
    made = a_suggestion(office)
    for verb in ("check", "submit"):
        handling.take(office.desk, CLERK, made, verb, StepEntry(on=date(2026, 5, 8)))
    return made


def replied(office: Office) -> RecordId:
    made = submitted(office)
    handling.hand_over(office.desk, OFFICE, made, date(2026, 5, 9), [UnitCharge(office.unit, "lead")])
    handling.take(office.desk, OFFICE, made, "sign", StepEntry(on=date(2026, 5, 10)))
    entry = replies.ReplyEntry(
        dated=date(2026, 5, 18), text="计划六月清淤", reply_class="B", number="新住建函〔2026〕38号"
    )
    replies.record(office.desk, OFFICE, made, entry)
    return made


def settle(jobs: Jobs, qtbot: QtBot) -> None:
    """Wait for what the page reads or writes to have come back."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not jobs.is_busy(), timeout=10_000)
        QApplication.processEvents()


def open_page(office: Office, jobs: Jobs, qtbot: QtBot, actor: Actor = CLERK) -> SuggestionsPage:
    session = Session(office.desk, actor, jobs, today=lambda: TODAY)
    window = MainWindow([PageSpec("suggestions", "建议", "sun", lambda: SuggestionsPage(session))], jobs, {})
    session.setParent(window)
    office.windows.append(window)
    qtbot.addWidget(window)
    window.resize(1366, 696)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page = window.open_page("suggestions")
    assert isinstance(page, SuggestionsPage)
    settle(jobs, qtbot)
    return page


def verbs(page: SuggestionsPage) -> list[str]:
    shown = page.record.headed.verbsBox.findChildren(Button)
    return [button.text() for button in shown if button.text() and not button.isHidden()]


def stage_of(office: Office, matter: RecordId) -> str:
    found = browse.detail(office.desk, matter)
    assert found is not None
    return found.row.stage


def test_the_list_shows_who_leads_and_enter_opens_one(office: Office, jobs: Jobs, qtbot: QtBot) -> None:
    made = a_suggestion(office)
    page = open_page(office, jobs, qtbot)
    table = page.list.table
    qtbot.waitUntil(lambda: bool(table.model().index(0, 2).data()), timeout=10_000)
    assert [table.model().index(0, column).data() for column in (1, 2, 4)] == [
        "关于完善江会路南段排水设施的建议",
        "陈伟雄",
        "草稿",
    ]
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    settle(jobs, qtbot)
    assert page.record.isVisible()
    assert page.record.matter == made
    assert verbs(page)[0] == "核对"


def test_chips_narrow_the_list_to_one_part_of_the_way(office: Office, jobs: Jobs, qtbot: QtBot) -> None:
    a_suggestion(office, "关于长者饭堂的建议")
    replied(office)
    page = open_page(office, jobs, qtbot)
    assert page.list.model.rowCount() == 2
    page.list.chips.buttons()[3].click()
    settle(jobs, qtbot)
    assert page.list.model.rowCount() == 1
    page.list.chips.buttons()[3].click()
    settle(jobs, qtbot)
    assert page.list.model.rowCount() == 2


def test_an_issue_is_raised_with_its_words_and_the_deputies_who_heard_it(
    office: Office, jobs: Jobs, qtbot: QtBot
) -> None:
    page = open_page(office, jobs, qtbot)
    page.seek(("raise", (office.issue,)))
    settle(jobs, qtbot)
    ui = page.editor.ui
    assert page.editor.isVisible()
    assert ui.title.text().startswith("关于江会路南段排水设施年久失修")
    assert ui.deputies.keys() == tuple(deputy.hex() for deputy in office.deputies)
    page.editor.keep.click()
    qtbot.waitUntil(page.record.isVisible, timeout=10_000)
    settle(jobs, qtbot)
    assert stage_of(office, office.issue) == "in_suggestion"
    whole = page.record.whole
    assert whole is not None
    assert [row.name for row in whole.detail.signers] == ["陈伟雄", "黄淑仪"]
    assert [link.other for link in whole.detail.links] == [office.issue]


def test_a_sheet_without_deputy_or_text_says_so_beside_the_fields(
    office: Office, jobs: Jobs, qtbot: QtBot
) -> None:
    page = open_page(office, jobs, qtbot)
    page.list.write.click()
    settle(jobs, qtbot)
    ui = page.editor.ui
    ui.title.setText("关于路灯的建议")
    page.editor.save()
    assert (ui.titleField.error.text(), ui.deputiesField.error.text()) == ("", "请选择提出建议的代表。")
    assert ui.textField.error.text()
    assert ui.title.text() == "关于路灯的建议"
    assert browse.count(office.desk, browse.MatterFilter(tracks=("suggestion",))) == 0


def test_what_must_not_become_a_suggestion_is_warned_of_while_writing(
    office: Office, jobs: Jobs, qtbot: QtBot
) -> None:
    page = open_page(office, jobs, qtbot)
    page.draft_new()
    settle(jobs, qtbot)
    assert not page.editor.ui.cautionsBox.isVisible()
    page.editor.ui.text.setPlainText("请求法院改判我家的案件")
    qtbot.waitUntil(page.editor.ui.cautionsBox.isVisible, timeout=5_000)
    page.editor.ui.text.setPlainText("建议增设路灯")
    qtbot.waitUntil(lambda: not page.editor.ui.cautionsBox.isVisible(), timeout=5_000)


def test_a_draft_is_revised_with_its_signers_until_it_is_submitted(
    office: Office, jobs: Jobs, qtbot: QtBot
) -> None:
    made = a_suggestion(office)
    page = open_page(office, jobs, qtbot)
    page.seek(made)
    settle(jobs, qtbot)
    page.record.ui.edit.click()
    settle(jobs, qtbot)
    page.editor.ui.text.setPlainText("雨水口堵塞，建议清淤并增设雨水口。")
    page.editor.ui.deputies.set_keys([office.deputies[1].hex()])
    page.editor.save()
    qtbot.waitUntil(page.record.isVisible, timeout=10_000)
    settle(jobs, qtbot)
    assert page.record.ui.text.text() == "雨水口堵塞，建议清淤并增设雨水口。"
    signers = page.record.signers.model
    assert signers is not None
    assert signers.rowCount() == 1
    for verb in ("check", "submit"):
        handling.take(office.desk, CLERK, made, verb, StepEntry(on=TODAY))
    page.record.read()
    settle(jobs, qtbot)
    assert not page.record.ui.edit.isVisible()


def test_the_office_gives_the_official_number_in_the_page(office: Office, jobs: Jobs, qtbot: QtBot) -> None:
    made = submitted(office)
    page = open_page(office, jobs, qtbot, OFFICE)
    page.open(made)
    settle(jobs, qtbot)
    ui = page.record.ui
    assert ui.numberBox.isVisible()
    assert ui.number.text() == "2026闭-001", "the next number of the series stands there"
    ui.number.clear()
    ui.giveNumber.click()
    settle(jobs, qtbot)
    assert ui.numberField.error.text()
    ui.number.setText("2026闭-007")
    ui.giveNumber.click()
    qtbot.waitUntil(lambda: page.record.headed.number.text() == "2026闭-007", timeout=10_000)
    assert not ui.numberBox.isVisible()
    assert page.record.headed.verbsBox.isAncestorOf(QApplication.focusWidget() or page)


def test_after_saving_the_cursor_is_on_the_next_verb(office: Office, jobs: Jobs, qtbot: QtBot) -> None:
    page = open_page(office, jobs, qtbot)
    page.raise_suggestion([office.issue])
    settle(jobs, qtbot)
    page.editor.save()
    settle(jobs, qtbot)
    button = QApplication.focusWidget()
    assert isinstance(button, Button)
    assert button.text() == "核对"


def test_words_of_several_issues_are_taken_without_their_titles_again(
    office: Office, jobs: Jobs, qtbot: QtBot
) -> None:
    other = a_visit(office.desk, a_matter("路灯不亮，晚上不敢出门")).matters[0][0]
    page = open_page(office, jobs, qtbot)
    page.raise_suggestion([office.issue, other])
    settle(jobs, qtbot)
    text = page.editor.ui.text.toPlainText()
    assert text.count("路灯不亮") == 1
    assert len(text.splitlines()) == 2


def test_the_list_names_every_unit_that_still_owes_something(
    office: Office, jobs: Jobs, qtbot: QtBot
) -> None:
    made = submitted(office)
    second = a_unit(office.desk, "区水利局")
    charges = [UnitCharge(second, "co"), UnitCharge(office.unit, "lead")]
    handling.hand_over(office.desk, OFFICE, made, date(2026, 5, 9), charges)
    page = open_page(office, jobs, qtbot)
    model = page.list.model
    qtbot.waitUntil(lambda: model.index(0, 3).data() == "区市政管理所、区水利局", timeout=10_000)
    assert model.index(0, 6).data(ICON_ROLE) == "calendar", "a due day stands beside its icon"
    joined = charges_of(office.desk, made)["区水利局"].id
    handling.take(office.desk, OFFICE, made, "sign", StepEntry(on=date(2026, 5, 10), assignment=joined))
    opinion = replies.ReplyEntry(dated=date(2026, 5, 18), text="已清淤", assignment=joined)
    replies.record(office.desk, OFFICE, made, opinion)
    page.list.read()
    qtbot.waitUntil(lambda: model.index(0, 3).data() == "区市政管理所", timeout=10_000)


def test_the_reply_is_shown_with_the_meaning_of_its_class_and_each_signers_verdict(
    office: Office, jobs: Jobs, qtbot: QtBot
) -> None:
    made = replied(office)
    found = browse.detail(office.desk, made)
    assert found is not None
    verdict = verdicts.ConsultationEntry(returned_on=date(2026, 5, 20), result="fairly", attitude="satisfied")
    verdicts.consult(office.desk, CLERK, made, found.signers[0].id, verdict)
    page = open_page(office, jobs, qtbot)
    page.open(made)
    settle(jobs, qtbot)
    table = page.record.signers.table.model()
    assert [table.index(0, column).data() for column in (1, 2)] == ["5月7日", "满意 / 基本满意"]
    assert [table.index(1, column).data() for column in (1, 2)] == ["未签名", "未收回"]
    assert "5月18日答复，B 类" in str(page.record.charges.model.index(0, 5).data())
    words = [label.text() for label in page.record.panel.reply.findChildren(QLabel)]
    assert "正在解决或已列入计划解决" in words
    assert "登记征询" in verbs(page)


def test_a_sheet_left_half_typed_is_offered_again(office: Office, jobs: Jobs, qtbot: QtBot) -> None:
    page = open_page(office, jobs, qtbot)
    page.draft_new()
    settle(jobs, qtbot)
    qtbot.keyClicks(page.editor.ui.title, "Street lamps")
    qtbot.waitUntil(lambda: bool(drafts.all(office.desk, "suggestion:")), timeout=5_000)
    after = open_page(office, jobs, qtbot)
    after.draft_new()
    settle(jobs, qtbot)
    assert after.editor.ui.offer.isVisible()
    after.editor.ui.offer.linkActivated.emit()
    assert after.editor.ui.title.text() == "Street lamps"


def test_the_official_sheet_is_asked_for_from_the_reports(office: Office, jobs: Jobs, qtbot: QtBot) -> None:
    made = a_suggestion(office)
    page = open_page(office, jobs, qtbot)
    page.open(made)
    settle(jobs, qtbot)
    with qtbot.waitSignal(page.session.wanted) as asked:
        page.record.headed.printSheet.click()
    assert asked.args == ["reports", ("suggestion", made)]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_record_and_sheet_fit_a_small_office_screen(
    office: Office, app: QApplication, jobs: Jobs, qtbot: QtBot, scale: float
) -> None:
    theme.apply(app, theme.Theme(scale=scale))
    made = replied(office)
    page = open_page(office, jobs, qtbot)
    page.open(made)
    settle(jobs, qtbot)
    assert page.record.body.minimumSizeHint().width() <= room(page.record.body)
    assert page.record.top.minimumSizeHint().width() <= page.record.width()
    page.draft_new()
    settle(jobs, qtbot)
    assert page.editor.form.minimumSizeHint().width() <= room(page.editor.form)
