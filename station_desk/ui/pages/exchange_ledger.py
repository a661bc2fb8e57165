"""An old ledger before and after it is taken in: the columns recognised, and what became of each row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from station_desk.casework.context import Actor, Desk
from station_desk.exchange import layouts, ledgers, sheetin
from station_desk.exchange.fields import field_of
from station_desk.exchange.layouts import Layout
from station_desk.exchange.ledgers import LedgerResult, LineResult
from station_desk.progress import Progress
from station_desk.ui import look
from station_desk.ui.pages.exchange_columns import ColumnChoice, letters
from station_desk.ui.pages.exchange_package import Tally
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.segments import Segments
from station_desk.ui.widgets.table import Table

_NO_ROWS = LedgerResult(0, 0, 0, 0, 0, ())


@dataclass(frozen=True, slots=True)
class LedgerTrial:
    """A ledger tried without writing: how it is read, and the result of every row."""

    path: Path
    layout: Layout
    result: LedgerResult


def take_ledger(desk: Desk, actor: Actor, path: Path, layout: Layout, progress: Progress) -> LedgerResult:
    """Take a ledger in as laid out; a layout made by hand is remembered for the next ledger like it."""
    result = ledgers.take_in(desk, actor, path, layout=layout, progress=progress)
    if layout.by_hand:
        layouts.remember(desk, layout)
    return result


def try_ledger(
    desk: Desk,
    actor: Actor,
    path: Path,
    progress: Progress,
    *,
    layout: Layout | None = None,
    header: int | None = None,
) -> LedgerTrial:
    """Try a ledger as remembered or proposed, or as `layout` says, or with row `header` as its header."""
    progress(0, 0, "")
    if layout is None:
        book = sheetin.open_book(path)
        layout = layouts.or_first_row(book, desk.meta) if header is None else layouts.header_at(book, header)
    if not layout.mapping.is_enough:
        return LedgerTrial(path, layout, _NO_ROWS)
    result = ledgers.take_in(desk, actor, path, dry_run=True, layout=layout, progress=progress)
    return LedgerTrial(path, layout, result)


def _pairs(layout: Layout) -> str:
    kind, names = layout.mapping.kind, layout.header.columns
    return "，".join(
        f"{field_of(kind, choice.field).label} ← {names[choice.index] or letters(choice.index)}"
        for choice in layout.mapping.choices
    )


class LedgerPreview(QWidget):
    """`show_trial(trial)` before, `show_done(result)` after; a box shows only the rows not taken.

    Signals `columnChosen(field, index or None)`, `headerChosen(row from 0)`: read it otherwise.
    """

    columnChosen = Signal(str, object)
    headerChosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines_all: tuple[LineResult, ...] = ()
        self._path: Path | None = None
        self.title = ElidedLabel(self)
        self.title.setProperty("role", "section")
        self.columns = QLabel(self)
        self.columns.setProperty("role", "second")
        self.columns.setWordWrap(True)
        self.tally = Tally(self)
        self.notice = Notice(self, "green")
        self.notice.hide()
        self.only = QCheckBox(self.tr("Only rows that cannot be taken"), self)
        self.only.toggled.connect(self._fill)
        self._states = {
            "new": self.tr("new"),
            "same": self.tr("here already"),
            "filled": self.tr("its reply added"),
            "rejected": self.tr("cannot be taken"),
        }
        self.table = Table(self)
        self.table.set_plain()
        self.table.setAccessibleName(self.tr("Rows of the ledger"))
        rows: Rows[LineResult] = Rows(
            [
                Column(self.tr("Row"), lambda line: str(line.line)),
                Column(self.tr("Number"), lambda line: line.number),
                Column(self.tr("Title"), lambda line: line.title),
                Column(
                    self.tr("Result"),
                    lambda line: self._states.get(line.state, line.state),
                    tone=lambda line: "red" if line.state == "rejected" else "",
                    icon=lambda line: "circle-alert" if line.state == "rejected" else "",
                ),
                Column(self.tr("Why"), lambda line: line.message, tip=lambda line: line.message),
            ],
            key=lambda line: str(line.line),
        )
        self.model: ListModel[LineResult] = ListModel(rows, self.table)
        self.table.setModel(self.model)
        self.view = Segments(self)
        self.view.setAccessibleName(self.tr("What is shown of the ledger"))
        self.view.set_choices([("rows", self.tr("Rows")), ("columns", self.tr("Columns"))], "rows")
        self.view.chosen.connect(self._turn)
        self.choice = ColumnChoice(self)
        self.choice.columnChosen.connect(self.columnChosen)
        self.choice.headerChosen.connect(self.headerChosen)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.choice)
        self._across = QHBoxLayout()
        self._across.addWidget(self.view)
        self._across.addWidget(self.only)
        self._across.addStretch(1)
        self._lines = QVBoxLayout(self)
        for part in (self.title, self.columns, self.tally, self.notice):
            self._lines.addWidget(part)
        self._lines.addLayout(self._across)
        self._lines.addWidget(self._stack, 1)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(8))
        self._lines.setSpacing(theme.px(10))
        self._across.setSpacing(theme.px(16))
        self.table.set_widths(56, 140, 0, 140, 220)

    def _turn(self, view: str) -> None:
        self._stack.setCurrentWidget(self.choice if view == "columns" else self.table)
        self.columns.setVisible(view != "columns")  # the same again, and room is short at 150 %
        self.only.setVisible(view == "rows" and any(line.state == "rejected" for line in self._lines_all))

    def _fill(self) -> None:
        only = self.only.isChecked()
        self.model.set_rows([line for line in self._lines_all if not only or line.state == "rejected"])

    def _show(self, result: LedgerResult) -> None:
        self._lines_all = result.lines
        self.tally.set_figures(
            [
                (result.rows, self.tr("rows"), ""),
                (result.new, self.tr("new"), ""),
                (result.same, self.tr("here already"), ""),
                (result.rejected, self.tr("cannot be taken"), "red"),
            ]
        )
        self._turn(self.view.current_value())
        self._fill()

    def show_trial(self, trial: LedgerTrial) -> None:
        """What taking it in would do; nothing is written yet. The columns are asked for where unsure."""
        layout, enough = trial.layout, trial.layout.mapping.is_enough
        again = trial.path == self._path
        self._path = trial.path
        self.title.setText(trial.path.name)
        self.columns.setText(
            self.tr("Columns recognised: {pairs}").format(pairs=_pairs(layout))
            if layout.mapping.choices
            else self.tr("No column was recognised.")
        )
        self.notice.hide()
        if not enough:
            self.notice.set_kind("amber")
            self.notice.show_words(
                text=self.tr(
                    "Choose the row with the columns' names, and the column of the title or of the text."
                )
            )
            self.notice.show()
        self.choice.show_layout(layout)
        self.view.show()
        if not again:
            self.only.setChecked(False)
            self.view.set_value("rows" if layout.is_sure else "columns")
        self._show(trial.result)

    def show_done(self, result: LedgerResult) -> None:
        """What taking it in did."""
        words = self.tr("Imported: {new} new, {same} here already, {rejected} not taken.").format(
            new=result.new, same=result.same, rejected=result.rejected
        )
        if result.filled:
            words += self.tr(" {count} received a reply they lacked.").format(count=result.filled)
        self.notice.set_kind("green")
        self.notice.show_words(text=words)
        self.notice.show()
        self.view.set_value("rows")
        self.view.hide()
        self._path = None
        self._show(result)
