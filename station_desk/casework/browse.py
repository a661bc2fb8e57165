"""Reading for screens: lists, one matter, the day's counts, the search of everything."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from station_desk.casework.context import Desk
from station_desk.domain.deadlines import SOON_DAYS, Explanation, Extension, Remaining, explain, remaining
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Category, Deputy, Grid, Site, Station, Unit
from station_desk.domain.tracks import ASSIGNMENT
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store import directory, queries, similar
from station_desk.store.detail import (
    AssignmentRow,
    LinkRow,
    MatterDetail,
    PromiseRow,
    SignerRow,
    StepRow,
    load_matter,
)
from station_desk.store.directory import KnownVisitor
from station_desk.store.queries import MatterFilter, MatterRow, Sort, Waiting
from station_desk.store.similar import Similar, Vocabulary

__all__ = [
    "AssignmentRow",
    "HeldRow",
    "Hit",
    "KnownVisitor",
    "LinkRow",
    "MatterDetail",
    "MatterFilter",
    "MatterRow",
    "Office",
    "PromiseRow",
    "SignerRow",
    "Similar",
    "Sort",
    "StepRow",
    "TodayCounts",
    "Vocabulary",
    "Waiting",
    "count",
    "detail",
    "due_text",
    "find",
    "hits",
    "office",
    "page",
    "ranks",
    "rows",
    "similar_to",
    "today",
    "today_filter",
    "visitor_matters",
    "visitors",
    "why_due",
]  # fmt: skip


def ranks(desk: Desk, wanted: MatterFilter, *, limit: int | None = None) -> array[int]:
    """Local ranks (8 bytes each) of the matters that `wanted` names, in its order."""
    with desk.reading() as connection:
        return queries.ranks(connection, wanted, limit=limit)


def rows(desk: Desk, wanted: Iterable[int]) -> list[MatterRow]:
    """The rows of those ranks, in that order."""
    with desk.reading() as connection:
        return queries.rows_by_rank(connection, wanted)


_ENDING = tuple(verb for verb, (_, after) in ASSIGNMENT.steps.items() if after in ("returned", "replied"))


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A matter with every unit that still owes something on it, the lead first, by their short names."""

    row: MatterRow
    units: tuple[str, ...]


def held_rows(desk: Desk, wanted: Sequence[int]) -> list[HeldRow]:
    """The rows of those ranks, in that order, with their units."""
    with desk.reading() as connection:
        units = queries.units_by_rank(connection, wanted, _ENDING)
        return [HeldRow(r, tuple(units.get(r.rank, ()))) for r in queries.rows_by_rank(connection, wanted)]


def page(
    desk: Desk, wanted: MatterFilter, *, limit: int = 50, after: tuple[str, int] | None = None
) -> list[MatterRow]:
    """One page of rows after the key (due day or "", rank) of the last row seen."""
    with desk.reading() as connection:
        return queries.page(connection, wanted, limit=limit, after=after)


def count(desk: Desk, wanted: MatterFilter, *, at_most: int | None = None) -> int:
    """How many matters `wanted` names, exactly; with `at_most`, counting stops past it."""
    with desk.reading() as connection:
        return queries.count(connection, wanted, at_most=at_most)


def detail(desk: Desk, matter: RecordId) -> MatterDetail | None:
    """One matter with all that hangs on it."""
    with desk.reading() as connection:
        return load_matter(connection, matter, desk.find_profile)


def find(desk: Desk, text: str) -> RecordId | None:
    """The matter of a number, official number or id in hex. UserError where several bear the number: it names
    each with its id, which is no other's."""
    with desk.reading() as connection:
        found = queries.find(connection, text)
        if len(found) < 2:
            return found[0] if found else None
        rows = [row for record in found if (row := queries.row_of(connection, record)) is not None]
    named = "；".join(f"{row.title} ({row.id.hex()})" for row in rows)
    raise UserError(
        translate(
            "browse",
            "{count} matters bear the number {number}: {matters}. Pick one from the list, or give the id in "
            "brackets.",
            count=len(rows),
            number=text.strip(),
            matters=named,
        )
    )


# --- today ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TodayCounts:
    """The five counts over the day's list (packages are counted by the exchange)."""

    overdue: int
    soon: int
    tell: int
    consult: int
    open: int


def today_filter(name: str, day: date) -> MatterFilter:
    """The list behind one of today's counts: overdue, soon, tell, consult; "" for all that wait."""
    base = MatterFilter(open=True, sort=Sort.DUE)
    match name:
        case "overdue":
            return replace(base, due_to=day - timedelta(1))
        case "soon":
            return replace(base, due_from=day, due_to=day + timedelta(SOON_DAYS))
        case "tell":
            return replace(base, waiting=Waiting.TELL)
        case "consult":
            return replace(base, waiting=Waiting.CONSULT)
        case _:
            # What no clock runs for (told, or handled as a suggestion) is not today's work.
            return replace(base, due_from=date.min)


def today(desk: Desk, day: date) -> TodayCounts:
    """The counts of the day."""
    with desk.reading() as connection:
        numbers = [
            queries.count(connection, today_filter(name, day))
            for name in ("overdue", "soon", "tell", "consult", "")
        ]
    return TodayCounts(*numbers)


