"""Every form and table, declared once: its name, titles, what it is about, what it asks for, its formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import BinaryIO

from station_desk.casework import dossier, dossier_feedback, dossier_papers
from station_desk.casework.context import Desk
from station_desk.casework.dossier_offers import Paper
from station_desk.i18n import Label
from station_desk.reports import (
    consultations,
    contacts,
    forms,
    handled,
    letters,
    lists,
    monthly,
    motions,
    promises,
    suggestions,
    urging,
)
from station_desk.reports.content import Table
from station_desk.reports.request import ReportRequest

PDF, XLSX = "pdf", "xlsx"

FormMaker = Callable[[Desk, ReportRequest, BinaryIO], int]
"""Draws a form into the file; returns its pages."""

TableMaker = Callable[[Desk, ReportRequest], AbstractContextManager[Table]]
"""A table whose rows are read from the desk while it is written."""


class Kind(StrEnum):
    """A form is about one record; a table about a scope."""

    FORM = "form"
    TABLE = "table"


class PeriodNeed(StrEnum):
    """Whether a report asks for a period."""

    NONE = "none"
    OPTIONAL = "optional"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Report:
    """One form or table. `name` is its key for ever; `record` names what it is about: visit, issue,
    assignment, suggestion, motion, consultation, reply, supervision, feedback or deputy, "" for a table of
    many matters; `paper` which matters such a form can be made of.

    `scoped`: takes a station's code; `filtered`: takes a filter of matters; `maskable`: shows personal
    details, masked unless asked otherwise. `formats` are suffixes, the first the usual one.
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
    scoped: bool = False
    filtered: bool = False
    maskable: bool = True


