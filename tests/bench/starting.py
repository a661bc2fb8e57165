"""Starting the program, up to the first paint and up to a filled list, against a bare Qt window."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench.desks import Desks
from tests.bench.measure import Figure, alternate


def starting(desks: Desks) -> Iterator[Figure]:
    """CPU of whole processes, the interpreter's start included on both sides."""
    home = desks.scratch / "home"
    home.mkdir()
    desk = desks.copy(desks.town, "shown")
    yield alternate(
        "first paint", "bare PySide6 window",
        lambda: _process("first", desk, home), lambda: _process("bare", desk, home), 1.3,
    )  # fmt: skip
    for kind, goal in (("today", 2.5), ("matters", None)):
        yield alternate(
            f"start until the list is filled: {kind}", "bare window and a raw query of 50 rows",
            partial(_process, kind, desk, home), lambda: _process("query", desk, home), goal,
        )  # fmt: skip


def _process(kind: str, desk: Path, home: Path) -> float:
    """CPU seconds of one child process with all its threads."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.window", kind, str(desk)],
        cwd=Path(__file__).resolve().parents[2],
        env={
            # An installed program has its modules compiled, whatever this shell says of writing them.
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPYCACHEPREFIX": str(home.parent.parent / "compiled"),
            "QT_QPA_PLATFORM": "offscreen",
            "STATION_DESK_HOME": str(home),
        },
    )
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"the window ({kind}) ended with {child.returncode}")
    return used.ru_utime + used.ru_stime
