"""A program that knows only docs/exchange-format.md finds in our files what the desk holds."""

from __future__ import annotations

import ast
import json
import sys
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import blake2b, sha256
from pathlib import Path

import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from station_desk import i18n
from station_desk.casework.context import Desk
from station_desk.domain import declare
from station_desk.domain.fold import fold
from station_desk.domain.records import TYPES
from station_desk.exchange import inbox
from station_desk.exchange.fingerprints import fingerprint
from station_desk.store.commits import load_views
from tests.exchange import plain_reader
from tests.exchange.golden_scene import GOLDEN, LETTER, Scene, a_scene
from tests.exchange.plain_reader import Package, Record, Refused
from tests.exchange.post import TOWN, a_county, a_town, anyone, titles


def read(path: Path, keys: Mapping[str, str] | None = None) -> Package:
    package = plain_reader.open_package(path)
    plain_reader.check_commits(package, keys or {}, {})
    return package


def by_desk(desk: Desk, found: Mapping[str, Record]) -> dict[str, Record]:
    """The same records as the desk holds them."""
    keys = [bytes.fromhex(key) for key in found]
    with desk.reading() as connection:
        views = load_views(connection, [declare.RecordId(key) for key in keys])
    out: dict[str, Record] = {}
    for key, known in views.items():
        kind = found[key.hex()].type
        folded = fold(declare.fields_of(TYPES[kind]), known)
        out[key.hex()] = Record(kind, folded.creator, folded.values)
    return out


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    i18n.set_language(i18n.ENGLISH)
    return a_scene(tmp_path_factory.mktemp("scene"))


def test_the_reader_imports_nothing_of_ours() -> None:
    tree = ast.parse(Path(plain_reader.__file__).read_bytes())
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    others = {name.split(".")[0] for name in named} - sys.stdlib_module_names
    assert others == {"zstandard", "cryptography"}


def test_a_stations_package_holds_what_the_station_holds_but_for_visitors(scene: Scene) -> None:
    package = read(scene.from_station)
    found = plain_reader.records(package)
    assert found == by_desk(scene.station, found) == by_desk(scene.town, found)
    kinds = {record.type for record in found.values()}
    assert {"visit", "issue", "suggestion", "signer", "step", "link", "attachment", "deputy"} <= kinds
    assert "visitor" not in kinds
    assert package.manifest["withheld"] == 2
    assert list(package.blobs.values()) == [LETTER]


def test_what_a_town_passes_on_is_proved_by_the_stations_own_key(scene: Scene, tmp_path: Path) -> None:
    package = read(scene.from_town)
    found = plain_reader.records(package)
    assert {commit.header["site"] for commit in package.commits} == {"HC", "HCZ"}
    county = a_county(tmp_path)
    assert inbox.take_in(county, [scene.from_town], trust=anyone).refused == ()
    assert found == by_desk(county, found)


def test_who_knows_no_key_of_a_station_believes_no_word_of_it(scene: Scene) -> None:
    package = plain_reader.open_package(scene.from_town)
    replica = next(c.header["replica"] for c in package.commits if c.header["site"] == "HC")
    plain_reader.check_commits(package, {}, {})
    with pytest.raises(Refused, match="commit's signature"):
        plain_reader.check_commits(package, {replica: package.manifest["sender"]["key"]}, {})


def test_the_sums_and_the_fingerprint_are_reckoned_as_the_page_says() -> None:
    package = read(GOLDEN / "HC-HCZ-1.lzb")
    sums: dict[str, dict[str, int]] = {}
    for commit in package.commits:
        for body, digest in zip(commit.bodies, commit.header["changes"], strict=True):
            if body is not None:
                change = json.loads(body)
                made = datetime.fromtimestamp(int(change["r"][:12], 16) / 64_000, UTC)
                months = sums.setdefault(change["t"], {})
                month = f"{made:%Y-%m}"
                months[month] = (months.get(month, 0) + int(digest[:16], 16)) % (1 << 64)
    told = {kind: {month: f"{sum_:016x}" for month, sum_ in months.items()} for kind, months in sums.items()}
    assert package.manifest["word"] == {"sums": told}

    sender = package.manifest["sender"]
    lines = ["station-desk fingerprint", sender["site"], sender["replica"], sender["key"]]
    value = int.from_bytes(sha256("\n".join(lines).encode()).digest()[:15], "big")
    letters, groups = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ", []
    for place in range(8):
        a, b, c = (value >> 5 * (3 * place + at) & 31 for at in range(3))
        groups.append("".join(letters[d] for d in (a, b, c, (place + 3 * a + 7 * b + 11 * c) % 32)))
    assert "-".join(groups) == fingerprint(sender["site"], sender["replica"], sender["key"])


