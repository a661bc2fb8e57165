"""Commands that write: a new desk, a ledger in, a record erased for good, a backup."""

from __future__ import annotations

from pathlib import Path

import click

from station_desk.cli_context import Command, Context, Option, pass_context
from station_desk.errors import UserError
from station_desk.i18n import translate

ROLES = ("station", "town", "county", "city", "deputy")

_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("init", cls=Command, say=lambda: translate("cli", "Make a new, empty desk."))
@click.option(
    "--site", required=True, cls=Option, metavar="CODE",
    say=lambda: translate("cli", "The site's code, for instance HC."),
)  # fmt: skip
@click.option(
    "--name", required=True, cls=Option, metavar="NAME", say=lambda: translate("cli", "The site's name.")
)  # fmt: skip
@click.option(
    "--role", required=True, type=click.Choice(ROLES), cls=Option,
    say=lambda: translate("cli", "What kind of place it is."),
)  # fmt: skip
@click.option(
    "--parent", default="", cls=Option, metavar="CODE",
    say=lambda: translate("cli", "The code of the congress it reports to."),
)  # fmt: skip
@pass_context
def init(context: Context, site: str, name: str, role: str, parent: str) -> None:
    """`init`: `{"desk", "site", "name", "role"}`."""
    from station_desk.casework.context import Desk
    from station_desk.domain.vocabulary import SiteRole

    path = context.path()
    desk = Desk.create(path, site=site, name=name, role=SiteRole(role), parent=parent, actor=context.clerk)
    desk.close()
    made = desk.identity
    context.tell(
        {"desk": str(path), "site": made.site, "name": made.name, "role": role},
        translate("cli", "Made: {path}", path=path),
    )


@click.command(
    "import-ledger", cls=Command,
    say=lambda: translate("cli", "Take a ledger in (.xlsx, .xls, .csv); what is here already stays."),
)  # fmt: skip
@click.argument("file", type=_FILE)
@click.option(
    "--dry-run", is_flag=True, cls=Option,
    say=lambda: translate("cli", "Only say what would happen; write nothing."),
)  # fmt: skip
@click.option(
    "--report", "report_path", type=_FILE, cls=Option, metavar="OUT.xlsx",
    say=lambda: translate("cli", "Write what became of every row."),
)  # fmt: skip
@pass_context
def import_ledger(context: Context, file: Path, dry_run: bool, report_path: Path | None) -> None:
    """`import-ledger`: `{"rows", "new", "same", "rejected"}`; rows = new + same + rejected."""
    from station_desk.exchange import ledgers
    from station_desk.reports import rowreport

    if report_path is not None:
        rowreport.check(report_path)
    with context.desk() as desk:
        actor = context.actor(desk)
        result = ledgers.take_in(desk, actor, file, dry_run=dry_run, progress=context.progress)
    if report_path is not None:
        rowreport.write(result, report_path, source=file.name, made_by=actor.name)
    said = [
        translate(
            "cli", "{rows} rows: {new} new, {same} here already ({filled} of them received their reply), "
            "{rejected} rejected.",
            rows=result.rows, new=result.new, same=result.same, filled=result.filled,
            rejected=result.rejected,
        )
    ]  # fmt: skip
    if dry_run:
        said.append(translate("cli", "Nothing was written."))
    if report_path is not None:
        said.append(translate("cli", "Made: {path}", path=report_path))
    else:
        rejected = [line for line in result.lines if line.state == "rejected"]
        said += [
            translate("cli", "Row {line}: {message}", line=line.line, message=line.message)
            for line in rejected[:20]
        ]
    counts = {"rows": result.rows, "new": result.new, "same": result.same, "rejected": result.rejected}
    context.tell(counts, *said)


@click.command(
    "redact", cls=Command,
    say=lambda: translate(
        "cli", "Erase a record for good, here and wherever else it is. It cannot be undone."
    ),
)  # fmt: skip
@click.option(
    "--record", required=True, cls=Option, metavar="ID",
    say=lambda: translate("cli", "The record's id, as `show --json` gives it: 32 digits."),
)  # fmt: skip
@click.option(
    "--reason", required=True, cls=Option, metavar="TEXT",
    say=lambda: translate("cli", "Why, without repeating what is erased; this stays."),
)  # fmt: skip
@pass_context
def redact(context: Context, record: str, reason: str) -> None:
    """`redact`: `{"record", "commits"}`."""
    from station_desk.domain.declare import RecordId
    from station_desk.exchange import redaction

    try:
        wanted = RecordId(bytes.fromhex(record))
    except ValueError as error:
        raise UserError(translate("cli", "{record} is no record's id.", record=record)) from error
    with context.desk() as desk:
        changed = redaction.redact(desk, context.writer(desk), wanted, reason)
    commits = [commit.hex() for commit in changed.commits]
    context.tell({"record": record, "commits": commits}, translate("cli", "Erased for good."))


@click.command(
    "backup", cls=Command, say=lambda: translate("cli", "Copy the desk, whole and consistent, into a folder.")
)  # fmt: skip
@click.argument("folder", type=_FOLDER, metavar="DIR")
@pass_context
def backup(context: Context, folder: Path) -> None:
    """`backup`: `{"path"}`."""
    with context.desk() as desk:
        path = desk.backup(folder)
    context.tell({"path": str(path)}, translate("cli", "Made: {path}", path=path))
