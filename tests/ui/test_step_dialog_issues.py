"""The dialog of a step for issues, motions and at a deputy's own desk; and what is offered is what can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from station_desk.casework import browse, daybook, intake, issues, offices, suggestions, verdicts
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Actor, Desk, require, standing
from station_desk.casework.intake import VisitEntry, VisitorEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Answer, Deputy
from station_desk.domain.tracks import TRACKS, Need
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError
from station_desk.ui import theme
from station_desk.ui.dialogs import material
from station_desk.ui.dialogs.step import StepDialog
from station_desk.ui.jobs import Jobs
from station_desk.ui.session import Session
from tests.builders import a_clerk, a_deputy, a_matter, a_suggestion, an_issue, stage, the
from tests.ui import scenes
from tests.ui.at_desk import a_session, in_chinese, until
from tests.ui.steps import a_home, begin, choose, offered, refused, save, says, shown, write

Scene = Callable[[Desk], RecordId]


@pytest.fixture
def session(app: QApplication, tmp_path: Path, jobs: Jobs) -> Iterator[Session]:
    """Somebody of a town's congress office, at its desk."""
    with in_chinese(app), a_session(tmp_path, jobs, role=Role.OFFICE, site=SiteRole.TOWN) as made:
        yield made


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    return a_home(qtbot)


def a_group(desk: Desk) -> RecordId:
    """Two who came together about one matter, which is closed."""
    entry = VisitEntry(
        began=datetime(2026, 5, 7, 9, 31),
        channel="station",
        visitor=VisitorEntry(name="梁锦萍", phone="13812344620"),
        others=(VisitorEntry(name="区国华", phone="13500001111"),),
        informed=True,
        people=2,
        matters=(a_matter(),),
    )
    matter = intake.save_visit(desk, a_clerk(), entry).matters[0][0]
    scenes.closed(desk, matter)
    return matter


# ---- issues -----------------------------------------------------------------------------------------------


def test_each_of_a_group_is_told_and_the_dialog_says_who_is_left(
    qtbot: QtBot, session: Session, home: QWidget
) -> None:
    matter = a_group(session.desk)
    dialog = begin(qtbot, session, home, matter, "tell")
    assert offered(dialog, "visitor") == ["梁锦萍·138****4620", "区国华·135****1111"]
    choose(qtbot, dialog, "method", "电话")
    choose(qtbot, dialog, "verdict", "满意")
    save(qtbot, session, dialog)
    until(qtbot, lambda: not shown(home))
    assert stage(session.desk, matter) == "told"
    dialog = begin(qtbot, session, home, matter, "tell")
    assert "尚未反馈：区国华·135****1111" in says(dialog)
    assert offered(dialog, "visitor")[0] == "梁锦萍·138****4620·已反馈"
    choose(qtbot, dialog, "method", "电话")
    choose(qtbot, dialog, "verdict", "不满意")
    assert refused(qtbot, dialog, "reason")
    write(qtbot, dialog, "reason", "仍有积水")
    save(qtbot, session, dialog)
    assert stage(session.desk, matter) == "unhappy"


def test_a_ready_answer_is_put_in_and_edited(qtbot: QtBot, session: Session, home: QWidget) -> None:
    answer = Answer(title="内涝答复", text="已列入改造计划。", category="城建", keywords="浸水")
    offices.save(session.desk, session.actor, answer)
    matter = an_issue(session.desk)
    dialog = begin(qtbot, session, home, matter, "answer")
    assert dialog.fields.ready is not None
    (action,) = dialog.fields.ready.menu.actions()
    assert action.text() == "内涝答复"
    action.trigger()
    edit = dialog.fields.held["text"].editor
    assert edit is not None
    qtbot.keyClicks(edit, " OK")
    save(qtbot, session, dialog)
    assert the(session.desk, matter).steps[0].step.text == "已列入改造计划。 OK"


def test_a_refusal_offers_its_notice(qtbot: QtBot, session: Session, home: QWidget) -> None:
    matter = an_issue(session.desk)
    dialog = begin(qtbot, session, home, matter, "refuse")
    door = next(iter(session.desk.profile().doors.values()))
    choose(qtbot, dialog, "code", str(door.label))
    write(qtbot, dialog, "text", "属于诉讼事项")
    with qtbot.waitSignal(session.offered) as doors:
        save(qtbot, session, dialog)
    assert doors.args is not None
    (notice,) = doors.args[0]
    assert notice.text == "打印告知单"
    with qtbot.waitSignal(session.wanted) as wanted:
        notice.go()
    assert wanted.args == ["reports", ("refusal", matter)]


