"""My matters: what waits for the deputy at the keyboard, then all that is theirs; one matter in its place."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from station_desk.domain.declare import RecordId
from station_desk.ui.pages.deputy_list import DeputyList
from station_desk.ui.pages.deputy_matter import DeputyMatter
from station_desk.ui.session import Session
from station_desk.ui.widgets.page import Page


class DeputyMinePage(Page):
    """`seek(id)` opens a matter; `seek("sign" | "judge" | "promise")` filters what waits."""

    offers = frozenset({"refresh", "save", "save_next"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, headed=False)
        self._session = session
        self.list = DeputyList(session)
        self.matter = DeputyMatter(session)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.matter)
        self.set_body(self.stack)
        self.list.opened.connect(self.open)
        self.matter.backWanted.connect(self.show_all)
        session.changed.connect(self._changed)

    def open(self, matter: RecordId) -> None:
        """Show one matter."""
        self.matter.show_matter(matter)
        self.stack.setCurrentWidget(self.matter)
        (self.matter.first_focus() or self.matter).setFocus()

    def show_all(self) -> None:
        """Back to the list."""
        self.stack.setCurrentWidget(self.list)
        self.list.read()
        self.list.table.setFocus()

    def _changed(self, changed: object) -> None:
        if self.isVisible():
            self.arrive()

    def arrive(self) -> None:
        self.list.read()
        if self.stack.currentWidget() is self.matter:
            self.matter.read()

    def seek(self, key: object) -> None:
        if isinstance(key, bytes):
            self.open(RecordId(key))
        elif isinstance(key, str):
            self.show_all()
            self.list.filter(key)

    def do(self, action: str) -> bool:
        if action == "refresh":
            self.arrive()
        elif self.stack.currentWidget() is self.matter:
            self.matter.save()
        return True

    def first_focus(self) -> QWidget | None:
        shown = self.stack.currentWidget()
        return shown.first_focus() if isinstance(shown, Page) else None
