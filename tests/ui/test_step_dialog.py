"""The dialog of a step asks for what each step needs, and saves it: suggestions, from signing to honours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from station_desk.casework import drafts, verdicts
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.ui.dialogs.step import draft_key
from station_desk.ui.jobs import Jobs
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.choice import ChoiceLine
from station_desk.ui.widgets.notice import Notice
from tests.builders import a_deputy, a_suggestion, a_unit, an_issue, stage, the
from tests.ui import scenes
from tests.ui.at_desk import a_session, in_chinese, until
from tests.ui.steps import a_home, begin, choose, offered, refused, save, says, shown, write


@pytest.fixture
def session(app: QApplication, tmp_path: Path, jobs: Jobs) -> Iterator[Session]:
    """Somebody of a town's congress office, at its desk."""
    with in_chinese(app), a_session(tmp_path, jobs, role=Role.OFFICE, site=SiteRole.TOWN) as made:
        yield made


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    return a_home(qtbot)


def test_the_next_number_of_the_series_is_proposed_and_can_be_changed(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    scenes.numbered(session.desk, scenes.signed_by(session.desk, "陈伟雄"), "2026闭-007")
    matter = scenes.signed_by(session.desk, "黄丽珍")
    dialog = begin(qtbot, session, home, matter, "number")
    assert dialog.fields.text("official_number") == "2026闭-008"
    assert "闭会期间编号" in says(dialog)
    write(qtbot, dialog, "official_number", "2026-7")
    save(qtbot, session, dialog)
    assert the(session.desk, matter).row.official_number == "2026-7"


def test_a_number_given_already_is_refused_beside_its_field(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    scenes.numbered(session.desk, scenes.signed_by(session.desk, "陈伟雄"), "16-4-012")
    dialog = begin(qtbot, session, home, scenes.signed_by(session.desk, "黄丽珍"), "number")
    write(qtbot, dialog, "official_number", "16-4-012")
    assert "16-4-012" in refused(qtbot, dialog, "official_number")


def test_another_deputy_signs_found_by_initials(qtbot: QtBot, session: Session, home: QWidget) -> None:
    a_deputy(session.desk, "黄丽珍")
    matter = a_suggestion(session.desk, a_deputy(session.desk, "陈伟雄"))
    dialog = begin(qtbot, session, home, matter, "countersign")
    assert "已签名：陈伟雄" in says(dialog)
    line = dialog.fields.held["deputy"].editor
    assert isinstance(line, ChoiceLine)
    line.setFocus()
    qtbot.keyClicks(line, "hlz")
    until(qtbot, lambda: [pick.text for pick in line.picks_shown()] == ["黄丽珍"])
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    save(qtbot, session, dialog)
    rows = the(session.desk, matter).signers
    assert [(r.name, r.signer.signed_on) for r in rows if r.name == "黄丽珍"] == [
        ("黄丽珍", date(2026, 5, 21))
    ]


def test_talks_before_submission_name_the_unit_and_the_way(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    unit = a_unit(session.desk, "区水利局")
    matter = a_suggestion(session.desk)
    dialog = begin(qtbot, session, home, matter, "coordinate")
    line = dialog.fields.held["unit"].editor
    assert isinstance(line, ChoiceLine)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    choose(qtbot, dialog, "code", "电话")
    assert refused(qtbot, dialog, "text")
    write(qtbot, dialog, "text", "已有改造计划")
    save(qtbot, session, dialog)
    step = the(session.desk, matter).steps[0].step
    assert (step.verb, step.about, step.code, step.text) == ("coordinate", unit, "phone", "已有改造计划")


def test_a_reply_of_class_b_asks_for_its_promises_and_keeps_them_half_typed(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    matter = scenes.signed_by(session.desk, "陈伟雄")
    scenes.handled(session.desk, matter, "区市政管理所")
    dialog = begin(qtbot, session, home, matter, "reply")
    rows = dialog.fields.promises
    assert rows is not None
    assert rows.count() == 0
    choose(qtbot, dialog, "reply_class", "B")
    assert rows.count() == 1
    write(qtbot, dialog, "text", "已列入计划")
    row = rows._rows[0]
    row.what.setFocus()
    qtbot.keyClicks(row.what, "pipes")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: dialog.fields.held["promises"].error.isVisible())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    until(qtbot, lambda: drafts.load(session.desk, draft_key(matter, "reply")) is not None)
    again = begin(qtbot, session, home, matter, "reply")
    assert again.fields.promises is not None
    row = again.fields.promises._rows[0]
    assert row.what.text() == "pipes"
    row.by.setFocus()
    qtbot.keyClicks(row.by, "2026-12-31")
    write(qtbot, again, "signed_by", "何志明")
    save(qtbot, session, again)
    found = the(session.desk, matter)
    assert [(p.promise.what, p.promise.by) for p in found.promises] == [("pipes", date(2026, 12, 31))]
    assert found.replies[0][1].signed_by == "何志明"


def test_one_letter_answers_the_other_suggestions_that_the_unit_has(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    desk = session.desk
    first, second = scenes.signed_by(desk, "陈伟雄"), scenes.signed_by(desk, "黄丽珍")
    (unit,) = scenes.handled(desk, first, "区市政管理所")
    scenes.charge(desk, second, unit)
    scenes.handled(desk, scenes.signed_by(desk, "梁志强"), "区水利局")
    dialog = begin(qtbot, session, home, first, "reply")
    assert dialog.fields.ticks is not None
    (box,) = dialog.fields.ticks._boxes.values()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    choose(qtbot, dialog, "reply_class", "A")
    write(qtbot, dialog, "text", "一并答复")
    save(qtbot, session, dialog)
    assert [stage(desk, m) for m in (first, second)] == ["replied", "replied"]


def test_a_co_opinion_has_no_class_and_no_promises(qtbot: QtBot, session: Session, home: QWidget) -> None:
    matter = scenes.signed_by(session.desk, "陈伟雄")
    scenes.handled(session.desk, matter, "区市政管理所", "区水利局")
    dialog = begin(qtbot, session, home, matter, "opinion")
    assert "reply_class" not in dialog.fields.held
    assert dialog.fields.promises is None
    assert offered(dialog, "assignment") == ["区水利局·会办"]
    write(qtbot, dialog, "text", "同意主办意见")
    save(qtbot, session, dialog)
    assert the(session.desk, matter).replies[0][1].kind == "opinion"


def test_a_promise_is_recorded_later_too(qtbot: QtBot, session: Session, home: QWidget) -> None:
    matter = scenes.replied(session.desk, "陈伟雄")
    dialog = begin(qtbot, session, home, matter, "promise")
    write(qtbot, dialog, "what", "年内完成清淤")
    assert refused(qtbot, dialog, "by")
    write(qtbot, dialog, "by", "2026-11-30")
    save(qtbot, session, dialog)
    assert [p.promise.by for p in the(session.desk, matter).promises] == [date(2026, 11, 30)]


def test_several_deputies_whose_forms_are_out_are_reminded_at_once(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    matter = scenes.replied(session.desk, "陈伟雄", "黄丽珍", "梁志强")
    scenes.verdict(session.desk, matter, "陈伟雄", "satisfied")
    dialog = begin(qtbot, session, home, matter, "remind")
    ticks = dialog.fields.ticks
    assert ticks is not None
    assert [box.text() for box in ticks._boxes.values()] == ["黄丽珍·尚未催收", "梁志强·尚未催收"]
    save(qtbot, session, dialog)
    assert len(verdicts.left_out(the(session.desk, matter))) == 2


def test_concluding_says_whose_form_is_out_and_turns_to_the_reminder(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    matter = scenes.replied(session.desk, "陈伟雄", "黄丽珍")
    scenes.verdict(session.desk, matter, "陈伟雄", "satisfied")
    dialog = begin(qtbot, session, home, matter, "conclude")
    assert "黄丽珍·尚未催收" in says(dialog)
    inside = dialog._form.inside
    link = next(b for n in inside.findChildren(Notice) for b in n.findChildren(Button) if b.isVisible())
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: [d.windowTitle() for d in shown(home)] == ["催收征询表"])
    save(qtbot, session, shown(home)[0])
    until(qtbot, lambda: not shown(home))
    dialog = begin(qtbot, session, home, matter, "conclude")
    assert "黄丽珍·已催收 1 次，最近一次5月21日" in says(dialog)
    save(qtbot, session, dialog)
    assert stage(session.desk, matter) == "done"


def test_a_form_is_recorded_with_attitude_and_result_apart(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    matter = scenes.replied(session.desk, "陈伟雄", "黄丽珍")
    dialog = begin(qtbot, session, home, matter, "consult")
    assert "第 1 轮：答复征询" in says(dialog)
    choose(qtbot, dialog, "signer", "黄丽珍")
    choose(qtbot, dialog, "attitude", "满意")
    choose(qtbot, dialog, "result", "不满意")
    assert "必填" in says(dialog)
    assert refused(qtbot, dialog, "opinion")
    write(qtbot, dialog, "opinion", "未见动工")
    save(qtbot, session, dialog)
    row = next(row for row in the(session.desk, matter).signers if row.name == "黄丽珍")
    assert [(c.attitude, c.result) for _, c in row.verdicts] == [("satisfied", "dissatisfied")]


def test_after_a_new_reply_those_who_were_dissatisfied_are_asked_first(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    matter = scenes.replied(session.desk, "陈伟雄", "黄丽珍")
    scenes.verdict(session.desk, matter, "陈伟雄", "satisfied")
    scenes.verdict(session.desk, matter, "黄丽珍", "dissatisfied")
    scenes.step(session.desk, matter, "redo", date(2026, 5, 19))
    scenes.answered(session.desk, matter)
    dialog = begin(qtbot, session, home, matter, "consult")
    assert "第 2 轮：重新办理后征询" in says(dialog)
    assert offered(dialog, "signer") == ["黄丽珍", "陈伟雄·本轮不征询"]
    assert dialog.fields.choice("signer")


def test_a_promise_is_judged_and_the_second_consultation_shows_what_was_kept(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    matter = scenes.tracked(session.desk, "陈伟雄")
    for what, state in (("改造江会路", "已兑现"), ("水位监测点", "未兑现")):
        dialog = begin(qtbot, session, home, matter, "keep")
        if len(offered(dialog, "promise")) > 1:
            assert refused(qtbot, dialog, "promise")
        choose(qtbot, dialog, "promise", what)
        choose(qtbot, dialog, "state", state)
        write(qtbot, dialog, "text", "现场查看")
        save(qtbot, session, dialog)
        until(qtbot, lambda: not shown(home))
    assert stage(session.desk, matter) == "second"
    dialog = begin(qtbot, session, home, matter, "consult")
    said = says(dialog)
    assert "第 2 轮：二次征求意见" in said
    assert "已兑现·改造江会路排水管网·区市政管理所" in said
    assert "未兑现·增设两处水位监测点·区市政管理所" in said


def test_looking_back_names_the_new_day_and_opens_what_was_not_kept(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    matter = scenes.tracked(session.desk, "陈伟雄")
    scenes.judged(session.desk, matter, "kept", "unkept")
    dialog = begin(qtbot, session, home, matter, "look_back")
    write(qtbot, dialog, "text", "重新列入计划")
    assert refused(qtbot, dialog, "until")
    write(qtbot, dialog, "until", "2027-05-31")
    save(qtbot, session, dialog)
    assert stage(session.desk, matter) == "handling"
    assert [p.promise.by for p in the(session.desk, matter).promises if p.open] == [date(2027, 5, 31)]


def test_handling_again_is_asked_of_one_unit_or_of_all(qtbot: QtBot, session: Session, home: QWidget) -> None:
    matter = scenes.signed_by(session.desk, "陈伟雄")
    scenes.handled(session.desk, matter, "区市政管理所", "区水利局", role="separate")
    for row in the(session.desk, matter).assignments:
        scenes.answered_by(session.desk, matter, row.id)
    scenes.verdict(session.desk, matter, "陈伟雄", "dissatisfied")
    dialog = begin(qtbot, session, home, matter, "redo")
    assert offered(dialog, "assignment")[0] == "全部承办单位"
    choose(qtbot, dialog, "assignment", "区水利局")
    write(qtbot, dialog, "text", "补充答复")
    save(qtbot, session, dialog)
    assert {row.unit: row.live for row in the(session.desk, matter).assignments} == {
        "区市政管理所": False,
        "区水利局": True,
    }


def test_key_supervision_asks_by_which_criterion_decided_and_led_by_whom(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    matter = scenes.signed_by(session.desk, "陈伟雄")
    dialog = begin(qtbot, session, home, matter, "supervise")
    assert refused(qtbot, dialog, "criterion")
    choose(qtbot, dialog, "criterion", "代表反映比较集中")
    write(qtbot, dialog, "decided_by", "区人大常委会主任会议")
    write(qtbot, dialog, "led_by", "谭副主任")
    save(qtbot, session, dialog)
    found = the(session.desk, matter).supervision
    assert found is not None
    assert (found.criterion, found.led_by, found.decided_on) == ("many", "谭副主任", date(2026, 5, 21))


def test_excellent_handling_is_nominated_for_its_unit_and_chosen(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    matter = scenes.replied(session.desk, "陈伟雄")
    scenes.verdict(session.desk, matter, "陈伟雄", "satisfied")
    dialog = begin(qtbot, session, home, matter, "nominate")
    assert not dialog.fields.held["unit"].isVisible()
    choose(qtbot, dialog, "kind", "办理先进")
    assert dialog.fields.held["unit"].isVisible()
    write(qtbot, dialog, "text", "两周内完成改造")
    save(qtbot, session, dialog)
    until(qtbot, lambda: not shown(home))
    dialog = begin(qtbot, session, home, matter, "choose")
    assert refused(qtbot, dialog, "chosen_by")
    write(qtbot, dialog, "chosen_by", "区人大常委会")
    save(qtbot, session, dialog)
    (honour,) = the(session.desk, matter).honours
    assert (honour[1].kind, honour[1].chosen_by, honour[2]) == ("handling", "区人大常委会", "区市政管理所")


def test_an_extension_says_how_far_it_may_go(qtbot: QtBot, session: Session, home: QWidget) -> None:
    matter = scenes.signed_by(session.desk, "陈伟雄")
    scenes.handled(session.desk, matter, "区市政管理所")
    dialog = begin(qtbot, session, home, matter, "extend")
    assert "最迟可延至11月" in says(dialog)
    write(qtbot, dialog, "until", "2027-01-31")
    write(qtbot, dialog, "text", "连日降雨")
    assert "2026-11" in refused(qtbot, dialog, "until")


def test_a_return_says_until_when_it_could_be_returned(qtbot: QtBot, session: Session, home: QWidget) -> None:
    matter = scenes.signed_by(session.desk, "陈伟雄")
    scenes.handled(session.desk, matter, "区市政管理所")
    dialog = begin(qtbot, session, home, matter, "return")
    assert "最迟可在" in says(dialog)
    write(qtbot, dialog, "on", "2026-07-31")
    assert "现已逾期" in says(dialog)
    write(qtbot, dialog, "text", "不属本单位职责")
    save(qtbot, session, dialog)
    assert the(session.desk, matter).steps[0].step.code == "late"


def test_a_hand_over_offers_its_slips_and_the_sheets_for_the_replies(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    a_unit(session.desk, "区水利局")
    matter = scenes.signed_by(session.desk, "陈伟雄")
    dialog = begin(qtbot, session, home, matter, "hand_over")
    assert dialog.fields.units is not None
    dialog.fields.units.line.setFocus()
    QApplication.clipboard().setText("水利")
    qtbot.keyClick(dialog.fields.units.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(session.offered) as doors:
        save(qtbot, session, dialog)
    assert doors.args is not None
    slips, sheets = doors.args[0]
    assert (slips.text, sheets.text) == ("交办单", "保存回复单…")
    with qtbot.waitSignal(session.wanted) as wanted:
        slips.go()
    assert wanted.args == ["reports", ("hand-over", matter)]


def test_suggestions_of_the_same_content_are_handed_over_together_and_stay_apart(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    desk = session.desk
    first, second, third = (scenes.signed_by(desk, name) for name in ("陈伟雄", "黄丽珍", "梁志强"))
    unit = a_unit(desk, "区水利局")
    dialog = begin(qtbot, session, home, first, "hand_over")
    ticks = dialog.fields.ticks
    assert ticks is not None
    assert set(ticks._boxes) == {second.hex(), third.hex()}
    assert "内容相同，并案办理" in says(dialog)
    box = ticks._boxes[second.hex()]
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    assert dialog.fields.units is not None
    dialog.fields.units.choose(unit)
    save(qtbot, session, dialog)
    assert [stage(desk, matter) for matter in (first, second, third)] == ["assigned"] * 2 + ["submitted"]
    assert [link.other for link in the(desk, first).links] == [second]
    assert [row.assignment.unit for row in the(desk, second).assignments] == [unit]


def test_an_issue_is_handed_over_alone(qtbot: QtBot, session: Session, home: QWidget) -> None:
    scenes.signed_by(session.desk, "陈伟雄")
    issue = an_issue(session.desk)
    assert begin(qtbot, session, home, issue, "hand_over").fields.ticks is None
