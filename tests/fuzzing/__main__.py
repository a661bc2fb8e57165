"""`python -m tests.fuzzing [--n N] [--seed S]`: takes N damaged packages in and says what became of them."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.fuzzing.packages import Broken, run


def main(argv: Sequence[str] | None = None) -> int:
    """0: every file was refused in words or taken whole; 1: the case that was not is named."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz-packages", description=__doc__)
    parser.add_argument("--n", type=int, default=500, help="how many packages")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(argv)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        try:
            tally = run(Path(folder), chosen.seed, chosen.n, say=True)
        except Broken as broken:
            sys.stderr.write(f"{broken}\n")
            return 1
    took = time.monotonic() - began
    sys.stdout.write(f"{chosen.n:,} packages in {took:.0f} s, none applied in part\n{tally.words()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
