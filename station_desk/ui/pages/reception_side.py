"""Beside the reception card: similar earlier matters with what became of them, and this visitor before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_desk.casework import browse, reception
from station_desk.domain.vocabulary import CHANNELS, OUTCOMES, VERDICTS
from station_desk.domain.workdays import Calendar
from station_desk.ui import icons, look, words
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.side_panel import Section, SidePanel, hairline

_NOT_DONE = frozenset({"refused", "withdrawn", "merged", "petition"})


class ReceptionSide(SidePanel):
    """`show_similar`, `show_past`; signals `looked(row)`, `likened(row)`, `merged(row)` carry a MatterRow."""

    looked = Signal(object)
    likened = Signal(object)
    merged = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, wide=332)
        self._session = session
        self.similar = Section(self, self.tr("Similar earlier matters"), near=True)
        self.past = Section(self, near=True)
        self.add(self.similar)
        self.add(self.past)
        self.show_similar((), (), None, Calendar({}))
        self.show_past("", (), Calendar({}))

    def show_similar(
        self,
        found: Sequence[browse.Similar],
        own: Collection[int],
        visitor: str | None,
        calendar: Calendar,
    ) -> None:
        """Earlier matters most like what is being written; `own` are ranks of this visitor's."""
        self.similar.clear()
        count = str(len(found)) if found else ""
        self.similar.set_title(self.tr("Similar earlier matters"), count)
        if not found:
            self.similar.add_line(
                self.tr("While you write, earlier matters that say much the same appear here.")
            )
        for place, item in enumerate(found):
            if place:
                self.similar.add(hairline(self))
            self.similar.add(self._earlier(item, item.row.rank in own and bool(visitor), calendar))

    def _earlier(self, item: browse.Similar, own: bool, calendar: Calendar) -> QWidget:
        row = item.row
        theme = look.current()
        box = QWidget(self)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, theme.px(2))
        lines.setSpacing(theme.px(2))
        title = ElidedLabel(box, row.title)
        when = words.day_words(row.opened_on, self._session.today())
        mine = self.tr("raised by this visitor") if own else ""
        second = ElidedLabel(box, words.joined((words.shown_number(row), when, mine)))
        second.setProperty("role", "second")
        lines.addWidget(title)
        lines.addWidget(second)
        lines.addWidget(self._state(row, calendar))
        line = QHBoxLayout()
        line.setSpacing(theme.px(14))
        shared = ElidedLabel(
            box, self.tr("In common: {words}").format(words=self.tr(", ").join(distinct(item.shared)))
        )
        shared.setProperty("role", "second")
        line.addWidget(shared, 1)
        for text, signal in ((self.tr("Look"), self.looked), (self.tr("Do likewise"), self.likened)):
            link = Button(box, text, "link")
            link.set_flush(True)
            link.set_small(True)
            link.setAccessibleName(self.tr("{verb}: {title}").format(verb=text, title=row.title))
            link.clicked.connect(partial(signal.emit, row))
            line.addWidget(link)
        lines.addLayout(line)
        if own and row.track == "issue" and _still_open(row):
            lines.addWidget(self._same(row))
        return box

    def _same(self, row: browse.MatterRow) -> QWidget:
        same = Notice(self, "info")
        same.set_icon("link")
        same.show_words(text=self.tr("Same matter again?"))
        merge = Button(same, self.tr("Merge, {number}").format(number=_short(row.number)))
        merge.set_small(True)
        merge.clicked.connect(partial(self.merged.emit, row))
        same.add_button(merge)
        return same

    def _state(self, row: browse.MatterRow, calendar: Calendar, *, short: bool = False) -> QWidget:
        text, tone, icon = self.became(row, calendar, short=short)
        theme = look.current()
        box = QWidget(self)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        mark = QLabel(box)
        mark.setPixmap(icons.pixmap(icon, 14, tone))
        label = ElidedLabel(box, text)
        label.setProperty("role", "second")
        label.setProperty("tone", tone)
        line.addWidget(mark)
        line.addWidget(label, 1)
        return box

    def became(
        self, row: browse.MatterRow, calendar: Calendar, *, short: bool = False
    ) -> tuple[str, str, str]:
        """What became of an earlier matter: words, tone, icon; `short` says only when an open one is due."""
        stage = words.stage_label(row)
        if _still_open(row):
            if row.due_on is None:
                return stage, "text2", "clock"
            due = words.due_of(row, self._session.today(), calendar)
            said = due.first if short else self.tr("{stage}, {due}").format(stage=stage, due=due.first)
            return said, due.tone if due.tone != "text" else "text2", due.icon
        parts = [OUTCOMES.label(row.outcome) or stage]
        if row.verdict:
            parts.append(self.tr("visitor {verdict}").format(verdict=VERDICTS.label(row.verdict).lower()))
        text = parts[0]
        if len(parts) > 1:
            text = self.tr("{outcome}, {verdict}").format(outcome=parts[0], verdict=parts[1])
        if row.finished_on is not None and row.opened_on is not None:
            text = self.tr("{words} ({n} days)").format(words=text, n=(row.finished_on - row.opened_on).days)
        if row.verdict == "dissatisfied":
            return text, "red", "circle-alert"
        if row.outcome in _NOT_DONE:
            return text, "text2", "circle-minus"
        return text, "green", "circle-check"

    def show_past(self, name: str, visits: Sequence[reception.PastVisit], calendar: Calendar) -> None:
        """This visitor before; hidden for someone new."""
        self.past.clear()
        self.past.setVisible(bool(visits))
        if not visits:
            return
        theme = look.current()
        self.past.set_title(
            self.tr("{name} before").format(name=name), self.tr("{n} times").format(n=len(visits))
        )
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(3))
        grid.setColumnStretch(1, 1)
        line = 0
        for visit in visits:
            when = words.day_words(visit.began.date() if visit.began else None, self._session.today())
            who = words.joined((CHANNELS.label(visit.channel), *visit.deputies[:1]))
            for place, row in enumerate(visit.matters):
                for offset, text in enumerate((when, who) if not place else ("", "")):
                    label = QLabel(text, box)
                    label.setProperty("role", "second")
                    grid.addWidget(label, line + offset, 0)
                grid.addWidget(ElidedLabel(box, row.title), line, 1)
                grid.addWidget(self._state(row, calendar, short=True), line + 1, 1)
                line += 2
        self.past.add(box)


def distinct(shared: Sequence[str]) -> list[str]:
    """Words in common without those that are part of another."""
    return [word for word in shared if not any(word != other and word in other for other in shared)]


def _still_open(row: browse.MatterRow) -> bool:
    return row.closed_on is None and row.stage not in ("told", "closed")


def _short(number: str) -> str:
    """The running part of a number, enough beside the whole one: 0098 of HC-2026-0098."""
    return number.rsplit("-", 1)[-1]
