"""Buttons painted from the table: filled, tonal, outlined, a word without a box, a bare icon."""

from __future__ import annotations

from PySide6.QtCore import Property, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from station_desk.ui import look
from station_desk.ui.widgets import paint

# kind: (fill, outline, text, hover fill)
_KINDS: dict[str, tuple[str | None, str | None, str, str | None]] = {
    "plain": ("page", "ctl", "text", "sunken"),
    "primary": ("accent", None, "onAccent", None),
    "tonal": ("tint2", None, "accentText", "tint"),
    "word": (None, None, "text2", "sunken"),
    "link": (None, None, "accentText", "tint"),
    "icon": (None, None, "text2", "tint"),
}


class Button(QPushButton):
    """A push button of one of the kinds plain, primary, tonal, word, link, icon.

    Properties: `kind`; `iconName` (Lucide); `small` (28 px high instead of 32); `flush` (no side padding,
    for words that end a line); `aside` (a grey or pale tail such as a shortcut). A menu adds the arrow.
    """

    def __init__(
        self, parent: QWidget | None = None, text: str = "", kind: str = "plain", icon: str = ""
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._icon_name = icon
        self._small = False
        self._flush = False
        self._aside = ""
        self._tail = ""
        self._size = 14
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
        look.follow(self._relay)

    def _relay(self) -> None:
        self.updateGeometry()
        self.update()

    def _get_kind(self) -> str:
        return self._kind

    def is_bare(self) -> bool:
        """Whether it is an icon without a box."""
        return self._kind == "icon"

    def set_kind(self, kind: str) -> None:
        """One of plain, primary, tonal, word, link, icon."""
        self._kind = kind if kind in _KINDS else "plain"
        self._relay()

    def _get_icon(self) -> str:
        return self._icon_name

    def set_icon(self, name: str) -> None:
        """The name of a Lucide icon, or an empty string."""
        self._icon_name = name
        self._relay()

    def _get_small(self) -> bool:
        return self._small

    def set_small(self, small: bool) -> None:
        """28 px high instead of 32."""
        self._small = small
        self._relay()

    def _get_flush(self) -> bool:
        return self._flush

    def set_flush(self, flush: bool) -> None:
        """No side padding, so that a word's edge meets the table below."""
        self._flush = flush
        self._relay()

    def _get_aside(self) -> str:
        return self._aside

    def set_aside(self, text: str) -> None:
        """A tail after the text, such as its shortcut."""
        self._aside = text
        self._relay()

    def set_trailing(self, name: str) -> None:
        """An icon at the right end, such as chevron-down."""
        self._tail = name
        self._relay()

    def set_text_size(self, size: int) -> None:
        """13 in the status bar; 14 everywhere else."""
        self._size = size
        self._relay()

    kind = Property(str, _get_kind, set_kind)
    iconName = Property(str, _get_icon, set_icon)
    small = Property(bool, _get_small, set_small)
    flush = Property(bool, _get_flush, set_flush)
    aside = Property(str, _get_aside, set_aside)

    def _words(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _padding(self) -> int:
        theme = look.current()
        if self._flush:
            return 0
        if self._kind in ("word", "link"):
            return theme.px(8)
        return theme.px(10 if self._small else 13)

    def _gap(self) -> int:
        return look.current().px(6 if self._kind == "word" else 8)

    def _trailing(self) -> str:
        return "chevron-down" if self.menu() is not None else self._tail

    def _content_width(self) -> int:
        theme = look.current()
        weight = self._weight()
        width = paint.text_width(theme, self._words(), self._size, weight) if self._words() else 0
        gap = self._gap()
        if self._icon_name:
            width += theme.px(16) + (gap if self._words() else 0)
        if self._aside:
            width += theme.px(8) + paint.text_width(theme, self._aside, 14)
        if self._trailing():
            width += theme.px(4) + theme.px(14)
        return width

    def _weight(self) -> int:
        return 500 if self._kind in ("primary", "tonal") and not self._small else 400

    def sizeHint(self) -> QSize:
        theme = look.current()
        height = theme.px(28 if self._small else 32)
        if not self._words() and self._icon_name:
            return QSize(
                theme.px(34 if self._kind == "icon" else 30) if not self._flush else theme.px(20), height
            )
        width = self._content_width() + 2 * self._padding()
        if self._kind in ("plain", "primary", "tonal"):
            width = max(width, theme.px(48 if self._small else 54))
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        fill, outline, colour, hover_fill = _KINDS[self._kind]
        rect = self.rect()
        hover = self.underMouse() and self.isEnabled()
        if not self.isEnabled():
            colour = "text3"
            fill, outline = ("sunken", "line") if fill else (None, None)
        elif self.isDown() or self.isChecked():
            if self._kind != "primary":
                fill = "tint2" if self._kind == "tonal" else "tint"
            if self.isChecked():
                colour, outline = "accentText", "accentText" if outline else None
        elif hover and hover_fill and not self._flush:
            fill = hover_fill
        painter = QPainter(self)
        if fill or outline:
            paint.box(painter, theme, rect, fill, outline)
        if hover and self._kind == "primary":
            painter.setOpacity(0.12)
            paint.box(painter, theme, rect, "onAccent")
            painter.setOpacity(1)
        self._paint_content(painter, colour, hover)
        if self.hasFocus():
            if self._flush and self._words():  # a ring would run through words that fill their button
                base = rect.center().y() + theme.px(9)
                painter.fillRect(0, base, rect.width(), theme.px(2), theme.color("accentText"))
            else:
                paint.ring(painter, theme, rect)
            if self._kind == "primary":
                paint.box(painter, theme, rect.adjusted(2, 2, -2, -2), None, "onAccent")

    def _paint_content(self, painter: QPainter, colour: str, hover: bool) -> None:
        theme = look.current()
        rect = self.rect()
        centred = self._kind in ("plain", "primary", "tonal", "icon") and not self._trailing()
        x = (rect.width() - self._content_width()) // 2 if centred else self._padding()
        if self._icon_name:
            tint = colour if self._kind != "plain" or colour != "text" else "text"
            square = QRect(x, rect.y(), theme.px(16), rect.height())
            paint.icon_in(painter, theme, self._icon_name, square, 16, tint)
            x += theme.px(16) + self._gap()
        if self._words():
            area = QRect(x, rect.y(), rect.width() - x, rect.height())
            if hover and self._flush and self._kind == "link":
                width = paint.text_width(theme, self._words(), 14)
                base = rect.center().y() + theme.px(9)
                painter.fillRect(x, base, width, 1, theme.color("accentText"))
            x += paint.text(
                painter, theme, area, self._words(), size=self._size, colour=colour, weight=self._weight()
            )
        if self._aside:
            area = QRect(x + theme.px(8), rect.y(), rect.width() - x - theme.px(8), rect.height())
            paint.text(
                painter, theme, area, self._aside, colour=colour if self._kind == "primary" else "text3"
            )
        if self._trailing():
            side = theme.px(14)
            right = rect.width() - self._padding() - side
            paint.icon_in(painter, theme, self._trailing(), QRect(right, 0, side, rect.height()), 14, "text2")
