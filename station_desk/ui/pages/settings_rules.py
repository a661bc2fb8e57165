"""The rules: every value with its source, edited in place, collected, saved together as a new version."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from station_desk.casework import rules, rules_calendar, rules_items
from station_desk.casework.context import Changed
from station_desk.casework.rules import UNSAVED, Difference, View, Written
from station_desk.casework.rules_items import Ref, Values
from station_desk.domain.profile import RuleProfile
from station_desk.domain.workdays import CalendarYear
from station_desk.errors import UserError, ValidationError
from station_desk.ui import look
from station_desk.ui.pages.settings_rules_bars import VERSIONS, RulesFoot, RulesHead
from station_desk.ui.pages.settings_rules_draft import RulesDraft
from station_desk.ui.pages.settings_rules_rows import TABS, ItemRow, item_rows, version_rows
from station_desk.ui.pages.settings_rules_side import RulesSide
from station_desk.ui.paging import ListModel
from station_desk.ui.session import Session
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.side_panel import hairline
from station_desk.ui.widgets.table import Table

_PAIR_FROM = 820
_FORM_WIDE = 324


class RulesSection(QWidget):
    """Tabs of items in a table, the item's form beside it (or instead of it, where narrow), and a bar that
    saves what was collected. Nothing is kept until it is saved; nothing typed goes by leaving the page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.draft: RulesDraft | None = None
        self._ref: Ref | None = None
        self._version: Written = UNSAVED
        self._open = False
        self._only_waiting = False
        self._head()
        self._list()
        self._pair = QHBoxLayout()
        for table in (self.table, self.version_table):
            self._pair.addWidget(table, 1)
        self._pair.addWidget(self._line)
        self._pair.addWidget(self.side)
        self._lines = QVBoxLayout(self)
        self._lines.addWidget(self.head)
        self._lines.addLayout(self._band)
        self._lines.addLayout(self._pair, 1)
        self._lines.addWidget(self.foot)
        look.follow(self._relay)

    # --- parts --------------------------------------------------------------------------------------------

    def _head(self) -> None:
        self.head = RulesHead(self)
        self.tabs = self.head.tabs
        self.tabs.chosen.connect(self._tab_chosen)
        self.head.waiting.toggled.connect(self._filter_waiting)
        self.head.add_button.clicked.connect(self.add)
        self.head.take_button.clicked.connect(self._choose_file)
        self.foot = RulesFoot(self)
        self.foot.save_button.clicked.connect(self.save)
        self.foot.discard_button.clicked.connect(self.discard)
        self.foot.what_button.clicked.connect(self.show_differences)
        self.unread = Notice(self, "amber")
        self.notice = Notice(self, "plain")
        self.wrong = Notice(self, "red")
        self._band = QVBoxLayout()
        for notice in (self.unread, self.notice, self.wrong):
            self._band.addWidget(notice)
            notice.hide()

    def _list(self) -> None:
        self.table = Table(self)
        self.model: ListModel[ItemRow] = ListModel(item_rows(), self.table)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Rules"))
        self.table.clicked.connect(lambda index: self._opened(index, focus=False))
        self.table.opened.connect(lambda index: self._opened(index, focus=True))
        self.version_table = Table(self)
        self.versions: ListModel[Written] = ListModel(version_rows(), self.version_table)
        self.version_table.setModel(self.versions)
        self.version_table.setAccessibleName(self.tr("Versions"))
        self.version_table.clicked.connect(self._version_opened)
        self.version_table.opened.connect(self._version_opened)
        self._line = hairline(self, upright=True)
        self.side = RulesSide(self)
        self.side.edited.connect(self._edited)
        self.side.closed.connect(self.close_side)
        self.side.putBack.connect(self.put_back)
        self.side.takenOut.connect(self.take_out)
        self.side.fileWanted.connect(self._choose_target)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(10), 0, 0)
        self._lines.setSpacing(theme.px(8))
        self._pair.setSpacing(0)
        self._band.setContentsMargins(0, 0, theme.px(16), 0)
        self._lay()

    def _lay(self) -> None:
        """Table and form side by side where both fit, else one at a time."""
        theme = look.current()
        wide = self.width() / theme.scale
        paired = wide >= _PAIR_FROM
        on_versions = self.tabs.current_value() == VERSIONS
        self.table.setVisible(not on_versions and (paired or not self._open))
        self.version_table.setVisible(on_versions and (paired or not self._open))
        self.side.setVisible(self._open)
        self.head.setVisible(paired or not self._open)  # a low screen's room goes to the form
        self._line.setVisible(self._open and paired)
        self.side.setMinimumWidth(theme.px(_FORM_WIDE) if paired else 0)
        self.side.setMaximumWidth(theme.px(_FORM_WIDE) if paired else 16777215)
        self._pair.setContentsMargins(0, 0, 0 if self._open else theme.px(16), 0)
        room = wide - 40 - (_FORM_WIDE if self._open and paired else 0)
        terms = self.tabs.current_value() == "terms" and room >= 640
        self.table.setColumnHidden(3, not terms)
        if self.tabs.current_value() == "classes":
            self.table.set_widths(round(room * 0.24), round(room * 0.34), 112, 100, 0)
        elif self.tabs.current_value() == "terms":
            self.table.set_widths(round(room * 0.25), 132, 112, round(room * 0.2), 0)
        else:
            self.table.set_widths(round(room * 0.2), round(room * 0.4), 112, 100, 0)
        self.version_table.set_widths(max(220, round(room * 0.34)), 88, 140, 80, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._open:
            self.close_side()
        else:
            super().keyPressEvent(event)

    # --- reading ------------------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read the rules in force again; what was typed and not saved stays."""
        desk, actor, today = self._session.desk, self._session.actor, self._session.today()
        self._session.read(lambda: rules.view(desk, actor, today), self._show, owner=self)

    def _show(self, view: View) -> None:
        draft = self.draft
        moved = draft is not None and draft.view.profile != view.profile
        if draft is None:
            draft = self.draft = RulesDraft(view)
        draft.renew(view)
        for notice, words in ((self.unread, view.unread), (self.notice, view.fixed)):
            notice.show_words(text=words)
            notice.setVisible(bool(words))
        self._refresh()
        if moved and self._open and self._ref is not None:
            self._show_item()

    def _refresh(self) -> None:
        """Bring rows, counts and the bar up to date with what is collected."""
        draft = self.draft
        if draft is None:
            return
        self.head.show_draft(draft, only_waiting=self._only_waiting)
        self.foot.show_draft(draft)
        self._fill(draft)
        self._lay()

    def _fill(self, draft: RulesDraft) -> None:
        tab = self.tabs.current_value()
        if tab == VERSIONS:
            unsaved = [UNSAVED] if draft.dirty else []
            self.versions.set_rows([*unsaved, *draft.view.versions])
            return
        rows = draft.rows(tab, only_waiting=self._only_waiting)
        self.model.set_rows(rows)
        for place, row in enumerate(rows):
            if self._open and row.item.ref == self._ref:
                self.table.selectRow(place)

    def _tab_chosen(self, tab: str) -> None:
        self._open, self._ref = False, None
        self._refresh()

    def _filter_waiting(self, key: str, on: bool) -> None:
        self._only_waiting = on
        if self.draft is not None:
            self._fill(self.draft)

    # --- one item -----------------------------------------------------------------------------------------

    def _opened(self, index: QModelIndex, *, focus: bool) -> None:
        row = self.model.row_at(index)
        if row is not None:
            self.open_item(row.item.ref)
            if focus:
                self.side.forms[row.item.ref[0]].first().setFocus(Qt.FocusReason.OtherFocusReason)

    def open_item(self, ref: Ref) -> None:
        """Open the form of an item on its tab; what cannot be kept of the others is marked."""
        tab = next(tab for tab, groups in TABS.items() if ref[0] in groups)
        if self.tabs.current_value() != tab:
            self.tabs.set_value(tab)
        if self.draft is not None and self._ref != ref:
            self.draft.validate()
            self.wrong.hide()
        self._ref, self._open = ref, True
        self._show_item()

    def _show_item(self) -> None:
        item = self.draft.item(self._ref) if self.draft is not None else None
        if item is None or self.draft is None:
            self._open = False
        else:
            self.side.show_item(self.draft, item)
        self._refresh()

    def _edited(self, ref: Ref, values: Values) -> None:
        if self.draft is None:
            return
        self.draft.put(ref, values)
        item = self.draft.item(ref)
        if item is not None:
            self.side.tell(self.draft, item)
        self._refresh()

    def close_side(self) -> None:
        """Put the form away; what was typed in it stays collected."""
        if self.draft is not None:
            self.draft.validate()
        self._open = False
        self._refresh()
        table = self.version_table if self.tabs.current_value() == VERSIONS else self.table
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_back(self) -> None:
        """This item as it is in force."""
        if self._ref is not None and self.draft is not None:
            self.draft.edits.pop(self._ref, None)
            self.draft.validate()
            self._show_item()

    def take_out(self) -> None:
        """This item out of the rules, once saved."""
        if self._ref is not None and self.draft is not None:
            self.draft.edits[self._ref] = None
            self._show_item()

    def add(self) -> None:
        """One more door or hint; on the holidays' tab the next year, as the library knows it."""
        tab = self.tabs.current_value()
        if self.draft is None or tab not in TABS:
            return
        if tab == "holidays":
            years = self.draft.years()
            if years:
                self._session.read(
                    lambda: rules_calendar.proposed(years[0]), self._proposed, owner=self,
                    failed=self._refused,
                )  # fmt: skip
            return
        ref = self.draft.add(TABS[tab][0])
        self._ref = ref  # an empty form is no mistake yet
        self.open_item(ref)
        self.side.forms[ref[0]].first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _proposed(self, year: CalendarYear) -> None:
        made = rules_items.year_item(year)
        if self.draft is not None:
            self.draft.edits.setdefault(made.ref, made.values)
            if self.tabs.current_value() == "holidays":
                self.open_item(made.ref)
            self._refresh()

    # --- the whole ----------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep everything collected as one new version."""
        if self.draft is None or not self.draft.dirty:
            return
        desk, actor, today = self._session.desk, self._session.actor, self._session.today()
        edits, text = dict(self.draft.edits), self.draft.text
        self.wrong.hide()
        self._session.write(
            lambda: rules.save(desk, actor, edits, today, text),
            done=self._saved,
            failed=self._refused,
            owner=self,
            text=self.tr("Saving"),
        )

    def _saved(self, result: tuple[RuleProfile, Changed]) -> None:
        words = self.tr("Saved as version {version}").format(version=result[0].version)
        self.discard()
        self._session.said.emit(words, True)
        self.arrive()

    def _refused(self, error: UserError) -> None:
        words = str(error)
        if isinstance(error, ValidationError) and self.draft is not None:
            self.draft.wrong = tuple(error.problems)
            words = "\n".join(problem.message for problem in error.problems[:5])
            group, _, rest = error.problems[0].field.partition("/")
            ref = (group, rest.rpartition("/")[0])
            if ref in self.draft.edits:
                words = ""
                self._ref = ref
                self.open_item(ref)
                self.side.forms[group].say(self.draft.wrong)
        self.wrong.show_words(text=words)
        self.wrong.setVisible(bool(words))

    def discard(self) -> None:
        """Forget everything collected."""
        self._open, self._ref = False, None
        self.wrong.hide()
        if self.draft is not None:
            self.draft.discard()
        self._refresh()

    # --- versions and files -------------------------------------------------------------------------------

    def show_differences(self) -> None:
        """What is not saved yet beside what is in force."""
        self.tabs.set_value(VERSIONS)
        self._open, self._ref = False, None
        self._refresh()
        self.version_table.selectRow(0)
        self._version_opened(self.versions.index(0, 0))

    def _version_opened(self, index: QModelIndex) -> None:
        version, desk = self.versions.row_at(index), self._session.desk
        if version is None or self.draft is None:
            return
        self._ref, self._version = None, version
        if version is not UNSAVED:
            self._session.read(
                lambda: rules.differences_of(desk, version), self._show_differences, owner=self,
                failed=self._refused,
            )  # fmt: skip
            return
        try:
            self._show_differences(self.draft.differences())
        except ValidationError as error:
            self._refused(error)

    def _show_differences(self, found: tuple[Difference, ...]) -> None:
        version, draft = self._version, self.draft
        if draft is None or self.tabs.current_value() != VERSIONS:
            return
        if version is UNSAVED:
            self.side.show_differences(
                self.tr("Not saved yet"), draft.view.profile.version, found, saved=False
            )
        else:
            self.side.show_differences(version.version, version.previous, found, saved=True)
        self._open = True
        self._lay()
        seen = self.version_table.isVisibleTo(self)
        (self.version_table if seen else self.side.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose the rules"), "", self.tr("Rules (*.toml)")
        )
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """Read a whole profile and show what it changes; nothing is kept until it is saved."""
        self.wrong.hide()
        self._session.read(lambda: rules.read_file(path), self._taken, owner=self, failed=self._refused)

    def _taken(self, text: str) -> None:
        if self.draft is not None:
            self.draft.take(text)
            self.show_differences()

    def _choose_target(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the rules"), f"{self._version.version}.toml", self.tr("Rules (*.toml)")
        )
        if name:
            self.put_file(Path(name))

    def put_file(self, path: Path) -> None:
        """Write the version looked at as a file, as it was saved."""
        version, desk = self._version.version, self._session.desk
        words = self.tr("Saved: {name}").format(name=path.name)
        self._session.read(
            lambda: rules.write_file(desk, version, path),
            lambda _: self._session.said.emit(words, False),
            owner=self,
            failed=self._refused,
        )
