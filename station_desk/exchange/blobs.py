"""Attached files on their way: which a peer is sent, which are asked for, and what is taken in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from station_desk.casework.attachments import PROGRAMS, clean_name, media_of
from station_desk.casework.context import Desk
from station_desk.exchange import installations, package
from station_desk.exchange.installations import Said
from station_desk.exchange.package import Opened
from station_desk.exchange.scope import Scope
from station_desk.exchange.word import MAX_ASKED
from station_desk.i18n import translate
from station_desk.store.engine import Connection
from station_desk.store.files import Files, path_beside
from station_desk.store.sqlio import rows_for, rows_of

BUDGET = 128 << 20
"""Bytes of attached files in one package at most; the others are asked for and come with the next."""
FILES = 4_000
"""Attached files in one package at most: a reader takes 10,000 members, and a manifest of 4 MiB."""

_VAGUE = frozenset({"application/octet-stream", "application/zip", "application/x-ole-storage"})
_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Blob:
    """An attached file to be sent: its SHA-256 in hex, and its bytes."""

    name: str
    data: bytes


def lacking(connection: Connection, desk: Desk) -> list[str]:
    """The attached files that changes here name and whose bytes have not arrived, the newest first."""
    rows = rows_of(
        connection, "SELECT DISTINCT sha256 FROM attachment WHERE void IS NULL AND sha256 IS NOT NULL"
    )
    names = [row[0] for row in rows]
    if not names:
        return []
    with Files(path_beside(desk.path)) as files:
        here = files.here(names)
    return sorted(name for name in names if name not in here)[:MAX_ASKED]


def owed(connection: Connection, desk: Desk, peer: str) -> int:
    """How many of the attached files that a peer lacks are here: its next package brings them."""
    names = installations.names(connection, peer, Said.FILES)
    if not names:
        return 0
    with Files(path_beside(desk.path)) as files:
        return len(files.here(names))


def to_send(
    connection: Connection, desk: Desk, peer: str, scope: Scope, carried: Iterable[int], room: int
) -> list[Blob]:
    """The files that the log entries `carried` name, and those the peer asked for; within its scope alone."""
    wanted: set[str] = set()
    found = rows_for(
        connection,
        "SELECT DISTINCT a.sha256, a.matter FROM attachment a JOIN chg g ON g.record = a.id"
        " JOIN cmt c ON c.n = g.cmt WHERE a.void IS NULL AND g.made = 1 AND g.cmt IN {keys}",
        carried,
    )
    rows = [(name, matter) for name, matter in found]
    for name in installations.names(connection, peer, Said.FILES):
        sql = "SELECT sha256, matter FROM attachment WHERE sha256 = ? AND void IS NULL"
        rows.extend(rows_of(connection, sql, (name,)))
    for name, matter in rows:
        if name and (scope.everything or matter in scope.matters):
            wanted.add(name)
    out: list[Blob] = []
    left = min(BUDGET, room)
    if not wanted:
        return out
    with Files(path_beside(desk.path)) as files:
        # As large as they are, not as somebody says they are.
        for name, size in sorted(files.sizes(wanted).items()):
            if size <= left and len(out) < FILES:
                out.append(Blob(name, files.bytes_of(name)))
                left -= size
    return out


def take_in(
    connection: Connection, desk: Desk, opened: Opened, *, keep: bool = True
) -> tuple[int, list[str]]:
    """Put the package's attached files into the desk's store: those that a change here names, of the size and
    kind it says. Returns how many are new here, and in words what was not accepted. `keep=False`: only say
    what would come of it."""
    noted = package.blobs(opened.manifest)
    words: list[str] = []
    if not noted:
        return 0, words
    taken = 0
    with Files(path_beside(desk.path)) as files:
        here = files.here(name for name, _ in noted)
        for name, note in noted:
            sql = "SELECT name, size, media FROM attachment WHERE sha256 = ? AND void IS NULL"
            named = rows_of(connection, sql, (name,))
            if name in here or not named:
                continue  # known, or none of ours to keep
            data = package.member(opened, note)
            found = media_of(data[:_HEAD])
            # One is enough: whoever knows a file's hash could else keep it out by a false word of it.
            if not any(len(data) == size and _fits(media or "", found) for _, size, media in named):
                title = named[0][0]
                words.append(
                    translate(
                        "blobs",
                        "The attached file “{name}” is not what it is said to be, and was left out. Ask who "
                        "attached it.",
                        name=clean_name(title or name[:8]),
                    )
                )
                continue
            if keep:
                files.put_bytes(name, data)
            taken += 1
    return taken, words


def _fits(told: str, found: str) -> bool:
    """Whether a file's content is of the kind that its change says; a program never is."""
    if found == "text/plain":
        # Tables and letters are text (.csv, .eml). What a system would run may be, too: it is no document.
        return told.startswith(("text/", "message/"))
    return found not in PROGRAMS and (found == told or found in _VAGUE)
