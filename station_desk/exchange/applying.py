"""A package applied in the transaction that is open: what is new of it proved, kept, projected, and said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from station_desk.casework import rules, set_aside
from station_desk.casework.context import Desk
from station_desk.casework.set_aside import SetAside
from station_desk.domain.declare import RecordId
from station_desk.exchange import clocks, forks, fresh, recovery, redaction, striking
from station_desk.exchange.doubts import elsewhere
from station_desk.exchange.filling import fill
from station_desk.exchange.package import Manifest, Opened, PackedCommit
from station_desk.exchange.proof import admit, believed_sender, check_chain, checked
from station_desk.exchange.trust import Ask, Stranger, load
from station_desk.i18n import translate
from station_desk.progress import Progress
from station_desk.store.aside import Aside
from station_desk.store.commits import append
from station_desk.store.engine import Connection
from station_desk.store.sqlio import rows_of

BATCH = 20_000
_BYTES = 16 << 20
ASKED = 50
"""Questions and values set aside that are put in words."""


@dataclass(slots=True)
class Applied:
    """What came of a package: what it brought, what it touched, and what the person should read of it.
    `filled`: of the matters those of which changes came that were withheld before."""

    commits: int = 0
    strangers: tuple[Stranger, ...] = ()
    changes: int = 0
    matters: set[RecordId] = field(default_factory=set)
    filled: set[RecordId] = field(default_factory=set)
    conflicts: int = 0
    proposals: int = 0
    asked: list[RecordId] = field(default_factory=list)
    aside: Aside = field(default_factory=Aside)
    set_aside: int = 0
    first_aside: tuple[SetAside, ...] = ()
    said: tuple[str, ...] = ()
    files: int = 0
    left_out: striking.LeftOut = field(default_factory=striking.LeftOut)
    redacted: redaction.Redacted = field(default_factory=redaction.Redacted)


def apply(
    connection: Connection,
    desk: Desk,
    opened: Opened,
    progress: Progress,
    ask: Ask | None,
) -> Applied:
    """Apply a package; Doubt or UserError where it cannot be taken in, and then the transaction is to end
    with nothing of it. `ask` is asked of desks for which nobody known vouches."""
    manifest = opened.manifest
    check_for_here(desk, manifest)
    before, unread = _marked(connection), rules.unread_words(connection, desk)
    # The row that `tidings.note` will write: what came stays tied to the file it came in.
    package_id = (connection.exec_driver_sql("SELECT max(id) FROM stream").scalar() or 0) + 1
    new, late = fresh.of(connection, desk, opened, progress)
    check_chain(connection, new)
    admitted = admit(connection, desk, new, manifest, ask)
    new = admitted.commits
    recovered = recovery.hear(connection, manifest, new)
    forks.note(connection, new, manifest.sender.site)
    applied = Applied(len(new) + len(late), strangers=admitted.accepted)
    applied.said = (*admitted.said(manifest.sender.name), *recovered)
    gaps = {commit.hash: places for commit, places in late}
    for batch in _batches(fresh.whole(opened, [commit for commit, _ in late])):
        matters, filled = fill(connection, desk, [(one, gaps[one.hash]) for one in batch], applied.aside)
        applied.matters |= matters
        applied.filled |= matters
        applied.changes += filled
    for batch in _batches(fresh.whole(opened, new)):
        progress(applied.changes, manifest.changes, translate("inbox", "Taking in the changes"))
        _append(connection, desk, batch, applied, package_id)
    applied.left_out = striking.leave_out(connection, desk, admitted.trust)
    applied.redacted = redaction.hear(connection, desk)
    applied.said += (*applied.left_out.said(), *applied.redacted.said())
    applied.said += clocks.said(connection, manifest, new)
    now = rules.unread_words(connection, desk)
    applied.said += (now,) if now != unread and now else ()
    _set_aside(connection, desk, applied)
    for kind, record, _ in sorted(_marked(connection) - before):
        applied.conflicts += kind == "conflict"
        applied.proposals += kind == "proposal"
        applied.asked.append(RecordId(record))
    return applied


def check_sender(desk: Desk, opened: Opened, ask: Ask | None) -> None:
    """Whoever sent a package is known, vouched for in it, or accepted by `ask`, so that it is worth holding
    and locking the desk for; Doubt else. `admit` asks again, of what was proved by then."""
    manifest = opened.manifest
    check_for_here(desk, manifest)
    with desk.reading() as connection:
        if not rows_of(connection, "SELECT 1 FROM desk WHERE replica = ?", (manifest.sender.replica,)):
            believed_sender(load(connection, desk, fresh.telling(opened)), manifest, ask)


def check_for_here(desk: Desk, manifest: Manifest) -> None:
    """Doubt where a package is for others."""
    if desk.identity.site not in manifest.recipients:
        raise elsewhere(manifest.recipients)


def _batches(commits: Iterable[PackedCommit]) -> Iterator[list[PackedCommit]]:
    """The commits in lots of so many changes and bytes as are held at once."""
    batch: list[PackedCommit] = []
    changes = held = 0
    for commit in commits:
        batch.append(commit)
        changes += len(commit.bodies)
        held += fresh.size(commit)
        if changes >= BATCH or held > _BYTES:
            yield batch
            batch, changes, held = [], 0, 0
    if batch:
        yield batch


def _set_aside(connection: Connection, desk: Desk, applied: Applied) -> None:
    """Values that a person here is to see before they are forgotten: the first few in words."""
    lost = applied.aside.lost()
    if lost:
        applied.first_aside = set_aside.in_words(connection, desk, lost[:ASKED])
        # What a desk struck off wrote is gone again; it lost nothing.
        applied.set_aside = len(lost) - len(lost[:ASKED]) + len(applied.first_aside)


def _marked(connection: Connection) -> set[tuple[str, bytes, str]]:
    """The fields in conflict and those with proposals: (kind, record, field)."""
    rows = connection.exec_driver_sql("SELECT DISTINCT kind, record, field FROM mark WHERE kind <> 'stub'")
    return {(row[0], row[1], row[2]) for row in rows}


def _append(
    connection: Connection, desk: Desk, batch: Sequence[PackedCommit], applied: Applied, package_id: int
) -> None:
    changes = [[checked(body, commit.header) for body in commit.bodies] for commit in batch]
    incoming = append(
        connection,
        [(commit.hash, commit.header, commit.raw, commit.signature) for commit in batch],
        [commit.bodies for commit in batch],
        changes,
        package_id,
    )
    applied.matters |= desk.projector.project(connection, incoming, aside=applied.aside)
    applied.changes += len(incoming)
