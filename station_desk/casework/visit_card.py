"""A visit as the card holds it: who came, what they raised, the way each matter goes, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from station_desk.casework.handling import UnitCharge
from station_desk.domain.declare import RecordId
from station_desk.domain.profile import RuleProfile
from station_desk.errors import Problem
from station_desk.i18n import translate


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitorEntry:
    """Who came; `known` is someone who came before. All empty: anonymous.

    `minor`: too young to agree to being written down; then the guardian is (PIPL art. 31).
    """

    known: RecordId | None = None
    name: str = ""
    gender: str = ""
    phone: str = ""
    address: str = ""
    grid: RecordId | None = None
    voter: bool | None = None
    minor: bool = False
    guardian: str = ""
    guardian_phone: str = ""
    guardian_agreed: bool = False

    @property
    def anonymous(self) -> bool:
        """Nothing said about who came."""
        return self.known is None and not (self.name or self.phone or self.address)


@dataclass(frozen=True, slots=True)
class Keep:
    """Accept it; the station assigns it later."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Answered on the spot (当场答复)."""

    text: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """Handed to units at once (转办)."""

    units: tuple[UnitCharge, ...]
    request: str = ""


@dataclass(frozen=True, slots=True)
class Raise:
    """Turned into a deputy's suggestion (转建议); its sheet is finished later."""

    deputies: tuple[RecordId, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class ToProject:
    """Proposed as a micro-project (转项目)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refuse:
    """Not accepted (不受理); `door` is a key of the profile's doors: where it belongs."""

    door: str
    reason: str


@dataclass(frozen=True, slots=True)
class Merge:
    """The same person about the same thing: closed at once as part of an earlier issue (并入)."""

    into: RecordId


Route = Keep | Answer | HandOver | Raise | ToProject | Refuse | Merge


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterEntry:
    """One matter of a visit, `text` in the visitor's own words. `confidential`: they ask not to be named."""

    text: str
    title: str = ""
    appeal: str = ""
    category: str = ""
    place: str = ""
    grid: RecordId | None = None
    people: int | None = None
    urgency: str = "normal"
    sensitive: bool = False
    confidential: bool = False
    route: Route = field(default_factory=Keep)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitEntry:
    """A whole visit as the card holds it. `others` came with the visitor and speak for the group."""

    began: datetime
    channel: str
    visitor: VisitorEntry
    matters: tuple[MatterEntry, ...]
    deputies: tuple[RecordId, ...] = ()
    recorder: str = ""
    people: int = 1
    informed: bool = False
    station: str = ""
    others: tuple[VisitorEntry, ...] = ()


def problems(entry: VisitEntry, profile: RuleProfile | None = None) -> list[Problem]:
    """What is missing on the card, by field (`matters.0.text` for the first matter's words,
    `others.0.name` for the first who came along). How many may speak for a group is bounded by `profile`."""
    found: list[Problem] = []
    if not entry.visitor.anonymous and not entry.informed and entry.visitor.known is None:
        found.append(
            Problem(
                "informed",
                translate(
                    "intake",
                    "Tell the visitor what their details are for and how long they are kept, then tick it.",
                ),
            )
        )
    found += _of_minor(entry.visitor, "")
    found += _of_group(entry, profile)
    if not entry.matters:
        found.append(Problem("matters", translate("intake", "Write down at least one matter.")))
    for place, matter in enumerate(entry.matters):
        found += _of_matter(matter, f"matters.{place}.")
    return found


def _of_minor(who: VisitorEntry, where: str) -> list[Problem]:
    """Of a child nothing is kept before the guardian is named and agreed."""
    if not who.minor:
        return []
    found: list[Problem] = []
    if not who.guardian.strip():
        found.append(Problem(where + "guardian", translate("intake", "Write the guardian's name.")))
    if not who.guardian_phone.strip():
        found.append(
            Problem(where + "guardian_phone", translate("intake", "Write the guardian's telephone number."))
        )
    if not who.guardian_agreed:
        found.append(
            Problem(
                where + "guardian_agreed",
                translate("intake", "Ask the guardian; without their agreement a child stays anonymous."),
            )
        )
    return found


def _of_group(entry: VisitEntry, profile: RuleProfile | None) -> list[Problem]:
    found: list[Problem] = []
    spoken = len(entry.others) + (0 if entry.visitor.anonymous else 1)
    if entry.others and entry.visitor.anonymous:
        found.append(Problem("name", translate("intake", "Write who came first, then those with them.")))
    if profile is not None and entry.others and spoken > profile.limit("visit.representatives"):
        rule = profile.limits.get("visit.representatives")
        said = translate(
            "intake",
            "At most {n} people speak for a group. Let them choose who; count the rest.",
            n=profile.limit("visit.representatives"),
        )
        source = rule.source if rule is not None else ""
        found.append(Problem("others", f"{said}{_source(source)}"))
    if entry.people < 1:
        found.append(Problem("people", translate("intake", "At least one person came.")))
    elif entry.people < spoken:
        said = translate("intake", "{n} are written down by name; at least as many came.", n=spoken)
        found.append(Problem("people", said))
    for place, other in enumerate(entry.others):
        if other.known is None and not other.name.strip():
            said = translate("intake", "Write the name, or take this line away.")
            found.append(Problem(f"others.{place}.name", said))
    return found


def _source(source: str) -> str:
    return translate("intake", " ({source})", source=source) if source else ""


def _of_matter(matter: MatterEntry, where: str) -> list[Problem]:
    found: list[Problem] = []
    if not matter.text.strip():
        found.append(
            Problem(where + "text", translate("intake", "Write what the visitor said, in their own words."))
        )
    match matter.route:
        case Answer(text) if not text.strip():
            found.append(
                Problem(where + "answer", translate("intake", "Write what was answered on the spot."))
            )
        case HandOver(units) if not units:
            found.append(
                Problem(where + "unit", translate("intake", "Choose the unit that is to handle it."))
            )
        case Raise(deputies) if not deputies:
            found.append(Problem(where + "deputies", translate("intake", "Choose the deputy who raises it.")))
        case ToProject(reason) if not reason.strip():
            found.append(
                Problem(where + "reason", translate("intake", "Say in a sentence why it suits a project."))
            )
        case Refuse(door, reason):
            if not door:
                found.append(
                    Problem(where + "door", translate("intake", "Choose where this matter belongs."))
                )
            if not reason.strip():
                found.append(
                    Problem(
                        where + "reason", translate("intake", "Say in a sentence why it is not accepted.")
                    )
                )
        case _:
            pass
    return found
