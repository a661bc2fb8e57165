"""What is to be done at once after a visit was saved: the notice of a matter not accepted is handed over."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from station_desk.casework.intake import Refuse, VisitEntry, VisitSaved
from station_desk.domain.declare import RecordId
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.notice import Notice


class AfterSaving(QObject):
    """Speaks through a notice at the top of `lines`. `show(saved, entry)`; `typed()` puts it away."""

    def __init__(self, session: Session, lines: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._refused: list[tuple[RecordId, str]] = []
        self.notice = Notice(kind="info")
        self.notice.set_icon("printer")
        self.notice.linkActivated.connect(self._print)
        self._away = Button(self.notice, self.tr("Not now"), "word")
        self._away.set_small(True)
        self._away.set_flush(True)
        self._away.clicked.connect(self.put_away)
        self.notice.add_button(self._away)
        self.notice.hide()
        lines.insertWidget(0, self.notice)

    def show(self, saved: VisitSaved, entry: VisitEntry) -> None:
        """Offer the notices of what was not accepted."""
        pairs = zip(saved.matters, entry.matters, strict=False)
        self._refused = [made for made, matter in pairs if isinstance(matter.route, Refuse)]
        self._say()

    def put_away(self) -> None:
        """Offer nothing more."""
        self._refused = []
        self._say()

    def _say(self) -> None:
        self.notice.setVisible(bool(self._refused))
        if self._refused:
            self.notice.show_words(
                text=self.tr("{number} was not accepted: give the visitor the notice.").format(
                    number=self._refused[0][1]
                ),
                link=self.tr("Print the notice"),
            )

    def _print(self) -> None:
        if self._refused:
            record, _ = self._refused.pop(0)
            self._say()
            self._session.wanted.emit("reports", ("refusal", record))
