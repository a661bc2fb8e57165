"""A desk put back, copied or moved goes on as a new replica: when that is due, and how it is minted."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import sqlcipher3
from sqlalchemy.engine import Connection

from station_desk.domain.profile import RuleProfile
from station_desk.domain.records import DeskKey
from station_desk.domain.vocabulary import SiteRole
from station_desk.i18n import translate
from station_desk.store import codec, numbers
from station_desk.store.commits import Actor, Identity, Work, read_head
from station_desk.store.keys import SigningKey, signed
from station_desk.store.meta import drop_meta, note_of, set_meta
from station_desk.store.projection import Projector
from station_desk.store.sites import own_word
from station_desk.store.sqlio import rows_of
from station_desk.store.witness import Memory

_WANTED = "renew"
_RENEWED = "renewed"
_FORMER = "former"


class Why(StrEnum):
    """Why a desk goes on as a new installation."""

    RESTORED = "restored"
    COPIED = "copied"
    FORKED = "forked"


@dataclass(frozen=True, slots=True)
class Standing:
    """As whom a desk writes: its identity and its key. `fresh`: minted in this transaction."""

    identity: Identity
    key: SigningKey
    fresh: bool = False


def due(connection: Connection, memory: Memory, replica: bytes, path: Path) -> Why | None:
    """Why the desk at `path` must not write as `replica` any more; None where it may.

    Behind its witness it was restored; without one of this machine, or with its file still at another
    place too, it was copied.
    """
    if not memory.works:
        return None
    head = read_head(connection, replica)
    if head.seq == 0:
        return None
    witness = memory.recall(replica)
    if witness is None:
        return Why.COPIED
    sql = "SELECT 1 FROM cmt WHERE replica = ? AND seq = ? AND hash = ?"
    if not rows_of(connection, sql, (replica, witness.seq, witness.hash)):
        return Why.RESTORED
    if witness.machine != memory.machine:
        return Why.COPIED
    if not _same(witness.place, path) and _holds(witness.place, replica):
        return Why.COPIED
    return None


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _holds(path: Path, replica: bytes) -> bool:
    """Whether the desk at that other place writes as this replica: only then are there two of it."""
    if not path.is_file():
        return False
    try:
        raw = sqlcipher3.dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=1.0)
        try:
            found = raw.execute("SELECT value FROM meta WHERE key = 'replica'").fetchone()
        finally:
            raw.close()
    except sqlcipher3.dbapi2.DatabaseError:
        return True  # what cannot be looked into may be it
    return found is not None and found[0] == replica.hex()


def want(connection: Connection, why: Why) -> None:
    """Have the desk go on as a new replica before it next writes; the first reason stands."""
    connection.exec_driver_sql("INSERT OR IGNORE INTO meta VALUES (?, ?)", (_WANTED, why.value))


def stand(
    connection: Connection,
    standing: Standing,
    why: Why | None,
    projector: Projector,
    actor: Actor,
    profile: Callable[[Connection], RuleProfile],
) -> Standing:
    """As whom to write in this transaction: as before; as another program minted meanwhile; or as a new
    replica minted here, where `why` says so or `want` was called."""
    sql = f"SELECT key, value FROM meta WHERE key IN ('replica', 'seed', '{_WANTED}')"
    noted = dict(rows_of(connection, sql))
    if noted["replica"] != standing.identity.replica.hex():
        now = replace(standing.identity, replica=bytes.fromhex(noted["replica"]))
        standing, why = Standing(now, SigningKey(bytes.fromhex(noted["seed"])), True), None
    if _WANTED in noted:
        why = Why(noted[_WANTED])
    if why is None:
        return standing
    seed, replica = os.urandom(32), os.urandom(16)
    old, identity, key = standing.identity, replace(standing.identity, replica=replica), SigningKey(seed)
    former = [*former_replicas(connection), old.replica]
    set_meta(connection, "replica", replica.hex())
    set_meta(connection, "seed", seed.hex())
    set_meta(connection, _FORMER, ",".join(item.hex() for item in former))
    set_meta(connection, _RENEWED, f"{why.value} {datetime.now():%Y-%m-%d}")
    set_meta(connection, "exported", "0")
    if why is not Why.COPIED:  # mostly a desk moved to another computer, which lost nothing
        numbers.begin_marked(connection, replica, datetime.now().year)
    drop_meta(connection, _WANTED)
    work = Work(connection, projector, identity, key, actor, "renew_desk", "", None, profile)
    public = key.public().hex()
    proof = standing.key.sign(claim(old.site, old.replica.hex(), replica.hex(), public))
    work.add(
        DeskKey(
            site=old.site, replica=replica.hex(), key=public, after=old.replica.hex(), proof=proof.hex()
        )
    )  # fmt: skip
    work.flush()
    return Standing(identity, key, True)


def claim(site: str, after: str, replica: str, key: str) -> bytes:
    """What a replica that is followed signs: the new one's certificate (all in hex but the site's code)."""
    return "\n".join(["station-desk renewal", site, after, replica, key]).encode()


def vouched(former_key: bytes, certificate: DeskKey) -> bool:
    """Whether the holder of the followed replica's public key signed the new certificate."""
    told = (certificate.site, certificate.after, certificate.replica, certificate.key)
    site, after, replica_, key = (text or "" for text in told)
    try:
        proof = bytes.fromhex(certificate.proof or "")
        return signed(former_key, proof, claim(site, after, replica_, key))
    except ValueError:
        return False


