"""A unit's reply sheet that came back: its proposal beside what was asked, corrected and accepted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from station_desk.casework.context import Changed
from station_desk.domain.vocabulary import ASSIGNMENT_ROLES, REPLY_METHODS
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.exchange import replysheets
from station_desk.exchange.replysheets import Filled, Promised, Proposal
from station_desk.ui import look, words
from station_desk.ui.dialogs.kit import FieldKit
from station_desk.ui.dialogs.promise_rows import PromiseRows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.page import scrolled
from station_desk.ui.widgets.side_panel import Section, SidePanel, hairline


def open_reply(
    session: Session, parent: QWidget, proposal: Proposal, *, done: Callable[[Changed], object] | None = None
) -> ReplyIn:
    """Show a proposal over `parent`; `done` is called after it was accepted and saved. Returns at once."""
    dialog = ReplyIn(session, proposal, parent)
    if done is not None:
        dialog.told.connect(done)
    dialog.open()
    return dialog


def ask_number(session: Session, parent: QWidget, refused: Callable[[UserError], object]) -> None:
    """Ask for the return number of a sheet on paper, then show its hand-over to type the reply in."""
    number, meant = QInputDialog.getText(
        parent,
        QApplication.translate("ReplyIn", "A reply on paper"),
        QApplication.translate("ReplyIn", "The return number printed on it:"),
    )
    if meant and number.strip():
        open_number(session, parent, number, refused)


def open_number(
    session: Session, parent: QWidget, number: str, refused: Callable[[UserError], object]
) -> None:
    """Find the hand-over of a return number, then show it to type the reply in."""
    session.read(
        lambda: replysheets.propose_by_number(session.desk, number),
        lambda found: open_reply(session, parent, found),
        owner=parent,
        failed=refused,
    )


class ReplyIn(QDialog):
    """At the left what the unit was asked, at the right what it wrote. Signal `told(Changed)` once saved.

    Nothing is written before the person accepts. What cannot be taken is said beside its field.
    """

    told = Signal(object)

    def __init__(self, session: Session, proposal: Proposal, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._proposal = session, proposal
        self._saving = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        returns = proposal.filled.returns
        charge = proposal.charge
        title = self.tr("The unit returns it") if returns else self.tr("The unit's reply")
        self.setWindowTitle(title)
        head = QLabel(title, self)
        head.setProperty("role", "title")
        under = QLabel(words.joined((charge.unit, ASSIGNMENT_ROLES.label(charge.role), charge.number)), self)
        under.setProperty("role", "second")
        self.notice = Notice(self, "amber")
        self.notice.hide()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self.kit = FieldKit(session, self._column, inside)
        self.promises = PromiseRows(session.today, inside)
        self.promises.hide()
        self._build(proposal)
        self._column.addStretch(1)
        self.keep = QCheckBox(self.tr("Attach the sheet to the matter"), self)
        self.keep.setChecked(True)
        self.keep.setVisible(proposal.path is not None)
        self.cancel = Button(self, text=self.tr("Not now"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.save = Button(
            self,
            text=self.tr("Record the return") if returns else self.tr("Record the reply"),
            kind="primary",
        )
        self.save.set_aside("Ctrl+Enter")
        self.save.setAutoDefault(False)
        self.save.setEnabled(proposal.possible)
        self.save.clicked.connect(self.accept_it)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept_it)
        self._right = QVBoxLayout()
        for part in (head, under, self.notice):
            self._right.addWidget(part)
        self._right.addWidget(scrolled(inside), 1)
        feet = QHBoxLayout()
        feet.addWidget(self.keep)
        feet.addStretch(1)
        feet.addWidget(self.cancel)
        feet.addWidget(self.save)
        self._right.addLayout(feet)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._asked = SidePanel(self, wide=320)
        self._asked.set_ground("sunken")
        self._fill_asked()
        whole.addWidget(self._asked)
        whole.addWidget(hairline(self, upright=True))
        whole.addLayout(self._right, 1)
        look.follow(self._relay)
        room = self.screen().availableGeometry()
        theme = look.current()
        self.resize(min(theme.px(920), room.width() - 32), min(theme.px(700), room.height() - 64))
        self._say(proposal)
        first = self.kit.held["dated"].editor
        if first is not None:
            first.setFocus()

    def _relay(self) -> None:
        theme = look.current()
        self._right.setContentsMargins(theme.px(24), theme.px(18), theme.px(24), theme.px(16))
        self._right.setSpacing(theme.px(10))
        self._column.setContentsMargins(0, 0, theme.px(8), 0)
        self._column.setSpacing(theme.px(12))

    # ---- showing -------------------------------------------------------------------------------------

    def _fill_asked(self) -> None:
        charge, today = self._proposal.charge, self._session.today()
        about = Section(title=self.tr("What was asked"), aside=charge.matter_number)
        about.add_line(charge.title, "strong")
        pairs = [
            (self.tr("Deputies"), "、".join(charge.deputies)),
            (self.tr("Handed over"), words.day_words(charge.handed_on, today)),
            (self.tr("Due"), words.day_words(charge.due_on, today)),
            (self.tr("Return until"), words.day_words(charge.return_until, today)),
            (self.tr("Slip number"), charge.slip),
        ]
        about.add_pairs([pair for pair in pairs if pair[1]], values_right=False)
        self._asked.add(about)
        for title, text in ((self.tr("Text"), charge.text), (self.tr("What is asked"), charge.request)):
            if text:
                section = Section(title=title)
                section.add_line(text, "", "")
                self._asked.add(section)

    def _build(self, proposal: Proposal) -> None:
        charge, filled, kit = proposal.charge, proposal.filled, self.kit
        # A line of its own: what is doubtful about a day is a long sentence.
        day = self.tr("Returned on") if filled.returns else self.tr("Dated")
        kit.add_day("dated", day, filled.dated, beside=kit.row())
        if filled.returns:
            kit.add_long("text", self.tr("Why it is returned"), filled.text, lines=5)
            return
        if charge.grades:
            grades = [(grade.code, f"{grade.code} {grade.label}") for grade in charge.grades]
            hint = self.tr("Choose")
            kit.add_combo("reply_class", self.tr("Class of the reply"), grades, filled.reply_class, hint=hint)
        text = self.tr("Text of the co-opinion") if charge.role == "co" else self.tr("Text of the reply")
        kit.add_long("text", text, filled.text, lines=7)
        row = kit.row()
        kit.add_line("number", self.tr("Document number"), filled.number, beside=row)
        kit.add_line("signed_by", self.tr("Signed by"), filled.signed_by, beside=row)
        row = kit.row()
        kit.add_line("contact", self.tr("Contact"), filled.contact, beside=row)
        kit.add_line("phone", self.tr("Telephone"), filled.phone, beside=row)
        methods = [(code, str(label)) for code, label in REPLY_METHODS.terms.items()]
        kit.add_segments("method", self.tr("How it was talked over"), methods, filled.method)
        if charge.promises:
            for promised in filled.promises:
                self.promises.add(promised.what, promised.by.isoformat() if promised.by else "")
            kit.place("promises", self.tr("What it promises, and by when"), self.promises)
            self.promises.show()

    def _say(self, proposal: Proposal) -> None:
        """What is unusual above, what is wrong beside its field."""
        said = list(proposal.unusual)
        homeless = self.kit.book.show(proposal.problems)
        if homeless:
            said.append(homeless)
        if said:
            self.notice.set_kind("amber" if proposal.possible else "red")
            self.notice.show_words(reason="\n".join(said))
            self.notice.show()

    # ---- accepting -----------------------------------------------------------------------------------

    def filled(self) -> Filled:
        """What stands in the fields now."""
        kit, before = self.kit, self._proposal.filled
        now = replace(before, dated=kit.day("dated"), text=kit.text("text"))
        if before.returns:
            return now
        return replace(
            now,
            number=kit.text("number"),
            reply_class=kit.choice("reply_class"),
            method=kit.choice("method"),
            contact=kit.text("contact"),
            phone=kit.text("phone"),
            signed_by=kit.text("signed_by"),
            promises=tuple(Promised(entry.what, entry.by) for entry in self.promises.entries()),
        )

    def accept_it(self) -> None:
        """Record what stands in the fields; the dialog closes once it is saved."""
        if self._saving or not self._proposal.possible:
            return
        if self.promises.unread():
            problem = Problem("promises", self.tr("Give each promise a day, such as 2026-12-31."))
            self._refused(ValidationError([problem]))
            return
        typed = self.kit.text_of_day("dated")
        if typed and self.kit.day("dated") is None:
            said = self.kit.too_far("dated") or self.tr("Give a day, such as 5-21 or yesterday.")
            self._refused(ValidationError([Problem("dated", said)]))
            return
        self._saving = True
        self.save.setEnabled(False)
        self.notice.hide()
        desk, actor, proposal = self._session.desk, self._session.actor, self._proposal
        filled, keep = self.filled(), self.keep.isChecked()
        self._session.write(
            lambda: replysheets.accept(desk, actor, proposal, filled, keep=keep),
            done=self._saved,
            failed=self._refused,
            owner=self,
        )

    def _saved(self, changed: Changed) -> None:
        charge = self._proposal.charge
        said = (
            self.tr("{unit}: the return of {number} is recorded")
            if self._proposal.filled.returns
            else self.tr("{unit}: the reply to {number} is recorded")
        )
        self._session.said.emit(said.format(unit=charge.unit, number=charge.matter_number), True)
        self.told.emit(changed)
        self.accept()

    def _refused(self, error: UserError) -> None:
        self._saving = False
        self.save.setEnabled(self._proposal.possible)
        problems = error.problems if isinstance(error, ValidationError) else ()
        said = self.kit.book.show(problems) if problems else str(error)
        self.notice.set_kind("red")
        self.notice.show_words(reason=said)
        self.notice.setVisible(bool(said))
