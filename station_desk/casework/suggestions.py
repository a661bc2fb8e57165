"""A deputy's suggestion: raised from issues or alone, its sheet revised, signed by other deputies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import (
    Actor,
    Changed,
    Desk,
    Work,
    require,
    require_authority,
    standing,
)
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Link, Signer, Suggestion
from station_desk.domain.vocabulary import SiteRole
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store import directory, numbers
from station_desk.store.loading import load_where


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionEntry:
    """The official sheet's fields (建议专用纸). `deputies`: the first leads, the others join.

    `level` is the congress it is put to, of the lead deputy where not said; `group` the deputies' group in
    whose name it stands, its speaker leading.
    """

    title: str
    text: str
    deputies: tuple[RecordId, ...]
    opened_on: date
    level: str = ""
    group: str = ""
    category: str = ""
    place: str = ""
    session: str = ""
    at_session: bool = False
    consent: str = "full"
    formed_by: str = ""
    years_running: str = ""
    wants_contact: bool = False
    reference_only: bool = False
    proposed_units: str = ""
    follows: RecordId | None = None


@dataclass(frozen=True, slots=True)
class Raised:
    """The suggestion made, with its provisional number."""

    id: RecordId
    number: str
    changed: Changed


def title_for(issue: str) -> str:
    """The usual title of a suggestion on an issue: official papers are Chinese whatever the screen shows."""
    return f"关于{issue}的建议"[:200]


def raise_from(desk: Desk, actor: Actor, issues: Sequence[RecordId], entry: SuggestionEntry) -> Raised:
    """Raise a suggestion from one or many issues, or alone (`issues` empty). One commit."""
    with desk.writing(actor, "raise_suggestion") as work:
        for issue in issues:
            require(work, standing(work, issue, "issue"), "raise", entry.opened_on)
        suggestion, number = raise_in(work, issues, entry)
    return Raised(suggestion, number, work.changed)


def raise_in(
    work: Work, issues: Sequence[RecordId], entry: SuggestionEntry, *, fresh: bool = False
) -> tuple[RecordId, str]:
    """As `raise_from`, inside a piece of work already begun."""
    if not entry.deputies:
        raise ValidationError(
            [Problem("deputies", translate("suggestions", "Choose the deputy who raises it."))]
        )
    site = work.identity.site
    year = entry.opened_on.year
    prefix = f"{site}-{year}-J{numbers.mark(work.connection, year)}"
    number = f"{prefix}{numbers.last(work.connection, 'matter', prefix) + 1 + _pending(work):04d}"
    level = entry.level or level_of(work, entry.deputies[0])
    suggestion = work.add(
        Suggestion(
            number=number, level=level or None, group=entry.group.strip() or None,
            office=directory.office_at(work.connection, work.identity, level),
            title=entry.title.strip() or None, text=entry.text.strip() or None,
            category=entry.category or None, place=entry.place or None, station=site, owner=site,
            opened_on=entry.opened_on, profile=work.profile().version, session=entry.session or None,
            at_session=entry.at_session, consent=entry.consent or None, formed_by=entry.formed_by or None,
            years_running=entry.years_running or None, wants_contact=entry.wants_contact,
            reference_only=entry.reference_only, proposed_units=entry.proposed_units or None,
        )
    )  # fmt: skip
    by_themselves = own_deputy(work)
    for rank, deputy in enumerate(dict.fromkeys(entry.deputies)):
        # Who raises it signs it; who is only put on the sheet signs later, with a day of their own.
        own = rank == 0 or deputy == by_themselves
        work.add(
            Signer(
                matter=suggestion, deputy=deputy, role="joint" if rank else "lead", rank=rank,
                signed_on=entry.opened_on if own else None,
            )
        )  # fmt: skip
    if entry.follows is not None:
        work.add(Link(kind="follows-up", source=suggestion, target=entry.follows))
    for issue in issues:
        work.add(Link(kind="raised-from", source=suggestion, target=issue))
        work.step(issue, "raise", entry.opened_on, about=suggestion, fresh=fresh)
    return suggestion, number


def level_of(work: Work, deputy: RecordId) -> str:
    """The level of a deputy's congress; "" where it is not known."""
    found = work.connection.exec_driver_sql("SELECT level FROM deputy WHERE id = ?", (deputy,)).scalar()
    return str(found or "")


