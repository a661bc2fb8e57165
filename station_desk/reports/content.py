"""What a table says, before it is a page or a sheet: columns, rows, totals, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from station_desk.casework.browse import MatterFilter
from station_desk.casework.statistics import Cell
from station_desk.domain.declare import RecordId
from station_desk.domain.figures import Rate
from station_desk.i18n import Label


class Kind(Enum):
    """What a column holds, and so how it is set and what Excel is given."""

    TEXT = "text"
    LONG = "long"
    NUMBER = "number"
    DAY = "day"
    RATE = "rate"


Value = str | int | date | Rate | None


@dataclass(frozen=True, slots=True)
class One:
    """One matter, opened where its track is worked on."""

    track: str
    id: RecordId


Link = MatterFilter | Cell | One | None
"""What stands behind a value: the matters themselves, their place in the month's figures, or one matter."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A value with something behind it."""

    value: Value
    link: Link


Entry = Value | Linked


def linked(value: Value, link: Link) -> Entry:
    """The value, with what is behind it where there is anything."""
    return value if link is None else Linked(value, link)


def plain(entry: Entry) -> Value:
    """The value alone."""
    return entry.value if isinstance(entry, Linked) else entry


def behind(entry: Entry) -> Link:
    """What stands behind it."""
    return entry.link if isinstance(entry, Linked) else None


@dataclass(frozen=True, slots=True)
class Column:
    """`wide` is its share of the page (0: on the sheet only); `chars` the sheet's width in characters,
    0 to follow the content. `decimals` are a rate's; `beside` sets words to the right, as the numbers they
    stand beside."""

    title: str
    kind: Kind = Kind.TEXT
    wide: float = 10
    chars: float = 0
    decimals: int = 1
    beside: bool = False

    @property
    def right(self) -> bool:
        """Whether it is set to the right."""
        return self.beside or self.kind in (Kind.NUMBER, Kind.RATE)


@dataclass(frozen=True, slots=True)
class Section:
    """One table: its own title, columns, rows (each as long as the columns) and a last row of totals.

    `count` is the number of rows if known before they are read, for the progress shown.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Entry]]
    total: Sequence[Entry] | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """One number as the screen lists it, with what stands behind it."""

    label: Label
    text: str
    link: Link


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of one line, for the screen: of all, of a unit, of a class."""

    name: str
    counted: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number within a sentence: what it counts, as written, and what stands behind it."""

    label: str
    value: int | Rate
    text: str
    link: Link


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a work report, with its numbers among the words."""

    title: Label
    parts: tuple[str | Number, ...]

    @property
    def text(self) -> str:
        """As it is copied."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Its numbers in order."""
        return tuple(part for part in self.parts if isinstance(part, Number))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value with something behind it stands on a page (from 0): points from the page's top left."""

    page: int
    left: float
    top: float
    wide: float
    high: float
    link: Link


class Shape(Enum):
    """How a chart is drawn: a line over time for each series, or a bar for each name with the series one
    after the other in it. A part within its whole, a funnel, done against required are all bars."""

    TREND = "trend"
    BARS = "bars"


class Tone(Enum):
    """What tells a series from the others, on a grey print too: filled dark or light, hatched, outlined;
    of lines, the first is drawn through and the others dashed."""

    FULL = "full"
    LIGHT = "light"
    HATCH = "hatch"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Series:
    """One measure of a chart: a whole number for each of its names, with what stands behind it."""

    name: str
    tone: Tone
    values: tuple[Entry, ...]

    def number(self, place: int) -> int:
        """The number at a place; 0 where nothing was counted."""
        value = plain(self.values[place])
        return value if isinstance(value, int) else 0


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers to be looked at; the table with the same numbers stands beside it, always.

    `names` are the bars or the points in time; `ticks` shorter ones for the axis of a trend; `ends` what is
    written at the end of each bar, its sum where left out.
    """

    title: str
    shape: Shape
    names: tuple[str, ...]
    series: tuple[Series, ...]
    ticks: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(series.number(place) for series in self.series for place in range(len(self.names)))


@dataclass(frozen=True, slots=True)
class Facts:
    """What every report says of itself: whose, of when, by which rules, how many records, by whom."""

    scope: str
    period: str
    profile: str
    records: int
    made_by: str
    made_at: datetime
    left_out: tuple[str, ...] = ()
    unit: str = ""

    def lines(self) -> tuple[str, ...]:
        """As sentences for the foot of a page or the sheet of notes."""
        return (
            f"范围：{self.scope}",
            f"时段：{self.period}",
            f"规则方案：{self.profile}",
            f"记录数：{self.records}",
            f"制表：{self.made_by or '—'}　{self.made_at:%Y-%m-%d %H:%M}",
            *(f"未计入或需说明：{text}" for text in self.left_out),
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A whole report: sections below each other on the page, one sheet each in Excel; notes explain it.
    `counts` are listed beside the page, for who works without a mouse; `sentences` are what a report of words
    is about: the screen shows these, the sections print them."""

    title: str
    facts: Facts
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    landscape: bool = False
    counts: tuple[Counts, ...] = ()
    sentences: tuple[Sentence, ...] = ()


def shown(entry: Entry, column: Column) -> str:
    """A value as printed."""
    value = plain(entry)
    if value is None:
        return ""
    if isinstance(value, Rate):
        return value.text(column.decimals)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return f"{value:,}" if column.kind is Kind.NUMBER else str(value)
    return value
