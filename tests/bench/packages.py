"""Packages out and in: the log of a station to its town."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import zstandard

from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Issue
from station_desk.exchange import inbox, package, stream
from tests.bench import driver
from tests.bench.desks import CATEGORIES, CLERK, STATION, TOWN, Desks
from tests.bench.measure import REPEATS, Figure, alternate, cpu
from tests.exchange.post import anyone

DAY_OF_WORK = 200
"""Changes of a usual package."""

_LEVEL = 3
_PART = 24 << 20


def out(desks: Desks) -> Iterator[Figure]:
    """All of a station's log for its town."""
    desk = Desk.open(desks.copy(desks.station, "out"))
    folder = desks.scratch / "sent"
    folder.mkdir()
    first = stream.export(desk, TOWN, folder)
    parts = [(commit.raw, commit.signature, commit.bodies)
             for commit in package.commits(package.open_package(first.path))]  # fmt: skip

    def limit() -> None:
        data = b"".join(package.line_of(*part) for part in parts)
        for at in range(0, len(data), _PART):
            packed = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compress(
                data[at : at + _PART]
            )
            sha256(packed).hexdigest()

    yield alternate(
        f"package out, {first.changes:,} changes", "encode and zstd of the same lines",
        lambda: cpu(lambda: stream.export(desk, TOWN, folder)), lambda: cpu(limit), 1.5,
    )  # fmt: skip
    desk.close()
    shutil.rmtree(folder)


def taken(desks: Desks) -> Iterator[Figure]:
    """New records into a town that has others; then edits only; then the same again."""
    folder = desks.scratch / "mail"
    folder.mkdir()
    station = Desk.open(desks.copy(desks.station, "sender"))
    new = stream.export(station, TOWN, folder)
    same = stream.export(station, TOWN, folder)  # nothing was confirmed: all of it again
    _edit(station)
    both = stream.export(station, TOWN, folder)
    station.close()
    before = desks.copy(desks.town, "before")
    town = Desk.open(before)
    inbox.take_in(town, [new.path], trust=anyone)
    town.close()
    yield from _in(desks, "new records", desks.town, new.path, new.changes, same.path)
    # The second package repeats the first, since no receipt came back; all but the edits is known.
    yield from _in(desks, "edits only", before, both.path, both.changes - new.changes)
    yield from _small(desks, before, folder)
    shutil.rmtree(folder)


def _small(desks: Desks, before: Path, folder: Path) -> Iterator[Figure]:
    """Day after day a package of two hundred corrections into a town that has all that went before."""
    recording = driver.Recording(desks.scratch / "small.sql", writes_only=False)
    spent = [seconds for seconds, _ in _week(desks, before, folder, "measured", recording)]
    with recording.running():
        fsyncs = [number for _, number in _week(desks, before, folder, "recorded", recording)]
    yield Figure(
        f"package of {DAY_OF_WORK} changes in", "60 ms of CPU", 60.0, statistics.median(spent) * 1e3, 1.0
    )
    yield Figure(
        f"package of {DAY_OF_WORK} changes in: transactions (one fsync each)", "3", 3, max(fsyncs), 1.0,
        unit="",
    )  # fmt: skip


def _week(
    desks: Desks, before: Path, folder: Path, name: str, recording: driver.Recording
) -> list[tuple[float, int]]:
    """What each day's package costs: CPU seconds and, where they are recorded, transactions."""
    town = Desk.open(desks.copy(before, f"{name}-in"))
    station = Desk.open(desks.copy(desks.station, f"{name}-out"))
    spent: list[tuple[float, int]] = []
    for _ in range(REPEATS + 1):
        # What came back says what the town has, so that the next one holds what is new alone.
        inbox.take_in(station, [stream.export(town, STATION, folder).path], trust=anyone)
        _edit(station, DAY_OF_WORK)
        sent = stream.export(station, TOWN, folder)
        recording.clear()
        seconds = cpu(lambda sent=sent: inbox.take_in(town, [sent.path], trust=anyone))  # type: ignore[misc]
        spent.append((seconds, recording.transactions))
    if sent.changes != DAY_OF_WORK:
        raise RuntimeError(f"the package holds {sent.changes} changes")
    station.close()
    town.close()
    return spent[1:]  # the first one tells of the copied desks, too


def _edit(desk: Desk, most: int | None = None) -> None:
    """Corrections: another category for every matter (or for the first so many), fifty to a commit."""
    with desk.reading() as connection:
        found = connection.exec_driver_sql("SELECT id, category FROM matter ORDER BY n").all()[:most]
    for start in range(0, len(found), 50):
        with desk.writing(CLERK, "classify") as work:
            for record, category in found[start : start + 50]:
                other = CATEGORIES[(CATEGORIES.index(category) + 1) % len(CATEGORIES)]
                work.update(Issue, RecordId(record), category=other)


def _in(
    desks: Desks, name: str, kept: Path, file: Path, changes: int, same: Path | None = None
) -> Iterator[Figure]:
    recording = driver.Recording(desks.scratch / "in.sql", writes_only=True)
    with recording.running():
        town = Desk.open(desks.copy(kept, "recorded"))
        recording.clear()
        result = inbox.take_in(town, [file], trust=anyone)
        town.close()
    if result.refused or result.changes != changes:
        raise RuntimeError(f"{name}: {result.changes} of {changes} changes; {result.refused}")

    def ours() -> float:
        desk = Desk.open(desks.copy(kept, "received"))
        spent = cpu(lambda: inbox.take_in(desk, [file], trust=anyone))
        desk.close()
        return spent

    def limit() -> float:
        raw = driver.connect(desks.copy(kept, "played"))
        spent = recording.replay(raw)
        raw.close()
        return spent

    figure = alternate(
        f"package in, first time: {name}, {changes:,} changes",
        "raw replay of all rows written",
        ours,
        limit,
        1.5,
    )
    yield figure
    yield Figure(f"package in, {name}: CPU per 1,000 changes", "0.15 ms a change", 150.0,
                 figure.ours / changes * 1e3, 1.0)  # fmt: skip
    again = Desk.open(desks.scratch / "received.desk")
    spent = cpu(lambda: inbox.take_in(again, [file], trust=anyone))
    yield Figure(
        f"the identical file again: {name}", "raw replay of the first time", figure.limit, spent * 1e3, 0.05
    )
    if same is not None:
        spent = cpu(lambda: inbox.take_in(again, [same], trust=anyone))
        yield Figure(
            f"the same changes in another file: {name}", "raw replay of the first time",
            figure.limit, spent * 1e3, 0.1,
        )  # fmt: skip
    again.close()
