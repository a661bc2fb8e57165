"""One suggestion: stages and next verbs, who handles it, what the deputies say, the reply, its source."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from station_desk.casework import official
from station_desk.casework.browse import AssignmentRow, MatterDetail, SignerRow
from station_desk.casework.context import roles_of
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Suggestion
from station_desk.domain.tracks import ASSIGNMENT
from station_desk.domain.vocabulary import (
    ASSIGNMENT_ROLES,
    DEPUTY_VERDICTS,
    LEVELS,
    SIGNER_ROLES,
    Role,
)
from station_desk.errors import UserError, ValidationError
from station_desk.ui import look, words
from station_desk.ui.dialogs.step import open_step
from station_desk.ui.forms.ui_suggestion import Ui_SuggestionHead
from station_desk.ui.forms.ui_suggestion_body import Ui_SuggestionBody
from station_desk.ui.pages import matter_whole
from station_desk.ui.pages.matter_whole import Whole
from station_desk.ui.pages.suggestion_side import SuggestionSide
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.scaling import FormScaler
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import ErrorBook
from station_desk.ui.widgets.page import Page

_BUTTONS = 3
_OVER = ("done", "closed")  # nothing more is owed
_WORDS_FROM = 900  # logical px of the window from which the small buttons above the title carry words


class SuggestionRecord(Page):
    """`show_record(id)`. Signals: `backWanted()`, `editWanted(MatterDetail)`, `stepped(int)`: −1 or 1."""

    backWanted = Signal()
    editWanted = Signal(object)
    stepped = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, headed=False)
        self.session = session
        self.side_from = 1010
        self.matter: RecordId | None = None
        self.whole: Whole | None = None
        self._arriving = False
        self.errors = ErrorBook()
        self.top = QWidget(self)
        self.headed = Ui_SuggestionHead()
        self.headed.setupUi(self.top)
        self.body = QWidget(self)
        self.ui = Ui_SuggestionBody()
        self.ui.setupUi(self.body)
        self._previous, self._next = self.headed.previous.text(), self.headed.next.text()
        FormScaler(self.top)
        FormScaler(self.body)
        self._arrange()
        self._connect()

    # ---- making --------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        ui = self.ui
        self.add_top(self.top)
        self.set_body(self.body, scroll=True)
        self.panel = SuggestionSide(self.session, self)
        self.set_side(self.panel, self.tr("Reply and source"))
        button, home = self.side_button(), self.headed.sideBox.layout()
        if button is not None and home is not None:
            button.set_small(True)
            home.addWidget(button)
        ui.numberField.set_editor(ui.number)
        ui.sessionField.set_editor(ui.session)
        self.errors.add("official_number", ui.number, ui.numberField)
        self.errors.add("session", ui.session, ui.sessionField)
        ui.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        ui.text.setTextFormat(Qt.TextFormat.PlainText)
        today = self.session.today
        charges: Rows[AssignmentRow] = Rows(
            [
                Column(self.tr("Unit"), lambda r: r.unit, strong=_leads, tip=lambda r: r.unit),
                Column(self.tr("Role"), lambda r: ASSIGNMENT_ROLES.label(r.assignment.role)),
                Column(self.tr("Received"), lambda r: words.stage_day(r.signed_on, today())),
                Column(self.tr("Due"), lambda r: words.stage_day(r.due_on, today())),
                Column(
                    self.tr("Opinion or reply"), self._answered, icon=self._answer_icon, tone=_answer_tone
                ),
            ],
            key=lambda r: r.id.hex(),
        )
        self.charges = ListModel(charges, self)
        ui.charges.setModel(self.charges)
        signers: Rows[SignerRow] = Rows(
            [
                Column(self.tr("Deputy"), self._signed, strong=lambda r: r.signer.role == "lead"),
                Column(self.tr("First, attitude"), lambda r: _verdict(r, 1, attitude=True)),
                Column(self.tr("First, result"), lambda r: _verdict(r, 1), tone=lambda r: _tone(r, 1)),
                Column(self.tr("Second, attitude"), lambda r: _verdict(r, 2, attitude=True)),
                Column(self.tr("Second, result"), lambda r: _verdict(r, 2), tone=lambda r: _tone(r, 2)),
            ],
            key=lambda r: r.id.hex(),
        )
        self.signers = ListModel(signers, self)
        ui.signers.setModel(self.signers)
        for table, name in ((ui.charges, ui.chargesTitle), (ui.signers, ui.signersTitle)):
            table.set_plain()
            table.fit_rows(True)
            table.setAccessibleName(name.text())
        ui.mistake.hide()
        ui.lay3.setAlignment(ui.giveNumber, Qt.AlignmentFlag.AlignBottom)
        look.follow(self._relay_tables)

    def _relay_tables(self) -> None:
        self.ui.charges.set_widths(210, 64, 96, 96, 200)
        self.ui.signers.set_widths(0, 104, 104, 104, 104)

    def _connect(self) -> None:
        self.headed.back.clicked.connect(self.backWanted)
        self.headed.previous.clicked.connect(partial(self.stepped.emit, -1))
        self.headed.next.clicked.connect(partial(self.stepped.emit, 1))
        self.headed.printSheet.clicked.connect(self.print_sheet)
        self.ui.edit.clicked.connect(self._edit)
        self.ui.giveNumber.clicked.connect(self._give_number)
        self.ui.due.linkActivated.connect(self._toggle_why)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.logical_width() < _WORDS_FROM
        head = self.headed
        for button, words_shown in ((head.previous, self._previous), (head.next, self._next)):
            button.setText("" if narrow else words_shown)
            button.setAccessibleName(words_shown)
        head.provisional.setVisible(not narrow)

    # ---- reading -------------------------------------------------------------------------------------

    def show_record(self, matter: RecordId) -> None:
        """Read this suggestion and show it."""
        self.matter = matter
        self._arriving = True
        self.read()

    def read(self) -> None:
        """Read it again."""
        desk, actor, matter, day = self.session.desk, self.session.actor, self.matter, self.session.today()
        if matter is None:
            return

        def show(found: Whole | None) -> None:
            if matter == self.matter:
                self._show(found)

        self.session.read(lambda: matter_whole.read(desk, actor, matter, day), show, owner=self)

    def _show(self, whole: Whole | None) -> None:
        self.whole = whole
        if whole is None:
            self.backWanted.emit()
            return
        detail, today = whole.detail, self.session.today()
        row, head, ui = detail.row, self.headed, self.ui
        head.number.setText(words.shown_number(row))
        head.provisional.setText(row.number if row.official_number else "")
        head.title.setText(row.title)
        head.title.setToolTip(row.title)
        head.stages.set_stages(matter_whole.stages(whole, today))
        self._show_verbs(whole)
        ui.due.setVisible(whole.why is not None and row.due_on is not None)
        ui.why.hide()
        if whole.why is not None and row.due_on is not None:
            due = words.due_words(whole.near, row.due_on, today)
            ui.due.set_kind({"red": "red", "amber": "amber"}.get(due.tone, "plain"))
            day = self.tr("Due {day}").format(day=words.day_words(row.due_on, today))
            ui.due.show_words(day, due.first, matter_whole.reason(whole.why, today), self.tr("How computed"))
            ui.why.setText("\n".join(whole.why.sentences()))
        self._show_number(detail)
        above, gap = not ui.due.isHidden(), look.current().px(8)
        ui.lay2.setContentsMargins(0, gap if above else 0, 0, 0)
        ui.lay4.setContentsMargins(0, gap if above or not ui.numberBox.isHidden() else 0, 0, 0)
        self._show_charges(detail)
        self._show_signers(detail)
        ui.text.setText(detail.record.text or "")
        ui.edit.setVisible(row.stage in ("draft", "checked"))
        self.panel.show_detail(detail)
        if self._arriving and self.isVisible():
            (self.first_focus() or self).setFocus()
        self._arriving = False

    def _show_verbs(self, whole: Whole) -> None:
        box = self.headed.verbsBox.layout()
        if box is None:
            return
        # The window remembers the cursor while a dialog is over it; it must not stay on a button that goes.
        at = self.window().focusWidget()
        here = at is not None and self.headed.verbsBox.isAncestorOf(at)
        while (item := box.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        main = [step for step in whole.verbs if not step.minor][:_BUTTONS]
        rest = [step for step in whole.verbs if step not in main]
        for place, step in enumerate(main):
            button = Button(self.top, str(step.label), "plain" if place else "primary", step.icon)
            button.clicked.connect(partial(self._do, step.verb))
            box.addWidget(button)
            button.show()  # so that the cursor can come here at once
        if rest:
            more = Button(self.top, icon="ellipsis")
            more.setAccessibleName(self.tr("More steps"))
            menu = QMenu(more)
            for step in rest:
                action = QAction(str(step.label), menu)
                action.triggered.connect(partial(self._do, step.verb))
                menu.addAction(action)
            more.clicked.connect(partial(self._open_menu, menu, more))
            box.addWidget(more)
        if here:
            (self.first_focus() or self).setFocus()

    def _open_menu(self, menu: QMenu, button: Button, checked: bool = False) -> None:
        menu.exec(self.top.mapToGlobal(button.mapTo(self.top, button.rect().bottomLeft())))

    def _do(self, verb: str, checked: bool = False) -> None:
        if self.matter is not None:
            open_step(self.session, self, self.matter, verb)

    def _toggle_why(self) -> None:
        self.ui.why.setVisible(self.ui.why.isHidden())

    # ---- the parts -----------------------------------------------------------------------------------

    def _show_number(self, detail: MatterDetail) -> None:
        """The line in which the congress office gives the official number, once it was submitted."""
        record = detail.record
        actor, identity = self.session.actor, self.session.desk.identity
        may = Role.OFFICE in roles_of(actor, identity, record.office or "", record.station or "")
        due = (
            may and not detail.row.official_number and detail.row.stage not in ("draft", "checked", "closed")
        )
        self.ui.numberBox.setVisible(due)
        if due and isinstance(record, Suggestion) and not self.ui.session.isModified():
            self.ui.session.setText(record.session or "")

    def _show_charges(self, detail: MatterDetail) -> None:
        rows = sorted(detail.assignments, key=lambda r: (r.assignment.role == "co", r.assignment.handed_on))
        self.charges.set_rows(rows)
        self.ui.charges.setVisible(bool(rows))
        self.ui.noCharges.setVisible(not rows)
        record = detail.record
        proposed = record.proposed_units if isinstance(record, Suggestion) else ""
        said = self.tr("Not handed over yet.")
        if proposed:
            said = self.tr("Not handed over yet. Proposed: {units}").format(units=proposed)
        self.ui.noCharges.setText(said)
        co = sum(row.assignment.role == "co" for row in rows)
        lead = len(rows) - co
        self.ui.chargesAside.setText(
            self.tr("{lead} leading, {co} joining").format(lead=lead, co=co) if co else ""
        )

    def _answered(self, row: AssignmentRow) -> str:
        whole, today = self.whole, self.session.today()
        if whole is None:
            return ""
        for _, reply, _unit in whole.detail.replies:
            if reply.assignment == row.id:
                day = words.day_words(reply.dated, today)
                if reply.kind == "opinion":
                    return self.tr("{day} opinion: {text}").format(day=day, text=reply.text or "")
                graded = (
                    self.tr(", class {letter}").format(letter=reply.reply_class) if reply.reply_class else ""
                )
                return self.tr("{day} replied{graded}").format(day=day, graded=graded)
        if row.live and whole.detail.row.stage in _OVER:
            return self.tr("No opinion recorded")
        state = ASSIGNMENT.stages.get(row.state)
        return str(state) if state is not None else row.state

    def _answer_icon(self, row: AssignmentRow) -> str:
        over = self.whole is not None and self.whole.detail.row.stage in _OVER
        waiting = "circle-minus" if over else "clock"
        return {"replied": "circle-check", "returned": "undo-2"}.get(row.state, waiting)

    def _signed(self, row: SignerRow) -> str:
        level = self.tr("{level} deputy").format(level=LEVELS.label(row.level)) if row.level else ""
        role = SIGNER_ROLES.label(row.signer.role)
        return self.tr("{name}, {level}, {role}").format(name=row.name, level=level, role=role)

    def _show_signers(self, detail: MatterDetail) -> None:
        self.signers.set_rows(detail.signers)
        second = any(c.round and c.round > 1 for row in detail.signers for _, c in row.verdicts)
        for column in (3, 4):
            self.ui.signers.setColumnHidden(column, not second)
        given = sum(bool(row.verdicts) for row in detail.signers)
        said = self.tr("{given} of {all} returned; attitude and result are judged apart")
        self.ui.signersAside.setText(said.format(given=given, all=len(detail.signers)) if given else "")

    # ---- acting --------------------------------------------------------------------------------------

    def print_sheet(self) -> None:
        """Turn to the official sheet of this suggestion."""
        if self.matter is not None:
            self.session.wanted.emit("reports", ("suggestion", self.matter))

    def _edit(self) -> None:
        if self.whole is not None:
            self.editWanted.emit(self.whole.detail)

    def _give_number(self) -> None:
        if self.matter is None:
            return
        desk, actor, matter = self.session.desk, self.session.actor, self.matter
        number, session = self.ui.number.text(), self.ui.session.text()
        today = self.session.today()
        self.errors.clear()
        self.ui.mistake.hide()
        self.session.write(
            lambda: official.give(desk, actor, matter, number, session, today),
            done=lambda _: self._numbered(),
            failed=self._failed,
            owner=self,
        )

    def _numbered(self) -> None:
        self.ui.number.clear()
        (self.first_focus() or self).setFocus()

    def _failed(self, error: UserError) -> None:
        told = self.errors.show(error.problems) if isinstance(error, ValidationError) else str(error)
        self.ui.mistake.setVisible(bool(told))
        self.ui.mistake.show_words(text=told)

    def first_focus(self) -> QWidget | None:
        shown = self.headed.verbsBox.findChildren(Button)
        return next((button for button in shown if not button.isHidden()), self.headed.back)


def _leads(row: AssignmentRow) -> bool:
    return row.assignment.role != "co"


def _answer_tone(row: AssignmentRow) -> str:
    return {"replied": "green", "returned": "amber"}.get(row.state, "")


def _verdict(row: SignerRow, turn: int, *, attitude: bool = False) -> str:
    for _, given in row.verdicts:
        if given.round == turn:
            return DEPUTY_VERDICTS.label(given.attitude if attitude else given.result)
    return "" if turn > 1 else "—"


def _tone(row: SignerRow, turn: int) -> str:
    bad = any(given.round == turn and given.result == "dissatisfied" for _, given in row.verdicts)
    return "red" if bad else ""
