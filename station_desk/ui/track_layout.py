"""Where everything of a track's picture lies: a card for each stage, a row for each step, wires at the right.

Stages stand one below the other in the order of the stage bar. A step is told in the card of the stage it
belongs to; a wire runs from its row along a lane to the stage it leads to. All that lead to one stage share
its lane. Lengths are pixels; nothing here knows Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from station_desk.i18n import translate
from station_desk.ui.track_plan import Plan, PlanStage, PlanStep, listed

Kind = Literal["stage", "note", "verb", "way", "stay", "who", "clock", "also", "cell", "caption"]

SIZES: dict[Kind, tuple[int, int]] = {
    "stage": (14, 500),
    "note": (12, 400),
    "verb": (14, 500),
    "way": (13, 400),
    "stay": (13, 400),
    "who": (12, 400),
    "clock": (12, 400),
    "also": (12, 400),
    "cell": (12, 500),
    "caption": (13, 400),
}
"""Size in logical pixels and weight of each kind of line."""

Measure = Callable[[str, int, int], int]
"""The width in pixels of a text at a size and weight."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        return self.x + self.w

    @property
    def bottom(self) -> int:
        return self.y + self.h

    def meets(self, other: Box) -> bool:
        """Whether the two share a point inside."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in its box; `main` is what is offered first."""

    box: Box
    text: str
    kind: Kind
    main: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A step in its stage's card. `again` marks a step told in full at another stage."""

    verb: str
    box: Box
    lines: tuple[Line, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A stage: its head, then its rows; `rest` are the lines naming what else can be done there."""

    code: str
    box: Box
    head: Box
    lines: tuple[Line, ...]
    rows: tuple[Row, ...]
    rest: tuple[Line, ...]
    end: bool

    def all_lines(self) -> tuple[Line, ...]:
        """Every line in the card."""
        return (*self.lines, *(line for row in self.rows for line in row.lines), *self.rest)


@dataclass(frozen=True, slots=True)
class Wire:
    """From a row to the head of the stage it leads to: out to `lane`, along it, and back in."""

    verb: str
    source: str
    target: str
    start: tuple[int, int]
    lane: int
    end: tuple[int, int]
    main: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture, `w` by `h` pixels. `captions` are the stage bar's cells at the left."""

    w: int
    h: int
    cards: tuple[Card, ...]
    captions: tuple[Line, ...]
    wires: tuple[Wire, ...]


def lay(plan: Plan, width: int, scale: float, measure: Measure) -> Layout:
    """Lay `plan` out in `width` pixels, or wider where its words need it, at text size `scale`."""
    lanes = len({to for step in plan.steps for to, _ in step.ways})
    first = _Layer(plan, width, scale, measure, lanes).lay()
    needed = len({wire.lane for wire in first.wires})
    again = _Layer(plan, width, scale, measure, needed).lay()
    # Cards grown wider are lower, which hardly ever asks for another lane.
    return again if len({wire.lane for wire in again.wires}) <= needed else first


def drawn(plan: Plan) -> frozenset[str]:
    """The steps that have a row of their own: all but the minor ones, and of those what is offered first
    somewhere or is the only way into a stage."""
    found = {step.verb for step in plan.steps if not step.minor}
    found |= {stage.next for stage in plan.stages if stage.next}
    reached = {to for step in plan.steps if step.verb in found for to, _ in step.ways}
    for step in plan.steps:
        ways = {to for to, _ in step.ways}
        if step.verb not in found and ways - reached:
            found.add(step.verb)
            reached |= ways
    return frozenset(found)


def home_of(plan: Plan, step: PlanStep) -> str:
    """The stage whose card tells a step: the first that offers it first, else the first it is taken from."""
    offered = [stage.code for stage in plan.stages if stage.next == step.verb and stage.code in step.froms]
    known = [stage.code for stage in plan.stages if stage.code in step.froms]
    return next(iter((*offered, *known)), "")


def wrap(text: str, width: int, measure: Callable[[str], int]) -> list[str]:
    """`text` in lines of at most `width`, broken at spaces and between Chinese characters only, after the
    item of a list where that leaves no gap of half a line."""
    lines: list[str] = []
    line: list[str] = []
    for piece in _pieces(text):
        if line and measure("".join((*line, piece)).rstrip()) > width:
            item = next((n for n in range(len(line), 0, -1) if line[n - 1].rstrip()[-1:] in _ITEM_ENDS), 0)
            if not item or 2 * measure("".join(line[:item])) < width:
                item = len(line)
            lines.append("".join(line[:item]).rstrip())
            line = line[item:]
        if line or piece.strip():
            line.append(piece)
    return [*lines, "".join(line).rstrip()] if line else lines


_ITEM_ENDS = tuple("、，,；：:")
_NOT_FIRST = "、，。；：）)”·/"


def _pieces(text: str) -> list[str]:
    """Where a line may end: after a space or a Chinese character, but not before a closing mark."""
    pieces: list[str] = []
    for char in text:
        wide = char >= "\u2e80"
        joins = bool(pieces) and (
            char in _NOT_FIRST
            or (not wide and not pieces[-1].endswith(" ") and pieces[-1][-1] < "\u2e80")
            or pieces[-1][-1] in "（“"
        )
        if joins:
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


class _Layer:
    """Keeps the measures while one picture is laid out."""

    def __init__(self, plan: Plan, width: int, scale: float, measure: Measure, lanes: int) -> None:
        self._plan, self._scale, self._measure = plan, scale, measure
        self._pad = self._px(10)
        self._homes = {step.verb: home_of(plan, step) for step in plan.steps}
        captions = [stage.caption for stage in plan.stages if stage.caption]
        widest = max((measure(caption, *SIZES["caption"]) for caption in captions), default=0)
        self._left = min(widest, self._px(96)) + self._px(34) if captions else self._px(2)
        self._drawn = drawn(plan)
        self._lane = self._px(11)
        room = self._px(16) + self._lane * lanes
        self._card = max(self._widest(), width - self._left - room)
        self._width = self._left + self._card + room

    def _px(self, length: float) -> int:
        return int(length * self._scale + 0.5)

    def _widest(self) -> int:
        """As narrow as a card may be: no word of it is cut."""
        least = self._px(300)
        for step in self._plan.steps:
            words = (*step.label.split(), *step.who.split(), *step.clock.split())
            for word in (part for whole in words for part in _pieces(whole)):
                least = max(least, 2 * self._measure(word, *SIZES["verb"]) + self._px(60))
        return least

    def _set(self, text: str, kind: Kind, x: int, y: int, width: int, main: bool = False) -> list[Line]:
        size, weight = SIZES[kind]
        high = self._px(size * 1.5)
        lines = wrap(text, width, lambda words: self._measure(words, size, weight))
        return [
            Line(Box(x, y + place * high, width, high), words, kind, main)
            for place, words in enumerate(lines)
        ]

    def lay(self) -> Layout:
        cards: list[Card] = []
        captions: list[Line] = []
        y, before = self._px(2), ""
        for stage in self._plan.stages:
            card = self._stage(stage, y)
            if stage.caption and stage.caption != before:
                captions += self._caption(stage, card.head)
            before = stage.caption
            cards.append(card)
            y = card.box.bottom + self._px(12)
        return Layout(self._width, y, tuple(cards), tuple(captions), self._wires(cards))

    def _caption(self, stage: PlanStage, head: Box) -> list[Line]:
        side = self._px(20)
        words = self._set(stage.caption, "caption", side + self._px(6), 0, self._left - side - self._px(12))
        high = sum(line.box.h for line in words)
        top = head.y + max(0, (min(head.h, self._px(36)) - high) // 2)
        number = Box(0, head.y + (min(head.h, self._px(36)) - side) // 2, side, side)
        return [
            Line(number, "" if stage.end else str(stage.cell + 1), "cell", stage.end),
            *(
                Line(Box(line.box.x, top + line.box.y, line.box.w, line.box.h), line.text, "caption")
                for line in words
            ),
        ]

    def _stage(self, stage: PlanStage, top: int) -> Card:
        x, inner = self._left + self._pad, self._card - 2 * self._pad
        lines = self._set(stage.label, "stage", x, top + self._px(7), inner)
        if stage.clock:
            words = translate("tracks", "From the start: {clock}", clock=stage.clock)
            lines += self._set(words, "note", x, lines[-1].box.bottom, inner)
        head = Box(self._left, top, self._card, lines[-1].box.bottom + self._px(7) - top)
        y = head.bottom
        rows: list[Row] = []
        rest: list[str] = []
        for step in self._in_order(stage):
            again = self._homes[step.verb] != stage.code
            first = step.verb == stage.next and not stage.end
            if step.verb not in self._drawn or (again and not first):
                rest.append(step.label)
                continue
            row = self._row(step, y, main=first, again=again)
            rows.append(row)
            y = row.box.bottom
        also: list[Line] = []
        if rest:
            form = (
                translate("tracks", "Also: {steps}") if rows else translate("tracks", "Can be done: {steps}")
            )
            also = self._set(form.format(steps=listed(rest)), "also", x, y + self._px(5), inner)
            y = also[-1].box.bottom + self._px(5)
        box = Box(self._left, top, self._card, y - top)
        return Card(stage.code, box, head, tuple(lines), tuple(rows), tuple(also), stage.end)

    def _in_order(self, stage: PlanStage) -> list[PlanStep]:
        found = [step for step in self._plan.steps if stage.code in step.froms]
        return sorted(found, key=lambda step: step.verb != stage.next)

    def _row(self, step: PlanStep, top: int, *, main: bool, again: bool) -> Row:
        x, inner = self._left + self._pad, self._card - 2 * self._pad
        gap = self._px(10)
        half = (inner - gap) // 2
        y = top + self._px(5)
        left = self._set(step.label, "verb", x, y, half, main)
        right: list[Line] = []
        beside = x + half + gap
        below = y + self._px(1)
        if all(when for _, when in step.ways):
            right = self._set(translate("tracks", "stays here"), "stay", beside, below, half)
        for to, when in step.ways:
            below = right[-1].box.bottom if right else below
            right += self._set(self._way(to, when), "way", beside, below, half, main and not when)
        below = right[-1].box.bottom
        if step.clock and not again:
            right += self._set(step.clock, "clock", beside + self._px(18), below, half - self._px(18))
        if not again:
            under = left[-1].box.bottom
            free = right[-1].box.bottom <= under + self._px(1)  # nothing stands beside who may
            left += self._set(step.who, "who", x, max(under, right[-1].box.bottom) if free else under,
                              inner if free else half)  # fmt: skip
        bottom = max(line.box.bottom for line in (*left, *right)) + self._px(5)
        box = Box(self._left, top, self._card, bottom - top)
        return Row(step.verb, box, (*left, *right), again)

    def _way(self, to: str, when: str) -> str:
        label = self._plan.stage(to).label
        if when:
            return translate("tracks", "→ {stage} ({when})", stage=label, when=when)
        return translate("tracks", "→ {stage}", stage=label)

    # ---- wires -----------------------------------------------------------------------------------------

    def _wires(self, cards: Sequence[Card]) -> tuple[Wire, ...]:
        heads = {card.code: card.head for card in cards}
        steps = {step.verb: step for step in self._plan.steps}
        found: list[tuple[str, str, str, int, bool]] = []
        for card in cards:
            for row in card.rows:
                begun = [line for line in row.lines if line.text.startswith("→")]
                for (to, _), line in zip(steps[row.verb].ways, begun, strict=True):
                    if to != card.code:
                        y = line.box.y + line.box.h // 2
                        found.append((row.verb, card.code, to, y, line.main))
        ends = {code: head.y + min(head.h, self._px(36)) // 2 for code, head in heads.items()}
        lanes = self._lanes([(to, y) for _, _, to, y, _ in found], ends)
        right = self._left + self._card
        return tuple(
            Wire(verb, source, to, (right, y), lanes[to, y < ends[to]], (right, ends[to]), main)
            for verb, source, to, y, main in found
        )

    def _lanes(self, starts: Sequence[tuple[str, int]], ends: dict[str, int]) -> dict[tuple[str, bool], int]:
        """The x of the lane down to each stage and of the one up to it: short ones near the cards, none
        over another."""
        spans: dict[tuple[str, bool], tuple[int, int]] = {}
        for to, y in starts:
            end = ends[to]
            low, high = spans.get((to, y < end), (end, end))
            spans[to, y < end] = (min(low, y), max(high, y))
        taken: list[list[tuple[str, int, int]]] = []
        lanes: dict[tuple[str, bool], int] = {}
        gap = self._px(6)
        for (to, down), (low, high) in sorted(spans.items(), key=lambda item: item[1][1] - item[1][0]):
            place = next(
                (
                    n
                    for n, lane in enumerate(taken)
                    if all(to == name or high + gap < start or end + gap < low for name, start, end in lane)
                ),
                len(taken),
            )
            if place == len(taken):
                taken.append([])
            taken[place].append((to, low, high))
            lanes[to, down] = self._left + self._card + self._px(16) + place * self._lane
        return lanes
