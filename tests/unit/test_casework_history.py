"""A wrong click is taken back by a commit that names it; what was decided or sent is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_desk.casework import browse, history, issues, offices
from station_desk.casework.context import Desk
from station_desk.casework.handling import UnitCharge
from station_desk.casework.intake import HandOver, Raise, Refuse
from station_desk.domain.profile_text import builtin_text
from station_desk.domain.records import Issue, Unit
from station_desk.errors import UserError
from tests.builders import (
    a_clerk,
    a_deputy,
    a_desk,
    a_matter,
    a_suggestion,
    a_unit,
    a_visit,
    an_issue,
    commits,
    handed_over,
    log_of,
    stage,
    take,
    the,
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path)


def undo(desk: Desk) -> history.Undone:
    before = commits(desk)
    done = history.undo(desk, a_clerk())
    assert commits(desk) == before + 1
    return done


def redo(desk: Desk) -> history.Undone:
    before = commits(desk)
    done = history.redo(desk, a_clerk())
    assert commits(desk) == before + 1
    return done


def refused(desk: Desk, *, again: bool = False) -> None:
    before = commits(desk)
    with pytest.raises(UserError):
        (history.redo if again else history.undo)(desk, a_clerk())
    assert commits(desk) == before
    assert history.undoable(desk, redo=again) == ""


def retitle(desk: Desk, issue: object, title: str) -> None:
    with desk.writing(a_clerk(), "correct_issue") as work:
        work.update(Issue, issue, title=title)  # type: ignore[arg-type]


def test_a_step_is_taken_back_and_brought_back(desk: Desk) -> None:
    issue = an_issue(desk)
    handed_over(desk, issue, (a_unit(desk), "lead"))
    take(desk, issue, "sign")
    assert history.undoable(desk) == "sign"
    assert undo(desk).verb == "sign"
    assert stage(desk, issue) == "assigned"
    assert history.undoable(desk, redo=True) == "undo"
    redo(desk)

    assert stage(desk, issue) == "handling"
    assert desk.check() == []


def test_an_undo_names_the_commit_it_answers(desk: Desk) -> None:
    a_unit(desk)
    undo(desk)
    wrong, answer = log_of(desk)[-2:]

    assert answer[1].undoes == wrong[0].hex()


def test_chains_of_undo_and_redo(desk: Desk) -> None:
    issue = an_issue(desk, "题目零题目零")
    for words in ("一", "二", "三"):
        retitle(desk, issue, words)

    def title() -> str:
        return the(desk, issue).row.title

    seen = []
    for way in (undo, undo, undo, redo, redo, undo, redo, redo):
        way(desk)
        seen.append(title())
    assert seen == ["二", "一", "题目零题目零", "一", "二", "一", "二", "三"]
    refused(desk, again=True)
    undo(desk)
    retitle(desk, issue, "四")
    refused(desk, again=True)  # new work ends what could be brought back
    undo(desk)
    assert title() == "二"
    undo(desk)
    assert title() == "一"
    assert desk.check() == []


def test_a_visit_entered_by_mistake_is_gone_whole_and_comes_back_whole(desk: Desk) -> None:
    unit = a_unit(desk)
    saved = a_visit(desk, a_matter("一件事情", HandOver((UnitCharge(unit, "lead"),))), a_matter("两件事情"))
    undo(desk)
    assert browse.count(desk, browse.MatterFilter()) == 0
    assert browse.visitors(desk, "梁") == []
    redo(desk)

    assert {stage(desk, m) for m, _ in saved.matters} == {"assigned", "accepted"}
    assert [v.visitor.name for v in browse.visitors(desk, "梁")] == ["梁锦萍"]
    assert desk.check() == []


def test_a_hand_over_is_a_decision_for_a_suggestion_and_not_for_an_issue(desk: Desk) -> None:
    issue, suggestion, unit = an_issue(desk), a_suggestion(desk), a_unit(desk)
    handed_over(desk, issue, (unit, "lead"))
    undo(desk)
    assert stage(desk, issue) == "accepted"
    for verb in ("check", "submit"):
        take(desk, suggestion, verb)
    refused(desk)
    handed_over(desk, suggestion, (unit, "lead"))
    refused(desk)

    assert stage(desk, suggestion) == "assigned"


def test_a_visit_on_which_something_was_refused_stands(desk: Desk) -> None:
    a_visit(desk, a_matter("一件事情", Refuse("court", "已诉讼")))
    refused(desk)


def test_a_raised_suggestion_is_taken_back_with_its_links(desk: Desk) -> None:
    deputy = a_deputy(desk)
    saved = a_visit(desk, a_matter("一件事情", Raise((deputy,))))
    undo(desk)

    assert browse.page(desk, browse.MatterFilter()) == []
    assert the(desk, saved.matters[0][0]).links == ()


def test_what_has_left_in_a_package_stays(desk: Desk) -> None:
    issue = an_issue(desk)
    retitle(desk, issue, "一")
    retitle(desk, issue, "二")
    desk.set_meta("exported", str(commits(desk) - 1))
    undo(desk)
    refused(desk)
    assert the(desk, issue).row.title == "一"
    desk.set_meta("exported", str(commits(desk)))
    refused(desk, again=True)


def test_a_new_desk_has_nothing_to_undo(desk: Desk) -> None:
    refused(desk)
    refused(desk, again=True)


def test_a_rule_profile_taken_back_leaves_its_name_free(desk: Desk) -> None:
    text = builtin_text("guangdong").replace('version = "guangdong-1"', 'version = "新会-2"')
    offices.save_profile(desk, a_clerk(), text)
    assert desk.profile().version == "新会-2"
    undo(desk)
    assert desk.profile().version == "guangdong-1"
    changed = text.replace('name = "广东"', 'name = "新会"')
    offices.save_profile(desk, a_clerk(), changed)

    assert desk.profile().name == "新会"
    issue = an_issue(desk)
    assert stage(desk, issue) == "accepted"
    assert desk.check() == []


def test_the_history_tells_who_did_what_before_and_after(desk: Desk) -> None:
    issue = an_issue(desk, "题目零题目零")
    retitle(desk, issue, "题目一")
    issues.void(desk, a_clerk("王芳"), issue, "重复")
    voided, changed, *_, first = history.of_matter(desk, issue)

    assert (voided.author.actor, voided.author.verb) == ("王芳", "void_issue")
    assert [(f.field, f.before, f.after) for f in changed.fields] == [("title", "题目零题目零", "题目一")]
    assert first.author.verb == "register_visit"
    assert not first.received
    assert offices.save(desk, a_clerk(), Unit(name="新单位"))[1].types == {"unit"}
