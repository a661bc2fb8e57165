"""What stands under a matter's tabs: content, handling, feedback, ties to others, history."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from station_desk.casework.attachments import may_attach
from station_desk.casework.browse import LinkRow, MatterRow
from station_desk.casework.history import HistoryRow
from station_desk.domain.declare import RecordId
from station_desk.domain.privacy import masked_name
from station_desk.domain.records import Issue, Suggestion
from station_desk.domain.vocabulary import (
    CHANNELS,
    CONSENTS,
    DEPUTY_VERDICTS,
    LINK_KINDS,
    OUTCOMES,
    REPLY_METHODS,
    SIGNER_ROLES,
    URGENCIES,
    VERDICTS,
)
from station_desk.ui import look, words
from station_desk.ui.pages import matter_told, matter_whole
from station_desk.ui.pages.attachments import AttachmentsPanel
from station_desk.ui.pages.matter_edit import MatterEdit
from station_desk.ui.pages.matter_whole import Whole
from station_desk.ui.pages.reply_sheets import ReplySheets
from station_desk.ui.pages.suggestion_words import set_aside_words
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.page import scrolled
from station_desk.ui.widgets.side_panel import Section
from station_desk.ui.widgets.timeline import Timeline

CONTENT, HANDLING, FEEDBACK, FILES, LINKS, HISTORY = range(6)


class _Sections(QWidget):
    """Sections one below another, for a tab that is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.addStretch(1)
        self._parts: list[QWidget] = []
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        self._lines.setSpacing(theme.px(16))

    def clear(self) -> None:
        """Take every section away."""
        for part in self._parts:
            self._lines.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts.clear()

    def add(self, part: QWidget) -> None:
        """Put a part below the last."""
        self._lines.insertWidget(self._lines.count() - 1, part)
        self._parts.append(part)


class _Stack(QStackedWidget):
    """As high as the room: what stands in it scrolls by itself, so its own wishes do not count."""

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(320), look.current().px(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(240), look.current().px(150))


