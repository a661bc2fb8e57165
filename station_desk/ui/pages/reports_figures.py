"""The figures of a period in all, each a link to the matters it counts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from station_desk.casework.statistics import Figure, Row
from station_desk.i18n import Label
from station_desk.ui import look
from station_desk.ui.widgets.buttons import Button

_NAMES = {
    "collected": Label("Collected", "收集"),
    "answered": Label("Answered on the spot", "当场答复"),
    "handed": Label("Handed over", "转办"),
    "raised": Label("Raised as suggestions", "转建议"),
    "solved": Label("Solved in the period", "期内办结"),
    "overdue": Label("Overdue now", "现已逾期"),
    "told": Label("Told the visitor", "已反馈"),
    "satisfied": Label("Satisfied", "满意"),
}


class FigureList(QWidget):
    """`show_row(row)`; signal `wanted(Figure)` when a figure is clicked."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        title = QLabel(self.tr("In all"), self)
        title.setProperty("role", "section")
        self._grid.addWidget(title, 0, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self._links: dict[str, Button] = {}
        self._figures: dict[str, Figure] = {}
        for line, (measure, label) in enumerate(_NAMES.items(), 1):
            words = QLabel(str(label), self)
            words.setProperty("tone", "text2")
            link = Button(self, kind="link")
            link.set_small(True)
            link.set_flush(True)
            link.clicked.connect(partial(self._clicked, measure))
            words.setBuddy(link)
            self._grid.addWidget(words, line, 0)
            self._grid.addWidget(link, line, 1, Qt.AlignmentFlag.AlignRight)
            self._links[measure] = link
        look.follow(self._relay)

    def _relay(self) -> None:
        self._grid.setVerticalSpacing(0)
        self._grid.setHorizontalSpacing(look.current().px(8))

    def show_row(self, row: Row) -> None:
        """The figures of one line."""
        self._figures = {name: row.figures[name] for name in self._links if name in row.figures}
        for name, link in self._links.items():
            value = self._figures[name].value if name in self._figures else None
            link.setText("—" if value is None else f"{value:,}")
            link.setEnabled(bool(value))
            link.setAccessibleName(f"{_NAMES[name]} {link.text()}")

    def _clicked(self, measure: str, checked: bool = False) -> None:
        self.wanted.emit(self._figures[measure])
