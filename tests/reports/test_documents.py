"""A table on paper: its outline and its own words, heads on every page, rows whole, text in reading order."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from station_desk.casework.statistics import Cell
from station_desk.reports import documents
from station_desk.reports.content import (
    Chart,
    Column,
    Facts,
    Kind,
    Linked,
    Section,
    Series,
    Shape,
    Spot,
    Table,
    Tone,
)
from tests.reports.sheets_of import MADE_AT, words

COLUMNS = (
    Column("序号", Kind.NUMBER, wide=10),
    Column("事项", Kind.LONG, wide=60),
    Column("承办", wide=30),
)
SENTENCE = "江会路南段一落大雨就浸水，浸到人行道上，附近商铺和学校门口都过不去。"


def a_table(*texts: str, total: bool = False, charts: tuple[Chart, ...] = ()) -> Table:
    """One row for each text; its number opens something, so that its place on the page is known."""
    rows = [
        (Linked(place, Cell(f"row {place}")), text, "区市政管理所") for place, text in enumerate(texts, 1)
    ]
    last = (None, "合计", Linked(len(texts), Cell("total"))) if total else None
    section = Section("按事项", COLUMNS, rows, last, len(rows))
    facts = Facts("会城站", "2026年5月", "广东（2026）", len(rows), "李敏", MADE_AT)
    return Table("事项一览表", facts, (section, Section("按单位", COLUMNS, [])), ("说明。",), charts)


def made(table: Table) -> tuple[bytes, list[Spot]]:
    out, spots = BytesIO(), list[Spot]()
    documents.write(table, out, spots=spots)
    return out.getvalue(), spots


def test_the_document_says_what_it_is_and_leads_to_its_parts() -> None:
    chart = Chart("各类别（件）", Shape.BARS, ("市政",), (Series("解决", Tone.FULL, (3,)),))
    pdf, _ = made(a_table(SENTENCE, charts=(chart,)))
    document = pypdfium2.PdfDocument(BytesIO(pdf))

    assert document.get_metadata_value("Title") == "事项一览表"
    assert document.get_metadata_value("Subject") == "会城站 2026年5月"
    assert document.get_metadata_value("Author") == "李敏"
    assert [(entry.level, entry.get_title()) for entry in document.get_toc()] == [
        (0, "事项一览表"), (1, "按事项"), (1, "按单位"), (1, "各类别（件）"),
    ]  # fmt: skip
    assert b"/Lang (zh-CN)" in pdf


def test_every_page_of_a_long_table_begins_with_its_heads_and_ends_with_its_number() -> None:
    pages = words(made(a_table(*[SENTENCE * (1 + n % 4) for n in range(120)]))[0])
    assert len(pages) > 4
    for number, page in enumerate(pages[:-1], 1):
        assert "序号事项承办" in page[:120]
        assert f"第{number}页共{len(pages)}页" in page


def test_a_row_is_never_cut_where_a_page_could_hold_it() -> None:
    _, spots = made(a_table(*[SENTENCE * (1 + n * 7 % 13) for n in range(90)]))
    assert [spot.link for spot in spots] == [Cell(f"row {n}") for n in range(1, 91)]


def test_a_row_taller_than_a_page_goes_on_with_nothing_lost_or_twice() -> None:
    numbered = "".join(f"第{n}句，江会路浸水。" for n in range(900))
    pdf, spots = made(a_table("短的一件", numbered, "末了一件"))
    pages = words(pdf)
    text = "".join(pages)

    assert len([spot for spot in spots if spot.link == Cell("row 2")]) > 1
    order = [text.index(f"第{n}句，") for n in range(900) if text.count(f"第{n}句，") == 1]
    assert len(order) > 880, "a few are broken by the end of a page"
    assert order == sorted(order)
    assert text.count("江会路浸水") >= 895
    assert text.index("短的一件") < order[0] < order[-1] < text.index("末了一件")


def test_the_totals_never_begin_a_page_without_the_last_row() -> None:
    for count in range(20, 60):
        _, spots = made(a_table(*["短的一件"] * count, total=True))
        pages = {spot.link: spot.page for spot in spots}
        assert pages[Cell("total")] == pages[Cell(f"row {count}")]


def test_text_comes_out_in_the_order_it_is_read(tmp_path: Path) -> None:
    pdf, _ = made(a_table("老街停车难", SENTENCE, "校门口缺路灯"))
    text = "".join(words(pdf))
    in_order = [
        "事项一览表",
        "会城站",
        "按事项",
        "序号事项承办",
        "1老街停车难区市政管理所",
        "2江会路",
        "3校门口",
    ]
    places = [text.index(part) for part in in_order]
    assert places == sorted(places)
    assert f"2{SENTENCE}区市政管理所" in text, "a cell's lines before its neighbour's"

    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    file = tmp_path / "table.pdf"
    file.write_bytes(pdf)
    read = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True).stdout
    places = ["".join(read.decode().split()).index(part) for part in in_order]
    assert places == sorted(places)


def test_an_empty_section_says_so_below_its_heads() -> None:
    text = "".join(words(made(a_table(SENTENCE))[0]))
    assert "按单位序号事项承办（本期没有记录）" in text
