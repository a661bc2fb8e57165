"""Watched folders: which files in them are whole and new; nothing there is ever moved, changed or deleted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from station_desk.errors import UserError
from station_desk.exchange import container
from station_desk.exchange.doubts import BUSY
from station_desk.exchange.spool import Spool, hash_of, is_package

PATIENCE = 30
"""Looks after which a file that stays as it is counts as whole, though its end is missing: then the inbox
says that it is damaged."""

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What one desk watches: whether at all, the folders that files come in, and the folder in which packages
    for a site go out ("" for all others). For the sites in `sealed` they are encrypted with its key."""

    on: bool = False
    folders: tuple[str, ...] = ()
    out: Mapping[str, str] = field(default_factory=dict)
    sealed: frozenset[str] = frozenset()

    def folder_for(self, site: str) -> Path | None:
        """Where packages for that site go, None where nobody chose."""
        found = self.out.get(site) or self.out.get("", "")
        return Path(found) if found else None

    def text(self) -> str:
        """As kept with the settings."""
        said = {"on": self.on, "in": self.folders, "out": dict(self.out), "sealed": sorted(self.sealed)}
        return json.dumps(said, ensure_ascii=False)


def watch_of(text: str) -> Watch:
    """As `Watch.text` wrote it; anything else watches nothing."""
    try:
        found = json.loads(text or "{}")
        folders = tuple(folder for folder in found.get("in", ()) if isinstance(folder, str))
        out = {site: name for site, name in found.get("out", {}).items() if isinstance(name, str)}
        sealed = frozenset(site for site in found.get("sealed", ()) if isinstance(site, str))
    except (ValueError, AttributeError, TypeError):
        return Watch()
    return Watch(found.get("on") is True, folders, out, sealed)


class Watcher:
    """Looks into folders, again and again: `look` gives what is whole and was not met, `meet` remembers it.

    Whole is what did not change between two looks and has its end; a half-copied file, one that a folder-sync
    program is still filling, and a `.part` are left alone. A file is known by its hash, under any name.
    """

    def __init__(self, spool: Spool, *, at_once: bool = False) -> None:
        self._spool = spool
        self._at_once = at_once
        self._before: dict[Path, tuple[Stamp, int]] = {}
        self._hashes: dict[Path, tuple[Stamp, str]] = {}
        self.unreachable: tuple[str, ...] = ()

    def look(self, folders: Iterable[str]) -> list[Path]:
        """What is to be taken in now, also what waits in the inbox for something that passes; folders that
        cannot be read are in `unreachable`."""
        met = self._spool.met()
        hashes = {row[1] for row in met.values()}
        seen: dict[Path, tuple[Stamp, int]] = {}
        out: list[Path] = []
        gone: list[str] = []
        for folder in folders:
            try:
                found = sorted(path for path in Path(folder).iterdir() if is_package(path))
            except OSError:
                gone.append(folder)
                continue
            for path in found:
                try:
                    status = path.stat()
                    stamp = status.st_size, status.st_mtime_ns
                    looks = self._looks(path, stamp)
                    seen[path] = stamp, looks
                    if met.get(str(path), [""])[0] == _words(stamp) or not self._whole(path, stamp, looks):
                        continue
                    digest = hash_of(path)
                except OSError:
                    continue  # just renamed, or locked by who writes it
                self._hashes[path] = stamp, digest
                if digest in hashes:
                    self._spool.meet({str(path): [_words(stamp), digest]})
                    continue
                hashes.add(digest)
                out.append(path)
        out += [one.path for one in self._spool.waiting() if one.kind == BUSY]
        self._before = seen
        self.unreachable = tuple(gone)
        return out

    def meet(self, paths: Iterable[Path]) -> None:
        """These were taken in, refused or wait in the inbox; they do not come up again."""
        known = {path: self._hashes[path] for path in paths if path in self._hashes}
        self._spool.meet({str(path): [_words(stamp), digest] for path, (stamp, digest) in known.items()})

    def _looks(self, path: Path, stamp: Stamp) -> int:
        """How many looks found it as it is now."""
        before = self._before.get(path)
        return before[1] + 1 if before is not None and before[0] == stamp else 1

    def _whole(self, path: Path, stamp: Stamp, looks: int) -> bool:
        if stamp[0] == 0 or (looks < 2 and not self._at_once):
            return False
        if looks >= PATIENCE or path.name.lower().endswith(".age"):
            return True
        try:
            with path.open("rb") as file:
                container.members_of(file, stamp[0])
        except (UserError, OSError):
            return False
        return True


def _words(stamp: Stamp) -> str:
    return f"{stamp[0]} {stamp[1]}"
