"""Sites that send files as to the office above them, of which this desk knows nothing: as after a backup was
put back here, from before they came under it. Only a receipt can go there, which asks for everything."""

from __future__ import annotations

from station_desk.exchange import tree
from station_desk.exchange.manifest import Sender
from station_desk.store.engine import Connection
from station_desk.store.meta import drop_meta, note_of, set_meta
from station_desk.store.sqlio import rows_of

_PREFIX = "asks:"
MOST = 100
"""Such sites that are kept in mind: anybody can write files in any name."""


def note(connection: Connection, me: str, sender: Sender) -> None:
    """A file of that sender goes on from what is not here: keep in mind who it is, where it says that it
    stands under this desk's site `me` and nobody here knows of it."""
    if sender.parent != me or me in tree.load(connection, me).above(sender.site):
        return
    if len(waiting(connection)) < MOST:
        set_meta(connection, _PREFIX + sender.site, sender.name)


def answered(connection: Connection, site: str) -> None:
    """A file of that site was taken in."""
    if note_of(connection, _PREFIX + site) is not None:
        drop_meta(connection, _PREFIX + site)


def asks(connection: Connection, site: str) -> bool:
    """Whether a file of that site waits for what is not here."""
    return note_of(connection, _PREFIX + site) is not None


def waiting(connection: Connection) -> dict[str, str]:
    """The sites of which a file waits, with their names."""
    sql = "SELECT substr(key, ?), value FROM meta WHERE key >= ? AND key < ?"
    return dict(rows_of(connection, sql, (len(_PREFIX) + 1, _PREFIX, _PREFIX[:-1] + ";")))
