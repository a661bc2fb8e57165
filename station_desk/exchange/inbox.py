"""Packages in: proved, previewed, applied in one transaction each, and everything said in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from station_desk.casework.context import Desk
from station_desk.domain import declare
from station_desk.domain.declare import Kind, RecordId
from station_desk.domain.records import TYPES
from station_desk.domain.tracks import TRACKS
from station_desk.errors import UserError
from station_desk.exchange import package
from station_desk.exchange.container import damaged
from station_desk.exchange.package import Opened, PackedCommit
from station_desk.i18n import translate
from station_desk.progress import Progress, silent
from station_desk.store import codec, ids
from station_desk.store.commits import append
from station_desk.store.engine import Connection
from station_desk.store.queries import MatterRow, row_of

BATCH = 20_000


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One matter that the package touches: what it brings (`new`, or the last step's name), before, now."""

    id: RecordId
    number: str
    title: str
    what: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a package would do: matters new and changed, fields in conflict, proposals, and their lines.

    `already`: every commit in it is here. `first`: its sender was not known before.
    """

    path: Path
    sender: str
    sender_name: str
    number: int
    made: datetime
    bytes: int
    new: int
    changed: int
    conflicts: int
    proposals: int
    changes: int
    already: bool
    first: bool
    lines: tuple[PreviewLine, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken in, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class InboxResult:
    """What taking files in came to: files proved whole, those that brought something, changes, conflicts."""

    packages: int
    applied: int
    changes: int
    conflicts: int
    refused: tuple[Refused, ...]


@dataclass(slots=True)
class _Applied:
    changes: int = 0
    matters: set[RecordId] = field(default_factory=set)
    conflicts: int = 0
    proposals: int = 0


class _RollBack(Exception):
    """Ends a preview: what was applied is taken back whole."""


def preview(desk: Desk, path: Path, progress: Progress = silent) -> Preview:
    """Prove a package and say what it would do; nothing is written. UserError says why it is refused."""
    opened = package.open_package(path)
    manifest = opened.manifest
    found: list[Preview] = []
    try:
        with desk.transaction() as connection:
            first = _sender_key(connection, manifest.sender.replica) is None
            before: dict[RecordId, MatterRow] = {}
            applied = _apply(connection, desk, opened, progress, before)
            lines = [
                line for record in applied.matters if (line := _line(connection, record, before.get(record)))
            ]
            lines.sort(key=lambda line: (line.before == "", line.number))
            new = sum(line.before == "" for line in lines)
            found.append(
                Preview(
                    path, manifest.sender.site, manifest.sender.name, manifest.n,
                    datetime.fromtimestamp(manifest.made), opened.size, new, len(lines) - new,
                    applied.conflicts,
                    applied.proposals, applied.changes, applied.changes == 0, first, tuple(lines),
                )
            )  # fmt: skip
            raise _RollBack
    except _RollBack:
        return found[0]


def take_in(desk: Desk, paths: Iterable[Path], progress: Progress = silent) -> InboxResult:
    """Take packages in, one transaction each; a refused one does not stop the others."""
    packages = brought = changes = conflicts = 0
    refused: list[Refused] = []
    for path in paths:
        try:
            opened = package.open_package(path)
            with desk.transaction() as connection:
                applied = _apply(connection, desk, opened, progress, None)
                _note(connection, opened, applied)
        except UserError as error:
            refused.append(Refused(path.name, str(error)))
            continue
        packages += 1
        brought += applied.changes > 0
        changes += applied.changes
        conflicts += applied.conflicts
    return InboxResult(packages, brought, changes, conflicts, tuple(refused))


def _apply(
    connection: Connection,
    desk: Desk,
    opened: Opened,
    progress: Progress,
    before: dict[RecordId, MatterRow] | None,
) -> _Applied:
    manifest = opened.manifest
    if desk.identity.site not in manifest.recipients:
        raise UserError(
            translate(
                "inbox",
                "This file is for {site}, not for this desk. Pass it on.",
                site=", ".join(manifest.recipients),
            )
        )
    marks = (
        "SELECT count(*) FILTER (WHERE kind = 'conflict'), count(*) FILTER (WHERE kind = 'proposal')"
        " FROM mark"
    )
    conflicts, proposals = connection.exec_driver_sql(marks).one()
    fresh = _fresh(connection, opened, progress)
    _check_chain(connection, fresh)
    _check_signatures(connection, fresh, manifest)
    applied = _Applied()
    batch: list[PackedCommit] = []
    size = 0
    for commit in [*fresh, None]:
        if commit is not None:
            batch.append(commit)
            size += len(commit.bodies)
        if batch and (commit is None or size >= BATCH):
            progress(applied.changes, manifest.changes, translate("inbox", "Taking in the changes"))
            _append(connection, desk, batch, applied, before)
            batch, size = [], 0
    now = connection.exec_driver_sql(marks).one()
    applied.conflicts, applied.proposals = max(now[0] - conflicts, 0), max(now[1] - proposals, 0)
    return applied


def _fresh(connection: Connection, opened: Opened, progress: Progress) -> list[PackedCommit]:
    """The package's commits that this desk lacks, in the package's order."""
    progress(0, opened.manifest.changes, translate("inbox", "Proving the file"))
    out: list[PackedCommit] = []
    commits = changes = withheld = 0
    for commit in package.commits(opened):
        commits += 1
        changes += sum(body is not None for body in commit.bodies)
        withheld += sum(body is None for body in commit.bodies)
        known = connection.exec_driver_sql("SELECT 1 FROM cmt WHERE hash = ?", (commit.hash,)).scalar()
        if known is None:
            out.append(commit)
    manifest = opened.manifest
    if (commits, changes, withheld) != (manifest.commits, manifest.changes, manifest.withheld):
        raise damaged()
    return out


def _check_chain(connection: Connection, fresh: Sequence[PackedCommit]) -> None:
    """Every commit's predecessor is here or comes before it in the package."""
    have: set[bytes] = set()
    for commit in fresh:
        prev = bytes.fromhex(commit.header.prev)
        if commit.header.seq == 1:
            fits = prev == bytes(32)
        else:
            fits = prev in have or (
                connection.exec_driver_sql("SELECT seq FROM cmt WHERE hash = ?", (prev,)).scalar()
                == commit.header.seq - 1
            )
        if not fits:
            raise UserError(
                translate(
                    "inbox",
                    "An earlier file from {site} is missing. Import it first, or send them a package: "
                    "their next one will contain everything.",
                    site=commit.header.site,
                )
            )
        have.add(commit.hash)


