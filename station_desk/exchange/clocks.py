"""Clocks that run ahead, said when a package comes: times are shown, and nothing is ordered by them."""

from __future__ import annotations

import time
from collections.abc import Iterable

from station_desk.casework.conflict_words import Namer
from station_desk.exchange.manifest import Manifest
from station_desk.exchange.package import PackedCommit
from station_desk.i18n import CHINESE, language, translate
from station_desk.store.engine import Connection
from station_desk.store.history import AHEAD


def said(connection: Connection, manifest: Manifest, new: Iterable[PackedCommit]) -> tuple[str, ...]:
    """Which offices' clocks are more than ten minutes ahead of this computer's, by this package and the new
    commits in it: one sentence, or none."""
    now = time.time()
    limit = now + AHEAD.total_seconds()
    latest: dict[str, int] = {}
    if manifest.made > limit:
        latest[manifest.sender.site] = manifest.made
    for commit in new:
        header = commit.header
        if header.time > limit and header.time > latest.get(header.site, 0):
            latest[header.site] = header.time
    if not latest:
        return ()
    namer = Namer(connection)
    names = [
        translate("clocks", "{name} by {long}", name=_name(namer, manifest, site), long=_long(at - now))
        for site, at in sorted(latest.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return (
        translate(
            "clocks", "Ahead of this computer's clock: {names}. Compare the clocks; nothing is ordered "
            "by them.",
            names=("、" if language() == CHINESE else ", ").join(names),
        ),
    )  # fmt: skip


def _name(namer: Namer, manifest: Manifest, site: str) -> str:
    """An office's name; of a sender whose name has not arrived, what the package says."""
    name = namer.site(site)
    return manifest.sender.name or site if name == site == manifest.sender.site else name


def _long(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 120:
        return translate("clocks", "{count} minutes", count=minutes)
    if minutes < 48 * 60:
        return translate("clocks", "{count} hours", count=round(minutes / 60))
    return translate("clocks", "{count} days", count=round(minutes / 1440))
