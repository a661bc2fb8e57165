"""The word somebody waits for: conflicts decided, proposals accepted or declined, one commit a call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from station_desk.casework.conflict_words import Namer
from station_desk.casework.context import Actor, Changed, Desk, Work, roles_of, standing
from station_desk.casework.questions import (
    Candidate,
    Page,
    Proposal,
    Question,
    Tally,
    about,
    authority_of,
    numbering_site,
    of_records,
    tally,
    waiting,
)
from station_desk.domain import declare
from station_desk.domain.declare import RecordId, Value, Write
from station_desk.domain.records import Link
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store import disputes
from station_desk.store.disputes import Dispute, Word
from station_desk.store.sqlio import rows_for

__all__ = [
    "Candidate", "Page", "Proposal", "Question", "Tally", "about", "accept", "authority_of", "decide",
    "decline", "note_same_number", "of_records", "tally", "waiting",
]  # fmt: skip


def _dispute(work: Work, record: RecordId) -> Dispute:
    found = disputes.load(work.connection, [record])
    if not found or not found[0].folded.arrived:
        raise UserError(translate("conflicts", "This record has not arrived yet. Nothing can be decided."))
    return found[0]


def _require_authority(work: Work, dispute: Dispute, name: str) -> None:
    site = authority_of(dispute, name)
    if site in ("", work.identity.site):
        return
    raise UserError(
        translate(
            "conflicts",
            "“{field}” of this record is for {site} to decide. Send it a package, or tell it by telephone.",
            field=declare.fields_of(dispute.cls)[name].label,
            site=Namer(work.connection).site(site),
        )
    )


def decide(
    desk: Desk,
    actor: Actor,
    record: RecordId,
    field: str,
    *,
    change: bytes | None = None,
    value: Value = None,
    reason: str = "",
) -> Changed:
    """Settle a field in conflict, or an official number given twice: by the candidate of that `change`, else
    by a new `value`. The commit names every head it saw.

    UserError where it waits no longer or another office decides; ValidationError for an unfit value.
    """
    with desk.writing(actor, "decide_conflict", reason.strip()) as work:
        dispute = _dispute(work, record)
        doubled = field == "official_number" and _is_double(work, dispute)
        if field not in dispute.conflicts and not doubled:
            raise _settled()
        _require_authority(work, dispute, field)
        if change is not None:
            words = dispute.conflicts.get(field, ())
            chosen = next((word for word in words if word.change == change), None)
            if chosen is None:
                raise _settled()
            value = declare.from_wire(declare.fields_of(dispute.cls)[field].kind, chosen.value)
        if field == "official_number":
            _require_free(work, dispute, value)
        work.update(dispute.cls, record, **{field: value})
    return work.changed


def note_same_number(desk: Desk, actor: Actor, bearer: RecordId, reason: str) -> Changed:
    """Note on all matters that bear this one's number that they do: numbers are written once and printed, so
    all keep theirs, and each names the others from then on. One commit, whose reason says how to tell them
    apart.

    ValidationError without a reason; UserError where it is noted already, or is another desk's to note.
    """
    if not reason.strip():
        said = translate("conflicts", "Say in a sentence how the two are told apart.")
        raise ValidationError([Problem("reason", said)])
    with desk.writing(actor, "same_number", reason.strip()) as work:
        now = standing(work, bearer)
        found = disputes.same_numbers(work.connection, now.number)
        records = next((records for _, records in found if bearer in records), None)
        if records is None:
            raise _settled()
        sql = "SELECT station, owner FROM matter WHERE id IN {keys} ORDER BY id"
        site = numbering_site(rows_for(work.connection, sql, records))
        mine = now.track.steps["note"].roles & roles_of(actor, work.identity, now.office, now.station)
        if site != work.identity.site or not mine:
            raise UserError(
                translate(
                    "conflicts",
                    "It is for the staff of {site} to note. Send it a package, or tell it by telephone.",
                    site=Namer(work.connection).site(site),
                )
            )
        for other in records[1:]:
            work.add(Link(kind="same-number", source=other, target=records[0]))
    return work.changed


def _settled() -> UserError:
    return UserError(translate("conflicts", "This is decided already. Refresh the list."))


def _is_double(work: Work, dispute: Dispute) -> bool:
    return any(dispute.record in records for _, records in disputes.doubles(work.connection))


def _require_free(work: Work, dispute: Dispute, number: Value) -> None:
    other = work.connection.exec_driver_sql(
        "SELECT COALESCE(number, title) FROM matter WHERE office IS ? AND track = ? AND official_number = ?"
        " AND id <> ? AND void IS NULL",
        (dispute.folded.office or None, dispute.cls.type_name, number, dispute.record),
    ).scalar()
    if other is not None:
        said = translate("official", "{number} is given to {other} already.", number=number, other=other)
        raise ValidationError([Problem("official_number", said)])


def accept(desk: Desk, actor: Actor, proposals: Sequence[Proposal], reason: str = "") -> Changed:
    """Take over what was proposed, one or many, in one commit that names the proposals.

    UserError where one waits no longer, another office decides, or two are about one field.
    """
    return _answer(desk, actor, "accept", proposals, reason, take=True)


def decline(desk: Desk, actor: Actor, proposals: Sequence[Proposal], reason: str) -> Changed:
    """Keep what stands, in one commit that names the proposals. ValidationError without a reason: whoever
    proposed reads it."""
    if not reason.strip():
        said = translate("conflicts", "Say why: whoever proposed it reads this.")
        raise ValidationError([Problem("reason", said)])
    return _answer(desk, actor, "decline", proposals, reason, take=False)


def _answer(
    desk: Desk, actor: Actor, verb: str, proposals: Sequence[Proposal], reason: str, *, take: bool
) -> Changed:
    by_record: dict[RecordId, dict[str, list[bytes]]] = {}
    for one in dict.fromkeys(proposals):
        by_record.setdefault(one.record, {}).setdefault(one.field, []).append(one.change)
    with desk.writing(actor, verb, reason.strip()) as work:
        for record, fields in by_record.items():
            dispute = _dispute(work, record)
            values: dict[str, Value] = {}
            for name, changes in fields.items():
                _require_authority(work, dispute, name)
                values[name] = _answered(dispute, name, changes, take=take)
            if take and isinstance(values.get("official_number"), str):
                _require_free(work, dispute, values["official_number"])
            work.settle(dispute.cls, record, values, fields)
    return work.changed


def _answered(dispute: Dispute, name: str, changes: Sequence[bytes], *, take: bool) -> Value:
    """The value that answers these proposals of one field."""
    declared = declare.fields_of(dispute.cls)[name]
    words: Mapping[bytes, Word] = {word.change: word for word in dispute.proposals.get(name, ())}
    if not words.keys() >= set(changes):
        raise _settled()
    if name in dispute.conflicts:
        raise UserError(
            translate("conflicts", "“{field}” is in conflict. Decide that first.", field=declared.label)
        )
    if not take:
        return declare.from_wire(declared.kind, dispute.folded.values.get(name))
    if declared.write is Write.ADDED:
        raise UserError(
            translate(
                "conflicts", "“{field}” is written once and stays. The proposal can only be declined.",
                field=declared.label,
            )
        )  # fmt: skip
    if len({repr(words[change].value) for change in changes}) > 1:
        raise UserError(
            translate("conflicts", "Two proposals for “{field}” differ. Accept one.", field=declared.label)
        )
    return declare.from_wire(declared.kind, words[changes[0]].value)
