"""The line in a page that asks for the passphrase of a file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from station_desk.ui import look
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import Field


class PhraseLine(QWidget):
    """`ask(mistake)`; signal `given(str)`. What was typed is forgotten as soon as it is given."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.edit.returnPressed.connect(self.give)
        self.field = Field(self, self.tr("Passphrase"), self.edit)
        self.shown = QCheckBox(self.tr("Show what is typed"), self)
        self.shown.toggled.connect(self._show_typed)
        self._show_typed(False)
        self.button = Button(self, self.tr("Open it"), "primary", "lock-open")
        self.button.clicked.connect(self.give)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.button)
        self._buttons.addWidget(self.shown)
        self._buttons.addStretch(1)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(self.field)
        self._lines.addLayout(self._buttons)
        self.setFocusProxy(self.edit)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setSpacing(theme.px(12))
        self._buttons.setSpacing(theme.px(12))
        self.setMaximumWidth(theme.px(480))

    def ask(self, mistake: str = "") -> None:
        """Ask, and say what was wrong with the last one."""
        self.field.say(mistake)
        self.button.setEnabled(True)

    def _show_typed(self, on: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def give(self) -> None:
        """Try what is typed."""
        text = self.edit.text()
        if not text:
            self.field.say(self.tr("Type the passphrase first."))
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.button.setEnabled(False)
        self.edit.clear()
        self.given.emit(text)
