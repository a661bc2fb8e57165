"""Lists of two-line rows: Today's table with its verb per row, and the list beside a detail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from station_desk.ui import look
from station_desk.ui.look import Theme
from station_desk.ui.roles import ROW_ROLE
from station_desk.ui.widgets import marks, paint
from station_desk.ui.widgets.header import Header
from station_desk.ui.widgets.marks import Mark
from station_desk.ui.widgets.options import Index, has, plain, rect_of

_ICONS = {"red": "circle-alert", "amber": "clock", "green": "circle-check", "text": "calendar"}


@dataclass(frozen=True, slots=True)
class TodayRow:
    """A row that answers when, what, who has it now, what next.

    `tone` is red (overdue), amber (soon) or text; `pressing` rows (overdue, today, tomorrow) are medium.
    """

    when: str
    when_second: str
    title: str
    second: str
    who: str
    who_second: str
    verb: str = ""
    tone: str = "text"
    pressing: bool = False
    icon: str = ""
    marks: tuple[Mark, ...] = ()

    def spoken(self) -> str:
        """The row for a screen reader: due, marks, title, who, then the verb that Enter does."""
        parts = (
            self.when,
            *(mark.text for mark in self.marks),
            self.title,
            self.who,
            self.who_second,
            self.verb,
        )
        return "，".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a list beside a detail: a title; below it second words left and a toned word right."""

    title: str
    second: str
    right: str = ""
    tone: str = "text2"
    icon: str = ""
    marks: tuple[Mark, ...] = ()

    def spoken(self) -> str:
        """The row for a screen reader."""
        return "，".join(
            part for part in (*(m.text for m in self.marks), self.title, self.second, self.right) if part
        )


def _selected(option: QStyleOptionViewItem) -> bool:
    return has(option, QStyle.StateFlag.State_Selected)


def _ground(painter: QPainter, theme: Theme, rect: QRect, selected: bool, hover: bool, edge: bool) -> None:
    if selected:
        painter.fillRect(rect, theme.color("tint"))
        if edge:
            painter.fillRect(rect.x(), rect.y(), theme.px(3), rect.height(), theme.color("accentText"))
    elif hover:
        painter.fillRect(rect, theme.color("sunken"))


class TodayDelegate(QStyledItemDelegate):
    """Paints `TodayRow` (under ROW_ROLE) over four columns; column 3 holds the verb button."""

    verbTriggered = Signal(QModelIndex)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._hover_row = -1
        self._hover_verb = False
        self.verb_wide = 92
        self._pressed = QPersistentModelIndex()

    def verb_rect(self, cell: QRect) -> QRect:
        """Where the verb is drawn inside the rectangle of its cell (column 3), in pixels."""
        theme = look.current()
        height = theme.px(30)
        return QRect(cell.x(), cell.y() + (cell.height() - height) // 2, theme.px(self.verb_wide), height)

    def set_hover(self, row: int, verb: bool) -> None:
        """Row under the mouse (−1: none), and whether the mouse is over its verb."""
        if (row, verb) != (self._hover_row, self._hover_verb):
            self._hover_row, self._hover_verb = row, verb
            self._view.viewport().update()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look.current().px(100), look.current().px(50))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        theme = look.current()
        rect = rect_of(option)
        selected = _selected(option)
        column = index.column()
        _ground(painter, theme, rect, selected, index.row() == self._hover_row, column == 0)
        left = theme.px(24) if column == 0 else 0
        painter.fillRect(rect.x() + left, rect.bottom(), rect.width() - left, 1, theme.color("line"))
        if not isinstance(row, TodayRow):
            if column == 1:
                paint.text(painter, theme, rect, "…", colour="text3")
            return
        first = QRect(rect.x(), rect.y() + theme.px(5), rect.width() - theme.px(12), theme.px(22))
        second = QRect(rect.x(), rect.y() + theme.px(26), rect.width() - theme.px(12), theme.px(20))
        if column == 0:
            icon = row.icon or _ICONS.get(row.tone, "calendar")
            colour = row.tone if row.tone != "text" else "text2"
            mark = QRect(rect.x() + theme.px(24), first.y(), theme.px(16), first.height())
            paint.icon_in(painter, theme, icon, mark, 16, colour)
            first.setLeft(rect.x() + theme.px(46))
            second.setLeft(rect.x() + theme.px(46))
            weight = 500 if row.pressing else 400
            paint.text(painter, theme, first, row.when, weight=weight, colour=row.tone)
            paint.text(painter, theme, second, row.when_second, size=13, colour="text2")
        elif column == 1:
            paint.text(painter, theme, marks.before(painter, theme, first, row.marks), row.title, size=15)
            paint.text(painter, theme, second, row.second, size=13, colour="text2")
        elif column == 2:
            paint.text(painter, theme, first, row.who)
            paint.text(painter, theme, second, row.who_second, size=13, colour="text2")
        elif row.verb:
            hover = self._hover_verb and index.row() == self._hover_row
            where = self.verb_rect(rect)
            pressed = self._pressed.isValid() and self._pressed.row() == index.row() and hover
            paint.verb_button(painter, theme, where, row.verb, filled=selected, hover=hover, pressed=pressed)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if index.column() != 3 or not isinstance(event, QMouseEvent):
            return False
        row = index.data(ROW_ROLE)
        over = self.verb_rect(rect_of(option)).contains(event.position().toPoint())
        if not over or not isinstance(row, TodayRow) or not row.verb:
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = QPersistentModelIndex(index)
            return False  # let the row become current as well
        if event.type() == QEvent.Type.MouseButtonRelease and self._pressed == QPersistentModelIndex(index):
            self._pressed = QPersistentModelIndex()
            self.verbTriggered.emit(plain(index))
            return True
        return False


