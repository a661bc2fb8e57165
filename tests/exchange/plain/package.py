"""A package: everything that the file proves of itself, before anybody asks whose key it is."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from tests.exchange.plain.container import read_zip, unpack
from tests.exchange.plain.manifest import check_manifest
from tests.exchange.plain.minisign import check_minisign
from tests.exchange.plain.values import (
    HEX32,
    HEX64,
    HEX128,
    MAX_CHANGE,
    MAX_MANIFEST,
    MAX_SEQ,
    MAX_TIME,
    ZERO,
    Json,
    Newer,
    canonical,
    compact,
    digest,
    named,
    need,
    whole,
    written,
)

_COMMITS = re.compile(r"commits-([0-9]{4})\.jsonl\.zst")
_BLOB = re.compile(r"blobs/([0-9a-f]{64})")
_HEADER = {
    "v", "site", "role", "replica", "seq", "prev", "time", "lamport", "actor", "verb", "changes",
}  # fmt: skip


@dataclass(eq=False)
class Change:
    """A change that may be seen: its bytes, and what they say. `replaces`: of each field the digests that its
    writer saw."""

    raw: bytes
    digest: str
    type: str
    record: str
    nonce: str
    fields: Json
    replaces: dict[str, list[str]]
    commit: Commit = field(init=False, repr=False)

    @property
    def site(self) -> str:
        """Where it was written."""
        return str(self.commit.header["site"])

    @property
    def rank(self) -> tuple[int, str]:
        """What decides between values that nobody may refuse."""
        return self.commit.header["lamport"], self.digest

    def makes(self) -> bool:
        """Did this change make its record?"""
        seed = bytes.fromhex(self.commit.header["replica"]) + bytes.fromhex(self.nonce)
        return self.record[12:] == hashlib.sha256(seed).hexdigest()[:20]


@dataclass(eq=False)
class Commit:
    """One line; None among the changes stands for one that is withheld."""

    header_bytes: bytes
    header: Json
    hash: str
    signature: str
    changes: list[Change | None]

    @property
    def replica(self) -> str:
        """Who wrote it."""
        return str(self.header["replica"])

    @property
    def seq(self) -> int:
        """Its number there."""
        return int(self.header["seq"])


@dataclass(eq=False)
class Package:
    """What a package holds that proved whole."""

    manifest: Json
    hash: str
    comment: str
    commits: list[Commit]
    blobs: dict[str, bytes]
    alone: bool


def read_package(data: bytes) -> Package:
    """Everything that the file proves of itself: the container, the manifest, its signature, the hashes, the
    commits' form."""
    members = read_zip(data)
    need([name for name, _ in members[:2]] == ["manifest.json", "manifest.json.minisig"], "first two members")
    raw = members[0][1]
    need(len(raw) <= MAX_MANIFEST, "manifest too long")
    manifest = canonical(raw, "manifest")
    check_manifest(manifest)
    comment = check_minisign(members[1][1], raw, manifest["sender"]["key"])
    entries = manifest["members"]
    need(
        [name for name, _ in members[2:]] == [entry["name"] for entry in entries],
        "not the manifest's members",
    )
    commits: list[Commit] = []
    blobs: dict[str, bytes] = {}
    numbers = 0
    for (name, content), entry in zip(members[2:], entries, strict=True):
        need(
            len(content) == entry["length"] and digest(content) == entry["sha256"], f"{name}: length or hash"
        )
        if (found := _COMMITS.fullmatch(name)) and not blobs:
            numbers += 1
            need(int(found[1]) == numbers, f"{name}: out of order")
            text = unpack(name, content, entry["unpacked"])
            need(text.endswith(b"\n"), f"{name}: last line not ended")
            commits += [read_commit(line) for line in text[:-1].split(b"\n")]
        else:
            known = _BLOB.fullmatch(name)
            fits = known is not None and known[1] == entry["sha256"] and known[1] not in blobs
            need(fits and entry["unpacked"] == entry["length"], f"{name}: name")
            blobs[entry["sha256"]] = content
    there = sum(change is not None for one in commits for change in one.changes)
    withheld = sum(change is None for one in commits for change in one.changes)
    told = [manifest[what] for what in ("commits", "changes", "withheld")]
    need([len(commits), there, withheld] == told, "counts")
    alone = "alone" in manifest["word"]
    if alone:
        need(not members[2:], "a receipt alone that carries something")
    else:
        need(manifest["n"] >= 1, "n")
    return Package(manifest, digest(raw), comment, commits, blobs, alone)


def read_commit(line: bytes) -> Commit:
    """One line of a `commits` member, without its end."""
    row = canonical(line, "commit")
    need(isinstance(row, dict) and list(row) == ["h", "s", "c"], "commit: keys")
    header = row["h"]
    need(isinstance(header, dict) and type(header.get("v")) is int, "header")
    if header["v"] > 1:
        raise Newer(f"commit of version {header['v']}")
    need(set(header) >= _HEADER, "header: lacks a field")
    for what in ("site", "role", "verb"):
        named(header[what], f"header.{what}")
    if header["actor"] != "":
        named(header["actor"], "header.actor")
    written(header["replica"], HEX32, "header.replica")
    written(header["prev"], HEX64, "header.prev")
    written(row["s"], HEX128, "commit.s")
    whole(header["v"], 1, 1, "header.v")
    whole(header["seq"], 1, MAX_SEQ, "header.seq")
    whole(header["lamport"], 1, MAX_SEQ, "header.lamport")
    whole(header["time"], 0, MAX_TIME - 1, "header.time")
    need((header["seq"] == 1) == (header["prev"] == ZERO), "header.prev")
    need("reason" not in header or isinstance(header["reason"], str), "header.reason")
    if "undoes" in header:
        written(header["undoes"], HEX64, "header.undoes")
    noted, shown = header["changes"], row["c"]
    need(isinstance(noted, list) and isinstance(shown, list) and len(shown) == len(noted), "commit: changes")
    changes: list[Change | None] = []
    for wanted, value in zip(noted, shown, strict=True):
        written(wanted, HEX64, "header.changes")
        changes.append(None if value is None else _change(value, wanted, f"change {wanted[:8]}"))
    raw = compact(header)
    commit = Commit(raw, header, digest(raw), row["s"], changes)
    for change in filter(None, changes):
        change.commit = commit
    return commit


def _change(value: object, wanted: str, what: str) -> Change:
    data = compact(value)
    need(len(data) <= MAX_CHANGE, f"{what}: too long")
    need(digest(data) == wanted, f"{what}: not the digest in the header")
    said: Json = value if isinstance(value, dict) else {}
    need(set(said) >= {"t", "r", "n", "f"}, f"{what}: fields")
    named(said["t"], what)
    written(said["r"], HEX32, what)
    written(said["n"], HEX32, what)
    replaces = said.get("p", {})
    need(isinstance(said["f"], dict) and isinstance(replaces, dict), what)
    for found in said["f"].values():
        _check_value(found, what)
    for heads in replaces.values():
        need(isinstance(heads, list), f"{what}: p")
        for head in heads:
            written(head, HEX64, f"{what}: p")
    return Change(data, wanted, said["t"], said["r"], said["n"], said["f"], replaces)


def _check_value(value: object, what: str) -> None:
    texts = value if isinstance(value, list) else [value]
    kinds = (str,) if isinstance(value, list) else (str, bool, int, type(None))
    need(all(isinstance(text, kinds) for text in texts), f"{what}: value")
    need(not any(isinstance(text, str) and "\0" in text for text in texts), f"{what}: U+0000")
