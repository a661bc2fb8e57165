"""What is asked of a report, filled in beside its preview: period, scope, record, masking."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from station_desk.casework import browse, dossier_offers, reveal
from station_desk.casework.browse import MatterFilter, MatterRow, Office
from station_desk.casework.statistics import Period
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import LEVELS
from station_desk.errors import UserError
from station_desk.reports.catalogue import Kind, PeriodNeed, Report
from station_desk.reports.request import ReportRequest
from station_desk.ui.forms.ui_reports import Ui_Reports
from station_desk.ui.scaling import FormScaler
from station_desk.ui.session import Session
from station_desk.ui.widgets.picks import Deliver, Pick
from station_desk.ui.words import joined

_SETTLE_MS = 250
_MONTHS, _QUARTERS, _YEARS = 24, 12, 6
_Asked = tuple[str, RecordId | None, str, str, MatterFilter | None]


@dataclass(frozen=True, slots=True)
class _Span:
    text: str
    first: str
    last: str


def _spans(unit: str, today: date, year: str, quarter: str, month: str) -> list[_Span]:
    """The latest periods of a unit, newest first; the texts are templates in the language shown."""
    if unit == "year":
        years = range(today.year, today.year - _YEARS, -1)
        return [_Span(year.format(year=y), f"{y}-01", f"{y}-12") for y in years]
    if unit == "quarter":
        at = today.year * 4 + (today.month - 1) // 3
        return [
            _Span(quarter.format(year=q // 4, n=q % 4 + 1), f"{q // 4}-{q % 4 * 3 + 1:02}",
                  f"{q // 4}-{q % 4 * 3 + 3:02}")
            for q in range(at, at - _QUARTERS, -1)
        ]  # fmt: skip
    at = today.year * 12 + today.month - 1
    return [
        _Span(month.format(year=m // 12, month=m % 12 + 1), f"{m // 12}-{m % 12 + 1:02}",
              f"{m // 12}-{m % 12 + 1:02}")
        for m in range(at, at - _MONTHS, -1)
    ]  # fmt: skip


class ReportChoice(QWidget):
    """`show_report(report)`, `request(made_at)`; signal `changed()` a moment after the last change."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._report: Report | None = None
        self._record: RecordId | None = None
        self._filter: MatterFilter | None = None
        self.ui = Ui_Reports()
        self.ui.setupUi(self)
        FormScaler(self)
        self.ui.notice.hide()
        self.ui.facts.hide()
        self.ui.summary.hide()
        self.ui.masked.setChecked(True)
        self.ui.why_part.hide()
        self._granted: _Asked | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.changed)
        for day in (self.ui.first, self.ui.last):
            day.today = session.today
            day.dayChanged.connect(self._touched)
        self.ui.unit.activated.connect(self._unit_changed)
        self.ui.period.activated.connect(self._touched)
        self.ui.scope.activated.connect(self._touched)
        self.ui.deputy.activated.connect(self._touched)
        self.ui.masked.clicked.connect(self._masked_clicked)
        self.ui.why.returnPressed.connect(self._unmask)
        self.ui.show_full.clicked.connect(self._unmask)
        self.ui.number.least = 0  # an arrow down lists what can be printed
        self.ui.number.lookup = self._look_up
        self.ui.number.picked.connect(self._picked)
        self.ui.number.submitted.connect(self._submitted)

    def _touched(self) -> None:
        if self._granted is not None and self.masked():
            self.hide_details()
        self._settle.start()

    # ---- filling ---------------------------------------------------------------------------------------

    def show_office(self, office: Office) -> None:
        """The stations and deputies to choose from; what was chosen stays chosen."""
        ui, identity = self.ui, self._session.desk.identity
        scope, deputy = ui.scope.currentData(), ui.deputy.currentData()
        ui.scope.clear()
        ui.scope.addItem(self.tr("All of {name}").format(name=identity.name), "")
        for _, station in office.stations:
            ui.scope.addItem(station.name or station.code or "", station.code or "")
        ui.scope.setCurrentIndex(max(0, ui.scope.findData(scope)))
        ui.deputy.clear()
        for key, person in office.deputies:
            ui.deputy.addItem(joined((person.name or "", LEVELS.label(person.level))), key.hex())
        ui.deputy.setCurrentIndex(max(0, ui.deputy.findData(deputy)))
        ui.scope_part.setVisible(self._scoped())

    def _scoped(self) -> bool:
        return self._report is not None and self._report.scoped and self.ui.scope.count() > 2

    def show_report(self, report: Report) -> None:
        """Ask for what this report needs, and for nothing else."""
        self.ui.number_error.say("")
        self._report = report
        self._filter = None
        ui = self.ui
        self.hide_details()
        form = report.kind is Kind.FORM
        ui.title.setText(str(report.title))
        ui.about.setText(str(report.hint))
        ui.number_part.setVisible(form)
        ui.deputy_part.setVisible(report.record == "deputy")
        ui.period_part.setVisible(report.period is not PeriodNeed.NONE)
        ui.scope_part.setVisible(self._scoped())
        ui.masked.setVisible(report.maskable)
        ui.excel.setVisible("xlsx" in report.formats)
        unit = ui.unit.currentData()
        ui.unit.clear()
        for code, text in (
            ("month", self.tr("Month")),
            ("quarter", self.tr("Quarter")),
            ("year", self.tr("Year")),
            ("days", self.tr("Days")),
        ):
            ui.unit.addItem(text, code)
        if report.period is PeriodNeed.OPTIONAL:
            ui.unit.addItem(self.tr("All"), "all")
        ui.unit.setCurrentIndex(max(0, ui.unit.findData(unit)))
        self._show_periods()

    def _unit_changed(self) -> None:
        self._show_periods()
        self._touched()

    def _show_periods(self) -> None:
        ui, unit = self.ui, str(self.ui.unit.currentData())
        held = ui.period.currentText()
        ui.period.clear()
        ui.days.setVisible(unit == "days")
        ui.period.setVisible(unit in ("month", "quarter", "year"))
        templates = (self.tr("{year}"), self.tr("{year} quarter {n}"), self.tr("{year}-{month}"))
        for span in _spans(unit, self._session.today(), *templates):
            ui.period.addItem(span.text, f"{span.first} {span.last}")
        ui.period.setCurrentIndex(max(0, ui.period.findText(held)))
        if unit == "days" and ui.first.day() is None:
            today = self._session.today()
            ui.first.set_day(today.replace(day=1))
            ui.last.set_day(today.replace(day=calendar.monthrange(today.year, today.month)[1]))

    def set_period(self, unit: str, first: str = "") -> None:
        """Choose month, quarter, year, days or all, and the one that begins with month `first`."""
        self.ui.unit.setCurrentIndex(max(0, self.ui.unit.findData(unit)))
        self._show_periods()
        for row in range(self.ui.period.count()):
            if first and str(self.ui.period.itemData(row)).startswith(first):
                self.ui.period.setCurrentIndex(row)
        self._touched()

    def narrow(self, wanted: MatterFilter | None) -> None:
        """A filter another page had in force; it holds until another report is chosen."""
        self._filter = wanted
        self._touched()

    # ---- personal details in full ------------------------------------------------------------------------

    def _asked(self) -> _Asked:
        """What the details are asked for: another list or record is another asking."""
        report = self._report
        return (
            report.name if report is not None else "",
            self._record,
            str(self.ui.deputy.currentData() or ""),
            str(self.ui.scope.currentData() or ""),
            self._filter,
        )

    def masked(self) -> bool:
        """Whether names and numbers are hidden: always, until somebody said why they are needed in full."""
        return self._report is None or not self._report.maskable or self._granted != self._asked()

    def hide_details(self) -> None:
        """Hide names and numbers."""
        self._granted = None
        self.ui.masked.setChecked(True)
        self._show_why()

    def _show_why(self) -> None:
        asks = not self.ui.masked.isChecked() and self.masked()
        self.ui.why_part.setVisible(asks)
        self.ui.why_error.say("")
        if asks:
            self.ui.why.clear()
            self.ui.why.setFocus()

    def _masked_clicked(self, masked: bool) -> None:
        if masked:
            was, self._granted = self.masked(), None
            self._show_why()
            if not was:
                self._touched()
        else:
            self._show_why()

    def _unmask(self) -> None:
        """Write down who wants the list or form in full and why, then show it so."""
        report, why = self._report, self.ui.why.text().strip()
        if report is None:
            return
        if not why:
            self.ui.why_error.say(self.tr("Say what they are needed for."))
            self.ui.why.setFocus()
            return
        desk, actor, asked = self._session.desk, self._session.actor, self._asked()
        about = f"{report.title.zh} {self.ui.number.text().strip()}" if report.record else report.title.zh

        def written(_: object) -> None:
            self._granted = asked
            self._show_why()
            self._touched()

        self._session.jobs.run(
            lambda _: reveal.listed(desk, actor, about.strip(), why),
            done=written,
            failed=lambda error: self.ui.why_error.say(str(error)),
            owner=self,
        )

    # ---- the record of a form ----------------------------------------------------------------------------

    def _look_up(self, text: str, deliver: Deliver) -> None:
        report, desk = self._report, self._session.desk
        paper = report.paper if report is not None else None
        if paper is None:
            return

        def shown(rows: list[MatterRow]) -> None:
            deliver([Pick(row.title, row.official_number or row.number, row.id.hex()) for row in rows])
            self.ui.number_error.say("" if rows else self._none_here(text))

        self._session.read(lambda: dossier_offers.offered(desk, paper, text), shown, owner=self)

    def _none_here(self, text: str) -> str:
        title = self._report.title if self._report is not None else ""
        if text:
            return self.tr("Nothing found by “{text}” has a “{form}” to print.").format(text=text, form=title)
        return self.tr("No matter here has a “{form}” to print yet.").format(form=title)

    def say_of_record(self, text: str) -> None:
        """Say beside the number why the record chosen has nothing to print."""
        self.ui.number_error.say(text)

    def _picked(self, pick: object) -> None:
        if isinstance(pick, Pick):
            self.set_record(RecordId(bytes.fromhex(pick.key)), pick.second)

    def set_record(self, record: RecordId, number: str) -> None:
        """What the form is about."""
        self._record = record
        self.ui.number.close_picks()
        self.ui.number.setText(number)
        self.ui.number_error.say("")
        self._touched()

    def _submitted(self, text: str) -> None:
        desk = self._session.desk

        def found(record: RecordId | None) -> None:
            if record is None:
                self.ui.number_error.say(self.tr("There is no matter of this number."))
            else:
                self.set_record(record, text)

        if text.strip():
            self._session.read(lambda: browse.find(desk, text.strip()), found, owner=self)

    # ---- the asking ----------------------------------------------------------------------------------------

    def period(self) -> Period | None:
        """The period chosen; None for all. UserError where the days are not understood."""
        unit = self.ui.unit.currentData()
        if self._report is None or self._report.period is PeriodNeed.NONE or unit == "all":
            return None
        if unit == "days":
            first, last = self.ui.first.day(), self.ui.last.day()
            if first is None or last is None:
                raise UserError(self.tr("Give both days of the period."))
            return Period(first, last)
        first_month, last_month = str(self.ui.period.currentData()).split()
        return Period.of_months(first_month, last_month)

    def request(self) -> ReportRequest | None:
        """What is asked for, or None while a record is still to be named."""
        report = self._report
        if report is None:
            return None
        record: RecordId | None = None
        if report.record == "deputy":
            chosen = self.ui.deputy.currentData()
            record = RecordId(bytes.fromhex(chosen)) if chosen else None
        elif report.kind is Kind.FORM:
            record = self._record
        if report.record and record is None:
            return None
        self.ui.period_error.say("")
        try:
            period = self.period()
        except UserError as error:
            self.ui.period_error.say(str(error))
            return None
        return ReportRequest(
            period=period,
            scope=str(self.ui.scope.currentData() or "") if report.scoped else "",
            record=record,
            filter=self._filter if report.filtered else None,
            masked=self.masked(),
            made_by=self._session.actor.name,
            made_at=datetime.combine(self._session.today(), datetime.now().time()),
        )
