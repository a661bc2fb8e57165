"""Every track can be drawn from its declaration alone: nothing left out, nothing overlaps, nothing is cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from types import MappingProxyType

import pytest

from station_desk import i18n
from station_desk.domain.deadlines import ClockRule, Unit
from station_desk.domain.profile_text import load_builtin
from station_desk.domain.tracks import ISSUE, TRACKS, Need, StepDecl, When
from station_desk.domain.tracks.model import Stage, stages_of, steps_of
from station_desk.i18n import Label
from station_desk.ui import track_plan
from station_desk.ui.track_layout import SIZES, Layout, Line, drawn, lay, wrap
from station_desk.ui.track_plan import NEEDS, WHENS, Plan, of_track, plan, table

CLOCKS = load_builtin("guangdong").clocks


@pytest.fixture(params=i18n.LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.set_language(request.param)
    yield request.param
    i18n.set_language(i18n.CHINESE)


def measure(words: str, size: int, weight: int, scale: float = 1.0) -> int:
    """A font in which a Chinese character is a square and any other letter half of one."""
    return int(sum(1.0 if char >= "\u2e80" else 0.55 for char in words) * size * scale + 0.999)


def at(shown: Plan, scale: float, width: int) -> Layout:
    return lay(
        shown, int(width * scale), scale, lambda words, size, weight: measure(words, size, weight, scale)
    )


def words_of(layout: Layout) -> list[Line]:
    return [*layout.captions, *(line for card in layout.cards for line in card.all_lines())]


@pytest.mark.parametrize("code", track_plan.codes())
def test_every_stage_and_every_step_is_told_once(language: str, code: str) -> None:
    shown = plan(code, CLOCKS)
    layout = at(shown, 1.0, 560)
    assert [card.code for card in layout.cards] == [stage.code for stage in shown.stages]
    told = Counter(row.verb for card in layout.cards for row in card.rows if not row.again)
    assert told == Counter(drawn(shown))
    small = {step.verb for step in shown.steps} - drawn(shown)
    assert small == {step.verb for step in shown.steps if step.minor and step.verb not in told}
    assert [row.label for row in table(shown)] == [step.label for step in shown.steps]
    if code in TRACKS:
        assert {stage.code for stage in shown.stages} == set(TRACKS[code].stages)
        assert [step.verb for step in shown.steps] == list(TRACKS[code].steps)


@pytest.mark.parametrize("code", track_plan.codes())
def test_what_can_be_done_at_a_stage_is_in_its_card(language: str, code: str) -> None:
    shown = plan(code, CLOCKS)
    for card in at(shown, 1.0, 560).cards:
        rest = "".join(line.text.replace(" ", "") for line in card.rest)
        rows = {row.verb for row in card.rows}
        for step in shown.steps:
            if card.code in step.froms:
                assert step.verb in rows or step.label.replace(" ", "") in rest


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [420, 560, 900])
@pytest.mark.parametrize("code", track_plan.codes())
def test_nothing_lies_over_another_and_nothing_is_cut(
    language: str, code: str, width: int, scale: float
) -> None:
    layout = at(plan(code, CLOCKS), scale, width)
    for one, other in combinations([card.box for card in layout.cards], 2):
        assert not one.meets(other)
    for card in layout.cards:
        for line in card.all_lines():
            assert card.box.x <= line.box.x
            assert line.box.right <= card.box.right
            assert card.box.y <= line.box.y
            assert line.box.bottom <= card.box.bottom
    lines = words_of(layout)
    for first, second in combinations(lines, 2):
        assert not first.box.meets(second.box), (first.text, second.text)
    for line in lines:
        assert measure(line.text, *SIZES[line.kind], scale) <= line.box.w, line.text
        assert line.box.right <= layout.w
        assert line.box.bottom <= layout.h


@pytest.mark.parametrize("code", track_plan.codes())
def test_a_wire_runs_from_each_way_out_to_its_stage_and_no_two_share_a_lane(code: str) -> None:
    shown = plan(code, CLOCKS)
    layout = at(shown, 1.0, 560)
    ways = {step.verb: {to for to, _ in step.ways} for step in shown.steps}
    wired = {(wire.verb, wire.source, wire.target) for wire in layout.wires}
    for card in layout.cards:
        for row in card.rows:
            assert {(row.verb, card.code, to) for to in ways[row.verb] if to != card.code} <= wired
    reached = {wire.target for wire in layout.wires}
    assert reached >= {to for verb in ways for to in ways[verb]}
    for one, other in combinations(layout.wires, 2):
        if one.lane == other.lane and one.target != other.target:
            low, high = sorted((one.start[1], one.end[1]))
            assert not any(low <= y <= high for y in (other.start[1], other.end[1]))
        assert one.lane < layout.w


def test_a_step_says_who_may_and_the_clock_it_starts_by_the_rules_in_force() -> None:
    shown = plan("issue", CLOCKS)
    accept = next(step for step in shown.steps if step.verb == "accept")
    assert accept.who.startswith("站务员、站长")
    assert accept.clock == "平台分办 5 个工作日"
    shorter = {**CLOCKS, "issue.assign": replace(CLOCKS["issue.assign"], n=2)}
    assert next(s for s in plan("issue", shorter).steps if s.verb == "accept").clock == "平台分办 2 个工作日"
    assert shown.stage("registered").clock == "研判受理 3 个工作日"
    assert all(not step.clock for step in plan("issue", {}).steps)


def test_a_step_on_an_assignment_leads_where_the_matter_follows_it() -> None:
    steps = {step.verb: step for step in plan("suggestion", CLOCKS).steps}
    assert [to for to, _ in steps["hand_over"].ways] == ["assigned"]
    assert [to for to, _ in steps["sign"].ways] == ["handling"]
    assert [to for to, _ in steps["return"].ways] == ["reassign"]
    assert "建议答复 3 个月" in steps["hand_over"].clock
    assert ("unhappy", "不满意时") in steps["consult"].ways
    row = next(row for row in table(plan("suggestion", CLOCKS)) if row.label == "签收")
    assert row.course.endswith("→ 办理中")


def test_a_track_that_nobody_has_thought_of_yet_is_drawn_as_well(language: str) -> None:
    """Fourteen stages and thirty-five steps, some from everywhere, some back to the start."""
    stages = [
        Stage(f"s{n}", Label(f"Stage {n}, waiting", f"第{n}阶段，等候下一步"), n // 2, f"go{n}", open=n < 13)
        for n in range(14)
    ]
    codes = [stage.code for stage in stages]
    steps = [
        StepDecl(f"go{n}", Label(f"Go on {n}", f"往前{n}"), (codes[n],), codes[n + 1], starts="x.long")
        for n in range(13)
    ]
    steps += [
        StepDecl(
            f"back{n}", Label(f"Send back {n}", f"退回{n}"), tuple(codes[n : n + 4]), codes[0], decision=True
        )
        for n in range(1, 11)
    ]
    steps += [
        StepDecl(
            f"end{n}", Label(f"End it early {n}", f"提前结束{n}"), tuple(codes[:13]), codes[13], minor=True
        )
        for n in range(12)
    ]
    made = replace(
        ISSUE,
        code="made",
        initial="s0",
        cells=tuple(Label(f"Cell {n}", f"第{n}格") for n in range(7)),
        stages=stages_of(*stages),
        steps=steps_of(*steps),
    )
    clocks = MappingProxyType(
        {"x.long": ClockRule("x.long", Label("Doing it", "办理"), Unit.MONTHS, 3, "test", True)}
    )
    layout = at(of_track(made, clocks), 1.0, 560)
    assert [card.code for card in layout.cards] == codes
    told = {row.verb for card in layout.cards for row in card.rows if not row.again}
    assert told == {step.verb for step in steps if not step.minor}
    for first, second in combinations(words_of(layout), 2):
        assert not first.box.meets(second.box)


def test_everything_a_step_can_ask_or_need_has_its_words() -> None:
    assert set(NEEDS) == set(Need)
    assert set(WHENS) == set(When) - {When.ALWAYS}


def test_a_line_ends_after_an_item_of_a_list_and_words_stay_whole() -> None:
    def wide(words: str) -> int:
        return measure(words, 10, 400)

    assert wrap("站务员、站长、镇街人大工作人员", 100, wide) == ["站务员、站长、", "镇街人大工作人员"]
    assert wrap("Clerk, Station head", 66, wide) == ["Clerk,", "Station head"]
    assert wrap("，、", 5, wide) == ["，、"]
    assert wrap("", 50, wide) == []
