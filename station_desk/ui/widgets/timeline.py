"""What happened, newest first: day, time, a mark, the verb, the words, and a paper behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from station_desk.ui import look
from station_desk.ui.look import Theme
from station_desk.ui.roles import ROW_ROLE
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.options import Index, has, rect_of

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TEXT_X = 192  # where words begin, in logical px, with days without a year and verbs of two characters
_DAY, _VERB = 52, 36


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry. `link_key` is handed back when the link is used; `link` is its text, "" for none."""

    day: str
    time: str
    icon: str
    verb: str
    text: str
    link: str = ""
    link_key: str = ""
    link_icon: str = "paperclip"

    def spoken(self) -> str:
        """The entry for a screen reader."""
        return "，".join(part for part in (self.day, self.time, self.verb, self.text, self.link) if part)


class _Happenings(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: tuple[Happening, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.items[index.row()]
        if role == ROW_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.spoken()
        return None


class _TimelineDelegate(QStyledItemDelegate):
    def __init__(self, view: Timeline) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, int, float], int] = {}
        self._more_day = self._more_verb = 0

    def set_widths(self, day: int, verb: int) -> None:
        """The widest day and the widest verb shown, in logical px: neither is ever elided."""
        self._more_day, self._more_verb = max(0, day - _DAY), max(0, verb - _VERB)

    def text_x(self) -> int:
        """Where the words begin, in logical px."""
        return _TEXT_X + self._more_day + self._more_verb

    def _text_height(self, theme: Theme, text: str) -> int:
        """Measured with the width the view really has, or lines would be left blank."""
        width = max(theme.px(80), self._view.viewport().width() - theme.px(self.text_x()) - theme.px(8))
        key = (text, width, theme.scale)
        if key not in self._heights:
            if len(self._heights) > 4000:
                self._heights.clear()
            rect = QFontMetrics(theme.font(14)).boundingRect(QRect(0, 0, width, 100000), int(_WRAP), text)
            self._heights[key] = rect.height()
        return self._heights[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = look.current()
        item = index.data(ROW_ROLE)
        if not isinstance(item, Happening):
            return QSize(0, 0)
        height = self._text_height(theme, item.text) + theme.px(16) + (theme.px(22) if item.link else 0)
        return QSize(theme.px(320), max(theme.px(37), height))

    def link_rect(self, row: QRect, item: Happening) -> QRect:
        """Where the link is, inside the rectangle of its row; empty if there is none."""
        if not item.link:
            return QRect()
        theme = look.current()
        top = row.y() + theme.px(8) + self._text_height(theme, item.text) + theme.px(3)
        width = theme.px(20) + paint.text_width(theme, item.link, 13)
        return QRect(row.x() + theme.px(self.text_x()), top, width, theme.px(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = look.current()
        item = index.data(ROW_ROLE)
        if not isinstance(item, Happening):
            return
        rect = rect_of(option)
        more = theme.px(self._more_day)
        line = QRect(rect.x(), rect.y() + theme.px(8), theme.px(60) + more, theme.px(20))
        paint.text(painter, theme, line, item.day, size=13, colour="text2")
        time = QRect(rect.x() + theme.px(52) + more, line.y(), theme.px(40), line.height())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        paint.text(painter, theme, time, item.time, size=13, colour="text2", align=right)
        x, middle, radius = rect.x() + theme.px(117) + more, line.y() + theme.px(10), theme.px(12)
        model = index.model()
        if index.row() + 1 < model.rowCount():
            painter.fillRect(x, middle, 1, rect.bottom() - middle + 1, theme.color("line"))
        if index.row() > 0:
            painter.fillRect(x, rect.y(), 1, middle - rect.y(), theme.color("line"))
        paint.circle(painter, theme, QPointF(x + 0.5, middle + 0.5), radius + 0.5, "page", "ctl")
        mark = QRect(x - theme.px(7), middle - theme.px(7) - 1, theme.px(14), theme.px(14))
        paint.icon_in(painter, theme, item.icon, mark, 14, "text2")
        wide = theme.px(46 + self._more_verb)
        verb = QRect(rect.x() + theme.px(144) + more, line.y(), wide, line.height())
        paint.text(painter, theme, verb, item.verb, weight=500)
        area = QRect(
            rect.x() + theme.px(self.text_x()),
            line.y(),
            rect.width() - theme.px(self.text_x() + 8),
            rect.height(),
        )
        painter.setFont(theme.font(14))
        painter.setPen(theme.color("text"))
        painter.drawText(area, int(_WRAP), item.text)
        where = self.link_rect(rect, item)
        if item.link:
            mark = QRect(where.x(), where.y() - 1, theme.px(14), where.height())
            paint.icon_in(painter, theme, item.link_icon, mark, 14, "accentText")
            words = where.adjusted(theme.px(20), 0, theme.px(4), 0)
            paint.text(painter, theme, words, item.link, size=13, colour="accentText")
        if has(option, QStyle.StateFlag.State_HasFocus) and self._view.keyboard_used():
            paint.ring(painter, theme, rect.adjusted(0, 2, 0, -2))


class Timeline(QListView):
    """`set_happenings([Happening])`; signal `linkActivated(str)` with the entry's `link_key`."""

    linkActivated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Happenings(self)
        self._keys = False
        self._delegate = _TimelineDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("What happened"))
        look.follow(self._relay)

    def _relay(self) -> None:
        self.scheduleDelayedItemsLayout()

    def keyboard_used(self) -> bool:
        """Whether the last movement came from the keyboard (the ring is drawn only then)."""
        return self._keys

    def set_happenings(self, items: Sequence[Happening]) -> None:
        """Replace the entries, in the order shown."""
        plain = Theme()
        days = max((paint.text_width(plain, item.day, 13) for item in items), default=0)
        verbs = max((paint.text_width(plain, item.verb, 14, 500) for item in items), default=0)
        self._delegate.set_widths(days, verbs)
        self._model.beginResetModel()
        self._model.items = tuple(items)
        self._model.endResetModel()

    def happenings(self) -> tuple[Happening, ...]:
        """The entries shown."""
        return self._model.items

    def content_height(self) -> int:
        """How high all entries are together at the present width, in pixels."""
        option = QStyleOptionViewItem()
        rows = range(self._model.rowCount())
        return sum(self._delegate.sizeHint(option, self._model.index(row)).height() for row in rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _link_at(self, event: QMouseEvent) -> str:
        index = self.indexAt(event.position().toPoint())
        item = index.data(ROW_ROLE)
        if isinstance(item, Happening):
            where = self._delegate.link_rect(self.visualRect(index), item)
            if where.contains(event.position().toPoint()):
                return item.link_key or item.link
        return ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape.PointingHandCursor if self._link_at(event) else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._keys = False
        key = self._link_at(event)
        if key and event.button() == Qt.MouseButton.LeftButton:
            self.linkActivated.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keys = True
        item = self.currentIndex().data(ROW_ROLE)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(item, Happening) and item.link:
            self.linkActivated.emit(item.link_key or item.link)
            return
        super().keyPressEvent(event)
        self.viewport().update()
