"""Records as a desk holds them, and as a reader who knows only the page does, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from station_desk.casework.context import Desk
from station_desk.domain import declare
from station_desk.domain.fold import fold
from station_desk.domain.records import TYPES
from station_desk.exchange.scope import AT_HOME
from station_desk.store.commits import load_views
from tests.exchange.plain import fold as plain
from tests.exchange.plain.package import Package, read_package
from tests.exchange.plain.table import of_page
from tests.exchange.plain.trust import Store


class Seen(NamedTuple):
    """One record: its type, the site that made it, the values of its fields; the fields in conflict; the
    proposals (field, digest of the change)."""

    type: str
    maker: str
    fields: dict[str, object]
    conflicts: frozenset[str]
    proposals: frozenset[tuple[str, str]]


def read(path: Path) -> Package:
    return read_package(path.read_bytes())


def store_of(*packages: Package) -> Store:
    """What the recipient holds after these, who takes each sender at its word."""
    store = Store(packages[0].manifest["recipients"][0], table=of_page())
    for package in packages:
        sender = package.manifest["sender"]
        store.keys.setdefault(sender["replica"], (sender["site"], sender["key"]))
        store.take(package)
    return store


def by_page(store: Store) -> dict[str, Seen]:
    """The records that the store's changes come to, by the page."""
    found = plain.fold(store.changes(), of_page())
    return {key: seen(one) for key, one in found.items()}


def seen(one: plain.Record) -> Seen:
    """One record as the page's fold gives it."""
    return Seen(
        one.type,
        one.made_by or "",
        one.values(),
        frozenset(name for name, field in one.fields.items() if field.conflict),
        frozenset((name, said.change) for name, field in one.fields.items() for said in field.proposals),
    )


def by_desk(desk: Desk, found: dict[str, Seen]) -> dict[str, Seen]:
    """The same records as the desk holds them."""
    keys = [declare.RecordId(bytes.fromhex(key)) for key in found]
    with desk.reading() as connection:
        views = load_views(connection, keys)
    out: dict[str, Seen] = {}
    for key, known in views.items():
        kind = found[key.hex()].type
        assert kind not in AT_HOME
        folded = fold(declare.fields_of(TYPES[kind]), known)
        out[key.hex()] = Seen(
            kind,
            folded.creator,
            dict(folded.values),
            frozenset(folded.conflict),
            frozenset((name, change.hex()) for name, change in folded.proposals),
        )
    return out
