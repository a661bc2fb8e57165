"""To decide: values side by side, chosen by keyboard or mouse; many proposals at once; whose word it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from station_desk.casework import conflicts, handling
from station_desk.casework.context import Desk
from station_desk.casework.handling import StepEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Suggestion
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.settings import SettingsFile
from station_desk.ui import theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.conflicts import ConflictsPage
from station_desk.ui.session import Session
from station_desk.ui.workplace import Workplace
from tests.builders import DAY, a_clerk, a_desk, a_suggestion, an_issue, deliver, log_of, the
from tests.ui.at_desk import TODAY, a_session, in_chinese, until


@pytest.fixture
def office(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with in_chinese(app), a_session(tmp_path, jobs, role=Role.OFFICE, site=SiteRole.TOWN) as made:
        yield made
        jobs.close()


def elsewhere(folder: Path, site: str) -> Desk:
    there = folder / f"{site} elsewhere"
    there.mkdir()
    return a_desk(there, site)


def number(desk: Desk, suggestion: RecordId, text: str, reason: str = "") -> None:
    with desk.writing(a_clerk(), "number", reason) as work:
        work.update(Suggestion, suggestion, official_number=text)


def two_numbers(session: Session, folder: Path) -> RecordId:
    """A number given on both computers of this office."""
    suggestion = a_suggestion(session.desk)
    second = elsewhere(folder, session.desk.identity.site)
    deliver(second, log_of(session.desk))
    number(session.desk, suggestion, "2026闭-007", "先到先编")
    number(second, suggestion, "2026闭-009")
    deliver(session.desk, log_of(second))
    second.close()
    return suggestion


def proposals(session: Session, folder: Path, count: int) -> list[RecordId]:
    """Numbers that another site wrote for this office's suggestions."""
    made = [a_suggestion(session.desk, title=f"建议 {n}") for n in range(count)]
    other = elsewhere(folder, "ZZ")
    deliver(other, log_of(session.desk))
    for n, suggestion in enumerate(made):
        number(other, suggestion, f"提 {n}")
    deliver(session.desk, log_of(other))
    other.close()
    return made


def shown(qtbot: QtBot, session: Session, count: int) -> ConflictsPage:
    page = ConflictsPage(session)
    qtbot.addWidget(page)
    page.resize(1238, 696)
    page.show()
    page.arrive()
    until(qtbot, lambda: page.model.rowCount() == count)
    return page


def write_in(page: QWidget, editor: QWidget | None, text: str) -> None:
    assert isinstance(editor, QLineEdit)
    editor.setText(text)


def test_of_two_values_one_is_chosen_by_keyboard_with_a_reason(
    qtbot: QtBot, office: Session, tmp_path: Path
) -> None:
    suggestion = two_numbers(office, tmp_path)
    page = shown(qtbot, office, 1)
    assert page.title.text() == "“正式编号”有两处不同"
    said = [card.accessibleName() for card in page.cards.buttons()]
    assert any("2026闭-007" in words and "先到先编" in words for words in said)
    assert any("2026闭-009" in words for words in said)
    assert not page.verb.isEnabled(), "nothing is chosen for the person"

    page.cards.rove_to(0)
    qtbot.keyClick(page.cards.buttons()[0], Qt.Key.Key_Right)
    qtbot.keyClick(page.cards.buttons()[1], Qt.Key.Key_Left)
    chosen = page.cards.buttons()[0].accessibleName()
    assert page.verb.isEnabled()
    write_in(page, page.reason.editor, "与区里核对过")
    assert page.reason.editor is not None
    qtbot.keyClick(page.reason.editor, Qt.Key.Key_Return)

    until(qtbot, lambda: conflicts.waiting(office.desk).questions == ())
    given = the(office.desk, suggestion).record.official_number
    assert given is not None
    assert given in chosen
    until(qtbot, lambda: page.empty.isVisible())


def test_a_value_that_is_neither_is_typed(qtbot: QtBot, office: Session, tmp_path: Path) -> None:
    suggestion = two_numbers(office, tmp_path)
    page = shown(qtbot, office, 1)
    other = page.cards.buttons()[-1]
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert page.value.isVisible()
    page.verb.click()
    assert "请填写" in page.value.error.text(), "an empty value is asked for beside its field"
    write_in(page, page.value.editor, "2026闭-010")
    page.verb.click()

    until(qtbot, lambda: the(office.desk, suggestion).record.official_number == "2026闭-010")


def test_a_number_that_two_bear_is_noted_on_both_with_a_word_how_to_tell_them_apart(
    qtbot: QtBot, office: Session, tmp_path: Path
) -> None:
    second = elsewhere(tmp_path, office.desk.identity.site)
    one, two = an_issue(office.desk, "路灯不亮"), an_issue(second, "井盖松动")
    deliver(office.desk, log_of(second))
    second.close()
    number = the(office.desk, one).row.number
    page = shown(qtbot, office, 1)
    assert page.title.text() == f"两件事项的编号都是 {number}"
    assert "都保留原号" in page.words.text()
    assert not page.value.isVisible(), "a number on paper is not given anew"
    assert page.verb.text() == "在两件上注明"
    page.verb.click()
    until(qtbot, lambda: "如何区分" in page.reason.error.text())
    write_in(page, page.reason.editor, "一件是路灯，一件是井盖")
    page.verb.click()

    until(qtbot, lambda: conflicts.waiting(office.desk).questions == ())
    assert [link.other for link in the(office.desk, one).links] == [two]


