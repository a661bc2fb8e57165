"""What lies behind the pages, found in a desk for their pictures: stages, dialogs, other people's pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from station_desk.casework import browse, deputies, people
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Actor, Desk
from station_desk.domain.course import possible
from station_desk.domain.declare import RecordId
from station_desk.domain.tracks import TRACKS, Need
from station_desk.domain.vocabulary import Role

Dialog = tuple[str, RecordId, str]
"""Its picture's name, the matter, the step."""

_PAGES = {"issue": "matters"}
_NOTABLE = (
    ("issue", "handling"),
    ("suggestion", "replied"),
    ("suggestion", "tracking"),
    ("suggestion", "second"),
    ("motion", "handling"),
)


@dataclass(frozen=True, slots=True)
class View:
    """A page asked to show something; `title` names its picture."""

    title: str
    page: str
    key: object


def _first(desk: Desk, track: str, stage: str) -> RecordId | None:
    wanted = MatterFilter(tracks=(track,), stages=(stage,))
    return next((row.id for row in browse.page(desk, wanted, limit=1)), None)


def _records(desk: Desk, stages: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...]) -> Iterator[View]:
    for track, stage in stages:
        found = _first(desk, track, stage)
        if found is not None:
            yield View(f"{track}-{stage}", _PAGES.get(track, "suggestions"), found)


def notable(desk: Desk) -> Iterator[View]:
    """The records and lists that show most of what a page can."""
    yield View("today-calls", "today", "tell")
    yield from _records(desk, _NOTABLE)
    yield View("motion-list", "suggestions", MatterFilter(tracks=("motion",)))
    for report in ("suggestions-handled", "promises", "contact-list", "sentences"):
        yield View(f"report-{report}", "reports", report)
    yield View("exchange-trust", "exchange", "trust")
    yield View("exchange-send", "exchange", f"send:{desk.identity.parent}")
    asked = _first(desk, "suggestion", "replied")
    if asked is not None:
        yield View("report-consultation", "reports", ("consultation", asked))


def every_stage(desk: Desk) -> Iterator[View]:
    """One matter of every stage of every track that the desk has any in, but for the notable ones."""
    stages = ((code, stage) for code, track in TRACKS.items() for stage in track.stages)
    yield from _records(desk, (found for found in stages if found not in _NOTABLE))


def telling(desk: Desk) -> Iterator[Dialog]:
    """The dialog met most: somebody is told."""
    found = _first(desk, "issue", "done")
    if found is not None:
        yield "step-tell", found, "tell"


def every_need(desk: Desk) -> Iterator[Dialog]:
    """For every need that a step may have, one step that asks for it and can be taken now, by anybody."""
    met: set[Need] = {Need.SUGGESTION}  # a page of its own
    for code, track in TRACKS.items():
        for stage in track.stages:
            matter = _first(desk, code, stage)
            detail = browse.detail(desk, matter) if matter is not None else None
            if matter is None or detail is None or detail.course is None:
                continue
            for step in possible(track, detail.course, frozenset(Role)):
                if Need.SUGGESTION not in step.needs and not met.issuperset(step.needs):
                    met.update(step.needs)
                    yield f"step-{code}-{step.verb}", matter, step.verb


def other_people(desk: Desk, present: Role) -> Iterator[Actor]:
    """Somebody of every other role: who was entered here, a deputy of their own name; else nobody in
    particular."""
    entered: dict[Role, str] = {}
    for worker in people.workers(desk):
        tied = deputies.deputy_of(desk, Actor(worker.name, Role.DEPUTY)) is not None
        entered[Role.DEPUTY if tied else worker.role] = worker.name
    for role in Role:
        if role is not present:
            yield Actor(entered.get(role, desk.identity.name), role)
