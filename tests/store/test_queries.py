"""Lists: every filter, both orders, and pages that never repeat or skip."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest

from station_desk.casework import browse, issues
from station_desk.casework.browse import MatterFilter, MatterRow, Sort, Waiting
from station_desk.casework.context import Desk
from station_desk.casework.intake import Answer, Keep, Refuse
from station_desk.domain.declare import RecordId
from tests.builders import (
    a_clerk,
    a_deputy,
    a_desk,
    a_matter,
    a_suggestion,
    a_unit,
    a_visit,
    handed_over,
    take,
)  # fmt: skip


class Town:
    """Forty matters over ten days, many due on one day, some with no clock."""

    def __init__(self, folder: Path) -> None:
        self.desk = a_desk(folder)
        self.unit, self.other = a_unit(self.desk), a_unit(self.desk, "城管队")
        self.deputy = a_deputy(self.desk)
        self.handed: set[RecordId] = set()
        self.received: set[RecordId] = set()
        for n in range(20):
            route = (Keep(), Keep(), Answer("已答"), Refuse("court", "已诉讼"))[n % 4]
            began = datetime(2026, 5, 7, 9) + timedelta(n // 2)
            deputies = (self.deputy,) if n % 3 == 0 else ()
            texts = (a_matter(f"第{n}宗浸水", route), a_matter(f"第{n}宗停车", Keep(), place="老街"))
            saved = a_visit(self.desk, *texts, began=began, deputies=deputies)
            if deputies:
                self.received.update(m for m, _ in saved.matters)
            if n % 4 == 0:
                second = saved.matters[1][0]
                handed_over(self.desk, second, (self.unit, "lead"), on=date(2026, 5, 20))
                self.handed.add(second)
        self.suggestion = a_suggestion(self.desk, self.deputy)
        self.done = sorted(self.handed)[0]
        take(self.desk, self.done, "finish", date(2026, 5, 21))
        self.voided = sorted(self.handed)[1]
        issues.void(self.desk, a_clerk(), self.voided, "误登")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    made = Town(tmp_path_factory.mktemp("queries"))
    yield made
    made.desk.close()


def key(row: MatterRow) -> tuple[str, int]:
    return (row.due_on.isoformat() if row.due_on else "", row.rank)


def pages(desk: Desk, wanted: MatterFilter, size: int) -> list[MatterRow]:
    """All rows, page after page by the key of the last one seen."""
    out: list[MatterRow] = []
    while more := browse.page(desk, wanted, limit=size, after=key(out[-1]) if out else None):
        out += more
        assert len(out) < 500
    return out


def filters(town: Town) -> list[MatterFilter]:
    """One of every filter, and some together."""
    chosen = tuple(sorted(town.handed | town.received))[:7]
    return [
        MatterFilter(),
        MatterFilter(text="浸水"),
        MatterFilter(text="停车 老"),
        MatterFilter(text="车"),
        MatterFilter(tracks=("suggestion",)),
        MatterFilter(stages=("accepted", "told")),
        MatterFilter(open=True),
        MatterFilter(open=False),
        MatterFilter(station="HC"),
        MatterFilter(station="nowhere"),
        MatterFilter(unit=town.unit),
        MatterFilter(unit=town.other),
        MatterFilter(deputy=town.deputy),
        MatterFilter(due_from=date(2026, 5, 18)),
        MatterFilter(due_to=date(2026, 5, 19), open=True),
        MatterFilter(opened_from=date(2026, 5, 9), opened_to=date(2026, 5, 11)),
        MatterFilter(waiting=Waiting.TELL),
        MatterFilter(waiting=Waiting.VERDICT),
        MatterFilter(waiting=Waiting.CONSULT),
        MatterFilter(ids=chosen),
        MatterFilter(ids=(), open=True),
        MatterFilter(ids=chosen, text="停车"),
        MatterFilter(text="浸水", open=True, opened_from=date(2026, 5, 8)),
    ]


def test_pages_never_repeat_or_skip_and_counts_agree(town: Town) -> None:
    for plain, sort, size in product(filters(town), Sort, (1, 7, 50)):
        wanted = replace(plain, sort=sort)
        whole = list(browse.ranks(town.desk, wanted))
        rows = pages(town.desk, wanted, size)

        assert [row.rank for row in rows] == whole, wanted
        assert len(set(whole)) == len(whole)
        assert browse.count(town.desk, wanted) == len(whole), wanted
        assert browse.count(town.desk, wanted, at_most=3) == min(len(whole), 4)
        assert town.voided not in {row.id for row in rows}


def test_by_due_day_those_without_one_come_last_newest_first(town: Town) -> None:
    rows = pages(town.desk, MatterFilter(sort=Sort.DUE), 7)
    keys = [(r.due_on or date.max, -r.rank) for r in rows]

    assert keys == sorted(keys)
    assert rows[0].due_on is not None
    assert rows[-1].due_on is None
    assert len({r.due_on for r in rows}) < len(rows) / 2


def every(town: Town) -> list[MatterRow]:
    return pages(town.desk, MatterFilter(), 50)


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (MatterFilter(text="浸水"), lambda r: "浸水" in r.title),
        (MatterFilter(tracks=("suggestion",)), lambda r: r.track == "suggestion"),
        (MatterFilter(stages=("accepted", "told")), lambda r: r.stage in ("accepted", "told")),
        (MatterFilter(open=False), lambda r: r.closed_on is not None),
        (MatterFilter(due_from=date(2026, 5, 18)), lambda r: r.due_on and r.due_on >= date(2026, 5, 18)),
        (MatterFilter(due_to=date(2026, 5, 18)), lambda r: r.due_on and r.due_on <= date(2026, 5, 18)),
        (MatterFilter(opened_to=date(2026, 5, 8)), lambda r: r.opened_on <= date(2026, 5, 8)),
        (MatterFilter(waiting=Waiting.VERDICT), lambda r: r.stage == "told"),
    ],
)
def test_a_filter_keeps_what_it_names(
    town: Town, wanted: MatterFilter, fits: Callable[[MatterRow], bool]
) -> None:
    kept = [r for r in every(town) if fits(r)]

    assert kept
    assert {r.id for r in pages(town.desk, wanted, 50)} == {r.id for r in kept}


def test_a_unit_and_a_deputy_have_their_own(town: Town) -> None:
    unit = {r.id for r in pages(town.desk, MatterFilter(unit=town.unit), 50)}
    deputy = {r.id for r in pages(town.desk, MatterFilter(deputy=town.deputy), 50)}

    assert unit == town.handed - {town.voided}
    assert deputy == (town.received | {town.suggestion}) - {town.voided}


def test_todays_counts_open_the_lists_behind_them(town: Town) -> None:
    day = date(2026, 5, 19)
    counts = browse.today(town.desk, day)
    names = ("overdue", "soon", "tell", "consult", "")

    for name, number in zip(
        names, (counts.overdue, counts.soon, counts.tell, counts.consult, counts.open), strict=True
    ):
        assert len(pages(town.desk, browse.today_filter(name, day), 7)) == number
    assert counts.tell == 1
    assert counts.overdue > 0


def test_a_matter_is_found_by_its_numbers_and_its_id(town: Town) -> None:
    row = every(town)[5]

    assert browse.find(town.desk, f" {row.number} ") == row.id
    assert browse.find(town.desk, row.id.hex()) == row.id
    assert browse.find(town.desk, "没有这个号") is None
    assert browse.find(town.desk, "z" * 32) is None


def test_a_row_says_who_has_it_and_who_asked(town: Town) -> None:
    (row,) = [r for r in every(town) if r.id == sorted(town.handed)[2]]

    assert (row.holder, row.person, row.stage) == ("区市政管理所", "梁锦萍", "assigned")
    assert row.due_on is not None


def test_ranks_that_are_gone_are_left_out(town: Town) -> None:
    rows = every(town)

    assert browse.rows(town.desk, [rows[3].rank, 1, rows[1].rank]) == [rows[3], rows[1]]


def test_why_it_is_due_names_the_extension(town: Town) -> None:
    matter = sorted(town.handed)[3]
    take(town.desk, matter, "extend", date(2026, 5, 22), until=date(2026, 7, 1), text="管道需开挖")
    found = browse.detail(town.desk, matter)
    assert found is not None
    why = browse.why_due(found)

    assert found.row.due_on == date(2026, 7, 1)
    assert why is not None
    assert why.due.day == date(2026, 7, 1)
    assert why.extension is not None
    assert (why.extension.by, why.extension.reason) == ("李敏", "管道需开挖")
