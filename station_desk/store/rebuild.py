"""The log replayed: record tables made again, and the proof that they equal what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.engine import Connection

from station_desk.domain.declare import RecordId
from station_desk.i18n import translate
from station_desk.progress import Progress
from station_desk.store import codec, tables
from station_desk.store.engine import make_engine
from station_desk.store.projection import Incoming, Profiles, Projector

BATCH = 20_000

_NOWHERE = Path()  # the scratch desk lives in memory


def replay(source: Connection, target: Connection, projector: Projector, progress: Progress) -> None:
    """Project every visible change of `source`'s log into `target`'s empty record tables, in batches.

    Where the two differ, the log rows are copied too, since later batches look earlier changes up.
    """
    total = source.exec_driver_sql("SELECT max(n) FROM chg").scalar() or 0
    done = 0
    while done < total:
        progress(done, total, translate("rebuild", "Reading the log"))
        rows = source.exec_driver_sql(
            "SELECT g.n, g.cmt, g.place, g.record, g.made, g.body, c.lamport, c.site, c.role FROM chg g"
            " JOIN cmt c ON c.n = g.cmt WHERE g.n > ? AND g.n <= ? ORDER BY g.n",
            (done, done + BATCH),
        ).all()
        if target is not source:
            target.exec_driver_sql(
                "INSERT INTO chg VALUES (?,?,?,?,?,?)", [tuple(row[:6]) for row in rows]
            ) if rows else None
        incoming = [
            Incoming(
                n,
                RecordId(record),
                codec.read_change(body),
                codec.digest(body),
                bool(made),
                lamport,
                site,
                role,
            )
            for n, _, _, record, made, body, lamport, site, role in rows
            if body is not None
        ]
        projector.project(target, incoming)
        done += BATCH
    progress(total, total, translate("rebuild", "Reading the log"))


def check(connection: Connection, profiles: Profiles, progress: Progress) -> list[str]:
    """Chain, digests and signatures of the log; then its fold in an empty desk against the tables kept."""
    problems = list(_check_log(connection))
    engine = make_engine(_NOWHERE, memory=True)
    try:
        with engine.connect() as empty, empty.begin():
            tables.LOG.create_all(empty)
            tables.RECORDS.create_all(empty)
            for ddl in tables.SEARCH_DDL:
                empty.exec_driver_sql(ddl)
            _copy_commits(connection, empty)
            replay(connection, empty, Projector(profiles), progress)
            problems.extend(_compare(connection, empty))
    finally:
        engine.dispose()
    return problems


def _copy_commits(source: Connection, target: Connection) -> None:
    rows = source.exec_driver_sql(
        "SELECT n, hash, replica, seq, lamport, site, role, verb, undoes, x'', x'', package FROM cmt"
    )
    while part := rows.fetchmany(BATCH):
        target.exec_driver_sql(
            "INSERT INTO cmt VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", [tuple(row) for row in part]
        )


def _check_log(connection: Connection) -> Iterator[str]:
    keys = _replica_keys(connection)
    chain: dict[bytes, tuple[int, bytes]] = {}
    last: dict[bytes, tuple[bytes, bytes]] = {}
    rows = connection.exec_driver_sql(
        "SELECT n, hash, replica, seq, header, signature FROM cmt ORDER BY replica, seq, n"
    )
    digests = connection.execution_options(stream_results=True).exec_driver_sql(
        "SELECT g.cmt, g.place, g.body FROM chg g JOIN cmt c ON c.n = g.cmt"
        " ORDER BY c.replica, c.seq, c.n, g.place"
    )
    following = digests.fetchone()
    for n, hash_, replica, seq, raw, signature in rows:
        if codec.digest(raw) != hash_:
            yield translate("rebuild", "Entry {n} of the log was altered: its hash does not fit.", n=n)
        header = codec.read_header(raw)
        before = chain.get(replica, (0, bytes(32)))
        if seq != before[0] + 1 or header.prev != before[1].hex():
            yield translate(
                "rebuild",
                "The log of replica {replica} has a hole or a fork at {seq}.",
                replica=replica.hex()[:8],
                seq=seq,
            )
        chain[replica] = (seq, hash_)
        last[replica] = (raw, signature)
        place = 0
        while following is not None and following[0] == n:
            body = following[2]
            if body is not None and (
                place >= len(header.changes) or codec.digest(body).hex() != header.changes[following[1]]
            ):
                yield translate("rebuild", "A change of entry {n} of the log was altered.", n=n)
            place += 1
            following = digests.fetchone()
        if place != len(header.changes):
            yield translate("rebuild", "Entry {n} of the log lacks changes.", n=n)
    for replica, (raw, signature) in last.items():
        key = keys.get(replica)
        if key is None:
            continue
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, raw)
        except InvalidSignature:
            yield translate(
                "rebuild",
                "The last entry of replica {replica} is not signed by it.",
                replica=replica.hex()[:8],
            )


def _replica_keys(connection: Connection) -> dict[bytes, bytes]:
    rows = connection.exec_driver_sql(
        "SELECT replica, key FROM desk WHERE replica IS NOT NULL AND key IS NOT NULL"
    )
    return {bytes.fromhex(row[0]): bytes.fromhex(row[1]) for row in rows}


def _compare(kept: Connection, made: Connection) -> Iterator[str]:
    for name, table in sorted(tables.TABLES.items()):
        columns = [f'"{c.name}"' for c in table.columns if not (name == "matter" and c.name == "n")]
        sql = f"SELECT {', '.join(columns)} FROM {name} ORDER BY id"
        different = 0
        for a, b in zip_longest(kept.exec_driver_sql(sql), made.exec_driver_sql(sql)):
            different += a is None or b is None or tuple(a) != tuple(b)
        if different:
            yield translate(
                "rebuild", "{count} rows of “{table}” differ from the log.", count=different, table=name
            )
    sql = "SELECT record, field, kind, change FROM mark ORDER BY 1, 2, 3, 4"
    if kept.exec_driver_sql(sql).all() != made.exec_driver_sql(sql).all():
        yield translate("rebuild", "The marks of conflicts differ from the log.")
    for index in ("ft", "fc"):
        if _vocabulary(kept, index) != _vocabulary(made, index):
            yield translate("rebuild", "The search index differs from the log.")


def _vocabulary(connection: Connection, index: str) -> str:
    """A hash of every term with its numbers of rows and places."""
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.v_{index} USING fts5vocab(main, {index}, row)"
    )
    total = sha256()
    for row in connection.exec_driver_sql(f"SELECT term, doc, cnt FROM temp.v_{index}"):
        total.update(repr(tuple(row)).encode())
    return total.hexdigest()
