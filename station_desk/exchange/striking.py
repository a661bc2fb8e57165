"""What a desk struck off wrote after its last entry that counts is taken out where it was taken in before."""

from __future__ import annotations

from dataclasses import dataclass

from station_desk.casework.context import Desk
from station_desk.exchange import erasing, forks
from station_desk.exchange.trust import Trust
from station_desk.i18n import translate
from station_desk.store.engine import Connection
from station_desk.store.sqlio import rows_of


@dataclass(frozen=True, slots=True)
class LeftOut:
    """So many entries were taken out again; the attached `files` that nothing names any more."""

    entries: int = 0
    files: tuple[str, ...] = ()

    def said(self) -> tuple[str, ...]:
        """What the person should read of it."""
        if not self.entries:
            return ()
        return (
            translate(
                "striking",
                "{count} entries of a desk that was struck off had been taken in before; they no longer "
                "count and were removed here.",
                count=self.entries,
            ),
        )


def leave_out(connection: Connection, desk: Desk, trust: Trust) -> LeftOut:
    """Take out again what was taken in beyond the bounds of those struck off, so that whoever heard of it
    before the entries and whoever heard of it after them show the same."""
    entries: set[int] = set()
    changes: list[int] = []
    records: set[bytes] = set()
    doubled = forks.forked(connection)
    for replica, bound in trust.bounds().items():
        key = bytes.fromhex(replica)
        found = rows_of(
            connection,
            "SELECT c.seq, c.hash, c.n, g.n, g.record FROM cmt c CROSS JOIN chg g ON g.cmt = c.n"
            " WHERE c.replica = ? AND c.seq > ? AND g.body IS NOT NULL",
            # Only where a chain branches may one with a lower number not count.
            (key, 0 if key in doubled else bound.until),
        )
        for seq, hash_, entry, change, record in found:
            if trust.counts(replica, seq, hash_.hex()):
                continue
            entries.add(entry)
            changes.append(change)
            records.add(record)
    if not changes:
        return LeftOut()
    files = erasing.files_of(connection, records)
    erasing.erase(connection, desk, changes, records)
    return LeftOut(len(entries), erasing.unnamed(connection, files))


def finish(desk: Desk, left: LeftOut) -> None:
    """Once it is on disk: remove what the files beside the desk, and the desk's own, still hold of it."""
    if left.entries:
        erasing.scrub(desk, left.files)
