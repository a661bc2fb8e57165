"""Many packages at once in the window: taken in without a question each, then what came of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from station_desk.casework.context import Changed
from station_desk.exchange import post
from station_desk.exchange.post import Collected
from station_desk.exchange.spool import Spool
from station_desk.progress import Progress
from station_desk.ui import look
from station_desk.ui.pages.exchange_package import Tally
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.table import Table


@dataclass(frozen=True, slots=True)
class _Left:
    """A file that was not taken in."""

    name: str
    state: str
    reason: str
    path: Path = Path()
    fingerprint: str = ""


class Collecting(QObject):
    """`collect(sources)` takes every package among files and in folders in, `accept(fingerprint)` those that
    wait for a sender whom a person compared, `take_unsigned(file)` one of before there were signatures.
    Signal `collected(Collected)`.

    How far it is, and the word to stop it, stand at the foot of the window as for every long job.
    """

    collected = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def collect(self, sources: Sequence[Path]) -> None:
        """Begin; a failure of the desk itself is said, what one file is like is in the result."""
        desk, chosen = self._session.desk, list(sources)
        self._run(lambda progress: post.collect(desk, chosen, progress))

    def accept(self, fingerprint: str) -> None:
        """Take in all that waits for it: a person compared this fingerprint."""
        desk = self._session.desk

        def take(progress: Progress) -> Collected:
            waiting = Spool(desk.path).waiting()
            same = [one.path for one in waiting if one.fingerprint == fingerprint]
            return post.collect(desk, same, progress, trust=lambda one: one.fingerprint == fingerprint)

        self._run(take)

    def take_unsigned(self, file: Path) -> None:
        """Take in a file that nobody signed: a person asked whoever it says it is from."""
        desk = self._session.desk
        self._run(lambda progress: post.collect(desk, [file], progress, unsigned=True))

    def _run(self, take: Callable[[Progress], Collected]) -> None:
        self._session.jobs.run(
            take,
            done=self._done,
            failed=lambda error: self._session.said.emit(str(error), False),
            owner=self,
            text=self.tr("Taking in the packages"),
        )

    def _done(self, result: Collected) -> None:
        if not result.read:
            return  # nothing waited for it
        self._session.said.emit(result.sentence(), False)
        self._session.changed.emit(Changed())
        self.collected.emit(result)


class CollectedView(QWidget):
    """`show_result(Collected)`: figures, and the files that were not taken in with their reasons; signal
    `acceptWanted(str)`: the fingerprint of the sender of the file marked was compared."""

    acceptWanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setProperty("role", "section")
        self.tally = Tally(self)
        self.notice = Notice(self, "info")
        self.table = Table(self)
        self.table.set_plain()
        self.table.setAccessibleName(self.tr("Files that were not taken in"))
        rows: Rows[_Left] = Rows(
            [
                Column(self.tr("File"), lambda row: row.name),
                Column(self.tr("State"), lambda row: row.state),
                Column(self.tr("Why, and what to do"), lambda row: row.reason),
            ],
            key=lambda row: row.name,
            spoken=lambda row: f"{row.name}，{row.state}，{row.reason}",
        )
        self.model: ListModel[_Left] = ListModel(rows, self.table)
        self.table.setModel(self.model)
        self.table.selectionModel().currentChanged.connect(self._mark)
        self.stranger = Notice(self, "amber")
        self.accept_button = Button(self, self.tr("I compared it by telephone"), "primary")
        self.accept_button.clicked.connect(self._accept)
        self.stranger.add_button(self.accept_button)
        self.stranger.hide()
        self._lines = QVBoxLayout(self)
        for part in (self.title, self.tally, self.notice):
            self._lines.addWidget(part)
        self._lines.addWidget(self.table, 1)
        self._lines.addWidget(self.stranger)
        self._lines.addStretch(0)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(8))
        self._lines.setSpacing(theme.px(10))
        self.table.set_widths(220, 80, 0)

    def show_result(self, result: Collected) -> None:
        """What came of it."""
        self.title.setText(self.tr("{count} packages were read").format(count=result.read))
        self.tally.set_figures(
            [
                (result.brought, self.tr("brought something new"), ""),
                (result.taken - result.brought, self.tr("with nothing new"), ""),
                (len(result.waiting), self.tr("wait"), "amber"),
                (len(result.refused), self.tr("refused"), "red"),
            ]
        )
        waits, refused = self.tr("waits"), self.tr("refused")
        left = [_Left(one.path.name, waits, one.reason, one.path, one.fingerprint) for one in result.waiting]
        left += [_Left(one.name, refused, one.reason) for one in result.refused]
        self.model.set_rows(left)
        self.table.setVisible(bool(left))
        first = next((number for number, one in enumerate(left) if one.fingerprint), -1)
        if first >= 0:
            self.table.setCurrentIndex(self.model.index(first, 0))
        self._mark()
        self.notice.show_words(text=" ".join((self._words(result, bool(left)), *result.said)))

    def _marked(self) -> _Left | None:
        row = self.model.row_at(self.table.currentIndex())
        return row if row is not None and row.fingerprint else None

    def _mark(self) -> None:
        """The fingerprint of the file marked, where a person's word is what it waits for."""
        row = self._marked()
        self.stranger.setVisible(row is not None)
        if row is not None:
            said = self.tr("{file}: fingerprint {fingerprint}")
            self.stranger.show_words(reason=said.format(file=row.name, fingerprint=row.fingerprint))

    def _accept(self) -> None:
        if (row := self._marked()) is not None:
            self.stranger.hide()  # until the next result: it is pressed once
            self.acceptWanted.emit(row.fingerprint)

    def _words(self, result: Collected, left: bool) -> str:
        if result.stopped:
            return self.tr("Stopped before the end. What was taken in stays; drop the rest again to go on.")
        if result.waiting:
            return self.tr("What waits is kept here, and stops no other; it is in the list of the inbox.")
        if left:
            return self.tr("Of what was refused nothing was taken in; ask its senders once more.")
        return self.tr("Everything is taken in. {count} changes came.").format(count=result.changes)
