"""`python -m tests.bench [--json FILE] [--size N] [names…]`: measures, prints the table, writes the JSON."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench import ledger, lists, many, packages, rebuilding, reports, saving, starting
from tests.bench.desks import Desks, open_desks
from tests.bench.measure import Figure, say, table, write_json

JOBS: Mapping[str, Callable[[Desks], Iterator[Figure]]] = {
    "start": starting.starting,
    "save": saving.saving,
    "search": lists.searching,
    "paging": lists.paging,
    "similar": lists.alike,
    "out": packages.out,
    "in": packages.taken,
    "many": many.many,
    "rebuild": rebuilding.rebuilding,
    "ledger": ledger.ledger,
    "reports": reports.reports,
}
SIZES = (20_000, 200_000)


def run(size: int, names: Sequence[str], folder: Path | None = None) -> list[Figure]:
    """The figures of those jobs at that size."""
    desks = open_desks(size, folder)
    figures: list[Figure] = []
    try:
        for name in names:
            say(f"{name} at {size:,}")
            figures.extend(JOBS[name](desks))
    finally:
        shutil.rmtree(desks.scratch, ignore_errors=True)
    return figures


def main(argv: Sequence[str] | None = None, folder: Path | None = None) -> int:
    """Prints the table; 0 also where a goal is missed, since a measurement is no test."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(JOBS))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--size", type=int, action="append", help="matters; default 20000 and 200000")
    chosen = parser.parse_args(argv)
    unknown = [name for name in chosen.names if name not in JOBS]
    if unknown:
        parser.error(f"no job {', '.join(unknown)}; there are {', '.join(JOBS)}")
    figures: list[Figure] = []
    for size in chosen.size or SIZES:
        found = run(size, chosen.names or list(JOBS), folder)
        print(f"\n{size:,} matters; milliseconds of CPU, medians in turns")
        print(table(found), flush=True)
        figures.extend(
            Figure(f"{f.job} [{size}]", f.against, f.limit, f.ours, f.goal, f.unit, f.note) for f in found
        )
    if chosen.json:
        write_json(figures, chosen.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
