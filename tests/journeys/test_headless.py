"""The whole job by the command line alone, as a town's technician would script it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from station_desk.cli import program
from station_desk.demo import tour


def ask(*args: str | Path, code: int = 0) -> dict[str, object]:
    result = CliRunner().invoke(program, [str(arg) for arg in args])
    assert result.exit_code == code, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def test_a_station_and_its_town_agree_whatever_is_sent_twice(tmp_path: Path) -> None:
    station, town, stick = tmp_path / "s.desk", tmp_path / "t.desk", tmp_path / "stick"
    stick.mkdir()
    ask("--json", "demo", "--desk", station, "--matters", "40", "--seed", "9")
    ask("--desk", town, "--json", "init", "--site", "HCRD", "--name", "会城街道人大工委", "--role", "town")
    # A fresh desk for the town, as after a lost machine: the station still sends all it has ever written.
    old = tmp_path / "s-town.desk"
    assert ask("--desk", old, "--json", "check") == {"ok": True, "problems": [], "remarks": []}
    made = ask("--desk", station, "--json", "export", "--to", "HCRD", "--out", stick)
    package = str(made["path"])
    seen = ask("--desk", old, "--json", "import", package, "--preview")["packages"]
    assert isinstance(seen, list)
    assert seen[0]["conflicts"] == 0
    before = ask("--desk", old, "--json", "digest")
    taken = ask("--desk", old, "--json", "import", package)
    assert (taken["packages"], taken["conflicts"], taken["refused"]) == (1, 0, [])
    once = ask("--desk", old, "--json", "digest")
    assert once == ask("--desk", station, "--json", "digest")
    again = ask("--desk", old, "--json", "import", package)
    assert (again["applied"], again["changes"]) == (0, 0)
    assert ask("--desk", old, "--json", "digest") == once
    assert before["digest"] == once["digest"] or taken["changes"]


def test_a_damaged_package_is_refused_with_nothing_written(tmp_path: Path) -> None:
    station, stick = tmp_path / "s.desk", tmp_path / "stick"
    stick.mkdir()
    ask("--json", "demo", "--desk", station, "--matters", "20")
    town = tmp_path / "s-town.desk"
    package = Path(str(ask("--desk", station, "--json", "export", "--to", "HCRD", "--out", stick)["path"]))
    whole = package.read_bytes()
    before = ask("--desk", town, "--json", "digest")
    for name, content in (("cut", whole[: len(whole) // 2]), ("empty", b""), ("flipped", flip(whole, 900))):
        bad = tmp_path / f"{name}.lzb"
        bad.write_bytes(content)
        result = ask("--desk", town, "--json", "import", bad, code=1)
        refused = result["refused"]
        assert isinstance(refused, list)
        assert refused[0]["name"] == bad.name
        assert refused[0]["reason"]
    assert ask("--desk", town, "--json", "digest") == before


def flip(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 0x10]) + content[place + 1 :]


def test_the_tour_does_the_main_job_and_says_where_to_look(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    told: list[str] = []
    tour.run(folder, told.append, today=date(2026, 11, 20), pictures=False)
    assert all(line.split(".")[0].strip() == str(place) for place, line in enumerate(told, 1))
    for line in told:
        if "→" in line:
            assert (folder / line.split("→")[1].strip()).exists(), line
    assert {file.name for file in (folder / "forms").iterdir()} == {
        "接待群众登记表.pdf",
        "转办单.pdf",
        "代表建议专用纸.pdf",
        "办理情况反馈单.pdf",
    }
    assert (folder / "tables" / "台账.xlsx").exists()
    tour.run(
        folder, told.append, today=date(2026, 11, 20), pictures=False
    )  # a second time replaces the first


def test_the_tour_leaves_a_folder_with_other_things_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    result = CliRunner().invoke(program, ["demo-tour", str(tmp_path)])
    assert result.exit_code == 1
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_the_demo_without_a_screen_is_made_once_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    first = ask("--json", "demo", "--matters", "30")
    assert first["matters"] == 30
    assert ask("--json", "demo", "--matters", "50") == first
