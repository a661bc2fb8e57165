"""Fields for answers and verdicts: a unit's reply, a deputy's form and reminders, the visitor's telling."""

from __future__ import annotations

from station_desk.casework import feedback as tellings
from station_desk.casework import verdicts
from station_desk.casework.browse import SignerRow
from station_desk.domain.declare import RecordId
from station_desk.domain.tracks import StepDecl
from station_desk.domain.vocabulary import (
    CONSULTATION_KINDS,
    DEPUTY_VERDICTS,
    FEEDBACK_METHODS,
    PROMISE_STATES,
    REPLY_METHODS,
    VERDICTS,
)
from station_desk.i18n import translate
from station_desk.ui.dialogs.checks import CheckList
from station_desk.ui.dialogs.kit import FieldKit
from station_desk.ui.dialogs.material import Material
from station_desk.ui.dialogs.official_fields import assignment_of, terms
from station_desk.ui.dialogs.promise_rows import PromiseRows
from station_desk.ui.words import day_words, joined, masked_phone, shown_number

PROMISING = "B"
"""The class whose replies promise something (列入计划解决); in others a promise is added on demand."""


def reply(kit: FieldKit, m: Material, step: StepDecl) -> tuple[PromiseRows | None, CheckList | None]:
    """A unit's answer; its promises and the suggestions it answers as well, where it can have them."""
    track = m.detail.row.track
    if track == "issue":
        units = [(record.hex(), unit.name or "") for record, unit in m.office.units]
        hint = translate("step", "May be left empty")
        kit.add_combo("unit", translate("step", "Unit that replied"), units, hint=hint)
    row = kit.row()
    kit.add_line("number", translate("step", "Document number"), beside=row)
    kit.add_day("on", translate("step", "Dated"), kit.session.today(), beside=row, also=("dated",))
    classed = track == "suggestion" and step.verb == "reply"
    if classed:
        scheme = m.profile.class_schemes[m.profile.class_scheme]
        grades = [(grade.code, f"{grade.code} {grade.label}") for grade in scheme.grades]
        kit.add_combo(
            "reply_class", translate("step", "Class of the reply"), grades, hint=translate("step", "Choose")
        )
    if step.verb != "opinion":
        kit.add_segments("method", translate("step", "How it was talked over"), terms(REPLY_METHODS))
    words = {
        "opinion": translate("step", "Text of the co-opinion"),
        "motion": translate("step", "Text of the report"),
    }
    label = words.get(step.verb) or words.get(track) or translate("step", "Text of the reply")
    kit.add_long("text", label, lines=5)
    promises = _promises(kit) if classed else None
    row = kit.row()
    kit.add_line("signed_by", translate("step", "Signed by"), beside=row)
    kit.add_line("contact", translate("step", "Contact"), beside=row)
    kit.add_line("phone", translate("step", "Telephone"), beside=row)
    return promises, _also(kit, m, step) if classed else None


def _promises(kit: FieldKit) -> PromiseRows:
    rows = PromiseRows(kit.session.today, kit.home)
    kit.place("promises", translate("step", "What it promises, and by when"), rows)
    kit.keep("promises", rows)
    rows.changed.connect(kit.touched)

    def follow() -> None:
        if kit.choice("reply_class") == PROMISING and not rows.count():
            rows.add()

    kit.after(follow)
    return rows


def _also(kit: FieldKit, m: Material, step: StepDecl) -> CheckList | None:
    if not any(m.also.values()):
        return None
    ticks = CheckList(kit.home)
    kit.place("also", translate("step", "The same letter also answers"), ticks)
    kit.keep("also", ticks)
    ticks.changed.connect(kit.touched)
    units = {row.id: row.assignment.unit for row in m.detail.assignments}
    shown: list[RecordId | None] = []

    def follow() -> None:
        charge = assignment_of(kit, m, step)
        unit = units.get(charge) if charge is not None else None
        if shown == [unit]:
            return
        shown[:] = [unit]
        rows = m.also.get(unit, ()) if unit is not None else ()
        ticks.set_options([(row.id.hex(), joined((shown_number(row), row.title))) for row in rows])
        kit.show("also", bool(rows))

    kit.after(follow)
    return ticks


# ---- the deputies' verdicts -----------------------------------------------------------------------------


def consultation(kit: FieldKit, m: Material) -> None:
    """One deputy's form of the present round: what it is about, attitude and result apart."""
    course = m.detail.course
    turn, kind = (course.turn, course.turn_kind) if course is not None else (1, "reply")
    kit.add_words(translate("step", "Round {n}: {about}", n=turn, about=CONSULTATION_KINDS.label(kind)))
    if kind in ("second", "look_back"):
        for row in m.detail.promises:
            state = PROMISE_STATES.label(row.promise.state) or translate("step", "not judged yet")
            kit.add_words(joined((state, row.promise.what or "", row.unit)))
    asked = verdicts.round_now(m.detail).waiting
    left = [row for row in m.detail.signers if _out(row, turn) and _here(m, row)]
    left.sort(key=lambda row: row.id not in asked)
    not_asked = translate("step", "not asked in this round")
    choices = [(row.id.hex(), joined((row.name, "" if row.id in asked else not_asked))) for row in left]
    first = [row for row in left if row.id in asked]
    only = choices[0][0] if len(choices) == 1 or len(first) == 1 else ""
    kit.add_combo("signer", translate("step", "Deputy"), choices, only, translate("step", "Choose"))
    kit.add_day("on", translate("step", "Form returned"), kit.session.today(), also=("returned_on",))
    grades = [(code, DEPUTY_VERDICTS.label(code)) for code in m.profile.scales[m.profile.deputy_scale].grades]
    kit.add_segments("attitude", translate("step", "Attitude in handling"), grades)
    kit.add_segments("result", translate("step", "Result of handling"), grades)
    kit.add_long("opinion", translate("step", "Opinion in detail"))
    field = kit.held["opinion"]
    must = translate("step", "must be filled in")

    def follow() -> None:
        field.set_aside(must if kit.choice("result") == "dissatisfied" else "")

    kit.after(follow)


