"""What this person chose of each report, kept on this computer: favourites, what was asked last."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from station_desk.ui.session import Session

FAVOURITES, ASKED = "reports.favourites", "reports.asked"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report was asked for last: kind of period, how many of them back, days written out, station and
    deputy. Never the record of a form, nor that details were shown in full: each is asked anew."""

    unit: str = ""
    back: int = -1
    first: str = ""
    last: str = ""
    scope: str = ""
    deputy: str = ""


def favourites(session: Session) -> tuple[str, ...]:
    """The names of the reports kept at the top, in the order they were starred."""
    return tuple(filter(None, session.notes.get(FAVOURITES, "").split(",")))


def star(session: Session, name: str, on: bool) -> None:
    """Keep a report at the top, or no longer."""
    rest = [known for known in favourites(session) if known != name]
    session.note(FAVOURITES, ",".join([*rest, name] if on else rest))


def asked(session: Session, name: str) -> Asked:
    """What the report was asked for last; nothing where it never was, or the note cannot be read."""
    found = _notes(session).get(name)
    if not isinstance(found, dict):
        return Asked()
    words = {key: found.get(key) for key in ("unit", "first", "last", "scope", "deputy")}
    back = found.get("back")
    return Asked(
        **{key: text for key, text in words.items() if isinstance(text, str)},
        back=back if isinstance(back, int) else -1,
    )


def keep(session: Session, name: str, what: Asked) -> None:
    """Remember what a report was asked for."""
    if asked(session, name) != what:
        session.note(ASKED, json.dumps({**_notes(session), name: asdict(what)}))


def _notes(session: Session) -> dict[str, object]:
    try:
        found = json.loads(session.notes.get(ASKED, "{}"))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
