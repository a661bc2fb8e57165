"""Enrolment: a desk introduces itself in a small signed file, another accepts it, or strikes it off again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from station_desk.casework.context import Actor, Desk
from station_desk.domain import limits
from station_desk.domain.records import DeskKey
from station_desk.domain.vocabulary import DEFAULT_ROLE, SiteRole
from station_desk.errors import UserError
from station_desk.exchange import forks, minisign, package, striking
from station_desk.exchange import manifest as manifests
from station_desk.exchange.agekeys import public_in
from station_desk.exchange.fingerprints import fingerprint
from station_desk.exchange.trust import Stranger, load
from station_desk.exchange.writing import written
from station_desk.i18n import translate
from station_desk.store import codec
from station_desk.store.bulk import bulk
from station_desk.store.sqlio import rows_of

SUFFIX = ".lzk"
FORMAT = 1
_MAX = 16 << 10


class Introduction(msgspec.Struct, frozen=True):
    """What a desk says of itself: its site, name, role, the site above it, its replica and keys (hex;
    `age` as age writes it). The same file asks for enrolment above and tells those below whom to believe."""

    format: int
    site: str
    name: str
    role: str
    parent: str
    replica: str
    key: str
    age: str

    @property
    def fingerprint(self) -> str:
        """What the people there read out."""
        return fingerprint(self.site, self.replica, self.key)


@dataclass(frozen=True, slots=True)
class Known:
    """An installation that this desk believes: `by` vouches for it; `until` where it was struck off; `last`
    is the number of its last entry here."""

    site: str
    name: str
    replica: str
    fingerprint: str
    by: str
    until: int | None
    last: int


def introduction(desk: Desk) -> Introduction:
    """This desk's own."""
    me = desk.identity
    with desk.transaction() as connection:
        age = public_in(connection)
    name = limits.tidied(me.name) or me.site
    return Introduction(
        FORMAT, me.site, name, me.role.value, me.parent, me.replica.hex(), desk.public_key().hex(), age
    )


def own_fingerprint(desk: Desk) -> str:
    """What the people here read out."""
    me = desk.identity
    return fingerprint(me.site, me.replica.hex(), desk.public_key().hex())


def write(desk: Desk, folder: Path) -> Path:
    """Write this desk's introduction into `folder`: one line of JSON, then its minisign signature.

    UserError where the folder cannot be written.
    """
    desk.settle()
    said = introduction(desk)
    raw = msgspec.json.encode(said)
    signature = minisign.sign(desk.sign, desk.public_key(), raw, f"introduction of {said.site}")
    path = folder / f"{package.fit_name(said.site)}{SUFFIX}"
    with written(path, over=True) as file:  # an older one says the same or less
        file.write(raw + b"\n" + signature)
    return path


def letters_in(sources: Iterable[Path]) -> list[Path]:
    """The introductions that lie in the folders among these; a folder that cannot be read has none."""
    found: list[Path] = []
    for source in sources:
        with suppress(OSError):
            if source.is_dir():
                found += sorted(path for path in source.iterdir() if path.suffix.lower() == SUFFIX)
    return found


