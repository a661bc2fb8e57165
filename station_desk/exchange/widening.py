"""What came into a site's scope after its commits were confirmed: found, sent again, and remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from station_desk.exchange import installations, word
from station_desk.exchange.installations import Said
from station_desk.exchange.manifest import Manifest
from station_desk.exchange.receipts import replicas
from station_desk.exchange.scope import Scope, hanging_on
from station_desk.store.engine import Connection
from station_desk.store.sqlio import insert_many, rows_for, rows_of

LEFT = 0
"""In place of a package's number: the matter was within the scope once, and no longer is."""

_MOST = word.MAX_MATTERS

_NEVER = 1 << 62


@dataclass(frozen=True, slots=True)
class Widened:
    """The matters that a peer has not confirmed to be within its scope, each with the commits (log numbers)
    that were confirmed while their changes may have been withheld. `number`: of the package being written;
    `base`: hash of the package which the peer last confirmed, empty for none. `left` and `entered`: the
    matters that it has not confirmed to be out of its scope, and to be within it again."""

    peer: str
    number: int
    base: bytes
    commits: Mapping[bytes, frozenset[int]]
    left: Sequence[bytes] = ()
    entered: Sequence[bytes] = ()

    def all(self) -> set[int]:
        """Every commit to be sent again."""
        return set().union(*self.commits.values()) if self.commits else set()


def base_of(connection: Connection, peer: str) -> tuple[int, bytes]:
    """Number and hash of the package of ours that every installation at work of the peer said it had taken;
    (0, b"") for none."""
    taken: list[tuple[int, bytes]] = []
    for told in installations.said(connection, peer, Said.TOOK).values():
        row = connection.exec_driver_sql(
            "SELECT number, hash FROM stream WHERE direction = 'out' AND peer = ? AND hash = ?"
            " ORDER BY id DESC LIMIT 1",
            (peer, bytes.fromhex(told.get("", ""))),
        ).first()
        taken.append((row[0], row[1]) if row is not None else (0, b""))
    return min(taken, default=(0, b""))


def widened(
    connection: Connection,
    peer: str,
    number: int,
    scope: Scope,
    confirmed: Mapping[bytes, int],
) -> Widened:
    """What the package `number` must send again to a peer that has confirmed those (replica: seq)."""
    if scope.everything:
        return Widened(peer, number, b"", {})
    first, base = base_of(connection, peer)
    # A package carries what every one since the base carried: the first number alone tells what is lacking.
    carried = _carried(connection, peer)
    new = [matter for matter in scope.matters if carried.get(matter, _NEVER) > first]
    commits: dict[bytes, set[int]] = {matter: set() for matter in new}
    # What was taken back is gone there, whoever wrote it: it is sent whole, but for the peer's own.
    before = dict(rows_of(connection, "SELECT record, told FROM scope WHERE peer = ? AND told > 0", (peer,)))
    entered = sorted(before.keys() & commits.keys())[:_MOST]
    taken_back = set(entered)
    gone = carried.keys() - scope.matters
    gone |= {matter for matter, told in before.items() if matter not in scope.matters and told > first}
    # What the peer's own subtree wrote came from there, and was never withheld from it.
    below = scope.below
    gone |= _of_moved(connection, scope.moved, confirmed) - scope.matters - before.keys()
    # What was erased for good did not leave the scope: the peer hears of that by itself.
    gone -= {row[0] for row in rows_of(connection, "SELECT record FROM redacted WHERE change = x''")}
    if new and (
        taken_back
        or any(replica in confirmed and site not in below for replica, site, *_ in replicas(connection))
    ):
        records = hanging_on(connection, new)
        rows = rows_for(
            connection,
            "SELECT DISTINCT g.record, c.n, c.replica, c.seq, c.site FROM chg g JOIN cmt c ON c.n = g.cmt"
            " WHERE g.record IN {keys}",
            records,
        )
        for record, n, replica, seq, site in rows:
            if seq <= confirmed.get(replica, 0) and site != peer:
                again = records[record] & (taken_back if site in below else commits.keys())
                for matter in again:
                    commits[matter].add(n)
    found = {matter: frozenset(numbers) for matter, numbers in commits.items()}
    return Widened(peer, number, base, found, sorted(gone)[:_MOST], entered)


