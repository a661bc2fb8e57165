"""The parts round the page: top bar and navigation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from station_desk.ui import icons, look
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.page import Page
from station_desk.ui.widgets.picks import Deliver, Pick, PickLine
from station_desk.ui.widgets.roving import RovingButton, RovingRow
from station_desk.ui.widgets.side_panel import hairline


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page of the navigation; `factory` makes it when first opened. `apart` puts a line above it.

    `roles`: the codes of who has this page, empty for everybody. `under`: a page that is reached from that
    one, and stands in no navigation.
    """

    id: str
    label: str
    icon: str
    factory: Callable[[], Page]
    apart: bool = False
    roles: frozenset[str] = frozenset()
    under: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found by the search box: kind (its icon), title, second line, key of the record."""

    kind: str
    title: str
    second: str
    key: str


_HIT_ICONS = {
    "matter": "list-checks",
    "issue": "list-checks",
    "suggestion": "file-text",
    "visitor": "user",
    "deputy": "users",
    "unit": "building-2",
}


class Chrome(QWidget):
    """A part of the window round the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class SearchBox(PickLine):
    """The box of the top bar, with its shortcut shown while empty."""

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(320), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = look.current()
        painter = QPainter(self)
        mark = QRect(theme.px(10), 0, theme.px(16), self.height())
        paint.icon_in(painter, theme, "search", mark, 16, "text2")
        if not self.text():
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            area = self.rect().adjusted(0, 0, -theme.px(12), 0)
            paint.text(painter, theme, area, "Ctrl+K", size=13, colour="text3", align=right)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.picks_shown():
            self.clear()
            self.clearFocus()
            return
        super().keyPressEvent(event)


