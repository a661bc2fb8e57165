"""A sheet of ready answers, as an office keeps one, becomes the station's own list."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from station_desk.casework import answers, offices
from station_desk.domain.records import Answer
from station_desk.exchange import directories
from tests.builders import a_clerk, a_desk


def test_a_sheet_of_questions_and_answers_is_taken_in_and_offered_by_its_keywords(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("序号", "常见问题", "答复口径", "类别", "关键词", "政策依据"),
        (
            1,
            "居住证怎样办",
            "到镇街流动人口窗口办理，当场受理。",
            "公共服务",
            "居住证,暂住",
            "居住证暂行条例",
        ),
        (2, None, "噪音扰民可先拨打110。", "环境保护", "噪音", None),
    ):
        sheet.append(row)
    file = tmp_path / "常用答复.xlsx"
    book.save(file)
    desk = a_desk(tmp_path)

    found = directories.preview(file, Answer)
    offices.take_list(desk, a_clerk(), Answer, list(found.records))

    assert [answer.title for _, answer in answers.kept(desk)] == ["居住证怎样办", "噪音扰民可先拨打110。"]
    best = answers.fitting(desk, "", "我想问居住证怎么办理")[0]
    assert (best.answer.source, best.words) == ("居住证暂行条例", ("居住证",))
