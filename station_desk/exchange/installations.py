"""The installations of a peer: a copied desk is two. Which are at work, and what each of them last said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from station_desk.store.engine import Connection
from station_desk.store.sqlio import insert_many, rows_of

HEARD = 5
"""Packages back within which an installation of a peer counts as still at work: a copied desk is two. Who
was silent for longer is asked for a package, and counts again with it."""


class Said(StrEnum):
    """What an installation says of itself: the number of its last word, which package of ours it `TOOK` last,
    which it is `MISSING`, how many entries `LESS` than before it holds, which `FILES` it lacks, of which
    types and months it holds something else (`DIFFERS`) or asks for everything again (`ASKED`); and how many
    packages and entries came since its sums were `COMPARED`. Of no installation: of which types and months
    something was `ERASED` here that a site below wrote."""

    HEARD = "heard"
    TOOK = "took"
    MISSING = "missing"
    LESS = "less"
    FILES = "blob"
    DIFFERS = "differs"
    ASKED = "asked"
    COMPARED = "compared"
    ERASED = "erased"


def lately(connection: Connection, peer: str) -> list[str]:
    """The installations of a peer that wrote one of its last packages, the latest first."""
    sql = "SELECT incarnation FROM stream WHERE direction = 'in' AND peer = ? ORDER BY id DESC LIMIT ?"
    return [*dict.fromkeys(row[0] for row in rows_of(connection, sql, (peer, HEARD)))]


def at_work(connection: Connection, peer: str) -> list[str]:
    """The installations of a peer that spoke lately, but for one that has been silent ever since another that
    follows it spoke first: it was restored, not copied."""
    rows = rows_of(
        connection,
        "SELECT id, incarnation FROM stream WHERE direction IN ('in', 'alone') AND peer = ?"
        f" ORDER BY id DESC LIMIT {HEARD}",
        (peer,),
    )
    latest: dict[str, int] = {}
    for place, incarnation in rows:
        latest.setdefault(incarnation, place)
    sql = (
        "SELECT incarnation, min(id) FROM stream WHERE direction IN ('in', 'alone') AND peer = ?"
        " GROUP BY incarnation"
    )
    first = dict(rows_of(connection, sql, (peer,)))
    followed: set[str] = set()
    for incarnation in latest:
        sql = 'SELECT "after" FROM desk WHERE replica = ? AND site = ?'
        for (after,) in rows_of(connection, sql, (incarnation, peer)):
            if after in latest and latest[after] < first[incarnation]:
                followed.add(after)
    return [incarnation for incarnation in latest if incarnation not in followed]


def note_alone(connection: Connection, peer: str, incarnation: str, number: int, hash_: bytes) -> None:
    """Note a receipt that came alone after package `number`: whoever wrote it is at work."""
    sql = "SELECT 1 FROM stream WHERE direction = 'alone' AND peer = ? AND hash = ?"
    if not rows_of(connection, sql, (peer, hash_)):
        connection.exec_driver_sql(
            "INSERT INTO stream (direction, peer, number, hash, previous, at, changes, bytes, name,"
            " incarnation) VALUES ('alone', ?, ?, ?, x'', ?, 0, 0, '', ?)",
            (peer, number, hash_, datetime.now().isoformat(timespec="seconds"), incarnation),
        )


def keep(connection: Connection, peer: str, incarnation: str, kind: Said, said: Mapping[str, str]) -> None:
    """Keep what an installation said ({name: value}), in place of its earlier word; what another one of the
    same site said stays."""
    connection.exec_driver_sql(
        "DELETE FROM word WHERE peer = ? AND incarnation = ? AND kind = ?", (peer, incarnation, kind)
    )
    rows = [(peer, incarnation, kind, name, value) for name, value in said.items()]
    insert_many(connection, "word", 5, rows, replace=True)


def last_word(connection: Connection, peer: str, incarnation: str, kind: Said) -> dict[str, str]:
    """What that installation said last: {name: value}."""
    sql = "SELECT name, value FROM word WHERE peer = ? AND incarnation = ? AND kind = ? ORDER BY name"
    return dict(rows_of(connection, sql, (peer, incarnation, kind)))


def said(connection: Connection, peer: str, kind: Said) -> dict[str, dict[str, str]]:
    """What every installation of a peer that is at work said last: {incarnation: {name: value}}."""
    return {one: last_word(connection, peer, one, kind) for one in at_work(connection, peer)}


def names(connection: Connection, peer: str, kind: Said) -> list[str]:
    """What any of a peer's installations at work named, once each, in order."""
    return sorted({name for found in said(connection, peer, kind).values() for name in found})
