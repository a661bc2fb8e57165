"""How a long job says how far it is, without knowing who listens."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called by a job now and then: `done` of `total` steps (0: not known yet) and a short sentence.

    Raises `errors.Cancelled` when the person asked to stop; the job lets it pass, undoing what it began.
    """

    def __call__(self, done: int, total: int, text: str) -> None: ...


def silent(done: int, total: int, text: str) -> None:
    """The progress of a job nobody watches (tests, scripts)."""
