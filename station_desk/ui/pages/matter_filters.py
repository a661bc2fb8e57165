"""The words of a list's filters: one chip for each that is set."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication

from station_desk.casework.browse import MatterFilter, Office, Waiting
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import TRACKS as TRACK_NAMES


class FilterWords:
    """Names filters with the office's lists at hand (None while they are not read yet)."""

    def __init__(self, office: Office | None, today: date) -> None:
        self._office = office
        self._today = today

    def set_filters(self, w: MatterFilter) -> list[tuple[str, str]]:
        """The filters set, as (field of the filter, words)."""
        found: list[tuple[str, str]] = []
        if w.open is not None:
            found.append(
                (
                    "open",
                    QApplication.translate("MatterFilters", "Open")
                    if w.open
                    else QApplication.translate("MatterFilters", "Filed"),
                )
            )
        if w.tracks:
            found.append(("tracks", "、".join(TRACK_NAMES.label(code) for code in w.tracks)))
        if w.category:
            found.append(("category", w.category))
        if w.station:
            found.append(("station", self._name_of_station(w.station)))
        if w.grid is not None:
            found.append(("grid", self._name_of_grid(w.grid)))
        if w.due_from is not None or w.due_to is not None:
            late = w.due_to is not None and w.due_to < self._today
            found.append(
                (
                    "due",
                    QApplication.translate("MatterFilters", "Overdue")
                    if late
                    else QApplication.translate("MatterFilters", "Due soon"),
                )
            )
        if w.waiting is not None:
            found.append(("waiting", self.waiting_names()[w.waiting]))
        if w.urgent:
            found.append(("urgent", QApplication.translate("MatterFilters", "Urgent")))
        if w.sensitive:
            found.append(("sensitive", QApplication.translate("MatterFilters", "Sensitive")))
        if w.unit is not None:
            found.append(("unit", self._name_of_unit(w.unit)))
        if w.deputy is not None:
            found.append(("deputy", self._name_of_deputy(w.deputy)))
        return found

    def waiting_names(self) -> dict[Waiting, str]:
        """What a matter can wait for, in words."""
        return {
            Waiting.TELL: QApplication.translate("MatterFilters", "To be told"),
            Waiting.CONSULT: QApplication.translate("MatterFilters", "To be consulted"),
            Waiting.VERDICT: QApplication.translate("MatterFilters", "Verdict awaited"),
        }

    def _name_of_station(self, code: str) -> str:
        stations = self._office.stations if self._office else ()
        return next((s.name or code for _, s in stations if s.code == code), code)

    def _name_of_grid(self, grid: RecordId) -> str:
        grids = self._office.grids if self._office else ()
        return next(
            (f"{g.village or ''}{g.name or ''}" for r, g in grids if r == grid),
            QApplication.translate("MatterFilters", "Grid"),
        )

    def _name_of_unit(self, unit: RecordId) -> str:
        units = self._office.units if self._office else ()
        return next(
            (u.short or u.name or "" for r, u in units if r == unit),
            QApplication.translate("MatterFilters", "Unit"),
        )

    def _name_of_deputy(self, deputy: RecordId) -> str:
        deputies = self._office.deputies if self._office else ()
        return next(
            (d.name or "" for r, d in deputies if r == deputy),
            QApplication.translate("MatterFilters", "Deputy"),
        )
