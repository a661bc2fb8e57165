"""The head of a table, painted: its words start where the cells' do and the arrow follows the word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView

from station_desk.ui import look
from station_desk.ui.widgets import paint


class Header(QHeaderView):
    """`first_inset`: where the first column's words begin, in logical px; `ground`: sunken or page."""

    def __init__(self, view: QTableView, first_inset: int = 0) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._first_inset = first_inset
        self._ground = "sunken"
        self.setSectionsClickable(True)
        self._corner = QFrame(view)
        view.addScrollBarWidget(self._corner, Qt.AlignmentFlag.AlignTop)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self.setFixedHeight(theme.px(28))
        self._corner.setFixedHeight(theme.px(28))
        self._corner.setStyleSheet(f"background: {theme.hex(self._ground)};")
        self.viewport().update()

    def set_ground(self, name: str) -> None:
        """sunken for a list, page inside a record."""
        self._ground = name
        self._relay()

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        theme = look.current()
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        return QSize(paint.text_width(theme, words, 13) + theme.px(28), theme.px(28))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = look.current()
        painter.save()
        painter.fillRect(rect, theme.color(self._ground))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        model = self.model()
        words = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        align = model.headerData(logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        inset = theme.px(self._first_inset) if logicalIndex == 0 else 0
        area = rect.adjusted(inset, 0, -theme.px(8), 0)
        right = align is not None and bool(Qt.AlignmentFlag(align) & Qt.AlignmentFlag.AlignRight)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter
        used = paint.text(painter, theme, area, words, size=13, colour="text2", align=flags)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex and words:
            x = area.right() - used - theme.px(14) if right else area.x() + used + theme.px(6)
            self._arrow(painter, x, rect.center().y())
        painter.restore()

    def _arrow(self, painter: QPainter, x: int, middle: int) -> None:
        theme = look.current()
        half, rise = theme.px(4), theme.px(2)
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        tip, base = (middle - rise, middle + rise) if up else (middle + rise, middle - rise)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("text2"), 1.5 * theme.scale))
        points = [QPointF(x, base), QPointF(x + half, tip), QPointF(x + 2 * half, base)]
        painter.drawPolyline(points)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color(self._ground))
        height = self.viewport().height()
        painter.fillRect(0, height - 1, self.viewport().width(), 1, theme.color("line"))
        painter.end()
        super().paintEvent(event)
