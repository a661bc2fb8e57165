"""A matter's stage, clocks and charges follow from its steps, in whatever order they arrive."""

from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from station_desk.domain.course import AssignmentView, Course, StepView, in_order
from station_desk.domain.declare import RecordId
from station_desk.domain.profile_text import load_builtin
from station_desk.domain.tracks import ISSUE, SUGGESTION, Track
from station_desk.domain.vocabulary import Role
from station_desk.domain.walk import run

PROFILE = load_builtin("guangdong")
A, B, C = (RecordId(letter * 16) for letter in (b"a", b"b", b"c"))
OFFICE = frozenset({Role.OFFICE})


class Matter:
    """A matter's steps as they are written, each after the last."""

    def __init__(self, track: Track, opened_on: date) -> None:
        self.track, self.opened_on = track, opened_on
        self.steps: list[StepView] = []
        self.assignments: dict[RecordId, AssignmentView] = {}

    def step(
        self,
        verb: str,
        on: date,
        charge: RecordId | None = None,
        *,
        until: date | None = None,
        code: str | None = None,
    ) -> Matter:
        number = len(self.steps) + 1
        after = (self.steps[-1].id,) if self.steps else ()
        ident = RecordId(number.to_bytes(16, "big"))
        self.steps.append(StepView(ident, verb, on, until, code, charge, after, number, OFFICE))
        return self

    def hand_over(self, on: date, charge: RecordId, role: str = "lead") -> Matter:
        self.assignments[charge] = AssignmentView(charge, charge, role, on)
        return self.step("hand_over", on, charge)

    def course(self) -> Course:
        return run(self.track, PROFILE, self.opened_on, self.steps, self.assignments)


def an_issue(on: date = date(2026, 5, 7)) -> Matter:
    return Matter(ISSUE, on).step("accept", on)


def submitted(on: date = date(2026, 5, 7)) -> Matter:
    return Matter(SUGGESTION, on).step("check", on).step("submit", on)


# --- due days ---------------------------------------------------------------------------------------


def test_triage_across_national_day_counts_the_make_up_days() -> None:
    """2024: free from 1 to 7 October, worked on Sunday 29 September and Saturday 12 October."""
    matter = Matter(ISSUE, date(2024, 9, 27))
    assert matter.course().due_on == date(2024, 10, 8)  # 29 and 30 September, then 8 October
    assert matter.course().due_clock == "issue.triage"
    matter.step("accept", date(2024, 9, 30))
    assert matter.course().due_on == date(2024, 10, 12)  # 8, 9, 10, 11, and the made-up Saturday


def test_handling_counts_from_the_hand_over() -> None:
    """Saturday 9 May 2026 is worked, for Labour Day."""
    matter = an_issue().hand_over(date(2026, 5, 7), A)
    assert (matter.course().due_on, matter.course().due_clock) == (date(2026, 5, 27), "issue.handling")
    assert matter.course().holder == A


def test_a_reply_is_due_in_three_months_and_a_co_opinion_in_one() -> None:
    matter = submitted().hand_over(date(2026, 5, 7), A).hand_over(date(2026, 5, 7), B, "co")
    course = matter.course()

    assert course.charges[A].due_on == date(2026, 8, 7)
    assert course.charges[B].due_on == date(2026, 6, 7)
    assert (course.due_on, course.holder) == (date(2026, 8, 7), A)


def test_a_suggestion_handed_over_on_the_last_of_january_ends_with_its_months() -> None:
    last = date(2026, 1, 31)
    matter = Matter(SUGGESTION, date(2026, 1, 5))
    matter.step("check", date(2026, 1, 5)).step("submit", date(2026, 1, 6))
    matter.hand_over(last, A).hand_over(last, B, role="co")
    course = matter.course()
    assert (course.charges[A].due_on, course.charges[B].due_on) == (date(2026, 4, 30), date(2026, 2, 28))
    matter.step("extend", date(2026, 4, 20), A, until=date(2026, 7, 31))
    assert matter.course().due_on == date(2026, 7, 31)


def test_a_suggestion_raised_at_a_session_is_handed_over_within_the_month() -> None:
    matter = Matter(SUGGESTION, date(2026, 1, 28))
    matter.step("check", date(2026, 1, 28)).step("submit", date(2026, 1, 31), code="session")
    assert matter.course().due_on == date(2026, 2, 28)


def test_between_sessions_the_hand_over_skips_the_spring_festival() -> None:
    matter = Matter(SUGGESTION, date(2026, 2, 5))
    matter.step("check", date(2026, 2, 5)).step("submit", date(2026, 2, 6))
    # Ten working days from 6 February 2026: 9-14 (the 14th made up), 24-27 after the festival of 15-23.
    assert matter.course().due_on == date(2026, 2, 27)


def test_an_extension_moves_the_units_day() -> None:
    matter = submitted().hand_over(date(2026, 5, 7), A).step("sign", date(2026, 5, 8), A)
    matter.step("extend", date(2026, 7, 1), A, until=date(2026, 11, 7))

    assert matter.course().due_on == date(2026, 11, 7)


