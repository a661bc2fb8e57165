"""One figure that two desks compare: equal digests, equal records."""

from __future__ import annotations

from hashlib import sha256

from station_desk.casework.context import Desk
from station_desk.domain.records import MATTERS, TYPES
from station_desk.exchange.stream import subtree
from station_desk.store.tables import TABLES


def digest(desk: Desk, station: str = "") -> str:
    """SHA-256 in hex over the casework that a station and its town both hold (visitors are the station's
    alone), with stages and due days; `station` narrows a town's desk to that site and the sites below it."""
    total = sha256()
    with desk.reading() as connection:
        stations = sorted(subtree(connection, station, desk.identity.site)) if station else []
        marks = ",".join("?" * len(stations))
        matters = f"SELECT id FROM matter WHERE station IN ({marks}) OR owner IN ({marks})"
        for name in ("matter", *sorted(TYPES)):
            cls = TYPES.get(name)
            if cls is not None and (not cls.casework or cls.withheld):
                continue
            columns = ", ".join(
                f'"{c.name}"' for c in TABLES[name].columns if c.name != "n" or name != "matter"
            )
            condition, values = "", stations * 2
            if stations:
                if name == "visit":
                    condition, values = f" WHERE station IN ({marks})", stations
                elif name == "matter" or name in MATTERS:
                    condition = f" WHERE id IN ({matters})"
                elif name == "link":
                    condition, values = f" WHERE source IN ({matters}) OR target IN ({matters})", stations * 4
                else:
                    condition = f" WHERE matter IN ({matters})"
            total.update(name.encode())
            rows = connection.exec_driver_sql(
                f"SELECT {columns} FROM {name}{condition} ORDER BY id", tuple(values)
            )
            while part := rows.fetchmany(5_000):
                for row in part:
                    total.update(repr(tuple(row)).encode())
    return total.hexdigest()
