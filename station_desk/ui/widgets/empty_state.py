"""An empty screen that says what to do first: numbered steps, one filled button, other doors as links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from station_desk.ui import look
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.side_panel import hairline


@dataclass(frozen=True, slots=True)
class Step:
    """One step: key, title, what it is about, its button; `hint` below; `done` says it in green."""

    key: str
    title: str
    text: str
    button: str
    hint: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Door:
    """Another way in, as a link with an icon and perhaps its shortcut."""

    key: str
    text: str
    icon: str
    shortcut: str = ""


class _Mark(QWidget):
    def __init__(self, number: int, state: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._state = number, state

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(28), look.current().px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        side = theme.px(28)
        centre, area = QPointF(side / 2, side / 2), QRect(0, 0, side, side)
        fill, outline = {"done": ("greenT", None), "next": ("accent", None), "later": ("page", "field")}[
            self._state
        ]
        paint.circle(painter, theme, centre, side / 2 - 0.5, fill, outline)
        if self._state == "done":
            paint.icon_in(painter, theme, "check", area.translated(0, -1), 16, "green")
            return
        colour = "onAccent" if self._state == "next" else "text2"
        middle = Qt.AlignmentFlag.AlignCenter
        paint.text(painter, theme, area, str(self._number), size=15, weight=500, colour=colour, align=middle)


class EmptyState(QScrollArea):
    """`show_steps(title, text, steps, doors, doors_title)`; signal `chosen(str)`: key of a step or a door."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._outer: QHBoxLayout | None = None
        self._words: tuple[str, str, tuple[Step, ...], tuple[Door, ...], str] = ("", "", (), (), "")
        look.follow(self._relay)

    def show_steps(
        self, title: str, text: str, steps: Sequence[Step], doors: Sequence[Door] = (), doors_title: str = ""
    ) -> None:
        """The first step not done gets the filled button."""
        self._words = (title, text, tuple(steps), tuple(doors), doors_title)
        self._relay()

    def _relay(self) -> None:
        theme = look.current()
        title, text, steps, doors, doors_title = self._words
        inside = QWidget()
        outer = QHBoxLayout(inside)
        self._outer = outer
        self._lay_margins()
        column = QWidget(inside)
        column.setMaximumWidth(theme.px(640))
        outer.addWidget(column, 1)
        outer.addStretch(0)
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(8))
        lines.addWidget(_label(title, "title"))
        if text:
            lines.addWidget(_label(text, "", "text2"))
        lines.addSpacing(theme.px(12))
        following = next((index for index, step in enumerate(steps) if not step.done), -1)
        for index, step in enumerate(steps):
            lines.addWidget(hairline())
            state = "done" if step.done else "next" if index == following else "later"
            lines.addWidget(self._step(index + 1, step, state))
        if steps:
            lines.addWidget(hairline())
        if doors:
            lines.addSpacing(theme.px(18))
            if doors_title:
                lines.addWidget(_label(doors_title, "section"))
            doorway = QVBoxLayout()
            doorway.setSpacing(theme.px(2))
            lines.addLayout(doorway)
            for door in doors:
                button = Button(kind="link", text=door.text, icon=door.icon)
                button.set_flush(True)
                button.set_small(True)
                button.set_aside(door.shortcut)
                button.clicked.connect(partial(self._press, door.key))
                doorway.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addStretch(1)
        self.setWidget(inside)

    def _lay_margins(self) -> None:
        theme = look.current()
        side = theme.px(64 if self.width() > theme.px(760) else 24)
        if self._outer is not None:
            self._outer.setContentsMargins(side, theme.px(40), theme.px(24), theme.px(24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_margins()

    def _press(self, key: str, checked: bool = False) -> None:
        self.chosen.emit(key)

    def _step(self, number: int, step: Step, state: str) -> QWidget:
        theme = look.current()
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        line.setSpacing(theme.px(16))
        line.addWidget(_Mark(number, state), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(3))
        words.addWidget(_label(step.title, "section"))
        words.addWidget(_label(step.text, "", "text2"))
        if step.hint:
            words.addWidget(_label(step.hint, "second", "green" if step.done else "text2"))
        line.addLayout(words, 1)
        button = Button(text=step.button, kind="primary" if state == "next" else "plain")
        button.setFixedWidth(max(theme.px(128), button.sizeHint().width()))
        button.setAccessibleName(f"{step.title}，{step.button}")
        button.clicked.connect(partial(self._press, step.key))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return box


def _label(text: str, role: str, tone: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    label.setProperty("tone", tone)
    return label
