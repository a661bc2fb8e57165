"""Gathers the ledger of promises: what a unit promised, by when, and whether it was kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import Desk
from station_desk.casework.statistics import Period
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Promise
from station_desk.store.loading import load_where, names_of
from station_desk.store.sqlio import rows_for


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One promise in the ledger; `asked_again` where the deputies were asked about it a second time."""

    id: RecordId
    promise: Promise
    unit: str
    matter: RecordId
    number: str
    title: str
    deputies: tuple[str, ...]
    replied: str
    asked_again: bool

    def overdue(self, today: date) -> bool:
        """Past its day and judged by nobody."""
        return self.promise.by is not None and self.promise.by < today and not self.promise.state


_MATTERS = (
    "SELECT m.id, COALESCE(m.official_number, m.number), m.title FROM matter m"
    " WHERE m.id IN {keys} AND m.void IS NULL"
)
_SIGNED = (
    "SELECT s.matter, d.name FROM signer s JOIN deputy d ON d.id = s.deputy WHERE s.matter IN {keys}"
    " AND s.void IS NULL ORDER BY s.role DESC, COALESCE(s.rank, 9999), s.id"
)
_LETTERS = "SELECT id, number FROM reply WHERE id IN {keys}"
_AGAIN = (
    "SELECT DISTINCT matter, 1 FROM consultation WHERE matter IN {keys} AND void IS NULL AND kind = 'second'"
)


def promise_lines(desk: Desk, period: Period | None, scope: str) -> list[PromiseLine]:
    """The promises due in the period (all without one) on a station's matters (`scope`), the earliest due
    first; those of voided matters are left out."""
    condition, values = "1", []
    if period is not None:
        condition += " AND t.by BETWEEN ? AND ?"
        values += [period.first.isoformat(), period.last.isoformat()]
    if scope:
        condition += " AND t.matter IN (SELECT id FROM matter WHERE station = ?)"
        values.append(scope)
    with desk.reading() as connection:
        found = load_where(connection, Promise, condition, tuple(values), "ORDER BY t.by, t.id")
        keys = list({p.matter for _, p in found if p.matter is not None})
        matters = {row[0]: (row[1] or "", row[2] or "") for row in rows_for(connection, _MATTERS, keys)}
        signed: dict[bytes, list[str]] = {}
        for matter, name in rows_for(connection, _SIGNED, keys):
            signed.setdefault(matter, []).append(name or "")
        again = {row[0] for row in rows_for(connection, _AGAIN, keys)}
        letters = dict(rows_for(connection, _LETTERS, [p.reply for _, p in found if p.reply is not None]))
        units = names_of(connection, "unit", [p.unit for _, p in found if p.unit is not None])
    return [
        PromiseLine(
            record, promise, units.get(promise.unit, "") if promise.unit else "", promise.matter,
            *matters[promise.matter], tuple(signed.get(promise.matter, ())),
            letters.get(promise.reply) or "" if promise.reply else "", promise.matter in again,
        )
        for record, promise in found
        if promise.matter is not None and promise.matter in matters
    ]  # fmt: skip
