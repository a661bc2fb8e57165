"""Every form and table, declared once: its name, titles, what it is about, what it asks for, who sees it, its
formats, when it is due."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import BinaryIO, TypeVar

from station_desk.casework import dossier, dossier_feedback, dossier_papers
from station_desk.casework.context import Desk
from station_desk.casework.dossier_offers import Paper
from station_desk.domain.declare import RecordId
from station_desk.i18n import Label
from station_desk.reports import (
    compared,
    consultations,
    contacts,
    deputies,
    deputyfile,
    forms,
    handingover,
    handled,
    hot,
    letterdocument,
    letters,
    lists,
    monthly,
    motions,
    opinions,
    promises,
    sentences,
    suggestiondocument,
    suggestions,
    urging,
)
from station_desk.reports.content import Table
from station_desk.reports.declaration import (
    DOCX,
    EVERYBODY,
    PDF,
    STAFF,
    XLSX,
    DueRule,
    FormMaker,
    Kind,
    Opens,
    PeriodNeed,
    Report,
    TableMaker,
    form,
    table,
)
from station_desk.reports.periods import Unit
from station_desk.reports.request import ReportRequest

__all__ = [
    "DOCX",
    "PDF",
    "REPORTS",
    "XLSX",
    "DueRule",
    "Kind",
    "Opens",
    "PeriodNeed",
    "Report",
    "TableMaker",
]  # fmt: skip

_Sheets = TypeVar("_Sheets")


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


_ALL: Sequence[Report] = (
    table(
        "ledger",
        Label("Ledger", "台账"),
        Label("Every matter of a filter, one line each", "任意筛选，每件一行"),
        lists.ledger,
        opens=Opens.MONTH,
        filtered=True,
        maskable=True,
        roles=EVERYBODY,
    ),
    table(
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
    table(
        "overdue",
        Label("Overdue matters", "逾期清单"),
        Label("Past their due day today, and why it was due then", "今日已过期限的事项及到期日的由来"),
        lists.overdue,
        formats=(PDF, XLSX),
        filtered=True,
    ),
    table(
        "deputy-cases",
        Label("A deputy's matters", "代表事项清单"),
        Label("What a deputy received and signed", "代表接待收集和领衔、附议的事项"),
        lists.deputy_cases,
        formats=(PDF, XLSX),
        record="deputy",
        roles=EVERYBODY,
    ),
    table(
        "suggestions-handled",
        Label("Suggestions handled", "建议办理情况"),
        Label("By unit, class and verdict; rates show their base", "按单位、类别、评价；比率附分子分母"),
        handled.handled,
        track="suggestion",
    ),
    table(
        "verdicts",
        Label("Verdicts and return rates", "群众评价和代表评价"),
        Label("Asked, came back, satisfied; by station, town, unit", "应评、收回、满意；按站点、镇街、单位"),
        opinions.opinions,
        period=PeriodNeed.REQUIRED,
        opens=Opens.FULL_MONTH,
    ),
    table(
        "comparison",
        Label("Compared with before", "同比、环比"),
        Label("With the period before and a year ago; bases shown", "与上期、上年同期比，列出基数"),
        compared.compared,
        period=PeriodNeed.REQUIRED,
        opens=Opens.FULL_MONTH,
    ),
    table(
        "hot",
        Label("Hot matters", "热点事项"),
        Label("Raised most often, and by most people", "反映最多的、来访人数最多的"),
        hot.hot,
        period=PeriodNeed.REQUIRED,
        opens=Opens.FULL_MONTH,
    ),
    table(
        "deputies-work",
        Label("What deputies did", "代表履职情况"),
        Label("Received, raised, judged in time; by level and name", "接待、建议、按时评价；按层级和姓名"),
        deputies.deputies,
        period=PeriodNeed.REQUIRED,
        opens=Opens.FULL_MONTH,
    ),
    table(
        "promises",
        Label("Ledger of promises", "承诺事项台账"),
        Label("What units promised, by when, kept or overdue", "承诺什么、何时完成、是否兑现或逾期"),
        promises.promises,
        track="suggestion",
    ),
    table(
        "contact-list",
        Label("Whom to call today", "今日联系清单"),
        Label("Constituents, deputies and units, and about what", "今天联系谁、为什么事"),
        contacts.contacts,
        formats=(PDF, XLSX),
        period=PeriodNeed.NONE,
        maskable=True,
        roles=STAFF,
    ),
    table(
        "handing-over",
        Label("Handing over", "工作交接清单"),
        Label("What a leaving clerk hands over", "在办事项、待联系人、材料和签名"),
        handingover.handing_over,
        formats=(PDF, XLSX),
        period=PeriodNeed.NONE,
        maskable=True,
        roles=STAFF,
    ),
    table(
        "sentences",
        Label("Sentences for a work report", "工作报告用语"),
        Label("Ready to copy; each number opens its matters", "直接复制；点数字看它数的事项"),
        sentences.work_report,
        formats=(PDF, XLSX),
        period=PeriodNeed.REQUIRED,
        opens=Opens.FULL_MONTH,
        kind=Kind.TEXT,
    ),
    form(
        "registration",
        Label("Registration form", "接待群众登记表"),
        Label("One visit with its matters", "一次来访及其事项"),
        _sheet(dossier.visit_sheet, forms.registration),
        "visit",
        Paper.VISIT,
        roles=STAFF,
    ),
    form(
        "refusal",
        Label("Notice of non-acceptance", "不受理告知单"),
        Label("Why, and where the matter belongs", "不受理的理由和应去的地方"),
        _sheet(dossier.refusal_sheet, forms.refusal),
        "issue",
        Paper.REFUSAL,
    ),
    form(
        "hand-over",
        Label("Hand-over slip", "转办（交办）单"),
        Label("One page for each unit", "每个承办单位一页"),
        _sheet(dossier.assignment_sheets, forms.hand_over),
        "assignment",
        Paper.HANDED,
    ),
    form(
        "feedback",
        Label("Feedback slip", "办理情况反馈单"),
        Label("The result as told, and the verdict", "反馈的结果和群众评价"),
        _sheet(dossier_feedback.feedback_sheets, forms.feedback),
        "feedback",
        Paper.TOLD,
    ),
    form(
        "suggestion",
        Label("Deputy's suggestion sheet", "代表建议专用纸"),
        Label("With co-signers and continuation pages", "含附议人和续页"),
        _sheet(dossier.suggestion_sheet, suggestions.suggestion),
        "suggestion",
        Paper.SUGGESTION,
        roles=EVERYBODY,
        word=_sheet(dossier.suggestion_sheet, suggestiondocument.suggestion),
    ),
    form(
        "motion",
        Label("Motion sheet", "议案专用纸"),
        Label("Case, grounds, plan, and who signs", "案由、案据、方案和联名代表"),
        _sheet(dossier.motion_sheet, motions.motion),
        "motion",
        Paper.MOTION,
        roles=EVERYBODY,
    ),
    form(
        "reply-letter",
        Label("Reply letter", "建议答复函"),
        Label("Each unit's letter with its promises", "各单位的函，含承诺事项"),
        _sheet(dossier_papers.letter_sheets, letters.letters),
        "reply",
        Paper.ANSWER,
        roles=EVERYBODY,
        word=_sheet(dossier_papers.letter_sheets, letterdocument.write),
    ),
    form(
        "consultation",
        Label("Consultation form", "征询意见表"),
        Label("One for each deputy who signed", "提出代表每人一份"),
        _sheet(dossier_papers.consultation_sheets, consultations.consultations),
        "consultation",
        Paper.ASKED,
        maskable=False,
        roles=EVERYBODY,
    ),
    form(
        "deputy-file",
        Label("Deputy's file", "代表履职档案"),
        Label("Cover and eight parts, filled from the records", "封面和八个部分，已有记录自动填写"),
        deputyfile.deputy_file,
        "deputy",
        None,
        period=PeriodNeed.OPTIONAL,
        roles=EVERYBODY,
    ),
    form(
        "urge",
        Label("Urging slip", "催办单"),
        Label("Days overdue, why, and earlier urgings", "逾期天数、期限由来和历次催办"),
        _urge,
        "assignment",
        Paper.OWED,
        maskable=False,
    ),
    form(
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
