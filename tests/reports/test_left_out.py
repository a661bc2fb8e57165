"""Every table says whose it is, of when, by which rules, how many records, by whom, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.casework.statistics import Period
from station_desk.cli import program
from station_desk.domain.records import Issue, Site
from station_desk.domain.vocabulary import SiteRole
from station_desk.reports import catalogue
from station_desk.reports.declared import REPORTS, Kind
from tests import builders as b
from tests.reports.sheets_of import MAY, asked, printed, words, workbook

TABLES = [name for name, report in REPORTS.items() if report.kind is Kind.TABLE and not report.record]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = b.a_desk(tmp_path, role=SiteRole.TOWN)
    b.an_issue(made)
    yield made
    made.close()


def below(desk: Desk, code: str, name: str, role: SiteRole = SiteRole.STATION) -> None:
    """An office under this one, known by its entry; nothing of it has arrived."""
    with desk.writing(b.a_clerk(), "save_lists") as work:
        work.add(Site(code=code, name=name, role=role.value, parent=desk.identity.site))


def received(desk: Desk, site: str, on: date) -> None:
    """A package of that site was taken in on that day."""
    with desk.transaction() as connection:
        connection.exec_driver_sql(
            "INSERT INTO stream (direction, peer, number, hash, previous, at, changes, bytes, name)"
            " VALUES ('in', ?, 1, ?, ?, ?, 1, 1, 'x')",
            (site, bytes(32), bytes(32), f"{on.isoformat()}T10:00:00"),
        )


def without_rules(desk: Desk) -> None:
    """A matter whose rule profile has not come."""
    issue = Issue(title="路灯", text="不亮", station="HC", opened_on=b.DAY, profile="elsewhere-9")
    with desk.writing(b.a_clerk(), "register_visit") as work:
        work.add(issue)


def said(desk: Desk, name: str, period: Period | None = MAY, scope: str = "") -> str:
    return "".join(printed(desk, name, asked(period=period, scope=scope)))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_what_it_rests_on_in_both_files(desk: Desk, tmp_path: Path, name: str) -> None:
    period = ["--from", "2026-05"] if REPORTS[name].period.value != "none" else []
    rules = desk.profile()
    for suffix in REPORTS[name].formats:
        out = tmp_path / f"{name}.{suffix}"
        made = CliRunner().invoke(
            program, ["--desk", str(desk.path), "--clerk", "李敏", "report", name, *period, "--out", str(out)]
        )
        assert made.exit_code == 0, made.output
        if suffix == "xlsx":
            note = load_workbook(out)["说明"]
            text = "".join(str(row[0]) for row in note.iter_rows(values_only=True))
        else:
            text = "".join(words(out.read_bytes()))
        for fact in ("范围：会城站", f"规则方案：{rules.name}（{rules.version}）", "记录数：", "制表：李敏"):
            assert fact in text, (suffix, fact)
        assert "未计入或需说明：" in text
        assert "时段：2026年5月" in text or not period


@pytest.mark.parametrize("name", TABLES)
def test_matters_without_their_rules_are_said_on_every_table(desk: Desk, name: str) -> None:
    assert "规则方案未到" not in said(desk, name)
    without_rules(desk)
    text = said(desk, name)
    once = 0 if REPORTS[name].track == "suggestion" else 1  # it is an issue
    assert text.count("规则方案未到1件") == once


def test_stations_whose_records_of_that_time_may_be_missing_are_named(desk: Desk) -> None:
    assert "未到齐" not in said(desk, "monthly")
    below(desk, "CN", "城南站")
    below(desk, "DJ", "东甲站")
    below(desk, "D1", "陈伟雄", SiteRole.DEPUTY)
    received(desk, "DJ", date(2026, 5, 20))
    text = said(desk, "monthly")
    assert "下级记录可能未到齐：城南站（从未收到）、东甲站（最近一包2026-05-20收到）。" in text
    assert "陈伟雄" not in text, "a deputy's matters are the station's"
    assert "东甲站" not in said(desk, "monthly", Period.of_months("2026-04")).partition("未到齐")[2]


def test_a_package_of_the_next_month_brought_the_whole_month(desk: Desk) -> None:
    below(desk, "DJ", "东甲站")
    received(desk, "DJ", date(2026, 5, 31))
    assert "东甲站" in said(desk, "monthly").partition("未到齐")[2], "the last day was not over"
    received_later = date(2026, 6, 1)
    with desk.transaction() as connection:
        connection.exec_driver_sql("UPDATE stream SET at = ?", (f"{received_later}T08:00:00",))
    assert "未到齐" not in said(desk, "monthly")


def test_of_all_time_only_a_silent_station_is_named(desk: Desk) -> None:
    below(desk, "DJ", "东甲站")
    received(desk, "DJ", date(2026, 8, 25))  # the table is made on 1 September
    assert "未到齐" not in said(desk, "promises", None)
    with desk.transaction() as connection:
        connection.exec_driver_sql("UPDATE stream SET at = '2026-08-10T08:00:00'")
    assert "东甲站" in said(desk, "promises", None)


def test_the_report_of_one_station_speaks_of_that_one_alone(desk: Desk) -> None:
    below(desk, "CN", "城南站")
    below(desk, "DJ", "东甲站")
    text = said(desk, "monthly", scope="CN")
    assert "城南站（从未收到）" in text
    assert "东甲站" not in text


def test_a_list_that_was_filtered_says_so(desk: Desk) -> None:
    asking = asked(period=MAY)
    narrow = MatterFilter(category="交通出行")
    for name in ("ledger", "overdue"):
        notes = workbook(desk, name, type(asking)(period=MAY, filter=narrow, made_at=asking.made_at))["说明"]
        lines = [str(row[0]) for row in notes.iter_rows(values_only=True)]
        assert any("只列出符合筛选条件的事项" in line for line in lines), name


def test_the_screen_is_told_the_same(desk: Desk) -> None:
    below(desk, "CN", "城南站")
    without_rules(desk)
    draft = catalogue.draft(desk, "monthly", asked(period=MAY))
    assert draft.missing is not None
    assert [one.name for one in draft.missing.awaited] == ["城南站"]
    assert draft.missing.unarrived == 1
