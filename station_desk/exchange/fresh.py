"""What of a package is new here: commits that this desk lacks, and changes it lacks of those it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from msgspec import structs

from station_desk.casework.context import Desk
from station_desk.exchange import package
from station_desk.exchange.container import damaged
from station_desk.exchange.filling import fills, gaps_of
from station_desk.exchange.manifest import BLOBS
from station_desk.exchange.package import Opened, PackedCommit, PackedLine
from station_desk.exchange.redaction import Gone
from station_desk.exchange.scope import AT_HOME
from station_desk.i18n import translate
from station_desk.progress import Progress
from station_desk.store import codec
from station_desk.store.engine import Connection
from station_desk.store.sqlio import rows_for, rows_of

Late = list[tuple[PackedCommit, Mapping[int, int]]]
"""Commits that were here with changes withheld, which now come; the places and log numbers of these."""

LINES = 400
"""Commits looked up at a time, if they are not very long."""

ROOM = 32 << 20
"""Bytes of changes held at once. Those of a longer package are read once more when they are applied: whoever
sends it has not been asked about yet, and what it unpacks to may be 200 times its size."""

_TRUST = frozenset({"desk", "site"})
"""Types of change that say whom to believe; they are held of every package."""


def was_taken(connection: Connection, desk: Desk, opened: Opened) -> bool:
    """Whether this very file was taken in before: its manifest vouches for every byte of it."""
    manifest = opened.manifest
    sql = "SELECT 1 FROM stream WHERE direction IN ('in', 'alone') AND peer = ? AND hash = ?"
    found = rows_of(connection, sql, (manifest.sender.site, opened.hash))
    return bool(found) and desk.identity.site in manifest.recipients


def of(
    connection: Connection, desk: Desk, opened: Opened, progress: Progress
) -> tuple[list[PackedCommit], Late]:
    """The package's commits that this desk lacks, in the package's order, and those of which it lacks changes
    that the package shows. Of a package longer than `ROOM` the changes are empty, but for those that say whom
    to believe, and the headers say who wrote what when, and no more: `whole` has all."""
    progress(0, opened.manifest.changes, translate("inbox", "Proving the file"))
    if was_taken(connection, desk, opened):
        return [], []
    out: list[PackedCommit] = []
    late: Late = []
    commits = changes = withheld = held = headers = 0
    manifest = opened.manifest
    long = _is_long(opened)
    gone = Gone(connection, manifest.sender.site)
    for part in _lots(package.lines(opened)):
        hashes = [line.hash for line in part]
        rows = rows_for(connection, "SELECT hash FROM cmt WHERE hash IN {keys}", hashes)
        known = {row[0] for row in rows}
        gaps = gaps_of(connection, [*known])
        for line in part:
            empty = line.bodies.count(None)
            commits += 1
            changes += len(line.bodies) - empty
            withheld += empty
            # What is here already was proved when it came, and its hash says that it is the same.
            if line.hash in known and not fills(line, gaps):
                continue
            commit = gone.left_of(_fit_to_keep(package.commit_of(line), desk))
            if long:
                commit = _without_changes(commit)
            headers += len(commit.raw)
            held += size(commit) - len(commit.raw)
            if line.hash not in known:
                out.append(commit)
            elif any(commit.bodies[place] is not None for place in gaps[line.hash]):
                late.append((commit, gaps[line.hash]))
        if commits > manifest.commits or held > ROOM or headers > package.MAX_HEADERS:
            raise damaged()  # before more of it is held
    gone.note()
    if (commits, changes, withheld) != (manifest.commits, manifest.changes, manifest.withheld):
        raise damaged()
    return out, late


def whole(opened: Opened, found: Sequence[PackedCommit]) -> Iterator[PackedCommit]:
    """Commits of `of`, in the package's order, with all their changes."""
    if not _is_long(opened):
        yield from found
        return
    wanted = {commit.hash: commit for commit in found}
    for line in package.lines(opened) if wanted else ():
        commit = wanted.pop(line.hash, None)
        if commit is not None:
            # What was left out of it stays left out.
            pairs = zip(line.bodies, commit.bodies, strict=True)
            bodies = tuple(body if kept is not None else None for body, kept in pairs)
            yield replace(package.commit_of(line), bodies=bodies)


def telling(opened: Opened) -> list[PackedCommit]:
    """Its commits that say whom to believe, with these changes alone, after every line was strictly read."""
    out: list[PackedCommit] = []
    held = 0
    for line in package.lines(opened):
        commit = _without_changes(package.commit_of(line))
        if any(commit.bodies):
            out.append(commit)
            held += size(commit)
            if held > ROOM:
                raise damaged()  # no package tells of so many desks
    return out


def _is_long(opened: Opened) -> bool:
    members = opened.manifest.members
    return sum(noted.unpacked for noted in members if not noted.name.startswith(BLOBS)) > ROOM


def size(commit: PackedCommit | PackedLine) -> int:
    """The bytes of its header and changes that are held."""
    return len(commit.raw) + sum(len(body) for body in commit.bodies if body)


def _lots(lines: Iterator[PackedLine]) -> Iterator[list[PackedLine]]:
    part: list[PackedLine] = []
    held = 0
    for line in lines:
        part.append(line)
        held += size(line)
        if len(part) == LINES or held > ROOM:
            yield part
            part, held = [], 0
    if part:
        yield part


def _without_changes(commit: PackedCommit) -> PackedCommit:
    """The commit with empty changes, but for those that say whom to believe; its header says where and when
    it stands, and no more."""
    bodies = tuple([body if body is None or _tells(body) else b"" for body in commit.bodies])
    header = structs.replace(commit.header, role="", actor="", verb="", reason="", changes=[])
    return replace(commit, header=header, bodies=bodies)


def _tells(body: bytes) -> bool:
    if b'"desk"' not in body and b'"site"' not in body:
        return False
    try:
        return codec.read_type(body) in _TRUST
    except codec.DECODE_ERRORS:
        return False  # nonsense is refused with its reason when its values are read


def _fit_to_keep(commit: PackedCommit, desk: Desk) -> PackedCommit:
    """The commit without what never leaves the site where it was written, should another program have sent
    it: its digest is kept, as of everything withheld."""
    if commit.header.site == desk.identity.site:
        return commit
    home = [body is not None and _stays_at_home(body) for body in commit.bodies]
    if not any(home):
        return commit
    bodies = (None if stays else body for body, stays in zip(commit.bodies, home, strict=True))
    return replace(commit, bodies=tuple(bodies))


def _stays_at_home(body: bytes) -> bool:
    try:
        return codec.read_type(body) in AT_HOME
    except codec.DECODE_ERRORS:
        return False  # nonsense is refused with its reason when its values are read
