"""The panel beside Today's list: what came in at the counter, what falls due next, the last months."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from station_desk.casework.daybook import DayBook, Waits
from station_desk.i18n import translate
from station_desk.ui import words
from station_desk.ui.pages.today_first import this_page_later
from station_desk.ui.paging import PagedModel
from station_desk.ui.session import Session
from station_desk.ui.widgets.side_panel import Section, SidePanel

if TYPE_CHECKING:
    from station_desk.ui.pages.today_months import MonthsSection


_SETTLE_MS = 150


class TodaySide(SidePanel):
    """`show_day(book, today)`, `show_later()` on an empty desk; the chart comes once `model` has its rows."""

    def __init__(self, session: Session, model: PagedModel[Waits]) -> None:
        super().__init__(wide=272)
        model.filled.connect(self._list_read)
        model.dataChanged.connect(self._list_stands)
        self._session = session
        self._full = False
        self.months: MonthsSection | None = None

    def _empty(self, ground: str) -> None:
        if self.months is not None:
            self.take(self.months)
        self.clear()
        self.set_ground(ground)

    def show_later(self) -> None:
        """What the panel will show once there is anything."""
        self._full = False
        self._empty("sunken")
        if self.months is not None:
            self.months.hide()
        this_page_later(self)

    def show_day(self, book: DayBook, today: date) -> None:
        """The day's figures; the chart of the months stays where it is and is read again."""
        self._full = True
        self._empty("page")
        _fill(self, book, today)
        self._show_months()

    def _list_read(self, count: int) -> None:
        if not count:
            self._list_stands()

    def _list_stands(self, *changed: object) -> None:
        """The first rows are there: a moment later the chart is made. Starting does not wait for it."""
        if self.months is None:
            QTimer.singleShot(_SETTLE_MS, self, self._make_months)

    def _make_months(self) -> None:
        from station_desk.ui.pages.today_months import MonthsSection

        if self.months is None:
            self.months = MonthsSection(self._session)
            self._show_months()

    def _show_months(self) -> None:
        if self.months is not None and self._full:
            self.add(self.months)
            self.months.show()
            self.months.read()


def _fill(side: SidePanel, book: DayBook, today: date) -> None:
    reception = Section(title=translate("today", "Reception today"))
    reception.add_pairs(
        [
            (
                translate("today", "Visits"),
                translate("today", "{n} visits, {people} people", n=book.visits, people=book.people),
            ),
            (translate("today", "Matters"), translate("today", "{n} matters", n=book.matters)),
            (translate("today", "Answered on the spot"), translate("today", "{n} matters", n=book.answered)),
        ]
    )
    side.add(reception)
    coming = Section(title=translate("today", "Coming up"))
    if book.coming:
        coming.add_pairs(
            [
                (
                    f"{words.day_words(due, today)} {words.weekday_words(due)}",
                    translate("today", "{n} fall due", n=n),
                )
                for due, n in book.coming
            ]
        )
    else:
        coming.add_line(translate("today", "Nothing falls due after today."))
    side.add(coming)
