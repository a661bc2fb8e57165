"""The number on a unit's reply sheet: short, typed again without loss, and telling a slip by itself."""

from __future__ import annotations

import unicodedata
from hashlib import sha256

from station_desk.errors import UserError
from station_desk.i18n import translate

# No I, L, O, U: what is read aloud or copied by hand must not become another number.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUE = {letter: at for at, letter in enumerate(_LETTERS)} | {"O": 0, "I": 1, "L": 1}
_SIZE, _CHECKED = 10, 2
_PRIME = 1021
"""The largest prime below 32²: one wrong character, or two neighbours swapped, never leave the rest alike."""


def number_of(assignment: bytes) -> str:
    """The number of an assignment, `7KQ4-9XMD-R2TF`: 50 bits of its id's SHA-256 and two check characters."""
    value = int.from_bytes(sha256(assignment).digest()[:7], "big") >> 6
    return _grouped(_letters(value, _SIZE) + _letters(value % _PRIME, _CHECKED))


def read(text: str) -> str:
    """The number as printed, whatever dashes, spaces, case and width it was typed in.

    UserError where it is no such number, or its check characters say that it was altered.
    """
    plain = [c for c in unicodedata.normalize("NFKC", text).upper() if c.isalnum()]
    if len(plain) != _SIZE + _CHECKED or any(c not in _VALUE for c in plain):
        raise UserError(
            translate(
                "reply sheet",
                "“{number}” is no return number. It has twelve letters and digits, such as 7KQ4-9XMD-R2TF.",
                number=text.strip()[:40],
            )
        )
    value = check = 0
    for at, letter in enumerate(plain):
        if at < _SIZE:
            value = value * 32 + _VALUE[letter]
        else:
            check = check * 32 + _VALUE[letter]
    if value % _PRIME != check:
        raise UserError(
            translate(
                "reply sheet",
                "The return number “{number}” was altered or mistyped: its check characters do not fit. "
                "Compare it with the sheet that was sent.",
                number=text.strip()[:40],
            )
        )
    return _grouped(_letters(value, _SIZE) + _letters(check, _CHECKED))


def _letters(value: int, size: int) -> str:
    out = ""
    for _ in range(size):
        value, rest = divmod(value, 32)
        out = _LETTERS[rest] + out
    return out


def _grouped(text: str) -> str:
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))
