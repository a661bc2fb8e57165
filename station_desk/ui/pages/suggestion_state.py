"""A suggestion's sheet: from the issues behind it, as it was saved, and as the text its draft keeps."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from station_desk.casework.browse import MatterDetail
from station_desk.casework.suggestions import SuggestionEntry, title_for
from station_desk.domain.records import Suggestion
from station_desk.i18n import translate
from station_desk.ui.choosing import record_id


def to_text(entry: SuggestionEntry) -> str:
    """As the draft is stored; records as keys in hex, the day left out."""
    values: dict[str, object] = {
        name: getattr(entry, name)
        for name in SuggestionEntry.__dataclass_fields__
        if name not in ("deputies", "opened_on", "follows")
    }
    values["follows"] = entry.follows.hex() if entry.follows is not None else ""
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
        level=said("level"), group=said("group"), follows=record_id(said("follows")),
    )  # fmt: skip


def from_issues(found: Sequence[MatterDetail], today: date) -> SuggestionEntry:
    """A sheet prefilled with what the issues say and who heard them; `found` is not empty."""
    first = found[0]
    texts = [
        translate("suggestion", "{number}: {said}", number=one.row.number, said=one.record.text or "")
        for one in found
    ]
    received = first.visit.deputies if first.visit is not None else ()
    return SuggestionEntry(
        title=title_for(first.row.title),
        text="\n".join(texts) if len(texts) > 1 else first.record.text or "",
        deputies=received or (), category=first.row.category, place=first.row.place, opened_on=today,
        formed_by="visits",
    )  # fmt: skip


def of_record(detail: MatterDetail, today: date) -> SuggestionEntry | None:
    """A suggestion's sheet as it was saved; None for another kind of matter."""
    record = detail.record
    if not isinstance(record, Suggestion):
        return None
    return SuggestionEntry(
        title=record.title or "", text=record.text or "", opened_on=record.opened_on or today,
        deputies=tuple(row.signer.deputy for row in detail.signers if row.signer.deputy),
        level=record.level or "", group=record.group or "", category=record.category or "",
        place=record.place or "", session=record.session or "", at_session=bool(record.at_session),
        consent=record.consent or "", formed_by=record.formed_by or "",
        years_running=record.years_running or "", wants_contact=bool(record.wants_contact),
        reference_only=bool(record.reference_only), proposed_units=record.proposed_units or "",
    )  # fmt: skip
