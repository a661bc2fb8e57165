"""A desk's fingerprint: eight groups of four to read out over the telephone, each with a mark of its own."""

from __future__ import annotations

from hashlib import sha256

from station_desk.errors import UserError
from station_desk.i18n import translate

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""What nobody mishears or misreads: neither 0 and O nor 1 and I."""

_GROUPS = 8


def fingerprint(site: str, replica: str, key: str) -> str:
    """The fingerprint of one installation (replica and public key in hex) that speaks for a site.

    120 bits of a hash over all three; the last letter of each group checks its other three.
    """
    told = "\n".join(["station-desk fingerprint", site, replica, key]).encode()
    value = int.from_bytes(sha256(told).digest()[:15])
    groups = []
    for place in range(_GROUPS):
        digits = [(value >> (5 * (3 * place + at))) & 31 for at in range(3)]
        groups.append("".join(LETTERS[digit] for digit in [*digits, _check(place, digits)]))
    return "-".join(groups)


def _check(place: int, digits: list[int]) -> int:
    # Odd factors, so that one letter misheard always shows; different ones, so that two swapped mostly do.
    return (place + sum(factor * digit for factor, digit in zip((3, 7, 11), digits, strict=True))) % 32


def read(text: str) -> str:
    """What a person typed, as `fingerprint` writes it. UserError says which group was misheard."""
    letters = [letter for letter in text.upper() if letter.isalnum()]
    if len(letters) != 4 * _GROUPS:
        raise UserError(
            translate(
                "fingerprints",
                "A fingerprint has 8 groups of 4 letters and digits; this one has {count} in all.",
                count=len(letters),
            )
        )
    groups = ["".join(letters[at : at + 4]) for at in range(0, len(letters), 4)]
    for place, group in enumerate(groups):
        digits = [LETTERS.find(letter) for letter in group]
        if -1 in digits or _check(place, digits[:3]) != digits[3]:
            raise UserError(
                translate(
                    "fingerprints",
                    "Group {number} ({group}) was misread. Have it read out once more.",
                    number=place + 1,
                    group=group,
                )
            )
    return "-".join(groups)
