"""A town and its stations who send each other files, and a forger who rewrites them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from station_desk import i18n
from station_desk.casework import browse, handling, offices
from station_desk.casework.context import Actor, Desk
from station_desk.casework.handling import StepEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.exchange import container, enrolment, inbox, minisign, package, stream
from station_desk.exchange.inbox import InboxResult
from station_desk.exchange.trust import Stranger
from station_desk.store import codec
from tests.builders import DAY, a_clerk

TOWN = "HCZ"
COUNTY = "XHQ"
OFFICE = Actor("何健生", Role.OFFICE)
CODE = "HC-D1"
DEPUTY = Actor("陈伟雄", Role.DEPUTY)


def a_station(folder: Path, site: str = "HC") -> Desk:
    path = folder / f"{site}.desk"
    return Desk.create(path, site=site, name=f"{site}站", role=SiteRole.STATION, parent=TOWN)


def a_town(folder: Path, file: str = "town.desk", parent: str = "") -> Desk:
    return Desk.create(folder / file, site=TOWN, name="会城街道人大", role=SiteRole.TOWN, parent=parent)


def sent(desk: Desk, to: str) -> Path:
    """A package written into the desk's own out-tray."""
    tray = desk.path.with_suffix(".out")
    tray.mkdir(exist_ok=True)
    return stream.export(desk, to, tray).path


def anyone(stranger: Stranger) -> bool:
    """The person who has compared the fingerprint by telephone."""
    return len(stranger.fingerprint) == 39


def enrolled(below: Desk, above: Desk) -> None:
    """Two desks that have each other's introduction, before any other file."""
    for one, other in ((above, below), (below, above)):
        enrolment.accept(one, OFFICE, enrolment.introduction(other))


@contextmanager
def acquainted(folder: Path) -> Iterator[tuple[Desk, Desk]]:
    """A station and its town that have heard of each other; closed at the end."""
    station, town = a_station(folder), a_town(folder)
    enrolled(station, town)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    yield station, town
    station.close()
    town.close()


def taken(desk: Desk, *paths: Path) -> InboxResult:
    """What taking the files in came to; none may be refused."""
    result = inbox.take_in(desk, paths, trust=anyone)
    assert result.refused == ()
    return result


def refusal(desk: Desk, path: Path) -> str:
    """Why a file is refused; proves that not one row of the desk changed for it."""
    before = everything(desk)
    result = inbox.take_in(desk, [path], trust=anyone)
    assert len(result.refused) == 1, "taken in"
    assert everything(desk) == before
    return result.refused[0].reason


_WAITS = ("('renew'", "('asks:", "('heeded:")
"""Notes that a file leaves which waits: the desk was put back, or does not know who is below it."""


def everything(desk: Desk, *, but_waiting: bool = False) -> str:
    """A hash of every row of every table, search included; `but_waiting`: without what a file may leave that
    waits for an earlier one."""
    total = sha256()
    with desk.reading() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        for (name,) in names.all():
            rows = connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
            said = sorted(map(repr, rows))
            if but_waiting and name == "meta":
                said = [row for row in said if not row.startswith(_WAITS)]
            total.update(repr((name, said)).encode())
    return total.hexdigest()


def counts(desk: Desk) -> tuple[int, ...]:
    """Rows of the log: commits, changes."""
    with desk.reading() as connection:
        return tuple(
            int(connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() or 0)
            for name in ("cmt", "chg")
        )


def marks(desk: Desk) -> list[tuple[bytes, str, str, bytes]]:
    """Conflicts and proposals."""
    with desk.reading() as connection:
        rows = connection.exec_driver_sql("SELECT record, field, kind, change FROM mark ORDER BY 1, 2, 3, 4")
        return [(row[0], row[1], row[2], row[3]) for row in rows]


def members(path: Path) -> list[tuple[str, bytes]]:
    """The members of a package as they are."""
    with path.open("rb") as file:
        found = container.members_of(file, path.stat().st_size)
        return [(member.name, container.read(file, member)) for member in found]


def unpacked(path: Path) -> bytes:
    """Everything a package says, with nothing compressed."""
    parts = members(path)
    return b"\n".join(
        zstandard.ZstdDecompressor().decompressobj().decompress(data) if name.endswith(".zst") else data
        for name, data in parts
    )


def lines(path: Path) -> list[bytes]:
    """The package's commits, one a line."""
    out: list[bytes] = []
    for name, data in members(path):
        if name.endswith(".zst"):
            out += zstandard.ZstdDecompressor().decompressobj().decompress(data).splitlines()
    return out


Wild = dict[str, object]


