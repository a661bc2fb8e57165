"""Proves what a package says before any of it is kept: chains, certificates, signatures, strict values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from station_desk.casework.context import Desk
from station_desk.domain import declare, limits
from station_desk.domain.declare import Declared, Kind, Record
from station_desk.domain.limits import is_name
from station_desk.domain.records import TYPES
from station_desk.errors import UserError
from station_desk.exchange import manifest as manifests
from station_desk.exchange.container import damaged
from station_desk.exchange.doubts import missing, unknown
from station_desk.exchange.manifest import is_hex
from station_desk.exchange.package import PackedCommit
from station_desk.exchange.trust import Ask, Certificate, Stranger, Trust, load
from station_desk.i18n import translate
from station_desk.store import codec
from station_desk.store.engine import Connection
from station_desk.store.keys import signed
from station_desk.store.meta import note_of, set_meta


@dataclass(frozen=True, slots=True)
class Admitted:
    """What of a package is taken: its `commits`, without those of replicas struck off and of those for which
    nobody believed vouches (so many of which nobody was told yet: `struck` and `strange`, these in the name
    of the `sites`); the strangers that a person accepted for it, and the `trust` by which it was weighed."""

    commits: list[PackedCommit]
    struck: int
    strange: int
    sites: tuple[str, ...]
    accepted: tuple[Stranger, ...]
    trust: Trust

    def said(self, sender: str) -> tuple[str, ...]:
        """What the person should read of what was left out."""
        said: list[str] = []
        if self.struck:
            said.append(
                translate(
                    "inbox",
                    "The file from {name} brought {count} entries of a desk that was struck off; they were "
                    "left out.",
                    name=sender,
                    count=self.struck,
                )
            )
        if self.strange:
            said.append(
                translate(
                    "inbox",
                    "The file from {name} brought {count} entries in the name of {sites}, for whose desk "
                    "nobody known here vouches; they were left out. They come with a later file once that "
                    "desk is enrolled at its office, or accepted here when importing.",
                    name=sender,
                    count=self.strange,
                    sites=", ".join(self.sites),
                )
            )
        return tuple(said)


def check_chain(connection: Connection, fresh: Sequence[PackedCommit]) -> None:
    """Every commit comes once; its predecessor is here or comes before it in the package."""
    have: dict[bytes, tuple[str, int]] = {}
    for commit in fresh:
        header = commit.header
        if commit.hash in have:
            raise damaged()  # no desk writes an entry twice
        prev = bytes.fromhex(header.prev)
        if header.seq == 1:
            fits = prev == bytes(32)
        else:
            before = have.get(prev) or standing_of(connection, prev)
            fits = before == (header.replica, header.seq - 1)
        if not fits:
            raise missing(commit.header.site)
        have[commit.hash] = header.replica, header.seq


def standing_of(connection: Connection, hash_: bytes) -> tuple[str, int] | None:
    """The replica and number of a commit that is here."""
    row = connection.exec_driver_sql("SELECT replica, seq FROM cmt WHERE hash = ?", (hash_,)).first()
    return None if row is None else (row[0].hex(), row[1])


def admit(
    connection: Connection,
    desk: Desk,
    fresh: Sequence[PackedCommit],
    manifest: manifests.Manifest,
    ask: Ask | None,
) -> Admitted:
    """Whoever wrote each commit is who it says: the site of its replica's certificate, by that key.

    A signature covers what its chain names, so that only the ends of the chains need checking. `ask` is asked
    of everybody for whom nobody believed vouches. Without it, a file waits that such a sender sent or that
    has entries in the name of this desk's own site; what others wrote is left out, and comes with a later
    file: were the file refused, one false desk believed below would cut off all who stand there.
    """
    trust = load(connection, desk, fresh)
    accepted = [*believed_sender(trust, manifest, ask)]
    taken: list[PackedCommit] = []
    struck: list[codec.Header] = []
    strange: list[codec.Header] = []
    refused: set[str] = set()
    for commit in fresh:
        header = commit.header
        found = trust.of(header.replica)
        if found is None:
            stranger = _offered(trust, header)
            if header.site == desk.identity.site:
                if stranger is None:
                    raise _not_signed(header.site)
                accepted.append(_accepted(trust, stranger, ask))
            elif header.replica not in refused and stranger is not None and ask is not None and ask(stranger):
                trust.accept(stranger)
                accepted.append(stranger)
            else:
                refused.add(header.replica)
                strange.append(header)
                continue
            found = trust.of(header.replica)
        if found is None or found.site != header.site:
            raise _not_signed(header.site)
        if trust.counts(header.replica, header.seq, commit.hash.hex()):
            taken.append(commit)
        else:
            struck.append(header)
    taken, unsigned = _proved(trust, taken)
    struck += unsigned
    sender = manifest.sender.site
    return Admitted(
        taken,
        _untold(connection, "struck", sender, struck),
        _untold(connection, "strange", sender, strange),
        tuple(sorted({header.site for header in strange})),
        tuple(accepted),
        trust,
    )


def _offered(trust: Trust, header: codec.Header) -> Stranger | None:
    """Who says of itself that it speaks for the site of that commit."""
    offer = trust.offered(header.replica)
    if offer is None or (offer.site, offer.by) != (header.site, header.site):
        return None
    if not is_hex(offer.key, 32):
        raise damaged()
    return Stranger(header.site, header.site, header.replica, offer.key, offer.age)


def believed_sender(trust: Trust, manifest: manifests.Manifest, ask: Ask | None) -> tuple[Stranger, ...]:
    """Whoever sent a file is believed, by that key, and not struck off; returns whom `ask` accepted for it.
    Raises a doubt, or UserError, where not."""
    sender = manifest.sender
    accepted: tuple[Stranger, ...] = ()
    if trust.of(sender.replica) is None:
        stranger = Stranger(sender.site, sender.name, sender.replica, sender.key, sender.age)
        accepted = (_accepted(trust, stranger, ask),)
    pinned = trust.of(sender.replica)
    if pinned is None or (pinned.site, pinned.key) != (sender.site, sender.key):
        raise _another_key(sender.site)
    if pinned.until is not None:
        raise _struck_off(pinned, sender.site)
    return accepted


def _accepted(trust: Trust, stranger: Stranger, ask: Ask | None) -> Stranger:
    if ask is None or not ask(stranger):
        raise unknown(stranger.site, stranger.name, stranger.fingerprint)
    trust.accept(stranger)
    return stranger


def _untold(connection: Connection, why: str, sender: str, left: Sequence[codec.Header]) -> int:
    """How many of these entries, left out, nobody here was told of: the sender goes on sending them, since no
    receipt of ours names them, and saying so each time would be noise."""
    tops: dict[str, int] = {}
    for header in left:
        tops[header.replica] = max(header.seq, tops.get(header.replica, 0))
    told: dict[str, int] = {}
    for replica, top in tops.items():
        key = f"{why}:{sender}:{replica}"
        told[replica] = int(note_of(connection, key) or 0)
        if top > told[replica]:
            set_meta(connection, key, str(top))
    return sum(header.seq > told[header.replica] for header in left)


def _another_key(site: str) -> UserError:
    return UserError(
        translate(
            "inbox",
            "The file names {site} as its sender, but its key is another. Telephone them before importing.",
            site=site,
        )
    )


def _struck_off(certificate: Certificate, site: str) -> UserError:
    return UserError(
        translate(
            "inbox",
            "The desk of {site} that wrote this file was struck off: nothing after its entry {until} counts. "
            "Ask them for a file from their present desk.",
            site=site,
            until=certificate.until,
        )
    )


def _proved(trust: Trust, taken: Sequence[PackedCommit]) -> tuple[list[PackedCommit], list[codec.Header]]:
    """Those whose own signature, or that of a later one in their chain, is right. UserError where one is not:
    but of a desk struck off it is left out, since its chain now ends where nobody had looked at a signature,
    and those who took it in before must not be cut off for it."""
    known = {commit.hash.hex(): commit for commit in taken}
    followers = Counter(commit.header.prev for commit in taken)
    wrong: set[str] = set()
    for commit in taken:
        end: PackedCommit | None = commit
        while end is not None and not followers[end.hash.hex()]:
            certificate = trust.of(end.header.replica)
            if certificate is None or _is_signed(certificate, end):
                break
            if certificate.until is None:
                raise _not_signed(end.header.site)
            wrong.add(end.hash.hex())
            followers[end.header.prev] -= 1
            end = known.get(end.header.prev)
    left = [known[hash_].header for hash_ in wrong]
    return [commit for commit in taken if commit.hash.hex() not in wrong], left


def _is_signed(certificate: Certificate, commit: PackedCommit) -> bool:
    try:
        return signed(bytes.fromhex(certificate.key), commit.signature, commit.raw)
    except ValueError:
        return False


def _not_signed(site: str) -> UserError:
    return UserError(
        translate(
            "inbox",
            "An entry in the name of {site} is not signed by it. Nothing was imported; ask them.",
            site=site,
        )
    )


def checked(body: bytes | None, header: codec.Header) -> codec.Change | None:
    """A change, strictly typed by its declarations; fields and types not known here pass as they are."""
    if body is None:
        return None
    beyond: Declared | None = None
    try:
        change = codec.read_canonical(body)
        fits = is_name(change.t) and is_hex(change.r, 16) and is_hex(change.n, 16)
        for refs in change.p.values():
            fits = fits and all(is_hex(ref, 32) for ref in refs)
        cls = TYPES.get(change.t)
        if cls is not None:
            declared = declare.fields_of(cls)
            for name, value in change.f.items():
                known = declared.get(name)
                if known is None or value is None or _fits(known.kind, value):
                    continue
                if not _lies_beyond(known.kind, value):
                    fits = False
                beyond = beyond or known
            if fits and change.t == "desk" and change.f.get("replica") == header.replica:
                # What a replica says of itself is for its own site; of others, `trust` weighs it.
                fits = change.f.get("site") == header.site
    except (ValueError, *codec.DECODE_ERRORS):
        raise damaged() from None
    if not fits:
        raise damaged()
    if cls is not None and beyond is not None:
        raise _beyond(header.site, cls, beyond, change.f[beyond.name])
    return change


def _beyond(site: str, cls: type[Record], field: Declared, value: declare.Wire) -> UserError:
    """Why a file that is whole is refused for good: another copy of it, or their next, says the same."""
    return UserError(
        translate(
            "inbox",
            "{site} entered {value} as “{field}” ({list}), with which no desk can reckon. Another copy of "
            "the file does not help: {site} must update Station Desk, put back its backup from before that "
            "entry, and enter anew what came after it.",
            site=site,
            value=value,
            field=field.label,
            list=cls.label,
        )
    )


def _fits(kind: Kind, value: declare.Wire) -> bool:
    """Whether a wire value is one that a desk itself would have written; ValueError: another kind."""
    if type(value) is str:
        # The commonest kinds at a tenth of the cost of going there and back.
        if kind is Kind.TEXT or kind is Kind.CODE or kind is Kind.LONG:  # a set would hash in Python
            return "\x00" not in value
        if kind is Kind.REF and is_hex(value, 16):
            return True
        if kind is Kind.DATE or kind is Kind.MOMENT:
            return _fits_again(kind, value)
    return _fits_there_and_back(kind, value)


def _fits_there_and_back(kind: Kind, value: declare.Wire) -> bool:
    read = declare.from_wire(kind, value)
    if isinstance(read, date) and not limits.is_day(read):
        return False
    if _has_zone(read):
        return False
    if isinstance(value, str) and "\x00" in value:
        return False
    if isinstance(value, int) and abs(value) > limits.MAX_COUNT:
        return False
    return declare.to_wire(read) == value


def _lies_beyond(kind: Kind, value: declare.Wire) -> bool:
    """Whether a value that does not fit is well written, and only too early, too late or too great."""
    read = declare.from_wire(kind, value)
    return isinstance(read, (date, int)) and declare.to_wire(read) == value and not _has_zone(read)


def _has_zone(read: declare.Value) -> bool:
    return isinstance(read, datetime) and read.tzinfo is not None


@lru_cache(4096)
def _fits_again(kind: Kind, value: str) -> bool:
    """Days come again and again."""
    return _fits_there_and_back(kind, value)
