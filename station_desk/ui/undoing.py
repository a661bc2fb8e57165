"""Ctrl+Z and Ctrl+Y over the desk: the last saved work is taken back or brought back, and it is said."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from station_desk.casework import history
from station_desk.casework.context import Actor, Desk
from station_desk.casework.history import Undone
from station_desk.casework.verb_words import verb_label
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.ui.main_window import MainWindow
from station_desk.ui.session import Session


def undo(session: Session) -> None:
    """Take the last work back; the line at the foot says what, or why it cannot be."""
    _run(session, history.undo, translate("undoing", "Undone: {what}"), "")


def redo(session: Session) -> None:
    """Bring back what was undone last."""
    _run(session, history.redo, translate("undoing", "Done again: {what}"), "redo")


def _run(session: Session, call: Callable[[Desk, Actor], Undone], words: str, way: str) -> None:
    def work() -> tuple[str, Undone]:
        # A redo answers the undo: what it brings back is the work before that.
        return history.undoable(session.desk), call(session.desk, session.actor)

    def done(result: tuple[str, Undone]) -> None:
        before, undone = result
        what = verb_label(before or undone.verb if way == "redo" else undone.verb)
        text = words.format(what=what)
        if undone.left:
            text = translate(
                "undoing", "{said}; left as changed since: {fields}", said=text, fields="、".join(undone.left)
            )
        session.said.emit(text, bool(way))

    def failed(error: UserError) -> None:
        session.said.emit(str(error), False)

    session.write(work, done=done, failed=failed, owner=session)


class Undoing(QObject):
    """Joins one window's undo and redo keys to one session, and shows what the session says.

    A sentence that can be undone carries the verb at the foot of the window.
    """

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        window.undoWanted.connect(self.undo)
        window.redoWanted.connect(self.redo)
        session.said.connect(self.say)
        session.offered.connect(window.messages.offer)

    def undo(self) -> None:
        """Take the last work back."""
        undo(self._session)

    def redo(self) -> None:
        """Bring back what was undone last."""
        redo(self._session)

    def say(self, text: str, undoable: bool) -> None:
        """Show a sentence at the foot, with the verb to take it back where that can be."""
        if undoable:
            self._window.messages.say(text, self.tr("Undo"), self.undo)
        else:
            self._window.messages.say(text)
