"""A deputy's own: what waits for them, all their matters, and their file gathered from what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from station_desk.casework.browse import MatterFilter, MatterRow
from station_desk.casework.context import Actor, Desk, roles_of
from station_desk.casework.verdicts import round_now
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Honour, Visit
from station_desk.domain.tracks import TRACKS
from station_desk.domain.vocabulary import SiteRole
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store import directory, queries
from station_desk.store.detail import MatterDetail, PromiseRow, SignerRow, load_matter
from station_desk.store.loading import load, load_where

__all__ = ["KINDS", "PROMISE_DAYS", "Own", "PromiseRow", "Signed", "Wait", "deputy_of", "own"]

KINDS = ("sign", "submit", "judge", "promise")
"""What can wait for a deputy, in the order shown."""

PROMISE_DAYS = 30
"""A promise is said to fall due this many days before its day."""


@dataclass(frozen=True, slots=True)
class Wait:
    """One thing that waits for the deputy: `kind` sign, submit, judge or promise; `on` its day."""

    kind: str
    row: MatterRow
    signer: RecordId | None = None
    promise: PromiseRow | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """A suggestion or motion they lead or joined, with what they said of its handling last.

    `result` and `attitude` are codes of `deputy_verdict`, "" where they have given none.
    """

    row: MatterRow
    role: str
    result: str
    attitude: str


@dataclass(frozen=True, slots=True)
class Own:
    """Everything of one deputy that this desk holds; each list newest first, promises by their day."""

    id: RecordId
    deputy: Deputy
    waiting: tuple[Wait, ...]
    matters: tuple[MatterRow, ...]
    visits: tuple[Visit, ...]
    signed: tuple[Signed, ...]
    promises: tuple[tuple[MatterRow, PromiseRow], ...]
    honours: tuple[tuple[MatterRow, Honour], ...]

    def years(self) -> tuple[int, ...]:
        """The years in which anything of theirs lies, the latest first."""
        found = {v.began.year for v in self.visits if v.began is not None}
        found |= {s.row.opened_on.year for s in self.signed if s.row.opened_on is not None}
        found |= {p.promise.by.year for _, p in self.promises if p.promise.by is not None}
        found |= {h.year for _, h in self.honours if h.year is not None}
        return tuple(sorted(found, reverse=True))

    def of(self, year: int, month: int = 0) -> Own:
        """The file of one year, or of one of its months, in which nobody is honoured; what waits and the list
        of all matters stay whole."""

        def within(day: date | None) -> bool:
            return day is not None and day.year == year and month in (0, day.month)

        return Own(
            self.id, self.deputy, self.waiting, self.matters,
            tuple(v for v in self.visits if v.began is not None and within(v.began.date())),
            tuple(s for s in self.signed if within(s.row.opened_on)),
            tuple(p for p in self.promises if within(p[1].promise.by)),
            tuple(h for h in self.honours if h[1].year == year and not month),
        )  # fmt: skip


def deputy_of(desk: Desk, actor: Actor) -> RecordId | None:
    """The deputy at the keyboard: whose own desk this is, else whom this desk's list of people ties to the
    name; None for anybody else, and while the station's package has not arrived."""
    with desk.reading() as connection:
        if desk.identity.role is SiteRole.DEPUTY:
            found = load_where(connection, Deputy, "t.desk = ?", (desk.identity.site,), "ORDER BY t.id")
            if found:
                return found[0][0]
        people = directory.people(connection, desk.identity.site)
    return next((person.deputy for _, person in people if person.name == actor.name), None)


def own(desk: Desk, actor: Actor, deputy: RecordId, today: date) -> Own:
    """Gather what is a deputy's; UserError where there is no such deputy (any more)."""
    with desk.reading() as connection:
        found = load(connection, Deputy, deputy)
        if found is None:
            raise UserError(translate("deputies", "This deputy is not on the list here."))
        ranks = queries.ranks(connection, MatterFilter(deputy=deputy))
        rows = queries.rows_by_rank(connection, ranks)
        details = [
            detail
            for row in rows
            if row.track != "issue"
            and (detail := load_matter(connection, row.id, desk.find_profile)) is not None
        ]
        visits = load_where(
            connection, Visit, "instr(t.deputies, ?) > 0", (deputy.hex(),), "ORDER BY t.began DESC, t.id"
        )
    waiting: list[Wait] = []
    signed: list[Signed] = []
    promises: list[tuple[MatterRow, PromiseRow]] = []
    honours: list[tuple[MatterRow, Honour]] = []
    for detail in details:
        mine = next((row for row in detail.signers if row.signer.deputy == deputy), None)
        if mine is None:
            continue  # only received by them
        may = _may(desk, actor, detail)
        waiting += _waits(detail, mine, today, may)
        signed.append(_signed(detail, mine))
        promises += [(detail.row, promise) for promise in detail.promises]
        honours += [(detail.row, honour) for _, honour, _ in detail.honours]
    rank = KINDS
    waiting.sort(key=lambda wait: (rank.index(wait.kind), wait.on or date.max))
    promises.sort(key=lambda pair: pair[1].promise.by or date.max)
    return Own(
        deputy, found, tuple(waiting), tuple(rows), tuple(visit for _, visit in visits), tuple(signed),
        tuple(promises), tuple(honours),
    )  # fmt: skip


def _may(desk: Desk, actor: Actor, detail: MatterDetail) -> Callable[[str], bool]:
    """Whether the track lets this person take a step now."""
    row, track = detail.row, TRACKS[detail.row.track]
    roles = roles_of(actor, desk.identity, row.office, row.station)

    def may(verb: str) -> bool:
        step = track.steps.get(verb)
        return step is not None and row.stage in step.froms and bool(step.roles & roles)

    return may


def _waits(detail: MatterDetail, mine: SignerRow, today: date, may: Callable[[str], bool]) -> list[Wait]:
    row, out = detail.row, list[Wait]()
    if mine.signer.signed_on is None and may("countersign"):
        out.append(Wait("sign", row, mine.id, on=row.opened_on))
    if mine.signer.role == "lead" and may("submit"):
        out.append(Wait("submit", row, mine.id, on=row.opened_on))
    if may("consult") and mine.id in round_now(detail).waiting:
        replied = max((r.dated for _, r, _ in detail.replies if r.dated is not None), default=None)
        out.append(Wait("judge", row, mine.id, on=replied))
    for promise in detail.promises:
        by = promise.promise.by
        if promise.open and by is not None and by <= today + timedelta(PROMISE_DAYS):
            out.append(Wait("promise", row, mine.id, promise, by))
    return out


def _signed(detail: MatterDetail, mine: SignerRow) -> Signed:
    last = mine.counting[-1] if mine.counting else None
    return Signed(
        detail.row,
        mine.signer.role or "",
        (last.result or "") if last is not None else "",
        (last.attitude or "") if last is not None else "",
    )
