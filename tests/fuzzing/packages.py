"""Takes damaged packages in: each is refused in words, or taken whole; nothing is half done."""

from __future__ import annotations

import resource
import shutil
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from station_desk.casework.context import Desk
from station_desk.exchange import inbox
from tests.builders import a_deputy, a_matter, a_suggestion, a_unit, a_visit, handed_over, take
from tests.exchange import post
from tests.exchange.post import anyone
from tests.fuzzing.damage import WAYS

MEMORY = 512 << 20
_LOOK_EVERY = 100
"""How often every row of every table is compared, and not the log's length alone."""


class Broken(AssertionError):
    """Something that must never happen did; the message names the case, so that it can be run again."""


@dataclass(slots=True)
class Tally:
    """What became of the cases, by way of damage, and the most memory the process ever held (bytes)."""

    refused: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    memory: int = 0

    def words(self) -> str:
        """A line a way: how many were refused, how many harmless."""
        lines = [f"{way:10} refused {self.refused[way]:7,}  taken {self.taken[way]:5,}" for way in WAYS]
        return "\n".join([*lines, f"most memory {self.memory / 2**20:.0f} MB"])


class Receiver:
    """A town that takes in what a station is said to have sent; put back after whatever was taken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.station = post.a_station(folder)
        self.desk = post.a_town(folder)
        self.goods = self._goods()
        self.clean = folder / "clean.desk"
        self.desk.close()
        shutil.copy(self.desk.path, self.clean)
        self.desk = Desk.open(self.desk.path)
        self.rows = post.everything(self.desk)
        self.length = post.counts(self.desk)

    def _goods(self) -> list[Path]:
        """Two packages that the town has not taken in: the second goes on from the first."""
        post.taken(self.desk, post.sent(self.station, post.TOWN))
        post.taken(self.station, post.sent(self.desk, "HC"))
        deputy, unit = a_deputy(self.station), a_unit(self.station)
        made = []
        for place in ("江会路", "老街"):
            saved = a_visit(
                self.station, a_matter(f"{place}浸水"), a_matter(f"{place}路灯不亮"), deputies=(deputy,)
            )
            handed_over(self.station, saved.matters[0][0], (unit, "lead"))
            take(self.station, a_suggestion(self.station, deputy), "check")
            made.append(post.sent(self.station, post.TOWN))
        return made

    def take(self, case: str, path: Path) -> bool:
        """True where the file was taken in. Broken for anything but a plain refusal or a whole import."""
        try:
            result = inbox.take_in(self.desk, [path], trust=anyone)
        except Exception as error:
            raise Broken(f"{case}: {type(error).__name__}: {error}") from error
        if result.refused:
            if post.counts(self.desk) != self.length:
                raise Broken(f"{case}: refused, yet something was written")
            return False
        if post.counts(self.desk) != self.length or result.changes:
            self._put_back(case)
        return True

    def _put_back(self, case: str) -> None:
        wrong = self.desk.check()
        if wrong:
            raise Broken(f"{case}: taken in, and the desk is no longer sound: {wrong[0]}")
        self.desk.close()
        for beside in self.desk.path.parent.glob(f"{self.desk.path.name}-*"):
            beside.unlink()
        shutil.copy(self.clean, self.desk.path)
        self.desk = Desk.open(self.desk.path)

    def look(self, case: str) -> None:
        """Every row stands as it stood."""
        if post.everything(self.desk) != self.rows:
            raise Broken(f"{case}: a refused file left something behind")

    def close(self) -> None:
        self.desk.close()
        self.station.close()


def run(folder: Path, seed: int, cases: int, *, say: bool = False) -> Tally:
    """So many cases of a seed, all ways in turn. Broken names the first case that went wrong."""
    receiver = Receiver(folder)
    tally, ways = Tally(), list(WAYS.items())
    path = folder / "case.lzb"
    try:
        for place in range(cases):
            way, damage = ways[place % len(ways)]
            case = f"seed {seed}, case {place} ({way})"
            chance = Random(f"{seed}/{place}")
            good = receiver.goods[0] if chance.random() < 0.8 else receiver.goods[1]
            other = receiver.goods[1] if good == receiver.goods[0] else receiver.goods[0]
            damage(chance, good, other, path)
            (tally.taken if receiver.take(case, path) else tally.refused)[way] += 1
            if place % _LOOK_EVERY == 0:
                receiver.look(case)
            if say and place % 5_000 == 4_999:
                sys.stderr.write(f"{place + 1:,} cases\n")
        receiver.look(f"seed {seed}, the last case")
    finally:
        receiver.close()
    tally.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    if tally.memory > MEMORY:
        raise Broken(f"seed {seed}: {tally.memory >> 20} MB of memory were used")
    return tally
