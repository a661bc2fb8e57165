"""What of a package is new here: commits that this desk lacks, and changes it lacks of those it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice

from station_desk.casework.context import Desk
from station_desk.exchange import package
from station_desk.exchange.container import damaged
from station_desk.exchange.filling import fills, gaps_of
from station_desk.exchange.package import Opened, PackedCommit
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
"""Commits looked up at a time."""


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
    that the package shows."""
    progress(0, opened.manifest.changes, translate("inbox", "Proving the file"))
    if was_taken(connection, desk, opened):
        return [], []
    out: list[PackedCommit] = []
    late: Late = []
    commits = changes = withheld = 0
    lines = package.lines(opened)
    gone = Gone(connection, opened.manifest.sender.site)
    while part := list(islice(lines, LINES)):
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
            if line.hash not in known:
                out.append(gone.left_of(_fit_to_keep(package.commit_of(line), desk)))
            elif fills(line, gaps):
                commit = gone.left_of(_fit_to_keep(package.commit_of(line), desk))
                lacking = gaps[line.hash]
                if any(commit.bodies[place] is not None for place in lacking):
                    late.append((commit, lacking))
    gone.note()
    manifest = opened.manifest
    if (commits, changes, withheld) != (manifest.commits, manifest.changes, manifest.withheld):
        raise damaged()
    return out, late


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
