"""Makes the made-up desks: a town with its stations, and the desk of its first station with a year of work."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from station_desk.casework import browse, offices
from station_desk.casework.context import Desk
from station_desk.demo import motions, people, places, plan
from station_desk.demo.bulk import fill
from station_desk.demo.office import CLERK, HEAD, OFFICE, save_lists, station_record
from station_desk.demo.play import Player
from station_desk.domain.vocabulary import SiteRole
from station_desk.errors import UserError
from station_desk.exchange import inbox, stream
from station_desk.i18n import translate
from station_desk.progress import Progress, silent

BULK_FROM = 3_000
"""From so many matters on, the town's desk holds them, written in bulk."""

STATION_MATTERS = 300

MOTIONS_FROM = 200
"""From so many matters on, some of them are motions."""


@dataclass(frozen=True, slots=True)
class DemoDesks:
    """The desks made. `main` holds as many matters as were asked for: the station's desk. With too many
    for one station all three are the town's desk."""

    town: Path
    station: Path
    main: Path
    matters: int


def make_demo(
    folder: Path,
    *,
    stations: int = 8,
    matters: int = STATION_MATTERS,
    seed: int = 1,
    today: date,
    progress: Progress = silent,
    station: Path | None = None,
    town: Path | None = None,
) -> DemoDesks:
    """Make the town's and its first station's desk in `folder`, the year that ends `today`.

    The same seed, size and day give the same matters; keys and signatures are new each time. The desks'
    names may be given. UserError where a desk exists already.
    """
    if stations < 1 or matters < 1:
        raise UserError(translate("demo", "A demo needs at least one station and one matter."))
    folder.mkdir(parents=True, exist_ok=True)
    bulk = matters >= BULK_FROM
    town_path = town or folder / "town.desk"
    station_path = town_path if bulk else station or folder / "station.desk"
    if bulk and station is not None:
        town_path = station_path = station
    for path in {town_path, station_path}:
        if path.exists():
            raise UserError(
                translate(
                    "demo", "{path} exists already. Choose another name, or delete it first.", path=path
                )
            )
    try:
        of_town = _create(town_path, places.TOWN_CODE, places.TOWN_NAME, SiteRole.TOWN)
        try:
            if bulk:
                fill(of_town, stations=stations, matters=matters, seed=seed, today=today, progress=progress)
            else:
                _year(of_town, station_path, _Size(stations, matters, seed, today), progress)
        finally:
            of_town.close()
    except BaseException:
        for path in {town_path, station_path}:
            remove_desk(path)
        raise
    return DemoDesks(town_path, station_path, station_path, matters)


@dataclass(frozen=True, slots=True)
class _Size:
    stations: int
    matters: int
    seed: int
    today: date


def _create(path: Path, site: str, name: str, role: SiteRole) -> Desk:
    station = role is SiteRole.STATION
    return Desk.create(
        path, site=site, name=name, role=role, parent=places.TOWN_CODE if station else "",
        actor=CLERK.name if station else OFFICE.name,
    )  # fmt: skip


def remove_desk(path: Path) -> None:
    """Delete a desk file and what the database keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _year(town: Desk, station_path: Path, size: _Size, progress: Progress) -> None:
    """The station's year, in turns with the town: packages go up and come back between them."""
    home = places.station(0)
    deputies = people.deputies(Random(size.seed), size.stations)
    station = _create(station_path, home.code, home.name, SiteRole.STATION)
    try:
        with tempfile.TemporaryDirectory() as scratch:
            spool = Path(scratch)
            ship(station, town, spool)
            lists = save_lists(town, size.stations, deputies)
            ship(town, station, spool)
            _describe(station)
            player = Player(station, town, lists)
            wanted = size.matters
            if wanted >= MOTIONS_FROM:
                wanted -= motions.COUNT
            told = translate("demo", "Living through the year")
            made = 0
            for visit in plan.visits(size.seed, 1, wanted, size.today, deputies):
                progress(made, size.matters, told)
                player.catch_up(visit.began.date())
                player.visit(visit)
                made += sum(1 + (case.suggestion is not None) for case in visit.cases)
            player.turn(town=False)
            while player.waiting:
                ship(station, town, spool)
                done = player.turn(town=True)
                ship(town, station, spool)
                if not done + player.turn(town=False):
                    break
            if wanted < size.matters:
                motions.play(
                    station, town, CLERK, OFFICE, lists.deputies, lists.units["street"], size.today,
                    lambda sender, receiver: ship(sender, receiver, spool),
                )  # fmt: skip
    finally:
        station.close()


def _describe(station: Desk) -> None:
    """Fill in the station's own entry, which its desk made with code and name alone."""
    own = next(i for i, s in browse.office(station).stations if s.code == station.identity.site)
    offices.save(station, HEAD, station_record(0), own)


def ship(sender: Desk, receiver: Desk, spool: Path) -> Path:
    """Send a package from desk to desk through the folder `spool`; UserError where it is refused."""
    made = stream.export(sender, receiver.identity.site, spool)
    result = inbox.take_in(receiver, [made.path], trust=lambda _: True)
    for refused in result.refused:
        raise UserError(refused.reason)
    return made.path
