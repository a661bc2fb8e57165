"""A file that opens with a passphrase alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from station_desk.ui import look
from station_desk.ui.pages.exchange_phrase import PhraseLine


class LockedFile(QWidget):
    """`show_file(path, reason, tried)`; signal `phraseGiven(Path, str)`."""

    phraseGiven = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self.title, self.words = QLabel(self), QLabel(self)
        for label in (self.title, self.words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.title.setProperty("role", "title")
        self.words.setProperty("tone", "text2")
        self.phrase = PhraseLine(self)
        self.phrase.given.connect(self._given)
        self._lines = QVBoxLayout(self)
        for part in (self.title, self.words, self.phrase):
            self._lines.addWidget(part)
        self._lines.addStretch(1)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        self._lines.setSpacing(theme.px(12))
        self.words.setMaximumWidth(theme.px(480))

    def _given(self, text: str) -> None:
        self.phraseGiven.emit(self._path, text)

    def show_file(self, path: Path, reason: str, *, tried: bool) -> None:
        """Ask for the passphrase of this file; `tried`: one was given, and `reason` says it is not that."""
        if path != self._path:
            self.phrase.edit.clear()
        self._path = path
        self.title.setText(self.tr("{file} is encrypted").format(file=path.name))
        self.words.setText(
            self.tr(
                "The key of this desk does not open it. If its sender closed it with a passphrase, ask for "
                "it by telephone and type it here; otherwise ask for a file encrypted for this office. "
                "It waits here meanwhile."
            )
        )
        self.phrase.ask(reason if tried else "")
