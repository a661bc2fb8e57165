"""Rates and tallies of the trade: whole numbers in, numerator and denominator kept, rounded once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Set
from dataclasses import dataclass
from fractions import Fraction

NONE = "—"


def _half_up(numerator: int, denominator: int, decimals: int) -> str:
    """`numerator / denominator` to `decimals` places, halves away from zero, from integers alone."""
    scale = 10**decimals
    whole, rest = divmod(abs(numerator) * scale, denominator)
    if rest * 2 >= denominator:
        whole += 1
    units, parts = divmod(whole, scale)
    text = f"{units}.{parts:0{decimals}d}" if decimals else str(units)
    return f"-{text}" if numerator < 0 and whole else text


@dataclass(frozen=True, slots=True)
class Rate:
    """A share that keeps what it was made of, so that it can be printed and opened."""

    numerator: int
    denominator: int

    def __post_init__(self) -> None:
        if self.numerator < 0 or self.denominator < 0:
            raise ValueError("a rate counts things: neither side is negative")

    @property
    def value(self) -> Fraction | None:
        """The exact share, or None over an empty base."""
        return Fraction(self.numerator, self.denominator) if self.denominator else None

    def percent(self, decimals: int = 1) -> str:
        """`99.3 %`, rounded once, half up; `—` over an empty base."""
        if not self.denominator:
            return NONE
        return f"{_half_up(self.numerator * 100, self.denominator, decimals)} %"

    def text(self, decimals: int = 1) -> str:
        """`99.34 % (151/152)`: never a percentage without what it was made of."""
        return f"{self.percent(decimals)} ({self.numerator}/{self.denominator})"


@dataclass(frozen=True, slots=True)
class Mean:
    """A total over a number of heads."""

    total: int
    count: int

    def text(self, decimals: int = 1) -> str:
        """`2.5 (10/4)`; `—` over nobody."""
        shown = _half_up(self.total, self.count, decimals) if self.count else NONE
        return f"{shown} ({self.total}/{self.count})"


@dataclass(frozen=True, slots=True)
class Change:
    """A figure against the same period before, whose base is always shown."""

    now: int
    before: int

    def percent(self, decimals: int = 1) -> str:
        """`+12.5 %` or `-3.0 %`; `—` when there was nothing before."""
        if not self.before:
            return NONE
        difference = self.now - self.before
        sign = "+" if difference > 0 else ""
        return f"{sign}{_half_up(difference * 100, self.before, decimals)} %"

    def text(self, decimals: int = 1) -> str:
        """`+12.5 % (80→90)`."""
        return f"{self.percent(decimals)} ({self.before}→{self.now})"


@dataclass(frozen=True, slots=True)
class Points:
    """A rate against another: the difference in percentage points, rounded once."""

    now: Rate
    before: Rate

    def text(self, decimals: int = 1) -> str:
        """`+3.2 个百分点 (60.0 %→63.2 %)`; `—` where either has an empty base."""
        now, before = self.now, self.before
        if not now.denominator or not before.denominator:
            return NONE
        base = now.denominator * before.denominator
        difference = now.numerator * before.denominator - before.numerator * now.denominator
        sign = "+" if difference > 0 else ""
        shown = _half_up(difference * 100, base, decimals)
        return f"{sign}{shown} 个百分点 ({before.percent(decimals)}→{now.percent(decimals)})"


def completion(done: int, due: int, withdrawn: int = 0, reassigned: int = 0) -> Rate:
    """办结率: completed of those to be handled, less withdrawn and passed on to another body.

    Jiangmen's report for 2020 gives 151 of 152 as 99.34 %.
    """
    return Rate(done, due - withdrawn - reassigned)


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """满意率, 基本满意率 and both together, over one base; fairly satisfied is always shown apart."""

    satisfied: Rate
    fairly: Rate
    overall: Rate


def satisfaction(satisfied: int, fairly: int, dissatisfied: int, very: int = 0) -> Satisfaction:
    """Deputies' and visitors' verdicts over the verdicts given, not over all items handled.

    Very satisfied (only on a four-grade scale) counts as satisfied. A form that never came back after
    reminding is left out of the base (Chongqing 2017 art. 29); print `returned` beside it. Jiangmen's
    report for 2020: 131 and 20 of 151.
    """
    base = very + satisfied + fairly + dissatisfied
    return Satisfaction(
        Rate(very + satisfied, base), Rate(fairly, base), Rate(very + satisfied + fairly, base)
    )


def returned(forms_back: int, replied: int) -> Rate:
    """收回率: consultation forms that came back, of the items replied to."""
    return Rate(forms_back, replied)


def on_time(replied_in_time: int, replies_due: int) -> Rate:
    """按期答复率: replied in time, of the replies that have fallen due."""
    return Rate(replied_in_time, replies_due)


def met_in_person(met: int, replies: int) -> Rate:
    """面商率: replies given in person, of all replies."""
    return Rate(met, replies)


def resolution(class_a: int, replies: int) -> Rate:
    """解决率: replies of class A (solved or basically solved), of all replies."""
    return Rate(class_a, replies)


def promises_kept(kept: int, promises_due: int) -> Rate:
    """落实率: promises kept, of those that have fallen due (Qingdao 2021 art. 31)."""
    return Rate(kept, promises_due)


def feedback(told: int, finished: int, impossible: int = 0) -> Rate:
    """反馈率: visitors told, of matters finished, less those where nobody can be told."""
    return Rate(told, finished - impossible)


def attendance(came: Iterable[Hashable], expected: int) -> Rate:
    """进站率: deputies who came at least once, each counted once, of those expected."""
    return Rate(len(set(came)), expected)


@dataclass(frozen=True, slots=True)
class ThemeMonth:
    """A theme month's figures. Solved and raised overlap: `both` is their own row, never a sum.

    `open_items` are those neither solved in the month nor raised as a suggestion.
    """

    deputies: Rate
    collected: int
    solved: Rate
    raised: Rate
    both: int
    open_items: int


def theme_month(
    deputies: Iterable[Hashable],
    expected: int,
    collected: Set[Hashable],
    solved: Set[Hashable],
    raised: Set[Hashable],
) -> ThemeMonth:
    """主题月: what was collected, what of it was solved by the month's end, what became a suggestion.

    The three are sets of matters: one both solved and raised counts in both (Jiangmen 2023 prints
    967 / 660 / 232 without saying whether they overlap). Solved or raised matters that were not
    collected in the month are left out.
    """
    settled, suggested = collected & solved, collected & raised
    return ThemeMonth(
        attendance(deputies, expected),
        len(collected),
        Rate(len(settled), len(collected)),
        Rate(len(suggested), len(collected)),
        len(settled & suggested),
        len(collected - settled - suggested),
    )


def majority_verdict(satisfied: int, fairly: int, members: int) -> str:
    """镇海's rule for a vote on a project, over all members and not over those present.

    Satisfied if at least half of all members said so; else fairly if both grades together reach half;
    else dissatisfied. Returns a code of the deputies' verdict scale, "" for a body without members.
    """
    if members <= 0:
        return ""
    if satisfied * 2 >= members:
        return "satisfied"
    return "fairly" if (satisfied + fairly) * 2 >= members else "dissatisfied"
