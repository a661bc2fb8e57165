"""What is asked of the deputy on a matter's page: to sign it, or to say what they think of its handling."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_desk.casework import handling, suggestions, verdicts
from station_desk.casework.context import Changed
from station_desk.casework.deputies import Wait
from station_desk.casework.handling import StepEntry
from station_desk.casework.verdicts import ConsultationEntry
from station_desk.domain.vocabulary import DEPUTY_VERDICTS
from station_desk.errors import UserError, ValidationError
from station_desk.ui import look
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import ErrorBook, Field
from station_desk.ui.widgets.flow import FlowBox
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.segments import Segments
from station_desk.ui.widgets.words_box import WordsBox


class AskedBox(QWidget):
    """`ask(wait)` shows what one thing that waits asks; None puts it away. Signal `done()` once it is saved.

    What was typed stays while the same thing waits, and when saving fails.
    """

    done = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wait: Wait | None = None
        self.setProperty("part", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = QLabel(self)
        self.title.setProperty("role", "section")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.notice = Notice(self, "red")
        self.notice.hide()
        choices = list(DEPUTY_VERDICTS.terms)
        offered = [(code, DEPUTY_VERDICTS.label(code)) for code in choices]
        self.attitude, self.result = Segments(), Segments()
        for segments in (self.attitude, self.result):
            segments.set_choices(offered)
        self.opinion = WordsBox()
        self.opinion.set_lines(2)
        self.attitude_field = Field(label=self.tr("The unit's attitude"), editor=self.attitude)
        self.result_field = Field(label=self.tr("The result"), editor=self.result)
        self.opinion_field = Field(label=self.tr("In your words"), editor=self.opinion)
        self.opinion_field.set_aside(self.tr("asked for where you are dissatisfied"))
        self.book = ErrorBook()
        for name in ("attitude", "result", "opinion"):
            self.book.add(name, getattr(self, name), getattr(self, f"{name}_field"))
        self.button = Button(self, kind="primary")
        self.button.clicked.connect(self.save)
        self._form = QWidget(self)
        self._fields = QVBoxLayout(self._form)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._pair = FlowBox(self._form)
        self._pair.set_gaps(32, 10)
        self._pair.place(self.attitude_field)
        self._pair.place(self.result_field)
        self._fields.addWidget(self._pair)
        self._fields.addWidget(self.opinion_field)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        self._lines = QVBoxLayout(self)
        for part in (self.title, self.words, self.notice, self._form):
            self._lines.addWidget(part)
        self._lines.addLayout(buttons)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14))
        self._lines.setSpacing(theme.px(10))
        self._fields.setSpacing(theme.px(10))

    def ask(self, wait: Wait | None) -> None:
        """Show what `wait` asks; a promise asks nothing."""
        if wait is not None and wait.kind == "promise":
            wait = None
        before, self._wait = self._wait, wait
        self.setVisible(wait is not None)
        self.button.setEnabled(True)
        if wait is None:
            return
        judging = wait.kind == "judge"
        if before is None or (before.kind, before.row.id) != (wait.kind, wait.row.id):
            self.notice.hide()
            self.book.clear()
            self.opinion.clear()
            self.attitude.set_value("")
            self.result.set_value("")
        self._form.setVisible(judging)
        if wait.kind == "submit":
            self.title.setText(self.tr("Checked, ready to be submitted"))
            self.words.setText(self.tr("The station has checked it. Read it once more; then submit it."))
            self.button.setText(self.tr("Submit"))
        elif judging:
            self.title.setText(self.tr("What do you say of the handling?"))
            self.words.setText(self.tr("Read the reply below first. Attitude and result are judged apart."))
            self.button.setText(self.tr("Give my verdict"))
        else:
            self.title.setText(self.tr("You are asked to sign"))
            self.words.setText(
                self.tr("Read the text below. With your signature you stand for it beside its lead deputy.")
            )
            self.button.setText(self.tr("I sign it"))

    def save(self) -> None:
        """Sign, or give the verdict; a mistake is said beside its field."""
        wait = self._wait
        if wait is None or not self.button.isEnabled():
            return
        desk, actor, today, matter = (
            self._session.desk, self._session.actor, self._session.today(), wait.row.id,
        )  # fmt: skip
        self.book.clear()
        self.notice.hide()
        self.button.setEnabled(False)
        if wait.kind == "submit":
            self._session.write(
                lambda: handling.take(desk, actor, matter, "submit", StepEntry(on=today)),
                done=self._saved, failed=self._refused, owner=self,
            )  # fmt: skip
            return
        if wait.kind == "sign":
            self._session.write(
                lambda: suggestions.countersign(desk, actor, matter, None, today),
                done=self._saved, failed=self._refused, owner=self,
            )  # fmt: skip
            return
        entry = ConsultationEntry(
            returned_on=today,
            result=self.result.current_value(),
            attitude=self.attitude.current_value(),
            opinion=self.opinion.toPlainText().strip(),
        )
        signer = wait.signer or matter
        self._session.write(
            lambda: verdicts.consult(desk, actor, matter, signer, entry),
            done=self._saved, failed=self._refused, owner=self,
        )  # fmt: skip

    def _saved(self, changed: Changed) -> None:
        said = {
            "sign": self.tr("Signed"),
            "submit": self.tr("Submitted"),
            "judge": self.tr("Your verdict is recorded"),
        }[self._wait.kind if self._wait is not None else "judge"]
        self._session.said.emit(self.tr("{what}. It leaves with your next package.").format(what=said), True)
        self.done.emit()

    def _refused(self, error: UserError) -> None:
        self.button.setEnabled(True)
        told = self.book.show(error.problems) if isinstance(error, ValidationError) else str(error)
        self.notice.show_words(text=told)
        self.notice.setVisible(bool(told))

    def first(self) -> QWidget:
        """Where the cursor goes."""
        judging = self._wait is not None and self._wait.kind == "judge"
        return self.attitude if judging else self.button
