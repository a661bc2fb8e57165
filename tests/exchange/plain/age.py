"""The age format (v1), as far as packages need it: opened with a passphrase, or with an X25519 key."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from tests.exchange.plain.values import Refused, need

MAGIC = b"age-encryption.org/v1\n"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHUNK = 65536 + 16

Stanza = tuple[list[str], bytes]
"""One way to the file key: its words, and its body."""


def unlock(data: bytes, passphrase: str | None = None, secret: str | None = None) -> bytes:
    """The file inside an age file; `secret` is an AGE-SECRET-KEY-1…."""
    try:
        return _unlock(data, passphrase, secret)
    except (ValueError, IndexError) as fault:
        raise Refused(f"age: {fault}") from None


def _unlock(data: bytes, passphrase: str | None, secret: str | None) -> bytes:
    need(data.startswith(MAGIC), "age: not a v1 file")
    end = data.find(b"\n--- ")
    need(end > 0, "age: no header end")
    line_end = data.index(b"\n", end + 1)
    stanzas = _stanzas(data[:end].decode("ascii").split("\n")[1:])
    file_key = next((key for one in stanzas if (key := _opened(one, len(stanzas), passphrase, secret))), b"")
    need(file_key, "age: neither passphrase nor key opens it")
    mac = hmac.new(_hkdf(file_key, None, b"header"), data[: end + 4], "sha256").digest()
    need(hmac.compare_digest(mac, _unb64(data[end + 5 : line_end].decode())), "age: header MAC")
    at = line_end + 1
    return _payload(ChaCha20Poly1305(_hkdf(file_key, data[at : at + 16], b"payload")), data[at + 16 :])


def _stanzas(lines: Sequence[str]) -> list[Stanza]:
    out: list[Stanza] = []
    at = 0
    while at < len(lines):
        need(lines[at].startswith("-> "), "age: stanza")
        words, body, at = lines[at][3:].split(" "), "", at + 1
        while True:
            need(at < len(lines), "age: stanza body")
            body, at = body + lines[at], at + 1
            if len(lines[at - 1]) < 64:
                break
        out.append((words, _unb64(body)))
    return out


def _opened(stanza: Stanza, count: int, passphrase: str | None, secret: str | None) -> bytes:
    """The file key, or b"" where neither opens this stanza."""
    words, body = stanza
    if words[0] == "scrypt" and passphrase is not None:
        need(count == 1 and 0 < int(words[2]) <= 20, "age: scrypt")
        cost, salt = 1 << int(words[2]), b"age-encryption.org/v1/scrypt" + _unb64(words[1])
        wrap = hashlib.scrypt(passphrase.encode(), salt=salt, n=cost, r=8, p=1, maxmem=1100 * cost, dklen=32)
    elif words[0] == "X25519" and secret is not None:
        mine, share = X25519PrivateKey.from_private_bytes(_bech32(secret)), _unb64(words[1])
        salt = share + mine.public_key().public_bytes_raw()
        shared = mine.exchange(X25519PublicKey.from_public_bytes(share))
        wrap = _hkdf(shared, salt, b"age-encryption.org/v1/X25519")
    else:
        return b""
    try:
        return ChaCha20Poly1305(wrap).decrypt(bytes(12), body, None)
    except InvalidTag:
        return b""


def _payload(stream: ChaCha20Poly1305, data: bytes) -> bytes:
    out = []
    for counter, at in enumerate(range(0, max(len(data), 1), _CHUNK)):
        last = at + _CHUNK >= len(data)
        try:
            nonce = counter.to_bytes(11, "big") + bytes([last])
            out.append(stream.decrypt(nonce, data[at : at + _CHUNK], None))
        except InvalidTag:
            raise Refused("age: payload") from None
    return b"".join(out)


def _hkdf(secret: bytes, salt: bytes | None, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, info).derive(secret)


def _unb64(text: str) -> bytes:
    data = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    need(base64.b64encode(data).decode().rstrip("=") == text, "age: Base64")
    return data


def _bech32(text: str) -> bytes:
    """The bytes of an AGE-SECRET-KEY-1… or age1… string."""
    human, _, data = text.lower().rpartition("1")
    five = [_BECH32.index(c) for c in data]
    check = 1
    for value in [*(ord(c) >> 5 for c in human), 0, *(ord(c) & 31 for c in human), *five]:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATORS):
            check ^= generator if top >> place & 1 else 0
    need(check == 1, "age key: checksum")
    bits = "".join(f"{value:05b}" for value in five[:-6])
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8))
