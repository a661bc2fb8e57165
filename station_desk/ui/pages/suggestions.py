"""Suggestions and motions: the list, one of them, and the sheet being written, one in place of the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from station_desk.casework import browse
from station_desk.casework.browse import MatterDetail, MatterFilter
from station_desk.casework.context import Changed
from station_desk.domain.declare import RecordId
from station_desk.ui.pages.suggestion_editor import SuggestionEditor
from station_desk.ui.pages.suggestion_list import SuggestionList
from station_desk.ui.pages.suggestion_motion import MotionEditor
from station_desk.ui.pages.suggestion_record import SuggestionRecord
from station_desk.ui.session import Session
from station_desk.ui.widgets.page import Page

_ABOUT = frozenset(
    {
        *("suggestion", "motion", "signer", "step", "assignment", "reply", "consultation", "link"),
        *("deputy", "unit", "promise", "supervision", "honour", "attachment"),
    }
)


class SuggestionsPage(Page):
    """`seek(key)`: an id opens that suggestion, `("raise", ids)` a new one from issues, a filter the list."""

    offers = frozenset({"previous", "next", "print", "save", "find_here", "refresh"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, headed=False)
        self.session = session
        self.stack = QStackedWidget(self)
        self.list = SuggestionList(session)
        self.record = SuggestionRecord(session)
        self.editor = SuggestionEditor(session)
        self.motion = MotionEditor(session)
        for page in (self.list, self.record, self.editor, self.motion):
            self.stack.addWidget(page)
        self.set_body(self.stack)
        self.list.opened.connect(self.open)
        self.list.draftWanted.connect(self.draft_new)
        self.list.motionWanted.connect(self.draft_motion)
        self.record.backWanted.connect(self.show_all)
        self.record.editWanted.connect(self._revise)
        self.record.stepped.connect(self._step)
        for editor in (self.editor, self.motion):
            editor.saved.connect(self.open)
            editor.left.connect(self._leave_editor)
        session.changed.connect(self._changed)

    # ---- turning -------------------------------------------------------------------------------------

    def seek(self, key: object) -> None:
        """Show what another page asks for."""
        if isinstance(key, MatterFilter):
            self.show_all()
            self.list.show_filter(key)
        elif isinstance(key, bytes):
            self.open(RecordId(key))
        elif isinstance(key, tuple) and len(key) == 2 and key[0] == "raise":
            self.raise_suggestion(tuple(RecordId(issue) for issue in key[1]))

    def open(self, matter: RecordId) -> None:
        """Show one suggestion or motion."""
        self._flush()
        self.record.show_record(matter)
        self._turn(self.record)

    def show_all(self) -> None:
        """Back to the list."""
        self._turn(self.list)

    def draft_new(self) -> None:
        """Write a new suggestion."""
        self.editor.write_new()
        self._turn(self.editor)

    def raise_suggestion(self, issues: Sequence[RecordId]) -> None:
        """Write a suggestion from these issues, prefilled."""
        self.editor.write_from(issues)
        self._turn(self.editor)

    def draft_motion(self) -> None:
        """Write a new motion."""
        self.motion.write_new()
        self._turn(self.motion)

    def _revise(self, detail: MatterDetail) -> None:
        editor = self.motion if detail.row.track == "motion" else self.editor
        editor.revise(detail)
        self._turn(editor)

    def _flush(self) -> None:
        self.editor.keeper.flush()
        self.motion.keeper.flush()

    def _leave_editor(self) -> None:
        self._turn(self.record if self.record.matter is not None else self.list)

    def _turn(self, page: Page) -> None:
        self.stack.setCurrentWidget(page)
        if self.isVisible():
            (page.first_focus() or page).setFocus()

    def _step(self, step: int) -> None:
        """The suggestion above or below in the list."""
        whole = self.record.whole
        there = self.list.beside(whole.detail.row.rank, step) if whole is not None else None
        if there is None:
            return
        desk = self.session.desk

        def show(rows: list[browse.MatterRow]) -> None:
            if rows:
                self.open(rows[0].id)

        self.session.read(lambda: browse.rows(desk, [there]), show, owner=self)

    def _changed(self, changed: Changed) -> None:
        if changed.types and not changed.types & _ABOUT:
            return
        self.list.read()
        if self.record.matter is not None and (
            not changed.matters or self.record.matter in changed.matters or not changed.types
        ):
            self.record.read()

    # ---- for the window ------------------------------------------------------------------------------

    def do(self, action: str) -> bool:
        shown = self.stack.currentWidget()
        match action:
            case "save" if isinstance(shown, SuggestionEditor | MotionEditor):
                shown.save()
            case "previous" | "next" if shown is self.record:
                self._step(1 if action == "next" else -1)
            case "print" if shown is self.record:
                self.record.print_sheet()
            case "find_here":
                self.show_all()
                self.list.search.setFocus()
            case "refresh":
                self.list.read()
                self.record.read()
            case _:
                return False
        return True

    def first_focus(self) -> QWidget | None:
        shown = self.stack.currentWidget()
        return shown.first_focus() if isinstance(shown, Page) else None

    def may_leave(self) -> bool:
        self._flush()
        return True
