"""The fields of a step's dialog, one group for each thing a step can need."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from station_desk.casework.browse import MatterDetail, Office
from station_desk.domain.declare import RecordId
from station_desk.domain.profile import RuleProfile
from station_desk.domain.tracks import Need, StepDecl
from station_desk.domain.vocabulary import (
    ASSIGNMENT_ROLES,
    DEPUTY_VERDICTS,
    FEEDBACK_METHODS,
    REPLY_METHODS,
    VERDICTS,
)
from station_desk.ui import look
from station_desk.ui.dialogs.target import TargetLine
from station_desk.ui.dialogs.units import UnitsField
from station_desk.ui.session import Session
from station_desk.ui.widgets.fields import DateLine, ErrorBook, Field
from station_desk.ui.widgets.segments import Segments
from station_desk.ui.words import joined

# What the records behind a step call the day that its dialog asks for.
_DAYS = {"on": ("dated", "told_on", "returned_on", "handed_on")}


class StepFields(QObject):
    """Puts the fields of `step` into `column`; the dialog reads the values back by the methods below.

    `book` knows each field by its declared name, so that a mistake is said where it was made. `values()`
    and `put(values)` are all fields as text, for a draft. Signal `touched()`: something was filled in.
    """

    touched = Signal()

    def __init__(
        self,
        session: Session,
        step: StepDecl,
        detail: MatterDetail,
        office: Office,
        profile: RuleProfile,
        column: QVBoxLayout,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session, self._step, self._detail = session, step, detail
        self._office, self._profile = office, profile
        self._column, self._home = column, parent
        self.book = ErrorBook()
        self._lines: dict[str, QLineEdit] = {}
        self._texts: dict[str, QPlainTextEdit] = {}
        self._choices: dict[str, Segments | QComboBox] = {}
        self._days: dict[str, DateLine] = {}
        self._held: dict[str, Field] = {}
        self.units: UnitsField | None = None
        self._target: TargetLine | None = None
        self._build()
        column.addStretch(1)

    # ---- reading back --------------------------------------------------------------------------------

    def text(self, name: str) -> str:
        """What was typed in the field, several lines or one."""
        if name in self._texts:
            return self._texts[name].toPlainText().strip()
        return self._lines[name].text().strip() if name in self._lines else ""

    def choice(self, name: str) -> str:
        """The code chosen, "" for none."""
        found = self._choices.get(name)
        if isinstance(found, Segments):
            return found.current_value()
        return str(found.currentData() or "") if found is not None else ""

    def record(self, name: str) -> RecordId | None:
        """The record chosen in a list of records."""
        code = self.choice(name)
        return RecordId(bytes.fromhex(code)) if code else None

    def day(self, name: str = "on") -> date | None:
        """The day typed; None if empty or not understood."""
        found = self._days.get(name)
        return found.day() if found is not None else None

    def has_day(self, name: str) -> bool:
        """Whether the step asks for this day."""
        return name in self._days

    def text_of_day(self, name: str) -> str:
        """What stands in the day's line, understood or not."""
        return self._days[name].text().strip() if name in self._days else ""

    @property
    def target(self) -> RecordId | None:
        """The other matter chosen."""
        return self._target.target if self._target is not None else None

    def values(self) -> dict[str, str]:
        """Every field as text, by its name."""
        found = {name: edit.toPlainText() for name, edit in self._texts.items()}
        found |= {name: line.text() for name, line in (self._lines | self._days).items()}
        found |= {name: self.choice(name) for name in self._choices}
        if self.units is not None:
            found["mode"] = self.units.mode.current_value()
            found["units"] = ",".join(charge.unit.hex() for charge in self.units.charges())
        if self.target is not None:
            found["target.id"] = self.target.hex()
        return found

    def put(self, values: Mapping[str, str]) -> None:
        """Fill the fields with values read earlier; a choice that is offered no more stays as it is."""
        for name, made in self._choices.items():
            chosen = values.get(name, "")
            if isinstance(made, Segments):
                made.set_value(chosen)
            elif made.findData(chosen) >= 0:
                made.setCurrentIndex(made.findData(chosen))
        for name, line in (self._lines | self._days).items():
            line.setText(values.get(name, ""))
        for name, edit in self._texts.items():
            edit.setPlainText(values.get(name, ""))
        if self.units is not None:
            self.units.mode.set_value(values.get("mode", "lead"))
            self.units.clear()
            for code in filter(None, values.get("units", "").split(",")):
                self.units.choose(RecordId(bytes.fromhex(code)))
        if self._target is not None:
            chosen = values.get("target.id", "")
            self._target.target = RecordId(bytes.fromhex(chosen)) if chosen else None
        if "verdict" in self._choices:
            self._verdict_chosen(None)

    def settle(self) -> None:
        """Take what stands in a line as chosen, before saving."""
        if self.units is not None:
            self.units.settle()

    def first(self) -> QWidget | None:
        """Where the cursor goes: the first thing that has to be filled in."""
        for name in ("assignment", "unit", "target", "signer", "code", "verdict", "method", "until", "text"):
            field = self._held.get(name)
            if field is not None and field.editor is not None:
                return field.editor
        return next(iter(self._days.values()), None)

    # ---- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        needs = self._step.needs
        if self._step.on_assignment:
            self._assignment()
        if Need.UNITS in needs:
            self._units()
        if Need.TARGET in needs:
            self._pick_target()
        if Need.CONSULTATION in needs:
            self._consultation()
        if Need.REPLY in needs:
            self._reply()
        if Need.FEEDBACK in needs:
            self._feedback()
        if Need.VERDICT in needs:
            scale = self._profile.scales[self._profile.visitor_scale]
            grades = [(code, VERDICTS.label(code)) for code in scale.grades]
            self._segments("code", self.tr("Visitor's verdict"), grades)
        if Need.DOOR in needs:
            self._door()
        if Need.UNTIL in needs:
            self._day("until", self.tr("New due day"))
        if not {Need.REPLY, Need.FEEDBACK, Need.CONSULTATION} & set(needs):
            self._day("on", self.tr("Day"), self._session.today())
        if Need.REASON in needs:
            self._long("text", self.tr("What was done, or why"))
        elif Need.NOTE in needs:
            self._long("text", self.tr("Note (may be left empty)"))

    def _put(self, name: str, label: str, editor: QWidget, *, beside: QHBoxLayout | None = None) -> Field:
        field = Field(self._home, label, editor)
        self.book.add(name, editor, field)
        self._held[name] = field
        if beside is None:
            self._column.addWidget(field)
        else:
            beside.addWidget(field, 1)
        return field

    def _row(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(look.current().px(12))
        self._column.addLayout(line)
        return line

    def _day(
        self, name: str, label: str, day: date | None = None, *, beside: QHBoxLayout | None = None
    ) -> DateLine:
        line = DateLine(self._home)
        line.today = self._session.today
        line.set_day(day)
        self._days[name] = line
        line.textChanged.connect(self.touched)
        if beside is None:
            row = self._row()
            self._put(name, label, line, beside=row)
            row.addStretch(1)
        else:
            self._put(name, label, line, beside=beside)
        for declared in _DAYS.get(name, ()):
            self.book.add(declared, line, self._held[name])
        return line

    def _line(self, name: str, label: str, text: str = "", *, beside: QHBoxLayout | None = None) -> QLineEdit:
        line = QLineEdit(text, self._home)
        self._lines[name] = line
        line.textChanged.connect(self.touched)
        self._put(name, label, line, beside=beside)
        return line

    def _long(self, name: str, label: str, text: str = "", lines: int = 3) -> QPlainTextEdit:
        edit = QPlainTextEdit(text, self._home)
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(look.current().px(21 * lines + 14))
        self._texts[name] = edit
        edit.textChanged.connect(self.touched)
        self._put(name, label, edit)
        return edit

    def _segments(
        self, name: str, label: str, choices: Sequence[tuple[str, str]], value: str = ""
    ) -> Segments | QComboBox:
        """Side by side where they fit on the line, a list where they are many."""
        made: Segments | QComboBox
        if len(choices) <= 5 and sum(len(text) for _, text in choices) <= 40:
            made = Segments(self._home)
            made.set_choices(choices, value)
            made.chosen.connect(self._chosen(name))
        else:
            made = QComboBox(self._home)
            for code, text in choices:
                made.addItem(text, code)
            made.setCurrentIndex(max(-1, made.findData(value)) if value else -1)
            made.currentIndexChanged.connect(self._chosen(name))
        self._choices[name] = made
        self._put(name, label, made)
        return made

    def _chosen(self, name: str) -> Callable[[object], None]:
        def clear(_: object) -> None:
            self._held[name].say("")
            self.touched.emit()

        return clear

    def _combo(
        self, name: str, label: str, choices: Sequence[tuple[str, str]], value: str = "", hint: str = ""
    ) -> QComboBox:
        box = QComboBox(self._home)
        for code, text in choices:
            box.addItem(text, code)
        box.setPlaceholderText(hint)
        box.setCurrentIndex(box.findData(value) if value else -1)
        self._choices[name] = box
        self._put(name, label, box)
        box.activated.connect(self.touched)
        return box

    # ---- the groups ----------------------------------------------------------------------------------

    def _assignment(self) -> None:
        live = [row for row in self._detail.assignments if row.live]
        if len(live) < 2:
            return
        choices = [
            (row.id.hex(), joined((row.unit, ASSIGNMENT_ROLES.label(row.assignment.role)))) for row in live
        ]
        self._combo("assignment", self.tr("Unit"), choices, hint=self.tr("Which unit is this for?"))

    def assignment(self) -> RecordId | None:
        """The charge this step is for: the one chosen, or the only one still open."""
        chosen = self.record("assignment")
        live = [row.id for row in self._detail.assignments if row.live]
        return chosen or (live[0] if self._step.on_assignment and len(live) == 1 else None)

    def must_choose_assignment(self) -> bool:
        """Whether several units still have the matter and none was named."""
        return "assignment" in self._choices and self.record("assignment") is None

    def _units(self) -> None:
        self.units = UnitsField(self._home)
        self.units.set_units(self._office.units)
        self.units.changed.connect(self.touched)
        self._put("unit", self.tr("Units"), self.units)
        self.units.line.setAccessibleName(self.tr("Units"))
        self._long("request", self.tr("What is asked of them"), lines=2)
        row = self._row()
        self._line("number", self.tr("Slip number"), beside=row)
        row.addStretch(1)

    def _pick_target(self) -> None:
        row = self._detail.row
        self._target = line = TargetLine(self._session, row.id, row.track, self._home)
        line.picked.connect(self._target_picked)
        line.textChanged.connect(self.touched)
        self._lines["target"] = line
        self._put("target", self.tr("The matter it is the same as"), line)

    def _target_picked(self, _: object) -> None:
        self._held["target"].say("")

    def _door(self) -> None:
        doors = [(door.key, str(door.label)) for door in self._profile.doors.values()]
        box = self._combo("code", self.tr("Where it belongs"), doors, hint=self.tr("Choose"))
        box.currentIndexChanged.connect(self._door_chosen)

    def _door_chosen(self, index: int) -> None:
        """Propose the door's own sentence, unless something else was typed."""
        self._held["code"].say("")
        door = self._profile.doors.get(self.choice("code"))
        edit = self._texts.get("text")
        known = {"", *(str(other.reason) for other in self._profile.doors.values())}
        if door is not None and edit is not None and edit.toPlainText().strip() in known:
            edit.setPlainText(str(door.reason))

    def _reply(self) -> None:
        row = self._row()
        self._line("number", self.tr("Document number"), beside=row)
        self._day("on", self.tr("Dated"), self._session.today(), beside=row)
        if self._detail.row.track == "suggestion":
            scheme = self._profile.class_schemes[self._profile.class_scheme]
            grades = [(grade.code, f"{grade.code} {grade.label}") for grade in scheme.grades]
            self._combo("reply_class", self.tr("Class of the reply"), grades, hint=self.tr("Choose"))
        else:
            units = [(record.hex(), unit.name or "") for record, unit in self._office.units]
            self._combo("unit", self.tr("Unit that replied"), units, hint=self.tr("May be left empty"))
        methods = [(code, str(label)) for code, label in REPLY_METHODS.terms.items()]
        self._segments("method", self.tr("How it was talked over"), methods)
        self._long("text", self.tr("Text of the reply"), lines=6)
        row = self._row()
        self._line("contact", self.tr("Contact"), beside=row)
        self._line("phone", self.tr("Telephone"), beside=row)

    def _feedback(self) -> None:
        row = self._row()
        self._day("on", self.tr("Told on"), self._session.today(), beside=row)
        self._line("by", self.tr("By"), self._session.actor.name, beside=row)
        methods = [(code, str(label)) for code, label in FEEDBACK_METHODS.terms.items()]
        self._combo("method", self.tr("How"), methods, hint=self.tr("Choose"))
        self._long("text", self.tr("What was said"))
        scale = self._profile.scales[self._profile.visitor_scale]
        grades = [("", self.tr("Not given yet")), *((code, VERDICTS.label(code)) for code in scale.grades)]
        chosen = self._segments("verdict", self.tr("Visitor's verdict"), grades)
        self._long("reason", self.tr("Why dissatisfied"), lines=2)
        self._held["reason"].setVisible(False)
        if isinstance(chosen, Segments):
            chosen.set_value("")
            chosen.chosen.connect(self._verdict_chosen)
        else:
            chosen.setCurrentIndex(0)
            chosen.currentIndexChanged.connect(self._verdict_chosen)

    def _verdict_chosen(self, _: object) -> None:
        self._held["reason"].setVisible(self.choice("verdict") == "dissatisfied")

    def _consultation(self) -> None:
        turn = (self._detail.course.redone if self._detail.course else 0) + 1
        left = [
            (row.id.hex(), row.name)
            for row in self._detail.signers
            if not any(given.round == turn for _, given in row.verdicts)
        ]
        only = left[0][0] if len(left) == 1 else ""
        self._combo("signer", self.tr("Deputy"), left, only, hint=self.tr("Choose"))
        self._day("on", self.tr("Form returned"), self._session.today())
        grades = [
            (code, DEPUTY_VERDICTS.label(code))
            for code in self._profile.scales[self._profile.deputy_scale].grades
        ]
        self._segments("attitude", self.tr("Attitude in handling"), grades)
        self._segments("result", self.tr("Result of handling"), grades)
        self._long("opinion", self.tr("Opinion in detail"))
