"""A clerk's ledger comes in whole: every row new, same or rejected with a reason; again changes nothing."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from station_desk import i18n
from station_desk.casework import browse
from station_desk.casework.context import Actor, Desk
from station_desk.errors import Cancelled
from station_desk.exchange import ledgers, mapping, sheetin
from station_desk.exchange.digest import digest
from station_desk.exchange.fields import LedgerKind
from station_desk.exchange.ledgerrows import IssueRow, read_rows
from station_desk.exchange.ledgers import LedgerResult
from tests.builders import a_clerk, the
from tests.exchange.post import TOWN, a_station, counts, everything, sent, unpacked

HEAD = ("编号", "反映人", "联系电话", "标题", "内容", "登记日期", "承办单位", "交办日期", "答复意见",
        "答复时间", "办结日期", "办理结果", "反馈日期", "反馈方式", "群众评价", "代表", "备注")  # fmt: skip


def saved(path: Path, *rows: dict[str, object], head: Sequence[str] = HEAD) -> Path:
    """A workbook of one sheet with those columns."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(head))
    for row in rows:
        sheet.append([row.get(name) for name in head])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.data_type = "s"
    book.save(path)
    return path


def a_row(number: int = 1, **more: object) -> dict[str, object]:
    title = f"第{number}处路灯不亮"
    return {"编号": number, "标题": title, "内容": "村口路灯坏了三天", "登记日期": "2026/3/2"} | more


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_station(tmp_path)


def took(desk: Desk, path: Path, **how: object) -> LedgerResult:
    result = ledgers.take_in(desk, a_clerk(), path, **how)  # type: ignore[arg-type]
    assert result.rows == result.new + result.same + result.rejected == len(result.lines)
    return result


def only(desk: Desk) -> browse.MatterDetail:
    (row,) = browse.page(desk, browse.MatterFilter())
    return the(desk, row.id)


def test_a_closed_row_with_feedback_and_verdict_is_filed(desk: Desk, tmp_path: Path) -> None:
    row = a_row(
        办结日期="2026/3/9", 办理结果="已更换灯泡", 反馈日期="2026/3/10", 反馈方式="上门", 群众评价="满意",
        承办单位="区市政管理所", 交办日期="2026/3/3", 反映人="梁锦萍", 联系电话="13812344620",
    )  # fmt: skip
    took(desk, saved(tmp_path / "a.xlsx", row))
    found = only(desk)
    assert (found.row.stage, found.row.opened_on) == ("closed", date(2026, 3, 2))
    assert [(f.told_on, f.method) for _, f in found.feedback] == [(date(2026, 3, 10), "visit")]
    assert [charge.unit for charge in found.assignments] == ["区市政管理所"]
    assert found.course is not None
    assert (found.course.verdict, found.course.finished_on, found.course.odd) == (
        "satisfied", date(2026, 3, 9), [],
    )  # fmt: skip
    assert found.visitor is not None
    assert (found.visitor.name, found.visitor.phone) == ("梁锦萍", "13812344620")


def test_an_unhappy_visitor_waits_for_it_to_be_handled_again(desk: Desk, tmp_path: Path) -> None:
    row = a_row(
        答复意见="已派人", 答复时间="2026/3/5", 反馈日期="2026/3/6", 群众评价="不满意", 备注="灯还是不亮"
    )  # fmt: skip
    took(desk, saved(tmp_path / "a.xlsx", row))
    assert only(desk).row.stage == "unhappy"


def test_a_row_handed_over_makes_its_unit_once(desk: Desk, tmp_path: Path) -> None:
    rows = [a_row(n, 承办单位="区市政管理所", 交办日期="2026/3/3") for n in (1, 2)]
    took(desk, saved(tmp_path / "a.xlsx", *rows))
    assert {row.stage for row in browse.page(desk, browse.MatterFilter())} == {"assigned"}
    assert [unit.name for _, unit in browse.office(desk).units] == ["区市政管理所"]
    took(desk, saved(tmp_path / "b.xlsx", a_row(3, 承办单位=" 区市政管理所 ", 交办日期="2026/3/3")))
    assert len(browse.office(desk).units) == 1


