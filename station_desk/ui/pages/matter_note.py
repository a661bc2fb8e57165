"""The line under a matter in which one writes how it is handled; what is half typed stays with its matter."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from station_desk.casework import drafts, handling, people
from station_desk.domain.declare import RecordId
from station_desk.errors import UserError
from station_desk.ui import look
from station_desk.ui.drafting import DraftKeeper
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button


class NoteLine(QWidget):
    """`show_matter(id, may)` turns to a matter; `save()` writes the line into its record of handling."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._matter: RecordId | None = None
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("A line on how it is handled; Ctrl+Enter saves"))
        self.line.setAccessibleName(self.tr("Note on the handling"))
        self.button = Button(self, text=self.tr("Write down"))
        self.button.clicked.connect(self.save)
        self._box = QHBoxLayout(self)
        self._box.addWidget(self.line, 1)
        self._box.addWidget(self.button)
        self.keeper = DraftKeeper(session, self.text, self)
        self.line.textEdited.connect(self.keeper.touch)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._box.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(12))
        self._box.setSpacing(theme.px(8))

    def text(self) -> str:
        """What is being typed."""
        return self.line.text().strip()

    def show_matter(self, matter: RecordId, *, may: bool) -> None:
        """Turn to a matter, with the note that was half typed for it."""
        self.line.setEnabled(may)
        self.line.setToolTip(people.read_only(self._session.actor))
        self.button.setEnabled(may)
        if matter == self._matter:
            return
        key, desk = _key(matter), self._session.desk
        self.keeper.begin(key)
        self._matter = matter
        self.line.clear()

        def show(left: drafts.Draft | None) -> None:
            if left is not None and matter == self._matter and not self.line.text():
                self.line.setText(left.payload)

        self._session.read(lambda: drafts.load(desk, key), show, owner=self)

    def save(self) -> None:
        """Write the line into the record of handling."""
        matter, text = self._matter, self.text()
        if matter is None or not text or not self.line.isEnabled():
            self.line.setFocus()
            return
        desk, actor, today = self._session.desk, self._session.actor, self._session.today()
        self._session.write(
            lambda: handling.note(desk, actor, matter, text, today),
            done=lambda _: self._saved(matter),
            failed=self._refused,
            owner=self,
        )

    def _saved(self, matter: RecordId) -> None:
        if matter == self._matter:
            self.line.clear()
            self.keeper.forget()
        self._session.said.emit(self.tr("Written down"), True)

    def _refused(self, error: UserError) -> None:
        self._session.said.emit(str(error), False)


def _key(matter: RecordId) -> str:
    return f"note:{matter.hex()}"
