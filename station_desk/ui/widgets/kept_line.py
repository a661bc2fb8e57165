"""The line in an action bar that says when what is being typed was last kept as a draft."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from station_desk.ui import icons, look
from station_desk.ui.widgets.elided import ElidedLabel


class KeptLine(QWidget):
    """`say(when)` after a draft was kept, `clear()` for a fresh sheet; `text()` is what it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = QLabel(self)
        self._words = ElidedLabel(self)
        self._words.setProperty("role", "second")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._mark)
        self._line.addWidget(self._words, 1)
        self.clear()
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._line.setSpacing(theme.px(8))
        self._words.setMinimumWidth(theme.px(150))
        self._mark.setPixmap(icons.pixmap("check", 14, "text2"))

    def say(self, when: datetime) -> None:
        """The draft was kept at that moment."""
        self._words.setText(self.tr("Draft kept {time}").format(time=when.strftime("%H:%M:%S")))
        self._mark.show()

    def clear(self) -> None:
        """Nothing was kept yet."""
        self._words.clear()
        self._mark.hide()

    def text(self) -> str:
        """What it says now."""
        return self._words.text()
