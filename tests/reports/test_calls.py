"""今日联系清单, 承诺事项台账, and what is printed of groups, children, and who asks not to be named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from station_desk.casework import feedback, promises, verdicts
from station_desk.casework.context import Desk
from station_desk.casework.feedback import FeedbackEntry
from station_desk.casework.intake import Refuse
from station_desk.casework.promises import Judged
from station_desk.casework.statistics import Period
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Visit, Visitor
from station_desk.reports.request import ReportRequest
from tests import builders as b
from tests.reports import suggestions_of as s
from tests.reports.sheets_of import asked, printed, workbook
from tests.reports.test_lists import column

PHONE = "13812344620"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return b.a_desk(tmp_path)


def on(day: date, *, masked: bool = True, record: RecordId | None = None) -> ReportRequest:
    return ReportRequest(
        record=record, masked=masked, made_by="李敏", made_at=datetime(day.year, day.month, day.day, 9)
    )


def a_group(desk: Desk, *, child: bool = False, hidden: bool = False) -> RecordId:
    """An issue of twelve people, two of whom speak for the group beside the visitor; finished by its unit."""
    visit = b.a_visit(desk, b.a_matter("学校门口没有人行横道", title="学校门口过街"), phone=PHONE)
    issue = visit.matters[0][0]
    with desk.writing(b.a_clerk(), "edit_visit") as work:
        others = tuple(
            work.add(Visitor(name=name, phone=phone))
            for name, phone in (("司徒大勇", "13512340001"), ("黄小兰", "13612340002"))
        )
        work.update(Visit, visit.visit, others=others, people=12)
        if child:
            who = b.the(desk, issue).visitor_id
            assert who is not None
            work.update(
                Visitor,
                who,
                minor=True,
                guardian="梁国强",
                guardian_phone="13700001111",
                guardian_agreed=True,
            )
    if hidden:
        s.confidential(desk, issue)
    b.handed_over(desk, issue, (s.unit(desk, s.HOUSING), "lead"))
    b.take(desk, issue, "sign", b.DAY)
    charge = b.charges(desk, issue)[s.HOUSING].id
    b.take(desk, issue, "finish", date(2026, 5, 18), assignment=charge, text="已施划人行横道")
    return issue


# --- 今日联系清单 -------------------------------------------------------------------------------------


def test_everyone_behind_an_issue_is_called_and_whoever_was_told_is_not(desk: Desk) -> None:
    issue = a_group(desk)
    sheet = workbook(desk, "contact-list", on(date(2026, 5, 19), masked=False))["反馈群众"]
    assert [cell.value for cell in column(sheet, "反映人")] == [
        "梁锦萍", "司徒大勇", "黄小兰",
    ]  # fmt: skip
    assert [cell.value for cell in column(sheet, "电话")] == [PHONE, "13512340001", "13612340002"]
    assert {cell.value for cell in column(sheet, "告知内容")} == {"已施划人行横道"}

    first = b.the(desk, issue).others[0][0]
    told = FeedbackEntry(told_on=date(2026, 5, 19), method="phone", visitor=first)
    feedback.tell(desk, b.a_clerk(), issue, told)
    text = "".join(printed(desk, "contact-list", on(date(2026, 5, 19), masked=False)))
    assert "司徒大勇" not in text
    assert "黄小兰" in text


def test_the_list_masks_names_and_numbers_unless_asked_otherwise(desk: Desk) -> None:
    a_group(desk)
    text = "".join(printed(desk, "contact-list", on(date(2026, 5, 19))))

    assert "梁某138****4620" in text
    assert "司徒某" in text
    assert PHONE not in text
    assert "姓名、电话已遮盖" in text


def test_who_asked_not_to_be_named_is_called_by_number_alone(desk: Desk) -> None:
    a_group(desk, hidden=True)
    text = "".join(printed(desk, "contact-list", on(date(2026, 5, 19), masked=False)))

    assert f"（要求保密）{PHONE}" in text
    assert "梁锦萍" not in text


def test_for_a_child_the_guardian_is_called(desk: Desk) -> None:
    a_group(desk, child=True)
    text = "".join(printed(desk, "contact-list", on(date(2026, 5, 19), masked=False)))

    assert "梁国强（监护人）13700001111" in text
    assert "梁锦萍" not in text


def test_deputies_whose_forms_are_out_and_late_units_are_called(desk: Desk) -> None:
    made = s.three_signers(desk)
    charge = b.charges(desk, made)[s.CITY].id
    b.take(desk, made, "urge", s.day(60), assignment=charge)
    late = "".join(printed(desk, "contact-list", on(date(2026, 6, 9))))
    assert f"{s.CITY}张工0750-6661234" in late
    assert "答复已逾期3天；已催办1次" in late

    s.replied(desk, made, s.CITY, date(2026, 6, 9))
    s.judged(desk, made, 0, "satisfied", date(2026, 6, 10))
    signer = b.the(desk, made).signers[1].id
    verdicts.remind(desk, b.a_clerk(), made, [signer], date(2026, 6, 11))
    sheet = workbook(desk, "contact-list", on(date(2026, 6, 12)))["催收代表征询表"]
    assert [cell.value for cell in column(sheet, "代表")] == ["冯少珍", "欧阳志强"]
    assert column(sheet, "电话")[0].value == "139****0001"
    assert column(sheet, "联系事由")[0].value == "答复征询，征询意见表未收回；已催收1次"


def test_a_unit_is_reminded_of_a_promise_a_week_before_its_day(desk: Desk) -> None:
    promising(desk)
    assert "排水管网改造" not in "".join(printed(desk, "contact-list", on(date(2026, 9, 22))))
    text = "".join(printed(desk, "contact-list", on(date(2026, 9, 23))))
    assert "提醒兑现承诺" in text
    assert "完成江会路南段800米排水管网改造并通水" in text


def test_a_day_without_any_call_says_so(desk: Desk) -> None:
    assert "没有记录" in printed(desk, "contact-list", on(date(2026, 5, 19)))[0]


# --- 承诺事项台账 -------------------------------------------------------------------------------------


def promising(desk: Desk) -> RecordId:
    """A suggestion whose deputies are satisfied and whose two promises are being tracked."""
    made = s.three_signers(desk)
    s.replied(desk, made, s.CITY, s.day(90))
    for signer in range(3):
        s.judged(desk, made, signer, "satisfied", s.day(100))
    return made


def test_the_ledger_of_promises_tells_what_is_overdue_and_what_was_kept(desk: Desk) -> None:
    made = promising(desk)
    sheet = workbook(desk, "promises", on(date(2026, 10, 20))).worksheets[0]
    assert [cell.value for cell in column(sheet, "兑现情况")] == ["逾期未认定", "未到期"]
    assert [cell.value for cell in column(sheet, "逾期天数")] == [20, None]
    assert column(sheet, "完成期限")[0].value == datetime(2026, 9, 30)
    assert column(sheet, "答复文号")[0].value == "新建函〔2026〕47号"

    first = b.the(desk, made).promises[0].id
    seen = Judged(on=date(2026, 10, 21), state="kept", proof="现场已通水")
    promises.judge(desk, b.a_clerk(), made, first, seen)
    text = "".join(printed(desk, "promises", on(date(2026, 10, 22))))
    assert "已兑现2026-10-21" in text
    assert "落实率＝已兑现÷到期或已认定：100.0%(1/1)" in text


def test_the_ledger_of_promises_is_narrowed_by_the_day_they_are_due(desk: Desk) -> None:
    promising(desk)
    december = replace(on(date(2026, 10, 20)), period=Period.of_months("2026-12"))
    sheet = workbook(desk, "promises", december).worksheets[0]

    assert [cell.value for cell in column(sheet, "承诺事项")] == ["雨水口每季度清疏一次"]


# --- who is never named, and who speaks for others -------------------------------------------------------


def test_whoever_asked_not_to_be_named_is_on_no_paper_that_leaves_the_station(desk: Desk) -> None:
    issue = a_group(desk, hidden=True)
    told = FeedbackEntry(told_on=date(2026, 5, 19), method="phone")
    for name in ("hand-over", "feedback"):
        text = "".join(printed(desk, name, asked(issue, masked=False)))
        assert "反映人（要求保密）" in text
        assert "梁锦萍" not in text
        assert PHONE not in text
    feedback.tell(desk, b.a_clerk(), issue, told)
    assert "梁锦萍" not in "".join(printed(desk, "feedback", asked(issue, masked=False)))
    ledger = workbook(desk, "ledger", asked(masked=False)).worksheets[0]
    assert (column(ledger, "反映人")[0].value, column(ledger, "联系电话")[0].value) == ("（要求保密）", None)


def test_the_notice_of_non_acceptance_addresses_nobody_who_asked_not_to_be_named(desk: Desk) -> None:
    refused = b.a_visit(desk, b.a_matter("与邻居的合同纠纷", Refuse("court", "已由人民法院立案"))).matters[0][
        0
    ]
    assert "梁锦萍：" in printed(desk, "refusal", asked(refused, masked=False))[0]
    s.confidential(desk, refused)
    page = printed(desk, "refusal", asked(refused, masked=False))[0]

    assert "来访群众：" in page
    assert "梁锦萍" not in page


def test_the_registration_form_stays_and_says_so_with_group_and_guardian(desk: Desk) -> None:
    issue = a_group(desk, child=True, hidden=True)
    pages = printed(desk, "registration", asked(issue, masked=False))

    assert len(pages) == 1
    for expected in (
        "梁锦萍", "其他来访代表司徒大勇13512340001、黄小兰13612340002", "来访12人",
        "监护人梁国强■监护人同意", "13700001111", "反映人要求保密：本表留站保管",
    ):  # fmt: skip
        assert expected in pages[0]
    masked = printed(desk, "registration", asked(issue))[0]
    assert "司徒某135****0001" in masked
    assert "梁国强" not in masked


def test_each_constituent_has_a_slip_with_their_own_verdict(desk: Desk) -> None:
    issue = a_group(desk)
    first, second = (person for person, _ in b.the(desk, issue).others)
    for person, verdict, reason in ((first, "satisfied", ""), (second, "fairly", "希望加装护栏")):
        entry = FeedbackEntry(
            told_on=date(2026, 5, 19), method="phone", visitor=person, verdict=verdict, reason=reason
        )
        feedback.tell(desk, b.a_clerk(), issue, entry)
    pages = printed(desk, "feedback", asked(issue, masked=False))

    assert len(pages) == 2
    assert "反映人司徒大勇" in pages[0]
    assert "■满意" in pages[0]
    assert "反映人黄小兰" in pages[1]
    assert "■基本满意" in pages[1]
    assert "希望加装护栏" in pages[1]
    assert "希望加装护栏" not in pages[0]


def test_one_reply_prints_a_slip_for_every_issue_behind_the_suggestion(desk: Desk) -> None:
    issues = tuple(b.an_issue(desk, text) for text in ("江会路浸水", "江会路积水入屋"))
    made = b.a_suggestion(desk, issues=issues)
    pages = printed(desk, "feedback", asked(made))

    assert ["江会路浸水" in pages[0], "江会路积水入屋" in pages[1]] == [True, True]
