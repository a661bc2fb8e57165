"""How far what is written may go: whatever a desk keeps, every other desk's reader takes."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

FIRST_YEAR, LAST_YEAR = 1000, 9000
"""Years of days in a package. Beyond these, reckoning a deadline would leave the calendar."""
FIRST_TYPED, LAST_TYPED = 1900, 2199
"""Years of days that people enter: what lies outside is a slip, such as 0226 for 2026."""
MAX_COUNT = 1 << 53
"""No honest number comes near: sequence, Lamport and package numbers beyond it are forged."""
MAX_TYPED = 9_999_999
"""The greatest number that people enter, of people or votes: a telephone or ID number typed into the wrong
box is longer."""
MAX_NAME = 200
"""Characters of an office's or a person's name, and of a code."""
MAX_REASON = 4_000
"""Characters of the reason given for a piece of work."""
MAX_CHANGE = 1 << 20
"""Bytes of one change."""
MAX_LINE = 64 << 20
"""Bytes of a commit with its changes: a line of a package, and a member of it."""
FULL = 16 << 20
"""Bytes of changes after which bulk work closes a commit: well below what a line may hold."""
MAX_CHANGES = 200_000
"""Changes in one package, and so in one commit."""

_CODE = re.compile(r"[^\W_](?:[\w-]{0,18}[^\W_])?")
_UNSEEN = ("Cc", "Cs")  # control characters, and halves of pairs


def is_day(day: date) -> bool:
    """Whether a day may stand in a package."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def is_typed_day(day: date) -> bool:
    """Whether a day is one that somebody may mean."""
    return FIRST_TYPED <= day.year <= LAST_TYPED


def is_name(text: str) -> bool:
    """Whether a code or name is one that a desk would write."""
    return 0 < len(text) <= MAX_NAME and all(mark >= " " for mark in text)


def is_code(text: str) -> bool:
    """Whether a new office may have that code, which stands in the names of its files too."""
    return _CODE.fullmatch(text) is not None


def tidied(text: str) -> str:
    """A name or code as it is kept: line ends, tabs and rows of spaces, which come along when one pastes, as
    single spaces; without characters that nobody sees."""
    return " ".join(spoken(text).split())


def spoken(text: str) -> str:
    """A text of several lines without characters that nobody sees, which no file can keep."""
    return "".join(mark for mark in text if mark.isspace() or unicodedata.category(mark) not in _UNSEEN)
