"""Steps along a track are taken where they are possible, refused in words where not, one commit each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from station_desk.casework import feedback, handling, issues, replies
from station_desk.casework.browse import MatterFilter, page
from station_desk.casework.context import Actor, Desk
from station_desk.casework.feedback import FeedbackEntry
from station_desk.casework.handling import StepEntry
from station_desk.casework.replies import ReplyEntry
from station_desk.domain.tracks import TRACKS
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError, ValidationError
from station_desk.store.ids import new_id
from tests.builders import (
    DAY,
    a_clerk,
    a_deputy,
    a_desk,
    a_suggestion,
    a_unit,
    a_visit,
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


def refused(desk: Desk, work: object, *args: object, **named: object) -> UserError:
    before = commits(desk)
    with pytest.raises(UserError) as caught:
        work(*args, **named)  # type: ignore[operator]
    assert commits(desk) == before
    return caught.value


def test_from_hand_over_to_the_visitors_verdict(desk: Desk) -> None:
    issue, unit = an_issue(desk), a_unit(desk)
    before = commits(desk)
    handed_over(desk, issue, (unit, "lead"))
    take(desk, issue, "sign", later(1))
    take(desk, issue, "urge", later(2))
    take(desk, issue, "finish", later(8), text="已清淤")
    assert stage(desk, issue) == "done"
    entry = FeedbackEntry(told_on=later(9), method="phone", verdict="satisfied")
    feedback.tell(desk, a_clerk(), issue, entry)

    assert commits(desk) == before + 5
    row = the(desk, issue).row
    assert (row.stage, row.outcome, row.verdict, row.urged) == ("closed", "handled", "satisfied", 1)
    assert (row.finished_on, row.told_on, row.closed_on) == (later(8), later(9), later(9))
    (told,) = the(desk, issue).feedback
    assert told[1].by == "李敏"


def test_a_dissatisfied_visitor_is_handled_again_once(desk: Desk) -> None:
    issue = an_issue(desk)
    handed_over(desk, issue, (a_unit(desk), "lead"))
    for _ in range(2):
        take(desk, issue, "finish", later(2))
        feedback.tell(desk, a_clerk(), issue, FeedbackEntry(told_on=later(3), method="visit"))
        refused(desk, feedback.judge, desk, a_clerk(), issue, later(3), "dissatisfied")
        feedback.judge(desk, a_clerk(), issue, later(3), "dissatisfied", "还是浸水")
        if stage(desk, issue) == "unhappy":
            take(desk, issue, "redo", later(4))

    assert (stage(desk, issue), the(desk, issue).row.redone) == ("unhappy_again", 1)
    take(desk, issue, "explain", later(5), text="已当面说明限高原因")
    assert stage(desk, issue) == "closed"


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (FeedbackEntry(told_on=DAY, method="shout"), "method"),
        (FeedbackEntry(told_on=DAY, method="phone", verdict="hm"), "verdict"),
        (FeedbackEntry(told_on=DAY, method="phone", verdict="dissatisfied"), "reason"),
    ],
)
def test_incomplete_feedback_is_refused(desk: Desk, entry: FeedbackEntry, field: str) -> None:
    issue = an_issue(desk)
    take(desk, issue, "finish")
    error = refused(desk, feedback.tell, desk, a_clerk(), issue, entry)

    assert isinstance(error, ValidationError)
    assert [p.field for p in error.problems] == [field]


@pytest.mark.parametrize("track", ["issue", "suggestion"])
def test_a_step_not_declared_from_a_stage_is_refused(desk: Desk, track: str) -> None:
    matter = an_issue(desk) if track == "issue" else a_suggestion(desk)
    now = stage(desk, matter)
    verbs = [v for v, step in TRACKS[track].steps.items() if now not in step.froms]
    assert len(verbs) > 4
    for verb in [*verbs, "dance"]:
        entry = StepEntry(on=DAY, text="因", until=later(9), code="satisfied")
        refused(desk, handling.take, desk, a_clerk(), matter, verb, entry)
    assert stage(desk, matter) == now


@pytest.mark.parametrize("verb", ["hand_over", "merge", "raise", "reply_written"])
def test_a_step_with_a_form_of_its_own_cannot_be_taken_without_it(desk: Desk, verb: str) -> None:
    issue = an_issue(desk)
    refused(desk, take, desk, issue, verb)

    assert stage(desk, issue) == "accepted"


@pytest.mark.parametrize(
    ("verb", "entry", "field"),
    [
        ("finish", StepEntry(on=DAY), "text"),
        ("extend", StepEntry(on=DAY, text="因"), "until"),
        ("extend", StepEntry(on=DAY, text="因", until=DAY), "until"),
    ],
)
def test_what_a_step_needs_is_asked_for(desk: Desk, verb: str, entry: StepEntry, field: str) -> None:
    issue = an_issue(desk)
    handed_over(desk, issue, (a_unit(desk), "lead"))
    error = refused(desk, handling.take, desk, a_clerk(), issue, verb, entry)

    assert isinstance(error, ValidationError)
    assert [p.field for p in error.problems] == [field]


def test_nothing_happens_before_the_matter_was_registered(desk: Desk) -> None:
    issue = an_issue(desk)
    refused(desk, take, desk, issue, "finish", DAY - timedelta(1))

    assert stage(desk, issue) == "accepted"


def test_a_matter_that_is_not_here_is_refused(desk: Desk) -> None:
    refused(desk, take, desk, new_id(1, b"x" * 16, b"y" * 16), "note")


# --- several units ---------------------------------------------------------------------------------------


def test_with_several_units_a_step_says_which(desk: Desk) -> None:
    issue = an_issue(desk)
    handed_over(desk, issue, (a_unit(desk, "甲"), "separate"), (a_unit(desk, "乙"), "separate"))
    refused(desk, take, desk, issue, "finish")
    rows = charges(desk, issue)
    take(desk, issue, "finish", assignment=rows["甲"].id)
    assert stage(desk, issue) == "handling"
    refused(desk, take, desk, issue, "finish", assignment=rows["甲"].id)
    take(desk, issue, "finish")  # only one can still be meant

    assert stage(desk, issue) == "done"


def test_a_unit_signs_once_and_only_its_own(desk: Desk) -> None:
    issue, other = an_issue(desk), an_issue(desk)
    unit = a_unit(desk)
    for matter in (issue, other):
        handed_over(desk, matter, (unit, "lead"))
    mine, theirs = charges(desk, issue)["区市政管理所"], charges(desk, other)["区市政管理所"]
    refused(desk, take, desk, issue, "sign", assignment=theirs.id)
    take(desk, issue, "sign", assignment=mine.id)
    refused(desk, take, desk, issue, "sign", assignment=mine.id)
    refused(desk, take, desk, issue, "sign")

    assert charges(desk, issue)["区市政管理所"].state == "accepted"


def test_what_a_unit_returned_goes_to_another(desk: Desk) -> None:
    issue = an_issue(desk)
    handed_over(desk, issue, (a_unit(desk, "甲"), "lead"))
    take(desk, issue, "return", later(1), text="不属本单位职责")
    assert stage(desk, issue) == "reassign"
    handed_over(desk, issue, (a_unit(desk, "乙"), "lead"), on=later(2))
    take(desk, issue, "sign", later(3))

    row = the(desk, issue).row
    assert (row.stage, row.holder) == ("handling", "乙")
    assert {n: r.state for n, r in charges(desk, issue).items()} == {"甲": "returned", "乙": "accepted"}


def test_a_wrong_choice_of_units_is_refused(desk: Desk) -> None:
    issue, a, b = an_issue(desk), a_unit(desk, "甲"), a_unit(desk, "乙")
    for choice in ([], [(a, "co")], [(a, "lead"), (a, "co")], [(a, "lead"), (b, "lead")]):
        refused(desk, handed_over, desk, issue, *choice)

    assert stage(desk, issue) == "accepted"


def test_a_written_reply_closes_an_issue(desk: Desk) -> None:
    issue = an_issue(desk)
    refused(desk, replies.record, desk, a_clerk(), issue, ReplyEntry(dated=DAY, text=" "))
    replies.record(desk, a_clerk(), issue, ReplyEntry(dated=DAY, text="已书面答复", number="〔2026〕3号"))

    assert (stage(desk, issue), the(desk, issue).row.outcome) == ("told", "replied")
    assert the(desk, issue).replies[0][1].number == "〔2026〕3号"


# --- who may -----------------------------------------------------------------------------------------------


def test_a_viewer_changes_nothing_even_at_the_congress_office(tmp_path: Path) -> None:
    desk = a_desk(tmp_path, role=SiteRole.TOWN)
    issue = an_issue(desk)
    refused(desk, handling.note, desk, Actor("参观", Role.VIEWER), issue, "看看", DAY)
    handling.note(desk, a_clerk(), issue, "电话核实", DAY)

    assert len(the(desk, issue).steps) == 2


def test_a_station_under_a_town_leaves_the_offices_steps_to_it(tmp_path: Path) -> None:
    station, town = a_desk(tmp_path, parent="TOWN"), a_desk(tmp_path, "TOWN", role=SiteRole.TOWN)
    suggestion, unit = a_suggestion(station), a_unit(station)
    for verb in ("check", "submit"):
        take(station, suggestion, verb)
    error = refused(station, handed_over, station, suggestion, (unit, "lead"))
    assert "TOWN" in str(error)
    deliver(town, log_of(station))
    handed_over(town, suggestion, (unit, "lead"))
    deliver(station, log_of(town))

    assert stage(station, suggestion) == stage(town, suggestion) == "assigned"


# --- issues ------------------------------------------------------------------------------------------------


def test_a_correction_is_one_commit_and_nothing_changed_is_none(desk: Desk) -> None:
    issue = an_issue(desk)
    before = commits(desk)
    entry = issues.IssueEntry(title="江会路内涝", text="一落大雨就浸", place="江会路", sensitive=True)
    issues.correct(desk, a_clerk(), issue, entry)
    assert commits(desk) == before + 1
    row = the(desk, issue).row
    assert (row.title, row.place, the(desk, issue).record.sensitive) == ("江会路内涝", "江会路", True)

    issues.correct(desk, a_clerk(), issue, entry)
    assert commits(desk) == before + 1
    assert isinstance(
        refused(desk, issues.correct, desk, a_clerk(), issue, replace(entry, title=" ")), ValidationError
    )


def test_a_deputy_comments_on_an_issue_and_does_not_correct_it(desk: Desk) -> None:
    issue, deputy = an_issue(desk), Actor("陈伟雄", Role.DEPUTY)
    refused(desk, issues.correct, desk, deputy, issue, issues.IssueEntry(title="一", text="二"))
    refused(desk, issues.void, desk, deputy, issue, "误")
    handling.note(desk, deputy, issue, "地点应为江会路北段", DAY)

    assert len(the(desk, issue).steps) == 2


def test_merged_issues_stay_linked_and_one_is_handled(desk: Desk) -> None:
    issue, into = an_issue(desk), an_issue(desk)
    refused(desk, issues.merge, desk, a_clerk(), issue, issue, DAY)
    refused(desk, issues.merge, desk, a_clerk(), issue, a_suggestion(desk), DAY)
    issues.merge(desk, a_clerk(), issue, into, DAY)

    assert (stage(desk, issue), the(desk, issue).row.outcome) == ("merged", "merged")
    (link,) = the(desk, issue).links
    assert (link.kind, link.outward, link.other) == ("merged-into", True, into)
    assert the(desk, into).links[0].outward is False
    # Merged back, both would be closed and nobody would handle either.
    refused(desk, issues.merge, desk, a_clerk(), into, issue, DAY)
    assert stage(desk, into) == "accepted"


def test_what_was_merged_is_closed_with_the_other_and_its_visitor_told_too(desk: Desk) -> None:
    issue, into = an_issue(desk), an_issue(desk)
    issues.merge(desk, a_clerk(), issue, into, DAY)
    take(desk, into, "finish", later(3), text="已清淤")

    row = the(desk, issue).row
    assert (row.stage, row.outcome, row.due_on) == ("done", "handled", the(desk, into).row.due_on)
    feedback.tell(desk, a_clerk(), issue, FeedbackEntry(told_on=later(4), method="phone", verdict="fairly"))
    assert stage(desk, issue) == "closed"


def test_a_merging_is_undone_by_a_step_and_the_issue_goes_its_own_way(desk: Desk) -> None:
    issue, into = an_issue(desk), an_issue(desk)
    issues.merge(desk, a_clerk(), issue, into, DAY)
    refused(desk, issues.unmerge, desk, a_clerk(), issue, later(1), " ")
    issues.unmerge(desk, a_clerk(), issue, later(1), "并非同一件事")
    take(desk, into, "finish", later(3), text="已清淤")

    row = the(desk, issue).row
    assert (row.stage, row.outcome, the(desk, issue).links) == ("accepted", "", ())
    assert desk.check() == []


def test_what_is_merged_into_a_closed_matter_is_told_at_once(desk: Desk) -> None:
    issue, into = an_issue(desk), an_issue(desk)
    take(desk, into, "finish", later(3), text="已清淤")
    issues.merge(desk, a_clerk(), issue, into, later(4))

    assert stage(desk, issue) == "done"


def test_a_voided_issue_counts_nowhere_and_takes_no_steps(desk: Desk) -> None:
    issue = an_issue(desk)
    refused(desk, issues.void, desk, a_clerk(), issue, " ")
    issues.void(desk, a_clerk(), issue, "重复登记")

    assert page(desk, MatterFilter()) == []
    refused(desk, take, desk, issue, "note")


def test_an_issues_verbs_are_not_for_suggestions(desk: Desk) -> None:
    suggestion = a_suggestion(desk, a_deputy(desk))
    refused(desk, issues.void, desk, a_clerk(), suggestion, "误")
    refused(desk, issues.correct, desk, a_clerk(), suggestion, issues.IssueEntry(title="一", text="二"))

    assert a_visit(desk).number == "HC-20260507-01"
    assert desk.check() == []


def test_a_letter_about_an_issue_that_one_unit_has_is_that_units(desk: Desk) -> None:
    unit = a_unit(desk)
    issue = an_issue(desk)
    handed_over(desk, issue, (unit, "lead"))
    replies.record(desk, a_clerk(), issue, ReplyEntry(dated=date(2026, 5, 20), text="已清淤。"))

    assert [(reply.unit, name) for _, reply, name in the(desk, issue).replies] == [(unit, "区市政管理所")]
