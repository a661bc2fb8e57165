"""代表履职档案 and 交接清单: what fills them, what is left to write in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from station_desk.casework import offices
from station_desk.casework.context import Desk
from station_desk.casework.statistics import Period
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy
from station_desk.errors import UserError
from station_desk.reports import catalogue
from station_desk.reports.deputyfile import PARTS
from tests import builders as b
from tests.reports import suggestions_of as s
from tests.reports.sheets_of import a_morning, asked, printed, workbook
from tests.reports.test_forms import boxes_within_page


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return b.a_desk(tmp_path)


def a_deputy(desk: Desk) -> RecordId:
    """Received a visit in May, leads a suggestion of March that was judged."""
    who = Deputy(
        name="陈䶮雄", level="county", term="第十六届", district="会城第三选区", credential="XH-012",
        phone="13900001111", address="会城街道振兴路8号", occupation="教师",
    )  # fmt: skip
    deputy = offices.save(desk, b.a_clerk(), who)[0]
    b.a_visit(desk, deputies=(deputy,))
    made = s.submitted(desk, (deputy,))
    s.handed(desk, made, (s.unit(desk, s.HOUSING), "lead"))
    s.replied(desk, made, s.HOUSING, s.day(30))
    s.judged(desk, made, 0, "fairly", s.day(40))
    return deputy


# --- 代表履职档案 -------------------------------------------------------------------------------------


def test_the_file_has_a_cover_and_eight_parts_in_order(desk: Desk) -> None:
    pages = printed(desk, "deputy-file", asked(a_deputy(desk)))

    assert len(pages) == 9
    for expected in ("人大代表履职档案", "陈䶮雄", "县人大代表", "第十六届", "XH-012"):
        assert expected in pages[0]
    for part, page in zip(PARTS, pages[1:], strict=True):
        assert page.startswith(part)


def test_what_is_recorded_fills_its_part(desk: Desk) -> None:
    pages = printed(desk, "deputy-file", asked(a_deputy(desk)))

    assert "139****1111" in pages[1]
    assert "振兴路" not in pages[1]
    assert "2026-05-07会城站驻站1" in pages[5]
    assert "关于整治江会路南段内涝的建议领衔" in pages[6]
    assert "基本满意" in pages[6]
    assert "13900001111" in "".join(printed(desk, "deputy-file", asked(a_deputy(desk), masked=False)))


def test_a_period_leaves_out_what_lies_outside_it(desk: Desk) -> None:
    april = Period(date(2026, 4, 1), date(2026, 6, 30))
    pages = printed(desk, "deputy-file", asked(a_deputy(desk), period=april))

    assert april.official in pages[0]
    assert "2026-05-07" in pages[5]
    assert "江会路" not in pages[6]


def test_a_file_of_many_receptions_runs_over_pages_under_its_heads(desk: Desk) -> None:
    deputy = a_deputy(desk)
    for _ in range(60):
        b.a_visit(desk, deputies=(deputy,))
    pdf = catalogue.render(desk, "deputy-file", asked(deputy))
    pages = printed(desk, "deputy-file", asked(deputy))

    assert sum("日期地点方式来访人数" in page for page in pages) == 3
    assert "".join(pages).count("2026-05-07") == 61
    boxes_within_page(pdf)


def test_there_is_no_file_of_somebody_who_is_no_deputy(desk: Desk) -> None:
    with pytest.raises(UserError):
        catalogue.render(desk, "deputy-file", asked(b.an_issue(desk)))


# --- 交接清单 -----------------------------------------------------------------------------------------


def test_the_list_names_what_is_open_who_waits_and_what_is_counted_by_hand(tmp_path: Path) -> None:
    desk, _ = a_morning(tmp_path)
    made = s.submitted(desk, s.deputies(desk))
    s.handed(desk, made, (s.unit(desk, s.HOUSING), "lead"))
    ended = b.an_issue(desk, "老街路灯不亮")
    b.handed_over(desk, ended, (s.unit(desk, s.CITY), "lead"))
    charge = b.the(desk, ended).assignments[0].id
    for verb in ("sign", "finish"):
        b.take(desk, ended, verb, assignment=charge)
    text = "".join(printed(desk, "handing-over", asked()))

    for expected in (
        "工作交接清单", "会城站", "在办事项", "关于整治江会路南段内涝的建议", s.HOUSING, "2026-06-06",
        "待反馈办理结果", "答复到期或逾期", "印章、证照、钥匙", "移交人", "接收人", "监交人",
    ):  # fmt: skip
        assert expected in text
    assert "梁锦萍" not in text


def test_the_workbook_of_the_list_has_a_sheet_for_each_part(tmp_path: Path) -> None:
    desk, _ = a_morning(tmp_path)
    s.submitted(desk, s.deputies(desk))
    book = workbook(desk, "handing-over", asked())

    assert [name[:2] for name in book.sheetnames[:5]] == ["一、", "二、", "三、", "四、", "五、"]


def test_the_list_is_of_one_station_where_asked(desk: Desk) -> None:
    b.an_issue(desk, "会城的路灯不亮")
    with pytest.raises(UserError, match="XX"):
        printed(desk, "handing-over", asked(scope="XX"))
    assert "会城的路灯" in "".join(printed(desk, "handing-over", asked(scope="HC")))
