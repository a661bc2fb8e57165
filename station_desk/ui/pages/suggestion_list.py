"""The list of suggestions: where each stands, who leads it, which unit has it, when it is due."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from station_desk.casework import browse
from station_desk.casework.browse import HeldRow, MatterFilter, Sort
from station_desk.domain.declare import RecordId
from station_desk.domain.workdays import Calendar
from station_desk.ui import look, words
from station_desk.ui.duetips import DueTips
from station_desk.ui.paging import Column, PagedModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.chips import Chip, ChipRow
from station_desk.ui.widgets.page import Page
from station_desk.ui.widgets.table import Table

_STAGES: dict[str, tuple[str, ...]] = {
    "drafting": ("draft", "checked"),
    "waiting": ("submitted", "reassign"),
    "handling": ("assigned", "handling"),
    "consult": ("replied", "unhappy"),
    "over": ("done", "closed"),
}
_TYPING_MS = 200
_HOLDER_FROM = 1100  # logical px of the window
_LEAD_FROM = 800
_DUE = 5  # the column of the due day


class SuggestionList(Page):
    """Signals: `opened(RecordId)`; `draftWanted()`: a new one is to be written."""

    opened = Signal(object)
    draftWanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._chip = ""
        self._calendar = Calendar({})
        self._wanted = MatterFilter(tracks=("suggestion",), sort=Sort.NEWEST)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.read)
        self._build()
        desk = session.desk
        session.read(lambda: desk.profile().calendar, self._keep_calendar, owner=self)
        self.read()

    def _build(self) -> None:
        self.head.set_title(self.tr("Suggestions"))
        self.write = Button(self, self.tr("Draft a suggestion"), "primary", "plus")
        self.write.clicked.connect(self.draftWanted)
        self.head.add(self.write)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Number, title, words"))
        self.search.setAccessibleName(self.tr("Find in this list"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._typed)
        self.chips = ChipRow(self)
        self.chips.setAccessibleName(self.tr("Stage"))
        self.chips.toggled.connect(self._filter)
        self.table = Table(self)
        self.table.setAccessibleName(self.tr("Suggestions"))
        self.tips = DueTips(self._session, self.table, self._due_matter, columns=(_DUE,))
        today = self._session.today
        rows: Rows[HeldRow] = Rows(
            [
                Column(self.tr("Number"), lambda r: words.shown_number(r.row)),
                Column(self.tr("Title"), lambda r: r.row.title, tip=lambda r: r.row.title),
                Column(self.tr("Lead deputy"), lambda r: r.row.person),
                Column(self.tr("With"), self._with, tip=self._with),
                Column(self.tr("Stage"), lambda r: words.stage_label(r.row), icon=_icon, tone=_tone),
                Column(
                    self.tr("Due"),
                    lambda r: self._due(r).first if r.row.due_on else "",
                    tone=lambda r: self._due(r).tone if r.row.due_on else "",
                    icon=lambda r: self._due(r).icon if r.row.due_on else "",
                    tip=lambda r: words.day_words(r.row.due_on, today()),
                ),
            ],
            key=lambda r: r.row.id.hex(),
            spoken=lambda r: "，".join((r.row.title, words.stage_label(r.row), r.row.person)),
            described=lambda r: self.tips.said(r.row.id),
        )
        desk = self._session.desk
        self.model: PagedModel[HeldRow] = PagedModel(
            self._session.jobs, rows, lambda ids: browse.held_rows(desk, ids), lambda r: r.row.rank, self
        )
        self.model.filled.connect(self._filled)
        self.table.setModel(self.model)
        self.table.selectionModel().currentRowChanged.connect(self.tips.row_changed)
        self.tips.watch(self.model)
        self.table.opened.connect(self._open)
        self._filters = QHBoxLayout()
        self._filters.addWidget(self.chips)
        self._filters.addStretch(1)
        self._filters.addWidget(self.search)
        body = QWidget()
        self._lines = QVBoxLayout(body)
        self._lines.addLayout(self._filters)
        self._lines.addWidget(self.table, 1)
        self.set_body(body)
        self._show_chips()
        look.follow(self._relay_list)

    def _relay_list(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(10), theme.px(24), 0)
        self._lines.setSpacing(theme.px(10))
        self.search.setMinimumWidth(theme.px(120))
        self.search.setMaximumWidth(theme.px(220))
        self._share_width()

    def _share_width(self) -> None:
        """The title keeps room to be read: first the holder gives way, then the lead deputy."""
        wide = self.logical_width()
        self.table.setColumnHidden(3, wide < _HOLDER_FROM)
        self.table.setColumnHidden(2, wide < _LEAD_FROM)
        self.table.set_widths(124, 0, 76, 190, 150, 150)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _due(self, held: HeldRow) -> words.DueWords:
        return words.due_of(held.row, self._session.today(), self._calendar)

    def _due_matter(self, index: QModelIndex) -> RecordId | None:
        held = self.model.row_at(index)
        return held.row.id if held is not None and held.row.due_on is not None else None

    def _with(self, held: HeldRow) -> str:
        """The units that still owe something, the lead first, by their short names."""
        return self.tr(", ").join(held.units) if held.units else words.who_has_it(held.row)

    def _keep_calendar(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self.model.refresh()

    def _show_chips(self) -> None:
        names = (
            ("drafting", self.tr("Being drafted")),
            ("waiting", self.tr("To be handed over")),
            ("handling", self.tr("Being handled")),
            ("consult", self.tr("To be judged")),
            ("over", self.tr("Over")),
        )
        self.chips.set_chips([Chip(key, text, on=key == self._chip) for key, text in names])

    def _filter(self, key: str, on: bool) -> None:
        self._chip = key if on else ""
        self._wanted = replace(self._wanted, stages=_STAGES[key] if on else ())
        self._show_chips()
        self.read()

    def _typed(self) -> None:
        self._typing.start()

    def show_filter(self, wanted: MatterFilter) -> None:
        """Show what another page asks for, among suggestions."""
        self._chip = ""
        self._wanted = replace(wanted, tracks=("suggestion",))
        self._show_chips()
        self.read()

    def read(self) -> None:
        """Read the list again."""
        self._typing.stop()
        wanted = replace(self._wanted, text=self.search.text().strip() or self._wanted.text)
        desk = self._session.desk
        self.model.fetch(lambda _: browse.ranks(desk, wanted))

    def _filled(self, count: int) -> None:
        said = self.tr("{n} in all").format(n=count)
        if not count:
            said = self.tr("None here yet. Draft one, or raise it from an issue.")
        self.head.set_title(self.tr("Suggestions"), said)

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None:
            self.opened.emit(row.row.id)

    def beside(self, rank: int, step: int) -> int | None:
        """The rank `step` rows away from the row of `rank` in this list; None past its ends."""
        row = self.model.row_of(rank)
        there = row + step
        return self.model.id_at(there) if row >= 0 and 0 <= there < self.model.rowCount() else None

    def first_focus(self) -> QWidget | None:
        return self.table


def _icon(held: HeldRow) -> str:
    return {"done": "circle-check", "unhappy": "circle-alert", "replied": "reply"}.get(held.row.stage, "")


def _tone(held: HeldRow) -> str:
    return {"done": "green", "unhappy": "red"}.get(held.row.stage, "")
