"""The list of suggestions and motions: where each stands, who leads it, which unit has it, when it is due."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from station_desk.casework import browse, people, suggestion_rows
from station_desk.casework.browse import MatterFilter, Sort
from station_desk.casework.suggestion_rows import SuggestionRow
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import TRACKS as TRACK_NAMES
from station_desk.domain.workdays import Calendar
from station_desk.ui import look, words
from station_desk.ui.duetips import DueTips
from station_desk.ui.pages.suggestion_filters import SuggestionFilters
from station_desk.ui.paging import Column, PagedModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.chips import Chip, ChipRow
from station_desk.ui.widgets.flow import FlowBox
from station_desk.ui.widgets.page import Page
from station_desk.ui.widgets.segments import Segments
from station_desk.ui.widgets.table import Table

_STAGES: dict[str, tuple[str, ...]] = {
    "drafting": ("draft", "checked"),
    "waiting": ("submitted", "reassign"),
    "handling": ("assigned", "handling"),
    "consult": ("replied", "unhappy", "to_meet", "second", "agenda"),
    "promised": ("tracking",),
    "over": ("done", "closed"),
}
_TYPING_MS = 200
_HOLDER_FROM = 1100  # logical px of the window
_LEAD_FROM = 950
_MARKS_FROM = 1000
_DUE = 6  # the column of the due day
_TRACKS = ("suggestion", "motion")


class SuggestionList(Page):
    """Signals: `opened(RecordId)`; `draftWanted()`, `motionWanted()`: a new one is to be written."""

    opened = Signal(object)
    draftWanted = Signal()
    motionWanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._chip = ""
        self._calendar = Calendar({})
        self._wanted = MatterFilter(tracks=_TRACKS, sort=Sort.NEWEST)
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
        self.more = Button(self, icon="ellipsis")
        self.more.setAccessibleName(self.tr("More to draft"))
        self.drafts = QMenu(self.more)
        self.drafts.addAction(self.tr("Draft a motion"), self.motionWanted.emit)
        self.more.clicked.connect(self._open_drafts)
        self.more.setToolTip(self.tr("More to draft"))
        self._rest_for_viewers()
        self.search = QLineEdit(self)
        self.head.add(self.search)
        self.head.add(self.write)
        self.head.add(self.more)
        self.tracks = Segments(self)
        self.tracks.setAccessibleName(self.tr("Track"))
        self.tracks.set_choices(
            [("", self.tr("All")), *((code, TRACK_NAMES.label(code)) for code in _TRACKS)]
        )
        self.tracks.set_value("")
        self.tracks.chosen.connect(self._choose_track)
        self.filters = SuggestionFilters(self._session, self)
        self.filters.changed.connect(self._narrow)
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
        rows: Rows[SuggestionRow] = Rows(
            [
                Column(self.tr("Number"), lambda r: words.shown_number(r.row)),
                Column(self.tr("Title"), lambda r: r.row.title, tip=lambda r: r.row.title),
                Column(self.tr("Lead deputy"), lambda r: r.row.person),
                Column(self.tr("With"), self._with, tip=self._with),
                Column(self.tr("Stage"), _stage, icon=_icon, tone=_tone, tip=_stage),
                Column(self.tr("Marks"), self._marks, tone=_marks_tone, icon=_marks_icon, tip=self._marks),
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
        self.model: PagedModel[SuggestionRow] = PagedModel(
            self._session.jobs,
            rows,
            lambda ids: suggestion_rows.rows(desk, ids, today()),
            lambda r: r.row.rank,
            self,
        )
        self.model.filled.connect(self._filled)
        self.table.setModel(self.model)
        self.table.selectionModel().currentRowChanged.connect(self.tips.row_changed)
        self.tips.watch(self.model)
        self.table.opened.connect(self._open)
        bar = FlowBox(self)
        bar.set_gaps(12, 8)
        bar.set_centred(True)
        for part in (self.tracks, self.filters.chips, self.chips):
            bar.place(part)
        body = QWidget()
        self._lines = QVBoxLayout(body)
        self._lines.addWidget(bar)
        self._lines.addWidget(self.table, 1)
        self.set_body(body)
        self._show_chips()
        look.follow(self._relay_list)

    def _rest_for_viewers(self) -> None:
        """Who only reads sees what others write with, resting, and why."""
        why = people.read_only(self._session.actor)
        for button in (self.write, self.more):
            button.setEnabled(not why)
            if why:
                button.setToolTip(why)

    def _relay_list(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(10), theme.px(24), 0)
        self._lines.setSpacing(theme.px(10))
        self.search.setFixedWidth(theme.px(200))
        self._share_width()

    def _share_width(self) -> None:
        """The title keeps room to be read: first the holder gives way, then the lead deputy."""
        wide = self.logical_width()
        self.table.setColumnHidden(3, wide < _HOLDER_FROM)
        self.table.setColumnHidden(2, wide < _LEAD_FROM)
        self.table.setColumnHidden(5, wide < _MARKS_FROM)
        self.table.set_widths(124, 0, 76, 140, 160 if wide >= _LEAD_FROM else 210, 170, 152)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _due(self, held: SuggestionRow) -> words.DueWords:
        return words.due_of(held.row, self._session.today(), self._calendar)

    def _due_matter(self, index: QModelIndex) -> RecordId | None:
        held = self.model.row_at(index)
        return held.row.id if held is not None and held.row.due_on is not None else None

    def _with(self, held: SuggestionRow) -> str:
        """The units that still owe something, the lead first, by their short names."""
        return self.tr(", ").join(held.units) if held.units else words.who_has_it(held.row)

    def _marks(self, held: SuggestionRow) -> str:
        """What is notable: key supervision, promises, the round of verdicts, whose name it stands in."""
        marks = held.marks
        said = [self.tr("Key supervision")] if marks.supervised else []
        if marks.late:
            said.append(self.tr("{n} promises, {late} overdue").format(n=marks.promises, late=marks.late))
        elif marks.promises:
            said.append(self.tr("{n} promises open").format(n=marks.promises))
        if held.asked:
            said.append(self.tr("{n}/{all} returned").format(n=held.returned, all=held.asked))
        if marks.looked_back:
            said.append(self.tr("Looked back upon"))
        if marks.group:
            said.append(marks.group)
        return words.joined(said)

    def _keep_calendar(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self.model.refresh()

    def _show_chips(self) -> None:
        names = (
            ("drafting", self.tr("Being drafted")),
            ("waiting", self.tr("To be handed over")),
            ("handling", self.tr("Being handled")),
            ("consult", self.tr("To be judged")),
            ("promised", self.tr("Promises tracked")),
            ("over", self.tr("Over")),
        )
        self.chips.set_chips([Chip(key, text, on=key == self._chip) for key, text in names])
        self.filters.show(self._wanted)

    def _open_drafts(self) -> None:
        self.drafts.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _choose_track(self, track: str) -> None:
        self._narrow(replace(self._wanted, tracks=(track,) if track else _TRACKS))

    def _narrow(self, wanted: MatterFilter) -> None:
        self._wanted = wanted
        self._show_chips()
        self.read()

    def _filter(self, key: str, on: bool) -> None:
        self._chip = key if on else ""
        self._wanted = replace(self._wanted, stages=_STAGES[key] if on else ())
        self._show_chips()
        self.read()

    def _typed(self) -> None:
        self._typing.start()

    def show_filter(self, wanted: MatterFilter) -> None:
        """Show what another page asks for, among suggestions and motions."""
        self._chip = ""
        asked = tuple(track for track in _TRACKS if track in wanted.tracks)
        self.tracks.set_value(asked[0] if len(asked) == 1 else "")
        self._wanted = replace(wanted, tracks=asked or _TRACKS)
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


def _stage(held: SuggestionRow) -> str:
    return words.stage_label(held.row)


def _icon(held: SuggestionRow) -> str:
    return {
        "done": "circle-check",
        "unhappy": "circle-alert",
        "to_meet": "circle-alert",
        "replied": "reply",
    }.get(held.row.stage, "")


def _tone(held: SuggestionRow) -> str:
    return {"done": "green", "unhappy": "red", "to_meet": "red"}.get(held.row.stage, "")


def _marks_tone(held: SuggestionRow) -> str:
    return "red" if held.marks.late else ""


def _marks_icon(held: SuggestionRow) -> str:
    marks = held.marks
    return "flag" if marks.supervised else "calendar-clock" if marks.promises else ""
