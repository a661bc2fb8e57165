"""Gathers whom to call today: constituents to be told, deputies whose forms are out, units that are late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from station_desk.casework.browse import MatterFilter, today_filter
from station_desk.casework.calls import calls as to_tell
from station_desk.casework.context import Desk
from station_desk.casework.dossier_papers import urgings
from station_desk.casework.verdicts import round_now
from station_desk.domain.deadlines import SOON_DAYS
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Unit, Visitor
from station_desk.store import queries
from station_desk.store.detail import MatterDetail, load_matter
from station_desk.store.loading import load
from station_desk.store.queries import Sort


@dataclass(frozen=True, slots=True)
class Call:
    """One call: whom (name and number as recorded, to be masked where shown), about which matter, what is
    to be said, and the day it is due. `times` they were tried, reminded or urged before; `note` holds codes:
    `confidential`, `guardian`."""

    matter: RecordId
    number: str
    title: str
    name: str
    phone: str
    said: str
    due: date | None
    times: int = 0
    note: tuple[str, ...] = ()
    track: str = "issue"


@dataclass(frozen=True, slots=True)
class CallList:
    """今日联系清单: `tell` the constituents, `ask` the deputies for their forms, `urge` the units, and
    remind them of what they `promised`; each the earliest due first."""

    tell: tuple[Call, ...]
    ask: tuple[Call, ...]
    urge: tuple[Call, ...]
    promised: tuple[Call, ...]

    @property
    def count(self) -> int:
        """Calls in all."""
        return len(self.tell) + len(self.ask) + len(self.urge) + len(self.promised)


def calls(desk: Desk, scope: str, today: date) -> CallList:
    """The day's calls of a station (`scope`) or of the whole desk, as things stand `today`."""
    waits = MatterFilter(open=True, station=scope, sort=Sort.DUE)
    asked = replace(waits, tracks=("suggestion",), stages=("replied", "unhappy", "second"))
    late = replace(
        today_filter("overdue", today + timedelta(1)), station=scope, stages=("assigned", "handling")
    )
    tracked = replace(waits, tracks=("suggestion",), stages=("tracking",))
    return CallList(
        tuple(_told(desk, scope, today)),
        tuple(_asked(desk, asked)),
        tuple(_late(desk, late, today)),
        tuple(_promised(desk, tracked, today)),
    )


def _matters(desk: Desk, wanted: MatterFilter) -> Iterator[MatterDetail]:
    with desk.reading() as connection:
        for row in queries.rows_by_rank(connection, queries.ranks(connection, wanted)):
            found = load_matter(connection, row.id, desk.find_profile)
            if found is not None:
                yield found


def _about(detail: MatterDetail) -> tuple[RecordId, str, str]:
    row = detail.row
    return row.id, row.official_number or row.number, row.title


def _told(desk: Desk, scope: str, today: date) -> Iterator[Call]:
    """Everyone `casework.calls` finds to be told, with the name and number a print may show in full."""
    for call in to_tell(desk, today):
        if call.person is None or (scope and call.station != scope):
            continue
        with desk.reading() as connection:
            visitor = load(connection, Visitor, call.person) or Visitor()
        marks = (("confidential", call.confidential), ("guardian", call.guardian))
        yield Call(
            call.matter,
            call.number,
            call.title,
            (visitor.guardian if call.guardian else visitor.name) or "",
            (visitor.guardian_phone if call.guardian else visitor.phone) or "",
            said=" ".join(f"{call.said} {call.suggestion_words}".split()),
            due=call.due_on,
            times=call.tried,
            note=tuple(mark for mark, here in marks if here),
        )


def _asked(desk: Desk, wanted: MatterFilter) -> Iterator[Call]:
    """Every signer whose form of this round has not come back."""
    for detail in _matters(desk, wanted):
        course, waiting = detail.course, round_now(detail).waiting
        if course is None:
            continue
        for row in (signer for signer in detail.signers if signer.id in waiting):
            with desk.reading() as connection:
                deputy = load(connection, Deputy, row.signer.deputy)
            yield Call(
                *_about(detail), row.name, (deputy.phone if deputy else None) or "",
                said=course.turn_kind, due=detail.row.due_on, times=course.reminded.get(row.id, 0),
                track=detail.row.track,
            )  # fmt: skip


def _late(desk: Desk, wanted: MatterFilter, today: date) -> Iterator[Call]:
    """Every unit whose answer is due today or overdue."""
    for detail in _matters(desk, wanted):
        for charge in detail.assignments:
            if not charge.live or charge.due_on is None or charge.due_on > today:
                continue
            yield _unit_call(
                desk, detail, charge.assignment.unit, charge.unit, "", charge.due_on,
                len(urgings(detail, charge.id)),
            )  # fmt: skip


def _promised(desk: Desk, wanted: MatterFilter, today: date) -> Iterator[Call]:
    """Every promise nobody has judged that is due within a week, or overdue."""
    for detail in _matters(desk, wanted):
        for row in detail.promises:
            by = row.promise.by
            if row.promise.state or by is None or by > today + timedelta(SOON_DAYS):
                continue
            yield _unit_call(desk, detail, row.promise.unit, row.unit, row.promise.what or "", by, 0)


def _unit_call(
    desk: Desk,
    detail: MatterDetail,
    record: RecordId | None,
    name: str,
    said: str,
    due: date,
    times: int,
) -> Call:
    with desk.reading() as connection:
        unit = load(connection, Unit, record)
    contact = (unit.contact if unit else None) or ""
    return Call(
        *_about(detail), f"{name}　{contact}".strip("　"), (unit.phone if unit else None) or "",
        said=said, due=due, times=times, track=detail.row.track,
    )  # fmt: skip
