"""The whole log folded again: `check`, and the record tables made anew."""

from __future__ import annotations

import resource
from collections.abc import Iterator

from station_desk.casework.context import Desk
from tests.bench import driver
from tests.bench.desks import Desks
from tests.bench.measure import Figure, alternate, cpu


def rebuilding(desks: Desks) -> Iterator[Figure]:
    """`reproject` and `check`, each against the rows it writes."""
    recording = driver.Recording(desks.scratch / "project.sql", writes_only=True)
    work = desks.copy(desks.town, "recorded")
    with recording.running():
        desk = Desk.open(work)
        recording.clear()
        desk.reproject()
        changes = desk_changes(desk)
        desk.close()

    def reproject() -> float:
        mine = Desk.open(work)
        spent = cpu(mine.reproject)
        mine.close()
        return spent

    def project_limit() -> float:
        raw = driver.connect(work)
        spent = recording.replay(raw)
        raw.close()
        return spent

    yield alternate(
        f"record tables again, {changes:,} changes",
        "raw replay of all rows written",
        reproject,
        project_limit,
        1.5,
    )
    yield from _checking(desks, changes)


def _checking(desks: Desks, changes: int) -> Iterator[Figure]:
    recording = driver.Recording(desks.scratch / "check.sql", writes_only=True)
    with recording.running():
        desk = Desk.open(desks.town)
        recording.clear()
        problems = desk.check()
        desk.close()
    if problems:
        raise RuntimeError(f"The desk measured with is not sound: {problems[:3]}")

    def check() -> float:
        mine = Desk.open(desks.town)
        spent = cpu(mine.check)
        mine.close()
        return spent

    def limit() -> float:
        raw = driver.connect(":memory:")
        spent = recording.replay(raw)
        raw.close()
        return spent

    yield alternate(f"check, {changes:,} changes", "raw replay of all rows written", check, limit, 1.5)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Figure("check: peak memory of the measuring process", "informs only", peak, peak, None, unit="MB")


def desk_changes(desk: Desk) -> int:
    """How many changes the log holds."""
    with desk.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM chg").scalar() or 0)
