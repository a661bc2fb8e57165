"""A file that opens with a passphrase alone: the line that asks for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from station_desk.ui import look
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import Field


class LockedFile(QWidget):
    """`show_file(path, reason, tried)`; signal `phraseGiven(Path, str)`. What was typed is not kept."""

    phraseGiven = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setProperty("tone", "text2")
        self.phrase_edit = QLineEdit(self)
        self.phrase_edit.returnPressed.connect(self.open)
        self.phrase = Field(self, self.tr("Passphrase"), self.phrase_edit)
        self.shown = QCheckBox(self.tr("Show what is typed"), self)
        self.shown.toggled.connect(self._show_typed)
        self._show_typed(False)
        self.open_button = Button(self, self.tr("Open it"), "primary", "lock-open")
        self.open_button.clicked.connect(self.open)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.open_button)
        self._buttons.addWidget(self.shown)
        self._buttons.addStretch(1)
        self._lines = QVBoxLayout(self)
        for part in (self.title, self.words, self.phrase):
            self._lines.addWidget(part)
        self._lines.addLayout(self._buttons)
        self._lines.addStretch(1)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        self._lines.setSpacing(theme.px(12))
        self._buttons.setSpacing(theme.px(12))
        for part in (self.words, self.phrase):
            part.setMaximumWidth(theme.px(480))

    def show_file(self, path: Path, reason: str, *, tried: bool) -> None:
        """Ask for the passphrase of this file; `tried`: one was given, and `reason` says it is not that."""
        if path != self._path:
            self.phrase_edit.clear()
        self._path = path
        self.title.setText(self.tr("{file} is encrypted").format(file=path.name))
        self.words.setText(
            self.tr(
                "The key of this desk does not open it. If its sender closed it with a passphrase, ask for "
                "it by telephone and type it here; otherwise ask for a file encrypted for this office. "
                "It waits here meanwhile."
            )
        )
        self.phrase.say(reason if tried else "")
        self.open_button.setEnabled(True)

    def _show_typed(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.phrase_edit.setEchoMode(mode)

    def open(self) -> None:
        """Try what is typed."""
        text = self.phrase_edit.text()
        if not text:
            self.phrase.say(self.tr("Type the passphrase first."))
            self.phrase_edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.open_button.setEnabled(False)
        self.phrase_edit.clear()
        self.phraseGiven.emit(self._path, text)