class MatterTabs(QWidget):
    """`show_whole(whole)`; signals `wanted(RecordId)` (another matter), `edited()` after a correction."""

    wanted = Signal(object)
    edited = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._whole: Whole | None = None
        self._history_of: RecordId | None = None
        self.bar = QTabBar(self)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(self.tr("Parts of this matter"))
        for _ in range(6):
            self.bar.addTab("")
        self._content = _Sections()
        self.edit = MatterEdit(session)
        self._feedback = _Sections()
        self._links = _Sections()
        self.files = AttachmentsPanel(session)
        self.sheets = ReplySheets(session)
        files = _Sections()
        files.add(self.sheets)
        files.add(self.files)
        self.handling = Timeline()
        self.handling.setAccessibleName(self.tr("Handling"))
        self.history = Timeline()
        self.history.setAccessibleName(self.tr("History"))
        self._editing = QWidget()
        self._edit_lines = QVBoxLayout(self._editing)
        self._edit_lines.addWidget(self.edit)
        self._edit_lines.addStretch(1)
        self._content_stack = QStackedWidget()
        self._content_stack.addWidget(scrolled(self._content))
        self._content_stack.addWidget(scrolled(self._editing))
        self._stack = _Stack(self)
        self._handling_box, self._history_box = QWidget(), QWidget()
        for box, inside in ((self._handling_box, self.handling), (self._history_box, self.history)):
            lines = QVBoxLayout(box)
            lines.addWidget(inside)
        for part in (
            self._content_stack,
            self._handling_box,
            scrolled(self._feedback),
            scrolled(files),
            scrolled(self._links),
            self._history_box,
        ):
            self._stack.addWidget(part)
        self.bar.currentChanged.connect(self._turned)
        self.edit.cancelled.connect(self._close_edit)
        self.edit.saved.connect(self._edit_saved)
        look.follow(self._relay)
        self.bar.setCurrentIndex(HANDLING)

    def stack(self) -> QStackedWidget:
        """The part under the bar, to be laid out by the page."""
        return self._stack

    def _relay(self) -> None:
        theme = look.current()
        for box in (self._handling_box, self._history_box):
            lines = box.layout()
            if lines is not None:
                lines.setContentsMargins(theme.px(24), theme.px(12), theme.px(12), 0)
        self._edit_lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))

    # ---- showing -------------------------------------------------------------------------------------

    def show_whole(self, whole: Whole) -> None:
        """Show a matter; the tab stays the one it was, an open correction of the same matter too."""
        other = self._whole is None or self._whole.detail.row.id != whole.detail.row.id
        self._whole = whole
        self._history_of = None
        detail = whole.detail
        said = len(detail.feedback) + len(detail.replies) + sum(len(s.verdicts) for s in detail.signers)
        names = (
            self.tr("Content"),
            self._counted(self.tr("Handling"), len(detail.steps)),
            self._counted(self.tr("Feedback"), said),
            self._counted(self.tr("Files"), len(detail.attachments)),
            self._counted(self.tr("Ties"), len(detail.links) + len(whole.others)),
            self.tr("History"),
        )
        for place, name in enumerate(names):
            self.bar.setTabText(place, name)
        if other:
            self._close_edit()
        self._fill_content(whole)
        self._fill_feedback(whole)
        self._fill_links(whole)
        self.files.show_matter(detail.row.id, writable=may_attach(self._session.actor))
        self.sheets.show_matter(detail.row.id)
        self.handling.set_happenings(matter_whole.happenings(whole, self._session.today()))
        self._turned(self.bar.currentIndex())

    def _counted(self, name: str, count: int) -> str:
        return f"{name} {count}" if count else name

    def _turned(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        if place == HISTORY and self._whole is not None and self._history_of is None:
            desk, matter = self._session.desk, self._whole.detail.row.id
            self._history_of = matter
            self._session.read(
                lambda: (matter, matter_whole.history_lines(desk, matter)), self._show_history, owner=self
            )

    def _show_history(self, found: tuple[RecordId, list[HistoryRow]]) -> None:
        if found[0] == self._history_of and self._whole is not None:
            track = self._whole.detail.row.track
            lines = matter_whole.history_happenings(found[1], track, self._session.today())
            self.history.set_happenings(lines)

    def _fill_content(self, whole: Whole) -> None:
        self._content.clear()
        detail = whole.detail
        record = detail.record
        today = self._session.today()
        own = Section(
            title=self.tr("The visitor's own words") if detail.row.track == "issue" else self.tr("Text")
        )
        if detail.row.track == "issue" and whole.verbs:
            button = Button(own, text=self.tr("Correct"), kind="link", icon="pencil")
            button.set_small(True)
            button.set_flush(True)
            button.clicked.connect(self.open_edit)
            own.head.addWidget(button)
        own.add_line(record.text or record.title or "", "", "")
        self._content.add(own)
        facts: list[tuple[str, str]] = []
        if isinstance(record, Issue):
            facts += [(self.tr("What they ask for"), record.appeal or "")]
        facts += [
            (self.tr("Category"), record.category or ""),
            (self.tr("Place"), words.joined((record.place or "", detail.grid))),
            (self.tr("Registered"), words.day_words(record.opened_on, today)),
            (self.tr("People concerned"), str(record.people) if record.people else ""),
            (self.tr("Urgency"), URGENCIES.label(record.urgency) if record.urgency == "urgent" else ""),
            (self.tr("Sensitive"), self.tr("yes") if record.sensitive else ""),
            (self.tr("Asks not to be named"), self.tr("yes") if detail.row.confidential else ""),
            (self.tr("Outcome"), OUTCOMES.label(detail.row.outcome) if detail.row.outcome else ""),
        ]
        if isinstance(record, Suggestion):
            facts += [
                (self.tr("Session"), record.session or ""),
                (self.tr("Publication"), CONSENTS.label(record.consent)),
                (self.tr("Proposed units"), record.proposed_units or ""),
                (
                    self.tr("Deputies"),
                    "、".join(f"{s.name}（{SIGNER_ROLES.label(s.signer.role)}）" for s in detail.signers),
                ),
            ]
        elif isinstance(record, Issue):
            facts.append((self.tr("Number in the source"), record.source_number or ""))
        about = Section(title=self.tr("Particulars"))
        about.add_pairs([pair for pair in facts if pair[1]], values_right=False)
        self._content.add(about)
        visit = detail.visit
        if visit is not None:
            came = Section(title=self.tr("Visit"), aside=visit.number or "")
            pairs = [
                (self.tr("Channel"), CHANNELS.label(visit.channel)),
                (self.tr("Deputies receiving"), "、".join(detail.receiving)),
                (self.tr("Recorded by"), visit.recorder or ""),
                (self.tr("How many came"), str(visit.people) if (visit.people or 0) > 1 else ""),
                (
                    self.tr("Speak for the group"),
                    "、".join(name for _, name in matter_told.people(detail)) if detail.others else "",
                ),
                (self.tr("Guardian"), matter_told.guardian(detail)),
            ]
            came.add_pairs([pair for pair in pairs if pair[1]], values_right=False)
            self._content.add(came)

    def _fill_feedback(self, whole: Whole) -> None:
        self._feedback.clear()
        detail, today = whole.detail, self._session.today()
        for _, reply, unit in detail.replies:
            grade = self.tr("class {code}").format(code=reply.reply_class) if reply.reply_class else ""
            section = Section(
                title=self.tr("Reply of {unit}").format(unit=unit or self.tr("a unit")),
                aside=words.joined((grade, reply.number or "", words.day_words(reply.dated, today))),
            )
            section.add_line(reply.text or "", "", "")
            met = words.joined((REPLY_METHODS.label(reply.method), reply.contact or "", reply.phone or ""))
            if met:
                section.add_line(met)
            self._feedback.add(section)
        for signer in detail.signers:
            for record, given in signer.verdicts:
                section = Section(
                    title=self.tr("Verdict of {name}").format(name=signer.name),
                    aside=words.day_words(given.returned_on, today),
                )
                pairs = [
                    (self.tr("Attitude"), DEPUTY_VERDICTS.label(given.attitude)),
                    (self.tr("Result"), DEPUTY_VERDICTS.label(given.result)),
                ]
                section.add_pairs([pair for pair in pairs if pair[1]], values_right=False)
                if given.opinion:
                    section.add_line(given.opinion, "", "")
                if aside := set_aside_words(signer, record):
                    section.add_line(aside)
                self._feedback.add(section)
        came = matter_told.section(self._session, detail)
        if came is not None:
            self._feedback.add(came)
        if detail.row.track == "issue" and detail.row.verdict:
            section = Section(title=self.tr("Visitor's verdict"))
            section.add_line(VERDICTS.label(detail.row.verdict), "", "")
            self._feedback.add(section)
        if not (came or detail.replies or detail.feedback or any(s.verdicts for s in detail.signers)):
            section = Section(title=self.tr("Nobody was told yet"))
            section.add_line(self.tr("Replies, what the visitor was told and every verdict will stand here."))
            self._feedback.add(section)

    def _fill_links(self, whole: Whole) -> None:
        self._links.clear()
        if whole.detail.links:
            section = Section(title=self.tr("Tied to this matter"))
            for link in whole.detail.links:
                kind = self._tie(link)
                if link.matter is not None:
                    section.add(self._door(link.matter, kind))
                else:
                    section.add_line(self.tr("{kind}: has not arrived here yet").format(kind=kind))
            self._links.add(section)
        if whole.others:
            section = Section(title=self.tr("This visitor's other matters"))
            for row in whole.others:
                section.add(self._door(row, ""))
            self._links.add(section)
        if not whole.detail.links and not whole.others:
            section = Section(title=self.tr("No ties"))
            section.add_line(
                self.tr("Suggestions raised from it, matters merged into it and this visitor's others.")
            )
            self._links.add(section)

    def _tie(self, link: LinkRow) -> str:
        """What ties another matter to this one; of one merged into this, who raised it."""
        if link.kind == "merged-into" and not link.outward and link.matter is not None:
            person = masked_name(link.matter.person) or self.tr("anonymous")
            return self.tr("Merged into this one, raised by {name}").format(name=person)
        return LINK_KINDS.label(link.kind)

    def _door(self, row: MatterRow, kind: str) -> Button:
        text = words.joined((kind, words.shown_number(row), row.title, words.stage_label(row)))
        button = Button(self._links, text=text.replace("&", "&&"), kind="link", icon="link")
        button.set_flush(True)
        button.set_small(True)
        button.clicked.connect(partial(self._go, row.id))
        return button

    def _go(self, matter: RecordId, checked: bool = False) -> None:
        self.wanted.emit(matter)

    # ---- correcting ----------------------------------------------------------------------------------

    def open_edit(self) -> None:
        """Open the correction of the issue shown."""
        if self._whole is not None and self._whole.detail.row.track == "issue":
            self.bar.setCurrentIndex(CONTENT)
            self._content_stack.setCurrentIndex(1)
            self.edit.show_issue(self._whole)

    def _close_edit(self) -> None:
        self._content_stack.setCurrentIndex(0)

    def _edit_saved(self) -> None:
        self._close_edit()
        self.edited.emit()