def _of_moved(connection: Connection, sites: frozenset[str], confirmed: Mapping[bytes, int]) -> set[bytes]:
    """The matters of sites that went from under the peer to elsewhere, of those that it says it holds."""
    moved = sorted(sites)
    if not moved:
        return set()
    rows = rows_of(
        connection,
        "SELECT m.id, c.replica, c.seq FROM matter m JOIN chg g ON g.record = m.id AND g.made = 1"
        f" JOIN cmt c ON c.n = g.cmt WHERE c.site IN ({','.join('?' * len(moved))})",
        moved,
    )
    return {matter for matter, replica, seq in rows if seq <= confirmed.get(replica, 0)}


def remember(connection: Connection, scope: Scope, found: Widened, last: int | None) -> None:
    """Note which matters this package brings within the peer's scope. `last`: the log number after which
    nothing fitted into it any more; a matter cut short counts as not yet sent."""
    if scope.everything:
        return
    carried = _carried(connection, found.peer).keys()
    # Out of scope and in again: what happened in between was withheld, so it comes anew.
    told = dict(rows_of(connection, "SELECT record, told FROM scope WHERE peer = ?", (found.peer,)))
    gone = [
        (found.peer, matter, LEFT, found.number)
        for matter in found.left
        if matter in carried or matter not in told
    ]
    insert_many(connection, "scope", 4, gone, replace=True)
    told |= {matter: number for _, matter, _, number in gone}
    whole = [
        matter
        for matter, commits in found.commits.items()
        if matter not in carried and (last is None or max(commits, default=0) <= last)
    ]
    rows = [(found.peer, matter, found.number, told.get(matter, 0)) for matter in sorted(whole)]
    insert_many(connection, "scope", 4, rows, replace=True)


def _carried(connection: Connection, peer: str) -> dict[bytes, int]:
    """The matters within a peer's scope so far, each with the number of the first package that carried it."""
    sql = f"SELECT record, number FROM scope WHERE peer = ? AND number <> {LEFT}"
    return dict(rows_of(connection, sql, (peer,)))


def carried_upto(connection: Connection, peer: str) -> frozenset[bytes]:
    """The matters that a peer has confirmed to be within its scope."""
    first, _ = base_of(connection, peer)
    return frozenset(matter for matter, number in _carried(connection, peer).items() if number <= first)


def taken_from(connection: Connection, peer: str) -> list[bytes]:
    """The hash of the last package that this desk took whole from each installation of a peer which spoke
    lately, the latest first; b"" in its place where there is none from that one."""
    found: dict[str, bytes] = {}
    for one in installations.lately(connection, peer):
        row = connection.exec_driver_sql(
            "SELECT hash FROM stream WHERE direction = 'in' AND peer = ? AND incarnation = ? AND whole = 1"
            " ORDER BY number DESC, id DESC LIMIT 1",
            (peer, one),
        ).first()
        found[one] = bytes(row[0]) if row is not None else b""
    return list(found.values())


def is_whole(connection: Connection, peer: str, base: bytes) -> bool:
    """Whether a package that builds on `base` brings all it is meant to: its base was taken whole here."""
    if not base:
        return True
    row = connection.exec_driver_sql(
        "SELECT 1 FROM stream WHERE direction = 'in' AND peer = ? AND hash = ? AND whole = 1", (peer, base)
    ).first()
    return row is not None


def keep_word(connection: Connection, manifest: Manifest) -> None:
    """Keep which package of ours an installation says it took last; one unknown here is of after a backup
    that was restored, and tells nothing less."""
    peer, one = manifest.sender.site, manifest.sender.replica
    took = next((h for h in (manifest.took, *manifest.word.others) if _is_ours(connection, peer, h)), None)
    if took is not None or not manifest.took:
        installations.keep(connection, peer, one, Said.TOOK, {"": took or ""})


def _is_ours(connection: Connection, peer: str, hash_: str) -> bool:
    """Whether this desk wrote the package with that hash (hex) for a peer."""
    sql = "SELECT 1 FROM stream WHERE direction = 'out' AND peer = ? AND hash = ?"
    return bool(rows_of(connection, sql, (peer, bytes.fromhex(hash_))))
