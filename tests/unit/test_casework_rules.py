"""An office edits its rules in one go: every kind of value, what differs, one new version, or why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from station_desk.casework import offices, rules, rules_calendar, rules_edits, rules_items, rules_text
from station_desk.casework.context import Actor, Desk
from station_desk.casework.rules_items import Edits, Ref, items, place_of
from station_desk.domain.profile import RuleProfile
from station_desk.domain.profile_text import builtin_text, parse
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError, ValidationError
from tests.builders import a_clerk, a_desk, commits

TODAY = date(2026, 5, 21)
OFFICE = Actor("何健生", Role.OFFICE)
TRIAGE: Ref = ("clocks", "issue.triage")


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.create(tmp_path / "HCZ.desk", site="HCZ", name="会城街道人大", role=SiteRole.TOWN)
    yield desk
    desk.close()


def changed(profile: RuleProfile, ref: Ref, **values: str) -> dict[str, str]:
    """An item's fields with some of them typed anew."""
    return {**items(profile)[ref].values, **values}


def wrong(profile: RuleProfile, edits: Edits) -> dict[str, str]:
    with pytest.raises(ValidationError) as refused:
        rules_edits.edited(profile, edits)
    return {problem.field: problem.message for problem in refused.value.problems}


def test_one_session_of_many_edits_is_one_version_and_one_commit(town: Desk) -> None:
    before = town.profile()
    count = commits(town)
    edits: Edits = {
        TRIAGE: changed(before, TRIAGE, n="7", unit="days", source="会城“2026”3号\\", confirmed="1"),
        ("settings", "class_scheme"): changed(before, ("settings", "class_scheme"), value="three"),
        ("settings", "shift_to_working_day"): changed(
            before, ("settings", "shift_to_working_day"), value="1", confirmed="1"
        ),
        ("scales", "visitor_four"): changed(before, ("scales", "visitor_four"), grades="满意，不满意"),
        ("class_schemes", "three"): changed(
            before, ("class_schemes", "three"), grades="A 已经解决或采纳\nB 正在办\nC 留作参考"
        ),
        ("doors", "court"): changed(before, ("doors", "court"), reason="请到新会区人民法院。"),
        ("doors", "own_1"): {"name": "村居调解委员会", "reason": "邻里纠纷请先调解。", "source": "会城"},
        ("doors", "legal_aid"): None,
        ("negative_list", "tender"): changed(before, ("negative_list", "tender"), keywords="中标、招标"),
        ("negative_list", "outside"): None,
        ("calendar", "2027"): {
            "holidays": "元旦 1-1至1-3\n春节 2-5 2-11 补班 1-31、2-20",
            "source": "国办通知",
            "confirmed": "",
        },
        ("limits", "consult.reminders"): changed(before, ("limits", "consult.reminders"), n="2"),
        ("numbering", "between"): changed(before, ("numbering", "between"), pattern="{year}闭会-{n:4}"),
    }
    after, _ = rules.save(town, OFFICE, edits, TODAY)

    assert commits(town) == count + 1
    assert town.profile() == after
    triage = after.clocks["issue.triage"]
    assert (triage.n, triage.unit.value, triage.confirmed) == (7, "days", True)
    assert triage.source == "会城“2026”3号\\"
    assert after.class_scheme == "three"
    assert all(rule.shift for rule in after.clocks.values())
    assert after.settings["shift_to_working_day"].confirmed
    assert after.scales["visitor_four"].grades == ("satisfied", "dissatisfied")
    assert [grade.label.en for grade in after.class_schemes["three"].grades] == [
        "solved or adopted", "正在办", "for reference",
    ]  # fmt: skip
    assert after.doors["court"].reason.zh == "请到新会区人民法院。"
    assert after.doors["own_1"].label.zh == "村居调解委员会"
    assert "legal_aid" not in after.doors
    assert [c.keywords for c in after.negative_list if c.key == "tender"] == [("中标", "招标")]
    assert not any(c.key == "outside" for c in after.negative_list)
    assert after.calendar.is_working(date(2027, 1, 31))
    assert not after.calendar.is_working(date(2027, 2, 11))
    assert after.limits["consult.reminders"].n == 2
    assert after.numbering["between"].pattern == "{year}闭会-{n:4}"
    assert after.categories == before.categories
    assert town.check() == []


def test_comments_and_every_other_line_stay_as_they_were_written(town: Desk) -> None:
    before = town.profile()
    rules.save(town, OFFICE, {TRIAGE: changed(before, TRIAGE, n="7")}, TODAY)
    old, new = (
        builtin_text("guangdong").splitlines(),
        rules.text_of(town, town.profile().version).splitlines(),
    )

    assert len(old) == len(new)
    differing = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    assert [a for a, _ in differing] == ['version = "guangdong-1"', "n = 3"]
    assert differing[1][1] == "n = 7"


