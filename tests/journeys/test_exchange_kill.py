"""The power goes while a file comes in: the desk is as it was, or wholly as it should be."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from station_desk.casework import browse
from station_desk.casework.context import Desk
from station_desk.exchange import ledgers
from station_desk.exchange.digest import digest
from tests.builders import a_clerk
from tests.exchange.post import a_station
from tests.killing.points import run

ROWS = 1_500
PROGRAM = """
import sys
from pathlib import Path
from station_desk.casework.context import Actor, Desk
from station_desk.domain.vocabulary import Role
from station_desk.exchange import ledgers

desk, source, told = (Path(arg) for arg in sys.argv[1:])
opened = Desk.open(desk)

def say(done, total, text):
    with told.open("a") as file:
        file.write(f"{done}\\n")

ledgers.take_in(opened, Actor("李敏", Role.CLERK), source, progress=say)
with told.open("a") as file:
    file.write("end\\n")
"""


def _ledger(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["编号", "标题", "内容", "登记日期"])
    for n in range(ROWS):
        sheet.append([n + 1, f"第{n}处路灯不亮", f"村口第{n}盏坏了，夜里看不见路", "2026/3/2"])
    book.save(path)
    return path


def _killed_when(desk: Path, source: Path, told: Path, ready: Callable[[], bool]) -> bool:
    """Run the job in a program of its own and kill it when `ready`; True where it was still at work."""
    told.unlink(missing_ok=True)
    with subprocess.Popen([sys.executable, "-c", PROGRAM, str(desk), str(source), str(told)]) as program:
        until = time.monotonic() + 120
        while program.poll() is None and not ready() and time.monotonic() < until:
            pass
        program.kill()
        program.wait()
    return not _said(told).endswith("end\n")


def _said(told: Path) -> str:
    return told.read_text() if told.exists() else ""


def _size(file: Path) -> int:
    """Bytes of a file that comes and goes; 0 while it is away."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def _moments(desk: Path, told: Path) -> dict[str, Callable[[], bool]]:
    wal = desk.with_name(desk.name + "-wal")

    def wal_at(size: int) -> Callable[[], bool]:
        return lambda: _size(wal) > size

    return {
        "as it begins": lambda: _said(told) != "",
        "reading": lambda: _said(told).count("\n") > 1,
        "first pages written": wal_at(1),
        "half a megabyte written": wal_at(500_000),
        "two megabytes written": wal_at(2_000_000),
        "as it ends": lambda: _said(told).endswith("end\n"),
    }


def test_a_kill_leaves_the_desk_as_before_a_ledger_or_wholly_after(tmp_path: Path) -> None:
    source = _ledger(tmp_path / "台账.xlsx")
    caught = 0
    made = a_station(tmp_path, "XH")
    before = digest(made)
    made.close()
    plain = made.path.read_bytes()
    told = tmp_path / "told"
    for name in _moments(made.path, told):
        for path in tmp_path.glob(f"{made.path.name}*"):
            if path.is_file():
                path.unlink()
        made.path.write_bytes(plain)
        caught += _killed_when(made.path, source, told, _moments(made.path, told)[name])
        opened = Desk.open(made.path)
        found = browse.count(opened, browse.MatterFilter())
        assert found in (0, ROWS), name
        assert (digest(opened) == before) == (found == 0), name
        with opened.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok", name
        assert opened.check() == [], name
        # Taking the file in again ends as if nothing had happened.
        assert ledgers.take_in(opened, a_clerk(), source).new == ROWS - found
        assert browse.count(opened, browse.MatterFilter()) == ROWS
        opened.close()
    assert caught >= 3, "too few kills came while it worked"


@pytest.mark.skipif(sys.platform == "win32", reason="programs are forked to be killed")
def test_a_kill_leaves_an_import_and_an_export_before_or_after(tmp_path: Path) -> None:
    tally = run(tmp_path / "kills", seed=1, points=15).found
    assert sum(tally.values()) == 30
    for job in ("import", "export"):
        assert sum(n for name, n in tally.items() if name.startswith(f"{job}: killed")) >= 5
