"""The one dialog for our own bugs, and what of them may be sent on."""

from __future__ import annotations

import builtins
import re
import traceback
from collections.abc import Container
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from station_desk import __version__
from station_desk.ui import look
from station_desk.ui.widgets.buttons import Button

# What a database says of the values it was given, to the end: they may hold any mark.
_PARAMETERS = re.compile(r"\[parameters: .*", re.DOTALL)
_QUOTED = re.compile(
    r"""(?<!\w)(?:[bru]{1,2})?(?:'(?:\\.|[^'\\])*(?:'|\Z)|"(?:\\.|[^"\\])*(?:"|\Z)|`[^`]*(?:`|\Z))"""
    r"|“[^”]*(?:”|\Z)|‘[^’]*(?:’|\Z)|「[^」]*(?:」|\Z)",
    re.DOTALL,
)
# Telephone numbers are written in groups: 138 0013 8000, (0750) 661-2345.
_FIGURES = re.compile(r"\d(?:(?:[\s().\-/+]|[^\x00-\x7f]){0,3}\d){4,}")
_ADDRESS = re.compile(r"\S+@\S+")
_LATIN_NAME = re.compile(r"\b[A-Z][a-z]+(?:[ '\-]+[A-Z][a-z]+)+\b")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_BLOT = "□"
_LONGEST = 2_000


def masked(text: str, known: Container[str] = ()) -> str:
    """`text` without what could be personal: what is quoted, but for the program's own names that are
    `known`; values given to the database, long figures, addresses, two words that may be somebody's name,
    and whatever is not ASCII."""
    text = _PARAMETERS.sub(_BLOT, text[:_LONGEST])
    text = _QUOTED.sub(lambda found: found[0] if found[0][1:-1] in known else _BLOT, text)
    for pattern, blot in ((_FIGURES, "*****"), (_ADDRESS, _BLOT), (_LATIN_NAME, _BLOT), (_NOT_ASCII, _BLOT)):
        text = pattern.sub(blot, text)
    return text


def _names(trace: TracebackType | None) -> set[str]:
    """The names in the program's text where it happened, and Python's own: whose data it was they do not
    tell."""
    found = {"NoneType", *dir(builtins)}
    for frame, _ in traceback.walk_tb(trace):
        found.update(frame.f_code.co_names, frame.f_code.co_varnames)
    return found


def details(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What may be sent to those who mend the program: where it happened, never whose data it was.

    Only frames (file, line, function) and the masked message; no values of variables, no source text.
    """
    lines = [f"Station Desk {__version__}"]
    for frame in traceback.extract_tb(trace):
        lines.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}")
    lines.append(f"{kind.__name__}: {masked(str(error), _names(trace))}")
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