def test_a_section_put_in_or_taken_out_leaves_the_comments_around_it(town: Desk) -> None:
    before = town.profile()
    out: dict[Ref, None] = {("doors", "unclear"): None, ("negative_list", "own_case"): None}
    rules.save(town, OFFICE, out, TODAY)
    text = rules.text_of(town, town.profile().version)

    kept = [line for line in builtin_text("guangdong").splitlines() if line.startswith("#")]
    assert [line for line in text.splitlines() if line.startswith("#")] == kept
    assert set(before.doors) - set(town.profile().doors) == {"unclear"}


def test_a_hand_s_comment_behind_a_value_outlives_the_value() -> None:
    text = builtin_text("guangdong").replace("n = 3\n", "n = 3  # 主任会议 #2 定\n", 1)
    before = parse(text)
    after = rules_edits.edited(before, {TRIAGE: changed(before, TRIAGE, n="4")})

    assert "n = 4  # 主任会议 #2 定\n" in rules_text.written(text, before, after, "甲")


def test_a_text_that_lines_cannot_be_told_apart_in_is_left_to_its_writer() -> None:
    long = 'source = """代表法2025\nn = 9"""'
    odd = builtin_text("guangdong").replace('source = "代表法2025第51条"', long, 1)
    before = parse(odd)
    reply: Ref = ("clocks", "suggestion.reply")
    after = rules_edits.edited(before, {reply: changed(before, reply, n="4")})
    with pytest.raises(UserError, match=r"规则文本|rules"):
        rules_text.written(odd, before, after, "甲")


@pytest.mark.parametrize(
    ("ref", "typed", "field"),
    [
        (TRIAGE, {"n": "三"}, "n"),
        (TRIAGE, {"n": "0"}, "n"),
        (TRIAGE, {"n": "1001"}, "n"),
        (TRIAGE, {"unit": "weeks"}, "unit"),
        (TRIAGE, {"source": " "}, "source"),
        (("clocks", "issue.tell"), {"n": "16"}, "n"),
        (("settings", "class_scheme"), {"value": "five"}, "value"),
        (("scales", "visitor_four"), {"grades": "满意、还行"}, "grades"),
        (("scales", "visitor_four"), {"grades": "满意"}, "grades"),
        (("scales", "visitor_four"), {"grades": "满意、满意"}, "grades"),
        (("class_schemes", "four"), {"grades": "已经解决"}, "grades"),
        (("class_schemes", "four"), {"grades": "A 一\nA 二"}, "grades"),
        (("class_schemes", "four"), {"grades": "A 一"}, "grades"),
        (("doors", "court"), {"name": ""}, "name"),
        (("doors", "court"), {"name": "信访部门"}, "name"),
        (("doors", "court"), {"reason": "\n"}, "reason"),
        (("negative_list", "tender"), {"keywords": "、"}, "keywords"),
        (("negative_list", "tender"), {"hint": ""}, "hint"),
        (("calendar", "2026"), {"holidays": ""}, "holidays"),
        (("calendar", "2026"), {"holidays": "春节 13-1"}, "holidays"),
        (("calendar", "2026"), {"holidays": "2-1至2-3"}, "holidays"),
        (("calendar", "2026"), {"holidays": "元旦 2027-1-1"}, "holidays"),
        (("calendar", "2026"), {"holidays": "春节 2-9至2-3"}, "holidays"),
        (("calendar", "2026"), {"holidays": "春节 2-17至2-20 补班 2-16"}, "holidays"),
        (("limits", "motion.signers"), {"n": "x"}, "n"),
        (("numbering", "session"), {"pattern": ""}, "pattern"),
    ],
)
def test_a_mistake_is_said_beside_its_own_field(ref: Ref, typed: dict[str, str], field: str) -> None:
    profile = parse(builtin_text("guangdong"))
    said = wrong(profile, {ref: changed(profile, ref, **typed)})

    assert list(said) == [place_of(ref, field)]
    assert said[place_of(ref, field)].strip()


def test_all_mistakes_of_a_session_are_said_at_once() -> None:
    profile = parse(builtin_text("guangdong"))
    court: Ref = ("doors", "court")
    edits = {TRIAGE: changed(profile, TRIAGE, n=""), court: changed(profile, court, name="")}

    assert set(wrong(profile, edits)) == {place_of(TRIAGE, "n"), place_of(court, "name")}


def test_what_differs_is_told_in_words() -> None:
    before = parse(builtin_text("guangdong"))
    after = rules_edits.edited(
        before,
        {
            TRIAGE: changed(before, TRIAGE, n="7", unit="days", confirmed="1"),
            ("doors", "legal_aid"): None,
        },
    )
    said = [(d.item, d.field, d.before, d.after) for d in rules.differences(before, after)]

    assert said[:2] == [
        ("期限·研判受理", "时限", "3 个工作日", "7 日"),
        ("期限·研判受理", "已与人大核对", "待核实", "已核实"),
    ]
    assert ("不受理去向·法律援助机构", "去向名称", "法律援助机构", "") in said
    assert rules.differences(before, before) == ()


