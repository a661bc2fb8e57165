"""A record is a pure function of its changes, and nobody's word is lost."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from station_desk.domain.declare import Wire, fields_of
from station_desk.domain.fold import ChangeView, Folded, fold
from station_desk.domain.records import Issue, Suggestion

FIELDS = fields_of(Suggestion)
ISSUE = fields_of(Issue)


def change(
    name: str,
    site: str = "A",
    lamport: int = 2,
    *,
    after: dict[str, list[str]] | None = None,
    made: bool = False,
    **fields: Wire,
) -> ChangeView:
    """A change called `name`; `after` names for each field the changes it replaces."""
    replaces = {key: [ident(n) for n in names] for key, names in (after or {}).items()}
    return ChangeView(ident(name), lamport, site, made, fields, replaces)


def ident(name: str) -> bytes:
    return name.encode().ljust(32, b".")


def made(site: str = "A", **fields: Wire) -> ChangeView:
    whole: dict[str, Wire] = {"owner": site, "office": "O", "title": "浸水", "place": "浸水", **fields}
    return replace(change("m", site, 1, made=True), fields=whole)


def folded(*changes: ChangeView) -> Folded:
    return fold(FIELDS, changes)


# --- any order, any number of times ---------------------------------------------------------------

SITES = st.sampled_from(["A", "B", "C", "O"])
NAMES = ("title", "place", "owner", "proposed_units", "official_number", "void", "number", "new_field")


@st.composite
def histories(draw: st.DrawFn) -> list[ChangeView]:
    """Changes by four sites, each naming any of those before it; the creating one may be missing."""
    out = [made("A", proposed_units="一次")] if draw(st.integers(0, 5)) else []
    for place in range(draw(st.integers(0, 7))):
        names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
        fields = {n: draw(SITES) for n in names}
        passed = draw(st.lists(st.sampled_from(NAMES), max_size=3))
        seen = ["m", *(f"c{i}" for i in range(place))]
        after = {n: draw(st.lists(st.sampled_from(seen), max_size=3)) for n in {*names, *passed}}
        out.append(
            replace(change(f"c{place}", draw(SITES), draw(st.integers(2, 6)), after=after), fields=fields)
        )
    return out


@given(histories(), st.data())
@settings(max_examples=400)
def test_deliveries_in_any_order_and_number_fold_alike(
    history: list[ChangeView], data: st.DataObject
) -> None:
    again = data.draw(
        st.permutations(history + data.draw(st.lists(st.sampled_from(history)) if history else st.just([])))
    )

    assert fold(FIELDS, again) == fold(FIELDS, history)


@given(histories())
def test_no_value_is_lost_without_a_person_seeing_it(history: list[ChangeView]) -> None:
    """Each change of a field is a head, was named by another, is a proposal, or says what shows."""
    result = fold(FIELDS, history)
    named = {(n, r) for c in history for n, refs in c.replaces.items() for r in refs}
    proposals = set(result.proposals)
    for c in history:
        for name in c.fields:
            if name in FIELDS and name != "owner":
                shown = c.id in result.heads.get(name, ())
                same = name in result.values and result.values[name] == c.fields[name]
                assert shown or (name, c.id) in named or (name, c.id) in proposals or same


# --- plain fields ----------------------------------------------------------------------------------


def test_of_two_edits_at_once_the_owners_value_stands() -> None:
    seen = {"place": ["m"]}
    result = folded(
        made(), change("x", "B", 9, after=seen, place="B 改"), change("y", "A", 2, after=seen, place="A 改")
    )

    assert result.values["place"] == "A 改"
    assert result.conflict == ()
    assert len(result.heads["place"]) == 2


def test_else_the_larger_lamport_number_stands_and_then_the_larger_id() -> None:
    seen = {"place": ["m"]}
    early = change("x", "B", 5, after=seen, place="早")
    late = change("w", "C", 6, after=seen, place="晚")
    twin = change("z", "C", 5, after=seen, place="大")

    assert folded(made(), early, late).values["place"] == "晚"
    assert folded(made(), early, twin).values["place"] == "大"


def test_an_edit_that_names_both_settles_them() -> None:
    seen = {"place": ["m"]}
    both = change("z", "B", 7, after={"place": ["x", "y"]}, place="定稿")
    result = folded(
        made(), change("x", "A", 5, after=seen, place="1"), change("y", "B", 5, after=seen, place="2"), both
    )

    assert result.values["place"] == "定稿"
    assert result.heads["place"] == (both.id,)


def test_what_replaces_a_change_not_yet_here_takes_effect_when_that_one_comes() -> None:
    middle = change("x", "B", 5, after={"place": ["m"]}, place="中")
    last = change("y", "C", 6, after={"place": ["x"]}, place="末")

    before = folded(made(), last)
    assert before.values["place"] in ("末", "浸水")
    assert len(before.heads["place"]) == 2
    after = folded(made(), last, middle)
    assert (after.values["place"], after.heads["place"]) == ("末", (last.id,))


# --- owned fields ----------------------------------------------------------------------------------


def test_a_strangers_word_on_an_owned_field_is_a_proposal() -> None:
    proposal = change("x", "B", 5, after={"proposed_units": ["m"]}, proposed_units="二次")
    result = folded(made(proposed_units="一次"), proposal)

    assert result.values["proposed_units"] == "一次"
    assert result.proposals == (("proposed_units", proposal.id),)
    assert result.conflict == ()


def test_until_the_authority_names_it() -> None:
    proposal = change("x", "B", 5, after={"proposed_units": ["m"]}, proposed_units="二次")
    accepted = change("y", "A", 6, after={"proposed_units": ["m", "x"]}, proposed_units="二次")
    declined = replace(accepted, fields={"proposed_units": "一次"})

    assert folded(made(proposed_units="一次"), proposal, accepted).values["proposed_units"] == "二次"
    assert folded(made(proposed_units="一次"), proposal, declined).values["proposed_units"] == "一次"
    for word in (accepted, declined):
        assert folded(made(proposed_units="一次"), proposal, word).proposals == ()


def test_the_office_fixed_at_the_start_gives_the_official_number() -> None:
    number = change("x", "O", 5, official_number="2026闭-007")

    assert folded(made(), number).values["official_number"] == "2026闭-007"
    assert "official_number" not in folded(made(), replace(number, site="A")).values


def test_two_words_of_the_authority_itself_are_a_conflict_that_shows_what_both_knew() -> None:
    known = change("k", "A", 2, after={"proposed_units": ["m"]}, proposed_units="二次")
    one = change("x", "A", 3, after={"proposed_units": ["k"]}, proposed_units="三次")
    two = change("y", "A", 4, after={"proposed_units": ["k"]}, proposed_units="四次")
    result = folded(made(proposed_units="一次"), known, one, two)

    assert result.conflict == ("proposed_units",)
    assert result.values["proposed_units"] == "二次"
    assert result.heads["proposed_units"] == (one.id, two.id)
    decided = change("z", "A", 5, after={"proposed_units": ["x", "y"]}, proposed_units="四次")
    assert folded(made(proposed_units="一次"), known, one, two, decided).conflict == ()


def test_equal_values_are_no_conflict() -> None:
    one = change("x", "A", 3, after={"proposed_units": ["m"]}, proposed_units="三次")
    result = folded(
        made(proposed_units="一次"),
        one,
        change("y", "A", 4, after={"proposed_units": ["m"]}, proposed_units="三次"),
    )

    assert result.conflict == ()
    assert result.values["proposed_units"] == "三次"


def test_what_was_written_once_stays() -> None:
    result = folded(made(number="HC-1"), change("x", "A", 5, after={"number": ["m"]}, number="HC-2"))

    assert result.values["number"] == "HC-1"
    assert result.proposals == (("number", ident("x")),)


def test_a_change_to_a_record_not_yet_here_makes_a_stub() -> None:
    result = folded(change("x", "A", 5, place="浸水", proposed_units="二次"))

    assert not result.arrived
    assert result.values == {"place": "浸水"}
    assert result.proposals == (("proposed_units", ident("x")),)
    assert folded(change("x", "A", 5, place="浸水", proposed_units="二次"), made()).proposals == ()


def test_fields_of_a_newer_version_are_left_to_the_log() -> None:
    assert "new_field" not in folded(made(new_field="x")).values


# --- the owner changes -----------------------------------------------------------------------------


def handed(name: str, site: str, to: str, after: str, lamport: int = 5, **passes: list[str]) -> ChangeView:
    return change(name, site, lamport, after={"owner": [after], **passes}, owner=to)


def test_ownership_passes_from_hand_to_hand() -> None:
    first, second = handed("h", "A", "B", "m"), handed("i", "B", "C", "h")

    assert folded(made(), first).values["owner"] == "B"
    assert folded(made(), first, second).values["owner"] == "C"
    assert folded(made(), second).values["owner"] == "A"


def test_nobody_takes_what_they_do_not_own() -> None:
    theft = handed("t", "B", "B", "m")
    result = folded(made(), theft)

    assert result.values["owner"] == "A"
    assert result.proposals == (("owner", theft.id),)
    # The thief's change names the true head; the owner must still be able to hand the matter on.
    assert result.heads["owner"] == (ident("m"),)
    assert folded(made(), theft, handed("h", "A", "C", "m")).values["owner"] == "C"


def test_what_the_owner_wrote_stays_when_the_matter_is_handed_on() -> None:
    written = change("x", "A", 2, after={"proposed_units": ["m"]}, proposed_units="二次")
    given = handed("h", "A", "B", "m", proposed_units=["x"])
    result = folded(made(proposed_units="一次"), written, given)

    assert (result.values["owner"], result.values["proposed_units"]) == ("B", "二次")
    assert result.proposals == ()
    late = change("y", "A", 6, after={"proposed_units": ["x"]}, proposed_units="三次")
    assert folded(made(proposed_units="一次"), written, given, late).values["proposed_units"] == "二次"
    theirs = change("z", "B", 6, after={"proposed_units": ["x"]}, proposed_units="四次")
    assert folded(made(proposed_units="一次"), written, given, theirs).values["proposed_units"] == "四次"


def test_handed_to_two_at_once_it_stays_until_the_owner_decides() -> None:
    one, two = handed("h", "A", "B", "m"), handed("i", "A", "C", "m", 6)
    result = folded(made(), one, two)

    assert result.values["owner"] == "A"
    assert result.conflict == ("owner",)
    decided = change("j", "A", 7, after={"owner": ["h", "i", "m"]}, owner="C")
    settled = folded(made(), one, two, decided)
    assert (settled.values["owner"], settled.conflict) == ("C", ())
    assert settled.heads["owner"] == (decided.id,)


def test_handed_to_the_same_site_twice_is_no_dispute() -> None:
    result = folded(made(), handed("h", "A", "B", "m"), handed("i", "A", "B", "m", 6))

    assert (result.values["owner"], result.conflict) == ("B", ())


# --- long histories -------------------------------------------------------------------------------


def test_a_thousand_words_at_once_after_a_long_history_need_no_more_memory_than_one() -> None:
    chain = [made(void="v0")]
    for place in range(1, 1000):
        before = chain[-1].id.rstrip(b".").decode()
        chain.append(change(f"v{place}", lamport=place + 1, after={"void": [before]}, void=f"v{place}"))
    rivals = [
        change(f"w{place}", lamport=2000, after={"void": ["v999", f"absent{place}"]}, void=f"w{place}")
        for place in range(400)
    ]
    tracemalloc.start()
    found = folded(*chain, *rivals)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (found.values["void"], found.conflict) == ("v999", ("void",))
    assert peak < 5_000_000


def test_a_long_row_of_owners_is_followed_to_its_end() -> None:
    row = [made("A"), handed("h0", "A", "B", "m")]
    for place in range(1, 5000):
        one, other = ("B", "A") if place % 2 else ("A", "B")
        row.append(handed(f"h{place}", one, other, f"h{place - 1}"))
    assert folded(*reversed(row)).owner == "A"
