"""What others tell a desk about itself: that it was put back or copied; and its own entries come back."""

from __future__ import annotations

from collections.abc import Sequence

from station_desk.exchange import forks, receipts
from station_desk.exchange.package import Manifest, PackedCommit
from station_desk.exchange.proof import standing_of
from station_desk.i18n import translate
from station_desk.store import incarnation
from station_desk.store.engine import Connection
from station_desk.store.incarnation import Why
from station_desk.store.meta import drop_meta, note_of, set_meta


def hear(connection: Connection, manifest: Manifest, fresh: Sequence[PackedCommit]) -> tuple[str, ...]:
    """Before a package is applied: have the desk go on as a new replica where the package knows entries of
    the present one that are not here, whether it brings them or its receipt names them. Returns what the
    person should read.

    Beyond our last number, the desk was restored from a backup; at or below it, somebody else wrote as us.
    What it brings is signed by our own key, and what the office above says is believed; of others the mere
    word is believed once, and again once they brought what they spoke of: else any desk below could have this
    one change its fingerprint with each file.
    """
    mine = note_of(connection, "replica") or ""
    own = {mine, *(one.hex() for one in incarnation.former_replicas(connection))}
    brought = [commit.header for commit in fresh if commit.header.replica in own]
    heeded = f"heeded:{manifest.sender.site}"
    if brought:
        drop_meta(connection, heeded)
    numbers = [header.seq for header in brought if header.replica == mine]
    if not numbers:
        numbers = [
            seq
            for seq, hash_ in receipts.told(manifest).get(mine, [])
            if standing_of(connection, bytes.fromhex(hash_)) != (mine, seq)
        ]
        if numbers and manifest.sender.site != note_of(connection, "parent"):
            if note_of(connection, heeded) not in (None, mine):
                return (_unshown(manifest.sender.name),)
            set_meta(connection, heeded, mine)
    if numbers:
        top = forks.top_of(connection, bytes.fromhex(mine))
        incarnation.want(connection, Why.FORKED if min(numbers) <= top else Why.RESTORED)
    return ()


def _unshown(name: str) -> str:
    return translate(
        "recovery",
        "{name} says again that it holds entries of this desk which are not here, and has not shown any. If "
        "this desk was put back from a backup, send {name} a package: what is missing then comes back. If it "
        "was not, telephone {name}.",
        name=name,
    )
