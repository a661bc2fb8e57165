"""Whom a round of consultation asks, and whether it is over: pure rules over signers and their forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from station_desk.domain.declare import RecordId


@dataclass(frozen=True, slots=True)
class Form:
    """One returned form: in which round, and the verdict on the result."""

    round: int
    result: str


@dataclass(frozen=True, slots=True)
class Rival:
    """One of several forms that came back of one signer in one round: whether the signer's own desk wrote it,
    and where in the log it stands (its commit's Lamport number and hash)."""

    record: RecordId
    own: bool
    lamport: int
    commit: bytes


def counting(rivals: Sequence[Rival]) -> Rival:
    """Which of them counts: the verdict is the signer's, so the form of their own desk before one that others
    filed for them; else the last by the log's order. The day and the hour written on them decide nothing."""
    return max(rivals, key=lambda one: (one.own, one.lamport, one.commit, one.record))


def latest(forms: Sequence[Form], before: int | None = None) -> Form | None:
    """The form of the last round (earlier than `before` where named); None where none was returned. Of each
    round only the form that counts may be among them."""
    return max(
        (form for form in forms if before is None or form.round < before),
        key=lambda form: form.round,
        default=None,
    )


def asked(forms: Mapping[RecordId, Sequence[Form]], turn: int, kind: str) -> tuple[RecordId, ...]:
    """The signers whom round `turn` asks, in order: after a redo only those who were dissatisfied or never
    answered, in every other round all of them (每位提出代表都要征询, 上海)."""
    if kind != "redo":
        return tuple(forms)
    return tuple(
        signer
        for signer, own in forms.items()
        if (last := latest(own, turn)) is None or last.result == "dissatisfied"
    )


@dataclass(frozen=True, slots=True)
class Round:
    """How a round stands: who was asked, whose form is out still, who is dissatisfied in it."""

    asked: tuple[RecordId, ...]
    waiting: tuple[RecordId, ...]
    dissatisfied: tuple[RecordId, ...]

    @property
    def over(self) -> bool:
        """Every form has come back, and nobody is dissatisfied."""
        return not self.waiting and not self.dissatisfied


def round_of(forms: Mapping[RecordId, Sequence[Form]], turn: int, kind: str) -> Round:
    """The state of round `turn`; a form of somebody not asked in it counts as well."""
    now = {
        signer: form
        for signer, own in forms.items()
        if (form := latest(own)) is not None and form.round == turn
    }
    wanted = asked(forms, turn, kind)
    return Round(
        wanted,
        tuple(signer for signer in wanted if signer not in now),
        tuple(signer for signer, form in now.items() if form.result == "dissatisfied"),
    )
