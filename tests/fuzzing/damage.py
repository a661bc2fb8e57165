"""Ways to damage or forge a package, each a function of chance: what comes out is one file."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import zstandard

from tests.exchange import post
from tests.exchange.post import Wild

Damage = Callable[[Random, Path, Path, Path], None]
"""(chance, a good package, another good one, where to write)."""

_DEEP = 60
_TEXTS = ("", "\x00", "𠮷" * 40, "../../x", "a" * 5_000, "NaN", "1e999", "é", "<script>")
_NUMBERS = (-1, 0, 1, 2**31, 2**53, 2**63, 2**64 + 1)


def flips(chance: Random, good: Path, _other: Path, to: Path) -> None:
    """Some bits turned anywhere."""
    data = bytearray(good.read_bytes())
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    to.write_bytes(bytes(data))


def cuts(chance: Random, good: Path, _other: Path, to: Path) -> None:
    """Cut short, or a piece taken out of the middle."""
    data = good.read_bytes()
    at = chance.randrange(len(data))
    if chance.random() < 0.5:
        to.write_bytes(data[:at])
    else:
        to.write_bytes(data[:at] + data[min(len(data), at + chance.randrange(1, 400)) :])


def splices(chance: Random, good: Path, other: Path, to: Path) -> None:
    """The head of one and the tail of another, or a piece written twice."""
    one, two = good.read_bytes(), other.read_bytes()
    at = chance.randrange(len(one))
    if chance.random() < 0.5:
        to.write_bytes(one[:at] + two[min(at, len(two)) :])
    else:
        piece = one[at : at + chance.randrange(1, 2_000)]
        to.write_bytes(one[:at] + piece + one[at:])


def noise(chance: Random, good: Path, _other: Path, to: Path) -> None:
    """No package at all, or one with something before or behind it."""
    dirt = chance.randbytes(chance.choice((1, 22, 300, 4_000)))
    data = good.read_bytes()
    to.write_bytes(chance.choice((dirt, dirt + data, data + dirt, b"", b"PK\x05\x06" + bytes(18))))


def swapped(chance: Random, good: Path, other: Path, to: Path) -> None:
    """Members of two packages mixed, left out, doubled or renamed, under one's own good manifest."""
    said: Wild = msgspec.json.decode(post.members(good)[0][1])
    mine, theirs = post.members(good)[2:], post.members(other)[2:]
    rest = list(mine)
    match chance.randrange(5):
        case 0:
            rest = list(theirs)
        case 1:
            rest = [*mine, *theirs]
        case 2:
            rest = rest[:-1]
        case 3:
            rest = [
                (chance.choice(("../x", "commits-0002.jsonl.zst", "x" * 300, "blobs/00")), d) for _, d in mine
            ]
        case _:
            rest = rest * 2
    post.put(good, to, said, rest)


def bombs(chance: Random, good: Path, _other: Path, to: Path) -> None:
    """A member that unpacks to far more than it says, or says far more than it is."""
    said: Wild = msgspec.json.decode(post.members(good)[0][1])
    size = chance.choice((1 << 20, 8 << 20, 64 << 20))
    packed = zstandard.ZstdCompressor(level=1).compress(bytes(size))
    note = {
        "name": "commits-0001.jsonl.zst",
        "length": len(packed),
        "unpacked": chance.choice((size, 10, size * 100, 2**60)),
        "sha256": sha256(packed).hexdigest(),
    }
    said["members"] = [note] * chance.choice((1, 1, 3))
    post.put(good, to, said, [("commits-0001.jsonl.zst", packed)])


def _nested(chance: Random) -> bytes:
    deep = chance.choice((9, _DEEP, 20_000))
    return b'{"a":' * deep + b"1" + b"}" * deep


def deep(chance: Random, good: Path, _other: Path, to: Path) -> None:
    """JSON far deeper than anything honest, as a line of its own or in place of the manifest."""
    if chance.random() < 0.5:
        post.repacked(good, to, [_nested(chance)], counted=(1, 1, 0))
        return
    data = good.read_bytes()
    manifest = post.members(good)[0][1]
    raw = _nested(chance)
    # The layout is kept, so that the depth is what is met and not a wrong length.
    changed = data.replace(manifest, raw, 1)
    changed = changed.replace(struct.pack("<I", zlib.crc32(manifest)), struct.pack("<I", zlib.crc32(raw)))
    to.write_bytes(changed.replace(struct.pack("<I", len(manifest)), struct.pack("<I", len(raw))))


def _odd(chance: Random) -> object:
    return chance.choice(
        (None, True, chance.choice(_NUMBERS), chance.choice(_TEXTS), [], {}, [["x"]], {"a": {"b": 1}}, 0.5)
    )


def manifests(chance: Random, good: Path, _other: Path, to: Path) -> None:
    """A well-signed manifest with a value that makes no sense."""
    said: Wild = msgspec.json.decode(post.members(good)[0][1])
    name = chance.choice(list(said))
    held = said[name]
    if isinstance(held, dict) and held and chance.random() < 0.7:
        held[chance.choice(list(held))] = _odd(chance)
    elif chance.random() < 0.1:
        del said[name]
    else:
        said[name] = _odd(chance)
    try:
        post.put(good, to, said, post.members(good)[2:])
    except (msgspec.EncodeError, OverflowError):
        to.write_bytes(b"")


