"""The official forms read back from the page: fields in place, masked, over as many pages as needed."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from station_desk.casework import offices
from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Suggestion
from station_desk.reports import catalogue
from tests import builders as b
from tests.reports.sheets_of import LONG, MAY, a_morning, asked, printed, words


def forty_deputies(desk: Desk) -> list[RecordId]:
    return [
        offices.save(
            desk,
            b.a_clerk(),
            Deputy(name=f"代表{n:02d}", level="city", credential=f"JM-{n:04d}", address=f"某某路{n}号"),
        )[0]
        for n in range(41)
    ]


def boxes_within_page(pdf: bytes) -> None:
    """No character lies outside its page, or nearer than 5 mm to its edge."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        for n in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(n)
            if right > left and top > bottom:
                assert 14 < left < right < width - 14
                assert 14 < bottom < top < height - 14
        text.close()
        page.close()
    document.close()


def test_the_registration_form_keeps_the_visitors_own_words(tmp_path: Path) -> None:
    desk, visit = a_morning(tmp_path)
    pages = printed(desk, "registration", asked(visit.visit))
    text = "".join(pages)

    for expected in (
        "接待群众登记表", visit.number, "2026年5月7日9:31", "驻站", "陈伟雄（市）", "■当场答复", "■不受理",
        "江会路南段一落大雨就浸水，浸到人行道上", "到政务服务中心窗口办理", "来访人：",
    ):  # fmt: skip
        assert expected in text


def test_the_registration_form_is_found_by_one_of_its_matters_too(tmp_path: Path) -> None:
    desk, visit = a_morning(tmp_path)
    assert visit.number in printed(desk, "registration", asked(visit.matters[1][0]))[0]


def test_forms_mask_who_came_unless_asked_otherwise(tmp_path: Path) -> None:
    desk, visit = a_morning(tmp_path)
    first = visit.matters[0][0]
    for name, record in (("registration", visit.visit), ("hand-over", first), ("feedback", first)):
        masked = "".join(printed(desk, name, asked(record)))
        full = "".join(printed(desk, name, asked(record, masked=False)))
        assert "138****4620" in masked
        assert "梁某" in masked
        assert "13812344620" not in masked
        assert "梁锦萍" not in masked
        assert "13812344620" in full
        assert "梁锦萍" in full


def test_each_unit_has_its_own_hand_over_slip_with_its_days(tmp_path: Path) -> None:
    desk, visit = a_morning(tmp_path)
    pages = printed(desk, "hand-over", asked(visit.matters[0][0]))

    assert len(pages) == 2
    assert "区市政管理所" in pages[0]
    assert "主办" in pages[0]
    assert "答复期限2026年5月27日" in pages[0]
    assert "已清淤并更换井盖三处" in pages[0]
    assert "会办" in pages[1]


def test_the_feedback_slip_ticks_the_verdict(tmp_path: Path) -> None:
    desk, visit = a_morning(tmp_path)
    text = "".join(printed(desk, "feedback", asked(visit.matters[0][0])))

    assert "已清淤并更换井盖三处" in text
    assert "■满意" in text
    assert "□基本满意" in text


def test_the_notice_of_non_acceptance_shows_the_right_door(tmp_path: Path) -> None:
    desk, visit = a_morning(tmp_path)
    text = "".join(printed(desk, "refusal", asked(visit.matters[2][0])))

    assert "不受理告知单" in text
    assert "该纠纷已由人民法院立案" in text
    assert "请您向人民法院提出" in text
    assert "送达回执" in text


