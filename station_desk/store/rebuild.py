"""The log replayed: record tables made again, and the proof that they equal what is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import chain, groupby, zip_longest
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy.engine import Connection

from station_desk.domain.declare import RecordId
from station_desk.i18n import translate
from station_desk.progress import Progress
from station_desk.store import codec, ids, tables
from station_desk.store.bulk import bulk
from station_desk.store.engine import make_engine
from station_desk.store.keys import signed
from station_desk.store.projection import Incoming, Profiles, Projector
from station_desk.store.sqlio import bare, insert_many, rows_of

BATCH = 20_000
_HELD = 300_000

_NOWHERE = Path()  # the scratch desk lives in memory


def create_projection(connection: Connection) -> None:
    """Empty record tables and search tables."""
    tables.RECORDS.create_all(connection)
    for ddl in tables.SEARCH_DDL:
        connection.exec_driver_sql(ddl)


def drop_projection(connection: Connection) -> None:
    """Remove every table that the log can make again, whatever version made it."""
    keep = {table.name for table in tables.LOG.sorted_tables} | {"alembic_version"}
    connection.exec_driver_sql("DROP TABLE IF EXISTS ft")
    connection.exec_driver_sql("DROP TABLE IF EXISTS fc")
    rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").all()
    for (name,) in rows:
        if name not in keep and not name.startswith("sqlite_"):
            connection.exec_driver_sql(f'DROP TABLE "{name}"')


def replay(source: Connection, target: Connection, projector: Projector, progress: Progress) -> None:
    """Project every visible change of `source`'s log into `target`'s empty record tables, in batches.

    Where the two differ, the log rows are copied too, since later batches look earlier changes up.
    """
    with bulk():
        _replay(source, target, projector, progress)


def _replay(source: Connection, target: Connection, projector: Projector, progress: Progress) -> None:
    total = source.exec_driver_sql("SELECT max(n) FROM chg").scalar() or 0
    several = _several(source)
    read = codec.read_change
    done = 0
    while done < total:
        progress(done, total, translate("rebuild", "Reading the log"))
        rows = rows_of(
            source,
            "SELECT g.n, g.cmt, g.place, g.record, g.made, g.body, c.lamport, c.site, c.role FROM chg g"
            " JOIN cmt c ON c.n = g.cmt WHERE g.n > ? AND g.n <= ? ORDER BY g.n",
            (done, done + BATCH),
        )
        if target is not source:
            insert_many(target, "chg", 6, [row[:6] for row in rows])
        incoming = [
            Incoming(
                n,
                record,
                read(body),
                body,
                bool(made),
                lamport,
                site,
                role,
            )
            for n, _, _, record, made, body, lamport, site, role in rows
            if body is not None
        ]
        projector.project(target, incoming, several)
        done += BATCH
    progress(total, total, translate("rebuild", "Reading the log"))


def _several(source: Connection) -> set[RecordId] | None:
    """The records changed more than once; None where they are too many to hold."""
    sql = (
        "SELECT record FROM chg WHERE record IS NOT NULL GROUP BY record HAVING count(*) > 1"
        f" LIMIT {_HELD + 1}"
    )
    found = {RecordId(row[0]) for row in rows_of(source, sql)}
    return found if len(found) <= _HELD else None


def check(connection: Connection, profiles: Profiles, progress: Progress) -> list[str]:
    """Chain, digests and signatures of the log; then its fold in an empty desk against the tables kept."""
    altered = list(_altered(connection, progress))
    problems = [*altered, *_holes(connection)]
    if altered:
        return problems  # what a forged log folds to proves nothing
    engine = make_engine(_NOWHERE, memory=True)
    try:
        with engine.connect() as empty, empty.begin():
            tables.LOG.create_all(empty)
            create_projection(empty)
            _copy_commits(connection, empty)
            replay(connection, empty, Projector(profiles), progress)
            problems.extend(_compare(connection, empty))
    finally:
        engine.dispose()
    return problems


def _copy_commits(source: Connection, target: Connection) -> None:
    sql = "SELECT n, hash, replica, seq, lamport, site, role, verb, undoes, x'', x'', package FROM cmt"
    for block in _blocks(source, sql):
        insert_many(target, "cmt", 12, block)


def _altered(connection: Connection, progress: Progress) -> Iterator[str]:
    """Every header, signature and change against its hash, its key, and the columns copied out of it."""
    keys = _replica_keys(connection)
    own = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'replica'").scalar()
    erased = {row[0].hex() for row in rows_of(connection, "SELECT change FROM redacted")}
    total = connection.exec_driver_sql("SELECT count(*) FROM cmt").scalar() or 0
    held = connection.exec_driver_sql("SELECT count(*) FROM chg").scalar() or 0
    rows = chain.from_iterable(
        _blocks(
            connection,
            "SELECT n, package, hash, replica, seq, lamport, site, role, verb, undoes, header, signature"
            " FROM cmt ORDER BY n",
        )
    )
    changes = chain.from_iterable(
        _blocks(connection, "SELECT cmt, place, record, made, body FROM chg ORDER BY cmt, place")
    )
    following = next(changes, None)
    for done, (n, package, hash_, replica, *copied, raw, signature) in enumerate(rows):
        if done % 1000 == 0:
            progress(done, total, translate("rebuild", "Reading the log"))
        mine: list[tuple[Any, ...]] = []
        while following is not None and following[0] <= n:
            if following[0] == n:
                mine.append(following[1:])
            following = next(changes, None)
        held -= len(mine)
        if codec.digest(raw) != hash_:
            yield translate("rebuild", "Entry {n} of the log was altered: its hash does not fit.", n=n)
            continue
        header = codec.read_header(raw)
        told = (
            header.seq, header.lamport, header.site, header.role, header.verb,
            bytes.fromhex(header.undoes) or None,
        )  # fmt: skip
        if bytes.fromhex(header.replica) != replica or told != tuple(copied):
            yield translate("rebuild", "Entry {n} of the log was altered: its hash does not fit.", n=n)
        key = keys.get(replica)
        if key is not None and not signed(key, signature, raw):
            yield translate("rebuild", "Entry {n} of the log is not signed by its writer.", n=n)
        if [place for place, *_ in mine] != list(range(len(header.changes))):
            yield translate("rebuild", "Entry {n} of the log lacks changes.", n=n)
            continue
        # What came back by a package after a backup was put back may lack what never left this desk.
        written_here = replica.hex() == own and package is None
        if not all(_kept(header, replica, written_here, erased, *change) for change in mine):
            yield translate("rebuild", "A change of entry {n} of the log was altered.", n=n)
    if held:
        yield translate("rebuild", "{count} changes of the log belong to no entry.", count=held)


def _kept(
    header: codec.Header,
    replica: bytes,
    own: bool,
    erased: Set[str],
    place: int,
    record: bytes | None,
    made: int,
    body: bytes | None,
) -> bool:
    """Whether a change stands as it was hashed; only another desk's can be withheld from this one,
    and only what was erased for good can lack of one's own."""
    if body is None:
        return record is None and (not own or header.changes[place] in erased)
    if codec.digest(body).hex() != header.changes[place]:
        return False
    named, nonce = codec.read_made(body)
    return record == named and bool(made) == ids.made_by(record, replica, nonce)


