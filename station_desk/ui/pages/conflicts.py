"""To decide: values that stand against each other, proposals, doubled numbers, steps that did not apply."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from station_desk.casework import conflict_words, conflicts, odd_steps, verdicts
from station_desk.casework.conflicts import Proposal, Question
from station_desk.casework.context import Changed
from station_desk.domain.declare import RecordId
from station_desk.errors import UserError, ValidationError
from station_desk.ui import look
from station_desk.ui.pages import conflicts_words as said
from station_desk.ui.pages.conflicts_cards import Cards
from station_desk.ui.pages.conflicts_reading import Reading
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.empty_state import Door, EmptyState
from station_desk.ui.widgets.fields import Field
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.page import Page, scrolled
from station_desk.ui.widgets.rows import RowList


class ConflictsPage(Page):
    """`seek(question key)` shows one, `seek(matter id)` the first about a matter; else the first that this
    desk decides. Further questions are read when the list is scrolled to its end."""

    offers = frozenset({"refresh"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair_from = 960
        self._session = session
        self._wanted = ""
        self._about: RecordId | None = None
        self._reading = Reading(session, self)
        self._reading.grown.connect(self._show_questions)
        self._questions: list[Question] = []
        self.head.set_title(self.tr("To decide"))
        self._back_button = Button(self, self.tr("Exchange"), icon="arrow-left-right")
        self._back_button.clicked.connect(self._to_exchange)
        self.head.add(self._back_button)
        self.list = RowList(self)
        self.list.set_many()
        self.list.setAccessibleName(self.tr("What waits for a decision"))
        rows: Rows[Question] = Rows(
            [Column(self.tr("Question"), lambda question: question.title)],
            key=lambda question: question.key,
            row=said.list_row,
            spoken=lambda question: said.list_row(question).spoken(),
        )
        self.model: ListModel[Question] = ListModel(rows, self.list)
        self.list.setModel(self.model)
        self.list.rowChanged.connect(self._show_row)
        self.list.opened.connect(self._opened)
        self.list.counted.connect(self._lay_bar)
        self._reading.follow(self.list.verticalScrollBar())
        self.set_list(self.list)
        self.set_back_text(self.tr("What waits for a decision"))
        self._stack = QStackedWidget()
        self.empty = EmptyState()
        self.empty.chosen.connect(self._to_exchange)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(scrolled(self._detail()))
        self.set_body(self._stack, scroll=False)
        self._make_bar()
        self._show_questions()
        session.changed.connect(self._changed)

    # ---- building ------------------------------------------------------------------------------------

    def _detail(self) -> QWidget:
        body = QWidget()
        self._lines = QVBoxLayout(body)
        self.title = ElidedLabel(body)
        self.title.setProperty("role", "section")
        self.about = ElidedLabel(body)
        self.about.setProperty("role", "second")
        self.matter = Button(body, self.tr("Open the record"), kind="link")
        self.matter.set_flush(True)
        self.matter.clicked.connect(self._to_matter)
        self.now = QLabel(body)
        self.now.setProperty("role", "second")
        self.now.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.matter)
        self.cards = Cards(body)
        self.cards.setAccessibleName(self.tr("The values side by side"))
        self.cards.chosen.connect(self._chosen)
        self.words = QLabel(body)
        self.words.setProperty("role", "second")
        self.words.setWordWrap(True)
        self.elsewhere = Notice(body, "info")
        self.value = Field(body, self.tr("New value"), QLineEdit(body))
        self.reason = Field(body, self.tr("Reason"), QLineEdit(body))
        for field in (self.value, self.reason):
            line = field.editor
            if isinstance(line, QLineEdit):
                line.returnPressed.connect(self._first_verb)
        self._lines.addLayout(head)
        for part in (self.about, self.now, self.cards, self.words, self.elsewhere, self.value, self.reason):
            self._lines.addWidget(part)
        self._lines.addStretch(1)
        look.follow(self._relay_body)
        return body

    def _relay_body(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(12))
        self._lines.setSpacing(theme.px(12))

    def _make_bar(self) -> None:
        bar = self.actions_bar()
        self.notice = Notice(self, "red")
        self.notice.hide()
        self.count = QLabel(self)
        self.count.setProperty("role", "second")
        self.decline_button = Button(self, self.tr("Decline"))
        self.decline_button.clicked.connect(self.decline)
        self.repeat_button = Button(self, self.tr("Take it once more"))
        self.repeat_button.clicked.connect(self.repeat)
        self.verb = Button(self, kind="primary")
        self.verb.clicked.connect(self.decide)
        bar.add_left(self.notice)
        for part in (self.count, self.decline_button, self.repeat_button, self.verb):
            bar.add_right(part)

    # ---- reading -------------------------------------------------------------------------------------

    def arrive(self) -> None:
        self._reading.begin()

    def _changed(self, changed: object) -> None:
        if self.isVisible():
            self.arrive()

    def do(self, action: str) -> bool:
        if action == "refresh":
            self.arrive()
            return True
        return False

    def seek(self, key: object) -> None:
        """Show the question of this key, or the first one about this matter, once it is read."""
        if isinstance(key, bytes):
            self._about = RecordId(key)
            self._reading.look_up(self._about)
        else:
            self._wanted = str(key)
        self._select()

    def _show_questions(self) -> None:
        keep = self._wanted or (shown.key if (shown := self.shown()) is not None else "")
        at = self.list.verticalScrollBar().value()
        # What this desk decides comes first; the rest is there to know whom to ask.
        self._questions = sorted(self._reading.questions, key=lambda question: not question.here)
        self.model.set_rows(self._questions)
        self.list.verticalScrollBar().setValue(at)
        here = sum(question.here for question in self._questions)
        others = len(self._questions) - here
        text = self.tr("{count} for this office").format(count=here)
        if others:
            text = self.tr("{text}, {count} for others").format(text=text, count=others)
        if self._reading.has_more:
            text = self.tr("{text}; more follow").format(text=text)
        self.head.set_title(self.tr("To decide"), text if self._questions else "")
        self._wanted = keep
        if not self._questions:
            self._show_empty()
        else:
            self._select()

    def _select(self) -> None:
        if not self._questions:
            return
        place = next((n for n, q in enumerate(self._questions) if q.key == self._wanted), 0)
        if self._about is not None:
            asked = (n for n, q in enumerate(self._questions) if q.concerns(self._about))
            place = next(asked, place)
            if self._reading.looked_up == self._about:
                self._about = None
                self.show_body()
        index = self.model.index(place, 0)
        if index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
        else:
            self._show_row(index)
        self._wanted = ""

    def _show_empty(self) -> None:
        self.empty.show_steps(
            self.tr("Nothing waits for a decision"),
            self.tr(
                "Two values for one field, proposals by other offices and steps that did not fit come here,"
                " side by side."
            ),
            [],
            [Door("exchange", self.tr("To the exchange"), "arrow-left-right")],
        )
        self._stack.setCurrentIndex(0)
        self.list.hide()
        self._lay_bar()

    def shown(self) -> Question | None:
        """The question shown."""
        return self.model.row_at(self.list.currentIndex())

    def chosen_questions(self) -> list[Question]:
        """The rows selected, from the top."""
        return [self._questions[row] for row in self.list.selected_rows() if row < len(self._questions)]

    # ---- showing -------------------------------------------------------------------------------------

    def _show_row(self, index: QModelIndex) -> None:
        question = self.model.row_at(index)
        if question is None:
            return
        self.list.show()
        self._stack.setCurrentIndex(1)
        self.notice.hide()
        self.title.setText(said.heading(question))
        self.matter.setVisible(question.matter is not None)
        self.about.setText(" ".join(part for part in (question.number, question.title) if part))
        self.now.setText(self.tr("Meanwhile in force: {value}").format(value=question.shown))
        self.now.setVisible(question.kind in ("conflict", "two_forms"))
        shown = said.choices(question, self._session.today())
        keys = [choice.key for choice in shown if choice.key]
        self.cards.show_choices(shown, keys[0] if question.kind == "proposal" and len(keys) == 1 else "")
        self.words.setText(said.below(question))
        self.words.setVisible(question.here)
        self.elsewhere.show_words(text=said.below(question))
        self.elsewhere.setVisible(not question.here)
        for field in (self.value, self.reason):
            field.say("")
            if isinstance(field.editor, QLineEdit):
                field.editor.clear()
        self.value.set_label(self.tr("New number") if question.kind == "double" else self.tr("New value"))
        self.value.setVisible(question.here and question.kind == "double")
        self.reason.setVisible(question.here)
        self._lay_bar()

    def _chosen(self, key: str) -> None:
        question = self.shown()
        typed = key == said.OTHER or (question is not None and question.kind == "double")
        self.value.setVisible(typed)
        if key == said.OTHER and self.value.editor is not None:
            self.value.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._lay_bar()

    def _lay_bar(self, counted: int = 0) -> None:
        question = self.shown() if self._questions else None
        many = self._answerable()
        here = question is not None and question.here
        kind = question.kind if question is not None else ""
        self.decline_button.setVisible(here and kind == "proposal")
        self.repeat_button.setVisible(here and kind == "step" and len(many) < 2)
        self.verb.setVisible(here)
        texts = {
            "conflict": self.tr("Decide"),
            "proposal": self.tr("Accept"),
            "double": self.tr("Give this number"),
            "same_number": self.tr("Note it on both"),
            "two_forms": self.tr("Take the form back"),
            "step": self.tr("File it"),
        }
        self.verb.setText(texts.get(kind, ""))
        self.decline_button.setText(self.tr("Decline"))
        self.count.setText("")
        if len(many) > 1:
            self.count.setText(self.tr("{count} selected").format(count=len(many)))
            if kind == "step":
                self.verb.setText(self.tr("File {count}").format(count=len(many)))
            else:
                self.verb.setText(self.tr("Accept {count}").format(count=len(many)))
                self.decline_button.setText(self.tr("Decline {count}").format(count=len(many)))
        self.verb.setEnabled(len(many) > 1 or kind in said.WHOLE or bool(self.cards.chosen_key()))

    def _answerable(self) -> list[Question]:
        """Those selected that can be answered together with the one shown: proposals, or steps."""
        shown = self.shown() if self._questions else None
        if shown is None or not shown.here or shown.kind not in ("proposal", "step"):
            return []
        found = [q for q in self.chosen_questions() if q.here and q.kind == shown.kind]
        return found or [shown]

    # ---- deciding ------------------------------------------------------------------------------------

    def _text(self, field: Field) -> str:
        return field.editor.text().strip() if isinstance(field.editor, QLineEdit) else ""

    def _proposals(self) -> list[Proposal]:
        many = self._answerable()
        if len(many) == 1 and self.cards.chosen_key():
            key = bytes.fromhex(self.cards.chosen_key())
            return [Proposal(many[0].record, many[0].field, key)]
        return [Proposal(q.record, q.field, one.change) for q in many for one in q.candidates]

    def _first_verb(self) -> None:
        if self.verb.isVisible() and self.verb.isEnabled():
            self.decide()

    def decide(self) -> None:
        """The filled button: decide, accept, give another number, or file, whatever is shown."""
        question = self.shown()
        if question is None:
            return
        desk, actor, today = self._session.desk, self._session.actor, self._session.today()
        reason, key = self._text(self.reason), self.cards.chosen_key()
        if question.kind == "proposal":
            proposals = self._proposals()
            self._write(lambda: conflicts.accept(desk, actor, proposals, reason), self.tr("Accepted"))
        elif question.kind == "step":
            steps = [one.record for one in self._answerable()]
            self._write(lambda: odd_steps.file(desk, actor, steps, reason, today), self.tr("Filed"))
        elif question.kind == "same_number":
            bearer = question.record
            self._write(lambda: conflicts.note_same_number(desk, actor, bearer, reason), self.tr("Noted"))
        elif question.kind == "two_forms":
            form = question.record
            self._write(lambda: verdicts.withdraw_form(desk, actor, form, reason), self.tr("Taken back"))
        elif question.kind == "double" or key == said.OTHER:
            text = self._text(self.value)
            candidates: Sequence[conflicts.Candidate] = question.candidates
            record = next((c.record for c in candidates if c.record.hex() == key), question.record)
            if not text:
                self.value.say(self.tr("Type the value that is to hold."))
                return

            def other() -> Changed:
                value = conflict_words.typed(question.type, question.field, text)
                return conflicts.decide(desk, actor, record, question.field, value=value, reason=reason)

            self._write(other, self.tr("Decided"))
        elif key:
            change = bytes.fromhex(key)
            self._write(
                lambda: conflicts.decide(
                    desk, actor, question.record, question.field, change=change, reason=reason
                ),
                self.tr("Decided"),
            )

    def decline(self) -> None:
        """Keep what stands, for every proposal selected."""
        desk, actor, reason = self._session.desk, self._session.actor, self._text(self.reason)
        proposals = self._proposals()
        self._write(lambda: conflicts.decline(desk, actor, proposals, reason), self.tr("Declined"))

    def repeat(self) -> None:
        """Take the step shown once more."""
        question = self.shown()
        if question is not None:
            desk, actor, today = self._session.desk, self._session.actor, self._session.today()
            record = question.record
            self._write(lambda: odd_steps.repeat(desk, actor, record, today), self.tr("Taken once more"))

    def _write(self, fn: Callable[[], Changed], words: str) -> None:
        self.notice.hide()
        self._enable(False)
        self._session.write(fn, done=lambda _: self._done(words), failed=self._failed, owner=self)

    def _enable(self, on: bool) -> None:
        for button in (self.verb, self.decline_button, self.repeat_button):
            button.setEnabled(on)

    def _done(self, words: str) -> None:
        self._enable(True)
        self._session.said.emit(words, False)

    def _failed(self, error: UserError) -> None:
        self._enable(True)
        problems = error.problems if isinstance(error, ValidationError) else ()
        for problem in problems:
            field = self.reason if problem.field == "reason" else self.value
            if field.isVisible():
                field.say(problem.message)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.notice.show_words(text=str(error))
        self.notice.show()

    # ---- going on ------------------------------------------------------------------------------------

    def _opened(self, index: QModelIndex) -> None:
        self.show_body()
        if self.cards.buttons():
            self.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_exchange(self) -> None:
        self._session.wanted.emit("exchange", "")

    def _to_matter(self) -> None:
        question = self.shown()
        if question is not None and question.matter is not None:
            page = "suggestions" if question.type in ("suggestion", "motion") else "matters"
            self._session.wanted.emit(page, question.matter)

    def first_focus(self) -> QWidget | None:
        return self.list if self._questions else None
