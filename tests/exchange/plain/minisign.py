"""minisign's signature files, and the introductions and fingerprints that go with the keys."""

from __future__ import annotations

import base64
import hashlib

from tests.exchange.plain.values import (
    HEX32,
    HEX64,
    MAX_SIGNATURE,
    Json,
    Refused,
    canonical,
    need,
    signed,
    written,
)

_UNTRUSTED, _TRUSTED = "untrusted comment: ", "trusted comment: "
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_INTRODUCES = {"format", "site", "name", "role", "parent", "replica", "key", "age"}


def number_of(key: str) -> bytes:
    """The number by which minisign names a key."""
    return hashlib.blake2b(bytes.fromhex(key), digest_size=8).digest()


def check_minisign(text: bytes, message: bytes, key: str) -> str:
    """The trusted comment of a good signature."""
    need(len(text) <= MAX_SIGNATURE, "signature file too long")
    try:
        lines = text.decode().split("\n")
    except UnicodeError:
        raise Refused("signature is not UTF-8") from None
    need(len(lines) == 5 and lines[4] == "", "signature: not four lines")
    need(lines[0].startswith(_UNTRUSTED) and lines[2].startswith(_TRUSTED), "signature: comments")
    try:
        first, second = (base64.b64decode(lines[place], validate=True) for place in (1, 3))
    except ValueError:
        raise Refused("signature: Base64") from None
    need(len(first) == 74 and len(second) == 64 and first[:2] == b"ED", "signature: kind")
    need(first[2:10] == number_of(key), "signature: another key's number")
    comment = lines[2].removeprefix(_TRUSTED)
    need(signed(key, first[10:], hashlib.blake2b(message).digest()), "signature: bad")
    need(signed(key, second, first[10:] + comment.encode()), "signature: trusted comment")
    return comment


def read_key(data: bytes) -> Json:
    """The desk that a .lzk file introduces."""
    line, _, rest = data.partition(b"\n")
    desk = canonical(line, "key file")
    need(isinstance(desk, dict) and set(desk) >= _INTRODUCES, "key file: fields")
    need(desk["format"] == 1, "key file: format")
    written(desk["replica"], HEX32, "replica")
    written(desk["key"], HEX64, "key")
    check_minisign(rest, line, desk["key"])
    return dict(desk)


def fingerprint(site: str, replica: str, key: str) -> str:
    """What the people there read out by telephone."""
    lines = "\n".join(["station-desk fingerprint", site, replica, key])
    number = int.from_bytes(hashlib.sha256(lines.encode()).digest()[:15], "big")
    groups = []
    for group in range(8):
        a, b, c = (number >> 5 * (3 * group + place) & 31 for place in range(3))
        check = (group + 3 * a + 7 * b + 11 * c) % 32
        groups.append("".join(_LETTERS[letter] for letter in (a, b, c, check)))
    return "-".join(groups)
