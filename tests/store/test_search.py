"""Search finds exactly what LIKE over the normalised text would, and follows every change of names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from station_desk.casework import browse, offices, suggestions
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Issue, Visitor
from station_desk.store import search
from tests.builders import a_clerk, a_deputy, a_desk, a_matter, a_suggestion, a_visit, an_issue, the

TEXTS = (
    "江会路南段一落大雨就浸水，浸到人行道上",
    "老街停车难：夜里没有车位！",
    "ＡＢＣ小区 Wi-Fi 很慢，Straße 也慢",
    "䶮塘排污，𬱖山有人倒垃圾🚮",
    '“江会路”(南)路灯不亮* 3-5 号 "暗"',
    "①号楼 ㎡ ﬁ 电梯坏了 NEAR/2 OR",
    "浸\u3000水 路\tlights\nＯＦＦ 100%_x",
    "甲\ue000乙私用区",
)
"""Each the title of one issue; its number and the visitor's name are searched with it."""

ALPHABET = st.sampled_from(
    sorted({*"".join(TEXTS), *"HC-2026梁锦萍*\"'()^:%_\\ \u3000\ue000", "𠮷", "é", "ß"})
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = a_desk(tmp_path_factory.mktemp("search"))
    a_visit(made, *(a_matter(text, title=text) for text in TEXTS))
    yield made
    made.close()


def documents(desk: Desk) -> dict[RecordId, str]:
    """The searched fields of each issue as one normalised text."""
    out: dict[RecordId, str] = {}
    for row in browse.page(desk, MatterFilter(), limit=1000):
        record = the(desk, row.id).record
        out[row.id] = search.joined([record.number, record.title, record.text, record.place, row.person])
    return out


def found(desk: Desk, query: str) -> set[RecordId]:
    return {row.id for row in browse.page(desk, MatterFilter(text=query), limit=1000)}


def parts() -> st.SearchStrategy[str]:
    """1 to 6 neighbouring characters of a real text, or made-up ones."""
    whole = st.sampled_from(TEXTS)
    cut = st.tuples(whole, st.integers(0, 40), st.integers(1, 6)).map(lambda t: t[0][t[1] : t[1] + t[2]])
    return st.one_of(cut, st.text(ALPHABET, min_size=1, max_size=6))


@given(st.lists(parts(), min_size=1, max_size=3).map(" ".join))
@settings(max_examples=500)
@example("abc")
@example("ｗｉ-ｆｉ")
@example("STRASSE")
@example("䶮 𬱖")
@example("🚮")
@example('"江会路"')
@example("OR")
@example("*")
@example("浸水 路")
@example("1号楼 m2 fi")
@example("100%_X")
@example("甲乙")
def test_matches_are_those_of_like(desk: Desk, query: str) -> None:
    words = search.terms(query)
    wanted = {i for i, text in documents(desk).items() if search.like(words, text)}

    assert found(desk, query) == wanted
    assert browse.count(desk, MatterFilter(text=query)) == len(wanted)


@given(st.text(max_size=12))
def test_whatever_is_typed_is_no_operator(desk: Desk, query: str) -> None:
    if all(not 0xD800 <= ord(c) <= 0xDFFF for c in query):
        words = search.terms(query)
        assert found(desk, query) == {i for i, t in documents(desk).items() if search.like(words, t)}


def test_nothing_matches_across_two_fields(desk: Desk) -> None:
    number = the(desk, next(iter(documents(desk)))).row
    across = number.number[-2:] + number.title[:2]

    assert found(desk, across) == set()
    assert found(desk, number.number[-2:] + "\ue000" + number.title[:2]) == set()


def test_normalising_folds_width_case_and_blanks() -> None:
    assert search.normalise("Ａ b\u3000Ｃ\u2028ß\u1680") == "abcss"
    assert search.normalise("甲\ue000乙") == "甲乙"
    assert search.normalise("“a”,(b)") == "“a”，（b）"


@given(st.lists(st.text(max_size=8), max_size=5))
def test_fields_normalised_together_are_those_normalised_apart(parts: list[str]) -> None:
    assert search.joined(parts) == search.GAP.join(search.normalise(part) for part in parts if part)


@given(st.text(max_size=12))
def test_the_indexs_tokens_are_every_two_neighbours(text: str) -> None:
    if len(text) > 1 and " " not in text:
        assert search.bigrams(text).split(" ") == [text[i : i + 2] for i in range(len(text) - 1)]


# --- names ------------------------------------------------------------------------------------------


def test_a_visitor_is_found_by_name_and_after_a_correction_by_the_new_one_alone(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    issue = a_visit(desk, visitor="梁锦萍").matters[0][0]
    visitor = the(desk, issue).visitor_id
    assert found(desk, "锦萍") == {issue}

    offices.save(desk, a_clerk(), Visitor(name="梁锦屏"), visitor)
    assert found(desk, "锦萍") == set()
    assert found(desk, "锦屏") == {issue}
    assert desk.check() == []


def test_deputies_are_found_by_the_visits_they_received_and_by_what_they_signed(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    deputy, other = a_deputy(desk, "陈伟雄"), a_deputy(desk, "林小燕")
    issue = a_visit(desk, deputies=(deputy,)).matters[0][0]
    suggestion = a_suggestion(desk, other)
    assert (found(desk, "伟雄"), found(desk, "小燕")) == ({issue}, {suggestion})

    offices.save(desk, a_clerk(), Deputy(name="陈伟洪", level="city"), deputy)
    offices.save(desk, a_clerk(), Deputy(name="林小雁", level="city"), other)
    assert (found(desk, "伟雄"), found(desk, "小燕")) == (set(), set())
    assert (found(desk, "伟洪"), found(desk, "小雁")) == ({issue}, {suggestion})

    entry = suggestions.SuggestionEntry(
        title="建议", text="内容", deputies=(deputy,), opened_on=date(2026, 5, 7)
    )
    suggestions.revise(desk, a_clerk(), suggestion, entry)
    assert found(desk, "小雁") == set()
    assert found(desk, "伟洪") == {issue, suggestion}
    assert desk.check() == []


def test_a_corrected_title_is_found_and_the_old_one_no_more(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    issue = an_issue(desk, "江会路浸水了")
    with desk.writing(a_clerk(), "correct_issue") as work:
        work.update(Issue, issue, title="北街停电", text="北街停电")

    assert found(desk, "浸水") == set()
    assert found(desk, "停电") == {issue}
    assert browse.count(desk, MatterFilter(text="停电")) == 1


def test_a_voided_matter_is_not_found_nor_counted_nor_similar(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    kept, voided = an_issue(desk, "江会路南段浸水"), an_issue(desk, "江会路南段浸水")
    with desk.writing(a_clerk(), "void_issue") as work:
        work.void(Issue, voided, "重复")

    assert found(desk, "浸水") == {kept}
    assert browse.count(desk, MatterFilter(text="浸水")) == 1
    alike = browse.similar_to(desk, browse.Vocabulary(), "江会路又浸水")
    assert [s.row.id for s in alike] == [kept]


# --- ranks ------------------------------------------------------------------------------------------


def test_newest_first_follows_the_opening_day_and_its_correction(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    days = (7, 5, 9)
    made = {day: an_issue(desk, "江会路浸水了", began=datetime(2026, 5, day, 9)) for day in days}

    def order() -> list[RecordId]:
        return [row.id for row in browse.page(desk, MatterFilter(text="浸水"))]

    assert order() == [made[9], made[7], made[5]]
    with desk.writing(a_clerk(), "correct_issue") as work:
        work.update(Issue, made[5], opened_on=date(2026, 5, 20))
    assert order() == [made[5], made[9], made[7]]
    assert [r.id for r in browse.page(desk, MatterFilter())] == order()
    assert desk.check() == []


def test_matters_of_one_day_keep_the_order_they_were_written_in(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    matters = [m for m, _ in a_visit(desk, *(a_matter(f"第{n}件事情") for n in range(5))).matters]

    assert [r.id for r in browse.page(desk, MatterFilter())] == matters[::-1]
