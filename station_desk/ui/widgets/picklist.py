"""The list of proposals under a line, kept apart so that a line costs no list until it needs one."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from station_desk.ui import look
from station_desk.ui.roles import ROW_ROLE
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.options import Index, has, rect_of
from station_desk.ui.widgets.proposal import Pick


class _PickDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = look.current()
        pick = index.data(ROW_ROLE)
        two = isinstance(pick, Pick) and bool(pick.second)
        return QSize(theme.px(120), theme.px(46 if two else 32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = look.current()
        pick = index.data(ROW_ROLE)
        if not isinstance(pick, Pick):
            return
        rect = rect_of(option)
        if has(option, QStyle.StateFlag.State_Selected):
            painter.fillRect(rect, theme.color("tint"))
        elif has(option, QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, theme.color("sunken"))
        x = rect.x() + theme.px(10)
        if pick.icon:
            mark = QRect(x, rect.y(), theme.px(16), theme.px(32))
            paint.icon_in(painter, theme, pick.icon, mark, 16, "text2")
            x += theme.px(24)
        width = rect.right() - x - theme.px(8)
        top = theme.px(4) if pick.second else 0
        first = QRect(x, rect.y() + top, width, theme.px(22) if pick.second else rect.height())
        paint.text(painter, theme, first, pick.text)
        if pick.second:
            second = QRect(x, rect.y() + theme.px(24), width, theme.px(20))
            paint.text(painter, theme, second, pick.second, size=13, colour="text2")


def pick_list(window: QWidget, model: QAbstractItemModel) -> QListView:
    """An empty list over `model`, a child of `window`, that never takes the focus."""
    view = QListView(window)
    view.setObjectName("picks")
    view.setStyleSheet("#picks { border: 1px solid palette(mid); }")
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setItemDelegate(_PickDelegate(view))
    view.setModel(model)
    view.setMouseTracking(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    return view
