"""One suggestion or motion: stages and verbs, who signed and judged, who handles it, what was promised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from station_desk.casework import browse, official
from station_desk.casework.browse import MatterDetail, MatterRow
from station_desk.casework.context import Actor, Desk, roles_of
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Motion, Suggestion
from station_desk.domain.vocabulary import YEARS_RUNNING, Role
from station_desk.errors import UserError, ValidationError
from station_desk.ui import look, words
from station_desk.ui.dialogs.step import open_step
from station_desk.ui.forms.ui_suggestion import Ui_SuggestionHead
from station_desk.ui.forms.ui_suggestion_body import Ui_SuggestionBody
from station_desk.ui.pages import matter_whole
from station_desk.ui.pages.conflicts_mark import ConflictsMark
from station_desk.ui.pages.matter_verbs import VerbBar
from station_desk.ui.pages.matter_whole import Whole
from station_desk.ui.pages.suggestion_side import SuggestionSide
from station_desk.ui.pages.suggestion_tables import ChargesTable, PromisesTable, SignersTable
from station_desk.ui.scaling import FormScaler
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import ErrorBook
from station_desk.ui.widgets.page import Page

_WORDS_FROM = 1000  # logical px of the window from which the small buttons above the title carry words
_DRAFTED = ("draft", "checked")


@dataclass(frozen=True, slots=True)
class _Found:
    """The matter whole, similar earlier suggestions, and the number the office would give next."""

    whole: Whole
    earlier: tuple[MatterRow, ...]
    proposed: official.Proposed | None


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
        self._proposed = ""
        self.errors = ErrorBook()
        self.top = QWidget(self)
        self.headed = Ui_SuggestionHead()
        self.headed.setupUi(self.top)
        self.body = QWidget(self)
        self.ui = Ui_SuggestionBody()
        self.ui.setupUi(self.body)
        self._words = {b: b.text() for b in (self.headed.previous, self.headed.next, self.headed.printSheet)}
        FormScaler(self.top)
        FormScaler(self.body)
        self._arrange()
        self._connect()

    # ---- making --------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        ui = self.ui
        self.add_top(self.top)
        self.undecided = ConflictsMark(self.session, self.top)
        self.headed.lay2.insertWidget(self.headed.lay2.indexOf(self.headed.marks) + 1, self.undecided)
        self.set_body(self.body, scroll=True)
        self.verbs = VerbBar(self.headed.verbsBox)
        self.headed.lay6.addWidget(self.verbs)
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
        self.signers = SignersTable(self.session)
        self.charges = ChargesTable(self.session)
        self.promises = PromisesTable(self.session)
        for section in (self.signers, self.charges, self.promises):
            ui.lay4.addWidget(section)
            section.acted.connect(self._do)
            section.entered.connect(self._do)
        ui.mistake.hide()
        ui.lay3.setAlignment(ui.giveNumber, Qt.AlignmentFlag.AlignBottom)

    def _connect(self) -> None:
        self.headed.back.clicked.connect(self.backWanted)
        self.headed.previous.clicked.connect(partial(self.stepped.emit, -1))
        self.headed.next.clicked.connect(partial(self.stepped.emit, 1))
        self.headed.printSheet.clicked.connect(self.print_sheet)
        self.verbs.chosen.connect(self._do)
        self.verbs.erasing.connect(self._open_erase)
        self.ui.edit.clicked.connect(self._edit)
        self.ui.giveNumber.clicked.connect(self._give_number)
        self.ui.due.linkActivated.connect(self._toggle_why)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Where there is little room, small buttons keep their icons, and verbs go below the title."""
        narrow = self.logical_width() < _WORDS_FROM
        head = self.headed
        for button, said in self._words.items():
            button.setText("" if narrow else said)
            button.setAccessibleName(said)
            button.setToolTip(said if narrow else "")
        head.provisional.setVisible(not narrow)
        title = head.title.fontMetrics().horizontalAdvance(head.title.text())
        margins = head.lay1.contentsMargins()
        room = self.width() - margins.left() - margins.right() - head.lay5.spacing()
        beside = title + self.verbs.sizeHint().width() + look.current().px(8) <= room
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if head.lay5.direction() != way:
            head.lay5.setDirection(way)
            head.lay5.setStretch(0, 1 if beside else 0)
            head.lay5.setSpacing(look.current().px(12 if beside else 6))
        self.charges.set_narrow(narrow)
        self.signers.set_narrow(narrow)

    # ---- reading -------------------------------------------------------------------------------------

    def show_record(self, matter: RecordId) -> None:
        """Read this suggestion or motion and show it."""
        self.matter = matter
        self._arriving = True
        self.read()

    def read(self) -> None:
        """Read it again."""
        matter, session = self.matter, self.session
        if matter is None:
            return

        def show(found: _Found | None) -> None:
            if matter == self.matter:
                self._show(found)

        session.read(lambda: _read(session, matter), show, owner=self)

    def _show(self, found: _Found | None) -> None:
        self.whole = whole = found.whole if found is not None else None
        if whole is None or found is None:
            self.backWanted.emit()
            return
        detail, today = whole.detail, self.session.today()
        row, head, ui = detail.row, self.headed, self.ui
        motion = isinstance(detail.record, Motion)
        self._words[head.printSheet] = self.tr("Motion sheet") if motion else self.tr("Suggestion sheet")
        head.number.setText(words.shown_number(row))
        head.provisional.setText(row.number if row.official_number else "")
        head.marks.setText(self._marks(detail))
        self.undecided.show_matter(row.id)
        head.title.setText(row.title)
        head.title.setToolTip(row.title)
        head.stages.set_stages(matter_whole.stages(whole, today))
        self.verbs.show_verbs(whole, may_change=False)
        self._share_width()
        ui.due.setVisible(whole.why is not None and row.due_on is not None)
        ui.why.hide()
        if whole.why is not None and row.due_on is not None:
            due = words.due_words(whole.near, row.due_on, today)
            ui.due.set_kind({"red": "red", "amber": "amber"}.get(due.tone, "plain"))
            day = self.tr("Due {day}").format(day=words.day_words(row.due_on, today))
            ui.due.show_words(day, due.first, matter_whole.reason(whole.why, today), self.tr("How computed"))
            ui.why.setText("\n".join(whole.why.sentences()))
        self._show_number(detail, found.proposed)
        above, gap = not ui.due.isHidden(), look.current().px(8)
        ui.lay2.setContentsMargins(0, gap if above else 0, 0, 0)
        ui.lay4.setContentsMargins(0, gap if above or not ui.numberBox.isHidden() else 0, 0, 0)
        may = frozenset(step.verb for step in whole.verbs)
        record, drafted = detail.record, row.stage in _DRAFTED
        self.signers.show_detail(detail, may)
        proposed = (record.proposed_units or "") if isinstance(record, Suggestion) else ""
        self.charges.show_detail(detail, may, proposed)
        self.charges.setVisible(not drafted or bool(proposed))
        self.promises.show_detail(detail, may)
        ui.textTitle.setText(self.tr("Grounds and plan") if motion else self.tr("Text of the suggestion"))
        ui.text.setText(_text(detail))
        ui.edit.setVisible(drafted and self.session.actor.role is not Role.VIEWER)
        self.panel.show_detail(detail, found.earlier, writable=self.session.actor.role is not Role.VIEWER)
        if self._arriving and self.isVisible():
            (self.first_focus() or self).setFocus()
        self._arriving = False

    def _marks(self, detail: MatterDetail) -> str:
        record, course = detail.record, detail.course
        at = words.stage_label(detail.row)
        said = (
            [at] if len(at) >= matter_whole.LONG_STAGE and course is not None and not course.closed_on else []
        )
        if detail.supervision is not None:
            said.append(self.tr("Key supervision"))
        if isinstance(record, Suggestion) and record.years_running not in (None, "", "one"):
            said.append(self.tr("Raised for {years}").format(years=YEARS_RUNNING.label(record.years_running)))
        if course is not None and course.looked_back:
            said.append(self.tr("Looked back upon"))
        group = getattr(record, "group", None)
        if group:
            said.append(self.tr("In the name of {group}").format(group=group))
        return words.joined(said)

    def _do(self, verb: str, chosen: Mapping[str, str] | None = None) -> None:
        if self.matter is not None:
            open_step(self.session, self, self.matter, verb, chosen=chosen)

    def _toggle_why(self) -> None:
        self.ui.why.setVisible(self.ui.why.isHidden())

    # ---- the number ----------------------------------------------------------------------------------

    def _show_number(self, detail: MatterDetail, proposed: official.Proposed | None) -> None:
        """The line in which the congress office gives the official number, once it was submitted."""
        ui = self.ui
        if proposed is None or detail.row.official_number:
            ui.numberBox.hide()
            return
        ui.numberBox.show()
        # What the office would give next stands there, unless something else was typed meanwhile.
        if ui.number.text() in ("", self._proposed):
            ui.number.setText(proposed.number)
        self._proposed = proposed.number
        if not ui.session.isModified():
            ui.session.setText(proposed.session)

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
        self.ui.session.setModified(False)
        (self.first_focus() or self).setFocus()

    def _failed(self, error: UserError) -> None:
        told = self.errors.show(error.problems) if isinstance(error, ValidationError) else str(error)
        self.ui.mistake.setVisible(bool(told))
        self.ui.mistake.show_words(text=told)

    # ---- acting --------------------------------------------------------------------------------------

    def print_sheet(self) -> None:
        """Turn to the official sheet of this suggestion or motion."""
        if self.matter is not None and self.whole is not None:
            self.session.wanted.emit("reports", (self.whole.detail.row.track, self.matter))

    def _open_erase(self) -> None:
        from station_desk.ui.dialogs.erase import EraseDialog

        if self.whole is not None:
            EraseDialog(self.session, self.whole, self).open()

    def _edit(self) -> None:
        if self.whole is not None:
            self.editWanted.emit(self.whole.detail)

    def first_focus(self) -> QWidget | None:
        shown = self.headed.verbsBox.findChildren(Button)
        return next((button for button in shown if not button.isHidden()), self.headed.back)


