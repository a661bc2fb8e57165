"""A plain table: 34 px rows, hairlines, toned cells with an icon, links, tabular figures."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from station_desk.ui import look
from station_desk.ui.roles import ICON_ROLE, LINK_ROLE, TONE_ROLE, WEIGHT_ROLE
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.header import Header
from station_desk.ui.widgets.options import Index, has, rect_of, widget_of
from station_desk.ui.widgets.rows import prepare


class TableDelegate(QStyledItemDelegate):
    """Paints a cell from DisplayRole, TONE_ROLE, ICON_ROLE, WEIGHT_ROLE, LINK_ROLE and TextAlignmentRole."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = look.current()
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        extra = theme.px(22) if index.data(ICON_ROLE) else 0
        return QSize(paint.text_width(theme, text, 14, 500) + extra + theme.px(16), theme.px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = look.current()
        rect = rect_of(option)
        if has(option, QStyle.StateFlag.State_Selected):
            painter.fillRect(rect, theme.color("tint"))
        elif has(option, QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, theme.color("sunken"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        area = rect.adjusted(0, 0, -theme.px(8), -1)
        tone = str(index.data(TONE_ROLE) or "")
        link = bool(index.data(LINK_ROLE))
        name = str(index.data(ICON_ROLE) or "")
        if name:
            mark = QRect(area.x(), area.y() - 1, theme.px(16), area.height())
            paint.icon_in(painter, theme, name, mark, 16, tone or "text2")
            area.setLeft(area.x() + theme.px(22))
        # A finished thing is a green icon with black words: colour stays for what still needs someone.
        colour = "accentText" if link else "text" if tone in ("", "green") else tone
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        flags = Qt.AlignmentFlag(align) if align is not None else Qt.AlignmentFlag.AlignLeft
        paint.text(
            painter,
            theme,
            area,
            str(index.data(Qt.ItemDataRole.DisplayRole) or ""),
            weight=int(index.data(WEIGHT_ROLE) or 400),
            colour=colour,
            align=flags | Qt.AlignmentFlag.AlignVCenter,
        )
        view = widget_of(option)
        if isinstance(view, QTableView) and view.hasFocus() and view.currentIndex() == index:
            painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), 2, theme.color("accentText"))


class Table(QTableView):
    """Signals: `opened(QModelIndex)` (double click, Enter), `linkActivated(QModelIndex)` (a link cell).

    Ctrl+C copies the selected rows as a table. `set_plain()` takes the header's grey away (inside records);
    `fit_rows(True)` makes the table as high as its rows, for short tables in a scrolling page.
    """

    opened = Signal(QModelIndex)
    linkActivated = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit = False
        self.setItemDelegate(TableDelegate(self))
        prepare(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._header = Header(self)
        self.setHorizontalHeader(self._header)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self.opened)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self.verticalHeader().setDefaultSectionSize(theme.px(34))
        self.updateGeometry()
        self.viewport().update()

    def set_plain(self) -> None:
        """A header without its grey ground."""
        self._header.set_ground("page")

    def fit_rows(self, fit: bool) -> None:
        """As high as the rows are, without a scroll bar of its own."""
        self._fit = fit
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fit else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self._fit_now()

    def set_widths(self, *widths: int) -> None:
        """Column widths in logical px; 0 stretches that column. Call after the model is set."""
        header = self.horizontalHeader()
        header.setStretchLastSection(0 not in widths)
        for column, width in enumerate(widths):
            if width == 0:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                header.resizeSection(column, look.current().px(width))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
                signal.connect(self._fit_now)
        self._fit_now()

    def _fit_now(self) -> None:
        model = self.model()
        if self._fit and model is not None:
            theme = look.current()
            self.setFixedHeight(theme.px(28) + theme.px(34) * model.rowCount() + 1)

    def _clicked(self, index: QModelIndex) -> None:
        if index.data(LINK_ROLE):
            self.linkActivated.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        link = bool(self.indexAt(event.position().toPoint()).data(LINK_ROLE))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().unsetCursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and index.isValid()
        ):
            (self.linkActivated if index.data(LINK_ROLE) else self.opened).emit(index)
        else:
            super().keyPressEvent(event)

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard, header first, tabs between, for Excel."""
        model = self.model()
        if model is None:
            return
        header = self.horizontalHeader()
        columns = [c for c in range(model.columnCount()) if not header.isSectionHidden(c)]
        heads = [str(model.headerData(c, Qt.Orientation.Horizontal) or "") for c in columns]
        lines = ["\t".join(heads)]
        for chosen in sorted(self.selectionModel().selectedRows(), key=lambda index: index.row()):
            cells = (str(model.index(chosen.row(), c).data() or "") for c in columns)
            lines.append("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in cells))
        QApplication.clipboard().setText("\n".join(lines))
