"""What waits to go out, for whom and since when; and all of it written in one go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from station_desk.casework.context import Desk
from station_desk.errors import Cancelled, UserError
from station_desk.exchange import enrolment, sealing, stream
from station_desk.exchange.inbox import Refused
from station_desk.exchange.stream import Exported, Peer
from station_desk.exchange.widening import base_of
from station_desk.i18n import CHINESE, language, translate
from station_desk.progress import Progress, silent
from station_desk.store.engine import Connection
from station_desk.store.sqlio import rows_of


@dataclass(frozen=True, slots=True)
class Due:
    """A package that is to be written: for whom, its number and what it carries.

    `entries` they have not confirmed; `receipt`: nothing new for them, but what they sent has come and they
    do not know it; `files`: attached files that they asked for and that are here. `confirmed`: number of the
    package of ours that they last said they had, 0 for none, and the day on which they said so. `written`:
    the day of our last one.
    """

    site: str
    name: str
    number: int
    entries: int
    receipt: bool
    confirmed: int
    confirmed_on: date | None
    written: date | None
    files: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """What writing all that is due came to; `failed` names sites and says why."""

    made: tuple[Exported, ...]
    failed: tuple[Refused, ...]
    stopped: bool = False

    def sentence(self) -> str:
        """All of it in one line."""
        changes = sum(one.changes for one in self.made)
        parts = [
            translate("outbox", "{count} packages written: {changes} changes.", count=len(self.made),
                      changes=changes)
        ]  # fmt: skip
        if self.failed:
            first = self.failed[0]
            parts.append(
                translate("outbox", "{count} could not be written. {name}: {reason}",
                          count=len(self.failed), name=first.name, reason=first.reason)
            )  # fmt: skip
        if self.stopped:
            parts.append(translate("outbox", "Stopped before the end; what was written stays."))
        return ("" if language() == CHINESE else " ").join(parts)


@dataclass(frozen=True, slots=True)
class Sent:
    """A package that was written: its number, file, when, its bytes before it was encrypted and its changes.
    `confirmed`: a word of theirs says that they took it, or one after it."""

    number: int
    name: str
    at: datetime
    bytes: int
    changes: int
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What went out to one site lately, the newest first; whether a key to encrypt for it is known."""

    sent: tuple[Sent, ...]
    may_seal: bool


_SENT = "SELECT peer, number, name, at, bytes, changes FROM stream WHERE "


def standing(desk: Desk, site: str, limit: int = 12) -> Standing:
    """The last packages for a site, and whether its words confirm them."""
    with desk.reading() as connection:
        sql = _SENT + "direction = 'out' AND peer = ? ORDER BY id DESC LIMIT ?"
        sent = tuple(_sent(connection, rows_of(connection, sql, (site, limit))))
    return Standing(sent, bool(enrolment.age_keys(desk, site)))


def latest(desk: Desk) -> Mapping[str, Sent]:
    """The last package written for each site that got any."""
    with desk.reading() as connection:
        sql = _SENT + "id IN (SELECT max(id) FROM stream WHERE direction = 'out' GROUP BY peer)"
        rows = rows_of(connection, sql)
        return dict(zip((row[0] for row in rows), _sent(connection, rows), strict=True))


def _sent(connection: Connection, rows: Sequence[Sequence[Any]]) -> Iterator[Sent]:
    confirmed: dict[str, int] = {}
    for peer, number, name, at, size, changes in rows:
        if peer not in confirmed:
            confirmed[peer] = base_of(connection, peer)[0]
        when = datetime.fromisoformat(at)
        yield Sent(number, name, when, size, changes, number <= confirmed[peer])


def due(desk: Desk) -> list[Due]:
    """The packages to be written now, for the office above first, then by the codes of those below."""
    parent = desk.identity.parent
    found = stream.peers(desk)
    with desk.reading() as connection:
        known = [_due(connection, peer) for peer in found]
    return sorted(
        (one for one in known if one.entries or one.receipt or one.files),
        key=lambda d: (d.site != parent, d.site),
    )


def _due(connection: Connection, peer: Peer) -> Due:
    number, _ = base_of(connection, peer.site)
    said = peer.last_in.date() if peer.last_in is not None and number else None
    written = peer.last_out.date() if peer.last_out is not None else None
    return Due(
        peer.site, peer.name, peer.sent + 1, peer.waiting, _owed(connection, peer.site), number, said,
        written, peer.owed,
    )  # fmt: skip


def _owed(connection: Connection, peer: str) -> bool:
    """Whether something came from them after our last package: they do not know yet that it is here.

    A package that only confirmed ours asks for no answer, or two desks would thank each other for ever.
    """
    rows = rows_of(
        connection,
        "SELECT 1 FROM stream WHERE direction = 'in' AND peer = ? AND changes > 0 AND id >"
        " (SELECT coalesce(max(id), 0) FROM stream WHERE direction = 'out' AND peer = ?) LIMIT 1",
        (peer, peer),
    )
    return bool(rows)


def write_all(
    desk: Desk,
    sites: Sequence[str],
    folder_of: Callable[[str], Path | None],
    progress: Progress = silent,
    sealed: Collection[str] = (),
) -> Written:
    """Write the next package for each of these sites into its folder; one that fails stops no other.

    `folder_of` gives the folder of a site, None to pass it over. Those for the sites in `sealed` are
    encrypted with the site's own key. Stopped, what was written stays.
    """
    names = _names(desk)
    made: list[Exported] = []
    failed: list[Refused] = []
    for place, site in enumerate(sites):
        folder = folder_of(site)
        if folder is None:
            continue
        name = names.get(site, site)
        told = _within(progress, place, len(sites), name)
        try:
            if site in sealed:
                made.append(sealing.export(desk, site, folder, progress=told))
            else:
                made.append(stream.export(desk, site, folder, told))
        except Cancelled:
            return Written(tuple(made), tuple(failed), stopped=True)
        except UserError as error:
            failed.append(Refused(name, str(error)))
    return Written(tuple(made), tuple(failed))


def _names(desk: Desk) -> dict[str, str]:
    with desk.reading() as connection:
        rows = rows_of(connection, "SELECT code, name FROM site WHERE void IS NULL AND name IS NOT NULL")
    return dict(rows)


def _within(progress: Progress, place: int, number: int, name: str) -> Progress:
    said = translate("outbox", "Writing package {number} of {total}, for {site}", number=place + 1,
                     total=number, site=name)  # fmt: skip

    def tell(done: int, total: int, text: str) -> None:  # noqa: ARG001
        progress(place, number, said)

    return tell
