"""The dialog of a step by keyboard and mouse: opened, filled in, saved or refused."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from station_desk.domain.declare import RecordId
from station_desk.ui.dialogs.step import StepDialog, open_step
from station_desk.ui.session import Session
from station_desk.ui.widgets.segments import Segments
from tests.ui.at_desk import until


def a_home(qtbot: QtBot) -> QWidget:
    """A window for dialogs to stand over."""
    made = QWidget()
    made.resize(1100, 700)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(home: QWidget) -> list[StepDialog]:
    return [dialog for dialog in home.findChildren(StepDialog) if dialog.isVisible()]


def begin(qtbot: QtBot, session: Session, home: QWidget, matter: RecordId, verb: str) -> StepDialog:
    open_step(session, home, matter, verb)
    until(qtbot, lambda: bool(shown(home)))
    return shown(home)[0]


def save(qtbot: QtBot, session: Session, dialog: StepDialog) -> None:
    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def refused(qtbot: QtBot, dialog: StepDialog, name: str) -> str:
    """What is said beside a field after an attempt to save."""
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: dialog.fields.held[name].error.isVisible())
    return dialog.fields.held[name].error.text()


def write(qtbot: QtBot, dialog: StepDialog, name: str, text: str) -> None:
    editor = dialog.fields.held[name].editor
    assert editor is not None
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    if text.isascii():
        qtbot.keyClicks(editor, text)
    else:
        QApplication.clipboard().setText(text)  # characters come from an input method, or are pasted
        qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def choose(qtbot: QtBot, dialog: StepDialog, name: str, text: str) -> None:
    editor = dialog.fields.held[name].editor
    if isinstance(editor, Segments):
        button = next(b for b in editor.buttons() if b.text() == text)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        return
    assert isinstance(editor, QComboBox)
    place = next(n for n in range(editor.count()) if text in editor.itemText(n))
    editor.setFocus()
    while editor.currentIndex() != place:
        before = editor.currentIndex()
        down = editor.currentIndex() < place
        qtbot.keyClick(editor, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        assert editor.currentIndex() != before


def offered(dialog: StepDialog, name: str) -> list[str]:
    editor = dialog.fields.held[name].editor
    assert isinstance(editor, QComboBox)
    return [editor.itemText(n) for n in range(editor.count())]


def says(dialog: StepDialog) -> str:
    """Every line of words in the dialog, one under another."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
