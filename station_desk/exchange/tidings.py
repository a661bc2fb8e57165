"""The word that rides in every package, or alone as a receipt: composed for a peer, and heard from one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from station_desk import paths
from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.exchange import askers, blobs, installations, receipts, sums, takenback, tree, withdrawal
from station_desk.exchange.installations import Said
from station_desk.exchange.manifest import Manifest
from station_desk.exchange.package import Opened
from station_desk.exchange.scope import scope_for
from station_desk.exchange.widening import Widened, is_whole, keep_word
from station_desk.exchange.withdrawal import Erased
from station_desk.exchange.word import MAX_ASKED, Word
from station_desk.store.engine import Connection
from station_desk.store.sqlio import rows_for, rows_of

SMALL, SHARE, SELDOM = 2_000, 20, 16
"""Sums are compared with every package of a site that holds up to `SMALL` entries; of a larger one, when
one in `SHARE` of these came since, or with each `SELDOM`th package."""

LOOK_BACK = 1_000
"""Numbers back in which a missing package is still worth a word."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a word came to: what was taken back, attached files that arrived, and sentences for the person."""

    erased: Erased = field(default_factory=Erased)
    files: int = 0
    said: tuple[str, ...] = ()


def gaps(connection: Connection, peer: str) -> tuple[int, ...]:
    """The numbers of packages of a peer's last installation that never came, before the last that did."""
    rows = rows_of(
        connection,
        "SELECT number, incarnation FROM stream WHERE direction = 'in' AND peer = ? ORDER BY id",
        (peer,),
    )
    numbers = {number for number, incarnation in rows if incarnation == rows[-1][1]}
    top = max(numbers, default=0)
    # A desk that goes on as a new installation counts on from where the last one stood.
    earlier = any(incarnation != rows[-1][1] for _, incarnation in rows)
    first = min(numbers, default=1) if earlier else 1
    return tuple(n for n in range(max(first, top - LOOK_BACK), top) if n not in numbers)


def told_alone(connection: Connection, to: str) -> tuple[int, int, str]:
    """The last receipt alone that was written for a site: after which package, which one, and when (ISO; ""
    where an older program wrote it)."""
    said = rows_of(connection, "SELECT value FROM word WHERE peer = ? AND kind = 'alone'", (to,))
    if not said:
        return 0, 0, ""
    number, alone, *at = said[0][0].split(":", 2)
    return int(number), int(alone), at[0] if at else ""


def waiting(connection: Connection, desk: Desk, peer: str) -> int:
    """How many entries a peer has not confirmed: the next package for it holds them."""
    scope = scope_for(connection, desk.identity, peer)
    return len(receipts.confirmed(connection, peer).unseen(connection, scope.sites))


def composed(
    connection: Connection,
    desk: Desk,
    to: str,
    again: Widened,
    differing: list[tuple[str, str]],
    others: Sequence[bytes],
    *,
    whole: bool,
) -> Word:
    """What the next package says to a site; `differing`: of which types and months to ask it again;
    `others`: which packages of its other installations were taken. `whole`: the package holds all that the
    site has not seen, so that sums can be compared once it is taken in."""
    up = to == desk.identity.parent
    return Word(
        others=_named(others),
        missing=list(gaps(connection, to)[-MAX_ASKED:]),
        left=[matter.hex() for matter in again.left],
        entered=[matter.hex() for matter in again.entered],
        sums=sums.held(connection) if up and whole else {},
        differs=differing,
        lacks=blobs.lacking(connection, desk),
    )


def _named(taken: Sequence[bytes]) -> list[str]:
    return [hash_.hex() for hash_ in taken if hash_]


def receipt(connection: Connection, desk: Desk, to: str, others: Sequence[bytes], alone: int) -> Word:
    """What the `alone`-th receipt after the last package says to a site."""
    return Word(
        alone=alone,
        others=_named(others),
        missing=list(gaps(connection, to)[-MAX_ASKED:]),
        lacks=blobs.lacking(connection, desk),
        differs=sums.asking(connection, to),
    )


