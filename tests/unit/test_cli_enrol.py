"""Enrolment on the command line: a request, its fingerprint compared, a stolen computer struck off."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from station_desk import cli_enrol, i18n
from station_desk.casework.context import Desk
from station_desk.cli import program
from station_desk.domain.vocabulary import SiteRole
from station_desk.exchange import enrolment


def run(desk: Path, *args: str | Path, said: str = "") -> Result:
    words = ["--desk", desk, "--clerk", "何健生", *args]
    return CliRunner().invoke(program, [str(word) for word in words], input=said)


def value(result: Result) -> dict[str, object]:
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def listed(desk: Path) -> list[dict[str, object]]:
    result = run(desk, "--json", "enrol", "list")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, list)
    return found


def strangers(desk: Path, package: str) -> object:
    """Who is to be compared first, as a look into the package says."""
    shown = value(run(desk, "--json", "import", "--preview", package))["packages"]
    assert isinstance(shown, list)
    return shown[0]["strangers"]


@pytest.fixture
def town(tmp_path: Path) -> Path:
    i18n.set_language(i18n.CHINESE)
    path = tmp_path / "town.desk"
    Desk.create(path, site="HCZ", name="会城街道人大", role=SiteRole.TOWN).close()
    return path


@pytest.fixture
def station(tmp_path: Path) -> Path:
    path = tmp_path / "hc.desk"
    Desk.create(path, site="HC", name="会城站", role=SiteRole.STATION, parent="HCZ").close()
    return path


@pytest.fixture
def asked(station: Path, tmp_path: Path) -> dict[str, object]:
    """What the station's request came to; its file lies in the folder."""
    return value(run(station, "--json", "enrol", "request", "--out", tmp_path))


def test_a_request_is_a_small_file_and_its_fingerprint_to_read_out(
    station: Path, tmp_path: Path, asked: dict[str, object]
) -> None:
    assert asked["path"] == str(tmp_path / "HC.lzk")
    said = enrolment.read(tmp_path / "HC.lzk")
    assert (said.site, said.fingerprint, said.replica) == ("HC", asked["fingerprint"], asked["replica"])
    told = run(station, "enrol", "request", "--out", tmp_path)
    assert told.stdout.splitlines()[-1] == said.fingerprint


def test_accepted_with_the_fingerprint_as_it_was_read_out(
    town: Path, tmp_path: Path, asked: dict[str, object]
) -> None:
    spoken = str(asked["fingerprint"]).lower().replace("-", " ")
    found = value(run(town, "--json", "enrol", "accept", tmp_path / "HC.lzk", "--fingerprint", spoken))
    assert found["site"] == "HC"
    assert [(one["site"], one["replica"], one["by"], one["until"]) for one in listed(town)] == [
        ("HC", asked["replica"], "HCZ", None)
    ]


def test_another_fingerprint_or_none_accepts_nobody_and_shows_the_one_in_the_file(
    town: Path, station: Path, tmp_path: Path, asked: dict[str, object]
) -> None:
    other = value(run(town, "--json", "enrol", "request", "--out", tmp_path))
    wrong = run(town, "enrol", "accept", tmp_path / "HC.lzk", "--fingerprint", str(other["fingerprint"]))
    silent = run(town, "enrol", "accept", tmp_path / "HC.lzk")
    for result in (wrong, silent):
        assert result.exit_code == 1
        assert str(asked["fingerprint"]) in result.stderr
        assert "会城站" in result.stderr
    assert listed(town) == []


@pytest.mark.parametrize(("answer", "count"), [("y\n", 1), ("n\n", 0)])
def test_somebody_at_a_terminal_is_asked(
    town: Path,
    tmp_path: Path,
    asked: dict[str, object],
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    count: int,
) -> None:
    monkeypatch.setattr(cli_enrol, "_is_terminal", lambda: True)
    result = run(town, "enrol", "accept", tmp_path / "HC.lzk", said=answer)
    assert str(asked["fingerprint"]) in result.stderr
    assert result.exit_code == 1 - count
    assert len(listed(town)) == count


def test_a_stolen_computer_is_struck_off_up_to_an_entry_with_a_reason(
    town: Path, tmp_path: Path, asked: dict[str, object]
) -> None:
    replica = str(asked["replica"])
    value(
        run(
            town, "--json", "enrol", "accept", tmp_path / "HC.lzk", "--fingerprint", str(asked["fingerprint"])
        )
    )
    words = ("enrol", "strike-off", "--replica", replica, "--up-to", "3")
    assert run(town, *words).exit_code == 2, "not without a reason"
    assert value(run(town, "--json", *words, "--reason", "电脑失窃")) == {"replica": replica, "until": 3}
    assert [one["until"] for one in listed(town)] == [3]
    assert "3" in run(town, "enrol", "list").stdout.splitlines()[-1]
    unknown = run(town, "enrol", "strike-off", "--replica", "00" * 16, "--reason", "x")
    assert unknown.exit_code == 1


def test_a_look_into_a_strangers_package_says_who_is_to_be_compared(
    town: Path, station: Path, tmp_path: Path, asked: dict[str, object]
) -> None:
    out, mark = tmp_path / "out", str(asked["fingerprint"])
    out.mkdir()
    path = str(value(run(station, "--json", "export", "--to", "HCZ", "--out", out))["path"])
    shown = run(town, "import", "--preview", path)
    assert shown.exit_code == 0
    assert (
        f"会城站（HC），也没有已知的单位为其担保。请致电对方，核对指纹 {asked['fingerprint']}" in shown.stdout
    )
    assert strangers(town, path) == [
        {"site": "HC", "name": "会城站", "replica": asked["replica"], "fingerprint": mark}
    ]
    assert listed(town) == [], "looking accepts nobody"

    value(run(town, "--json", "import", path, "--trust", mark))
    assert strangers(town, path) == []
    assert mark not in run(town, "import", "--preview", path).stdout


def test_a_look_into_a_folder_names_the_damaged_file_and_shows_the_others(
    station: Path, town: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    value(run(station, "--json", "export", "--to", "HCZ", "--out", stick))
    (package,) = stick.iterdir()
    (stick / "AA-HCZ-1.lzb").write_bytes(package.read_bytes()[:-40])
    looked = run(town, "--json", "import", "--preview", stick)
    assert looked.exit_code == 1
    found = json.loads(looked.stdout)
    assert [one["name"] for one in found["packages"]] == [package.name]
    assert [one["name"] for one in found["refused"]] == ["AA-HCZ-1.lzb"]
    assert "AA-HCZ-1.lzb" in run(town, "import", "--preview", stick).stdout
