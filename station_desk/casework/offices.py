"""The office's own lists: deputies, units, grids, categories, this station, and the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from station_desk.casework import people
from station_desk.casework.context import (
    Actor,
    Changed,
    Desk,
    Identity,
    Work,
    require_authority,
)  # fmt: skip
from station_desk.domain import declare, limits
from station_desk.domain.declare import Kind, Record, RecordId, Value
from station_desk.domain.profile import RuleProfile
from station_desk.domain.profile_text import parse
from station_desk.domain.records import (
    Answer,
    Category,
    Deputy,
    Grid,
    Person,
    Profile,
    Site,
    Station,
    Unit,
)
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.store import directory
from station_desk.store.loading import load, load_where

LISTS: Mapping[str, type[Record]] = {
    "deputy": Deputy,
    "unit": Unit,
    "grid": Grid,
    "category": Category,
    "station": Station,
    "answer": Answer,
    "person": Person,
}


def save(
    desk: Desk, actor: Actor, record: Record, record_id: RecordId | None = None
) -> tuple[RecordId, Changed]:
    """Add an entry to one of the lists, or change the one with that id. ValidationError by field."""
    _require_keeper(actor, type(record))
    record = _tidied(record)
    with desk.writing(actor, f"save_{record.type_name}") as work:
        if isinstance(record, Person):
            people.require(work, record, record_id)
        if record_id is None:
            record_id = work.add(record)
        else:
            cls = type(record)
            values = {
                name: getattr(record, name)
                for name in declare.fields_of(cls)
                if name not in ("office", "void")
            }
            work.update(cls, record_id, **values)
    return record_id, work.changed


def remove(desk: Desk, actor: Actor, cls: type[Record], record_id: RecordId, reason: str) -> Changed:
    """Take an entry off a list; what refers to it keeps showing its name."""
    _require_keeper(actor, cls)
    if cls is Person:
        return people.remove(desk, actor, record_id)
    with desk.writing(actor, f"remove_{cls.type_name}") as work:
        require_authority(work, cls, record_id, "void")
        work.void(cls, record_id, reason or translate("offices", "Taken off the list"))
    return work.changed


def _require_keeper(actor: Actor, cls: type[Record]) -> None:
    """The lists are the staff's; a deputy enters at their own desk who works there, and nothing else."""
    if actor.role is Role.DEPUTY and cls is not Person:
        raise UserError(
            translate(
                "offices", "“{list}” is kept by the staff of your station or office. Ask them to change it.",
                list=cls.label,
            )
        )  # fmt: skip


def _tidied(record: Record) -> Record:
    """An entry with its lines (names, codes, addresses) as they are kept, whatever was pasted into them."""
    lines = {
        name: limits.tidied(value)
        for name, declared in declare.fields_of(type(record)).items()
        if declared.kind in (Kind.TEXT, Kind.CODE) and isinstance(value := getattr(record, name), str)
    }
    return replace(record, **lines)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a list import did: rows added, changed, already the same."""

    new: int
    changed: int
    same: int


_KEY: Mapping[str, tuple[str, ...]] = {
    "deputy": ("name", "level"),
    "unit": ("name",),
    "grid": ("name", "village"),
    "category": ("name",),
    "station": ("code",),
    "answer": ("title",),
    "person": ("site", "name"),
}


def take_list(desk: Desk, actor: Actor, cls: type[Record], rows: Sequence[Record]) -> Taken:
    """Take a whole list in, for instance from a sheet: known entries (same name) are brought up to date.

    One commit, of a very long list several; ValidationError names the first row that breaks its declaration,
    and nothing is written.
    """
    _require_keeper(actor, cls)
    new = changed = same = 0
    with desk.writing(actor, "import_directory") as work:
        known = _known(work, cls)
        for row in map(_tidied, rows):
            work.close_full()
            key = tuple(getattr(row, name) for name in _KEY[cls.type_name])
            found = known.get(key)
            if isinstance(row, Person):
                people.require(work, row, found)
            if found is None:
                known[key] = work.add(row)
                new += 1
                continue
            values: dict[str, Value] = {
                name: value
                for name in declare.fields_of(cls)
                if name not in ("office", "void") and (value := getattr(row, name)) is not None
            }
            if work.update(cls, found, **values):
                changed += 1
            else:
                same += 1
    return Taken(new, changed, same)


def _known(work: Work, cls: type[Record]) -> dict[tuple[object, ...], RecordId]:
    names = _KEY[cls.type_name]
    return {
        tuple(getattr(record, name) for name in names): record_id
        for record_id, record in load_where(work.connection, cls, "1")
    }


def typed(cls: type[Record], field: str, text: str) -> Value:
    """A field's value from typed text; empty is None. ValueError where it does not fit."""
    kind = declare.fields_of(cls)[field].kind
    text = text.strip()
    if not text:
        return None
    if kind is Kind.INT:
        return int(text)
    if kind is Kind.FLAG:
        return text in ("1", "是", "true", "yes")
    return text


