"""The manifest of a package: what it says of its sender, its members and its place in the stream, signed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from station_desk.domain import limits
from station_desk.domain.limits import MAX_COUNT, is_name
from station_desk.errors import UserError
from station_desk.exchange import doubts, minisign
from station_desk.exchange.container import damaged
from station_desk.exchange.word import Word, is_sound
from station_desk.i18n import translate
from station_desk.store import codec

FORMAT = 1
SUITE = "ed25519"
"""Manifest and commits signed with Ed25519, hashed with SHA-256; the name is there so that
others can follow."""
UNSIGNED = "none"
"""What packages of before there were signatures name."""
NAME = "manifest.json"
SIGNATURE = "manifest.json.minisig"
BLOBS = "blobs/"
"""Where the attached files lie, each under its SHA-256."""
COMMITS = "commits-{place:04}.jsonl.zst"
"""The members that hold commits, the first with the place 1."""
MAX_RATIO = 200
MAX_UNPACKED = 1 << 30
MAX_TIME = 1 << 36
MAX_NUMBER = 1_000_000
SMALL = 1 << 20
"""A member this small is no bomb, however well a text repeats itself."""


class MemberNote(msgspec.Struct):
    """What the manifest says of one member."""

    name: str
    length: int
    unpacked: int
    sha256: str


class Sender(msgspec.Struct):
    """Which installation wrote the package. `key` is its Ed25519 public key in hex, `age` the X25519 one to
    which packages for it may be encrypted, as age writes it; empty where it has none."""

    site: str
    name: str
    role: str
    parent: str
    replica: str
    key: str
    age: str = ""


class Manifest(msgspec.Struct):
    """The package's manifest. `receipt` says what the sender holds: {replica: [seq, hash]}; `suite` names
    the cipher suite. `took` is the hash of the last package
    that the sender took whole from the recipient, `base` that of the sender's on whose confirmation this one
    builds: what came into the recipient's scope since then is in it whole. Either is empty where there is
    none. `branches`: of replicas that forked, the ends [seq, hash] of the other branches held. `word`: of
    the recipient's scope, of what is lacking, and the sums."""

    format: int
    program: str
    suite: str
    sender: Sender
    recipients: list[str]
    stream: str
    n: int
    previous: str
    made: int
    commits: int
    changes: int
    withheld: int
    receipt: dict[str, tuple[int, str]]
    members: list[MemberNote]
    took: str = ""
    base: str = ""
    branches: dict[str, list[tuple[int, str]]] = msgspec.field(default_factory=dict)
    word: Word = msgspec.field(default_factory=Word)


_AGE = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_manifests = msgspec.json.Decoder(Manifest)


def signature_of(manifest: Manifest, raw: bytes, sign: Callable[[bytes], bytes]) -> bytes:
    """The signature file over a manifest's bytes; its trusted comment names stream, number and time."""
    trusted = f"stream {manifest.stream} package {manifest.n} made {manifest.made}"
    return minisign.sign(sign, bytes.fromhex(manifest.sender.key), raw, trusted)


def check_signature(manifest: Manifest, raw: bytes, signature: bytes) -> None:
    """UserError where `signature` is not over these bytes by the key that the manifest names."""
    key = minisign.public(bytes.fromhex(manifest.sender.key))
    try:
        trusted = minisign.verify(key, raw, signature)
    except ValueError:
        trusted = None  # no point on the curve
    if trusted is None:
        raise UserError(
            translate(
                "package",
                "The file is not signed by {site}, in whose name it comes: it was altered on the way or "
                "forged. Ask them for it once more.",
                site=manifest.sender.site,
            )
        )


def is_hex(text: str, size: int) -> bool:
    """Whether `text` is the one way to write `size` bytes: lower-case hex, nothing between."""
    try:
        raw = bytes.fromhex(text)
    except ValueError:
        return False
    # There and back is half the cost of a pattern, and a long package asks a million times.
    return len(raw) == size and raw.hex() == text


def is_age(text: str) -> bool:
    """Whether it is a key of age's, or empty."""
    return not text or _AGE.fullmatch(text) is not None


def check_sound(manifest: Manifest) -> None:
    """Every number and text of a manifest within what this program could itself have written."""
    sender = manifest.sender
    counts = (manifest.commits, manifest.changes, manifest.withheld, *(m.unpacked for m in manifest.members))
    fits = (
        manifest.format == FORMAT
        and (0 if manifest.word.alone else 1) <= manifest.n <= MAX_NUMBER
        and is_sound(manifest.word)
        and _in_order(manifest.members)
        and not (manifest.word.alone and manifest.members)
        and manifest.stream in [f"{sender.site}>{recipient}" for recipient in manifest.recipients]
        and all(m.unpacked == m.length for m in manifest.members if m.name.startswith(BLOBS))
        and all(m.name == f"{BLOBS}{m.sha256}" for m in manifest.members if m.name.startswith(BLOBS))
        and 0 <= manifest.made < MAX_TIME
        and all(0 <= count <= MAX_COUNT for count in counts)
        and sum(m.unpacked for m in manifest.members) <= MAX_UNPACKED
        and all(m.unpacked <= max(MAX_RATIO * m.length, SMALL) for m in manifest.members)
        and all(m.unpacked <= limits.MAX_LINE for m in manifest.members)
        and is_hex(manifest.previous, 32)
        and all(not named or is_hex(named, 32) for named in (manifest.took, manifest.base))
        and is_hex(sender.replica, 16)
        and is_hex(sender.key, 32)
        and is_age(sender.age)
        and is_name(sender.site)
        and is_name(sender.name)
        and 0 < len(manifest.recipients) <= 1000
        and all(map(is_name, manifest.recipients))
        and all(is_hex(replica, 16) for replica in manifest.branches)
        and all(
            is_hex(replica, 16) and 0 < seq <= MAX_COUNT and is_hex(hash_, 32)
            for replica, (seq, hash_) in [
                *manifest.receipt.items(),
                *((replica, end) for replica, ends in manifest.branches.items() for end in ends),
            ]
        )
    )
    if not fits:
        raise damaged()


def _in_order(members: Sequence[MemberNote]) -> bool:
    """Whether the commits come first, numbered without a hole and none of them empty, and then the files."""
    commits = [member for member in members if not member.name.startswith(BLOBS)]
    named = [COMMITS.format(place=place) for place, _ in enumerate(commits, 1)]
    first = [member.name for member in members[: len(commits)]]
    return first == named and all(member.unpacked > 0 for member in commits)


def read(raw: bytes) -> Manifest:
    """A manifest's bytes, strictly read. Damaged where they are no manifest; it waits where its format or
    its suite is a newer program's, whatever else that one writes otherwise: SM2's keys are longer."""

    class _Version(msgspec.Struct):
        format: int
        suite: str | None = None

    try:
        version = msgspec.json.decode(raw, type=_Version)
        if version.format > FORMAT or (
            version.format == FORMAT and version.suite not in (SUITE, UNSIGNED, None)
        ):
            raise doubts.newer()
        codec.check_canonical(raw)
        return _manifests.decode(raw)
    except (ValueError, RecursionError, codec.NotCanonical):
        raise damaged() from None
