"""A sheet of deputies, units, grids or categories, shown as what it would become before it is taken in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_desk.casework import offices
from station_desk.domain.declare import Record
from station_desk.errors import UserError
from station_desk.exchange import directories
from station_desk.exchange.directories import ListLine, ListPreview
from station_desk.ui import look
from station_desk.ui.pages.settings_form import shown_fields, words_of
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.table import Table
from station_desk.ui.words import joined


class SheetPreview(QWidget):
    """`read(path)` shows the rows; 导入 takes them in as one change. Signal `closed()`: done or given up."""

    closed = Signal()

    def __init__(self, session: Session, cls: type[Record], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._cls = session, cls
        self._found: ListPreview | None = None
        self.title = QLabel(self)
        self.title.setProperty("role", "section")
        self.columns = QLabel(self)
        self.columns.setProperty("role", "second")
        self.columns.setWordWrap(True)
        self.notice = Notice(self, "red")
        self.notice.hide()
        self.table = Table(self)
        self.table.setAccessibleName(self.tr("Rows of the sheet"))
        rows: Rows[ListLine] = Rows(
            [
                Column(self.tr("Row"), lambda line: str(line.line)),
                Column(self.tr("Name"), self._name),
                Column(self.tr("What it becomes"), self._rest, tone=self._tone, icon=self._icon),
            ],
            key=lambda line: str(line.line),
        )
        self.model: ListModel[ListLine] = ListModel(rows, self.table)
        self.table.setModel(self.model)
        self.take = Button(self, kind="primary")
        self.take.clicked.connect(self.take_in)
        self.back = Button(self, self.tr("Do not import"), "word")
        self.back.clicked.connect(self.closed)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.back)
        self._foot.addStretch(1)
        self._foot.addWidget(self.take)
        self._lines = QVBoxLayout(self)
        for part in (self.title, self.columns, self.notice):
            self._lines.addWidget(part)
        self._lines.addWidget(self.table, 1)
        self._lines.addLayout(self._foot)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(12))
        self._lines.setSpacing(theme.px(8))
        self.table.set_widths(56, 180, 0)

    def _name(self, line: ListLine) -> str:
        return str(getattr(line.record, "name", "") or "") if line.record is not None else "—"

    def _rest(self, line: ListLine) -> str:
        if line.record is None:
            return line.message
        parts = []
        for declared in shown_fields(self._cls):
            value = getattr(line.record, declared.name)
            if declared.name != "name" and value not in (None, ""):
                parts.append(words_of(declared, line.record))
        return joined(parts)

    def _tone(self, line: ListLine) -> str:
        return "red" if line.record is None else ""

    def _icon(self, line: ListLine) -> str:
        return "circle-alert" if line.record is None else ""

    def read(self, path: Path) -> None:
        """Read the sheet on the reader thread and show it."""
        self._found = None
        self.model.set_rows([])
        self.take.hide()
        self.notice.hide()
        self.title.setText(path.name)
        self.columns.setText(self.tr("Reading…"))
        cls = self._cls
        self._session.read(
            lambda: directories.preview(path, cls), self._show, owner=self, failed=self._refused
        )

    def _show(self, found: ListPreview) -> None:
        self._found = found
        good = len(found.records)
        bad = sum(line.record is None for line in found.lines)
        self.title.setText(
            self.tr("{file}: {good} rows can be taken in, {bad} cannot").format(
                file=found.path.name, good=good, bad=bad
            )
        )
        pairs = [f"{field} ← {header}" for field, header in found.columns]
        self.columns.setText(self.tr("Columns recognised: {pairs}").format(pairs="，".join(pairs)))
        self.model.set_rows(found.lines)
        self.take.setText(self.tr("Import {count} rows").format(count=good))
        self.take.setVisible(good > 0)

    def _refused(self, error: UserError) -> None:
        self.columns.setText("")
        self.notice.show_words(text=str(error))
        self.notice.show()

    def take_in(self) -> None:
        """Take the rows in: known names are brought up to date, the others added."""
        if self._found is None:
            return
        desk, actor, cls = self._session.desk, self._session.actor, self._cls
        records = self._found.records
        self.take.setEnabled(False)
        self._session.write(
            lambda: offices.take_list(desk, actor, cls, records),
            done=self._taken,
            failed=self._refused,
            owner=self,
            text=self.tr("Importing"),
        )

    def _taken(self, taken: offices.Taken) -> None:
        self.take.setEnabled(True)
        words = self.tr("{new} added, {changed} brought up to date, {same} the same").format(
            new=taken.new, changed=taken.changed, same=taken.same
        )
        self._session.said.emit(words, False)
        self.closed.emit()
