"""One schedule from its seed to its verdict."""

from __future__ import annotations

import shutil
import tempfile
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from station_desk.errors import UserError
from tests.simulation import checks
from tests.simulation.acts import MOVES, SCOPES, WORK
from tests.simulation.faults import FAULTS
from tests.simulation.world import ROOT, Broken, Founded, Told, World, pretended

ACTIONS = 150
"""Things that happen in a schedule."""


_MEMORY = Path("/dev/shm")
"""Where desks are not written to a disk, which is a multiple faster; where there is none, the usual place."""


@dataclass(slots=True)
class Failed:
    """A schedule that did not end as it must: its seed, and what differed."""

    seed: int
    why: str


@dataclass(slots=True)
class Tally:
    """What many schedules came to."""

    schedules: int = 0
    actions: int = 0
    commits: int = 0
    told: Told = field(default_factory=Told)
    failed: list[Failed] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.schedules += other.schedules
        self.actions += other.actions
        self.commits += other.commits
        self.told.add(other.told)
        self.failed += other.failed


def run(founded: Founded, seed: int, actions: int = ACTIONS, *, moves: bool = True) -> Tally:
    """Run the schedule of that seed; its failure is in the tally."""
    tally = Tally(1, actions)
    with pretended(seed, founded.work / "home") as clock:
        world = founded.again(seed, clock)
        try:
            _happen(world, actions, moves)
            existed = checks.all_held(world)
            world.until_quiet()
            checks.check(world, existed, founded.blank(ROOT, checks.clean(founded.work / "twin")))
            tally.commits = sum(place < 0 for _, place in checks.held(world.at(ROOT)[0]))
        except Broken as broken:
            tally.failed.append(Failed(seed, str(broken)))
        except Exception:
            # Whatever else ends a schedule is its failure, and not that of those after it.
            tally.failed.append(Failed(seed, traceback.format_exc()))
        finally:
            world.close()
    tally.told = world.told
    return tally


def _happen(world: World, actions: int, moves: bool) -> None:
    chosen = (*WORK, *SCOPES, *FAULTS, *(MOVES if moves else ()))
    acts = [act for act, times in chosen for _ in range(times)]
    for _ in range(actions):
        act = world.chance.choice(acts)
        try:
            act(world)
        except UserError:
            world.done["not possible then"] += 1
        else:
            world.done[act.__name__] += 1


def many(folder: Path, seeds: list[int], actions: int = ACTIONS) -> Tally:
    """Run the schedules of these seeds one after the other in `folder`."""
    founded, tally = Founded(folder), Tally()
    for seed in seeds:
        tally.add(run(founded, seed, actions))
    return tally


def share(work: tuple[list[int], int, bool]) -> Tally:
    """Some schedules, in a process of their own."""
    seeds, actions, moves = work
    parent = _MEMORY if _MEMORY.is_dir() else None
    folder = Path(tempfile.mkdtemp(prefix="simulation-", dir=parent))
    tally = Tally()
    try:
        founded = Founded(folder)
        for seed in seeds:
            tally.add(run(founded, seed, actions, moves=moves))
    except Exception:
        # Not every error can travel between processes: one that cannot would leave the other waiting.
        tally.failed.append(Failed(seeds[0], traceback.format_exc()))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return tally
