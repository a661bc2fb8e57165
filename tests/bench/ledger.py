"""A clerk's ledger in: 20,000 rows of a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import python_calamine
import xlsxwriter

from station_desk.casework.context import Desk
from station_desk.domain.vocabulary import SiteRole
from station_desk.exchange import ledgers
from tests.bench import driver
from tests.bench.desks import CATEGORIES, CLERK, LAST_DAY, STATION, TOWN, Desks, Words
from tests.bench.measure import Figure, alternate, cpu

_HEAD = ("编号", "标题", "内容", "类别", "留言时间", "答复单位", "答复意见", "答复时间")


def ledger(desks: Desks) -> Iterator[Figure]:
    """New rows into an empty desk; then the same file again."""
    rows = min(desks.size, 20_000)
    file = _sheet(desks.scratch / "ledger.xlsx", rows)
    recording = driver.Recording(desks.scratch / "ledger.sql", writes_only=True)
    with recording.running():
        desk = _empty(desks.scratch / "recorded.desk")
        recording.clear()
        result = ledgers.take_in(desk, CLERK, file)
        desk.close()
    if result.new != rows:
        raise RuntimeError(f"{result.new} of {rows} rows were new")

    def ours() -> float:
        mine = _empty(desks.scratch / "ledger.desk")
        spent = cpu(lambda: ledgers.take_in(mine, CLERK, file))
        mine.close()
        return spent

    def limit() -> float:
        path = desks.scratch / "played.desk"
        _empty(path).close()
        raw = driver.connect(path)
        read = cpu(lambda: python_calamine.load_workbook(str(file)).get_sheet_by_index(0).to_python())
        spent = recording.replay(raw)
        raw.close()
        return read + spent

    yield alternate(
        f"ledger in, {rows:,} rows", "calamine and raw replay of all rows written", ours, limit, 2.0
    )


def _empty(path: Path) -> Desk:
    for tail in ("", "-wal", "-shm"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
    return Desk.create(path, site=STATION, name="Bench", role=SiteRole.STATION, parent=TOWN)


def _sheet(path: Path, rows: int) -> Path:
    words = Words(9)
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, _HEAD)
    for number in range(rows):
        day = LAST_DAY - timedelta(number % 700)
        sheet.write_row(
            number + 1, 0,
            (f"A{number:06d}", words.text(12), words.text(184), CATEGORIES[number % len(CATEGORIES)],
             f"{day:%Y/%m/%d} 9:30:00", f"第{number % 30}局", words.text(120),
             f"{day + timedelta(9):%Y/%m/%d}"),
        )  # fmt: skip
    book.close()
    return path