def read(path: Path) -> Introduction:
    """An introduction, proved to be signed by the key in it. Whose key that is, its fingerprint tells.

    UserError where it is none, or was altered.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MAX + 1)
    except OSError as error:
        raise UserError(
            translate("package", "{name} cannot be read: {why}.", name=path.name, why=error.strerror)
        ) from error
    raw, _, signature = data.partition(b"\n")
    try:
        codec.check_canonical(raw)
        said = msgspec.json.decode(raw, type=Introduction)
        SiteRole(said.role)
        sound = (
            said.format == FORMAT
            and manifests.is_hex(said.replica, 16)
            and manifests.is_hex(said.key, 32)
            and manifests.is_age(said.age)
            and limits.is_name(said.site)
            and limits.is_name(said.name)
            and minisign.verify(minisign.public(bytes.fromhex(said.key)), raw, signature) is not None
        )
    except (ValueError, RecursionError, codec.NotCanonical):
        sound = False
    if not sound:
        raise UserError(
            translate(
                "enrolment", "{name} is no introduction of a desk, or was altered. Ask for it once more.",
                name=path.name,
            )
        )  # fmt: skip
    return said


def accept(desk: Desk, actor: Actor, said: Introduction) -> None:
    """Believe a desk from now on, its fingerprint compared: of one below, this is its certificate.

    UserError where it is this desk itself, or neither above nor directly below it.
    """
    me = desk.identity
    if said.site != me.parent and (said.parent != me.site or said.site == me.site):
        raise UserError(
            translate(
                "enrolment",
                "{name} ({site}) stands under {parent}, not under this desk, and is not above it either. It "
                "is enrolled there.",
                name=said.name,
                site=said.site,
                parent=said.parent or "—",
            )
        )
    vouch(desk, [Stranger(said.site, said.name, said.replica, said.key, said.age)], actor)


def vouch(desk: Desk, strangers: Sequence[Stranger], actor: Actor | None = None) -> None:
    """Write down whom a person here accepted; whoever is believed already is left out."""
    if not strangers:
        return
    who = actor or Actor(desk.identity.name, DEFAULT_ROLE[desk.identity.role])
    with desk.writing(who, "trust_desk") as work:
        trust = load(work.connection, desk)
        for one in strangers:
            found = trust.of(one.replica)
            if found is None or (one.age and not found.age):
                work.add(DeskKey(site=one.site, replica=one.replica, key=one.key, age=one.age or None))


def strike_off(desk: Desk, actor: Actor, replica: str, reason: str, until: int | None = None) -> int:
    """Strike an installation off: what it writes after its entry `until` counts nowhere that hears of it, and
    no installation that says it follows it is believed. Without `until`: after the last one that is here.

    Returns that number. What was taken in beyond it is taken out again. UserError where it is this desk's own
    or is not known.
    """
    with desk.writing(actor, "strike_off_desk", reason) as work:
        found = load(work.connection, desk).of(replica)
        if found is None or found.site == desk.identity.site:
            raise UserError(
                translate("enrolment", "Only a desk of another site that is known here can be struck off.")
            )
        sql = "SELECT coalesce(max(seq), 0) FROM cmt WHERE replica = ?"
        last = rows_of(work.connection, sql, (bytes.fromhex(replica),))[0][0]
        until = last if until is None else until
        # Whoever has the stolen key can write others with those numbers: these entries are meant, no others.
        ends = forks.tips(work.connection, bytes.fromhex(replica), until)
        hashes = " ".join(hash_.hex() for _, hash_ in ends) or None
        work.add(DeskKey(site=found.site, replica=replica, key=found.key, until=until, last=hashes))
    with bulk(), desk.transaction() as connection:
        left = striking.leave_out(connection, desk, load(connection, desk))
    striking.finish(desk, left)
    return until


def known(desk: Desk) -> list[Known]:
    """The installations of other sites that this desk believes, by site."""
    with desk.reading() as connection:
        believed = load(connection, desk).believed()
        names = dict(rows_of(connection, "SELECT code, name FROM site WHERE void IS NULL"))
        tops = dict(rows_of(connection, "SELECT lower(hex(replica)), max(seq) FROM cmt GROUP BY replica"))
    return sorted(
        (
            Known(
                one.site, names.get(one.site) or one.site, replica, fingerprint(one.site, replica, one.key),
                one.by, one.until, tops.get(replica, 0),
            )
            for replica, one in believed.items()
            if one.site != desk.identity.site
        ),
        key=lambda one: (one.site, one.replica),
    )  # fmt: skip


def age_keys(desk: Desk, site: str) -> list[str]:
    """The keys to encrypt for that are known of a site's installations."""
    with desk.reading() as connection:
        believed = load(connection, desk).believed().values()
    return sorted({one.age for one in believed if one.site == site and one.age and one.until is None})
