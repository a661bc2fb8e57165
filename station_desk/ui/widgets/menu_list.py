"""A quiet list of names under group heads, to choose a page's part from: reports, settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from station_desk.ui import look
from station_desk.ui.roles import KEY_ROLE, ROW_ROLE
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.options import Index, has, rect_of

_NO_PARENT = QModelIndex()
_WORDS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One name with its key and the head it stands under."""

    key: str
    text: str
    group: str


class _Model(QAbstractListModel):
    """Heads and choices in one column; a head cannot be selected."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[str | Choice] = []

    def set_choices(self, choices: Sequence[Choice], heads: bool) -> None:
        self.beginResetModel()
        self.rows = []
        group = None
        for choice in choices:
            if heads and choice.group != group:
                group = choice.group
                self.rows.append(group)
            self.rows.append(choice)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], Choice):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in _WORDS:
            return row.text if isinstance(row, Choice) else row
        if role == KEY_ROLE:
            return row.key if isinstance(row, Choice) else ""
        return row if role == ROW_ROLE else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        head = not isinstance(index.data(ROW_ROLE), Choice)
        return QSize(0, look.current().px((34 if index.row() else 26) if head else 31))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = look.current()
        rect = rect_of(option)
        text = str(index.data() or "")
        area = rect.adjusted(theme.px(12), 0, -theme.px(4), 0)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if not isinstance(index.data(ROW_ROLE), Choice):
            low = area.adjusted(0, theme.px(8) if index.row() else 0, 0, 0)
            paint.text(painter, theme, low, text, size=13, colour="text2", align=middle)
            return
        on = has(option, QStyle.StateFlag.State_Selected)
        if on:
            paint.box(painter, theme, rect, "tint")
        elif has(option, QStyle.StateFlag.State_MouseOver):
            paint.box(painter, theme, rect, "sunken")
        colour = "accentText" if on else "text"
        paint.text(painter, theme, area, text, weight=500 if on else 400, colour=colour, align=middle)
        if has(option, QStyle.StateFlag.State_HasFocus):
            paint.ring(painter, theme, rect)


class MenuList(QListView):
    """`set_choices([Choice])`, `set_current(key)`, `current_key()`, `filter(text)`.

    Signals: `chosen(key)` whenever another one becomes current; `opened(QModelIndex)` on a click or Enter.
    """

    chosen = Signal(str)
    opened = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._clicked)
        self.activated.connect(self._clicked)
        look.follow(self._relay)

    def _relay(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace all; each group's choices stand together, under its head if there are several groups."""
        self._choices = tuple(choices)
        self._model.set_choices(self._choices, True)

    def filter(self, text: str) -> None:
        """Show only the choices whose names hold `text`."""
        key = self.current_key()
        self._model.set_choices([c for c in self._choices if text.strip().lower() in c.text.lower()], True)
        self.blockSignals(True)
        self.set_current(key)
        self.blockSignals(False)

    def current_key(self) -> str:
        """The key of the current choice, or an empty string."""
        return str(self.currentIndex().data(KEY_ROLE) or "")

    def set_current(self, key: str) -> None:
        """Make a choice current; nothing if it is not shown."""
        for row, entry in enumerate(self._model.rows):
            if isinstance(entry, Choice) and entry.key == key:
                self.setCurrentIndex(self._model.index(row, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        key = str(current.data(KEY_ROLE) or "") if current.isValid() else ""
        if key:
            self.chosen.emit(key)

    def _clicked(self, index: QModelIndex) -> None:
        if index.data(KEY_ROLE):
            self.opened.emit(index)
