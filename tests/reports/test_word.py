"""The suggestion sheet and the reply letter as Word files: the words of the page, in tables, on GB/T 9704."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from docx import Document as open_document
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from PIL import Image

from station_desk.casework import offices, official
from station_desk.casework.context import Desk
from station_desk.cli import program
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy
from station_desk.reports import catalogue
from station_desk.reports.catalogue import DOCX
from tests import builders as b
from tests.reports import suggestions_of as s
from tests.reports.sheets_of import LONG, asked, words
from tests.reports.test_codes import code_of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return b.a_desk(tmp_path)


def opened(desk: Desk, name: str, record: RecordId, *, masked: bool = True) -> Document:
    return open_document(BytesIO(catalogue.render(desk, name, asked(record, masked=masked), DOCX)))


def cells(table: Table) -> list[list[str]]:
    """The words of each row; a cell that spans several columns once."""
    rows = []
    for row in table.rows:
        found: list[Any] = []
        for cell in row.cells:
            if not any(cell._tc is seen._tc for seen in found):
                found.append(cell)
        rows.append([cell.text for cell in found])
    return rows


def faces(document: Document) -> set[str]:
    return {
        faces.get(qn("w:eastAsia"))
        for part in (document.element.body, document.sections[0].first_page_header._element)
        for faces in part.iter(qn("w:rFonts"))
    }


def signed_by(desk: Desk, count: int) -> RecordId:
    names = ["陈伟雄", *(f"代表{n:02d}" for n in range(1, count))]
    return s.submitted(desk, s.deputies(desk, names), title="关于整治江会路南段内涝的建议")


# --- 建议专用纸 ---------------------------------------------------------------------------------------


def test_a_suggestion_sheet_is_tables_that_can_be_edited(desk: Desk) -> None:
    document = opened(desk, "suggestion", signed_by(desk, 3))
    lead, joint, rest = (cells(table) for table in document.tables)

    assert lead[0] == ["代表姓名", "陈伟雄", "代表证号码", "XH-000", "联系电话", "139****0000"]
    assert joint[0] == ["附议代表", "代表证号", "通讯地址", "邮政编码"]
    assert [row[0] for row in joint[1:]] == ["代表01", "代表02"]
    assert rest[0] == ["案由", "关于整治江会路南段内涝的建议"]
    assert rest[1] == ["建议改造江会路南段排水管网。"]
    assert any(paragraph.text == "人大代表建议专用纸" for paragraph in document.paragraphs)


def test_forty_co_signers_repeat_their_heading_and_no_row_is_torn(desk: Desk) -> None:
    joint = opened(desk, "suggestion", signed_by(desk, 41)).tables[1]
    heads: Any = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in joint.rows]
    whole: Any = [row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in joint.rows]

    assert heads == [True] + [False] * 40
    assert all(whole)


def test_without_co_signers_the_sheet_says_so(desk: Desk) -> None:
    document = opened(desk, "suggestion", signed_by(desk, 1))

    assert ["附议代表", "（无）"] in cells(document.tables[0])


def test_personal_details_are_masked_as_on_the_page(desk: Desk) -> None:
    who = Deputy(name="陈伟雄", level="county", phone="13900001111", address="会城街道振兴路8号")
    made = s.submitted(desk, (offices.save(desk, b.a_clerk(), who)[0],))

    def told(*, masked: bool) -> str:
        return str(cells(opened(desk, "suggestion", made, masked=masked).tables[0]))

    assert "139****1111" in told(masked=True)
    assert "振兴路" not in told(masked=True)
    assert "13900001111" in told(masked=False)
    assert "会城街道振兴路8号" in told(masked=False)


def test_the_sheet_carries_the_code_of_its_number(desk: Desk) -> None:
    made = signed_by(desk, 1)
    section = opened(desk, "suggestion", made).sections[0]
    parts = section.first_page_header.part.related_parts.values()
    (data,) = [part.blob for part in parts if part.content_type == "image/png"]
    expected = code_of(b.the(desk, made).row.number)
    page = Image.open(BytesIO(data))

    assert page.size == ((len(expected) + 4) * 8,) * 2
    found = [
        [page.getpixel(((x + 2) * 8 + 4, (y + 2) * 8 + 4)) == 0 for x in range(len(expected))]
        for y in range(len(expected))
    ]
    assert found == expected


# --- 答复函 -------------------------------------------------------------------------------------------


def a_letter(desk: Desk, **more: object) -> RecordId:
    made = s.submitted(desk, s.deputies(desk), at_session=True)
    official.give(desk, b.a_clerk(), made, "16-4-012", "", s.day(2))
    s.handed(desk, made, (s.unit(desk, s.HOUSING), "lead"))
    fields: dict[str, object] = {
        "reply_class": "B", "number": "新建函〔2026〕47号", "contact": "黄志远", "phone": "0750-6661234",
        "promises": (s.PIPES, s.GULLIES), **more,
    }  # fmt: skip
    s.replied(desk, made, s.HOUSING, s.day(80), **fields)
    return made


def test_a_letter_has_the_margins_the_lines_and_the_faces_of_official_papers(desk: Desk) -> None:
    document = opened(desk, "reply-letter", a_letter(desk))
    section: Any = document.sections[0]
    grid = section._sectPr.find(qn("w:docGrid"))
    body = next(p for p in document.paragraphs if "收悉" in p.text)

    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    assert [round(edge.mm) for edge in (section.top_margin, section.left_margin)] == [37, 28]
    assert round(section.page_width.mm - section.left_margin.mm - section.right_margin.mm) == 156
    assert round(section.page_height.mm - section.top_margin.mm - section.bottom_margin.mm) == 225
    assert int(225 / 25.4 * 1440 / int(grid.get(qn("w:linePitch")))) == 22, "lines to a page"
    assert body.runs[0].font.size is not None
    assert body.runs[0].font.size.pt == 16
    assert faces(document) == {"仿宋", "宋体", "黑体"}


def test_the_class_stands_at_the_top_right_of_the_first_page_alone(desk: Desk) -> None:
    section = opened(desk, "reply-letter", a_letter(desk)).sections[0]
    corner, sender = section.first_page_header.paragraphs

    assert section.different_first_page_header_footer
    assert (corner.text, corner.alignment) == ("B类", 2)
    assert sender.text == s.HOUSING
    assert section.header.paragraphs[0].text == ""


def test_each_units_letter_is_a_section_with_a_head_of_its_own(desk: Desk) -> None:
    document = opened(desk, "reply-letter", s.three_signers(desk))
    heads = [[p.text for p in section.first_page_header.paragraphs] for section in document.sections]

    assert heads == [["", s.WATER], ["B类", s.HOUSING]]


ORDER = {
    "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs",
        "snapToGrid", "spacing", "ind", "jc", "rPr", "sectPr",
    ),
    "rPr": ("rStyle", "rFonts", "b", "bCs", "i", "color", "spacing", "kern", "sz", "szCs", "u", "lang"),
    "sectPr": (
        "headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "titlePg",
        "docGrid",
    ),
    "tcPr": ("tcW", "gridSpan", "vMerge", "tcBorders", "shd", "vAlign"),
}  # fmt: skip
"""The parts of a file's elements in the order that ISO/IEC 29500 wants; Word repairs a file with another."""


