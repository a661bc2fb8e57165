"""The rules a congress office sets: read with their versions, edited, saved as one new version."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from station_desk.casework import offices, rules_text
from station_desk.casework.context import Actor, Changed, Desk
from station_desk.casework.offices import why_rules_are_fixed
from station_desk.casework.rules_edits import edited
from station_desk.casework.rules_items import FIELDS, GROUPS, Edits, Item, Ref, items, shown, term_words
from station_desk.domain.declare import RecordId
from station_desk.domain.profile import RuleProfile
from station_desk.domain.profile_text import builtin_text, parse
from station_desk.errors import UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store import history, rulebook
from station_desk.store.commits import Identity
from station_desk.store.engine import Connection
from station_desk.store.history import Author
from station_desk.store.sites import own_word
from station_desk.whole import whole

__all__ = ["Difference", "View", "Written", "differences", "save", "text_of", "view", "why_rules_are_fixed"]

BUILTIN = "guangdong"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one item that two versions have differently; "" where it is not there."""

    ref: Ref
    item: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Written:
    """A version that this desk holds. `author` is None for the built-in one; `previous` came before it from
    the same office ("" for the first)."""

    version: str
    name: str
    author: Author | None
    in_force: bool
    previous: str


UNSAVED = Written("", "", None, False, "")
"""Stands in a list of versions for what is not saved yet."""


@dataclass(frozen=True, slots=True)
class View:
    """The rules as a desk shows them: in force, its text, why they are fixed here ("" if not), versions
    (newest first), years that could be proposed, and that a newer version cannot be read ("" where none)."""

    profile: RuleProfile
    text: str
    fixed: str
    versions: tuple[Written, ...]
    years: tuple[int, ...]
    unread: str = ""


def view(desk: Desk, actor: Actor, today: date) -> View:
    """What Settings shows of the rules."""
    with desk.reading() as connection:
        profile = desk.profile_in(connection)
        versions = _versions(connection, profile.version)
        text = _text_in(connection, desk.identity, profile.version)
        unread = unread_words(connection, desk)
        fixed = why_rules_are_fixed(desk.identity, actor) or _why_not_over(connection, desk)
    last = max(profile.calendar.years, default=today.year - 1)
    missing = [year for year in range(today.year - 1, today.year + 2) if year not in profile.calendar.years]
    years = tuple(dict.fromkeys([*missing, *([last + 1] if last <= today.year else [])]))
    return View(profile, text, fixed, versions, years, unread)


def unread_words(connection: Connection, desk: Desk) -> str:
    """That rules were set which this program is too old to read, and which hold here instead; "" where those
    set are in force."""
    found = desk.unread_profile(connection)
    if found is None:
        return ""
    site, version = found
    return translate(
        "rules",
        "The rules {version} of {office} were written by a newer Station Desk, and this program cannot read "
        "them. Until it is updated, {kept} holds here.",
        version=version,
        office=own_word(connection, site)[0] or site,
        kept=desk.profile_in(connection).version,
    )


def _why_not_over(connection: Connection, desk: Desk) -> str:
    """Why nothing is saved over what a newer computer of this office wrote; "" where nothing hinders it."""
    found = desk.unread_profile(connection)
    if found is None or found[0] != desk.identity.site:
        return ""
    return translate(
        "rules",
        "What you change here would begin from an older version and take the place of {version}. Update this "
        "program first.",
        version=found[1],
    )


def _versions(connection: Connection, in_force: str) -> tuple[Written, ...]:
    builtin = parse(builtin_text(BUILTIN))
    out = [Written(builtin.version, builtin.name, None, builtin.version == in_force, "")]
    previous: dict[str, str] = {}
    for record, version, name, site in connection.exec_driver_sql(
        "SELECT p.id, p.version, p.name, c.site FROM profile p JOIN chg g ON g.record = p.id AND g.made = 1"
        " JOIN cmt c ON c.n = g.cmt WHERE p.void IS NULL AND p.body IS NOT NULL ORDER BY c.lamport, p.id"
    ).all():
        author = history.author_of(connection, RecordId(record))
        before = previous.get(site, builtin.version)
        out.append(Written(version, name, author, version == in_force, before))
        previous[site] = version
    out.reverse()
    return tuple(out)


def _text_in(connection: Connection, identity: Identity, version: str) -> str:
    if version == parse(builtin_text(BUILTIN)).version:
        return builtin_text(BUILTIN)
    found = rulebook.record_of(connection, version, identity.office, identity.site)
    # Of an office elsewhere it is shown, too: whoever reads the list of versions asks for it by its name.
    body = connection.exec_driver_sql(
        "SELECT body FROM profile WHERE version = ? AND body IS NOT NULL"
        " ORDER BY id IS NOT ?, void IS NOT NULL, id LIMIT 1",
        (version, found),
    ).scalar()
    return str(body or "")


