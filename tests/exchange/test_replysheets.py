"""A reply sheet leaves with the hand-over, is filled by a unit that has no desk, and proposes its reply."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook

from station_desk.casework import asked, attachments, handling, intake
from station_desk.casework.context import Desk
from station_desk.casework.handling import StepEntry
from station_desk.casework.intake import VisitEntry, VisitorEntry
from station_desk.domain import returnnumber
from station_desk.errors import UserError, ValidationError
from station_desk.exchange import replysheets
from station_desk.exchange.replysheets import Promised
from station_desk.reports import replyform
from tests.builders import (
    DAY,
    MORNING,
    a_clerk,
    a_desk,
    a_matter,
    a_unit,
    an_issue,
    commits,
    handed_over,
    stage,
    the,
)  # fmt: skip
from tests.exchange.unit_clerk import (
    ANSWER,
    FILLED,
    TODAY,
    Words,
    a_charge,
    filled,
    words_in,
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path)


# --- out and back ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_a_filled_sheet_proposes_the_whole_reply_and_writes_nothing(
    desk: Desk, tmp_path: Path, suffix: str
) -> None:
    charge = a_charge(desk)
    before = commits(desk)
    found = replysheets.propose(desk, filled(tmp_path, charge, suffix=suffix), TODAY)
    assert (found.charge.unit, found.charge.assignment) == ("区市政管理所", charge.assignment)
    assert (found.problems, found.unusual, found.possible) == ((), (), True)
    assert found.filled == replysheets.Filled(
        dated=date(2026, 6, 3),
        text=ANSWER,
        number="新市政函〔2026〕7号",
        reply_class="B",
        method="meeting",
        contact="谭小姐",
        phone="7506666888",
        signed_by="黄志强",
        promises=(
            Promised("完成江会路南段排水管改造", date(2026, 10, 31)),
            Promised("汛期前清淤一次", date(2026, 7, 15)),
        ),
    )
    assert commits(desk) == before


def test_accepting_records_reply_promises_and_the_sheet_itself_in_one_commit(
    desk: Desk, tmp_path: Path
) -> None:
    charge = a_charge(desk)
    found = replysheets.propose(desk, filled(tmp_path, charge), TODAY)
    before = commits(desk)
    replysheets.accept(desk, a_clerk(), found, replace(found.filled, contact="谭敏"))
    assert commits(desk) == before + 1
    detail = the(desk, charge.matter)
    assert stage(desk, charge.matter) == "replied"
    [(reply_id, reply, unit)] = detail.replies
    assert (unit, reply.reply_class, reply.signed_by, reply.contact) == (
        "区市政管理所",
        "B",
        "黄志强",
        "谭敏",
    )
    assert [row.promise.by for row in detail.promises] == [date(2026, 7, 15), date(2026, 10, 31)]
    [kept] = attachments.listed(desk, charge.matter)
    assert (kept.name, kept.here, kept.about) == ("sheet.xlsx", True, reply_id)


def test_the_same_sheet_again_says_that_the_unit_replied_already(desk: Desk, tmp_path: Path) -> None:
    charge = a_charge(desk)
    sheet = filled(tmp_path, charge)
    first = replysheets.propose(desk, sheet, TODAY)
    replysheets.accept(desk, a_clerk(), first, first.filled)
    again = replysheets.propose(desk, sheet, TODAY)
    assert not again.possible
    assert "2026-06-03" in again.unusual[0]
    before = commits(desk)
    with pytest.raises(UserError):
        replysheets.accept(desk, a_clerk(), again, again.filled)
    assert commits(desk) == before


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_a_unit_may_return_the_matter_on_the_same_sheet(desk: Desk, tmp_path: Path, suffix: str) -> None:
    charge = a_charge(desk)
    values = {"退回理由": "该路段排水属区水务局职责。", "退回日期": "2026-05-12"}
    found = replysheets.propose(desk, filled(tmp_path, charge, values, suffix=suffix), TODAY)
    assert found.filled.returns
    assert found.problems == ()
    replysheets.accept(desk, a_clerk(), found, found.filled)
    state = {row.unit: row.state for row in the(desk, charge.matter).assignments}
    assert state["区市政管理所"] == "returned"


def test_a_co_unit_is_asked_for_an_opinion_without_class_or_promises(desk: Desk, tmp_path: Path) -> None:
    charge = a_charge(desk, "co")
    sheet = filled(tmp_path, charge, {"会办意见": "同意增设泵站。", "答复日期": "2026-6-1"})
    assert "办理结果类别" not in words_in(sheet)
    found = replysheets.propose(desk, sheet, TODAY)
    assert found.problems == ()
    replysheets.accept(desk, a_clerk(), found, found.filled)
    [(_, opinion, unit)] = the(desk, charge.matter).replies
    assert (opinion.kind, unit) == ("opinion", "区水务局")


def test_an_issue_s_sheet_comes_back_as_its_written_answer(desk: Desk, tmp_path: Path) -> None:
    issue = an_issue(desk)
    handed_over(desk, issue, (a_unit(desk), "lead"))
    [charge] = asked.all_asked(desk, issue)
    sheet = filled(tmp_path, charge, {"办理情况": "已清淤。", "答复日期": "2026-05-20"}, suffix=".docx")
    found = replysheets.propose(desk, sheet, TODAY)
    replysheets.accept(desk, a_clerk(), found, found.filled)
    assert [reply.text for _, reply, _ in the(desk, issue).replies] == ["已清淤。"]


def test_a_choice_counts_where_a_program_left_the_mark_of_its_prompt(desk: Desk, tmp_path: Path) -> None:
    charge = a_charge(desk)
    sheet = replyform.write(charge, tmp_path / "sheet.docx")
    assert replysheets.propose(desk, sheet, TODAY).filled.reply_class == "", "the prompt is no answer"
    document = docx.Document(str(sheet))
    for words in document.element.iter("{*}t"):
        if words.text == "请选择":
            words.text = "C 因条件限制，留待以后解决"
            break
    document.save(str(sheet))
    assert replysheets.propose(desk, sheet, TODAY).filled.reply_class == "C"


# --- what a sheet may not tell --------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_nothing_of_the_visitor_leaves_on_a_sheet(desk: Desk, tmp_path: Path, suffix: str) -> None:
    text = "我是梁锦萍，住东侯里8号302，电话13800138000，江会路南段浸水。"
    visit = VisitEntry(
        began=MORNING,
        channel="station",
        visitor=VisitorEntry(name="梁锦萍", phone="13800138000", address="东侯里8号302"),
        informed=True,
        matters=(a_matter(text, title="梁锦萍反映江会路浸水", place="东侯里8号302门前"),),
    )
    issue = intake.save_visit(desk, a_clerk(), visit).matters[0][0]
    handed_over(desk, issue, (a_unit(desk), "lead"))
    [charge] = asked.all_asked(desk, issue)
    said = words_in(replyform.write(charge, tmp_path / f"sheet{suffix}"))
    assert "江会路南段浸水" in said
    for told in ("梁锦萍", "13800138000", "东侯里8号302"):
        assert told not in said


def test_the_sheet_is_locked_but_for_what_is_to_be_filled(desk: Desk, tmp_path: Path) -> None:
    sheet: Any = load_workbook(replyform.write(a_charge(desk), tmp_path / "sheet.xlsx")).active
    assert sheet.protection.sheet
    labels = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    beside = {name: sheet.cell(labels[name].row, labels[name].column + 1) for name in FILLED}
    assert not any(cell.protection.locked for cell in beside.values())
    assert sheet.cell(labels["回执编号"].row, 2).protection.locked
    offered = [rule.formula1 for rule in sheet.data_validations.dataValidation]
    assert any(rule.startswith('"A ') for rule in offered)


# --- what comes back otherwise than it left ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026年6月3日", date(2026, 6, 3)),
        ("2026-6-3", date(2026, 6, 3)),
        ("2026.06.03", date(2026, 6, 3)),
        (date(2026, 6, 3), date(2026, 6, 3)),
        (46176, date(2026, 6, 3)),
        ("13/6/2026", date(2026, 6, 13)),
        ("5/3/2026", None),
        ("6月3日", None),
        ("下周", None),
    ],
)
def test_a_day_is_read_however_it_was_typed_or_its_doubt_is_said(
    desk: Desk, tmp_path: Path, typed: object, day: date | None
) -> None:
    sheet = filled(tmp_path, a_charge(desk), FILLED | {"答复日期": typed})
    found = replysheets.propose(desk, sheet, TODAY)
    assert found.filled.dated == day
    said = [problem.message for problem in found.problems if problem.field == "dated"]
    assert len(said) == (day is None), "one sentence, and only where there is none to read"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"办理结果类别": "A或B"}, "reply_class"),
        ({"办理结果类别": ""}, "reply_class"),
        ({"沟通方式": "托梦"}, "method"),
        ({"答复意见": "无"}, "text"),
        ({"答复日期": "2026-05-01"}, "dated"),
        ({"答复日期": "2026-12-01"}, "dated"),
        ({"承诺事项二": ("清淤", "")}, "promises"),
        ({"承诺事项二": ("", "2026-7-15")}, "promises"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_its_field(
    desk: Desk, tmp_path: Path, changed: Words, field: str
) -> None:
    found = replysheets.propose(desk, filled(tmp_path, a_charge(desk), FILLED | changed), TODAY)
    assert [problem.field for problem in found.problems] == [field]


def test_accepting_what_lacks_its_day_or_class_is_refused_by_field(desk: Desk, tmp_path: Path) -> None:
    sheet = filled(tmp_path, a_charge(desk), FILLED | {"答复日期": "5/3/2026", "办理结果类别": ""})
    found = replysheets.propose(desk, sheet, TODAY)
    before = commits(desk)
    with pytest.raises(ValidationError) as refused:
        replysheets.accept(desk, a_clerk(), found, found.filled)
    assert {problem.field for problem in refused.value.problems} == {"dated", "reply_class"}
    assert commits(desk) == before


def test_another_unit_on_the_sheet_is_said_as_unusual(desk: Desk, tmp_path: Path) -> None:
    sheet = filled(tmp_path, a_charge(desk), FILLED | {"承办单位": "区教育局"})
    found = replysheets.propose(desk, sheet, TODAY)
    assert any("区教育局" in said for said in found.unusual)
    assert found.possible


def test_a_reply_dated_after_its_term_is_said_as_unusual(desk: Desk, tmp_path: Path) -> None:
    charge = a_charge(desk)
    assert charge.due_on is not None
    late = charge.due_on + timedelta(3)
    found = replysheets.propose(desk, filled(tmp_path, charge, FILLED | {"答复日期": late}), late)
    assert str(charge.due_on) in found.unusual[0]


def test_a_sheet_of_a_matter_withdrawn_meanwhile_can_only_be_looked_at(desk: Desk, tmp_path: Path) -> None:
    charge = a_charge(desk)
    sheet = filled(tmp_path, charge)
    entry = StepEntry(on=DAY + timedelta(5), text="代表书面要求撤回")
    handling.take(desk, a_clerk(), charge.matter, "withdraw", entry)
    found = replysheets.propose(desk, sheet, TODAY)
    assert not found.possible
    assert found.unusual


# --- the number -----------------------------------------------------------------------------------------


def test_the_number_survives_being_typed_again(desk: Desk) -> None:
    charge = a_charge(desk)
    for typed in (
        charge.number.lower(),
        charge.number.replace("-", ""),
        charge.number.replace("-", " — "),
        charge.number.replace("0", "O").replace("1", "l"),
        "".join(chr(ord(c) + 0xFEE0) for c in charge.number),
    ):
        assert replysheets.propose_by_number(desk, typed).charge.assignment == charge.assignment


def test_every_single_slip_in_a_number_is_noticed() -> None:
    number = returnnumber.number_of(b"an assignment id")
    plain = number.replace("-", "")
    for at, right in enumerate(plain):
        for wrong in "0123456789ABCDEFGHJKMNPQRSTVWXYZ":
            if wrong != right:
                with pytest.raises(UserError):
                    returnnumber.read(plain[:at] + wrong + plain[at + 1 :])
    for at in range(len(plain) - 1):
        swapped = plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]
        if swapped != plain:
            with pytest.raises(UserError):
                returnnumber.read(swapped)


def test_numbers_of_a_hundred_thousand_hand_overs_differ() -> None:
    made = {returnnumber.number_of(at.to_bytes(16, "big")) for at in range(100_000)}
    assert len(made) == 100_000


def test_the_hidden_number_stands_in_for_one_wiped_out(desk: Desk, tmp_path: Path) -> None:
    charge = a_charge(desk)
    found = replysheets.propose(desk, filled(tmp_path, charge, FILLED | {"回执编号": ""}), TODAY)
    assert found.charge.assignment == charge.assignment


def test_the_visible_number_is_enough_where_hidden_properties_are_lost(desk: Desk, tmp_path: Path) -> None:
    charge = a_charge(desk)
    sheet = filled(tmp_path, charge)
    book = load_workbook(sheet)
    book.properties.keywords = None
    book.save(sheet)
    assert replysheets.is_reply_sheet(sheet)
    assert replysheets.propose(desk, sheet, TODAY).charge.assignment == charge.assignment


def test_an_altered_number_or_another_matter_s_is_refused(desk: Desk, tmp_path: Path) -> None:
    charge, other = a_charge(desk), a_charge(desk, "co")
    wrong = ("Z" if charge.number[0] != "Z" else "Y") + charge.number[1:]
    with pytest.raises(UserError, match="校验"):
        replysheets.propose(desk, filled(tmp_path, charge, FILLED | {"回执编号": wrong}), TODAY)
    with pytest.raises(UserError, match=other.number):
        replysheets.propose(desk, filled(tmp_path, charge, FILLED | {"回执编号": other.number}), TODAY)


def test_a_sheet_of_another_office_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    there, here = a_desk(tmp_path / "there", "QB"), a_desk(tmp_path, "HC")
    sheet = filled(tmp_path, a_charge(there))
    before = commits(here)
    with pytest.raises(UserError, match="QB"):
        replysheets.propose(here, sheet, TODAY)
    assert commits(here) == before
