"""What must hold when a schedule has healed; the rules are asked here anew, without the code they prove."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from station_desk.casework.context import Desk
from station_desk.domain.declare import Wire, fields_of
from station_desk.domain.records import TYPES
from station_desk.domain.vocabulary import SiteRole
from station_desk.exchange import inbox
from station_desk.exchange.digest import digest, digest_within
from station_desk.exchange.scope import scope_for
from station_desk.store import codec
from station_desk.store.engine import Connection
from station_desk.store.tables import TABLES
from tests.builders import deliver, log_of
from tests.exchange.post import anyone
from tests.simulation.world import ROOT, Broken, Machine, World

Entries = set[tuple[bytes, int]]
"""Commits by their hash, with the place of each change whose bytes are there (-1: the commit itself)."""

About = tuple[str, frozenset[str]]
"""The record that a change is about, and the matters that it names as hanging on them (ids in hex)."""

_AT_HOME = ('{"t":"visitor"', '{"t":"person"')


def held(machine: Machine, *, home: bool = True) -> Entries:
    """What a desk's log holds; with `home`, less what never leaves its site."""
    with machine.desk.reading() as connection:
        found = {(row[0], -1) for row in connection.exec_driver_sql("SELECT hash FROM cmt")}
        rows = connection.exec_driver_sql(
            "SELECT c.hash, g.place, CAST(substr(g.body, 1, 14) AS TEXT) FROM chg g JOIN cmt c ON c.n = g.cmt"
            " WHERE g.body IS NOT NULL"
        )
        found |= {(row[0], row[1]) for row in rows if not (home and row[2].startswith(_AT_HOME))}
    return found


def all_held(world: World) -> dict[tuple[bytes, int], About]:
    """What exists anywhere, before the last files go round; each with what it is about."""
    found: dict[tuple[bytes, int], About] = {}
    for machine in world.machines:
        found |= {entry: ("", frozenset()) for entry in held(machine) if entry not in found}
        found |= {entry: about for entry, about in _abouts(machine) if entry in found}
    return found


def _abouts(machine: Machine) -> Iterator[tuple[tuple[bytes, int], About]]:
    sql = "SELECT c.hash, g.place, g.body FROM chg g JOIN cmt c ON c.n = g.cmt WHERE g.body IS NOT NULL"
    with machine.desk.reading() as connection:
        for hash_, place, body in connection.exec_driver_sql(sql):
            change = codec.read_change(body)
            ends = [change.f.get(name) for name in ("matter", "source", "target")]
            yield (hash_, place), (change.r, frozenset(end for end in ends if isinstance(end, str)))


def _erased(world: World, existed: Mapping[tuple[bytes, int], About]) -> set[str]:
    """The records that are to be nowhere: those for which the word stands, and what hangs on them."""
    found: set[str] = set()
    for machine in world.machines:
        with machine.desk.reading() as connection:
            found |= {row[0] for row in connection.exec_driver_sql("SELECT record FROM redaction")}
    world.told.found["records erased for good"] += len(found)
    # What hangs on a matter names it in the change that made it alone.
    return found | {record for record, ends in existed.values() if ends & found}


def _nowhere(world: World, erased: set[str]) -> None:
    for machine in world.machines:
        if any(record in erased or ends & erased for _, (record, ends) in _abouts(machine)):
            raise Broken(f"{machine.name} still holds something of what was erased for good")


def check(world: World, existed: Mapping[tuple[bytes, int], About], blank: Path) -> None:
    """Broken where any promise was not kept. `existed`: what `all_held` found before the healing; `blank`:
    the highest desk's file as it was founded."""
    (root,) = world.at(ROOT)
    whole = held(root)
    erased = _erased(world, existed)
    _nowhere(world, erased)
    if lost := {entry for entry, (record, _) in existed.items() if record not in erased} - whole:
        raise Broken(f"{len(lost)} entries that somebody had never came to {ROOT}")
    for machine, above in world.links():
        for upper in world.at(above):
            _same_within(upper, machine)
            _newer_within(upper, machine)
    for machine in world.machines:
        if problems := machine.desk.check():
            raise Broken(f"{machine.name} does not fold to what it shows: {problems[:3]}")
        _no_visitor_abroad(machine)
    _forks_found(world)
    _nothing_lost(world, root)
    _any_order(world, root, blank)


def _same_within(upper: Machine, lower: Machine) -> None:
    """Two desks show the same of the lower one's scope."""
    with upper.desk.reading() as there, lower.desk.reading() as here:
        scope = scope_for(there, upper.desk.identity, lower.site)
        if digest_within(there, scope) != digest_within(here, scope):
            raise Broken(f"{upper.name} and {lower.name} show other records of the scope of {lower.site}")


def _newer_within(upper: Machine, lower: Machine) -> None:
    """What a newer program wrote into a matter is at both, byte for byte, though neither can read it."""
    sql = (
        "SELECT c.hash, g.place, g.record, g.body FROM chg g JOIN cmt c ON c.n = g.cmt"
        " WHERE instr(g.body, CAST('\"mood\"' AS BLOB)) > 0"
    )
    with upper.desk.reading() as there, lower.desk.reading() as here:
        matters = scope_for(there, upper.desk.identity, lower.site).matters
        above = {tuple(row) for row in there.exec_driver_sql(sql) if row[2] in matters}
        below = {tuple(row) for row in here.exec_driver_sql(sql) if row[2] in matters}
    if above != below:
        raise Broken(f"{upper.name} and {lower.name} keep other bytes of a newer program")