@pytest.mark.parametrize("name", ["HC-HCZ-1.lzb", "HC-HCZ-1-receipt-1.lzb", "HCZ-XHQ-1.lzb"])
def test_no_byte_of_a_file_can_be_changed_unseen(name: str, tmp_path: Path) -> None:
    data = (GOLDEN / name).read_bytes()
    bad = tmp_path / name
    for place in range(0, len(data), 41):
        bad.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        with pytest.raises((Refused, ValueError)):
            plain_reader.open_package(bad)


def test_what_the_reader_writes_is_a_file_of_ours(scene: Scene, tmp_path: Path) -> None:
    found = plain_reader.members(scene.from_station.read_bytes())
    assert plain_reader.zipped(found) == scene.from_station.read_bytes()


def _a_foreign_package(key: Ed25519PrivateKey, target: Path) -> None:
    """A package of site XH to the town, written by nothing but what the page says."""
    public = key.public_key().public_bytes_raw()
    replica = "5e" * 16

    def change(kind: str, nonce: bytes, fields: dict[str, object]) -> bytes:
        mark = sha256(bytes.fromhex(replica) + nonce).digest()[:10]
        record = (1_778_000_000_000 * 64).to_bytes(6, "big") + mark
        return plain_reader.canonical({"t": kind, "r": record.hex(), "n": nonce.hex(), "f": fields})

    site = {"code": "XH", "name": "象湖站", "role": "station", "parent": TOWN, "office": TOWN}
    issue = {"number": "XH-2026-0001", "title": "旧桥护栏断裂", "station": "XH", "opened_on": "2026-05-07"}
    certificate = {"site": "XH", "replica": replica, "key": public.hex(), "office": TOWN}
    bodies = [
        change("site", b"a" * 16, dict(site)),
        change("desk", b"b" * 16, dict(certificate)),
        change("issue", b"c" * 16, {**issue, "text": "“旧桥”\n/护栏", "office": TOWN}),
    ]
    header = plain_reader.canonical(
        {
            "v": 1, "site": "XH", "role": "clerk", "replica": replica, "seq": 1, "prev": "0" * 64,
            "time": 1_778_000_000, "lamport": 1, "actor": "周敏", "verb": "register_visit",
            "changes": [sha256(body).hexdigest() for body in bodies],
        }
    )  # fmt: skip
    line = b'{"h":%b,"s":"%b","c":[%b]}\n' % (header, key.sign(header).hex().encode(), b",".join(bodies))
    packed = zstandard.ZstdCompressor().compress(line)
    name = "commits-0001.jsonl.zst"
    note = {
        "name": name,
        "length": len(packed),
        "unpacked": len(line),
        "sha256": sha256(packed).hexdigest(),
    }
    sender = {"site": "XH", "name": "象湖站", "role": "station", "parent": TOWN}
    manifest = plain_reader.canonical(
        {
            "format": 1, "program": "another", "suite": "ed25519",
            "sender": {**sender, "replica": replica, "key": public.hex(), "age": ""},
            "recipients": [TOWN], "stream": f"XH>{TOWN}", "n": 1, "previous": "0" * 64,
            "made": 1_778_000_000, "commits": 1, "changes": 3, "withheld": 0,
            "receipt": {replica: [1, sha256(header).hexdigest()]}, "members": [note],
            "took": "", "base": "", "branches": {}, "word": {},
        }
    )  # fmt: skip
    first = key.sign(blake2b(manifest).digest())
    both = key.sign(first + b"by another")
    number = blake2b(public, digest_size=8).digest()
    head, tail = b64encode(b"ED" + number + first), b64encode(both)
    signature = b"untrusted comment: x\n%b\ntrusted comment: by another\n%b\n" % (head, tail)
    members = {"manifest.json": manifest, "manifest.json.minisig": signature, name: packed}
    target.write_bytes(plain_reader.zipped(members))


def test_what_another_program_writes_by_the_page_is_taken_in(tmp_path: Path) -> None:
    i18n.set_language(i18n.ENGLISH)
    town, path = a_town(tmp_path), tmp_path / "XH-HCZ-1.lzb"
    _a_foreign_package(Ed25519PrivateKey.generate(), path)
    found = plain_reader.records(read(path))
    assert inbox.take_in(town, [path], trust=anyone).refused == ()
    assert titles(town) == {"旧桥护栏断裂"}
    assert by_desk(town, found) == found