def _registration(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return forms.registration(dossier.visit_sheet(desk, request.record), request, out)


def _hand_over(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return forms.hand_over(dossier.assignment_sheets(desk, request.record), desk.identity.name, request, out)


def _suggestion(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return suggestions.suggestion(dossier.suggestion_sheet(desk, request.record), request, out)


def _feedback(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return forms.feedback(dossier_feedback.feedback_sheets(desk, request.record), request, out)


def _refusal(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return forms.refusal(dossier.refusal_sheet(desk, request.record), request, out)


def _motion(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return motions.motion(dossier.motion_sheet(desk, request.record), request, out)


def _consultation(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return consultations.consultations(dossier_papers.consultation_sheets(desk, request.record), request, out)


def _letter(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return letters.letters(dossier_papers.letter_sheets(desk, request.record), request, out)


def _urge(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return urging.urgings(dossier_papers.urge_sheets(desk, request.record, request.today), request, out)


def _supervision(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return urging.supervision(dossier_papers.supervision_sheet(desk, request.record), request, out)


@contextmanager
def _monthly(desk: Desk, request: ReportRequest) -> Iterator[Table]:
    yield monthly.table(desk, request)


_ALL: Sequence[Report] = (
    Report(
        "ledger",
        Label("Ledger", "台账"),
        Label("Every matter of a filter, one line each", "任意筛选，每件一行"),
        Kind.TABLE,
        (XLSX, PDF),
        lists.ledger,
        period=PeriodNeed.OPTIONAL,
        scoped=True,
        filtered=True,
    ),
    Report(
        "monthly",
        Label("Station report, monthly to yearly", "站点月报（季报、年报）"),
        Label("By station, category and month; rates show their base", "按站点、类别、月份；比率附分子分母"),
        Kind.TABLE,
        (XLSX, PDF),
        _monthly,
        period=PeriodNeed.REQUIRED,
        scoped=True,
        maskable=False,
    ),
    Report(
        "overdue",
        Label("Overdue matters", "逾期清单"),
        Label("Past their due day today, and why it was due then", "今日已过期限的事项及到期日的由来"),
        Kind.TABLE,
        (PDF, XLSX),
        lists.overdue,
        period=PeriodNeed.OPTIONAL,
        scoped=True,
        filtered=True,
        maskable=False,
    ),
    Report(
        "deputy-cases",
        Label("A deputy's matters", "代表事项清单"),
        Label("What a deputy received and signed", "代表接待收集和领衔、附议的事项"),
        Kind.TABLE,
        (PDF, XLSX),
        lists.deputy_cases,
        record="deputy",
        period=PeriodNeed.OPTIONAL,
        scoped=True,
        maskable=False,
    ),
    Report(
        "suggestions-handled",
        Label("Suggestions handled", "建议办理情况"),
        Label("By unit, class and verdict; rates show their base", "按单位、类别、评价；比率附分子分母"),
        Kind.TABLE,
        (XLSX, PDF),
        handled.handled,
        period=PeriodNeed.OPTIONAL,
        scoped=True,
        maskable=False,
    ),
    Report(
        "promises",
        Label("Ledger of promises", "承诺事项台账"),
        Label("What units promised, by when, kept or overdue", "承诺什么、何时完成、是否兑现或逾期"),
        Kind.TABLE,
        (XLSX, PDF),
        promises.promises,
        period=PeriodNeed.OPTIONAL,
        scoped=True,
        maskable=False,
    ),
    Report(
        "contact-list",
        Label("Whom to call today", "今日联系清单"),
        Label("Constituents, deputies and units, and about what", "今天联系谁、为什么事"),
        Kind.TABLE,
        (PDF, XLSX),
        contacts.contacts,
        scoped=True,
    ),
    Report(
        "registration",
        Label("Registration form", "接待群众登记表"),
        Label("One visit with its matters", "一次来访及其事项"),
        Kind.FORM,
        (PDF,),
        _registration,
        record="visit",
        paper=Paper.VISIT,
    ),
    Report(
        "refusal",
        Label("Notice of non-acceptance", "不受理告知单"),
        Label("Why, and where the matter belongs", "不受理的理由和应去的地方"),
        Kind.FORM,
        (PDF,),
        _refusal,
        record="issue",
        paper=Paper.REFUSAL,
    ),
    Report(
        "hand-over",
        Label("Hand-over slip", "转办（交办）单"),
        Label("One page for each unit", "每个承办单位一页"),
        Kind.FORM,
        (PDF,),
        _hand_over,
        record="assignment",
        paper=Paper.HANDED,
    ),
    Report(
        "feedback",
        Label("Feedback slip", "办理情况反馈单"),
        Label("The result as told, and the verdict", "反馈的结果和群众评价"),
        Kind.FORM,
        (PDF,),
        _feedback,
        record="feedback",
        paper=Paper.TOLD,
    ),
    Report(
        "suggestion",
        Label("Deputy's suggestion sheet", "代表建议专用纸"),
        Label("With co-signers and continuation pages", "含附议人和续页"),
        Kind.FORM,
        (PDF,),
        _suggestion,
        record="suggestion",
        paper=Paper.SUGGESTION,
    ),
    Report(
        "motion",
        Label("Motion sheet", "议案专用纸"),
        Label("Case, grounds, plan, and who signs", "案由、案据、方案和联名代表"),
        Kind.FORM,
        (PDF,),
        _motion,
        record="motion",
        paper=Paper.MOTION,
    ),
    Report(
        "reply-letter",
        Label("Reply letter", "建议答复函"),
        Label("Each unit's letter with its promises", "各单位的函，含承诺事项"),
        Kind.FORM,
        (PDF,),
        _letter,
        record="reply",
        paper=Paper.ANSWER,
    ),
    Report(
        "consultation",
        Label("Consultation form", "征询意见表"),
        Label("One for each deputy who signed", "提出代表每人一份"),
        Kind.FORM,
        (PDF,),
        _consultation,
        record="consultation",
        paper=Paper.ASKED,
        maskable=False,
    ),
    Report(
        "urge",
        Label("Urging slip", "催办单"),
        Label("Days overdue, why, and earlier urgings", "逾期天数、期限由来和历次催办"),
        Kind.FORM,
        (PDF,),
        _urge,
        record="assignment",
        paper=Paper.OWED,
        maskable=False,
    ),
    Report(
        "supervision",
        Label("Key supervision slip", "重点督办单"),
        Label("By which criterion, decided and led by whom", "确定依据、确定机关和领衔督办人"),
        Kind.FORM,
        (PDF,),
        _supervision,
        record="supervision",
        paper=Paper.SUPERVISED,
        maskable=False,
    ),
)

REPORTS: Mapping[str, Report] = MappingProxyType({report.name: report for report in _ALL})
"""Every report by its name, in the order offered."""
