"""Whom a desk believes: which replica speaks for which site by which key, up to which entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from station_desk.casework.context import Desk
from station_desk.domain.records import DeskKey
from station_desk.exchange import forks
from station_desk.exchange.container import damaged
from station_desk.exchange.fingerprints import fingerprint
from station_desk.exchange.manifest import is_hex
from station_desk.exchange.package import PackedCommit
from station_desk.exchange.tree import DEEPEST, line
from station_desk.store import codec, ids
from station_desk.store.engine import Connection
from station_desk.store.incarnation import former_replicas, vouched
from station_desk.store.sqlio import rows_of


@dataclass(frozen=True, slots=True)
class Certificate:
    """Which site a replica speaks for, its public key in hex, its age key ("" for none); `until`: the number
    of its last entry that counts, None where it was not struck off. `by`: the site that vouches for it."""

    site: str
    key: str
    age: str = ""
    until: int | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Stranger:
    """An installation for which nobody trusted vouches, with the fingerprint to compare by telephone."""

    site: str
    name: str
    replica: str
    key: str
    age: str = ""

    @property
    def fingerprint(self) -> str:
        """What the people there read out."""
        return fingerprint(self.site, self.replica, self.key)


Ask = Callable[[Stranger], bool]
"""Whether a person has compared the fingerprint and accepts the stranger."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a `site` record says of another site: the entry `seq` of `author`, in the name of `by`, puts the
    site `code` under `parent`."""

    by: str
    author: str
    seq: int
    code: str
    parent: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """How far the entries of a replica struck off count: up to the number `until`, and only what is among the
    entries that each of `ends` names, or before them (as in `DeskKey.last`)."""

    until: int
    ends: frozenset[str] = frozenset()

    def with_(self, other: Bound | None) -> Bound:
        """What counts by both."""
        if other is None:
            return self
        return Bound(min(self.until, other.until), self.ends | other.ends)


Lineage = Callable[[str, str], frozenset[str] | None]
"""Of a replica, the hashes of these entries (as in `DeskKey.last`) and of all before them; None where its
chain does not branch, or one of them has not come yet: then their number alone can tell."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one `desk` record says, and who wrote it: the entry `seq` of `author` in the name of `by`, with
    the hash `entry` ("": not told)."""

    by: str
    author: str
    seq: int
    site: str
    replica: str
    key: str
    age: str = ""
    after: str = ""
    proof: str = ""
    until: int | None = None
    last: str = ""
    entry: str = ""


def _lowest(bounds: Iterable[Mapping[str, Bound]]) -> dict[str, Bound]:
    out: dict[str, Bound] = {}
    for found in bounds:
        for replica, bound in found.items():
            out[replica] = bound.with_(out.get(replica))
    return out


class Trust:
    """The replicas a desk believes in, worked out from its own word and what those it believes say.

    A desk believes itself; of a site it knows those above that site; what those above the desk say of who is
    above them, and of whom it does not know; and of another site it does not know whoever that site, or the
    office that gave it its code, says it stands under. Of itself and of its own children it believes nobody
    above. The order in which the claims came in decides nothing.
    """

    def __init__(
        self,
        me: str,
        parent: str,
        own: Mapping[str, Certificate],
        claims: Iterable[Claim],
        parents: Mapping[str, str],
        stated: Iterable[Stated] = (),
        lineage: Lineage = lambda _replica, _last: None,
    ) -> None:
        self._me, self._parent = me, parent
        self._own = dict(own)
        self._claims = list(claims)
        self._words = parents
        self._lineage = lineage
        self._limits: Mapping[str, Bound] = {}
        self._stated: dict[str, list[Stated]] = {}
        for one in stated:
            self._stated.setdefault(one.code, []).append(one)
        self._by_author: dict[str, list[Claim]] = {}
        self._renewals: dict[str, list[Claim]] = {}
        for claim in self._claims:
            if claim.author != claim.replica:
                self._by_author.setdefault(claim.author, []).append(claim)
            elif claim.after:
                self._renewals.setdefault(claim.after, []).append(claim)
        self._sound: dict[tuple[Claim, str], bool] = {}
        self._believed: dict[str, Certificate] = {}
        self._above: dict[str, str] = {}
        self._named: set[str] = set()
        self._turn: dict[str, int] = {}
        self._resolve()

    def of(self, replica: str) -> Certificate | None:
        """The certificate of a replica that is believed."""
        return self._believed.get(replica)

    def offered(self, replica: str) -> Claim | None:
        """What a replica says of itself."""
        return next((one for one in self._claims if one.author == one.replica == replica), None)

    def accept(self, stranger: Stranger) -> None:
        """Believe in a stranger, as a person here does."""
        self._own[stranger.replica] = Certificate(stranger.site, stranger.key, stranger.age, None, self._me)
        self._resolve()

    def believed(self) -> Mapping[str, Certificate]:
        """Everybody believed, by replica."""
        return self._believed

    def bounds(self) -> Mapping[str, Bound]:
        """How far the entries of every replica struck off count."""
        return {replica: bound for replica, bound in self._limits.items() if replica in self._believed}

    def counts(self, replica: str, seq: int, entry: str) -> bool:
        """Whether an entry of that number and hash counts, as far as its replica was struck off."""
        bound = self._limits.get(replica)
        if bound is None:
            return True
        if seq > bound.until:
            return False
        lines = (self._lineage(replica, last) for last in bound.ends)
        return all(found is None or entry in found for found in lines)

    def _resolve(self) -> None:
        met: list[dict[str, Bound]] = [{}]
        while True:
            self._spread(met[-1])
            found = self._struck()
            if found == met[-1]:
                return
            if found in met:
                # Two who strike each other off, each beyond the other's bound: neither is believed beyond it.
                self._spread(_lowest(met[met.index(found) :]))
                return
            met.append(found)

    def _spread(self, struck: Mapping[str, Bound]) -> None:
        self._limits = struck
        self._above = {self._me: self._parent}
        self._believed, self._named, self._turn = {}, set(), {}
        waiting: list[Claim] = []
        found = list(self._own.items())
        # What is known from here and from above stands before those below have their say.
        for whose in (self._is_below, lambda _: False):
            more = True
            while more:
                new = self._with_renewals(found)
                heard = (claim for replica in new for claim in self._by_author.get(replica, ()))
                # What did not hold yet may do so once more sites have their place.
                waiting = sorted((*waiting, *heard), key=self._precedence)
                found, waiting = self._taken(waiting, whose)
                more = bool(found)

    def _taken(
        self, claims: Iterable[Claim], put_off: Callable[[str], bool]
    ) -> tuple[list[tuple[str, Certificate]], list[Claim]]:
        """Whom these claims vouch for, those that hold; and the others, which wait."""
        found: dict[str, Certificate] = {}
        waiting: list[Claim] = []
        for claim in claims:
            if claim.replica in self._believed or claim.replica in found:
                continue
            if put_off(claim.by) or not self._holds(claim):
                waiting.append(claim)
                continue
            found[claim.replica] = Certificate(claim.site, claim.key, claim.age, by=claim.by)
            self._place(claim.replica, found[claim.replica])
        return list(found.items()), waiting

    def _with_renewals(self, found: Iterable[tuple[str, Certificate]]) -> list[str]:
        """Believe these, and whoever goes on from them; returns those who were not believed before."""
        out: list[str] = []
        todo = [(replica, certificate, turn) for turn, (replica, certificate) in enumerate(found)]
        while todo:
            replica, certificate, turn = todo.pop()
            if replica in self._believed:
                continue
            bound = self._limits.get(replica)
            certificate = replace(certificate, until=None if bound is None else bound.until)
            self._place(replica, certificate)
            self._believed[replica] = certificate
            self._turn[replica] = turn
            out.append(replica)
            # What was struck off can name nobody to follow it: its key may be stolen.
            if certificate.until is None:
                for claim in self._renewals.get(replica, ()):
                    if self._follows(claim, certificate):
                        next_ = Certificate(claim.site, claim.key, claim.age, None, claim.by)
                        todo.append((claim.replica, next_, turn + 1))
        return out

    def _place(self, replica: str, certificate: Certificate) -> None:
        """Where the site stands: by its own word, else under who vouches for it."""
        above = self._words.get(replica)
        if above is None:
            above = certificate.by if certificate.by != certificate.site else ""
        self._above.setdefault(certificate.site, above)
        if above and (certificate.by == self._me or certificate.by in self._line(self._me)):
            self._named.add(above)

    def _precedence(self, claim: Claim) -> tuple[bool, str, int, str, int, str, str]:
        """Which of several words counts where they differ; the first that a site wrote."""
        upper = claim.by == self._me or claim.by in self._line(self._me)
        turn = self._turn.get(claim.author, 0)
        return not upper, claim.by, turn, claim.author, claim.seq, claim.replica, claim.key

    def _struck(self) -> dict[str, Bound]:
        """How far each replica's entries count, by those who may say so: what counts by all of them."""
        out: dict[str, Bound] = {}
        for claim in self._claims:
            if claim.until is None or claim.author == claim.replica:
                continue
            about = self._believed.get(claim.replica)
            if about is None or about.site != claim.site or not self._is_written(claim):
                continue
            if self._may(claim.by, claim.site):
                bound = Bound(claim.until, frozenset([claim.last] if claim.last else ()))
                out[claim.replica] = bound.with_(out.get(claim.replica))
        return out

    def _follows(self, claim: Claim, former: Certificate) -> bool:
        if not former.site == claim.site == claim.by:
            return False
        sound = self._sound.get((claim, former.key))
        if sound is None:
            record = DeskKey(
                site=claim.site, replica=claim.replica, key=claim.key, after=claim.after, proof=claim.proof
            )
            sound = self._sound[claim, former.key] = vouched(bytes.fromhex(former.key), record)
        return sound

    def _is_written(self, word: Claim | Stated) -> bool:
        """Whether who wrote it is believed, for that site and up to that entry."""
        author = self._believed.get(word.author)
        if author is None or author.site != word.by:
            return False
        return self.counts(word.author, word.seq, word.entry)

    def _holds(self, claim: Claim) -> bool:
        """Whether who vouches is believed, and may speak of that site."""
        if not self._is_written(claim):
            return False
        known = claim.site in self._above or claim.by == self._me or claim.site == self._me
        return self._may(claim.by, claim.site) if known else self._introduces(claim)

    def _may(self, by: str, site: str) -> bool:
        """Whether a site may speak of another that is known here."""
        if by == self._me:
            return True
        if site == self._me:
            return False
        over = self._line(site)
        if self._me in over:
            return by in over and self._is_below(by)
        return by in over or (by in self._line(self._me) and site in self._line(by))

    def _introduces(self, claim: Claim) -> bool:
        """Whether a site may vouch for one that is not known here: for what stands below it, and neither for
        one above others nor for one that an office above it has put elsewhere."""
        by, site = claim.by, claim.site
        mine = self._line(self._me)
        if by in mine:
            return True
        if site in mine or site in self._named or len(self._line(by)) >= DEEPEST:
            return False
        told = [one for one in self._stated.get(site, ()) if self._is_written(one)]
        word = self._words.get(claim.replica)
        under = [one.parent for one in told if one.by == by] if word is None else [word]
        if not any(self._is_at(by, parent) for parent in under):
            return False
        offices = {self._me, *mine, *self._line(by)}
        return all(self._is_at(by, one.parent) for one in told if one.by in offices)

    def _is_at(self, by: str, site: str) -> bool:
        """Whether `by` is that site, or above it."""
        return by == site or by in self._line(site)

    def _is_below(self, site: str) -> bool:
        return self._me in self._line(site)

    def _line(self, site: str) -> list[str]:
        """The sites above a site, nearest first."""
        return line(self._above, site)


