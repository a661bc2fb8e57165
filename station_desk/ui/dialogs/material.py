"""What the dialog of a step is filled with, read together on the reader thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from station_desk.casework import answers, browse, daybook, drafts, official
from station_desk.casework.answers import ReadyAnswer
from station_desk.casework.browse import MatterDetail, MatterFilter, MatterRow, Office
from station_desk.casework.context import roles_of
from station_desk.casework.official import Proposed
from station_desk.domain.declare import RecordId
from station_desk.domain.profile import RuleProfile
from station_desk.domain.tracks import TRACKS, Need, StepDecl
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.ui.session import Session

ANSWERING = frozenset({"answer", "finish", "tell", "explain", "refuse"})
"""Steps whose words are often the same, so that the ready answers are offered."""

_ALONG_OF = 60
_ALONG = 6


@dataclass(frozen=True, slots=True)
class Material:
    """The matter, the lists, the rules, a draft left; and what only some steps need.

    `proposed`: the official number that comes next. `own`: the deputy whose own desk this is (`at_own`).
    `also`: by unit, the other suggestions it has to answer still. `along`: suggestions that wait to be handed
    over as well, those most like this one first. `answers`: ready answers that fit.
    """

    detail: MatterDetail
    office: Office
    profile: RuleProfile
    draft: str = ""
    proposed: Proposed | None = None
    at_own: bool = False
    own: RecordId | None = None
    also: Mapping[RecordId, tuple[MatterRow, ...]] = field(default_factory=dict)
    along: tuple[MatterRow, ...] = ()
    answers: tuple[ReadyAnswer, ...] = ()


def draft_key(matter: RecordId, verb: str) -> str:
    """Under which what was half typed for a step of a matter is kept."""
    return f"step:{matter.hex()}:{verb}"


def read(session: Session, matter: RecordId, verb: str) -> Material | None:
    """Everything the dialog of `verb` shows; None where there is no such matter."""
    desk = session.desk
    detail = browse.detail(desk, matter)
    if detail is None:
        return None
    step = TRACKS[detail.row.track].steps.get(verb)
    needs = step.needs if step is not None else ()
    left = drafts.load(desk, draft_key(matter, verb))
    words = " ".join(filter(None, (detail.row.title, detail.record.text)))
    return Material(
        detail,
        browse.office(desk),
        desk.profile(),
        left.payload if left is not None else "",
        proposed=official.proposed(desk, matter, session.today()) if Need.NUMBER in needs else None,
        at_own=desk.identity.role is SiteRole.DEPUTY,
        own=daybook.own_deputy(desk),
        also=_also(session, detail, step) if Need.REPLY in needs and step is not None else {},
        along=_along(session, detail, step) if Need.UNITS in needs and step is not None else (),
        answers=tuple(answers.fitting(desk, detail.row.category, words)) if verb in ANSWERING else (),
    )


def _also(session: Session, detail: MatterDetail, step: StepDecl) -> Mapping[RecordId, tuple[MatterRow, ...]]:
    if detail.row.track != "suggestion":
        return {}
    desk = session.desk
    found: dict[RecordId, tuple[MatterRow, ...]] = {}
    for charge in detail.assignments:
        unit = charge.assignment.unit
        if not charge.live or unit is None:
            continue
        wanted = MatterFilter(tracks=("suggestion",), stages=step.froms, unit=unit, open=True)
        found[unit] = tuple(
            row
            for row in browse.page(desk, wanted, limit=40)
            if row.id != detail.row.id
            and Role.OFFICE in roles_of(session.actor, desk.identity, row.office, row.station)
            and _waits(browse.detail(desk, row.id), unit)
        )
    return found


def _along(session: Session, detail: MatterDetail, step: StepDecl) -> tuple[MatterRow, ...]:
    """Suggestions of the same office that may be handed over together with this one (并案办理)."""
    if detail.row.track != "suggestion":
        return ()
    desk = session.desk
    wanted = MatterFilter(tracks=("suggestion",), stages=step.froms, open=True)
    rows = [
        row
        for row in browse.page(desk, wanted, limit=_ALONG_OF)
        if row.id != detail.row.id
        and row.stage in ("submitted", "reassign")
        and row.office == detail.row.office
        and Role.OFFICE in roles_of(session.actor, desk.identity, row.office, row.station)
    ]
    text = " ".join(filter(None, (detail.row.title, detail.record.text)))
    alike = browse.similar_to(desk, session.vocabulary, text, limit=_ALONG_OF, exclude=(detail.row.rank,))
    place = {item.row.id: n for n, item in enumerate(alike)}
    return tuple(sorted(rows, key=lambda row: place.get(row.id, _ALONG_OF))[:_ALONG])


def _waits(other: MatterDetail | None, unit: RecordId) -> bool:
    """Whether a suggestion still waits for this unit's answer."""
    return other is not None and any(c.live and c.assignment.unit == unit for c in other.assignments)
