"""Lists of a big desk: search, exact counts, pages far down, today's counts, similar matters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter, Sort
from station_desk.casework.context import Desk
from station_desk.store import search
from tests.bench import driver
from tests.bench.desks import CATEGORIES, LAST_DAY, Desks, Words
from tests.bench.measure import Figure, alternate, quick, spread

PAGE = 50
ROUNDS = 3
# What a row on screen shows, read with nothing in between.
_FETCH = (
    "SELECT m.n, m.id, m.number, m.official_number, m.track, m.stage, m.outcome, m.title, m.category,"
    " m.place, m.station, m.opened_on, m.due_on, m.clock, m.closed_on, m.finished_on, m.told_on, m.verdict,"
    " m.urgency, m.urged, m.redone, u.name, v.name, m.people FROM matter m"
    " LEFT JOIN unit u ON u.id = m.holder LEFT JOIN issue i ON i.id = m.id"
    " LEFT JOIN visitor v ON v.id = i.visitor WHERE m.n IN "
)


def _fetch(raw: Any, ranks: list[int]) -> list[tuple[Any, ...]]:
    marks = ",".join("?" * len(ranks))
    rows: list[tuple[Any, ...]] = raw.execute(f"{_FETCH}({marks})", ranks).fetchall()
    return rows


def queries(raw: Any, seed: int = 11) -> dict[str, list[str]]:
    """Things people type, by kind: one to six characters cut from texts, and two words of one text."""
    random = Random(seed)
    found: dict[str, list[str]] = {str(n): [] for n in range(1, 7)}
    found["two terms"] = []
    top = raw.execute("SELECT count(*) FROM matter").fetchone()[0]
    every = [row[0] for row in raw.execute("SELECT n FROM matter ORDER BY n")]
    for at in random.sample(range(top), min(25, top)):
        title, text = raw.execute("SELECT title, text FROM matter WHERE n = ?", (every[at],)).fetchone()
        for n in range(1, 7):
            start = random.randrange(len(text) - n)
            found[str(n)].append(text[start : start + n])
        start = random.randrange(len(text) - 3)
        found["two terms"].append(f"{title[:2]} {text[start : start + 3]}")
    return found


def searching(desks: Desks) -> Iterator[Figure]:
    """The newest 50 matches on screen, and exact counts."""
    desk = Desk.open(desks.town)
    raw = driver.connect(desks.town)
    try:
        ours: list[float] = []
        limit: list[float] = []
        counts: list[float] = []
        likes: list[float] = []
        for texts in queries(raw).values():
            for text in texts:
                _search(desk, raw, text, ours, limit)
            for text in texts[:3]:
                _count(desk, raw, text, counts, likes)
        yield from spread("search, newest 50", "raw FTS5 by rowid and those rows", ours, limit, 3.0)
        yield from spread("search, exact count", "the same count by LIKE", counts, likes, None)
        yield Figure(
            "search, exact counts in all",
            "the same counts by LIKE",
            sum(likes) * 1e3,
            sum(counts) * 1e3,
            0.01,
        )
    finally:
        raw.close()
        desk.close()


def _search(desk: Desk, raw: Any, text: str, ours: list[float], limit: list[float]) -> None:
    wanted = MatterFilter(text=text)
    phrases, singles = search.match(search.terms(text))
    index = "ft" if phrases else "fc"
    sql = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT {PAGE}"

    def bare() -> None:
        _fetch(raw, [row[0] for row in raw.execute(sql, (phrases or singles,)).fetchall()])

    def mine() -> None:
        browse.page(desk, wanted, limit=PAGE)

    mine()
    bare()
    for _ in range(ROUNDS):
        ours.append(quick(mine))
        limit.append(quick(bare))


def _count(desk: Desk, raw: Any, text: str, ours: list[float], limit: list[float]) -> None:
    wanted = MatterFilter(text=text)
    sql = "SELECT count(*) FROM matter WHERE " + " AND ".join(
        "(title LIKE ? OR text LIKE ? OR place LIKE ?)" for _ in text.split()
    )
    values = [f"%{term}%" for term in text.split() for _ in range(3)]
    browse.count(desk, wanted)
    ours.append(min(quick(lambda: browse.count(desk, wanted)) for _ in range(ROUNDS)))
    limit.append(quick(lambda: raw.execute(sql, values).fetchone()))


def paging(desks: Desks) -> Iterator[Figure]:
    """A page nine tenths down against the first page; the list's ids; filtered pages and today's counts."""
    desk = Desk.open(desks.town)
    raw = driver.connect(desks.town)
    try:
        every = browse.ranks(desk, MatterFilter())
        deep = every[len(every) * 9 // 10]
        yield alternate(
            "page 90 % down", "our first page",
            lambda: quick(lambda: browse.page(desk, MatterFilter(), after=("", deep))),
            lambda: quick(lambda: browse.page(desk, MatterFilter())), 1.5, repeats=31,
        )  # fmt: skip
        every_sql = "SELECT n FROM matter WHERE void IS NULL ORDER BY n DESC"
        first = f"SELECT n FROM matter WHERE void IS NULL ORDER BY n DESC LIMIT {PAGE}"
        yield alternate(
            "first page", "raw query of the same rows",
            lambda: quick(lambda: browse.page(desk, MatterFilter())),
            lambda: quick(lambda: _fetch(raw, [row[0] for row in raw.execute(first)])), 3.0, repeats=31,
        )  # fmt: skip
        yield alternate(
            "ids of the whole list", "raw query of the ids",
            lambda: quick(lambda: browse.ranks(desk, MatterFilter())),
            lambda: quick(lambda: raw.execute(every_sql).fetchall()),
            1.5,
        )  # fmt: skip
        yield from _filtered(desk, raw)
    finally:
        raw.close()
        desk.close()


def _filtered(desk: Desk, raw: Any) -> Iterator[Figure]:
    def one(name: str, wanted: MatterFilter) -> Figure:
        return alternate(
            name, "our first page unfiltered", lambda: quick(lambda: browse.page(desk, wanted)),
            lambda: quick(lambda: browse.page(desk, MatterFilter())), None, repeats=11,
        )  # fmt: skip

    yield one("page: open, by due day", MatterFilter(open=True, sort=Sort.DUE))
    yield one("page: one stage", MatterFilter(tracks=("issue",), stages=("assigned",)))
    yield one("page: one category", MatterFilter(category=CATEGORIES[3]))
    yield one("page: open", MatterFilter(open=True))
    unit = raw.execute("SELECT id FROM unit ORDER BY id LIMIT 1").fetchone()
    deputy = raw.execute("SELECT id FROM deputy ORDER BY id LIMIT 1").fetchone()
    yield one("page: one unit", MatterFilter(unit=unit[0]))
    yield one("page: one deputy", MatterFilter(deputy=deputy[0]))
    yield one("page: a month", MatterFilter(opened_from=date(2026, 1, 1), opened_to=date(2026, 1, 31)))
    open_sql = "SELECT count(*) FROM matter WHERE closed_on IS NULL AND due_on IS NOT NULL AND void IS NULL"
    yield alternate(
        "today's five counts", "raw count of those with a clock",
        lambda: quick(lambda: browse.today(desk, LAST_DAY)),
        lambda: quick(lambda: raw.execute(open_sql).fetchone()), None, repeats=11,
    )  # fmt: skip


def alike(desks: Desks) -> Iterator[Figure]:
    """Similar matters for a text being typed."""
    desk = Desk.open(desks.town)
    raw = driver.connect(desks.town)
    try:
        vocabulary = browse.Vocabulary()
        ours: list[float] = []
        limit: list[float] = []
        words = Words(5)
        for _ in range(15):
            text = words.text(184)
            browse.similar_to(desk, vocabulary, text)
            with desk.reading() as connection:
                grams = vocabulary.rarest(connection, search.normalise(text))
            expression = " OR ".join(f'"{gram}"' for gram in grams)
            sql = "SELECT rowid FROM ft WHERE ft MATCH ? ORDER BY bm25(ft) LIMIT 15"
            raw.execute(sql, (expression,)).fetchall()
            ours.append(quick(lambda text=text: browse.similar_to(desk, vocabulary, text)))  # type: ignore[misc]
            limit.append(quick(lambda sql=sql, e=expression: raw.execute(sql, (e,)).fetchall()))  # type: ignore[misc]
        yield spread("similar matters", "bm25 of the 8 rarest bigrams", ours, limit, 1.5)[0]
    finally:
        raw.close()
        desk.close()
