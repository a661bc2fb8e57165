"""A suggestion's sheet as the text its draft keeps, and back."""

from __future__ import annotations

import json
from datetime import date

from station_desk.casework.suggestions import SuggestionEntry
from station_desk.ui.choosing import record_id


def to_text(entry: SuggestionEntry) -> str:
    """As the draft is stored; records as keys in hex, the day left out."""
    values: dict[str, object] = {
        name: getattr(entry, name)
        for name in SuggestionEntry.__dataclass_fields__
        if name not in ("deputies", "opened_on")
    }
    values["deputies"] = [deputy.hex() for deputy in entry.deputies]
    return json.dumps(values, ensure_ascii=False)


def from_text(text: str, today: date) -> SuggestionEntry | None:
    """A stored draft; None where it was written by something else."""
    try:
        stored = json.loads(text)
    except ValueError:
        return None
    if not isinstance(stored, dict):
        return None

    def said(name: str) -> str:
        found = stored.get(name)
        return found if isinstance(found, str) else ""

    listed = stored.get("deputies")
    keys = [key for key in listed if isinstance(key, str)] if isinstance(listed, list) else []
    return SuggestionEntry(
        title=said("title"), text=said("text"), opened_on=today,
        deputies=tuple(found for key in keys if (found := record_id(key)) is not None),
        category=said("category"), place=said("place"), session=said("session"),
        at_session=bool(stored.get("at_session")), consent=said("consent"), formed_by=said("formed_by"),
        years_running=said("years_running"), wants_contact=bool(stored.get("wants_contact")),
        reference_only=bool(stored.get("reference_only")), proposed_units=said("proposed_units"),
    )  # fmt: skip