class TopBar(Chrome):
    """48 px: landmark, station name, search box, 登记来访. Signals `hitChosen(Hit)`, `newVisit()`."""

    hitChosen = Signal(object)
    newVisit = Signal()

    def __init__(self, search: Callable[[str, Callable[[Sequence[Hit]], None]], None] | None = None) -> None:
        super().__init__()
        self._search = search
        self._hits: dict[str, Hit] = {}
        self._mark = QLabel(self)
        self._name = ElidedLabel(self)
        self._name.setProperty("role", "section")
        self.box = SearchBox(self)
        self.box.setAccessibleName(self.tr("Search everything"))
        self.box.setPlaceholderText(self.tr("Search matters, visitors, deputies, numbers"))
        self.box.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        if search is not None:
            self.box.lookup = self._look_up
        self.box.picked.connect(self._picked)
        self.new = Button(self, self.tr("Log a visit"), "tonal", "plus")
        self.new.setToolTip("Ctrl+N")
        self.new.clicked.connect(self.newVisit)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._mark)
        self._line.addWidget(self._name, 1)
        self._line.addWidget(self.box)
        self._line.addSpacing(8)
        self._line.addWidget(self.new)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self.setFixedHeight(theme.px(48))
        self._line.setContentsMargins(theme.px(20), 0, theme.px(16), 0)
        self._line.setSpacing(theme.px(8))
        self._mark.setPixmap(icons.pixmap("landmark", 18, "accentText"))
        self.box.setMinimumWidth(theme.px(180))
        self.box.setMaximumWidth(theme.px(320))
        self.box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.box.updateGeometry()
        self.box.setTextMargins(theme.px(24), 0, theme.px(52), 0)

    def set_station(self, name: str) -> None:
        """The station's name."""
        self._name.setText(name)

    def focus_search(self) -> None:
        """Put the cursor into the search box with its text selected."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def _look_up(self, text: str, deliver: Deliver) -> None:
        def show(hits: Sequence[Hit]) -> None:
            self._hits = {str(number): hit for number, hit in enumerate(hits)}
            found = self._hits.items()
            deliver(
                [
                    Pick(hit.title, hit.second, key, _HIT_ICONS.get(hit.kind, "file-text"))
                    for key, hit in found
                ]
            )

        if self._search is not None:
            self._search(text, show)

    def _picked(self, pick: object) -> None:
        if isinstance(pick, Pick) and pick.key in self._hits:
            self.box.clear()
            self.hitChosen.emit(self._hits[pick.key])


class _NavButton(RovingButton):
    def __init__(self, row: RovingRow, spec: PageSpec) -> None:
        super().__init__(row)
        self.spec = spec
        self.count = ""
        self.setText(spec.label)
        self.setAccessibleName(spec.label)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(112), look.current().px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(112), look.current().px(26))

    def set_count(self, count: str) -> None:
        """The figure at the right, "" for none."""
        self.count = count
        self.setAccessibleName(f"{self.spec.label} {count}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        rect = self.rect()
        on = self.isChecked()
        if on:
            paint.box(painter, theme, rect, "tint2")
        elif self.underMouse():
            paint.box(painter, theme, rect, "tint")
        mark = QRect(theme.px(12), 0, theme.px(18), rect.height())
        paint.icon_in(painter, theme, self.spec.icon, mark, 18, "accentText" if on else "text2")
        colour = "accentText" if on else "text"
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        tail = rect.adjusted(0, 0, -theme.px(10), 0)
        used = paint.text_width(theme, self.count, 13) + theme.px(14) if self.count else theme.px(6)
        words = QRect(theme.px(40), 0, rect.width() - theme.px(40) - used, rect.height())
        paint.text(painter, theme, words, self.text(), size=15, weight=500 if on else 400, colour=colour)
        if self.count:
            tint = "accentText" if on else "text2"
            paint.text(painter, theme, tail, self.count, size=13, colour=tint, align=right)
        if self.hasFocus():
            paint.ring(painter, theme, rect)


class Navigation(QScrollArea):
    """128 px: the pages with counts. Signal `chosen(page id)`. Rows give way before anything scrolls."""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageSpec]) -> None:
        super().__init__()
        self._row = RovingRow()
        self._row.setProperty("part", "chrome")
        self._row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row.setAccessibleName(self.tr("Pages"))
        self._lines = QVBoxLayout(self._row)
        self._buttons: dict[str, _NavButton] = {}
        self._line_above: dict[str, QFrame] = {}
        for spec in pages:
            if spec.apart:
                line = hairline(self._row)
                self._line_above[spec.id] = line
                inset = QHBoxLayout()
                inset.setContentsMargins(8, 6, 8, 6)
                inset.addWidget(line)
                self._lines.addLayout(inset)
            button = _NavButton(self._row, spec)
            button.clicked.connect(self._clicked)
            self._buttons[spec.id] = button
            self._lines.addWidget(button)
        self._lines.addStretch(1)
        self._row.set_buttons(list(self._buttons.values()))
        self.setWidget(self._row)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        # Icon, gaps and a count of three figures beside the longest name: English needs more than Chinese.
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        names = (paint.text_width(theme, button.text(), 15, 500) for button in shown)
        self.setFixedWidth(max(theme.px(128), max(names, default=0) + theme.px(88)))
        self._lines.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(4))
        self._lines.setSpacing(theme.px(2))
        for button in self._buttons.values():
            button.updateGeometry()

    def show_only(self, names: Sequence[str]) -> None:
        """Offer these pages and no others."""
        for key, button in self._buttons.items():
            button.setHidden(key not in names)
            if key in self._line_above:
                self._line_above[key].setHidden(key not in names)
        self._row.set_buttons([button for key, button in self._buttons.items() if key in names])
        self._relay()

    def _clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, _NavButton):
            self.set_current(pressed.spec.id)
            self.chosen.emit(pressed.spec.id)

    def set_current(self, name: str) -> None:
        """Mark page `name` as the one shown. Emits nothing."""
        for key, button in self._buttons.items():
            button.setChecked(key == name)
            if key == name and not button.isHidden():
                self._row.stop_at(button)

    def set_count(self, name: str, count: str) -> None:
        """The figure beside page `name`, "" for none."""
        if name in self._buttons:
            self._buttons[name].set_count(count)
