"""One figure that two desks compare: equal digests, equal records."""

from __future__ import annotations

from hashlib import sha256

from station_desk.casework.context import Desk
from station_desk.domain.records import MATTERS, TYPES
from station_desk.store.tables import TABLES


def digest(desk: Desk, station: str = "") -> str:
    """SHA-256 in hex over the casework that a station and its town both hold (visitors are the station's
    alone), with stages and due days; `station` narrows a town's desk to one station's casework."""
    total = sha256()
    matters = "SELECT id FROM matter WHERE station = ?"
    with desk.reading() as connection:
        for name in ("matter", *sorted(TYPES)):
            cls = TYPES.get(name)
            if cls is not None and (not cls.casework or cls.withheld):
                continue
            columns = ", ".join(
                f'"{c.name}"' for c in TABLES[name].columns if c.name != "n" or name != "matter"
            )
            condition = ""
            if station:
                if name in ("matter", "visit"):
                    condition = " WHERE station = ?"
                elif name in MATTERS:
                    condition = f" WHERE id IN ({matters})"
                else:
                    condition = f" WHERE {'target' if name == 'link' else 'matter'} IN ({matters})"
            total.update(name.encode())
            rows = connection.exec_driver_sql(
                f"SELECT {columns} FROM {name}{condition} ORDER BY id",
                (station,) if station else (),
            )
            while part := rows.fetchmany(5_000):
                for row in part:
                    total.update(repr(tuple(row)).encode())
    return total.hexdigest()
