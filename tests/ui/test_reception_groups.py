"""Reception of those who do not come alone, of children, and of who asks not to be named; ready answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_desk.casework import answers, browse, offices
from station_desk.casework.browse import MatterFilter
from station_desk.domain.records import Answer
from station_desk.ui import theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages import reception_state
from station_desk.ui.pages.reception import ReceptionPage
from station_desk.ui.session import Session
from tests.builders import a_clerk, the
from tests.ui.at_desk import a_session, in_chinese, room, until

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(app: QApplication, tmp_path: Path, jobs: Jobs) -> Iterator[Session]:
    with in_chinese(app), a_session(tmp_path, jobs) as made:
        yield made


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ReceptionPage:
    made = ReceptionPage(session)
    qtbot.addWidget(made)
    made.resize(1238, 680)
    with qtbot.waitExposed(made):
        made.show()
    until(qtbot, lambda: bool(made.card.party.minor.text()))
    return made


def came(page: ReceptionPage, qtbot: QtBot, name: str = "梁锦萍") -> None:
    """Somebody stands at the counter and has said what it is about."""
    page.card.ui.visitorName.setText(name)
    page.card.ui.visitorName.textEdited.emit(name)
    qtbot.mouseClick(page.card.ui.informed, LEFT, pos=page.card.ui.informed.rect().center())
    page.card.ui.informed.setChecked(True)
    page.matters.cards[0].ui.words.setPlainText("同德里三盏路灯不亮")


def saved(page: ReceptionPage, session: Session, qtbot: QtBot) -> browse.MatterDetail:
    page.save_next.click()
    until(qtbot, lambda: browse.count(session.desk, MatterFilter()) == 1)
    until(qtbot, lambda: page.draft().blank)
    return the(session.desk, browse.page(session.desk, MatterFilter())[0].id)


def test_who_else_speaks_for_a_group_is_written_down_and_the_group_counted(
    page: ReceptionPage, session: Session, qtbot: QtBot
) -> None:
    came(page, qtbot)
    party = page.card.party
    for name in ("黄伟强", "司徒美莲"):
        qtbot.mouseClick(party.add_other, LEFT)
        assert party.others[-1].name.hasFocus()
        party.others[-1].name.setText(name)
    qtbot.keyClicks(party.people, "11")

    found = saved(page, session, qtbot)

    assert [visitor.name for _, visitor in found.others] == ["黄伟强", "司徒美莲"]
    assert found.row.people == 11
    assert page.card.party.others == []


def test_a_sixth_is_refused_in_the_rules_words_and_nothing_typed_is_lost(
    page: ReceptionPage, session: Session, qtbot: QtBot
) -> None:
    came(page, qtbot)
    party = page.card.party
    for name in "甲乙丙丁戊":
        qtbot.mouseClick(party.add_other, LEFT)
        party.others[-1].name.setText(f"{name}某")

    page.save_next.click()

    until(qtbot, lambda: party.others_error.isVisible())
    assert "5" in party.others_error.text()
    assert [other.name.text() for other in party.others] == ["甲某", "乙某", "丙某", "丁某", "戊某"]
    assert browse.count(session.desk, MatterFilter()) == 0


def test_a_child_needs_a_guardian_who_agreed(page: ReceptionPage, session: Session, qtbot: QtBot) -> None:
    came(page, qtbot, "梁小明")
    party = page.card.party
    assert party.guarding.isHidden()
    party.minor.setFocus()
    qtbot.keyClick(party.minor, Qt.Key.Key_Space)
    assert party.guardian.hasFocus()

    page.save_next.click()
    until(qtbot, lambda: party.agreed_error.isVisible())
    party.guardian.setText("梁锦萍")
    party.guardian_phone.setText("13812344620")
    party.agreed.setChecked(True)

    visitor = saved(page, session, qtbot).visitor
    assert visitor is not None
    assert (visitor.guardian, visitor.guardian_phone, visitor.guardian_agreed) == (
        "梁锦萍",
        "13812344620",
        True,
    )


def test_the_marks_of_a_matter_are_saved_with_it(page: ReceptionPage, session: Session, qtbot: QtBot) -> None:
    came(page, qtbot)
    marks = page.matters.cards[0].marks
    for box in (marks.urgent, marks.sensitive, marks.confidential):
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)

    row = saved(page, session, qtbot).row

    assert (row.urgent, row.sensitive, row.confidential, row.person) == (True, True, True, "（要求保密）")


def test_a_draft_keeps_the_group_the_guardian_and_the_marks(
    page: ReceptionPage, session: Session, qtbot: QtBot
) -> None:
    came(page, qtbot)
    party = page.card.party
    qtbot.mouseClick(party.add_other, LEFT)
    party.others[0].name.setText("黄伟强")
    party.minor.setChecked(True)
    party.guardian.setText("梁锦萍")
    page.matters.cards[0].marks.confidential.setChecked(True)
    draft = page.draft()

    again = reception_state.from_text(draft.to_text())
    assert again == draft
    page.begin(again)

    assert page.draft() == draft


def test_a_ready_answer_that_fits_is_put_in_after_what_was_typed(
    page: ReceptionPage, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for title, text, keywords in (("居住证", "到窗口办理。", "居住证"), ("路灯", "三日内修复。", "路灯")):
        offices.save(session.desk, a_clerk(), Answer(title=title, text=text, keywords=keywords))
    came(page, qtbot)
    card = page.matters.cards[0]
    card.ui.route.set_value("answer")
    card.ui.route.chosen.emit("answer")
    card.ui.answer.setPlainText("您好，")

    monkeypatch.setattr(card.ready.menu, "popup", lambda _: None)  # grabs the keyboard of the test machine
    qtbot.mouseClick(card.ready.offer, LEFT)
    until(qtbot, lambda: bool(card.ready.menu.actions()))
    first = card.ready.menu.actions()[0]
    assert first.text().startswith("路灯")
    first.trigger()

    assert card.ui.answer.toPlainText() == "您好，\n三日内修复。"
    assert saved(page, session, qtbot).row.outcome == "answered"


def test_an_answer_given_is_kept_for_next_time(page: ReceptionPage, session: Session, qtbot: QtBot) -> None:
    card = page.matters.cards[0]
    card.ui.route.set_value("answer")
    card.ui.route.chosen.emit("answer")
    assert not card.ready.keep.isEnabled()
    card.ui.category.setText("城市管理")
    card.ui.answer.setPlainText("路灯由区市政管理所三日内修复。")
    qtbot.mouseClick(card.ready.keep, LEFT)

    until(qtbot, lambda: bool(answers.kept(session.desk)))

    ((_, kept),) = answers.kept(session.desk)
    assert (kept.text, kept.category) == ("路灯由区市政管理所三日内修复。", "城市管理")


def test_after_a_refusal_the_notice_to_hand_over_is_offered(
    page: ReceptionPage, session: Session, qtbot: QtBot
) -> None:
    came(page, qtbot)
    card = page.matters.cards[0]
    card.ui.route.set_value("refuse")
    card.ui.route.chosen.emit("refuse")
    card.ui.door.setCurrentIndex(1)
    card.ui.reason.setText("正在法院审理")
    found = saved(page, session, qtbot)
    until(qtbot, lambda: page.after.notice.isVisible())

    with qtbot.waitSignal(session.wanted) as asked:
        page.after.notice.linkActivated.emit()

    assert asked.args == ["reports", ("refusal", found.row.id)]
    assert not page.after.notice.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_a_group_with_a_child_fits_the_narrowest_window(
    page: ReceptionPage, qtbot: QtBot, app: QApplication, scale: float
) -> None:
    theme.apply(app, theme.with_scale(theme.Theme(), scale))
    page.resize(1366 - round(128 * scale), 640)
    page.card.party.minor.click()
    qtbot.mouseClick(page.card.party.add_other, LEFT)
    assert page.card.minimumSizeHint().width() <= room(page.card)
