"""Work becomes a signed commit: the only door for writing, for a click, an import, an undo and a rebuild."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy.engine import Connection

from station_desk.domain import declare, limits
from station_desk.domain.declare import Record, RecordId, Value, Wire
from station_desk.domain.fold import ChangeView, Folded, fold
from station_desk.domain.profile import RuleProfile
from station_desk.domain.records import TYPES, Matter, Step
from station_desk.domain.validation import check
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store import codec, ids
from station_desk.store.keys import SigningKey
from station_desk.store.projection import Incoming, Projector
from station_desk.store.sqlio import insert_many

R = TypeVar("R", bound=Record)

BULK = 4_000
"""Changes after which bulk work closes a commit (or after `limits.FULL` bytes); the transaction stays one."""
_FRAME = 256
"""Bytes of a commit's line around its header and its changes, signature and all; more than it takes."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which installation this is: its site, and the replica that signs for it."""

    site: str
    name: str
    role: SiteRole
    parent: str
    replica: bytes

    @property
    def office(self) -> str:
        """The congress office that hands over and numbers what is made here (代表法 art. 51)."""
        return self.parent if self.role in (SiteRole.STATION, SiteRole.DEPUTY) and self.parent else self.site


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is at the keyboard."""

    name: str
    role: Role


def in_conflict() -> str:
    """Why a matter cannot be handed on now."""
    return translate(
        "commits", "Two values of it wait for a decision: Exchange, To decide. Then it can be handed on."
    )


def refuse_viewer(actor: Actor) -> None:
    """UserError where this person only reads."""
    if actor.role is Role.VIEWER:
        raise UserError(
            translate(
                "commits",
                "A viewer only reads, prints and exports. Who is at work is chosen at the window's foot.",
            )
        )


def _checked_reason(reason: str) -> str:
    """The reason of a piece of work, as it is said in the header. UserError where it cannot be."""
    if len(reason) > limits.MAX_REASON:
        raise UserError(
            translate(
                "commits",
                "The reason is {length} characters long; shorten it to {limit}.",
                length=len(reason),
                limit=limits.MAX_REASON,
            )
        )
    return limits.spoken(reason)


def _too_long(name: str, size: int) -> str:
    cls = TYPES.get(name)
    return translate(
        "commits",
        "“{list}” comes to {size} KB of text; one entry holds {limit} KB. Shorten it, or attach the text "
        "as a file.",
        list=cls.label if cls is not None else name,
        size=-(-size // 1024),
        limit=limits.MAX_CHANGE // 1024,
    )


@dataclass(slots=True)
class Changed:
    """What a piece of work touched: views refresh by it. `commits` are hashes in order."""

    commits: list[bytes] = field(default_factory=list)
    types: set[str] = field(default_factory=set)
    matters: set[RecordId] = field(default_factory=set)
    changes: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """Where the replica's chain stands."""

    seq: int
    hash: bytes
    lamport: int


def read_head(connection: Connection, replica: bytes) -> Head:
    """The replica's last commit, and the largest Lamport number seen from anyone."""
    last = connection.exec_driver_sql(
        "SELECT seq, hash FROM cmt WHERE replica = ? ORDER BY seq DESC LIMIT 1", (replica,)
    ).first()
    largest = connection.exec_driver_sql("SELECT max(lamport) FROM cmt").scalar()
    return Head(last[0] if last else 0, last[1] if last else bytes(32), largest or 0)


def append(
    connection: Connection,
    headers: Sequence[tuple[bytes, codec.Header, bytes, bytes]],
    bodies: Sequence[Sequence[bytes | None]],
    changes: Sequence[Sequence[codec.Change | None]],
    package: int | None,
) -> list[Incoming]:
    """Put commits into the log as they are; returns their visible changes for `project`.

    `headers` are (hash, header, header bytes, signature); a body of None is withheld from this desk.
    """
    n = (connection.exec_driver_sql("SELECT max(n) FROM cmt").scalar() or 0) + 1
    m = (connection.exec_driver_sql("SELECT max(n) FROM chg").scalar() or 0) + 1
    commit_rows: list[tuple[object, ...]] = []
    change_rows: list[tuple[object, ...]] = []
    incoming: list[Incoming] = []
    for (hash_, header, raw, signature), texts, read in zip(headers, bodies, changes, strict=True):
        replica = bytes.fromhex(header.replica)
        commit_rows.append(
            (
                n, hash_, replica, header.seq, header.lamport, header.site, header.role, header.verb,
                bytes.fromhex(header.undoes) or None, raw, signature, package,
            )
        )  # fmt: skip
        for place, (body, change) in enumerate(zip(texts, read, strict=True)):
            if body is None or change is None:
                change_rows.append((m, n, place, None, 0, None))
            else:
                record = RecordId(bytes.fromhex(change.r))
                made = ids.made_by(record, replica, bytes.fromhex(change.n))
                change_rows.append((m, n, place, record, int(made), body))
                incoming.append(
                    Incoming(
                        m, record, change, body, made, header.lamport, header.site, header.role,
                    )
                )  # fmt: skip
            m += 1
        n += 1
    insert_many(connection, "cmt", 12, commit_rows)
    insert_many(connection, "chg", 6, change_rows)
    return incoming