def test_a_merging_is_undone_with_its_tie(qtbot: QtBot, session: Session, home: QWidget) -> None:
    main, other = an_issue(session.desk), an_issue(session.desk, "江会路又浸水")
    issues.merge(session.desk, a_clerk(), other, main, scenes.MAY)
    dialog = begin(qtbot, session, home, other, "unmerge")
    write(qtbot, dialog, "text", "不是同一处")
    save(qtbot, session, dialog)
    found = the(session.desk, other)
    assert (found.row.stage, found.links) == ("accepted", ())


# ---- motions ----------------------------------------------------------------------------------------------


def test_submitting_a_motion_says_how_many_have_signed(qtbot: QtBot, session: Session, home: QWidget) -> None:
    matter = scenes.a_motion(session.desk, "陈伟雄", "黄丽珍")
    dialog = begin(qtbot, session, home, matter, "submit")
    assert "已有 2 名代表签名，须 10 名。" in says(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: dialog._form.notice.isVisible())
    assert stage(session.desk, matter) == "checked"


def test_a_delegation_needs_no_number_of_deputies(qtbot: QtBot, session: Session, home: QWidget) -> None:
    matter = scenes.a_motion(session.desk, "陈伟雄", group="会城代表团")
    dialog = begin(qtbot, session, home, matter, "submit")
    assert "以会城代表团名义提出，不要求联名人数。" in says(dialog)
    save(qtbot, session, dialog)
    assert stage(session.desk, matter) == "submitted"


def test_what_the_meeting_decided_is_recorded(qtbot: QtBot, session: Session, home: QWidget) -> None:
    matter = scenes.on_agenda(session.desk)
    dialog = begin(qtbot, session, home, matter, "decide")
    assert refused(qtbot, dialog, "code")
    choose(qtbot, dialog, "code", "会议通过")
    save(qtbot, session, dialog)
    row = the(session.desk, matter).row
    assert (row.stage, row.outcome) == ("done", "adopted")


def test_a_motion_becomes_a_suggestion(qtbot: QtBot, session: Session, home: QWidget) -> None:
    matter = scenes.put_forward(session.desk)
    dialog = begin(qtbot, session, home, matter, "to_suggestion")
    save(qtbot, session, dialog)
    assert stage(session.desk, matter) == "done"
    assert browse.count(session.desk, MatterFilter(tracks=("suggestion",))) == 1


# ---- at a deputy's own desk -------------------------------------------------------------------------------


@pytest.fixture
def own(app: QApplication, tmp_path: Path, jobs: Jobs) -> Iterator[Session]:
    """The desk of the deputy 陈伟雄, who raised nothing yet."""
    with (
        in_chinese(app),
        a_session(tmp_path, jobs, role=Role.DEPUTY, site=SiteRole.DEPUTY) as made,
    ):
        offices.save(made.desk, a_clerk(), Deputy(name="陈伟雄", level="town", desk="HC"))
        yield made


def test_a_deputy_signs_for_themself_alone(qtbot: QtBot, own: Session, home: QWidget) -> None:
    matter = a_suggestion(own.desk, a_deputy(own.desk, "黄丽珍"))
    dialog = begin(qtbot, own, home, matter, "countersign")
    assert "我以陈伟雄代表的身份签名" in says(dialog)
    assert "deputy" not in dialog.fields.held
    save(qtbot, own, dialog)
    found = the(own.desk, matter)
    assert [row.name for row in found.signers if row.signer.signed_on] == ["黄丽珍", "陈伟雄"]
    verbs = {step.verb for step in daybook.verbs_of(own.actor, own.desk, found)}
    assert "countersign" not in verbs, "who has signed is not asked to sign again"