def test_many_proposals_are_accepted_together(qtbot: QtBot, office: Session, tmp_path: Path) -> None:
    made = proposals(office, tmp_path, 3)
    page = shown(qtbot, office, 3)
    page.list.selectAll()
    assert page.verb.text() == "采纳 3 条"
    page.verb.click()

    until(qtbot, lambda: conflicts.waiting(office.desk).questions == ())
    assert {the(office.desk, s).record.official_number for s in made} == {"提 0", "提 1", "提 2"}


def test_declining_asks_for_a_reason_beside_its_line_and_keeps_what_was_typed(
    qtbot: QtBot, office: Session, tmp_path: Path
) -> None:
    (suggestion,) = proposals(office, tmp_path, 1)
    page = shown(qtbot, office, 1)
    page.decline_button.click()
    until(qtbot, lambda: "说明理由" in page.reason.error.text())
    assert conflicts.waiting(office.desk).questions
    write_in(page, page.reason.editor, "号码由本机关编排")
    page.decline_button.click()

    until(qtbot, lambda: conflicts.waiting(office.desk).questions == ())
    assert the(office.desk, suggestion).record.official_number is None


def test_one_number_on_two_suggestions_is_changed_on_the_one_chosen(qtbot: QtBot, office: Session) -> None:
    one, two = a_suggestion(office.desk), a_suggestion(office.desk, title="关于校门口安全的建议")
    for suggestion in (one, two):
        number(office.desk, suggestion, "2026闭-007")
    page = shown(qtbot, office, 1)
    assert page.title.text() == "2026闭-007 编了两次"
    page.cards.buttons()[1].click()
    write_in(page, page.value.editor, "2026闭-007")
    page.verb.click()
    until(qtbot, lambda: bool(page.value.error.text()))
    write_in(page, page.value.editor, "2026闭-008")
    page.verb.click()

    until(qtbot, lambda: conflicts.waiting(office.desk).questions == ())
    assert {the(office.desk, s).record.official_number for s in (one, two)} == {"2026闭-007", "2026闭-008"}


def test_a_step_that_did_not_apply_is_filed_with_a_reason(
    qtbot: QtBot, office: Session, tmp_path: Path
) -> None:
    matter = an_issue(office.desk)
    second = elsewhere(tmp_path, office.desk.identity.site)
    deliver(second, log_of(office.desk))
    for desk in (office.desk, second):
        handling.take(desk, a_clerk(), matter, "refuse", StepEntry(on=DAY, text="转", code="petition"))
    deliver(office.desk, log_of(second))
    second.close()
    page = shown(qtbot, office, 1)
    assert "未生效" in page.title.text()
    assert page.cards.buttons() == ()
    page.verb.click()
    until(qtbot, lambda: "归档理由" in page.reason.error.text())
    write_in(page, page.reason.editor, "同一步记了两次")
    page.verb.click()

    until(qtbot, lambda: conflicts.waiting(office.desk).questions == ())
    assert [step.filed for step in the(office.desk, matter).steps if step.odd] == [True]


def test_what_another_office_decides_says_so_and_offers_no_verb(
    qtbot: QtBot, jobs: Jobs, app: QApplication, tmp_path: Path
) -> None:
    with in_chinese(app), a_session(tmp_path, jobs, parent="HCZ") as station:
        number(station.desk, a_suggestion(station.desk), "2026闭-007")
        page = shown(qtbot, station, 1)
        assert "由HCZ决定" in page.elsewhere.words()
        assert page.cards.buttons() == ()
        assert not page.verb.isVisible()
        assert not page.decline_button.isVisible()
        jobs.close()


def test_the_foot_of_the_window_and_the_exchange_lead_there(
    qtbot: QtBot, jobs: Jobs, app: QApplication, tmp_path: Path
) -> None:
    with in_chinese(app), a_session(tmp_path, jobs, role=Role.OFFICE, site=SiteRole.TOWN) as session:
        proposals(session, tmp_path, 2)
        place = Workplace(SettingsFile(), jobs, today=lambda: TODAY)
        qtbot.addWidget(place.window)
        place.adopt(session.desk)
        place.window.show()
        foot = place.window.status.undecided
        until(qtbot, lambda: foot.text() == "2 项待决定")
        foot.click()
        assert place.window.page_id() == "conflicts"
        assert "conflicts" not in place.window.pages(), "it stands in no navigation"
        asked: list[str] = []
        place.window.helpWanted.connect(asked.append)
        place.window.status.help.click()
        assert asked == ["exchange"]
        place.window.open_page("exchange")
        page = place.window.page()
        door = getattr(page, "undecided", None)
        assert door is not None
        until(qtbot, lambda: door.text() == "2 项待决定")
        door.click()
        assert place.window.page_id() == "conflicts"
        jobs.close()
        place.window.hide()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_fits_at_both_sizes(
    qtbot: QtBot, office: Session, app: QApplication, tmp_path: Path, scale: float
) -> None:
    two_numbers(office, tmp_path)
    theme.apply(app, theme.Theme(scale=scale))
    page = shown(qtbot, office, 1)
    page.resize(1238, 620)
    page.show_body()
    assert page.minimumSizeHint().width() <= 1238
    for card in page.cards.buttons():
        until(qtbot, lambda card=card: card.height() >= card.heightForWidth(card.width()))  # type: ignore[misc]


def test_suggestions_that_were_decided_leave_the_rest_selected(
    qtbot: QtBot, office: Session, tmp_path: Path
) -> None:
    proposals(office, tmp_path, 3)
    page = shown(qtbot, office, 3)
    page.list.setCurrentIndex(page.model.index(1, 0))
    page.list.selectionModel().select(
        page.model.index(1, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    kept = [q.key for q in conflicts.waiting(office.desk).questions]
    page.verb.click()
    until(qtbot, lambda: page.model.rowCount() == 2)
    assert [q.key for q in page._questions] == [kept[0], kept[2]]
    assert page.verb.text() == "采纳"