def load(connection: Connection, desk: Desk, fresh: Sequence[PackedCommit] = ()) -> Trust:
    """Whom the desk believes by its log, and by what has just come and is still to be proved."""
    me = desk.identity
    claims: list[Claim] = []
    parents: dict[str, str] = {}
    stated: list[Stated] = []
    for kind in ("desk", "site"):
        rows = rows_of(
            connection,
            f"SELECT c.site, c.replica, c.seq, c.hash, g.body FROM {kind} d"
            " CROSS JOIN chg g ON g.record = d.id CROSS JOIN cmt c ON c.n = g.cmt"
            " WHERE g.made = 1 AND g.body IS NOT NULL ORDER BY c.n",
        )
        for site, replica, seq, hash_, body in rows:
            _hear(site, replica.hex(), seq, hash_.hex(), codec.read_change(body), claims, parents, stated)
    for commit in fresh:
        header = commit.header
        for body in commit.bodies:
            # Few changes are of these types; the others are not read for it.
            if body is None or (b'"desk"' not in body and b'"site"' not in body):
                continue
            try:
                change = codec.read_change(body)
                record, nonce = bytes.fromhex(change.r), bytes.fromhex(change.n)
            except (ValueError, *codec.DECODE_ERRORS):
                raise damaged() from None
            if ids.made_by(record, bytes.fromhex(header.replica), nonce):
                _hear(
                    header.site,
                    header.replica,
                    header.seq,
                    commit.hash.hex(),
                    change,
                    claims,
                    parents,
                    stated,
                )
    replica = me.replica.hex()
    former = [one.hex() for one in former_replicas(connection)]
    keys: dict[str, str] = {}
    for claim in claims:
        if claim.author == claim.replica and claim.site == me.site:
            keys.setdefault(claim.replica, claim.key)
    # The oldest first: of several words of one site the first counts.
    own = {one: Certificate(me.site, keys[one], by=me.site) for one in former if one in keys}
    own[replica] = Certificate(me.site, desk.public_key().hex(), by=me.site)
    return Trust(me.site, me.parent, own, claims, parents, stated, _lineage(connection, fresh))


