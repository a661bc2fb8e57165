"""A motion: put forward with its case, grounds and plan, or handled as a suggestion by decision."""

from __future__ import annotations

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
from station_desk.casework.suggestions import Raised, SuggestionEntry, level_of, raise_in, set_signers
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Link, Motion, Signer
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store import directory, numbers
from station_desk.store.detail import load_matter

__all__ = ["MotionEntry", "put", "revise", "to_suggestion"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionEntry:
    """The motion sheet (议案专用纸): title (案由), grounds (案据) and plan (方案). The first deputy leads."""

    title: str
    grounds: str
    plan: str
    deputies: tuple[RecordId, ...]
    opened_on: date
    session: str = ""
    group: str = ""
    level: str = ""
    category: str = ""
    consent: str = "full"


def put(desk: Desk, actor: Actor, entry: MotionEntry) -> Raised:
    """Begin a motion. ValidationError by field; how many must sign is asked when it is submitted."""
    _check(entry)
    with desk.writing(actor, "put_motion") as work:
        site = work.identity.site
        level = entry.level or level_of(work, entry.deputies[0])
        year = entry.opened_on.year
        prefix = f"{site}-{year}-Y{numbers.mark(work.connection, year)}"
        last = numbers.last(work.connection, "matter", prefix)
        number = f"{prefix}{last + 1:04d}"
        motion = work.add(
            Motion(
                number=number, title=entry.title.strip(), text=None, category=entry.category or None,
                station=site, owner=site, opened_on=entry.opened_on, profile=work.profile().version,
                level=level or None, office=directory.office_at(work.connection, work.identity, level),
                group=entry.group.strip() or None, session=entry.session.strip() or None,
                consent=entry.consent or None, grounds=entry.grounds.strip(), plan=entry.plan.strip(),
            )
        )  # fmt: skip
        for rank, deputy in enumerate(dict.fromkeys(entry.deputies)):
            work.add(
                Signer(
                    matter=motion, deputy=deputy, role="joint" if rank else "lead", rank=rank,
                    signed_on=entry.opened_on if not rank else None,
                )
            )  # fmt: skip
    return Raised(motion, number, work.changed)


def revise(desk: Desk, actor: Actor, motion: RecordId, entry: MotionEntry) -> Changed:
    """Change a motion's sheet and signers. UserError once it has been submitted."""
    _check(entry)
    with desk.writing(actor, "revise_motion") as work:
        now = standing(work, motion, "motion")
        if now.stage not in ("draft", "checked"):
            raise UserError(
                translate(
                    "suggestions", "It has been submitted: the text is fixed. Ask the office to send it back."
                )
            )
        require_authority(work, Motion, motion, "consent")
        work.update(
            Motion, motion, title=entry.title.strip(), grounds=entry.grounds.strip(), plan=entry.plan.strip(),
            category=entry.category or None, session=entry.session.strip() or None,
            group=entry.group.strip() or None, consent=entry.consent or None,
        )  # fmt: skip
        set_signers(work, motion, entry.deputies)
    return work.changed


def _check(entry: MotionEntry) -> None:
    problems = []
    for field, message in (
        ("title", translate("motions", "Write what the motion is about.")),
        ("grounds", translate("motions", "Write the grounds: why it is needed.")),
        ("plan", translate("motions", "Write the plan: what is to be done.")),
    ):
        if not getattr(entry, field).strip():
            problems.append(Problem(field, message))
    if not entry.deputies:
        problems.append(Problem("deputies", translate("suggestions", "Choose the deputy who raises it.")))
    if problems:
        raise ValidationError(problems)


def to_suggestion(desk: Desk, actor: Actor, motion: RecordId, on: date, text: str = "") -> Raised:
    """The presidium has the motion handled as a suggestion (转作建议办理): one is made of it, with its
    signers, and both stay linked."""
    with desk.writing(actor, "to_suggestion") as work:
        require(work, standing(work, motion, "motion"), "to_suggestion", on)
        made, number = _suggestion_of(work, motion, on)
        work.step(motion, "to_suggestion", on, about=made, text=text.strip())
    return Raised(made, number, work.changed)


def _suggestion_of(work: Work, motion: RecordId, on: date) -> tuple[RecordId, str]:
    detail = load_matter(work.connection, motion, work.profiles)
    if detail is None or not isinstance(detail.record, Motion):
        raise UserError(translate("casework", "This matter is no longer here. Refresh the list."))
    record = detail.record
    body = "\n\n".join(part for part in (record.grounds, record.plan) if part)
    entry = SuggestionEntry(
        title=record.title or "", text=body, opened_on=on, level=record.level or "",
        deputies=tuple(row.signer.deputy for row in detail.signers if row.signer.deputy),
        session=record.session or "", at_session=True, consent=record.consent or "", group=record.group or "",
        category=record.category or "",
    )  # fmt: skip
    made, number = raise_in(work, (), entry)
    work.add(Link(kind="follows-up", source=made, target=motion))
    return made, number
