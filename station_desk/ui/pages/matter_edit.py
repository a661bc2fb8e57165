"""Correcting an issue in its page: the form opens where the words stood, mistakes beside their fields."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from station_desk.casework import issues
from station_desk.casework.context import Changed
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Issue
from station_desk.domain.vocabulary import URGENCIES
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.ui import look
from station_desk.ui.forms.ui_matter_edit import Ui_MatterEdit
from station_desk.ui.pages.matter_whole import Whole
from station_desk.ui.scaling import FormScaler
from station_desk.ui.session import Session
from station_desk.ui.widgets.fields import ErrorBook


class MatterEdit(QWidget):
    """`show_issue(whole)` fills it; signals `saved()`, `cancelled()`."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._matter: RecordId | None = None
        self._form = form = Ui_MatterEdit()
        form.setupUi(self)
        form.notice.hide()
        self._title, self._appeal, self._place = QLineEdit(), QLineEdit(), QLineEdit()
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._people = QLineEdit()
        self._category, self._grid, self._urgency = QComboBox(), QComboBox(), QComboBox()
        self._category.setEditable(True)
        self._book = ErrorBook()
        for name, field, editor in (
            ("title", form.title_field, self._title),
            ("text", form.text_field, self._text),
            ("appeal", form.appeal_field, self._appeal),
            ("category", form.category_field, self._category),
            ("place", form.place_field, self._place),
            ("grid", form.grid_field, self._grid),
            ("people", form.people_field, self._people),
            ("urgency", form.urgency_field, self._urgency),
        ):
            field.set_editor(editor)
            self._book.add(name, editor, field)
        form.save.clicked.connect(self.save)
        form.cancel.clicked.connect(self.cancelled)
        FormScaler(self)
        look.follow(self._relay)

    def _relay(self) -> None:
        self._text.setFixedHeight(look.current().px(108))

    def show_issue(self, whole: Whole) -> None:
        """Fill the form with the issue as it stands."""
        record = whole.detail.record
        self._matter = whole.detail.row.id
        self._form.notice.hide()
        self._book.clear()
        self._title.setText(record.title or "")
        self._text.setPlainText(record.text or "")
        self._appeal.setText(record.appeal or "" if isinstance(record, Issue) else "")
        self._place.setText(record.place or "")
        self._people.setText(str(record.people) if record.people is not None else "")
        self._category.clear()
        self._category.addItems(["", *whole.categories])
        self._category.setCurrentText(record.category or "")
        self._grid.clear()
        self._grid.addItem("", "")
        for key, grid in whole.grids:
            self._grid.addItem(f"{grid.village or ''}{grid.name or ''}", key.hex())
        self._grid.setCurrentIndex(max(0, self._grid.findData(record.grid.hex() if record.grid else "")))
        self._urgency.clear()
        for code, label in URGENCIES.terms.items():
            self._urgency.addItem(str(label), code)
        self._urgency.setCurrentIndex(max(0, self._urgency.findData(record.urgency or "normal")))
        self._form.sensitive.setChecked(bool(record.sensitive))
        self._title.setFocus()

    def save(self) -> None:
        """Write the correction; what stood before stays in the history."""
        if self._matter is None:
            return
        self._book.clear()
        people = self._people.text().strip()
        problems = []
        if people and not people.isdecimal():
            problems.append(Problem("people", self.tr("Enter a number of people, such as 3.")))
        if not self._title.text().strip():
            problems.append(Problem("title", self.tr("A matter needs a title.")))
        if problems:
            self._refused(ValidationError(problems))
            return
        grid = str(self._grid.currentData() or "")
        entry = issues.IssueEntry(
            title=self._title.text(),
            text=self._text.toPlainText(),
            appeal=self._appeal.text(),
            category=self._category.currentText().strip(),
            place=self._place.text(),
            grid=RecordId(bytes.fromhex(grid)) if grid else None,
            people=int(people) if people else None,
            urgency=str(self._urgency.currentData() or "normal"),
            sensitive=self._form.sensitive.isChecked(),
        )
        desk, actor, matter = self._session.desk, self._session.actor, self._matter
        self._form.save.setEnabled(False)
        self._session.write(
            lambda: issues.correct(desk, actor, matter, entry),
            done=self._saved,
            failed=self._refused,
            owner=self,
        )

    def _saved(self, changed: Changed) -> None:
        self._form.save.setEnabled(True)
        self._session.said.emit(self.tr("Correction saved"), True)
        self.saved.emit()

    def _refused(self, error: UserError) -> None:
        self._form.save.setEnabled(True)
        problems = error.problems if isinstance(error, ValidationError) else ()
        text = self._book.show(problems) if problems else str(error)
        self._form.notice.set_kind("red")
        self._form.notice.show_words(text=text)
        self._form.notice.setVisible(bool(text))
