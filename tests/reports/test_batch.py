"""One report for every station: a whole file each, nothing half written, one that fails holds up no other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from station_desk.casework import offices
from station_desk.casework.context import Desk
from station_desk.domain.records import Station
from station_desk.domain.vocabulary import SiteRole
from station_desk.errors import Cancelled, UserError
from station_desk.reports import batch, catalogue
from station_desk.reports.content import Table
from station_desk.reports.declared import TableMaker
from station_desk.reports.request import ReportRequest
from tests import builders as b
from tests.reports.sheets_of import MAY, asked


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A town's desk with three stations, and one matter at the first."""
    made = b.a_desk(tmp_path, role=SiteRole.TOWN)
    for code, name in (("HC", "会城站"), ("CN", "城南站"), ("DJ", "东甲/站")):
        offices.save(made, b.a_clerk(), Station(code=code, name=name))
    b.an_issue(made)
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "月报"
    made.mkdir()
    return made


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_station_has_its_own_file_with_its_own_figures(desk: Desk, folder: Path) -> None:
    made = batch.each_station(desk, "monthly", asked(period=MAY), folder, "xlsx")

    assert made.whole
    assert files(folder) == [
        "东甲站 站点月报（季报、年报） 2026年5月.xlsx",
        "会城站 站点月报（季报、年报） 2026年5月.xlsx",
        "城南站 站点月报（季报、年报） 2026年5月.xlsx",
    ]
    totals = {}
    for file in made.made:
        assert file.path is not None
        sheet = load_workbook(file.path).worksheets[0]
        heads = [cell.value for cell in sheet[4]]
        last = next(row for row in sheet.iter_rows(min_row=5, values_only=True) if row[0] == "合计")
        totals[file.station] = last[heads.index("收集件数")]
    assert totals == {"HC": 1, "CN": 0, "DJ": 0}
    assert made.sentences() == (f"3 个站点已生成 3 份，存于 {folder}。",)


def _stumbling(desk: Desk, over: str, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """The figures of one station cannot be made."""
    report = catalogue.find("monthly")
    usual: TableMaker = report.make  # type: ignore[assignment]

    def make(of: Desk, request: ReportRequest) -> AbstractContextManager[Table]:
        if request.scope == over:
            raise error
        return usual(of, request)

    broken = replace(report, make=make)
    monkeypatch.setattr(catalogue, "find", lambda name: broken)


@pytest.mark.parametrize(
    ("error", "said"), [(UserError("规则方案不全。"), "规则方案不全"), (ValueError("x"), "ValueError")]
)
def test_one_that_cannot_be_made_is_said_and_the_others_are_made(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    _stumbling(desk, "CN", monkeypatch, error)
    made = batch.each_station(desk, "monthly", asked(period=MAY), folder, "pdf")

    assert [file.station for file in made.failed] == ["CN"]
    assert len(files(folder)) == 2
    assert all((folder / name).read_bytes().startswith(b"%PDF") for name in files(folder))
    assert not made.whole
    assert not made.stopped
    assert "城南站" in made.sentences()[1]
    assert said in made.sentences()[1]


def test_when_stopped_whole_files_stay_and_no_half_one_is_left(desk: Desk, folder: Path) -> None:
    def progress(done: int, total: int, text: str) -> None:
        assert total >= done
        if "城南站" in text and "按站点" in text:
            raise Cancelled  # in the middle of the second

    order = [code for code, _ in batch.stations(desk)]
    made = batch.each_station(desk, "monthly", asked(period=MAY), folder, "xlsx", progress)

    assert made.stopped
    assert [file.station for file in made.files] == order[: order.index("CN")]
    assert len(files(folder)) == order.index("CN")
    assert not any(name.endswith(".part") for name in files(folder))
    assert "已按要求停止" in made.sentences()[1]


def test_a_file_of_that_name_stays_unless_it_is_to_be_replaced(desk: Desk, folder: Path) -> None:
    first = batch.each_station(desk, "promises", asked(), folder, "xlsx")
    kept = first.made[0].path
    assert kept is not None
    kept.write_bytes(b"corrected by hand")
    batch.each_station(desk, "promises", asked(), folder, "xlsx")
    assert kept.read_bytes() == b"corrected by hand"
    assert len(files(folder)) == 6
    batch.each_station(desk, "promises", asked(), folder, "xlsx", replacing=True)
    assert kept.read_bytes().startswith(b"PK")
    assert len(files(folder)) == 6


def test_two_stations_of_one_name_are_told_apart_by_their_codes(desk: Desk, folder: Path) -> None:
    offices.save(desk, b.a_clerk(), Station(code="CN2", name="城南站"))
    batch.each_station(desk, "promises", asked(), folder, "pdf")
    assert [name.split(" 承诺")[0] for name in files(folder)] == [
        "东甲站",
        "会城站",
        "城南站 CN",
        "城南站 CN2",
    ]


def test_a_station_makes_none_for_neighbours_it_knows_by_name_alone(tmp_path: Path) -> None:
    made = b.a_desk(tmp_path)
    offices.save(made, b.a_clerk(), Station(code="CN", name="城南站"))
    assert batch.stations(made) == (("HC", "会城站"),)
    b.an_issue(made, station="CN")
    assert dict(batch.stations(made)) == {"HC": "会城站", "CN": "城南站"}


def test_what_cannot_be_made_for_each_station_is_refused(desk: Desk, folder: Path, tmp_path: Path) -> None:
    for name, where, said in (
        ("registration", folder, "不能逐站生成"),
        ("deputy-cases", folder, "不能逐站生成"),
        ("monthly", tmp_path / "nowhere", "不存在"),
    ):
        with pytest.raises(UserError, match=said):
            batch.each_station(desk, name, asked(period=MAY), where, "pdf")
    with pytest.raises(UserError, match="需要时段"):
        batch.each_station(desk, "monthly", asked(), folder, "pdf")