def _out(row: SignerRow, turn: int) -> bool:
    """Whether this deputy's form of the round is still out."""
    return all(given.round != turn for _, given in row.verdicts)


def _here(m: Material, row: SignerRow) -> bool:
    """Whether their form may be recorded at this desk: at a deputy's own, only their own."""
    return not m.at_own or row.signer.deputy == m.own


def _said_of(kit: FieldKit, m: Material, row: SignerRow) -> str:
    count = m.detail.course.reminded.get(row.id, 0) if m.detail.course is not None else 0
    if not count:
        return joined((row.name, translate("step", "not reminded yet")))
    last = next(
        (s.step.on for s in m.detail.steps if s.step.verb == "remind" and s.step.about == row.id), None
    )
    when = day_words(last, kit.session.today())
    return joined((row.name, translate("step", "reminded {n}×, last on {day}", n=count, day=when)))


def remind(kit: FieldKit, m: Material) -> CheckList:
    """The deputies whose form is out; several are reminded at once."""
    waiting = verdicts.round_now(m.detail).waiting
    rows = [row for row in m.detail.signers if row.id in waiting]
    ticks = CheckList(kit.home)
    ticks.set_options([(r.id.hex(), _said_of(kit, m, r)) for r in rows], [r.id.hex() for r in rows])
    kit.place("signer", translate("step", "Whose form is out"), ticks)
    kit.keep("signers", ticks)
    ticks.changed.connect(kit.touched)
    return ticks


def conclusion(kit: FieldKit, m: Material) -> None:
    """Who has not returned their form, how often they were reminded, and the reminder in its place."""
    waiting = verdicts.round_now(m.detail).waiting
    rows = [row for row in m.detail.signers if row.id in waiting]
    if not rows:
        kit.add_words(translate("step", "Every deputy has returned their form."))
        return
    enough = {row.id for row in verdicts.left_out(m.detail)}
    needed = (m.detail.profile or m.profile).limit("consult.reminders")
    kit.add_words(translate("step", "Not returned:"), role="label")
    for row in rows:
        kit.add_words(_said_of(kit, m, row), role="row")
    if all(row.id in enough for row in rows):
        kit.add_words(translate("step", "They are left out of the rate, and shown."))
        return
    kit.add_notice(
        "amber",
        translate("step", "Each is to be reminded {n}× before it is concluded without them.", n=needed),
        translate("step", "Remind them"),
        "remind",
    )


# ---- back to the people ---------------------------------------------------------------------------------


def telling(kit: FieldKit, m: Material) -> None:
    """Who was told, when, how, by whom, what; with the verdict where it was given at once."""
    people = _people(m)
    if len(people) > 1:
        left = tellings.untold(m.detail)
        told = translate("step", "told")
        choices = [
            (record.hex(), joined((name, "" if record in left else told))) for record, name in people.items()
        ]
        first = left[0].hex() if left else ""
        kit.add_combo("visitor", translate("step", "To whom"), choices, first, translate("step", "Choose"))
        names = "、".join(people[record] for record in left)
        kit.add_words(translate("step", "Still to be told: {names}", names=names) if left else "")
    row = kit.row()
    kit.add_day("on", translate("step", "Told on"), kit.session.today(), beside=row, also=("told_on",))
    kit.add_line("by", translate("step", "By"), kit.session.actor.name, beside=row)
    kit.add_combo(
        "method", translate("step", "How"), terms(FEEDBACK_METHODS), hint=translate("step", "Choose")
    )
    kit.add_long("text", translate("step", "What was said"))
    scale = m.profile.scales[m.profile.visitor_scale]
    grades = [("", translate("step", "Not given yet"))]
    grades += [(code, VERDICTS.label(code)) for code in scale.grades]
    kit.add_segments("verdict", translate("step", "Their verdict"), grades)
    kit.add_long("reason", translate("step", "Why dissatisfied"), lines=2)
    kit.after(lambda: kit.show("reason", kit.choice("verdict") == "dissatisfied"))


def _people(m: Material) -> dict[RecordId, str]:
    """Everyone who came, with their telephone masked."""
    known = dict(m.detail.others)
    if m.detail.visitor_id is not None and m.detail.visitor is not None:
        known[m.detail.visitor_id] = m.detail.visitor
    return {
        record: joined((known[record].name or "", masked_phone(known[record].phone)))
        for record in tellings.constituents(m.detail)
    }
