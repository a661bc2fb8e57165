"""Beside a suggestion: its source, replies with their class, supervision, honours, ties, nature, files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_desk.casework.browse import LinkRow, MatterDetail, MatterRow
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Motion, Reply, Suggestion
from station_desk.domain.vocabulary import (
    CONSENTS,
    CONTACT_METHODS,
    FORMED_BY,
    HONOURS,
    LEVELS,
    LINK_KINDS,
    REPLY_METHODS,
    SUPERVISION_CRITERIA,
    YEARS_RUNNING,
)
from station_desk.ui import look, words
from station_desk.ui.pages.attachments import AttachmentsPanel
from station_desk.ui.pages.reply_sheets import ReplySheets
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.side_panel import Section, SidePanel


class SuggestionSide(SidePanel):
    """`show_detail(detail, earlier)` fills its sections; another matter is a link to its own page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, wide=292)
        self.session = session
        self.reply = Section(self, self.tr("Reply"))
        self.source = Section(self, self.tr("Raised from"), near=True)
        self.supervision = Section(self, self.tr("Key supervision"))
        self.talks = Section(self, self.tr("Talks before submission"))
        self.ties = Section(self, self.tr("Handled together"))
        self.earlier = Section(self, self.tr("Similar earlier suggestions"), near=True)
        self.honours = Section(self, self.tr("Commendation"))
        self.nature = Section(self, self.tr("Nature"))
        self.sheets = ReplySheets(session)
        self.files = AttachmentsPanel(session)
        for section in (
            self.reply, self.sheets, self.source, self.talks, self.supervision, self.ties, self.earlier,
            self.honours, self.nature, self.files,
        ):  # fmt: skip
            self.add(section)

    def show_detail(self, detail: MatterDetail, earlier: Sequence[MatterRow], *, writable: bool) -> None:
        """Show what belongs to this suggestion or motion; `earlier` are similar ones made before."""
        today = self.session.today()
        self._show_replies(detail, today)
        self.sheets.show_matter(detail.row.id)
        self._show_source(detail.links)
        self._show_talks(detail, today)
        self._show_supervision(detail, today)
        self._show_ties(detail.links)
        self._show_earlier(detail, earlier)
        self._show_honours(detail, today)
        self._show_nature(detail)
        self.files.show_matter(detail.row.id, writable=writable)

    # ---- replies -------------------------------------------------------------------------------------

    def _show_replies(self, detail: MatterDetail, today: date) -> None:
        self.reply.clear()
        motion = detail.row.track == "motion"
        found = [(key, reply, unit) for key, reply, unit in detail.replies if reply.kind != "opinion"]
        said = self.tr("Report") if motion else self.tr("Reply")
        count = self.tr("{n} in all").format(n=len(found)) if len(found) > 1 else ""
        self.reply.set_title(said, count)
        if not found:
            self.reply.add_line(self.tr("No report yet.") if motion else self.tr("No reply yet."))
        for key, reply, unit in reversed(found):
            self._add_reply(detail, key, reply, unit, today)

    def _add_reply(self, detail: MatterDetail, key: RecordId, reply: Reply, unit: str, today: date) -> None:
        scheme = detail.profile.class_schemes.get(reply.scheme or "") if detail.profile else None
        if reply.reply_class:
            grades = scheme.grades if scheme is not None else ()
            meaning = next((str(g.label) for g in grades if g.code == reply.reply_class), "")
            under = ""
            if scheme is not None:
                letters = " ".join(grade.code for grade in scheme.grades)
                under = self.tr("{scheme}: {letters}").format(scheme=scheme.label, letters=letters)
            self.reply.add(_class_box(reply.reply_class, meaning, under))
        same = self.tr("the same letter answers another matter too") if reply.letter else ""
        pairs = [
            (self.tr("Unit"), unit),
            (self.tr("Document"), reply.number or ""),
            (self.tr("Dated"), words.day_words(reply.dated, today)),
            (self.tr("Signed by"), reply.signed_by or ""),
            (self.tr("Contact"), REPLY_METHODS.label(reply.method)),
            (self.tr("By"), words.joined((reply.contact or "", words.masked_phone(reply.phone)))),
            (self.tr("Letter"), same),
        ]
        self.reply.add_pairs([(name, value) for name, value in pairs if value], values_right=False)
        self.reply.add_line(reply.text or "", role="")
        for row in detail.promises:
            if row.promise.reply == key:
                day = words.day_words(row.promise.by, today)
                said = self.tr("Promises by {day}: {what}").format(day=day, what=row.promise.what or "")
                self.reply.add_line(said)

    # ---- talks, supervision, honours -----------------------------------------------------------------

    def _show_talks(self, detail: MatterDetail, today: date) -> None:
        self.talks.clear()
        found = [row for row in detail.steps if row.step.verb == "coordinate"]
        self.talks.setVisible(bool(found))
        for row in reversed(found):
            how = CONTACT_METHODS.label(row.step.code)
            self.talks.add_line(words.joined((words.day_words(row.step.on, today), row.unit, how)))
            self.talks.add_line(row.step.text or "", role="")

    def _show_supervision(self, detail: MatterDetail, today: date) -> None:
        self.supervision.clear()
        found = detail.supervision
        self.supervision.setVisible(found is not None)
        if found is None:
            return
        pairs = [
            (self.tr("Criterion"), SUPERVISION_CRITERIA.label(found.criterion)),
            (self.tr("Decided by"), found.decided_by or ""),
            (self.tr("Decided on"), words.day_words(found.decided_on, today)),
            (self.tr("Led by"), found.led_by or ""),
            (self.tr("What is asked"), found.note or ""),
        ]
        self.supervision.add_pairs([(name, value) for name, value in pairs if value], values_right=False)

    def _show_honours(self, detail: MatterDetail, today: date) -> None:
        self.honours.clear()
        self.honours.setVisible(bool(detail.honours))
        for _, honour, unit in detail.honours:
            named = words.joined((HONOURS.label(honour.kind), unit, str(honour.year or "")))
            self.honours.add_line(named, role="strong")
            said = self.tr("Nominated {day}").format(day=words.day_words(honour.nominated_on, today))
            self.honours.add_line(words.joined((said, honour.nominated_by or "", honour.reason or "")))
            if honour.chosen_on is not None:
                day = words.day_words(honour.chosen_on, today)
                chosen = self.tr("Chosen {day}").format(day=day)
                self.honours.add_line(words.joined((chosen, honour.chosen_by or "")), tone="green")

    # ---- other matters -------------------------------------------------------------------------------

    def _show_ties(self, links: Sequence[LinkRow]) -> None:
        self.ties.clear()
        found = [link for link in links if link.kind != "raised-from"]
        self.ties.setVisible(bool(found))
        kinds = {link.kind for link in found}
        only = kinds == {"together"}
        self.ties.set_title(self.tr("Handled together") if only else self.tr("Other matters"))
        for link in found:
            said = LINK_KINDS.label(link.kind)
            if link.kind == "follows-up":
                said = self.tr("Goes on from") if link.outward else self.tr("Raised again as")
            self.ties.add_line(said)
            self._add_link(self.ties, link.matter, link.other)

    def _show_earlier(self, detail: MatterDetail, earlier: Sequence[MatterRow]) -> None:
        self.earlier.clear()
        record = detail.record
        years = record.years_running if isinstance(record, Suggestion) else None
        self.earlier.setVisible(bool(earlier))
        mark = YEARS_RUNNING.label(years) if years and years != "one" else ""
        self.earlier.set_title(self.tr("Similar earlier suggestions"), mark)
        for row in earlier:
            self._add_link(self.earlier, row, row.id)
            when = words.day_words(row.opened_on, self.session.today())
            self.earlier.add_line(words.joined((when, words.stage_label(row))))

    def _add_link(self, section: Section, row: MatterRow | None, other: RecordId) -> None:
        shown = f"{words.shown_number(row)}  {row.title}" if row is not None else self.tr("not yet arrived")
        button = Button(self, shown, "link")
        button.set_flush(True)
        button.set_small(True)
        button.setEnabled(row is not None)
        button.setToolTip(shown)
        button.setMinimumWidth(look.current().px(60))
        page = "matters" if row is not None and row.track == "issue" else "suggestions"
        button.clicked.connect(partial(self._go, page, other))
        section.add(button)

    def _show_source(self, links: Sequence[LinkRow]) -> None:
        self.source.clear()
        found = [link for link in links if link.kind == "raised-from" and link.outward]
        people = sum(link.matter.people or 1 for link in found if link.matter is not None)
        said = (
            self.tr("{n} issues, {people} people") if len(found) > 1 else self.tr("1 issue, {people} people")
        )
        aside = said.format(n=len(found), people=people) if found else ""
        self.source.set_title(self.tr("Raised from"), aside)
        if not found:
            self.source.add_line(self.tr("Raised by the deputies themselves."))
        for link in found:
            self._add_link(self.source, link.matter, link.other)
            if link.matter is not None and link.matter.stage == "merged":
                self.source.add_line(words.stage_label(link.matter))

    def _go(self, page: str, matter: RecordId, checked: bool = False) -> None:
        self.session.wanted.emit(page, matter)

    def _show_nature(self, detail: MatterDetail) -> None:
        self.nature.clear()
        record = detail.record
        if isinstance(record, Motion):
            own = [
                (self.tr("In the name of"), record.group or ""),
                (self.tr("Session"), record.session or ""),
            ]
            own.append((self.tr("Put to"), LEVELS.label(record.level)))
            own.append((self.tr("Publication"), CONSENTS.label(record.consent)))
            self.nature.add_pairs([(name, value) for name, value in own if value], values_right=False)
            return
        if not isinstance(record, Suggestion):
            return
        yes = self.tr("Yes")
        pairs = [
            (self.tr("In the name of"), record.group or ""),
            (self.tr("Put to"), LEVELS.label(record.level)),
            (self.tr("Session"), record.session or ""),
            (
                self.tr("Raised"),
                self.tr("at the session") if record.at_session else self.tr("between sessions"),
            ),
            (self.tr("Category"), record.category or ""),
            (self.tr("Publication"), CONSENTS.label(record.consent)),
            (self.tr("Formed by"), FORMED_BY.label(record.formed_by)),
            (self.tr("Years"), YEARS_RUNNING.label(record.years_running)),
            (self.tr("Closer contact"), yes if record.wants_contact else ""),
            (self.tr("Only for reference"), yes if record.reference_only else ""),
        ]
        self.nature.add_pairs([(name, value) for name, value in pairs if value], values_right=False)


def _class_box(letter: str, meaning: str, under: str) -> QWidget:
    """The class of a reply: a large letter, what it means, and the scheme it belongs to."""
    theme = look.current()
    box = QWidget()
    box.setProperty("part", "sunken")
    box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    line = QHBoxLayout(box)
    line.setContentsMargins(theme.px(14), theme.px(8), theme.px(10), theme.px(8))
    line.setSpacing(theme.px(16))
    big = QLabel(letter, box)
    big.setProperty("role", "title")
    big.setProperty("tone", "accent")
    lines = QVBoxLayout()
    lines.setSpacing(theme.px(2))
    for text, role in ((meaning, "strong"), (under, "second")):
        label = QLabel(text, box)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setVisible(bool(text))
        lines.addWidget(label)
    line.addWidget(big)
    line.addLayout(lines, 1)
    return box
