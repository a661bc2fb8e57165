"""A coloured line in the page: icon, words, a reason, and what one may do about it."""

from __future__ import annotations

from PySide6.QtCore import Property, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from station_desk.ui import icons, look
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.buttons import Button

# kind: (background, tone, icon)
_KINDS = {
    "amber": ("amberT", "amber", "clock"),
    "red": ("redT", "red", "circle-alert"),
    "green": ("greenT", "green", "circle-check"),
    "info": ("tint", "accentText", "lightbulb"),
    "plain": ("sunken", "text2", "info"),
}


class Notice(QWidget):
    """`show_words(title, text, reason, link)`; signal `linkActivated()`.

    Properties: `kind` (amber, red, green, info, plain), `iconName` ("" takes the kind's), `title`, `text`,
    `reason`, `link`. `add_button(button)` puts a control at the end. Hidden by whoever has nothing to say.
    """

    linkActivated = Signal()

    def __init__(self, parent: QWidget | None = None, kind: str = "info") -> None:
        super().__init__(parent)
        self._kind = kind
        self._icon_name = ""
        self._icon = QLabel(self)
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self._text = QLabel(self)
        self._reason = QLabel(self)
        self._reason.setProperty("role", "second")
        for label in (self._title, self._text, self._reason):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.hide()
        self._reason.setWordWrap(True)
        self._link = Button(self, kind="link")
        self._link.set_flush(True)
        self._link.set_small(True)
        self._link.hide()
        self._link.clicked.connect(self.linkActivated)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._icon, 0)
        self._line.addWidget(self._title)
        self._line.addWidget(self._text)
        self._line.addWidget(self._reason, 1)
        self._line.addStretch(0)
        self._line.addWidget(self._link)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._line.setContentsMargins(theme.px(12), theme.px(4), theme.px(10), theme.px(4))
        self._line.setSpacing(theme.px(8))
        _back, tone, name = _KINDS[self._kind]
        self._icon.setPixmap(icons.pixmap(self._icon_name or name, 16, tone))
        words = tone if self._kind in ("amber", "red", "green") else "text"
        colour = theme.hex(words)
        self._title.setStyleSheet(f"color: {colour}; font-size: {theme.px(15)}px; font-weight: 500;")
        self._text.setStyleSheet(f"color: {colour};")
        self.update()

    def set_kind(self, kind: str) -> None:
        """amber, red, green, info or plain."""
        self._kind = kind if kind in _KINDS else "info"
        self._relay()

    def set_icon(self, name: str) -> None:
        """Another icon than the kind's."""
        self._icon_name = name
        self._relay()

    def show_words(self, title: str = "", text: str = "", reason: str = "", link: str = "") -> None:
        """Set all the words at once; an empty one takes no room. Also read out by a screen reader."""
        pairs = ((self._title, title), (self._text, text), (self._reason, reason))
        for label, words in pairs:
            label.setText(words)
            label.setVisible(bool(words))
        self._text.setWordWrap(not reason and bool(text) and len(text) > 24)
        self._line.setStretchFactor(self._text, 0 if reason else 1)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self.setAccessibleName(" ".join(words for words in (title, text, reason) if words))

    def add_button(self, button: QWidget) -> None:
        """Put a control at the end of the line."""
        self._line.addWidget(button)

    def _get_kind(self) -> str:
        return self._kind

    def _get_icon(self) -> str:
        return self._icon_name

    def _get_text(self) -> str:
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Only the text, keeping the rest."""
        self.show_words(self._title.text(), text, self._reason.text(), self._link.text())

    kind = Property(str, _get_kind, set_kind)
    iconName = Property(str, _get_icon, set_icon)
    text = Property(str, _get_text, set_text)

    def words(self) -> str:
        """All that is shown, as a screen reader says it."""
        return self.accessibleName()

    def minimumSizeHint(self) -> QSize:
        theme = look.current()
        return QSize(super().minimumSizeHint().width(), max(theme.px(36), super().minimumSizeHint().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(QPainter(self), look.current(), self.rect(), _KINDS[self._kind][0])