class Work:
    """Collects what one use case does, then writes it as one commit (bulk work: several, one transaction)."""

    def __init__(
        self,
        connection: Connection,
        projector: Projector,
        identity: Identity,
        key: SigningKey,
        actor: Actor,
        verb: str,
        reason: str,
        undoes: bytes | None,
        profile: Callable[[Connection], RuleProfile],
    ) -> None:
        self._profile = profile
        self.connection = connection
        self.identity = identity
        self.actor = actor
        self.verb = verb
        self.changed = Changed()
        self._projector = projector
        self._key = key
        self._reason = _checked_reason(reason)
        self._undoes = undoes
        self._head = read_head(connection, identity.replica)
        self.profiles = projector.profiles
        self._pending: list[tuple[codec.Change, bytes, RecordId, bool]] = []
        self._bytes = 0
        self._leaves: dict[RecordId, tuple[RecordId, ...]] = {}
        self._ticks = time.time_ns() * ids.TICKS // 1_000_000
        self._random = b""
        self._offices: dict[str, str] = {}

    def profile(self) -> RuleProfile:
        """The rule profile that new matters begin under."""
        return self._profile(self.connection)

    def add(self, record: Record) -> RecordId:
        """Add a record; returns its new id. ValidationError where it breaks its declaration."""
        check(record)
        nonce = self._nonce()
        record_id = self._new_id(nonce)
        fields = codec.fields_to_wire(record)
        if "office" not in fields:
            fields["office"] = self._office_of(fields.get("matter"))
        if isinstance(record, Matter):
            self._offices[record_id.hex()] = str(fields["office"])
        self._put(type(record).type_name, record_id, nonce, fields, {}, True)
        return record_id

    def _office_of(self, matter: Wire) -> str:
        """What hangs on a matter is under the matter's congress office, whoever records it."""
        if not isinstance(matter, str):
            return self.identity.office
        known = self._offices.get(matter)
        if known is None:
            sql = "SELECT office FROM matter WHERE id = ?"
            found = self.connection.exec_driver_sql(sql, (bytes.fromhex(matter),)).scalar()
            known = self._offices[matter] = str(found) if found else self.identity.office
        return known

    def add_bulk(self, record: Record) -> RecordId:
        """As `add`, for rows already checked by their reader; closes a commit whenever it is full."""
        nonce = self._nonce()
        record_id = self._new_id(nonce)
        fields = codec.fields_to_wire(record)
        fields["office"] = self.identity.office
        self._put(type(record).type_name, record_id, nonce, fields, {}, True)
        self.close_full()
        return record_id

    def close_full(self) -> None:
        """Close the commit collected so far where it is as long as one of bulk work may be."""
        if len(self._pending) >= BULK or self._bytes >= limits.FULL:
            self.flush()

    def update(self, cls: type[R], record_id: RecordId, **values: Value) -> bool:
        """Change fields of a record; equal values are left out. True where anything changed."""
        return self.settle(cls, record_id, values, {})

    def settle(
        self,
        cls: type[Record],
        record_id: RecordId,
        values: Mapping[str, Value],
        answers: Mapping[str, Sequence[bytes]],
    ) -> bool:
        """As `update`, naming also the proposals it `answers` by field: an answer is written even where it
        says what stands already. UserError where a matter in conflict would be handed on."""
        declared = declare.fields_of(cls)
        if unknown := [name for name in values if name not in declared]:
            raise TypeError(f"{cls.type_name} has no field {', '.join(unknown)}")
        now = self.folded(cls, record_id)
        fields: dict[str, Wire] = {}
        replaces: dict[str, list[str]] = {}
        for name, value in values.items():
            wire = declare.to_wire(value)
            same = now.values.get(name) == wire
            answered = answers.get(name, ())
            heads = now.heads.get(name, ())
            if same and not answered and len(heads) < 2:
                continue
            if declared[name].write is declare.Write.ADDED and not (same and answered):
                raise TypeError(f"{cls.type_name}.{name} is written once, with its record")
            fields[name] = wire
            if heads or answered:
                replaces[name] = [head.hex() for head in (*heads, *answered)]
        check(cls(**values), only=values, standing=values.keys() - fields.keys())  # type: ignore[arg-type]
        if not fields:
            return False
        if "owner" in fields:
            if set(now.conflict) - {"owner"}:
                raise UserError(in_conflict())
            # Handing on names the heads it passes: what the owner wrote so far stays the owner's word.
            for name, heads in now.heads.items():
                if name in declared and name not in fields and declared[name].write is declare.Write.OWNER:
                    replaces[name] = [head.hex() for head in heads]
        self._put(cls.type_name, record_id, self._nonce(), fields, replaces, False)
        return True

    def void(self, cls: type[Record], record_id: RecordId, reason: str) -> bool:
        """Void a record: it stays, with its reason, and counts nowhere."""
        return self.update(cls, record_id, void=reason)

    def step(
        self,
        matter: RecordId,
        verb: str,
        on: date,
        *,
        at: datetime | None = None,
        assignment: RecordId | None = None,
        text: str | None = None,
        until: date | None = None,
        code: str | None = None,
        about: RecordId | None = None,
        fresh: bool = False,
    ) -> RecordId:
        """Add a step that names those its writer has seen. `fresh`: the matter was added in this work."""
        leaves = self._leaves.get(matter)
        if leaves is None:
            leaves = () if fresh else self._stored_leaves(matter)
        step = Step(
            matter=matter, verb=verb, on=on, at=at, assignment=assignment, text=text or None, until=until,
            code=code, about=about, after=leaves or None,
        )  # fmt: skip
        step_id = self.add(step)
        self._leaves[matter] = (step_id,)
        return step_id

    def folded(self, cls: type[Record], record_id: RecordId) -> Folded:
        """The record as it stands, with this work's own pending changes."""
        views = load_views(self.connection, [record_id]).get(record_id, [])
        views.extend(
            codec.view_of(change, body, codec.after(self._head.lamport), self.identity.site, made)
            for change, body, owner, made in self._pending
            if owner == record_id
        )
        return fold(declare.fields_of(cls), views)

    def pending(self, name: str) -> int:
        """How many records of a type this work has added and not yet flushed."""
        return sum(made and change.t == name for change, _, _, made in self._pending)

    def flush(self) -> None:
        """Close the commit collected so far, append it to the log and project it."""
        if not self._pending:
            return
        head = self._head
        header = codec.Header(
            v=codec.FORMAT,
            site=self.identity.site,
            role=self.actor.role.value,
            replica=self.identity.replica.hex(),
            seq=head.seq + 1,
            prev=head.hash.hex(),
            time=int(time.time()),
            lamport=codec.after(head.lamport),
            actor=limits.tidied(self.actor.name)[: limits.MAX_NAME],
            verb=self.verb,
            reason=self._reason,
            undoes=self._undoes.hex() if self._undoes else "",
            changes=[codec.digest(body).hex() for _, body, _, _ in self._pending],
        )
        raw = codec.encode(header)
        count = len(self._pending)
        if len(raw) + self._bytes + count + _FRAME > limits.MAX_LINE or count > limits.MAX_CHANGES:
            raise UserError(
                translate("commits", "This is too much for one entry. Do it in two or more parts.")
            )
        hash_ = codec.digest(raw)
        incoming = append(
            self.connection,
            [(hash_, header, raw, self._key.sign(raw))],
            [[body for _, body, _, _ in self._pending]],
            [[change for change, _, _, _ in self._pending]],
            None,
        )
        touched = self._projector.project(self.connection, incoming)
        self.changed.commits.append(hash_)
        self.changed.changes += len(self._pending)
        self.changed.types.update(change.t for change, _, _, _ in self._pending)
        self.changed.matters.update(touched)
        self._head = Head(head.seq + 1, hash_, codec.after(head.lamport))
        self._pending.clear()
        self._bytes = 0

    def _put(
        self,
        name: str,
        record_id: RecordId,
        nonce: bytes,
        fields: dict[str, Wire],
        replaces: dict[str, list[str]],
        made: bool,
    ) -> None:
        change = codec.Change(name, record_id.hex(), nonce.hex(), fields, replaces)
        body = codec.encode(change)
        if len(body) > limits.MAX_CHANGE:
            raise UserError(_too_long(name, len(body)))
        self._pending.append((change, body, record_id, made))
        self._bytes += len(body)

    def _new_id(self, nonce: bytes) -> RecordId:
        self._ticks += 1
        return ids.new_id(self._ticks, self.identity.replica, nonce)

    def _nonce(self) -> bytes:
        if not self._random:
            self._random = os.urandom(4096)
        nonce, self._random = self._random[:16], self._random[16:]
        return nonce

    def _stored_leaves(self, matter: RecordId) -> tuple[RecordId, ...]:
        rows = self.connection.exec_driver_sql(
            'SELECT id, "after" FROM step WHERE matter = ?', (matter,)
        ).all()
        seen = {bytes.fromhex(part) for row in rows if row[1] for part in row[1].split(",")}
        return tuple(sorted(RecordId(row[0]) for row in rows if row[0] not in seen))


def load_views(connection: Connection, records: Iterable[RecordId]) -> dict[RecordId, list[ChangeView]]:
    """All visible changes of each record from the log."""
    out: dict[RecordId, list[ChangeView]] = {}
    for record in records:
        rows = connection.exec_driver_sql(
            "SELECT g.body, g.made, c.lamport, c.site FROM chg g JOIN cmt c ON c.n = g.cmt"
            " WHERE g.record = ? ORDER BY g.n",
            (record,),
        )
        out[record] = [
            codec.view_of(codec.read_change(body), body, lamport, site, made)
            for body, made, lamport, site in rows
        ]
    return out


def type_of(name: str) -> type[Record] | None:
    """The declared type of that stored name; None for one from a newer version."""
    return TYPES.get(name)
