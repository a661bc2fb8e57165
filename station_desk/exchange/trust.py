"""Whom a desk believes: which replica speaks for which site by which key, up to which entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from station_desk.casework.context import Desk
from station_desk.domain.records import DeskKey
from station_desk.exchange.container import damaged
from station_desk.exchange.fingerprints import fingerprint
from station_desk.exchange.manifest import is_hex
from station_desk.exchange.package import PackedCommit
from station_desk.exchange.tree import line
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
class Claim:
    """What one `desk` record says, and who wrote it: the entry `seq` of `author` in the name of `by`."""

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


def _lowest(bounds: Iterable[Mapping[str, int]]) -> dict[str, int]:
    out: dict[str, int] = {}
    for found in bounds:
        for replica, until in found.items():
            out[replica] = min(until, out.get(replica, until))
    return out


class Trust:
    """The replicas a desk believes in, worked out from its own word and what those it believes say.

    A desk believes itself; of a site it knows nothing about whoever it believes; of a site it knows those
    above that site; and what those above the desk say of who is above them. Of itself and of its own children
    it believes nobody above.
    """

    def __init__(
        self,
        me: str,
        parent: str,
        own: Mapping[str, Certificate],
        claims: Iterable[Claim],
        parents: Mapping[str, str],
    ) -> None:
        self._me, self._parent = me, parent
        self._own = dict(own)
        self._claims = list(claims)
        self._words = parents
        self._sound: dict[Claim, bool] = {}
        self._believed: dict[str, Certificate] = {}
        self._above: dict[str, str] = {}
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

    def bounds(self) -> Mapping[str, int]:
        """The number of the last entry that counts of every replica struck off."""
        found = ((replica, one.until) for replica, one in self._believed.items())
        return {replica: until for replica, until in found if until is not None}

    def _resolve(self) -> None:
        met: list[dict[str, int]] = [{}]
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

    def _spread(self, struck: Mapping[str, int]) -> None:
        self._above = {self._me: self._parent}
        self._believed = {}
        for replica, certificate in self._own.items():
            self._believe(replica, replace(certificate, until=struck.get(replica)))
        more = True
        while more:
            more = False
            for claim in self._claims:
                if claim.replica in self._believed or not self._holds(claim):
                    continue
                until = struck.get(claim.replica)
                self._believe(claim.replica, Certificate(claim.site, claim.key, claim.age, until, claim.by))
                more = True

    def _believe(self, replica: str, certificate: Certificate) -> None:
        self._believed[replica] = certificate
        above = self._words.get(replica)
        if above is None:
            above = certificate.by if certificate.by != certificate.site else ""
        self._above.setdefault(certificate.site, above)

    def _struck(self) -> dict[str, int]:
        """How far each replica's entries count, by those who may say so; the lowest word holds."""
        out: dict[str, int] = {}
        for claim in self._claims:
            if claim.until is not None and claim.author != claim.replica and self._speaks(claim):
                out[claim.replica] = min(claim.until, out.get(claim.replica, claim.until))
        return out

    def _holds(self, claim: Claim) -> bool:
        if claim.author != claim.replica:
            return self._speaks(claim)
        former = self._believed.get(claim.after)
        # What was struck off can name nobody to follow it: its key may be stolen.
        if former is None or former.until is not None or not former.site == claim.site == claim.by:
            return False
        if claim not in self._sound:
            record = DeskKey(
                site=claim.site, replica=claim.replica, key=claim.key, after=claim.after, proof=claim.proof
            )
            self._sound[claim] = vouched(bytes.fromhex(former.key), record)
        return self._sound[claim]

    def _speaks(self, claim: Claim) -> bool:
        """Whether who wrote the claim is believed, and may speak of that site."""
        author = self._believed.get(claim.author)
        if author is None or author.site != claim.by:
            return False
        if author.until is not None and claim.seq > author.until:
            return False
        return self._may(claim.by, claim.site)

    def _may(self, by: str, site: str) -> bool:
        if by == self._me:
            return True
        if site == self._me:
            return False
        over = self._line(site)
        if self._me in over:
            return by in over and self._me in self._line(by)
        if site not in self._above and site != self._parent:
            return True
        return by in over or (by in self._line(self._me) and site in self._line(by))

    def _line(self, site: str) -> list[str]:
        """The sites above a site, nearest first."""
        return line(self._above, site)


def load(connection: Connection, desk: Desk, fresh: Sequence[PackedCommit] = ()) -> Trust:
    """Whom the desk believes by its log, and by what has just come and is still to be proved."""
    me = desk.identity
    claims: list[Claim] = []
    parents: dict[str, str] = {}
    for kind in ("desk", "site"):
        rows = rows_of(
            connection,
            f"SELECT c.site, c.replica, c.seq, g.body FROM {kind} d CROSS JOIN chg g ON g.record = d.id"
            " CROSS JOIN cmt c ON c.n = g.cmt WHERE g.made = 1 AND g.body IS NOT NULL ORDER BY c.n",
        )
        for site, replica, seq, body in rows:
            _hear(site, replica.hex(), seq, codec.read_change(body), claims, parents)
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
                _hear(header.site, header.replica, header.seq, change, claims, parents)
    replica = me.replica.hex()
    own = {replica: Certificate(me.site, desk.public_key().hex(), by=me.site)}
    former = {one.hex() for one in former_replicas(connection)}
    for claim in claims:
        if claim.author == claim.replica and claim.replica in former and claim.site == me.site:
            own.setdefault(claim.replica, Certificate(me.site, claim.key, by=me.site))
    return Trust(me.site, me.parent, own, claims, parents)


def _hear(
    by: str, author: str, seq: int, change: codec.Change, claims: list[Claim], parents: dict[str, str]
) -> None:
    said = change.f
    if change.t == "site" and said.get("code") == by:
        parents.setdefault(author, _text(said.get("parent")))
    elif change.t == "desk":
        until, replica, key = said.get("until"), _text(said.get("replica")), _text(said.get("key"))
        if not (is_hex(replica, 16) and is_hex(key, 32)):
            return
        claims.append(
            Claim(
                by, author, seq, _text(said.get("site")), replica, key, _text(said.get("age")),
                _text(said.get("after")), _text(said.get("proof")),
                until if isinstance(until, int) else None,
            )
        )  # fmt: skip


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
