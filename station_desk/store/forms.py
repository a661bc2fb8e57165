"""Which form counts where one signer's came back more than once in a round: every reader asks here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy.engine import Connection

from station_desk.domain.declare import RecordId
from station_desk.domain.verdicts import Rival, counting
from station_desk.store.sqlio import rows_for

_WRITTEN = (
    "SELECT f.id, c.site = d.desk, c.lamport, c.hash FROM consultation f"
    " JOIN chg g ON g.record = f.id AND g.made = 1 JOIN cmt c ON c.n = g.cmt"
    " LEFT JOIN signer s ON s.id = f.signer LEFT JOIN deputy d ON d.id = s.deputy"
    " WHERE f.id IN {keys}"
)


def set_aside(
    connection: Connection, given: Iterable[tuple[RecordId, bytes | None, int | None]]
) -> frozenset[RecordId]:
    """Of these forms (id, signer, round) those that do not count, since another of the same signer and round
    does. Only the few that came back twice are looked up.

    Use the whole of what stands of a suggestion: which form counts depends on the others.
    """
    rounds: defaultdict[tuple[bytes | None, int], list[RecordId]] = defaultdict(list)
    for record, signer, turn in given:
        rounds[signer, turn or 1].append(record)
    out: set[RecordId] = set()
    for records in rounds.values():
        if len(records) > 1:
            out.update(set(records) - {counting(_written(connection, records)).record})
    return frozenset(out)


def _written(connection: Connection, records: Sequence[RecordId]) -> list[Rival]:
    # Few ids at a time, so that no list of ids that the caller still reads by is put aside.
    found: dict[RecordId, Rival] = {}
    for record, own, lamport, commit in rows_for(connection, _WRITTEN, records):
        # A clone that replayed a nonce makes a record twice: the smaller hash speaks, as elsewhere.
        rival = Rival(RecordId(record), bool(own), lamport, commit)
        if record not in found or commit < found[rival.record].commit:
            found[rival.record] = rival
    return [found.get(record) or Rival(record, False, 0, b"") for record in records]
