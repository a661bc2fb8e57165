"""Every form and table, declared once: its name, titles, what it is about, what it asks for, who sees it, its
formats, when it is due."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import BinaryIO, TypeVar

from station_desk.casework import dossier, dossier_feedback, dossier_papers
from station_desk.casework.context import Desk
from station_desk.casework.dossier_offers import Paper
from station_desk.domain.declare import RecordId
from station_desk.domain.records import TYPES
from station_desk.domain.vocabulary import Role
from station_desk.i18n import Label
from station_desk.reports import (
    consultations,
    contacts,
    forms,
    handled,
    letterdocument,
    letters,
    lists,
    monthly,
    motions,
    promises,
    suggestiondocument,
    suggestions,
    urging,
)
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

_Sheets = TypeVar("_Sheets")


class Kind(StrEnum):
    """A form is about one record; a table about a scope."""

    FORM = "form"
    TABLE = "table"


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
    {Kind.TABLE: Label("Tables", "统计表"), Kind.FORM: Label("Forms", "表单")}
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
        return self.kind is Kind.TABLE and self.scoped and not self.record

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


# --- how they are made ------------------------------------------------------------------------------


def _sheet(
    read: Callable[[Desk, RecordId | None], _Sheets],
    put: Callable[[_Sheets, ReportRequest, BinaryIO], int],
) -> FormMaker:
    """A form drawn from what is read of the record it is about."""

    def make(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
        return put(read(desk, request.record), request, out)

    return make


def _urge(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return urging.urgings(dossier_papers.urge_sheets(desk, request.record, request.today), request, out)


@contextmanager
def _monthly(desk: Desk, request: ReportRequest) -> Iterator[Table]:
    yield monthly.table(desk, request)


# --- the declarations -------------------------------------------------------------------------------


def _form(
    name: str,
    title: Label,
    hint: Label,
    make: FormMaker,
    record: str,
    paper: Paper,
    *,
    maskable: bool = True,
    roles: frozenset[Role] = READERS,
    word: FormMaker | None = None,
) -> Report:
    return Report(
        name, title, hint, Kind.FORM, (PDF, DOCX) if word is not None else (PDF,), make,
        record=record, paper=paper, maskable=maskable, roles=roles, word=word,
    )  # fmt: skip


def _table(
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
) -> Report:
    return Report(
        name, title, hint, Kind.TABLE, formats, make,
        record=record, period=period, opens=opens, scoped=True, filtered=filtered, maskable=maskable,
        roles=roles, due=due, track=track,
    )  # fmt: skip


_ALL: Sequence[Report] = (
    _table(
        "ledger",
        Label("Ledger", "台账"),
        Label("Every matter of a filter, one line each", "任意筛选，每件一行"),
        lists.ledger,
        opens=Opens.MONTH,
        filtered=True,
        maskable=True,
        roles=EVERYBODY,
    ),
    _table(
        "monthly",
        Label("Station report by period", "站点月报（季报、年报）"),
        Label("By station, category and month; rates show their base", "按站点、类别、月份；比率附分子分母"),
        _monthly,
        period=PeriodNeed.REQUIRED,
        opens=Opens.FULL_MONTH,
        due=(
            DueRule(Unit.MONTH, "report.month"),
            DueRule(Unit.QUARTER, "report.quarter"),
            DueRule(Unit.YEAR, "report.year"),
        ),
    ),
    _table(
        "overdue",
        Label("Overdue matters", "逾期清单"),
        Label("Past their due day today, and why it was due then", "今日已过期限的事项及到期日的由来"),
        lists.overdue,
        formats=(PDF, XLSX),
        filtered=True,
    ),
    _table(
        "deputy-cases",
        Label("A deputy's matters", "代表事项清单"),
        Label("What a deputy received and signed", "代表接待收集和领衔、附议的事项"),
        lists.deputy_cases,
        formats=(PDF, XLSX),
        record="deputy",
        roles=EVERYBODY,
    ),
    _table(
        "suggestions-handled",
        Label("Suggestions handled", "建议办理情况"),
        Label("By unit, class and verdict; rates show their base", "按单位、类别、评价；比率附分子分母"),
        handled.handled,
        track="suggestion",
    ),
    _table(
        "promises",
        Label("Ledger of promises", "承诺事项台账"),
        Label("What units promised, by when, kept or overdue", "承诺什么、何时完成、是否兑现或逾期"),
        promises.promises,
        track="suggestion",
    ),
    _table(
        "contact-list",
        Label("Whom to call today", "今日联系清单"),
        Label("Constituents, deputies and units, and about what", "今天联系谁、为什么事"),
        contacts.contacts,
        formats=(PDF, XLSX),
        period=PeriodNeed.NONE,
        maskable=True,
        roles=STAFF,
    ),
    _form(
        "registration",
        Label("Registration form", "接待群众登记表"),
        Label("One visit with its matters", "一次来访及其事项"),
        _sheet(dossier.visit_sheet, forms.registration),
        "visit",
        Paper.VISIT,
        roles=STAFF,
    ),
    _form(
        "refusal",
        Label("Notice of non-acceptance", "不受理告知单"),
        Label("Why, and where the matter belongs", "不受理的理由和应去的地方"),
        _sheet(dossier.refusal_sheet, forms.refusal),
        "issue",
        Paper.REFUSAL,
    ),
    _form(
        "hand-over",
        Label("Hand-over slip", "转办（交办）单"),
        Label("One page for each unit", "每个承办单位一页"),
        _sheet(dossier.assignment_sheets, forms.hand_over),
        "assignment",
        Paper.HANDED,
    ),
    _form(
        "feedback",
        Label("Feedback slip", "办理情况反馈单"),
        Label("The result as told, and the verdict", "反馈的结果和群众评价"),
        _sheet(dossier_feedback.feedback_sheets, forms.feedback),
        "feedback",
        Paper.TOLD,
    ),
    _form(
        "suggestion",
        Label("Deputy's suggestion sheet", "代表建议专用纸"),
        Label("With co-signers and continuation pages", "含附议人和续页"),
        _sheet(dossier.suggestion_sheet, suggestions.suggestion),
        "suggestion",
        Paper.SUGGESTION,
        roles=EVERYBODY,
        word=_sheet(dossier.suggestion_sheet, suggestiondocument.suggestion),
    ),
    _form(
        "motion",
        Label("Motion sheet", "议案专用纸"),
        Label("Case, grounds, plan, and who signs", "案由、案据、方案和联名代表"),
        _sheet(dossier.motion_sheet, motions.motion),
        "motion",
        Paper.MOTION,
        roles=EVERYBODY,
    ),
    _form(
        "reply-letter",
        Label("Reply letter", "建议答复函"),
        Label("Each unit's letter with its promises", "各单位的函，含承诺事项"),
        _sheet(dossier_papers.letter_sheets, letters.letters),
        "reply",
        Paper.ANSWER,
        roles=EVERYBODY,
        word=_sheet(dossier_papers.letter_sheets, letterdocument.write),
    ),
    _form(
        "consultation",
        Label("Consultation form", "征询意见表"),
        Label("One for each deputy who signed", "提出代表每人一份"),
        _sheet(dossier_papers.consultation_sheets, consultations.consultations),
        "consultation",
        Paper.ASKED,
        maskable=False,
        roles=EVERYBODY,
    ),
    _form(
        "urge",
        Label("Urging slip", "催办单"),
        Label("Days overdue, why, and earlier urgings", "逾期天数、期限由来和历次催办"),
        _urge,
        "assignment",
        Paper.OWED,
        maskable=False,
    ),
    _form(
        "supervision",
        Label("Key supervision slip", "重点督办单"),
        Label("By which criterion, decided and led by whom", "确定依据、确定机关和领衔督办人"),
        _sheet(dossier_papers.supervision_sheet, urging.supervision),
        "supervision",
        Paper.SUPERVISED,
        maskable=False,
    ),
)

REPORTS: Mapping[str, Report] = MappingProxyType({report.name: report for report in _ALL})
"""Every report by its name, in the order offered."""
