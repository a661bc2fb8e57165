"""Ready answers on the card: those that fit are offered, one is put in and edited, a good one is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPlainTextEdit, QWidget

from station_desk.casework import answers, offices
from station_desk.casework.answers import ReadyAnswer
from station_desk.casework.context import Changed
from station_desk.casework.intake import title_from
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Answer
from station_desk.errors import UserError
from station_desk.ui import words
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button


class ReadyAnswers(QWidget):
    """Two buttons beside a box of words. `about()` gives the matter's category and words.

    Signal `taken(str)`: an answer was put into the box.
    """

    taken = Signal(str)

    def __init__(
        self,
        session: Session,
        box: QPlainTextEdit,
        about: Callable[[], tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._box, self._about = session, box, about
        self.offer = Button(self, self.tr("Ready answers"), icon="book-open")
        self.offer.set_small(True)
        self.offer.clicked.connect(self.open)
        self.keep = Button(self, self.tr("Keep for next time"), "link", "star")
        self.keep.set_small(True)
        self.keep.set_flush(True)
        self.keep.clicked.connect(self._keep)
        self.menu = QMenu(self.offer)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.offer)
        line.addWidget(self.keep)
        box.textChanged.connect(self._typed)
        self._typed()

    def _typed(self) -> None:
        self.keep.setEnabled(bool(self._box.toPlainText().strip()))

    # ---- one put in ----------------------------------------------------------------------------------

    def open(self) -> None:
        """Offer the answers that fit best."""
        desk, (category, text) = self._session.desk, self._about()
        self._session.read(lambda: answers.fitting(desk, category, text), self._show, owner=self)

    def _show(self, found: list[ReadyAnswer]) -> None:
        self.menu.clear()
        for ready in found:
            why = "、".join(ready.words) or ready.answer.category or ""
            label = words.joined((ready.answer.title or "", why)).replace("&", "&&")
            action = self.menu.addAction(label, partial(self._take, ready.answer))
            action.setToolTip(ready.answer.text or "")
        self.menu.setToolTipsVisible(True)
        if not found:
            none = self.menu.addAction(self.tr("None is kept yet"))
            none.setEnabled(False)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Edit the list…"), self._edit_list)
        self.menu.popup(self.offer.mapToGlobal(self.offer.rect().bottomLeft()))

    def _take(self, answer: Answer) -> None:
        """After what is written already, so that nothing typed is lost; the cursor stands behind it."""
        cursor = self._box.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        before = "\n" if self._box.toPlainText().strip() else ""
        source = self.tr("(by {rule})").format(rule=answer.source) if answer.source else ""
        cursor.insertText(f"{before}{answer.text or ''}{source}")
        self._box.setTextCursor(cursor)
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.taken.emit(answer.text or "")

    def _edit_list(self) -> None:
        self._session.wanted.emit("settings", "answers")

    # ---- one kept ------------------------------------------------------------------------------------

    def _keep(self) -> None:
        text = self._box.toPlainText().strip()
        category, _ = self._about()
        desk, actor = self._session.desk, self._session.actor
        record = Answer(title=title_from(text), text=text, category=category or None)
        self._session.write(
            lambda: offices.save(desk, actor, record),
            done=self._kept,
            failed=self._refused,
            owner=self,
            text=self.tr("Keeping the answer"),
        )

    def _kept(self, result: tuple[RecordId, Changed]) -> None:
        self.keep.setEnabled(False)
        self._session.said.emit(self.tr("Kept among the ready answers"), True)

    def _refused(self, error: UserError) -> None:
        self._session.said.emit(str(error), False)