def text_of(desk: Desk, version: str) -> str:
    """The TOML text of a version, as it was saved. UserError where it is not here."""
    with desk.reading() as connection:
        text = _text_in(connection, desk.identity, version)
    if not text:
        raise UserError(translate("rules", "The version {version} is not here.", version=version))
    return text


def differences_of(desk: Desk, version: Written) -> tuple[Difference, ...]:
    """What a version changed in the one before it. UserError where this program cannot read one of them."""
    if not version.previous:
        return ()
    return differences(_read(desk, version.previous), _read(desk, version.version))


def _read(desk: Desk, version: str) -> RuleProfile:
    with desk.reading() as connection:
        text = _text_in(connection, desk.identity, version)
    try:
        return parse(text)
    except (ValidationError, RecursionError) as error:
        raise UserError(
            translate(
                "rules",
                "The version {version} was written by a newer Station Desk. Update this program to see it.",
                version=version,
            )
        ) from error


def differences(before: RuleProfile, after: RuleProfile) -> tuple[Difference, ...]:
    """What differs, item by item and field by field, in words."""
    old, new = items(before), items(after)
    out: list[Difference] = []
    gone = [ref for ref in old if ref not in new]
    for ref in (*(ref for ref in old if ref in new), *gone, *(ref for ref in new if ref not in old)):
        was = _spoken(before, old[ref]) if ref in old else {}
        now = _spoken(after, new[ref]) if ref in new else {}
        label = (new.get(ref) or old[ref]).label
        names = {field.name: str(field.label) for field in FIELDS.get(ref[0], ())}
        for name in dict.fromkeys((*was, *now)):
            if was.get(name) != now.get(name):
                said = names.get(name, str(GROUPS[ref[0]]))
                out.append(
                    Difference(
                        ref, f"{GROUPS[ref[0]]}·{label}", said, was.get(name, ""), now.get(name, "")
                    )
                )  # fmt: skip
    return tuple(out)


def _spoken(profile: RuleProfile, item: Item) -> dict[str, str]:
    """An item's fields in words; a term's number and unit are one thing to whoever compares."""
    values = dict(item.values)
    if item.ref[0] == "clocks":
        values["n"] = term_words(values["n"], values.pop("unit"))
    return {name: shown(profile, item.ref, name, value) for name, value in values.items()}


def unconfirmed(profile: RuleProfile) -> int:
    """How many values nobody has confirmed yet."""
    return sum(not item.confirmed for item in items(profile).values())


def save(desk: Desk, actor: Actor, edits: Edits, today: date, text: str = "") -> tuple[RuleProfile, Changed]:
    """Keep all edits as one new version; matters begun keep theirs. `text` is a whole profile from a file,
    to be edited instead of the one in force.

    ValidationError names fields by `rules_items.place_of`; UserError where this desk may not, or where
    nothing differs.
    """
    offices.require_rules_editor(desk.identity, actor)
    with desk.reading() as connection:
        if why := _why_not_over(connection, desk):
            raise UserError(why)
        in_force = desk.profile_in(connection)
        text = text or _text_in(connection, desk.identity, in_force.version)
        base = parse(text)
        after = edited(base, edits)
        if replace(after, version=in_force.version) == in_force:
            raise UserError(translate("rules", "Nothing differs from the version in force."))
        version = base.version
        if edits or desk.has_profile(connection, version):
            version = _next_version(connection, desk, after, today)
    return offices.save_profile(desk, actor, rules_text.written(text, base, after, version))


def _next_version(connection: Connection, desk: Desk, after: RuleProfile, today: date) -> str:
    """Names the office, the day and the content, so that two of its computers never use one name for two
    versions: guangdong.HCZ-20260521-1-3f9a."""
    stem = f"{after.id[:16]}.{desk.identity.site}-{today:%Y%m%d}-"
    count = sum(
        re.match(re.escape(stem), row[0] or "") is not None
        for row in connection.exec_driver_sql("SELECT version FROM profile").all()
    )
    said = repr(sorted(rules_text.sections_of(after).items()))
    return f"{stem}{count + 1}-{sha256(said.encode()).hexdigest()[:4]}"


_LARGEST = 500_000


def read_file(path: Path) -> str:
    """The text of a profile in a file. UserError where unreadable; ValidationError for what is wrong."""
    try:
        if path.stat().st_size > _LARGEST:
            raise UserError(translate("rules", "{name} is too large to be rules.", name=path.name))
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            translate("rules", "{name} cannot be read. Choose a rules file (.toml).", name=path.name)
        ) from error
    parse(text)
    return text


def write_file(desk: Desk, version: str, path: Path) -> None:
    """Write the text of a version into a file. UserError where the folder cannot be written."""
    text = text_of(desk, version)
    try:
        with whole(path) as file:
            file.write(text.encode())
    except OSError as error:
        raise UserError(
            translate("rules", "{name} cannot be written there. Choose another folder.", name=path.name)
        ) from error
