"""Half-typed work is kept beside the desk and outlives a crash."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from station_desk.casework import drafts
from station_desk.casework.context import Desk
from tests.builders import a_desk, commits

ROOT = Path(__file__).parents[2]


def test_a_draft_is_kept_replaced_and_forgotten(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    before = commits(desk)
    assert drafts.load(desk, "visit") is None
    drafts.save(desk, "visit", json.dumps({"text": "江会路浸"}, ensure_ascii=False))
    drafts.save(desk, "visit", json.dumps({"text": "江会路浸水𬱖"}, ensure_ascii=False))

    kept = drafts.load(desk, "visit")
    assert kept is not None
    assert json.loads(kept.payload) == {"text": "江会路浸水𬱖"}
    drafts.discard(desk, "visit")
    assert drafts.load(desk, "visit") is None
    assert commits(desk) == before


def test_drafts_are_listed_by_form_latest_first(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    for key in ("visit", "reply/0a", "reply/0b"):
        drafts.save(desk, key, "{}")

    assert {d.key for d in drafts.all(desk)} == {"visit", "reply/0a", "reply/0b"}
    assert {d.key for d in drafts.all(desk, "reply/")} == {"reply/0a", "reply/0b"}
    stamps = [d.saved_at for d in drafts.all(desk)]
    assert stamps == sorted(stamps, reverse=True)


def test_no_file_lies_about_until_there_is_a_draft(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    assert drafts.all(desk) == []
    drafts.discard(desk, "visit")
    assert not (tmp_path / "HC.drafts").exists()

    drafts.save(desk, "visit", "{}")
    assert (tmp_path / "HC.drafts").exists()


def test_drafts_are_there_after_opening_again(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    drafts.save(desk, "visit", "{}")
    desk.close()

    assert [d.key for d in drafts.all(Desk.open(desk.path))] == ["visit"]


def test_a_draft_does_not_wait_for_the_desk(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    with desk.transaction():
        drafts.save(desk, "visit", "{}")

        assert drafts.load(desk, "visit") is not None


TYPING = """
import sys
from pathlib import Path
from station_desk.casework import drafts
from station_desk.casework.context import Desk

desk = Desk.open(Path(sys.argv[1]))
for n in range(1_000_000):
    drafts.save(desk, "visit", str(n))
    print(n, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as Unix does")
def test_killed_while_typing_the_last_kept_draft_is_there(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    writer = subprocess.Popen([sys.executable, "-c", TYPING, desk.path], cwd=ROOT, stdout=subprocess.PIPE)
    assert writer.stdout is not None
    told = [int(writer.stdout.readline()) for _ in range(20)]
    os.kill(writer.pid, signal.SIGKILL)
    told += [int(line) for line in writer.stdout.read().split()]
    writer.wait(30)
    writer.stdout.close()

    kept = drafts.load(desk, "visit")
    assert kept is not None
    assert int(kept.payload) >= told[-1]
    assert desk.check() == []
