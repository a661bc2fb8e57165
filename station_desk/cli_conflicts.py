"""What waits for a decision, headless: listed with who said what, and decided by a person's word."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from station_desk.cli_context import Command, Context, Json, Option, pass_context
from station_desk.errors import UserError
from station_desk.i18n import translate

if TYPE_CHECKING:
    from station_desk.casework.conflicts import Candidate, Question
    from station_desk.casework.context import Desk


def _candidate_json(found: Candidate) -> dict[str, Json]:
    return {
        "change": found.change.hex(),
        "record": found.record.hex(),
        "value": found.shown,
        "actor": found.actor,
        "role": found.role,
        "site": found.site,
        "at": found.at.isoformat(timespec="seconds") if found.at is not None else None,
        "verb": found.verb,
        "reason": found.reason,
        "package": found.package,
    }


def question_json(found: Question) -> dict[str, Json]:
    """A question as `conflicts` gives it; ids are hex."""
    return {
        "key": found.key,
        "kind": found.kind,
        "type": found.type,
        "record": found.record.hex(),
        "field": found.field,
        "matter": found.matter.hex() if found.matter is not None else None,
        "number": found.number,
        "title": found.title,
        "label": found.field_label,
        "now": found.shown,
        "here": found.here,
        "authority": found.authority,
        "candidates": [_candidate_json(one) for one in found.candidates],
    }


def _all(desk: Desk) -> list[Question]:
    from station_desk.casework import conflicts

    out: list[Question] = []
    after: str | None = ""
    while after is not None:
        page = conflicts.waiting(desk, after)
        out += page.questions
        after = page.after
    return out


def _lines(found: Question) -> list[str]:
    head = " ".join(part for part in (found.number, found.title) if part)
    who = (
        translate("cli", "this desk decides")
        if found.here
        else translate("cli", "for {site} to decide", site=found.authority)
    )
    lines = [f"{found.key}", f"  {head}  {found.field_label}: {found.shown}  ({who})"]
    for one in found.candidates:
        said = " ".join(part for part in (one.site, one.actor, one.package, one.reason) if part)
        lines.append(f"    {one.change.hex()[:12] or '-'}  {one.shown}  {said}")
    return lines


@click.command(
    "conflicts", cls=Command,
    say=lambda: translate("cli", "List what waits for a decision, with who said what."),
)  # fmt: skip
@pass_context
def conflicts_listed(context: Context) -> None:
    """`conflicts`: `{"questions": […]}`."""
    with context.desk() as desk:
        found = _all(desk)
    context.tell(
        {"questions": [question_json(one) for one in found]},
        *(line for one in found for line in _lines(one)),
        translate("cli", "{count} to decide.", count=len(found)),
    )


@click.command(
    "decide", cls=Command,
    say=lambda: translate("cli", "Decide one of them, by its key as `conflicts` lists it."),
)  # fmt: skip
@click.argument("key")
@click.option(
    "--choose", default="", cls=Option, metavar="CHANGE",
    say=lambda: translate("cli", "The value of this change; its first characters are enough."),
)  # fmt: skip
@click.option(
    "--value", default=None, cls=Option, metavar="TEXT", say=lambda: translate("cli", "A new value."),
)  # fmt: skip
@click.option(
    "--accept", is_flag=True, cls=Option, say=lambda: translate("cli", "Take over what is proposed.")
)
@click.option(
    "--decline", is_flag=True, cls=Option,
    say=lambda: translate(
        "cli",
        "Keep what stands; for a step: file it; for a number that two bear: note it on both; for a second "
        "form of one round: take it back.",
    ),
)  # fmt: skip
@click.option(
    "--reason", default="", cls=Option, metavar="TEXT", say=lambda: translate("cli", "Why, in a sentence."),
)  # fmt: skip
@pass_context
def decide(
    context: Context, key: str, choose: str, value: str | None, accept: bool, decline: bool, reason: str
) -> None:
    """`decide`: `{"key", "changes"}`; exit code 1 where it waits no longer or is another office's."""
    from station_desk.casework import conflict_words, conflicts, odd_steps, verdicts
    from station_desk.casework.conflicts import Proposal

    if sum((bool(choose), value is not None, accept, decline)) != 1:
        raise click.UsageError(translate("cli", "Give one of --choose, --value, --accept, --decline."))
    with context.desk() as desk:
        actor = context.writer(desk)
        found = next((one for one in _all(desk) if one.key == key), None)
        if found is None:
            raise UserError(translate("cli", "There is no question “{key}” now. List them again.", key=key))
        chosen = [one for one in found.candidates if not choose or one.change.hex().startswith(choose)]
        if len(chosen) != 1 and choose:
            raise UserError(translate("cli", "“{change}” is not one of its values.", change=choose))
        if found.kind == "step":
            changed = odd_steps.file(desk, actor, [found.record], reason, date.today())
        elif found.kind == "same_number":
            changed = conflicts.note_same_number(desk, actor, found.record, reason)
        elif found.kind == "two_forms":
            changed = verdicts.withdraw_form(desk, actor, found.record, reason)
        elif found.kind == "proposal":
            wanted = [Proposal(found.record, found.field, one.change) for one in chosen]
            answer = conflicts.decline if decline else conflicts.accept
            changed = answer(desk, actor, wanted, reason)
        elif value is not None:
            typed = conflict_words.typed(found.type, found.field, value)
            changed = conflicts.decide(desk, actor, found.record, found.field, value=typed, reason=reason)
        elif choose:
            changed = conflicts.decide(
                desk, actor, found.record, found.field, change=chosen[0].change, reason=reason
            )
        else:
            raise UserError(translate("cli", "Two values stand against each other: choose one, or give one."))
    context.tell(
        {"key": key, "changes": changed.changes}, translate("cli", "Decided: {title}.", title=found.title)
    )
