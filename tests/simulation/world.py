"""A county, two towns, four stations and three deputies with real desk files, and the post between them."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from unittest.mock import patch

from sqlalchemy import event

from station_desk import i18n
from station_desk.casework import browse, offices
from station_desk.casework.context import Actor, Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.profile_text import load_builtin
from station_desk.domain.records import Deputy, Unit
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError
from station_desk.exchange import confirming, inbox, stream, sums
from station_desk.store import commits, rebuild, tables
from station_desk.store import desk as desk_module
from station_desk.store.engine import Connection
from tests.exchange.post import anyone

ROOT = "QX"
TREE: dict[str, tuple[str, SiteRole]] = {
    ROOT: ("", SiteRole.COUNTY),
    "HZ": (ROOT, SiteRole.TOWN),
    "SZ": (ROOT, SiteRole.TOWN),
    "HC": ("HZ", SiteRole.STATION),
    "XH": ("HZ", SiteRole.STATION),
    "SJ": ("SZ", SiteRole.STATION),
    "LK": ("SZ", SiteRole.STATION),
    "HC-D1": ("HC", SiteRole.DEPUTY),
    "HZ-D2": ("HZ", SiteRole.DEPUTY),
    "SJ-D3": ("SJ", SiteRole.DEPUTY),
}
"""Each site with the one above it and its kind, the highest first."""

LEVELS = {"HC-D1": "town", "HZ-D2": "county", "SJ-D3": "town"}
ACTORS = {
    SiteRole.COUNTY: Role.COUNTY,
    SiteRole.TOWN: Role.OFFICE,
    SiteRole.STATION: Role.CLERK,
    SiteRole.DEPUTY: Role.DEPUTY,
}
ROUNDS = 12
"""Rounds of files both ways after which everything must be everywhere."""

_SPRING = 1_778_117_460  # 7 May 2026, morning: when every schedule begins


class Broken(AssertionError):
    """A promise of the exchange was not kept; the message says which, and the seed is with it."""


class Clock:
    """The time that writers see: it goes on by the same steps on every run, and wrongly where told."""

    def __init__(self) -> None:
        self.now = float(_SPRING)
        self.skew = 0.0

    def time(self) -> float:
        """Seconds since 1970."""
        self.now += 7
        return self.now + self.skew

    def time_ns(self) -> int:
        """The same in nanoseconds."""
        return int(self.time()) * 1_000_000_000


@dataclass(slots=True, eq=False)
class Machine:
    """One computer with a desk of a site; a copied desk has two. `blind`: it remembers nothing of its desk,
    so that it cannot tell that it was copied or put back. `skew`: by how many seconds its clock is wrong."""

    name: str
    site: str
    desk: Desk
    actor: Actor
    blind: bool = False
    skew: float = 0.0
    kept: Path | None = None

    @property
    def tray(self) -> Path:
        """The folder for what it sends."""
        found = self.desk.path.parent / f"{self.name}.out"
        found.mkdir(exist_ok=True)
        return found


@dataclass(frozen=True, slots=True)
class Letter:
    """A file on its way from a machine to a site."""

    sender: str
    to: str
    path: Path
    place: int


@dataclass(slots=True)
class Told:
    """What happened in a schedule: acts and faults that really took place, and what was found of them."""

    done: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def add(self, other: Told) -> None:
        self.done += other.done
        self.found += other.found


class World:
    """All machines of a schedule, the post between them, and its one source of chance."""

    def __init__(self, folder: Path, seed: int, clock: Clock) -> None:
        self.folder = folder
        self.seed = seed
        self.chance = Random(seed)
        self.clock = clock
        self.told = Told()
        self.machines: list[Machine] = []
        self.post: list[Letter] = []
        self.arrived: list[tuple[Machine, Letter]] = []
        self.taken: dict[str, list[Path]] = {}
        self.sent = 0
        self.deputies: list[RecordId] = []
        self.moved: set[str] = set()
        self.cloned: set[bytes] = set()

    @property
    def done(self) -> Counter[str]:
        return self.told.done

    def home(self) -> Path:
        """What the computers remember of their desks."""
        return self.folder / "home"

    def nowhere(self) -> Path:
        """A place where nothing can be remembered: below a file."""
        found = self.folder / "nowhere"
        found.touch()
        return found / "home"

    def at(self, site: str) -> list[Machine]:
        """The computers that a site works on."""
        return [machine for machine in self.machines if machine.site == site]

    def someone(self, *roles: SiteRole) -> Machine:
        """Anybody at work, of these kinds of sites if named."""
        found = [m for m in self.machines if not roles or m.desk.identity.role in roles]
        return self.take_turn(self.chance.choice(found))

    def take_turn(self, machine: Machine) -> Machine:
        """Let the clock be that machine's."""
        self.clock.skew = machine.skew
        return machine

    def somebody_busy(self, track: str = "") -> tuple[Machine, browse.MatterRow]:
        """Anybody who has a matter (of that track), and the matter. UserError where that is nobody."""
        for machine in self.chance.sample(self.machines, len(self.machines)):
            rows = browse.page(machine.desk, browse.MatterFilter())
            rows = [row for row in rows if row.track == track or not track]
            if rows:
                return self.take_turn(machine), self.chance.choice(rows)
        raise UserError("nothing to do")

    def reopen(self, machine: Machine) -> None:
        """Close a desk and open its file again, as after whatever was done to it."""
        machine.desk.close()
        machine.desk = self.opened(machine.desk.path, blind=machine.blind)

    def opened(self, path: Path, *, blind: bool) -> Desk:
        """A desk's file opened on a computer that remembers its desks, or on one that cannot."""
        home = self.nowhere() if blind else self.home()
        with patch.dict(os.environ, {"STATION_DESK_HOME": str(home)}):
            return Desk.open(path)

    def above(self, machine: Machine) -> str:
        """The site above a machine's own, as it says itself."""
        return machine.desk.identity.parent

    def links(self) -> list[tuple[Machine, str]]:
        """Every machine with the site above its own, the lowest first."""
        order = list(TREE)
        below = sorted(self.machines, key=lambda m: -order.index(m.site))
        return [(machine, self.above(machine)) for machine in below if self.above(machine)]

    def matter(self, desk: Desk, track: str = "") -> browse.MatterRow:
        """A matter that the desk has; UserError where there is none."""
        rows = [r for r in browse.page(desk, browse.MatterFilter()) if r.track == track or not track]
        if not rows:
            raise UserError("nothing to do")
        return self.chance.choice(rows)

    # --- the post ------------------------------------------------------------------------------------

    def packed(self, machine: Machine, to: str) -> Letter:
        """Its next package for a site."""
        self.take_turn(machine)
        self.sent += 1
        path = stream.export(machine.desk, to, machine.tray).path
        return Letter(machine.name, to, path, self.sent)

    def confirmed(self, machine: Machine, to: str) -> Letter:
        """A receipt alone for a site."""
        self.sent += 1
        return Letter(machine.name, to, confirming.write(machine.desk, to, machine.tray), self.sent)

    def deliver(self, machine: Machine, letter: Letter) -> inbox.InboxResult:
        """Take a file in at one machine."""
        self.take_turn(machine)
        result = inbox.take_in(machine.desk, [letter.path], trust=anyone)
        if not result.refused:
            self.taken.setdefault(machine.site, []).append(letter.path)
        return result

    def until_quiet(self) -> None:
        """Files both ways between all, nothing lost, until nothing is new to anybody and nobody believes any
        more that another holds something else."""
        for _ in range(ROUNDS):
            news = 0
            for machine, above in self.links():
                news += self._pass_on(machine, above)
            for machine, above in reversed(self.links()):
                # What one of the site's computers is sent, they all take.
                first = self.at(machine.site)[0] is machine
                for upper in self.at(above) if first else ():
                    news += self._pass_on(upper, machine.site)
            differing = [] if news else self._differing()
            if not news and not differing:
                return
        if news:
            raise Broken(f"after {ROUNDS} rounds of files both ways something is still new or refused")
        raise Broken(f"after {ROUNDS} rounds of files both ways, {differing[0]}")

    def _differing(self) -> list[str]:
        """Who believes of whom that they hold something else, of those who exchange files."""
        out: list[str] = []
        for machine, above in self.links():
            for upper in self.at(above):
                with upper.desk.reading() as connection:
                    if found := sums.differences(connection, machine.site):
                        out.append(f"{upper.name} believes that {machine.site} holds other {found[0].kind}s")
        return out

    def _pass_on(self, machine: Machine, to: str) -> int:
        try:
            letter = self.packed(machine, to)
        except UserError:
            # Put back to before that site came under it: a receipt alone says that nothing of it is here. It
            # can be written once a file of that site waits.
            try:
                letter = self.confirmed(machine, to)
            except UserError:
                return 1
        results = [self.deliver(other, letter) for other in self.at(to)]
        return sum(result.changes + result.applied + len(result.refused) for result in results)

    def close(self) -> None:
        for machine in self.machines:
            machine.desk.close()


