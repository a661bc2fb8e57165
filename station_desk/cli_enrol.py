"""Commands by which desks come to believe each other: introduce this one, accept another, strike one off."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from station_desk.cli_context import Command, Context, Group, Option, pass_context
from station_desk.errors import UserError
from station_desk.i18n import translate

if TYPE_CHECKING:
    from station_desk.exchange.enrolment import Introduction

_NEVER = "—"


@click.group(
    "enrol", cls=Group,
    say=lambda: translate("cli", "Whose files are believed: introduce this desk, accept others, strike off."),
)  # fmt: skip
def enrol() -> None:
    """The group; its help is the sentence above."""


@enrol.command(
    "request", cls=Command,
    say=lambda: translate("cli", "Write this desk's introduction for another site, to be accepted there."),
)  # fmt: skip
@click.option(
    "--out", "folder", required=True, cls=Option, metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    say=lambda: translate("cli", "The folder it goes into, for instance a USB stick."),
)  # fmt: skip
@pass_context
def request(context: Context, folder: Path) -> None:
    """`enrol request`: `{"path", "site", "name", "replica", "fingerprint"}`."""
    from station_desk.exchange import enrolment

    with context.desk() as desk:
        context.writer(desk)
        path = enrolment.write(desk, folder)
        said = enrolment.introduction(desk)
    context.tell(
        {"path": str(path), **_of(said)},
        translate("cli", "{path} is written. Read this fingerprint out when they telephone:", path=path),
        said.fingerprint,
    )


@enrol.command(
    "accept", cls=Command,
    say=lambda: translate("cli", "Believe another desk by its introduction, its fingerprint compared."),
)  # fmt: skip
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@click.option(
    "--fingerprint", "compared", default="", cls=Option, metavar="XXXX-…",
    say=lambda: translate("cli", "The fingerprint as they read it out; without it, the terminal asks."),
)  # fmt: skip
@pass_context
def accept(context: Context, file: Path, compared: str) -> None:
    """`enrol accept`: `{"site", "name", "replica", "fingerprint"}`."""
    from station_desk.exchange import enrolment, fingerprints

    said = enrolment.read(file)
    if compared:
        if fingerprints.read(compared) != said.fingerprint:
            raise UserError(
                translate(
                    "cli",
                    "That is not the fingerprint of {name} ({site}) in this file, which is {fingerprint}. Do "
                    "not accept it; ask them for the file once more.",
                    name=said.name, site=said.site, fingerprint=said.fingerprint,
                )
            )  # fmt: skip
    elif context.as_json or not _is_terminal():
        raise UserError(
            translate(
                "cli",
                "{name} ({site}) shows the fingerprint {fingerprint}. Compare it by telephone, then give it "
                "with --fingerprint.",
                name=said.name, site=said.site, fingerprint=said.fingerprint,
            )
        )  # fmt: skip
    else:
        click.echo(f"{said.name} ({said.site})\n{said.fingerprint}", err=True)
        if not click.confirm(translate("cli", "Did they read out the same by telephone?"), err=True):
            raise UserError(translate("cli", "Not accepted; nothing was changed."))
    with context.desk() as desk:
        enrolment.accept(desk, context.writer(desk), said)
    context.tell(
        _of(said),
        translate("cli", "{name} ({site}) is believed from now on.", name=said.name, site=said.site),
    )


@enrol.command(
    "list", cls=Command,
    say=lambda: translate("cli", "The desks of other sites that are believed, and who vouches for them."),
)  # fmt: skip
@pass_context
def listed(context: Context) -> None:
    """`enrol list`: `[{"site", "name", "replica", "fingerprint", "by", "until", "last"}…]`; `until` null
    where it was not struck off."""
    from station_desk.exchange import enrolment

    with context.desk() as desk:
        found = enrolment.known(desk)
    context.tell(
        [
            {
                "site": one.site,
                "name": one.name,
                "replica": one.replica,
                "fingerprint": one.fingerprint,
                "by": one.by,
                "until": one.until,
                "last": one.last,
            }
            for one in found
        ],
        *(
            f"{one.name} ({one.site})  {one.fingerprint}\n  "
            + translate(
                "cli", "installation {replica}, vouched for by {by}, last entry {last}",
                replica=one.replica, by=one.by or _NEVER, last=one.last,
            )
            + ("" if one.until is None else "\n  " + _struck(one.until))
            for one in found
        ),
    )  # fmt: skip


@enrol.command(
    "strike-off", cls=Command,
    say=lambda: translate("cli", "No longer believe an installation: a computer stolen, sold or broken."),
)  # fmt: skip
@click.option(
    "--replica", required=True, cls=Option, metavar="HEX",
    say=lambda: translate("cli", "The installation, as “enrol list” shows it."),
)  # fmt: skip
@click.option(
    "--up-to", "until", type=click.IntRange(min=0), default=None, cls=Option, metavar="N",
    say=lambda: translate("cli", "Its last entry that counts; else the last one that is here."),
)  # fmt: skip
@click.option(
    "--reason", required=True, cls=Option, metavar="TEXT",
    say=lambda: translate("cli", "Why, for the history."),
)  # fmt: skip
@pass_context
def strike_off(context: Context, replica: str, until: int | None, reason: str) -> None:
    """`enrol strike-off`: `{"replica", "until"}`."""
    from station_desk.exchange import enrolment

    wanted = replica.strip().lower()
    with context.desk() as desk:
        last = enrolment.strike_off(desk, context.writer(desk), wanted, reason, until)
    context.tell({"replica": wanted, "until": last}, _struck(last))


def _of(said: Introduction) -> dict[str, str]:
    return {
        "site": said.site,
        "name": said.name,
        "replica": said.replica,
        "fingerprint": said.fingerprint,
    }


def _struck(until: int) -> str:
    return translate("cli", "struck off: nothing after its entry {until} counts", until=until)


def _is_terminal() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin.isatty()
