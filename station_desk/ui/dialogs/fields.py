"""The fields of a step's dialog: for each thing the step needs its group, in the official form's order."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_desk.domain.declare import RecordId
from station_desk.domain.records import Motion
from station_desk.domain.tracks import Need, StepDecl
from station_desk.domain.vocabulary import VERDICTS
from station_desk.i18n import translate
from station_desk.ui.dialogs import answer_fields, official_fields
from station_desk.ui.dialogs.checks import CheckList
from station_desk.ui.dialogs.kit import FieldKit
from station_desk.ui.dialogs.material import ANSWERING, Material
from station_desk.ui.dialogs.promise_rows import PromiseRows
from station_desk.ui.dialogs.ready import ReadyAnswers
from station_desk.ui.dialogs.target import TargetLine
from station_desk.ui.dialogs.units import UnitsField
from station_desk.ui.session import Session
from station_desk.ui.words import joined, shown_number

_OWN_DAY = frozenset({Need.REPLY, Need.FEEDBACK, Need.CONSULTATION, Need.SUPERVISION})
_OWN_WORDS = frozenset({Need.REPLY, Need.FEEDBACK, Need.CONSULTATION, Need.SUPERVISION, Need.HONOUR})
_FIRST = (
    "assignment", "unit", "target", "visitor", "deputy", "signer", "promise", "honour", "criterion", "kind",
    "what", "official_number", "reply_class", "code", "method", "verdict", "until", "text",
)  # fmt: skip


class StepFields(FieldKit):
    """The fields of `step`, filled from `material`; see `FieldKit` for how they are read back."""

    def __init__(
        self, session: Session, step: StepDecl, material: Material, column: QVBoxLayout, home: QWidget
    ) -> None:
        super().__init__(session, column, home)
        self._step, self._m = step, material
        self.units: UnitsField | None = None
        self.promises: PromiseRows | None = None
        self.ticks: CheckList | None = None
        self.ready: ReadyAnswers | None = None
        self._target: TargetLine | None = None
        self._build()
        column.addStretch(1)

    # ---- reading back --------------------------------------------------------------------------------

    @property
    def target(self) -> RecordId | None:
        """The other matter chosen."""
        return self._target.target if self._target is not None else None

    def assignment(self) -> RecordId | None:
        """The charge this step is for: the one chosen, or the only one that can take it."""
        return official_fields.assignment_of(self, self._m, self._step)

    def must_choose_assignment(self) -> bool:
        """Whether several units can take the step and none was named, where one must be."""
        reopens = self._step.verb in official_fields.REOPENING
        return "assignment" in self._choices and self.record("assignment") is None and not reopens

    def ticked(self) -> tuple[RecordId, ...]:
        """The records ticked: deputies reminded, suggestions also answered or handed over too."""
        keys = self.ticks.keys() if self.ticks is not None else ()
        return tuple(RecordId(bytes.fromhex(key)) for key in keys)

    def values(self) -> dict[str, str]:
        """Every field as text, by its name."""
        found = super().values()
        if self.units is not None:
            found["mode"] = self.units.mode.current_value()
            found["units"] = ",".join(charge.unit.hex() for charge in self.units.charges())
        if self.target is not None:
            found["target.id"] = self.target.hex()
        return found

    def put(self, values: Mapping[str, str]) -> None:
        """Fill the fields with values read earlier; a choice that is offered no more stays as it is."""
        super().put(values)
        if self.units is not None:
            self.units.mode.set_value(values.get("mode", "lead"))
            self.units.clear()
            for code in filter(None, values.get("units", "").split(",")):
                self.units.choose(RecordId(bytes.fromhex(code)))
        if self._target is not None:
            chosen = values.get("target.id", "")
            self._target.target = RecordId(bytes.fromhex(chosen)) if chosen else None

    def settle(self) -> None:
        """Take what stands in a line as chosen, before saving."""
        if self.units is not None:
            self.units.settle()

    def first(self) -> QWidget | None:
        """Where the cursor goes: the first thing that has to be filled in."""
        for name in _FIRST:
            field = self._held.get(name)
            if field is not None and field.editor is not None and not field.isHidden():
                return field.editor
        return next(iter(self._days.values()), None)

    # ---- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        step, m, needs = self._step, self._m, self._step.needs
        if step.on_assignment or step.verb in official_fields.REOPENING:
            official_fields.assignment(self, m, step)
        for need in needs:
            self._group(need)
        if step.verb == "conclude":
            answer_fields.conclusion(self, m)
        elif step.verb == "submit":
            self._signatures()
        if not _OWN_DAY & set(needs):
            self.add_day("on", translate("step", "Day"), self.session.today(), also=("handed_on",))
        if step.verb in ("extend", "return"):
            official_fields.bound(self, m, step)
        if not _OWN_WORDS & set(needs):
            self._words()
        edit = self.long("text")
        if edit is not None and m.answers and step.verb in ANSWERING:
            self.ready = ReadyAnswers(m.answers, edit, self.home)
            self.column.insertWidget(self.column.indexOf(self._held["text"]) + 1, self.ready)

    def _group(self, need: Need) -> None:
        step, m = self._step, self._m
        match need:
            case Need.UNITS:
                self._units()
            case Need.TARGET:
                self._pick_target()
            case Need.CONSULTATION:
                answer_fields.consultation(self, m)
            case Need.REPLY:
                self.promises, self.ticks = answer_fields.reply(self, m, step)
            case Need.FEEDBACK:
                answer_fields.telling(self, m)
            case Need.VERDICT:
                scale = m.profile.scales[m.profile.visitor_scale]
                grades = [(code, VERDICTS.label(code)) for code in scale.grades]
                self.add_segments("code", translate("step", "Visitor's verdict"), grades)
            case Need.DOOR:
                self._door()
            case Need.UNTIL:
                new = translate("step", "To be kept by") if step.verb == "look_back" else ""
                self.add_day("until", new or translate("step", "New due day"))
            case Need.NUMBER:
                official_fields.number(self, m)
            case Need.SIGN:
                official_fields.sign(self, m)
            case Need.SIGNER:
                self.ticks = answer_fields.remind(self, m)
            case Need.CONTACT:
                official_fields.talks(self, m, unit=Need.UNIT in step.needs)
            case Need.PROMISE:
                official_fields.promise(self, m)
            case Need.KEPT:
                official_fields.kept(self, m)
            case Need.SUPERVISION:
                official_fields.supervision(self)
            case Need.HONOUR:
                official_fields.honour(self, m)
            case Need.HONOURED:
                official_fields.honoured(self, m)
            case Need.DECISION:
                official_fields.decision(self)
            case _:
                pass  # words come last; a unit comes with the talks; a suggestion has its own page

    def _words(self) -> None:
        needs, verb = self._step.needs, self._step.verb
        if Need.NOTE in needs:
            self.add_long("text", translate("step", "Note (may be left empty)"))
        elif Need.REASON in needs:
            labels = {
                "keep": translate("step", "How it was seen"),
                "contact": translate("step", "What was talked over"),
                "coordinate": translate("step", "What was talked over"),
                "meet": translate("step", "What the meeting settled"),
            }
            hint = ""
            if verb == "withdraw" and self._m.detail.row.track != "issue":
                hint = translate("step", "Day and number of the written request, and why")
            self.add_long("text", labels.get(verb) or translate("step", "What was done, or why"), hint=hint)

    def _units(self) -> None:
        self.units = UnitsField(self.home)
        self.units.set_units(self._m.office.units)
        self.units.changed.connect(self.touched)
        self.place("unit", translate("step", "Units"), self.units)
        self.units.line.setAccessibleName(translate("step", "Units"))
        self.add_long("request", translate("step", "What is asked of them"), lines=2)
        row = self.row()
        self.add_line("number", translate("step", "Slip number"), beside=row)
        row.addStretch(1)
        if self._m.along:
            self.ticks = ticks = CheckList(self.home)
            ticks.set_options(
                [(row.id.hex(), joined((shown_number(row), row.title))) for row in self._m.along]
            )
            self.place("along", translate("step", "Of the same content: handled together with"), ticks)
            self.keep("along", ticks)
            ticks.changed.connect(self.touched)

    def _pick_target(self) -> None:
        row = self._m.detail.row
        self._target = line = TargetLine(self.session, row.id, row.track, self.home)
        line.picked.connect(lambda _: self._held["target"].say(""))
        self.add_own_line("target", translate("step", "The matter it is the same as"), line)

    def _door(self) -> None:
        doors = [(door.key, str(door.label)) for door in self._m.profile.doors.values()]
        box = self.add_combo(
            "code", translate("step", "Where it belongs"), doors, hint=translate("step", "Choose")
        )
        box.activated.connect(self._door_chosen)

    def _door_chosen(self, index: int) -> None:
        """Propose the door's own sentence, unless something else was typed."""
        doors = self._m.profile.doors
        door, edit = doors.get(self.choice("code")), self.long("text")
        known = {"", *(str(other.reason) for other in doors.values())}
        if door is not None and edit is not None and edit.toPlainText().strip() in known:
            edit.setPlainText(str(door.reason))

    def _signatures(self) -> None:
        """How many deputies have signed a motion, of how many it needs."""
        record, signed = self._m.detail.record, len(self._m.detail.signers)
        if not isinstance(record, Motion):
            return
        if record.group:
            text = translate(
                "step", "In the name of {group}: no number of deputies is needed.", group=record.group
            )
            self.add_words(text)
            return
        profile = self._m.detail.profile or self._m.profile
        needed = profile.limit("motion.signers_town" if record.level == "town" else "motion.signers")
        text = translate("step", "{n} of {needed} deputies have signed.", n=signed, needed=needed)
        if signed < needed:
            self.add_notice("amber", text)
        else:
            self.add_words(text)
