"""What the page says of single values: limits, digits, names, canonical JSON, digests and signatures."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

MIB = 1 << 20
MAX_FILE, MAX_MEMBER, MAX_UNPACKED, MAX_MEMBERS = 2048 * MIB, 64 * MIB, 1024 * MIB, 10_000
MAX_MANIFEST, MAX_SIGNATURE, MAX_CHANGES, MAX_CHANGE = 4 * MIB, 4096, 200_000, MIB
MAX_COMMITS = 200_000
MAX_SEQ, MAX_N, MAX_TIME, MAX_DEPTH, RATIO = 1 << 53, 1_000_000, 1 << 36, 8, 200
ZERO = "0" * 64
HEX16, HEX32, HEX64, HEX128 = (re.compile(f"[0-9a-f]{{{n}}}") for n in (16, 32, 64, 128))

Json = dict[str, Any]
"""A JSON object."""


class Refused(Exception):
    """The file is not a package that the format page allows."""


class Newer(Refused):
    """It may be one to a newer program."""


def need(truth: object, why: str) -> None:
    """Refused where it is not true."""
    if not truth:
        raise Refused(why)


def written(value: object, pattern: re.Pattern[str], what: str) -> None:
    need(isinstance(value, str) and pattern.fullmatch(value), f"{what}: not {pattern.pattern}")


def whole(value: object, low: int, high: int, what: str) -> None:
    fits = type(value) is int and low <= value <= high
    need(fits, f"{what}: not a whole number of {low} to {high}")


def named(value: object, what: str) -> None:
    fits = isinstance(value, str) and 1 <= len(value) <= 200
    need(fits and all(ord(c) >= 32 for c in str(value)), f"{what}: not a name")


def pair(value: object, what: str) -> None:
    """A commit's number and hash."""
    need(isinstance(value, list) and len(value) == 2, what)
    if isinstance(value, list):
        whole(value[0], 1, MAX_SEQ, what)
        written(value[1], HEX64, what)


def compact(value: object) -> bytes:
    """The one way to write it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def canonical(data: bytes, what: str) -> Any:
    """The value of canonical JSON; anything that would be written otherwise is refused."""

    def pairs(items: Iterable[tuple[str, object]]) -> Json:
        items = list(items)
        out = dict(items)
        need(len(out) == len(items), f"{what}: a key twice")
        return out

    def no(text: str) -> NoReturn:
        raise Refused(f"{what}: the number {text}")

    try:
        value = json.loads(data.decode(), object_pairs_hook=pairs, parse_float=no, parse_constant=no)
        again = compact(value)
    except (ValueError, RecursionError) as fault:
        raise Refused(f"{what}: {fault}") from None
    need(again == data, f"{what}: not canonical JSON")
    need(_depth(value) <= MAX_DEPTH, f"{what}: nested too deep")
    return value


def _depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    return 1 + max(map(_depth, value), default=0) if isinstance(value, list) else 0


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def signed(key: str, signature: bytes, data: bytes) -> bool:
    """Whether it is a plain Ed25519 signature by that key."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True
