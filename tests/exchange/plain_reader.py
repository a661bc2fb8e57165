"""A reader of packages that goes by docs/exchange-format.md: it imports nothing of Station Desk."""

from __future__ import annotations

import base64
import json
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

import zstandard
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

NAMES = re.compile(r"manifest\.json(\.minisig)?|commits-[0-9]{4}\.jsonl\.zst|blobs/[0-9a-f]{64}")
MAX_MEMBER = 64 << 20
MAX_FILE = 2 << 30
MAX_CHANGES = 200_000
MAX_UNPACKED = 1 << 30
MAX_CHANGE = 1 << 20
NO_HASH = "0" * 64


class Refused(Exception):
    """The file is not a package as the page describes it."""


def need(condition: bool, why: str) -> None:
    if not condition:
        raise Refused(why)


@dataclass
class Record:
    """One record: its type, who made it (a site), and the values of its fields."""

    type: str
    maker: str
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass
class Commit:
    """One line: hash, header, signature, and the changes' bytes (None: withheld)."""

    hash: str
    raw: bytes
    header: dict[str, Any]
    signature: bytes
    bodies: list[bytes | None]


@dataclass
class Package:
    """What a package that proved whole holds."""

    manifest: dict[str, Any]
    hash: str
    trusted: str
    commits: list[Commit]
    blobs: dict[str, bytes]


def canonical(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def parsed(raw: bytes) -> Any:
    """Canonical JSON: what is written again is the same bytes; at most eight levels, no fractions."""
    try:
        value = json.loads(raw)
        need(canonical(value) == raw and depth(value) <= 8, "JSON not canonical")
    except (ValueError, RecursionError) as error:
        raise Refused("JSON not readable") from error
    return value


def depth(value: Any) -> int:
    if isinstance(value, float):
        return 9
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inside is None else 1 + max(map(depth, inside), default=0)


def members(data: bytes) -> dict[str, bytes]:
    """The ZIP's members in order. The whole file is built again from them and must come out the same."""
    need(22 <= len(data) <= MAX_FILE, "size")
    at, found = 0, dict[str, bytes]()
    while data[at : at + 4] == b"PK\x03\x04" and at + 30 <= len(data):
        size, length = struct.unpack_from("<I", data, at + 22)[0], struct.unpack_from("<H", data, at + 26)[0]
        name = data[at + 30 : at + 30 + length].decode("ascii", "replace")
        need(NAMES.fullmatch(name) is not None and name not in found and size <= MAX_MEMBER, "member")
        found[name] = data[at + 30 + length : at + 30 + length + size]
        at += 30 + length + size
    need(zipped(found) == data, "ZIP layout")
    return found


def zipped(found: Mapping[str, bytes]) -> bytes:
    """The one file that these members make."""
    out, directory = b"", b""
    for name, data in found.items():
        raw, fixed = name.encode(), (0, 0, 0, 0x21, zlib.crc32(data), len(data), len(data), len(name), 0)
        directory += struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, 20, *fixed, 0, 0, 0, 0, len(out))
        directory += raw
        out += struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, *fixed) + raw + data
    count = len(found)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(out), 0)
    return out + directory + end