def _no_visitor_abroad(machine: Machine) -> None:
    with machine.desk.reading() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM visitor").scalar()
        names = connection.exec_driver_sql("SELECT DISTINCT name FROM visitor").scalars().all()
    station = machine.desk.identity.role is SiteRole.STATION
    if count and not (station and all(name.endswith(machine.site) for name in names)):
        raise Broken(f"{machine.name} holds visitors of elsewhere")


def _forks_found(world: World) -> None:
    """Every replica that was written twice is flagged wherever both branches are, and nobody writes in its
    name any more."""
    real: set[bytes] = set()
    for machine in world.machines:
        with machine.desk.reading() as connection:
            twice = connection.exec_driver_sql(
                "SELECT replica FROM cmt GROUP BY replica, seq HAVING count(*) > 1"
            )
            double = {row[0] for row in twice}
            flagged = {row[0] for row in connection.exec_driver_sql("SELECT replica FROM fork")}
        if missed := double - flagged:
            raise Broken(f"{machine.name} does not know of {len(missed)} replicas written twice")
        if flagged - double:
            raise Broken(f"{machine.name} takes replicas for forked that are not")
        real |= double
        if machine.desk.identity.replica in flagged:
            raise Broken(f"{machine.name} still writes as a replica that it knows to be forked")
    # A restore may have thrown one branch away before anybody saw it: then there is nothing to find.
    world.done["clones of which a branch was lost"] += len(world.cloned - real)
    world.told.found["true clones"] += len(world.cloned & real)
    world.done["replicas written twice"] += len(real)
    world.told.found["replicas written twice"] += len(real)


def _nothing_lost(world: World, root: Machine) -> None:
    """Every protected value ever written shows, or waits marked for a person, or was replaced by somebody who
    named it."""
    with root.desk.reading() as connection:
        marks = {tuple(row) for row in connection.exec_driver_sql("SELECT record, field, change FROM mark")}
        written: dict[tuple[bytes, str, str], dict[bytes, codec.Change]] = defaultdict(dict)
        for record, body in connection.exec_driver_sql(
            "SELECT record, body FROM chg WHERE body IS NOT NULL AND record IS NOT NULL"
        ):
            change = codec.read_change(body)
            declared = fields_of(TYPES[change.t]) if change.t in TYPES else {}
            for name in change.f:
                if name in declared and declared[name].write.owned:
                    written[record, change.t, name][codec.digest(body)] = change
        world.done["protected values"] += sum(map(len, written.values()))
        for (record, kind, name), changes in written.items():
            if len(changes) < 2:
                continue
            shown = _shown(connection, kind, record, name)
            replaced: dict[bytes, list[bytes]] = defaultdict(list)
            for one, change in changes.items():
                for other in change.p.get(name, ()):
                    replaced[bytes.fromhex(other)].append(one)
            seen = {
                one
                for one, change in changes.items()
                if _stored(change.f[name]) == shown or (record, name, one) in marks
            }
            waiting = list(seen)
            # From what is seen back to all that its writers had before them and set aside.
            while waiting:
                one = waiting.pop()
                for earlier in map(bytes.fromhex, changes[one].p.get(name, ()) if one in changes else ()):
                    if earlier not in seen:
                        seen.add(earlier)
                        waiting.append(earlier)
            # A value whose successor was set aside in turn is reached through it.
            if lost := changes.keys() - seen:
                said = [_stored(changes[one].f[name]) for one in lost]
                raise Broken(f"lost: {kind}.{name} = {said} of {record.hex()}, where {shown!r} shows")
            rivals = {repr(changes[one].f[name]) for one in changes if one not in replaced}
            world.told.found["values side by side"] += max(0, len(rivals) - 1)


def _shown(connection: Connection, kind: str, record: bytes, name: str) -> object:
    table = kind if name in TABLES[kind].columns else "matter"
    return connection.exec_driver_sql(f'SELECT "{name}" FROM {table} WHERE id = ?', (record,)).scalar()


def _stored(value: Wire) -> object:
    """A value as a column shows it."""
    if isinstance(value, bool):
        return int(value)
    return ",".join(value) if isinstance(value, list) else value


def _any_order(world: World, root: Machine, blank: Path) -> None:
    """The same files and the same commits in any other order come to the same."""
    chance = Random(world.seed)
    twin = Desk.open(blank)
    try:
        files = list(dict.fromkeys(world.taken[ROOT]))
        # Where sender and root were both put back, an old file alone may still tell what was written.
        inbox.take_in(root.desk, files, trust=anyone)
        log = log_of(root.desk)
        chance.shuffle(files)
        deliver(twin, [entry for entry in log if entry[1].site == ROOT])
        while True:
            result = inbox.take_in(twin, files, trust=anyone)
            files = [refused.path for refused in result.refused]
            if not files or not result.taken:
                break
        if files or digest(twin) != digest(root.desk):
            raise Broken(
                f"the files of {ROOT} in another order come to something else ({len(files)} refused)"
            )
    finally:
        twin.close()
    world.done["files in another order"] += len(set(world.taken[ROOT]))


def clean(folder: Path) -> Path:
    """An empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder
