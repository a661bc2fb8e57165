"""Saved views of the list of matters: a name and its filters, kept with this person's settings."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

from station_desk.casework.browse import MatterFilter, Sort, Waiting
from station_desk.domain.declare import RecordId
from station_desk.ui.session import Session

NOTE = "matters.views"
_IDS = ("grid", "unit", "deputy")
_DAYS = ("due_from", "due_to", "opened_from", "opened_to")
_LISTS = ("tracks", "stages")
_WORDS = ("text", "category", "station", "level", "office")
_MARKS = ("urgent", "sensitive", "supervised", "promised", "looked_back")
_NONE = MatterFilter()
_ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name and what it shows. `own` ones were saved by the person and can be deleted."""

    name: str
    wanted: MatterFilter
    own: bool = False


def saved(session: Session) -> tuple[View, ...]:
    """The views this person saved, in the order they were saved; what cannot be read is left out."""
    try:
        found = json.loads(session.notes.get(NOTE, "{}"))
    except ValueError:
        return ()
    if not isinstance(found, dict):
        return ()
    views = []
    for name, value in found.items():
        wanted = _read(value, session.today())
        if wanted is not None:
            views.append(View(name, wanted, own=True))
    return tuple(views)


def save(session: Session, name: str, wanted: MatterFilter) -> None:
    """Keep `wanted` under `name`, instead of another of that name."""
    kept = {view.name: view.wanted for view in saved(session)} | {name: wanted}
    _write(session, kept)


def delete(session: Session, name: str) -> None:
    """Forget the view of that name."""
    _write(session, {view.name: view.wanted for view in saved(session) if view.name != name})


def _write(session: Session, views: dict[str, MatterFilter]) -> None:
    today = session.today()
    text = {name: _wire(wanted, today) for name, wanted in views.items()}
    session.note(NOTE, json.dumps(text, ensure_ascii=False) if text else "")


def _wire(wanted: MatterFilter, today: date) -> dict[str, object]:
    """Only what is set. Days are kept by their distance from today: overdue stays overdue tomorrow."""
    out: dict[str, object] = {}
    for field in fields(MatterFilter):
        value = getattr(wanted, field.name)
        if value == getattr(_NONE, field.name) or field.name == "ids":
            continue
        if isinstance(value, date):
            out[field.name] = _ALWAYS if value == date.min else (value - today).days
        elif isinstance(value, Sort | Waiting):
            out[field.name] = value.value
        elif isinstance(value, bytes):
            out[field.name] = value.hex()
        else:
            out[field.name] = list(value) if isinstance(value, tuple) else value
    return out


def _read(value: object, today: date) -> MatterFilter | None:
    if not isinstance(value, dict):
        return None
    try:
        values: dict[str, object] = {name: _day(value[name], today) for name in _DAYS if name in value}
        values |= {name: RecordId(bytes.fromhex(value[name])) for name in _IDS if name in value}
        values |= {name: tuple(str(code) for code in value[name]) for name in _LISTS if name in value}
        values |= {name: str(value[name]) for name in _WORDS if name in value}
        values |= {name: bool(value[name]) for name in _MARKS if name in value}
        return replace(
            MatterFilter(
                open=None if value.get("open") is None else bool(value["open"]),
                waiting=Waiting(value["waiting"]) if "waiting" in value else None,
                sort=Sort(value.get("sort", Sort.NEWEST.value)),
            ),
            **values,  # type: ignore[arg-type]
        )
    except (ValueError, TypeError, OverflowError):
        return None


def _day(value: object, today: date) -> date:
    return date.min if value == _ALWAYS else today + timedelta(int(str(value)))
