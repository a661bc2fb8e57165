"""Two words on one field, over real files: who decides, that every desk says the same, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import conflicts, handling, odd_steps, offices, reveal
from station_desk.casework.conflicts import Proposal, Question
from station_desk.casework.context import Actor, Desk
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Issue, Suggestion, Unit, Visitor
from station_desk.errors import UserError, ValidationError
from station_desk.exchange import inbox
from station_desk.exchange.digest import digest
from tests.builders import DAY, a_clerk, a_suggestion, a_visit, an_issue, deliver, log_of, stage, the
from tests.exchange.post import OFFICE, TOWN, a_station, a_town, marks, sent, taken

OTHER_PC = Actor("许志强", OFFICE.role)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    before = i18n.language()
    i18n.set_language("en")
    yield
    i18n.set_language(before)


class Offices:
    """A station and its town, which send each other packages, and the town's second computer, which shares
    the town's log."""

    def __init__(self, folder: Path) -> None:
        self.station = a_station(folder)
        self.town = a_town(folder)
        self.second = a_town(folder, "second.desk")

    def quiet(self) -> None:
        for _ in range(3):
            deliver(self.town, log_of(self.second))
            taken(self.town, sent(self.station, TOWN))
            taken(self.station, sent(self.town, "HC"))
            deliver(self.second, log_of(self.town))

    def all(self) -> tuple[Desk, ...]:
        return self.station, self.town, self.second

    def agree(self) -> None:
        """The same records, marks and questions on every desk."""
        assert len({digest(desk) for desk in self.all()}) == 1
        assert marks(self.station) == marks(self.town) == marks(self.second)
        assert len({tuple(q.key for q in asked(desk)) for desk in self.all()}) == 1
        for desk in self.all():
            assert desk.check() == []


@pytest.fixture
def three(tmp_path: Path) -> Offices:
    made = Offices(tmp_path)
    made.quiet()
    return made


def asked(desk: Desk) -> tuple[Question, ...]:
    return conflicts.waiting(desk).questions


def number(desk: Desk, actor: Actor, suggestion: RecordId, text: str) -> None:
    with desk.writing(actor, "number", "按来文先后") as work:
        work.update(Suggestion, suggestion, official_number=text)


def proposal(question: Question, at: int = 0) -> Proposal:
    return Proposal(question.record, question.field, question.candidates[at].change)


def numbered_twice(three: Offices) -> RecordId:
    """One suggestion to which both computers of the town have given a number."""
    suggestion = a_suggestion(three.station)
    three.quiet()
    number(three.town, OFFICE, suggestion, "2026闭-007")
    number(three.second, OTHER_PC, suggestion, "2026闭-009")
    three.quiet()
    return suggestion


# --- conflicts -----------------------------------------------------------------------------------------


def test_a_number_given_on_both_of_an_offices_computers_is_shown_side_by_side(three: Offices) -> None:
    suggestion = numbered_twice(three)

    three.agree()
    (question,) = asked(three.station)
    assert (question.kind, question.record, question.field) == ("conflict", suggestion, "official_number")
    assert question.title == "关于整治江会路内涝的建议"
    assert question.field_label == "Official number"
    assert question.shown == "(empty)", "neither of the two is in force"
    assert {(c.shown, c.actor, c.site, c.reason) for c in question.candidates} == {
        ("2026闭-007", "何健生", "会城街道人大", "按来文先后"),
        ("2026闭-009", "许志强", "会城街道人大", "按来文先后"),
    }
    assert all(c.package.startswith("package ") for c in question.candidates), "both came in packages"
    assert (question.here, question.authority) == (False, "会城街道人大")
    here = asked(three.town)[0]
    assert here.here
    assert sorted(bool(c.package) for c in here.candidates) == [False, True]
    assert conflicts.tally(three.town) == conflicts.Tally(1, 1)
    assert conflicts.tally(three.station) == conflicts.Tally(1, 0)


