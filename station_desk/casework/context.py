"""What every use case stands on: the desk, who acts, and whether a step is allowed now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from station_desk.domain.declare import Record, RecordId, fields_of
from station_desk.domain.records import MATTERS
from station_desk.domain.tracks import TRACKS, StepDecl, Track
from station_desk.domain.vocabulary import Role
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store.commits import Actor, Changed, Identity, Work
from station_desk.store.desk import Desk

__all__ = ["Actor", "Changed", "Desk", "Identity", "Standing", "Work", "roles_of", "standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a matter stands as a use case begins."""

    id: RecordId
    number: str
    title: str
    track: Track
    stage: str
    office: str
    opened_on: date


def standing(work: Work, matter: RecordId, track: str = "") -> Standing:
    """The matter's stage now. UserError where there is no such matter (of that track, if named), or where
    its rules have not arrived."""
    row = work.connection.exec_driver_sql(
        "SELECT number, title, track, stage, office, opened_on FROM matter WHERE id = ? AND void IS NULL",
        (matter,),
    ).first()
    if row is None or (track and row[2] != track):
        raise UserError(translate("casework", "This matter is no longer here. Refresh the list."))
    if row[3] is None or row[2] not in MATTERS:
        raise UserError(
            translate(
                "casework",
                "Its rule profile has not arrived yet. Import the package that brings it.",
            )
        )
    return Standing(
        matter, row[0] or "", row[1] or "", TRACKS[row[2]], row[3], row[4] or "", date.fromisoformat(row[5])
    )


def roles_of(actor: Actor, identity: Identity, office: str) -> frozenset[Role]:
    """What the actor may act as for a matter: their own role, and its congress office's where this is it."""
    office_here = identity.site == office and actor.role is not Role.VIEWER
    return frozenset({actor.role, Role.OFFICE} if office_here else {actor.role})


def require_authority(work: Work, cls: type[Record], record: RecordId, *names: str) -> None:
    """UserError where one of these owned fields is another site's to write: it would only be a proposal,
    which nobody here would see take effect."""
    found = work.folded(cls, record)
    for name in names:
        site = found.authority(fields_of(cls)[name])
        if found.arrived and site not in ("", work.identity.site):
            raise UserError(
                translate(
                    "casework",
                    "“{record}” belongs to {site}: only they can change it. Ask them to do so.",
                    record=cls.label,
                    site=site,
                )
            )


def require(work: Work, now: Standing, verb: str, on: date | None = None) -> StepDecl:
    """The declaration of `verb`, allowed now, to this actor, on that day; UserError else."""
    declared = now.track.steps.get(verb)
    if declared is None:
        raise UserError(translate("casework", "“{verb}” is not a step of this track.", verb=verb))
    stage = now.track.stages[now.stage]
    if now.stage not in declared.froms:
        raise UserError(
            translate(
                "casework",
                "{number} is at “{stage}”: “{step}” is not possible now.",
                number=now.number or now.title,
                stage=stage.label,
                step=declared.label,
            )
        )
    if not declared.roles & roles_of(work.actor, work.identity, now.office):
        raise UserError(
            translate(
                "casework",
                "“{step}” is for the congress office ({office}). Send it a package; its result comes back.",
                step=declared.label,
                office=now.office,
            )
        )
    if on is not None and on < now.opened_on:
        raise UserError(
            translate(
                "casework",
                "{day} lies before the matter was registered ({opened}). Check the date.",
                day=on.isoformat(),
                opened=now.opened_on.isoformat(),
            )
        )
    return declared
