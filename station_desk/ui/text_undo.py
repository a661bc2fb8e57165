"""Ctrl+Z and Ctrl+Y in a text with nothing to take back go on to the window, instead of being lost."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

Text = QLineEdit | QPlainTextEdit | QTextEdit


class TextUndo(QObject):
    """`TextUndo(window)`: from then on the text with the cursor in `window` gives up what it cannot do.

    A text claims both keys for itself, done or not. Only the widget with the focus is listened to.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, Text):
            before.removeEventFilter(self)
        if isinstance(now, Text) and now.window() is self._window:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a text from claiming a key it has no use for; the window's shortcut then takes it."""
        if (
            event.type() != QEvent.Type.ShortcutOverride
            or not isinstance(event, QKeyEvent)
            or not isinstance(watched, Text)
        ):
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            idle = not _can(watched)[0]
        elif event.matches(QKeySequence.StandardKey.Redo):
            idle = not _can(watched)[1]
        else:
            return False
        if idle:
            event.ignore()
        return idle


def _can(text: Text) -> tuple[bool, bool]:
    """Whether the text has typing to take back, and to bring back."""
    if isinstance(text, QLineEdit):
        return text.isUndoAvailable(), text.isRedoAvailable()
    return text.document().isUndoAvailable(), text.document().isRedoAvailable()
