"""The button that leads to what waits for a decision; it says how much, and is away while nothing does."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from station_desk.casework import conflicts
from station_desk.casework.conflicts import Tally
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button


class ConflictsDoor(Button):
    """`read()` asks the desk how much waits."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, icon="git-compare")
        self._session = session
        self.clicked.connect(self._go)
        self.hide()

    def _go(self) -> None:
        self._session.wanted.emit("conflicts", "")

    def read(self) -> None:
        """Count anew."""
        desk = self._session.desk
        self._session.read(lambda: conflicts.tally(desk), self._show, owner=self)

    def _show(self, tally: Tally) -> None:
        words = self.tr("{count} to decide") if tally.here else self.tr("{count} for others to decide")
        self.setText(words.format(count=tally.here or tally.all))
        self.setVisible(tally.all > 0)
