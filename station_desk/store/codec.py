"""The log's bytes: a commit's header and its changes as canonical JSON, hashed and never re-encoded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

import msgspec

from station_desk.domain import declare
from station_desk.domain.declare import Record, Wire
from station_desk.domain.fold import ChangeView
from station_desk.domain.limits import MAX_COUNT
from station_desk.errors import UserError
from station_desk.i18n import translate

FORMAT = 1
"""Major format of commits and changes; a newer major waits for a newer program."""

MAX_LAMPORT = MAX_COUNT
"""Where a Lamport number stands still: whoever wrote it that high, everybody can go on writing."""

MAX_DEPTH = 8


class Change(msgspec.Struct, omit_defaults=True):
    """One change to one record: `t` type, `r` record (hex), `n` nonce (hex), `f` fields, `p` replaced
    changes by field (hex digests)."""

    t: str
    r: str
    n: str
    f: dict[str, Wire]
    p: dict[str, list[str]] = {}


class Header(msgspec.Struct, omit_defaults=True):
    """A commit without its changes. `prev` is the hash of the replica's previous commit (64 zeros first),
    `time` whole seconds UTC, `changes` the SHA-256 of each change's bytes in order."""

    v: int
    site: str
    role: str
    replica: str
    seq: int
    prev: str
    time: int
    lamport: int
    actor: str
    verb: str
    changes: list[str]
    reason: str = ""
    undoes: str = ""


class _TypeOnly(msgspec.Struct):
    t: str


class _MadeOnly(msgspec.Struct):
    r: str
    n: str


_encoder = msgspec.json.Encoder()
_change_decoder = msgspec.json.Decoder(Change)
_type_decoder = msgspec.json.Decoder(_TypeOnly)
_made_decoder = msgspec.json.Decoder(_MadeOnly)
_header_decoder = msgspec.json.Decoder(Header)


DECODE_ERRORS = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What the decoders raise on bytes that are not as declared."""


class NotCanonical(UserError):
    """Bytes that are not the one form this format allows: refused, since their hash could be ambiguous."""


def after(lamport: int) -> int:
    """The Lamport number of a commit written when `lamport` was the largest seen."""
    return min(lamport + 1, MAX_LAMPORT)


def digest(data: bytes) -> bytes:
    """SHA-256 of the bytes as they stand."""
    return sha256(data).digest()


def encode(value: Change | Header) -> bytes:
    """Canonical JSON bytes."""
    return _encoder.encode(value)


def read_change(body: bytes) -> Change:
    """A change from bytes already accepted into the log."""
    return _change_decoder.decode(body)


def read_type(body: bytes) -> str:
    """The record type of a change already accepted into the log, without reading the rest."""
    return _type_decoder.decode(body).t


def read_made(body: bytes) -> tuple[bytes, bytes]:
    """The record and the nonce of a change already accepted into the log, without reading the rest."""
    found = _made_decoder.decode(body)
    return bytes.fromhex(found.r), bytes.fromhex(found.n)


def view_of(change: Change, body: bytes, lamport: int, site: str, made: int) -> ChangeView:
    """A change, read from those bytes, as the fold sees it."""
    p = change.p
    replaces: Mapping[str, Sequence[bytes]] = (
        {name: [bytes.fromhex(r) for r in refs] for name, refs in p.items()} if p else {}
    )
    return ChangeView(digest(body), lamport, site, bool(made), change.f, replaces)


def read_header(data: bytes) -> Header:
    """A header from bytes already accepted into the log."""
    return _header_decoder.decode(data)


def read_canonical(body: bytes) -> Change:
    """A change from bytes not yet trusted. NotCanonical as `check_canonical`; one of DECODE_ERRORS where
    the bytes are canonical, but no change."""
    try:
        change = _change_decoder.decode(body)
        if _encoder.encode(change) == body:
            # What the encoder gives back byte by byte is canonical, and a change cannot nest too deep.
            return change
    except (*DECODE_ERRORS, OverflowError):
        pass
    check_canonical(body, deep=2)  # in the list of its commit's line
    return _change_decoder.decode(body)


def check_canonical(data: bytes, deep: int = 0) -> None:
    """Refuse bytes that JSON readers could take in two ways: duplicate keys, odd spacing or escapes,
    numbers that are not whole, nesting beyond 8 with the levels (`deep`) in which they stand. Raises
    NotCanonical."""
    try:
        value = msgspec.json.decode(data)
        same = _encoder.encode(value) == data
        fits = same and _depth(value, deep) <= MAX_DEPTH
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        fits = False
    if not fits:
        raise NotCanonical(
            translate(
                "codec", "A record in the file is not written as the format asks. Ask for the file again."
            )
        )


def _depth(value: object, level: int) -> int:
    if isinstance(value, float):
        return MAX_DEPTH + 1
    if isinstance(value, dict):
        return max((_depth(item, level + 1) for item in value.values()), default=level + 1)
    if isinstance(value, list):
        return max((_depth(item, level + 1) for item in value), default=level + 1)
    return level


def fields_to_wire(record: Record) -> dict[str, Wire]:
    """The filled fields of a record as wire values, in order of declaration."""
    out: dict[str, Wire] = {}
    for name in declare.fields_of(type(record)):
        value = getattr(record, name)
        if value is not None:
            out[name] = value if isinstance(value, str) else declare.to_wire(value)
    return out