def former_replicas(connection: Connection) -> list[bytes]:
    """The replicas as which this desk wrote before, oldest first."""
    return [bytes.fromhex(part) for part in (note_of(connection, _FORMER) or "").split(",") if part]


def sentences(connection: Connection, identity: Identity, why: Why | None) -> list[str]:
    """What the person at this desk should know: that it goes on as a new installation, or will (`why`)."""
    found = dict(rows_of(connection, "SELECT key, value FROM meta"))
    reason = found.get(_WANTED) or (why.value if why else found.get(_RENEWED, "").partition(" ")[0])
    if reason not in set(Why):
        return []
    out = [_words(connection, Why(reason), identity)]
    mark = numbers.marked(connection)
    done = why is None and _WANTED not in found
    if mark is not None and done and Why(reason) is not Why.COPIED:
        letter, year = mark
        out.append(
            translate(
                "incarnation",
                "So that no number is given twice, the numbers that this desk gives until the end of {year} "
                "bear the letter {letter}: {number}.",
                year=year,
                letter=letter,
                number=f"{identity.site}-{year}-{letter}0001",
            )
        )
    return out


def told(connection: Connection) -> None:
    """Note that a person has read it."""
    drop_meta(connection, _RENEWED)


def _words(connection: Connection, why: Why, identity: Identity) -> str:
    name, _ = own_word(connection, identity.parent)
    office = name or identity.parent or translate("incarnation", "everybody it exchanges with")
    if why is Why.RESTORED and identity.role is not SiteRole.DEPUTY:
        return translate(
            "incarnation",
            "This desk was restored from a backup; its last own entry is of {day}. It goes on as a new "
            "installation; {office} is told with the next package and sends back what is missing here, but "
            "not the names and telephones of visitors registered since: these were only in this desk.",
            day=_last_day(connection),
            office=office,
        )
    if why is Why.RESTORED:
        return translate(
            "incarnation",
            "This desk was restored from a backup; its last own entry is of {day}. It goes on as a new "
            "installation; {office} is told with the next package and sends back what is missing here.",
            day=_last_day(connection),
            office=office,
        )
    if why is Why.FORKED:
        return translate(
            "incarnation",
            "Two copies of this desk were being written to. The work of both is kept; this one goes on as a "
            "new installation, and {office} is told with the next package. Use only one of the two.",
            office=office,
        )
    return translate(
        "incarnation",
        "This desk was copied or moved to this place, or is opened here for the first time. It goes on as a "
        "new installation; {office} is told with the next package. Do not work on with the other copy.",
        office=office,
    )


def _last_day(connection: Connection) -> str:
    """The day of the last entry written here before the desk was renewed."""
    sql = "SELECT header FROM cmt WHERE package IS NULL AND verb <> 'renew_desk' ORDER BY n DESC LIMIT 1"
    found = rows_of(connection, sql)
    return f"{datetime.fromtimestamp(codec.read_header(found[0][0]).time):%Y-%m-%d}" if found else "?"
