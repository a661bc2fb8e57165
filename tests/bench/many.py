"""Many packages in one go: a town with its eight stations, and a city with those of 605 in one run."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from station_desk.casework.context import Desk
from station_desk.domain.vocabulary import SiteRole
from station_desk.exchange import outbox, post, stream
from tests.bench.desks import TOWN, Desks, fill
from tests.bench.measure import Figure, say

CITY = "440700"
STATIONS = 605
SMALL = 20_000
_MATTERS = 20


def many(desks: Desks) -> Iterator[Figure]:
    """Small desks made in bulk send one package each; the rows inform, they have no limit to go by."""
    if desks.size > SMALL:
        return  # nothing in it depends on the size: once is enough
    yield from _run(desks, TOWN, SiteRole.TOWN, 8, 200)
    yield from _run(desks, CITY, SiteRole.CITY, STATIONS, _MATTERS)


def _run(desks: Desks, site: str, role: SiteRole, number: int, matters: int) -> Iterator[Figure]:
    folder = desks.scratch / f"mail-{number}"
    folder.mkdir()
    size = _send(desks, folder, site, number, matters)
    above = Desk.create(desks.scratch / f"above-{number}.desk", site=site, name=f"Bench {site}", role=role)
    name = f"{number} stations' packages"
    begun, cpu = time.monotonic(), time.process_time()
    result = post.collect(above, [folder], trust=lambda _: True)
    cpu, wall = time.process_time() - cpu, time.monotonic() - begun
    if result.taken != number or result.refused or result.waiting:
        raise RuntimeError(f"{name}: {result.sentence()} {result.refused[:3]} {result.waiting[:3]}")
    said = f"{result.changes:,} changes, {size / 1e6:.1f} MB"
    yield _figure(f"{name} in, in one run: CPU", cpu * 1e3, "ms", said)
    yield _figure(f"{name} in: wall clock", wall, "s", said)
    begun = time.monotonic()
    again = post.collect(above, [folder], trust=lambda _: True)
    if again.changes:
        raise RuntimeError(f"{name}: {again.changes} changes the second time")
    yield _figure(f"{name} in, the identical files again: wall clock", time.monotonic() - begun, "s", "")
    begun = time.monotonic()
    due = outbox.due(above)
    yield _figure(f"outbox of {len(due)}: wall clock", time.monotonic() - begun, "s", "")
    out = desks.scratch / f"back-{number}"
    out.mkdir()
    begun = time.monotonic()
    written = outbox.write_all(above, [one.site for one in due], lambda _: out)
    if len(written.made) != number:
        raise RuntimeError(written.sentence())
    yield _figure(f"{number} packages out: wall clock", time.monotonic() - begun, "s", "")
    above.close()
    yield _figure(f"{name}: peak memory of the measuring process", _peak(), "MB", "")


def _send(desks: Desks, folder: Path, above: str, number: int, matters: int) -> int:
    """One package of every station; returns their bytes."""
    say(f"Making {number} stations' packages of {matters} matters each")
    size = 0
    for place in range(number):
        code = f"{above}{place + 1:03d}"
        path = desks.scratch / f"{code}.desk"
        desk = Desk.create(path, site=code, name=f"Bench {code}", role=SiteRole.STATION, parent=above)
        fill(desk, matters, each=True)
        size += stream.export(desk, above, folder).bytes
        desk.close()
        for left in path.parent.glob(f"{path.name}*"):
            left.unlink()
    return size


def _figure(job: str, value: float, unit: str, note: str) -> Figure:
    return Figure(job, "informs only", value, value, None, unit=unit, note=note)


def _peak() -> float:
    """MB; Linux counts in KB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)
