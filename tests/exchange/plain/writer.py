"""A writer of keys and packages: a desk that is nothing but a key, its commits and its numbers."""

from __future__ import annotations

import base64
import hashlib
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.exchange.plain.container import write_zip
from tests.exchange.plain.fold import month_of
from tests.exchange.plain.minisign import number_of
from tests.exchange.plain.values import ZERO, Json, compact, digest

Member = tuple[Json, bytes]
"""What the manifest says of a member, and its bytes."""


class Desk:
    """A desk of another program, its key in memory and its files in `folder`. What is public may be set
    otherwise before anything is written."""

    def __init__(
        self, folder: Path, site: str, name: str, role: str, parent: str, office: str | None = None
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.site, self.name, self.role, self.parent = folder, site, name, role, parent
        self.office = office or parent or site
        self.secret = Ed25519PrivateKey.generate()
        self.key = self.secret.public_key().public_bytes_raw().hex()
        self.replica = os.urandom(16).hex()
        self.lines: list[Json] = []
        self.seq, self.lamport, self.prev = 0, 0, ZERO
        self.n: dict[str, int] = {}
        self.previous: dict[str, str] = {}
        self.alone: dict[str, int] = {}
        self._last = 0

    @classmethod
    def new(cls, folder: Path, site: str, name: str, role: str, parent: str) -> Desk:
        """A desk with its introduction written and its first commit made."""
        self = cls(folder, site, name, role, parent)
        records = [
            self.change("site", {"code": site, "name": name, "role": role, "parent": parent}),
            self.change("desk", {"site": site, "replica": self.replica, "key": self.key}),
        ]
        if role == "station":
            records.append(self.change("station", {"code": site, "name": name}))
        self.commit("found_desk", *records)
        line = compact({"format": 1, **self.card()})
        self.introduction.write_bytes(line + b"\n" + self.minisign(line, f"desk {site}"))
        return self

    @property
    def introduction(self) -> Path:
        """Where its .lzk lies."""
        return self.folder / f"{self.site}.lzk"

    def renewed(self, folder: Path) -> Desk:
        """The same desk put back from a backup: a new key, for which the former one vouches."""
        self_ = Desk(folder, self.site, self.name, self.role, self.parent, self.office)
        self_.n, self_.previous = dict(self.n), dict(self.previous)
        lines = ["station-desk renewal", self.site, self.replica, self_.replica, self_.key]
        proof = self.secret.sign("\n".join(lines).encode()).hex()
        said = {"site": self.site, "replica": self_.replica, "key": self_.key, "after": self.replica}
        self_.commit("renew_desk", self_.change("desk", {**said, "proof": proof}))
        return self_

    def card(self) -> Json:
        """How it names itself."""
        return {
            "site": self.site, "name": self.name, "role": self.role, "parent": self.parent,
            "replica": self.replica, "key": self.key, "age": "",
        }  # fmt: skip

    def minisign(self, message: bytes, trusted: str) -> bytes:
        """A signature file over `message`."""
        first = self.secret.sign(hashlib.blake2b(message).digest())
        second = self.secret.sign(first + trusted.encode())
        head = base64.b64encode(b"ED" + number_of(self.key) + first).decode()
        tail = base64.b64encode(second).decode()
        comment = "untrusted comment: signature by another program"
        return f"{comment}\n{head}\ntrusted comment: {trusted}\n{tail}\n".encode()

    def change(
        self,
        type_: str,
        fields: Mapping[str, object],
        record: str = "",
        replaces: Mapping[str, Sequence[str]] | None = None,
    ) -> Json:
        """A change of `record`, or of a new one, which then carries its office."""
        nonce = os.urandom(16)
        said = dict(fields)
        if not record:
            at = max(time.time_ns() * 64 // 1_000_000, self._last + 1)
            self._last = at
            mark = hashlib.sha256(bytes.fromhex(self.replica) + nonce).hexdigest()[:20]
            record = at.to_bytes(6, "big").hex() + mark
            said.setdefault("office", self.office)
        out: Json = {"t": type_, "r": record, "n": nonce.hex(), "f": said}
        return out | ({"p": dict(replaces)} if replaces else {})

    def commit(self, verb: str, *changes: Json) -> list[str]:
        """One commit of these changes; returns their digests."""
        self.seq, self.lamport = self.seq + 1, self.lamport + 1
        digests = [digest(compact(one)) for one in changes]
        header = {
            "v": 1, "site": self.site, "role": "clerk", "replica": self.replica, "seq": self.seq,
            "prev": self.prev, "time": int(time.time()), "lamport": self.lamport, "actor": "赵一",
            "verb": verb, "changes": digests,
        }  # fmt: skip
        raw = compact(header)
        self.prev = digest(raw)
        self.lines.append({"h": header, "s": self.secret.sign(raw).hex(), "c": list(changes)})
        return digests

    def holds(self) -> Json:
        """Its own receipt."""
        return {self.replica: [self.seq, self.prev]}

    def write(self, recipient: str, blobs: Iterable[bytes] = (), *, word: Json | None = None) -> Path:
        """Its next package to a site: all its commits, and these attached files."""
        text = b"".join(compact(line) + b"\n" for line in self.lines)
        packed = zstandard.ZstdCompressor(level=10, write_checksum=True).compress(text)
        members = [self._member("commits-0001.jsonl.zst", packed, len(text))]
        members += [self._member(f"blobs/{digest(blob)}", blob, len(blob)) for blob in blobs]
        changes = [one for line in self.lines for one in line["c"]]
        n = self.n[recipient] = self.n.get(recipient, 0) + 1
        said = {"commits": len(self.lines), "changes": len(changes)}
        hash_, data = self._package(
            recipient, members, **said, word={"sums": self._sums(changes)} if word is None else word
        )
        self.previous[recipient], self.alone[recipient] = hash_, 0
        return self._put(f"{self.site}-{recipient}-{n}.lzb", data)

    def receipt(self, recipient: str, holds: Json, took: str = "") -> Path:
        """A receipt alone: that it holds `holds`, and took the package with that hash."""
        k = self.alone[recipient] = self.alone.get(recipient, 0) + 1
        _, data = self._package(
            recipient, [], previous=ZERO, word={"alone": k}, took=took, receipt=self.holds() | holds
        )
        return self._put(f"{self.site}-{recipient}-{self.n.get(recipient, 0)}-receipt-{k}.lzb", data)

    @staticmethod
    def _member(name: str, data: bytes, size: int) -> Member:
        return {"name": name, "length": len(data), "unpacked": size, "sha256": digest(data)}, data

    @staticmethod
    def _sums(changes: Iterable[Json]) -> Json:
        total: dict[str, dict[str, int]] = {}
        for one in changes:
            months, month = total.setdefault(one["t"], {}), month_of(one["r"])
            months[month] = (months.get(month, 0) + int(digest(compact(one))[:16], 16)) % (1 << 64)
        return {
            type_: {month: f"{sum_:016x}" for month, sum_ in all_.items()} for type_, all_ in total.items()
        }

    def _package(self, recipient: str, members: Sequence[Member], **said: object) -> tuple[str, bytes]:
        manifest: Json = {
            "format": 1, "program": "another 1", "suite": "ed25519", "sender": self.card(),
            "recipients": [recipient], "stream": f"{self.site}>{recipient}",
            "n": self.n.get(recipient, 0), "previous": self.previous.get(recipient, ZERO),
            "made": int(time.time()), "commits": 0, "changes": 0, "withheld": 0, "receipt": self.holds(),
            "members": [entry for entry, _ in members], "took": "", "base": "", "branches": {}, "word": {},
        }  # fmt: skip
        manifest |= said
        raw = compact(manifest)
        comment = f"stream {manifest['stream']} package {manifest['n']} made {manifest['made']}"
        rest = [(str(entry["name"]), data) for entry, data in members]
        parts = [("manifest.json", raw), ("manifest.json.minisig", self.minisign(raw, comment)), *rest]
        return digest(raw), write_zip(parts)

    def _put(self, name: str, data: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(data)
        return path
