"""The measurements can be taken; what they come to is not for the test suite to say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bench.__main__ import main
from tests.bench.driver import Recording, connect


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_run_on_a_small_desk_prints_a_table_and_writes_its_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = tmp_path / "figures.json"

    assert main(["save", "search", "out", "--size", "200", "--json", str(found)], tmp_path / "desks") == 0

    rows = json.loads(found.read_text("utf-8"))
    assert all(row.keys() == {"job", "limit", "ours", "ratio", "goal"} for row in rows)
    assert {row["job"].split(",")[0] for row in rows} >= {"search", "package out"}
    assert all(row["ours"] > 0 for row in rows)
    assert "its own statements, bare driver" in capsys.readouterr().out


def test_a_recording_played_again_leaves_the_same_rows(tmp_path: Path) -> None:
    recording = Recording(tmp_path / "kept.sql", writes_only=True)
    with recording.running():
        first = connect(tmp_path / "first.desk")
        first.execute("CREATE TABLE t (a)")
        first.executemany("INSERT INTO t VALUES (?)", [(1,), (2,)])
        first.execute("SELECT * FROM t").fetchall()
        first.close()

    second = connect(tmp_path / "second.desk")
    recording.replay(second)

    assert second.execute("SELECT a FROM t ORDER BY a").fetchall() == [(1,), (2,)]
    second.close()
