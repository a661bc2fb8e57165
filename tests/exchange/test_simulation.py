"""Random schedules of work and faults among real desks end alike, and every fault was met and found."""

from __future__ import annotations

import pytest

from tests.simulation.schedule import Tally, many


@pytest.fixture(scope="module")
def tally(tmp_path_factory: pytest.TempPathFactory) -> Tally:
    """Twenty schedules; a failing one can be run alone with `dev.py simulate --seed`."""
    return many(tmp_path_factory.mktemp("simulation"), list(range(1, 21)))


def test_every_schedule_ends_alike_and_loses_nothing(tally: Tally) -> None:
    assert [(failed.seed, failed.why) for failed in tally.failed] == []
    assert tally.commits > 1_000


@pytest.mark.parametrize(
    "fault",
    ["duplicates", "losses", "reordered", "clocks set wrong", "restores that lost work", "true clones",
     "replicas written twice", "take_off", "hand_on", "move_station", "newer", "rivals", "pretend", "undo",
     "redo", "forgeries", "omissions"],
)  # fmt: skip
def test_the_schedules_met_every_fault(tally: Tally, fault: str) -> None:
    """What is not met is not proved."""
    assert tally.told.done[fault] > 0


@pytest.mark.parametrize(
    ("did", "what"),
    [("forgeries", "forgeries"), ("omissions", "omissions"),
     ("replicas written twice", "replicas written twice"),
     ("told copies seen at once", "copies seen at once"),
     ("told restores seen at once", "restores seen at once")],
)  # fmt: skip
def test_every_clone_and_every_forgery_was_found(tally: Tally, did: str, what: str) -> None:
    assert tally.told.found[what] == tally.told.done[did] > 0
