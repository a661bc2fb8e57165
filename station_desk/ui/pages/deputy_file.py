"""A deputy's own file (履职档案) by year: received, signed and judged, promised, honoured; printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QLocale, QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from station_desk import i18n
from station_desk.casework.browse import MatterRow
from station_desk.casework.deputies import Own, PromiseRow, Signed
from station_desk.casework.statistics import Period
from station_desk.domain.records import Honour, Visit
from station_desk.domain.vocabulary import CHANNELS, DEPUTY_VERDICTS, HONOURS, PROMISE_STATES, SIGNER_ROLES
from station_desk.errors import UserError
from station_desk.reports import catalogue
from station_desk.reports.catalogue import Made
from station_desk.reports.request import ReportRequest
from station_desk.ui import look, words
from station_desk.ui.pages.deputy_chart import WorkSection
from station_desk.ui.pages.deputy_list import gather
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.page import Page
from station_desk.ui.widgets.segments import Segments
from station_desk.ui.widgets.side_panel import Section
from station_desk.ui.widgets.table import Table

R = TypeVar("R")
_YEARS = 4
"""So many years are offered beside “all”."""
_NUMBER_FROM = 1000  # logical px of the window
_REPORT = "deputy-cases"
Promised = tuple[MatterRow, PromiseRow]
Honoured = tuple[MatterRow, Honour]


class DeputyFilePage(Page):
    """`save(path)` writes 代表事项清单 (.pdf or .xlsx) of the year shown."""

    offers = frozenset({"refresh", "print", "export"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.own: Own | None = None
        self._month = 0
        self.head.set_title(self.tr("My file"))
        self.years = Segments()
        self.years.setAccessibleName(self.tr("Year"))
        self.years.chosen.connect(self._year)
        self.excel = Button(text=self.tr("Excel"), icon="file-spreadsheet")
        self.excel.setToolTip(self.tr("List of my matters as a workbook"))
        self.excel.clicked.connect(self._save_excel)
        self.print = Button(text=self.tr("List of my matters (PDF)"), icon="printer")
        self.print.clicked.connect(self._save_pdf)
        self.head.add(self.years)
        self.head.add(self.excel)
        self.head.add(self.print)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._relays: list[Callable[[], None]] = []
        self._numbered: Table | None = None
        today = session.today
        self.visits = Section(title=self.tr("Received"), near=True)
        self.signed = Section(title=self.tr("Suggestions and motions"), near=True)
        self.visit_rows: ListModel[Visit] = self._table(
            self.visits,
            [
                Column(
                    self.tr("Day"), lambda v: words.day_words(v.began.date() if v.began else None, today())
                ),
                Column(self.tr("Visit"), lambda v: v.number or ""),
                Column(self.tr("How"), lambda v: CHANNELS.label(v.channel)),
                Column(self.tr("People"), lambda v: str(v.people or 1), right=True),
            ],
            lambda v: v.number or "",
            (110, 0, 160, 70),
        )
        self.signed_rows: ListModel[Signed] = self._table(
            self.signed,
            [
                Column(self.tr("Number"), lambda s: words.shown_number(s.row)),
                Column(self.tr("Title"), lambda s: s.row.title, tip=lambda s: s.row.title),
                Column(self.tr("As"), lambda s: SIGNER_ROLES.label(s.role)),
                Column(self.tr("Stage"), lambda s: words.stage_label(s.row)),
                Column(self.tr("Attitude"), lambda s: DEPUTY_VERDICTS.label(s.attitude) or "—"),
                Column(
                    self.tr("Result"), lambda s: DEPUTY_VERDICTS.label(s.result) or "—", tone=_verdict_tone
                ),
            ],
            lambda s: s.row.id.hex(),
            (130, 0, 64 if i18n.language() == i18n.CHINESE else 104, 150, 92, 92),
            opens=lambda s: s.row,
        )
        self.promised = Section(title=self.tr("Promised"), near=True)
        self.promise_rows: ListModel[Promised] = self._table(
            self.promised,
            [
                Column(self.tr("By"), lambda p: words.day_words(p[1].promise.by, today())),
                Column(self.tr("Promise"), lambda p: p[1].promise.what or "", tip=lambda p: p[0].title),
                Column(self.tr("Unit"), lambda p: p[1].unit),
                Column(self.tr("Kept"), self._kept, tone=lambda p: _promise_tone(p[1], today())),
            ],
            lambda p: p[1].id.hex(),
            (110, 0, 180, 92),
            opens=lambda p: p[0],
        )
        self.honours = Section(title=self.tr("Honours"), near=True)
        self.honour_rows: ListModel[Honoured] = self._table(
            self.honours,
            [
                Column(self.tr("Year"), lambda h: str(h[1].year or "")),
                Column(self.tr("What"), lambda h: HONOURS.label(h[1].kind)),
                Column(self.tr("For"), lambda h: h[0].title, tip=lambda h: h[0].title),
                Column(self.tr("State"), self._chosen),
            ],
            lambda h: f"{h[0].id.hex()}{h[1].kind}",
            (64, 130, 0, 120),
            opens=lambda h: h[0],
        )
        self.work = WorkSection()
        self.work.hide()
        self.work.narrowed.connect(self._narrow)
        self.whole = Button(kind="link")
        self.whole.set_small(True)
        self.whole.clicked.connect(self._widen)
        self.whole.hide()
        self.work.head.insertWidget(2, self.whole)
        for section in (self.work, self.visits, self.signed, self.promised, self.honours):
            self._lines.addWidget(section)
        self._lines.addStretch(1)
        self.set_body(inside, scroll=True)
        session.changed.connect(self._changed)
        look.follow(self._relay_sections)

    def _table(
        self,
        section: Section,
        columns: Sequence[Column[R]],
        key: Callable[[R], str],
        widths: tuple[int, ...],
        opens: Callable[[R], MatterRow] | None = None,
    ) -> ListModel[R]:
        table = Table(section)
        rows: Rows[R] = Rows(columns, key=key)
        model: ListModel[R] = ListModel(rows, table)
        table.setModel(model)
        table.set_plain()
        table.fit_rows(True)
        section.add(table)
        if section is self.signed:
            self._numbered = table
        if opens is not None:

            def go(index: QModelIndex) -> None:
                row = model.row_at(index)
                if row is not None and opens is not None:
                    self._session.wanted.emit("mine", opens(row).id)

            table.opened.connect(go)
        model.modelReset.connect(lambda: table.setVisible(model.rowCount() > 0))
        self._relays.append(lambda: table.set_widths(*widths))
        return model

    def _relay_sections(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(24))
        self._lines.setSpacing(theme.px(20))
        for relay in self._relays:
            relay()
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """In a narrow window the titles come first: the numbers give way."""
        if self._numbered is not None:
            self._numbered.setColumnHidden(0, self.logical_width() < _NUMBER_FROM)

    def _kept(self, row: Promised) -> str:
        return PROMISE_STATES.label(row[1].promise.state) if row[1].promise.state else self.tr("open")

    def _chosen(self, row: Honoured) -> str:
        return self.tr("chosen") if row[1].chosen_on else self.tr("nominated")

    # ---- reading -------------------------------------------------------------------------------------

    def arrive(self) -> None:
        desk, actor, today = self._session.desk, self._session.actor, self._session.today()
        self._session.read(lambda: gather(desk, actor, today), self._show, owner=self)

    def _changed(self, changed: object) -> None:
        if self.isVisible():
            self.arrive()

    def _show(self, own: Own | None) -> None:
        self.own = own
        self.work.setHidden(own is None)
        for button in (self.excel, self.print):
            button.setEnabled(own is not None)
        if own is None:
            self.head.set_title(self.tr("My file"), self.tr("Empty until the station's package is here"))
            self.years.set_choices([])
            return
        self.head.set_title(self.tr("My file"), own.deputy.name or "")
        kept = self.years.current_value()
        years = [str(year) for year in own.years()[:_YEARS]]
        self.years.set_choices([("", self.tr("All")), *((year, year) for year in years)])
        self.years.set_value(kept if kept in years else "")
        self._month = self._month if kept in years else 0
        self._draw()

    def _year(self, value: str) -> None:
        self._month = 0
        self._draw()

    def _narrow(self, year: int, month: int) -> None:
        """A year or a month of the chart: the lists below show what it counts."""
        self.years.set_value(str(year))
        self._month = month
        self._draw()

    def _widen(self) -> None:
        self._month = 0
        self._draw()
        self.years.setFocus()

    def _draw(self) -> None:
        """The chart of what is chosen, and the lists it counts."""
        if self.own is None:
            return
        year = int(self.years.current_value() or 0)
        self.work.show_work(self.own, self.own.years()[:_YEARS], year, self._session.today())
        own = self.own.of(year, self._month) if year else self.own
        self.whole.setHidden(not self._month)
        if self._month:
            names = QLocale(i18n.language())
            month = names.standaloneMonthName(self._month, QLocale.FormatType.ShortFormat)
            self.whole.setText(self.tr("{month} only: show the whole year").format(month=month))
        self.visit_rows.set_rows(own.visits)
        self.signed_rows.set_rows(own.signed)
        self.promise_rows.set_rows(own.promises)
        self.honour_rows.set_rows(own.honours)
        people = sum(visit.people or 1 for visit in own.visits)
        self.visits.set_title(
            self.tr("Received"),
            self.tr("times: {n}, people: {people}").format(n=len(own.visits), people=people),
        )
        leading = sum(signed.role == "lead" for signed in own.signed)
        self.signed.set_title(
            self.tr("Suggestions and motions"),
            self.tr("{lead} led, {joint} joined").format(lead=leading, joint=len(own.signed) - leading),
        )
        states = [row.promise.state for _, row in own.promises]
        self.promised.set_title(
            self.tr("Promised"),
            self.tr("{n} in all, {kept} kept, {unkept} not").format(
                n=len(states), kept=states.count("kept"), unkept=states.count("unkept")
            ),
        )
        self.honours.set_title(self.tr("Honours"), str(len(own.honours)) if own.honours else self.tr("none"))

    # ---- printed -------------------------------------------------------------------------------------

    def do(self, action: str) -> bool:
        if action == "print":
            self._save_pdf()
        elif action == "export":
            self._save_excel()
        else:
            self.arrive()
        return True

    def _save_pdf(self) -> None:
        self._ask("pdf", self.tr("PDF (*.pdf)"))

    def _save_excel(self) -> None:
        self._ask("xlsx", self.tr("Excel (*.xlsx)"))

    def _ask(self, suffix: str, kinds: str) -> None:
        if self.own is None:
            return
        stem = catalogue.find(_REPORT).title.zh
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the list"), f"{stem}{self.years.current_value()}.{suffix}", kinds
        )
        if name:
            target = Path(name)
            self.save(
                target if target.suffix == f".{suffix}" else target.with_name(f"{target.name}.{suffix}")
            )

    def save(self, target: Path) -> None:
        """Write the list of matters of the year shown as a PDF or a workbook."""
        own, year = self.own, self.years.current_value()
        if own is None:
            return
        period = Period(date(int(year), 1, 1), date(int(year), 12, 31)) if year else None
        request = ReportRequest(record=own.id, period=period, made_by=self._session.actor.name)
        desk = self._session.desk
        self._session.jobs.read(
            lambda progress: catalogue.make(desk, _REPORT, request, target, progress),
            done=self._saved,
            failed=self._refused,
            owner=self,
            text=self.tr("Writing {file}").format(file=target.name),
        )

    def _saved(self, made: Made) -> None:
        self._session.said.emit(self.tr("Saved {file}").format(file=made.path.name), False)

    def _refused(self, error: UserError) -> None:
        self._session.said.emit(str(error), False)

    def first_focus(self) -> QWidget | None:
        return self.years


def _verdict_tone(signed: Signed) -> str:
    return "red" if signed.result == "dissatisfied" else ""


def _promise_tone(row: PromiseRow, today: date) -> str:
    promise = row.promise
    late = not promise.state and promise.by is not None and promise.by < today
    return "red" if late or promise.state == "unkept" else ""
