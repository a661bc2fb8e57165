"""The papers of a suggestion's handling read back from the page: forms by signer, letters, slips."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from station_desk.casework import honours, motions, official, promises, replies
from station_desk.casework.context import Desk
from station_desk.casework.honours import SupervisionEntry
from station_desk.casework.motions import MotionEntry
from station_desk.casework.promises import Judged
from station_desk.casework.replies import ReplyEntry
from station_desk.cli import program
from station_desk.domain.declare import RecordId
from station_desk.errors import UserError
from station_desk.reports import catalogue
from station_desk.reports.request import ReportRequest
from tests import builders as b
from tests.reports import suggestions_of as s
from tests.reports.sheets_of import LONG, asked, printed, words
from tests.reports.test_forms import boxes_within_page


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return b.a_desk(tmp_path)


def on(day: date, record: RecordId) -> ReportRequest:
    return ReportRequest(record=record, made_by="李敏", made_at=datetime(day.year, day.month, day.day, 9))


def answered(desk: Desk) -> RecordId:
    """Both units have answered; three deputies are to be asked."""
    made = s.three_signers(desk)
    s.replied(desk, made, s.CITY, s.day(90), number="新城管函〔2026〕9号", method="letter")
    return made


# --- 征询意见表 ---------------------------------------------------------------------------------------


def test_each_signer_gets_a_form_of_their_own_with_both_letters(desk: Desk) -> None:
    pages = printed(desk, "consultation", asked(answered(desk)))

    assert len(pages) == 3
    for name, page in zip(s.DEPUTIES, pages, strict=True):
        for expected in (
            "代表建议办理情况征询意见表", f"代表：{name}", "第1轮答复征询", "关于整治江会路南段内涝的建议",
            f"主办单位{s.HOUSING}、{s.CITY}", "新建函〔2026〕47号", "B类", "沟通方式：面商", "是否收到答复函",
            "收到时间", "办理态度□满意□基本满意□不满意", "办理结果□满意□基本满意□不满意", "对办理情况的意见",
            "代表签名：", "填表说明", "六、本表一式两份", "联系电话",
        ):  # fmt: skip
            assert expected in page


def test_a_form_that_came_back_prints_filled_and_the_others_blank(desk: Desk) -> None:
    made = answered(desk)
    s.judged(desk, made, 1, "dissatisfied", s.day(100), attitude="fairly")
    pages = printed(desk, "consultation", asked(made))

    assert "办理态度□满意■基本满意□不满意" in pages[1]
    assert "办理结果□满意□基本满意■不满意" in pages[1]
    assert "还没有动工" in pages[1]
    assert "2026年6月10日" in pages[1]
    assert "■" not in pages[0]


def test_one_signers_form_and_one_returned_form_print_alone(desk: Desk) -> None:
    made = answered(desk)
    s.judged(desk, made, 0, "satisfied", s.day(100))
    signers = b.the(desk, made).signers
    form = signers[0].verdicts[0][0]

    assert [("欧阳志强" in page) for page in printed(desk, "consultation", asked(signers[2].id))] == [True]
    assert ["■满意" in page for page in printed(desk, "consultation", asked(form))] == [True]


def test_after_a_redo_those_who_were_dissatisfied_are_asked_in_a_second_round(desk: Desk) -> None:
    made = answered(desk)
    for signer, result in enumerate(("satisfied", "dissatisfied", "fairly")):
        s.judged(desk, made, signer, result, s.day(100))
    b.take(desk, made, "redo", s.day(101))
    for name in (s.HOUSING, s.CITY):
        s.replied(desk, made, name, s.day(120))
    pages = printed(desk, "consultation", asked(made))

    assert "第2轮重新办理后征询" in pages[1]
    assert "■" not in pages[1]
    assert "第1轮答复征询" in pages[0]
    assert "■满意" in pages[0]


def test_the_second_consultation_asks_about_each_promise_kept_or_not(desk: Desk) -> None:
    made = answered(desk)
    for signer in range(3):
        s.judged(desk, made, signer, "satisfied", s.day(100))
    kept, unkept = (row.id for row in b.the(desk, made).promises)
    clerk = b.a_clerk()
    promises.judge(desk, clerk, made, kept, Judged(on=date(2026, 10, 8), state="kept", proof="现场已通水"))
    promises.judge(
        desk, clerk, made, unkept, Judged(on=date(2027, 1, 8), state="unkept", proof="第四季度未清疏")
    )
    pages = printed(desk, "consultation", asked(made))

    assert len(pages) == 3
    for page in pages:
        assert "代表建议承诺事项二次征求意见表" in page
        assert "第2轮二次征求意见" in page
        assert "2026年9月30日已兑现" in page
        assert "落实情况：第四季度未清疏2026年12月31日未兑现" in page
        assert "■" not in page


def test_the_command_line_prints_the_forms_of_a_suggestion_by_its_number(desk: Desk, tmp_path: Path) -> None:
    made = answered(desk)
    number = b.the(desk, made).row.number
    for name in ("consultation", "reply-letter", "suggestion", "hand-over"):
        out = tmp_path / f"{name}.pdf"
        args = ["--desk", str(desk.path), "report", name, "--about", number, "--out", str(out)]
        result = CliRunner().invoke(program, args)
        assert result.exit_code == 0, result.output
        assert "江会路南段内涝" in "".join(words(out.read_bytes()))


def test_nothing_is_asked_before_anything_was_answered(desk: Desk) -> None:
    made = s.submitted(desk, s.deputies(desk))
    with pytest.raises(UserError, match="还没有答复"):
        catalogue.render(desk, "consultation", asked(made))


# --- 答复函 -------------------------------------------------------------------------------------------


def test_a_reply_letter_is_written_to_every_signer_with_class_number_and_promises(desk: Desk) -> None:
    made = s.three_signers(desk)
    official.give(desk, b.a_clerk(), made, "16-4-012", "", s.day(5))
    reply = next(key for key, _, unit in b.the(desk, made).replies if unit == s.HOUSING)
    page = "".join(printed(desk, "reply-letter", asked(reply)))

    for expected in (
        "B类", s.HOUSING, "新建函〔2026〕47号",
        "关于新会区第十六届人民代表大会第四次会议第16-4-012号代表建议答复的函",
        "陈伟雄、冯少珍、欧阳志强代表：", "你们提出的《关于整治江会路南段内涝的建议》收悉", "汛期前完成清淤",
        "（一）完成江会路南段800米排水管网改造并通水（2026年9月30日前完成）",
        "（二）雨水口每季度清疏一次（2026年12月31日前完成）", "2026年5月21日",
        "（联系人：黄志远，联系电话：0750-6661234）", "抄送：会城站，政府办公室。",
    ):  # fmt: skip
        assert expected in page


def test_every_unit_has_its_own_letter_and_the_co_unit_writes_to_those_who_answer(desk: Desk) -> None:
    pages = printed(desk, "reply-letter", asked(answered(desk)))

    assert sum("抄送：" in page for page in pages) == 3
    opinion = next(page for page in pages if "会办意见" in page)
    assert f"{s.HOUSING}、{s.CITY}：" in opinion
    assert "类" not in opinion.split("关于")[0]


def test_a_letter_that_opens_and_closes_itself_is_printed_as_it_is(desk: Desk) -> None:
    made = s.submitted(desk, s.deputies(desk)[:1])
    s.handed(desk, made, (s.unit(desk, s.HOUSING), "lead"))
    own = "您提出的建议收悉。现答复如下：\n已清淤。\n感谢您对我们工作的支持。"
    s.replied(desk, made, s.HOUSING, s.day(30), text=own)
    page = printed(desk, "reply-letter", asked(made))[0]

    assert page.count("收悉") == 1
    assert page.count("感谢") == 1
    assert "关于《关于整治江会路南段内涝的建议》答复的函" in page


def test_one_letter_for_two_suggestions_names_both_numbers(desk: Desk) -> None:
    housing = s.unit(desk, s.HOUSING)
    signers = s.deputies(desk)
    first, second = s.submitted(desk, signers[:1]), s.submitted(desk, signers[1:2])
    for n, made in enumerate((first, second), 7):
        official.give(desk, b.a_clerk(), made, f"2026闭-{n:03d}", "", s.day(2))
        s.handed(desk, made, (housing, "lead"))
    entry = ReplyEntry(dated=s.day(40), text="已一并办理。", reply_class="A", also=(second,))
    replies.record(desk, b.a_clerk(), first, entry)

    assert (
        "关于闭会期间第2026闭-007号、第2026闭-008号代表建议答复的函"
        in printed(desk, "reply-letter", asked(first))[0]
    )


def test_the_head_of_a_letter_is_red_with_two_double_lines_170_mm_long(desk: Desk) -> None:
    document = pypdfium2.PdfDocument(catalogue.render(desk, "reply-letter", asked(s.three_signers(desk))))
    page = document[1]
    picture = page.render(scale=10 * 25.4 / 72).to_pil().convert("RGB")  # ten points a millimetre
    data = picture.load()
    red = {
        (x, y)
        for y in range(picture.height)
        for x in (190, 210, 1890, 1910)
        if data[x, y][0] > 180 and data[x, y][1] < 90
    }
    page.close()
    document.close()
    left, right = ({y for x, y in red if x == at} for at in (210, 1890))

    assert left == right
    assert not {x for x, _ in red} - {210, 1890}  # from 20 mm to 190 mm, and no further
    assert any(400 < y < 520 for y in left)
    assert any(2760 < y < 2790 for y in left)


def test_a_long_letter_is_numbered_from_its_second_page_and_loses_nothing(desk: Desk) -> None:
    made = s.submitted(desk, s.deputies(desk)[:1])
    s.handed(desk, made, (s.unit(desk, s.HOUSING), "lead"))
    s.replied(desk, made, s.HOUSING, s.day(30), text="\n".join(f"第{n}点，{LONG}" for n in range(40)))
    pdf = catalogue.render(desk, "reply-letter", asked(made))
    pages = words(pdf)

    assert len(pages) > 3
    assert "".join(pages).count("点，") == 40
    assert "—2—" in pages[1]
    assert "—1—" not in pages[0]
    assert "抄送" in pages[-1]
    boxes_within_page(pdf)


def test_a_written_reply_on_an_issue_never_names_who_asked_not_to_be_named(desk: Desk) -> None:
    issue = b.an_issue(desk)
    b.handed_over(desk, issue, (s.unit(desk, s.HOUSING), "lead"))
    b.take(desk, issue, "sign", b.DAY)
    entry = ReplyEntry(dated=date(2026, 5, 20), text="已清淤三处。")
    replies.record(desk, b.a_clerk(), issue, entry)
    assert "梁锦萍：" in printed(desk, "reply-letter", asked(issue, masked=False))[0]
    assert "梁某：" in printed(desk, "reply-letter", asked(issue))[0]
    s.confidential(desk, issue)
    page = printed(desk, "reply-letter", asked(issue, masked=False))[0]

    assert "来访群众：" in page
    assert "梁" not in page


# --- 催办单, 重点督办单 -------------------------------------------------------------------------------


def test_an_urging_slip_counts_the_days_and_tells_every_earlier_urging(desk: Desk) -> None:
    made = s.three_signers(desk)
    city = b.charges(desk, made)[s.CITY].id
    b.take(desk, made, "urge", s.day(60), assignment=city, text="请按期答复")
    b.take(desk, made, "urge", s.day(100), assignment=city, text="已逾期，请三日内答复")
    pages = printed(desk, "urge", on(date(2026, 6, 16), made))

    assert len(pages) == 1
    for expected in (
        "催办单", "第2次催办", s.CITY, "张工", "0750-6661234", "交办日期2026年3月6日", "答复期限2026年6月6日",
        "截至2026年6月16日逾期10天（7个工作日）", "建议答复3个月，自2026-03-06次日起算",
        "第1次2026年5月1日李敏请按期答复",
        "第2次2026年6月10日李敏已逾期，请三日内答复", "新人大办〔2026〕12号",
    ):  # fmt: skip
        assert expected in pages[0]


def test_the_first_urging_says_so_and_before_the_day_what_is_left(desk: Desk) -> None:
    made = s.three_signers(desk)
    page = printed(desk, "urge", on(date(2026, 6, 1), b.charges(desk, made)[s.CITY].id))[0]

    assert "首次催办" in page
    assert "此前没有催办记录" in page
    assert "距到期5天" in page


def test_where_every_unit_has_answered_nobody_is_urged(desk: Desk) -> None:
    with pytest.raises(UserError, match="无需催办"):
        catalogue.render(desk, "urge", asked(answered(desk)))


def test_a_key_supervision_slip_ticks_its_criterion_and_names_who_leads(desk: Desk) -> None:
    made = s.three_signers(desk)
    with pytest.raises(UserError, match="没有列为重点督办"):
        catalogue.render(desk, "supervision", asked(made))
    entry = SupervisionEntry(
        on=s.day(90),
        criterion="cross",
        decided_by="新会区人大常委会主任会议",
        led_by="梁副主任",
        note="按月报告进展",
    )
    honours.supervise(desk, b.a_clerk(), made, entry)
    pages = printed(desk, "supervision", asked(made))

    assert len(pages) == 1
    for expected in (
        "重点督办单", "■涉及多个部门、办理难度较大", "□群众反映强烈", "新会区人大常委会主任会议", "梁副主任",
        "按月报告进展", f"分别办理{s.HOUSING}2026年3月6日2026年6月6日", f"会办{s.WATER}", "督办意见",
    ):  # fmt: skip
        assert expected in pages[0]


# --- 议案, 建议 ---------------------------------------------------------------------------------------


def a_motion(desk: Desk, signers: int, **more: str) -> RecordId:
    names = [f"代表{n:02d}" for n in range(signers)]
    fields = {"grounds": LONG, "plan": "一、明确管理部门职责。", **more}
    entry = MotionEntry(
        title="关于制定养犬管理规定的议案", deputies=s.deputies(desk, names), opened_on=s.RAISED,
        session="新会区第十六届人民代表大会第四次会议", **fields,
    )  # fmt: skip
    return motions.put(desk, b.a_clerk(), entry).id


def test_a_motion_sheet_has_case_grounds_plan_and_a_place_for_every_signature(desk: Desk) -> None:
    page = "".join(printed(desk, "motion", asked(a_motion(desk, 12))))

    for expected in (
        "人大代表议案专用纸", "新会区第十六届人民代表大会第四次会议", "案由关于制定养犬管理规定的议案",
        "案据", LONG, "方案一、明确管理部门职责", "联名人数12人（法定不少于10人）", "签名、日期", "代表11",
        "主席团处理意见", "139****0000",
    ):  # fmt: skip
        assert expected in page
    assert "还差" not in page


def test_a_motion_says_how_many_signatures_are_missing_or_which_delegation_puts_it(desk: Desk) -> None:
    assert "3人（法定不少于10人），还差7人" in printed(desk, "motion", asked(a_motion(desk, 3)))[0]
    delegation = printed(desk, "motion", asked(a_motion(desk, 1, group="会城代表团")))[0]

    assert "会城代表团（以代表团名义提出）" in delegation
    assert "还差" not in delegation


def test_a_motion_is_referred_whole_and_its_committee_reports_to_the_congress(desk: Desk) -> None:
    made = a_motion(desk, 12)
    for verb in ("check", "submit"):
        b.take(desk, made, verb, s.day(1))
    official.give(desk, b.a_clerk(), made, "16-4-议03", "", s.day(1))
    s.handed(desk, made, (s.unit(desk, "新会区人大法制委员会"), "lead"))
    slip = printed(desk, "hand-over", asked(made))[0]
    assert "代表议案交办单" in slip
    assert f"案据：{LONG}" in slip
    assert "方案：一、明确管理部门职责" in slip

    report = ReplyEntry(dated=s.day(60), text="建议列入立法计划。", number="新人法〔2026〕5号")
    replies.record(desk, b.a_clerk(), made, report)
    page = printed(desk, "reply-letter", asked(made))[0]
    assert "关于新会区第十六届人民代表大会第四次会议第16-4-议03号议案审议结果的报告会城站：" in page
    assert "以上报告，请予审议。" in page
    assert "抄送" not in page


def test_a_long_motion_runs_over_pages_and_stays_on_them(desk: Desk) -> None:
    made = a_motion(desk, 41, grounds="\n".join([LONG] * 60), plan="\n".join([LONG] * 40))
    pdf = catalogue.render(desk, "motion", asked(made))
    text = "".join(words(pdf))

    assert text.count("一直没有根本解决") >= 98
    assert all(f"代表{n:02d}" in text for n in range(41))
    boxes_within_page(pdf)


def test_a_suggestion_in_the_name_of_a_group_says_so_on_sheet_slip_and_letter(desk: Desk) -> None:
    made = s.submitted(desk, s.deputies(desk), group="会城代表小组")
    s.handed(desk, made, (s.unit(desk, s.HOUSING), "lead"))
    s.replied(desk, made, s.HOUSING, s.day(30))

    assert "会城代表小组（以代表小组名义提出）" in printed(desk, "suggestion", asked(made))[0]
    assert "会城代表小组（陈伟雄、冯少珍、欧阳志强）" in printed(desk, "hand-over", asked(made))[0]
    assert "会城代表小组陈伟雄、冯少珍、欧阳志强代表：" in printed(desk, "reply-letter", asked(made))[0]


@pytest.mark.parametrize("title", ["关于" + LONG[:40] * 4, "A" * 180, "https://example.org/" + "x" * 150])
def test_nothing_leaves_any_paper_whatever_its_length(desk: Desk, title: str) -> None:
    made = s.submitted(desk, s.deputies(desk), title=title)
    s.handed(desk, made, (s.unit(desk, title[:200]), "lead"), (s.unit(desk, s.CITY), "co"))
    charge = b.the(desk, made).assignments[0].id
    b.take(desk, made, "urge", s.day(30), assignment=charge, text=LONG * 8)
    honours.supervise(
        desk,
        b.a_clerk(),
        made,
        SupervisionEntry(on=s.day(40), criterion="many", decided_by=title, led_by="梁副主任", note=LONG * 10),
    )
    for name in ("urge", "supervision"):
        boxes_within_page(catalogue.render(desk, name, asked(made)))
    s.replied(
        desk, made, title[:200], s.day(50), reply_class="B", promises=(s.PIPES, s.GULLIES), number=title[:60]
    )
    s.judged(desk, made, 0, "satisfied", s.day(60))
    for name in ("consultation", "reply-letter", "suggestion"):
        boxes_within_page(catalogue.render(desk, name, asked(made)))
