"""The line at the foot of the window: who is at work, saved, last backup, exchange, messages and progress."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from station_desk.ui import icons, look
from station_desk.ui.jobs import Jobs
from station_desk.ui.messages import MessageLine
from station_desk.ui.shell import Chrome
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel


class _StatusItem(QWidget):
    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._icon = QLabel(self)
        self._icon.setContentsMargins(0, 1, 0, 0)
        self.words = QLabel(self)
        self.words.setProperty("role", "second")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._icon)
        self._line.addWidget(self.words)
        self.hide()
        look.follow(self._relay)

    def _relay(self) -> None:
        self._line.setSpacing(look.current().px(6))
        self._icon.setPixmap(icons.pixmap(self._icon_name, 14, "text2"))

    def say(self, text: str) -> None:
        self.words.setText(text)
        self.setVisible(bool(text))


class StatusBar(Chrome):
    """28 px: clerk, saved, last backup, exchange; messages and progress in the middle; F1 at the right.

    `show_clerk`, `show_saved`, `show_backup`, `show_exchange` take whole words. Signals `helpWanted()`;
    `whoWanted()`: somebody else sits down, the button `who` was pressed; `undecidedWanted()`: what waits for
    a decision is to be shown.
    """

    helpWanted = Signal()
    whoWanted = Signal()
    undecidedWanted = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._items = {
            "saved": _StatusItem("check", self),
            "backup": _StatusItem("history", self),
            "exchange": _StatusItem("package", self),
        }
        self.who = self._word("user")
        self.who.hide()
        self.who.clicked.connect(self.whoWanted)
        self.undecided = self._word("git-compare")
        self.undecided.hide()
        self.undecided.clicked.connect(self.undecidedWanted)
        self.messages = MessageLine(self)
        self._work = ElidedLabel(self)
        self._work.setProperty("role", "second")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._stop = Button(self, self.tr("Cancel"), "link")
        self._stop.set_flush(True)
        self._stop.set_small(True)
        self._stop.clicked.connect(jobs.cancel_all)
        self.help = self._word()
        self.help.setText(self.tr("F1 Help for this page"))
        self.help.clicked.connect(self.helpWanted)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self.who)
        for item in self._items.values():
            self._line.addWidget(item)
        self._line.addWidget(self.undecided)
        self._line.addWidget(self.messages, 2)
        self._line.addWidget(self._work, 1)
        self._line.addWidget(self._bar)
        self._line.addWidget(self._stop)
        self._line.addStretch(1)
        self._line.addWidget(self.help)
        jobs.busyChanged.connect(self._busy)
        jobs.progressed.connect(self._progress)
        self._busy(False)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self.setFixedHeight(theme.px(28))
        self._line.setContentsMargins(theme.px(20), 0, theme.px(16), 0)
        self._line.setSpacing(theme.px(22))
        self._bar.setFixedWidth(theme.px(120))

    def _word(self, icon: str = "") -> Button:
        button = Button(self, kind="word", icon=icon)
        button.set_flush(True)
        button.set_small(True)
        button.set_text_size(13)
        return button

    def show_clerk(self, text: str) -> None:
        """Who works here."""
        self.who.setText(text)
        self.who.setToolTip(self.tr("Who is at work: choose, without a password"))
        self.who.setAccessibleName(self.tr("At work: {who}").format(who=text))
        self.who.setVisible(bool(text))

    def show_saved(self, text: str) -> None:
        """When the last save was."""
        self._items["saved"].say(text)

    def show_backup(self, text: str) -> None:
        """When the last backup was."""
        self._items["backup"].say(text)

    def show_exchange(self, text: str) -> None:
        """What waits to come in or go out."""
        self._items["exchange"].say(text)

    def show_undecided(self, text: str) -> None:
        """How much waits for a decision here; "" for nothing."""
        self.undecided.setText(text)
        self.undecided.setVisible(bool(text))

    def _busy(self, busy: bool) -> None:
        for part in (self._work, self._bar, self._stop):
            part.setVisible(busy)

    def _progress(self, text: str, done: int, total: int) -> None:
        self._work.setText(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
