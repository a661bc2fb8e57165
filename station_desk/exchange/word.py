"""What a package's manifest says beside its commits: what left, what came back, what is lacking, the sums."""

from __future__ import annotations

import re

import msgspec

MAX_MATTERS = 40_000
"""Matters named as left or come back in one package at most; the others are named in the next."""

MAX_OTHERS = 16
MAX_ASKED = 2_000
MAX_SUMS = 20_000

_MATTER = re.compile(r"[0-9a-f]{32}")
_HASH = re.compile(r"[0-9a-f]{64}")
_SUM = re.compile(r"[0-9a-f]{16}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_TYPE = re.compile(r"[a-z_]{1,40}")
_MOST = 1_000_000


class Word(msgspec.Struct, omit_defaults=True):
    """Beside the receipt. `alone`: 0 in a package; n-th receipt sent alone since the package numbered.

    `others`: of a recipient with several installations, the manifest hash of the package last taken whole
    from each but the latest, of which the manifest's `took` says it. `missing`: numbers of the recipient's
    packages that never came. `left` and `entered`: matters (hex) that are no longer within the recipient's
    scope, and that are again, until it confirms having heard. `sums`: {type: {month: sum}} over the changes
    held, told to the office above. `differs`: [type, month] of which the recipient told another sum, to be
    sent again. `lacks`: attached files (SHA-256) not here yet.
    """

    alone: int = 0
    others: list[str] = []
    missing: list[int] = []
    left: list[str] = []
    entered: list[str] = []
    sums: dict[str, dict[str, str]] = {}
    differs: list[tuple[str, str]] = []
    lacks: list[str] = []


def is_sound(word: Word) -> bool:
    """Whether every number and name in it is one that this program could itself have written."""
    return (
        0 <= word.alone <= _MOST
        and len(word.others) <= MAX_OTHERS
        and all(map(_HASH.fullmatch, word.others))
        and len(word.missing) <= MAX_ASKED
        and all(0 < number <= _MOST for number in word.missing)
        and max(len(word.left), len(word.entered)) <= MAX_MATTERS
        and all(_MATTER.fullmatch(matter) for matter in (*word.left, *word.entered))
        and len(word.lacks) <= MAX_ASKED
        and all(map(_HASH.fullmatch, word.lacks))
        and len(word.differs) <= MAX_SUMS
        and all(_TYPE.fullmatch(kind) and _MONTH.fullmatch(month) for kind, month in word.differs)
        and sum(map(len, word.sums.values())) <= MAX_SUMS
        and all(
            _TYPE.fullmatch(kind)
            and all(_MONTH.fullmatch(m) and _SUM.fullmatch(s) for m, s in months.items())
            for kind, months in word.sums.items()
        )
    )