def rename_site(
    desk: Desk,
    actor: Actor,
    name: str,
    parent: str | None = None,
    address: str | None = None,
    phone: str | None = None,
) -> Changed:
    """Change this site's name, its parent's code, its address and telephone; None leaves what there is."""
    with desk.writing(actor, "save_site") as work:
        found = work.connection.exec_driver_sql(
            "SELECT id FROM site WHERE code = ?", (work.identity.site,)
        ).scalar()
        if found is None:
            raise UserError(translate("offices", "This desk has lost its own site record. Run check."))
        site = load(work.connection, Site, RecordId(found)) or Site()
        chosen = site.parent if parent is None else limits.tidied(parent) or None
        work.update(
            Site,
            RecordId(found),
            name=limits.tidied(name) or None,
            parent=chosen,
            address=site.address if address is None else limits.tidied(address) or None,
            phone=site.phone if phone is None else limits.tidied(phone) or None,
        )
        work.flush()
        desk.note_site(work.connection)
    desk.refresh_identity()
    return work.changed


def add_deputy_desk(desk: Desk, actor: Actor, deputy: RecordId, code: str) -> Changed:
    """Give a deputy their own desk under this site: from then on a package can be made for it, with that
    deputy's matters alone. They found it as kind "deputy" with this code, and this site as the one above it.

    UserError where the code cannot be one, or names another site or another deputy's desk.
    """
    code = limits.tidied(code)
    if not limits.is_code(code):
        raise UserError(
            translate(
                "offices", "A desk's code is 1 to 20 letters, digits, “-” or “_”, for example {code}.",
                code=f"{desk.identity.site}-D1",
            )
        )  # fmt: skip
    with desk.writing(actor, "add_deputy_desk") as work:
        me = work.identity
        if me.role is SiteRole.DEPUTY or actor.role in (Role.VIEWER, Role.DEPUTY):
            raise UserError(
                translate("offices", "Only the staff of a station or office give a deputy their desk.")
            )
        found = load(work.connection, Deputy, deputy)
        if found is None or found.void is not None:
            raise UserError(translate("offices", "This deputy is no longer on the list. Refresh it."))
        others = load_where(work.connection, Deputy, "t.desk = ? AND t.id <> ?", (code, deputy))
        sites = load_where(work.connection, Site, "t.code = ?", (code,))
        if others or code == me.site or any(_is_other(site, me.site) for _, site in sites):
            name = others[0][1].name if others else sites[0][1].name if sites else me.name
            raise UserError(
                translate(
                    "offices", "The code {code} is taken already, by {name}. Choose another.",
                    code=code, name=name,
                )
            )  # fmt: skip
        if not sites:
            work.add(
                Site(
                    code=code,
                    name=limits.tidied(found.name or ""),
                    role=SiteRole.DEPUTY.value,
                    parent=me.site,
                )
            )
        work.update(Deputy, deputy, desk=code)
    return work.changed


def _is_other(site: Site, parent: str) -> bool:
    return (site.role, site.parent) != (SiteRole.DEPUTY.value, parent)


def category_names(desk: Desk) -> list[str]:
    """The categories offered: the edited list, or the profile's own while there is none."""
    with desk.reading() as connection:
        own = [c.name for _, c in directory.categories(connection) if c.name and not c.hidden]
        profile = desk.profile_in(connection)
    return own or [category.name for category in profile.categories]


def why_rules_are_fixed(identity: Identity, actor: Actor) -> str:
    """Why this person cannot edit the rules at this desk; "" where they can: the congress office sets them,
    and a station only while it has none above it."""
    if identity.office != identity.site:
        return translate(
            "offices",
            "The rules are set by your congress office ({office}); its packages bring them here.",
            office=identity.office,
        )
    if actor.role in (Role.VIEWER, Role.DEPUTY):
        return translate("offices", "Only the office's staff change the rules. Ask them to do so.")
    return ""


def require_rules_editor(identity: Identity, actor: Actor) -> None:
    """UserError where this person may not edit the rules here."""
    why = why_rules_are_fixed(identity, actor)
    if why:
        raise UserError(why)


def save_profile(desk: Desk, actor: Actor, text: str) -> tuple[RuleProfile, Changed]:
    """Keep an edited rule profile as a new version; matters already begun keep theirs.

    ValidationError lists what is wrong by key; UserError where this desk may not. The version must be new.
    """
    require_rules_editor(desk.identity, actor)
    profile = parse(text)
    with desk.writing(actor, "save_profile") as work:
        if desk.has_profile(work.connection, profile.version):
            raise UserError(
                translate("offices", "There is a version {version} already. Give the new one its own name.",
                          version=profile.version)
            )  # fmt: skip
        work.add(Profile(version=profile.version, name=profile.name, body=text))
    return profile, work.changed
