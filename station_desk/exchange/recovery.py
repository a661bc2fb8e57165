"""What others tell a desk about itself: that it was put back or copied; and its own entries come back."""

from __future__ import annotations

from collections.abc import Sequence

from station_desk.exchange import forks, receipts
from station_desk.exchange.package import Manifest, PackedCommit
from station_desk.exchange.proof import standing_of
from station_desk.store import incarnation
from station_desk.store.engine import Connection
from station_desk.store.incarnation import Why
from station_desk.store.meta import note_of


def hear(connection: Connection, manifest: Manifest, fresh: Sequence[PackedCommit]) -> None:
    """Before a package is applied: have the desk go on as a new replica where the package knows entries of
    the present one that are not here, whether it brings them or its receipt names them.

    Beyond our last number, the desk was restored from a backup; at or below it, somebody else wrote as us.
    """
    mine = note_of(connection, "replica") or ""
    top = forks.top_of(connection, bytes.fromhex(mine))
    numbers = [commit.header.seq for commit in fresh if commit.header.replica == mine]
    numbers += [
        seq
        for seq, hash_ in receipts.told(manifest).get(mine, [])
        if standing_of(connection, bytes.fromhex(hash_)) != (mine, seq)
    ]
    if numbers:
        incarnation.want(connection, Why.FORKED if min(numbers) <= top else Why.RESTORED)
