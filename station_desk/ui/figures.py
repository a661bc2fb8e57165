"""The few figures the window shows beside its pages, read together, and their words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from station_desk.casework import browse, conflicts, deputies
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Actor, Desk
from station_desk.domain.vocabulary import Role
from station_desk.exchange import stream
from station_desk.i18n import translate
from station_desk.ui import words


@dataclass(frozen=True, slots=True)
class Standing:
    """How the desk stands: `pressing` overdue or soon due; `open` matters, as many as the list of matters
    shows at first; `outgoing` sites for whom changes wait; `linked` whether it exchanges with anyone;
    `backup` when it was last copied; `undecided` what waits for this desk's decision; `mine` what waits for
    the deputy at the keyboard."""

    pressing: int
    open: int
    outgoing: int
    linked: bool
    backup: datetime | None
    undecided: int = 0
    mine: int = 0


def standing(desk: Desk, day: date, actor: Actor | None = None) -> Standing:
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
        conflicts.tally(desk).here,
        _waiting(desk, actor, day) if actor is not None and actor.role is Role.DEPUTY else 0,
    )


def _waiting(desk: Desk, actor: Actor, day: date) -> int:
    deputy = deputies.deputy_of(desk, actor)
    return len(deputies.own(desk, actor, deputy, day).waiting) if deputy is not None else 0


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


def undecided_words(now: Standing) -> str:
    """What waits for this desk's decision; "" for nothing."""
    return translate("figures", "{count} to decide", count=now.undecided) if now.undecided else ""


def exchange_words(now: Standing) -> str:
    """What waits to go out."""
    if not now.linked:
        return translate("figures", "Exchange: not linked yet")
    if now.outgoing:
        return translate("figures", "Exchange: {count} to send", count=now.outgoing)
    return translate("figures", "Exchange: nothing waiting")
