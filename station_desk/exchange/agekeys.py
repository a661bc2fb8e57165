"""The key by which others encrypt for a desk: an X25519 identity of age's, kept in the desk's own file."""

from __future__ import annotations

from station_desk.store.engine import Connection
from station_desk.store.meta import note_of, set_meta

_SECRET = "age"


def secret_in(connection: Connection) -> str:
    """The desk's own identity, made where there is none; the connection must be a writing one."""
    from pyrage import x25519

    found = note_of(connection, _SECRET)
    if found is not None:
        return found
    made = str(x25519.Identity.generate())
    set_meta(connection, _SECRET, made)
    return made


def public_in(connection: Connection) -> str:
    """The public half of `secret_in`, as age writes it (`age1…`)."""
    from pyrage import x25519

    return str(x25519.Identity.from_str(secret_in(connection)).to_public())
