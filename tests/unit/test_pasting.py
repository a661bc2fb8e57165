"""Pasted texts: who, where to reach them, which place, and the words left as they were said."""

from __future__ import annotations

import pytest

from station_desk.casework import pasting


def test_a_wechat_text_gives_name_phone_place_and_keeps_the_words() -> None:
    found = pasting.read("你好，我叫梁锦萍，电话13812344620，江会路88-140号一落大雨就浸水，几时可以整好？")
    assert (found.name, found.phone, found.place) == ("梁锦萍", "13812344620", "江会路88-140号")
    assert "一落大雨就浸水，几时可以整好？" in found.text
    assert "1381234" not in found.text


def test_labelled_lines_fill_their_fields_and_leave_the_words() -> None:
    found = pasting.read(
        "姓名：区炳辉\n联系电话：138 1234 4620\n地址：东甲社区同德里12号\n诉求：加装护栏\n"
        "同德路学校门口乱停车"
    )
    assert found == pasting.Pasted(
        name="区炳辉", phone="13812344620", address="东甲社区同德里12号", place="同德路", appeal="加装护栏",
        text="同德路学校门口乱停车",
    )  # fmt: skip


def test_a_chat_record_is_freed_of_its_time_stamps() -> None:
    found = pasting.read(
        "容秀珍 2026/5/20 10:12\n门诊慢性病续方要到区医院排队\n容秀珍 2026/5/20 10:13\n腿脚不便"
    )
    assert found.name == "容秀珍"
    assert found.text == "门诊慢性病续方要到区医院排队\n腿脚不便"


def test_where_the_writer_lives_is_an_address_and_not_the_place_reported() -> None:
    found = pasting.read("我是陈伯，家住南庚村三巷5号，反映中心路人行道地砖松动")
    assert found.address == "南庚村三巷5号"
    assert found.place == "中心路"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("我姓黄女士，想问一下", "黄女士"),
        ("我是东甲社区居民，", ""),
        ("我是欧阳小明。", "欧阳小明"),
        ("我是来问医保的，", ""),
    ],
)
def test_only_what_can_be_a_name_is_taken_for_one(words: str, name: str) -> None:
    assert pasting.read(words).name == name


@pytest.mark.parametrize(
    ("words", "phone"),
    [("打我0750-6663210", "0750-6663210"), ("+86 138-1234-4620", "13812344620"), ("编号20260521001234", "")],
)
def test_telephone_numbers_are_told_from_other_figures(words: str, phone: str) -> None:
    assert pasting.read(words).phone == phone


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("我是城南社区陈桂芳，巷子路灯坏了", "陈桂芳"),
        ("你好，我系同德里的居民欧阳明，想问下", "欧阳明"),
        ("我是南安路那边的高中生，公交太少", ""),
        ("我是这里的老街坊了，路灯不亮", ""),
    ],
)
def test_a_name_after_where_one_is_from_is_found_and_the_words_stay(words: str, name: str) -> None:
    found = pasting.read(words)
    assert (found.name, found.text) == (name, words)


def test_the_place_that_is_named_as_such_comes_before_any_other() -> None:
    found = pasting.read("我是城南社区陈桂芳，路灯坏了，地点在同德里巷口。")
    assert found.place == "同德里巷口"


def test_plain_words_stay_as_they_are() -> None:
    words = "隔篱陈伯家里有轮椅，落雨那几日出不了门。"
    found = pasting.read(words)
    assert found.text == words
    assert not found.found


@pytest.mark.parametrize(
    ("typed", "name", "people"),
    [("赵桂嫦等4人", "赵桂嫦", 4), ("赵桂嫦 等 １２ 人", "赵桂嫦", 12), ("何等贤", "何等贤", 1)],
)
def test_a_group_is_typed_with_its_first_name(typed: str, name: str, people: int) -> None:
    assert pasting.party(typed) == (name, people)
