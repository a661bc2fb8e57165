"""A stick full of packages in, everything due out, a share watched: by the command line alone."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner

from station_desk.cli import program
from tests.journeys.test_headless import ask

SITES = ("HC", "NG", "CK")


def _stations(folder: Path, stick: Path) -> None:
    for site in SITES:
        desk = folder / f"{site}.desk"
        ask("--desk", desk, "--json", "init", "--site", site, "--name", f"{site}站", "--role", "station",
            "--parent", "HCRD")  # fmt: skip
        ask("--desk", desk, "--json", "export", "--to", "HCRD", "--out", stick)


def _town(folder: Path) -> Path:
    """The town's desk, which has enrolled its stations."""
    town, slips = folder / "town.desk", folder / "slips"
    slips.mkdir()
    ask("--desk", town, "--json", "init", "--site", "HCRD", "--name", "会城街道人大", "--role", "town")
    for site in SITES:
        asked = ask("--desk", folder / f"{site}.desk", "--json", "enrol", "request", "--out", slips)
        told = str(asked["fingerprint"])  # over the telephone
        ask("--desk", town, "--json", "enrol", "accept", slips / f"{site}.lzk", "--fingerprint", told)
    return town


def test_a_stick_full_of_packages_in_and_all_that_is_due_out(tmp_path: Path) -> None:
    stick, out = tmp_path / "stick", tmp_path / "out"
    stick.mkdir()
    out.mkdir()
    _stations(tmp_path, stick)
    town = _town(tmp_path)
    (stick / "broken.lzb").write_bytes(b"half")
    result = ask("--desk", town, "--json", "import", stick, code=1)
    assert (result["packages"], result["applied"], result["waiting"]) == (3, 3, [])
    assert result["refused"] == [{"name": "broken.lzb", "reason": _reason(result)}]
    written = ask("--desk", town, "--json", "export", "--all", out)
    own = str(ask("--desk", town, "--json", "enrol", "request", "--out", tmp_path)["fingerprint"])
    assert written["failed"] == []
    assert sorted(path.name for path in out.iterdir()) == [f"HCRD-{site}-1.lzb" for site in sorted(SITES)]
    for site in SITES:
        package = out / f"HCRD-{site}-1.lzb"
        back = ask("--desk", tmp_path / f"{site}.desk", "--json", "import", package, "--trust", own)
        assert back["packages"] == 1


def _reason(result: dict[str, object]) -> object:
    refused = result["refused"]
    assert isinstance(refused, list)
    return refused[0]["reason"]


def test_a_watched_share_is_taken_in_once_and_what_is_due_lies_there_after(tmp_path: Path) -> None:
    share, out, stick = tmp_path / "share", tmp_path / "share-out", tmp_path / "stick"
    for folder in (share, out, stick):
        folder.mkdir()
    _stations(tmp_path, stick)
    town = _town(tmp_path)
    for path in stick.iterdir():
        shutil.copy(path, share)
    watch = ("--desk", town, "--json", "watch", share, "--out", out, "--once")
    first = ask(*watch)
    assert (first["packages"], first["applied"]) == (3, 3)
    assert first["written"] == [str(out / f"HCRD-{site}-1.lzb") for site in sorted(SITES)]
    assert sorted(path.name for path in share.iterdir()) == sorted(path.name for path in stick.iterdir())
    second = CliRunner().invoke(program, [str(arg) for arg in watch])
    assert second.exit_code == 0
    assert '"packages"' not in second.stdout, "what was met is not taken in again"
    missing = CliRunner().invoke(program, ["--desk", str(town), "watch", str(tmp_path / "away"), "--once"])
    assert missing.exit_code == 1
    assert "away" in missing.stderr
