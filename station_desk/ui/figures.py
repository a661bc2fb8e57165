"""The few figures the window shows beside its pages, read together, and their words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.exchange import stream
from station_desk.i18n import translate
from station_desk.ui import words


@dataclass(frozen=True, slots=True)
class Standing:
    """How the desk stands: `pressing` overdue or soon due; `open` matters, as many as the list of matters
    shows at first; `outgoing` sites for whom changes wait; `linked` whether it exchanges with anyone;
    `backup` when it was last copied."""

    pressing: int
    open: int
    outgoing: int
    linked: bool
    backup: datetime | None


def standing(desk: Desk, day: date) -> Standing:
    """Read them all, for the reader thread."""
    counts = browse.today(desk, day)
    peers = stream.peers(desk)
    copied = desk.meta("backup")
    return Standing(
        counts.overdue + counts.soon,
        browse.count(desk, MatterFilter(open=True)),
        sum(peer.waiting > 0 for peer in peers),
        bool(peers),
        datetime.fromisoformat(copied) if copied else None,
    )


def moment_words(moment: datetime, today: date) -> str:
    """今天 08:02, 昨天 17:05, 5月3日 08:02; the year only where it differs."""
    clock = f"{moment:%H:%M}"
    if moment.date() == today:
        return translate("figures", "today {time}", time=clock)
    if moment.date() == today - timedelta(1):
        return translate("figures", "yesterday {time}", time=clock)
    return f"{words.day_words(moment.date(), today)} {clock}"


def backup_words(copied: datetime | None, today: date) -> str:
    """When the desk was last copied."""
    if copied is None:
        return translate("figures", "Not backed up yet")
    return translate("figures", "Last backup {when}", when=moment_words(copied, today))


def exchange_words(now: Standing) -> str:
    """What waits to go out."""
    if not now.linked:
        return translate("figures", "Exchange: not linked yet")
    if now.outgoing:
        return translate("figures", "Exchange: {count} to send", count=now.outgoing)
    return translate("figures", "Exchange: nothing waiting")
