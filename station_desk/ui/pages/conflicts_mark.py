"""The mark beside a record that leads to what waits for a decision about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from station_desk.casework import conflicts
from station_desk.casework.conflicts import Question
from station_desk.domain.declare import RecordId
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button


class ConflictsMark(Button):
    """`show_matter(id)` asks the desk what waits about this matter; away while nothing does."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, kind="link", icon="git-compare")
        self._session = session
        self._matter: RecordId | None = None
        self.set_small(True)
        self.set_flush(True)
        self.clicked.connect(self._go)
        self.hide()

    def show_matter(self, matter: RecordId) -> None:
        """Count anew; the answer for a matter left meanwhile is dropped."""
        if matter != self._matter:
            self.hide()
        self._matter = matter
        desk = self._session.desk
        self._session.read(
            lambda: conflicts.about(desk, matter), lambda found: self._show(matter, found), owner=self
        )

    def _show(self, matter: RecordId, found: tuple[Question, ...]) -> None:
        if matter != self._matter:
            return
        here = sum(question.here for question in found)
        words = self.tr("{count} to decide") if here else self.tr("{count} for others to decide")
        self.setText(words.format(count=here or len(found)))
        self.setToolTip(self.tr("Values that stand against each other, proposals, steps to be checked"))
        self.setVisible(bool(found))

    def _go(self) -> None:
        if self._matter is not None:
            self._session.wanted.emit("conflicts", self._matter)
