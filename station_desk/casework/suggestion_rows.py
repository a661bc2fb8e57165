"""Rows of the list of suggestions and motions: who owes what, marks, and how the round of verdicts stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework import browse, verdicts
from station_desk.casework.browse import MatterRow
from station_desk.casework.context import Desk
from station_desk.store import marks
from station_desk.store.detail import load_matter
from station_desk.store.marks import Marks

__all__ = ["Marks", "SuggestionRow", "rows"]

_ASKED = frozenset({"replied", "unhappy", "to_meet", "second"})


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A row with the units that still owe something; while deputies are asked, `returned` of `asked`."""

    row: MatterRow
    units: tuple[str, ...]
    marks: Marks
    returned: int
    asked: int


_NONE = Marks(False, 0, 0, False, "", "")


def rows(desk: Desk, wanted: Sequence[int], day: date) -> list[SuggestionRow]:
    """The rows of those ranks in that order; `day` tells which promises are overdue."""
    held = browse.held_rows(desk, wanted)
    with desk.reading() as connection:
        found = marks.marks_by_rank(connection, wanted, day)
        out = []
        for item in held:
            returned = asked = 0
            if item.row.track == "suggestion" and item.row.stage in _ASKED:
                detail = load_matter(connection, item.row.id, desk.find_profile)
                if detail is not None:
                    now = verdicts.round_now(detail)
                    asked, returned = len(now.asked), len(now.asked) - len(now.waiting)
            out.append(SuggestionRow(item.row, item.units, found.get(item.row.rank, _NONE), returned, asked))
    return out
