"""A visitor's full telephone number, shown to who needs it to call back, and written down that it was."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from station_desk.casework.context import Actor, Desk
from station_desk.domain.declare import RecordId
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store.desk import read_meta
from station_desk.store.detail import load_matter

_KEY = "revealed"
KEPT = 2_000
"""Entries kept, the newest."""


@dataclass(frozen=True, slots=True)
class Revealed:
    """Who saw whose number in full, when: the matter's number, never the telephone itself."""

    at: datetime
    actor: str
    matter: str


def phone(desk: Desk, actor: Actor, matter: RecordId) -> str:
    """The visitor's telephone in full; that it was shown is written into the desk first.

    Kept in the desk's own file and never exchanged, as the visitor is. UserError where there is none.
    """
    with desk.reading() as connection:
        found = load_matter(connection, matter, desk.find_profile)
        if found is None or found.visitor is None or not found.visitor.phone:
            raise UserError(translate("reveal", "No telephone number was left with this matter."))
        told = json.loads(read_meta(connection).get(_KEY, "[]"))
    told.append([datetime.now().isoformat(timespec="seconds"), actor.name, found.row.number])
    desk.set_meta(_KEY, json.dumps(told[-KEPT:], ensure_ascii=False))
    return found.visitor.phone


def log(desk: Desk) -> list[Revealed]:
    """Who saw a number in full, newest first."""
    told = json.loads(desk.meta(_KEY) or "[]")
    return [Revealed(datetime.fromisoformat(at), actor, number) for at, actor, number in reversed(told)]
