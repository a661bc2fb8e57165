"""What every command stands on: the desk, who acts, words in two languages, one JSON value, exit codes."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from station_desk import i18n, paths
from station_desk.errors import UserError
from station_desk.i18n import translate

if TYPE_CHECKING:
    from station_desk.casework.browse import MatterDetail
    from station_desk.casework.context import Actor, Desk

Said = Callable[[], str]
"""A sentence asked for when it is shown, so that it follows `--language`."""

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]

FIRST_DESK = "station.desk"
LANGUAGE = "station_desk.language"
"""Where click's context keeps the language asked for on the command line."""


class Refused(click.ClickException):
    """A UserError on its way out: its sentence on stderr, exit code 1."""

    def show(self, file: Any = None) -> None:
        click.echo(self.message, file=file, err=file is None)


class Option(click.Option):
    """An option whose help is a sentence in the language shown."""

    def __init__(self, *args: Any, say: Said | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self._say = say

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        if self._say is not None:
            self.help = self._say()
        return super().get_help_record(ctx)


class _Spoken(click.Command):
    """Help with headings in the language shown."""

    say: Said | None = None

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = translate("cli", "Show this help and exit.")
        return found

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, translate("cli", "Usage: "))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.say is not None:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(self.say())

    def get_short_help_str(self, limit: int = 45) -> str:
        return self.say() if self.say is not None else ""

    def _format_own_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]
        if records:
            with formatter.section(translate("cli", "Options")):
                formatter.write_dl(records)


class Command(_Spoken):
    """One command; `say` is its help."""

    def __init__(self, *args: Any, say: Said, **options: Any) -> None:
        super().__init__(*args, **options)
        self.say = say

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self._format_own_options(ctx, formatter)


