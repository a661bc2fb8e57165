"""The one dialog for our own bugs, and what of them may be sent on."""

from __future__ import annotations

import re
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from station_desk import __version__
from station_desk.ui import look
from station_desk.ui.widgets.buttons import Button


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
