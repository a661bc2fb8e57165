"""What a class-B reply promises is tracked, judged, asked about again, and looked back upon."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from station_desk.casework import promises, replies, verdicts
from station_desk.casework.context import Desk
from station_desk.casework.promises import Judged
from station_desk.casework.replies import PromiseEntry, ReplyEntry
from station_desk.casework.verdicts import ConsultationEntry
from station_desk.domain.declare import RecordId
from station_desk.errors import UserError, ValidationError
from tests.builders import (
    DAY,
    a_clerk,
    a_deputy,
    a_desk,
    a_suggestion,
    a_unit,
    an_issue,
    commits,
    handed_over,
    stage,
    take,
    the,
)

LIGHTS = PromiseEntry("圭峰路口加装路灯 12 盏", date(2026, 12, 31))
BINS = PromiseEntry("增设分类垃圾桶", date(2026, 9, 30))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path)


def later(days: int) -> date:
    return DAY + timedelta(days)


def promised(desk: Desk, *entries: PromiseEntry, issues: tuple[RecordId, ...] = ()) -> RecordId:
    """A suggestion replied to with class B and these promises."""
    suggestion = a_suggestion(desk, a_deputy(desk), issues=issues)
    for verb in ("check", "submit"):
        take(desk, suggestion, verb, later(1))
    handed_over(desk, suggestion, (a_unit(desk), "lead"), on=later(2))
    take(desk, suggestion, "sign", later(3))
    entry = ReplyEntry(dated=later(20), text="已列入计划", reply_class="B", promises=entries)
    replies.record(desk, a_clerk(), suggestion, entry)
    return suggestion


def consult(desk: Desk, suggestion: RecordId, result: str, on: date) -> None:
    why = "未兑现" if result == "dissatisfied" else ""
    entry = ConsultationEntry(returned_on=on, result=result, attitude="satisfied", opinion=why)
    verdicts.consult(desk, a_clerk(), suggestion, the(desk, suggestion).signers[0].id, entry)


def judge(desk: Desk, suggestion: RecordId, what: PromiseEntry, state: str, on: date) -> None:
    row = next(p for p in the(desk, suggestion).promises if p.promise.what == what.what)
    promises.judge(desk, a_clerk(), suggestion, row.id, Judged(on=on, state=state, proof="现场查看"))


def test_a_satisfied_deputy_leaves_the_promises_to_be_tracked_and_the_visitor_to_be_told(desk: Desk) -> None:
    issue = an_issue(desk)
    suggestion = promised(desk, LIGHTS, BINS, issues=(issue,))
    consult(desk, suggestion, "satisfied", later(25))

    found = the(desk, suggestion)
    assert (found.row.stage, found.row.outcome, found.row.closed_on) == ("tracking", "", None)
    assert found.row.due_on == BINS.by  # the first one due is watched
    assert [p.promise.what for p in found.promises if p.open] == [BINS.what, LIGHTS.what]
    assert stage(desk, issue) == "done"


def test_when_the_last_promise_is_judged_the_deputy_is_asked_once_more(desk: Desk) -> None:
    suggestion = promised(desk, LIGHTS, BINS)
    consult(desk, suggestion, "fairly", later(25))
    judge(desk, suggestion, BINS, "kept", date(2026, 9, 28))
    assert (stage(desk, suggestion), the(desk, suggestion).row.due_on) == ("tracking", LIGHTS.by)
    judge(desk, suggestion, LIGHTS, "kept", date(2026, 12, 30))

    found = the(desk, suggestion)
    assert found.row.stage == "second"
    assert found.course is not None
    assert (found.course.turn, found.course.turn_kind) == (2, "second")
    assert found.row.due_on == date(2027, 1, 20)  # 15 working days; the calendar of 2027 is not published
    consult(desk, suggestion, "satisfied", date(2027, 1, 8))
    done = the(desk, suggestion)
    assert (done.row.stage, done.row.outcome, done.row.closed_on) == ("done", "done", date(2027, 1, 8))
    assert [(c.round, c.kind) for _, c in done.signers[0].verdicts] == [(1, "reply"), (2, "second")]
    assert not any(step.odd for step in done.steps)


def test_an_unkept_promise_is_looked_back_upon_and_handled_again(desk: Desk) -> None:
    suggestion = promised(desk, LIGHTS)
    consult(desk, suggestion, "satisfied", later(25))
    judge(desk, suggestion, LIGHTS, "unkept", date(2027, 1, 5))
    consult(desk, suggestion, "fairly", date(2027, 1, 12))
    assert stage(desk, suggestion) == "done"
    again = date(2027, 10, 31)
    promises.look_back(desk, a_clerk(), suggestion, date(2027, 3, 1), again, "上年承诺未兑现，重新交办")

    found = the(desk, suggestion)
    assert (found.row.stage, found.row.closed_on) == ("handling", None)
    assert found.row.due_on == date(2027, 6, 1)
    assert [(p.promise.state, p.promise.by) for p in found.promises] == [(None, again)]
    entry = ReplyEntry(dated=date(2027, 4, 20), text="资金已落实，十月底前完成", reply_class="B")
    replies.record(desk, a_clerk(), suggestion, entry)
    consult(desk, suggestion, "satisfied", date(2027, 4, 25))
    assert (stage(desk, suggestion), the(desk, suggestion).row.due_on) == ("tracking", again)
    judge(desk, suggestion, LIGHTS, "kept", date(2027, 10, 20))
    consult(desk, suggestion, "satisfied", date(2027, 10, 26))
    assert stage(desk, suggestion) == "done"
    assert [c.kind for _, c in the(desk, suggestion).signers[0].verdicts] == [
        "reply",
        "second",
        "look_back",
        "second",
    ]
    assert desk.check() == []


def test_what_was_kept_cannot_be_looked_back_upon(desk: Desk) -> None:
    suggestion = promised(desk, LIGHTS)
    consult(desk, suggestion, "satisfied", later(25))
    judge(desk, suggestion, LIGHTS, "kept", date(2026, 12, 30))
    before = commits(desk)
    with pytest.raises(UserError):
        promises.look_back(desk, a_clerk(), suggestion, date(2027, 3, 1), date(2027, 9, 1), "再看")
    with pytest.raises(UserError):
        judge(desk, suggestion, LIGHTS, "kept", date(2027, 1, 2))

    assert commits(desk) == before


def test_a_promise_found_later_in_the_letter_is_added_to_its_reply(desk: Desk) -> None:
    suggestion = promised(desk)
    promises.promise(desk, a_clerk(), suggestion, later(21), LIGHTS)

    (row,) = the(desk, suggestion).promises
    assert (row.promise.reply, row.unit) == (the(desk, suggestion).replies[0][0], "区市政管理所")
    consult(desk, suggestion, "satisfied", later(25))
    assert stage(desk, suggestion) == "tracking"


@pytest.mark.parametrize("wrong", [PromiseEntry(" ", LIGHTS.by), PromiseEntry("路灯", later(1))])
def test_a_promise_needs_words_and_a_day_to_come(desk: Desk, wrong: PromiseEntry) -> None:
    suggestion = promised(desk)
    before = commits(desk)
    with pytest.raises(ValidationError):
        promises.promise(desk, a_clerk(), suggestion, later(21), wrong)

    assert commits(desk) == before
