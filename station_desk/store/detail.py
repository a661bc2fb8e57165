"""Everything about one matter for its page, its forms and its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.engine import Connection

from station_desk.domain.course import AssignmentView, Course
from station_desk.domain.declare import RecordId
from station_desk.domain.profile import RuleProfile
from station_desk.domain.records import (
    Assignment,
    Attachment,
    Consultation,
    Feedback,
    Honour,
    Issue,
    Motion,
    Promise,
    Reply,
    Signer,
    Step,
    Suggestion,
    Supervision,
    Visit,
    Visitor,
)
from station_desk.domain.tracks import TRACKS
from station_desk.domain.walk import run
from station_desk.store import forms
from station_desk.store.history import author_of
from station_desk.store.loading import load, load_where, names_of
from station_desk.store.matters import STEP_COLUMNS, deputies_of, step_view
from station_desk.store.projection import Profiles
from station_desk.store.queries import MatterRow, row_of, rows_by_rank


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step done: `odd` means it did not apply and is to be checked, unless a note `filed` it."""

    id: RecordId
    step: Step
    actor: str
    role: str
    site: str
    unit: str
    recorded: datetime
    odd: bool
    filed: bool = False


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """One unit's charge with how far it has come."""

    id: RecordId
    assignment: Assignment
    unit: str
    state: str
    signed_on: date | None
    due_on: date | None
    replied_on: date | None
    contacted_on: date | None
    urged: int
    live: bool


@dataclass(frozen=True, slots=True)
class SignerRow:
    """A deputy who signed, with all forms they returned in order of rounds; `set_aside` are those of them
    that do not count, since another of the same round does."""

    id: RecordId
    signer: Signer
    name: str
    level: str
    verdicts: tuple[tuple[RecordId, Consultation], ...]
    set_aside: frozenset[RecordId] = frozenset()

    @property
    def counting(self) -> tuple[Consultation, ...]:
        """Their verdicts, one a round, in order of rounds."""
        return tuple(form for record, form in self.verdicts if record not in self.set_aside)


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A tie to another matter: `outward` when it starts here; `matter` None while not yet arrived."""

    id: RecordId
    kind: str
    outward: bool
    other: RecordId
    matter: MatterRow | None


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise with its unit's name; `open` while nobody has judged it."""

    id: RecordId
    promise: Promise
    unit: str
    open: bool


AnyMatter = Issue | Suggestion | Motion


@dataclass(frozen=True, slots=True)
class MatterDetail:
    """One matter whole. `course` is the fold of its steps; None while its rules have not arrived.

    `others` are those who came with the visitor and speak for the group.
    """

    row: MatterRow
    record: AnyMatter
    grid: str
    visit: Visit | None
    visitor_id: RecordId | None
    visitor: Visitor | None
    receiving: tuple[str, ...]
    steps: tuple[StepRow, ...]
    assignments: tuple[AssignmentRow, ...]
    replies: tuple[tuple[RecordId, Reply, str], ...]
    feedback: tuple[tuple[RecordId, Feedback], ...]
    signers: tuple[SignerRow, ...]
    links: tuple[LinkRow, ...]
    promises: tuple[PromiseRow, ...]
    supervision: Supervision | None
    honours: tuple[tuple[RecordId, Honour, str], ...]
    attachments: tuple[tuple[RecordId, Attachment], ...]
    others: tuple[tuple[RecordId, Visitor], ...]
    course: Course | None
    profile: RuleProfile | None


def load_matter(connection: Connection, matter: RecordId, profiles: Profiles) -> MatterDetail | None:
    """One matter with all that hangs on it; None where there is none of that id."""
    row = row_of(connection, matter)
    if row is None:
        return None
    record: AnyMatter | None
    visit: Visit | None = None
    visitor: Visitor | None = None
    visitor_id: RecordId | None = None
    if row.track == "issue":
        record = issue = load(connection, Issue, matter)
        if issue is not None:
            visit, visitor_id = load(connection, Visit, issue.visit), issue.visitor
            visitor = load(connection, Visitor, issue.visitor)
    elif row.track == "motion":
        record = load(connection, Motion, matter)
    else:
        record = load(connection, Suggestion, matter)
    if record is None:
        return None
    assignments = load_where(connection, Assignment, "t.matter = ?", (matter,), "ORDER BY t.handed_on, t.id")
    version = record.profile
    profile = profiles(connection, version, record.office, record.station) if version else None
    course = _course(connection, row, record, assignments, profile)
    units = names_of(connection, "unit", [a.unit for _, a in assignments if a.unit])
    receiving = visit.deputies if visit is not None and visit.deputies else ()
    names = names_of(connection, "deputy", receiving)
    replies = load_where(connection, Reply, "t.matter = ?", (matter,), "ORDER BY t.dated, t.id")
    reply_units = names_of(connection, "unit", [r.unit for _, r in replies if r.unit])
    return MatterDetail(
        row=row,
        record=record,
        grid="".join(names_of(connection, "grid", [record.grid]).values()) if record.grid else "",
        visit=visit,
        visitor_id=visitor_id,
        visitor=visitor,
        receiving=tuple(names[d] for d in receiving if d in names),
        steps=_steps(connection, matter, units, {i: a.unit for i, a in assignments}, course),
        assignments=tuple(_assignment(i, a, units, course) for i, a in assignments),
        replies=tuple((i, r, reply_units.get(r.unit, "") if r.unit else "") for i, r in replies),
        feedback=tuple(
            load_where(connection, Feedback, "t.matter = ?", (matter,), "ORDER BY t.told_on, t.id")
        ),
        signers=_signers(connection, matter),
        links=_links(connection, matter),
        promises=_promises(connection, matter),
        supervision=next(
            (s for _, s in load_where(connection, Supervision, "t.matter = ?", (matter,), "ORDER BY t.id")),
            None,
        ),
        honours=_honours(connection, matter),
        attachments=tuple(load_where(connection, Attachment, "t.matter = ?", (matter,), "ORDER BY t.id")),
        others=tuple(
            (other, found)
            for other in (visit.others if visit is not None and visit.others else ())
            if (found := load(connection, Visitor, other)) is not None
        ),
        course=course,
        profile=profile,
    )


