"""What can go wrong in words a clerk can act on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class UserError(Exception):
    """A plain sentence that says what is wrong and what to do next.

    Shown as it is; never a traceback. Anything that is not a UserError (or Cancelled) is our own bug.
    """


class Hindered(UserError):
    """What passes: another program holds the file, the disk is full. The same may be tried again later."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one field: `field` is the declared name, `message` a whole sentence."""

    field: str
    message: str


class ValidationError(UserError):
    """Input refused, with its problems by field; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.message for problem in self.problems))


class Cancelled(Exception):
    """The person asked a long job to stop; the job left everything as it was."""
