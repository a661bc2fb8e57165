"""One matter on the reception card: its words, its facts, and what is done with it; closed it is one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from station_desk.casework import browse, intake, reception
from station_desk.domain.deadlines import term
from station_desk.errors import Problem
from station_desk.ui import icons, look, words
from station_desk.ui.choosing import (
    deputy_options,
    grid_options,
    look_up_by_pinyin,
    unit_options,
)
from station_desk.ui.forms.ui_reception_matter import Ui_MatterCard
from station_desk.ui.pages.reception_answers import ReadyAnswers
from station_desk.ui.pages.reception_marks import MatterMarks
from station_desk.ui.pages.reception_proposal import CategoryProposal
from station_desk.ui.pages.reception_state import MatterDraft
from station_desk.ui.scaling import FormScaler
from station_desk.ui.session import Session
from station_desk.ui.widgets.fields import ErrorBook, Field
from station_desk.ui.widgets.picks import Pick


class MatterCard(QFrame):
    """Signals: `changed()` by hand; `wordsChanged()` when what it is about changed; `openWanted()`;
    `removeWanted()`."""

    changed = Signal()
    wordsChanged = Signal()
    openWanted = Signal()
    removeWanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._counter: reception.Counter | None = None
        self._open = True
        self._number = 1
        self._only = True
        self._merge = ("", "")
        self._receiving: tuple[str, ...] = ()
        self._loading = False
        self.errors = ErrorBook()
        self.ui = Ui_MatterCard()
        self.ui.setupUi(self)
        FormScaler(self)
        self._arrange()
        self._connect()
        look.follow(self._relay)
        self._show_route()

    # ---- making --------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        ui = self.ui
        pairs: tuple[tuple[Field, QWidget], ...] = (
            (ui.appealField, ui.appeal), (ui.categoryField, ui.category), (ui.placeField, ui.place),
            (ui.gridField, ui.grid), (ui.routeField, ui.route), (ui.unitField, ui.unit),
            (ui.coField, ui.coUnits), (ui.deputiesField, ui.deputies), (ui.doorField, ui.door),
            (ui.reasonField, ui.reason), (ui.answerField, ui.answer),
        )  # fmt: skip
        for field, editor in pairs:
            field.set_editor(editor)
        for field, stretch, least in (
            (ui.appealField, 4, 150), (ui.categoryField, 3, 130),
            (ui.placeField, 4, 150), (ui.gridField, 3, 130),
        ):  # fmt: skip
            ui.factsRow.place(field, stretch, least)
        ui.routeRow.place(ui.routeField)
        for field, stretch, least in (
            (ui.unitField, 5, 180), (ui.coField, 4, 160), (ui.deputiesField, 4, 240), (ui.doorField, 3, 150),
            (ui.reasonField, 5, 220), (ui.answerField, 5, 300),
        ):  # fmt: skip
            ui.routeRow.place(field, stretch, least)
        ui.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        ui.words.setAccessibleName(self.tr("The visitor's own words"))
        ui.coUnits.line.setPlaceholderText(self.tr("May stay empty"))
        ui.deputies.set_folded(True)
        for line in (ui.unit, ui.coUnits.line, ui.deputies.line, ui.category, ui.grid):
            look_up_by_pinyin(self._session, line)
        ui.edit.setAccessibleName(self.tr("Open this matter"))
        self.proposal = CategoryProposal(ui.proposal, ui.category)
        self.marks = MatterMarks(self)
        ui.lay3.insertWidget(ui.lay3.indexOf(ui.factsRow) + 1, self.marks)
        self.ready = ReadyAnswers(self._session, ui.answer, self._asked, self)
        ui.routeRow.place(self.ready, right=True)
        self.marks.after(ui.grid)
        ui.merging.hide()
        ui.state.setProperty("role", "second")
        for name, editor, place in (
            ("text", ui.words, ui.wordsError), ("answer", ui.answer, ui.answerField),
            ("unit", ui.unit, ui.unitField), ("deputies", ui.deputies, ui.deputiesField),
            ("reason", ui.reason, ui.reasonField), ("door", ui.door, ui.doorField),
        ):  # fmt: skip
            self.errors.add(name, editor, place)
        ui.route.set_choices(self._route_names(), "accept")

    def _connect(self) -> None:
        ui = self.ui
        for box in (ui.words, ui.answer):
            box.textChanged.connect(self._edited)
        for line in (ui.appeal, ui.place, ui.category, ui.grid, ui.unit, ui.reason):
            line.textEdited.connect(self._edited)
        for line in (ui.category, ui.grid, ui.unit):
            line.chosen.connect(self._edited)
        ui.place.textEdited.connect(self.wordsChanged)
        ui.words.textChanged.connect(self._words_edited)
        ui.coUnits.changed.connect(self._edited)
        ui.deputies.changed.connect(self._edited)
        ui.door.activated.connect(self._route_chosen)
        ui.route.chosen.connect(self._route_chosen)
        ui.toggle.clicked.connect(self.openWanted)
        ui.edit.clicked.connect(self.openWanted)
        ui.remove.clicked.connect(self.removeWanted)
        self.proposal.taken.connect(self.changed)
        self.marks.changed.connect(self._edited)
        ui.merging.linkActivated.connect(self._unmerge)
        ui.dueHow.toggled.connect(self._show_why)

    def _relay(self) -> None:
        self.ui.dueIcon.setPixmap(icons.pixmap("calendar-clock", 16, "text2"))
        self._show_head()

    def set_counter(self, counter: reception.Counter) -> None:
        """The lists to choose from and the rules in force."""
        ui = self.ui
        self._counter = counter
        ui.category.set_options([Pick(name, "", name) for name in counter.categories])
        ui.grid.set_options(grid_options(counter.grids))
        ui.unit.set_options(unit_options(counter.units))
        ui.coUnits.set_options(unit_options(counter.units))
        ui.deputies.set_options(deputy_options(counter.deputies))
        door = ui.door.currentData()
        ui.door.clear()
        ui.door.addItem(self.tr("Choose…"), "")
        for key, found in counter.profile.doors.items():
            ui.door.addItem(str(found.label), key)
        ui.door.setCurrentIndex(max(0, ui.door.findData(door)))
        self._show_route()

    # ---- its value -----------------------------------------------------------------------------------

    def draft(self) -> MatterDraft:
        """What the card says now."""
        ui = self.ui
        draft = MatterDraft(
            text=ui.words.toPlainText(),
            appeal=ui.appeal.text(),
            category=ui.category.text().strip(),
            place=ui.place.text(),
            grid=ui.grid.key(),
            route=ui.route.current_value() or "accept",
            answer=ui.answer.toPlainText(),
            unit=ui.unit.key(),
            co=ui.coUnits.keys(),
            deputies=ui.deputies.keys(),
            door=str(ui.door.currentData() or ""),
            reason=ui.reason.text(),
            merge=self._merge[0],
            merge_words=self._merge[1],
        )
        return self.marks.marked(draft)

    def set_draft(self, draft: MatterDraft) -> None:
        """Show `draft`; emits nothing."""
        ui = self.ui
        self._loading = True
        ui.words.setPlainText(draft.text)
        ui.appeal.setText(draft.appeal)
        ui.category.set_key(draft.category)
        ui.category.setText(draft.category)
        ui.place.setText(draft.place)
        ui.grid.set_key(draft.grid)
        ui.route.set_value(draft.route)
        ui.answer.setPlainText(draft.answer)
        ui.unit.set_key(draft.unit)
        ui.coUnits.set_keys(draft.co)
        ui.deputies.set_keys(draft.deputies)
        ui.door.setCurrentIndex(max(0, ui.door.findData(draft.door)))
        ui.reason.setText(draft.reason)
        self.marks.set_draft(draft)
        self._merge = (draft.merge, draft.merge_words)
        self._loading = False
        self._show_route()
        self._show_head()

    def begin(self, draft: MatterDraft) -> None:
        """Show `draft` as on a new card: nothing of the matter before is left, nobody was chosen by hand."""
        self.errors.clear()
        self.proposal.begin()
        self.ui.dueHow.setChecked(False)
        self._receiving = ()
        self.set_draft(draft)

    def about(self) -> str:
        """What similar matters are looked for by: the words and the place."""
        return f"{self.ui.words.toPlainText()} {self.ui.place.text()}".strip()

    def _asked(self) -> tuple[str, str]:
        return self.ui.category.text().strip(), self.about()

    def set_deputies(self, keys: Sequence[str]) -> None:
        """Who would raise a suggestion, while nobody else was chosen by hand."""
        if self.ui.deputies.keys() in ((), self._receiving):
            self.ui.deputies.set_keys(keys)
            if keys:
                self.errors.mended("deputies")
        self._receiving = tuple(keys)

    def show_problems(self, found: Iterable[Problem]) -> str:
        """Mistakes beside their fields; returns those without a field here."""
        return self.errors.show(found)

    # ---- open and closed -----------------------------------------------------------------------------

    def set_open(self, shown: bool) -> None:
        """Open for writing, or closed to one line."""
        self._open = shown
        self.ui.body.setVisible(shown)
        down = QSizePolicy.Policy.Expanding if shown else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, down)
        self._show_head()

    def is_open(self) -> bool:
        """Whether it is open for writing."""
        return self._open

    def set_number(self, number: int, only: bool) -> None:
        """Its place in the visit; the only one cannot be removed."""
        self._number = number
        self._only = only
        self._show_head()

    def _show_head(self) -> None:
        ui = self.ui
        draft = self.draft()
        ui.toggle.set_icon("chevron-down" if self._open else "chevron-right")
        ui.toggle.setAccessibleName(
            self.tr("Matter {number}, open").format(number=self._number)
            if self._open
            else self.tr("Matter {number}, closed").format(number=self._number)
        )
        ui.number.setText(str(self._number))
        self._tone(ui.number, "accent" if self._open else "text2")
        title = intake.title_from(draft.text)
        ui.title.setText(
            self.tr("The visitor's own words") if self._open else title or self.tr("Not written yet")
        )
        route = next((text for value, text in self._route_names() if value == draft.route), "")
        done = self.tr("Merged") if draft.merge else route
        ui.hint.setText(
            self.tr("As they said it, not rewritten")
            if self._open
            else words.joined((*self.marks.words(), draft.category, done))
        )
        complete = not draft.problems()
        for part in (ui.state, ui.stateIcon, ui.edit):
            part.setVisible(not self._open)
        ui.remove.setVisible(self._open and not self._only)
        ui.state.setText(self.tr("Complete") if complete else self.tr("Not complete"))
        self._tone(ui.state, "green" if complete else "amber")
        ui.stateIcon.setPixmap(
            icons.pixmap("circle-check" if complete else "circle-alert", 16, "green" if complete else "amber")
        )

    def _route_names(self) -> list[tuple[str, str]]:
        return [
            ("answer", self.tr("Answer now")),
            ("hand_over", self.tr("Hand over")),
            ("raise", self.tr("Suggestion")),
            ("to_project", self.tr("Project")),
            ("refuse", self.tr("Not accepted")),
            ("accept", self.tr("Keep here")),
        ]

    @staticmethod
    def _tone(label: QWidget, tone: str) -> None:
        if label.property("tone") != tone:
            label.setProperty("tone", tone)
            label.style().unpolish(label)
            label.style().polish(label)

    # ---- what is done --------------------------------------------------------------------------------

    def _edited(self) -> None:
        if not self._loading:
            self.changed.emit()

    def _words_edited(self) -> None:
        if not self._loading:
            self.wordsChanged.emit()

    def _route_chosen(self) -> None:
        self.errors.clear()
        self._show_route()
        self.changed.emit()

    def _show_route(self) -> None:
        ui = self.ui
        merged = bool(self._merge[0])
        route = "" if merged else ui.route.current_value()
        ui.merging.setVisible(merged)
        if merged:
            ui.merging.show_words(
                text=self.tr("Will be merged into {matter} when saved").format(matter=self._merge[1]),
                link=self.tr("Do not merge"),
            )
        ui.routeRow.setVisible(not merged)
        ui.answerField.setVisible(route == "answer")
        self.ready.setVisible(route == "answer")
        ui.unitField.setVisible(route == "hand_over")
        ui.coField.setVisible(route == "hand_over")
        ui.deputiesField.setVisible(route == "raise")
        ui.doorField.setVisible(route == "refuse")
        ui.reasonField.setVisible(route in ("to_project", "refuse"))
        ui.routeRow.relay()
        self._show_due(route)
        if not self._loading:
            self._say_reason(route)
        self._show_why()

    def _say_reason(self, route: str | None) -> None:
        """The reason of the door chosen stands as a beginning; one written by hand is never replaced."""
        if self._counter is None or route not in ("refuse", "to_project"):
            return
        doors, line = self._counter.profile.doors, self.ui.reason
        if line.text().strip() not in {"", *(str(door.reason) for door in doors.values())}:
            return
        door = doors.get(str(self.ui.door.currentData() or "")) if route == "refuse" else None
        line.setText(str(door.reason) if door is not None else "")
        line.setCursorPosition(0)

    def _show_due(self, route: str) -> None:
        ui = self.ui
        found = self._explained(route)
        ui.dueBox.setVisible(found is not None)
        if found is not None:
            day = found.due.day
            ui.dueDay.setText(words.day_words(day, self._session.today()))
            ui.dueReason.setText(self.tr("{term} from today").format(term=term(found.rule)))

    def _explained(self, route: str) -> reception.Explanation | None:
        if self._counter is None or route not in ("hand_over", "accept"):
            return None
        clock = "issue.handling" if route == "hand_over" else "issue.assign"
        return reception.due_by(self._counter.profile, clock, self._session.today())

    def _show_why(self) -> None:
        ui = self.ui
        route = "" if self._merge[0] else ui.route.current_value()
        text = ""
        found = self._explained(route)
        if found is not None and ui.dueHow.isChecked():
            text = "\n".join(found.sentences())
        ui.why.setText(text)
        ui.why.setVisible(bool(text))

    # ---- as earlier ones ------------------------------------------------------------------------------

    def do_like(self, done: reception.Handling) -> None:
        """Handle it as an earlier matter was handled."""
        ui = self.ui
        if done.category:
            ui.category.set_key(done.category)
            ui.category.setText(done.category)
            self.proposal.hide()
        ui.route.set_value(done.route)
        if done.lead is not None:
            ui.unit.set_key(done.lead.hex())
            ui.coUnits.set_keys([unit.hex() for unit in done.co])
        if done.deputies:
            ui.deputies.set_keys([deputy.hex() for deputy in done.deputies])
        if done.route == "answer" and not ui.answer.toPlainText().strip():
            ui.answer.setPlainText(done.text)
        elif done.text:
            ui.reason.setText(done.text)
        if done.door:
            ui.door.setCurrentIndex(max(0, ui.door.findData(done.door)))
        self._show_route()
        self.changed.emit()

    def merge_into(self, row: browse.MatterRow) -> None:
        """Make it part of an earlier issue when the visit is saved."""
        self._merge = (row.id.hex(), f"{words.shown_number(row)} {row.title}")
        self.proposal.hide()
        self._show_route()
        self.changed.emit()

    def _unmerge(self) -> None:
        self._merge = ("", "")
        self._show_route()
        self.changed.emit()
