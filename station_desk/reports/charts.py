"""A chart as boxes, lines and words at their places: the page and the screen only paint them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from station_desk.reports.content import Chart, Link, Shape, Tone, behind

Measure = Callable[[str], float]
"""The width of words at the size the chart is drawn in."""

MOST = 28
"""Bars of a chart at most: as many as stand on a page lying across; the table has the rest."""

# Parts of the text size.
_BAR, _PITCH, _GAP, _BASELINE = 1.25, 1.85, 0.6, 0.36
_TREND_LEAST, _TREND_MOST, _TREND_SHARE = 9.0, 12.0, 0.12


class Ink(Enum):
    """What words are written in: their own colour, a softer one, that of words on a dark bar."""

    TEXT = "text"
    SOFT = "soft"
    ON_FULL = "on full"


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a bar, or the sample of a series in the key."""

    left: float
    top: float
    wide: float
    high: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Plain:
    """A piece of bare ground behind a number that stands on hatching."""

    left: float
    top: float
    wide: float
    high: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Path:
    """A series over time, from left to right; any tone but FULL is dashed."""

    points: tuple[tuple[float, float], ...]
    tone: Tone


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a path: FULL is filled and round, any other hollow and square."""

    x: float
    y: float
    radius: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Words:
    """One line; `x` is its left, middle or right by `align`, `y` its baseline."""

    x: float
    y: float
    text: str
    align: str = "left"
    ink: Ink = Ink.TEXT


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a number is drawn: `said` in words, and what stands behind it."""

    left: float
    top: float
    wide: float
    high: float
    said: str
    link: Link


Form = Box | Plain | Rule | Path | Dot | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """The chart without its title: forms in the order drawn, from its top left, y downwards; `size` of the
    words. All in the unit of `size`."""

    wide: float
    high: float
    size: float
    forms: tuple[Form, ...]
    marks: tuple[Mark, ...]


def draw(chart: Chart, wide: float, size: float, measure: Measure, more: str) -> Drawing:
    """The chart laid out for a width, with words of `size`; nothing at all where every number is 0.

    `more` says, with `{n}` in it, how many bars only the table has.
    """
    if chart.empty:
        return Drawing(wide, 0, size, (), ())
    drawn = _Drawn(chart, wide, size, measure)
    return drawn.trend() if chart.shape is Shape.TREND else drawn.bars(more)


def elided(text: str, limit: float, measure: Measure) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if measure(text) <= limit:
        return text
    while text and measure(text + "…") > limit:
        text = text[:-1]
    return text + "…"


