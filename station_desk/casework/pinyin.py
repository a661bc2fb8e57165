"""Names found by their pinyin initials: `zsf` finds 张淑芬."""

from __future__ import annotations

from functools import cache
from itertools import product


@cache
def initials_of(character: str) -> tuple[str, ...]:
    """The possible initials of one character (several readings: several letters); itself if not Chinese."""
    from pypinyin import Style, pinyin  # 230 CPU ms to import: only when someone types initials

    found = pinyin(character, style=Style.FIRST_LETTER, heteronym=True, errors="default")
    return tuple(dict.fromkeys(letter[:1].lower() for letter in found[0] if letter))


def begins_with(name: str, typed: str) -> bool:
    """True where the initials of `name`, in any reading, begin with `typed` (lower case letters)."""
    if len(typed) > len(name):
        return False
    letters = [initials_of(character) for character in name[: len(typed)]]
    return any("".join(choice) == typed for choice in product(*letters))