def test_the_office_decides_once_and_every_desk_has_its_word(three: Offices) -> None:
    suggestion = numbered_twice(three)
    chosen = next(c for c in asked(three.town)[0].candidates if c.shown == "2026闭-009")
    conflicts.decide(
        three.town, OFFICE, suggestion, "official_number", change=chosen.change, reason="先登记的保留"
    )
    assert asked(three.town) == ()
    with pytest.raises(UserError, match="decided already"):
        conflicts.decide(three.town, OFFICE, suggestion, "official_number", change=chosen.change)
    three.quiet()

    three.agree()
    assert {the(desk, suggestion).record.official_number for desk in three.all()} == {"2026闭-009"}
    assert marks(three.station) == []


def test_a_value_that_is_neither_can_be_given(three: Offices) -> None:
    suggestion = numbered_twice(three)
    conflicts.decide(three.second, OTHER_PC, suggestion, "official_number", value="2026闭-010", reason="重编")
    three.quiet()

    three.agree()
    assert the(three.station, suggestion).record.official_number == "2026闭-010"


def test_decided_differently_on_both_computers_it_is_asked_again(three: Offices) -> None:
    suggestion = numbered_twice(three)
    for desk, actor, text in ((three.town, OFFICE, "2026闭-011"), (three.second, OTHER_PC, "2026闭-012")):
        conflicts.decide(desk, actor, suggestion, "official_number", value=text, reason="重编")
    three.quiet()

    three.agree()
    (question,) = asked(three.town)
    assert {c.shown for c in question.candidates} == {"2026闭-011", "2026闭-012"}


def test_nobody_else_decides(three: Offices) -> None:
    suggestion = numbered_twice(three)
    before = marks(three.station)

    with pytest.raises(UserError, match="for 会城街道人大 to decide"):
        conflicts.decide(three.station, a_clerk(), suggestion, "official_number", value="2026闭-001")
    assert marks(three.station) == before


def test_a_matter_in_conflict_is_not_handed_on(three: Offices) -> None:
    matter = an_issue(three.station)
    three.quiet()
    unit = offices.save(three.town, OFFICE, Unit(name="区市政管理所"))[0]
    for desk, actor, text in ((three.town, OFFICE, "甲-1"), (three.second, OTHER_PC, "甲-2")):
        with desk.writing(actor, "number") as work:
            work.update(Issue, matter, official_number=text)
    three.quiet()

    with pytest.raises(UserError, match="wait for a decision"):
        handling.hand_over(three.town, OFFICE, matter, DAY, [UnitCharge(unit, "lead")])
    with (
        pytest.raises(UserError, match="wait for a decision"),
        three.station.writing(a_clerk(), "hand_on") as work,
    ):
        work.update(Issue, matter, owner=TOWN)
    conflicts.decide(three.town, OFFICE, matter, "official_number", value="甲-1")
    handling.hand_over(three.town, OFFICE, matter, DAY, [UnitCharge(unit, "lead")])
    three.quiet()
    assert stage(three.station, matter) == "assigned"


def test_handed_to_two_sites_at_once_who_handed_it_over_decides(three: Offices) -> None:
    matter = an_issue(three.station)
    three.quiet()
    fork = a_station(_folder(three, "pc2"))
    deliver(fork, log_of(three.station))
    for desk, site in ((three.station, TOWN), (fork, "XH")):
        with desk.writing(a_clerk(), "hand_on", "按分工") as work:
            work.update(Issue, matter, owner=site)
    deliver(three.station, log_of(fork))
    three.quiet()

    (question,) = asked(three.town)
    assert (question.field, question.here, question.authority) == ("owner", False, "HC站")
    assert {c.shown for c in question.candidates} >= {"会城街道人大", "XH"}
    with pytest.raises(UserError, match="for HC站 to decide"):
        conflicts.decide(three.town, OFFICE, matter, "owner", value=TOWN)
    mine = asked(three.station)[0]
    assert mine.here
    chosen = next(c for c in mine.candidates if c.shown == "会城街道人大")
    conflicts.decide(three.station, a_clerk(), matter, "owner", change=chosen.change, reason="归镇办")
    three.quiet()
    assert {the(desk, matter).record.owner for desk in (three.station, three.town)} == {TOWN}
    assert asked(three.town) == asked(three.station) == ()