def test_a_suggestion_without_co_signers_says_so_on_one_page(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    pages = printed(desk, "suggestion", asked(b.a_suggestion(desk)))

    assert len(pages) == 1
    assert "人大代表建议专用纸" in pages[0]
    assert "（无）" in pages[0]
    assert "第1页共1页" in pages[0]


def test_forty_co_signers_run_over_pages_with_their_heading(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    pdf = catalogue.render(
        desk, "suggestion", asked(b.a_suggestion(desk, *forty_deputies(desk)), masked=False)
    )
    pages = words(pdf)

    assert len(pages) == 3
    assert all(f"代表{n:02d}" in "".join(pages) for n in range(41))
    assert "附议代表代表证号" in pages[0]
    assert "附议代表代表证号" in pages[1]
    assert "（续页）" in pages[1]
    boxes_within_page(pdf)


def test_a_signature_never_stands_alone_on_a_page(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    lead = b.a_deputy(desk)
    for paragraphs in range(4, 40, 3):
        made = b.a_suggestion(desk, lead)
        with desk.writing(b.a_clerk(), "edit") as work:
            work.update(Suggestion, made, text="\n".join(f"第{n}点，{LONG}" for n in range(paragraphs)))
        last = printed(desk, "suggestion", asked(made))[-1]
        assert "领衔代表签名" in last
        assert "类别" in last, "the row above it comes along"


def test_a_text_of_many_pages_loses_nothing(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    whole = "\n".join(f"第{n}点，{LONG}" for n in range(1, 120))
    issue = b.an_issue(desk, whole, title="江会路浸水")
    pdf = catalogue.render(desk, "registration", asked(issue))
    text = "".join(words(pdf))

    assert text.count("点，") == 119
    assert text.count("一直没有根本解决") >= 119 - len(words(pdf))
    boxes_within_page(pdf)


@pytest.mark.parametrize("title", ["短", LONG[:40] * 5, "A" * 200, "https://example.org/" + "x" * 160])
def test_nothing_leaves_the_page_whatever_its_length(tmp_path: Path, title: str) -> None:
    desk = b.a_desk(tmp_path)
    issue = b.an_issue(desk, LONG * 3, title=title[:200], place=title[:200])
    b.handed_over(desk, issue, (b.a_unit(desk, title[:200]), "lead"))
    for name in ("registration", "hand-over", "feedback"):
        boxes_within_page(catalogue.render(desk, name, asked(issue)))
    for name in ("ledger", "overdue", "monthly"):
        boxes_within_page(catalogue.render(desk, name, asked(period=MAY)))


def test_a_rare_character_reads_back_and_one_without_a_glyph_is_named(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    issue = b.an_issue(desk, "住在𠮷祥里与𠀍巷之间，𥻗家，\U00031350巷口", title="路名")
    text = "".join(printed(desk, "registration", asked(issue)))

    assert "住在𠮷祥里与𠀍巷之间，𥻗家，〓巷口" in text
    assert "U+31350" in text
    assert "U+20BB7" not in text


def test_the_document_says_its_title_language_and_outline(tmp_path: Path) -> None:
    desk, visit = a_morning(tmp_path)
    pdf = catalogue.render(desk, "hand-over", asked(visit.matters[0][0]))
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    told = document.get_metadata_dict()
    outline = [bookmark.get_title() for bookmark in document.get_toc()]
    document.close()

    assert told["Title"].startswith("群众反映事项转办（交办）单")
    assert told["Author"] == "李敏"
    assert b"/Lang" in pdf
    assert outline == [
        "群众反映事项转办（交办）单　区市政管理所",
        "群众反映事项转办（交办）单　会城街道办事处",
    ]


def test_a_returned_unit_gets_no_slip(tmp_path: Path) -> None:
    desk = b.a_desk(tmp_path)
    issue = b.an_issue(desk)
    b.handed_over(desk, issue, (b.a_unit(desk), "lead"))
    b.take(desk, issue, "return", date(2026, 5, 8))
    b.handed_over(desk, issue, (b.a_unit(desk, "区水利局"), "lead"), on=date(2026, 5, 9))

    pages = printed(desk, "hand-over", asked(issue))

    assert len(pages) == 1
    assert "区水利局" in pages[0]
