"""The period a report is asked for: month, quarter, year, two days written out, or all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from station_desk.casework.statistics import Period
from station_desk.errors import UserError
from station_desk.reports import periods
from station_desk.reports.catalogue import Opens, PeriodNeed, Report
from station_desk.reports.periods import Unit
from station_desk.ui.forms.ui_reports import Ui_Reports
from station_desk.ui.pages.reports_kept import Asked
from station_desk.ui.session import Session

_DAYS, _ALL = "days", "all"
"""Kinds of period beside the units: two days written out, and no bounds."""
_OFFERED = {Unit.YEAR: 6, Unit.QUARTER: 12, Unit.MONTH: 24}
"""How many of each are offered."""


@dataclass(frozen=True, slots=True)
class _Span:
    text: str
    period: Period


def _spans(unit: Unit, today: date, template: str) -> list[_Span]:
    """The latest periods of a unit, newest first; `template` in the language shown."""
    found = [periods.back(unit, today, n) for n in range(_OFFERED[unit])]
    return [
        _Span(template.format(year=p.first.year, n=(p.first.month + 2) // 3, month=p.first.month), p)
        for p in found
    ]


class SpanChoice(QObject):
    """`show_report(report, kept)`, `period()`, `set_period(unit, first)`, `set_span(period)`; signal
    `chosen()` after the person chose another one."""

    chosen = Signal()

    def __init__(self, session: Session, ui: Ui_Reports, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._ui = session, ui
        self._report: Report | None = None
        self._spans: list[_Span] = []
        self._filling = False
        for day in (ui.first, ui.last):
            day.today = session.today
            day.dayChanged.connect(self._day_changed)
        ui.unit.activated.connect(self._unit_changed)
        ui.period.activated.connect(self.chosen)

    def show_report(self, report: Report, kept: Asked) -> None:
        """Offer what this report takes; as it was asked for last, else as it opens."""
        self._report = report
        ui = self._ui
        ui.period_part.setVisible(report.period is not PeriodNeed.NONE)
        ui.unit.clear()
        for code, text in (
            (Unit.MONTH.value, self.tr("Month")),
            (Unit.QUARTER.value, self.tr("Quarter")),
            (Unit.YEAR.value, self.tr("Year")),
            (_DAYS, self.tr("Days")),
        ):
            ui.unit.addItem(text, code)
        if report.period is PeriodNeed.OPTIONAL:
            ui.unit.addItem(self.tr("All"), _ALL)
        unit = kept.unit if ui.unit.findData(kept.unit) >= 0 else ""
        self._choose_unit(unit or (_ALL if report.opens is Opens.ALL else Unit.MONTH.value))
        if unit and 0 <= kept.back < ui.period.count():
            ui.period.setCurrentIndex(kept.back)
        if unit == _DAYS and kept.first and kept.last:
            self._show_days(Period(date.fromisoformat(kept.first), date.fromisoformat(kept.last)))

    def asked(self) -> Asked:
        """What is chosen now, to be remembered: how many periods back, not which month that was."""
        ui, unit = self._ui, str(self._ui.unit.currentData() or "")
        days = (ui.first.day(), ui.last.day()) if unit == _DAYS else (None, None)
        first, last = (day.isoformat() if day is not None else "" for day in days)
        if first > last or not (first and last):
            first = last = ""
        return Asked(unit=unit, back=ui.period.currentIndex(), first=first, last=last)

    def period(self) -> Period | None:
        """The period chosen; None for all. UserError where the days are not understood."""
        ui, unit = self._ui, self._ui.unit.currentData()
        if self._report is None or self._report.period is PeriodNeed.NONE or unit == _ALL:
            return None
        if unit == _DAYS:
            first, last = ui.first.day(), ui.last.day()
            if first is None or last is None:
                raise UserError(self.tr("Give both days of the period."))
            return Period(first, last)
        return self._spans[ui.period.currentIndex()].period

    def set_period(self, unit: str, first: str = "") -> None:
        """Choose month, quarter, year, days or all, and the one that begins with month `first`."""
        self._choose_unit(unit)
        for row, span in enumerate(self._spans):
            if first and f"{span.period.first:%Y-%m}" == first:
                self._ui.period.setCurrentIndex(row)

    def set_span(self, wanted: Period) -> None:
        """Choose exactly this period: the month, quarter or year it is, else its days."""
        for unit in Unit:
            self._choose_unit(unit.value)
            row = next((at for at, span in enumerate(self._spans) if span.period == wanted), None)
            if row is not None:
                self._ui.period.setCurrentIndex(row)
                return
        self._choose_unit(_DAYS)
        self._show_days(wanted)

    def _day_changed(self) -> None:
        if not self._filling:
            self.chosen.emit()

    def _unit_changed(self) -> None:
        self._show_periods()
        self.chosen.emit()

    def _choose_unit(self, unit: str) -> None:
        self._ui.unit.setCurrentIndex(max(0, self._ui.unit.findData(unit)))
        self._show_periods()

    def _show_periods(self) -> None:
        """The periods of the unit chosen, at the one that is reported about today."""
        ui, unit, today = self._ui, str(self._ui.unit.currentData() or ""), self._session.today()
        ui.period.clear()
        self._spans = []
        ui.days.setVisible(unit == _DAYS)
        ui.period.setVisible(unit in list(Unit))
        if unit in list(Unit):
            templates = {
                Unit.YEAR: self.tr("{year}"),
                Unit.QUARTER: self.tr("{year} quarter {n}"),
                Unit.MONTH: self.tr("{year}-{month:02}"),
            }
            self._spans = _spans(Unit(unit), today, templates[Unit(unit)])
            ui.period.addItems([span.text for span in self._spans])
            last_whole = self._report is not None and self._report.opens is Opens.FULL_MONTH
            ui.period.setCurrentIndex(periods.opening(Unit(unit), today) if last_whole else 0)
        elif unit == _DAYS and ui.first.day() is None:
            self._show_days(periods.back(Unit.MONTH, today, 0))

    def _show_days(self, period: Period) -> None:
        self._filling = True
        self._ui.first.set_day(period.first)
        self._ui.last.set_day(period.last)
        self._filling = False
