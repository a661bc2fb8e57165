"""A list of the office (deputies, units, grids, categories): table, the entry's form beside it, sheets in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from station_desk.casework import answers, browse, offices
from station_desk.casework.context import Changed, Desk
from station_desk.domain.declare import Declared, Kind, Record, RecordId
from station_desk.domain.records import Category
from station_desk.errors import UserError, ValidationError
from station_desk.exchange import directories
from station_desk.ui import look
from station_desk.ui.pages.settings_form import RecordForm, shown_fields, words_of
from station_desk.ui.pages.settings_sheet import SheetPreview
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.page import scrolled
from station_desk.ui.widgets.side_panel import hairline
from station_desk.ui.widgets.table import Table

Entry = tuple[RecordId | None, Record]
_FORM_WIDE = 320
_PAIR_FROM = 720
_COLUMNS = 5


def _column(declared: Declared) -> Column[Entry]:
    return Column(str(declared.label), lambda entry: words_of(declared, entry[1]))


class ListSection(QWidget):
    """`ListSection(session, cls, read)`: `read(desk)` gives the entries, on the reader thread."""

    def __init__(
        self,
        session: Session,
        cls: type[Record],
        read: Callable[[Desk], list[Entry]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._cls, self._read = session, cls, read
        self._entries: list[Entry] = []
        self._editing: RecordId | None = None
        self._open = False
        self.count = QLabel(self)
        self.count.setProperty("role", "second")
        self.box = QLineEdit(self)
        self.box.setPlaceholderText(self.tr("Find by name"))
        self.box.setAccessibleName(self.tr("Find in this list"))
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self._filter)
        self.sheet_button = Button(self, self.tr("From a sheet"), icon="file-spreadsheet")
        self.sheet_button.clicked.connect(self._choose_sheet)
        self.add_button = Button(self, self.tr("Add"), "primary", "plus")
        self.add_button.clicked.connect(self.add)
        self.notice = Notice(self)
        self.notice.hide()
        self.notice.linkActivated.connect(self._adopt_profile)
        self.table = Table(self)
        declared = [field for field in shown_fields(cls) if field.kind is not Kind.LONG][:_COLUMNS]
        rows: Rows[Entry] = Rows(
            [_column(field) for field in declared], key=lambda entry: entry[0].hex() if entry[0] else ""
        )
        self.model: ListModel[Entry] = ListModel(rows, self.table)
        self.table.setModel(self.model)
        self.table.setAccessibleName(str(cls.label))
        self.table.clicked.connect(self._clicked)
        self.table.opened.connect(self._clicked)
        self.preview = SheetPreview(session, cls, self)
        self.preview.closed.connect(self._close_sheet)
        self.preview.hide()
        self._build()
        look.follow(self._relay)

    def _build(self) -> None:
        self._bar = QHBoxLayout()
        self._bar.addWidget(self.box)
        self._bar.addWidget(self.count, 1)
        self._bar.addWidget(self.sheet_button)
        self._bar.addWidget(self.add_button)
        self.sheet_button.setVisible(self._cls in directories.KINDS)
        self.form = RecordForm(self._cls)
        self.form_title = QLabel()
        self.form_title.setProperty("role", "section")
        self.wrong = Notice(kind="red")
        self.wrong.hide()
        self.save_button = Button(text=self.tr("Save"), kind="primary")
        self.save_button.clicked.connect(self.save)
        self.cancel_button = Button(text=self.tr("Close"))
        self.cancel_button.clicked.connect(self.close_form)
        self.remove_button = Button(text=self.tr("Take off the list"), kind="word")
        self.remove_button.clicked.connect(self.remove)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        for part in (self.form_title, self.wrong, self.form):
            self._inside.addWidget(part)
        self._inside.addStretch(1)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.save_button)
        self._buttons.addWidget(self.cancel_button)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.remove_button)
        self.side = QWidget(self)
        self._side_lines = QVBoxLayout(self.side)
        self._side_lines.setContentsMargins(0, 0, 0, 0)
        self._side_lines.setSpacing(0)
        self._side_lines.addWidget(scrolled(inside), 1)
        self._side_lines.addWidget(hairline())
        self._side_lines.addLayout(self._buttons)
        self._line = hairline(self, upright=True)
        self.left = QWidget(self)
        self._left = QVBoxLayout(self.left)
        self._left.addLayout(self._bar)
        self._left.addWidget(self.notice)
        self._left.addWidget(self.table, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.left, 1)
        outer.addWidget(self._line)
        outer.addWidget(self.side)
        outer.addWidget(self.preview, 1)

    def _relay(self) -> None:
        theme = look.current()
        self._left.setContentsMargins(theme.px(24), theme.px(12), theme.px(16), theme.px(12))
        self._left.setSpacing(theme.px(10))
        self._bar.setSpacing(theme.px(8))
        self.box.setMaximumWidth(theme.px(200))
        self._inside.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14))
        self._inside.setSpacing(theme.px(10))
        self._buttons.setContentsMargins(theme.px(20), theme.px(8), theme.px(12), theme.px(8))
        self._buttons.setSpacing(theme.px(8))
        self.table.set_widths(*self._widths())
        self._lay()

    def _widths(self) -> tuple[int, ...]:
        count = self.model.columnCount()
        if self._cls is Category:
            return (0, 90, 160, 100)
        return (150, *(130 for _ in range(count - 2)), 0)

    def _lay(self) -> None:
        """Table and form side by side where both fit, else one at a time; a sheet takes the whole room."""
        looking = self.preview.isVisibleTo(self)
        paired = self.width() / look.current().scale >= _PAIR_FROM
        self.left.setVisible(not looking and (paired or not self._open))
        self.side.setVisible(not looking and self._open)
        self._line.setVisible(not looking and self._open and paired)
        self.side.setMinimumWidth(look.current().px(_FORM_WIDE) if paired else 0)
        self.side.setMaximumWidth(look.current().px(_FORM_WIDE) if paired else 16777215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    # ---- the list --------------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read the list again."""
        self._session.read(lambda: self._read(self._session.desk), self._show, owner=self)

    def _show(self, entries: list[Entry]) -> None:
        self._entries = entries
        borrowed = bool(entries) and all(key is None for key, _ in entries)
        self.notice.setVisible(borrowed)
        if borrowed:
            self.notice.show_words(
                text=self.tr("These come with the rules. Make them your own to change them."),
                link=self.tr("Make them our own"),
            )
        self._filter()

    def _filter(self) -> None:
        wanted = self.box.text().strip()
        shown = [
            entry
            for entry in self._entries
            if not wanted or any(wanted in words_of(field, entry[1]) for field in shown_fields(self._cls)[:3])
        ]
        self.model.set_rows(shown)
        self.count.setText(self.tr("{count} entries").format(count=len(shown)))

    def _adopt_profile(self) -> None:
        desk, actor = self._session.desk, self._session.actor
        records = [record for _, record in self._entries]
        self._session.write(
            lambda: offices.take_list(desk, actor, self._cls, records),
            done=lambda _: self.arrive(),
            failed=self._refused,
            owner=self,
        )

    # ---- one entry -------------------------------------------------------------------------------------

    def _clicked(self, index: QModelIndex) -> None:
        entry = self.model.row_at(index)
        if entry is not None and entry[0] is not None:
            self._edit(entry[0], entry[1])

    def _edit(self, key: RecordId | None, record: Record) -> None:
        self._editing, self._open = key, True
        self.form.show_record(record)
        self.wrong.hide()
        self.form_title.setText(self.tr("New entry") if key is None else str(self._cls.label))
        self.remove_button.setVisible(key is not None)
        self._lay()
        first = self.form.first()
        if first is not None and key is None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """An empty form for one more entry."""
        self.table.clearSelection()
        self._edit(None, self._cls())

    def close_form(self) -> None:
        """Put the form away; what was typed in it is given up."""
        self._open = False
        self._lay()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep what the form holds; a mistake is said beside its field and nothing typed is lost."""
        desk, actor = self._session.desk, self._session.actor
        record, key = self.form.record(), self._editing
        self.wrong.hide()
        self.form.say(())
        self._session.write(
            lambda: offices.save(desk, actor, record, key),
            done=self._saved,
            failed=self._refused,
            owner=self,
            text=self.tr("Saving"),
        )

    def _saved(self, result: tuple[RecordId, Changed]) -> None:
        new = self._editing is None
        self._editing = result[0]
        self._session.said.emit(self.tr("Added to the list") if new else self.tr("Saved"), True)
        self.arrive()
        if new:
            self.add()

    def _refused(self, error: UserError) -> None:
        homeless = str(error)
        if isinstance(error, ValidationError):
            homeless = self.form.say(error.problems)
        self.wrong.show_words(text=homeless)
        self.wrong.setVisible(bool(homeless))

    def remove(self) -> None:
        """Take the entry off the list; Ctrl+Z brings it back."""
        key = self._editing
        if key is None:
            return
        desk, actor = self._session.desk, self._session.actor
        self._session.write(
            lambda: offices.remove(desk, actor, self._cls, key, ""),
            done=self._removed,
            failed=self._refused,
            owner=self,
        )

    def _removed(self, changed: Changed) -> None:
        self._session.said.emit(self.tr("Taken off the list; matters keep its name"), True)
        self.close_form()
        self.arrive()

    # ---- sheets ----------------------------------------------------------------------------------------

    def _choose_sheet(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose the sheet"), "", self.tr("Sheets (*.xlsx *.xls *.csv)")
        )
        if name:
            self.take_sheet(Path(name))

    def take_sheet(self, path: Path) -> None:
        """Read a sheet and show what it would bring."""
        self.preview.read(path)
        self.preview.show()
        self._lay()

    def _close_sheet(self) -> None:
        self.preview.hide()
        self._open = False
        self._lay()
        self.arrive()


def entries_of(name: str) -> Callable[[Desk], list[Entry]]:
    """How the list `name` of `browse.office` is read; categories fall back on the profile's own."""

    def read(desk: Desk) -> list[Entry]:
        if name == "answers":
            return [(key, record) for key, record in answers.kept(desk)]
        found: list[Entry] = [(key, record) for key, record in getattr(browse.office(desk), name)]
        if found or name != "categories":
            return found
        return [
            (None, Category(name=category.name, rank=category.order, code_12345=category.code_12345 or None))
            for category in desk.profile().categories
        ]

    return read
