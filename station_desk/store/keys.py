"""Ed25519 keys: signing what is written here, proving what others wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


class SigningKey:
    """A replica's private key, from its seed of 32 bytes.

    The library behind it takes a fifth of the time to a first list to import, so that it comes with the first
    signature.
    """

    def __init__(self, seed: bytes) -> None:
        self._seed = seed
        self._key: Ed25519PrivateKey | None = None

    def sign(self, data: bytes) -> bytes:
        """The signature of `data`, 64 bytes."""
        return self._private().sign(data)

    def public(self) -> bytes:
        """The public key, 32 bytes."""
        return self._private().public_key().public_bytes_raw()

    def _private(self) -> Ed25519PrivateKey:
        if self._key is None:
            from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

            self._key = Ed25519PrivateKey.from_private_bytes(self._seed)
        return self._key


def signed(key: bytes, signature: bytes, data: bytes) -> bool:
    """Whether the holder of the public `key` signed `data`. ValueError where it is no key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, data)
    except InvalidSignature:
        return False
    return True