def _course(
    connection: Connection,
    row: MatterRow,
    record: AnyMatter,
    assignments: Sequence[tuple[RecordId, Assignment]],
    profile: RuleProfile | None,
) -> Course | None:
    if profile is None or record.opened_on is None:
        return None
    sql = f"SELECT {STEP_COLUMNS} FROM step WHERE matter = ?"
    stored = [tuple(r) for r in connection.exec_driver_sql(sql, (row.id,))]
    desks = deputies_of(connection, stored)
    views = [view for r in stored if (view := step_view(r, record.office, record.station, desks)) is not None]
    charges = {
        i: AssignmentView(i, a.unit, a.role or "lead", a.handed_on) for i, a in assignments if a.handed_on
    }
    return run(TRACKS[row.track], profile, record.opened_on, views, charges)


def _steps(
    connection: Connection,
    matter: RecordId,
    units: dict[RecordId, str],
    unit_of: dict[RecordId, RecordId | None],
    course: Course | None,
) -> tuple[StepRow, ...]:
    odd = course.met if course else {}
    filed = course.filed if course else ()
    out: list[StepRow] = []
    for record, step in load_where(connection, Step, "t.matter = ?", (matter,)):
        author = author_of(connection, record)
        unit = unit_of.get(step.assignment) if step.assignment else None
        out.append(
            StepRow(
                record, step, author.actor, author.role, author.site, units.get(unit, "") if unit else "",
                author.at, record in odd, record in filed,
            )
        )  # fmt: skip
    out.sort(key=lambda row: (row.step.on or date.min, row.recorded, row.id), reverse=True)
    return tuple(out)


def _assignment(
    record: RecordId, assignment: Assignment, units: dict[RecordId, str], course: Course | None
) -> AssignmentRow:
    charge = course.charges.get(record) if course is not None else None
    return AssignmentRow(
        record,
        assignment,
        units.get(assignment.unit, "") if assignment.unit else "",
        charge.state if charge else "",
        charge.signed_on if charge else None,
        charge.due_on if charge else None,
        charge.replied_on if charge else None,
        charge.contacted_on if charge else None,
        charge.urged if charge else 0,
        charge.live if charge else False,
    )


def _signers(connection: Connection, matter: RecordId) -> tuple[SignerRow, ...]:
    signers = load_where(
        connection, Signer, "t.matter = ?", (matter,), "ORDER BY t.role DESC, COALESCE(t.rank, 9999), t.id"
    )
    verdicts = load_where(connection, Consultation, "t.matter = ?", (matter,), "ORDER BY t.round, t.id")
    rows = {
        row[0]: row
        for _, signer in signers
        if signer.deputy
        for row in connection.exec_driver_sql(
            "SELECT id, name, level FROM deputy WHERE id = ?", (signer.deputy,)
        )
    }
    aside = forms.set_aside(connection, [(i, c.signer, c.round) for i, c in verdicts])
    out: list[SignerRow] = []
    for record, signer in signers:
        found = rows.get(signer.deputy)
        own = tuple((i, c) for i, c in verdicts if c.signer == record)
        out.append(
            SignerRow(
                record, signer, found[1] or "" if found else "", found[2] or "" if found else "", own,
                aside.intersection(i for i, _ in own),
            )
        )  # fmt: skip
    return tuple(out)


def _promises(connection: Connection, matter: RecordId) -> tuple[PromiseRow, ...]:
    found = load_where(connection, Promise, "t.matter = ?", (matter,), "ORDER BY t.by, t.id")
    units = names_of(connection, "unit", [p.unit for _, p in found if p.unit])
    return tuple(PromiseRow(i, p, units.get(p.unit, "") if p.unit else "", p.state is None) for i, p in found)


def _honours(connection: Connection, matter: RecordId) -> tuple[tuple[RecordId, Honour, str], ...]:
    found = load_where(connection, Honour, "t.matter = ?", (matter,), "ORDER BY t.id")
    units = names_of(connection, "unit", [h.unit for _, h in found if h.unit])
    return tuple((i, h, units.get(h.unit, "") if h.unit else "") for i, h in found)


def _links(connection: Connection, matter: RecordId) -> tuple[LinkRow, ...]:
    rows = connection.exec_driver_sql(
        "SELECT l.id, l.kind, l.source = ?, CASE WHEN l.source = ? THEN l.target ELSE l.source END"
        " FROM link l WHERE (l.source = ? OR l.target = ?) AND l.void IS NULL ORDER BY l.id",
        (matter, matter, matter, matter),
    ).all()
    out: list[LinkRow] = []
    for record, kind, outward, other in rows:
        rank = connection.exec_driver_sql("SELECT n FROM matter WHERE id = ?", (other,)).scalar()
        found = rows_by_rank(connection, [rank]) if rank is not None else []
        out.append(
            LinkRow(RecordId(record), kind or "", bool(outward), RecordId(other), found[0] if found else None)
        )
    return tuple(out)