def _lineage(connection: Connection, fresh: Sequence[PackedCommit]) -> Lineage:
    """By the log and by what has just come."""
    doubled = {replica.hex() for replica in forks.forked(connection)}

    @cache
    def chains(replica: str) -> Mapping[str, str] | None:
        """The entry before each; None where the chain does not branch."""
        new = [commit for commit in fresh if commit.header.replica == replica]
        top = forks.top_of(connection, bytes.fromhex(replica))
        numbers = {commit.header.seq for commit in new}
        if replica not in doubled and len(numbers) == len(new) and min(numbers, default=top + 1) > top:
            return None
        sql = "SELECT hash, header FROM cmt WHERE replica = ?"
        rows = rows_of(connection, sql, (bytes.fromhex(replica),))
        before = {hash_.hex(): codec.read_header(raw).prev for hash_, raw in rows}
        return before | {commit.hash.hex(): commit.header.prev for commit in new}

    @cache
    def of(replica: str, last: str) -> frozenset[str] | None:
        before = chains(replica)
        ends = last.split(" ")
        if before is None or not before.keys() >= set(ends):
            return None
        found: set[str] = set()
        for at in ends:
            while at in before and at not in found:
                found.add(at)
                at = before[at]
        return frozenset(found)

    return of


def _hear(
    by: str,
    author: str,
    seq: int,
    entry: str,
    change: codec.Change,
    claims: list[Claim],
    parents: dict[str, str],
    stated: list[Stated],
) -> None:
    said = change.f
    if change.t == "site" and said.get("code") == by:
        parents.setdefault(author, _text(said.get("parent")))
    elif change.t == "site":
        stated.append(Stated(by, author, seq, _text(said.get("code")), _text(said.get("parent")), entry))
    elif change.t == "desk":
        until, replica, key = said.get("until"), _text(said.get("replica")), _text(said.get("key"))
        if not (is_hex(replica, 16) and is_hex(key, 32)):
            return
        claims.append(
            Claim(
                by, author, seq, _text(said.get("site")), replica, key, _text(said.get("age")),
                _text(said.get("after")), _text(said.get("proof")),
                until if isinstance(until, int) else None, _text(said.get("last")), entry,
            )
        )  # fmt: skip


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
