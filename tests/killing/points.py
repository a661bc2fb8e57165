"""One kill after the other, at random moments of an import and of an export, and what each left behind."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from station_desk.casework.context import Desk
from station_desk.exchange import inbox, package, stream
from station_desk.exchange.digest import digest
from tests.builders import a_matter, a_visit
from tests.exchange.post import TOWN, a_station, a_town, anyone, enrolled, sent, taken

VISITS = 24
_END = 0.3
"""Half of the kills come in this last part of the work, where everything is written."""
_SIDES = ("", "-wal", "-shm")


class Between(AssertionError):
    """A kill left something half done; the message says what, and the seed and point are with it."""


@dataclass(slots=True)
class Tally:
    """Kills by job and by how the desk was found: as before, or as after; `ended`: it was done already."""

    found: Counter[str] = field(default_factory=Counter)

    def words(self) -> str:
        """The tally in lines."""
        return "\n".join(f"{name:36} {count:6,}" for name, count in sorted(self.found.items()))


class Scene:
    """A station with work for its town, and the town's desk as it was before; both are files put back for
    every kill."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.chance = Random(seed)
        self.tally = Tally()
        (folder / "first").mkdir(parents=True)
        station, town = a_station(folder / "first"), a_town(folder / "first")
        enrolled(station, town)
        taken(town, sent(station, TOWN))
        for place in range(VISITS):
            a_visit(station, a_matter(f"第{place}处路灯不亮"), a_matter(f"第{place}处积水"))
        self.before = digest(town)
        for desk in (station, town):
            desk.close()  # a desk open here would be open in the program that is killed
        self.mail = self._package()
        town = Desk.open(self._copy("town.desk"))
        taken(town, self.mail)
        self.after = digest(town)
        town.close()
        assert self.before != self.after

    def _copy(self, name: str) -> Path:
        work = self.folder / "work"
        work.mkdir(exist_ok=True)
        for side in _SIDES:
            (work / f"{name}{side}").unlink(missing_ok=True)
        return Path(shutil.copy(self.folder / "first" / name, work / name))

    def _package(self) -> Path:
        (self.folder / "mail").mkdir()
        station = Desk.open(self._copy("HC.desk"))
        path = stream.export(station, TOWN, self.folder / "mail").path
        station.close()
        return path

    # --- one kill ------------------------------------------------------------------------------------

    def _killed(self, job: Callable[[], None], within: float) -> bool:
        """Run the job in a program of its own and kill it at a random moment `within` so many seconds; True
        where it was still at work."""
        child = os.fork()
        if child == 0:
            try:
                job()
            finally:
                os._exit(0)
        late = self.chance.random() < 0.5
        time.sleep(self.chance.uniform(within * (1 - _END) if late else 0, within))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status)

    def lasting(self, job: Callable[[], None]) -> float:
        """Seconds that the job takes here and now."""
        began = time.monotonic()
        child = os.fork()
        if child == 0:
            try:
                job()
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        return time.monotonic() - began

    def take_in(self, path: Path) -> Callable[[], None]:
        """The import, in a desk opened for it."""

        def job() -> None:
            town = Desk.open(path)
            inbox.take_in(town, [self.mail], trust=anyone)
            town.close()

        return job

    def export(self, path: Path, out: Path) -> Callable[[], None]:
        """The export, from a desk opened for it."""

        def job() -> None:
            station = Desk.open(path)
            stream.export(station, TOWN, out)
            station.close()

        return job

    def kill_import(self, within: float) -> bool:
        """Kill an import; the town must be as before or as after, and take the file in again as if nothing
        had happened. True where it was still at work."""
        path = self._copy("town.desk")
        killed = self._killed(self.take_in(path), within)
        town = Desk.open(path)
        try:
            found = digest(town)
            if found not in (self.before, self.after):
                raise Between("the town shows a part of the package")
            with town.reading() as connection:
                noted = connection.exec_driver_sql(
                    "SELECT count(*) FROM stream WHERE direction = 'in' AND name = ?", (self.mail.name,)
                ).scalar()
            if bool(noted) != (found == self.after):
                raise Between("the package is noted as taken and is not there, or the other way round")
            if problems := town.check():
                raise Between(f"the town does not fold to what it shows: {problems[:3]}")
            if inbox.take_in(town, [self.mail], trust=anyone).refused or digest(town) != self.after:
                raise Between("the package cannot be taken in again")
        finally:
            town.close()
        self._note("import", killed, found == self.after)
        return killed

    def kill_export(self, within: float) -> bool:
        """Kill an export; a package of its name is whole or not there, and the next one is taken in.
        True where it was still at work."""
        path, out = self._copy("HC.desk"), self.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        killed = self._killed(self.export(path, out), within)
        written = sorted(out.glob(f"*{package.SUFFIX}"))
        for one in written:
            package.open_package(one)  # raises where it is not whole
        station, town = Desk.open(path), Desk.open(self._copy("town.desk"))
        try:
            with station.reading() as connection:
                sql = "SELECT name FROM stream WHERE direction = 'out' ORDER BY id"
                noted = [row[0] for row in connection.exec_driver_sql(sql)]
            if lost := [name for name in noted[1:] if not (out / name).exists()]:
                raise Between(f"packages are noted as written and are not there: {lost}")
            following = stream.export(station, TOWN, out).path
            if following in written:
                raise Between("the next package was written over one that was there")
            for file in (*written, following):
                if inbox.take_in(town, [file], trust=anyone).refused:
                    raise Between(f"{file.name} is not taken in")
            if digest(town) != self.after or station.check():
                raise Between("the packages come to something else")
        finally:
            station.close()
            town.close()
        self._note("export", killed, bool(written))
        return killed

    def _note(self, job: str, killed: bool, after: bool) -> None:
        state = "after" if after else "before"
        self.tally.found[f"{job}: killed, found as {state}" if killed else f"{job}: had ended"] += 1


def run(folder: Path, seed: int, points: int, say: Callable[[str], object] | None = None) -> Tally:
    """So many kills of imports and as many of exports. Between, with the point, where one left a half."""
    scene = Scene(folder, seed)
    spans = {
        "import": scene.lasting(scene.take_in(scene._copy("town.desk"))),
        "export": scene.lasting(scene.export(scene._copy("HC.desk"), _made(folder / "tried"))),
    }
    for point in range(points):
        for job, kill in (("import", scene.kill_import), ("export", scene.kill_export)):
            try:
                ended = not kill(spans[job])
            except Between as between:
                raise Between(f"seed {seed}, point {point}, {job}: {between}") from between
            # Another load of the machine, another span: about one in ten is to end before its kill.
            spans[job] *= 0.9 if ended else 1.01
        if say and (point + 1) % 100 == 0:
            say(f"{point + 1:,} kills of each\n{scene.tally.words()}\n")
    return scene.tally


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
