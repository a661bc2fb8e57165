"""A ledger's header is found, its columns proposed, and every row read or refused with its reason."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import fields as dataclass_fields
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from station_desk import i18n
from station_desk.errors import UserError
from station_desk.exchange import ledgerrows, mapping, sheetin
from station_desk.exchange.cells import CellValue
from station_desk.exchange.fields import FIELDS, Holds, LedgerKind
from station_desk.exchange.ledgerrows import DirectoryRow, IssueRow
from station_desk.exchange.sheetin import SheetData

SHARED = Path(__file__).parents[3] / "shared" / "data"
Table = Sequence[Sequence[CellValue]]

# The ledger of domain.md 2.10 as a clerk keeps it.
LEDGER: Table = [
    ["三合镇联络站2019年群众意见台账"],
    [],
    [
        "序号", "编号", "收集日期", "来源", "站点", "网格", "代表", "反映人", "联系电话", "类别",
        "内容摘要", "承办", "交办日", "限办日", "办结日", "结果", "反馈日", "反馈方式", "群众评价", "备注",
    ],
    [
        1, "SH-001", "1月6日", "走访", "三合站", "第2网格", "林代表", "陈伯", "13800001234",
        "交通出行", "村口路灯不亮，晚上出入不便", "供电所", "1月7日", "1月20日", "1月15日", "已办结",
        "1月16日", "电话", "满意", "",
    ],
    [
        2, "SH-002", "12月28日", "驻站", "三合站", "第1网格", "林代表", "李婶", "",
        "环境整治", "河涌有异味", "水利所", "12月30日", "—", "1月12日", "已办结", "无", "", "", "跨年办结",
    ],
    ["", "", "合计：2件"],
]  # fmt: skip

DEPUTIES: Table = [
    [
        "代表姓名",
        "代表层级",
        "届次",
        "所属选区/代表团",
        "代表证号",
        "联系电话",
        "工作单位及职务",
        "联络站",
        "代表小组",
    ],
    ["林代表", "镇", "第十七届", "第3选区", "017", 13800001234.0, "三合村\n书记", "三合站", "第一小组"],
    ["", "市", "", "", "", "", "", "", ""],
]


def a_sheet(rows: Table, name: str = "Sheet1") -> SheetData:
    width = max(len(row) for row in rows)
    return SheetData(name, [(*row, *[""] * (width - len(row))) for row in rows])


def saved(path: Path, rows: Table, *merged: str) -> SheetData:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return sheetin.open_book(path).sheets[0]


def proposed(sheet: SheetData, kind: LedgerKind = LedgerKind.ISSUES) -> dict[str, int]:
    found = mapping.propose(mapping.find_header(sheet, kind), sheet, kind)
    return {choice.field: choice.index for choice in found.choices}


def issues(sheet: SheetData) -> list[IssueRow]:
    header = mapping.find_header(sheet)
    return list(ledgerrows.read_rows(sheet, header, mapping.propose(header, sheet)))


def directory(sheet: SheetData, kind: LedgerKind) -> list[DirectoryRow]:
    header = mapping.find_header(sheet, kind)
    return list(ledgerrows.read_directory(sheet, header, mapping.propose(header, sheet, kind)))


def test_every_field_of_an_issue_arrives_in_the_row_it_is_declared_for() -> None:
    values: dict[Holds, CellValue] = {
        Holds.TEXT: "甲",
        Holds.LONG: "乙",
        Holds.PHONE: "13800001234",
        Holds.DAY: "2019/1/6",
        Holds.COUNT: 3,
    }
    declared = FIELDS[LedgerKind.ISSUES]
    sheet = a_sheet([[f.label.zh for f in declared], [values[f.holds] for f in declared]])
    (row,) = issues(sheet)
    assert proposed(sheet) == {f.name: index for index, f in enumerate(declared)}
    assert [f.name for f in declared if not getattr(row, f.name)] == []
    assert {f.name for f in dataclass_fields(IssueRow)} - {f.name for f in declared} == {
        "line", "key", "problems", "title_is_proposed", "opened_at",
    }  # fmt: skip


def test_no_header_name_belongs_to_two_fields() -> None:
    for declared in FIELDS.values():
        known = [name for field in declared for name in field.names]
        assert sorted(known) == sorted(set(known))


def test_a_station_ledger_below_its_title_is_read_with_its_days_of_no_year() -> None:
    sheet = a_sheet(LEDGER)
    header = mapping.find_header(sheet)
    assert (header.row_index, header.year) == (2, 2019)
    first, second, total = issues(sheet)
    assert (first.line, first.source_number, first.visitor_name, first.unit) == (
        4,
        "SH-001",
        "陈伯",
        "供电所",
    )
    assert first.title == "村口路灯不亮，晚上出入不便"
    assert first.title_is_proposed
    assert (first.opened_on, first.handed_on, first.due_on) == (
        date(2019, 1, 6),
        date(2019, 1, 7),
        date(2019, 1, 20),
    )
    assert (first.verdict, first.feedback_channel, first.outcome) == ("满意", "电话", "已办结")
    # Raised in December, done in January: the next year's.
    assert (second.opened_on, second.closed_on) == (date(2019, 12, 28), date(2020, 1, 12))
    # A dash and 无 stand for nothing, and are no broken dates.
    assert (second.due_on, second.feedback_on, second.problems) == (None, None, ())
    assert [problem.field for problem in total.problems] == ["opened_on", "text"]


def test_the_running_number_is_no_number_of_the_matter() -> None:
    header = mapping.find_header(a_sheet(LEDGER))
    found = mapping.propose(header, a_sheet(LEDGER))
    assert [found.columns[i].name for i in found.unused] == ["序号"]


@pytest.mark.parametrize(
    ("columns", "field", "index"),
    [
        (["留言编号", "留言主题", "一级标签"], "category", 2),
        (["工单编号", "诉求内容", "一级分类"], "category", 2),
        (["编 号*", "反映内容（必填）", "事项类别："], "category", 2),
        (["受理编号", "主要内容", "所属事项分类"], "category", 2),
        (["登记编号", "来访人\n姓名", "问题描述"], "visitor_name", 1),
        (["编号", "反映人的联系电话", "内容"], "visitor_phone", 1),
        (["编号", "内容", "ＩＤ"], "source_number", 0),
        (["编号", "诉求内容", "诉求类型"], "category", 2),
        (["内容", "是否转建议(编号)", "类别"], "category", 2),
    ],
)
def test_drifting_names_find_their_field(columns: list[str], field: str, index: int) -> None:
    assert proposed(a_sheet([columns, ["", "", ""]]))[field] == index


def test_a_column_that_does_not_look_like_its_name_is_not_proposed() -> None:
    rows = [["编号", "内容", "反馈日/方式"]] + [[str(i), "路灯不亮", "2019年初 电话告知"] for i in range(5)]
    assert "feedback_on" not in proposed(a_sheet(rows))


def test_the_longest_texts_and_the_only_days_are_proposed_where_no_name_says_so() -> None:
    long = "村口路灯坏了三个月，晚上老人出入很不方便，请尽快派人维修。"
    rows = [["编号", "反映人", "所提事宜", "何日"]] + [[str(i), "陈伯", long, "2019/1/6"] for i in range(5)]
    sheet = a_sheet(rows)
    found = mapping.propose(mapping.find_header(sheet), sheet)
    assert (found.index("text"), found.index("opened_on")) == (2, 3)
    assert {choice.confidence for choice in found.choices if choice.field in ("text", "opened_on")} == {0.4}


def test_a_header_of_two_rows_with_merged_cells_is_joined(tmp_path: Path) -> None:
    rows: Table = [
        ["三合镇群众反映事项登记表"],
        ["编号", "来访人", None, "反映内容", "办理", None],
        [None, "姓名", "电话", None, "单位", "期限"],
        ["A-1", "陈伯", "13800001234", "路灯不亮", "供电所", "2019-02-01"],
    ]
    sheet = saved(tmp_path / "merged.xlsx", rows, "A1:F1", "A2:A3", "B2:C2", "D2:D3", "E2:F2")
    header = mapping.find_header(sheet)
    assert header.columns == ("编号", "来访人姓名", "来访人电话", "反映内容", "办理单位", "办理期限")
    (row,) = issues(sheet)
    assert (row.line, row.visitor_name, row.visitor_phone, row.unit) == (4, "陈伯", "13800001234", "供电所")
    assert (row.text, row.due_on) == ("路灯不亮", date(2019, 2, 1))


def test_the_first_row_of_data_is_never_taken_for_a_second_header() -> None:
    sheet = a_sheet([["编号", "", "内容"], ["甲", "电话", "路灯"], ["乙", "走访", "积水"]])
    assert mapping.find_header(sheet).row_index == 0
    assert [row.source_number for row in issues(sheet)] == ["甲", "乙"]


def test_a_sheet_without_a_header_is_refused_unless_a_person_points_at_one() -> None:
    sheet = a_sheet([["甲", "乙"], ["路灯不亮", "陈伯"]])
    with pytest.raises(UserError, match=r"没有|no header"):
        mapping.find_header(sheet)
    header = mapping.header_at(sheet, 0)
    chosen = mapping.propose(header, sheet).with_column("text", 0).with_column("visitor_name", 1)
    (row,) = ledgerrows.read_rows(sheet, header, chosen)
    assert (row.text, row.visitor_name, row.line) == ("路灯不亮", "陈伯", 2)


def test_the_ledger_is_found_among_several_sheets_and_hidden_ones_come_last() -> None:
    other = a_sheet([["说明"], ["填表须知"]], "说明")
    copy = SheetData("旧", a_sheet(LEDGER).rows, hidden=True)
    ledger = SheetData("台账", a_sheet(LEDGER).rows[:4])
    sheet, header = mapping.find_sheet(sheetin.Book("x.xlsx", (other, copy, ledger)), LedgerKind.ISSUES)
    assert (sheet.name, header.row_index) == ("台账", 2)
    with pytest.raises(UserError):
        mapping.find_sheet(sheetin.Book("x.xlsx", (other,)), LedgerKind.ISSUES)


def test_a_person_changes_the_mapping_and_a_desk_remembers_it() -> None:
    sheet = a_sheet(LEDGER)
    header = mapping.find_header(sheet)
    first = mapping.propose(header, sheet)
    taken = first.index("text")
    changed = first.with_column("remark", None).with_column("title", taken)
    assert (changed.index("title"), changed.index("text"), changed.index("remark")) == (taken, None, None)
    assert first.index("text") == taken
    assert changed.is_enough
    assert not changed.with_column("title", None).is_enough
    with pytest.raises(ValueError, match="99"):
        first.with_column("title", 99)
    with pytest.raises(ValueError, match="nonsense"):
        first.with_column("nonsense", 1)

    text = changed.to_json()
    assert "陈伯" not in text
    again = mapping.recall(text, header, sheet)
    assert again is not None
    assert {(c.field, c.index) for c in again.choices} == {(c.field, c.index) for c in changed.choices}
    assert again.columns == first.columns


def test_what_was_remembered_for_another_layout_or_is_garbled_is_not_used() -> None:
    sheet = a_sheet(LEDGER)
    header = mapping.find_header(sheet)
    text = mapping.propose(header, sheet).to_json()
    other = a_sheet(DEPUTIES)
    assert mapping.recall(text, mapping.find_header(other, LedgerKind.DEPUTIES), other) is None
    for broken in ("", "[]", "{}", text.replace("issues", "wishes"), text.replace('"title"', '"nonsense"')):
        recalled = mapping.recall(broken, header, sheet)
        assert recalled is None or broken == text


def test_the_same_row_has_the_same_key_in_any_order_of_columns_and_any_file(tmp_path: Path) -> None:
    columns: list[CellValue] = ["编号", "反映人", "标题", "内容", "日期"]
    cell = datetime(2019, 8, 1, 9, 32, 9)
    line: list[CellValue] = [188006, "陈伯\u3000", "路灯不亮", "\n\t\t村口\u00a0路灯不亮。\n请修", cell]
    (excel,) = issues(saved(tmp_path / "a.xlsx", [columns, line]))
    (turned,) = issues(saved(tmp_path / "b.xlsx", [columns[::-1], line[::-1]]))
    keys = {excel.key, turned.key}
    for encoding, day in (
        ("utf-8-sig", "2019/8/1 9:32"),
        ("gb18030", "2019-08-01"),
        ("utf-16", "2019年8月1日"),
    ):
        path = tmp_path / f"{encoding}.csv"
        with path.open("w", encoding=encoding, newline="") as file:
            text = "村口 路灯不亮。\r\n请修"
            csv.writer(file).writerows([columns, ["188006", "陈伯", "路灯不亮", text, day]])
        keys |= {row.key for row in issues(sheetin.open_book(path).sheets[0])}
    assert keys == {excel.key}
    assert len(excel.key) == 64

    others: list[CellValue] = [188007, "李婶", "路灯", "路灯", date(2019, 8, 2)]
    for at, other in enumerate(others):
        changed: list[CellValue] = [*line[:at], other, *line[at + 1 :]]
        (row,) = issues(saved(tmp_path / "c.xlsx", [columns, changed]))
        # The number tells rows apart; a name in the key would only be there to be guessed from it.
        assert (row.key != excel.key) == (columns[at] != "反映人")


def test_rows_are_refused_with_a_sentence_each() -> None:
    i18n.set_language(i18n.ENGLISH)
    sheet = a_sheet(
        [
            ["序号", "反映人", "标题", "内容", "诉求", "日期", "人数"],
            [1, "陈伯", "", "", "", "2019/1/6", ""],
            [2, "陈伯", "路灯", "", "", "尽快", "一群"],
            [3, "", "", "", "请修路灯", "", "３人"],
            [4, "", "", "", "", "", ""],
            ["", "", "\u3000", " ", "", "", ""],
            ["序号", "反映人", "标题", "内容", "诉求", "日期", "人数"],
            [5, "", "积水", "", "", "2019/1/7", ""],
        ]
    )
    rows = issues(sheet)
    assert [(row.line, row.title, len(row.problems)) for row in rows] == [
        (2, "", 1), (3, "路灯", 2), (4, "请修路灯", 0), (8, "积水", 0),
    ]  # fmt: skip
    assert [problem.message for row in rows for problem in row.problems] == [
        "This row has neither a title nor a text.",
        "Day raised: “尽快” is not a date; write it like 2019-01-06.",
        "People: “一群” is not a whole number.",
    ]
    assert rows[2].people == 3


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("尊敬的领导：您好！村口路灯不亮，请派人维修。", "村口路灯不亮，请派人维修"),
        ("A市政府、市交警支队：停车场占用人行道", "停车场占用人行道"),
        ("路灯不亮", "路灯不亮"),
        ("您好！", "您好"),
        ("一" * 40, "一" * 29 + "…"),
        ("2.5米宽的村道，" + "坑" * 40, "2.5米宽的村道"),
        ("。。。", ""),
    ],
)
def test_a_missing_title_is_proposed_from_the_first_words(text: str, title: str) -> None:
    assert ledgerrows.propose_title(text) == title
    assert len(title) <= ledgerrows.TITLE_LENGTH


def test_a_list_of_deputies_is_read_with_a_sentence_for_the_nameless() -> None:
    first, second = directory(a_sheet(DEPUTIES), LedgerKind.DEPUTIES)
    assert dict(first.values) == {
        "name": "林代表", "level": "镇", "term": "第十七届", "constituency": "第3选区", "card": "017",
        "phone": "13800001234", "occupation": "三合村 书记", "station": "三合站", "group": "第一小组",
    }  # fmt: skip
    assert (first.line, first.problems) == (2, ())
    assert [problem.field for problem in second.problems] == ["name"]


@pytest.mark.parametrize(
    ("kind", "columns", "found"),
    [
        (LedgerKind.UNITS, "单位名称 简称 联系人 电话 上级单位", "name short_name contact phone parent"),
        (LedgerKind.GRIDS, "网格编号 网格名称 所属村居 网格长 联系电话", "code name village head phone"),
        (LedgerKind.CATEGORIES, "一级标签 二级标签 三级标签 说明", "first second third remark"),
    ],
)
def test_units_grids_and_categories_are_known_by_their_columns(
    kind: LedgerKind, columns: str, found: str
) -> None:
    rows: Table = [columns.split(), ["13800001234"] * len(columns.split())]
    assert proposed(a_sheet(rows), kind) == {name: index for index, name in enumerate(found.split())}


def test_blank_levels_of_a_category_list_mean_those_above() -> None:
    rows: Table = [
        ["一级分类", "二级分类", "三级分类"],
        ["城乡建设", "安全生产", "事故处理"],
        ["", "", "安全隐患"],
        ["", "市政", "路灯"],
        ["环保", "", ""],
        ["", "水", ""],
    ]
    read = directory(a_sheet(rows), LedgerKind.CATEGORIES)
    assert ["/".join(row.values.values()) for row in read] == [
        "城乡建设/安全生产/事故处理", "安全隐患/城乡建设/安全生产", "市政/路灯/城乡建设", "环保", "水/环保",
    ]  # fmt: skip


def real(name: str) -> SheetData:
    if not (SHARED / name).exists():
        pytest.skip(f"the real file {name} is not here (../shared/data)")
    return sheetin.open_book(SHARED / name).sheets[0]


@pytest.mark.parametrize(
    ("name", "count", "keys", "fields"),
    [
        ("messages-with-replies-1400.xlsx", 1400, 1400, {"reply_text", "replied_on"}),
        ("messages-hot-2900.xlsx", 2900, 2900, {"against", "likes"}),
        ("messages-labelled-1842.xls", 1842, 1842, {"category"}),
        # One message stands in it twice.
        ("messages-labelled-495-padded.xlsx", 495, 494, {"category"}),
    ],
)
def test_real_messages_are_all_read(name: str, count: int, keys: int, fields: set[str]) -> None:
    sheet = real(name)
    rows = issues(sheet)
    assert len(rows) == count
    assert [row.problems for row in rows if row.problems] == []
    assert len({row.key for row in rows}) == keys
    assert [row.line for row in rows] == list(range(2, count + 2))
    usual = {"source_number", "visitor_name", "title", "text", "opened_on"}
    assert set(proposed(sheet)) == usual | fields
    assert all(row.opened_on and row.title and row.text and row.source_number.isdecimal() for row in rows)
    assert not any(row.text != row.text.strip() or "\t" in row.text or "\u3000" in row.text for row in rows)


def test_real_replies_keep_their_days_and_their_length() -> None:
    rows = issues(real("messages-with-replies-1400.xlsx"))
    days = [(row.replied_on - row.opened_on).days for row in rows if row.replied_on and row.opened_on]
    assert (len(days), min(days), max(days)) == (1400, 0, 297)


def test_a_real_file_saved_again_as_csv_has_the_same_keys(tmp_path: Path) -> None:
    sheet = real("messages-hot-2900.xlsx")
    with (tmp_path / "again.csv").open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows([row[::-1] for row in sheet.rows])
    again = sheetin.open_book(tmp_path / "again.csv").sheets[0]
    assert [row.key for row in issues(again)] == [row.key for row in issues(sheet)]


def test_real_training_texts_and_categories_are_read() -> None:
    sheet = real("messages-labelled-train.csv")
    rows = issues(sheet)
    with (SHARED / "messages-labelled-train.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(rows) == sum(1 for line in csv.reader(file) if any(line)) - 1
    assert len({row.category for row in rows}) == 7
    assert all(row.title_is_proposed and 0 < len(row.title) <= 30 for row in rows)
    assert len(directory(real("messages-categories.xlsx"), LedgerKind.CATEGORIES)) == 517


def test_a_table_that_is_no_ledger_is_refused() -> None:
    with pytest.raises(UserError):
        mapping.find_header(real("jiangmen-villages.csv"))
