"""Forks: one replica as which two installations wrote. Both branches are kept, found here and told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from station_desk.domain.limits import MAX_COUNT
from station_desk.exchange.package import PackedCommit
from station_desk.i18n import translate
from station_desk.store import codec
from station_desk.store.engine import Connection
from station_desk.store.sqlio import rows_of

SHOWN = timedelta(days=30)
"""How long a fork is told after both installations have gone on under names of their own."""


@dataclass(frozen=True, slots=True)
class Fork:
    """A replica of `site` that two installations wrote as from number `seq` on; found `at`, by a package of
    the site `peer`. `followers`: how many installations say they follow it."""

    site: str
    replica: str
    seq: int
    at: datetime
    peer: str
    followers: int


def note(connection: Connection, fresh: Sequence[PackedCommit], peer: str) -> None:
    """Find among commits about to be taken in those whose number their replica has given already.

    Chains have no holes, so that a new commit at or below the last number known starts or goes along
    another branch.
    """
    tops: dict[str, int] = {}
    for commit in fresh:
        header = commit.header
        top = tops.get(header.replica)
        if top is None:
            top = top_of(connection, bytes.fromhex(header.replica))
        if header.seq <= top:
            connection.exec_driver_sql(
                "INSERT INTO fork VALUES (?, ?, ?, ?) ON CONFLICT (replica)"
                " DO UPDATE SET seq = min(seq, excluded.seq)",
                (
                    bytes.fromhex(header.replica), header.seq, datetime.now().isoformat(timespec="seconds"),
                    peer,
                ),
            )  # fmt: skip
        tops[header.replica] = max(top, header.seq)


def top_of(connection: Connection, replica: bytes) -> int:
    """The highest number of a replica known here; 0 where none is."""
    return rows_of(connection, "SELECT max(seq) FROM cmt WHERE replica = ?", (replica,))[0][0] or 0


def forked(connection: Connection) -> frozenset[bytes]:
    """The replicas whose chains branch."""
    return frozenset(row[0] for row in rows_of(connection, "SELECT replica FROM fork"))


def tips(connection: Connection, replica: bytes, upto: int = MAX_COUNT) -> list[tuple[int, bytes]]:
    """The ends of a replica's branches (seq, hash), the longest first; of its entries `upto` that number."""
    sql = "SELECT seq, hash, header FROM cmt WHERE replica = ? AND seq <= ?"
    rows = rows_of(connection, sql, (replica, upto))
    followed = {codec.read_header(raw).prev for _, _, raw in rows}
    ends = [(seq, hash_) for seq, hash_, _ in rows if hash_.hex() not in followed]
    return sorted(ends, key=lambda end: (-end[0], end[1]))


def along(connection: Connection, replica: bytes, ends: Iterable[bytes]) -> frozenset[int]:
    """The log numbers of these commits and of all before them: what holds them holds those too."""
    rows = rows_of(connection, "SELECT n, hash, header FROM cmt WHERE replica = ?", (replica,))
    known = {hash_: (n, raw) for n, hash_, raw in rows}
    found: set[int] = set()
    for end in ends:
        at: bytes = end
        while at in known and known[at][0] not in found:
            n, raw = known[at]
            found.add(n)
            at = bytes.fromhex(codec.read_header(raw).prev)
    return frozenset(found)


def listed(connection: Connection) -> list[Fork]:
    """Every fork known here, the latest found first."""
    rows = rows_of(
        connection,
        "SELECT (SELECT site FROM cmt c WHERE c.replica = f.replica LIMIT 1), f.replica, f.seq, f.at, f.peer,"
        " (SELECT count(DISTINCT d.replica) FROM desk d WHERE d.after = lower(hex(f.replica)))"
        " FROM fork f ORDER BY f.at DESC, f.replica",
    )
    return [
        Fork(site or "", replica.hex(), seq, datetime.fromisoformat(at), peer, followers)
        for site, replica, seq, at, peer, followers in rows
    ]


def warnings(connection: Connection, peer: str, others: Iterable[str], today: date) -> tuple[str, ...]:
    """What the board says of forks beside the site `peer`: of its own, and of those that its packages told of
    and that are none of `others`, which have a line of their own."""
    elsewhere = set(others)
    return tuple(
        sentence(fork)
        for fork in listed(connection)
        if (fork.site == peer or (fork.peer == peer and fork.site not in elsewhere))
        and (fork.followers < 2 or today - fork.at.date() <= SHOWN)
    )


def sentence(fork: Fork) -> str:
    """A fork in words."""
    if fork.followers < 2:
        return translate(
            "forks",
            "Two computers have written as {site} from its entry {seq} on: the desk was copied, or put back "
            "from a backup. The work of both is here. Send {site} a package, so that they hear of it.",
            site=fork.site,
            seq=fork.seq,
        )
    return translate(
        "forks",
        "Two computers have written as {site} from its entry {seq} on. The work of both is here, and each "
        "goes on under a name of its own. Telephone them: one desk is enough.",
        site=fork.site,
        seq=fork.seq,
    )
