"""`python -m tests.simulation [--seed N] [--schedules K] [--jobs J]`: random work, faults, and their end."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from collections.abc import Iterator, Sequence

from tests.simulation.schedule import ACTIONS, Tally, share

_SHARE = 20
"""Schedules that a process takes at a time, after which the table so far can be printed."""

_FOUND = (
    ("true clones", "true clones"),
    ("replicas written twice", "replicas written twice"),
    ("told copies seen at once", "copies seen at once"),
    ("told restores seen at once", "restores seen at once"),
    ("forgeries", "forgeries"),
    ("omissions", "omissions"),
)
_FAULTS = (
    "duplicates", "losses", "reordered", "waited", "clocks set wrong", "restores", "restores that lost work",
    "clones", "clones of which a branch was lost", "take_off", "hand_on", "redact", "move_station", "newer",
    "rivals", "pretend",
)  # fmt: skip
_WORK = (
    "visit", "raise_one", "edit", "step", "countersign", "attend", "tie", "consult", "undo", "redo", "decide",
    "send", "receive",
)  # fmt: skip


def words(tally: Tally, seconds: float) -> str:
    """The tally as a table."""
    done, found = tally.told.done, tally.told.found
    out = [
        f"schedules {tally.schedules:,}   actions {tally.actions:,}   commits {tally.commits:,}"
        f"   {seconds:,.0f} s",
        "work     " + ", ".join(f"{name} {done[name]:,}" for name in _WORK),
        "faults   " + ", ".join(f"{name} {done[name]:,}" for name in _FAULTS),
        *(f"found    {found[name]:,} of {done[did]:,} {name}" for did, name in _FOUND),
        f"kept     {done['protected values']:,} protected values, {found['values side by side']:,} of them"
        " side by side; lost 0 where nothing is said below",
        f"order    {done['files in another order']:,} files taken in again in another order",
        f"failed   {len(tally.failed)}",
        *(f"  --seed {failed.seed} --schedules 1: {failed.why}" for failed in tally.failed),
    ]
    return "\n".join(out)


def _all(seed: int, schedules: int, jobs: int, actions: int, moves: bool) -> Iterator[Tally]:
    seeds = list(range(seed, seed + schedules))
    shares = [(seeds[at : at + _SHARE], actions, moves) for at in range(0, schedules, _SHARE)]
    # A schedule is the same on every run: so is the order of sets in it.
    os.environ["PYTHONHASHSEED"] = "0"
    context = multiprocessing.get_context("spawn")
    with context.Pool(min(jobs, len(shares))) as pool:
        yield from pool.imap_unordered(share, shares)


def main(argv: Sequence[str] | None = None) -> int:
    """0: every schedule ended as it must; 1: those that did not are named."""
    parser = argparse.ArgumentParser(prog="dev.py simulate", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="of the first schedule")
    parser.add_argument("--schedules", type=int, default=20)
    parser.add_argument("--actions", type=int, default=ACTIONS, help="in a schedule")
    parser.add_argument("--no-moves", action="store_true", help="no station comes under another town")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    chosen = parser.parse_args(argv)
    began = time.monotonic()
    tally = Tally()
    for part in _all(
        chosen.seed, max(1, chosen.schedules), max(1, chosen.jobs), chosen.actions, not chosen.no_moves
    ):
        tally.add(part)
        sys.stdout.write(f"{words(tally, time.monotonic() - began)}\n\n")
        sys.stdout.flush()
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
