"""Earlier matters that say much the same, found by a text's rarest pairs of characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from sqlalchemy.engine import Connection

from station_desk.store import search
from station_desk.store.queries import MatterRow, rows_by_rank
from station_desk.store.sqlio import bare, rows_for, rows_of

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
            cursor = bare(connection)
            for gram in unknown:
                cursor.execute("SELECT doc FROM temp.ft_words WHERE term = ?", (gram,))
                found = cursor.fetchone()
                self.counts[gram] = int(found[0]) if found is not None else _UNSEEN
        known = [gram for gram in grams if self.counts[gram] > 0 and search.GAP not in gram]
        return nsmallest(RAREST, known, key=self.counts.__getitem__)


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
    sql = "SELECT rowid FROM ft WHERE ft MATCH ? ORDER BY bm25(ft) LIMIT ?"
    found = [row[0] for row in rows_of(connection, sql, (expression, limit * 3))]
    # The few words that decide are read first; whole rows only of what is shown.
    sql = "SELECT n, title, place FROM matter WHERE n IN {keys} AND void IS NULL"
    words = {row[0]: row[1:] for row in rows_for(connection, sql, [n for n in found if n not in exclude])}
    kept: dict[int, tuple[str, ...]] = {}
    for n in found:
        if n in words and (shared := _runs(whole, search.joined(words[n]))):
            kept[n] = tuple(shared[:3])
            if len(kept) == limit:
                break
    return [Similar(row, kept[row.rank]) for row in rows_by_rank(connection, kept)]


def _runs(ours: str, theirs: str) -> list[str]:
    """The longest words (two characters and more) that both texts hold, longest first."""
    found: list[str] = []
    start = 0
    while start < len(theirs) - 1:
        if theirs[start : start + 2] not in ours:
            start += 1
            continue
        length = 2
        while start + length < len(theirs) and theirs[start : start + length + 1] in ours:
            length += 1
        if search.GAP not in theirs[start : start + length]:
            found.append(theirs[start : start + length])
            start += length
        else:
            start += 1
    return sorted(dict.fromkeys(found), key=len, reverse=True)
