"""The foot of the list of matters: how many are selected, what can be done with them, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from station_desk.casework import browse, bulk
from station_desk.casework.browse import MatterFilter, MatterRow
from station_desk.casework.bulk import Act, BulkResult, Refused
from station_desk.domain.declare import RecordId
from station_desk.domain.tracks import ISSUE
from station_desk.domain.vocabulary import Role, acting
from station_desk.errors import UserError
from station_desk.ui import look
from station_desk.ui.pages.copying import copy_matters
from station_desk.ui.pages.exporting import ask_workbook, write_ledger
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.rows import ListRow, RowList
from station_desk.ui.widgets.side_panel import hairline

_VERBS = ("accept", "sign", "urge")
_SHOWN = 4


class BulkFoot(QWidget):
    """`show_total(n)`, `show_selected(n)`; `ranks(only_selected)` is asked for what is to be worked on.

    Signals: `exportWanted()`: the ledger of the whole list; `opened(RecordId)`: a refused matter.
    """

    exportWanted = Signal()
    opened = Signal(object)

    def __init__(
        self,
        session: Session,
        ranks: Callable[[bool], Sequence[int]],
        categories: Callable[[], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._ranks, self._categories = session, ranks, categories
        self._total = self._selected = 0
        self._works: tuple[tuple[RecordId, bytes], ...] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._build_result()
        self._lines.addWidget(hairline(self))
        self.words = QLabel(self)
        self.words.setProperty("role", "second")
        self.doing = Button(self, text=self.tr("Do with them"), icon="list-checks")
        self.doing.set_small(True)
        self.menu = QMenu(self.doing)
        self.menu.aboutToShow.connect(self._fill)
        self.doing.setMenu(self.menu)
        self.doing.hide()
        self.copying = self._icon("copy", self.tr("Copy the list as a table"))
        self.copying.clicked.connect(self.copy)
        self.exporting = self._icon("download", self.tr("Export the list as a workbook"))
        self.exporting.clicked.connect(self._export)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.words, 1)
        for button in (self.doing, self.copying, self.exporting):
            self._foot.addWidget(button)
        self._lines.addLayout(self._foot)
        look.follow(self._relay)

    def _icon(self, icon: str, words: str) -> Button:
        button = Button(self, kind="icon", icon=icon)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _build_result(self) -> None:
        self.result = Notice(self)
        self.result.linkActivated.connect(self._turn_reasons)
        self.undoing = Button(self.result, kind="link", text=self.tr("Undo"))
        self.undoing.set_flush(True)
        self.undoing.set_small(True)
        self.undoing.clicked.connect(self.undo)
        self.undoing.hide()
        self.result.add_button(self.undoing)
        close = Button(self.result, kind="icon", icon="x")
        close.set_small(True)
        close.setAccessibleName(self.tr("Close the message"))
        close.clicked.connect(self.clear_result)
        self.result.add_button(close)
        self.result.hide()
        self.reasons = RowList(self)
        self.reasons.setAccessibleName(self.tr("Not done, and why"))
        rows: Rows[Refused] = Rows(
            [Column(self.tr("Matter"), lambda r: r.title, tip=lambda r: r.why)],
            key=lambda r: r.id.hex(),
            row=lambda r: ListRow(r.title or r.number, r.why),
            spoken=lambda r: f"{r.title}，{r.why}",
        )
        self._refused = ListModel(rows, self)
        self.reasons.setModel(self._refused)
        self.reasons.clicked.connect(self._open)
        self.reasons.opened.connect(self._open)
        self.reasons.hide()
        self._lines.addWidget(self.result)
        self._lines.addWidget(self.reasons)

    def _relay(self) -> None:
        theme = look.current()
        self._foot.setContentsMargins(theme.px(16), theme.px(1), theme.px(8), theme.px(1))
        rows = min(self._refused.rowCount(), _SHOWN)
        # Gives way to the list above it on a low screen, down to one row.
        self.reasons.setMinimumHeight(theme.px(56))
        self.reasons.setMaximumHeight(theme.px(56) * max(1, rows) + 2)

    def add(self, button: QWidget) -> None:
        """Put one more icon at the right end."""
        self._foot.addWidget(button)

    # ---- what stands there ---------------------------------------------------------------------------

    def show_total(self, count: int) -> None:
        """How many matters the list has."""
        self._total = count
        self._say()

    def show_selected(self, count: int) -> None:
        """How many of them are selected; one is only where one is."""
        self._selected = count
        self._say()

    def _say(self) -> None:
        many = self._selected > 1
        self.words.setText(
            self.tr("{n} selected").format(n=self._selected)
            if many
            else self.tr("{n} matters").format(n=self._total)
        )
        self.doing.setVisible(many and bool(self._verbs()))
        copying = self.tr("Copy the selected as a table") if many else self.tr("Copy the list as a table")
        exporting = (
            self.tr("Export the selected as a workbook") if many else self.tr("Export the list as a workbook")
        )
        for button, words in ((self.copying, copying), (self.exporting, exporting)):
            button.setToolTip(words)
            button.setAccessibleName(words)

    def _fill(self) -> None:
        self.menu.clear()
        today = self._session.today()
        for verb in self._verbs():
            name = str(ISSUE.steps[verb].label)
            self.menu.addAction(name, partial(self.do, name, bulk.step(verb, today)))
        if ISSUE.steps["raise"].roles & self._roles():
            self.menu.addAction(self.tr("Raise one suggestion from them"), self.raise_one)
        setting = self.menu.addMenu(self.tr("Set category"))
        for category in self._categories():
            setting.addAction(category, partial(self.do, self.tr("Set category"), bulk.category(category)))
        setting.setEnabled(bool(self._categories()))

    def _verbs(self) -> tuple[str, ...]:
        """The steps on many that this person's role can take at all; each matter still answers for itself."""
        return tuple(verb for verb in _VERBS if ISSUE.steps[verb].roles & self._roles())

    def _roles(self) -> frozenset[Role]:
        return acting(self._session.actor.role.value, at_office=True, at_home=True)

    # ---- doing ---------------------------------------------------------------------------------------

    def raise_one(self) -> None:
        """Ask the suggestion page for one sheet about every matter selected."""
        desk, ranks = self._session.desk, list(self._ranks(True))

        def show(rows: list[MatterRow]) -> None:
            self._session.wanted.emit("suggestions", ("raise", tuple(row.id for row in rows)))

        self._session.read(lambda: browse.rows(desk, ranks), show, owner=self)

    def do(self, name: str, act: Act) -> None:
        """Do one thing with every matter selected, and say what came of each."""
        desk, actor, ranks = self._session.desk, self._session.actor, list(self._ranks(True))
        self.clear_result()
        self.doing.setEnabled(False)
        self._session.jobs.run(
            lambda progress: bulk.each(desk, actor, ranks, act, progress),
            done=lambda result: self._done(name, result),
            failed=self._failed,
            cancelled=lambda: self.doing.setEnabled(True),
            text=name,
            owner=self,
        )

    def undo(self) -> None:
        """Take the last work on many back, one by one; what could not be is said with its reason."""
        desk, actor, works = self._session.desk, self._session.actor, self._works
        self.clear_result()
        self._session.jobs.run(
            lambda progress: bulk.undo(desk, actor, works, progress),
            done=self._undone,
            failed=self._failed,
            text=self.tr("Undo"),
            owner=self,
        )

    def _undone(self, result: BulkResult) -> None:
        self._tell(self.tr("{n} undone").format(n=len(result.done)), result)

    def _done(self, name: str, result: BulkResult) -> None:
        self.doing.setEnabled(True)
        self._tell(self.tr("{step}: {n} done").format(step=name, n=len(result.done)), result)

    def _tell(self, first: str, result: BulkResult) -> None:
        refused, said = result.refused, [first]
        self._works = result.works
        self.undoing.setVisible(bool(self._works))
        if result.left:
            said.append(self.tr("{n} left as they were").format(n=result.left))
        if refused:
            said.append(self.tr("{n} not done").format(n=len(refused)))
        words = self.tr(", ").join(said)
        if len(refused) == 1:
            why = refused[0].why if refused[0].number in refused[0].why else self._with_number(refused[0])
            words = self.tr("{words}: {why}").format(words=words, why=why)
        self._refused.set_rows(refused)
        self._relay()
        self.result.set_kind("amber" if refused or result.left else "green")
        self.result.set_icon("circle-alert" if refused else "circle-check")
        self.result.show_words(text=words, link=self.tr("Reasons") if refused else "")
        self.result.show()
        self._session.changed.emit(result.changed)

    def _with_number(self, refused: Refused) -> str:
        return self.tr("{number}: {why}").format(number=refused.number, why=refused.why)

    def _failed(self, error: UserError) -> None:
        self.doing.setEnabled(True)
        self.undoing.hide()  # it belongs to the message of the work it undoes
        self.result.set_kind("red")
        self.result.set_icon("")
        self.result.show_words(text=str(error))
        self.result.show()

    def clear_result(self) -> None:
        """Take away what was said about the last work."""
        self.result.hide()
        self.reasons.hide()

    def _turn_reasons(self) -> None:
        self.reasons.setVisible(not self.reasons.isVisible())
        if self.reasons.isVisible():
            self.reasons.setFocus()

    def _open(self, index: QModelIndex) -> None:
        refused = self._refused.row_at(index)
        if refused is not None:
            self.opened.emit(refused.id)

    # ---- out of the program --------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the selected matters, or the whole list, on the clipboard as a table."""
        copy_matters(self._session, self._ranks(self._selected > 1))

    def _export(self) -> None:
        if self._selected < 2:
            self.exportWanted.emit()
            return
        target = ask_workbook(self, self.tr("Save the selected matters"))
        if target is not None:
            self.export(target)

    def export(self, target: Path) -> None:
        """The ledger of just the matters selected, as a workbook."""
        desk, ranks = self._session.desk, list(self._ranks(True))
        write_ledger(
            self._session,
            self,
            lambda: MatterFilter(ids=tuple(row.id for row in browse.rows(desk, ranks))),
            target,
            self._failed,
        )
