"""Asks why a matter is voided, in a line below its verbs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from station_desk.ui import look
from station_desk.ui.widgets.buttons import Button


class VoidBar(QWidget):
    """`ask()` shows it; signal `meant(reason)` once a reason stands there."""

    meant = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(self.tr("Why it is voided; it stays in the log and counts nowhere"))
        self.reason.setAccessibleName(self.tr("Why it is voided"))
        doing = Button(self, text=self.tr("Void this matter"))
        doing.clicked.connect(self.void)
        self.reason.returnPressed.connect(self.void)
        leaving = Button(self, text=self.tr("Cancel"), kind="word")
        leaving.clicked.connect(self.hide)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self.reason, 1)
        self._line.addWidget(doing)
        self._line.addWidget(leaving)
        self.hide()
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._line.setContentsMargins(theme.px(24), 0, theme.px(24), theme.px(10))

    def ask(self) -> None:
        """Begin with an empty line."""
        self.reason.clear()
        self.show()
        self.reason.setFocus()

    def void(self) -> None:
        """It is meant, if it was said why."""
        if reason := self.reason.text().strip():
            self.meant.emit(reason)
        else:
            self.reason.setFocus()
