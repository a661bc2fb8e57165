"""Damaged and forged packages: refused in words or taken whole, in bounded memory."""

from __future__ import annotations

from pathlib import Path

from tests.fuzzing.damage import WAYS
from tests.fuzzing.packages import run


def test_no_damaged_package_is_applied_in_part(tmp_path: Path) -> None:
    tally = run(tmp_path, seed=1, cases=500)
    assert sum(tally.refused.values()) + sum(tally.taken.values()) == 500
    # What is never refused was never damaged.
    assert all(tally.refused[way] > 20 for way in WAYS), tally.words()
