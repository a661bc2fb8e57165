"""Full text: normalised text, one bigram tokenizer, and queries whose matches equal LIKE over that text."""

from __future__ import annotations

import re
import sys
import unicodedata
from array import array
from collections.abc import Iterable

GAP = "\ue000"
"""Stands between two fields, so that nothing matches across them; user text never holds it."""

_POINT = next(code for code in "IL" if array(code).itemsize == 4)
_UTF_32 = f"utf-32-{sys.byteorder[0]}e"

_BLANK = (0x7F, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x3000, 0xFEFF, 0x200B, 0x200C, 0x200D, 0x2060)
_DROP = dict.fromkeys([*range(0x21), *_BLANK, ord(GAP)])
# FTS5's ascii tokenizer splits at ASCII punctuation; its full-width twin is a letter to it.
_WIDE = {n: n + 0xFEE0 for n in range(0x21, 0x7F) if not chr(n).isalnum()}
_TABLE: dict[int, int | None] = {**_WIDE, **_DROP}
_JOINED: dict[int, int | None] = {**_TABLE, ord(GAP): ord(GAP)}
# Nearly all text is of these alone: characters that stay as they are, and ASCII, each changed by itself.
_UNUSUAL = re.compile("[^\\x00-\\x7f\u3000\u4e00-\u9fa5，。、；：？！（）《》“”‘’" + GAP + "]")
_CHANGES = re.compile("[\\x00-/:-@A-Z\\[-`{-\\x7f\u3000]+")


def _changed(found: re.Match[str]) -> str:
    return found[0].lower().translate(_TABLE)


def normalise(text: str) -> str:
    """Text as it is compared: compatibility forms folded, case folded, all white space left out."""
    if _UNUSUAL.search(text) is None:
        return _CHANGES.sub(_changed, text).replace(GAP, "")
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return text.casefold().translate(_TABLE)


def joined(parts: Iterable[str | None]) -> str:
    """The searched fields of one matter as one normalised text."""
    # Nothing composes across the gap, so that all parts are normalised in one go.
    whole = GAP.join([part.replace(GAP, "") for part in parts if part])
    if _UNUSUAL.search(whole) is None:
        return _CHANGES.sub(_changed, whole)
    if not whole.isascii():
        whole = unicodedata.normalize("NFKC", whole)
    return whole.casefold().translate(_JOINED)


def bigrams(text: str) -> str:
    """The index's tokens for a normalised text: every two neighbouring characters."""
    if len(text) < 2:
        return text
    # Three strides into one array of code points: no object a character, which was most of the indexing.
    points = array(_POINT, text.encode(_UTF_32, "surrogatepass"))
    out = array(_POINT, (0x20,)) * (3 * len(text) - 4)
    out[0::3] = points[:-1]
    out[1::3] = points[1:]
    return out.tobytes().decode(_UTF_32, "surrogatepass")


def characters(text: str) -> str:
    """The single characters a normalised text holds, for queries of one character."""
    return " ".join(set(text))


def terms(query: str) -> list[str]:
    """The normalised terms of what a person typed; all must occur."""
    found = [normalise(word) for word in query.replace("\u3000", " ").split()]
    return [word for word in found if word]


def match(words: Iterable[str]) -> tuple[str | None, str | None]:
    """MATCH expressions for the bigram and the character index; None where one is not needed.

    Terms are quoted, so nothing a person types is an operator.
    """
    phrases: list[str] = []
    singles: list[str] = []
    for word in words:
        if len(word) == 1:
            singles.append(f'"{word}"')
        else:
            phrases.append(f'"{bigrams(word)}"')
    return (" AND ".join(phrases) or None, " AND ".join(singles) or None)


def like(words: Iterable[str], text: str) -> bool:
    """The contract, said plainly: every term occurs in the normalised text."""
    return all(word in text for word in words)
