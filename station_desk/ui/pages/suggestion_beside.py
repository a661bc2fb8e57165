"""Beside the sheet being written: the issues it is raised from, and suggestions made earlier."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_desk.casework import browse
from station_desk.domain.vocabulary import OUTCOMES
from station_desk.ui import words
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.side_panel import Section, SidePanel


class SuggestionBeside(SidePanel):
    """`show_source(rows)`, `show_similar(found)`; both begin empty.

    Signal `continued(MatterRow)`: the sheet goes on from that earlier suggestion. `offering` (attribute) says
    whether that can be chosen.
    """

    continued = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, wide=292)
        self._session = session
        self.offering = True
        self.source = Section(self, self.tr("Raised from"), near=True)
        self.similar = Section(self, self.tr("Similar earlier suggestions"), near=True)
        self.add(self.source)
        self.add(self.similar)

    def show_source(self, rows: Sequence[browse.MatterRow]) -> None:
        """The issues the sheet is raised from."""
        self.source.clear()
        self.source.set_title(self.tr("Raised from"), str(len(rows)) if rows else "")
        if not rows:
            self.source.add_line(self.tr("No issue: the deputies raise it themselves."))
        for row in rows:
            self.source.add_line(row.title, role="")
            self.source.add_line(words.second_line(row))

    def show_similar(self, found: Sequence[browse.Similar]) -> None:
        """Earlier suggestions that say much the same."""
        self.similar.clear()
        self.similar.set_title(self.tr("Similar earlier suggestions"), str(len(found)) if found else "")
        if not found:
            self.similar.add_line(self.tr("None found so far."))
        for item in found:
            row = item.row
            self.similar.add_line(row.title, role="")
            day = words.day_words(row.opened_on, self._session.today())
            self.similar.add_line(
                words.joined((words.shown_number(row), day, words.person_words(row), _became(row)))
            )
            if self.offering:
                button = Button(self, self.tr("Raise it again, going on from this"), "link", "rotate-ccw")
                button.set_flush(True)
                button.set_small(True)
                button.clicked.connect(partial(self._continue, row))
                self.similar.add(button)

    def _continue(self, row: browse.MatterRow, checked: bool = False) -> None:
        self.continued.emit(row)


def _became(row: browse.MatterRow) -> str:
    """What became of it: its stage, and how it ended where that says more."""
    ended = OUTCOMES.label(row.outcome) if row.outcome and row.outcome != "done" else ""
    return ended or words.stage_label(row)
