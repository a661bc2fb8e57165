"""The day beside Today's list: what came in at the counter, and what falls due next."""

from __future__ import annotations

from datetime import date

from station_desk.casework.daybook import DayBook
from station_desk.i18n import translate
from station_desk.ui import words
from station_desk.ui.widgets.side_panel import Section, SidePanel


def fill(side: SidePanel, book: DayBook, today: date) -> None:
    """Put the day's sections into the panel."""
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
