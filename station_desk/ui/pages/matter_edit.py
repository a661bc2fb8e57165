"""Correcting an issue in its page: the form opens where the words stood, mistakes beside their fields."""

from __future__ import annotations

import json

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from station_desk.casework import drafts, issues
from station_desk.casework.context import Changed
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Issue
from station_desk.domain.vocabulary import URGENCIES
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.ui import look
from station_desk.ui.drafting import DraftKeeper
from station_desk.ui.forms.ui_matter_edit import Ui_MatterEdit
from station_desk.ui.pages.matter_whole import Whole
from station_desk.ui.scaling import FormScaler
from station_desk.ui.session import Session
from station_desk.ui.widgets.fields import ErrorBook


class MatterEdit(QWidget):
    """`show_issue(whole)` fills it; signals `saved()`, `cancelled()`.

    A correction half typed when the program went down stands there again, until saved or given up.
    """

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
        self._people.setMaxLength(20)  # an ID number fits, and is told to be one
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
        form.cancel.clicked.connect(self._cancel)
        self._fresh: dict[str, str] = {}
        self.keeper = DraftKeeper(session, self._draft_text, self)
        for line in (self._title, self._appeal, self._place, self._people):
            line.textEdited.connect(self.keeper.touch)
        self._text.textChanged.connect(self.keeper.touch)
        self._category.editTextChanged.connect(self.keeper.touch)
        for box in (self._grid, self._urgency):
            box.activated.connect(self.keeper.touch)
        form.sensitive.clicked.connect(self.keeper.touch)
        form.confidential.clicked.connect(self.keeper.touch)
        form.notice.linkActivated.connect(self._afresh)
        FormScaler(self)
        look.follow(self._relay)

    def _relay(self) -> None:
        self._text.setFixedHeight(look.current().px(108))

    def show_issue(self, whole: Whole) -> None:
        """Fill the form with the issue as it stands, then with what was left half typed."""
        self.keeper.begin("")
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
        self._form.confidential.setChecked(whole.detail.row.confidential)
        self._title.setFocus()
        self._fresh = self._values()
        matter, desk = whole.detail.row.id, self._session.desk
        kept = f"edit:{matter.hex()}"
        self.keeper.begin(kept)
        self._session.read(
            lambda: drafts.load(desk, kept), lambda left: self._resume(matter, left), owner=self
        )

    # ---- what was half typed -------------------------------------------------------------------------

    def _values(self) -> dict[str, str]:
        return {
            "title": self._title.text(),
            "text": self._text.toPlainText(),
            "appeal": self._appeal.text(),
            "category": self._category.currentText(),
            "place": self._place.text(),
            "grid": str(self._grid.currentData() or ""),
            "people": self._people.text(),
            "urgency": str(self._urgency.currentData() or ""),
            "sensitive": "yes" if self._form.sensitive.isChecked() else "",
            "confidential": "yes" if self._form.confidential.isChecked() else "",
        }

    def _put(self, values: dict[str, str]) -> None:
        self._title.setText(values.get("title", ""))
        self._text.setPlainText(values.get("text", ""))
        self._appeal.setText(values.get("appeal", ""))
        self._category.setCurrentText(values.get("category", ""))
        self._place.setText(values.get("place", ""))
        self._people.setText(values.get("people", ""))
        for box, name in ((self._grid, "grid"), (self._urgency, "urgency")):
            box.setCurrentIndex(max(0, box.findData(values.get(name, ""))))
        self._form.sensitive.setChecked(values.get("sensitive") == "yes")
        self._form.confidential.setChecked(values.get("confidential") == "yes")

    def _draft_text(self) -> str:
        now = self._values()
        return "" if now == self._fresh else json.dumps(now, ensure_ascii=False)

    def _resume(self, matter: RecordId, left: drafts.Draft | None) -> None:
        if left is None or matter != self._matter or self._values() != self._fresh:
            return
        try:
            found = json.loads(left.payload)
        except ValueError:
            return
        if not isinstance(found, dict):
            return
        self._put({name: value for name, value in found.items() if isinstance(value, str)})
        self._form.notice.set_kind("info")
        self._form.notice.show_words(
            text=self.tr("A correction that was not saved is here again."), link=self.tr("As it stands now")
        )
        self._form.notice.show()

    def _afresh(self) -> None:
        self._put(self._fresh)
        self.keeper.forget()
        self._form.notice.hide()

    def _cancel(self) -> None:
        self.keeper.forget()
        self.cancelled.emit()

    # ---- saving --------------------------------------------------------------------------------------

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
            confidential=self._form.confidential.isChecked(),
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
        self.keeper.forget()
        self._session.said.emit(self.tr("Correction saved"), True)
        self.saved.emit()

    def _refused(self, error: UserError) -> None:
        self._form.save.setEnabled(True)
        problems = error.problems if isinstance(error, ValidationError) else ()
        text = self._book.show(problems) if problems else str(error)
        self._form.notice.set_kind("red")
        self._form.notice.show_words(text=text)
        self._form.notice.setVisible(bool(text))
