"""The last six months beside the list: what came in, how much of it is done, each number to be opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from station_desk import i18n
from station_desk.casework import statistics
from station_desk.casework.statistics import Cell, Period, StationFigures
from station_desk.reports import monthly
from station_desk.ui.session import Session
from station_desk.ui.widgets.chart import ChartSection

_MONTHS = 6


def half_year(today: date) -> Period:
    """The month of `today` and the five before it."""
    last = today.year * 12 + today.month - 1
    first = last - _MONTHS + 1
    return Period.of_months(f"{first // 12}-{first % 12 + 1:02d}", f"{last // 12}-{last % 12 + 1:02d}")


class MonthsSection(ChartSection):
    """`read()` reads the months again; a number clicked opens its matters in their list."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._figures: StationFigures | None = None
        self.set_title(self.tr("Last six months"))
        self.wanted.connect(self._open)

    def read(self) -> None:
        """Behind whatever the page itself waits for."""
        desk, today = self._session.desk, self._session.today()
        self._session.read(
            lambda: statistics.station_figures(desk, half_year(today), today=today), self._show, owner=self
        )

    def _show(self, found: StationFigures) -> None:
        self._figures = found
        names = QLocale(i18n.language())
        drawn = monthly.trend(found.months, self.tr("Last six months"), self.tr("Received"), self.tr("Done"))
        short = QLocale.FormatType.ShortFormat
        ticks = tuple(names.standaloneMonthName(int(row.name[-2:]), short) for row in found.months)
        self.show_chart(replace(drawn, ticks=ticks))

    def _open(self, link: object) -> None:
        desk, found = self._session.desk, self._figures
        if isinstance(link, Cell) and found is not None:
            self._session.read(
                lambda: statistics.behind(desk, found, link),
                lambda wanted: self._session.wanted.emit("matters", wanted),
                owner=self,
            )