def is_news(connection: Connection, manifest: Manifest, hash_: bytes) -> bool:
    """Whether this is the last word of the sender's installation, and not a late file."""
    peer, incarnation = manifest.sender.site, manifest.sender.replica
    rows = rows_of(
        connection,
        "SELECT incarnation, number, hash FROM stream WHERE direction = 'in' AND peer = ? ORDER BY id",
        (peer,),
    )
    earlier = [row for row in rows if row[2] != hash_]
    if not manifest.word.alone and any((row[0], row[1]) == (incarnation, manifest.n) for row in earlier):
        return True  # a number met again with other bytes: the sender was put back from a backup
    found = installations.last_word(connection, peer, incarnation, Said.HEARD)
    last = tuple(map(int, found[""].split(":"))) if found else (0, 0)
    tops = [row[1] for row in earlier if row[0] == incarnation]
    return (manifest.n, manifest.word.alone) >= max(last, (max(tops, default=0), 0))


def note(connection: Connection, opened: Opened, changes: int) -> None:
    """Keep what came, and what the sender says it holds of us and of others. A receipt that comes alone
    has no number of its own."""
    manifest = opened.manifest
    peer = manifest.sender.site
    if manifest.word.alone:
        installations.note_alone(connection, peer, manifest.sender.replica, manifest.n, opened.hash)
        _keep_receipt(connection, opened)
        return
    earlier = connection.exec_driver_sql(
        "SELECT id, number, hash, incarnation FROM stream WHERE direction = 'in' AND peer = ? ORDER BY id",
        (peer,),
    ).all()
    if any(row[2] == opened.hash for row in earlier):
        return
    connection.exec_driver_sql(
        "INSERT INTO stream (direction, peer, number, hash, previous, at, changes, bytes, name,"
        " incarnation, whole) VALUES ('in', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            peer, manifest.n, opened.hash, bytes.fromhex(manifest.previous),
            datetime.now().isoformat(timespec="seconds"), changes, opened.size, paths.name_of(opened.path),
            manifest.sender.replica, int(is_whole(connection, peer, bytes.fromhex(manifest.base))),
        ),
    )  # fmt: skip
    numbers = {row[1] for row in earlier if row[3] == manifest.sender.replica}
    # Each installation's last word counts whole; a number met again with other bytes is that of one restored
    # by an older program, which did not change its name.
    if manifest.n in numbers or is_news(connection, manifest, opened.hash):
        _keep_receipt(connection, opened)


def heard(
    connection: Connection,
    desk: Desk,
    opened: Opened,
    touched: Iterable[RecordId],
    commits: int,
    *,
    tried: bool = False,
) -> Heard:
    """After a package was applied, which brought so many new `commits`, and noted: do and keep what its word
    says. `tried`: all of it is taken back in the end, and nothing is put beside the desk."""
    manifest = opened.manifest
    news = opened.signed and is_news(connection, manifest, opened.hash)
    peer = manifest.sender.site
    me = desk.identity.site
    sites = tree.load(connection, me)
    below = sites.below(me) - {me}
    askers.note(connection, sites, manifest)
    matters = list(touched)
    if peer in below:
        _remember_theirs(connection, peer, matters)
    erased = withdrawal.hear(connection, desk, manifest, matters, news=news)
    if peer in below and erased.matters:
        _tell_again(connection, peer, takenback.standing(connection, me).intersection(matters))
    count, words = blobs.take_in(connection, desk, opened, keep=not tried)
    if news:
        word, one = manifest.word, manifest.sender.replica
        keep = installations.keep
        keep(connection, peer, one, Said.HEARD, {"": f"{manifest.n}:{word.alone}"})
        keep(connection, peer, one, Said.FILES, dict.fromkeys(word.lacks, ""))
        keep(connection, peer, one, Said.MISSING, dict.fromkeys(map(str, word.missing), ""))
        if peer == desk.identity.parent:
            asked = {sums.named(kind, month): "" for kind, month in word.differs}
            keep(connection, peer, one, Said.ASKED, asked)
        elif peer in below and manifest.word.sums:
            _compare(connection, desk, manifest, commits)
    sentence = withdrawal.foretold if tried else withdrawal.sentence
    told = sentence(manifest.sender.name, erased, again=peer in below)
    said = tuple(text for text in (told, *words) if text)
    return Heard(erased, count, said)


