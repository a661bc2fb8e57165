"""Ready answers beside a field of words: chosen from a menu, put in where the cursor stands, then edited."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPlainTextEdit, QWidget

from station_desk.casework.answers import ReadyAnswer
from station_desk.ui.widgets.buttons import Button


class ReadyAnswers(QWidget):
    """`ReadyAnswers(answers, edit, parent)`: a button for beneath `edit` whose menu lists what fits."""

    def __init__(self, answers: Sequence[ReadyAnswer], edit: QPlainTextEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._edit = edit
        self.button = Button(self, text=self.tr("Ready answers"), kind="link", icon="book-open")
        self.button.set_small(True)
        self.button.set_flush(True)
        self.menu = QMenu(self.button)
        self.menu.setToolTipsVisible(True)
        for ready in answers:
            answer = ready.answer
            action = self.menu.addAction((answer.title or answer.text or "")[:40].replace("&", "&&"))
            action.setToolTip(answer.text or "")
            action.triggered.connect(partial(self.put, answer.text or ""))
        self.button.setMenu(self.menu)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)
        line.addStretch(1)

    def put(self, text: str, checked: bool = False) -> None:
        """Put an answer in: alone into an empty field, else where the cursor stands."""
        self._edit.textCursor().insertText(text)
        self._edit.setFocus()
