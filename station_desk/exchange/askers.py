"""Sites that send files as to the office above them, of which this desk knows nothing: as after a backup was
put back here, from before they came under it. Only a receipt can go there, which asks for everything."""

from __future__ import annotations

from station_desk.exchange.manifest import Manifest
from station_desk.exchange.tree import Tree
from station_desk.store import incarnation
from station_desk.store.engine import Connection
from station_desk.store.incarnation import Why
from station_desk.store.meta import drop_meta, note_of, set_meta
from station_desk.store.sqlio import rows_of

_PREFIX = "asks:"
MOST = 100
"""Such sites that are kept in mind: anybody can write files in any name."""


def note(connection: Connection, sites: Tree, manifest: Manifest) -> None:
    """A file came, or waits for what is not here: keep in mind who sent it, where it says that it stands
    under this desk's site and nobody here knows of it; forget it where that is known.

    If it took a file of ours all the same, this desk was put back, and goes on as another: whoever knows it
    would take a receipt that counts from the beginning for an old one.
    """
    sender = manifest.sender
    noted = asks(connection, sender.site)
    if sender.parent == sites.me and sites.me not in sites.above(sender.site):
        if not noted and len(waiting(connection)) < MOST:
            set_meta(connection, _PREFIX + sender.site, sender.name)
            if manifest.took:
                incarnation.want(connection, Why.RESTORED)
    elif noted:
        drop_meta(connection, _PREFIX + sender.site)


def asks(connection: Connection, site: str) -> bool:
    """Whether a file of that site waits for what is not here."""
    return note_of(connection, _PREFIX + site) is not None


def waiting(connection: Connection) -> dict[str, str]:
    """The sites of which a file waits, with their names."""
    sql = "SELECT substr(key, ?), value FROM meta WHERE key >= ? AND key < ?"
    return dict(rows_of(connection, sql, (len(_PREFIX) + 1, _PREFIX, _PREFIX[:-1] + ";")))
