"""How the exchange with each site stands, in words: what is missing, silent, not confirmed or otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from station_desk.exchange.stream import Peer
from station_desk.exchange.sums import TRIES, Difference
from station_desk.i18n import Label, translate

QUIET_DAYS = 14
"""Days of silence after which the board says so."""

RECENT = 5
"""Packages back in which a missing one is still said: what is older was brought along long ago."""

MANY = 3
"""Packages without an answer after which the board asks for a receipt."""

_KINDS: Mapping[str, Label] = MappingProxyType(
    {
        "issue": Label("issues", "问题"),
        "suggestion": Label("suggestions", "建议"),
        "motion": Label("motions", "议案"),
        "step": Label("entries of the course", "办理经过"),
        "assignment": Label("hand-overs", "交办"),
        "reply": Label("replies", "答复"),
        "visit": Label("visits", "接待"),
        "feedback": Label("feedback", "反馈"),
        "attachment": Label("attached files", "附件"),
        "signer": Label("signers", "领衔与附议"),
    }
)
_OTHER = Label("lists and other records", "名录及其他记录")


@dataclass(frozen=True, slots=True)
class PeerWords:
    """How the exchange with one site stands: a word or two, their tone ("red", "amber", "text2"), and
    sentences, the most pressing first."""

    state: str
    tone: str
    sentences: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The most pressing sentence."""
        return self.sentences[0] if self.sentences else ""


@dataclass(frozen=True, slots=True)
class _Said:
    state: str
    tone: str
    sentence: str


def words(peer: Peer, today: date) -> PeerWords:
    """Say how it stands; what is no harm is said last, and alone where there is nothing else."""
    found = [said for said in _all(peer, today) if said is not None]
    usual = _usual(peer)
    if not found:
        return PeerWords(usual.state, usual.tone, (usual.sentence,))
    return PeerWords(found[0].state, found[0].tone, (*(said.sentence for said in found), usual.sentence))


def _all(peer: Peer, today: date) -> list[_Said | None]:
    return [
        *(_Said(translate("peers", "desk copied"), "red", text) for text in peer.warnings),
        _asks(peer),
        _less(peer),
        _gap(peer),
        _quiet(peer, today),
        _unconfirmed(peer, today),
        _lacks(peer),
        _differs(peer.differs),
        _files(peer),
        _withheld(peer),
    ]


def _asks(peer: Peer) -> _Said | None:
    if not peer.asks:
        return None
    return _Said(
        translate("peers", "its file waits"),
        "amber",
        translate(
            "peers",
            "It sends its files here, as to the office above it, and goes on from what is not here. Write it "
            "a receipt alone: its next file then contains everything.",
        ),
    )


def _less(peer: Peer) -> _Said | None:
    if not peer.less:
        return None
    return _Said(
        translate("peers", "holds less than before: restored?"),
        "amber",
        translate(
            "peers",
            "It holds {count} entries less than it said before: perhaps a backup was put back there. Your "
            "next package contains them.",
            count=peer.less,
        ),
    )


def _gap(peer: Peer) -> _Said | None:
    recent = [number for number in peer.gaps if number >= peer.received - RECENT]
    if not recent:
        return None
    state = translate(
        "peers", "package {numbers} missing", numbers=translate("peers", ", ").join(map(str, recent[-3:]))
    )
    if not peer.whole:
        return _Said(
            state,
            "amber",
            translate(
                "peers",
                "Package {number} has arrived, and goes on from one that is not here. Send them a package: "
                "their next one contains everything.",
                number=peer.received,
            ),
        )
    return _Said(
        state,
        "amber",
        translate(
            "peers",
            "Package {number} has arrived and contains it; nothing to ask for.",
            number=peer.received,
        ),
    )


def _quiet(peer: Peer, today: date) -> _Said | None:
    quiet = (today - peer.lately.date()).days if peer.lately is not None else 0
    if quiet < QUIET_DAYS:
        return None
    return _Said(
        translate("peers", "nothing for {days} days", days=quiet),
        "amber",
        translate("peers", "Nothing came or went for {days} days. Ask whether a file got lost.", days=quiet),
    )


def _unconfirmed(peer: Peer, today: date) -> _Said | None:
    since = peer.unconfirmed_since
    if not peer.waiting or since is None:
        return None
    if peer.unconfirmed < MANY and (today - since.date()).days < QUIET_DAYS:
        return None
    return _Said(
        translate("peers", "not confirmed"),
        "amber",
        translate(
            "peers",
            "Not confirmed: {count} packages since {day}. Ask for a package or a receipt.",
            count=peer.unconfirmed,
            day=f"{since:%Y-%m-%d}",
        ),
    )


def _lacks(peer: Peer) -> _Said | None:
    recent = [number for number in peer.lacks if number >= peer.sent - RECENT]
    if not recent or not peer.waiting:
        return None
    return _Said(
        translate("peers", "did not get package {number}", number=recent[-1]),
        "text2",
        translate("peers", "Your package {number} never arrived there; the next one contains it.",
                  number=recent[-1]),
    )  # fmt: skip


def _differs(found: tuple[Difference, ...]) -> _Said | None:
    if not found:
        return None
    kinds = {str(_KINDS.get(difference.kind, _OTHER)): None for difference in found}
    months = sorted({difference.month for difference in found})
    values = {
        "kinds": translate("peers", ", ").join(kinds),
        "months": translate("peers", ", ").join(months[-3:]),
    }
    state = translate("peers", "holds something else")
    if all(difference.tries >= TRIES for difference in found):
        return _Said(
            state,
            "red",
            translate(
                "peers",
                "What it holds still differs from here after being sent again: {kinds} of {months}. "
                "Telephone them, and compare with “digest”.",
                **values,
            ),
        )
    return _Said(
        state,
        "amber",
        translate(
            "peers",
            "What it holds differs from here: {kinds} of {months}. The next package contains it again, and "
            "asks for theirs.",
            **values,
        ),
    )


def _files(peer: Peer) -> _Said | None:
    if not peer.files:
        return None
    return _Said(
        translate("peers", "in order"),
        "text2",
        translate("peers", "It still lacks {count} attached files; they go with the next packages.",
                  count=peer.files),
    )  # fmt: skip


def _withheld(peer: Peer) -> _Said | None:
    if not peer.withheld:
        return None
    return _Said(
        translate("peers", "in order"),
        "text2",
        translate(
            "peers",
            "{count} changes from there are known by their digests alone: they are not for this desk, or "
            "were taken out here.",
            count=peer.withheld,
        ),
    )


def _usual(peer: Peer) -> _Said:
    if peer.last_in is None and peer.last_out is None:
        return _Said(
            translate("peers", "no exchange yet"),
            "text2",
            translate("peers", "Nothing sent, nothing received."),
        )
    got = (
        translate("peers", "Received up to package {number}", number=peer.received)
        if peer.received
        else translate("peers", "Nothing received yet")
    )
    sent = (
        translate("peers", "sent up to {number}", number=peer.sent)
        if peer.sent
        else translate("peers", "nothing sent yet")
    )
    return _Said(
        translate("peers", "in order"),
        "text2",
        translate("peers", "{received}, {sent}", received=got, sent=sent),
    )
