"""One person to be called: number shown on asking, what to tell about each matter, and how it went."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from station_desk.casework.calls import Call, Caller
from station_desk.casework.feedback import FeedbackEntry
from station_desk.domain.deadlines import remaining, term
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import FEEDBACK_METHODS, VERDICTS
from station_desk.domain.workdays import Calendar
from station_desk.errors import UserError, ValidationError
from station_desk.ui import look, marking, words
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import ErrorBook, Field
from station_desk.ui.widgets.flow import FlowBox
from station_desk.ui.widgets.marks import MarkRow
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.segments import Segments
from station_desk.ui.widgets.side_panel import hairline
from station_desk.ui.widgets.words_box import WordsBox


class TellForm(QWidget):
    """How one was told: by what means, in what words, and what they said of it. `entry(call)`."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.method = Segments(self)
        self.method.set_choices([(c, FEEDBACK_METHODS.label(c)) for c in FEEDBACK_METHODS.terms], "phone")
        self.text = WordsBox(self)
        self.text.set_lines(2)
        self.verdict, self.reason = QComboBox(self), QLineEdit(self)
        self.verdict.addItem(self.tr("Not asked yet"), "")
        for code in VERDICTS.terms:
            self.verdict.addItem(VERDICTS.label(code), code)
        self.method_field = Field(self, self.tr("How"), self.method)
        self.text_field = Field(self, self.tr("What was said"), self.text)
        self.verdict_field = Field(self, self.tr("Their verdict"), self.verdict)
        self.reason_field = Field(self, self.tr("Why"), self.reason)
        self.errors = ErrorBook()
        for name, editor, field in (
            ("method", self.method, self.method_field),
            ("verdict", self.verdict, self.verdict_field),
            ("reason", self.reason, self.reason_field),
        ):
            self.errors.add(name, editor, field)
        self.save = Button(self, self.tr("Record that they were told"), "tonal")
        self.save.clicked.connect(self._save)
        cancel = Button(self, self.tr("Cancel"), "word")
        cancel.clicked.connect(self._cancel)
        self._row = FlowBox(self)
        self._row.place(self.method_field)
        self._row.place(self.verdict_field, 0, 130)
        self._row.place(self.reason_field, 1, 160)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(self.text_field)
        self._lines.addWidget(self._row)
        self._lines.addLayout(buttons)
        self.verdict.activated.connect(self._judged)
        self._judged()
        look.follow(self._relay)

    def _relay(self) -> None:
        self._lines.setSpacing(look.current().px(8))

    def _save(self) -> None:
        self.saved.emit()

    def _cancel(self) -> None:
        self.cancelled.emit()

    def _judged(self) -> None:
        self.reason_field.setVisible(self.verdict.currentData() == "dissatisfied")
        self._row.relay()

    def begin(self, call: Call) -> None:
        """Stand ready for this call, with the words to tell filled in."""
        self.text.setPlainText(call.said)
        self.verdict.setCurrentIndex(0)
        self.reason.clear()
        self.errors.clear()
        self._judged()

    def entry(self, call: Call) -> FeedbackEntry:
        """What was said and answered."""
        return FeedbackEntry(
            told_on=self._session.today(),
            method=self.method.current_value() or "",
            text=self.text.toPlainText(),
            verdict=str(self.verdict.currentData() or ""),
            reason=self.reason.text(),
            visitor=call.person,
        )


