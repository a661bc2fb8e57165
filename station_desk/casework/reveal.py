"""A visitor's name and number in full, for who needs them to call back; that they were shown is logged."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from station_desk.casework.context import Actor, Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Visitor
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store.desk import read_meta
from station_desk.store.detail import load_matter

_KEY = "revealed"
KEPT = 2_000
"""Entries kept, the newest."""


@dataclass(frozen=True, slots=True)
class Revealed:
    """Who saw whose details in full, when: the matter's number, or the list's name and what it was
    needed for; never the telephone itself."""

    at: datetime
    actor: str
    matter: str


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody's details in full."""

    name: str
    phone: str
    guardian: str
    guardian_phone: str


def who(desk: Desk, actor: Actor, matter: RecordId, person: RecordId | None = None) -> Seen:
    """Who came about a matter, in full: the visitor, or `person` of those who came with them.

    That it was shown is written into the desk first, kept in the desk's own file and never exchanged, as the
    visitor is. UserError where nothing was left with the matter.
    """
    with desk.reading() as connection:
        found = load_matter(connection, matter, desk.find_profile)
        people: dict[RecordId | None, Visitor] = dict(found.others) if found is not None else {}
        if found is not None and found.visitor is not None:
            people[found.visitor_id] = found.visitor
        chosen = people.get(person or (found.visitor_id if found is not None else None))
        if found is None or chosen is None:
            raise UserError(translate("reveal", "Nobody was written down with this matter."))
        told = json.loads(read_meta(connection).get(_KEY, "[]"))
    told.append([datetime.now().isoformat(timespec="seconds"), actor.name, found.row.number])
    desk.set_meta(_KEY, json.dumps(told[-KEPT:], ensure_ascii=False))
    return Seen(chosen.name or "", chosen.phone or "", chosen.guardian or "", chosen.guardian_phone or "")


def phone(desk: Desk, actor: Actor, matter: RecordId) -> str:
    """The visitor's telephone in full, written down as `who`. UserError where there is none."""
    with desk.reading() as connection:
        found = load_matter(connection, matter, desk.find_profile)
        if found is None or found.visitor is None or not found.visitor.phone:
            raise UserError(translate("reveal", "No telephone number was left with this matter."))
    return who(desk, actor, matter).phone


def listed(desk: Desk, actor: Actor, what: str, why: str) -> None:
    """Write down that a list or a form (`what`, its name) is made with names and numbers in full, and why.

    UserError where no reason is given.
    """
    if not why.strip():
        raise UserError(translate("reveal", "Say why names and numbers are needed in full."))
    told = json.loads(desk.meta(_KEY) or "[]")
    told.append([datetime.now().isoformat(timespec="seconds"), actor.name, f"{what.strip()}：{why.strip()}"])
    desk.set_meta(_KEY, json.dumps(told[-KEPT:], ensure_ascii=False))


def log(desk: Desk) -> list[Revealed]:
    """Who saw details in full, newest first."""
    told = json.loads(desk.meta(_KEY) or "[]")
    return [Revealed(datetime.fromisoformat(at), actor, number) for at, actor, number in reversed(told)]
