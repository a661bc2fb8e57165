"""What a report declares of itself: its kind, titles, period, parameters, roles, formats, when it is due."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import BinaryIO

from station_desk.casework.context import Desk
from station_desk.casework.dossier_offers import Paper
from station_desk.domain.records import TYPES
from station_desk.domain.vocabulary import Role
from station_desk.i18n import Label
from station_desk.reports.content import Table
from station_desk.reports.periods import Unit
from station_desk.reports.request import ReportRequest

PDF, XLSX, DOCX = "pdf", "xlsx", "docx"

EVERYBODY = frozenset(Role)
READERS = EVERYBODY - {Role.DEPUTY}
"""Who looks at the work of a whole station."""
STAFF = READERS - {Role.VIEWER}
"""Who meets the public: what names visitors is theirs."""

FormMaker = Callable[[Desk, ReportRequest, BinaryIO], int]
"""Draws a form into the file; returns its pages."""

TableMaker = Callable[[Desk, ReportRequest], AbstractContextManager[Table]]
"""A table whose rows are read from the desk while it is written."""


class Kind(StrEnum):
    """A form is about one record; a table about a scope; a text says in sentences what the tables count."""

    FORM = "form"
    TABLE = "table"
    TEXT = "text"


class PeriodNeed(StrEnum):
    """Whether a report asks for a period."""

    NONE = "none"
    OPTIONAL = "optional"
    REQUIRED = "required"


class Opens(StrEnum):
    """The period a report opens with: all of them, this month, or in a month's first days the last one."""

    ALL = "all"
    MONTH = "month"
    FULL_MONTH = "full_month"


@dataclass(frozen=True, slots=True)
class DueRule:
    """A report that is due after every `unit`; `limit` is the number of the rules that says how many days
    after."""

    unit: Unit
    limit: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing a report asks for, in words; `code` is about, period, scope, filter or details."""

    code: str
    label: Label
    required: bool = False


_PERIOD = Label("Period", "时段")
_SCOPE = Label("One station, or all", "单个站点或全部")
_FILTER = Label("A filter of matters", "事项筛选")
_DETAILS = Label("Personal details masked or in full", "个人信息遮盖或完整显示")
_TITLES: Mapping[Kind, Label] = MappingProxyType(
    {
        Kind.TABLE: Label("Tables", "统计表"),
        Kind.FORM: Label("Forms", "表单"),
        Kind.TEXT: Label("Wording", "用语"),
    }
)


@dataclass(frozen=True, slots=True)
class Report:
    """One form or table. `name` is its key for ever; `record` names what it is about: visit, issue,
    assignment, suggestion, motion, consultation, reply, supervision, feedback or deputy, "" for a table of
    many matters; `paper` which matters such a form can be made of.

    `scoped`: takes a station's code; `filtered`: takes a filter of matters; `maskable`: shows personal
    details, masked unless asked otherwise. `formats` are suffixes, the first the usual one. `roles`: who is
    offered it. `track`: the one it counts, "" for all. `word` writes a form as a file to edit.
    """

    name: str
    title: Label
    hint: Label
    kind: Kind
    formats: tuple[str, ...]
    make: FormMaker | TableMaker
    record: str = ""
    paper: Paper | None = None
    period: PeriodNeed = PeriodNeed.NONE
    opens: Opens = Opens.ALL
    scoped: bool = False
    filtered: bool = False
    maskable: bool = True
    roles: frozenset[Role] = READERS
    due: tuple[DueRule, ...] = ()
    track: str = ""
    word: FormMaker | None = None

    @property
    def group(self) -> Label:
        """The head it is listed under."""
        return _TITLES[self.kind]

    @property
    def per_station(self) -> bool:
        """Whether it can be made for each station in one go."""
        return self.kind is not Kind.FORM and self.scoped and not self.record

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What it asks for, in the order asked."""
        found: list[Parameter] = []
        if self.record:
            found.append(Parameter("about", TYPES[self.record].label, required=True))
        if self.period is not PeriodNeed.NONE:
            found.append(Parameter("period", _PERIOD, required=self.period is PeriodNeed.REQUIRED))
        asked = ((self.scoped, "scope", _SCOPE), (self.filtered, "filter", _FILTER))
        found += (Parameter(code, label) for on, code, label in asked if on)
        if self.maskable:
            found.append(Parameter("details", _DETAILS))
        return tuple(found)


def form(
    name: str,
    title: Label,
    hint: Label,
    make: FormMaker,
    record: str,
    paper: Paper | None,
    *,
    maskable: bool = True,
    roles: frozenset[Role] = READERS,
    word: FormMaker | None = None,
    period: PeriodNeed = PeriodNeed.NONE,
) -> Report:
    """A form about one record, of one kind of paper; a deputy's is of none."""
    return Report(
        name, title, hint, Kind.FORM, (PDF, DOCX) if word is not None else (PDF,), make,
        record=record, paper=paper, maskable=maskable, roles=roles, word=word, period=period,
    )  # fmt: skip


def table(
    name: str,
    title: Label,
    hint: Label,
    make: TableMaker,
    *,
    formats: tuple[str, ...] = (XLSX, PDF),
    record: str = "",
    period: PeriodNeed = PeriodNeed.OPTIONAL,
    opens: Opens = Opens.ALL,
    filtered: bool = False,
    maskable: bool = False,
    roles: frozenset[Role] = READERS,
    due: tuple[DueRule, ...] = (),
    track: str = "",
    kind: Kind = Kind.TABLE,
) -> Report:
    """A table of a scope, which may be one station, or a text."""
    return Report(
        name, title, hint, kind, formats, make,
        record=record, period=period, opens=opens, scoped=True, filtered=filtered, maskable=maskable,
        roles=roles, due=due, track=track,
    )  # fmt: skip
