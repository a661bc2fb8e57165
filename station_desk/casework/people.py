"""Who works at this desk and as what: no password, the desk believes whoever is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from station_desk.casework.context import Actor, Changed, Desk, Identity, Work
from station_desk.domain import limits
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Person
from station_desk.domain.vocabulary import DEFAULT_ROLE, ROLES, Role, SiteRole
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store import directory

ALLOWED: Mapping[SiteRole, tuple[Role, ...]] = MappingProxyType(
    {
        SiteRole.STATION: (Role.CLERK, Role.HEAD, Role.VIEWER),
        SiteRole.TOWN: (Role.OFFICE, Role.VIEWER),
        SiteRole.COUNTY: (Role.COUNTY, Role.VIEWER),
        SiteRole.CITY: (Role.COUNTY, Role.VIEWER),
        SiteRole.DEPUTY: (Role.DEPUTY,),
    }
)
"""What somebody can be at a desk of each kind, the usual first."""


@dataclass(frozen=True, slots=True)
class Worker:
    """One who works at this desk."""

    id: RecordId
    name: str
    role: Role


def allowed(identity: Identity) -> tuple[Role, ...]:
    """The roles that this desk gives."""
    return ALLOWED[identity.role]


def workers(desk: Desk) -> list[Worker]:
    """Who works here, by name. A role that this kind of desk does not give counts as a viewer's."""
    with desk.reading() as connection:
        found = directory.people(connection, desk.identity.site)
    return [Worker(record, person.name or "", _role(desk.identity, person)) for record, person in found]


def _role(identity: Identity, person: Person) -> Role:
    known = Role._value2member_map_.get(person.role or "")
    return (
        known if isinstance(known, Role) and known in ALLOWED[identity.role] else ALLOWED[identity.role][-1]
    )


def at_work(desk: Desk, name: str) -> Actor:
    """The one of that name at the keyboard, as what they were entered; somebody who was not entered works as
    the desk's kind usually does, under the desk's own name where none is said."""
    for worker in workers(desk):
        if limits.tidied(worker.name) == limits.tidied(name):
            return Actor(worker.name, worker.role)
    return Actor(limits.tidied(name) or desk.identity.name, DEFAULT_ROLE[desk.identity.role])


def why_not(actor: Actor, identity: Identity) -> str:
    """Why this person enters nobody here; "" where they may."""
    if actor.role is Role.VIEWER:
        return translate("people", "A viewer enters nobody. Ask somebody who works at this desk.")
    if actor.role not in ALLOWED[identity.role]:
        return translate("people", "As {role} one enters nobody at this desk.", role=ROLES.label(actor.role))
    return ""


def enter(desk: Desk, actor: Actor, name: str, role: Role) -> tuple[RecordId, Changed]:
    """Enter one more who works here. ValidationError by field; UserError where the actor may not."""
    name = limits.tidied(name)
    with desk.writing(actor, "save_person") as work:
        _require(work, name, role, None)
        record = work.add(Person(site=work.identity.site, name=name, role=role.value))
    return record, work.changed


def change(desk: Desk, actor: Actor, person: RecordId, name: str, role: Role) -> Changed:
    """Correct somebody's name or role."""
    name = limits.tidied(name)
    with desk.writing(actor, "save_person") as work:
        _require(work, name, role, person)
        work.update(Person, person, name=name, role=role.value)
    return work.changed


def remove(desk: Desk, actor: Actor, person: RecordId) -> Changed:
    """Take somebody off; what they wrote keeps their name. Somebody who may write must stay."""
    with desk.writing(actor, "remove_person") as work:
        _require_right(work)
        others = _others(work, person)
        if others and all(_role(work.identity, p) is Role.VIEWER for p in others):
            raise UserError(_nobody_writes())
        work.void(Person, person, translate("people", "Works here no more"))
    return work.changed


def _require_right(work: Work) -> None:
    why = why_not(work.actor, work.identity)
    if why:
        raise UserError(why)


def _others(work: Work, person: RecordId | None) -> list[Person]:
    found = directory.people(work.connection, work.identity.site)
    return [other for record, other in found if record != person]


def require(work: Work, entered: Person, person: RecordId | None) -> None:
    """What holds for anybody entered, by whatever way. ValidationError by field; UserError if barred."""
    known = Role._value2member_map_.get(entered.role or "")
    _require(work, entered.name or "", known if isinstance(known, Role) else Role.VIEWER, person)


def _require(work: Work, name: str, role: Role, person: RecordId | None) -> None:
    _require_right(work)
    problems: list[Problem] = []
    others = _others(work, person)
    if not name.strip():
        problems.append(Problem("name", translate("people", "Give the name.")))
    elif any(other.name == name.strip() for other in others):
        problems.append(Problem("name", translate("people", "Somebody of this name is entered already.")))
    roles = ALLOWED[work.identity.role]
    if role not in roles:
        said = "、".join(ROLES.label(one) for one in roles)
        problems.append(Problem("role", translate("people", "At this desk one is: {roles}.", roles=said)))
    elif role is Role.VIEWER and all(_role(work.identity, p) is Role.VIEWER for p in others):
        problems.append(Problem("role", _nobody_writes()))
    if problems:
        raise ValidationError(problems)


def _nobody_writes() -> str:
    return translate("people", "Somebody must remain who may write: enter them first.")


def read_only(actor: Actor) -> str:
    """Why this person changes nothing, for a button that rests; "" where they may write."""
    if actor.role is not Role.VIEWER:
        return ""
    return translate("people", "You are at work as a viewer, who only reads, prints and exports.")
