"""What every use case stands on: the desk, who acts, and whether a step is allowed now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from station_desk.domain.declare import Record, RecordId, fields_of
from station_desk.domain.records import MATTERS
from station_desk.domain.tracks import TRACKS, StepDecl, Track, When
from station_desk.domain.vocabulary import ROLES, Role, SiteRole, acting
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store.commits import Actor, Changed, Identity, Work, refuse_viewer
from station_desk.store.desk import Desk
from station_desk.store.detail import load_matter

__all__ = [
    "Actor",
    "Changed",
    "Desk",
    "Identity",
    "Standing",
    "Work",
    "refuse_viewer",
    "roles_of",
    "standing",
]


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
    station: str


def standing(work: Work, matter: RecordId, track: str = "") -> Standing:
    """The matter's stage now. UserError where there is no such matter (of that track, if named), or where
    its rules have not arrived."""
    row = work.connection.exec_driver_sql(
        "SELECT number, title, track, stage, office, opened_on, station FROM matter"
        " WHERE id = ? AND void IS NULL",
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
        matter, row[0] or "", row[1] or "", TRACKS[row[2]], row[3], row[4] or "",
        date.fromisoformat(row[5]), row[6] or "",
    )  # fmt: skip


def roles_of(actor: Actor, identity: Identity, office: str, station: str) -> frozenset[Role]:
    """What the actor may act as for a matter of that congress office, registered at that station."""
    deputys = identity.role is SiteRole.DEPUTY
    return acting(actor.role.value, identity.site == office, identity.site == station, deputys)


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
    if not declared.roles & roles_of(work.actor, work.identity, now.office, now.station):
        if Role.CLERK in declared.roles or Role.OFFICE not in declared.roles:
            raise UserError(
                translate(
                    "casework",
                    "“{step}” is not for you as {role}. It is for: {roles}.",
                    step=declared.label,
                    role=ROLES.label(work.actor.role),
                    roles="、".join(ROLES.label(role) for role in Role if role in declared.roles),
                )
            )
        raise UserError(
            translate(
                "casework",
                "“{step}” is for the congress office ({office}). Send it a package; its result comes back.",
                step=declared.label,
                office=now.office,
            )
        )
    if declared.when is not When.ALWAYS:
        _require_when(work, now, declared)
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


def _require_when(work: Work, now: Standing, declared: StepDecl) -> None:
    """What a step asks for beyond its stage (UserError where it does not hold)."""
    detail = load_matter(work.connection, now.id, work.profiles)
    if detail is not None and detail.course is not None and detail.course.meets(declared.when):
        return
    said = {
        When.PROMISED: translate("casework", "No promise is open here: there is nothing to judge."),
        When.UNKEPT: translate("casework", "Every promise was kept: there is nothing to re-open."),
        When.UNSUPERVISED: translate("casework", "It is under key supervision already."),
        When.NOMINATED: translate("casework", "Nothing is nominated here. Nominate it first."),
    }
    raise UserError(said[declared.when])