@pytest.mark.parametrize("name", ["suggestion", "reply-letter"])
def test_the_parts_of_the_file_stand_in_the_order_of_the_format(desk: Desk, name: str) -> None:
    document = opened(desk, name, s.three_signers(desk))
    section = document.sections[0]
    headers = (section.first_page_header, section.first_page_footer, section.footer, section.even_page_footer)
    for tag, order in ORDER.items():
        for root in (document.element.body, *(part._element for part in headers)):
            for found in root.iter(qn(f"w:{tag}")):
                parts = [part.tag.rpartition("}")[2] for part in found]
                assert parts == sorted(parts, key=order.index), tag
                once = [part for part in parts if not part.endswith("Reference")]
                assert len(once) == len(set(once)), tag


def letters_of(text: str) -> list[str]:
    """Its characters but for blanks and marks, in order."""
    return sorted(c for c in text if c.isalnum())


@pytest.mark.parametrize(
    "text", ["已列入计划，汛期前完成清淤。", "\n".join([LONG] * 2), "龙𬱖地、𠮷里、䶮桥已通水。"]
)
def test_the_word_file_says_what_the_page_says(desk: Desk, text: str) -> None:
    made = a_letter(desk, text=text, signed_by="陈局长", contact="", promises=())
    (page,) = words(catalogue.render(desk, "reply-letter", asked(made)))
    document = opened(desk, "reply-letter", made)
    head = document.sections[0].first_page_header.paragraphs

    said = "".join(paragraph.text for paragraph in (*head, *document.paragraphs))
    assert letters_of(said) == letters_of(page)
    assert text.split("\n")[-1] in said


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["suggestion", "reply-letter"])
def test_an_office_program_lays_out_the_same_words(desk: Desk, tmp_path: Path, name: str) -> None:
    made = a_letter(desk, text="\n".join(f"第{n}点，{LONG}" for n in range(12)))
    file = tmp_path / f"{name}.docx"
    catalogue.make(desk, name, asked(made), file)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(file)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    theirs = words((tmp_path / f"{name}.pdf").read_bytes())
    ours = words(catalogue.render(desk, name, asked(made)))

    if name == "reply-letter":
        assert letters_of("".join(theirs)) == letters_of("".join(ours))
        assert len(theirs) == len(ours), "as many pages as ours"
    else:
        # What our foot adds: number, moment, who printed it, the rules, that details are masked, page x of y.
        foot = ours[0][ours[0].index("16-4-0122026") :]
        assert letters_of("".join(theirs) + foot) == letters_of("".join(ours))


def test_the_command_line_writes_word_files_of_these_two_alone(desk: Desk, tmp_path: Path) -> None:
    made = a_letter(desk)
    about = ["--about", b.the(desk, made).row.number]

    def report(name: str) -> Result:
        out = str(tmp_path / f"{name}.docx")
        return CliRunner().invoke(program, ["--desk", str(desk.path), "report", name, *about, "--out", out])

    for name in ("suggestion", "reply-letter"):
        assert report(name).exit_code == 0
        assert open_document(str(tmp_path / f"{name}.docx")).core_properties.language == "zh-CN"
    refused = report("hand-over")
    assert refused.exit_code != 0
    assert "pdf" in refused.output
    assert not (tmp_path / "hand-over.docx").exists()
