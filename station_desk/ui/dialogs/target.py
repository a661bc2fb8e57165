"""A line in which another matter of the same track is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter, MatterRow
from station_desk.domain.declare import RecordId
from station_desk.ui.session import Session
from station_desk.ui.widgets.picks import Deliver, Pick, PickLine
from station_desk.ui.words import joined, shown_number, stage_label

_SHOWN = 8


class TargetLine(PickLine):
    """Finds matters by number, words or name, leaving out `own`; `target` is the one chosen."""

    def __init__(self, session: Session, own: RecordId, track: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._own, self._track = session, own, track
        self.target: RecordId | None = None
        self.setPlaceholderText(self.tr("Number, words of the title, name"))
        self.lookup = self._look_up
        self.picked.connect(self._picked)
        self.textEdited.connect(self._retyped)

    def _look_up(self, text: str, deliver: Deliver) -> None:
        desk, wanted = self._session.desk, MatterFilter(text=text, tracks=(self._track,))

        def show(rows: list[MatterRow]) -> None:
            deliver(
                [
                    Pick(
                        row.title, joined((shown_number(row), stage_label(row))), row.id.hex(), "list-checks"
                    )
                    for row in rows
                    if row.id != self._own
                ]
            )

        self._session.read(lambda: browse.page(desk, wanted, limit=_SHOWN), show, owner=self)

    def _picked(self, pick: object) -> None:
        if isinstance(pick, Pick):
            self.target = RecordId(bytes.fromhex(pick.key))
            self.setText(pick.text)

    def _retyped(self, text: str) -> None:
        self.target = None
