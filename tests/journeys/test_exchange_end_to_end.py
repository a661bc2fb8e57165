"""A station's real ledger goes to a fresh town, is handed over there, and its answer comes home."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from station_desk.casework import browse, handling, offices, replies
from station_desk.casework.handling import UnitCharge
from station_desk.casework.replies import ReplyEntry
from station_desk.domain.records import Unit
from station_desk.exchange import inbox, ledgers, stream
from station_desk.exchange.digest import digest
from tests.builders import a_clerk, a_visit, the
from tests.exchange.post import OFFICE, TOWN, a_station, a_town, counts, everything, sent, taken, unpacked

REAL = Path(__file__).parents[3] / "shared" / "data" / "messages-with-replies-1400.xlsx"


def _made_up(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["编号", "反映人", "联系电话", "标题", "内容", "登记日期", "答复意见", "答复时间"])
    for n in range(1, 301):
        answer = ["已派人到场处理", "2026/3/9"] if n % 3 else [None, None]
        phone = f"1390000{n:04d}"
        sheet.append([n, f"欧阳{n:03d}", phone, f"第{n}处路灯不亮", f"村口第{n}盏坏了", "2026/3/2", *answer])
    book.save(path)
    return path


@pytest.mark.parametrize("real", [True, False], ids=["real", "made-up"])
def test_a_ledger_goes_to_the_town_and_its_answer_comes_back(tmp_path: Path, real: bool) -> None:
    if real and not REAL.exists():
        pytest.skip(f"{REAL.name} is not on this machine: it may not be copied into the project")
    station, town = a_station(tmp_path), a_town(tmp_path)
    source = REAL if real else _made_up(tmp_path / "台账.xlsx")
    rows = 1_400 if real else 300
    assert ledgers.take_in(station, a_clerk(), source).new == rows

    first = sent(station, TOWN)
    before = everything(town)
    said = inbox.preview(town, first)
    assert (said.new, said.changed, bool(said.strangers), said.already) == (rows, 0, True, False)
    assert everything(town) == before
    result = taken(town, first)
    assert (result.packages, result.applied, result.changes) == (1, 1, said.changes)
    assert digest(town) == digest(station) == digest(town, "HC")
    there = digest(town), counts(town)
    assert taken(town, first).applied == 0
    assert (digest(town), counts(town)) == there

    matter = a_visit(station, visitor="区兆棠", phone="13812344620").matters[0][0]
    second = sent(station, TOWN)
    taken(town, second)
    unit = offices.save(town, OFFICE, Unit(name="区交警大队"))[0]
    handling.hand_over(town, OFFICE, matter, date(2026, 5, 8), [UnitCharge(unit, "lead")])
    replies.record(town, OFFICE, matter, ReplyEntry(dated=date(2026, 5, 12), text="已清淤"))
    home = sent(town, "HC")
    (line,) = inbox.preview(station, home).lines
    assert (line.id, line.before, line.now) == (matter, ("受理，待分办",), ("已反馈，待评价",))
    taken(station, home)
    found = the(station, matter)
    assert (found.row.stage, [reply.text for _, reply, _ in found.replies]) == ("told", ["已清淤"])
    assert found.visitor is not None
    assert digest(station) == digest(town)
    # The station has accepted its town's desk, which its next package says; nothing else waits.
    assert stream.export(station, TOWN, tmp_path).commits == 1
    assert station.check() == town.check() == []

    names = ["区兆棠", "13812344620"] if real else ["区兆棠", "13812344620", "欧阳", "1390000"]
    town.close()
    bytes_there = unpacked(first) + unpacked(second)
    bytes_there += b"".join(path.read_bytes() for path in tmp_path.glob("town.desk*") if path.is_file())
    for name in names:
        assert name.encode() not in bytes_there
    assert browse.count(station, browse.MatterFilter()) == rows + 1
