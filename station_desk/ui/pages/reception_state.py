"""The reception card as values: what a draft keeps, and the entry it becomes when it is saved."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from station_desk.casework import intake, pasting
from station_desk.casework.handling import UnitCharge
from station_desk.errors import Problem
from station_desk.ui.choosing import record_id

ROUTES = ("answer", "hand_over", "raise", "to_project", "refuse", "accept")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterDraft:
    """One matter of the card. Records are keys in hex; `merge` is an earlier issue it is part of."""

    text: str = ""
    appeal: str = ""
    category: str = ""
    place: str = ""
    grid: str = ""
    route: str = "accept"
    answer: str = ""
    unit: str = ""
    co: tuple[str, ...] = ()
    deputies: tuple[str, ...] = ()
    door: str = ""
    reason: str = ""
    merge: str = ""
    merge_words: str = ""
    urgent: bool = False
    sensitive: bool = False
    confidential: bool = False

    @property
    def blank(self) -> bool:
        """Nothing typed or chosen yet."""
        return replace(self, route="accept", deputies=()) == MatterDraft()

    def entry(self) -> intake.MatterEntry:
        """The matter as the use case takes it."""
        return intake.MatterEntry(
            text=self.text,
            appeal=self.appeal,
            category=self.category,
            place=self.place,
            grid=record_id(self.grid),
            urgency="urgent" if self.urgent else "normal",
            sensitive=self.sensitive,
            confidential=self.confidential,
            route=self._route(),
        )

    def _route(self) -> intake.Route:
        into = record_id(self.merge)
        if into is not None:
            return intake.Merge(into)
        lead = record_id(self.unit)
        co = [unit for key in self.co if (unit := record_id(key)) is not None and unit != lead]
        named = tuple(found for key in self.deputies if (found := record_id(key)) is not None)
        match self.route:
            case "answer":
                return intake.Answer(self.answer)
            case "hand_over":
                charges = [UnitCharge(lead, "lead")] if lead is not None else []
                joining = [UnitCharge(unit, "co") for unit in co] if lead is not None else []
                return intake.HandOver((*charges, *joining))
            case "raise":
                return intake.Raise(named)
            case "to_project":
                return intake.ToProject(self.reason)
            case "refuse":
                return intake.Refuse(self.door, self.reason)
            case _:
                return intake.Keep()

    def problems(self) -> list[Problem]:
        """What this matter still lacks, by field."""
        alone = intake.VisitEntry(
            began=datetime.min, channel="station", visitor=intake.VisitorEntry(), matters=(self.entry(),)
        )
        return intake.problems(alone)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherDraft:
    """One more who speaks for a group."""

    name: str = ""
    known: str = ""
    phone: str = ""

    def entry(self) -> intake.VisitorEntry:
        """The person as the use case takes them."""
        return intake.VisitorEntry(known=record_id(self.known), name=self.name.strip(), phone=self.phone)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDraft:
    """Who came along, and for whom somebody else agrees. `people` is empty where nobody counted."""

    people: str = ""
    others: tuple[OtherDraft, ...] = ()
    minor: bool = False
    guardian: str = ""
    guardian_phone: str = ""
    guardian_agreed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitDraft:
    """The whole card. `phone` is kept only where it differs from a known visitor's."""

    key: str
    began: datetime
    name: str = ""
    known: str = ""
    phone: str = ""
    address: str = ""
    grid: str = ""
    channel: str = "station"
    deputies: tuple[str, ...] = ()
    informed: bool = False
    party: PartyDraft = PartyDraft()
    matters: tuple[MatterDraft, ...] = ()

    @property
    def blank(self) -> bool:
        """Nothing a clerk would miss."""
        said = self.name.strip() or self.phone.strip() or self.address.strip() or self.known
        return not said and self.party == PartyDraft() and all(matter.blank for matter in self.matters)

    def entry(self) -> intake.VisitEntry:
        """The visit as the use case takes it; matters left blank after the first are not taken along."""
        name, people = pasting.party(self.name)
        party = self.party
        if party.people.strip():
            people = int(party.people) if party.people.strip().isdecimal() else 0
        elif party.others:
            people = max(people, len(party.others) + 1)
        written = [matter for matter in self.matters if not matter.blank] or list(self.matters[:1])
        return intake.VisitEntry(
            began=self.began,
            channel=self.channel,
            visitor=intake.VisitorEntry(
                known=record_id(self.known),
                name=name,
                phone=self.phone,
                address=self.address,
                grid=record_id(self.grid),
                minor=party.minor,
                guardian=party.guardian,
                guardian_phone=party.guardian_phone,
                guardian_agreed=party.guardian_agreed,
            ),
            others=tuple(other.entry() for other in party.others),
            matters=tuple(matter.entry() for matter in written),
            deputies=tuple(found for key in self.deputies if (found := record_id(key)) is not None),
            people=people,
            informed=self.informed,
        )

    def to_text(self) -> str:
        """As the draft is stored."""
        values = asdict(self)
        values["began"] = self.began.isoformat()
        return json.dumps(values, ensure_ascii=False)


def from_text(text: str) -> VisitDraft | None:
    """A stored draft; None where it was written by something else."""
    try:
        stored = json.loads(text)
    except ValueError:
        return None
    if not isinstance(stored, dict) or not isinstance(stored.get("key"), str):
        return None
    words = _reader(stored)
    try:
        began = datetime.fromisoformat(words("began"))
    except ValueError:
        return None
    listed = stored.get("matters")
    matters = tuple(_matter(item) for item in listed if isinstance(item, dict)) if listed else ()
    return VisitDraft(
        key=words("key"),
        began=began,
        name=words("name"),
        known=words("known"),
        phone=words("phone"),
        address=words("address"),
        grid=words("grid"),
        channel=words("channel") or "station",
        deputies=_keys(stored.get("deputies")),
        informed=bool(stored.get("informed")),
        party=_party(stored.get("party")),
        matters=matters,
    )


def _matter(stored: dict[str, object]) -> MatterDraft:
    words = _reader(stored)
    route = words("route")
    return MatterDraft(
        text=words("text"),
        appeal=words("appeal"),
        category=words("category"),
        place=words("place"),
        grid=words("grid"),
        route=route if route in ROUTES else "accept",
        answer=words("answer"),
        unit=words("unit"),
        co=_keys(stored.get("co")),
        deputies=_keys(stored.get("deputies")),
        door=words("door"),
        reason=words("reason"),
        merge=words("merge"),
        merge_words=words("merge_words"),
        urgent=bool(stored.get("urgent")),
        sensitive=bool(stored.get("sensitive")),
        confidential=bool(stored.get("confidential")),
    )


def _party(stored: object) -> PartyDraft:
    if not isinstance(stored, dict):
        return PartyDraft()
    words = _reader(stored)
    listed = stored.get("others")
    readers = [_reader(other) for other in listed if isinstance(other, dict)] if listed else []
    return PartyDraft(
        people=words("people"),
        others=tuple(OtherDraft(name=o("name"), known=o("known"), phone=o("phone")) for o in readers),
        minor=bool(stored.get("minor")),
        guardian=words("guardian"),
        guardian_phone=words("guardian_phone"),
        guardian_agreed=bool(stored.get("guardian_agreed")),
    )


def _reader(stored: dict[str, object]) -> Callable[[str], str]:
    def words(name: str) -> str:
        found = stored.get(name)
        return found if isinstance(found, str) else ""

    return words


def _keys(stored: object) -> tuple[str, ...]:
    return tuple(key for key in stored if isinstance(key, str)) if isinstance(stored, list) else ()
