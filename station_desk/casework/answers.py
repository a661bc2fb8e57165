"""Good answers kept to be given again, offered where the category or the words of a matter fit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Answer
from station_desk.store import directory

__all__ = ["ReadyAnswer", "fitting", "kept"]

_SPLIT = re.compile(r"[\s,，、;；]+")


@dataclass(frozen=True, slots=True)
class ReadyAnswer:
    """An answer on offer, and which of its keywords the matter's words hold."""

    id: RecordId
    answer: Answer
    words: tuple[str, ...]


def kept(desk: Desk) -> list[tuple[RecordId, Answer]]:
    """Every answer kept, those no longer offered too, by category and title."""
    with desk.reading() as connection:
        return directory.ready_answers(connection)


def fitting(desk: Desk, category: str, text: str, *, limit: int = 8) -> list[ReadyAnswer]:
    """The answers that fit best: by keywords found in `text`, then by category; the others after them."""
    with desk.reading() as connection:
        known = [(i, a) for i, a in directory.ready_answers(connection) if not a.hidden]
    ranked = []
    for record, answer in known:
        words = tuple(w for w in _SPLIT.split(answer.keywords or "") if w and w in text)
        same = bool(category) and answer.category == category
        ranked.append((-len(words), not same, answer.title or "", ReadyAnswer(record, answer, words)))
    ranked.sort(key=lambda item: item[:3])
    return [item[3] for item in ranked[:limit]]
