"""Matters: the list at the left, one matter whole at the right; they take turns where room is short."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Changed
from station_desk.domain.declare import RecordId
from station_desk.ui.pages import matter_whole
from station_desk.ui.pages.matter_detail import MatterDetail
from station_desk.ui.pages.matter_list import MatterList
from station_desk.ui.pages.matter_whole import Whole
from station_desk.ui.session import Session
from station_desk.ui.widgets.page import Page

_LISTS = frozenset({"deputy", "unit", "grid", "category", "station"})


class MattersPage(Page):
    """`seek(RecordId)` shows that matter; `seek(MatterFilter)` shows that list."""

    offers = frozenset({"find_here", "previous", "next", "print", "refresh", "save_next", "save", "export"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, headed=False)
        self._session = session
        self._matter: RecordId | None = None
        self._begun = False
        self.pair_from = 1240
        self.matters = MatterList(session)
        self.detail = MatterDetail(session)
        self.set_list(self.matters, 372)
        self.set_body(self.detail)
        self.set_back_text(self.tr("Back to the list"))
        self.matters.chosen.connect(self.show_matter)
        self.matters.opened.connect(self._open)
        self.matters.emptied.connect(self._emptied)
        self.detail.wanted.connect(self.seek)
        self.detail.stepped.connect(self.matters.go_by)
        self.detail.stale.connect(self._read_matter)
        session.changed.connect(self._changed)

    # ---- for the window ------------------------------------------------------------------------------

    def arrive(self) -> None:
        self._begun = True
        self.matters.read()
        self._read_matter()

    def first_focus(self) -> QWidget | None:
        return self.matters.list

    def seek(self, key: object) -> None:
        if isinstance(key, MatterFilter):
            self._matter = None
            self.matters.show_filter(key)
            self.show_list()
        elif isinstance(key, bytes):
            self.show_matter(RecordId(key))
            self.matters.select(RecordId(key))
            self.show_body()

    def do(self, action: str) -> bool:
        match action:
            case "find_here":
                self.show_list()
                self.matters.search.setFocus()
                self.matters.search.selectAll()
            case "previous":
                self.matters.go_by(-1)
            case "next":
                self.matters.go_by(1)
            case "print":
                self.detail.print_menu()
            case "export":
                self.matters.export_list()
            case "refresh":
                self.arrive()
            case "save" | "save_next":
                if self.detail.tabs.edit.isVisible():
                    self.detail.tabs.edit.save()
                else:
                    self.detail.save_note()
        return True

    # ---- showing -------------------------------------------------------------------------------------

    def show_matter(self, matter: RecordId) -> None:
        """Show one matter at the right; a later call overtakes this one."""
        self._matter = matter
        self._read_matter()

    def _open(self) -> None:
        """A row was entered: where list and detail take turns, go to the detail with the focus."""
        self.show_body()
        if self.taking_turns():
            (self.detail.verbs.primary or self.detail.note).setFocus()

    def _read_matter(self) -> None:
        matter = self._matter
        if matter is None:
            return
        desk, actor, today = self._session.desk, self._session.actor, self._session.today()

        def show(found: Whole | None) -> None:
            if matter != self._matter:
                return
            if found is None:
                self._matter = None
                self.detail.show_nothing(self.tr("This matter is no longer here: it was voided or undone."))
                return
            self.detail.show_whole(found)
            self.detail.above.setEnabled(self.matters.may_go(-1))
            self.detail.below.setEnabled(self.matters.may_go(1))

        self._session.read(lambda: matter_whole.read(desk, actor, matter, today), show, owner=self)

    def _emptied(self) -> None:
        if self._matter is None:
            self.detail.show_nothing(self.tr("No matter fits. Take a filter off, or search for other words."))

    def _changed(self, changed: Changed) -> None:
        if changed.types & _LISTS:
            self.matters.forget_office()
        if not self.isVisible():
            return
        self.matters.read()
        if not changed.matters or self._matter in changed.matters:
            self._read_matter()
