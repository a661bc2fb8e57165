"""Proves what a package says before any of it is kept: chains, certificates, signatures, strict values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from station_desk.domain import declare
from station_desk.domain.declare import Kind
from station_desk.domain.records import TYPES
from station_desk.errors import UserError
from station_desk.exchange import manifest as manifests
from station_desk.exchange.container import damaged
from station_desk.exchange.doubts import missing
from station_desk.exchange.manifest import is_hex
from station_desk.exchange.package import PackedCommit
from station_desk.i18n import translate
from station_desk.store import codec, ids
from station_desk.store.engine import Connection
from station_desk.store.keys import signed

# Beyond these, reckoning a deadline would leave the calendar.
_FIRST_YEAR, _LAST_YEAR = 1000, 9000


@dataclass(frozen=True, slots=True)
class Certificate:
    """Which site a replica speaks for, and its public key in hex."""

    site: str
    key: str


def check_chain(connection: Connection, fresh: Sequence[PackedCommit]) -> None:
    """Every commit's predecessor is here or comes before it in the package."""
    have: dict[bytes, tuple[str, int]] = {}
    for commit in fresh:
        header = commit.header
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


def certificate(connection: Connection, replica: str) -> Certificate | None:
    """What this desk has pinned for a replica."""
    row = connection.exec_driver_sql(
        "SELECT site, key FROM desk WHERE replica = ? AND key IS NOT NULL ORDER BY id LIMIT 1", (replica,)
    ).first()
    return None if row is None else Certificate(row[0] or "", row[1])


def check_signatures(
    connection: Connection, fresh: Sequence[PackedCommit], manifest: manifests.Manifest
) -> None:
    """Whoever wrote each commit is who it says: the site of its replica's certificate, by that key.

    A signature covers what its chain names, so that only the ends of the chains need checking. A replica not
    met before shows its certificate in its own first commit, and is pinned by it.
    """
    known: dict[str, Certificate | None] = {}
    followed = {commit.header.prev for commit in fresh}
    for commit in fresh:
        header = commit.header
        if header.replica not in known:
            known[header.replica] = certificate(connection, header.replica)
        found = known[header.replica]
        if found is None and header.seq == 1:
            found = known[header.replica] = _offered(commit)
        if found is None or found.site != header.site:
            raise _not_signed(header.site)
        if commit.hash.hex() not in followed:
            _verify(found, commit)
    sender = manifest.sender
    pinned = known.get(sender.replica) or certificate(connection, sender.replica)
    if pinned != Certificate(sender.site, sender.key):
        raise UserError(
            translate(
                "inbox",
                "The file names {site} as its sender, but its key is another. Telephone them before "
                "importing.",
                site=sender.site,
            )
        )


def _offered(first: PackedCommit) -> Certificate | None:
    """The certificate in a replica's own first commit."""
    for body in first.bodies:
        change = checked(body, first.header)
        if change is not None and change.t == "desk" and _made(change, first.header):
            return Certificate(str(change.f.get("site")), str(change.f.get("key")))
    return None


def _verify(certificate: Certificate, commit: PackedCommit) -> None:
    try:
        proved = signed(bytes.fromhex(certificate.key), commit.signature, commit.raw)
    except ValueError:
        proved = False
    if not proved:
        raise _not_signed(commit.header.site)


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
    try:
        change = codec.read_canonical(body)
        fits = is_hex(change.r, 16) and is_hex(change.n, 16)
        for refs in change.p.values():
            fits = fits and all(is_hex(ref, 32) for ref in refs)
        cls = TYPES.get(change.t)
        if cls is not None:
            declared = declare.fields_of(cls)
            for name, value in change.f.items():
                known = declared.get(name)
                fits = fits and (known is None or value is None or _fits(known.kind, value))
            if fits and change.t == "desk" and _made(change, header):
                # A desk's certificate is its own: nobody else's replica may offer a key.
                fits = (change.f.get("replica"), change.f.get("site")) == (header.replica, header.site)
    except (ValueError, *codec.DECODE_ERRORS):
        raise damaged() from None
    if not fits:
        raise damaged()
    return change


def _made(change: codec.Change, header: codec.Header) -> bool:
    return ids.made_by(bytes.fromhex(change.r), bytes.fromhex(header.replica), bytes.fromhex(change.n))


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
    if isinstance(read, date) and not _FIRST_YEAR <= read.year <= _LAST_YEAR:
        return False
    if isinstance(read, datetime) and read.tzinfo is not None:
        return False
    if isinstance(value, str) and "\x00" in value:
        return False
    if isinstance(value, int) and abs(value) > manifests.MAX_COUNT:
        return False
    return declare.to_wire(read) == value


@lru_cache(4096)
def _fits_again(kind: Kind, value: str) -> bool:
    """Days come again and again."""
    return _fits_there_and_back(kind, value)
