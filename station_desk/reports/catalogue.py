"""Every form and table by name, declared once; and the one way to make any of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from station_desk.casework import dossier
from station_desk.casework.context import Desk
from station_desk.errors import UserError
from station_desk.i18n import Label, translate
from station_desk.progress import Progress, silent
from station_desk.reports import documents, forms, lists, monthly, sheets, suggestions
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
    assignment, suggestion, feedback or deputy, "" for a table of many matters.

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
    period: PeriodNeed = PeriodNeed.NONE
    scoped: bool = False
    filtered: bool = False
    maskable: bool = True


@dataclass(frozen=True, slots=True)
class Made:
    """What was written: the file, and its pages (0 for a workbook)."""

    path: Path
    pages: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as the command line lists it."""

    name: str
    title: str
    formats: tuple[str, ...]


# --- the declarations ----------------------------------------------------------------------------


def _registration(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return forms.registration(dossier.visit_sheet(desk, request.record), request, out)


def _hand_over(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return forms.hand_over(dossier.assignment_sheets(desk, request.record), desk.identity.name, request, out)


def _suggestion(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return suggestions.suggestion(dossier.suggestion_sheet(desk, request.record), request, out)


def _feedback(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return forms.feedback(dossier.feedback_sheet(desk, request.record), request, out)


def _refusal(desk: Desk, request: ReportRequest, out: BinaryIO) -> int:
    return forms.refusal(dossier.refusal_sheet(desk, request.record), request, out)


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
        "registration",
        Label("Registration form", "接待群众登记表"),
        Label("One visit with its matters", "一次来访及其事项"),
        Kind.FORM,
        (PDF,),
        _registration,
        record="visit",
    ),
    Report(
        "refusal",
        Label("Notice of non-acceptance", "不受理告知单"),
        Label("Why, and where the matter belongs", "不受理的理由和应去的地方"),
        Kind.FORM,
        (PDF,),
        _refusal,
        record="issue",
    ),
    Report(
        "hand-over",
        Label("Hand-over slip", "转办（交办）单"),
        Label("One page for each unit", "每个承办单位一页"),
        Kind.FORM,
        (PDF,),
        _hand_over,
        record="assignment",
    ),
    Report(
        "feedback",
        Label("Feedback slip", "办理情况反馈单"),
        Label("The result as told, and the verdict", "反馈的结果和群众评价"),
        Kind.FORM,
        (PDF,),
        _feedback,
        record="feedback",
    ),
    Report(
        "suggestion",
        Label("Deputy's suggestion sheet", "代表建议专用纸"),
        Label("With co-signers and continuation pages", "含附议人和续页"),
        Kind.FORM,
        (PDF,),
        _suggestion,
        record="suggestion",
    ),
)

REPORTS: Mapping[str, Report] = MappingProxyType({report.name: report for report in _ALL})
"""Every report by its name, in the order offered."""


def listing() -> tuple[Listed, ...]:
    """What can be made, with titles in the language shown."""
    return tuple(Listed(report.name, str(report.title), report.formats) for report in REPORTS.values())


def find(name: str) -> Report:
    """The report of that name; UserError names those there are."""
    report = REPORTS.get(name.strip())
    if report is None:
        raise UserError(
            translate(
                "reports",
                "There is no report called “{name}”. There are: {names}.",
                name=name,
                names=", ".join(REPORTS),
            )
        )
    return report


# --- making ----------------------------------------------------------------------------------------


def check(report: Report, request: ReportRequest, suffix: str) -> None:
    """UserError where the request lacks what the report asks for, or the format is not one of its own."""
    if suffix not in report.formats:
        raise UserError(
            translate(
                "reports",
                "“{title}” is made as {formats}, not as “{suffix}”. Choose another file name.",
                title=report.title,
                formats=", ".join(report.formats),
                suffix=suffix,
            )
        )
    if report.record and request.record is None:
        raise UserError(
            translate(
                "reports",
                "“{title}” is about one record. Say which one it is for.",
                title=report.title,
            )
        )
    if report.period is PeriodNeed.REQUIRED and request.period is None:
        raise UserError(
            translate(
                "reports", "“{title}” needs a period. Give its first and last month.", title=report.title
            )
        )


def write(
    desk: Desk, name: str, request: ReportRequest, suffix: str, out: BinaryIO, progress: Progress = silent
) -> int:
    """Write a report into an open file; returns its pages (0 for a workbook). UserError as `make`."""
    report = find(name)
    check(report, request, suffix)
    if report.kind is Kind.FORM:
        return report.make(desk, request, out)  # type: ignore[call-arg, return-value]
    with report.make(desk, request) as table:  # type: ignore[call-arg, union-attr]
        if suffix == PDF:
            return documents.write(table, out, progress)
        sheets.write(table, out, progress)
    return 0


def render(
    desk: Desk, name: str, request: ReportRequest, suffix: str = PDF, progress: Progress = silent
) -> bytes:
    """A report in memory, for the preview. UserError as `make`."""
    out = BytesIO()
    write(desk, name, request, suffix, out, progress)
    return out.getvalue()


def make(desk: Desk, name: str, request: ReportRequest, out: Path, progress: Progress = silent) -> Made:
    """Make a report as the file `out`, whose suffix says the format (.pdf, .xlsx).

    Written beside it as `.part` and renamed when whole, so that a file of that name is always complete.
    UserError for an unknown name, a wrong format, something not given, a record that is not here, or a
    folder that cannot be written. `progress` may stop it: then nothing is left behind.
    """
    suffix = out.suffix.lower().lstrip(".")
    check(find(name), request, suffix)
    part = out.with_name(out.name + ".part")
    try:
        with part.open("wb") as file:
            pages = write(desk, name, request, suffix, file, progress)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UserError(
            translate(
                "reports",
                "{path} cannot be written: {why}. Close the file if it is open, or choose another folder.",
                path=out,
                why=error.strerror or error,
            )
        ) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return Made(out, pages)
