"""Saving a visit with three matters, against its own statements played to the bare driver."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from station_desk.casework import intake
from station_desk.casework.context import Desk
from station_desk.casework.intake import MatterEntry, VisitEntry, VisitorEntry
from tests.bench import driver
from tests.bench.desks import CATEGORIES, CLERK, LAST_DAY, Desks, Words
from tests.bench.measure import Figure, quick

VISITS = 60
MATTERS = 3


def entries(count: int) -> Iterator[VisitEntry]:
    """Visits of a new visitor with three matters each, all of one day."""
    words = Words(3)
    for number in range(count):
        yield VisitEntry(
            began=datetime.combine(LAST_DAY, time(9)) + timedelta(minutes=number), channel="station",
            visitor=VisitorEntry(name=words.text(3), phone=f"139{number:08d}"), informed=True,
            matters=tuple(
                MatterEntry(
                    text=words.text(184), title=words.text(12), category=CATEGORIES[place],
                    place=words.text(6),
                )
                for place in range(MATTERS)
            ),
        )  # fmt: skip


def saving(desks: Desks) -> Iterator[Figure]:
    """Three copies of one desk: one records, one plays the recording, one saves as a clerk does."""
    plan = list(entries(VISITS))
    recording = driver.Recording(desks.scratch / "save.sql", writes_only=False)
    recordings: list[driver.Recording] = []
    with recording.running():
        desk = Desk.open(desks.copy(desks.town, "recorded"))
        desk.settle()  # a copied desk goes on as a new replica; that is not the save
    for number, entry in enumerate(plan):
        one = driver.Recording(desks.scratch / f"save-{number}.sql", writes_only=False)
        with one.running():
            # Each recording needs connections of its own making.
            desk.engine.dispose()
            with desk.reading() as connection:
                connection.exec_driver_sql("SELECT 1")
            one.clear()
            intake.save_visit(desk, CLERK, entry)
        recordings.append(one)
    desk.close()
    ours, limit = _turns(desks, plan, recordings)
    yield Figure(
        "save a visit with three matters", "its own statements, bare driver",
        statistics.median(limit) * 1e3, statistics.median(ours) * 1e3, 2.5,
    )  # fmt: skip
    statements = len(list(recordings[-1].statements()))
    yield Figure(
        "save: transactions (one fsync each)", f"one; {statements} statements in it",
        1, max(one.transactions for one in recordings), 2.0, unit="",
    )  # fmt: skip


def _turns(
    desks: Desks, plan: list[VisitEntry], recordings: list[driver.Recording]
) -> tuple[list[float], list[float]]:
    desk = Desk.open(desks.copy(desks.town, "saved"))
    desk.settle()
    raw = driver.connect(desks.copy(desks.town, "played"))
    ours: list[float] = []
    limit: list[float] = []
    gc.collect()
    for entry, one in zip(plan, recordings, strict=True):
        ours.append(quick(lambda entry=entry: intake.save_visit(desk, CLERK, entry)))  # type: ignore[misc]
        limit.append(one.replay(raw))
    raw.close()
    desk.close()
    return ours[5:] or ours, limit[5:] or limit