def test_a_deputy_is_asked_for_their_own_verdict_alone(qtbot: QtBot, own: Session, home: QWidget) -> None:
    me = daybook.own_deputy(own.desk)
    assert me is not None
    matter = a_suggestion(own.desk, a_deputy(own.desk, "黄丽珍"), me)
    with pytest.raises(UserError):  # who may check and submit are others; nor does a deputy sign for another
        suggestions.countersign(own.desk, own.actor, matter, a_deputy(own.desk, "梁志强"), scenes.MAY)
    found = the(own.desk, matter)
    given = replace(found, row=replace(found.row, stage="replied"))
    assert found.course is not None
    found.course.stage = "replied"
    assert "consult" in {step.verb for step in daybook.verbs_of(own.actor, own.desk, given)}
    shown_to = material.Material(given, browse.office(own.desk), own.desk.profile(), at_own=True, own=me)
    dialog = StepDialog(own, shown_to, TRACKS["suggestion"].steps["consult"], home)
    assert offered(dialog, "signer") == ["陈伟雄"]
    dialog.close()


# ---- what is offered can be done, and its dialog fits -----------------------------------------------------

SCENES: dict[str, Scene] = {
    "draft": lambda desk: a_suggestion(desk),
    "submitted": lambda desk: scenes.signed_by(desk, "陈伟雄"),
    "replied": lambda desk: scenes.replied(desk, "陈伟雄", "黄丽珍"),
    "tracking": lambda desk: scenes.tracked(desk, "陈伟雄"),
    "nominated": scenes.nominated,
    "motion": lambda desk: scenes.a_motion(desk, "陈伟雄"),
    "presidium": scenes.put_forward,
    "agenda": scenes.on_agenda,
    "issue": an_issue,
    "group": a_group,
}


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("role", [Role.OFFICE, Role.CLERK, Role.DEPUTY, Role.COUNTY, Role.VIEWER])
def test_nothing_is_offered_that_would_be_refused(tmp_path: Path, name: str, role: Role) -> None:
    with ExitStack() as stack:
        desk = Desk.create(tmp_path / "T.desk", site="T", name="镇人大", role=SiteRole.TOWN)
        stack.callback(desk.close)
        matter = SCENES[name](desk)
        found = the(desk, matter)
        actor = Actor("谭敏", role)
        for step in daybook.verbs_of(actor, desk, found):
            with desk.writing(actor, "trying") as work:
                now = standing(work, matter)
                declared = require(work, now, step.verb, date(2026, 5, 21))
                assert declared is step
        if role is Role.VIEWER:
            assert daybook.verbs_of(actor, desk, found) == ()


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("name", SCENES)
def test_every_dialog_that_is_offered_fits_its_window(
    app: QApplication, session: Session, home: QWidget, name: str, scale: float
) -> None:
    theme.apply(app, theme.with_scale(theme.Theme(), scale))
    matter = SCENES[name](session.desk)
    for step in daybook.verbs_of(session.actor, session.desk, the(session.desk, matter)):
        if Need.SUGGESTION in step.needs:
            continue
        found = material.read(session, matter, step.verb)
        assert found is not None
        dialog = StepDialog(session, found, step, home)
        dialog.show()
        app.processEvents()
        area = dialog.findChild(QScrollArea)
        assert isinstance(area, QScrollArea)
        assert area.horizontalScrollBar().maximum() == 0, step.verb
        assert dialog.width() <= 911 * scale
        dialog.keeper.key = ""
        dialog.close()


def test_the_reminder_is_offered_only_while_a_form_is_out(session: Session) -> None:
    matter = scenes.replied(session.desk, "陈伟雄", "黄丽珍")
    scenes.verdict(session.desk, matter, "陈伟雄", "dissatisfied")
    scenes.verdict(session.desk, matter, "黄丽珍", "satisfied")
    found = the(session.desk, matter)
    assert verdicts.round_now(found).waiting == ()
    verbs = {step.verb for step in daybook.verbs_of(session.actor, session.desk, found)}
    assert not {"remind", "consult"} & verbs
    assert "redo" in verbs


def test_where_the_next_step_is_anothers_the_first_of_ones_own_is_offered(session: Session) -> None:
    matter = scenes.replied(session.desk, "陈伟雄", "黄丽珍")
    scenes.verdict(session.desk, matter, "陈伟雄", "dissatisfied")
    row = the(session.desk, matter).row
    today = session.today()
    for role, verb in ((Role.OFFICE, "redo"), (Role.DEPUTY, "consult")):
        found = daybook.next_step(Actor("谭敏", role), session.desk, row, today)
        assert found is not None
        assert found.verb == verb
    assert daybook.next_step(Actor("谭敏", Role.VIEWER), session.desk, row, today) is None
