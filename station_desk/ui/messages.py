"""What the program says back: a line at the foot of the window, and the one dialog for our own bugs."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from station_desk import __version__
from station_desk.ui import icons, look
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel

SHOWN_MS = 8000
_TONES = {"green": "circle-check", "amber": "clock", "red": "circle-alert", "text2": "info"}


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
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """The sentence shown, or an empty string."""
        return self._text.text() if not self.isHidden() else ""

    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._callback = None
        self.hide()

    def _act(self) -> None:
        callback = self._callback
        self.clear()
        self.actionTriggered.emit()
        if callback is not None:
            callback()


def masked(text: str) -> str:
    """`text` without what could be personal: Chinese words and long figures are blotted out."""
    return re.sub(r"[㐀-鿿\U00020000-\U0003FFFF]+", "□", re.sub(r"\d{5,}", "*****", text))


def details(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What may be sent to those who mend the program: where it happened, never whose data it was.

    Only frames (file, line, function) and the masked message; no values of variables, no source text.
    """
    lines = [f"Station Desk {__version__}"]
    for frame in traceback.extract_tb(trace):
        lines.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}")
    lines.append(f"{kind.__name__}: {masked(str(error))}")
    return "\n".join(lines)


class ErrorDialog(QDialog):
    """Something we did not foresee: what to do next, and details one can copy."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = look.current()
        self.setWindowTitle(self.tr("Something went wrong"))
        self.details = QPlainTextEdit(text, self)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        words = QLabel(
            self.tr(
                "The program met an error of its own. What was saved is safe, and half-typed work is "
                "kept as a draft. Please copy the details and give them to whoever looks after this "
                "program; they hold no names or phone numbers."
            ),
            self,
        )
        words.setWordWrap(True)
        copy = Button(self, self.tr("Copy details"), icon="copy")
        copy.clicked.connect(self._copy)
        close = Button(self, self.tr("Go on working"), "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        line = QHBoxLayout()
        line.addWidget(copy)
        line.addStretch(1)
        line.addWidget(close)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*(theme.px(24),) * 4)
        lines.setSpacing(theme.px(16))
        lines.addWidget(words)
        lines.addWidget(self.details, 1)
        lines.addLayout(line)
        self.resize(theme.px(560), theme.px(360))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.details.toPlainText())
