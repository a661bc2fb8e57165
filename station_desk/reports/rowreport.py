"""What became of every row of a ledger taken in, as a workbook the clerk can sort and send back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from station_desk.errors import UserError
from station_desk.exchange.ledgers import LedgerResult
from station_desk.i18n import Label, translate
from station_desk.reports import sheets
from station_desk.reports.content import Column, Facts, Kind, Section, Table, Value
from station_desk.whole import whole

STATES: Mapping[str, Label] = MappingProxyType(
    {
        "new": Label("New", "新增"),
        "same": Label("Same", "已有"),
        "filled": Label("Same, reply added", "已有，补入答复"),
        "rejected": Label("Rejected", "未导入"),
    }
)

COLUMNS = (
    Column("行号", Kind.NUMBER, chars=8),
    Column("结果", chars=16),
    Column("编号", chars=22),
    Column("标题", chars=40),
    Column("说明", Kind.LONG, chars=60),
)


def write(result: LedgerResult, path: Path, *, source: str = "", made_by: str = "") -> None:
    """Write the report as the .xlsx file `path`, whole or not at all; text is never read as a formula.

    UserError where the name does not end in .xlsx or the folder cannot be written.
    """
    check(path)
    facts = Facts(source or "—", "—", "—", result.rows, made_by, datetime.now())
    notes = (
        f"共 {result.rows} 行：新增 {result.new}，已有 {result.same}（其中补入答复 {result.filled}），"
        f"未导入 {result.rejected}。",
    )
    section = Section("逐行结果", COLUMNS, _rows(result), count=len(result.lines))
    table = Table("台账导入逐行报告", facts, (section,), notes)
    try:
        with whole(path) as file:
            sheets.write(table, file)
    except OSError as error:
        raise UserError(
            translate("rowreport", "{path} cannot be written. Close it if it is open elsewhere.", path=path)
        ) from error


def check(path: Path) -> None:
    """UserError where a report of that name cannot be made, before any work is done."""
    if path.suffix.lower() != ".xlsx":
        raise UserError(
            translate("rowreport", "The report of the rows is a workbook: give it a name that ends in .xlsx.")
        )
    if not path.parent.is_dir():
        raise UserError(
            translate("rowreport", "The folder {folder} does not exist. Create it first.", folder=path.parent)
        )


def _rows(result: LedgerResult) -> Iterator[Sequence[Value]]:
    for line in result.lines:
        state = STATES.get(line.state)
        yield (line.line, state.zh if state else line.state, line.number, line.title, line.message)
