"""Models for lists of any length: an array of row ids, and rows read in blocks when they come into view."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from station_desk.progress import Progress
from station_desk.ui.jobs import Job, Jobs
from station_desk.ui.roles import ICON_ROLE, KEY_ROLE, LINK_ROLE, ROW_ROLE, TONE_ROLE, WEIGHT_ROLE

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
BLOCK = 200
_KEPT_BLOCKS = 24
_NO_PARENT = QModelIndex()
Loader = Callable[[Sequence[int]], Sequence[R]]


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column of rows R: head, its text, and perhaps tone, icon, weight, link, tooltip.

    `sort` is the key the page sorts by ("" if it cannot); numbers are aligned right with `right`.
    """

    title: str
    text: Callable[[R], str]
    tone: Callable[[R], str] | None = None
    icon: Callable[[R], str] | None = None
    strong: Callable[[R], bool] | None = None
    tip: Callable[[R], str] | None = None
    link: bool = False
    right: bool = False
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Rows(Generic[R]):
    """How rows R are shown: columns; `row` makes the TodayRow or ListRow; `spoken` is for screen readers,
    as is `described`, what is worth knowing beyond the row (how its due day was computed)."""

    columns: Sequence[Column[R]]
    key: Callable[[R], str]
    row: Callable[[R], object] | None = None
    spoken: Callable[[R], str] | None = None
    described: Callable[[R], str] | None = None

    def data(self, row: R, column: int, role: int) -> object:
        """What Qt asks for under `role`, or None."""
        spec = self.columns[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return spec.text(row)
        if role == ROW_ROLE:
            return self.row(row) if self.row else row
        if role == KEY_ROLE:
            return self.key(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row) if self.spoken else spec.text(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.described(row) if self.described else None
        if role == TONE_ROLE:
            return spec.tone(row) if spec.tone else None
        if role == ICON_ROLE:
            return spec.icon(row) if spec.icon else None
        if role == WEIGHT_ROLE:
            return 500 if spec.strong and spec.strong(row) else None
        if role == LINK_ROLE:
            return spec.link and bool(spec.text(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return spec.tip(row) if spec.tip else None
        if role == Qt.ItemDataRole.TextAlignmentRole and spec.right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


class _Shown(QAbstractTableModel, Generic[R]):
    """What both models share: columns and heads."""

    def __init__(self, rows: Rows[R], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and section < len(self._rows.columns):
            spec = self._rows.columns[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return spec.title
            if role == Qt.ItemDataRole.TextAlignmentRole and spec.right:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def row_at(self, index: Index) -> R | None:
        """The row behind an index, or None while it is not loaded."""
        raise LookupError(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        return None if row is None else self._rows.data(row, index.column(), role)


class ListModel(_Shown[R]):
    """Rows already in hand: `set_rows(sequence)`."""

    def __init__(self, rows: Rows[R], parent: QObject | None = None) -> None:
        super().__init__(rows, parent)
        self._held: tuple[R, ...] = ()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._held)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._held = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> R | None:
        return self._held[index.row()] if 0 <= index.row() < len(self._held) else None


class PagedModel(_Shown[R]):
    """Rows R by block: 8 bytes a row for the ids, and at most 24 blocks of 200 rows in memory.

    `load(ids)` runs on the reader thread and returns the rows in the order of the ids (an id that is gone may
    be left out only if every row can be told by `id_of`). `set_ids(array)` shows a new list at once;
    `fetch(ids)` gets the array on the reader thread first. One can jump to the end. Signal `filled(int)`:
    the number of rows, after `fetch`.
    """

    filled = Signal(int)

    def __init__(
        self,
        jobs: Jobs,
        rows: Rows[R],
        load: Loader[R],
        id_of: Callable[[R], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(rows, parent)
        self._jobs, self._load, self._id_of = jobs, load, id_of
        self._ids: array[int] = array("q")
        self._blocks: OrderedDict[int, dict[int, R]] = OrderedDict()
        self._wanted: dict[int, Job] = {}
        self._fetching: Job | None = None
        self._age = 0

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def fetch(self, ids: Callable[[Progress], array[int]]) -> None:
        """Get the ids on the reader thread, then show them; a later `fetch` overtakes this one."""
        if self._fetching is not None:
            self._fetching.cancel()
        self._age += 1
        age = self._age

        def show(found: array[int]) -> None:
            if age == self._age:
                self.set_ids(found)
                self.filled.emit(len(found))

        self._fetching = self._jobs.read(ids, done=show, owner=self)

    def set_ids(self, ids: array[int]) -> None:
        """Show the rows of these ids, in this order."""
        self.beginResetModel()
        self._forget()
        self._ids = ids
        self.endResetModel()

    def refresh(self, changed: Sequence[int] = ()) -> None:
        """Read rows again after a save: those of the ids `changed`, or all in memory."""
        if changed:
            touched = set(changed)
            blocks = [b for b, rows in self._blocks.items() if touched & rows.keys()]
        else:
            blocks = list(self._blocks)
        for block in blocks:
            self._ask(block)

    def id_at(self, row: int) -> int:
        """The id of row `row`."""
        return self._ids[row]

    def row_of(self, rowid: int) -> int:
        """Where the id is in the list, or −1 (one pass over the array)."""
        try:
            return self._ids.index(rowid)
        except ValueError:
            return -1

    def row_at(self, index: Index) -> R | None:
        row = index.row()
        if not 0 <= row < len(self._ids):
            return None
        block = row // BLOCK
        held = self._blocks.get(block)
        if held is None:
            if block not in self._wanted:
                self._ask(block)
            return None
        self._blocks.move_to_end(block)
        return held.get(self._ids[row])

    def _ask(self, block: int) -> None:
        """Read a block; blocks scrolled past while waiting are given up, newest asked first matter most."""
        if block in self._wanted:
            self._wanted[block].cancel()
        while len(self._wanted) > 3:
            oldest = next(iter(self._wanted))
            self._wanted.pop(oldest).cancel()
        ids = self._ids[block * BLOCK : (block + 1) * BLOCK]
        load = self._load

        def read(progress: Progress) -> Sequence[R]:
            return load(ids)

        def show(rows: Sequence[R]) -> None:
            if self._wanted.get(block) is job:
                del self._wanted[block]
                self._keep(block, rows)

        job = self._jobs.read(read, done=show, owner=self)
        self._wanted[block] = job

    def _keep(self, block: int, rows: Sequence[R]) -> None:
        self._blocks[block] = {self._id_of(row): row for row in rows}
        self._blocks.move_to_end(block)
        while len(self._blocks) > _KEPT_BLOCKS:
            self._blocks.popitem(last=False)
        first = block * BLOCK
        last = min(first + BLOCK, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _forget(self) -> None:
        for job in self._wanted.values():
            job.cancel()
        self._wanted.clear()
        self._blocks.clear()
