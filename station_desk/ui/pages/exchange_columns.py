"""Which column of a sheet is which field: the proposal shown, and every part of it open to another choice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from station_desk.exchange.fields import FIELDS
from station_desk.exchange.layouts import Layout
from station_desk.exchange.mapping import Column
from station_desk.ui import look
from station_desk.ui.widgets.page import scrolled

_LETTERS = 26


class _Choice(QComboBox):
    """A list that the wheel passes over: scrolling the page must not change what was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def letters(index: int) -> str:
    """The column's name as a spreadsheet shows it: 0 → A, 26 → AA."""
    shown = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        shown = chr(ord("A") + rest) + shown
    return shown


class ColumnChoice(QWidget):
    """`show_layout(layout)`; signals `columnChosen(field, index or None)`, `headerChosen(row from 0)`."""

    columnChosen = Signal(str, object)
    headerChosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, _Choice] = {}
        self._labels: list[QLabel] = []
        self._columns: tuple[Column, ...] = ()
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setColumnStretch(1, 1)
        self._header_label = QLabel(self.tr("Row with the columns' names"), inside)
        self.header = _Choice(inside)
        self.header.setAccessibleName(self._header_label.text())
        self._header_label.setBuddy(self.header)
        self.header.activated.connect(self._header_chosen)
        self._hint = QLabel(self.tr("A column left out goes into no field; nothing of it is taken."), inside)
        self._hint.setProperty("role", "second")
        self._hint.setWordWrap(True)
        self._grid.addWidget(self._header_label, 0, 0)
        self._grid.addWidget(self.header, 0, 1)
        self._grid.addWidget(self._hint, 1, 0, 1, 2)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(scrolled(inside))
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._grid.setContentsMargins(0, theme.px(4), theme.px(16), theme.px(8))
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(6))

    def show_layout(self, layout: Layout) -> None:
        """Show what is chosen; only what differs is filled again, so that the focus stays where it is."""
        self.header.clear()
        for number, text in enumerate(layout.head):
            self.header.addItem(self.tr("Row {number}: {text}").format(number=number + 1, text=text), number)
        self.header.setCurrentIndex(min(layout.header.row_index, self.header.count() - 1))
        fields = FIELDS[layout.mapping.kind]
        if list(self._fields) != [field.name for field in fields]:
            self._make([(field.name, str(field.label)) for field in fields])
        if self._columns != layout.mapping.columns:
            self._columns = layout.mapping.columns
            options = [self._words(index, column) for index, column in enumerate(self._columns)]
            for choice in self._fields.values():
                choice.clear()
                choice.addItem(self.tr("— none —"), None)
                for index, words in enumerate(options):
                    choice.addItem(words, index)
        for name, choice in self._fields.items():
            chosen = layout.mapping.index(name)
            choice.setCurrentIndex(0 if chosen is None else chosen + 1)

    def _words(self, index: int, column: Column) -> str:
        """B 反映人（梁锦萍／区炳辉）: the column as the sheet shows it, with values to judge by."""
        name = f"{letters(index)} {column.name}".strip()
        samples = "／".join(sample[:16] for sample in column.samples)
        return self.tr("{name} ({samples})").format(name=name, samples=samples) if samples else name

    def _make(self, fields: Sequence[tuple[str, str]]) -> None:
        for old in (*self._labels, *self._fields.values()):
            self._grid.removeWidget(old)
            old.deleteLater()
        self._fields, self._labels, self._columns = {}, [], ()
        home = self._header_label.parentWidget()
        for row, (name, words) in enumerate(fields, 2):
            label, choice = QLabel(words, home), _Choice(home)
            label.setBuddy(choice)
            choice.setAccessibleName(words)
            choice.activated.connect(partial(self._chosen, name))
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(choice, row, 1)
            self._labels.append(label)
            self._fields[name] = choice

    def choice(self, field: str) -> QComboBox:
        """The list of one field."""
        return self._fields[field]

    def _chosen(self, field: str, row: int) -> None:
        self.columnChosen.emit(field, self._fields[field].itemData(row))

    def _header_chosen(self, row: int) -> None:
        self.headerChosen.emit(row)
