"""What goes to whom: scope, numbering, and everything since the recipient's last receipt."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from station_desk.casework.context import Desk
from station_desk.domain import limits
from station_desk.errors import UserError
from station_desk.exchange import (
    askers,
    blobs,
    forks,
    installations,
    package,
    packing,
    receipts,
    sums,
    tidings,
    tree,
)
from station_desk.exchange.agekeys import public_in
from station_desk.exchange.installations import Said
from station_desk.exchange.manifest import MAX_UNPACKED, Sender
from station_desk.exchange.scope import refuse_unknown, scope_for
from station_desk.exchange.widening import base_of, remember, taken_from, widened
from station_desk.i18n import translate
from station_desk.progress import Progress, silent
from station_desk.store.bulk import bulk
from station_desk.store.engine import Connection
from station_desk.store.meta import set_meta
from station_desk.store.sqlio import rows_of

_WITHHELD = (
    "SELECT s.peer, count(*) FROM chg g JOIN cmt c ON c.n = g.cmt JOIN stream s ON s.id = c.package"
    " WHERE g.record IS NULL GROUP BY s.peer"
)
_WHOLE = "SELECT whole FROM stream WHERE direction = 'in' AND peer = ? ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Exported:
    """A package written: where, its number in the stream, and what it carries.

    `left` counts commits that did not fit: they go into the next one once this one is confirmed.
    """

    path: Path
    number: int
    commits: int
    changes: int
    bytes: int
    left: int = 0


@dataclass(frozen=True, slots=True)
class Peer:
    """A site this desk exchanges with, and how the exchange stands.

    `waiting` counts own and passed-on commits it has not confirmed; `gaps` are numbers never received
    (of the last thousand), whose content the next one that came brought along. `warnings` say in words that
    a desk was copied. `whole`: the last one that came goes on from one that is here. `unconfirmed` packages
    went out since the last that it confirmed, the first of them at `unconfirmed_since`; of these it `lacks`
    the numbers that never came, and attached `files`. It holds `less` entries than it said before, and
    something else of the types and months of `differs`. `withheld` changes came from it as digests alone.
    `asks`: it is not known here but by a file that waits, and only a receipt can go there. `lately`: when
    anything last came or went, a receipt alone too. Of the attached files that it lacks so many are `owed`:
    they are here.
    """

    site: str
    name: str
    role: str
    sent: int
    received: int
    last_in: datetime | None
    last_out: datetime | None
    waiting: int
    gaps: tuple[int, ...]
    warnings: tuple[str, ...] = ()
    whole: bool = True
    unconfirmed: int = 0
    unconfirmed_since: datetime | None = None
    lacks: tuple[int, ...] = ()
    less: int = 0
    differs: tuple[sums.Difference, ...] = ()
    files: int = 0
    withheld: int = 0
    asks: bool = False
    lately: datetime | None = None
    owed: int = 0


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What a package is put into: written in `spool` first, then by `wrap(package, file)`, which returns the
    bytes of the file, under its name with `ending`."""

    spool: Path
    ending: str
    wrap: Callable[[Path, Path], int]


def export(
    desk: Desk, to: str, folder: Path, progress: Progress = silent, *, wrapping: Wrapping | None = None
) -> Exported:
    """Write the next package for site `to` into `folder`: all it has not confirmed, within its scope.

    Visitors never leave a station. What came into the site's scope since is sent whole.
    UserError where the site is unknown or the folder cannot be written; then nothing counts as sent.
    """
    refuse_folder(desk, to, folder)
    desk.settle()
    me = desk.identity
    with bulk(), desk.transaction() as connection:
        refuse_unknown(connection, me, to)
        last = connection.exec_driver_sql(
            "SELECT number, hash FROM stream WHERE direction = 'out' AND peer = ?"
            " ORDER BY number DESC LIMIT 1",
            (to,),
        ).first()
        number, previous = (last[0] + 1, last[1]) if last is not None else (1, bytes(32))
        # A desk put back from a backup, or stopped as it wrote, finds files there that it does not remember.
        ending = wrapping.ending if wrapping is not None else ""
        while (folder / (name := package.file_name(me.site, to, str(number)) + ending)).exists():
            number, previous = number + 1, bytes(32)
        target = folder / name
        plain = wrapping.spool / name[: -len(ending)] if wrapping is not None else target
        counted = packing.Counted()
        confirmed = receipts.confirmed(connection, to)
        scope = scope_for(connection, me, to)
        again = widened(connection, to, number, scope, confirmed.upto)
        took, *others = taken_from(connection, to) or [b""]
        held, branches = receipts.held(connection)
        differing = sums.to_ask(connection, to)
        resent = sums.commits_about(connection, [*differing, *sums.asked_by(connection, to)], confirmed.upto)
        wanted = sorted({*again.all(), *resent, *confirmed.unseen(connection, scope.sites)})
        lines = list(packing.lines(connection, to, scope, wanted, counted, progress))
        remember(connection, scope, again, counted.last)
        files = blobs.to_send(connection, desk, to, scope, counted.carried, MAX_UNPACKED - counted.bytes)
        hash_, size = package.write(
            plain, lines, sender=sender_of(desk, connection), sign=desk.sign,
            recipient=to, n=number, previous=previous, made=int(time.time()),
            counts=(counted.commits, counted.changes, counted.withheld), receipt=held,
            took=took, base=again.base, branches=branches,
            word=tidings.composed(
                connection, desk, to, again, differing, others, whole=not counted.left
            ),
            files=[(blob.name, blob.data) for blob in files],
        )  # fmt: skip
        written = size if wrapping is None else wrapping.wrap(plain, target)
        connection.exec_driver_sql(
            "INSERT INTO stream (direction, peer, number, hash, previous, at, changes, bytes, name,"
            " incarnation) VALUES ('out', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (to, number, hash_, previous, _now(), counted.changes, size, name, me.replica.hex()),
        )
        top = connection.exec_driver_sql("SELECT max(seq) FROM cmt WHERE replica = ?", (me.replica,)).scalar()
        set_meta(connection, "exported", str(top or 0))
    return Exported(target, number, counted.commits, counted.changes, written, counted.left)