def _keep_receipt(connection: Connection, opened: Opened) -> None:
    manifest = opened.manifest
    if not manifest.word.alone or is_news(connection, manifest, opened.hash):
        _note_less(connection, manifest)
        receipts.keep(connection, manifest)
        keep_word(connection, manifest)


def _note_less(connection: Connection, manifest: Manifest) -> None:
    """Before its receipt is kept: note where a peer holds less than it said before, as after a backup was put
    back; forgotten once it holds all of it again."""
    peer = manifest.sender.site
    told = receipts.told(manifest)
    lost = 0
    sql = "SELECT replica, max(seq) FROM receipt WHERE peer = ? GROUP BY replica"
    before = rows_of(connection, sql, (peer,))
    for replica, seq in before:
        now = max((end for end, _ in told.get(replica.hex(), [])), default=0)
        lost += max(0, seq - now)
    said = {"": str(lost)} if lost else {}
    installations.keep(connection, peer, manifest.sender.replica, Said.LESS, said)


def _remember_theirs(connection: Connection, peer: str, touched: list[RecordId]) -> None:
    """What came from below is there: should it leave the site's scope, the site is told so."""
    made = rows_for(
        connection,
        "SELECT DISTINCT g.record, s.peer FROM chg g JOIN cmt c ON c.n = g.cmt JOIN stream s"
        " ON s.id = c.package JOIN matter m ON m.id = g.record WHERE g.made = 1 AND g.record IN {keys}",
        touched,
    )
    rows = [(peer, matter, 1) for matter, by in made if by == peer]
    if rows:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO scope (peer, record, number) VALUES (?, ?, ?)", rows
        )


def _tell_again(connection: Connection, peer: str, gone: Iterable[bytes]) -> None:
    """A site below still holds what was taken back from this desk, perhaps by way of another of its
    computers: it is told with the next package, or it would send it for ever."""
    rows = [(peer, matter) for matter in sorted(gone)]
    sql = "INSERT OR REPLACE INTO scope (peer, record, number) VALUES (?, ?, 1)"
    if rows:
        connection.exec_driver_sql(sql, rows)


def _compare(connection: Connection, desk: Desk, manifest: Manifest, commits: int) -> None:
    """Compare the sums of a site below with what it must come to, where it is time to.

    All that the site holds is summed: of a large desk that is done after a twentieth of it came anew or after
    so many packages, so that it never costs more than taking them in.
    """
    peer, one = manifest.sender.site, manifest.sender.replica
    holding = receipts.holding(connection, manifest)
    said = installations.last_word(connection, peer, one, Said.COMPARED).get("", f"{SELDOM}:0")
    packages, came = (int(part) for part in said.split(":"))
    packages, came, all_held = packages + 1, came + commits, sum(holding.upto.values())
    differed = bool(installations.last_word(connection, peer, one, Said.DIFFERS))
    if all_held > SMALL and packages < SELDOM and came * SHARE < all_held and not differed:
        installations.keep(connection, peer, one, Said.COMPARED, {"": f"{packages}:{came}"})
        return
    installations.keep(connection, peer, one, Said.COMPARED, {"": "0:0"})
    scope = scope_for(connection, desk.identity, peer)
    ours = sums.expected(connection, peer, scope, holding)
    sums.compare(connection, peer, manifest.sender.replica, manifest.word.sums, ours)


def finish(desk: Desk, found: Heard) -> None:
    """Once it is on disk: erase what the files beside the desk still hold of what was taken back."""
    withdrawal.finish(desk, found.erased)
