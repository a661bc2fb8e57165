"""Small strokes that several painted widgets and delegates share."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPen

from station_desk.ui import icons
from station_desk.ui.look import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

Align = Qt.AlignmentFlag

_CENTRED = Qt.AlignmentFlag.AlignCenter


def text_width(theme: Theme, text: str, size: float, weight: int = 400) -> int:
    """The width of `text` in pixels."""
    return ceil(QFontMetricsF(theme.font(size, weight)).horizontalAdvance(text))


def text(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    words: str,
    *,
    size: float = 14,
    weight: int = 400,
    colour: str = "text",
    align: Qt.AlignmentFlag = _LEFT,
) -> int:
    """Draw one line of `words` in `rect`, elided at the right; returns the width it took in pixels."""
    font = theme.font(size, weight)
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, max(0, rect.width() + 1))
    painter.setFont(font)
    painter.setPen(theme.color(colour))
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine), shown)
    return QFontMetrics(font).horizontalAdvance(shown)


def box(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    fill: str | None,
    outline: str | None = None,
    line: float = 1,
) -> None:
    """A filled and/or outlined rectangle with the 4 px corners."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color(outline), line) if outline else Qt.PenStyle.NoPen)
    if fill:
        painter.setBrush(theme.color(fill))
    half = line / 2 if outline else 0
    radius = theme.px(4)
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def ring(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """The focus ring: 2 px in accentText, inside `rect`."""
    box(painter, theme, rect, None, "accentText", 2)


def circle(
    painter: QPainter, theme: Theme, centre: QPointF, radius: float, fill: str | None, outline: str | None
) -> None:
    """A circle for a step or a timeline mark; `radius` in pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color(outline), 1) if outline else Qt.PenStyle.NoPen)
    if fill:
        painter.setBrush(theme.color(fill))
    painter.drawEllipse(centre, radius, radius)
    painter.restore()


def icon_in(
    painter: QPainter, theme: Theme, name: str, rect: QRect, size: int, colour: str, stroke: float = 2
) -> None:
    """Draw an icon centred in `rect`, 1 px low, because Chinese glyphs sit low in their line."""
    side = theme.px(size)
    x = rect.x() + (rect.width() - side) // 2
    y = rect.y() + (rect.height() - side) // 2 + 1
    icons.paint(painter, name, x, y, size, colour, stroke)


def verb_button(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    words: str,
    *,
    filled: bool,
    hover: bool,
    pressed: bool = False,
) -> None:
    """The small painted button of a row: filled for the current row, outlined for the others."""
    if filled:
        box(painter, theme, rect, "accent")
    else:
        box(
            painter,
            theme,
            rect,
            "tint" if pressed else "sunken" if hover else "page",
            "field" if hover else "ctl",
        )
    text(painter, theme, rect, words, colour="onAccent" if filled else "text", align=_CENTRED)
