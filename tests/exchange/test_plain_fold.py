"""Two programs that share nothing but the page see the same record in the same changes, in any order."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import conflicts
from station_desk.casework.context import Desk
from station_desk.domain import declare
from station_desk.domain.fold import ChangeView, fold
from station_desk.domain.records import TYPES
from tests.exchange.folded import Seen, by_desk, by_page, read, seen, store_of
from tests.exchange.plain import fold as plain
from tests.exchange.plain import writer
from tests.exchange.plain.package import Change, Commit
from tests.exchange.plain.table import of_page
from tests.exchange.post import TOWN, a_town, taken

ISSUE = {
    "number": "HS-2026-0002", "title": "甲", "text": "乙", "station": "HS", "owner": "HS",
    "opened_on": "2026-11-20", "people": 1, "urgency": "normal", "profile": "guangdong-1",
    "channel": "station",
}  # fmt: skip


@dataclass
class Scene:
    """Two stations of another program; the first has made an issue, by the change `made`."""

    hs: writer.Desk
    hb: writer.Desk
    record: str = ""
    made: str = ""

    def make(self, **fields: object) -> None:
        change = self.hs.change("issue", {**ISSUE, **fields})
        self.record = change["r"]
        (self.made,) = self.hs.commit("register_visit", change)

    def edit(self, desk: writer.Desk, fields: dict[str, object], **replaces: list[str]) -> str:
        (digest,) = desk.commit("edit", desk.change("issue", fields, self.record, replaces))
        return digest


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    i18n.set_language(i18n.ENGLISH)
    made = Scene(
        writer.Desk.new(tmp_path / "hs", "HS", "会城南站", "station", TOWN),
        writer.Desk.new(tmp_path / "hb", "HB", "会城北站", "station", TOWN),
    )
    made.make()
    return made


def a_title_by_owner_and_other(s: Scene) -> None:
    s.hb.lamport = 50
    s.edit(s.hs, {"title": "主"}, title=[s.made])
    s.edit(s.hb, {"title": "客"}, title=[s.made])


def two_reasons_that_follow_nothing(s: Scene) -> None:
    s.edit(s.hs, {"void": "A"})
    s.edit(s.hs, {"void": "B"})


def two_reasons_over_one(s: Scene) -> None:
    first = s.edit(s.hs, {"void": "A"})
    s.edit(s.hs, {"void": "B"}, void=[first])
    s.edit(s.hs, {"void": "C"}, void=[first])


def two_branches_that_agree(s: Scene) -> None:
    first = s.edit(s.hs, {"void": "A"})
    for between in ("B", "C"):
        last = s.edit(s.hs, {"void": between}, void=[first])
        s.edit(s.hs, {"void": "D"}, void=[last])


def an_outsider_who_names_the_head(s: Scene) -> None:
    first = s.edit(s.hs, {"void": "A"})
    last = s.edit(s.hs, {"void": "B"}, void=[first])
    s.edit(s.hb, {"void": "C"}, void=[last])


def an_outsider_who_says_the_same(s: Scene) -> None:
    first = s.edit(s.hs, {"void": "A"})
    s.edit(s.hb, {"void": "A"}, void=[first])


def an_outsider_who_is_answered(s: Scene) -> None:
    asked = s.edit(s.hb, {"void": "C"})
    s.edit(s.hs, {"void": "A"}, void=[asked])


def handed_over_and_voided_by_both(s: Scene) -> None:
    s.edit(s.hs, {"owner": "HB"}, owner=[s.made])
    s.edit(s.hb, {"void": "C"})
    s.edit(s.hs, {"void": "D"})


def handed_over_without_naming_the_owner(s: Scene) -> None:
    s.edit(s.hs, {"owner": "HB"})
    s.edit(s.hb, {"void": "C"})


def voided_and_not_handed_on(s: Scene) -> None:
    s.edit(s.hs, {"void": "D"})
    s.edit(s.hs, {"owner": "HB"}, owner=[s.made])


def voided_and_handed_on(s: Scene) -> None:
    void = s.edit(s.hs, {"void": "D"})
    s.edit(s.hs, {"owner": "HB"}, owner=[s.made], void=[void])


def taken_by_another(s: Scene) -> None:
    s.edit(s.hb, {"owner": "HB"}, owner=[s.made])


def handed_over_to_two(s: Scene) -> None:
    s.edit(s.hs, {"owner": "HB"}, owner=[s.made])
    s.edit(s.hs, {"owner": TOWN}, owner=[s.made])


def made_without_owner_and_handed_over(s: Scene) -> None:
    ownerless = {name: value for name, value in ISSUE.items() if name != "owner"}
    change = s.hs.change("issue", ownerless)
    s.record = change["r"]
    s.hs.commit("register_visit", change)
    s.edit(s.hs, {"owner": "HB"})
    s.edit(s.hb, {"void": "Z"})


Expected = tuple[dict[str, object], set[str], set[tuple[str, object]]]
"""Values; fields in conflict; proposals as (field, value)."""

CASES: list[tuple[Callable[[Scene], None], Expected]] = [
    (a_title_by_owner_and_other, ({"title": "主"}, set(), set())),
    (two_reasons_that_follow_nothing, ({"void": None}, {"void"}, set())),
    (two_reasons_over_one, ({"void": "A"}, {"void"}, set())),
    (two_branches_that_agree, ({"void": "D"}, set(), set())),
    (an_outsider_who_names_the_head, ({"void": "B"}, set(), {("void", "C")})),
    (an_outsider_who_says_the_same, ({"void": "A"}, set(), set())),
    (an_outsider_who_is_answered, ({"void": "A"}, set(), set())),
    (handed_over_and_voided_by_both, ({"owner": "HB", "void": "C"}, set(), {("void", "D")})),
    (handed_over_without_naming_the_owner, ({"owner": "HS"}, set(), {("owner", "HB"), ("void", "C")})),
    (voided_and_not_handed_on, ({"owner": "HB"}, set(), {("void", "D")})),
    (voided_and_handed_on, ({"owner": "HB", "void": "D"}, set(), set())),
    (taken_by_another, ({"owner": "HS"}, set(), {("owner", "HB")})),
    (handed_over_to_two, ({"owner": "HS"}, {"owner"}, set())),
    (made_without_owner_and_handed_over, ({"owner": "HB", "void": "Z"}, set(), set())),
]


@pytest.mark.parametrize(("case", "expected"), CASES, ids=lambda one: getattr(one, "__name__", ""))
def test_the_page_and_the_desk_agree(
    scene: Scene, tmp_path: Path, case: Callable[[Scene], None], expected: Expected
) -> None:
    case(scene)
    paths = [scene.hs.write(TOWN), scene.hb.write(TOWN)]
    town = a_town(tmp_path)
    taken(town, *paths)
    store = store_of(*map(read, paths))
    found = by_page(store)
    assert by_desk(town, found) == found

    record = plain.fold(store.changes(), of_page())[scene.record]
    values, in_conflict, proposed = expected
    contested = ("title", "owner", "void")
    told = {name: value for name, value in record.values().items() if name in contested}
    assert told == {"title": "甲", "owner": "HS", **values}
    assert seen(record).conflicts == in_conflict
    said = {(name, one.value) for name, field_ in record.fields.items() for one in field_.proposals}
    assert said == proposed
    assert asked(town, scene.record) == asked_by_page(record)


Asked = set[tuple[str, str, frozenset[str]]]


def asked_by_page(record: plain.Record) -> Asked:
    """What waits for a decision: the kind, the field, and the changes that stand against each other."""
    out: Asked = set()
    for name, one in record.fields.items():
        for kind, all_ in (("conflict", one.conflict), ("proposal", one.proposals)):
            if all_:
                out.add((kind, name, frozenset(said.change for said in all_)))
    return out


def asked(desk: Desk, record: str) -> Asked:
    """The same as `conflicts` lists it."""
    questions = [one for one in conflicts.waiting(desk).questions if one.record.hex() == record]
    return {
        (one.kind, one.field, frozenset(said.change.hex() for said in one.candidates)) for one in questions
    }


# ---- any history ---------------------------------------------------------------------------------------


NAMES = ("owner", "owner", "void", "consent", "title", "level", "official_number")


@dataclass
class History:
    """Changes of one suggestion that three sites write, each seeing some of what was written before."""

    chance: random.Random
    changes: list[Change] = field(default_factory=list)

    def grow(self, length: int) -> None:
        made = self._change({"owner": "A", "office": "T", "title": "0", "level": "town"}, "A", {})
        nonce, replica = made.nonce, made.commit.header["replica"]
        made.record = "00" * 6 + sha256(bytes.fromhex(replica + nonce)).hexdigest()[:20]
        self.changes = [made]
        for place in range(1, length):
            name = self.chance.choice(NAMES)
            fields: dict[str, object] = {name: self._value(name, place)}
            if self.chance.random() < 0.3:
                fields["void"] = self._value("void", place)
            replaces = {one: found for one in fields if (found := self._some(one))}
            if name == "owner" and self.chance.random() < 0.5:
                replaces |= {one: found for one in ("void", "consent") if (found := self._some(one))}
            change = self._change(fields, self.chance.choice("ABT"), replaces)
            change.record = made.record
            if self.chance.random() < 0.05:  # a copied desk that used a nonce again
                change.nonce, change.commit.header = nonce, made.commit.header
            self.changes.append(change)
        if self.chance.random() < 0.1:  # which has not come yet
            self.changes.remove(made)

    def _value(self, name: str, place: int) -> object:
        return self.chance.choice("ABT") if name == "owner" else self.chance.choice([None, "1", str(place)])

    def _some(self, name: str) -> list[str]:
        known = [one.digest for one in self.changes if name in one.fields]
        return sorted(self.chance.sample(known[-3:], self.chance.randint(0, min(2, len(known)))))

    def _change(self, fields: dict[str, object], site: str, replaces: dict[str, list[str]]) -> Change:
        nonce = self.chance.randbytes(16).hex()
        change = Change(b"", sha256(nonce.encode()).hexdigest(), "suggestion", "", nonce, fields, replaces)
        replica = sha256(site.encode()).hexdigest()[:32]
        header = {"site": site, "replica": replica, "lamport": self.chance.randint(1, 9)}
        change.commit = Commit(b"", header, "", "", [change])
        return change


def by_ours(changes: list[Change]) -> Seen:
    views = [
        ChangeView(
            bytes.fromhex(one.digest), one.commit.header["lamport"], one.site, one.makes(), one.fields,
            {name: [bytes.fromhex(old) for old in all_] for name, all_ in one.replaces.items()},
        )
        for one in changes
    ]  # fmt: skip
    folded = fold(declare.fields_of(TYPES["suggestion"]), views)
    return Seen(
        "suggestion",
        folded.creator,
        dict(folded.values),
        frozenset(folded.conflict),
        frozenset((name, change.hex()) for name, change in folded.proposals),
    )


@pytest.mark.parametrize("seed", range(20))
def test_any_history_folds_the_same_by_the_page_and_here(seed: int) -> None:
    chance = random.Random(seed)
    for case in range(100):
        history = History(chance)
        history.grow(chance.randint(2, 7))
        chance.shuffle(history.changes)
        ours, theirs = by_ours(history.changes), seen(plain.fold_record(history.changes, of_page()))
        assert ours == theirs, f"seed {seed}, case {case}"
