"""Gathers what one printed form or list shows, so that no report reads the desk itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

from station_desk.casework.browse import MatterFilter, why_due
from station_desk.casework.context import Desk
from station_desk.domain.deadlines import Explanation, Extension, explain
from station_desk.domain.declare import RecordId
from station_desk.domain.records import (
    Assignment,
    Deputy,
    Issue,
    Motion,
    Station,
    Suggestion,
    Visit,
    Visitor,
)
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store import directory, ledgers, queries
from station_desk.store.detail import AssignmentRow, MatterDetail, load_matter
from station_desk.store.ledgers import LedgerLine
from station_desk.store.loading import load, load_where, names_of
from station_desk.store.queries import Sort

__all__ = [
    "AssignmentSheet",
    "DeputySheet",
    "LedgerLine",
    "LedgerRun",
    "MotionSheet",
    "OverdueLine",
    "RefusalSheet",
    "SuggestionSheet",
    "VisitSheet",
    "assignment_sheets",
    "charge_due",
    "deputy_sheet",
    "ledger",
    "matter_sheet",
    "motion_sheet",
    "office_name",
    "overdue",
    "overdue_filter",
    "refusal_sheet",
    "station_of",
    "suggestion_sheet",
    "visit_sheet",
]  # fmt: skip


def _gone() -> UserError:
    return UserError(translate("dossier", "There is no such record here to print. Refresh the list."))


def station_of(desk: Desk, code: str | None) -> Station:
    """Who a paper is from, as their settings say: the station of that code, else the office of that code with
    its own address and telephone; where the directory has neither, its code or the desk's own name."""
    code = code or desk.identity.site
    with desk.reading() as connection:
        found = next((s for _, s in directory.stations(connection) if s.code == code), None)
        site = next((s for _, s in directory.sites(connection) if s.code == code), None)
    if found is not None:
        return found
    named = desk.identity.name if code == desk.identity.site else (site.name if site else None) or code
    return Station(
        code=code, name=named, address=site.address if site else None, phone=site.phone if site else None
    )


def office_name(desk: Desk, code: str) -> str:
    """What the congress office of that code is called; its code while the directory has not arrived."""
    if code == desk.identity.site:
        return desk.identity.name
    with desk.reading() as connection:
        return next((s.name or code for _, s in directory.sites(connection) if s.code == code), code)


def matter_sheet(desk: Desk, matter: RecordId | None) -> MatterDetail:
    """One matter whole. UserError where it is not here."""
    with desk.reading() as connection:
        found = load_matter(connection, matter, desk.find_profile) if matter is not None else None
    if found is None:
        raise _gone()
    return found


@dataclass(frozen=True, slots=True)
class VisitSheet:
    """接待群众登记表: a visit, who came (`others` speak for a group), who received them, its matters."""

    visit: Visit
    station: Station
    visitor: Visitor | None
    others: tuple[Visitor, ...]
    grid: str
    deputies: tuple[tuple[str, str], ...]
    matters: tuple[MatterDetail, ...]


def visit_sheet(desk: Desk, record: RecordId | None) -> VisitSheet:
    """By the id of a visit, or of an issue raised at it."""
    with desk.reading() as connection:
        visit = load(connection, Visit, record)
        if visit is None:
            issue = load(connection, Issue, record)
            record = issue.visit if issue is not None else None
            visit = load(connection, Visit, record)
        if visit is None or record is None:
            raise UserError(
                translate("dossier", "There is no visit behind this matter: it has no registration form.")
            )
        visitor = load(connection, Visitor, visit.visitor)
        grid = names_of(connection, "grid", [visitor.grid]) if visitor and visitor.grid else {}
        present = [load(connection, Deputy, deputy) for deputy in visit.deputies or ()]
        others = [load(connection, Visitor, other) for other in visit.others or ()]
        matters = [
            found
            for matter, _ in load_where(connection, Issue, "t.visit = ?", (record,), "ORDER BY m.n, t.id")
            if (found := load_matter(connection, matter, desk.find_profile)) is not None
        ]
    return VisitSheet(
        visit,
        station_of(desk, visit.station),
        visitor,
        tuple(other for other in others if other is not None),
        "".join(grid.values()),
        tuple((d.name or "", d.level or "") for d in present if d is not None),
        tuple(matters),
    )


@dataclass(frozen=True, slots=True)
class AssignmentSheet:
    """转办（交办）单: one unit's charge, what it is about, and who handed it over."""

    detail: MatterDetail
    charge: AssignmentRow
    body: Station


def assignment_sheets(desk: Desk, record: RecordId | None) -> list[AssignmentSheet]:
    """By the id of an assignment, or of a matter: then one for each unit not returned, in order."""
    with desk.reading() as connection:
        found = load(connection, Assignment, record)
    detail = matter_sheet(desk, found.matter if found is not None else record)
    sheets = [
        AssignmentSheet(detail, row, station_of(desk, _handed_by(detail, row.id)))
        for row in detail.assignments
        if (row.id == record if found is not None else row.state != "returned")
    ]
    if not sheets:
        raise UserError(translate("dossier", "This matter has not been handed to a unit yet."))
    return sheets


def _handed_by(detail: MatterDetail, charge: RecordId) -> str:
    """The site that handed it over; "" for this desk's own, where the step has not arrived."""
    return next(
        (r.site for r in detail.steps if r.step.verb == "hand_over" and r.step.assignment == charge), ""
    )