def due_text(desk: Desk, day: date, due: date) -> Remaining:
    """How far off a due day is, in working days of the calendar in force."""
    return remaining(day, due, desk.profile().calendar)


def why_due(found: MatterDetail) -> Explanation | None:
    """How the matter's due day was computed; None where no clock runs."""
    course, profile = found.course, found.profile
    if course is None or profile is None or not course.due_clock:
        return None
    granted = next((s for s in found.steps if s.step.verb == "extend" and not s.odd), None)
    if course.clock == course.due_clock and course.clock_from is not None:
        start, until = course.clock_from, course.extension
    else:
        charge = next(
            (c for c in course.charges.values() if c.due_on == course.due_on and c.clock == course.due_clock),
            None,
        )
        if charge is None:
            return None
        start, until = charge.start, charge.extension
    extension = None
    if until is not None:
        extension = Extension(
            until, granted.actor if granted else "", granted.step.text or "" if granted else ""
        )
    return explain(profile.clocks[course.due_clock], start, profile.calendar, course.pauses, extension)


# --- who and what is known -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Office:
    """The lists that forms offer, read together."""

    deputies: tuple[tuple[RecordId, Deputy], ...]
    units: tuple[tuple[RecordId, Unit], ...]
    grids: tuple[tuple[RecordId, Grid], ...]
    stations: tuple[tuple[RecordId, Station], ...]
    sites: tuple[tuple[RecordId, Site], ...]
    categories: tuple[tuple[RecordId, Category], ...]


def office(desk: Desk) -> Office:
    """Deputies, units, grids, stations, sites and edited categories."""
    with desk.reading() as connection:
        return Office(
            tuple(directory.deputies(connection)),
            tuple(directory.units(connection)),
            tuple(directory.grids(connection)),
            tuple(directory.stations(connection)),
            tuple(directory.sites(connection)),
            tuple(directory.categories(connection)),
        )


def visitors(desk: Desk, start: str, *, limit: int = 8) -> list[KnownVisitor]:
    """People who came before whose name or telephone begins so, or whose pinyin initials do (`zsf`)."""
    text = start.strip()
    if not text:
        return []
    with desk.reading() as connection:
        if text.isascii() and text.isalpha():
            from station_desk.casework.pinyin import begins_with

            names = directory.all_visitor_names(connection)
            chosen = [record for record, name in reversed(names) if begins_with(name, text.lower())][:limit]
            found = [directory.visitor(connection, record) for record in chosen]
            return [visitor for visitor in found if visitor is not None]
        return directory.visitors_named(connection, text, limit=limit)


def visitor_matters(desk: Desk, visitor: RecordId, *, limit: int = 20) -> list[MatterRow]:
    """What a visitor raised before, newest first."""
    with desk.reading() as connection:
        return queries.rows_by_rank(
            connection, directory.matters_of_visitor(connection, visitor, limit=limit)
        )


_COMMON = frozenset({"建议", "的建议", "关于", "反映", "问题", "希望", "要求"})


def similar_to(
    desk: Desk, vocabulary: Vocabulary, text: str, *, limit: int = 3, exclude: Sequence[int] = ()
) -> list[Similar]:
    """Earlier matters most like a text, with the words they share; keep `vocabulary` for the session.

    Words that stand in every other title (关于…的建议) make nothing alike.
    """
    with desk.reading() as connection:
        found = similar.find(connection, vocabulary, text, limit=2 * limit, exclude=exclude)
    return [item for item in found if any(word not in _COMMON for word in item.shared)][:limit]


def proposed_category(found: Sequence[Similar]) -> tuple[str, tuple[Similar, ...]]:
    """The category most of the similar matters carry, and those that carry it; ("", ()) where none do."""
    votes: dict[str, list[Similar]] = {}
    for item in found:
        if item.row.category:
            votes.setdefault(item.row.category, []).append(item)
    if not votes:
        return "", ()
    best = max(votes.items(), key=lambda vote: len(vote[1]))
    return best[0], tuple(best[1])


@dataclass(frozen=True, slots=True)
class Hit:
    """One find of the search over everything: `kind` is matter, deputy, unit or visitor."""

    kind: str
    title: str
    second: str
    id: RecordId


def hits(desk: Desk, text: str, *, limit: int = 12) -> list[Hit]:
    """Matters (newest first), deputies, units and visitors that the text names."""
    if not text.strip():
        return []
    out: list[Hit] = []
    with desk.reading() as connection:
        for row in queries.page(connection, MatterFilter(text=text), limit=limit):
            second = " · ".join(
                part for part in (row.official_number or row.number, row.category, row.person) if part
            )
            out.append(Hit("matter", row.title, second, row.id))
        wanted = text.strip()
        for record, deputy in directory.deputies(connection):
            if deputy.name and wanted in deputy.name:
                out.append(Hit("deputy", deputy.name, deputy.district or "", record))
        for record, unit in directory.units(connection):
            if unit.name and (wanted in unit.name or (unit.short and wanted in unit.short)):
                out.append(Hit("unit", unit.name, unit.contact or "", record))
        for known in directory.visitors_named(connection, wanted, limit=5):
            out.append(Hit("visitor", known.visitor.name or "", "", known.id))
    return out[: limit + 8]
