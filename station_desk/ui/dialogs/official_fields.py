"""Fields for the official side: number, signatures, talks, promises, supervision, honours, decisions."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from station_desk.casework import bounds
from station_desk.domain.declare import RecordId
from station_desk.domain.tracks import ASSIGNMENT, StepDecl
from station_desk.domain.vocabulary import (
    ASSIGNMENT_ROLES,
    CONTACT_METHODS,
    DECISIONS,
    HONOURS,
    LEVELS,
    PROMISE_STATES,
    SUPERVISION_CRITERIA,
    Vocabulary,
)
from station_desk.i18n import translate
from station_desk.ui.choosing import unit_options
from station_desk.ui.dialogs.kit import Choices, FieldKit
from station_desk.ui.dialogs.material import Material
from station_desk.ui.widgets.picks import Pick
from station_desk.ui.words import day_words, joined

REOPENING = ("redo", "look_back")
_SAY_WHOSE = (*REOPENING, "reply", "opinion", "return", "extend", "contact")


def terms(vocabulary: Vocabulary) -> Choices:
    """A vocabulary's codes with their terms, in order."""
    return [(code, str(label)) for code, label in vocabulary.terms.items()]


def charges(m: Material, step: StepDecl) -> list[tuple[RecordId, str]]:
    """The charges that can take the step now, each with its unit and how it takes part."""
    known = m.detail.course.charges if m.detail.course is not None else {}
    return [
        (row.id, joined((row.unit, ASSIGNMENT_ROLES.label(row.assignment.role))))
        for row in m.detail.assignments
        if (c := known.get(row.id)) is not None and ASSIGNMENT.possible(step.verb, c.state, c.role)
    ]


def assignment(kit: FieldKit, m: Material, step: StepDecl) -> None:
    """Which unit the step is for; of a re-opening, all of them or one."""
    open_charges = charges(m, step)
    several = sum(row.live for row in m.detail.assignments) > 1
    if len(open_charges) < 2 and not (several and open_charges):
        if open_charges and step.verb in _SAY_WHOSE:
            kit.add_words(translate("step", "Unit: {unit}", unit=open_charges[0][1]))
        return
    choices = [(record.hex(), text) for record, text in open_charges]
    only = choices[0][0] if len(choices) == 1 else ""
    if step.verb in REOPENING:
        choices.insert(0, ("", translate("step", "All of them")))
    hint = translate("step", "Which unit is this for?")
    kit.add_combo("assignment", translate("step", "Unit"), choices, only, hint)


def assignment_of(kit: FieldKit, m: Material, step: StepDecl) -> RecordId | None:
    """The charge chosen, or the only one that can take the step."""
    found = kit.record("assignment")
    known = charges(m, step)
    return found or (known[0][0] if len(known) == 1 and step.on_assignment else None)


def bound(kit: FieldKit, m: Material, step: StepDecl) -> None:
    """How far an extension may go, or until when a unit may return, for the unit chosen."""
    label = kit.add_words()
    today = kit.session.today()

    def follow() -> None:
        chosen = assignment_of(kit, m, step)
        said = ""
        if step.verb == "extend":
            last = bounds.longest_extension(m.detail, chosen)
            said = translate("step", "To {day} at most.", day=day_words(last, today)) if last else ""
        elif chosen is not None:
            last = bounds.return_until(m.detail, chosen)
            on = kit.day() or today
            if last is not None and on > last:
                said = translate(
                    "step", "Could be returned until {day}: this is late.", day=day_words(last, today)
                )
            elif last is not None:
                said = translate("step", "Can be returned until {day}.", day=day_words(last, today))
        kit.say(label, said)

    kit.after(follow)


def number(kit: FieldKit, m: Material) -> None:
    """The official number as the series gives it, and the session."""
    found = m.proposed
    series = {
        "session": translate("step", "Series of the session"),
        "between": translate("step", "Series between sessions"),
        "motion": translate("step", "Series of motions"),
    }
    row = kit.row()
    kit.add_line("session", translate("step", "Session"), found.session if found else "", beside=row)
    given = m.detail.row.official_number or (found.number if found else "")
    kit.add_line("official_number", translate("step", "Official number"), given, beside=row)
    if found is not None and not m.detail.row.official_number:
        kit.add_words(series.get(found.series, ""))


def sign(kit: FieldKit, m: Material) -> None:
    """Who signs: a deputy found by name or pinyin, or at a deputy's own desk they themself."""
    if m.at_own:
        name = next((d.name or "" for record, d in m.office.deputies if record == m.own), "")
        if name:
            kit.add_words(translate("step", "I sign as {name}", name=name), role="strong")
        else:
            kit.add_notice("amber", translate("step", "This desk is not tied to a deputy yet."))
        return
    signed = {row.signer.deputy: row.signer.signed_on for row in m.detail.signers}
    options = [
        Pick(
            d.name or "",
            translate("step", "on the sheet, not signed yet") if record in signed else LEVELS.label(d.level),
            record.hex(),
        )
        for record, d in sorted(m.office.deputies, key=lambda item: item[0] not in signed)
        if signed.get(record) is None
    ]
    hint = translate("step", "Name, or initials")
    kit.add_choice("deputy", translate("step", "Deputy who signs"), options, hint=hint)
    done = "、".join(row.name for row in m.detail.signers if row.signer.signed_on is not None)
    kit.add_words(translate("step", "Signed: {names}", names=done) if done else "")


