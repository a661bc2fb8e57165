"""The same work headless, for town IT, scripts and tests; with no command, the window."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from station_desk import __version__, i18n
from station_desk.cli_conflicts import conflicts_listed, decide
from station_desk.cli_context import LANGUAGE, Context, Group, Option
from station_desk.cli_demo import demo, demo_tour, self_test
from station_desk.cli_enrol import enrol
from station_desk.cli_exchange import export, import_packages, watch
from station_desk.cli_peers import peers, receipt
from station_desk.cli_read import check, digest, list_matters, show
from station_desk.cli_report import report
from station_desk.cli_sheet import reply_sheet
from station_desk.cli_write import backup, import_ledger, init, redact
from station_desk.i18n import translate


def _language(ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not ctx.resilient_parsing:
        i18n.set_language(value)
        ctx.meta[LANGUAGE] = value
    return value


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"Station Desk {__version__}")
        ctx.exit()


@click.group(
    "station-desk",
    cls=Group,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    say=lambda: translate(
        "cli",
        "The desk of a deputy liaison station. Without a command it opens the window. "
        "Exit codes: 0 done, 1 refused with a sentence, 2 not understood.",
    ),
)
@click.option(
    "--desk", "desk_path", cls=Option, type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    say=lambda: translate("cli", "The desk to work on; else the one opened last."),
)  # fmt: skip
@click.option(
    "--json", "as_json", cls=Option, is_flag=True,
    say=lambda: translate("cli", "One JSON value on standard output."),
)  # fmt: skip
@click.option(
    "--language", cls=Option, type=click.Choice(i18n.LANGUAGES), is_eager=True, callback=_language,
    expose_value=False, say=lambda: translate("cli", "The language of what is said."),
)  # fmt: skip
@click.option(
    "--clerk", cls=Option, default="", metavar="NAME",
    say=lambda: translate("cli", "Who does the work, for the history."),
)  # fmt: skip
@click.option(
    "--self-test", "test", cls=Option, is_flag=True,
    say=lambda: translate("cli", "Try every part of this installation and say what works."),
)  # fmt: skip
@click.option(
    "--version", cls=Option, is_flag=True, is_eager=True, expose_value=False, callback=_version,
    say=lambda: translate("cli", "Show the version and exit."),
)  # fmt: skip
@click.pass_context
def program(ctx: click.Context, desk_path: Path | None, as_json: bool, clerk: str, test: bool) -> None:
    """The program; its help is the sentence above."""
    ctx.obj = Context(desk_path, as_json, clerk.strip())
    if test:
        ctx.exit(self_test())
    if ctx.invoked_subcommand is None:
        from station_desk.app import run

        ctx.exit(run(desk_path, language=ctx.meta.get(LANGUAGE, "")))


for _command in (
    init,
    demo,
    demo_tour,
    list_matters,
    show,
    import_ledger,
    report,
    export,
    import_packages,
    watch,
    peers,
    receipt,
    enrol,
    digest,
    check,
    redact,
    backup,
    reply_sheet,
    conflicts_listed,
    decide,
):
    program.add_command(_command)


def main() -> None:
    """The console script; the exit code is 0 done, 1 refused, 2 not understood."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console of another code page must not turn a Chinese sentence into an error.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    program()


if __name__ == "__main__":
    main()
