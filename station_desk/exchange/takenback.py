"""Which matters the office above took back from this desk."""

from __future__ import annotations

from collections.abc import Iterable

from station_desk.exchange import tree
from station_desk.store.engine import Connection
from station_desk.store.sqlio import rows_for, rows_of


def standing(connection: Connection, me: str) -> frozenset[bytes]:
    """The matters that were taken back from this desk of the site `me` and have not come again, but for those
    that are its own to show."""
    gone = {row[0] for row in rows_of(connection, "SELECT matter FROM withdrawn WHERE gone = 1")}
    return frozenset(gone - _made_below(connection, me, gone)) if gone else frozenset()


def _made_below(connection: Connection, me: str, matters: Iterable[bytes]) -> set[bytes]:
    """Those of these matters that a site below this one made: they are this office's to show, whatever the
    office above makes of them; a station that went elsewhere is no longer below."""
    below = tree.load(connection, me).below(me)
    sql = (
        "SELECT g.record, c.site FROM chg g JOIN cmt c ON c.n = g.cmt WHERE g.record IN {keys} AND g.made = 1"
    )
    return {record for record, site in rows_for(connection, sql, matters) if site in below and site != me}
