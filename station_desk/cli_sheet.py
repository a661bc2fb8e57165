"""Reply sheets headless: out for every unit that has a matter, and back in as a proposal or at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from station_desk.cli_context import Command, Context, Group, Json, Option, find_detail, pass_context
from station_desk.errors import UserError
from station_desk.i18n import translate

if TYPE_CHECKING:
    from station_desk.exchange.replysheets import Proposal

_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(
    "reply-sheet", cls=Group, say=lambda: translate("cli", "The sheets that units fill in: out, and back in.")
)
def reply_sheet() -> None:
    """The group; its help is the sentence above."""


@reply_sheet.command(
    "out", cls=Command,
    say=lambda: translate("cli", "Write the reply sheet of every unit that still has the matter."),
)  # fmt: skip
@click.argument("number")
@click.argument("folder", type=_FOLDER, metavar="DIR")
@click.option(
    "--form", "forms", multiple=True, type=click.Choice(["xlsx", "docx"]), cls=Option,
    say=lambda: translate("cli", "Only this form; else both."),
)  # fmt: skip
@pass_context
def out(context: Context, number: str, folder: Path, forms: Sequence[str]) -> None:
    """`reply-sheet out`: `{"sheets": [{"path", "number", "unit"}…]}`."""
    from station_desk.casework import asked
    from station_desk.reports import replyform

    with context.desk() as desk:
        charges = asked.all_asked(desk, find_detail(desk, number).row.id)
        if not charges:
            raise UserError(
                translate("cli", "No unit has “{wanted}” now. Hand it over first.", wanted=number)
            )
        made = [
            (replyform.write(charge, folder / replyform.file_name(charge, f".{form}")), charge)
            for charge in charges
            for form in forms or ("xlsx", "docx")
        ]
    context.tell(
        {"sheets": [{"path": str(p), "number": c.number, "unit": c.unit} for p, c in made]},
        *(translate("cli", "Made: {path}", path=path) for path, _ in made),
    )


@reply_sheet.command(
    "in", cls=Command,
    say=lambda: translate("cli", "Read a filled sheet and say what it proposes; nothing is written."),
)  # fmt: skip
@click.argument("file", type=_FILE)
@click.option(
    "--accept", is_flag=True, cls=Option,
    say=lambda: translate("cli", "Record what it proposes, and attach the sheet."),
)  # fmt: skip
@pass_context
def take_in(context: Context, file: Path, accept: bool) -> None:
    """`reply-sheet in`: `{"number", "matter", "unit", "kind", "fields", "problems", "unusual", "possible",
    "accepted"}`; with `--accept` exit code 1 where it lacks something."""
    from station_desk.exchange import replysheets

    with context.desk() as desk:
        found = replysheets.propose(desk, file, date.today())
        if accept:
            if found.problems:
                raise UserError("\n".join(problem.message for problem in found.problems))
            replysheets.accept(desk, context.actor(desk), found, found.filled)
    context.tell(_json(found, accept), *_lines(found, accept))


def _json(found: Proposal, accepted: bool) -> Json:
    filled, charge = found.filled, found.charge
    return {
        "number": charge.number,
        "matter": charge.matter_number,
        "unit": charge.unit,
        "kind": "return" if filled.returns else "reply",
        "fields": {
            "dated": filled.dated.isoformat() if filled.dated else None,
            "text": filled.text,
            "number": filled.number,
            "reply_class": filled.reply_class,
            "method": filled.method,
            "contact": filled.contact,
            "phone": filled.phone,
            "signed_by": filled.signed_by,
            "promises": [{"what": p.what, "by": p.by.isoformat() if p.by else None} for p in filled.promises],
        },
        "problems": [{"field": problem.field, "message": problem.message} for problem in found.problems],
        "unusual": list(found.unusual),
        "possible": found.possible,
        "accepted": accepted,
    }


def _lines(found: Proposal, accepted: bool) -> list[str]:
    filled, charge = found.filled, found.charge
    kind = translate("cli", "return") if filled.returns else translate("cli", "reply")
    lines = [
        translate(
            "cli", "{number} {title}: {kind} of {unit}, {day}",
            number=charge.matter_number, title=charge.title, kind=kind, unit=charge.unit,
            day=filled.dated.isoformat() if filled.dated else "—",
        ),
        filled.text,
        *(f"  {promised.by or '—'}  {promised.what}" for promised in filled.promises),
        *(problem.message for problem in found.problems),
        *found.unusual,
    ]  # fmt: skip
    lines.append(translate("cli", "Recorded.") if accepted else translate("cli", "Nothing was written."))
    return [line for line in lines if line]