class TodayTable(QTableView):
    """Today's list. Model: four columns, `TodayRow` under ROW_ROLE in each.

    Signals: `verbTriggered(QModelIndex)` (button or Enter), `opened(QModelIndex)` (double click, or Enter
    on a row without a verb), `rowChanged(QModelIndex)`. `set_words` widens to fit.
    """

    verbTriggered = Signal(QModelIndex)
    opened = Signal(QModelIndex)
    rowChanged = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = TodayDelegate(self)
        self._when_wide = 182
        self.setItemDelegate(self._delegate)
        self._delegate.verbTriggered.connect(self.verbTriggered)
        self.doubleClicked.connect(self._double_clicked)
        prepare(self)
        self.setHorizontalHeader(Header(self, 46))
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self.verticalHeader().setDefaultSectionSize(theme.px(50))
        self._lay_columns()
        self.viewport().update()

    def _lay_columns(self) -> None:
        header = self.horizontalHeader()
        if header.count() < 4:
            return
        theme = look.current()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        # In a narrow window the title comes first: who has it gives way.
        who = 180 if self.width() >= theme.px(700) else 140
        for column, width in ((0, self._when_wide), (2, who), (3, self._delegate.verb_wide + 17)):
            header.resizeSection(column, theme.px(width))

    def set_words(self, verbs: Sequence[str], when: str) -> None:
        """Make the buttons as wide as the longest verb, and the first column as wide as `when` (its longest
        words): neither is ever elided. In Chinese 92 and 182 logical px hold them all."""
        plain_look = look.Theme()
        widest = max((paint.text_width(plain_look, verb, 14, 500) for verb in verbs), default=0)
        self._delegate.verb_wide = max(92, widest + 24)
        self._when_wide = max(182, paint.text_width(plain_look, when, 14, 500) + 62)
        self._lay_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_columns()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self._lay_columns()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.rowChanged.emit(plain(current))

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() != 3:
            self.opened.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and index.isValid():
            row = index.data(ROW_ROLE)
            has_verb = isinstance(row, TodayRow) and bool(row.verb)
            (self.verbTriggered if has_verb else self.opened).emit(index)
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        over = index.column() == 3 and self._delegate.verb_rect(self.visualRect(index)).contains(point)
        self._delegate.set_hover(index.row(), over)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._delegate.set_hover(-1, False)


def prepare(view: QTableView) -> None:
    """What every table here shares: whole rows, no grid, no row numbers, smooth scrolling, mouse tracking."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setMouseTracking(True)
    view.setTabKeyNavigation(False)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


class ListDelegate(QStyledItemDelegate):
    """Paints `ListRow` (under ROW_ROLE), 56 px high; the selected title is medium."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look.current().px(120), look.current().px(56))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = look.current()
        rect = rect_of(option)
        selected = _selected(option)
        hover = has(option, QStyle.StateFlag.State_MouseOver)
        _ground(painter, theme, rect, selected, hover, True)
        left = theme.px(16)
        painter.fillRect(rect.x() + left, rect.bottom(), rect.width() - left, 1, theme.color("line"))
        row = index.data(ROW_ROLE)
        room = rect.width() - left - theme.px(16)
        first = QRect(rect.x() + left, rect.y() + theme.px(8), room, theme.px(23))
        if not isinstance(row, ListRow):
            paint.text(painter, theme, first, "…", colour="text3")
            return
        first = marks.before(painter, theme, first, row.marks)
        paint.text(painter, theme, first, row.title, size=15, weight=500 if selected else 400)
        line = QRect(rect.x() + left, rect.y() + theme.px(32), room, theme.px(20))
        used = 0
        if row.right:
            used = paint.text_width(theme, row.right, 13)
            where = QRect(line.right() - used, line.y(), used + 1, line.height())
            paint.text(painter, theme, where, row.right, size=13, colour=row.tone)
            name = row.icon or (_ICONS[row.tone] if row.tone in ("red", "amber", "green") else "")
            if name:
                side = theme.px(14)
                mark = QRect(where.x() - side - theme.px(4), line.y(), side, line.height())
                paint.icon_in(painter, theme, name, mark, 14, row.tone)
                used += side + theme.px(4)
            used += theme.px(12)
        line.setWidth(room - used)
        paint.text(painter, theme, line, row.second, size=13, colour="text2")


class RowList(QListView):
    """The list beside a detail. Model: one column, `ListRow` under ROW_ROLE.

    Signals: `rowChanged(QModelIndex)` (the detail follows), `opened(QModelIndex)` (Enter, double click).
    After `set_many()` several rows can be selected (Ctrl or Shift with a click or an arrow, Ctrl+A, Space);
    `selected_rows()` are their numbers, `counted(int)` says how many.
    """

    rowChanged = Signal(QModelIndex)
    opened = Signal(QModelIndex)
    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(ListDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self.opened)
        look.follow(self._relay)

    def _relay(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def set_many(self) -> None:
        """Let several rows be selected."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def selected_rows(self) -> list[int]:
        """The numbers of the rows selected, from the top; ranges are never asked row by row."""
        found: set[int] = set()
        for part in self._parts():
            found.update(range(part.top(), part.bottom() + 1))
        return sorted(found)

    def _parts(self) -> list[QItemSelectionRange]:
        chosen = self.selectionModel().selection()
        return [chosen.at(place) for place in range(chosen.count())]

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.counted.emit(sum(part.height() for part in self._parts()))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.rowChanged.emit(plain(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and index.isValid():
            self.opened.emit(index)
            return
        many = self.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection
        if many and event.key() == Qt.Key.Key_Space and index.isValid():
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Toggle)
            return
        super().keyPressEvent(event)