def _sender_key(connection: Connection, replica: str) -> str | None:
    """The public key this desk has pinned for a replica, in hex."""
    found = connection.exec_driver_sql(
        "SELECT key FROM desk WHERE replica = ? AND void IS NULL ORDER BY id LIMIT 1", (replica,)
    ).scalar()
    return str(found) if found is not None else None


def _check_signatures(
    connection: Connection, fresh: Sequence[PackedCommit], manifest: package.Manifest
) -> None:
    """Each replica's last commit of the run is signed by its key; the chain vouches for those before it.

    A replica not met before shows its key in its own first commit, and is pinned by it.
    """
    offered: dict[str, str] = {}
    last: dict[str, PackedCommit] = {}
    for commit in fresh:
        replica = commit.header.replica
        last[replica] = commit
        for body in commit.bodies if commit.header.seq == 1 else ():
            change = codec.read_change(body) if body is not None else None
            if change is not None and change.t == "desk" and change.f.get("replica") == replica:
                offered.setdefault(replica, str(change.f.get("key")))
    pinned = _sender_key(connection, manifest.sender.replica)
    if pinned is not None and pinned != manifest.sender.key:
        raise UserError(
            translate(
                "inbox",
                "The file names {site} as its sender, but its key is another. Telephone them before importing.",
                site=manifest.sender.site,
            )
        )
    for replica, commit in last.items():
        key = _sender_key(connection, replica) or offered.get(replica)
        try:
            if key is None:
                raise InvalidSignature
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(commit.signature, commit.raw)
        except (InvalidSignature, ValueError):
            raise UserError(
                translate(
                    "inbox",
                    "An entry in the name of {site} is not signed by it. Nothing was imported; ask them.",
                    site=commit.header.site,
                )
            ) from None


def _append(
    connection: Connection,
    desk: Desk,
    batch: Sequence[PackedCommit],
    applied: _Applied,
    before: dict[RecordId, MatterRow] | None,
) -> None:
    changes = [[_checked(body, commit.header) for body in commit.bodies] for commit in batch]
    incoming = append(
        connection,
        [(commit.hash, commit.header, commit.raw, commit.signature) for commit in batch],
        [commit.bodies for commit in batch],
        changes,
        1,
    )
    if before is not None:
        for item in incoming:
            record = _matter_of(item.record, item.change)
            if record is not None and record not in before:
                row = row_of(connection, record)
                if row is not None:
                    before[record] = row
    applied.matters |= desk.projector.project(connection, incoming)
    applied.changes += len(incoming)