class CallPart(QWidget):
    """One matter of a call. Signals: `told(Call, FeedbackEntry)`, `missed(Call)`, `cannot(Call, str)`,
    `opened(page, RecordId)`."""

    told = Signal(object, object)
    missed = Signal(object)
    cannot = Signal(object, str)
    opened = Signal(str, object)

    def __init__(
        self, session: Session, call: Call, calendar: Calendar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self.call = session, call
        self.title = Button(self, call.title.replace("&", "&&"), "link")
        self.title.set_flush(True)
        self.title.clicked.connect(partial(self._open, "matters", call.matter))
        marks = MarkRow(self)
        marks.set_marks(marking.marks(urgent=call.urgent, sensitive=call.sensitive, confidential=False))
        head = QHBoxLayout()
        head.addWidget(marks)
        head.addWidget(self.title)
        head.addStretch(1)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addLayout(head)
        self._due(calendar)
        self.said = QLabel(call.said or self.tr("Nothing was written down of how it ended: see the record."))
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if not call.said:
            self.said.setProperty("tone", "text2")
        self._lines.addWidget(self.said)
        if call.suggestion is not None:
            behind = Button(
                self, self.tr("Suggestion {words}").format(words=call.suggestion_words), "link", "link"
            )
            behind.set_small(True)
            behind.set_flush(True)
            behind.clicked.connect(partial(self._open, "suggestions", call.suggestion))
            self._lines.addWidget(behind, 0, Qt.AlignmentFlag.AlignLeft)
        self.wrong = Notice(self, kind="red")
        self.wrong.hide()
        self._lines.addWidget(self.wrong)
        self._buttons()
        self.form = TellForm(session, self)
        self.form.saved.connect(self._tell)
        self.form.cancelled.connect(self.fold)
        self._lines.addWidget(self.form)
        self._refusing()
        self.fold()
        look.follow(self._relay)

    def _relay(self) -> None:
        self._lines.setSpacing(look.current().px(6))

    def _due(self, calendar: Calendar) -> None:
        call, today = self.call, self._session.today()
        near = remaining(today, call.due_on, calendar) if call.due_on is not None else None
        due = words.due_words(near, call.due_on, today)
        counted = ""
        if call.why is not None:
            counted = self.tr("{term} from {day}").format(
                term=term(call.why.rule), day=words.day_words(call.why.start, today)
            )
        tried = self.tr("called {n} times, nobody answered").format(n=call.tried) if call.tried else ""
        first = QLabel(due.first, self)
        first.setProperty("role", "second")
        first.setProperty("tone", due.tone if due.tone in ("red", "amber") else "text2")
        rest = QLabel(words.joined((due.second, counted, call.number, call.category, tried)), self)
        rest.setProperty("role", "second")
        rest.setTextFormat(Qt.TextFormat.PlainText)
        rest.setWordWrap(True)
        if call.why is not None:
            rest.setToolTip("\n".join(call.why.sentences()))
        line = QHBoxLayout()
        line.addWidget(first)
        line.addWidget(rest, 1)
        self._lines.addLayout(line)

    def _buttons(self) -> None:
        self.bar = QWidget(self)
        line = QHBoxLayout(self.bar)
        line.setContentsMargins(0, 0, 0, 0)
        self.tell = Button(self.bar, self.tr("Told"), "tonal", "phone")
        self.miss = Button(self.bar, self.tr("Not reached"))
        self.give_up = Button(self.bar, self.tr("Cannot be told"), "word")
        self.tell.clicked.connect(self.open_form)
        self.miss.clicked.connect(self._miss)
        self.give_up.clicked.connect(self._open_refusing)
        for button in (self.tell, self.miss, self.give_up):
            line.addWidget(button)
        line.addStretch(1)
        self.tell.setVisible(self.call.person is not None)
        self.miss.setVisible(self.call.person is not None)
        self._lines.addWidget(self.bar)

    def _refusing(self) -> None:
        self.refusing = QWidget(self)
        line = QHBoxLayout(self.refusing)
        line.setContentsMargins(0, 0, 0, 0)
        self.why = QLineEdit(self.refusing)
        self.why.setPlaceholderText(self.tr("Why they cannot be told; it is then filed and not counted"))
        self.why.setAccessibleName(self.tr("Why they cannot be told"))
        doing = Button(self.refusing, self.tr("File it so"), "tonal")
        doing.clicked.connect(self._refuse)
        self.why.returnPressed.connect(self._refuse)
        leaving = Button(self.refusing, self.tr("Cancel"), "word")
        leaving.clicked.connect(self.fold)
        line.addWidget(self.why, 1)
        line.addWidget(doing)
        line.addWidget(leaving)
        self._lines.addWidget(self.refusing)

    def _open(self, page: str, record: RecordId, checked: bool = False) -> None:
        self.opened.emit(page, record)

    def _miss(self) -> None:
        self.missed.emit(self.call)

    def fold(self) -> None:
        """Show the buttons alone."""
        self.form.hide()
        self.refusing.hide()
        self.bar.show()
        self.said.show()

    def open_form(self) -> None:
        """Ask how they were told."""
        self.bar.hide()
        self.said.hide()  # the words stand in the form
        self.form.begin(self.call)
        self.form.show()
        self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_refusing(self) -> None:
        self.bar.hide()
        self.refusing.show()
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self.told.emit(self.call, self.form.entry(self.call))

    def _refuse(self) -> None:
        self.cannot.emit(self.call, self.why.text())

    def refused(self, error: UserError) -> None:
        """It was not written: say why, keep what was typed."""
        problems = error.problems if isinstance(error, ValidationError) else ()
        text = self.form.errors.show(problems) if problems else str(error)
        self.wrong.show_words(text=text)
        self.wrong.setVisible(bool(text))


class CallCard(QWidget):
    """`show_caller(caller, calendar)`. Signals of its parts pass through; `revealed(Call)` wants the number;
    `all_told(Caller)`: everything was said as it stands here."""

    told = Signal(object, object)
    missed = Signal(object)
    cannot = Signal(object, str)
    opened = Signal(str, object)
    revealed = Signal(object)
    all_told = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.caller: Caller | None = None
        self.parts: list[CallPart] = []
        self._lines_of: list[QWidget] = []
        self.name = QLabel(self)
        self.name.setProperty("role", "title")
        self.phone = Button(self, kind="link", icon="eye")
        self.phone.setToolTip(self.tr("Show name and number in full; that they were shown is written down"))
        self.phone.clicked.connect(self._reveal)
        self.everything = Button(self, self.tr("Told about all of these by telephone"), icon="phone")
        self.everything.clicked.connect(self._all)
        self._head = QHBoxLayout()
        self._head.addWidget(self.name)
        self._head.addWidget(self.phone)
        self._head.addStretch(1)
        self._lines = QVBoxLayout(self)
        self._lines.addLayout(self._head)
        self._lines.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.addStretch(1)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(16))
        self._lines.setSpacing(theme.px(12))
        self._head.setSpacing(theme.px(12))

    def show_caller(self, caller: Caller | None, calendar: Calendar) -> None:
        """Show a person; a form opened for the same person and matter stays as typed."""
        if caller is not None and (caller == self.caller or self._typing(caller)):
            return
        for part in (*self.parts, *self._lines_of):
            self._lines.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.parts, self._lines_of = [], []
        self.caller = caller
        self.setVisible(caller is not None)
        if caller is None:
            return
        first = caller.calls[0]
        guardian = self.tr("guardian") if first.guardian else ""
        self.name.setText(words.joined((caller.name or self.tr("anonymous"), guardian)))
        hidden = self.tr("Show the name and number") if first.confidential else caller.phone
        self.phone.setText(hidden or self.tr("no number left"))
        self.phone.setAccessibleName(self.tr("Telephone {number}").format(number=self.phone.text()))
        self.phone.setVisible(first.person is not None)
        self.phone.setEnabled(bool(hidden))
        many = sum(1 for call in caller.calls if call.person is not None)
        self.everything.setVisible(many > 1)
        for call in caller.calls:
            if self.parts:
                line = hairline(self)
                self._lines.insertWidget(self._lines.count() - 1, line)
                self._lines_of.append(line)
            part = CallPart(self._session, call, calendar, self)
            part.told.connect(self.told)
            part.missed.connect(self.missed)
            part.cannot.connect(self.cannot)
            part.opened.connect(self.opened)
            self._lines.insertWidget(self._lines.count() - 1, part)
            self.parts.append(part)

    def _typing(self, caller: Caller) -> bool:
        """Whether something is being written about a matter that this person is still to be told of."""
        still = {(call.matter, call.person) for call in caller.calls}
        return any(
            (part.call.matter, part.call.person) in still and part.bar.isHidden() for part in self.parts
        )

    def show_seen(self, name: str, phone: str) -> None:
        """The name and number in full."""
        self.name.setText(name)
        self.phone.setText(phone or self.tr("no number left"))
        self.phone.set_icon("phone")

    def part_of(self, call: Call) -> CallPart | None:
        """The part about this matter."""
        return next((part for part in self.parts if part.call == call), None)

    def _reveal(self) -> None:
        if self.caller is not None:
            self.revealed.emit(self.caller.calls[0])

    def _all(self) -> None:
        if self.caller is not None:
            self.all_told.emit(self.caller)
