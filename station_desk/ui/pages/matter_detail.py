"""One matter whole: number, title, who raised it, stage bar, due day with its reason, verbs, tabs, a note."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from station_desk.casework import issues, reveal
from station_desk.casework.context import Changed
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import OUTCOMES, VERDICTS, Role
from station_desk.errors import UserError
from station_desk.ui import look, marking, words
from station_desk.ui.dialogs.step import open_step
from station_desk.ui.pages import matter_whole
from station_desk.ui.pages.conflicts_mark import ConflictsMark
from station_desk.ui.pages.matter_note import NoteLine
from station_desk.ui.pages.matter_tabs import MatterTabs
from station_desk.ui.pages.matter_verbs import VerbBar
from station_desk.ui.pages.matter_void import VoidBar
from station_desk.ui.pages.matter_whole import Whole
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.marks import MarkRow
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.page import scrolled
from station_desk.ui.widgets.side_panel import hairline
from station_desk.ui.widgets.stage_bar import StageBar


class MatterDetail(QWidget):
    """`show_whole(whole)`, `show_nothing(words)`. Signals: `wanted(RecordId)`, `stepped(int)` (−1 above,
    +1 below), `stale()` when it is to be read again."""

    wanted = Signal(object)
    stepped = Signal(int)
    stale = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._whole: Whole | None = None
        self._phone = ""
        self._phone_of: RecordId | None = None
        self._build()
        look.follow(self._relay)

    # ---- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._none = QLabel(self)
        self._none.setProperty("tone", "text2")
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._none.setWordWrap(True)
        self._inside = QWidget(self)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._none)
        # On a low screen with large text the parts keep their height and all above the note scrolls.
        self._area = scrolled(self._inside)
        self._outer.addWidget(self._area, 1)
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addLayout(self._build_head())
        self.title = ElidedLabel(self)
        self.title.setProperty("role", "title")
        self._lines.addWidget(self._padded(self.title))
        self._second = ElidedLabel(self)
        self._second.setProperty("role", "second")
        # As wide as its words, so that the telephone follows them.
        self._phone_button = Button(self, kind="link")
        self._phone_button.set_text_size(13)
        self._phone_button.set_flush(True)
        self._phone_button.set_small(True)
        self._phone_button.clicked.connect(self.show_phone)
        second = QHBoxLayout()
        second.setContentsMargins(0, 0, 0, 0)
        second.addWidget(self._second)
        second.addWidget(self._phone_button)
        second.addStretch(1)
        self._second_line = second
        self._lines.addLayout(second)
        self.stages = StageBar(self)
        self.stages.setAccessibleName(self.tr("Where the matter stands"))
        self._stage_box = self._padded(self.stages)
        self._lines.addWidget(self._stage_box)
        self.due = Notice(self)
        self.due.linkActivated.connect(self._turn_why)
        self._due_box = self._padded(self.due)
        self._lines.addWidget(self._due_box)
        self._why = QLabel(self)
        self._why.setProperty("role", "second")
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setWordWrap(True)
        self._why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._why_box = self._padded(self._why)
        self._why_box.hide()
        self._lines.addWidget(self._why_box)
        self._verb_home = QVBoxLayout()
        self.verbs = VerbBar(self)
        self.verbs.chosen.connect(self._take)
        self.verbs.correcting.connect(self._correct)
        self.void_bar = VoidBar(self)
        self.void_bar.meant.connect(self._void_it)
        self.verbs.voiding.connect(self.void_bar.ask)
        self.verbs.erasing.connect(self._open_erase)
        self._verb_home.addWidget(self.verbs)
        self._lines.addLayout(self._verb_home)
        self._lines.addWidget(self.void_bar)
        self.tabs = MatterTabs(self._session, self)
        self.tabs.wanted.connect(self.wanted)
        self.tabs.edited.connect(self.stale)
        self._tab_box = self._padded(self.tabs.bar)
        self._lines.addWidget(self._tab_box)
        self._lines.addWidget(hairline(self))
        self._lines.addWidget(self.tabs.stack(), 1)
        self.tabs.hide()
        self._note_box = NoteLine(self._session, self)
        self.note = self._note_box.line
        self._outer.addWidget(self._note_box)
        self.show_nothing("")

    def _padded(self, part: QWidget) -> QWidget:
        box = QWidget(self)
        line = QHBoxLayout(box)
        line.addWidget(part, 1)
        return box

    def _build_head(self) -> QHBoxLayout:
        self._head = QHBoxLayout()
        self._number = QLabel(self)
        self._number.setProperty("role", "second")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copying = Button(self, kind="icon", icon="copy")
        copying.set_small(True)
        copying.setToolTip(self.tr("Copy the number"))
        copying.setAccessibleName(copying.toolTip())
        copying.clicked.connect(self._copy_number)
        self._head.addWidget(self._number)
        self._head.addWidget(copying)
        self.marks = MarkRow(self)
        self._head.addWidget(self.marks)
        self.undecided = ConflictsMark(self._session, self)
        self._head.addWidget(self.undecided)
        self._head.addStretch(1)
        self.above = Button(self, text=self.tr("Previous"), kind="word", icon="chevron-up")
        self.below = Button(self, text=self.tr("Next"), kind="word", icon="chevron-down")
        self._print = Button(self, text=self.tr("Print"), kind="word", icon="printer")
        self._print_menu = QMenu(self._print)
        self._print.setMenu(self._print_menu)
        self.above.clicked.connect(partial(self._step_by, -1))
        self.below.clicked.connect(partial(self._step_by, 1))
        for button in (self.above, self.below, self._print):
            button.set_small(True)
            self._head.addWidget(button)
        return self._head

    def _relay(self) -> None:
        theme = look.current()
        side = theme.px(24)
        self.stages.setMinimumHeight(self.stages.sizeHint().height())
        self._none.setContentsMargins(side, theme.px(24), side, 0)
        self._head.setContentsMargins(side, theme.px(8), theme.px(18), 0)
        self._head.setSpacing(theme.px(6))
        self._second_line.setContentsMargins(side, theme.px(2), side, 0)
        self._second_line.setSpacing(theme.px(8))
        self._verb_home.setContentsMargins(side, theme.px(12), side, theme.px(10))
        for box, top, bottom in (
            (self.title.parentWidget(), 0, 0),
            (self._stage_box, 14, 8),
            (self._due_box, 0, 0),
            (self._why_box, 6, 0),
            (self._tab_box, 0, 0),
        ):
            line = box.layout() if box is not None else None
            if line is not None:
                line.setContentsMargins(side, theme.px(top), side, theme.px(bottom))

    # ---- showing -------------------------------------------------------------------------------------

    def show_nothing(self, text: str) -> None:
        """No matter is shown; `text` says why or what to do."""
        self._whole = None
        self._none.setText(text)
        self._none.show()
        self._area.hide()
        self._note_box.hide()

    def matter(self) -> RecordId | None:
        """The matter shown."""
        return self._whole.detail.row.id if self._whole is not None else None

    def show_whole(self, whole: Whole) -> None:
        """Show a matter; what is half typed stays with the matter it was typed for."""
        other = self.matter() != whole.detail.row.id
        self._whole = whole
        detail, row = whole.detail, whole.detail.row
        if other:
            self.void_bar.hide()
            self._why_box.hide()
        if self._phone_of != row.id:
            self._phone = ""
        self._none.hide()
        self._area.show()
        self._note_box.show()
        self._number.setText(words.shown_number(row))
        self.marks.set_marks(marking.marks_of(row))
        self.undecided.show_matter(row.id)
        self.title.setText(row.title)
        place = (
            words.joined((row.place, detail.grid)) if not row.place else f"{row.place} {detail.grid}".strip()
        )
        self._second.setText(words.joined((row.category, place, words.person_words(row))))
        self._show_phone_line()
        self.stages.set_stages(matter_whole.stages(whole, self._session.today()))
        self._show_due(whole)
        self.verbs.show_verbs(whole, may_change=self._session.actor.role is not Role.VIEWER)
        self._fill_print(whole)
        self.tabs.show_whole(whole)
        may_note = any(step.verb == "note" for step in whole.verbs)
        self._note_box.show_matter(row.id, may=may_note)
        self.setAccessibleName(words.joined((words.shown_number(row), row.title)))

    def _show_phone_line(self) -> None:
        visitor = self._whole.detail.visitor if self._whole is not None else None
        phone = visitor.phone if visitor is not None else None
        secret = visitor is not None and self._whole is not None and self._whole.detail.row.confidential
        hidden = self.tr("Show name and number") if secret else words.masked_phone(phone)
        self._phone_button.setVisible(bool(phone) or secret)
        self._phone_button.setText(self._phone or hidden)
        self._phone_button.setToolTip(self.tr("Show the whole number; that it was shown is written down"))
        self._phone_button.setAccessibleName(
            self.tr("Telephone {number}").format(number=self._phone_button.text())
        )

    def _show_due(self, whole: Whole) -> None:
        today, row = self._session.today(), whole.detail.row
        why, near = whole.why, whole.near
        if why is not None and near is not None and row.due_on is not None:
            due = words.due_words(near, row.due_on, today)
            kind = due.tone if due.tone in ("red", "amber") else "plain"
            self.due.set_kind(kind)
            self.due.set_icon(due.icon)
            self.due.show_words(
                self.tr("Due {day}").format(day=words.day_words(row.due_on, today)),
                near.text(),
                matter_whole.reason(why, today),
                self.tr("How it is counted"),
            )
            self._why.setText("\n".join(why.sentences()))
        elif whole.paused:
            self.due.set_kind("plain")
            self.due.set_icon("pause")
            self.due.show_words(self.tr("The clock stands still"), "", self.tr("until it is resumed"))
        elif row.stage == "merged":
            main = next((k.matter for k in whole.detail.links if k.kind == "merged-into" and k.outward), None)
            self.due.set_kind("plain")
            self.due.set_icon("merge")
            number = words.shown_number(main) if main is not None else ""
            self.due.show_words(
                self.tr("Merged into {number}").format(number=number),
                main.title if main is not None else "",
                self.tr("told together when that one is closed"),
                self.tr("Open it") if main is not None else "",
            )
        elif row.closed_on is not None:
            self.due.set_kind("green")
            self.due.set_icon("")
            ended = words.joined(
                (OUTCOMES.label(row.outcome) if row.outcome else "", VERDICTS.label(row.verdict or None))
            )
            self.due.show_words(
                self.tr("Filed {day}").format(day=words.day_words(row.closed_on, today)), "", ended
            )
        else:
            self.due.set_kind("plain")
            self.due.set_icon("")
            self.due.show_words(words.stage_label(row), "", self.tr("no clock runs at this stage"))
        if why is None:
            self._why_box.hide()

    def _turn_why(self) -> None:
        if self._whole is not None and self._whole.detail.row.stage == "merged":
            ties = (k for k in self._whole.detail.links if k.kind == "merged-into" and k.outward)
            self.wanted.emit(next((k.other for k in ties), None))
            return
        self._why_box.setVisible(not self._why_box.isVisible())

    def _fill_print(self, whole: Whole) -> None:
        detail = whole.detail
        self._print_menu.clear()
        offered: list[tuple[str, str, RecordId]] = []
        record = detail.row.id
        if detail.row.track == "issue" and detail.visit is not None:
            offered.append(("registration", self.tr("Registration form"), record))
        if detail.row.outcome == "refused":
            offered.append(("refusal", self.tr("Notice of non-acceptance"), record))
        if detail.assignments:
            offered.append(("hand-over", self.tr("Hand-over slip"), record))
        if detail.row.track == "suggestion":
            offered.append(("suggestion", self.tr("Suggestion sheet"), record))
        if detail.feedback:
            offered.append(("feedback", self.tr("Feedback slip"), record))
        for name, text, about in offered:
            self._print_menu.addAction(text, partial(self._print_one, name, about))
        self._print.setEnabled(bool(offered))

    # ---- doing ---------------------------------------------------------------------------------------

    def _correct(self) -> None:
        self.tabs.open_edit()

    def _take(self, verb: str) -> None:
        matter = self.matter()
        if matter is not None:
            open_step(self._session, self, matter, verb)

    def _step_by(self, step: int, checked: bool = False) -> None:
        self.stepped.emit(step)

    def _copy_number(self) -> None:
        QApplication.clipboard().setText(self._number.text())
        self._session.said.emit(self.tr("{number} copied").format(number=self._number.text()), False)

    def print_menu(self) -> None:
        """Open the menu of what can be printed."""
        if self._print.isEnabled():
            self._print.showMenu()

    def _print_one(self, name: str, record: RecordId) -> None:
        self._session.wanted.emit("reports", (name, record))

    def show_phone(self) -> None:
        """Show the visitor's whole number; the desk writes down that it was shown."""
        matter = self.matter()
        if matter is None or (self._phone and self._phone_of == matter):
            return
        desk, actor = self._session.desk, self._session.actor

        secret = self._whole is not None and self._whole.detail.row.confidential

        def shown(seen: reveal.Seen) -> None:
            self._phone = words.joined((seen.name, seen.phone)) if secret else seen.phone
            self._phone_of = matter
            self._show_phone_line()

        self._session.jobs.run(
            lambda _: reveal.who(desk, actor, matter), done=shown, failed=self._refused, owner=self
        )

    def save_note(self) -> None:
        """Write the line below into the record of handling."""
        self._note_box.save()

    def _open_erase(self) -> None:
        from station_desk.ui.dialogs.erase import EraseDialog

        if self._whole is not None:
            EraseDialog(self._session, self._whole, self).open()

    def _void_it(self, reason: str) -> None:
        matter = self.matter()
        if matter is None:
            return
        desk, actor = self._session.desk, self._session.actor
        self._session.write(
            lambda: issues.void(desk, actor, matter, reason),
            done=self._voided,
            failed=self._refused,
            owner=self,
        )

    def _voided(self, changed: Changed) -> None:
        self.void_bar.hide()
        self._session.said.emit(self.tr("{number} voided").format(number=self._number.text()), True)

    def _refused(self, error: UserError) -> None:
        self._session.said.emit(str(error), False)
