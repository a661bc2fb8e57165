"""Editing one value of the rule profile in its own text, so that comments and the rest stay as written."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date

from station_desk.casework import offices
from station_desk.casework.context import Actor, Changed, Desk
from station_desk.domain.deadlines import ClockRule
from station_desk.domain.profile import RuleProfile, builtin_text, parse
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate

BUILTIN = "guangdong"


@dataclass(frozen=True, slots=True)
class ClockEdit:
    """New values for the clock `key`: `n` in its own unit, where it stands written, whether confirmed."""

    key: str
    n: int
    source: str
    confirmed: bool


def text_in_force(desk: Desk) -> str:
    """The TOML text of the profile that new matters begin under."""
    version = desk.profile().version
    with desk.reading() as connection:
        body = connection.exec_driver_sql(
            "SELECT body FROM profile WHERE version = ? AND void IS NULL ORDER BY id LIMIT 1", (version,)
        ).scalar()
    return str(body) if body is not None else builtin_text(BUILTIN)


def change_clock(desk: Desk, actor: Actor, edit: ClockEdit, today: date) -> tuple[RuleProfile, Changed]:
    """Keep a new version of the profile in which this one clock differs; matters begun keep theirs.

    ValidationError names the field (`n`, `source`) that does not fit.
    """
    if not edit.source.strip():
        message = translate("rules", "Say where this term is written, or that it is your own.")
        raise ValidationError([Problem("source", message)])
    before = desk.profile()
    if edit.key not in before.clocks:
        raise UserError(translate("rules", "There is no such term in the rules any more."))
    version = _next_version(before.version, desk.identity.site, today)
    text = with_clock(text_in_force(desk), edit, version)
    try:
        after = parse(text)
    except ValidationError as error:
        named = [
            Problem("n" if problem.field.endswith(".n") else problem.field, problem.message)
            for problem in error.problems
        ]
        raise ValidationError(named) from error
    _only_this_changed(before, after, edit)
    return offices.save_profile(desk, actor, text)


def _next_version(version: str, site: str, today: date) -> str:
    base = re.sub(r"\.[^.]*-\d{8}-\d+$", "", version)
    stem = f"{base}.{site}-{today:%Y%m%d}-"
    count = int(version[len(stem) :]) + 1 if version.startswith(stem) else 1
    return f"{stem}{count}"


def with_clock(text: str, edit: ClockEdit, version: str) -> str:
    """The text with the clock's three values and the version replaced; every other line as it was."""
    values = {
        "n": str(edit.n),
        "source": json.dumps(edit.source.strip(), ensure_ascii=False),
        "confirmed": "true" if edit.confirmed else "false",
    }
    heads = {f'[clocks."{edit.key}"]', f"[clocks.{edit.key}]"}
    lines: list[str] = []
    section = ""
    for line in text.splitlines():
        bare = line.strip()
        if bare.startswith("["):
            section = bare.split("#")[0].strip()
        found = re.match(r"\s*(\w+)\s*=", line)
        name = found[1] if found else ""
        if section == "" and name == "version":
            line = f"version = {json.dumps(version, ensure_ascii=False)}"
        elif section in heads and name in values:
            line = f"{name} = {values[name]}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def _only_this_changed(before: RuleProfile, after: RuleProfile, edit: ClockEdit) -> None:
    """Proof that the text edit did what was meant, whatever the text looked like."""
    rule = before.clocks[edit.key]
    meant: ClockRule = replace(rule, n=edit.n, source=edit.source.strip(), confirmed=edit.confirmed)
    expected = {**before.clocks, edit.key: meant}
    if (
        dict(after.clocks) != expected
        or replace(after, version=before.version, clocks=before.clocks) != before
    ):
        raise UserError(
            translate(
                "rules", "The rules are written in a way this form cannot edit. Edit their text instead."
            )
        )
