"""The list of matters beside the one shown: search as one types, filters as chips, saved views, order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from station_desk.casework import browse, daybook
from station_desk.casework.browse import MatterFilter, Office, Sort
from station_desk.casework.daybook import Waits
from station_desk.domain.deadlines import SOON_DAYS
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import TRACKS as TRACK_NAMES
from station_desk.ui import look, marking, words
from station_desk.ui.duetips import DueTips
from station_desk.ui.pages import parts
from station_desk.ui.pages.matter_bulk import BulkFoot
from station_desk.ui.pages.matter_filters import FilterWords
from station_desk.ui.pages.matter_head import ListHead
from station_desk.ui.paging import Column, PagedModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.chips import Chip, ChipRow
from station_desk.ui.widgets.rows import ListRow, RowList
from station_desk.ui.widgets.side_panel import hairline

_TYPING_MS = 200
_NONE = MatterFilter()
_PARTS = ("number", "with", "category", "person", "place", "station", "stage")


class MatterList(QWidget):
    """Signals: `chosen(RecordId)` when another row is current, `opened()` when one is entered, `emptied()`.

    `show_filter(MatterFilter)` from outside; `select(RecordId)` keeps the filter and looks for the row.
    """

    chosen = Signal(object)
    opened = Signal()
    emptied = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._office: Office | None = None
        self._categories: tuple[str, ...] = ()
        self._wanted = MatterFilter(open=True, sort=Sort.DUE)
        self._keep: RecordId | None = None
        self._quiet = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._typed)
        self._build()
        look.follow(self._relay)
        self._show_chips()

    # ---- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.head = ListHead(self._session, self._view_name, self)
        self.head.chosen.connect(self.show_filter)
        self.head.saved.connect(self._to_list)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Number, words, place, name"))
        self.search.setAccessibleName(self.tr("Find in this list"))
        self.search.setClearButtonEnabled(True)
        self.search.textEdited.connect(self._edited)
        self.search.textChanged.connect(self._cleared)
        self.search.returnPressed.connect(self._typed)
        self._chips = ChipRow(self)
        self._chips.setAccessibleName(self.tr("Filters"))
        self._chips.removed.connect(self._drop)
        self._chips.pressed.connect(self._offer_filters)
        self._filter_menu = QMenu(self)
        self._order = Button(self, kind="word", icon="arrow-up-narrow-wide")
        self._order.set_small(True)
        self._order.set_flush(True)
        self._order.setToolTip(self.tr("Order: by due day or newest first"))
        self._order.clicked.connect(self._turn_order)
        self._bar = QHBoxLayout()
        self._bar.addWidget(self._chips)
        self._bar.addStretch(1)
        self._bar.addWidget(self._order)
        self.list = RowList(self)
        self.list.set_many()
        self.list.setAccessibleName(self.tr("Matters"))
        self.tips = DueTips(self._session, self.list, self._due_matter)
        rows: Rows[Waits] = Rows(
            [Column(self.tr("Matter"), lambda w: w.row.title, tip=lambda w: w.row.title)],
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
        self.list.setModel(self.model)
        self.list.rowChanged.connect(self._row_changed)
        self.list.opened.connect(self._opened)
        self.list.clicked.connect(self._opened)
        self.model.filled.connect(self._filled)
        self.model.dataChanged.connect(self._loaded)
        self.tips.watch(self.model)
        self.foot = BulkFoot(session, self._ranks, lambda: self._categories, self)
        self.foot.exportWanted.connect(self.export_list)
        self.foot.opened.connect(self._open_refused)
        self.list.counted.connect(self.foot.show_selected)
        self.list.rowChanged.connect(self.tips.row_changed)
        self.parts = parts.PartsChoice(session, self, "matters.parts", _PARTS, ("number", "with"))
        self.parts.changed.connect(self._repaint)
        self.foot.add(self.parts.button)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._find_line = QHBoxLayout()
        self._find_line.addWidget(self.search)
        self._lines.addWidget(self.head)
        for line in (self._find_line, self._bar):
            self._lines.addLayout(line)
        self._lines.addWidget(hairline(self))
        self._lines.addWidget(self.list, 1)
        self._lines.addWidget(self.foot)

    def _relay(self) -> None:
        theme = look.current()
        self._find_line.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self._bar.setContentsMargins(theme.px(16), theme.px(8), theme.px(20), theme.px(8))

    def _row(self, item: Waits) -> ListRow:
        row = item.row
        second = parts.line(row, self.parts.chosen())
        if row.due_on is None:
            return ListRow(row.title, second, words.stage_label(row), marks=marking.listed(row))
        due = words.due_of(row, self._session.today(), item.calendar)
        tone = "text2" if due.tone == "text" else due.tone
        return ListRow(row.title, second, due.short, tone, marks=marking.listed(row))

    def _repaint(self) -> None:
        self.list.viewport().update()

    def _due_matter(self, index: QModelIndex) -> RecordId | None:
        item = self.model.row_at(index)
        return item.row.id if item is not None and item.row.due_on is not None else None

    # ---- reading -------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the list again, keeping the matter one is at."""
        desk = self._session.desk
        wanted = self._wanted
        self.model.fetch(lambda _: browse.ranks(desk, wanted))
        if self._office is None:
            self._session.read(
                lambda: (browse.office(desk), desk.profile().categories), self._keep_office, owner=self
            )

    def _keep_office(self, found: object) -> None:
        if isinstance(found, tuple) and isinstance(found[0], Office):
            self._office = found[0]
            edited = tuple(c.name or "" for _, c in found[0].categories)
            self._categories = edited or tuple(c.name for c in found[1])

    def forget_office(self) -> None:
        """The office's lists were changed: read them again next time."""
        self._office = None

    def _filled(self, count: int) -> None:
        self.foot.show_total(count)
        self.head.show_view(self._wanted, count)
        if not count:
            self.emptied.emit()
            return
        if self._keep is None:
            self._go(0)
            return
        desk, wanted, keep = self._session.desk, self._keep, self._keep

        def rank() -> int | None:
            found = browse.ranks(desk, MatterFilter(ids=(wanted,)))
            return found[0] if found else None

        def show(found: int | None) -> None:
            if keep == self._keep:
                self._go(self.model.row_of(found) if found is not None else -1, fallback=self._quiet)

        self._session.read(rank, show, owner=self)

    def _go(self, row: int, *, fallback: bool = False) -> None:
        """Make `row` current; a matter that left the list stays shown beside it, nothing being current."""
        if row < 0 and not fallback:
            self.list.clearSelection()
            return
        index = self.model.index(max(0, row), 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _loaded(self, first: QModelIndex, last: QModelIndex) -> None:
        row = self.list.currentIndex().row()
        if first.row() <= row <= last.row():
            self._row_changed(self.list.currentIndex())

    def _row_changed(self, index: QModelIndex) -> None:
        item = self.model.row_at(index) if index.isValid() else None
        if item is not None and item.row.id != self._keep:
            self._keep = item.row.id
            self.chosen.emit(item.row.id)

    def _opened(self, index: QModelIndex) -> None:
        item = self.model.row_at(index)
        gathering = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if QApplication.keyboardModifiers() & gathering:
            return  # rows are being gathered, not entered
        if item is not None:
            self._keep = item.row.id
            self.chosen.emit(item.row.id)
            self.opened.emit()

    def select(self, matter: RecordId) -> None:
        """Look for a matter in the list; it is made current where it is."""
        self._keep = matter
        self.read()

    def go_by(self, step: int) -> None:
        """Go to the row above (−1) or below (+1)."""
        row = self.list.currentIndex().row() + step
        if 0 <= row < self.model.rowCount():
            self._go(row)

    def may_go(self, step: int) -> bool:
        """Whether there is a row above (−1) or below (+1)."""
        return 0 <= self.list.currentIndex().row() + step < self.model.rowCount()

    # ---- filters -------------------------------------------------------------------------------------

    def show_filter(self, wanted: MatterFilter) -> None:
        """Show what `wanted` names, from its first row."""
        self._wanted = wanted
        self._keep = None
        if self.search.text() != wanted.text:
            self.search.setText(wanted.text)
        self._show_chips()
        self.read()

    def wanted(self) -> MatterFilter:
        """What the list shows now."""
        return self._wanted

    def _edited(self, text: str) -> None:
        self._typing.start()

    def _cleared(self, text: str) -> None:
        if not text and self._wanted.text:
            self._typing.start()

    def _typed(self) -> None:
        self._typing.stop()
        text = self.search.text().strip()
        if text != self._wanted.text:
            # A search looks everywhere: who searches a number does not care whether it is filed.
            self._keep = None
            self._change(text=text)

    def _change(self, **values: object) -> None:
        self._wanted = replace(self._wanted, **values)  # type: ignore[arg-type]
        self._keep = None
        self._show_chips()
        self.read()

    def _view_name(self) -> str:
        """What a view of the present filters may be called."""
        return "、".join(text for _, text in self._words().set_filters(self._wanted))

    def _to_list(self) -> None:
        self.list.setFocus()

    def _show_chips(self) -> None:
        chips = [Chip(key, text, removable=True) for key, text in self._words().set_filters(self._wanted)]
        # Two fit beside the order; the rest are named by the plus, and all are in its menu.
        more = len(chips) - 2
        plus = self.tr("Filter +{n}").format(n=more) if more > 0 else self.tr("Filter")
        self._chips.set_chips([*chips[:2], Chip("add", plus, False, icon="plus")])
        due = self._wanted.sort is Sort.DUE
        self._order.set_icon("arrow-up-narrow-wide" if due else "arrow-down-wide-narrow")
        self._order.setText(self.tr("Due") if due else self.tr("Newest"))

    def _words(self) -> FilterWords:
        return FilterWords(self._office, self._session.today())

    def _drop(self, key: str) -> None:
        if key == "due":
            self._change(due_from=None, due_to=None)
        else:
            self._change(**{key: getattr(_NONE, key)})

    def _offer_filters(self, key: str) -> None:
        self._fill_filters()
        self._filter_menu.popup(self._chips.mapToGlobal(self._chips.rect().bottomLeft()))

    def _fill_filters(self) -> None:
        menu = self._filter_menu
        menu.clear()
        for name, text in self._words().set_filters(self._wanted):
            menu.addAction(self.tr("Without {filter}").format(filter=text), partial(self._drop, name))
        if not menu.isEmpty():
            menu.addSeparator()
        state = menu.addMenu(self.tr("State"))
        state.addAction(self.tr("Open"), partial(self._change, open=True))
        state.addAction(self.tr("Filed"), partial(self._change, open=False))
        track = menu.addMenu(self.tr("Track"))
        for code, label in TRACK_NAMES.terms.items():
            track.addAction(str(label), partial(self._change, tracks=(code,)))
        today = self._session.today()
        due = menu.addMenu(self.tr("Due"))
        due.addAction(self.tr("Overdue"), partial(self._change, due_from=None, due_to=today - timedelta(1)))
        soon = today + timedelta(SOON_DAYS)
        due.addAction(self.tr("In seven days"), partial(self._change, due_from=today, due_to=soon))
        waiting = menu.addMenu(self.tr("Waiting for"))
        for waits, name in self._words().waiting_names().items():
            waiting.addAction(name, partial(self._change, waiting=waits))
        marked = menu.addMenu(self.tr("Marks"))
        marked.addAction(self.tr("Urgent"), partial(self._change, urgent=True))
        marked.addAction(self.tr("Sensitive"), partial(self._change, sensitive=True))
        category = menu.addMenu(self.tr("Category"))
        for name in self._categories:
            category.addAction(name, partial(self._change, category=name))
        if self._office is None:
            return
        if self._office.grids:
            grids = menu.addMenu(self.tr("Grid"))
            for record, grid in self._office.grids:
                grids.addAction(f"{grid.village or ''}{grid.name or ''}", partial(self._change, grid=record))
        if len(self._office.stations) > 1:
            stations = menu.addMenu(self.tr("Station"))
            for _, station in self._office.stations:
                stations.addAction(station.name or "", partial(self._change, station=station.code or ""))

    def _turn_order(self) -> None:
        self._change(sort=Sort.NEWEST if self._wanted.sort is Sort.DUE else Sort.DUE)

    def _ranks(self, selected: bool) -> list[int]:
        """Ranks of the rows selected, or of the whole list."""
        rows = self.list.selected_rows() if selected else range(self.model.rowCount())
        return [self.model.id_at(row) for row in rows]

    def _open_refused(self, matter: RecordId) -> None:
        self._keep = matter
        self.chosen.emit(matter)
        self.opened.emit()

    def copy_list(self) -> None:
        """Put what is selected, or the whole list, on the clipboard as a table."""
        self.foot.copy()

    def export_list(self) -> None:
        """Ask the reports page for the ledger of what is shown."""
        self._session.wanted.emit("reports", ("ledger", self._wanted))