def test_a_paused_clock_stands_and_counts_on_from_where_it_stood() -> None:
    matter = an_issue(date(2026, 5, 7)).hand_over(date(2026, 5, 7), A)
    matter.step("pause", date(2026, 5, 11))
    assert matter.course().due_on is None
    matter.step("resume", date(2026, 5, 18))

    assert matter.course().due_on == date(2026, 6, 3)  # one working week later than 27 May


def test_a_pause_outlives_the_receipt() -> None:
    matter = an_issue().hand_over(date(2026, 5, 7), A)
    matter.step("pause", date(2026, 5, 11)).step("sign", date(2026, 5, 13), A)
    assert matter.course().due_on is None
    matter.step("resume", date(2026, 5, 18))

    assert matter.course().due_on == date(2026, 6, 3)


def test_a_pause_ends_with_the_clock_it_stopped() -> None:
    matter = an_issue().step("pause", date(2026, 5, 8)).hand_over(date(2026, 5, 11), A)
    matter.step("return", date(2026, 5, 12), A)

    assert matter.course().due_on == date(2026, 5, 19)


# --- several units ----------------------------------------------------------------------------------


def test_the_lead_units_answer_is_the_matters() -> None:
    matter = an_issue().hand_over(date(2026, 5, 7), A).hand_over(date(2026, 5, 7), B, "co")
    assert matter.course().odd == []
    matter.step("finish", date(2026, 5, 12), B)
    assert matter.course().stage == "assigned"
    matter.step("finish", date(2026, 5, 13), A)
    course = matter.course()

    assert (course.stage, course.outcome, course.finished_on) == ("done", "handled", date(2026, 5, 13))
    assert course.due_clock == "issue.tell"


def test_separate_units_must_all_answer() -> None:
    matter = submitted().hand_over(date(2026, 5, 7), A, "separate").hand_over(date(2026, 5, 7), B, "separate")
    matter.step("sign", date(2026, 5, 8), A)
    assert matter.course().stage == "handling"
    matter.step("reply", date(2026, 6, 1), A)
    assert matter.course().stage == "handling"
    assert matter.course().holder == B
    matter.step("reply", date(2026, 6, 2), B)
    assert matter.course().stage == "replied"


def test_a_returned_part_is_to_be_reassigned_even_where_the_other_unit_has_replied() -> None:
    matter = submitted().hand_over(date(2026, 5, 7), A, "separate").hand_over(date(2026, 5, 7), B, "separate")
    matter.step("return", date(2026, 5, 12), A)
    assert matter.course().stage == "assigned"
    matter.step("reply", date(2026, 6, 1), B)
    assert (matter.course().stage, matter.course().due_clock) == ("reassign", "suggestion.reassign")
    matter.hand_over(date(2026, 6, 3), C, "separate")
    assert (matter.course().stage, matter.course().holder) == ("handling", C)
    matter.step("reply", date(2026, 7, 1), C)
    assert matter.course().stage == "replied"
    assert matter.course().odd == []


def test_what_the_only_unit_returns_is_reassigned() -> None:
    matter = an_issue().hand_over(date(2026, 5, 7), A).step("return", date(2026, 5, 8), A)
    assert (matter.course().stage, matter.course().due_on) == ("reassign", date(2026, 5, 14))
    matter.hand_over(date(2026, 5, 9), B)
    assert (matter.course().stage, matter.course().holder) == ("assigned", B)


def test_a_unit_signs_once() -> None:
    matter = an_issue().hand_over(date(2026, 5, 7), A)
    matter.step("sign", date(2026, 5, 8), A).step("sign", date(2026, 5, 9), A)

    assert matter.course().odd == [matter.steps[-1].id]
    assert matter.course().charges[A].signed_on == date(2026, 5, 8)


def test_an_issue_raised_as_a_suggestion_is_no_longer_due_from_its_unit() -> None:
    matter = an_issue().hand_over(date(2026, 5, 7), A).step("raise", date(2026, 5, 12))

    assert (matter.course().stage, matter.course().due_on) == ("in_suggestion", None)
    assert matter.course().holder is None


# --- the verdict, and again -------------------------------------------------------------------------


def told(verdict: str) -> Matter:
    matter = an_issue().hand_over(date(2026, 5, 7), A).step("finish", date(2026, 5, 12), A)
    matter.step("tell", date(2026, 5, 13))
    return matter.step("verdict", date(2026, 5, 13), code=verdict)


def test_a_dissatisfied_visitor_has_it_handled_again_once() -> None:
    matter = told("dissatisfied")
    assert matter.course().stage == "unhappy"
    matter.step("redo", date(2026, 5, 14))
    course = matter.course()
    assert (course.stage, course.redone, course.outcome, course.finished_on) == ("handling", 1, "", None)
    assert course.due_on == date(2026, 6, 4)
    matter.step("finish", date(2026, 5, 20), A).step("tell", date(2026, 5, 21))
    matter.step("verdict", date(2026, 5, 21), code="dissatisfied")
    assert matter.course().stage == "unhappy_again"
    matter.step("explain", date(2026, 5, 22))
    assert (matter.course().stage, matter.course().closed_on) == ("closed", date(2026, 5, 22))


