"""A suggestion from draft to the deputies' verdicts, and the issues behind it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from station_desk.casework import handling, official, replies, suggestions, verdicts
from station_desk.casework.context import Desk
from station_desk.casework.handling import UnitCharge
from station_desk.casework.replies import ReplyEntry
from station_desk.casework.suggestions import SuggestionEntry
from station_desk.casework.verdicts import ConsultationEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import SiteRole
from station_desk.errors import UserError, ValidationError
from tests.builders import (
    DAY,
    a_clerk,
    a_deputy,
    a_desk,
    a_suggestion,
    a_unit,
    an_issue,
    charges,
    commits,
    deliver,
    handed_over,
    log_of,
    stage,
    take,
    the,
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path)


def later(days: int) -> date:
    return DAY + timedelta(days)


def submitted(desk: Desk, *deputies: RecordId, issues: tuple[RecordId, ...] = ()) -> RecordId:
    suggestion = a_suggestion(desk, *deputies, issues=issues)
    for verb in ("check", "submit"):
        take(desk, suggestion, verb, later(1))
    return suggestion


def replied(desk: Desk, *deputies: RecordId, issues: tuple[RecordId, ...] = ()) -> RecordId:
    suggestion = submitted(desk, *deputies, issues=issues)
    handed_over(desk, suggestion, (a_unit(desk), "lead"), on=later(2))
    take(desk, suggestion, "sign", later(3))
    answer(desk, suggestion, later(20))
    return suggestion


def answer(desk: Desk, suggestion: RecordId, on: date) -> None:
    entry = ReplyEntry(dated=on, text="已列入计划", reply_class="B", number="新府函〔2026〕7号")
    replies.record(desk, a_clerk(), suggestion, entry)


def consult(desk: Desk, suggestion: RecordId, name: str, result: str, on: date) -> None:
    signer = next(s.id for s in the(desk, suggestion).signers if s.name == name)
    why = "未解决" if result == "dissatisfied" else ""
    entry = ConsultationEntry(returned_on=on, result=result, attitude="satisfied", opinion=why)
    verdicts.consult(desk, a_clerk(), suggestion, signer, entry)


def test_the_whole_life_with_one_deputy_closes_the_issue_behind_it(desk: Desk) -> None:
    issue = an_issue(desk)
    suggestion = replied(desk, a_deputy(desk), issues=(issue,))
    assert stage(desk, issue) == "in_suggestion"
    row = the(desk, suggestion).row
    assert (row.stage, row.due_on) == ("replied", date(2026, 6, 17))  # 15 working days from 27 May
    before = commits(desk)
    consult(desk, suggestion, "陈伟雄", "satisfied", later(25))

    assert commits(desk) == before + 1
    assert (stage(desk, suggestion), stage(desk, issue)) == ("done", "done")
    assert the(desk, suggestion).row.outcome == "done"
    assert the(desk, issue).links[0].kind == "raised-from"
    assert desk.check() == []


def test_one_suggestion_from_many_issues(desk: Desk) -> None:
    first, second = an_issue(desk), an_issue(desk)
    before = commits(desk)
    suggestion = a_suggestion(desk, issues=(first, second))

    assert commits(desk) == before + 2  # the deputy's entry, then the suggestion whole
    assert {link.other for link in the(desk, suggestion).links} == {first, second}
    assert {stage(desk, i) for i in (first, second)} == {"in_suggestion"}


def test_an_issue_already_raised_is_not_raised_again(desk: Desk) -> None:
    issue = an_issue(desk)
    a_suggestion(desk, issues=(issue,))
    deputy = a_deputy(desk)
    before = commits(desk)
    with pytest.raises(UserError):
        a_suggestion(desk, deputy, issues=(issue,))

    assert commits(desk) == before


def test_several_signers_one_dissatisfied_redo_and_again(desk: Desk) -> None:
    lead, joint = a_deputy(desk, "陈伟雄"), a_deputy(desk, "林小燕")
    suggestion = replied(desk, lead, joint)
    consult(desk, suggestion, "陈伟雄", "dissatisfied", later(22))
    assert stage(desk, suggestion) == "unhappy"
    consult(desk, suggestion, "林小燕", "satisfied", later(23))  # the other form still comes in
    assert stage(desk, suggestion) == "unhappy"
    take(desk, suggestion, "redo", later(24))
    row = the(desk, suggestion).row
    assert (row.stage, row.redone, row.due_on) == ("handling", 1, date(2026, 6, 30))  # one month from 31 May

    answer(desk, suggestion, later(40))
    consult(desk, suggestion, "陈伟雄", "fairly", later(41))  # who was satisfied is not asked again
    assert stage(desk, suggestion) == "done"
    verdicts = {s.name: [(c.round, c.result) for _, c in s.verdicts] for s in the(desk, suggestion).signers}
    assert verdicts == {
        "陈伟雄": [(1, "dissatisfied"), (2, "fairly")],
        "林小燕": [(1, "satisfied")],
    }
    assert not any(step.odd for step in the(desk, suggestion).steps)
    assert len(the(desk, suggestion).replies) == 2


def test_dissatisfied_again_it_is_settled_at_a_meeting(desk: Desk) -> None:
    suggestion = replied(desk, a_deputy(desk))
    consult(desk, suggestion, "陈伟雄", "dissatisfied", later(22))
    take(desk, suggestion, "redo", later(24))
    answer(desk, suggestion, later(40))
    consult(desk, suggestion, "陈伟雄", "dissatisfied", later(41))
    assert stage(desk, suggestion) == "to_meet"
    with pytest.raises(UserError):
        verdicts.conclude(desk, a_clerk(), suggestion, later(50), "已向代表说明")
    verdicts.meet(desk, a_clerk(), suggestion, later(50), "主任会议召集承办单位与代表会商，达成一致")

    assert (stage(desk, suggestion), the(desk, suggestion).row.outcome) == ("done", "met")


def test_a_deputy_gives_one_verdict_on_one_reply(desk: Desk) -> None:
    suggestion = replied(desk, a_deputy(desk, "陈伟雄"), a_deputy(desk, "林小燕"))
    consult(desk, suggestion, "陈伟雄", "satisfied", later(22))
    before = commits(desk)
    with pytest.raises(UserError, match="陈伟雄"):
        consult(desk, suggestion, "陈伟雄", "satisfied", later(23))
    with pytest.raises(ValidationError):
        consult(desk, suggestion, "林小燕", "so-so", later(23))
    entry = ConsultationEntry(returned_on=later(23), result="satisfied")
    with pytest.raises(UserError):
        verdicts.consult(desk, a_clerk(), suggestion, suggestion, entry)

    assert commits(desk) == before


def test_concluding_without_every_form_closes_the_issues_too(desk: Desk) -> None:
    issue = an_issue(desk)
    suggestion = replied(desk, a_deputy(desk), issues=(issue,))
    with pytest.raises(UserError, match="陈伟雄"):
        verdicts.conclude(desk, a_clerk(), suggestion, later(60), "催收未回")
    signer = the(desk, suggestion).signers[0].id
    verdicts.remind(desk, a_clerk(), suggestion, [signer], later(50), "电话催收")
    assert [row.name for row in verdicts.left_out(the(desk, suggestion))] == ["陈伟雄"]
    before = commits(desk)
    verdicts.conclude(desk, a_clerk(), suggestion, later(60), "催收未回")

    assert commits(desk) == before + 1
    assert (stage(desk, suggestion), stage(desk, issue)) == ("done", "done")


def test_a_co_unit_gives_its_opinion_without_a_class_and_the_lead_replies(desk: Desk) -> None:
    suggestion = submitted(desk)
    handed_over(desk, suggestion, (a_unit(desk, "主"), "lead"), (a_unit(desk, "会"), "co"), on=later(2))
    rows = charges(desk, suggestion)
    opinion = ReplyEntry(dated=later(5), text="同意", assignment=rows["会"].id)
    replies.record(desk, a_clerk(), suggestion, opinion)
    assert stage(desk, suggestion) == "assigned"
    with pytest.raises(ValidationError):
        replies.record(desk, a_clerk(), suggestion, ReplyEntry(dated=later(9), text="已办"))
    answer(desk, suggestion, later(9))

    assert stage(desk, suggestion) == "replied"
    assert [(r.kind, unit) for _, r, unit in the(desk, suggestion).replies] == [
        ("opinion", "会"),
        ("reply", "主"),
    ]


def test_a_reply_needs_a_unit_that_has_it(desk: Desk) -> None:
    suggestion = submitted(desk)
    before = commits(desk)
    with pytest.raises(UserError):
        answer(desk, suggestion, later(9))

    assert commits(desk) == before


# --- the sheet -----------------------------------------------------------------------------------------


def test_a_draft_is_revised_and_a_submitted_one_is_not(desk: Desk) -> None:
    a, b, c = (a_deputy(desk, name) for name in ("甲代表", "乙代表", "丙代表"))
    suggestion = a_suggestion(desk, a, b)
    entry = SuggestionEntry(title="新题目", text="新内容", deputies=(c, a), opened_on=DAY, consent="title")
    before = commits(desk)
    suggestions.revise(desk, a_clerk(), suggestion, entry)

    assert commits(desk) == before + 1
    assert [(s.name, s.signer.role) for s in the(desk, suggestion).signers] == [
        ("丙代表", "lead"),
        ("甲代表", "joint"),
    ]
    assert the(desk, suggestion).row.person == "丙代表"
    for verb in ("check", "submit"):
        take(desk, suggestion, verb)
    with pytest.raises(UserError):
        suggestions.revise(desk, a_clerk(), suggestion, entry)


def test_sent_back_it_can_be_revised(desk: Desk) -> None:
    suggestion = submitted(desk)
    take(desk, suggestion, "send_back", later(2))

    assert (stage(desk, suggestion), the(desk, suggestion).row.due_on) == ("draft", None)


def test_a_suggestion_needs_a_deputy_and_words(desk: Desk) -> None:
    deputy = a_deputy(desk)
    before = commits(desk)
    nobody = SuggestionEntry(title="题", text="文", deputies=(), opened_on=DAY)
    untitled = SuggestionEntry(title=" ", text="文", deputies=(deputy,), opened_on=DAY)
    for entry in (nobody, untitled):
        with pytest.raises(ValidationError):
            suggestions.raise_from(desk, a_clerk(), (), entry)

    assert commits(desk) == before


# --- numbers -------------------------------------------------------------------------------------------


def test_the_office_gives_the_official_number(tmp_path: Path) -> None:
    station, town = a_desk(tmp_path, parent="TOWN"), a_desk(tmp_path, "TOWN", role=SiteRole.TOWN)
    suggestion = submitted(station)
    before = commits(station)
    with pytest.raises(UserError, match="TOWN"):
        official.give(station, a_clerk(), suggestion, "2026闭-007", "", later(2))
    with pytest.raises(ValidationError):
        official.give(station, a_clerk(), suggestion, " ", "", later(2))
    assert commits(station) == before
    deliver(town, log_of(station))
    official.give(town, a_clerk(), suggestion, "2026闭-007", "", later(2))
    deliver(station, log_of(town))

    assert the(station, suggestion).row.official_number == "2026闭-007"
    assert not the(station, suggestion).row.marked


def test_provisional_numbers_run_by_year(desk: Desk) -> None:
    deputy = a_deputy(desk)
    made = [a_suggestion(desk, deputy, on=day) for day in (DAY, date(2025, 12, 31), DAY, date(2027, 1, 1))]

    assert [the(desk, s).row.number for s in made] == [
        "HC-2026-J0001",
        "HC-2025-J0001",
        "HC-2026-J0002",
        "HC-2027-J0001",
    ]


# --- handled together -----------------------------------------------------------------------------------


def test_suggestions_of_one_content_are_handled_together_and_answered_one_by_one(desk: Desk) -> None:
    first, second = submitted(desk, a_deputy(desk, "甲")), submitted(desk, a_deputy(desk, "乙"))
    unit, before = a_unit(desk), commits(desk)
    handling.hand_over_together(
        desk, a_clerk(), [first, second], later(2), [UnitCharge(unit, "lead")], request="并案办理，分别答复"
    )
    assert commits(desk) == before + 1
    assert [(link.kind, link.other) for link in the(desk, first).links] == [("together", second)]

    entry = ReplyEntry(dated=later(20), text="一并研究答复", reply_class="A", also=(second,))
    replies.record(desk, a_clerk(), first, entry)
    assert stage(desk, first) == stage(desk, second) == "replied"
    ((reply, whole, _),), ((_, copy, _),) = the(desk, first).replies, the(desk, second).replies
    assert (copy.letter, copy.text, whole.letter) == (reply, "一并研究答复", None)
    assert len(the(desk, first).links) == 1


def test_a_letter_does_not_answer_what_its_unit_does_not_have(desk: Desk) -> None:
    first, second = submitted(desk, a_deputy(desk, "甲")), submitted(desk, a_deputy(desk, "乙"))
    handed_over(desk, first, (a_unit(desk, "甲所"), "lead"), on=later(2))
    handed_over(desk, second, (a_unit(desk, "乙所"), "lead"), on=later(2))
    before = commits(desk)
    entry = ReplyEntry(dated=later(20), text="答复", reply_class="A", also=(second,))
    with pytest.raises(UserError, match="HC-2026-J0002"):
        replies.record(desk, a_clerk(), first, entry)

    assert (commits(desk), stage(desk, first)) == (before, "assigned")


def test_an_extension_goes_no_further_than_the_law_and_a_late_return_says_so(desk: Desk) -> None:
    suggestion = submitted(desk)
    handed_over(desk, suggestion, (a_unit(desk), "lead"), on=later(2))
    with pytest.raises(ValidationError, match="2026-11-09"):
        take(desk, suggestion, "extend", later(80), until=date(2026, 11, 10), text="情况复杂")
    take(desk, suggestion, "extend", later(80), until=date(2026, 11, 9), text="情况复杂")
    assert the(desk, suggestion).row.due_on == date(2026, 11, 9)
    take(desk, suggestion, "return", later(90), text="不属职责")

    step = next(row.step for row in the(desk, suggestion).steps if row.step.verb == "return")
    assert (stage(desk, suggestion), step.code) == ("reassign", "late")


def test_a_deputy_who_was_put_on_the_sheet_signs_once(desk: Desk) -> None:
    lead, joint = a_deputy(desk, "甲代表"), a_deputy(desk, "乙代表")
    suggestion = a_suggestion(desk, lead, joint)
    assert [s.signer.signed_on for s in the(desk, suggestion).signers] == [DAY, None]
    suggestions.countersign(desk, a_clerk(), suggestion, joint, later(1))
    with pytest.raises(UserError):
        suggestions.countersign(desk, a_clerk(), suggestion, joint, later(2))
    third = a_deputy(desk, "丙代表")
    suggestions.countersign(desk, a_clerk(), suggestion, third, later(2))

    found = [(s.name, s.signer.role, s.signer.signed_on) for s in the(desk, suggestion).signers]
    assert found == [("甲代表", "lead", DAY), ("乙代表", "joint", later(1)), ("丙代表", "joint", later(2))]
