"""Times a job and its limit in turns, and says the medians, their ratio and the goal."""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

REPEATS = 5
LONG = 20.0
"""Seconds after which a job is measured fewer times, and the row says so."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: `limit` and `ours` in milliseconds of CPU unless `unit` says otherwise; `goal` is the ratio
    that must not be exceeded, None for a row that only informs."""

    job: str
    against: str
    limit: float
    ours: float
    goal: float | None
    unit: str = "ms"
    note: str = ""

    @property
    def ratio(self) -> float:
        """Ours over the limit."""
        return self.ours / self.limit if self.limit else float("inf")

    @property
    def met(self) -> bool:
        """Within the goal, or without one."""
        return self.goal is None or self.ratio <= self.goal


Timed = Callable[[], float]
"""Does a job once and returns what it cost, in seconds."""


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process for one run of `work`, from a clean heap, collecting garbage as it does."""
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def quick(work: Callable[[], object]) -> float:
    """As `cpu`, for work of a millisecond: without clearing the garbage first, which would cost more."""
    begun = time.process_time_ns()
    work()
    return (time.process_time_ns() - begun) / 1e9


def alternate(
    job: str, against: str, ours: Timed, limit: Timed, goal: float | None, *, repeats: int = REPEATS
) -> Figure:
    """The median of `repeats` turns each; both are done once before, unmeasured, unless they are long."""
    begun = time.monotonic()
    first_ours, first_limit = ours(), limit()
    if time.monotonic() - begun > LONG:
        note = "long: measured once"
        say(f"  {job}: took over {LONG:.0f} s, so it is measured once")
        return Figure(job, against, first_limit * 1e3, first_ours * 1e3, goal, note=note)
    mine: list[float] = []
    theirs: list[float] = []
    for _ in range(repeats):
        mine.append(ours())
        theirs.append(limit())
    return Figure(job, against, statistics.median(theirs) * 1e3, statistics.median(mine) * 1e3, goal)


def spread(
    job: str, against: str, ours: Sequence[float], limit: Sequence[float], goal: float | None
) -> list[Figure]:
    """p50 and p95 of many runs of each."""
    return [
        Figure(f"{job}, p{at}", against, _quantile(limit, at) * 1e3, _quantile(ours, at) * 1e3, goal)
        for at in (50, 95)
    ]


def _quantile(values: Sequence[float], at: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * at // 100)]


def say(text: str) -> None:
    """A line for the person who waits; the table itself goes to standard output."""
    print(text, file=sys.stderr, flush=True)


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table of plain text."""
    head = ("job", "limit", "ours", "ratio", "goal", "against")
    rows = [
        (
            figure.job + (f" ({figure.note})" if figure.note else ""),
            f"{figure.limit:,.2f} {figure.unit}",
            f"{figure.ours:,.2f} {figure.unit}",
            f"{figure.ratio:.2f}",
            "" if figure.goal is None else f"{figure.goal:g}" + ("" if figure.met else " missed"),
            figure.against,
        )
        for figure in figures
    ]
    widths = [max(len(row[at]) for row in [head, *rows]) for at in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
             for row in [head, *rows]]  # fmt: skip
    return "\n".join(lines)


def write_json(figures: Sequence[Figure], path: Path) -> None:
    """`[{"job", "limit", "ours", "ratio", "goal"}…]`; limit and ours as in the table."""
    rows = [
        {
            "job": figure.job,
            "limit": round(figure.limit, 4),
            "ours": round(figure.ours, 4),
            "ratio": round(figure.ratio, 3),
            "goal": figure.goal,
        }
        for figure in figures
    ]
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
