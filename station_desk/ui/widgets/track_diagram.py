"""A track drawn: its layout painted in the look now shown, sharp on every screen; a text that holds it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from station_desk.ui import look
from station_desk.ui.look import Theme
from station_desk.ui.track_layout import SIZES, Box, Card, Kind, Layout, Line, Wire, lay
from station_desk.ui.track_plan import Clocks, Plan, codes, plan
from station_desk.ui.widgets import paint

SCHEME = "track"
"""A picture named `track:issue` in a TrackText is that track's."""
_SETTLED_MS = 120

_COLOURS: dict[Kind, str] = {
    "stage": "text",
    "note": "text2",
    "verb": "text",
    "way": "text",
    "stay": "text2",
    "who": "text2",
    "clock": "text2",
    "also": "text2",
    "cell": "text2",
    "caption": "text2",
}


class TrackText(QTextBrowser):
    """`set_topic(markdown, clocks, after)`: a text whose `track:` pictures are drawn as wide as the room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clocks: Clocks = {}
        self._topic, self._after, self._drawn_for = "", "", 0
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the room keeps its width
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._draw_again)

    def set_topic(self, markdown: str, clocks: Clocks, after: str = "") -> None:
        """Show a text, and HTML after it; its tracks take their terms from `clocks`. The place read is kept
        in the same text."""
        same = markdown.partition("\n")[0] == self._topic.partition("\n")[0]
        bar = self.verticalScrollBar()
        at = bar.value() if same else 0
        self._topic, self._clocks, self._after = markdown, clocks, after
        self._drawn_for = self._room()
        self.setMarkdown(markdown)
        if after:
            end = QTextCursor(self.document())
            end.movePosition(QTextCursor.MoveOperation.End)
            end.insertBlock(QTextBlockFormat(), QTextCharFormat())
            end.insertHtml(after)
        bar.setValue(at)

    def _room(self) -> int:
        return int(self.viewport().width() - 2 * self.document().documentMargin())

    def _draw_again(self) -> None:
        if self._room() != self._drawn_for and f"]({SCHEME}:" in self._topic:
            self.set_topic(self._topic, self._clocks, self._after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A track's picture where the text asks for one."""
        name = QUrl(name)
        if name.scheme() == SCHEME and name.path() in codes():
            if kind == QTextDocument.ResourceType.ImageResource.value:
                return picture(
                    laid_out(plan(name.path(), self._clocks), self._room()), self.devicePixelRatioF()
                )
            return None
        return super().loadResource(kind, name)


def laid_out(plan: Plan, width: int) -> Layout:
    """`plan` laid out in `width` logical pixels with the fonts now shown."""
    theme = look.current()
    return lay(
        plan, width, theme.scale, lambda words, size, weight: paint.text_width(theme, words, size, weight)
    )


def picture(layout: Layout, ratio: float) -> QImage:
    """The layout as an image for a screen of `ratio` device pixels a logical pixel."""
    theme = look.current()
    image = QImage(round(layout.w * ratio), round(layout.h * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.color("page"))
    painter = QPainter(image)
    draw(painter, theme, layout)
    painter.end()
    return image


def draw(painter: QPainter, theme: Theme, layout: Layout) -> None:
    """Paint the cards, then the wires, what is offered first on top."""
    for card in layout.cards:
        _card(painter, theme, card)
    for line in layout.captions:
        _caption(painter, theme, line)
    for wire in sorted(layout.wires, key=lambda wire: wire.main):
        _wire(painter, theme, wire)


def _rect(box: Box) -> QRect:
    return QRect(box.x, box.y, box.w, box.h)


def _card(painter: QPainter, theme: Theme, card: Card) -> None:
    rect = _rect(card.box)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
    painter.setClipPath(outline)
    painter.fillRect(_rect(card.head), theme.color("sunken" if card.end else "tint"))
    painter.restore()
    for row in card.rows:
        painter.fillRect(rect.x(), row.box.y, rect.width(), 1, theme.color("line"))
    if card.rest:
        painter.fillRect(rect.x(), card.rest[0].box.y - theme.px(5), rect.width(), 1, theme.color("line"))
    paint.box(painter, theme, rect, None, "ctl")
    for line in card.all_lines():
        colour = "accentText" if line.main else _COLOURS[line.kind]
        _text(painter, theme, line, colour)
    for row in card.rows:
        first = next((line for line in row.lines if line.kind == "clock"), None)
        if first is not None:
            mark = QRect(first.box.x - theme.px(18), first.box.y, theme.px(14), first.box.h)
            paint.icon_in(painter, theme, "clock", mark, 13, "text2")


def _text(painter: QPainter, theme: Theme, line: Line, colour: str) -> None:
    size, weight = SIZES[line.kind]
    paint.text(painter, theme, _rect(line.box), line.text, size=size, weight=weight, colour=colour)


def _caption(painter: QPainter, theme: Theme, line: Line) -> None:
    if line.kind != "cell":
        _text(painter, theme, line, _COLOURS[line.kind])
        return
    rect = _rect(line.box)
    centre = QPointF(rect.x() + rect.width() / 2, rect.y() + rect.height() / 2)
    paint.circle(painter, theme, centre, rect.width() / 2 - 0.5, "page", "field")
    if line.text:
        align = Qt.AlignmentFlag.AlignCenter
        paint.text(painter, theme, rect, line.text, size=12, weight=500, colour="text2", align=align)
    else:
        paint.icon_in(painter, theme, "check", rect.translated(0, -1), 12, "text2", 3)


def _wire(painter: QPainter, theme: Theme, wire: Wire) -> None:
    colour: QColor = theme.color("accentText" if wire.main else "field")
    (x, y), (to_x, to_y), lane = wire.start, wire.end, wire.lane
    bend = min(theme.px(5), abs(to_y - y) / 2)
    down = 1 if to_y > y else -1
    path = QPainterPath(QPointF(x, y))
    path.lineTo(lane - bend, y)
    path.quadTo(lane, y, lane, y + down * bend)
    path.lineTo(lane, to_y - down * bend)
    path.quadTo(lane, to_y, lane - bend, to_y)
    path.lineTo(to_x + theme.px(4), to_y)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, theme.px(2) if wire.main else max(1, theme.px(1))))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(x, y), theme.px(3), theme.px(3))
    tip, back, half = to_x + 1, to_x + theme.px(8), theme.px(4)
    painter.drawPolygon(
        QPolygonF([QPointF(tip, to_y), QPointF(back, to_y - half), QPointF(back, to_y + half)])
    )
    painter.restore()
