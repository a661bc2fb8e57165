"""What one reader holds after the packages it took: whom it believes, and every chain without a hole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.exchange.plain.package import Change, Commit, Package
from tests.exchange.plain.table import Table
from tests.exchange.plain.values import MAX_SEQ, Json, Refused, need, signed

_RENEWS = {"after", "proof", "site", "replica", "key"}
_AT_HOME = {"visitor", "person"}

Key = tuple[str, str]
"""Whom a replica speaks for, and its key: (site, key)."""


class Store:
    """`me` is its site; `keys` whom it believes: {replica: (site, key)}; `table` the page's table, by which
    values are checked."""

    def __init__(self, me: str, keys: Mapping[str, Key] | None = None, table: Table | None = None) -> None:
        self.me = me
        self.keys = dict(keys or {})
        self.table = table
        self.commits: dict[str, Commit] = {}
        self.blobs: dict[str, bytes] = {}
        self.receipts: dict[str, tuple[tuple[int, int], Json]] = {}
        self.struck: dict[str, int] = {}
        self.ends: dict[str, set[str]] = {}
        """What `last` says of replicas struck off."""
        self.taken: set[str] = set()
        self.parents: dict[str, str] = {}
        self.words: dict[str, str] = {}
        """What the `site` record of a replica's own site says, by replica: the site above it."""
        self.told: dict[str, set[Key]] = {}
        """Where other sites' `site` records put a site: {code: {(writer, parent)}}."""
        self.by: dict[str, str] = {site: me for site, _ in self.keys.values()}
        """Who vouches for a site."""
        self.odd: list[str] = []
        """Commits whose own signature is wrong, though the chain vouches for them."""

    def above(self, site: str) -> list[str]:
        """The sites above a site, nearest first."""
        seen: list[str] = []
        while (site := self.parents.get(site, "")) and site not in seen:
            seen.append(site)
        return seen

    def believes(self, writer: str, about: str, replica: str = "") -> bool:
        """Does the word of a believed desk of `writer` count about a desk of the site `about`, `replica`?"""
        if writer == self.me:
            return True
        over, mine = self.above(about), self.above(self.me)
        if about == self.me:
            return False
        if self.me in over:
            return writer in over and self.me in self.above(writer)
        if about in {site for site, _ in self.keys.values()} or about in mine[:1]:
            return writer in over or (writer in mine and about in self.above(writer))
        return writer in mine or self._stands_below(writer, about, replica)

    def _stands_below(self, writer: str, about: str, replica: str) -> bool:
        """Of a site that nobody here knows: is it put below the writer, and is it above nobody?"""
        mine = self.above(self.me)
        named = {self.parents.get(site) for site, by in self.by.items() if by in (self.me, *mine)}
        if about in mine or about in named or len(self.above(writer)) >= 16:
            return False
        told = self.told.get(about, set())
        word = self.words.get(replica)
        under = [parent for by, parent in told if by == writer] if word is None else [word]
        offices = {self.me, *mine, *self.above(writer)}
        return any(self._is_at(writer, one) for one in under) and all(
            self._is_at(writer, parent) for by, parent in told if by in offices
        )

    def _is_at(self, writer: str, site: str) -> bool:
        return writer == site or writer in self.above(site)

    def learn(self, commit: Commit) -> None:
        """Keys and parents from a commit whose signature is good."""
        site = commit.header["site"]
        for change in filter(None, commit.changes):
            said = change.fields
            if change.type == "site" and said.get("code") == site:
                self.parents[site] = said.get("parent") or ""
            elif change.type == "site" and change.makes():
                self.told.setdefault(str(said.get("code")), set()).add((site, str(said.get("parent") or "")))
            if change.type != "desk" or (not change.makes() and "until" not in said):
                continue
            until, replica = said.get("until"), said.get("replica")
            if (
                type(until) is int
                and replica != commit.replica
                and said.get("site") == self.keys.get(str(replica), ("", ""))[0]
                and self.believes(site, str(said.get("site")))
            ):
                if type(said.get("last")) is str:
                    self.ends.setdefault(str(replica), set()).add(said["last"])
                self.struck[str(replica)] = min(until, self.struck.get(str(replica), MAX_SEQ))
            if replica not in self.keys and "key" in said:
                about = said.get("site")
                if self.believes(site, str(about), str(replica)):
                    self.by.setdefault(str(about), site)
                    self.keys[str(replica)] = (str(about), said["key"])
                    self.parents.setdefault(str(about), site)

    def renew(self, commit: Commit) -> None:
        """The key of a replica that goes on from a believed one: the proof in its first commit is enough."""
        for change in filter(None, commit.changes):
            if (
                change.type == "desk"
                and set(change.fields) >= _RENEWS
                and self._follows(commit, change.fields)
            ):
                said = change.fields
                self.keys[said["replica"]] = (said["site"], said["key"])

    def _follows(self, commit: Commit, said: Json) -> bool:
        former = self.keys.get(said["after"])
        if former is None or said["after"] in self.struck:
            return False
        if said["replica"] != commit.replica or said["replica"] in self.keys:
            return False
        if not former[0] == said["site"] == commit.header["site"]:
            return False
        lines = ["station-desk renewal", said["site"], said["after"], said["replica"], said["key"]]
        return signed(former[1], _unhex(said["proof"]), "\n".join(lines).encode())

    def take(self, package: Package) -> list[Commit]:
        """All of it, or nothing (Refused). Returns the commits that were not here."""
        sender = package.manifest["sender"]
        if package.hash in self.taken:
            return []
        kept = dict(self.keys), dict(self.struck), dict(self.parents), dict(self.by)
        ends = {replica: set(one) for replica, one in self.ends.items()}
        try:
            new = self._prove(package)
            need(self.keys.get(sender["replica"]) == (sender["site"], sender["key"]), "sender not believed")
            need(sender["replica"] not in self.struck, "the sender was struck off")
            self._check_kinds(package)
        except Refused:
            self.keys, self.struck, self.parents, self.by = kept
            self.ends = ends
            raise
        self._keep(package)
        return new

    def _prove(self, package: Package) -> list[Commit]:
        """Chains, then signatures. A chain is signed by its last, and keys may come with commits of others:
        it goes round until nothing is learnt."""
        new: list[Commit] = []
        known = dict(self.commits)
        need(len({one.hash for one in package.commits}) == len(package.commits), "a commit twice")
        for one in package.commits:
            if one.hash in known:
                continue
            if one.seq > 1:
                before = known.get(one.header["prev"])
                if before is None:
                    raise Refused(f"commit {one.seq} of {one.replica[:8]} follows one that is not here")
                need((before.replica, before.seq + 1) == (one.replica, one.seq), "chain")
            new.append(one)
            known[one.hash] = one
        followed = {one.header["prev"] for one in package.commits}
        waiting = {one.hash: one for one in new if one.hash not in followed}
        done: set[str] = set()
        for one in new:
            for change in filter(None, one.changes):
                if (
                    change.type == "site"
                    and change.makes()
                    and change.fields.get("code") == one.header["site"]
                ):
                    self.words.setdefault(one.replica, str(change.fields.get("parent") or ""))
        while True:
            for one in new:
                if one.seq == 1:
                    self.renew(one)
            good = [one for one in waiting.values() if one.replica in self.keys]
            for end in good:
                del waiting[end.hash]
                self._prove_chain(end, known, done)
            for one in new:
                if one.hash in done:
                    self.learn(one)
            if not good:
                break
        sender = package.manifest["sender"]["replica"]
        strange = [one for one in waiting.values() if one.replica == sender or one.header["site"] == self.me]
        need(not strange, f"nobody vouches for {sorted({one.replica[:8] for one in strange})}")
        return [one for one in new if one.replica in self.keys]

    def _prove_chain(self, end: Commit, known: Mapping[str, Commit], done: set[str]) -> None:
        one = end
        while one.hash not in done and one.hash not in self.commits:
            site, key = self.keys[one.replica]
            need(one.header["site"] == site, "a replica that writes for another site")
            if not signed(key, bytes.fromhex(one.signature), one.header_bytes):
                need(one is not end, f"commit {one.hash[:8]}: signature")
                self.odd.append(one.hash)  # prev vouches for it: the page lets it pass
            done.add(one.hash)
            if one.seq == 1:
                break
            one = known[one.header["prev"]]

    def _check_kinds(self, package: Package) -> None:
        if self.table is not None:
            for one in package.commits:
                for change in filter(None, one.changes):
                    self.table.check(change.type, change.fields)

    def _keep(self, package: Package) -> None:
        known = {one.hash: one for one in package.commits} | self.commits
        for one in package.commits:
            if one.hash not in self.commits and not (one.replica in self.keys and self._counts(one, known)):
                continue
            held = self.commits.setdefault(one.hash, one)
            for place, change in enumerate(one.changes):
                if held.changes[place] is None and change is not None:
                    held.changes[place], change.commit = change, held
        for one in self.commits.values():
            struck = not self._counts(one, known)
            one.changes = [None if struck or self._stays(change) else change for change in one.changes]
        self.taken.add(package.hash)
        wanted = {
            (change.fields.get("sha256"), change.fields.get("size"))
            for change in self.changes()
            if change.type == "attachment"
        }
        self.blobs.update({h: data for h, data in package.blobs.items() if (h, len(data)) in wanted})
        manifest = package.manifest
        order, replica = (manifest["n"], manifest["word"].get("alone", 0)), manifest["sender"]["replica"]
        if order >= self.receipts.get(replica, ((0, 0), {}))[0]:
            self.receipts[replica] = (order, manifest["receipt"])

    def _counts(self, one: Commit, known: Mapping[str, Commit]) -> bool:
        """Whether a replica's striking off, if any, lets the commit count."""
        for last in self.ends.get(one.replica, ()):
            ends = last.split(" ")
            if known.keys() >= set(ends):
                before: set[str] = set()
                for at in ends:
                    while at in known:
                        before.add(at)
                        at = known[at].header["prev"]
                if one.hash not in before:
                    return False
        return one.seq <= self.struck.get(one.replica, MAX_SEQ)

    def _stays(self, change: Change | None) -> bool:
        """Of a type that never leaves the site where it was written."""
        return change is not None and change.type in _AT_HOME and change.site != self.me

    def changes(self) -> Iterator[Change]:
        """Every change held, in no order that counts."""
        for one in self.commits.values():
            yield from filter(None, one.changes)

    def holds(self) -> dict[str, list[Any]]:
        """The receipt that this reader would send: the last commit of each replica."""
        out: dict[str, list[Any]] = {}
        for one in self.commits.values():
            if one.seq > out.get(one.replica, [0])[0]:
                out[one.replica] = [one.seq, one.hash]
        return out


def _unhex(text: object) -> bytes:
    try:
        return bytes.fromhex(str(text))
    except ValueError:
        return b""