def signed(key: str, signature: bytes, data: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def minisigned(key: str, data: bytes, text: bytes) -> str:
    """The trusted comment of a minisign signature by that key."""
    lines = text.decode().split("\n")
    need(len(lines) == 5 and lines[4] == "" and lines[0].startswith("untrusted comment: "), "signature file")
    head, both = base64.b64decode(lines[1], validate=True), base64.b64decode(lines[3], validate=True)
    trusted = lines[2].removeprefix("trusted comment: ")
    need(trusted != lines[2] and len(head) == 74 and len(both) == 64, "signature file")
    number = blake2b(bytes.fromhex(key), digest_size=8).digest()
    need(head[:10] == b"ED" + number, "signed with another key")
    need(signed(key, head[10:], blake2b(data).digest()), "manifest's signature")
    need(signed(key, both, head[10:] + trusted.encode()), "trusted comment's signature")
    return trusted


def open_package(path: Path) -> Package:
    """A package, its layout, signature, hashes and every commit's bytes proved. Refused where they fail."""
    found = members(path.read_bytes())
    names = list(found)
    need(names[:2] == ["manifest.json", "manifest.json.minisig"], "first members")
    raw = found["manifest.json"]
    said = parsed(raw)
    need(said["format"] == 1 and said["suite"] == "ed25519", "of a newer version")
    trusted = minisigned(said["sender"]["key"], raw, found["manifest.json.minisig"])
    notes = said["members"]
    need(names[2:] == [note["name"] for note in notes], "members named")
    need(said["changes"] <= MAX_CHANGES and sum(n["unpacked"] for n in notes) <= MAX_UNPACKED, "too much")
    commits: list[Commit] = []
    blobs: dict[str, bytes] = {}
    for note in notes:
        data = found[note["name"]]
        need((len(data), sha256(data).hexdigest()) == (note["length"], note["sha256"]), note["name"])
        if note["name"].startswith("blobs/"):
            need(note["name"] == "blobs/" + note["sha256"] and note["unpacked"] == len(data), "blob's name")
            blobs[note["sha256"]] = data
        else:
            need(note["unpacked"] <= max(200 * len(data), 1 << 20), "bomb")
            commits += [commit_of(line) for line in unpacked(data, note["unpacked"])]
    shown = sum(body is not None for one in commits for body in one.bodies)
    withheld = sum(body is None for one in commits for body in one.bodies)
    need((len(commits), shown, withheld) == (said["commits"], said["changes"], said["withheld"]), "counts")
    return Package(said, sha256(raw).hexdigest(), trusted, commits, blobs)


def unpacked(data: bytes, size: int) -> Iterator[bytes]:
    need(size <= MAX_MEMBER, "member")
    with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(data) as reader:
        text = reader.read(size + 1)
    need(len(text) == size and text.endswith(b"\n"), "unpacked length")
    yield from text[:-1].split(b"\n")


def commit_of(line: bytes) -> Commit:
    """One line. Each part is written again: only the very bytes that were hashed may stand there."""
    said = json.loads(line)
    raw = canonical(said["h"])
    bodies = [None if change is None else canonical(change) for change in said["c"]]
    again = b",".join(b"null" if body is None else body for body in bodies)
    told = b'{"h":' + raw + b',"s":"' + said["s"].encode() + b'","c":[' + again + b"]}"
    need(told == line, "line")
    header = parsed(raw)
    need(header["v"] == 1, "of a newer version")
    need(len(bodies) == len(header["changes"]), "changes")
    for body, noted in zip(bodies, header["changes"], strict=True):
        if body is not None:
            parsed(body)
            need(len(body) <= MAX_CHANGE and sha256(body).hexdigest() == noted, "change's digest")
    return Commit(sha256(raw).hexdigest(), raw, header, bytes.fromhex(said["s"]), bodies)


def check_commits(package: Package, keys: Mapping[str, str], held: Mapping[str, tuple[str, int]]) -> None:
    """Every commit goes on from one in the package or `held` ({hash: (replica, seq)}), and is signed by its
    replica's key: the sender's, one of `keys`, or one for which a `desk` record here vouches."""
    sender = package.manifest["sender"]
    known = {sender["replica"]: sender["key"], **keys}
    have = dict(held)
    for one in package.commits:
        header = one.header
        if header["seq"] == 1:
            need(header["prev"] == NO_HASH, "first entry")
        else:
            need(have.get(header["prev"]) == (header["replica"], header["seq"] - 1), "an entry is missing")
        have[one.hash] = header["replica"], header["seq"]
        need(header["replica"] in known, "replica not known")
        need(signed(known[header["replica"]], one.signature, one.raw), "commit's signature")
        for body in one.bodies:
            change = {} if body is None else json.loads(body)
            if change.get("t") == "desk":
                known.setdefault(change["f"]["replica"], change["f"]["key"])


def created(record: str, replica: str, nonce: str) -> bool:
    return bytes.fromhex(record)[6:] == sha256(bytes.fromhex(replica + nonce)).digest()[:10]


def records(package: Package) -> dict[str, Record]:
    """The records by id: of each field the change that none replaces; of several that with the greatest
    Lamport number, then digest."""
    out: dict[str, Record] = {}
    written: dict[tuple[str, str], list[tuple[int, str, Any]]] = {}
    replaced: set[tuple[str, str, str]] = set()
    for one in package.commits:
        for body, digest in zip(one.bodies, one.header["changes"], strict=True):
            if body is None:
                continue
            change = json.loads(body)
            record = out.setdefault(change["r"], Record(change["t"], ""))
            if created(change["r"], one.header["replica"], change["n"]):
                record.maker = one.header["site"]
            for name, value in change["f"].items():
                written.setdefault((change["r"], name), []).append((one.header["lamport"], digest, value))
            for name, digests in change.get("p", {}).items():
                replaced.update((change["r"], name, old) for old in digests)
    for (key, name), all_ in written.items():
        heads = [head for head in all_ if (key, name, head[1]) not in replaced]
        if heads:
            out[key].fields[name] = max(heads, key=lambda head: head[:2])[2]
    return out