def _holes(connection: Connection) -> Iterator[str]:
    """Where an entry does not follow one that is here. Chains may branch, where a desk was copied."""
    rows = connection.exec_driver_sql("SELECT hash, replica, seq, header FROM cmt ORDER BY replica, seq, n")
    for replica, entries in groupby(rows, key=lambda row: bytes(row[1])):
        at, before, here = 0, set[str](), {bytes(32).hex()}
        for hash_, _, seq, raw in entries:
            if seq != at:
                at, before, here = seq, here if seq == at + 1 else set(), set()
            here.add(hash_.hex())
            try:
                prev = codec.read_header(raw).prev
            except msgspec.DecodeError:
                prev = ""
            if prev not in before:
                yield translate(
                    "rebuild",
                    "The log of replica {replica} has a hole at {seq}.",
                    replica=replica.hex()[:8],
                    seq=seq,
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
        different = sum(
            a != b
            for ours, theirs in zip_longest(_blocks(kept, sql), _blocks(made, sql), fillvalue=())
            if ours != theirs
            for a, b in zip_longest(ours, theirs)
        )
        if different:
            yield translate(
                "rebuild", "{count} rows of “{table}” differ from the log.", count=different, table=name
            )
    sql = "SELECT record, field, kind, change FROM mark ORDER BY 1, 2, 3, 4"
    if kept.exec_driver_sql(sql).all() != made.exec_driver_sql(sql).all():
        yield translate("rebuild", "The marks of conflicts differ from the log.")
    for index in ("ft", "fc"):
        words = (_vocabulary(kept, index), _vocabulary(made, index))
        if any(ours != theirs for ours, theirs in zip_longest(*words)):
            yield translate("rebuild", "The search index differs from the log.")


def _vocabulary(connection: Connection, index: str) -> Iterator[Sequence[tuple[Any, ...]]]:
    """Every term with its numbers of rows and places, in order."""
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.v_{index} USING fts5vocab(main, {index}, row)"
    )
    return _blocks(connection, f"SELECT term, doc, cnt FROM temp.v_{index}")


def _blocks(connection: Connection, sql: str) -> Iterator[Sequence[tuple[Any, ...]]]:
    """A statement's rows a thousand at a time, as the driver gives them."""
    cursor = bare(connection)
    cursor.execute(sql)
    while block := cursor.fetchmany(1_000):
        yield block
