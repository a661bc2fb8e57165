"""Motions and the marks of the list: begun, counted, shown, filtered; a suggestion raised again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from station_desk.casework import (
    browse,
    drafts,
    handling,
    honours,
    promises,
    replies,
    suggestion_rows,
    verdicts,
)
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Actor
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Motion
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.store import queries
from station_desk.ui import theme
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.suggestions import SuggestionsPage
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from tests.builders import a_deputy, a_suggestion, a_unit, charges, the
from tests.ui.at_desk import TODAY, a_session, in_chinese, room, until

OFFICE = Actor("张主任", Role.OFFICE)


@pytest.fixture
def session(tmp_path: Path, jobs: Jobs, app: QApplication) -> Iterator[Session]:
    with in_chinese(app), a_session(tmp_path, jobs, role=Role.OFFICE, site=SiteRole.TOWN) as made:
        yield made


def a_page(session: Session, qtbot: QtBot) -> SuggestionsPage:
    page = SuggestionsPage(session)
    qtbot.addWidget(page)
    page.resize(1238, 640)
    page.show()
    settle(session, qtbot)
    return page


def settle(session: Session, qtbot: QtBot) -> None:
    for _ in range(3):
        until(qtbot, lambda: not session.jobs.is_busy())
        QApplication.processEvents()


def opened(session: Session, qtbot: QtBot, matter: RecordId) -> SuggestionsPage:
    page = a_page(session, qtbot)
    page.open(matter)
    settle(session, qtbot)
    return page


def with_units(session: Session, *units: str, role: str = "lead") -> tuple[RecordId, list[RecordId]]:
    """A suggestion handed over to these units."""
    desk = session.desk
    made = a_suggestion(desk, on=date(2026, 4, 1))
    for verb in ("check", "submit"):
        handling.take(desk, session.actor, made, verb, StepEntry(on=date(2026, 4, 2)))
    found = [a_unit(desk, name) for name in units]
    handling.hand_over(desk, OFFICE, made, date(2026, 4, 3), [UnitCharge(u, role) for u in found])
    return made, found


def supervised_with_a_late_promise(session: Session) -> RecordId:
    made, _ = with_units(session, "区住建局")
    entry = replies.ReplyEntry(
        dated=date(2026, 4, 20), text="计划五月清淤", reply_class="B",
        promises=(replies.PromiseEntry(what="清淤 1.2 公里", by=date(2026, 5, 10)),),
    )  # fmt: skip
    handling.take(session.desk, OFFICE, made, "sign", StepEntry(on=date(2026, 4, 4)))
    replies.record(session.desk, OFFICE, made, entry)
    chosen = honours.SupervisionEntry(
        on=date(2026, 4, 21), criterion="cross", decided_by="主任会议", led_by="陈副主任"
    )
    honours.supervise(session.desk, OFFICE, made, chosen)
    return made


def labels(widget: object) -> list[str]:
    assert hasattr(widget, "findChildren")
    return [label.text() for label in widget.findChildren(QLabel)]


def test_a_motion_is_begun_revised_and_shown_with_its_grounds_and_plan(
    session: Session, qtbot: QtBot
) -> None:
    deputy = a_deputy(session.desk)
    page = a_page(session, qtbot)
    page.list.drafts.actions()[0].trigger()
    settle(session, qtbot)
    ui = page.motion.ui
    assert page.motion.isVisible()
    assert any("10 名代表联名" in text for text in labels(ui.needed))
    page.motion.save()
    settle(session, qtbot)
    assert [f.error.text() != "" for f in (ui.titleField, ui.groundsField, ui.planField)] == [True] * 3
    qtbot.keyClicks(ui.title, "Clean water")
    ui.grounds.setPlainText("水源地缺围网")
    ui.plan.setPlainText("加装围网")
    ui.deputies.set_keys([deputy.hex()])
    ui.deputies.changed.emit()
    assert any("还差 9 名" in text for text in labels(ui.needed))
    ui.group.setText("会城代表团")
    ui.group.textEdited.emit("会城代表团")
    assert any("不要求联名人数" in text for text in labels(ui.needed))
    page.motion.keep.click()
    settle(session, qtbot)
    assert page.record.isVisible()
    assert page.record.ui.text.text() == "水源地缺围网\n\n加装围网"
    assert "联名代表" in labels(page.record.signers)
    with qtbot.waitSignal(session.wanted) as asked:
        page.do("print")
    assert asked.args == ["reports", ("motion", page.record.matter)]
    page.record.ui.edit.click()
    settle(session, qtbot)
    ui.plan.setPlainText("加装围网并巡查")
    page.do("save")
    settle(session, qtbot)
    assert page.record.matter is not None
    record = the(session.desk, page.record.matter).record
    assert isinstance(record, Motion)
    assert (record.plan, record.group, record.level) == ("加装围网并巡查", "会城代表团", "city")


def test_a_motion_left_half_typed_is_offered_again_and_not_among_suggestions(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    page.draft_motion()
    settle(session, qtbot)
    qtbot.keyClicks(page.motion.ui.title, "Clean water")
    until(qtbot, lambda: bool(drafts.all(session.desk, "motion:")))
    again = a_page(session, qtbot)
    again.draft_motion()
    settle(session, qtbot)
    assert again.motion.ui.offer.isVisible()
    again.motion.ui.offer.linkActivated.emit()
    assert again.motion.ui.title.text() == "Clean water"
    again.draft_new()
    settle(session, qtbot)
    assert not again.editor.ui.offer.isVisible()


def test_the_list_marks_supervision_late_promises_and_the_round(session: Session, qtbot: QtBot) -> None:
    supervised_with_a_late_promise(session)
    a_suggestion(session.desk)
    page = a_page(session, qtbot)
    said = {str(page.list.model.index(row, 5).data()) for row in range(page.list.model.rowCount())}
    assert said == {"", "重点督办·承诺 1 项，1 项逾期·征询收回 0/1"}
    page.list.filters.fill()
    names = [action.text() for action in page.list.filters.menu.actions()]
    assert names[:3] == ["重点督办", "承诺未兑现", "已回头看"]
    for place, count in ((0, 1), (1, 1), (2, 0)):
        page.list.filters.fill()
        page.list.filters.menu.actions()[place].trigger()
        settle(session, qtbot)
        assert page.list.model.rowCount() == count
    page.list.filters.chips.removed.emit("looked_back")
    settle(session, qtbot)
    assert page.list.model.rowCount() == 1


def test_a_segment_shows_motions_alone(session: Session, qtbot: QtBot) -> None:
    a_suggestion(session.desk)
    page = a_page(session, qtbot)
    page.list.tracks.setFocus()
    page.list.tracks.buttons()[2].click()
    settle(session, qtbot)
    assert page.list.model.rowCount() == 0
    page.list.tracks.buttons()[0].click()
    settle(session, qtbot)
    assert page.list.model.rowCount() == 1


def test_filters_are_answered_from_indexes(session: Session) -> None:
    made = supervised_with_a_late_promise(session)
    wanted = MatterFilter(
        tracks=("suggestion",), supervised=True, promised=True, looked_back=True, level="city"
    )
    where = queries._Where(wanted)
    with session.desk.reading() as connection:
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN " + where.sql("m.n", "ORDER BY m.n DESC"), tuple(where.values)
        ).all()
    steps = [str(row[3]) for row in plan]
    assert any("step_matter" in step for step in steps), steps
    assert not any(step.startswith("SCAN m") and "INDEX" not in step for step in steps), steps
    found = browse.ranks(session.desk, MatterFilter(supervised=True, promised=True, level="city"))
    rows = suggestion_rows.rows(session.desk, found, TODAY)
    assert [(row.row.id, row.marks.promises, row.asked) for row in rows] == [(made, 1, 1)]


def test_a_unit_that_returned_it_says_why_and_who_has_it_now(session: Session, qtbot: QtBot) -> None:
    made, _ = with_units(session, "区水利局", "区住建局", role="separate")
    first = charges(session.desk, made)["区水利局"].id
    back = StepEntry(on=date(2026, 4, 7), text="不属本单位职能", assignment=first)
    handling.take(session.desk, OFFICE, made, "return", back)
    other = a_unit(session.desk, "区城管局")
    handling.hand_over(session.desk, OFFICE, made, date(2026, 4, 8), [UnitCharge(other, "separate")])
    page = opened(session, qtbot, made)
    model = page.record.charges.model
    said = {model.index(r, 0).data(): str(model.index(r, 5).data()) for r in range(model.rowCount())}
    assert said["区水利局"] == "4月7日退回：不属本单位职能；改由区城管局承办"
    due = model.index(1, 4).data(Qt.ItemDataRole.ToolTipRole)
    assert "工作日" in str(due) or "月" in str(due)


def test_who_has_not_signed_stands_there_plainly_with_the_verb(session: Session, qtbot: QtBot) -> None:
    desk = session.desk
    made = a_suggestion(desk, a_deputy(desk), a_deputy(desk, "黄淑仪"))
    page = opened(session, qtbot, made)
    table = page.record.signers
    assert table.model is not None
    assert [table.model.index(row, 1).data() for row in (0, 1)] == ["5月7日", "未签名"]
    assert table.action.isVisible()
    with qtbot.waitSignal(table.entered) as asked:
        table.table.setCurrentIndex(table.model.index(1, 0))
        qtbot.keyClick(table.table, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0] == "countersign"
    assert asked.args[1] == {"deputy": the(desk, made).signers[1].signer.deputy.hex()}, "who signs is chosen"  # type: ignore[union-attr]


def test_promises_and_supervision_are_shown_and_a_kept_one_says_how(session: Session, qtbot: QtBot) -> None:
    made = supervised_with_a_late_promise(session)
    page = opened(session, qtbot, made)
    model = page.record.promises.model
    assert [model.index(0, c).data() for c in (0, 3)] == ["清淤 1.2 公里", "已到期未兑现"]
    assert "陈副主任" in labels(page.record.panel.supervision)
    assert page.record.headed.marks.text() == "已答复，待征询·重点督办"
    promise = the(session.desk, made).promises[0].id
    conclude(session, made)
    judged = promises.Judged(on=date(2026, 5, 20), state="kept", proof="代表到场验收")
    promises.judge(session.desk, OFFICE, made, promise, judged)
    page.record.read()
    settle(session, qtbot)
    assert model.index(0, 3).data() == "5月20日已兑现：代表到场验收"
    signers = page.record.signers.model
    assert signers is not None
    heads = [signers.headerData(c, Qt.Orientation.Horizontal) for c in range(2, signers.columnCount())]
    assert heads == ["答复征询", "二次征求意见"]


def conclude(session: Session, made: RecordId) -> None:
    signer = the(session.desk, made).signers[0].id
    entry = verdicts.ConsultationEntry(returned_on=date(2026, 5, 5), result="satisfied")
    verdicts.consult(session.desk, OFFICE, made, signer, entry)


def test_an_earlier_suggestion_is_raised_again_and_both_stay_linked(session: Session, qtbot: QtBot) -> None:
    desk = session.desk
    deputy = a_deputy(desk)
    earlier = a_suggestion(desk, deputy, title="关于完善江会路南段排水设施的建议")
    page = a_page(session, qtbot)
    page.draft_new()
    settle(session, qtbot)
    ui = page.editor.ui
    ui.title.setText("关于尽快完善江会路南段排水设施的建议")
    ui.text.setPlainText("江会路南段排水设施仍未完善。")
    ui.deputies.set_keys([deputy.hex()])
    ui.deputies.changed.emit()
    assert ui.level.itemText(0) == "市（领衔代表所在）"
    until(qtbot, lambda: bool(offered(page)))
    offered(page)[0].click()
    settle(session, qtbot)
    assert ui.follows.isVisible()
    assert ui.yearsRunning.currentData() == "two"
    ui.group.setText("会城小组")
    page.editor.save()
    settle(session, qtbot)
    assert page.record.matter is not None
    made = the(desk, page.record.matter)
    assert [(link.kind, link.other) for link in made.links] == [("follows-up", earlier)]
    assert "多年提出" in page.record.headed.marks.text()
    assert "以会城小组名义" in page.record.headed.marks.text()


def offered(page: SuggestionsPage) -> list[Button]:
    return [b for b in page.editor.panel.similar.findChildren(Button) if b.text() == "接续此件再次提出"]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_verb_of_a_record_is_cut_in_english(
    tmp_path: Path, jobs: Jobs, app: QApplication, qtbot: QtBot, scale: float
) -> None:
    theme.apply(app, theme.Theme(scale=scale))
    with a_session(tmp_path, jobs, role=Role.OFFICE, site=SiteRole.TOWN) as session:
        made, _ = with_units(session, "区住建局")
        page = opened(session, qtbot, made)
        head = page.record.headed
        for shown in (head.back, *head.verbsBox.findChildren(type(head.back))):
            if shown.isVisible():
                assert shown.width() >= shown.sizeHint().width(), shown.text()
        page.draft_motion()
        settle(session, qtbot)
        assert page.motion.form.minimumSizeHint().width() <= room(page.motion.form)