def charge_due(detail: MatterDetail, charge: RecordId) -> Explanation | None:
    """When a unit's answer is due and why, as its clock says while it runs or said when it was answered."""
    course, profile = detail.course, detail.profile
    found = course.charges.get(charge) if course is not None else None
    rule = profile.clocks.get(found.clock) if profile is not None and found is not None else None
    if course is None or profile is None or found is None or rule is None:
        return None
    granted = next(
        (r for r in detail.steps if r.step.verb == "extend" and r.step.assignment == charge and not r.odd),
        None,
    )
    extension = None
    if found.extension is not None:
        said = (granted.actor, granted.step.text or "") if granted is not None else ("", "")
        extension = Extension(found.extension, *said)
    return explain(rule, found.start, profile.calendar, course.pauses, extension)


@dataclass(frozen=True, slots=True)
class RefusalSheet:
    """不受理告知单: the issue, where it belongs instead (a key of the profile's doors), and why."""

    detail: MatterDetail
    station: Station
    door: str
    reason: str


def refusal_sheet(desk: Desk, record: RecordId | None) -> RefusalSheet:
    """By the id of an issue. UserError where it was not refused."""
    detail = matter_sheet(desk, record)
    step = next((row.step for row in detail.steps if row.step.verb == "refuse" and not row.odd), None)
    if step is None:
        raise UserError(
            translate("dossier", "This matter was not refused: there is no notice of non-acceptance.")
        )
    return RefusalSheet(detail, station_of(desk, detail.record.station), step.code or "", step.text or "")


@dataclass(frozen=True, slots=True)
class SuggestionSheet:
    """人大代表建议专用纸: the suggestion and its signers' particulars, the lead deputy first."""

    detail: MatterDetail
    record: Suggestion
    station: Station
    signers: tuple[Deputy, ...]


def suggestion_sheet(desk: Desk, record: RecordId | None) -> SuggestionSheet:
    """By the id of a suggestion. UserError where the matter is none."""
    detail = matter_sheet(desk, record)
    if not isinstance(detail.record, Suggestion):
        raise UserError(translate("dossier", "This matter is not a deputy's suggestion."))
    return SuggestionSheet(
        detail, detail.record, station_of(desk, detail.record.station), _signers(desk, detail)
    )


@dataclass(frozen=True, slots=True)
class MotionSheet:
    """议案专用纸: the motion, those who put it forward, and how many must sign (`needed`)."""

    detail: MatterDetail
    record: Motion
    office: str
    signers: tuple[Deputy, ...]
    needed: int


def motion_sheet(desk: Desk, record: RecordId | None) -> MotionSheet:
    """By the id of a motion. UserError where the matter is none."""
    detail = matter_sheet(desk, record)
    if not isinstance(detail.record, Motion):
        raise UserError(translate("dossier", "This matter is not a motion."))
    limit = "motion.signers_town" if detail.record.level == "town" else "motion.signers"
    needed = (detail.profile or desk.profile()).limit(limit)
    office = office_name(desk, detail.row.office)
    return MotionSheet(detail, detail.record, office, _signers(desk, detail), needed)


def _signers(desk: Desk, detail: MatterDetail) -> tuple[Deputy, ...]:
    with desk.reading() as connection:
        return tuple(
            load(connection, Deputy, row.signer.deputy) or Deputy(name=row.name) for row in detail.signers
        )


# --- lists -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LedgerRun:
    """A ledger being read: how many lines will come, and the lines. Whoever raised a `confidential` matter
    asked not to be named."""

    count: int
    lines: Iterator[LedgerLine]
    stations: dict[str, str]
    confidential: frozenset[RecordId]


@contextmanager
def ledger(desk: Desk, wanted: MatterFilter) -> Iterator[LedgerRun]:
    """The lines of the matters `wanted` names, oldest first, one unchanging state, in constant memory."""
    with desk.reading() as connection:
        ranks = queries.ranks(connection, wanted)
        if wanted.sort is Sort.NEWEST:
            ranks.reverse()
        names = {s.code or "": s.name or "" for _, s in directory.stations(connection)}
        names.setdefault(desk.identity.site, desk.identity.name)
        hidden = connection.exec_driver_sql("SELECT id FROM issue WHERE confidential = 1").all()
        yield LedgerRun(
            len(ranks), ledgers.lines(connection, ranks), names, frozenset(RecordId(row[0]) for row in hidden)
        )


@dataclass(frozen=True, slots=True)
class DeputySheet:
    """代表事项清单: the deputy, and which matters are theirs (signed, or received)."""

    deputy: Deputy
    wanted: MatterFilter


def deputy_sheet(desk: Desk, record: RecordId | None) -> DeputySheet:
    """By the id of a deputy."""
    with desk.reading() as connection:
        found = load(connection, Deputy, record)
    if found is None:
        raise _gone()
    return DeputySheet(found, MatterFilter(deputy=record))


@dataclass(frozen=True, slots=True)
class OverdueLine:
    """A matter past its due day, and why it was due then."""

    line: LedgerLine
    why: Explanation | None


def overdue_filter(today: date) -> MatterFilter:
    """Open matters whose due day lies before `today`, the oldest due day first."""
    return MatterFilter(open=True, due_to=today - timedelta(1), sort=Sort.DUE)


@contextmanager
def overdue(
    desk: Desk, wanted: MatterFilter, today: date
) -> Iterator[tuple[LedgerRun, Iterator[OverdueLine]]]:
    """The overdue matters of `wanted`, the oldest due day first, each with how its day was computed."""
    late = overdue_filter(today)
    wanted = replace(wanted, open=True, due_to=late.due_to, sort=Sort.DUE)
    with ledger(desk, wanted) as run, desk.reading() as connection:

        def explained() -> Iterator[OverdueLine]:
            for line in run.lines:
                detail = load_matter(connection, line.id, desk.find_profile)
                yield OverdueLine(line, why_due(detail) if detail is not None else None)

        yield run, explained()
