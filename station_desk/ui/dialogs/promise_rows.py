"""What a reply promises, line by line: what, and by when."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from station_desk.casework.replies import PromiseEntry
from station_desk.ui import look
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import DateLine


class _Line(QWidget):
    def __init__(self, rows: PromiseRows, today: Callable[[], date]) -> None:
        super().__init__(rows)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.current().px(8))
        self.what = QLineEdit(self)
        self.what.setPlaceholderText(self.tr("What is promised"))
        self.what.setAccessibleName(self.tr("What is promised"))
        self.by = DateLine(self)
        self.by.today = today
        self.by.setPlaceholderText(self.tr("By when"))
        self.by.setAccessibleName(self.tr("By when"))
        drop = Button(self, kind="icon", icon="x")
        drop.set_small(True)
        drop.setAccessibleName(self.tr("Take this promise off"))
        drop.clicked.connect(lambda: rows.drop(self))
        line.addWidget(self.what, 3)
        line.addWidget(self.by, 1)
        line.addWidget(drop)
        self.what.textEdited.connect(rows.changed)
        self.by.textChanged.connect(rows.changed)


class PromiseRows(QWidget):
    """`entries()` are the lines filled in; `unread()` says whether one has no day. Signal `changed()`."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: list[_Line] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.current().px(6))
        self.more = Button(self, text=self.tr("Add a promise"), kind="link", icon="plus")
        self.more.set_small(True)
        self.more.set_flush(True)
        self.more.clicked.connect(self._asked)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        self._lines.addLayout(foot)
        self.setFocusProxy(self.more)

    def add(self, what: str = "", by: str = "") -> None:
        """One more line."""
        row = _Line(self, self._today)
        row.what.setText(what)
        row.by.setText(by)
        self._rows.append(row)
        self._lines.insertWidget(self._lines.count() - 1, row)
        row.show()
        self.setFocusProxy(self._rows[0].what)

    def _asked(self) -> None:
        self.add()
        self._rows[-1].what.setFocus()
        self.changed.emit()

    def drop(self, row: _Line) -> None:
        """Take a line off."""
        self._rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.more.setFocus()
        self.setFocusProxy(self._rows[0].what if self._rows else self.more)
        self.changed.emit()

    def count(self) -> int:
        """How many lines there are, filled in or not."""
        return len(self._rows)

    def entries(self) -> tuple[PromiseEntry, ...]:
        """The promises of the lines in which a day stands."""
        return tuple(
            PromiseEntry(row.what.text().strip(), day)
            for row in self._rows
            if (day := row.by.day()) is not None
        )

    def unread(self) -> bool:
        """Whether a line says what is promised, and no day that can be read."""
        return any(
            row.by.day() is None and (row.what.text().strip() or row.by.text().strip()) for row in self._rows
        )

    def kept(self) -> str:
        """The lines as a text, for a draft; empty ones are not worth keeping."""
        found = [[row.what.text(), row.by.text()] for row in self._rows]
        return json.dumps(found, ensure_ascii=False) if any(a or b for a, b in found) else ""

    def bring(self, text: str) -> None:
        """The lines as they were kept."""
        for row in list(self._rows):
            self.drop(row)
        try:
            found = json.loads(text) if text else []
        except ValueError:
            found = []
        for what, by in found if isinstance(found, list) else ():
            self.add(str(what), str(by))
