"""What the reception card shows before saving: number, who receives, who came before, due days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import Desk
from station_desk.domain.deadlines import Explanation, explain
from station_desk.domain.declare import RecordId
from station_desk.domain.profile import RuleProfile
from station_desk.domain.records import Deputy, Grid, Unit
from station_desk.store import directory, visits
from station_desk.store.detail import SignerRow, load_matter
from station_desk.store.directory import KnownVisitor
from station_desk.store.visits import PastVisit

__all__ = [
    "Counter",
    "Explanation",
    "Handling",
    "KnownVisitor",
    "PastVisit",
    "counter",
    "due_by",
    "handled_as",
    "known_visitor",
    "past_visits",
]


@dataclass(frozen=True, slots=True)
class Counter:
    """The counter now: the next visit's number, who receives as at the day's last visit, and the lists."""

    number: str
    channel: str
    receiving: tuple[RecordId, ...]
    deputies: tuple[tuple[RecordId, Deputy], ...]
    units: tuple[tuple[RecordId, Unit], ...]
    grids: tuple[tuple[RecordId, Grid], ...]
    categories: tuple[str, ...]
    profile: RuleProfile


def counter(desk: Desk, day: date) -> Counter:
    """The counter as it stands on `day`, in one read."""
    with desk.reading() as connection:
        station = desk.identity.site
        last = visits.last_of_day(connection, station, day)
        profile = desk.profile_in(connection)
        own = tuple(c.name for _, c in directory.categories(connection) if c.name and not c.hidden)
        serving = tuple(d for d in directory.deputies(connection) if d[1].status != "ended")
        return Counter(
            number=visits.next_number(connection, station, day),
            channel=(last.channel if last else None) or "station",
            receiving=(last.deputies if last else None) or (),
            deputies=serving,
            units=tuple(directory.units(connection)),
            grids=tuple(directory.grids(connection)),
            categories=own or tuple(category.name for category in profile.categories),
            profile=profile,
        )


def known_visitor(desk: Desk, record: RecordId) -> KnownVisitor | None:
    """Someone who came before; None where they are gone."""
    with desk.reading() as connection:
        return directory.visitor(connection, record)


def past_visits(desk: Desk, visitor: RecordId, *, limit: int = 5) -> list[PastVisit]:
    """A visitor's earlier visits with what they raised, newest first."""
    with desk.reading() as connection:
        return visits.of_visitor(connection, visitor, limit=limit)


def due_by(profile: RuleProfile, clock: str, day: date) -> Explanation | None:
    """When a clock begun on `day` would run out, with its reasons; None where there is no such clock."""
    rule = profile.clocks.get(clock)
    return explain(rule, day, profile.calendar) if rule is not None else None


@dataclass(frozen=True, slots=True)
class Handling:
    """How an earlier matter was handled, to be done likewise. `route` is a verb of the issue track."""

    category: str
    route: str
    lead: RecordId | None = None
    co: tuple[RecordId, ...] = ()
    deputies: tuple[RecordId, ...] = ()
    text: str = ""
    door: str = ""


def handled_as(desk: Desk, matter: RecordId) -> Handling | None:
    """The route an earlier matter took, its units or deputies, and its answer's words."""
    with desk.reading() as connection:
        found = load_matter(connection, matter, desk.find_profile)
        if found is None:
            return None
        category = found.row.category
        if found.row.track == "suggestion":
            return Handling(category, "raise", deputies=_signed(found.signers))
        for row in found.steps:
            match row.step.verb:
                case "raise":
                    behind = (
                        load_matter(connection, row.step.about, desk.find_profile) if row.step.about else None
                    )
                    return Handling(category, "raise", deputies=_signed(behind.signers) if behind else ())
                case "answer":
                    return Handling(category, "answer", text=row.step.text or "")
                case "to_project":
                    return Handling(category, "to_project", text=row.step.text or "")
                case "refuse":
                    return Handling(category, "refuse", text=row.step.text or "", door=row.step.code or "")
                case _:
                    continue
        charges = [a.assignment for a in found.assignments if a.assignment.unit is not None]
        lead = next((charge.unit for charge in charges if charge.role != "co"), None)
        co = tuple(charge.unit for charge in charges if charge.role == "co" and charge.unit is not None)
        return Handling(category, "hand_over" if lead is not None else "accept", lead, co)


def _signed(signers: tuple[SignerRow, ...]) -> tuple[RecordId, ...]:
    return tuple(row.signer.deputy for row in signers if row.signer.deputy is not None)
