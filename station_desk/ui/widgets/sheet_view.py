"""A printed document on screen: white pages on a grey table, as wide as the room or enlarged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from station_desk.ui import look
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.side_panel import hairline

ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_KEPT = 8
_OVER = QColor("#1f5fa8")
"""The frame of what can be clicked; on paper, which is white in every look."""

Draw = Callable[[int, float, Callable[[QImage], None]], None]
"""Asked for page n at so many pixels a point; the picture is handed to the callback, later perhaps."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page's width and height in points."""

    wide: float
    high: float


@dataclass(frozen=True, slots=True)
class Hot:
    """A place on page `page` (from 0) to be clicked: points from its top left; `key` says what it is."""

    page: int
    left: float
    top: float
    wide: float
    high: float
    key: object


class _Pages(QWidget):
    """The pages one below the other; asks for a page's picture when it comes into view."""

    def __init__(self, view: SheetView) -> None:
        super().__init__()
        self._view = view
        self.setProperty("part", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMouseTracking(True)
        self._over: Hot | None = None

    def _look(self, hot: Hot | None) -> None:
        if hot is not self._over:
            self._over = hot
            self.setCursor(Qt.CursorShape.ArrowCursor if hot is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._look(self._view.hot_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._look(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hot = self._view.hot_at(event.position().toPoint())
        if hot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._view.hotChosen.emit(hot.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, rect in enumerate(self._view.places()):
            if rect.intersects(event.rect()):
                painter.fillRect(rect, Qt.GlobalColor.white)
                picture = self._view.picture(number)
                if picture is not None:
                    painter.drawImage(rect, picture)
                painter.setPen(look.current().color("line"))
                painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if self._over is not None:
            painter.setPen(_OVER)
            painter.drawRect(self._view.place_of(self._over))


class SheetView(QWidget):
    """`show_sheets(sheets, draw)`, `show_words(text)` instead of pages, `set_hot(places)` to be clicked.

    Signals: `pageTurned(page, pages)`, `hotChosen(key)`. `hint` is a label in the middle of its bar.
    Ctrl+wheel zooms; PgUp and PgDn turn pages, Home and End go to the first and the last; + and - zoom, 0
    fits the width.
    """

    pageTurned = Signal(int, int)
    hotChosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: tuple[Sheet, ...] = ()
        self._draw: Draw | None = None
        self._zoom = 0.0  # 0: as wide as the room
        self._age = 0
        self._hot: dict[int, list[Hot]] = {}
        self._pictures: dict[int, QImage] = {}
        self._asked: set[int] = set()
        self.before = Button(self, kind="icon", icon="chevron-left")
        self.before.setAccessibleName(self.tr("Previous page"))
        self.after = Button(self, kind="icon", icon="chevron-right")
        self.after.setAccessibleName(self.tr("Next page"))
        self.number = QLabel(self)
        self.hint = QLabel(self)
        self.hint.setProperty("role", "second")
        self.smaller = Button(self, kind="icon", icon="minus")
        self.smaller.setAccessibleName(self.tr("Smaller"))
        self.larger = Button(self, kind="icon", icon="plus")
        self.larger.setAccessibleName(self.tr("Larger"))
        self.fit = Button(self, self.tr("Fit the width"), "word")
        self.fit.setAccessibleName(self.tr("Fit the width"))
        self.before.clicked.connect(self._back)
        self.after.clicked.connect(self._forth)
        self.smaller.clicked.connect(self._smaller)
        self.larger.clicked.connect(self._larger)
        self.fit.clicked.connect(self._fit)
        head = QWidget(self)
        self._head = head
        self._bar = QHBoxLayout(head)
        for part in (self.before, self.number, self.after):
            self._bar.addWidget(part)
        self._bar.addStretch(1)
        self._bar.addWidget(self.hint)
        self._bar.addStretch(1)
        for part in (self.smaller, self.fit, self.larger):
            self._bar.addWidget(part)
        self._pages = _Pages(self)
        self.area = QScrollArea(self)
        self.area.setWidget(self._pages)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(self.tr("Preview"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.area.viewport().installEventFilter(self)
        self.area.installEventFilter(self)
        self._words = QLabel(self)
        self._words.setProperty("tone", "text2")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(head)
        lines.addWidget(hairline())
        lines.addWidget(self._words, 1)
        lines.addWidget(self.area, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.follow(self._relay)
        self._say_page()

    def _relay(self) -> None:
        theme = look.current()
        self._head.setFixedHeight(theme.px(40))
        self._bar.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        self._bar.setSpacing(theme.px(4))
        self.area.viewport().setStyleSheet("")
        palette = self.area.viewport().palette()
        palette.setColor(self.area.viewport().backgroundRole(), theme.color("canvas"))
        self.area.viewport().setPalette(palette)
        self.area.viewport().setAutoFillBackground(True)
        self._lay()

    # ---- what is shown ---------------------------------------------------------------------------------

    def show_sheets(self, sheets: Sequence[Sheet], draw: Draw) -> None:
        """Show a document; its pages are drawn as they come into view."""
        self._age += 1
        self._sheets, self._draw = tuple(sheets), draw
        self._pictures.clear()
        self._asked.clear()
        self._hot = {}
        self._words.hide()
        self.area.show()
        self._lay()
        self.area.verticalScrollBar().setValue(0)
        self._pages.update()
        self._say_page()

    def show_words(self, text: str) -> None:
        """No document: say why, or what to fill in first."""
        self._age += 1
        self._sheets, self._draw = (), None
        self._words.setText(text)
        self._words.show()
        self.area.hide()
        self._say_page()

    def set_hot(self, places: Iterable[Hot]) -> None:
        """What can be clicked on the pages shown."""
        self._hot = {}
        for hot in places:
            self._hot.setdefault(hot.page, []).append(hot)

    def hots(self) -> list[Hot]:
        """Everything that can be clicked, page by page."""
        return [hot for page in sorted(self._hot) for hot in self._hot[page]]

    def table(self) -> QWidget:
        """What the pages lie on; `place_of` is in its coordinates."""
        return self._pages

    def place_of(self, hot: Hot) -> QRect:
        """Where a place lies on the table now."""
        page, scale = self.places()[hot.page], self._scale()
        return QRect(
            page.x() + round(hot.left * scale), page.y() + round(hot.top * scale),
            round(hot.wide * scale), round(hot.high * scale),
        )  # fmt: skip

    def hot_at(self, point: QPoint) -> Hot | None:
        """What can be clicked at a point of the table."""
        page = next((n for n, rect in enumerate(self.places()) if rect.contains(point)), None)
        if page is None:
            return None
        return next((hot for hot in self._hot.get(page, ()) if self.place_of(hot).contains(point)), None)

    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    def _scale(self) -> float:
        """Pixels a point."""
        if self._zoom or not self._sheets:
            return (self._zoom or 1.0) * look.current().scale * 96 / 72
        room = self.area.viewport().width() - 2 * self._gap()
        widest = max(sheet.wide for sheet in self._sheets)
        return min(max(room, 120) / widest, 1.35 * look.current().scale * 96 / 72)

    def _gap(self) -> int:
        return look.current().px(20)

    def places(self) -> list[QRect]:
        """Where each page lies on the table."""
        scale, gap, y = self._scale(), self._gap(), self._gap()
        wide = max(self._pages.width(), 1)
        found = []
        for sheet in self._sheets:
            size = QSize(round(sheet.wide * scale), round(sheet.high * scale))
            found.append(QRect(QPoint(max(gap, (wide - size.width()) // 2), y), size))
            y += size.height() + gap
        return found

    def picture(self, number: int) -> QImage | None:
        """The page's picture if it is there; asks for it otherwise."""
        held = self._pictures.get(number)
        if held is None and number not in self._asked and self._draw is not None:
            self._asked.add(number)
            age, ratio = self._age, self.devicePixelRatioF()

            def show(image: QImage) -> None:
                if age == self._age:
                    self._asked.discard(number)
                    while len(self._pictures) >= _KEPT:
                        self._pictures.pop(next(iter(self._pictures)))
                    self._pictures[number] = image
                    self._pages.update()

            self._draw(number, self._scale() * ratio, show)
        return held

    # ---- moving ----------------------------------------------------------------------------------------

    def _lay(self) -> None:
        if not self._sheets:
            return
        scale, gap = self._scale(), self._gap()
        high = sum(round(sheet.high * scale) + gap for sheet in self._sheets) + gap
        wide = max(round(sheet.wide * scale) for sheet in self._sheets) + 2 * gap
        self._pages.resize(max(wide, self.area.viewport().width()), max(high, self.area.viewport().height()))
        self._pages.update()

    def _redraw(self) -> None:
        self._age += 1
        self._pictures.clear()
        self._asked.clear()
        self._lay()

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self.fit.setText(self.tr("Fit the width") if not zoom else f"{round(zoom * 100)} %")
        self._redraw()

    def _near(self) -> float:
        return self._zoom or self._scale() / (look.current().scale * 96 / 72)

    def _larger(self) -> None:
        self._set_zoom(next((zoom for zoom in ZOOMS if zoom > self._near() + 0.01), ZOOMS[-1]))

    def _smaller(self) -> None:
        self._set_zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < self._near() - 0.01), ZOOMS[0]))

    def _fit(self) -> None:
        self._set_zoom(0.0)

    def page(self) -> int:
        """The page that fills most of the room, from 0."""
        middle = self.area.verticalScrollBar().value() + self.area.viewport().height() // 3
        return max((n for n, rect in enumerate(self.places()) if rect.top() <= middle), default=0)

    def turn_to(self, number: int) -> None:
        """Bring page `number` (from 0) to the top."""
        places = self.places()
        if 0 <= number < len(places):
            self.area.verticalScrollBar().setValue(places[number].top() - self._gap())
            self._say_page()

    def _back(self) -> None:
        self.turn_to(self.page() - 1)

    def _forth(self) -> None:
        self.turn_to(self.page() + 1)

    def _scrolled(self) -> None:
        self._say_page()

    def _say_page(self) -> None:
        count = len(self._sheets)
        page = self.page() + 1 if count else 0
        self.number.setText(self.tr("Page {page} of {pages}").format(page=page, pages=count) if count else "")
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < count)
        for part in (self.before, self.after, self.smaller, self.fit, self.larger):
            part.setVisible(bool(count))
        self.pageTurned.emit(page, count)

    def _key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_PageDown:
                self._forth()
            case Qt.Key.Key_PageUp:
                self._back()
            case Qt.Key.Key_Home:
                self.turn_to(0)
            case Qt.Key.Key_End:
                self.turn_to(len(self._sheets) - 1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._larger()
            case Qt.Key.Key_Minus:
                self._smaller()
            case Qt.Key.Key_0:
                self._fit()
            case _:
                return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.area:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event):
                return True
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Resize:
            self._lay()
            if not self._zoom:
                self._redraw()
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self._larger if event.angleDelta().y() > 0 else self._smaller)()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() / look.current().scale < 520
        self.hint.setVisible(not narrow)

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(280), look.current().px(200))
