"""`station-desk report`: a file for each station in one go, what is due, and whom a report is for."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from station_desk import cli_report
from station_desk.casework import offices, people, reveal
from station_desk.casework.context import Actor, Desk
from station_desk.cli import program
from station_desk.domain.records import Station
from station_desk.domain.vocabulary import Role, SiteRole
from tests import builders as b


def run(desk: Path, *args: str | Path, clerk: str = "李敏") -> Result:
    return CliRunner().invoke(
        program, ["--desk", str(desk), "--json", "--clerk", clerk, "report", *map(str, args)]
    )


def value(result: Result) -> dict[str, object]:
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A town's desk with two stations, one matter at each, the second's by somebody else; and a viewer."""
    desk: Desk = b.a_desk(tmp_path, role=SiteRole.TOWN)
    for code, name in (("CN", "城南站"), ("DJ", "东甲站")):
        offices.save(desk, b.a_clerk(), Station(code=code, name=name))
        b.an_issue(desk, station=code)
    for name, role in (("李敏", Role.OFFICE), ("陈工", Role.VIEWER)):
        people.enter(desk, Actor("李敏", Role.OFFICE), name, role)
    desk.close()
    return desk.path


def test_each_station_gets_its_file_and_a_second_run_replaces_them(town: Path, tmp_path: Path) -> None:
    folder = tmp_path / "月报" / "5月"
    for _ in range(2):
        made = run(town, "monthly", "--each-station", "--from", "2026-05", "--out", folder)
        assert made.exit_code == 0, made.output
    found = value(made)
    assert sorted(path.name for path in folder.iterdir()) == [
        "东甲站 站点月报（季报、年报） 2026年5月.xlsx",
        "城南站 站点月报（季报、年报） 2026年5月.xlsx",
    ]
    assert (found["failed"], found["stopped"]) == ([], False)
    for file in found["made"]:  # type: ignore[attr-defined]
        sheet = load_workbook(file["path"]).worksheets[0]
        names = [row[0] for row in sheet.iter_rows(min_row=5, values_only=True)]
        assert names == [{"CN": "城南站", "DJ": "东甲站"}[file["station"]], "合计"]


def test_as_pdf_where_asked_for(town: Path, tmp_path: Path) -> None:
    made = run(town, "promises", "--each-station", "--format", "pdf", "--out", tmp_path / "out")
    assert made.exit_code == 0, made.output
    assert all(path.read_bytes().startswith(b"%PDF") for path in (tmp_path / "out").iterdir())
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_a_file_in_the_way_of_one_station_is_said_and_the_other_is_made(town: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    (folder / "城南站 承诺事项台账.xlsx").mkdir(parents=True)
    made = run(town, "promises", "--each-station", "--out", folder)
    assert made.exit_code == 1
    found = value(made)
    assert [file["station"] for file in found["failed"]] == ["CN"]  # type: ignore[attr-defined]
    assert (folder / "东甲站 承诺事项台账.xlsx").is_file()
    assert not list(folder.glob("*.part"))


def test_one_station_or_each_of_them_but_not_both(town: Path, tmp_path: Path) -> None:
    refused = run(town, "monthly", "--each-station", "--scope", "CN", "--out", tmp_path)
    assert refused.exit_code == 2
    form = run(town, "urge", "--each-station", "--out", tmp_path / "out")
    assert form.exit_code == 1
    assert "不能逐站生成" in form.stderr
    assert not (tmp_path / "out").exists()


def test_names_in_full_for_each_station_are_written_down_once(town: Path, tmp_path: Path) -> None:
    args = ("ledger", "--each-station", "--out", tmp_path / "out", "--unmasked")
    assert run(town, *args).exit_code == 1, "without a reason nothing is shown"
    assert run(town, *args, "--why", "年终核对").exit_code == 0
    with closing(Desk.open(town)) as desk:
        assert [entry.matter for entry in reveal.log(desk)] == ["台账：年终核对"]


def test_who_only_reads_is_refused_what_names_visitors(town: Path, tmp_path: Path) -> None:
    refused = run(town, "contact-list", "--out", tmp_path / "a.pdf", clerk="陈工")
    assert refused.exit_code == 1
    assert "今日联系清单" in refused.stderr
    assert not (tmp_path / "a.pdf").exists()
    assert run(town, "overdue", "--out", tmp_path / "b.pdf", clerk="陈工").exit_code == 0


class Eighth(date):
    """The day on which the command is given."""

    @classmethod
    def today(cls) -> Eighth:
        return cls(2026, 6, 8)


def test_what_is_due_is_told_until_it_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_report, "date", Eighth)
    desk = b.a_desk(tmp_path)
    b.an_issue(desk)
    desk.close()
    due = {"name": "monthly", "first": "2026-05-01", "last": "2026-05-31", "day": "2026-06-05"}
    assert value(run(desk.path, "--due")) == {"due": [due]}
    assert run(desk.path, "monthly", "--from", "2026-05", "--out", tmp_path / "m.xlsx").exit_code == 0
    assert value(run(desk.path, "--due")) == {"due": []}
