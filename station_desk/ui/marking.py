"""The marks that a matter carries, in words: urgent, sensitive, asks not to be named."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from station_desk.casework.browse import MatterRow
from station_desk.ui.widgets.marks import Mark

URGENT, SENSITIVE, CONFIDENTIAL = "triangle-alert", "hand", "lock"


def marks(*, urgent: bool, sensitive: bool, confidential: bool) -> tuple[Mark, ...]:
    """The marks set, the most pressing first."""
    offered = (
        (urgent, Mark(URGENT, QApplication.translate("Marks", "Urgent"), "red")),
        (sensitive, Mark(SENSITIVE, QApplication.translate("Marks", "Sensitive"), "amber")),
        (confidential, Mark(CONFIDENTIAL, QApplication.translate("Marks", "Confidential"), "text2")),
    )
    return tuple(mark for on, mark in offered if on)


def marks_of(row: MatterRow) -> tuple[Mark, ...]:
    """A matter's marks for its list and its record."""
    return marks(urgent=row.urgent, sensitive=row.sensitive, confidential=row.confidential)


def listed(row: MatterRow) -> tuple[Mark, ...]:
    """The marks beside a title: that somebody asked not to be named stands where the name would."""
    return marks(urgent=row.urgent, sensitive=row.sensitive, confidential=False)
