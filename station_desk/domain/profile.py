"""The rule profile: every term, class, scale, category, door and holiday as data with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from station_desk.domain.deadlines import ClockRule, Unit
from station_desk.domain.workdays import Calendar
from station_desk.i18n import Label

# No term of the trade is longer; a slip of the keyboard is.
LONGEST = {Unit.WORKING_DAYS: 1000, Unit.DAYS: 1500, Unit.MONTHS: 60}


@dataclass(frozen=True, slots=True)
class ClassGrade:
    """One class of a reply: its letter and what it means."""

    code: str
    label: Label


@dataclass(frozen=True, slots=True)
class ClassScheme:
    """The classes a reply is given (A, B, C …); an item keeps the scheme it was classed under."""

    key: str
    label: Label
    grades: tuple[ClassGrade, ...]
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """The verdicts offered to one kind of person, best first; `grades` are codes of the vocabulary."""

    key: str
    label: Label
    grades: tuple[str, ...]
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Category:
    """A class of matters offered at the counter, in the order of `order`."""

    name: str
    order: int
    tags: tuple[str, ...]
    code_12345: str
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Door:
    """Where a matter goes that a station may not accept, and the sentence that says why."""

    key: str
    label: Label
    reason: Label
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Caution:
    """Something that must not become a suggestion; found by keywords, shown as a hint, never a refusal."""

    key: str
    keywords: tuple[str, ...]
    hint: Label
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a single setting comes from, and whether somebody confirmed it."""

    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Limit:
    """A number a rule sets that is no term: how many must sign, how often to remind."""

    key: str
    label: Label
    n: int
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a series of official numbers is written; see `domain.numbering`."""

    key: str
    label: Label
    pattern: str
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class RuleProfile:
    """One version of a body's rules. Schemes, scales and doors keep the order they are offered in.

    `class_scheme`, `visitor_scale` and `deputy_scale` are the keys in use; the others stay known, so that
    older items keep their meaning. `settings` holds the origin of each of these choices and of
    `shift_to_working_day`, by the choice's name.
    """

    id: str
    version: str
    name: str
    clocks: Mapping[str, ClockRule]
    class_schemes: Mapping[str, ClassScheme]
    scales: Mapping[str, Scale]
    categories: tuple[Category, ...]
    tags: tuple[str, ...]
    doors: Mapping[str, Door]
    negative_list: tuple[Caution, ...]
    calendar: Calendar
    class_scheme: str
    visitor_scale: str
    deputy_scale: str
    shift_to_working_day: bool
    settings: Mapping[str, Origin]
    limits: Mapping[str, Limit] = field(default_factory=dict)
    numbering: Mapping[str, Numbering] = field(default_factory=dict)

    def limit(self, key: str) -> int:
        """The number of that rule; of a profile written before it was known, the built-in one."""
        found = self.limits.get(key)
        return EARLIER_LIMITS[key] if found is None else found.n

    def pattern(self, key: str) -> str:
        """How numbers of that series are written; of an older profile, the built-in way."""
        found = self.numbering.get(key)
        return EARLIER_PATTERNS[key] if found is None else found.pattern

    def cautions(self, text: str) -> tuple[Caution, ...]:
        """The entries of the negative list that one of whose keywords occurs in `text`."""
        return tuple(c for c in self.negative_list if any(word in text for word in c.keywords))


EARLIER_LIMITS: Mapping[str, int] = MappingProxyType(
    {
        "motion.signers": 10,
        "motion.signers_town": 5,
        "consult.reminders": 1,
        "visit.representatives": 5,
        "visitor.guardian_age": 14,
        "report.month": 5,
        "report.quarter": 10,
        "report.year": 15,
    }
)
"""What holds under a profile that does not say: a stored profile of an earlier version still opens."""

EARLIER_PATTERNS: Mapping[str, str] = MappingProxyType(
    {"session": "{session}-{n:3}", "between": "{year}闭-{n:3}", "motion": "{session}-议{n:2}"}
)
