"""The power goes during an import: the desk is as before or wholly after, and checks out."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.domain.vocabulary import SiteRole

ROWS = 6_000


def test_a_killed_import_leaves_all_or_nothing(tmp_path: Path) -> None:
    ledger = tmp_path / "台账.csv"
    with ledger.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["编号", "留言主题", "留言内容", "留言时间"])
        for number in range(ROWS):
            day = f"2026-{number % 9 + 1:02d}-{number % 27 + 1:02d}"
            writer.writerow([number, f"第{number}号路灯不亮", f"门前第{number}盏路灯坏了，夜晚看不见路", day])
    path = tmp_path / "hc.desk"
    Desk.create(path, site="HC", name="会城站", role=SiteRole.STATION).close()
    command = [
        sys.executable,
        "-m",
        "station_desk",
        "--desk",
        str(path),
        "--json",
        "import-ledger",
        str(ledger),
    ]
    killed = 0
    # Each try dies later than the one before: while reading, while writing, while closing; or ends in time.
    for seconds in (0.5, 0.9, 1.4, 2.0, 2.8, 4.0):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            killed += 1
        desk = Desk.open(path)
        count, problems = browse.count(desk, MatterFilter()), desk.check()
        desk.close()
        assert count in (0, ROWS)
        assert problems == []
    assert killed, "no try was killed: the machine is faster than this test supposes"
    last = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert last["rows"] == last["new"] + last["same"] == ROWS
    assert last["rejected"] == 0
