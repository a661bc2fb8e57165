"""The command that makes forms and tables as files, and says which there are."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from station_desk.cli_context import Command, Context, Option, find_detail, pass_context
from station_desk.errors import UserError
from station_desk.i18n import translate

if TYPE_CHECKING:
    from station_desk.casework.context import Desk
    from station_desk.casework.statistics import Period
    from station_desk.domain.declare import RecordId


@click.command("report", cls=Command, say=lambda: translate("cli", "Make a form or a table as a file."))
@click.argument("name", required=False)
@click.option(
    "--list", "only_list", is_flag=True, cls=Option,
    say=lambda: translate("cli", "Say which reports there are."),
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
    "--about", default="", cls=Option, metavar="NUMBER",
    say=lambda: translate("cli", "The matter (or the deputy's name) that a form is about."),
)  # fmt: skip
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), cls=Option, metavar="FILE",
    say=lambda: translate("cli", "The file to make; its ending (.pdf, .xlsx) says the format."),
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
    first: str | None,
    last: str | None,
    scope: str,
    about: str,
    out: Path | None,
    unmasked: bool,
    why: str,
) -> None:
    """`report --list`: `{"reports": [{"name", "title", "formats"}…]}`; `report NAME`: `{"path", "pages"}`."""
    from station_desk.casework import reveal
    from station_desk.reports import catalogue
    from station_desk.reports.request import ReportRequest

    if only_list:
        listed = catalogue.listing()
        context.tell(
            {"reports": [{"name": r.name, "title": r.title, "formats": list(r.formats)} for r in listed]},
            *(f"{r.name:14} {r.title}（{'、'.join(r.formats)}）" for r in listed),
        )
        return
    if not name:
        raise click.UsageError(translate("cli", "Name a report, or ask for --list."))
    if out is None:
        raise click.UsageError(translate("cli", "Say with --out which file to make."))
    wanted = catalogue.find(name)
    with context.desk() as desk:
        request = ReportRequest(
            period=_period(first, last), scope=scope, masked=not unmasked,
            record=about_record(desk, wanted.record, about) if about else None,
            made_by=context.actor(desk).name,
        )  # fmt: skip
        catalogue.check(wanted, request, out.suffix.lower().lstrip("."))
        if unmasked and wanted.maskable:
            # Written down before anybody can see it, as in the window.
            reveal.listed(desk, context.actor(desk), f"{wanted.title.zh} {about}", why)
        made = catalogue.make(desk, name, request, out, context.progress)
    context.tell(
        {"path": str(made.path), "pages": made.pages},
        translate("cli", "Made: {path}", path=made.path),
    )


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
