"""`python -m tests.killing [--points N] [--seed S]`: kills N imports and N exports; what is left of each?"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.killing.points import Between, run


def main(argv: Sequence[str] | None = None) -> int:
    """0: every kill left the desk as before or as after; 1: the one that did not is named."""
    parser = argparse.ArgumentParser(prog="dev.py kill-exchange", description=__doc__)
    parser.add_argument("--points", type=int, default=20, help="kills of each, import and export")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(argv)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        try:
            tally = run(Path(folder) / "kills", chosen.seed, chosen.points, sys.stdout.write)
        except Between as between:
            sys.stderr.write(f"{between}\n")
            return 1
    sys.stdout.write(
        f"{chosen.points:,} kills of each in {time.monotonic() - began:.0f} s\n{tally.words()}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
