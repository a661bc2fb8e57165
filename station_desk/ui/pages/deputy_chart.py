"""A deputy's work over time: how often they received people and what they signed, by year or by month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from station_desk import i18n
from station_desk.casework.browse import MatterFilter
from station_desk.casework.deputies import Own
from station_desk.casework.statistics import Period
from station_desk.reports.content import Chart, Series, Shape, Tone, linked
from station_desk.ui.widgets.chart import ChartSection


class WorkSection(ChartSection):
    """`show_work(own, years, year, today)`; signal `narrowed(year, month)`, 0 for all of it, on a click."""

    narrowed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_month = False
        self.wanted.connect(self._narrow)

    def show_work(self, own: Own, years: Sequence[int], year: int, today: date) -> None:
        """Draw the months of a year (the only one there is, too), or with `year` 0 all these years."""
        if not year and len(years) == 1:
            year = years[0]
        self._by_month = bool(year)
        if year:
            locale = QLocale(i18n.language())
            last = today.month if year == today.year else 12
            spans = [(year, month) for month in range(1, last + 1)]
            names = [locale.standaloneMonthName(m, QLocale.FormatType.ShortFormat) for _, m in spans]
            title = self.tr("Month by month")
        else:
            spans = [(one, 0) for one in sorted(years)]
            names = [str(one) for one, _ in spans]
            title = self.tr("Year by year")
        parts = [own.of(*span) for span in spans]
        links = [_span(*span) for span in spans]

        def series(name: str, tone: Tone, numbers: list[int]) -> Series:
            values = zip(numbers, links, strict=True)
            return Series(name, tone, tuple(linked(n, link if n else None) for n, link in values))

        received = series(self.tr("Received"), Tone.FULL, [len(part.visits) for part in parts])
        signed = series(self.tr("Signed"), Tone.LIGHT, [len(part.signed) for part in parts])
        self.show_chart(Chart(title, Shape.TREND, tuple(names), (received, signed)))

    def _narrow(self, link: object) -> None:
        if isinstance(link, MatterFilter) and link.opened_from is not None:
            self.narrowed.emit(link.opened_from.year, link.opened_from.month if self._by_month else 0)


def _span(year: int, month: int) -> MatterFilter:
    """The matters opened in a year, or in one of its months."""
    if month:
        period = Period.of_months(f"{year}-{month:02d}")
        return MatterFilter(opened_from=period.first, opened_to=period.last)
    return MatterFilter(opened_from=date(year, 1, 1), opened_to=date(year, 12, 31))