class _Drawn:
    """One chart being laid out."""

    def __init__(self, chart: Chart, wide: float, size: float, measure: Measure) -> None:
        self.chart = chart
        self.wide = wide
        self.size = size
        self.measure = measure
        self.forms: list[Form] = []
        self.marks: list[Mark] = []

    def _done(self, high: float) -> Drawing:
        return Drawing(self.wide, high, self.size, tuple(self.forms), tuple(self.marks))

    def _words(self, x: float, middle: float, text: str, align: str = "left", ink: Ink = Ink.TEXT) -> None:
        self.forms.append(Words(x, middle + _BASELINE * self.size, text, align, ink))

    def _mark(self, left: float, top: float, wide: float, high: float, place: int, series: int) -> None:
        chart = self.chart
        one = chart.series[series]
        of = f" {one.name}" if len(chart.series) > 1 else ""
        self.marks.append(
            Mark(
                left,
                top,
                wide,
                high,
                f"{chart.names[place]}{of} {one.number(place):,}",
                behind(one.values[place]),
            )
        )

    # ---- bars ----------------------------------------------------------------------------------------

    def bars(self, more: str) -> Drawing:
        """A bar for each name, as long as its sum, with what it is made of."""
        chart, size = self.chart, self.size
        shown = range(min(len(chart.names), MOST))
        sums = [sum(series.number(place) for series in chart.series) for place in shown]
        ends = [chart.ends[place] if chart.ends else f"{sums[place]:,}" for place in shown]
        gap = _GAP * size
        names = min(max(self.measure(chart.names[place]) for place in shown), self.wide * 0.36)
        track = max(self.wide - names - max(self.measure(end) for end in ends) - 2 * gap, size)
        y = self._key()
        most = max(*sums, 1)
        for place in shown:
            middle = y + _PITCH * size / 2
            self._words(0, middle, elided(chart.names[place], names, self.measure))
            left = names + gap
            for number, series in enumerate(chart.series):
                if series.number(place):
                    long = track * series.number(place) / most
                    self._part(left, middle, long, place, number)
                    left += long
            self._words(left + gap, middle, ends[place])
            y += _PITCH * size
        rest = len(chart.names) - len(shown)
        if rest:
            y += _PITCH * size
            self._words(names + gap, y - _PITCH * size / 2, more.format(n=rest), ink=Ink.SOFT)
        return self._done(y)

    def _part(self, left: float, middle: float, long: float, place: int, number: int) -> None:
        size, series = self.size, self.chart.series[number]
        high = _BAR * size
        top = middle - high / 2
        slit = size / 12 if long > size / 3 else 0  # parts side by side are told apart by a slit
        self.forms.append(Box(left, top, max(long - slit, size / 12), high, series.tone))
        text = f"{series.number(place):,}"
        room = self.measure(text) + size * 0.5
        if len(self.chart.series) > 1 and room <= long:
            centre = left + long / 2
            if series.tone is Tone.HATCH:
                self.forms.append(Plain(centre - room / 2, top + 1, room, high - 2))
            ink = Ink.ON_FULL if series.tone is Tone.FULL else Ink.TEXT
            self._words(centre, middle, text, "center", ink)
        self._mark(left, top, max(long, size / 2), high, place, number)

    def _key(self) -> float:
        """The series with a sample of each, in as many lines as they need; returns where it ends."""
        chart, size = self.chart, self.size
        if len(chart.series) < 2:
            return 0
        step, sample, x, y = _PITCH * size, size * 1.1, 0.0, 0.0
        for series in chart.series:
            need = sample + size * 0.4 + self.measure(series.name)
            if x and x + need > self.wide:
                x, y = 0.0, y + step
            middle = y + step / 2
            self.forms.append(Box(x, middle - sample / 2, sample, sample, series.tone))
            self._words(x + sample + size * 0.4, middle, series.name, ink=Ink.SOFT)
            x += need + size * 1.4
        return y + step

    # ---- over time -----------------------------------------------------------------------------------

    def trend(self) -> Drawing:
        """A line for each series; every number is written where there is room, each line named at its end."""
        chart, size = self.chart, self.size
        count = len(chart.names)
        naming = max(self.measure(series.name) for series in chart.series) + size
        first = max(self.measure(text) for text in (self._tick(0), f"{self._most():,}")) / 2
        step = (self.wide - naming - first) / max(count - 1, 1)
        high = min(max(_TREND_LEAST * size, self.wide * _TREND_SHARE), _TREND_MOST * size)
        top, base = 1.6 * size, high
        xs = [first + step * place for place in range(count)]
        ys = [
            [base - (base - top) * series.number(place) / self._most() for place in range(count)]
            for series in chart.series
        ]
        self.forms.append(Rule(0, base, self.wide - naming + size / 2, base))
        for series, line in zip(chart.series, ys, strict=True):
            self.forms.append(Path(tuple(zip(xs, line, strict=True)), series.tone))
        for series, line in zip(chart.series, ys, strict=True):
            self.forms += [Dot(x, y, size * 0.28, series.tone) for x, y in zip(xs, line, strict=True)]
        reach = min(size, step / 2) if count > 1 else size
        for place, x in enumerate(xs):
            self._points(x, reach, [line[place] for line in ys], place)
        crossed = self._numbers(xs, ys, step, base)
        self._line_names([line[-1] for line in ys], self.wide - naming + size * 0.7)
        for place in self._every(step, [self._tick(place) for place in range(count)]):
            self._words(
                xs[place], base + (2.2 if crossed else 1.1) * size, self._tick(place), "center", Ink.SOFT
            )
        return self._done(base + (2.9 if crossed else 1.8) * size)

    def _points(self, x: float, reach: float, ys: Sequence[float], place: int) -> None:
        """A mark for each line's point at one place; where two lie close they share the room between them."""
        half = self.size * 0.6
        order = sorted(range(len(ys)), key=lambda line: (ys[line], line))
        tops = {line: ys[line] - half for line in order}
        feet = {line: ys[line] + half for line in order}
        for upper, lower in pairwise(order):
            feet[upper] = min(feet[upper], (ys[upper] + ys[lower]) / 2)
            tops[lower] = max(tops[lower], (ys[upper] + ys[lower]) / 2)
        for line in range(len(ys)):
            self._mark(x - reach, tops[line], 2 * reach, feet[line] - tops[line], place, line)

    def _most(self) -> int:
        chart = self.chart
        return max(series.number(place) for series in chart.series for place in range(len(chart.names)))

    def _tick(self, place: int) -> str:
        return self.chart.ticks[place] if self.chart.ticks else self.chart.names[place]

    def _every(self, step: float, texts: Sequence[str]) -> Iterator[int]:
        """The places whose text is written, counted back from the last, so that none touches another."""
        need = max(self.measure(text) for text in texts) + self.size * 0.4
        every = 1
        while step * every < need and every < len(texts):
            every += 1
        return iter(range(len(texts) - 1, -1, -every))

    def _numbers(self, xs: Sequence[float], ys: Sequence[Sequence[float]], step: float, base: float) -> bool:
        """The highest line has its numbers above it, the lowest below; the same number is written once.
        Returns whether any stands below the base line."""
        chart, size, crossed = self.chart, self.size, False
        for place in self._every(step, [f"{self._most():,}"] * len(xs)):
            order = sorted(range(len(ys)), key=lambda line, place=place: ys[line][place])  # type: ignore[misc]
            numbers = [chart.series[line].number(place) for line in order]
            self._words(xs[place], ys[order[0]][place] - size * 0.9, f"{numbers[0]:,}", "center")
            if numbers[-1] != numbers[0]:
                low = ys[order[-1]][place] + size * 0.95
                if low + size * 0.6 > base:
                    crossed = True
                    wide = self.measure(f"{numbers[-1]:,}")
                    if low - size * 0.6 < base:  # it would stand on the line
                        self.forms.append(Plain(xs[place] - wide / 2, low - size / 2, wide, size))
                self._words(xs[place], low, f"{numbers[-1]:,}", "center", Ink.SOFT)
        return crossed

    def _line_names(self, ends: Sequence[float], left: float) -> None:
        """Each line's name beside its last point, pushed apart where two would touch."""
        size = self.size
        above = float("inf")
        for line in sorted(range(len(ends)), key=lambda line: (ends[line], line), reverse=True):
            middle = min(ends[line], above - size * 1.3)
            above = middle
            self._words(left, middle, self.chart.series[line].name)
