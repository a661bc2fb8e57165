"""Who works at the made-up offices, and their lists: units, deputies, grids and stations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from station_desk.casework.context import Actor, Desk
from station_desk.demo import people, places
from station_desk.demo.plan import GRIDS_EACH
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Grid, Site, Station, Unit
from station_desk.domain.vocabulary import Role

CLERK = Actor("李敏", Role.CLERK)
HEAD = Actor("黄志华", Role.HEAD)
OFFICE = Actor("何伟文", Role.OFFICE)


@dataclass(slots=True)
class Lists:
    """Ids of the office's lists by the places and keys that the plan uses."""

    units: dict[str, RecordId] = field(default_factory=dict)
    deputies: list[RecordId] = field(default_factory=list)
    grids: list[RecordId] = field(default_factory=list)


def list_records(
    stations: int, deputies: Sequence[people.DeputyPerson]
) -> tuple[dict[str, Unit], list[Deputy], list[Grid]]:
    """The units, deputies and grids of the town."""
    units = {
        key: Unit(name=name, short=short, kind=kind) for key, (name, short, kind) in places.UNITS.items()
    }
    grids = [
        Grid(
            code=f"{places.station(n).code}-{g + 1:02d}", name=f"{places.station(n).village}第 {g + 1} 网格",
            village=places.station(n).village,
        )
        for n in range(stations)
        for g in range(GRIDS_EACH)
    ]  # fmt: skip
    known = [
        Deputy(
            name=d.name, level=d.level, term="第十七届" if d.level == "county" else None, district=d.district,
            credential=d.credential, phone=d.phone, postcode="529100",
            address=f"{places.TOWN}{places.station(d.station).village}", occupation=d.occupation,
            station=places.station(d.station).code, group=d.group, status="active",
        )
        for d in deputies
    ]  # fmt: skip
    return units, known, grids


def station_record(place: int) -> Station:
    """The station's entry in the list of stations."""
    home = places.station(place)
    return Station(
        code=home.code, name=home.name, kind=home.kind, town=places.TOWN, address=home.address,
        hours="每周四 9:00—11:30", head=HEAD.name if place == 0 else None,
        liaison=CLERK.name if place == 0 else None,
    )  # fmt: skip


def save_lists(desk: Desk, stations: int, deputies: Sequence[people.DeputyPerson]) -> Lists:
    """Write the town's lists in one commit; the first station's own entry is its own desk's."""
    units, known, grids = list_records(stations, deputies)
    out = Lists()
    with desk.writing(OFFICE, "import_directory") as work:
        out.units = {key: work.add(unit) for key, unit in units.items()}
        out.deputies = [work.add(deputy) for deputy in known]
        out.grids = [work.add(grid) for grid in grids]
        for place in range(1, stations):
            home = places.station(place)
            work.add(Site(code=home.code, name=home.name, role="station", parent=desk.identity.site))
            work.add(station_record(place))
    return out
