"""An old ledger before and after it is taken in: the columns recognised, and what became of each row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from station_desk.exchange import mapping, sheetin
from station_desk.exchange.fields import LedgerKind, field_of
from station_desk.exchange.ledgers import LedgerResult, LineResult
from station_desk.ui import look
from station_desk.ui.pages.exchange_package import Tally
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.table import Table


@dataclass(frozen=True, slots=True)
class LedgerTrial:
    """A ledger tried without writing: the pairs field ← header, and the result of every row."""

    path: Path
    columns: tuple[tuple[str, str], ...]
    result: LedgerResult


def columns_of(path: Path) -> tuple[tuple[str, str], ...]:
    """Which of the sheet's columns was taken for which field."""
    sheet, header = mapping.find_sheet(sheetin.open_book(path), LedgerKind.ISSUES)
    plan = mapping.propose(header, sheet, LedgerKind.ISSUES)
    return tuple(
        (str(field_of(LedgerKind.ISSUES, choice.field).label), header.columns[choice.index])
        for choice in plan.choices
    )


class LedgerPreview(QWidget):
    """`show_trial(trial)` before, `show_done(result)` after; a box shows only the rows not taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines_all: tuple[LineResult, ...] = ()
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
        self._lines = QVBoxLayout(self)
        for part in (self.title, self.columns, self.tally, self.notice, self.only):
            self._lines.addWidget(part)
        self._lines.addWidget(self.table, 1)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(8))
        self._lines.setSpacing(theme.px(10))
        self.table.set_widths(56, 140, 0, 140, 220)

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
        self.only.setVisible(result.rejected > 0)
        self._fill()

    def show_trial(self, trial: LedgerTrial) -> None:
        """What taking it in would do; nothing is written yet."""
        self.title.setText(trial.path.name)
        pairs = "，".join(f"{field} ← {header}" for field, header in trial.columns)
        self.columns.setText(self.tr("Columns recognised: {pairs}").format(pairs=pairs))
        self.notice.hide()
        self.only.setChecked(False)
        self._show(trial.result)

    def show_done(self, result: LedgerResult) -> None:
        """What taking it in did."""
        words = self.tr("Imported: {new} new, {same} here already, {rejected} not taken.").format(
            new=result.new, same=result.same, rejected=result.rejected
        )
        if result.filled:
            words += self.tr(" {count} received a reply they lacked.").format(count=result.filled)
        self.notice.show_words(text=words)
        self.notice.show()
        self._show(result)
