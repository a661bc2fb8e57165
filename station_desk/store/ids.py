"""Keys made by the writer: time-ordered, and provably the creator's own."""

from __future__ import annotations

from hashlib import sha256

from station_desk.domain.declare import RecordId

TICKS = 64
"""Ticks of a key's time in a millisecond: 48 bits of them last until 2109."""


def new_id(ticks: int, replica: bytes, nonce: bytes) -> RecordId:
    """A record's key: 6 bytes of wall time in 1/64 ms, then 10 bytes of SHA-256(replica, nonce).

    Records of one piece of work take successive ticks, so that keys keep the order they were written in.

    Nobody else can claim the creation: the nonce stands in the creating change, which the replica signs.
    """
    return RecordId(ticks.to_bytes(6, "big") + sha256(replica + nonce).digest()[:10])


def made_by(record: bytes, replica: bytes, nonce: bytes) -> bool:
    """True when `replica` created `record` in the change that carries `nonce`."""
    return record[6:] == sha256(replica + nonce).digest()[:10]