def _folder(three: Offices, name: str) -> Path:
    found = three.station.path.parent / name
    found.mkdir()
    return found


# --- proposals -----------------------------------------------------------------------------------------


def proposed(three: Offices, *texts: str) -> list[RecordId]:
    """Suggestions for each of which the station wrote a number that is the office's to give."""
    out = []
    for place, text in enumerate(texts):
        suggestion = a_suggestion(three.station, title=f"建议 {place + 1}")
        number(three.station, a_clerk(), suggestion, text)
        out.append(suggestion)
    three.quiet()
    return out


def test_many_proposals_are_accepted_in_one_commit(three: Offices) -> None:
    suggestions = proposed(three, "1", "2", "3")
    before = asked(three.town)
    assert [q.kind for q in before] == ["proposal"] * 3
    assert all(q.here and q.authority == "会城街道人大" for q in before)
    changed = conflicts.accept(three.town, OFFICE, [proposal(q) for q in before], "同意")
    three.quiet()

    assert len(changed.commits) == 1
    three.agree()
    assert [the(three.station, s).record.official_number for s in suggestions] == ["1", "2", "3"]
    assert marks(three.station) == []


def test_what_is_declined_stays_as_it_was_and_is_asked_no_more(three: Offices) -> None:
    (suggestion,) = proposed(three, "1")
    (question,) = asked(three.town)
    with pytest.raises(ValidationError, match="Say why"):
        conflicts.decline(three.town, OFFICE, [proposal(question)], " ")
    conflicts.decline(three.town, OFFICE, [proposal(question)], "号码由本机关编排")
    three.quiet()

    three.agree()
    assert the(three.station, suggestion).record.official_number is None
    assert marks(three.station) == []


def test_declining_a_hand_over_keeps_the_owner_and_lets_the_matter_go_on(three: Offices) -> None:
    matter = an_issue(three.station)
    three.quiet()
    with three.town.writing(OFFICE, "hand_on") as work:
        work.update(Issue, matter, owner=TOWN)
    three.quiet()
    (question,) = asked(three.station)
    assert (question.kind, question.field, question.here) == ("proposal", "owner", True)
    conflicts.decline(three.station, a_clerk(), [proposal(question)], "仍由本站跟办")
    three.quiet()
    three.agree()
    assert asked(three.town) == ()
    with three.station.writing(a_clerk(), "hand_on") as work:
        work.update(Issue, matter, owner=TOWN)
    three.quiet()
    three.agree()
    assert the(three.town, matter).record.owner == TOWN


def test_two_proposals_for_one_field_cannot_both_be_accepted(three: Offices) -> None:
    (suggestion,) = proposed(three, "1")
    number(three.station, a_clerk(), suggestion, "2")
    three.quiet()
    (question,) = asked(three.town)
    assert {c.shown for c in question.candidates} == {"1", "2"}

    with pytest.raises(UserError, match="differ"):
        conflicts.accept(three.town, OFFICE, [proposal(question, 0), proposal(question, 1)])
    conflicts.accept(three.town, OFFICE, [proposal(question, 0)])
    (left,) = asked(three.town)
    assert [c.change for c in left.candidates] == [question.candidates[1].change]
    conflicts.decline(three.town, OFFICE, [proposal(left)], "已编号")
    assert asked(three.town) == ()


def test_a_proposal_on_a_field_in_conflict_waits_for_that(three: Offices) -> None:
    suggestion = numbered_twice(three)
    number(three.station, a_clerk(), suggestion, "3")
    three.quiet()
    conflict, other = asked(three.town)
    assert (conflict.kind, other.kind) == ("conflict", "proposal")

    with pytest.raises(UserError, match="Decide that first"):
        conflicts.accept(three.town, OFFICE, [proposal(other)])
    assert asked(three.town) == (conflict, other)


