"""Shows what packages hold: `python -m tests.exchange.plain [--passphrase P] [--trust KEY]… FILE…`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tests.exchange.plain.age import MAGIC, unlock
from tests.exchange.plain.fold import fold, sums
from tests.exchange.plain.minisign import fingerprint, read_key
from tests.exchange.plain.package import read_package
from tests.exchange.plain.table import of_page
from tests.exchange.plain.trust import Store
from tests.exchange.plain.values import Json, Refused

_SHOWN = ("stream", "n", "commits", "changes", "withheld", "receipt", "took", "base", "branches")


def main(words: Sequence[str] | None = None) -> int:
    """One JSON value: each package, then the records of all. 1 where one was refused."""
    asked = _asked(words)
    table = of_page()
    store = Store(asked.me, table=table)
    for text in asked.trust:
        if text.endswith(".lzk"):
            desk = read_key(Path(text).read_bytes())
            text = f"{desk['site']}:{desk['replica']}:{desk['key']}"
        site, replica, key = text.rsplit(":", 2)
        store.keys[replica] = (site, key)
    out: Json = {"packages": []}
    wrong = 0
    for path in asked.files:
        said: Json = {"file": path.name}
        out["packages"].append(said)
        try:
            _look(path, asked, store, said)
        except (Refused, OSError) as fault:
            wrong, said["refused"] = 1, str(fault)
    found = fold(store.changes(), table)
    out["holds"] = store.holds()
    out["records"] = {
        record: {"type": one.type} | (one.values() if asked.brief else asdict(one))
        for record, one in found.items()
    }
    sys.stdout.write(json.dumps(out, ensure_ascii=False, indent=1) + "\n")
    return wrong


def _look(path: Path, asked: argparse.Namespace, store: Store, said: Json) -> None:
    """Take a file in, and say what it is."""
    data = path.read_bytes()
    if data.startswith(MAGIC):
        data = unlock(data, asked.passphrase, asked.key)
    if path.suffix == ".lzk":
        desk = read_key(data)
        said["desk"] = desk
        said["fingerprint"] = fingerprint(desk["site"], desk["replica"], desk["key"])
        return
    package = read_package(data)
    manifest, sender = package.manifest, package.manifest["sender"]
    said |= {name: manifest[name] for name in _SHOWN}
    said["hash"], said["alone"], said["blobs"] = package.hash, package.alone, sorted(package.blobs)
    said["fingerprint"] = fingerprint(sender["site"], sender["replica"], sender["key"])
    if not asked.trust and sender["replica"] not in store.keys:
        store.keys[sender["replica"]], said["trust"] = (
            (sender["site"], sender["key"]),
            "the sender's own word",
        )
    store.me = store.me or manifest["recipients"][0]
    said["new"] = len(store.take(package))
    # In a fresh store only: after a run of packages from one end the sums are those of what both hold.
    mine, told = sums(store.changes()), manifest["word"].get("sums", {})
    said["sums differ"] = sorted(type_ for type_, months in told.items() if mine.get(type_) != months)


def _asked(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--passphrase", help="of a file sealed with one")
    parser.add_argument("--key", help="an AGE-SECRET-KEY-1…")
    parser.add_argument("--me", default="", help="the reader's site; without it the first recipient")
    parser.add_argument("--trust", action="append", default=[], help="SITE:REPLICA:KEY, or a .lzk file")
    parser.add_argument("--brief", action="store_true", help="values only")
    parser.add_argument("files", nargs="+", type=Path)
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main())