def nonsense(chance: Random, good: Path, _other: Path, to: Path) -> None:
    """Well-signed commits that say what no desk would: odd values, wrong chains, doubled keys."""
    told = post.lines(good)
    at = chance.randrange(len(told))
    key = post.key_beside(good)

    def header(said: Wild) -> None:
        if chance.random() < 0.5:
            said[chance.choice(list(said))] = _odd(chance)

    def change(said: Wild) -> None:
        if chance.random() < 0.6 and isinstance(said, dict):
            part = chance.choice(list(said))
            held = said[part]
            if isinstance(held, dict) and held and chance.random() < 0.8:
                held[chance.choice([*held, "unheard_of"])] = _odd(chance)
            else:
                said[part] = _odd(chance)

    def raw(data: bytes) -> bytes:
        if chance.random() < 0.15:
            return data.replace(b'{"', b'{"t":"issue","', 1)  # a key written twice
        return data if chance.random() < 0.8 else data + b" "

    try:
        told[at] = post.rewritten(told[at], key, header=header, change=change, raw_change=raw)
    except (msgspec.EncodeError, OverflowError, TypeError, ValueError):
        told[at] = chance.randbytes(200).replace(b"\n", b"")
    if chance.random() < 0.2:
        chance.shuffle(told)
    try:
        post.repacked(good, to, told, counted=None if chance.random() < 0.7 else (len(told), 1, 0))
    except (msgspec.DecodeError, TypeError, KeyError, RecursionError, UnicodeDecodeError):
        post.repacked(good, to, told, counted=(len(told), 1, 0))


_WORD = {
    "missing": [3, 4], "left": ["ab" * 16], "entered": ["cd" * 16], "lacks": ["ef" * 32],
    "sums": {"issue": {"2026-05": "00" * 8}}, "differs": [["issue", "2026-05"]],
}  # fmt: skip


def _places(value: object, at: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """Where there is something inside a JSON value, however deep."""
    inside = value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())
    for key, found in inside:
        yield (*at, key)
        yield from _places(found, (*at, key))


def _alter(chance: Random, value: Wild) -> None:
    """One place in it altered; deep places as often as shallow ones."""
    every = list(_places(value))
    depth = chance.choice(sorted({len(place) for place in every}))
    *way, last = chance.choice([place for place in every if len(place) == depth])
    at: Any = value
    for key in way:
        at = at[key]
    old = at[last]
    match chance.randrange(5):
        case 0:
            del at[last]
        case 1 if isinstance(old, str) and old:
            cut = chance.randrange(len(old))
            mark = chance.choice("0aZ>一\x7f \u2028")
            at[last] = chance.choice((old[:cut] + mark + old[cut + 1 :], old.upper(), old * 2, old[:-1]))
        case 2 if isinstance(old, int):
            at[last] = old + chance.choice((-1_000_000, -1, 1, 1_000))
        case 3 if isinstance(at, list):
            at.append(old)
        case 3:
            at[f"x{last}"] = _odd(chance)
        case _:
            at[last] = _odd(chance)


def places(chance: Random, good: Path, _other: Path, to: Path) -> None:
    """Well signed, with one place altered, however deep: in a manifest that says all it can, in a header or
    in a change."""
    said: Wild = msgspec.json.decode(post.members(good)[0][1])
    told, key = post.lines(good), post.key_beside(good)
    at, which = chance.randrange(len(told)), chance.randrange(3)

    def header(found: Wild) -> None:
        if which == 1:
            _alter(chance, found)

    def change(found: Wild) -> None:
        if which == 2:
            _alter(chance, found)

    try:
        if which == 0:
            said |= {"word": dict(_WORD), "branches": {"12" * 16: [[3, "34" * 32]]}, "took": "56" * 32}
            said = msgspec.json.decode(msgspec.json.encode(said))
            _alter(chance, said)
            post.put(good, to, said, post.members(good)[2:])
        else:
            told[at] = post.rewritten(told[at], key, header=header, change=change)
            post.repacked(good, to, told)
    except (msgspec.EncodeError, OverflowError, TypeError, ValueError, KeyError):
        to.write_bytes(b"")


def orders(chance: Random, good: Path, _other: Path, to: Path) -> None:
    """Entries left out, doubled or in another order, under a manifest that counts them."""
    told = post.lines(good)
    at = chance.randrange(len(told) - 1)
    match chance.randrange(3):
        case 0:
            del told[at]
        case 1:
            told.insert(chance.randrange(len(told)), told[at])
        case _:
            told.reverse()
    post.repacked(good, to, told)


WAYS: Mapping[str, Damage] = {
    "flips": flips,
    "cuts": cuts,
    "splices": splices,
    "noise": noise,
    "swapped": swapped,
    "bombs": bombs,
    "deep": deep,
    "manifests": manifests,
    "nonsense": nonsense,
    "places": places,
    "orders": orders,
}
