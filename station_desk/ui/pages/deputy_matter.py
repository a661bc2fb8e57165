"""One matter as its deputy reads it: what is asked of them first, then the reply, the text, what happened."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_desk.casework.browse import MatterDetail
from station_desk.casework.deputies import Own, Wait
from station_desk.domain.declare import RecordId
from station_desk.domain.tracks import ASSIGNMENT
from station_desk.domain.vocabulary import DEPUTY_VERDICTS, PROMISE_STATES, SIGNER_ROLES
from station_desk.ui import look, words
from station_desk.ui.pages import matter_whole
from station_desk.ui.pages.deputy_list import gather
from station_desk.ui.pages.deputy_verdict import AskedBox
from station_desk.ui.pages.matter_note import NoteLine
from station_desk.ui.pages.matter_whole import Whole
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.page import Page, scrolled
from station_desk.ui.widgets.side_panel import Section, hairline
from station_desk.ui.widgets.stage_bar import StageBar

Found = tuple[Whole | None, Own | None]


class DeputyMatter(Page):
    """`show_matter(id)`; signal `backWanted()`. Reading only, but for what is asked and a comment."""

    backWanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, headed=False)
        self._session = session
        self._matter: RecordId | None = None
        self._arriving = False
        self.whole: Whole | None = None
        self.back = Button(text=self.tr("My matters"), kind="link", icon="arrow-left")
        self.back.set_flush(True)
        self.back.clicked.connect(self.backWanted)
        self.number = QLabel()
        self.number.setProperty("role", "second")
        self.more = Button(text=self.tr("Its page among the suggestions"), kind="link")
        self.more.clicked.connect(self._to_suggestion)
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.stages = StageBar()
        self.asked = AskedBox(session)
        self.asked.hide()
        self.asked.done.connect(self.read)
        self.reply = Section(title=self.tr("Reply"))
        self.promises = Section(title=self.tr("Promises"))
        self.text = Section(title=self.tr("Text"))
        self.units = Section(title=self.tr("Who handles it"))
        self.signers = Section(title=self.tr("Deputies"))
        self.source = Section(title=self.tr("Raised from"))
        self.events = Section(title=self.tr("What happened"))
        self.note = NoteLine(session)
        self.note.line.setPlaceholderText(self.tr("Comment to the station; Ctrl+Enter saves"))
        self.note.line.setAccessibleName(self.tr("Comment"))
        self.note.button.setText(self.tr("Comment"))
        self._build()
        look.follow(self._relay_matter)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.number)
        head.addStretch(1)
        head.addWidget(self.more)
        top = QWidget()
        self._top = QVBoxLayout(top)
        self._top.addLayout(head)
        self._top.addWidget(self.title)
        self._top.addWidget(self.stages)
        inside = QWidget()
        self._parts = QVBoxLayout(inside)
        self._parts.addWidget(self.asked)
        for section in (
            self.reply, self.promises, self.text, self.source, self.signers, self.units, self.events,
        ):  # fmt: skip
            self._parts.addWidget(section)
        self._parts.addStretch(1)
        self._sheet = inside
        body = QWidget()
        lines = QVBoxLayout(body)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        area = QWidget()
        across = QHBoxLayout(area)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(inside, 1)
        across.addStretch(0)
        self.area = scrolled(area)
        for part in (top, hairline(), self.area, hairline(), self.note):
            lines.addWidget(part, 1 if part is self.area else 0)
        self.set_body(body)

    def _relay_matter(self) -> None:
        theme = look.current()
        self._top.setContentsMargins(theme.px(24), theme.px(10), theme.px(24), theme.px(12))
        self._top.setSpacing(theme.px(8))
        self._parts.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(24))
        self._parts.setSpacing(theme.px(20))
        self._sheet.setMaximumWidth(theme.px(860))

    # ---- reading -------------------------------------------------------------------------------------

    def show_matter(self, matter: RecordId) -> None:
        """Turn to a matter."""
        if matter != self._matter:
            self.area.verticalScrollBar().setValue(0)
            self.asked.ask(None)
        self._matter = matter
        self._arriving = True
        self.note.show_matter(matter, may=False)
        self.read()

    def read(self) -> None:
        """Read it again."""
        matter, session = self._matter, self._session
        if matter is None:
            return
        desk, actor, today = session.desk, session.actor, session.today()

        def found() -> Found:
            return matter_whole.read(desk, actor, matter, today), gather(desk, actor, today)

        session.read(found, partial(self._show, matter), owner=self)

    def _show(self, matter: RecordId, found: Found) -> None:
        if matter != self._matter:
            return
        whole, own = found
        self.whole = whole
        if whole is None:
            self.backWanted.emit()
            return
        detail, today = whole.detail, self._session.today()
        self.number.setText(words.shown_number(detail.row))
        self.title.setText(detail.row.title)
        self.more.setVisible(detail.row.track == "suggestion")
        self.stages.set_stages(matter_whole.stages(whole, today))
        self.asked.ask(_first(own.waiting if own is not None else (), matter))
        self.note.show_matter(matter, may=any(step.verb == "note" for step in whole.verbs))
        self._show_reply(detail)
        self._show_promises(detail)
        self._say(self.text, [detail.record.text or ""])
        self._show_source(detail)
        self._show_signers(detail)
        self._show_units(detail)
        self.events.clear()
        self.events.add_pairs(
            [
                (item.day, words.joined((item.verb, item.text)))
                for item in matter_whole.happenings(whole, today)
            ],
            values_right=False,
        )
        if self._arriving and self.isVisible():
            (self.first_focus() or self).setFocus()
        self._arriving = False

    def _say(self, section: Section, lines: Sequence[str]) -> None:
        section.clear()
        section.setVisible(any(lines))
        for line in lines:
            if line:
                label = section.add_line(line, "")
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _pairs(self, section: Section, pairs: Sequence[tuple[str, str]]) -> None:
        section.clear()
        section.setVisible(bool(pairs))
        section.add_pairs(pairs, values_right=False)

    def _show_reply(self, detail: MatterDetail) -> None:
        today = self._session.today()
        lines = []
        for _, reply, unit in detail.replies:
            if reply.kind == "opinion":
                continue
            graded = self.tr("class {letter}").format(letter=reply.reply_class) if reply.reply_class else ""
            head = (unit, reply.number or "", words.day_words(reply.dated, today), graded)
            lines += [words.joined(head), reply.text or ""]
        self._say(self.reply, lines)

    def _show_promises(self, detail: MatterDetail) -> None:
        today = self._session.today()
        pairs = []
        for row in detail.promises:
            promise = row.promise
            state = PROMISE_STATES.label(promise.state) if promise.state else self.tr("open")
            said = (promise.what or "", row.unit, state, promise.proof or "")
            pairs.append(
                (self.tr("by {day}").format(day=words.day_words(promise.by, today)), words.joined(said))
            )
        self._pairs(self.promises, pairs)

    def _show_source(self, detail: MatterDetail) -> None:
        """The issues behind a suggestion, each with what its visitor said in the end."""
        self.source.clear()
        found = [link for link in detail.links if link.kind == "raised-from" and link.matter is not None]
        self.source.setVisible(bool(found))
        for link in found:
            row = link.matter
            if row is None:
                continue
            text = words.joined((row.number, row.title, words.stage_label(row)))
            button = Button(self.source, text, "link")
            button.set_flush(True)
            button.clicked.connect(partial(self._turn_to, link.other))
            self.source.add(button)

    def _turn_to(self, matter: RecordId, checked: bool = False) -> None:
        self._session.wanted.emit("mine", matter)

    def _show_signers(self, detail: MatterDetail) -> None:
        today = self._session.today()
        pairs = []
        for row in detail.signers:
            signed = row.signer.signed_on
            said = [SIGNER_ROLES.label(row.signer.role)]
            said.append(
                self.tr("signed {day}").format(day=words.day_words(signed, today))
                if signed
                else self.tr("not signed yet")
            )
            said += [
                self.tr("attitude {attitude}, result {result}").format(
                    attitude=DEPUTY_VERDICTS.label(given.attitude) or "—",
                    result=DEPUTY_VERDICTS.label(given.result),
                )
                for given in row.counting
            ]
            pairs.append((row.name, words.joined(said)))
        self._pairs(self.signers, pairs)

    def _show_units(self, detail: MatterDetail) -> None:
        today = self._session.today()
        pairs = []
        for row in detail.assignments:
            state = str(ASSIGNMENT.stages.get(row.state, row.state))
            due = self.tr("due {day}").format(day=words.day_words(row.due_on, today)) if row.due_on else ""
            pairs.append(
                (row.unit, words.joined([part for part in (state, due if row.live else "") if part]))
            )
        self._pairs(self.units, pairs)

    def _to_suggestion(self) -> None:
        if self._matter is not None:
            self._session.wanted.emit("suggestions", self._matter)

    # ---- for the page --------------------------------------------------------------------------------

    def save(self) -> None:
        """Ctrl+Enter: the comment where the cursor is in it, else what is asked."""
        if self.note.line.hasFocus() or not self.asked.isVisible():
            self.note.save()
        else:
            self.asked.save()

    def first_focus(self) -> QWidget | None:
        return self.asked.first() if self.asked.isVisible() else self.back


def _first(waiting: Sequence[Wait], matter: RecordId) -> Wait | None:
    """What this matter asks first, but for promises, which ask nothing."""
    return next((wait for wait in waiting if wait.row.id == matter and wait.kind != "promise"), None)