def test_a_satisfied_visitors_matter_is_filed() -> None:
    course = told("satisfied").course()

    assert (course.stage, course.verdict, course.outcome) == ("closed", "satisfied", "handled")
    assert course.due_on is None


def test_the_stage_bar_knows_the_day_each_cell_was_passed() -> None:
    matter = an_issue().hand_over(date(2026, 5, 8), A).step("finish", date(2026, 5, 12), A)
    assert matter.course().entered == {
        0: date(2026, 5, 7),
        1: date(2026, 5, 7),
        2: date(2026, 5, 8),
        3: date(2026, 5, 12),
    }


# --- order ------------------------------------------------------------------------------------------


def the_whole_life() -> Matter:
    matter = told("dissatisfied").step("redo", date(2026, 5, 14)).step("urge", date(2026, 5, 15), A)
    matter.step("extend", date(2026, 5, 18), A, until=date(2026, 7, 1)).step("note", date(2026, 5, 19))
    return matter.step("finish", date(2026, 5, 20), A)


@given(st.permutations(the_whole_life().steps))
def test_steps_in_any_order_of_arrival_fold_alike(steps: list[StepView]) -> None:
    matter = the_whole_life()

    assert run(ISSUE, PROFILE, matter.opened_on, steps, matter.assignments) == matter.course()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(ISSUE.steps)), st.sets(st.integers(0, 7)), st.integers(1, 4), st.booleans()
        ),
        max_size=8,
    ),
    st.randoms(),
)
def test_steps_written_at_several_places_at_once_fold_alike(
    drawn: list[tuple[str, set[int], int, bool]], shuffle: Random
) -> None:
    """`after` may name steps not yet here, or (forged) later ones in a ring."""
    steps = [
        StepView(
            RecordId(bytes([n]) * 16), verb, date(2026, 5, 7), date(2026, 9, 1), "satisfied", A,
            tuple(RecordId(bytes([a]) * 16) for a in sorted(after)), lamport, OFFICE, void,
        )
        for n, (verb, after, lamport, void) in enumerate(drawn)
    ]  # fmt: skip
    charges = {A: AssignmentView(A, A, "lead", date(2026, 5, 7))}
    first = run(ISSUE, PROFILE, date(2026, 5, 7), steps, charges)
    shuffle.shuffle(steps)

    assert run(ISSUE, PROFILE, date(2026, 5, 7), steps, charges) == first


def rivals(lamports: tuple[int, int], ids: tuple[bytes, bytes]) -> list[StepView]:
    """Accepted, then refused at one place and answered at another, neither having seen the other."""
    accepted = an_issue().steps[0]
    out = [accepted]
    for verb, lamport, letter in zip(("refuse", "answer"), lamports, ids, strict=True):
        ident = RecordId(letter * 16)
        out.append(accepted._replace(id=ident, verb=verb, after=(accepted.id,), lamport=lamport))
    return out


def test_of_two_steps_at_once_the_smaller_lamport_number_applies_and_the_other_is_odd() -> None:
    by_lamport = run(ISSUE, PROFILE, date(2026, 5, 7), rivals((5, 4), (b"x", b"y")), {})
    assert (by_lamport.stage, by_lamport.odd) == ("told", [b"x" * 16])
    by_id = run(ISSUE, PROFILE, date(2026, 5, 7), rivals((5, 5), (b"x", b"y")), {})
    assert (by_id.outcome, by_id.odd) == ("refused", [b"y" * 16])


def test_depth_comes_before_the_lamport_number() -> None:
    """A step that saw more comes later even where its writer's counter stood lower."""
    first = an_issue().steps[0]
    deep = first._replace(id=RecordId(b"d" * 16), lamport=0, after=(first.id,))

    assert [s.id for s in in_order([deep, first])] == [first.id, deep.id]


def test_a_long_row_of_steps_with_a_branch_keeps_its_order() -> None:
    first = an_issue().steps[0]
    row = [first]
    for place in range(4000):
        row.append(
            first._replace(id=RecordId((1 << 64 | place).to_bytes(16, "big")), lamport=9, after=(row[-1].id,))
        )
    beside = first._replace(id=RecordId(b"z" * 16), lamport=99, after=(first.id,))

    found = in_order([*reversed(row), beside])

    assert found == [*row[:2], beside, *row[2:]]


def test_a_step_after_one_that_was_taken_back_still_comes_last() -> None:
    matter = an_issue().hand_over(date(2026, 5, 7), A).step("sign", date(2026, 5, 8), A)
    matter.steps[-1] = matter.steps[-1]._replace(void=True)
    matter.step("finish", date(2026, 5, 12), A)
    course = matter.course()

    assert (course.stage, course.odd) == ("done", [])
    assert course.charges[A].signed_on is None