def test_a_reply_that_came_later_is_added_once(desk: Desk, tmp_path: Path) -> None:
    took(desk, saved(tmp_path / "a.xlsx", a_row()))
    answered = saved(tmp_path / "b.xlsx", a_row(答复意见="已更换", 答复时间="2026/3/8", 承办单位="市政所"))
    first, second = took(desk, answered), took(desk, answered)
    assert (first.new, first.same, first.filled) == (0, 1, 1)
    assert (second.new, second.same, second.filled) == (0, 1, 0)
    found = only(desk)
    assert [(reply.text, unit) for _, reply, unit in found.replies] == [("已更换", "市政所")]
    assert found.row.stage == "told"
    assert desk.check() == []


def test_a_reply_in_a_later_row_of_the_same_file_is_added_wherever_it_stands(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [a_row(), a_row(2), a_row(答复意见="已更换", 答复时间="2026/3/8")]
    path = saved(tmp_path / "a.xlsx", *rows)
    other = a_station(tmp_path, "XH")
    for here, chunk in ((desk, 1_000), (other, 1)):
        monkeypatch.setattr(ledgers, "CHUNK", chunk)
        dry = took(here, path, dry_run=True)
        result = took(here, path)
        assert (result.new, result.same, result.filled) == (dry.new, dry.same, dry.filled) == (2, 1, 1)
        assert [line.state for line in result.lines] == ["new", "new", "filled"]
        assert sorted(row.stage for row in browse.page(here, browse.MatterFilter())) == ["registered", "told"]


def test_rejected_rows_say_why_and_the_others_come_in(desk: Desk, tmp_path: Path) -> None:
    i18n.set_language(i18n.ENGLISH)
    path = saved(
        tmp_path / "a.xlsx",
        a_row(),
        a_row(2, 登记日期="尽快"),
        a_row(3, 办结日期="2026/3/1"),
        {"编号": 4, "登记日期": "2026/3/2", "备注": "空"},
    )
    result = took(desk, path)
    assert (result.rows, result.new, result.rejected) == (4, 1, 3)
    reasons = {line.line: line.message for line in result.lines if line.state == "rejected"}
    assert "is not a date" in reasons[3]
    assert reasons[4].endswith("2026-03-01 lies before the day it was raised (2026-03-02).")
    assert "neither a title nor a text" in reasons[5]
    assert took(desk, path).new == 0


def test_numbers_run_within_their_year(desk: Desk, tmp_path: Path) -> None:
    rows = [a_row(1), a_row(2, 登记日期="2025/12/30"), a_row(3), a_row(4, 登记日期="2025-12-31")]
    result = took(desk, saved(tmp_path / "a.xlsx", *rows))
    assert [line.number for line in result.lines] == [
        "HC-2026-0001", "HC-2025-0001", "HC-2026-0002", "HC-2025-0002",
    ]  # fmt: skip
    assert took(desk, saved(tmp_path / "b.xlsx", a_row(5))).lines[0].number == "HC-2026-0003"


def test_text_that_looks_like_a_formula_stays_text(desk: Desk, tmp_path: Path) -> None:
    text = '=HYPERLINK("http://example.invalid","点我")'
    took(desk, saved(tmp_path / "a.xlsx", a_row(标题=text, 内容="@SUM(1+1)*cmd|' /C calc'!A0")))
    found = only(desk)
    assert (found.row.title, found.record.text) == (text, "@SUM(1+1)*cmd|' /C calc'!A0")


def test_what_finds_no_field_is_kept_as_a_note(desk: Desk, tmp_path: Path) -> None:
    row = a_row(答复意见="已电话告知", 承办单位="市政所", 群众评价="满意", 代表="陈伟雄", 备注="老党员")
    took(desk, saved(tmp_path / "a.xlsx", row))
    found = only(desk)
    (note,) = [step.step.text for step in found.steps if step.step.verb == "note"]
    assert note is not None
    for kept in ("答复：已电话告知", "承办单位：市政所", "群众评价：满意", "代表：陈伟雄", "备注：老党员"):
        assert kept in note.replace("答复意见：", "答复：")
    assert found.row.stage == "registered"
    assert found.course is not None
    assert found.course.odd == []


def test_what_is_cut_or_dated_today_is_said(desk: Desk, tmp_path: Path) -> None:
    i18n.set_language(i18n.ENGLISH)
    long = "很长的标题" * 50
    result = took(desk, saved(tmp_path / "a.xlsx", a_row(标题=long, 登记日期=None, 内容="路灯")))
    assert result.lines[0].message == (
        "No date in the row: today's was taken. Title: only the first 200 characters were taken."
    )
    whole = took(desk, saved(tmp_path / "b.xlsx", a_row(2, 标题=long, 内容=None)))
    assert whole.lines[0].message == ""
    assert {row.title for row in browse.page(desk, browse.MatterFilter())} == {long[:200]}


def test_a_dry_run_writes_nothing_and_counts_the_same(desk: Desk, tmp_path: Path) -> None:
    rows = [a_row(), a_row(), a_row(2, 登记日期="尽快"), a_row(3, 反映人="陈伯"), a_row(3, 反映人="李婶")]
    path = saved(tmp_path / "a.xlsx", *rows)
    before = everything(desk)
    dry = took(desk, path, dry_run=True)
    assert everything(desk) == before
    real = took(desk, path)
    assert [line.state for line in dry.lines] == [line.state for line in real.lines]


def test_work_stopped_late_in_the_file_leaves_nothing_half_done(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledgers, "CHUNK", 5)
    rows = [a_row(n, 承办单位="市政所", 交办日期="2026/3/3") for n in range(1, 31)]
    path = saved(tmp_path / "a.xlsx", *rows)
    before = everything(desk)
    heard: list[int] = []

    def stop(done: int, total: int, text: str) -> None:
        heard.append(done)
        if done > 25:
            raise Cancelled

    with pytest.raises(Cancelled):
        took(desk, path, progress=stop)
    assert len(heard) > 4
    assert everything(desk) == before
    assert took(desk, path).new == 30
    assert desk.check() == []


def test_a_row_kept_by_a_name_cannot_be_traced_back_to_it(desk: Desk, tmp_path: Path) -> None:
    """Two people say the same; who they are is in no key that leaves the desk."""
    head = tuple(name for name in HEAD if name != "编号")
    rows = [a_row(1, 反映人=name) for name in ("陈伯", "李婶")]
    path = saved(tmp_path / "a.xlsx", *rows, head=head)
    plain = {row.key for row in _rows(path)}
    assert took(desk, path).new == 2
    assert took(desk, path).new == 0
    said = unpacked(sent(desk, TOWN)).decode()
    assert not [key for key in plain if key in said]
    assert "陈伯" not in said


def _rows(path: Path) -> list[IssueRow]:
    sheet, header = mapping.find_sheet(sheetin.open_book(path), LedgerKind.ISSUES)
    return list(read_rows(sheet, header, mapping.propose(header, sheet)))


REAL = Path(__file__).parents[3] / "shared" / "data"
FILES = {
    "messages-with-replies-1400.xlsx": 1_400,
    "messages-hot-2900.xlsx": 2_900,
    "messages-labelled-1842.xls": 1_842,
    "messages-labelled-495-padded.xlsx": 495,
}


@pytest.mark.parametrize("name", FILES)
def test_real_ledgers_come_in_whole_and_again_change_nothing(name: str, desk: Desk) -> None:
    path = REAL / name
    if not path.exists():
        pytest.skip(f"{name} is not on this machine: it may not be copied into the project")
    clerk = Actor("李敏", a_clerk().role)
    first = ledgers.take_in(desk, clerk, path)
    assert first.rows == FILES[name] == first.new + first.same + first.rejected
    assert first.new > first.rows * 0.8
    assert browse.count(desk, browse.MatterFilter()) == first.new
    before = digest(desk), counts(desk)
    again = ledgers.take_in(desk, clerk, path)
    assert (again.rows, again.new, again.rejected) == (first.rows, 0, first.rejected)
    assert (digest(desk), counts(desk)) == before


def test_the_files_name_stays_at_this_desk(desk: Desk, tmp_path: Path) -> None:
    took(desk, saved(tmp_path / "陈某反映的事.xlsx", a_row()))
    with desk.reading() as connection:
        headers = connection.exec_driver_sql("SELECT header FROM cmt").scalars().all()
    assert not any("陈某反映的事".encode() in header for header in headers)
    (kept,) = ledgers.taken(desk)
    assert (kept.name, kept.new) == ("陈某反映的事.xlsx", 1)


def test_a_file_whose_name_is_no_text_comes_in(desk: Desk, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"\xb5\xc7\xbc\xc7.csv")
    try:
        odd.write_text("标题,登记日期\n路灯不亮,2026/3/2\n", encoding="gb18030")
    except (OSError, UnicodeEncodeError):
        pytest.skip("this system takes no such name")
    assert took(desk, odd).new == 1
