"""Visitors to be told as a list of calls: by person, one call about several matters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_desk.casework import calls, reveal
from station_desk.casework.calls import Call, Caller
from station_desk.casework.context import Changed
from station_desk.casework.feedback import FeedbackEntry
from station_desk.domain.deadlines import remaining
from station_desk.domain.workdays import Calendar
from station_desk.errors import UserError
from station_desk.ui import look, marking, words
from station_desk.ui.pages.today_call import CallCard
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.page import scrolled
from station_desk.ui.widgets.rows import ListRow, RowList
from station_desk.ui.widgets.side_panel import hairline


class CallsView(QWidget):
    """`read()` reads the list again. Signals `opened(page, RecordId)`, `printed()`."""

    opened = Signal(str, object)
    printed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._calendar: Calendar | None = None
        self._callers: tuple[Caller, ...] = ()
        self.count = QLabel(self)
        self.count.setProperty("role", "second")
        self.printing = Button(self, self.tr("Print today's contact list"), icon="printer")
        self.printing.set_small(True)
        self.printing.clicked.connect(self._print)
        rows: Rows[Caller] = Rows(
            [Column(self.tr("To be told"), lambda c: c.name)], key=lambda c: c.key, row=self._row
        )
        self.model: ListModel[Caller] = ListModel(rows, self)
        self.list = RowList(self)
        self.list.setAccessibleName(self.tr("Whom to call"))
        self.list.setModel(self.model)
        self.list.rowChanged.connect(self._show_row)
        self.list.opened.connect(self._enter)
        self.card = CallCard(session)
        self.card.told.connect(self._told)
        self.card.missed.connect(self._missed)
        self.card.cannot.connect(self._cannot)
        self.card.opened.connect(self.opened)
        self.card.revealed.connect(self._reveal)
        self.card.all_told.connect(self._all_told)
        self.none = QLabel(self.tr("Everybody has been told."), self)
        self.none.setProperty("tone", "text2")
        self._bar = QHBoxLayout()
        self._bar.addWidget(self.count, 1)
        self._bar.addWidget(self.printing)
        self._pair = QHBoxLayout()
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(0)
        self._pair.addWidget(self.list)
        self._pair.addWidget(hairline(self, upright=True))
        self._pair.addWidget(scrolled(self.card), 1)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addLayout(self._bar)
        self._lines.addWidget(self.none)
        self._lines.addLayout(self._pair, 1)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._bar.setContentsMargins(theme.px(24), theme.px(10), theme.px(24), theme.px(8))
        self.none.setContentsMargins(theme.px(24), theme.px(8), 0, theme.px(8))
        self.list.setFixedWidth(theme.px(296))

    # ---- reading -------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read whom to call, keeping the person one is at."""
        desk, today = self._session.desk, self._session.today()

        def gather() -> tuple[tuple[Caller, ...], Calendar]:
            return calls.grouped(calls.calls(desk, today)), desk.profile().calendar

        self._session.read(gather, self._show, owner=self)

    def _show(self, found: tuple[tuple[Caller, ...], Calendar]) -> None:
        at = self.list.currentIndex().row()
        before = self.card.caller
        self._callers, self._calendar = found
        self.model.set_rows(self._callers)
        people, matters = len(self._callers), len({c.matter for who in self._callers for c in who.calls})
        self.count.setText(
            self.tr("{people} people to call about {n} matters").format(people=people, n=matters)
        )
        self.none.setVisible(not self._callers)
        self.printing.setEnabled(bool(self._callers))
        if not self._callers:
            self.card.show_caller(None, self._calendar)
            return
        same = next(
            (n for n, c in enumerate(self._callers) if before is not None and c.key == before.key), -1
        )
        place = same if same >= 0 else min(max(at, 0), people - 1)
        self.list.setCurrentIndex(self.model.index(place, 0))
        self._show_row(self.model.index(place, 0))

    def _row(self, caller: Caller) -> ListRow:
        first, today = caller.calls[0], self._session.today()
        near = (
            remaining(today, first.due_on, self._calendar)
            if first.due_on is not None and self._calendar is not None
            else None
        )
        due = words.due_words(near, first.due_on, today)
        name = caller.name or self.tr("anonymous")
        more = self.tr("{n} matters").format(n=len(caller.calls)) if len(caller.calls) > 1 else first.title
        tone = "text2" if due.tone == "text" else due.tone
        urgent = any(call.urgent for call in caller.calls)
        marks = marking.marks(urgent=urgent, sensitive=False, confidential=False)
        return ListRow(name, more, due.short, tone, marks=marks)

    def _show_row(self, index: QModelIndex) -> None:
        caller = self.model.row_at(index) if index.isValid() else None
        if self._calendar is not None:
            self.card.show_caller(caller, self._calendar)

    def _enter(self, index: QModelIndex) -> None:
        """Enter on a person goes to what is done about the first matter."""
        self._show_row(index)
        if self.card.parts:
            self.card.parts[0].open_form()

    def _print(self) -> None:
        self.printed.emit()

    # ---- doing ---------------------------------------------------------------------------------------

    def _write(self, work: Callable[[], Changed], said: str, call: Call) -> None:
        part = self.card.part_of(call)

        def done(_: Changed) -> None:
            self._session.said.emit(said, True)
            if part is not None:
                part.fold()
            self.read()

        def refused(error: UserError) -> None:
            if part is not None:
                part.refused(error)

        self._session.write(work, done=done, failed=refused, owner=self)

    def _told(self, call: Call, entry: FeedbackEntry) -> None:
        desk, actor = self._session.desk, self._session.actor
        self._write(
            partial(calls.tell_all, desk, actor, [(call, entry)]),
            self.tr("{number}: {name} was told").format(number=call.number, name=call.name),
            call,
        )

    def _all_told(self, caller: Caller) -> None:
        desk, actor, today = self._session.desk, self._session.actor, self._session.today()
        told: Sequence[tuple[Call, FeedbackEntry]] = [
            (call, FeedbackEntry(told_on=today, method="phone", text=call.said, visitor=call.person))
            for call in caller.calls
            if call.person is not None
        ]
        self._write(
            partial(calls.tell_all, desk, actor, told),
            self.tr("{name} was told about {n} matters").format(name=caller.name, n=len(told)),
            caller.calls[0],
        )

    def _missed(self, call: Call) -> None:
        desk, actor, today = self._session.desk, self._session.actor, self._session.today()
        self._write(
            partial(calls.not_reached, desk, actor, call, today),
            self.tr("{number}: noted that nobody answered").format(number=call.number),
            call,
        )

    def _cannot(self, call: Call, reason: str) -> None:
        desk, actor, today = self._session.desk, self._session.actor, self._session.today()
        self._write(
            partial(calls.cannot_tell, desk, actor, call, today, reason),
            self.tr("{number}: filed, the visitor cannot be told").format(number=call.number),
            call,
        )

    def _reveal(self, call: Call) -> None:
        desk, actor = self._session.desk, self._session.actor

        def show(seen: reveal.Seen) -> None:
            caller = self.card.caller
            if caller is not None and call in caller.calls:
                guarded = call.guardian
                self.card.show_seen(
                    seen.guardian if guarded else seen.name, seen.guardian_phone if guarded else seen.phone
                )

        self._session.jobs.run(
            lambda _: reveal.who(desk, actor, call.matter, call.person),
            done=show,
            failed=lambda error: self._session.said.emit(str(error), False),
            owner=self,
        )
