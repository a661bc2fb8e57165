"""Today: five counts over the one list they filter, each row with its next verb, the day beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from station_desk.casework import browse, calls, daybook
from station_desk.casework.browse import MatterFilter, Office, Sort
from station_desk.casework.context import Changed
from station_desk.casework.daybook import Day, Waits
from station_desk.domain.deadlines import remaining
from station_desk.domain.declare import RecordId
from station_desk.ui import look, words
from station_desk.ui.dialogs.step import open_step
from station_desk.ui.duetips import DueTips
from station_desk.ui.pages import parts
from station_desk.ui.pages.copying import copy_matters
from station_desk.ui.pages.exporting import ask_workbook, write_ledger
from station_desk.ui.pages.today_calls import CallsView
from station_desk.ui.pages.today_due import DueLine
from station_desk.ui.pages.today_first import first_steps
from station_desk.ui.pages.today_row import next_verbs, row_of
from station_desk.ui.pages.today_side import TodaySide
from station_desk.ui.paging import Column, PagedModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.chips import Chip, ChipRow
from station_desk.ui.widgets.count_strip import Count, CountStrip
from station_desk.ui.widgets.empty_state import EmptyState
from station_desk.ui.widgets.page import Page
from station_desk.ui.widgets.rows import TodayRow, TodayTable

_PARTS = ("number", "category", "person", "place", "station")


def _no_packages() -> int:
    return 0


class TodayPage(Page):
    """`packages` tells how many packages wait to be taken in (asked on the reader thread).

    `seek("overdue" | "soon" | "tell" | "consult")` sets a count as the filter.
    """

    offers = frozenset({"refresh", "print"})

    def __init__(
        self, session: Session, parent: QWidget | None = None, packages: Callable[[], int] = _no_packages
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._packages = packages
        self._filter = ""
        self._grid: RecordId | None = None
        self._grid_name = ""
        self._sort = Sort.DUE
        self._keep: int | None = None
        self.side_from = 1000
        self.strip = CountStrip()
        self.strip.setAccessibleName(self.tr("Counts of today"))
        self.strip.filtered.connect(self._filtered)
        self._strip_line = self.add_top(self.strip)
        self.due_line = DueLine(session, self)
        self.parts = parts.PartsChoice(session, self, "today.parts", _PARTS, ("number", "category", "person"))
        self.parts.changed.connect(self._show_parts)
        self._list_box = self._list_part()
        self._empty = EmptyState()
        self._empty.chosen.connect(self._first_chosen)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list_box)
        self._stack.addWidget(self._empty)
        self.calls = CallsView(session)
        self.calls.opened.connect(session.wanted)
        self.calls.printed.connect(self._print)
        self._stack.addWidget(self.calls)
        self.set_body(self._stack)
        self.side = TodaySide(session, self.model)
        self.set_side(self.side, self.tr("Reception today"))
        self._printing = printing = Button(kind="icon", icon="printer")
        printing.setToolTip(self.tr("Print the overdue list"))
        printing.setAccessibleName(printing.toolTip())
        printing.clicked.connect(self._print)
        self._copying = copying = Button(kind="icon", icon="copy")
        copying.setToolTip(self.tr("Copy the list as a table"))
        copying.setAccessibleName(copying.toolTip())
        copying.clicked.connect(self.copy_list)
        self._exporting = exporting = Button(kind="icon", icon="download")
        exporting.setToolTip(self.tr("Export the list as a workbook"))
        exporting.setAccessibleName(exporting.toolTip())
        exporting.clicked.connect(self._export)
        self.head.add(copying)
        self.head.add(exporting)
        self.head.add(self.parts.button)
        self.head.add(printing)
        session.changed.connect(self._changed)

    # ---- building ------------------------------------------------------------------------------------

    def _list_part(self) -> QWidget:
        body = QWidget()
        lines = QVBoxLayout(body)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        self._filters = QWidget(body)
        bar = QHBoxLayout(self._filters)
        self._filter_line = bar
        self._count = QLabel(self._filters)
        self._count.setProperty("role", "second")
        self._where = ChipRow(self._filters)
        self._where.toggled.connect(self._every_grid)
        self._grids = Button(self._filters, text=self.tr("Grid"))
        self._grids.set_small(True)
        self._grid_menu = QMenu(self._grids)
        self._grids.setMenu(self._grid_menu)
        view = QLabel(self.tr("View"), self._filters)
        view.setProperty("role", "second")
        self._view = Button(self._filters, text=self.tr("By due day"))
        self._view.set_small(True)
        self._view.setAccessibleName(self.tr("Order of the list"))
        views = QMenu(self._view)
        views.addAction(self.tr("By due day"), partial(self._order, Sort.DUE))
        views.addAction(self.tr("By registration"), partial(self._order, Sort.NEWEST))
        self._view.setMenu(views)
        for part in (self._count, self._where, self._grids):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(view)
        bar.addWidget(self._view)
        self.table = TodayTable(body)
        self.table.setAccessibleName(self.tr("What waits today"))
        self.table.set_words(next_verbs(), self.tr("99 workdays late"))
        self.tips = DueTips(self._session, self.table, self._due_matter)
        self.table.rowChanged.connect(self.tips.row_changed)
        rows: Rows[Waits] = Rows(
            [
                Column(self.tr("Due"), lambda w: self._row(w).when),
                Column(self.tr("Matter"), lambda w: w.row.title, tip=lambda w: w.row.title),
                Column(self.tr("With"), lambda w: words.who_has_it(w.row)),
                Column(self.tr("Next step"), lambda w: str(w.next.label) if w.next else ""),
            ],
            key=lambda w: w.row.id.hex(),
            row=self._row,
            spoken=lambda w: self._row(w).spoken(),
            described=lambda w: self.tips.said(w.row.id),
        )
        session = self._session
        self.model: PagedModel[Waits] = PagedModel(
            session.jobs,
            rows,
            lambda ids: daybook.waits(session.desk, session.actor, ids, session.today()),
            lambda w: w.row.rank,
            self,
        )
        self.table.setModel(self.model)
        self.model.filled.connect(self._filled)
        self.tips.watch(self.model)
        self.table.verbTriggered.connect(self._verb)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._clicked)
        self.table.horizontalHeader().sectionClicked.connect(self._head_clicked)
        opening = QShortcut(QKeySequence(Qt.Key.Key_Right), self.table)
        opening.setContext(Qt.ShortcutContext.WidgetShortcut)
        opening.activated.connect(self._open_current)
        lines.addWidget(self._filters)
        lines.addWidget(self.table, 1)
        look.follow(self._relay_bar)
        self._show_where()
        return body

    def _relay_bar(self) -> None:
        theme = look.current()
        self._filter_line.setContentsMargins(theme.px(24), 0, theme.px(16), 0)
        self._filter_line.setSpacing(theme.px(8))
        self._filters.setFixedHeight(theme.px(40))

    def _row(self, item: Waits) -> TodayRow:
        return row_of(item, self._session.today(), self.parts.chosen())

    def _show_parts(self) -> None:
        self.table.viewport().update()

    def _due_matter(self, index: QModelIndex) -> RecordId | None:
        item = self._at(index)
        return item.row.id if item is not None and item.row.due_on is not None else None

    # ---- reading -------------------------------------------------------------------------------------

    def arrive(self) -> None:
        self.read()

    def first_focus(self) -> QWidget:
        return self.calls.list if self._filter == "tell" else self.table

    def do(self, action: str) -> bool:
        if action == "refresh":
            self.read()
        elif action == "print":
            self._print()
        return True

    def seek(self, key: object) -> None:
        if isinstance(key, str):
            self.strip.set_current(key)
            self._filtered(key)
            if self.isVisible():
                self.first_focus().setFocus()

    def read(self) -> None:
        """Read the counts, the day beside them and the list again, keeping the row one is at."""
        desk, day = self._session.desk, self._session.today()
        self.head.set_title(self.tr("Today"), f"{words.day_words(day, day)} {words.weekday_words(day)}")

        def gather() -> tuple[Day, int, Office]:
            found = daybook.read(desk, day)
            counts = replace(found.counts, tell=calls.waiting(desk))  # groups told in part too
            return replace(found, counts=counts), self._packages(), browse.office(desk)

        self._session.read(gather, self._show, owner=self)
        self.due_line.read()
        if self._filter == "tell":
            self.calls.read()
        else:
            self._fetch()

    def _fetch(self) -> None:
        current = self.table.currentIndex()
        self._keep = self.model.id_at(current.row()) if current.isValid() else None
        desk, wanted = self._session.desk, self._wanted()
        self.model.fetch(lambda _: browse.ranks(desk, wanted))

    def _wanted(self) -> MatterFilter:
        """What the list shows now."""
        found = browse.today_filter(self._filter, self._session.today())
        return replace(found, sort=self._sort, grid=self._grid)

    def _changed(self, changed: Changed) -> None:
        if self.isVisible():
            self.read()

    def _show(self, found: tuple[Day, int, Office]) -> None:
        day, packages, office = found
        self._show_counts(day, packages)
        self._fill_grids(office)
        self._show_emptiness(day, office)

    def _show_counts(self, day: Day, packages: int) -> None:
        counts, book, today = day.counts, day.book, self._session.today()
        late = soon = ""
        if book.earliest is not None:
            n = abs(remaining(today, book.earliest, day.calendar).working_days)
            late = self.tr("longest {n} working days").format(n=n)
        if book.due_today or book.due_tomorrow:
            soon = self.tr("{today} today, {tomorrow} tomorrow").format(
                today=book.due_today, tomorrow=book.due_tomorrow
            )
        late_words = self.tr("{n} past their day")
        tell = late_words.format(n=book.tell_late) if book.tell_late else ""
        consult = late_words.format(n=book.consult_late) if book.consult_late else ""
        self.strip.set_counts(
            [
                Count("overdue", str(counts.overdue), self.tr("Late"), late, "red", "circle-alert"),
                Count("soon", str(counts.soon), self.tr("In 7 days"), soon, "amber", "clock"),
                Count("tell", str(counts.tell), self.tr("To be told"), tell),
                Count("consult", str(counts.consult), self.tr("To consult"), consult),
                Count("packages", str(packages), self.tr("Packages")),
            ]
        )
        self.strip.set_current(self._filter)

    def _fill_grids(self, office: Office) -> None:
        self._grid_menu.clear()
        self._grid_menu.addAction(self.tr("All grids"), partial(self._choose_grid, None, ""))
        for record, grid in office.grids:
            name = f"{grid.village or ''}{grid.name or ''}"
            self._grid_menu.addAction(name, partial(self._choose_grid, record, name))
        self._grids.setVisible(bool(office.grids))

    def _show_emptiness(self, day: Day, office: Office) -> None:
        empty = day.empty
        shown = self.calls if self._filter == "tell" else self._list_box
        self._stack.setCurrentWidget(self._empty if empty else shown)
        for part in (self.strip, self._strip_line, *self._icons()):
            part.setVisible(not empty)
        if empty:
            title, text, steps, doors, other = first_steps(self._session, office)
            self._empty.show_steps(title, text, steps, doors, other)
            self.side.show_later()
            self.set_side_text(self.tr("What this page shows"))
            return
        self.side.show_day(day.book, self._session.today())
        self.set_side_text(self.tr("Reception today: {n}").format(n=day.book.visits))

    def _icons(self) -> tuple[QWidget, ...]:
        return self._copying, self._exporting, self.parts.button, self._printing

    def _filled(self, count: int) -> None:
        name = {
            "overdue": self.tr("Overdue: {n}"),
            "soon": self.tr("Due in seven days: {n}"),
            "tell": self.tr("Visitors to be told: {n}"),
            "consult": self.tr("Deputies to be consulted: {n}"),
        }.get(self._filter, self.tr("{n} in all"))
        self._count.setText(name.format(n=count))
        row = self.model.row_of(self._keep) if self._keep is not None else -1
        if count:
            self.table.setCurrentIndex(self.model.index(max(0, row), 0))

    # ---- filters -------------------------------------------------------------------------------------

    def _filtered(self, key: str) -> None:
        if key == "packages":
            self.strip.set_current(self._filter)
            self._session.wanted.emit("exchange", "inbox")
            return
        self._filter = key
        if key == "tell":
            self._stack.setCurrentWidget(self.calls)
            self.calls.read()
            return
        self._stack.setCurrentWidget(self._list_box)
        self._fetch()

    def _show_where(self) -> None:
        self._where.set_chips([Chip("all", self.tr("Every grid"), self._grid is None)])
        self._grids.setText(self._grid_name or self.tr("Grid"))

    def _every_grid(self) -> None:
        self._choose_grid(None, "")

    def _choose_grid(self, grid: RecordId | None, name: str, checked: bool = False) -> None:
        self._grid, self._grid_name = grid, name
        self._show_where()
        self._fetch()

    def _order(self, sort: Sort, checked: bool = False) -> None:
        self._sort = sort
        by_due = sort is Sort.DUE
        self._view.setText(self.tr("By due day") if by_due else self.tr("By registration"))
        header = self.table.horizontalHeader()
        header.setSortIndicator(0 if by_due else -1, Qt.SortOrder.AscendingOrder)
        self._fetch()

    def _head_clicked(self, section: int) -> None:
        self._order(Sort.DUE if section == 0 else self._sort)

    # ---- doing ---------------------------------------------------------------------------------------

    def _at(self, index: QModelIndex) -> Waits | None:
        return self.model.row_at(index) if index.isValid() else None

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() != 3:
            self._open(index)

    def _open_current(self) -> None:
        self._open(self.table.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        item = self._at(index)
        if item is not None:
            page = "suggestions" if item.row.track == "suggestion" else "matters"
            self._session.wanted.emit(page, item.row.id)

    def _verb(self, index: QModelIndex) -> None:
        item = self._at(index)
        if item is not None and item.next is not None:
            open_step(self._session, self, item.row.id, item.next.verb)

    def _first_chosen(self, key: str) -> None:
        page, _, what = key.partition(":")
        self._session.wanted.emit(page, what or None)

    def _print(self) -> None:
        self._session.wanted.emit("reports", ("contact-list" if self._filter == "tell" else "overdue", None))

    def copy_list(self) -> None:
        """Put the whole list on the clipboard as a table, for Excel."""
        copy_matters(self._session, [self.model.id_at(row) for row in range(self.model.rowCount())])

    def _export(self) -> None:
        target = ask_workbook(self, self.tr("Save what is shown"), self.tr("Today"))
        if target is not None:
            self.export(target)

    def export(self, target: Path) -> None:
        """The ledger of what the list shows, as a workbook."""
        wanted = self._wanted()
        write_ledger(
            self._session, self, lambda: wanted, target, lambda e: self._session.said.emit(str(e), False)
        )