class Group(_Spoken, click.Group):
    """The program itself: turns refusals into sentences, and anything unforeseen into one as well."""

    command_class = Command

    def __init__(self, *args: Any, say: Said, **options: Any) -> None:
        super().__init__(*args, **options)
        self.say = say

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self._format_own_options(ctx, formatter)
        rows = [
            (name, command.get_short_help_str())
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None and not command.hidden
        ]
        with formatter.section(translate("cli", "Commands")):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """As click's own, with what was not understood said in the language shown."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.UsageError as error:
            click.echo(_not_understood(error), err=True)
            sys.exit(error.exit_code)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except click.Abort:
            sys.exit(130)
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UserError as error:
            raise Refused(str(error)) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort, KeyboardInterrupt):
            raise
        except BrokenPipeError:
            # The reader of a pipe went away (`| head`): nothing is left to say, and nobody to say it to.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(1)
        except Exception as error:
            raise Refused(unforeseen(error)) from error


def _not_understood(error: click.UsageError) -> str:
    """A usage error in one sentence, with where to read more."""
    match error:
        case click.NoSuchOption():
            said = translate("cli", "There is no option {name}.", name=error.option_name)
        case click.MissingParameter():
            name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""
            said = translate("cli", "{name} is missing.", name=name)
        case click.BadParameter():
            hint = error.param_hint or (
                error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""
            )
            name = hint if isinstance(hint, str) else ", ".join(hint)
            said = translate("cli", "{name}: {message}", name=name, message=error.message)
        case _:
            said = error.format_message()
    command = error.ctx.command_path if error.ctx is not None else "station-desk"
    return said + "\n" + translate("cli", "Help: {command} --help", command=command)


def unforeseen(error: Exception) -> str:
    """Write an error of our own into the log, and say so in a sentence."""
    import traceback

    log = paths.user_data() / "errors.log"
    with log.open("a", encoding="utf-8") as file:
        # Frames and the kind of error only: its text may hold somebody's data.
        file.writelines(traceback.format_tb(error.__traceback__))
        file.write(f"{type(error).__name__}\n\n")
    return translate(
        "cli",
        "The program met an error of its own ({kind}); what was saved is safe. Details are in {log}.",
        kind=type(error).__name__,
        log=log,
    )


@dataclass(slots=True)
class Context:
    """What was said before the command."""

    desk_path: Path | None = None
    as_json: bool = False
    clerk: str = ""

    def path(self) -> Path:
        """The desk meant: the one named, else the one opened last, else the first desk's place."""
        if self.desk_path is not None:
            return self.desk_path
        from station_desk.settings import SettingsFile

        last = SettingsFile().values.desk
        return Path(last) if last else paths.user_data() / FIRST_DESK

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The desk, open for the length of the command. Reading it does not make it the one opened last."""
        from station_desk.casework.context import Desk

        desk = Desk.open(self.path(), self.progress)
        try:
            for sentence in desk.notices():
                click.echo(sentence, err=True)
                with suppress(UserError):  # another program is writing: it is said again
                    desk.said()
            yield desk
        finally:
            desk.close()

    def actor(self, desk: Desk) -> Actor:
        """Who is at the keyboard: the name given, who works at this desk by the settings, or the
        account's; as what they are entered here."""
        from station_desk.casework import people
        from station_desk.settings import SettingsFile

        return people.at_work(desk, self.clerk or SettingsFile().worker(self.path()) or _account())

    def writer(self, desk: Desk) -> Actor:
        """As `actor`, for what changes the desk; UserError for somebody who only reads."""
        from station_desk.casework.context import refuse_viewer

        actor = self.actor(desk)
        refuse_viewer(actor)
        return actor

    def progress(self, done: int, total: int, text: str) -> None:
        """Say on a terminal how far a long job is; into a file or a pipe nothing is written."""
        if sys.stderr.isatty() and not self.as_json:
            share = f"{100 * done // total:3d} % " if total else ""
            click.echo(f"\r\033[K{share}{text}", err=True, nl=False)

    def done(self) -> None:
        """Clear the line of the progress."""
        if sys.stderr.isatty() and not self.as_json:
            click.echo("\r\033[K", err=True, nl=False)

    def tell(self, value: Json, *lines: str) -> None:
        """The result: one JSON value with `--json`, else the lines."""
        self.done()
        if self.as_json:
            click.echo(json.dumps(value, ensure_ascii=False))
        else:
            for line in lines:
                click.echo(line)


def find_detail(desk: Desk, text: str) -> MatterDetail:
    """The matter of that number or id, whole; UserError where there is none."""
    from station_desk.casework import browse

    found = browse.find(desk, text)
    detail = browse.detail(desk, found) if found is not None else None
    if detail is None:
        raise UserError(
            translate("cli", "There is no matter “{wanted}” here. Check the number.", wanted=text)
        )
    return detail


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return i18n.translate("cli", "command line")


pass_context = click.make_pass_decorator(Context, ensure=True)
"""Hands a command its Context as the first argument."""


passphrase_option = click.option(
    "--passphrase-from", default="", metavar="ask|FD", cls=Option,
    say=lambda: translate(
        "cli", "The passphrase of an encrypted file: asked for, or read from that file descriptor (0: stdin)."
    ),
)  # fmt: skip
"""A passphrase never stands on the command line, where everybody on the machine could read it."""


def read_passphrase(source: str) -> str:
    """The passphrase from where the option says; "" where it says nothing. UserError where it is empty."""
    if not source:
        return ""
    if source == "ask":
        found = str(click.prompt(translate("cli", "Passphrase"), hide_input=True, err=True))
    else:
        try:
            with os.fdopen(int(source), encoding="utf-8", closefd=False) as file:
                found = file.readline().rstrip("\r\n")
        except (ValueError, OSError) as error:
            raise UserError(
                translate("cli", "The passphrase cannot be read from {source}.", source=source)
            ) from error
    if not found:
        raise UserError(translate("cli", "The passphrase is empty."))
    return found
