"""The one way to make any form or table: found by name, asked for what it needs, written whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from station_desk.casework.context import Desk
from station_desk.domain.vocabulary import ROLES, Role
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.progress import Progress, silent
from station_desk.reports import documents, sheets, undecided
from station_desk.reports.content import Counts, Sentence, Spot
from station_desk.reports.declared import DOCX, PDF, REPORTS, XLSX, Kind, Opens, PeriodNeed, Report
from station_desk.reports.request import ReportRequest
from station_desk.reports.undecided import Missing
from station_desk.whole import whole

__all__ = [
    "DOCX",
    "PDF",
    "REPORTS",
    "XLSX",
    "Draft",
    "Kind",
    "Made",
    "Opens",
    "PeriodNeed",
    "Report",
    "cannot_write",
    "check",
    "draft",
    "find",
    "make",
    "offered",
    "refuse_role",
    "render",
    "write",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """What was written: the file, and its pages (0 for a file to edit)."""

    path: Path
    pages: int


def offered(role: Role) -> tuple[Report, ...]:
    """What somebody of this role is offered, in the order of the list."""
    return tuple(report for report in REPORTS.values() if role in report.roles)


def refuse_role(report: Report, role: Role) -> None:
    """UserError where the report is not for this role; says for whom it is."""
    if role in report.roles:
        return
    raise UserError(
        translate(
            "reports",
            "“{title}” is not for you as {role}. It is for: {roles}.",
            title=report.title,
            role=ROLES.label(role),
            roles="、".join(ROLES.label(one) for one in Role if one in report.roles),
        )
    )


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
    """Write a report into an open file; returns its pages (0 for a file to edit). UserError as `make`."""
    report = find(name)
    check(report, request, suffix)
    if report.kind is Kind.FORM:
        words = undecided.footnote(desk, report, request)
        make = report.word if suffix == DOCX and report.word is not None else report.make
        return make(desk, replace(request, undecided=words), out)  # type: ignore[call-arg, return-value]
    found = undecided.missing(desk, report, request)
    with report.make(desk, request) as made:  # type: ignore[call-arg, union-attr]
        table = undecided.noted(made, found)
        if suffix == PDF:
            return documents.write(table, out, progress)
        sheets.write(table, out, progress)
    return 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A report for the screen: its PDF, where on it numbers stand that can be opened, those listed, what
    it leaves out, and the sentences a text is about."""

    pdf: bytes
    spots: tuple[Spot, ...] = ()
    counts: tuple[Counts, ...] = ()
    missing: Missing | None = None
    sentences: tuple[Sentence, ...] = ()


def draft(desk: Desk, name: str, request: ReportRequest, progress: Progress = silent) -> Draft:
    """A report as the screen shows it before it prints. UserError as `make`."""
    report = find(name)
    if report.kind is Kind.FORM:
        return Draft(render(desk, name, request, progress=progress))
    check(report, request, PDF)
    out, spots = BytesIO(), list[Spot]()
    found = undecided.missing(desk, report, request)
    with report.make(desk, request) as made:  # type: ignore[call-arg, union-attr]
        table = undecided.noted(made, found)
        documents.write(table, out, progress, spots)
        return Draft(out.getvalue(), tuple(spots), table.counts, found, table.sentences)


def render(
    desk: Desk, name: str, request: ReportRequest, suffix: str = PDF, progress: Progress = silent
) -> bytes:
    """A report in memory, for the preview. UserError as `make`."""
    out = BytesIO()
    write(desk, name, request, suffix, out, progress)
    return out.getvalue()


def cannot_write(path: Path, error: OSError) -> UserError:
    """For a file that is open elsewhere, or a folder that is not there or full."""
    return UserError(
        translate(
            "reports",
            "{path} cannot be written: {why}. Close the file if it is open, or choose another folder.",
            path=path,
            why=error.strerror or error,
        )
    )


def make(desk: Desk, name: str, request: ReportRequest, out: Path, progress: Progress = silent) -> Made:
    """Make a report as the file `out`, whose suffix says the format (.pdf, .xlsx, .docx).

    Written beside it as `.part` and renamed when whole, so that a file of that name is always complete.
    UserError for an unknown name, a wrong format, something not given, a record that is not here, or a
    folder that cannot be written. `progress` may stop it: then nothing is left behind.
    """
    suffix = out.suffix.lower().lstrip(".")
    check(find(name), request, suffix)
    try:
        with whole(out) as file:
            pages = write(desk, name, request, suffix, file, progress)
    except OSError as error:
        raise cannot_write(out, error) from error
    return Made(out, pages)
