"""The left column of the exchange: what came in, what waits to go out, and how each office stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_desk.exchange.board import PeerWords
from station_desk.exchange.outbox import Sent
from station_desk.exchange.stream import Peer
from station_desk.ui import figures, icons, look
from station_desk.ui.pages.exchange_board import Office
from station_desk.ui.pages.exchange_package import size_words
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.side_panel import Section, hairline

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file put in today: `state` waiting, kept (doubtful), refused or taken, and its words; of one kept,
    what it waits for (a kind of `doubts`, "" where the person stopped) and the stranger's fingerprint."""

    path: Path
    title: str
    second: str
    state: str
    kind: str = ""
    fingerprint: str = ""


class DropZone(QWidget):
    """A dotted field that says files may be dropped; a click asks for one. Signal `clicked()`."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = self.tr("Drop a file here: verified first, then shown")
        self.setAccessibleName(self._words)
        look.follow(self._relay)

    def _relay(self) -> None:
        self.setFixedHeight(look.current().px(40))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        pen = QPen(theme.color("field"), 1, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        mark = self.rect().adjusted(theme.px(10), 0, 0, 0)
        mark.setWidth(theme.px(16))
        paint.icon_in(painter, theme, "download", mark, 16, "text2")
        area = self.rect().adjusted(theme.px(34), 0, -theme.px(8), 0)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        paint.text(painter, theme, area, self._words, colour="text2", size=13, align=middle)


def _icon(name: str, colour: str) -> QLabel:
    label = QLabel()
    label.setPixmap(icons.pixmap(name, 18, colour))
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label


def _label(text: str, role: str, tone: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setProperty("tone", tone)
    return label


def _elided(text: str, role: str) -> ElidedLabel:
    label = ElidedLabel(text=text)
    label.setProperty("role", role)
    return label


class ExchangeColumn(QWidget):
    """Signals: `fileWanted()`, `incomingChosen(int)`, `sendWanted(site code)`; `peerChosen(site code)`: more
    of one office is asked for; `allWanted()`: the board of all of them."""

    fileWanted = Signal()
    incomingChosen = Signal(int)
    sendWanted = Signal(str)
    peerChosen = Signal(str)
    allWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: tuple[Sequence[Office], date] = ((), date.min)
        self._files: tuple[Sequence[Incoming], int] = ((), -1)
        self.inbox = Section(self, self.tr("Inbox"))
        self.zone = DropZone(self)
        self.zone.clicked.connect(self.fileWanted)
        self.outbox = Section(self, self.tr("Outbox"))
        self.peers = Section(self, self.tr("Offices"))
        self.more = Button(self, self.tr("All"), "link")
        self.more.set_small(True)
        self.more.set_flush(True)
        self.more.clicked.connect(self.allWanted)
        self.peers.head.addWidget(self.more)
        self._lines = QVBoxLayout(self)
        self._line_a, self._line_b = hairline(self), hairline(self)
        for part in (self.inbox, self.zone, self._line_a, self.outbox, self._line_b, self.peers):
            self._lines.addWidget(part)
        self._lines.addStretch(1)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        self._lines.setSpacing(theme.px(10))
        self.show_incoming(*self._files)
        self.show_offices(*self._held)

    def show_incoming(self, files: Sequence[Incoming], current: int) -> None:
        """The files put in; the one looked at is marked."""
        self._files = (files, current)
        theme = look.current()
        self.inbox.clear()
        words = {
            "waiting": self.tr("to decide"),
            "refused": self.tr("refused"),
            "taken": self.tr("imported"),
            "kept": self.tr("waits"),
        }
        tones = {"waiting": "accent", "refused": "red", "taken": "green", "kept": "amber"}
        for number, file in enumerate(files):
            row = _Row(str(number), current=number == current)
            row.setAccessibleName(f"{file.title}，{words[file.state]}")
            row.pressed.connect(self._choose_incoming)
            line = QHBoxLayout(row)
            line.setContentsMargins(theme.px(10), theme.px(6), theme.px(10), theme.px(6))
            line.setSpacing(theme.px(10))
            line.addWidget(_icon("package", "accentText" if number == current else "text2"))
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(_elided(file.title, "strong" if number == current else ""))
            column.addWidget(_elided(file.second, "second"))
            line.addLayout(column, 1)
            line.addWidget(_label(words[file.state], "second", tones[file.state]))
            self.inbox.add(row)

    def show_offices(self, found: Sequence[Office], today: date) -> None:
        """What waits for whom, and how each office stands, the most pressing first; of many the first few."""
        self._held = (found, today)
        self.outbox.clear()
        waiting = sorted(
            (one for one in found if one.peer.waiting or one.peer.owed or one.peer.asks),
            key=lambda one: one.peer.site,
        )
        for office in waiting[:_SHOWN]:
            self.outbox.add(self._outgoing(office.peer, office.last))
        if len(waiting) > _SHOWN:
            more = self.tr("{count} more; “All” shows them.")
            self.outbox.add_line(more.format(count=len(waiting) - _SHOWN))
        if not waiting:
            words = self.tr("Nothing waits to be sent.") if found else self.tr(
                "No office above is set yet: Settings, This station."
            )  # fmt: skip
            self.outbox.add_line(words)
        self.peers.clear()
        self.peers.set_title(self.tr("Offices"), self.tr("{count} linked").format(count=len(found)))
        self.more.setVisible(len(found) > _SHOWN)
        for office in found[:_SHOWN]:
            self.peers.add(self._peer(office.peer, office.said, today))

    def _outgoing(self, peer: Peer, last: Sent | None) -> QWidget:
        theme = look.current()
        row = self._door(peer)
        lines = QVBoxLayout(row)
        lines.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        lines.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        lines.addLayout(line)
        line.addWidget(_icon("package", "text2"))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(_elided(self.tr("For {name}").format(name=peer.name), ""))
        if peer.asks:
            second = self.tr("Its file waits: a receipt alone asks for everything")
        elif peer.waiting:
            second = self.tr("Package {number}, {count} entries")
        else:
            second = self.tr("Package {number}, {files} attached files asked for")
        second = second.format(number=peer.sent + 1, count=peer.waiting, files=peer.owed)
        column.addWidget(_elided(second, "second"))
        line.addLayout(column, 1)
        if peer.asks:
            return row
        button = _SendButton(self.tr("Save to a folder"), peer.site)
        button.setAccessibleName(self.tr("Save the package for {name}").format(name=peer.name))
        button.sendWanted.connect(self.sendWanted)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        if last is not None:
            words = (
                self.tr("Package {number}, {size}: confirmed")
                if last.confirmed
                else self.tr("Package {number}, {size}: not confirmed yet")
            )
            said = _elided(words.format(number=last.number, size=size_words(last.bytes)), "second")
            said.setContentsMargins(theme.px(26), 0, 0, 0)
            lines.addWidget(said)
        return row

    def _door(self, peer: Peer) -> _Row:
        """A part that leads to more of one office."""
        row = _Row(peer.site)
        row.setCursor(Qt.CursorShape.PointingHandCursor)
        said = self.tr("{name}: encryption, receipt, what was sent")
        row.setAccessibleName(said.format(name=peer.name))
        row.setToolTip(row.accessibleName())
        row.pressed.connect(self.peerChosen)
        return row

    def _choose_incoming(self, number: str) -> None:
        self.incomingChosen.emit(int(number))

    def _peer(self, peer: Peer, said: PeerWords, today: date) -> QWidget:
        theme = look.current()
        box = self._door(peer)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, theme.px(2), 0, theme.px(4))
        lines.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(_elided(peer.name, ""), 1)
        if said.tone in ("red", "amber"):
            mark = QLabel()
            mark.setPixmap(icons.pixmap("clock", 14, said.tone))
            head.addWidget(mark)
        head.addWidget(_label(said.state, "second", said.tone))
        lines.addLayout(head)
        last = peer.last_in or peer.last_out
        when = f"{figures.moment_words(last, today)} " if last is not None else ""
        for number, text in enumerate(said.sentences):
            last_one = number == len(said.sentences) - 1
            sentence = _label(when + text if last_one else text, "second")
            sentence.setWordWrap(True)
            lines.addWidget(sentence)
        return box


class _SendButton(Button):
    """Saves the package of one office. Signal `sendWanted(site code)`."""

    sendWanted = Signal(str)

    def __init__(self, text: str, site: str) -> None:
        super().__init__(text=text)
        self._site = site
        self.set_small(True)
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.sendWanted.emit(self._site)


class _Row(QWidget):
    """A file of the inbox or an office: a tinted box when current; mouse, Enter and Space choose it.

    Signal `pressed(key)`.
    """

    pressed = Signal(str)

    def __init__(self, key: str, *, current: bool = False) -> None:
        super().__init__()
        self._key, self._current = key, current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(self._key)

    def keyPressEvent(self, event: object) -> None:
        key = getattr(event, "key", None)
        if key is not None and key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self._key)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        if self._current:
            paint.box(painter, theme, self.rect(), "tint")
        if self.hasFocus():
            paint.ring(painter, theme, self.rect())
