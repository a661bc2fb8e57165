"""Whose word counts about whom: a reader who knows only the page believes the same as a desk."""

from __future__ import annotations

from hashlib import sha256

import pytest

from station_desk.exchange.trust import Certificate, Claim, Trust
from tests.exchange.plain.package import Change, Commit
from tests.exchange.plain.trust import Store

PARENTS = {
    "CITY": "",
    "XHQ": "CITY", "JHQ": "CITY",
    "HCZ": "XHQ", "DZZ": "XHQ", "BJZ": "JHQ",
    "HC": "HCZ", "DZ": "DZZ",
    "HC-D1": "HC", "HC-D2": "HC", "DZ-D1": "DZ",
}  # fmt: skip
"""The site above each."""

NEW = "ff" * 16
KEY = "ab" * 32


def replica_of(site: str) -> str:
    return sha256(site.encode()).hexdigest()[:32]


def desk_believes(me: str, by: str, about: str, until: int | None) -> bool:
    """Whether the desk of `me`, which believes everybody's first replica, takes the word of `by`."""
    own = {replica_of(site): Certificate(site, KEY, by=PARENTS[site]) for site in PARENTS}
    words = {replica_of(site): parent for site, parent in PARENTS.items()}
    replica = NEW if until is None else replica_of(about)
    claims = [Claim(by, replica_of(by), 2, about, replica, KEY, until=until)]
    found = Trust(me, PARENTS[me], own, claims, words).of(replica)
    return found is not None and found.until == until


def reader_believes(me: str, by: str, about: str, until: int | None) -> bool:
    """The same of the reader."""
    store = Store(me, {replica_of(site): (site, KEY) for site in PARENTS})
    store.parents = dict(PARENTS)
    replica = NEW if until is None else replica_of(about)
    said: dict[str, object] = {"site": about, "replica": replica, "key": KEY}
    change = Change(b"", "", "desk", "", "00" * 16, said | ({} if until is None else {"until": until}), {})
    header = {"site": by, "replica": replica_of(by), "seq": 2, "lamport": 2}
    change.commit = Commit(b"", header, "", "", [change])
    mark = sha256(bytes.fromhex(header["replica"] + change.nonce)).hexdigest()[:20]  # type: ignore[operator]
    change.record = "00" * 6 + mark
    store.learn(change.commit)
    return replica in store.keys and store.struck.get(replica) == until


@pytest.mark.parametrize("me", PARENTS)
@pytest.mark.parametrize("until", [None, 5], ids=["vouched for", "struck off"])
def test_the_same_words_count(me: str, until: int | None) -> None:
    wrong = [
        (by, about)
        for by in PARENTS
        for about in PARENTS
        if desk_believes(me, by, about, until) != reader_believes(me, by, about, until)
    ]
    assert wrong == []


def test_of_the_own_children_nobody_above_has_a_say_and_of_strangers_anybody() -> None:
    assert not reader_believes("HCZ", "XHQ", "HC", None)
    assert reader_believes("HCZ", "HC", "HC-D1", None)
    assert reader_believes("HC", "XHQ", "HCZ", None)
    assert not reader_believes("HC", "DZZ", "HCZ", None)
    store = Store("HC", {replica_of("HCZ"): ("HCZ", KEY)})
    store.parents = {"HC": "HCZ"}
    assert store.believes("HCZ", "NEW")