def refuse_folder(desk: Desk, to: str, folder: Path) -> None:
    """UserError where nothing can be written there for a site."""
    if to == desk.identity.site:
        raise UserError(translate("stream", "A desk does not export to itself. Choose the other site."))
    for code in (desk.identity.site, to):
        if not limits.is_name(code):  # as older programs took it
            raise UserError(
                translate(
                    "stream",
                    "The code “{code}” cannot stand in a file: it is not one line of letters and digits. "
                    "Make a desk with another code, or correct that of the office above in Settings.",
                    code=limits.tidied(code),
                )
            )
    if not folder.is_dir():
        raise UserError(
            translate("stream", "The folder {folder} does not exist. Create it first.", folder=folder)
        )


def sender_of(desk: Desk, connection: Connection) -> Sender:
    """How this installation names itself in what it sends."""
    me = desk.identity
    key = desk.public_key().hex()
    # A name with a tab in it, which older programs let through, would make every file of theirs unreadable.
    name = limits.tidied(me.name) or me.site
    return Sender(me.site, name, me.role.value, me.parent, me.replica.hex(), key, public_in(connection))


def _now() -> str:
    return datetime.now().isoformat(timespec="seconds")


def peers(desk: Desk) -> list[Peer]:
    """The sites this desk exchanges with: its parent, its children, and whoever wrote to it."""
    me = desk.identity
    with desk.reading() as connection:
        known = {
            one.code: (one.name or one.code, one.role)
            for one in tree.told(connection, me.site)
            if one.code != me.site and (one.code == me.parent or one.parent == me.site)
        }
        if me.parent and me.parent not in known:
            known[me.parent] = (me.parent, "")
        withheld = dict(rows_of(connection, _WITHHELD))
        asking = {site: name for site, name in askers.waiting(connection).items() if site not in known}
        known |= {site: (name or site, "") for site, name in asking.items()}
        return [
            _peer(connection, desk, site, name, role, known, withheld.get(site, 0), asks=site in asking)
            for site, (name, role) in sorted(known.items())
        ]


def _peer(
    connection: Connection,
    desk: Desk,
    site: str,
    name: str,
    role: str,
    others: Iterable[str],
    withheld: int,
    *,
    asks: bool,
) -> Peer:
    rows = connection.exec_driver_sql(
        "SELECT direction, number, at, incarnation FROM stream WHERE peer = ? ORDER BY id", (site,)
    ).all()
    sent = [(row[1], row[2]) for row in rows if row[0] == "out"]
    latest = next((row[3] for row in reversed(rows) if row[0] == "in"), "")
    taken = [(row[1], row[2]) for row in rows if row[0] == "in" and row[3] == latest]
    top = max((number for number, _ in taken), default=0)
    moments = [*(row[2] for row in rows), tidings.told_alone(connection, site)[2]]
    confirmed = receipts.confirmed(connection, site)
    sites = frozenset[str]() if asks else scope_for(connection, desk.identity, site).sites
    first_open = base_of(connection, site)[0]
    out = [(number, at) for number, at in sent if number > first_open]
    less = [int(told[""]) for told in installations.said(connection, site, Said.LESS).values() if told]
    return Peer(
        site, name, role, max((n for n, _ in sent), default=0), top,
        datetime.fromisoformat(taken[-1][1]) if taken else None,
        datetime.fromisoformat(sent[-1][1]) if sent else None,
        len(confirmed.unseen(connection, sites)),
        tidings.gaps(connection, site),
        forks.warnings(connection, site, others, date.today()),
        whole=rows_of(connection, _WHOLE, (site,)) in ([], [(1,)]),
        unconfirmed=len(out), unconfirmed_since=datetime.fromisoformat(out[0][1]) if out else None,
        lacks=tuple(sorted(map(int, installations.names(connection, site, Said.MISSING)))),
        less=max(less, default=0),
        differs=tuple(sums.differences(connection, site)),
        files=len(installations.names(connection, site, Said.FILES)),
        withheld=withheld,
        asks=asks,
        lately=datetime.fromisoformat(max(moments)) if any(moments) else None,
        owed=blobs.owed(connection, desk, site),
    )  # fmt: skip
