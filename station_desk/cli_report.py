"""The command that makes forms and tables as files, for one scope or each station, and lists them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from station_desk.cli_context import Command, Context, Json, Option, find_detail, pass_context
from station_desk.errors import UserError
from station_desk.i18n import translate

if TYPE_CHECKING:
    from station_desk.casework.context import Desk
    from station_desk.casework.statistics import Period
    from station_desk.domain.declare import RecordId
    from station_desk.domain.vocabulary import Role
    from station_desk.reports.declared import Report
    from station_desk.reports.request import ReportRequest


@click.command("report", cls=Command, say=lambda: translate("cli", "Make a form or a table as a file."))
@click.argument("name", required=False)
@click.option(
    "--list", "only_list", is_flag=True, cls=Option,
    say=lambda: translate("cli", "Say which reports there are, what each asks for, and who is offered it."),
)  # fmt: skip
@click.option(
    "--due", "only_due", is_flag=True, cls=Option,
    say=lambda: translate("cli", "Say which reports are due today and not made yet."),
)  # fmt: skip
@click.option(
    "--from", "first", cls=Option, metavar="MONTH",
    say=lambda: translate("cli", "First month (2026-01) or day (2026-01-05)."),
)  # fmt: skip
@click.option(
    "--to", "last", cls=Option, metavar="MONTH", say=lambda: translate("cli", "Last month or day.")
)  # fmt: skip
@click.option(
    "--scope", default="", cls=Option, metavar="CODE",
    say=lambda: translate("cli", "Only this station; else the whole desk."),
)  # fmt: skip
@click.option(
    "--each-station", is_flag=True, cls=Option,
    say=lambda: translate("cli", "A file for each station, into the folder named with --out."),
)  # fmt: skip
@click.option(
    "--format", "suffix", type=click.Choice(["pdf", "xlsx"]), cls=Option,
    say=lambda: translate("cli", "The format of the files for each station."),
)  # fmt: skip
@click.option(
    "--about", default="", cls=Option, metavar="NUMBER",
    say=lambda: translate("cli", "The matter (or the deputy's name) that a form is about."),
)  # fmt: skip
@click.option(
    "--out", type=click.Path(path_type=Path), cls=Option, metavar="FILE",
    say=lambda: translate("cli", "The file to make; its ending (.pdf, .xlsx, .docx) says the format."),
)  # fmt: skip
@click.option(
    "--template", type=click.Path(path_type=Path), cls=Option, metavar="FILE",
    say=lambda: translate("cli", "Your own xlsx workbook, whose named cells are filled; see --names."),
)  # fmt: skip
@click.option(
    "--names", "only_names", is_flag=True, cls=Option,
    say=lambda: translate(
        "cli", "Say which cells such a workbook may name; with --out, write an example that names all."
    ),
)  # fmt: skip
@click.option(
    "--unmasked", is_flag=True, cls=Option,
    say=lambda: translate("cli", "Show names and telephone numbers in full."),
)  # fmt: skip
@click.option(
    "--why", default="", cls=Option, metavar="TEXT",
    say=lambda: translate("cli", "What names and numbers in full are needed for; kept with your name."),
)  # fmt: skip
@pass_context
def report(
    context: Context,
    name: str | None,
    only_list: bool,
    only_due: bool,
    first: str | None,
    last: str | None,
    scope: str,
    each_station: bool,
    suffix: str | None,
    about: str,
    out: Path | None,
    template: Path | None,
    only_names: bool,
    unmasked: bool,
    why: str,
) -> None:
    """`--list`: `{"reports": [{"name", "title", "titles", "kind", "formats", "asks", "roles", "due",
    "each_station"}…]}`; `--due`: `{"due": [{"name", "first", "last", "day"}…]}`; `NAME`: `{"path", "pages"}`;
    `sentences` without `--out`: `{"sentences": [{"title", "text", "numbers": [{"name", "text"}…]}…]}`;
    `NAME --each-station`: `{"folder", "made": [{"station", "path", "pages"}…], "failed": [{"station",
    "why"}…], "stopped"}`, exit code 1 where a station has no file; `NAME --template FILE`: `{"path",
    "filled", "unfilled", "lost"}`; `NAME --names`: `{"names": [{"name", "zh", "columns"}…]}`."""
    from station_desk.casework import reveal
    from station_desk.reports import batch, catalogue
    from station_desk.reports.request import ReportRequest

    if only_list:
        _list(context)
        return
    if only_due:
        _due(context)
        return
    if not name:
        raise click.UsageError(translate("cli", "Name a report, or ask for --list."))
    wanted = catalogue.find(name)
    says = out is None and not each_station and wanted.kind is catalogue.Kind.TEXT
    if out is None and not only_names and not says:
        raise click.UsageError(translate("cli", "Say with --out which file to make."))
    if each_station and scope:
        raise click.UsageError(translate("cli", "--scope names one station, --each-station all: choose."))
    if each_station:
        suffix = suffix or wanted.formats[0]
    else:
        suffix = out.suffix.lower().lstrip(".") if out is not None else wanted.formats[0] if says else "xlsx"
    with context.desk() as desk:
        actor = context.actor(desk)
        catalogue.refuse_role(wanted, actor.role)
        request = ReportRequest(
            period=_period(first, last), scope=scope, masked=not unmasked,
            record=about_record(desk, wanted.record, about) if about else None,
            made_by=actor.name,
        )  # fmt: skip
        if only_names:
            _names(context, desk, wanted, request, out)
            return
        (batch if each_station else catalogue).check(wanted, request, suffix)
        if says:
            _say(context, desk, wanted, request)
            return
        assert out is not None  # asked for above
        if unmasked and wanted.maskable:
            # Written down before anybody can see it, as in the window.
            reveal.listed(desk, actor, f"{wanted.title.zh} {about}", why)
        if each_station:
            _each(context, desk, wanted, request, out, suffix)
        elif template is not None:
            _fill(context, desk, wanted, request, template, out)
        else:
            _one(context, desk, wanted, request, out)


def _say(context: Context, desk: Desk, wanted: Report, request: ReportRequest) -> None:
    """A text is for reading: its sentences are printed where no file is named."""
    from station_desk.reports import catalogue

    said = catalogue.draft(desk, wanted.name, request, context.progress).sentences
    context.tell(
        {
            "sentences": [
                {
                    "title": str(one.title),
                    "text": one.text,
                    "numbers": [{"name": n.label, "text": n.text} for n in one.numbers],
                }
                for one in said
            ]
        },
        *(one.text for one in said),
    )


def _one(context: Context, desk: Desk, wanted: Report, request: ReportRequest, out: Path) -> None:
    from station_desk.reports import catalogue, due

    made = catalogue.make(desk, wanted.name, request, out, context.progress)
    due.note_made(desk, wanted.name, request)
    context.tell(
        {"path": str(made.path), "pages": made.pages}, translate("cli", "Made: {path}", path=made.path)
    )


def _fill(
    context: Context, desk: Desk, wanted: Report, request: ReportRequest, template: Path, out: Path
) -> None:
    from station_desk.reports import due, templates

    made = templates.fill(desk, wanted.name, request, template, out, context.progress)
    due.note_made(desk, wanted.name, request)
    context.tell(
        {
            "path": str(made.path),
            "filled": list(made.names),
            "unfilled": list(made.unfilled),
            "lost": [str(part) for part in made.lost],
        },
        translate("cli", "Made: {path}", path=made.path),
        *made.sentences(),
    )


def _names(context: Context, desk: Desk, wanted: Report, request: ReportRequest, out: Path | None) -> None:
    """A report that needs a period is asked for this month: names do not depend on it."""
    from station_desk.casework.statistics import Period
    from station_desk.reports import templateexample, templates
    from station_desk.reports.declared import PeriodNeed

    if request.period is None and wanted.period is not PeriodNeed.NONE:
        request = replace(request, period=Period.of_months(f"{date.today():%Y-%m}"))
    if out is not None:
        found = templateexample.write(desk, wanted.name, request, out)
    else:
        found = templates.names(desk, wanted.name, request)
    lines = templateexample.lines(found)
    context.tell(
        {"names": [{"name": name, "zh": zh, "columns": columns} for name, zh, columns in lines]},
        *(f"{name:30} {zh}{f': {columns}' if columns else ''}" for name, zh, columns in lines),
    )


def _each(
    context: Context, desk: Desk, wanted: Report, request: ReportRequest, folder: Path, suffix: str
) -> None:
    """A script that runs again replaces its files, as `--out FILE` does."""
    from station_desk.reports import batch, due

    folder.mkdir(parents=True, exist_ok=True)
    made = batch.each_station(desk, wanted.name, request, folder, suffix, context.progress, replacing=True)
    if made.whole:
        due.note_made(desk, wanted.name, request)
    context.tell(
        {
            "folder": str(folder),
            "made": [{"station": f.station, "path": str(f.path), "pages": f.pages} for f in made.made],
            "failed": [{"station": f.station, "why": f.why} for f in made.failed],
            "stopped": made.stopped,
        },
        *made.sentences(named=made.stations),
    )
    if not made.whole:
        click.get_current_context().exit(1)


def _list(context: Context) -> None:
    from station_desk.reports.declared import REPORTS

    context.tell(
        {"reports": [_declared(report) for report in REPORTS.values()]},
        *(_line(report) for report in REPORTS.values()),
    )


def _declared(report: Report) -> Json:
    return {
        "name": report.name,
        "title": str(report.title),
        "titles": {"en": report.title.en, "zh_CN": report.title.zh},
        "kind": report.kind.value,
        "formats": list(report.formats),
        "asks": [{"name": p.code, "what": str(p.label), "required": p.required} for p in report.parameters],
        "roles": [role.value for role in _roles(report)],
        "due": [rule.unit.value for rule in report.due],
        "each_station": report.per_station,
    }


def _line(report: Report) -> str:
    """Name, title and formats; below them what is asked for (a star: needed) and who is offered it."""
    from station_desk.domain.vocabulary import ROLES, Role

    between = translate("cli", ", ")
    asks = between.join(f"{p.label}{'*' if p.required else ''}" for p in report.parameters)
    roles = _roles(report)
    who = between.join(ROLES.label(role) for role in roles)
    if len(roles) == len(Role):
        who = translate("cli", "everybody")
    return (
        f"{report.name:20} {report.title} ({between.join(report.formats)})\n"
        f"{'':20} {translate('cli', 'Asks for: {asks}. For: {who}.', asks=asks or '—', who=who)}"
    )


def _roles(report: Report) -> list[Role]:
    from station_desk.domain.vocabulary import Role

    return [role for role in Role if role in report.roles]


def _due(context: Context) -> None:
    from station_desk.reports import due

    with context.desk() as desk:
        found = due.waiting(desk, context.actor(desk).role, date.today())
    context.tell(
        {
            "due": [
                {
                    "name": one.report.name,
                    "first": one.period.first.isoformat(),
                    "last": one.period.last.isoformat(),
                    "day": one.day.isoformat(),
                }
                for one in found
            ]
        },
        *(
            translate(
                "cli", "{name} for {period}, due on {day}",
                name=one.report.name, period=one.period.official, day=one.day.isoformat(),
            )
            for one in found
        ),
    )  # fmt: skip


_MONTH = re.compile(r"\d{4}-\d{2}")


def _period(first: str | None, last: str | None) -> Period | None:
    """Whole months or single days; one end alone stands for both."""
    from station_desk.casework.statistics import Period

    start, end = first or last, last or first
    if start is None or end is None:
        return None
    try:
        begins = (Period.of_months(start).first) if _MONTH.fullmatch(start) else date.fromisoformat(start)
        ends = (Period.of_months(end).last) if _MONTH.fullmatch(end) else date.fromisoformat(end)
    except ValueError as error:
        raise click.BadParameter(
            translate("cli", "A month is written 2026-01, a day 2026-01-05."), param_hint="--from/--to"
        ) from error
    return Period(begins, ends)


def about_record(desk: Desk, kind: str, text: str) -> RecordId:
    """The record a report is about, found by a matter's number (or a deputy's name)."""
    from station_desk.casework import browse
    from station_desk.domain.records import Issue

    if kind == "deputy":
        for record, deputy in browse.office(desk).deputies:
            if text in (deputy.name, record.hex()):
                return record
        raise UserError(translate("cli", "There is no deputy “{wanted}” here. Check the name.", wanted=text))
    detail = find_detail(desk, text)
    found: RecordId | None = detail.row.id
    if kind == "visit":
        found = detail.record.visit if isinstance(detail.record, Issue) else None
    if found is None:
        raise UserError(
            translate("cli", "{number} has nothing yet that this form could show.", number=detail.row.number)
        )
    return found