# What is the same for every desk is worked out once in a process: a schedule opens a dozen, again and again.
_profile = cache(load_builtin)
_projection = cache(tables.projection_version)
_create = rebuild.create_projection
_said: list[str] = []


def _make_tables(connection: Connection) -> None:
    """As `rebuild.create_projection`, by the statements that it wrote the first time."""
    if _said:
        for statement in _said:
            connection.exec_driver_sql(statement)
        return

    def hear(*said: object) -> None:
        if str(said[2]).lstrip().startswith(("CREATE", "INSERT")):
            _said.append(str(said[2]))

    event.listen(connection, "before_cursor_execute", hear)
    _create(connection)
    event.remove(connection, "before_cursor_execute", hear)


@contextmanager
def pretended(seed: int, home: Path) -> Iterator[Clock]:
    """Within: clock and random bytes are of the schedule's own making, and so is what computers remember."""
    clock, chance = Clock(), Random(seed)
    language = i18n.language()
    i18n.set_language(i18n.ENGLISH)
    with (
        patch.dict(os.environ, {"STATION_DESK_HOME": str(home)}),
        patch.object(commits, "time", clock),
        patch.object(os, "urandom", chance.randbytes),
        patch.object(desk_module, "load_builtin", _profile),
        patch.object(tables, "projection_version", _projection),
        patch.object(rebuild, "create_projection", _make_tables),
    ):
        try:
            yield clock
        finally:
            i18n.set_language(language)