def repacked(
    source: Path,
    target: Path,
    told: Sequence[bytes],
    *,
    counted: tuple[int, int, int] | None = None,
    manifest: Wild | None = None,
    key: Ed25519PrivateKey | None = None,
) -> Path:
    """The package with other lines and a manifest that fits them, but for what `manifest` says otherwise;
    signed with the sender's own key, or with `key`."""
    said: Wild = msgspec.json.decode(members(source)[0][1])
    body = b"".join(line + b"\n" for line in told)
    packed = zstandard.ZstdCompressor(level=3, write_checksum=True).compress(body)
    name = "commits-0001.jsonl.zst"
    found = [msgspec.json.decode(line) for line in told] if counted is None else []
    changes = [change for line in found for change in line["c"]]
    said["commits"], said["changes"], said["withheld"] = counted or (
        len(told), sum(c is not None for c in changes), sum(c is None for c in changes)
    )  # fmt: skip
    said["members"] = [
        {"name": name, "length": len(packed), "unpacked": len(body), "sha256": sha256(packed).hexdigest()}
    ]
    said |= manifest or {}
    return put(source, target, said, [(name, packed)], key)


def put(
    source: Path,
    target: Path,
    said: Wild,
    rest: Sequence[tuple[str, bytes]],
    key: Ed25519PrivateKey | None = None,
) -> Path:
    """A package of that manifest and those members, well signed with the key of who wrote `source`."""
    key = key or key_beside(source)
    raw = msgspec.json.encode(said)
    signature = minisign.sign(key.sign, key.public_key().public_bytes_raw(), raw, "stream")
    target.unlink(missing_ok=True)
    container.write(target, [("manifest.json", raw), ("manifest.json.minisig", signature), *rest])
    return target


def key_beside(source: Path) -> Ed25519PrivateKey:
    """The key of the desk in whose out-tray a package lies, as a thief of its file has it."""
    with closing(sqlite3.connect(source.parent.with_suffix(".desk"))) as raw:
        (seed,) = raw.execute("SELECT value FROM meta WHERE key = 'seed'").fetchone()
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(str(seed)))


def key_of(desk: Desk) -> Ed25519PrivateKey:
    """The desk's own key, as a thief of its file has it."""
    with desk.reading() as connection:
        seed = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'seed'").scalar()
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(str(seed)))


def rewritten(
    line: bytes,
    key: Ed25519PrivateKey,
    *,
    header: Callable[[Wild], None] = lambda _: None,
    change: Callable[[Wild], None] = lambda _: None,
    raw_change: Callable[[bytes], bytes] = lambda raw: raw,
    raw_header: Callable[[bytes], bytes] = lambda raw: raw,
) -> bytes:
    """A commit's line with its header or its last change rewritten, hashed and signed anew by `key`."""
    read = msgspec.json.decode(line)
    said, changes = read["h"], read["c"]
    if changes:
        change(changes[-1])
    bodies = [None if item is None else msgspec.json.encode(item) for item in changes]
    if bodies and bodies[-1] is not None:
        bodies[-1] = raw_change(bodies[-1])
    said["changes"] = [
        old if body is None else codec.digest(body).hex()
        for old, body in zip(said["changes"], bodies, strict=True)
    ]
    header(said)
    raw = raw_header(msgspec.json.encode(said))
    return package.line_of(raw, key.sign(raw), bodies).rstrip(b"\n")


def a_county(folder: Path) -> Desk:
    return Desk.create(folder / "county.desk", site=COUNTY, name="新会区人大", role=SiteRole.COUNTY)


def a_deputys_desk(folder: Path, code: str, name: str = "陈伟雄", parent: str = "HC") -> Desk:
    path = folder / f"{code}.desk"
    return Desk.create(path, site=code, name=name, role=SiteRole.DEPUTY, parent=parent)


def content_of(desk: Desk) -> bytes:
    """Every byte that a desk's file holds, once it is closed."""
    desk.close()
    beside = sorted(desk.path.parent.glob(f"{desk.path.name}-*"))
    return b"".join(path.read_bytes() for path in [desk.path, *beside])


def a_listed_deputy(desk: Desk, name: str = "陈伟雄", code: str = CODE, level: str = "town") -> RecordId:
    """A deputy on the station's list who was given a desk."""
    deputy, _ = offices.save(desk, a_clerk(), Deputy(name=name, level=level))
    offices.add_deputy_desk(desk, a_clerk(), deputy, code)
    return deputy


def handed(station: Desk, deputys: Desk) -> None:
    """Files both ways until both have everything."""
    for _ in range(2):
        taken(deputys, sent(station, deputys.identity.site))
        taken(station, sent(deputys, station.identity.site))


def titles(desk: Desk) -> set[str]:
    return {row.title for row in browse.page(desk, browse.MatterFilter(), limit=100)}


def through(desk: Desk, actor: Actor, suggestion: RecordId, *verbs: str) -> None:
    for verb in verbs:
        handling.take(desk, actor, suggestion, verb, StepEntry(on=DAY, text="已核实"))


DAMAGED = "The file is damaged or incomplete. Copy it again, or ask the sender for it once more."


class Scene(NamedTuple):
    """A town that knows its station; the station's next package, and where a bad one may be written."""

    station: Desk
    town: Desk
    path: Path
    bad: Path


def a_scene(folder: Path, work: Callable[[Desk], object]) -> Scene:
    """The scene after some `work` at the station, in English."""
    i18n.set_language(i18n.ENGLISH)
    station, town = a_station(folder), a_town(folder)
    enrolled(station, town)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    work(station)
    return Scene(station, town, sent(station, TOWN), folder / "bad.lzb")
