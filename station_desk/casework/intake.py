"""A visit is logged: who came, what they raised in their own words, and what happens with each matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from station_desk.casework import pasting
from station_desk.casework.context import Actor, Changed, Desk, Standing, Work, standing
from station_desk.casework.handling import hand_over_in
from station_desk.casework.suggestions import SuggestionEntry, raise_in, title_for
from station_desk.casework.visit_card import (
    Answer,
    HandOver,
    Keep,
    MatterEntry,
    Merge,
    Raise,
    Refuse,
    Route,
    ToProject,
    VisitEntry,
    VisitorEntry,
    problems,
)
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Issue, Link, Visit, Visitor
from station_desk.domain.tracks import TRACKS
from station_desk.errors import UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store import numbers, visits
from station_desk.store.loading import load

__all__ = [
    "Answer",
    "HandOver",
    "Keep",
    "MatterEntry",
    "Merge",
    "Raise",
    "Refuse",
    "Route",
    "ToProject",
    "VisitEntry",
    "VisitSaved",
    "VisitorEntry",
    "problems",
    "save_visit",
    "title_from",
]


@dataclass(frozen=True, slots=True)
class VisitSaved:
    """What was saved: the visit, its number, its matters with theirs."""

    visit: RecordId
    number: str
    matters: tuple[tuple[RecordId, str], ...]
    changed: Changed


_CLAUSE = re.compile(r"[，。；！？,;!?\n]")
TITLE_LENGTH = 30


_GREETING = re.compile(r".{0,8}(?:您好|你好|大家好|早上好|上午好|下午好|领导好)")
_ABOUT_ONESELF = re.compile(r"(?:我是|我叫|我系|我姓|本人|家住|我家?住在?|住在?|(?:我的?)?(?:联系)?电话)")


def _introduces(clause: str) -> bool:
    """Whether a clause only greets, or says who one is and where one lives."""
    if _GREETING.fullmatch(clause):
        return True
    if not _ABOUT_ONESELF.match(clause):
        return False
    named = pasting.is_name(clause[-3:]) or pasting.is_name(clause[-2:]) or pasting.is_name(clause[-4:])
    return named or clause[-1].isdigit() or clause[-1] in "号栋座室房"


def title_from(text: str) -> str:
    """A title proposed from the words: the first clause of some length, at most 30 characters.

    Greetings, names and addresses before the matter itself are passed over.
    """
    whole = " ".join(text.split())
    title = ""
    clauses = [clause for part in _CLAUSE.split(whole) if (clause := part.strip())]
    for clause in [clause for clause in clauses if not _introduces(clause)] or clauses:
        title = f"{title}，{clause}" if title else clause
        if len(title) >= 6:
            break
    return (title or whole)[:TITLE_LENGTH]


def save_visit(desk: Desk, actor: Actor, entry: VisitEntry) -> VisitSaved:
    """Save a visit with its matters and their routes as one commit.

    ValidationError lists problems by field; nothing is written then. A known visitor's details are
    updated where the card says otherwise.
    """
    found = problems(entry, desk.profile())
    if found:
        raise ValidationError(found)
    with desk.writing(actor, "register_visit") as work:
        station = entry.station or work.identity.site
        day = entry.began.date()
        told = day if entry.informed else None
        visitor = _visitor(work, entry.visitor, told)
        others = tuple(
            other for who in entry.others if (other := _visitor(work, who, told)) not in (None, visitor)
        )
        number = visits.next_number(work.connection, station, day)
        visit = work.add(
            Visit(
                number=number, station=station, began=entry.began, channel=entry.channel,
                deputies=entry.deputies or None, recorder=entry.recorder or actor.name, visitor=visitor,
                people=entry.people, informed=entry.informed,
                others=tuple(dict.fromkeys(o for o in others if o is not None)) or None,
            )
        )  # fmt: skip
        prefix = f"{station}-{day.year}-{numbers.mark(work.connection, day.year)}"
        running = numbers.last(work.connection, "matter", prefix)
        matters: list[tuple[RecordId, str]] = []
        for place, matter in enumerate(entry.matters):
            own = f"{prefix}{running + 1 + place:04d}"
            matters.append((_matter(work, entry, matter, station, visit, visitor, own), own))
    return VisitSaved(visit, number, tuple(matters), work.changed)


def _visitor(work: Work, who: VisitorEntry, told: date | None) -> RecordId | None:
    if who.anonymous:
        return None
    if who.known is None:
        return work.add(
            Visitor(
                name=who.name.strip() or None, gender=who.gender or None, phone=who.phone.strip() or None,
                address=who.address.strip() or None, grid=who.grid, voter=who.voter, informed_on=told,
                minor=who.minor or None,
                guardian=who.guardian.strip() or None if who.minor else None,
                guardian_phone=who.guardian_phone.strip() or None if who.minor else None,
                guardian_agreed=who.guardian_agreed or None if who.minor else None,
            )
        )  # fmt: skip
    stored = load(work.connection, Visitor, who.known) or Visitor()
    work.update(
        Visitor,
        who.known,
        name=who.name.strip() or stored.name,
        gender=who.gender or stored.gender,
        phone=who.phone.strip() or stored.phone,
        address=who.address.strip() or stored.address,
        grid=who.grid or stored.grid,
        # A child grows up: what the card says now stands.
        minor=who.minor or None,
        guardian=who.guardian.strip() or stored.guardian,
        guardian_phone=who.guardian_phone.strip() or stored.guardian_phone,
        guardian_agreed=who.guardian_agreed or stored.guardian_agreed,
    )
    return who.known


def _matter(
    work: Work,
    entry: VisitEntry,
    matter: MatterEntry,
    station: str,
    visit: RecordId,
    visitor: RecordId | None,
    number: str,
) -> RecordId:
    day = entry.began.date()
    title = matter.title.strip() or title_from(matter.text)
    record = work.add(
        Issue(
            number=number, title=title, text=matter.text.strip(), appeal=matter.appeal.strip() or None,
            category=matter.category or None, place=matter.place.strip() or None,
            grid=matter.grid, station=station, owner=work.identity.site, opened_on=day,
            people=matter.people or entry.people, urgency=matter.urgency or None,
            sensitive=matter.sensitive or None, confidential=matter.confidential or None,
            profile=work.profile().version, visit=visit, visitor=visitor, channel=entry.channel,
        )
    )  # fmt: skip
    _route(work, record, matter, title, day)
    return record


def _route(work: Work, record: RecordId, matter: MatterEntry, title: str, day: date) -> None:
    match matter.route:
        case Keep():
            work.step(record, "accept", day, fresh=True)
        case Answer(text):
            work.step(record, "answer", day, text=text.strip(), fresh=True)
        case HandOver(units, request):
            work.step(record, "accept", day, fresh=True)
            hand_over_in(
                work, record, day, units, request=request, now=_fresh(work, record, title, day), fresh=True
            )
        case Raise(deputies, wanted):
            raise_in(
                work,
                [record],
                SuggestionEntry(
                    title=wanted or title_for(title),
                    text=matter.text.strip(), category=matter.category, place=matter.place,
                    deputies=deputies, opened_on=day,
                ),
                fresh=True,
            )  # fmt: skip
        case ToProject(reason):
            work.step(record, "to_project", day, text=reason.strip(), fresh=True)
        case Merge(into):
            earlier = standing(work, into)
            if earlier.track.code != "issue":
                raise UserError(translate("issues", "An issue can only be merged into another issue."))
            work.add(Link(kind="merged-into", source=record, target=into))
            work.step(record, "merge", day, about=into, text=earlier.number, fresh=True)
        case Refuse(door, reason):
            work.step(record, "refuse", day, text=reason.strip(), code=door, fresh=True)


def _fresh(work: Work, record: RecordId, title: str, day: date) -> Standing:
    return Standing(
        record, "", title, TRACKS["issue"], "accepted", work.identity.office, day, work.identity.site
    )
