"""Changes withheld once and sent later: put where their digests stand, and projected as if always here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.exchange import sums
from station_desk.exchange.package import PackedCommit, PackedLine
from station_desk.exchange.proof import checked
from station_desk.store import ids
from station_desk.store.aside import Aside
from station_desk.store.engine import Connection
from station_desk.store.projection import Incoming
from station_desk.store.sqlio import bare, rows_for

Gaps = Mapping[bytes, Mapping[int, int]]
"""For commits here (by hash): the places of the changes withheld from this desk, and their log numbers."""


def gaps_of(connection: Connection, known: Sequence[bytes]) -> Gaps:
    """What this desk lacks of those commits."""
    out: dict[bytes, dict[int, int]] = {}
    rows = rows_for(
        connection,
        "SELECT c.hash, g.place, g.n FROM cmt c CROSS JOIN chg g ON g.cmt = c.n"
        " WHERE c.hash IN {keys} AND g.record IS NULL",
        known,
    )
    for hash_, place, n in rows:
        out.setdefault(hash_, {})[place] = n
    return out


def fills(line: PackedLine, gaps: Gaps) -> bool:
    """Whether a line of a package shows a change that this desk lacks."""
    return any(line.bodies[place] is not None for place in gaps.get(line.hash, ()))


def fill(
    connection: Connection,
    desk: Desk,
    batch: Sequence[tuple[PackedCommit, Mapping[int, int]]],
    aside: Aside | None = None,
) -> tuple[set[RecordId], int]:
    """Put the bodies shown into their gaps; returns the matters touched and the changes filled.

    The commits are here and were proved when they came; their headers name the digest of every body.
    """
    rows: list[tuple[bytes, int, bytes, int]] = []
    incoming: list[Incoming] = []
    for commit, gaps in batch:
        header = commit.header
        replica = bytes.fromhex(header.replica)
        for place, n in gaps.items():
            body = commit.bodies[place]
            change = checked(body, header)
            if body is None or change is None:
                continue
            record = RecordId(bytes.fromhex(change.r))
            made = ids.made_by(record, replica, bytes.fromhex(change.n))
            rows.append((record, int(made), body, n))
            incoming.append(Incoming(n, record, change, body, made, header.lamport, header.site, header.role))
    if not rows:
        return set(), 0
    bare(connection).executemany("UPDATE chg SET record = ?, made = ?, body = ? WHERE n = ?", rows)
    sums.forget(connection)
    incoming.sort(key=lambda item: item.n)
    return desk.projector.project(connection, incoming, late=True, aside=aside), len(rows)
