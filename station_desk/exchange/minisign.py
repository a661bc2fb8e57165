"""Signatures in minisign's format (prehashed Ed25519): the `minisign` program verifies ours, and we its."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store.keys import signed

_PUBLIC = b"Ed"
_PREHASHED = b"ED"
_UNTRUSTED = "untrusted comment: "
_TRUSTED = "trusted comment: "
_MAX = 4096


@dataclass(frozen=True, slots=True)
class PublicKey:
    """An Ed25519 public key (32 bytes) with the number (8 bytes) by which minisign names it."""

    number: bytes
    key: bytes

    def text(self, comment: str) -> str:
        """The public key file that `minisign -p` reads."""
        body = base64.b64encode(_PUBLIC + self.number + self.key).decode()
        return f"{_UNTRUSTED}{_one_line(comment)}\n{body}\n"


def public(key: bytes) -> PublicKey:
    """The key's minisign form; its number is the key's own, so that nobody need keep it."""
    return PublicKey(blake2b(key, digest_size=8).digest(), key)


def read_public(text: str) -> PublicKey:
    """The key in a minisign public key file, or its one line alone. UserError where it is none."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith(_UNTRUSTED)]
    raw = _decoded(lines[0], 42) if len(lines) == 1 else None
    if raw is None or not raw.startswith(_PUBLIC):
        raise UserError(translate("minisign", "This is no public key of minisign. Ask for the .pub file."))
    return PublicKey(raw[2:10], raw[10:])


def sign(sign_bytes: Callable[[bytes], bytes], key: bytes, data: bytes, trusted: str) -> bytes:
    """The signature file over `data`: `sign_bytes` signs with the private key whose public one is `key`;
    `trusted` is a line that is signed with it."""
    trusted = _one_line(trusted)
    signature = sign_bytes(blake2b(data).digest())
    both = sign_bytes(signature + trusted.encode())
    head = base64.b64encode(_PREHASHED + public(key).number + signature).decode()
    lines = (
        f"{_UNTRUSTED}signature of a Station Desk package",
        head,
        f"{_TRUSTED}{trusted}",
        base64.b64encode(both).decode(),
    )
    return ("\n".join(lines) + "\n").encode()


def verify(key: PublicKey, data: bytes, signature: bytes) -> str | None:
    """The trusted comment where the holder of `key` signed `data`; None where not, or where it is no
    signature file, or names another key."""
    if len(signature) > _MAX:
        return None
    try:
        lines = signature.decode().split("\n")
    except UnicodeDecodeError:
        return None
    if lines[4:] != [""] or not lines[0].startswith(_UNTRUSTED) or not lines[2].startswith(_TRUSTED):
        return None
    head, both = _decoded(lines[1], 74), _decoded(lines[3], 64)
    if head is None or both is None or not head.startswith(_PREHASHED + key.number):
        return None
    trusted = lines[2].removeprefix(_TRUSTED)
    proved = signed(key.key, head[10:], blake2b(data).digest())
    proved = proved and signed(key.key, both, head[10:] + trusted.encode())
    return trusted if proved else None


def _decoded(text: str, size: int) -> bytes | None:
    try:
        raw = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if len(raw) == size and base64.b64encode(raw).decode() == text.strip() else None


def _one_line(text: str) -> str:
    return " ".join(text.split())
