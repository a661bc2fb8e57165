"""What the program says back: a line at the foot of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from station_desk.ui import icons, look
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel

SHOWN_MS = 8000
_TONES = {"green": "circle-check", "amber": "clock", "red": "circle-alert", "text2": "info"}


@dataclass(frozen=True, slots=True)
class Door:
    """One more verb at the end of a message: its words and what it does."""

    text: str
    go: Callable[[], object]


class MessageLine(QWidget):
    """`say("已保存", "撤销", undo)`: a sentence with perhaps one verb, gone after eight seconds.

    A red one stays until closed. Read out by a screen reader. Hidden while it has nothing to say.
    """

    actionTriggered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = "green"
        self._icon = QLabel(self)
        self._text = ElidedLabel(self)
        self._text.setProperty("role", "second")
        self._link = Button(self, kind="link")
        self._close = Button(self, kind="icon", icon="x")
        self._close.setAccessibleName(self.tr("Close the message"))
        for button in (self._link, self._close):
            button.set_small(True)
            button.set_flush(True)
        self._link.clicked.connect(self._act)
        self._close.clicked.connect(self.clear)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._icon)
        self._line.addWidget(self._text, 1)
        self._line.addWidget(self._link)
        self._line.addWidget(self._close)
        self._doors: list[Button] = []
        self._callback: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.clear)
        self.hide()
        look.follow(self._relay)

    def _relay(self) -> None:
        self._line.setSpacing(look.current().px(8))
        self._icon.setPixmap(icons.pixmap(_TONES[self._tone], 14, self._tone))

    def say(
        self, text: str, action: str = "", callback: Callable[[], object] | None = None, tone: str = "green"
    ) -> None:
        """Show a sentence; `tone` is green, amber, red or text2."""
        self._tone = tone if tone in _TONES else "text2"
        self._drop_doors()
        self._callback = callback
        self._text.setText(text)
        self._link.setText(action)
        self._link.setVisible(bool(action))
        self._relay()
        self.show()
        if tone == "red":
            self._timer.stop()
        else:
            self._timer.start()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # costs start time

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def offer(self, doors: Sequence[Door]) -> None:
        """Put more verbs behind the sentence now shown; they go with it."""
        for door in doors:
            button = Button(self, text=door.text, kind="link")
            button.set_small(True)
            button.set_flush(True)
            button.clicked.connect(lambda _=False, go=door.go: self._through(go))
            self._line.insertWidget(self._line.count() - 1, button)
            self._doors.append(button)

    def _through(self, go: Callable[[], object]) -> None:
        self.clear()
        go()

    def _drop_doors(self) -> None:
        for button in self._doors:
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._doors.clear()

    def text(self) -> str:
        """The sentence shown, or an empty string."""
        return self._text.text() if not self.isHidden() else ""

    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._callback = None
        self._drop_doors()
        self.hide()

    def _act(self) -> None:
        callback = self._callback
        self.clear()
        self.actionTriggered.emit()
        if callback is not None:
            callback()
