"""Half-typed forms survive a crash: saved as they are typed, offered again, forgotten once saved for good."""

from __future__ import annotations

from station_desk.casework.context import Desk
from station_desk.store.drafts import Draft

__all__ = ["Draft", "all", "discard", "load", "save"]


def save(desk: Desk, key: str, payload: str) -> None:
    """Keep what a form holds now. `key` names the form and what it is about (`visit`, `reply/<hex id>`)."""
    desk.drafts.put(key, payload)


def load(desk: Desk, key: str) -> Draft | None:
    """What the form held when it was last kept; None where there is nothing."""
    return desk.drafts.get(key)


def all(desk: Desk, start: str = "") -> list[Draft]:
    """Every draft (of the forms whose keys begin with `start`), latest first."""
    return desk.drafts.all(start)


def discard(desk: Desk, key: str) -> None:
    """Forget a draft: its form was saved, or the person said no."""
    desk.drafts.delete(key)
