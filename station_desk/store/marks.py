"""What is notable of suggestions and motions in a list: supervision, promises, the group they stand for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.engine import Connection

from station_desk.store.sqlio import rows_for


@dataclass(frozen=True, slots=True)
class Marks:
    """`promises` nobody has judged yet, `late` of them past their day; `group` in whose name it stands."""

    supervised: bool
    promises: int
    late: int
    looked_back: bool
    group: str
    level: str


_MARKS = (
    "SELECT m.n, EXISTS (SELECT 1 FROM supervision v WHERE v.matter = m.id AND v.void IS NULL),"
    " (SELECT json_group_array(p.by) FROM promise p WHERE p.matter = m.id AND p.state IS NULL"
    " AND p.void IS NULL),"
    " EXISTS (SELECT 1 FROM step b WHERE b.matter = m.id AND b.verb = 'look_back' AND b.void IS NULL),"
    ' COALESCE(s."group", o."group"), COALESCE(s.level, o.level)'
    " FROM matter m LEFT JOIN suggestion s ON s.id = m.id LEFT JOIN motion o ON o.id = m.id"
    " WHERE m.n IN {keys}"
)


def marks_by_rank(connection: Connection, wanted: Iterable[int], day: date) -> dict[int, Marks]:
    """The marks of each matter as of `day`."""
    found: dict[int, Marks] = {}
    for rank, supervised, by, back, group, level in rows_for(connection, _MARKS, wanted):
        days = json.loads(by)
        late = sum(1 for one in days if one and one < day.isoformat())
        found[rank] = Marks(bool(supervised), len(days), late, bool(back), group or "", level or "")
    return found
