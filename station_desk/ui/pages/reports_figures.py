"""The figures of a report by line, each a link to the matters it counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from station_desk.reports.content import Counted, Counts
from station_desk.ui import look
from station_desk.ui.widgets.buttons import Button


class FigureList(QWidget):
    """`show_lines(lines)`; signal `wanted(link)` when a figure is clicked. `links` are those shown."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Counts, ...] = ()
        self.links: list[Button] = []
        self.line = QComboBox(self)
        self.line.setAccessibleName(self.tr("Line of the table"))
        self.line.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.line.setMinimumContentsLength(8)
        self.line.currentIndexChanged.connect(self._show)
        self.title = QLabel(self)
        self.title.setProperty("role", "section")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.title)
        lines.addWidget(self.line)
        lines.addLayout(self._grid)
        look.follow(self._relay)

    def _relay(self) -> None:
        self._grid.setVerticalSpacing(0)
        self._grid.setHorizontalSpacing(look.current().px(8))

    def show_lines(self, lines: Iterable[Counts]) -> None:
        """The figures of these lines, one line at a time; the line shown stays shown where it is there."""
        held = self.line.currentText()
        self._lines = tuple(lines)
        self.line.blockSignals(True)
        self.line.clear()
        self.line.addItems([line.name for line in self._lines])
        self.line.setCurrentIndex(max(0, self.line.findText(held)))
        self.line.blockSignals(False)
        several = len(self._lines) > 1
        self.line.setVisible(several)
        self.title.setVisible(not several)
        self._show(self.line.currentIndex())

    def _show(self, place: int) -> None:
        line = self._lines[place] if 0 <= place < len(self._lines) else Counts("", ())
        self.title.setText(line.name)
        self.line.setToolTip(line.name)
        self._clear()
        for number, counted in enumerate(line.counted):
            self._add(number, counted)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.links = []

    def _add(self, number: int, counted: Counted) -> None:
        words = QLabel(str(counted.label), self)
        words.setProperty("tone", "text2")
        words.setWordWrap(True)
        link = Button(self, kind="link")
        link.set_small(True)
        link.set_flush(True)
        link.setText(counted.text)
        link.setEnabled(counted.link is not None)
        link.setAccessibleName(f"{counted.label} {counted.text}")
        link.clicked.connect(partial(self._clicked, counted))
        words.setBuddy(link)
        self._grid.addWidget(words, number, 0)
        self._grid.addWidget(link, number, 1, Qt.AlignmentFlag.AlignRight)
        self.links.append(link)

    def link_of(self, label: str) -> Button:
        """The figure of that label in the language shown. KeyError where there is none."""
        for link in self.links:
            if link.accessibleName().rsplit(" ", 1)[0] == label:
                return link
        raise KeyError(label)

    def counts(self) -> Sequence[Counts]:
        """The lines that can be chosen."""
        return self._lines

    def _clicked(self, counted: Counted, checked: bool = False) -> None:
        self.wanted.emit(counted.link)