def _matter_of(record: RecordId, change: codec.Change) -> RecordId | None:
    if change.t in TRACKS:
        return record
    value = change.f.get("matter")
    return RecordId(bytes.fromhex(value)) if isinstance(value, str) else None


def _checked(body: bytes | None, header: codec.Header) -> codec.Change | None:
    """A change, strictly typed by its declarations; fields and types not known here pass as they are."""
    if body is None:
        return None
    codec.check_canonical(body)
    try:
        change = codec.read_change(body)
        fits = len(bytes.fromhex(change.r)) == 16 and len(bytes.fromhex(change.n)) == 16
        for refs in change.p.values():
            fits = fits and all(len(bytes.fromhex(ref)) == 32 for ref in refs)
        cls = TYPES.get(change.t)
        if cls is not None:
            declared = declare.fields_of(cls)
            for name, value in change.f.items():
                known = declared.get(name)
                if known is not None and value is not None:
                    declare.from_wire(known.kind, value)
                    if known.kind in (Kind.TEXT, Kind.LONG, Kind.CODE) and "\x00" in str(value):
                        fits = False
                    if known.kind is Kind.INT and isinstance(value, int) and abs(value) >= 1 << 62:
                        fits = False
            if change.t == "desk" and ids.made_by(
                bytes.fromhex(change.r), bytes.fromhex(header.replica), bytes.fromhex(change.n)
            ):
                # A desk's certificate is its own: nobody else's replica may offer a key.
                fits = fits and change.f.get("replica") == header.replica
    except (ValueError, TypeError, *codec.DECODE_ERRORS):
        fits = False
    if not fits:
        raise damaged()
    return change


def _note(connection: Connection, opened: Opened, applied: _Applied) -> None:
    """Keep what came, and what the sender says it holds of us and of others."""
    manifest = opened.manifest
    peer = manifest.sender.site
    known = connection.exec_driver_sql(
        "SELECT 1 FROM stream WHERE direction = 'in' AND peer = ? AND hash = ?", (peer, opened.hash)
    ).scalar()
    if known is None:
        connection.exec_driver_sql(
            "INSERT INTO stream (direction, peer, number, hash, previous, at, changes, bytes, name,"
            " incarnation) VALUES ('in', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                peer, manifest.n, opened.hash, bytes.fromhex(manifest.previous),
                datetime.now().isoformat(timespec="seconds"), applied.changes, opened.size, opened.path.name,
                manifest.sender.replica,
            ),
        )  # fmt: skip
    for replica, (seq, hash_) in manifest.receipt.items():
        ours = connection.exec_driver_sql(
            "SELECT 1 FROM cmt WHERE replica = ? AND seq = ? AND hash = ?",
            (bytes.fromhex(replica), seq, bytes.fromhex(hash_)),
        ).scalar()
        if ours is not None:
            connection.exec_driver_sql(
                "INSERT INTO receipt VALUES (?, ?, ?, ?) ON CONFLICT (peer, replica)"
                " DO UPDATE SET seq = excluded.seq, hash = excluded.hash WHERE excluded.seq > receipt.seq",
                (peer, bytes.fromhex(replica), seq, bytes.fromhex(hash_)),
            )


def _line(connection: Connection, record: RecordId, before: MatterRow | None) -> PreviewLine | None:
    row = row_of(connection, record)
    if row is None:
        return None
    stages = TRACKS[row.track].stages
    verb = connection.exec_driver_sql(
        "SELECT verb FROM step WHERE matter = ? AND void IS NULL ORDER BY id DESC LIMIT 1", (record,)
    ).scalar()
    declared = TRACKS[row.track].steps.get(str(verb))
    was = str(stages[before.stage].label) if before is not None and before.stage in stages else ""
    now = str(stages[row.stage].label) if row.stage in stages else ""
    what = (
        translate("inbox", "New")
        if before is None
        else str(declared.label)
        if declared
        else translate("inbox", "Changed")
    )
    return PreviewLine(record, row.official_number or row.number, row.title, what, was, now)
