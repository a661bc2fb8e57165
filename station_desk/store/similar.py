"""Earlier matters that say much the same, found by a text's rarest pairs of characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy.engine import Connection

from station_desk.store import search
from station_desk.store.queries import MatterRow, rows_by_rank
from station_desk.store.sqlio import rows_for

RAREST = 8
_LONGEST = 400
_UNSEEN = 0


@dataclass(slots=True)
class Vocabulary:
    """How many matters hold each pair of characters, looked up once a pair and kept for the session."""

    counts: dict[str, int] = field(default_factory=dict)

    def rarest(self, connection: Connection, text: str) -> list[str]:
        """The pairs of `text` that occur in the fewest matters, at least one; rarest first."""
        grams = list(dict.fromkeys(search.bigrams(text[:_LONGEST]).split()))
        unknown = [gram for gram in grams if gram not in self.counts]
        if unknown:
            connection.exec_driver_sql(
                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.ft_words USING fts5vocab(main, ft, row)"
            )
            for gram in unknown:
                found = connection.exec_driver_sql(
                    "SELECT doc FROM temp.ft_words WHERE term = ?", (gram,)
                ).scalar()
                self.counts[gram] = int(found or _UNSEEN)
        known = [gram for gram in grams if self.counts[gram] > 0 and search.GAP not in gram]
        known.sort(key=lambda gram: self.counts[gram])
        return known[:RAREST]


@dataclass(frozen=True, slots=True)
class Similar:
    """An earlier matter and the words it shares with the text."""

    row: MatterRow
    shared: tuple[str, ...]


def find(
    connection: Connection, vocabulary: Vocabulary, text: str, *, limit: int = 5, exclude: Sequence[int] = ()
) -> list[Similar]:
    """Matters most like `text`, best first; those sharing fewer than two of its rarest pairs are left out."""
    whole = search.normalise(text)
    grams = vocabulary.rarest(connection, whole)
    if not grams:
        return []
    expression = " OR ".join(f'"{gram}"' for gram in grams)
    found = connection.exec_driver_sql(
        "SELECT rowid FROM ft WHERE ft MATCH ? ORDER BY bm25(ft) LIMIT ?", (expression, limit * 3)
    ).all()
    standing = rows_for(
        connection, "SELECT n FROM matter WHERE n IN {keys} AND void IS NULL", [row[0] for row in found]
    )
    kept = {row[0] for row in standing}.difference(exclude)
    rows = rows_by_rank(connection, [row[0] for row in found if row[0] in kept])
    out: list[Similar] = []
    for row in rows:
        theirs = search.joined([row.title, row.place])
        shared = _runs(whole, theirs)
        if shared:
            out.append(Similar(row, tuple(shared[:3])))
    return out[:limit]


def _runs(ours: str, theirs: str) -> list[str]:
    """The longest words (two characters and more) that both texts hold, longest first."""
    found: list[str] = []
    start = 0
    while start < len(theirs) - 1:
        length = 0
        while start + length < len(theirs) and theirs[start : start + length + 1] in ours:
            length += 1
        if length >= 2 and search.GAP not in theirs[start : start + length]:
            found.append(theirs[start : start + length])
            start += length
        else:
            start += 1
    return sorted(dict.fromkeys(found), key=len, reverse=True)
