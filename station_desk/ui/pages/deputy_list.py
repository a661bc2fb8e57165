"""The list of a deputy's own matters: counts of what waits over the one list they filter."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from station_desk.casework import deputies
from station_desk.casework.browse import MatterRow
from station_desk.casework.context import Actor, Desk
from station_desk.casework.deputies import Own, Wait
from station_desk.domain.tracks import TRACKS
from station_desk.errors import UserError
from station_desk.ui import words
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.count_strip import Count, CountStrip
from station_desk.ui.widgets.empty_state import EmptyState, Step
from station_desk.ui.widgets.page import Page
from station_desk.ui.widgets.rows import TodayRow, TodayTable

Item = Wait | MatterRow


def row_of(item: Item) -> MatterRow:
    """The matter of a line of the list."""
    return item.row if isinstance(item, Wait) else item


def gather(desk: Desk, actor: Actor, today: date) -> Own | None:
    """What is the deputy's at the keyboard; None while this desk is tied to no deputy."""
    deputy = deputies.deputy_of(desk, actor)
    return deputies.own(desk, actor, deputy, today) if deputy is not None else None


class DeputyList(Page):
    """Signal `opened(RecordId)`; `own` is what was read last."""

    opened = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filter = ""
        self.own: Own | None = None
        self.write = Button(self, self.tr("Draft a suggestion"), icon="plus")
        self.write.clicked.connect(self._write)
        self.head.add(self.write)
        self.strip = CountStrip()
        self.strip.setAccessibleName(self.tr("What waits for me"))
        self.strip.filtered.connect(self._filtered)
        self._strip_line = self.add_top(self.strip)
        self.table = TodayTable(self)
        self.table.setAccessibleName(self.tr("My matters"))
        self.table.set_words(list(self._verbs().values()), self.tr("99 workdays late"))
        self._rows: Rows[Item] = Rows(
            [
                Column(self.tr("What waits"), lambda item: self._row(item).when),
                Column(
                    self.tr("Matter"), lambda item: row_of(item).title, tip=lambda item: row_of(item).title
                ),
                Column(self.tr("With"), lambda item: words.who_has_it(row_of(item))),
                Column(self.tr("Next step"), lambda item: self._row(item).verb),
            ],
            key=lambda item: row_of(item).id.hex(),
            row=self._row,
            spoken=lambda item: self._row(item).spoken(),
        )
        self.model: ListModel[Item] = ListModel(self._rows, self.table)
        self.table.setModel(self.model)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        self.table.verbTriggered.connect(self._open)
        self.table.opened.connect(self._open)
        self.empty = EmptyState()
        self.empty.chosen.connect(self._step)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.set_body(self._stack)
        self.head.set_title(self.tr("My matters"))

    def _verbs(self) -> dict[str, str]:
        return {
            "sign": self.tr("Sign"),
            "submit": self.tr("Submit"),
            "judge": self.tr("Give verdict"),
            "promise": self.tr("Look"),
            "": self.tr("Read"),
        }

    def _row(self, item: Item) -> TodayRow:
        row, today = row_of(item), self._session.today()
        second = words.joined((str(TRACKS[row.track].label), words.shown_number(row)))
        if not isinstance(item, Wait):
            return TodayRow(
                words.day_words(row.opened_on, today), "", row.title, second, words.who_has_it(row),
                words.stage_label(row), self._verbs()[""],
            )  # fmt: skip
        day = words.day_words(item.on, today)
        when, below, icon = {
            "sign": (self.tr("To sign"), self.tr("drafted {day}").format(day=day), "pencil"),
            "submit": (self.tr("To submit"), self.tr("drafted {day}").format(day=day), "send"),
            "judge": (self.tr("To judge"), self.tr("replied {day}").format(day=day), "scale"),
            "promise": (self.tr("Promise due"), day, "clock"),
        }[item.kind]
        late = item.kind == "promise" and item.on is not None and item.on < today
        if item.promise is not None:
            second = item.promise.promise.what or ""
        return TodayRow(
            when, below, row.title, second, words.who_has_it(row), words.stage_label(row),
            self._verbs()[item.kind], "red" if late else "text", True, icon,
        )  # fmt: skip

    # ---- reading -------------------------------------------------------------------------------------

    def read(self) -> None:
        """Gather it again."""
        desk, actor, today = self._session.desk, self._session.actor, self._session.today()
        self._session.read(lambda: gather(desk, actor, today), self._show, owner=self, failed=self._failed)

    def _failed(self, error: UserError) -> None:
        self._session.said.emit(str(error), False)

    def _show(self, own: Own | None) -> None:
        self.own = own
        self.strip.setVisible(own is not None)
        self._strip_line.setVisible(own is not None)
        if own is None:
            self._show_empty(self.tr("No package from the station yet"))
            return
        self.head.set_title(self.tr("My matters"), own.deputy.name or "")
        counted = {kind: sum(wait.kind == kind for wait in own.waiting) for kind in deputies.KINDS}
        self.strip.set_counts(
            [
                Count("sign", str(counted["sign"]), self.tr("To sign"), "", "text", "pencil"),
                Count("submit", str(counted["submit"]), self.tr("To submit"), "", "text", "send"),
                Count("judge", str(counted["judge"]), self.tr("To judge"), "", "text", "scale"),
                Count("promise", str(counted["promise"]), self.tr("Promises"), "", "text", "clock"),
                Count("all", str(len(own.matters)), self.tr("All mine")),
            ]
        )
        self.strip.set_current(self._filter)
        if not own.matters:
            self._show_empty(self.tr("Nothing of yours here yet"))
            return
        self._stack.setCurrentWidget(self.table)
        self.model.set_rows(self._shown(own))

    def _shown(self, own: Own) -> list[Item]:
        """What waits, then the rest; or one count alone."""
        if self._filter == "all":
            return [*own.matters]
        if self._filter:
            return [wait for wait in own.waiting if wait.kind == self._filter]
        waiting = {wait.row.id for wait in own.waiting}
        return [*own.waiting, *(row for row in own.matters if row.id not in waiting)]

    def _show_empty(self, title: str) -> None:
        self.empty.show_steps(
            title,
            self.tr("Your station sends what is yours as a file: matters you received, and suggestions."),
            [
                Step(
                    "exchange",
                    self.tr("Take in the package from the station"),
                    self.tr("From its USB stick or the message it came with"),
                    self.tr("To the exchange"),
                )
            ],
        )
        self._stack.setCurrentWidget(self.empty)

    def _step(self, key: str) -> None:
        self._session.wanted.emit(key, "")

    def filter(self, key: str) -> None:
        """Show one count alone; "" everything."""
        self.strip.set_current(key)
        self._filtered(key)

    def _filtered(self, key: str) -> None:
        self._filter = key
        if self.own is not None and self.own.matters:
            self.model.set_rows(self._shown(self.own))

    def _open(self, index: QModelIndex) -> None:
        item = self.model.row_at(index)
        if item is not None:
            self.opened.emit(row_of(item).id)

    def _write(self) -> None:
        self._session.wanted.emit("suggestions", ("raise", ()))

    def first_focus(self) -> QWidget | None:
        return self.table