def test_a_proposal_that_says_what_stands_asks_for_nothing(three: Offices) -> None:
    suggestion = a_suggestion(three.station)
    three.quiet()
    number(three.station, a_clerk(), suggestion, "2026闭-007")
    number(three.town, OFFICE, suggestion, "2026闭-007")
    three.quiet()

    three.agree()
    assert asked(three.town) == ()


def test_a_changed_number_of_the_stations_own_can_only_be_filed_away(three: Offices) -> None:
    matter = an_issue(three.station)
    three.quiet()
    deliver_a_forgery(three, matter)
    (question,) = asked(three.station)
    assert (question.kind, question.field, question.here) == ("proposal", "number", True)

    with pytest.raises(UserError, match="written once"):
        conflicts.accept(three.station, a_clerk(), [proposal(question)])
    conflicts.decline(three.station, a_clerk(), [proposal(question)], "编号不改")
    three.quiet()
    three.agree()
    assert asked(three.station) == ()


def deliver_a_forgery(three: Offices, matter: RecordId) -> None:
    """A program of another make at the town changes what is written once."""
    with three.town.writing(OFFICE, "correct_issue") as work:
        work._put("issue", matter, work._nonce(), {"number": "别的编号"}, {}, False)
    three.quiet()


ANSWERS: dict[str, Callable[[Desk, Question], object]] = {
    "accept": lambda desk, q: conflicts.accept(desk, OFFICE, [proposal(q)]),
    "decline": lambda desk, q: conflicts.decline(desk, OFFICE, [proposal(q)], "不采纳"),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_whatever_arrives_first_the_answer_ends_the_proposal(tmp_path: Path, answer: str) -> None:
    """Three desks' words, which do not all know of each other, in every order and each twice."""
    three = Offices(tmp_path)
    three.quiet()
    suggestion = a_suggestion(three.station)
    three.quiet()
    before = three.station.backup(_folder(three, "before"))
    known = {line[0] for line in log_of(three.station)}
    number(three.station, a_clerk(), suggestion, "1")
    taken(three.town, sent(three.station, TOWN))
    number(three.second, OTHER_PC, suggestion, "2")
    rival = log_of(three.second)
    ANSWERS[answer](three.town, asked(three.town)[0])
    answered, asking = log_of(three.town), log_of(three.station)
    seen = set()
    for place, order in enumerate(permutations((rival, answered, asking))):
        copy = Desk.open(_copied(before, tmp_path / f"{place}.desk"))
        for log in order:
            deliver(copy, [line for line in log if line[0] not in known] * 2)
        seen.add((digest(copy), tuple(marks(copy))))
        assert all(q.kind != "proposal" for q in asked(copy))
        assert copy.check() == []
        copy.close()
    assert len(seen) == 1
    three.quiet()
    three.agree()


def _copied(backup: Path, path: Path) -> Path:
    path.write_bytes(backup.read_bytes())
    return path


# --- numbers given twice --------------------------------------------------------------------------------


def test_one_number_on_two_matters_is_asked_and_another_number_settles_it(three: Offices) -> None:
    one, two = a_suggestion(three.station), a_suggestion(three.station, title="关于校门口安全的建议")
    three.quiet()
    number(three.town, OFFICE, one, "2026闭-007")
    number(three.second, OTHER_PC, two, "2026闭-007")
    three.quiet()

    three.agree()
    (question,) = asked(three.town)
    assert (question.kind, question.number, question.here) == ("double", "2026闭-007", True)
    assert {c.record for c in question.candidates} == {one, two}
    assert {c.actor for c in question.candidates} == {"何健生", "许志强"}
    with pytest.raises(ValidationError, match="is given to"):
        conflicts.decide(three.town, OFFICE, two, "official_number", value="2026闭-007")
    with pytest.raises(UserError, match="for 会城街道人大 to decide"):
        conflicts.decide(three.station, a_clerk(), two, "official_number", value="2026闭-008")
    conflicts.decide(three.town, OFFICE, two, "official_number", value="2026闭-008", reason="重号")
    three.quiet()
    three.agree()
    assert asked(three.station) == ()
    assert the(three.station, two).record.official_number == "2026闭-008"


# --- steps that did not apply -----------------------------------------------------------------------------


def both_at_once(three: Offices) -> RecordId:
    """A matter that the town hands over while the station refuses it."""
    matter = an_issue(three.station)
    three.quiet()
    unit = offices.save(three.town, OFFICE, Unit(name="区市政管理所"))[0]
    handling.hand_over(three.town, OFFICE, matter, DAY, [UnitCharge(unit, "lead")])
    handling.take(
        three.station, a_clerk(), matter, "refuse", StepEntry(on=DAY, text="不属职权", code="petition")
    )
    three.quiet()
    return matter


def test_a_step_that_did_not_apply_is_asked_with_its_reason_and_filed(three: Offices) -> None:
    matter = both_at_once(three)
    before = stage(three.station, matter)
    (question,) = asked(three.station)
    assert (question.kind, question.matter, question.here) == ("step", matter, True)
    assert "not possible there" in question.shown
    with pytest.raises(ValidationError, match="why it is filed"):
        odd_steps.file(three.station, a_clerk(), [question.record], "", DAY)
    odd_steps.file(three.station, a_clerk(), [question.record], "已由镇街处理", DAY)
    assert asked(three.station) == ()
    with pytest.raises(UserError, match="not to be checked any more"):
        odd_steps.file(three.station, a_clerk(), [question.record], "再来一次", DAY)
    three.quiet()

    three.agree()
    assert stage(three.town, matter) == before
    filed = [step for step in the(three.town, matter).steps if step.filed]
    assert [step.id for step in filed] == [question.record]
    assert all(step.odd for step in filed), "it still counts as not done"


def test_a_step_can_be_taken_once_more_where_it_is_possible_by_now(three: Offices) -> None:
    matter = an_issue(three.station)
    three.quiet()
    handling.take(three.station, a_clerk(), matter, "pause", StepEntry(on=DAY, text="等雨季"))
    handling.take(three.second, OTHER_PC, matter, "note", StepEntry(on=DAY, text="已看过"))
    three.quiet()
    assert asked(three.station) == ()
    refused = both_at_once(three)
    (question,) = asked(three.station)
    with pytest.raises(UserError):
        odd_steps.repeat(three.station, a_clerk(), question.record, DAY)
    assert asked(three.station) == (question,)
    assert stage(three.station, refused) == stage(three.town, refused)


# --- what is shown ---------------------------------------------------------------------------------------


def test_personal_details_are_masked_in_a_question(three: Offices) -> None:
    visit = a_visit(three.station, phone="13812344620")
    three.quiet()
    visitor = the(three.station, visit.matters[0][0]).visitor_id
    assert visitor is not None
    deliver(three.town, log_of(three.station))
    with three.town.writing(OFFICE, "void_visitor") as work:
        work.update(Visitor, visitor, void="重复")
    deliver(three.station, log_of(three.town))

    (question,) = asked(three.station)
    assert question.title == "梁某"
    assert reveal.log(three.station) == []


def test_a_preview_says_which_values_stand_against_each_other(three: Offices) -> None:
    suggestion = a_suggestion(three.station)
    three.quiet()
    number(three.town, OFFICE, suggestion, "2026闭-007")
    number(three.second, OTHER_PC, suggestion, "2026闭-009")
    taken(three.station, sent(three.town, "HC"))
    deliver(three.town, log_of(three.second))
    said = inbox.preview(three.station, sent(three.town, "HC"))

    assert (said.conflicts, said.proposals) == (1, 0)
    (question,) = said.questions
    assert {c.shown for c in question.candidates} == {"2026闭-007", "2026闭-009"}
    assert asked(three.station) == ()