def test_every_version_says_who_wrote_it_and_what_it_changed(town: Desk) -> None:
    first, _ = rules.save(town, OFFICE, {TRIAGE: changed(town.profile(), TRIAGE, n="7")}, TODAY)
    second, _ = rules.save(town, OFFICE, {TRIAGE: changed(first, TRIAGE, n="9")}, TODAY)
    shown = rules.view(town, OFFICE, TODAY)

    assert first.version.startswith("guangdong.HCZ-20260521-1-")
    assert second.version.startswith("guangdong.HCZ-20260521-2-")
    assert [v.version for v in shown.versions] == [second.version, first.version, "guangdong-1"]
    assert [v.in_force for v in shown.versions] == [True, False, False]
    newest = shown.versions[0]
    assert newest.author is not None
    assert newest.author.actor == "何健生"
    assert [(d.before, d.after) for d in rules.differences_of(town, newest)] == [("7 个工作日", "9 个工作日")]
    assert rules.differences_of(town, shown.versions[2]) == ()


def test_nothing_changed_is_no_version(town: Desk) -> None:
    count = commits(town)
    with pytest.raises(UserError):
        rules.save(town, OFFICE, {TRIAGE: items(town.profile())[TRIAGE].values}, TODAY)
    assert commits(town) == count


def test_a_station_under_a_town_reads_the_rules_and_is_told_whose_they_are(tmp_path: Path) -> None:
    station = a_desk(tmp_path, parent="HCZ")
    count = commits(station)
    for actor in (a_clerk(), OFFICE):
        why = rules.view(station, actor, TODAY).fixed
        assert "HCZ" in why
        with pytest.raises(UserError) as refused:
            rules.save(station, actor, {TRIAGE: changed(station.profile(), TRIAGE, n="7")}, TODAY)
        assert str(refused.value) == why
        with pytest.raises(UserError):
            offices.save_profile(station, actor, builtin_text("guangdong").replace("guangdong-1", "甲"))
    assert commits(station) == count


def test_a_station_with_no_office_above_it_sets_its_own_but_not_its_readers(tmp_path: Path) -> None:
    station = a_desk(tmp_path)
    edits = {TRIAGE: changed(station.profile(), TRIAGE, n="7")}
    for role in (Role.VIEWER, Role.DEPUTY):
        with pytest.raises(UserError):
            rules.save(station, Actor("某人", role), edits, TODAY)
    rules.save(station, a_clerk(), edits, TODAY)

    assert station.profile().clocks["issue.triage"].n == 7


def test_a_whole_text_is_taken_in_under_its_own_name_or_edited_further(town: Desk) -> None:
    text = (
        builtin_text("guangdong")
        .replace('version = "guangdong-1"', 'version = "新会-2026"')
        .replace("n = 3\n", "n = 4\n", 1)
    )
    taken, _ = rules.save(town, OFFICE, {}, TODAY, text)
    assert (taken.version, taken.clocks["issue.triage"].n) == ("新会-2026", 4)
    again = text.replace("n = 4\n", "n = 5\n", 1)
    renamed, _ = rules.save(town, OFFICE, {}, TODAY, again)
    assert renamed.version.startswith("guangdong.HCZ-")
    with pytest.raises(ValidationError):
        rules.save(town, OFFICE, {}, TODAY, text.replace("n = 4\n", "n = -4\n", 1))


def test_a_missing_year_is_proposed_and_a_typed_one_reads_back(town: Desk) -> None:
    assert rules.view(town, OFFICE, TODAY).years == (2027,)
    for known in town.profile().calendar.years.values():
        assert rules_calendar.proposed(known.year).holidays == known.holidays
        assert rules_calendar.read(rules_calendar.written(known.holidays), known.year) == (known.holidays, [])
    year = rules_calendar.proposed(2027)
    assert not year.confirmed
    assert {h.name for h in year.holidays} >= {"元旦", "春节", "清明节", "劳动节", "端午节", "国庆节"}
    with pytest.raises(UserError):
        rules_calendar.proposed(1990)


def test_each_term_says_what_counts_it() -> None:
    assert any("事项" in words for words in rules_items.used_by("issue.triage"))
    assert rules_items.used_by("petition.review") == ()


def test_what_nobody_confirmed_is_counted() -> None:
    profile = parse(builtin_text("guangdong"))
    said = builtin_text("guangdong")

    assert rules.unconfirmed(profile) == said.count("\nconfirmed = false") - 1, "all but the tags' own"