class Founded:
    """The world before anything happens: made once in a process, and put back for every schedule.

    The schedules run at the very place where the desks were founded: elsewhere they would count as copied.
    """

    def __init__(self, folder: Path) -> None:
        self.work = folder / "work"
        self._first = folder / "first"
        self.work.mkdir()
        with pretended(0, self.work / "home") as clock:
            world = World(self.work, 0, clock)
            for site, (parent, role) in TREE.items():
                path = self.work / f"{site}.desk"
                desk = Desk.create(path, site=site, name=f"{site}站", role=role, parent=parent)
                world.machines.append(_machine(site, desk))
            self.deputies = [_deputy(world, code) for code in LEVELS]
            for machine in world.machines:
                if machine.desk.identity.role is SiteRole.STATION:
                    offices.save(machine.desk, machine.actor, Unit(name="区市政管理所"))
            world.until_quiet()
            world.close()
        self._taken = world.taken
        shutil.copytree(self.work, self._first)

    def again(self, seed: int, clock: Clock) -> World:
        """The world as it was founded, for one schedule."""
        shutil.rmtree(self.work)
        shutil.copytree(self._first, self.work)
        world = World(self.work, seed, clock)
        world.deputies = list(self.deputies)
        world.taken = {name: list(paths) for name, paths in self._taken.items()}
        for site in TREE:
            world.machines.append(_machine(site, Desk.open(self.work / f"{site}.desk")))
        return world

    def blank(self, site: str, folder: Path) -> Path:
        """The file of a site's desk as it was founded and had heard of the others."""
        target = folder / f"{site}.desk"
        shutil.copy(self._first / f"{site}.desk", target)
        return target


def _machine(site: str, desk: Desk) -> Machine:
    return Machine(site, site, desk, Actor(f"{site}某", ACTORS[desk.identity.role]))


def _deputy(world: World, code: str) -> RecordId:
    upper = world.at(TREE[code][0])[0]
    deputy, _ = offices.save(upper.desk, upper.actor, Deputy(name=f"代表{code}", level=LEVELS[code]))
    offices.add_deputy_desk(upper.desk, upper.actor, deputy, code)
    return deputy


Act = Callable[[World], None]
"""Something that happens in a schedule. UserError: it could not be done now, and nothing happened."""
