"""Who works at this desk and as what; whoever sits down is chosen here or at the foot of the window."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from station_desk.casework import people
from station_desk.casework.context import Changed
from station_desk.casework.people import Worker
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import ROLES, Role
from station_desk.errors import UserError, ValidationError
from station_desk.ui import look
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import ErrorBook, Field
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.page import scrolled
from station_desk.ui.widgets.segments import Segments
from station_desk.ui.widgets.table import Table


class PeopleSection(QWidget):
    """Signal `workerWanted(name)`: somebody sits down. The form below the list enters or corrects one."""

    workerWanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing: Worker | None = None
        self._workers: list[Worker] = []
        words = QLabel(
            self.tr(
                "Everyone who works at this desk, and as what. No password is asked: the program trusts "
                "whoever sits here, and writes the name beside every change."
            )
        )
        words.setWordWrap(True)
        words.setProperty("tone", "text2")
        self.table = Table()
        self.table.setAccessibleName(self.tr("Who works here"))
        rows: Rows[Worker] = Rows(
            [
                Column(self.tr("Name"), lambda w: w.name, strong=self._here),
                Column(self.tr("As"), lambda w: ROLES.label(w.role)),
                Column("", lambda w: self.tr("at work now") if self._here(w) else ""),
            ],
            key=lambda w: w.id.hex(),
        )
        self.model: ListModel[Worker] = ListModel(rows, self.table)
        self.table.setModel(self.model)
        self.table.fit_rows(True)
        self.table.clicked.connect(self._clicked)
        self.table.opened.connect(self._clicked)
        self.none = QLabel(self.tr("Nobody is entered yet. Enter yourself first."))
        self.none.setProperty("role", "second")
        self.form_title = QLabel()
        self.form_title.setProperty("role", "section")
        self.name = QLineEdit()
        self.name.setMaxLength(60)
        self.role = Segments()
        self.name_field = Field(label=self.tr("Name"), editor=self.name)
        self.role_field = Field(label=self.tr("As"), editor=self.role)
        self.book = ErrorBook()
        self.book.add("name", self.name, self.name_field)
        self.book.add("role", self.role, self.role_field)
        self.notice = Notice(kind="red")
        self.notice.hide()
        self.save_button = Button(kind="primary")
        self.save_button.clicked.connect(self.save)
        self.sit_button = Button(text=self.tr("Sits here now"), icon="user")
        self.sit_button.clicked.connect(self._sit)
        self.new_button = Button(text=self.tr("Enter somebody else"))
        self.new_button.clicked.connect(self.begin)
        self.remove_button = Button(text=self.tr("Take off"), kind="word")
        self.remove_button.clicked.connect(self.remove)
        self._pair = QHBoxLayout()
        self._pair.addWidget(self.name_field, 1)
        self._pair.addWidget(self.role_field)
        self._pair.setAlignment(self.role_field, Qt.AlignmentFlag.AlignTop)
        self._buttons = QHBoxLayout()
        for button in (self.save_button, self.sit_button, self.new_button):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.remove_button)
        inside = QWidget()
        self._column = QWidget(inside)
        self._lines = QVBoxLayout(self._column)
        for part in (words, self.table, self.none, self.form_title):
            self._lines.addWidget(part)
        self._lines.addLayout(self._pair)
        self._lines.addWidget(self.notice)
        self._lines.addLayout(self._buttons)
        self._lines.addStretch(1)
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._column, 1)
        across.addStretch(0)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(scrolled(inside))
        self.begin()
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(24))
        self._lines.setSpacing(theme.px(12))
        self._pair.setSpacing(theme.px(16))
        self._buttons.setSpacing(theme.px(8))
        self._column.setMaximumWidth(theme.px(720))
        self.table.set_widths(0, 180, 120)

    def _here(self, worker: Worker) -> bool:
        return worker.name == self._session.actor.name

    # ---- reading -------------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read who works here again."""
        desk = self._session.desk
        self._session.read(lambda: people.workers(desk), self._show, owner=self)

    def _show(self, found: list[Worker]) -> None:
        self._workers = found
        self.model.set_rows(found)
        self.table.setVisible(bool(found))
        self.none.setVisible(not found)
        if not found and not self.name.text():
            actor, identity = self._session.actor, self._session.desk.identity
            self.name.setText("" if actor.name == identity.name else actor.name)

    # ---- one person ----------------------------------------------------------------------------------

    def _clicked(self, index: QModelIndex) -> None:
        worker = self.model.row_at(index)
        if worker is not None:
            self._edit(worker)

    def begin(self) -> None:
        """An empty form for one more."""
        self._edit(None)
        self.table.clearSelection()
        if self.isVisible():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self, worker: Worker | None) -> None:
        self._editing = worker
        self.book.clear()
        self.notice.hide()
        roles = people.allowed(self._session.desk.identity)
        self.role.set_choices([(role.value, ROLES.label(role)) for role in roles])
        self.role.set_value(worker.role.value if worker is not None else roles[0].value)
        self.name.setText(worker.name if worker is not None else "")
        self.form_title.setText(worker.name if worker is not None else self.tr("Enter somebody"))
        self.save_button.setText(self.tr("Save") if worker is not None else self.tr("Enter"))
        for button in (self.sit_button, self.new_button, self.remove_button):
            button.setVisible(worker is not None)
        self.sit_button.setEnabled(worker is not None and not self._here(worker))

    def save(self) -> None:
        """Enter somebody, or correct the one chosen; mistakes are said beside their fields."""
        desk, actor, editing = self._session.desk, self._session.actor, self._editing
        name, role = self.name.text().strip(), Role(self.role.current_value())
        self.book.clear()
        self.notice.hide()

        def saved() -> Changed:
            if editing is None:
                return people.enter(desk, actor, name, role)[1]
            return people.change(desk, actor, editing.id, name, role)

        # The first one entered is whoever enters them; who is corrected while at work goes on as that.
        sits = not self._workers or (editing is not None and self._here(editing))
        self._session.write(
            saved, done=lambda _: self._saved(name, sits=sits), failed=self._refused, owner=self
        )

    def _saved(self, name: str, *, sits: bool) -> None:
        self._session.said.emit(self.tr("Saved: {name}").format(name=name), True)
        self.begin()
        if sits:
            self.workerWanted.emit(name)
        else:
            self.arrive()

    def _sit(self) -> None:
        if self._editing is not None:
            self.workerWanted.emit(self._editing.name)

    def remove(self) -> None:
        """Take the one chosen off; what they wrote keeps their name."""
        worker = self._editing
        if worker is None:
            return
        desk, actor, record = self._session.desk, self._session.actor, RecordId(worker.id)
        self._session.write(
            lambda: people.remove(desk, actor, record),
            done=lambda _: self._removed(),
            failed=self._refused,
            owner=self,
        )

    def _removed(self) -> None:
        self._session.said.emit(self.tr("Taken off; what they wrote keeps their name"), True)
        self.begin()
        self.arrive()

    def _refused(self, error: UserError) -> None:
        told = self.book.show(error.problems) if isinstance(error, ValidationError) else str(error)
        self.notice.show_words(text=told)
        self.notice.setVisible(bool(told))