def _text(detail: MatterDetail) -> str:
    """A suggestion's text, or a motion's grounds and plan, one below the other."""
    record = detail.record
    if isinstance(record, Motion):
        return "\n\n".join(part for part in (record.grounds, record.plan) if part)
    return record.text or ""


def _read(session: Session, matter: RecordId) -> _Found | None:
    desk: Desk = session.desk
    actor: Actor = session.actor
    whole = matter_whole.read(desk, actor, matter, session.today())
    if whole is None:
        return None
    detail, record = whole.detail, whole.detail.record
    about = f"{detail.row.title} {_text(detail)}"[:2_000]
    found = browse.similar_to(desk, session.vocabulary, about, limit=12, exclude=[detail.row.rank])
    opened = detail.row.opened_on
    earlier = [
        item.row
        for item in found
        if item.row.track == detail.row.track
        and (opened is None or item.row.opened_on is None or item.row.opened_on <= opened)
    ]
    roles = roles_of(actor, desk.identity, record.office or "", record.station or "")
    numbers = "number" in {step.verb for step in whole.verbs} and Role.OFFICE in roles
    proposed = None
    if numbers and not detail.row.official_number:
        proposed = official.proposed(desk, matter, session.today())
    return _Found(whole, tuple(earlier[:3]), proposed)