def talks(kit: FieldKit, m: Material, *, unit: bool) -> None:
    """With which unit, and how they were in contact."""
    if unit:
        hint = translate("step", "May be left empty")
        kit.add_choice("unit", translate("step", "Unit"), unit_options(m.office.units), hint=hint)
    kit.add_segments("code", translate("step", "How they were in contact"), terms(CONTACT_METHODS))


def promise(kit: FieldKit, m: Material) -> None:
    """What a reply promises, by when; of several replies, which one."""
    if len(m.detail.replies) > 1:
        today = kit.session.today()
        choices = [
            (record.hex(), joined((unit, day_words(reply.dated, today), reply.number or "")))
            for record, reply, unit in m.detail.replies
        ]
        kit.add_combo("reply", translate("step", "In which reply"), choices, choices[-1][0])
    kit.add_long("what", translate("step", "What is promised"), lines=3)
    kit.add_day("by", translate("step", "To be done by"))


def kept(kit: FieldKit, m: Material) -> None:
    """Which open promise, and whether it was kept."""
    today = kit.session.today()
    choices = [
        (
            row.id.hex(),
            joined(
                (
                    row.promise.what or "",
                    row.unit,
                    translate("step", "by {day}", day=day_words(row.promise.by, today)),
                )
            ),
        )
        for row in m.detail.promises
        if row.open
    ]
    only = choices[0][0] if len(choices) == 1 else ""
    box = kit.add_combo("promise", translate("step", "Promise"), choices, only, translate("step", "Choose"))
    _tips(box)
    whole = kit.add_words()

    def follow() -> None:
        chosen = kit.record("promise")
        row = next((row for row in m.detail.promises if row.id == chosen), None)
        said = ""
        if row is not None:
            by = translate("step", "by {day}", day=day_words(row.promise.by, today))
            said = joined((row.promise.what or "", row.unit, by))
        kit.say(whole, said)

    kit.after(follow)
    kit.add_segments("state", translate("step", "Kept or not"), terms(PROMISE_STATES))


def _tips(box: QComboBox) -> None:
    """What does not fit on its line is told in full under the pointer."""
    from PySide6.QtCore import Qt

    for place in range(box.count()):
        box.setItemData(place, box.itemText(place), Qt.ItemDataRole.ToolTipRole)


def supervision(kit: FieldKit) -> None:
    """By which criterion, decided by whom and when, led by whom, what is asked."""
    hint = translate("step", "Choose")
    kit.add_combo("criterion", translate("step", "Criterion"), terms(SUPERVISION_CRITERIA), hint=hint)
    row = kit.row()
    kit.add_line("decided_by", translate("step", "Decided by"), beside=row)
    kit.add_day("on", translate("step", "Decided on"), kit.session.today(), beside=row, also=("decided_on",))
    kit.add_line("led_by", translate("step", "Led by"))
    kit.add_long("text", translate("step", "What is asked (may be left empty)"), lines=2)


def honour(kit: FieldKit, m: Material) -> None:
    """What is nominated, for handling of which unit, by whom, why, for which year."""
    kit.add_segments("kind", translate("step", "What is nominated"), terms(HONOURS))
    handled = {row.assignment.unit for row in m.detail.assignments}
    units = [(record, unit) for record, unit in m.office.units if record in handled] or m.office.units
    choices = [(record.hex(), unit.name or "") for record, unit in units]
    only = choices[0][0] if len(choices) == 1 else ""
    kit.add_combo("unit", translate("step", "Unit"), choices, only, translate("step", "Choose"))
    row = kit.row()
    kit.add_line("nominated_by", translate("step", "Nominated by"), kit.session.actor.name, beside=row)
    year = kit.add_line("year", translate("step", "Year"), str(kit.session.today().year), beside=row)
    year.setMaxLength(4)
    kit.add_long("text", translate("step", "Reason"))
    kit.after(lambda: kit.show("unit", kit.choice("kind") == "handling"))


def honoured(kit: FieldKit, m: Material) -> None:
    """Which nomination was chosen, and by which body."""
    choices = [
        (
            record.hex(),
            joined((HONOURS.label(found.kind), unit, str(found.year or ""), found.nominated_by or "")),
        )
        for record, found, unit in m.detail.honours
        if found.chosen_on is None
    ]
    only = choices[0][0] if len(choices) == 1 else ""
    kit.add_combo("honour", translate("step", "Nomination"), choices, only, translate("step", "Choose"))
    kit.add_line("chosen_by", translate("step", "Chosen by"))
    kit.add_long("text", translate("step", "Note (may be left empty)"), lines=2)


def decision(kit: FieldKit) -> None:
    """What the meeting decided."""
    kit.add_segments("code", translate("step", "What the meeting decided"), terms(DECISIONS))
