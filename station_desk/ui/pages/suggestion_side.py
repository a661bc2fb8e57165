"""Beside a suggestion: the reply with what its class means, the issues it came from, its nature."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_desk.casework.browse import LinkRow, MatterDetail
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Suggestion
from station_desk.domain.vocabulary import CONSENTS, FORMED_BY, REPLY_METHODS, YEARS_RUNNING
from station_desk.ui import look, words
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.side_panel import Section, SidePanel


class SuggestionSide(SidePanel):
    """`show_detail(detail)` fills its three sections; a source issue is a link to its own page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, wide=292)
        self.session = session
        self.reply = Section(self, self.tr("Reply"))
        self.source = Section(self, self.tr("Raised from"), near=True)
        self.nature = Section(self, self.tr("Nature"))
        for section in (self.reply, self.source, self.nature):
            self.add(section)

    def show_detail(self, detail: MatterDetail) -> None:
        """Show what belongs to this suggestion."""
        self._show_reply(detail, self.session.today())
        self._show_source(detail.links)
        self._show_nature(detail)

    def _show_reply(self, detail: MatterDetail, today: date) -> None:
        self.reply.clear()
        found = [(reply, unit) for _, reply, unit in detail.replies if reply.kind != "opinion"]
        if not found:
            self.reply.add_line(self.tr("No reply yet."))
            return
        reply, unit = found[-1]
        scheme = detail.profile.class_schemes.get(reply.scheme or "") if detail.profile else None
        if reply.reply_class:
            grades = scheme.grades if scheme is not None else ()
            meaning = next((str(g.label) for g in grades if g.code == reply.reply_class), "")
            under = ""
            if scheme is not None:
                letters = " ".join(grade.code for grade in scheme.grades)
                under = self.tr("{scheme}: {letters}").format(scheme=scheme.label, letters=letters)
            self.reply.add(_class_box(reply.reply_class, meaning, under))
        dated = words.day_words(reply.dated, today)
        pairs = [
            (self.tr("Unit"), unit),
            (self.tr("Document"), reply.number or ""),
            (self.tr("Dated"), dated),
            (self.tr("Contact"), REPLY_METHODS.label(reply.method)),
            (self.tr("By"), words.joined((reply.contact or "", reply.phone or ""))),
        ]
        self.reply.add_pairs([(name, value) for name, value in pairs if value], values_right=False)
        self.reply.add_line(reply.text or "", role="")

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
            row = link.matter
            text = f"{row.number}  {row.title}" if row is not None else self.tr("not yet arrived")
            button = Button(self, text, "link")
            button.set_flush(True)
            button.set_small(True)
            button.setEnabled(row is not None)
            button.setToolTip(text)
            button.setMinimumWidth(look.current().px(60))
            button.clicked.connect(partial(self._go, link.other))
            self.source.add(button)

    def _go(self, matter: RecordId, checked: bool = False) -> None:
        self.session.wanted.emit("matters", matter)

    def _show_nature(self, detail: MatterDetail) -> None:
        self.nature.clear()
        record = detail.record
        if not isinstance(record, Suggestion):
            return
        yes = self.tr("Yes")
        pairs = [
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
