"""How every office stands, in words, however many: what is missing, silent, waits, was sent last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from station_desk.casework.context import Desk
from station_desk.exchange import board, outbox, stream
from station_desk.exchange.board import PeerWords
from station_desk.exchange.outbox import Sent
from station_desk.exchange.stream import Peer
from station_desk.ui import figures, look
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.table import Table

_PRESSING = ("red", "amber")


@dataclass(frozen=True, slots=True)
class Office:
    """An office this desk exchanges with, how it stands in words, and the last package written for it."""

    peer: Peer
    said: PeerWords
    last: Sent | None


def offices(desk: Desk, today: date) -> list[Office]:
    """All of them, the most pressing first; some hundred take a while, so not on the UI thread."""
    latest = outbox.latest(desk)
    found = [Office(peer, board.words(peer, today), latest.get(peer.site)) for peer in stream.peers(desk)]
    return sorted(found, key=_rank)


def _rank(office: Office) -> int:
    tone = office.said.tone
    return _PRESSING.index(tone) if tone in _PRESSING else len(_PRESSING)


class BoardPanel(QWidget):
    """`show_offices([Office])`; signal `chosen(site code)`: more of one office is asked for."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._offices: Sequence[Office] = ()
        self.title = QLabel(self)
        self.title.setProperty("role", "section")
        self.box = QLineEdit(self)
        self.box.setPlaceholderText(self.tr("Find an office"))
        self.box.setAccessibleName(self.box.placeholderText())
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self._filter)
        self.table = Table(self)
        self.table.set_plain()
        self.table.setAccessibleName(self.tr("How every office stands"))
        rows: Rows[Office] = Rows(
            [
                Column(self.tr("Office"), lambda one: one.peer.name, link=True),
                Column(
                    self.tr("State"),
                    lambda one: one.said.state,
                    tone=lambda one: one.said.tone,
                    icon=lambda one: "clock" if one.said.tone in _PRESSING else "",
                ),
                Column(self.tr("In words"), lambda one: one.said.sentence, tip=self._all_words),
                Column(self.tr("To send"), self._waits),
                Column(self.tr("Last exchange"), self._last),
            ],
            key=lambda one: one.peer.site,
            spoken=lambda one: f"{one.peer.name}，{one.said.state}，{self._all_words(one)}",
        )
        self.model: ListModel[Office] = ListModel(rows, self.table)
        self.table.setModel(self.model)
        self.table.linkActivated.connect(self._open)
        self.table.opened.connect(self._open)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.box)
        self._lines = QVBoxLayout(self)
        self._lines.addLayout(self._head)
        self._lines.addWidget(self.table, 1)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(8))
        self._lines.setSpacing(theme.px(10))
        self.box.setFixedWidth(theme.px(180))
        self.table.set_widths(140, 156, 0, 80, 96)

    def show_offices(self, found: Sequence[Office]) -> None:
        """These are the offices now; what is typed to find one stays."""
        self._offices = found
        self.title.setText(self.tr("{count} offices").format(count=len(found)))
        self._filter()

    def _filter(self) -> None:
        wanted = self.box.text().strip()
        self.model.set_rows([one for one in self._offices if wanted in f"{one.peer.name} {one.peer.site}"])

    def _open(self, index: QModelIndex) -> None:
        if (row := self.model.row_at(index)) is not None:
            self.chosen.emit(row.peer.site)

    def _all_words(self, one: Office) -> str:
        return "\n".join(one.said.sentences)

    def _waits(self, one: Office) -> str:
        return self.tr("{count} entries").format(count=one.peer.waiting) if one.peer.waiting else "—"

    def _last(self, one: Office) -> str:
        moments = [moment for moment in (one.peer.last_in, one.peer.last_out) if moment is not None]
        return figures.moment_words(max(moments), self._session.today()) if moments else "—"
