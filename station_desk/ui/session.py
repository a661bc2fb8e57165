"""What every page shares: the open desk, who is at it, the workers, today's date, and word of changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from station_desk.casework.browse import Vocabulary
from station_desk.casework.context import Actor, Changed, Desk
from station_desk.errors import UserError
from station_desk.ui.jobs import Job, Jobs

T = TypeVar("T")


class Session(QObject):
    """One person at one desk. Handed to every page by the window; no page keeps a desk of its own.

    Signals: `changed(Changed)` after every write and every package taken in; `wanted(page id, key)` when a
    page asks for another, e.g. ("matters", id); `said(text, undoable)` for the line in the status area;
    `offered(doors)`: what one may go on with (`messages.Door`s), behind the sentence said last;
    `noted(notes)` after `note(name, text)`: what this person chose on a page (columns, saved views), to be
    kept with the settings; `actorChanged()` after `act_as(actor)`: somebody else sits here now.
    """

    changed = Signal(object)
    wanted = Signal(str, object)
    said = Signal(str, bool)
    offered = Signal(object)
    noted = Signal(object)
    actorChanged = Signal()

    def __init__(
        self,
        desk: Desk,
        actor: Actor,
        jobs: Jobs,
        *,
        today: Callable[[], date] = date.today,
        notes: MutableMapping[str, str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notes: MutableMapping[str, str] = {} if notes is None else notes
        self.desk = desk
        self.actor = actor
        self.jobs = jobs
        self.today = today
        self.vocabulary = Vocabulary()

    @property
    def notes(self) -> Mapping[str, str]:
        """What this person chose on the pages, by name."""
        return self._notes

    def note(self, name: str, text: str) -> None:
        """Remember a choice of this person on this computer; "" forgets it."""
        if text:
            self._notes[name] = text
        else:
            self._notes.pop(name, None)
        self.noted.emit(self._notes)

    def act_as(self, actor: Actor) -> None:
        """Somebody else works here from now on."""
        self.actor = actor
        self.actorChanged.emit()

    def write(
        self,
        fn: Callable[[], T],
        *,
        done: Callable[[T], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        owner: QObject | None = None,
        text: str = "",
    ) -> Job:
        """Run a use case on the writer thread; then `done`, then `changed` with what it touched.

        A result that is a Changed, or has a `changed`, tells what; anything else tells an empty Changed.
        """

        def finished(result: T) -> None:
            if done is not None:
                done(result)
            self.changed.emit(_touched(result))

        return self.jobs.run(lambda _: fn(), done=finished, failed=failed, owner=owner, text=text)

    def read(
        self,
        fn: Callable[[], T],
        done: Callable[[T], object],
        *,
        owner: QObject | None = None,
        failed: Callable[[UserError], object] | None = None,
    ) -> Job:
        """Run a read on the reader thread; it never waits for a write."""
        return self.jobs.read(lambda _: fn(), done=done, failed=failed, owner=owner)


def _touched(result: object) -> Changed:
    if isinstance(result, Changed):
        return result
    if isinstance(result, tuple):
        return next((item for item in result if isinstance(item, Changed)), Changed())
    found = getattr(result, "changed", None)
    return found if isinstance(found, Changed) else Changed()
