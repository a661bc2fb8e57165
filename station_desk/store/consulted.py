"""The suggestions of a span with their signers' forms and how far each has come, read in bulk for figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from sqlalchemy.engine import Connection

from station_desk.domain.course import Course
from station_desk.domain.declare import RecordId
from station_desk.domain.profile import RuleProfile
from station_desk.domain.tracks import TRACKS
from station_desk.domain.walk import run
from station_desk.store import counts, forms, matters
from station_desk.store.counts import Span
from station_desk.store.projection import Profiles
from station_desk.store.sqlio import Keys

_BLOCK = 1_000


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that came back: codes of `deputy_verdict`, "" for what it does not say."""

    round: int
    on: date
    result: str
    attitude: str


@dataclass(slots=True)
class Signing:
    """Who signed, and the forms they returned, one a round, in the order of rounds."""

    id: RecordId
    deputy: RecordId | None
    role: str
    forms: list[Returned] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Consulted:
    """One suggestion: `course` None where its rules have not arrived; signers with the lead first; `answered`
    the days on which a reply came or a promise was judged, after which deputies are asked."""

    id: RecordId
    station: str
    course: Course | None
    profile: RuleProfile | None
    signers: tuple[Signing, ...]
    answered: tuple[date, ...]


def suggestions(connection: Connection, span: Span, profiles: Profiles) -> Iterator[Consulted]:
    """Every suggestion opened in the span, newest first."""
    known: dict[tuple[str | None, ...], RuleProfile | None] = {}
    ids = list(counts.ids(connection, span, "collected", track="suggestion"))
    for start in range(0, len(ids), _BLOCK):
        keys = Keys(connection, ids[start : start + _BLOCK])
        steps, charges = matters.steps_of(keys), matters.assignments_of(keys)
        signers = _signers(connection, keys)
        desks = matters.deputies_of(connection, chain.from_iterable(steps.values()))
        sql = "SELECT id, station, office, profile, opened_on FROM matter WHERE id IN {keys} ORDER BY n DESC"
        for record, station, office, version, opened in keys.rows(sql):
            rules = (version, office, station)
            if rules not in known:
                known[rules] = profiles(connection, *rules) if version else None
            profile = known[rules]
            views = [
                view
                for row in steps.get(record, ())
                if (view := matters.step_view(row, office, station, desks))
            ]
            course = None
            if profile is not None and opened is not None:
                began = date.fromisoformat(opened)
                course = run(TRACKS["suggestion"], profile, began, views, charges.get(record, {}))
            answered = sorted(view.on for view in views if view.verb in ("reply", "keep") and not view.void)
            yield Consulted(
                RecordId(record),
                station or "",
                course,
                profile,
                tuple(signers.get(record, ())),
                tuple(answered),
            )


def _signers(connection: Connection, keys: Keys) -> dict[bytes, list[Signing]]:
    out: dict[bytes, list[Signing]] = {}
    by_id: dict[bytes, Signing] = {}
    sql = (
        "SELECT matter, id, deputy, role FROM signer WHERE matter IN {keys} AND void IS NULL"
        " ORDER BY matter, role DESC, COALESCE(rank, 9999), id"
    )
    for matter, record, deputy, role in keys.rows(sql):
        found = Signing(RecordId(record), RecordId(deputy) if deputy else None, role or "")
        by_id[record] = found
        out.setdefault(matter, []).append(found)
    sql = (
        "SELECT id, signer, round, returned_on, result, attitude FROM consultation WHERE matter IN {keys}"
        " AND void IS NULL ORDER BY matter, round, id"
    )
    returned = keys.rows(sql)
    aside = forms.set_aside(connection, [row[:3] for row in returned])
    for record, signer, turn, on, result, attitude in returned:
        if signer in by_id and on is not None and record not in aside:
            form = Returned(turn or 1, date.fromisoformat(on), result or "", attitude or "")
            by_id[signer].forms.append(form)
    return out
