"""Receipts: what this desk holds of every replica, and what each installation of a peer has said it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from station_desk.exchange import forks
from station_desk.exchange.installations import at_work
from station_desk.exchange.package import Manifest
from station_desk.exchange.proof import standing_of
from station_desk.store.engine import Connection
from station_desk.store.sqlio import rows_of

Held = dict[str, tuple[int, str]]
"""What is held of each replica without a hole: {replica hex: (seq, hash hex)}."""

Branches = dict[str, list[tuple[int, str]]]
"""The ends of the other branches of replicas that forked."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What every installation at work of a peer says it holds: `upto` a number of each replica, and of those
    that forked exactly the log numbers in `along`."""

    upto: Mapping[bytes, int]
    along: Mapping[bytes, frozenset[int]]

    def unseen(self, connection: Connection, sites: frozenset[str] | None) -> list[int]:
        """The log's entries that the peer lacks, written at these `sites` (None: any)."""
        found: list[int] = []
        for replica, site, top, _ in replicas(connection):
            held = self.along.get(replica)
            seen = 0 if held is not None else self.upto.get(replica, 0)
            if seen < top and (sites is None or site in sites):
                rows = rows_of(connection, "SELECT n FROM cmt WHERE replica = ? AND seq > ?", (replica, seen))
                found.extend(n for (n,) in rows if held is None or n not in held)
        return found


def replicas(connection: Connection) -> list[tuple[bytes, str, int, bytes]]:
    """Every replica known here: (replica, its site, its highest number, the hash of that entry)."""
    # From one to the next by the index: counting over all entries would read each of them.
    return rows_of(
        connection,
        "WITH RECURSIVE r(x) AS (SELECT min(replica) FROM cmt UNION ALL"
        " SELECT (SELECT min(replica) FROM cmt WHERE replica > x) FROM r WHERE x IS NOT NULL)"
        " SELECT x, c.site, c.seq, c.hash FROM r CROSS JOIN cmt c ON c.n ="
        " (SELECT n FROM cmt WHERE replica = x ORDER BY seq DESC LIMIT 1)",
    )


def held(connection: Connection) -> tuple[Held, Branches]:
    """What this desk holds, to be told to others: of a forked replica its longest branch, and the others."""
    out: Held = {}
    branches: Branches = {}
    doubled = forks.forked(connection)
    for replica, _, top, last in replicas(connection):
        if replica in doubled:
            ends = [(seq, hash_.hex()) for seq, hash_ in forks.tips(connection, replica)]
            out[replica.hex()] = ends[0]
            if ends[1:]:
                branches[replica.hex()] = ends[1:]
        else:
            out[replica.hex()] = top, last.hex()
    return out, branches


def keep(connection: Connection, manifest: Manifest) -> None:
    """Keep the last word of the sender's installation, in place of its earlier one."""
    peer, incarnation = manifest.sender.site, manifest.sender.replica
    connection.exec_driver_sql("DELETE FROM receipt WHERE peer = ? AND incarnation = ?", (peer, incarnation))
    for replica, ends in told(manifest).items():
        for seq, hash_ in ends:
            # What is not in our own log cannot be left out of what we send.
            if standing_of(connection, bytes.fromhex(hash_)) == (replica, seq):
                connection.exec_driver_sql(
                    "INSERT OR IGNORE INTO receipt VALUES (?, ?, ?, ?, ?)",
                    (peer, incarnation, bytes.fromhex(replica), bytes.fromhex(hash_), seq),
                )


def told(manifest: Manifest) -> Branches:
    """All ends of chains that a package's sender says it holds, by replica."""
    return {replica: [end, *manifest.branches.get(replica, [])] for replica, end in manifest.receipt.items()}


def holding(connection: Connection, manifest: Manifest) -> Confirmed:
    """What a package's sender says it holds itself, of what is held here: a number beyond that, which any
    sender can write, is not to be counted up to."""
    ends = {bytes.fromhex(replica): found for replica, found in told(manifest).items()}
    upto = {
        replica: min(top, max(seq for seq, _ in ends[replica]))
        for replica, _, top, _ in replicas(connection)
        if replica in ends
    }
    along = {
        replica: forks.along(connection, replica, [bytes.fromhex(hash_) for _, hash_ in ends[replica]])
        for replica in forks.forked(connection)
        if replica in ends
    }
    return Confirmed(upto, along)


def confirmed(connection: Connection, peer: str) -> Confirmed:
    """What all installations of a peer that are at work hold: what one of them lacks is sent."""
    words: dict[str, dict[bytes, list[tuple[int, bytes]]]] = {
        incarnation: {} for incarnation in at_work(connection, peer)
    }
    sql = "SELECT incarnation, replica, seq, hash FROM receipt WHERE peer = ?"
    for incarnation, replica, seq, hash_ in rows_of(connection, sql, (peer,)):
        if incarnation in words:
            words[incarnation].setdefault(replica, []).append((seq, hash_))
    if not words:
        return Confirmed({}, {replica: frozenset() for replica in forks.forked(connection)})
    common = frozenset.intersection(*(frozenset(word) for word in words.values()))
    upto = {replica: min(max(word[replica])[0] for word in words.values()) for replica in common}
    along: dict[bytes, frozenset[int]] = {}
    for replica in forks.forked(connection):
        parts = [
            forks.along(connection, replica, [hash_ for _, hash_ in word.get(replica, ())])
            for word in words.values()
        ]
        along[replica] = frozenset.intersection(*parts)
    return Confirmed(upto, along)