def own_deputy(work: Work) -> RecordId | None:
    """The deputy whose own desk this is; None elsewhere."""
    if work.identity.role is not SiteRole.DEPUTY:
        return None
    found = work.connection.exec_driver_sql(
        "SELECT id FROM deputy WHERE desk = ? AND void IS NULL ORDER BY id", (work.identity.site,)
    ).scalar()
    return RecordId(found) if found else None


def _pending(work: Work) -> int:
    """Suggestions already begun in this very piece of work."""
    return work.pending("suggestion")


def revise(desk: Desk, actor: Actor, suggestion: RecordId, entry: SuggestionEntry) -> Changed:
    """Change a draft's sheet and its signers. UserError once it has been submitted."""
    with desk.writing(actor, "revise_suggestion") as work:
        now = standing(work, suggestion, "suggestion")
        if now.stage not in ("draft", "checked"):
            raise UserError(
                translate(
                    "suggestions", "It has been submitted: the text is fixed. Ask the office to send it back."
                )
            )
        require_authority(work, Suggestion, suggestion, "consent")
        work.update(
            Suggestion, suggestion, group=entry.group.strip() or None,
            title=entry.title.strip() or None, text=entry.text.strip() or None,
            category=entry.category or None, place=entry.place or None, session=entry.session or None,
            at_session=entry.at_session,
            consent=entry.consent or None, formed_by=entry.formed_by or None,
            years_running=entry.years_running or None, wants_contact=entry.wants_contact,
            reference_only=entry.reference_only, proposed_units=entry.proposed_units or None,
        )  # fmt: skip
        set_signers(work, suggestion, entry.deputies)
    return work.changed


def set_signers(work: Work, suggestion: RecordId, deputies: Sequence[RecordId]) -> None:
    """Make these the signers, the first leading; who stays keeps the day they signed."""
    if not deputies:
        raise ValidationError(
            [Problem("deputies", translate("suggestions", "Choose the deputy who raises it."))]
        )
    rows = work.connection.exec_driver_sql(
        "SELECT id, deputy FROM signer WHERE matter = ? AND void IS NULL", (suggestion,)
    ).all()
    kept = {RecordId(deputy): RecordId(record) for record, deputy in rows}
    wanted = list(dict.fromkeys(deputies))
    for deputy, record in kept.items():
        if deputy not in wanted:
            work.void(Signer, record, translate("suggestions", "Taken off the sheet before submission"))
    for rank, deputy in enumerate(wanted):
        role = "joint" if rank else "lead"
        if deputy in kept:
            work.update(Signer, kept[deputy], role=role, rank=rank)
        else:
            work.add(Signer(matter=suggestion, deputy=deputy, role=role, rank=rank))


def countersign(desk: Desk, actor: Actor, matter: RecordId, deputy: RecordId | None, on: date) -> Changed:
    """A deputy puts their name to a suggestion or motion (附议): named by the clerk who has the signed sheet,
    or, at a deputy's own desk, the deputy themself (`deputy` None)."""
    with desk.writing(actor, "countersign") as work:
        now = standing(work, matter)
        require(work, now, "countersign", on)
        own = own_deputy(work)
        if work.identity.role is SiteRole.DEPUTY:
            if own is None:
                raise UserError(
                    translate(
                        "suggestions",
                        "This desk is not tied to a deputy yet. Ask the station to enter its code with you.",
                    )
                )
            if deputy not in (None, own):
                raise UserError(translate("suggestions", "At your own desk you sign for yourself alone."))
            deputy = own
        if deputy is None:
            raise ValidationError(
                [Problem("deputy", translate("suggestions", "Choose the deputy who signs."))]
            )
        found = load_where(work.connection, Signer, "t.matter = ?", (matter,), "ORDER BY t.rank, t.id")
        mine = next(((i, s) for i, s in found if s.deputy == deputy), None)
        if mine is not None and mine[1].signed_on is not None:
            raise UserError(translate("suggestions", "This deputy has signed already."))
        if mine is not None:
            record = mine[0]
            work.update(Signer, record, signed_on=on)
        else:
            rank = max((s.rank or 0 for _, s in found), default=-1) + 1
            record = work.add(
                Signer(
                    matter=matter, deputy=deputy, role="joint" if found else "lead", rank=rank, signed_on=on
                )
            )  # fmt: skip
        work.step(matter, "countersign", on, about=record)
    return work.changed
