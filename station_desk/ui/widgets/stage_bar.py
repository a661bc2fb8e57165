"""Where a matter stands: equal columns with a circle, a name and a line of when or what next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from station_desk.ui import look
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.roving import RovingButton, RovingRow

StageState = Literal["done", "current", "todo"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its name, a second line (a date, who signed, what is awaited), and its state."""

    label: str
    second: str = ""
    state: StageState = "todo"


class _StageCell(RovingButton):
    def __init__(self, row: StageBar, index: int, stage: Stage, last: bool) -> None:
        super().__init__(row)
        self.index = index
        self.stage = stage
        self.last = last
        words = {"done": self.tr("done"), "current": self.tr("now"), "todo": self.tr("still to come")}
        self.setText(stage.label)
        self.setAccessibleName(
            self.tr("{stage}, {state}").format(stage=stage.label, state=words[stage.state])
        )
        self.setAccessibleDescription(stage.second)
        self.setToolTip(f"{stage.label} {stage.second}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = look.current()
        return QSize(theme.px(120), theme.px(62))

    def minimumSizeHint(self) -> QSize:
        theme = look.current()
        return QSize(theme.px(60), theme.px(62))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        state = self.stage.state
        centre = QPointF(theme.px(10), theme.px(10))
        radius = theme.px(9)
        mark = QRect(0, 0, theme.px(20), theme.px(20))
        if not self.last:
            left = theme.px(21)
            thick = max(2, theme.px(2))
            top = theme.px(10) - thick // 2
            painter.fillRect(
                left,
                top,
                self.width() - left - theme.px(1),
                thick,
                theme.color("accentText" if state == "done" else "ctl"),
            )
        number = str(self.index + 1)
        centred = Qt.AlignmentFlag.AlignCenter
        if state == "done":
            paint.circle(painter, theme, centre, radius, "tint2", None)
            paint.icon_in(painter, theme, "check", mark.translated(0, -1), 12, "accentText", 3)
        elif state == "current":
            paint.circle(painter, theme, centre, radius, "accent", None)
            paint.text(painter, theme, mark, number, size=13, weight=500, colour="onAccent", align=centred)
        else:
            paint.circle(painter, theme, centre, radius - 0.5, "page", "field")
            paint.text(painter, theme, mark, number, size=13, colour="text2", align=centred)
        room = self.width() - theme.px(8)
        name = QRect(theme.px(1), theme.px(22), room, theme.px(22))
        colour = {"done": "text", "current": "accentText", "todo": "text2"}[state]
        weight = 500 if state == "current" else 400
        paint.text(painter, theme, name, self.stage.label, weight=weight, colour=colour)
        second = QRect(theme.px(1), theme.px(41), room, theme.px(20))
        paint.text(painter, theme, second, self.stage.second, size=13, colour="text2")
        if self.hasFocus():
            paint.ring(painter, theme, self.rect().adjusted(0, theme.px(21), -2, 0))


class StageBar(RovingRow):
    """`set_stages([Stage])`; signal `chosen(int)` when a stage is clicked or Enter pressed on it."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Stages"))
        look.follow(self._relay)

    def _relay(self) -> None:
        for button in self.buttons():
            button.updateGeometry()
        self.updateGeometry()

    def set_stages(self, stages: Sequence[Stage]) -> None:
        """Show these stages from left to right; the current one is where Tab enters."""
        for old in self.buttons():
            self._line.removeWidget(old)
            old.hide()  # else a show that the layout still owes it makes it a window of its own
            old.setParent(None)
            old.deleteLater()
        made = []
        for index, stage in enumerate(stages):
            cell = _StageCell(self, index, stage, index + 1 == len(stages))
            cell.clicked.connect(self._clicked)
            self._line.addWidget(cell, 1)
            cell.show()
            made.append(cell)
        states = [stage.state for stage in stages]
        self.set_buttons(made, states.index("current") if "current" in states else 0)

    def stages(self) -> tuple[Stage, ...]:
        """The stages shown."""
        return tuple(button.stage for button in self.buttons() if isinstance(button, _StageCell))

    def _clicked(self) -> None:
        cell = self.sender()
        if isinstance(cell, _StageCell):
            self.chosen.emit(cell.index)

    def sizeHint(self) -> QSize:
        theme = look.current()
        return QSize(theme.px(120) * max(1, len(self.buttons())), theme.px(62))
