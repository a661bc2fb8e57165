"""Days, due days, telephones and what was done as the pages say them, in both languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import station_desk
from station_desk import i18n
from station_desk.casework import handling, honours
from station_desk.casework.calls import NO_ANSWER
from station_desk.casework.context import Desk
from station_desk.casework.handling import StepEntry
from station_desk.casework.verb_words import verb_label
from station_desk.domain.deadlines import Nearness, Remaining
from station_desk.domain.declare import RecordId
from station_desk.ui.pages import matter_whole
from station_desk.ui.words import (
    day_words,
    due_words,
    masked_phone,
    person_words,
    stage_day,
    weekday_words,
    who_has_it,
)
from tests.builders import a_clerk, a_desk, the
from tests.ui import scenes

TODAY = date(2026, 5, 21)


def test_a_day_names_its_year_only_where_it_is_another() -> None:
    assert day_words(date(2026, 5, 28), TODAY) == "5月28日"
    assert day_words(date(2025, 12, 3), TODAY) == "2025年12月3日"
    assert day_words(None, TODAY) == ""
    assert weekday_words(TODAY) == "周四"


def test_a_stage_bar_has_room_for_a_day_of_another_year() -> None:
    assert stage_day(date(2026, 5, 8), TODAY) == "5月8日"
    assert stage_day(date(2025, 12, 22), TODAY) == "2025-12-22"
    assert stage_day(None, TODAY) == ""


def test_the_same_days_in_english() -> None:
    i18n.set_language(i18n.ENGLISH)
    assert day_words(date(2026, 5, 28), TODAY) == "28 May"
    assert day_words(date(2025, 12, 3), TODAY) == "3 Dec 2025"


@pytest.mark.parametrize(
    ("near", "tone", "pressing", "short"),
    [
        (Remaining(-6, -8, Nearness.OVERDUE), "red", True, "逾期 6 个工作日"),
        (Remaining(0, 0, Nearness.TODAY), "amber", True, "今天到期"),
        (Remaining(1, 1, Nearness.TOMORROW), "amber", True, "明天到期"),
        (Remaining(3, 5, Nearness.SOON), "amber", False, "还有 3 个工作日"),
    ],
)
def test_colour_and_weight_are_for_what_presses(
    near: Remaining, tone: str, pressing: bool, short: str
) -> None:
    said = due_words(near, date.fromordinal(TODAY.toordinal() + near.days), TODAY)
    assert (said.tone, said.pressing, said.short) == (tone, pressing, short)


def test_what_is_far_off_shows_its_day_in_a_narrow_list_and_no_colour() -> None:
    said = due_words(Remaining(9, 13, Nearness.LATER), date(2026, 6, 3), TODAY)
    assert (said.first, said.short, said.tone) == ("还有 9 个工作日", "6月3日", "text")


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13812341234", "138****1234"),
        ("0750-6688123", "075****8123"),
        ("6688123", "66****23"),
        ("110", "***"),
        (None, ""),
    ],
)
def test_a_telephone_never_shows_its_middle(phone: str | None, shown: str) -> None:
    assert masked_phone(phone) == shown


# ---- what was done with a matter ------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = a_desk(tmp_path)
    yield made
    made.close()


def timeline(desk: Desk, matter: RecordId) -> dict[str, list[str]]:
    """What the timeline says under each verb, newest first."""
    whole = matter_whole.read(desk, a_clerk(), matter, TODAY)
    assert whole is not None
    out: dict[str, list[str]] = {}
    for line in matter_whole.happenings(whole, TODAY):
        out.setdefault(line.verb, []).append(line.text)
    return out


def test_promises_their_judging_and_the_forms_say_what_and_whose(desk: Desk) -> None:
    matter = scenes.tracked(desk, "陈伟雄")
    scenes.judged(desk, matter, "kept", "unkept")
    scenes.verdict(desk, matter, "陈伟雄", "dissatisfied")
    said = timeline(desk, matter)
    assert any("已兑现：改造江会路排水管网，现场查看" in line for line in said["承诺认定"])
    assert any("未兑现" in line and "水位监测点" in line for line in said["承诺认定"])
    assert any("增设两处水位监测点" in line for line in said["承诺事项"])
    assert said["登记征询"][0].startswith("陈伟雄，不满意：二次征求意见，办理态度满意，未见动工")


def test_late_returns_talks_supervision_and_honours_say_it_in_words(desk: Desk) -> None:
    matter = scenes.signed_by(desk, "陈伟雄")
    scenes.handled(desk, matter, "区市政管理所")
    scenes.step(desk, matter, "contact", code="visit")
    entry = honours.SupervisionEntry(
        on=scenes.MAY, criterion="many", decided_by="主任会议", led_by="谭副主任"
    )
    honours.supervise(desk, a_clerk(), matter, entry)
    scenes.step(desk, matter, "return", date(2026, 7, 31))
    said = timeline(desk, matter)
    assert said["沟通"][0].startswith("区市政管理所，现场调研：已核实")
    assert said["重点督办"][0].startswith("代表反映比较集中，主任会议，谭副主任")
    assert said["退回"][0].startswith("区市政管理所，逾期：已核实")
    honoured = timeline(desk, scenes.nominated(desk))
    assert honoured["推荐评优"][0].startswith("优秀建议：推动了管网改造")


def test_the_new_stages_say_who_has_the_matter(desk: Desk) -> None:
    assert who_has_it(the(desk, scenes.tracked(desk, "陈伟雄")).row) == "人大机关"
    motion = the(desk, scenes.on_agenda(desk)).row
    assert who_has_it(motion) == "会议"
    assert person_words(motion) == person_words(replace(motion, track="suggestion"))


def test_every_piece_of_work_has_a_name_for_the_line_that_undoes_it() -> None:
    """Each verb that a use case writes under is said in words, never as its code."""
    found = set()
    for file in (Path(station_desk.__file__).parent / "casework").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "writing":
                verb = node.args[-1] if node.args else None
                if isinstance(verb, ast.Constant) and isinstance(verb.value, str):
                    found.add(verb.value)
    assert {"put_motion", "promise", "countersign", "unmerge"} <= found
    assert [verb for verb in found if verb_label(verb) == verb] == []


def test_a_call_nobody_took_says_so(desk: Desk) -> None:
    matter = scenes.signed_by(desk, "陈伟雄")
    handling.take(desk, a_clerk(), matter, "note", StepEntry(on=TODAY, text="下午再打", code=NO_ANSWER))
    ((said,),) = [lines for verb, lines in timeline(desk, matter).items() if "下午再打" in lines[0]]
    assert said.startswith("未接通")
