"""Exclusive choices side by side as one control: 驻站 | 走访 | 直联日."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Property, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from station_desk.ui import look
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.roving import RovingButton, RovingRow


class _Segment(RovingButton):
    def __init__(self, row: Segments, value: str, text: str) -> None:
        super().__init__(row)
        self.value = value
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = look.current()
        width = paint.text_width(theme, self.text(), 14, 500) + 2 * theme.px(13)
        return QSize(width, theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        rect = self.rect()
        row = self.parentWidget()
        ends = row.buttons() if isinstance(row, RovingRow) else ()
        if self.isChecked():
            paint.box(painter, theme, rect, "tint", "accentText")
        else:
            painter.setClipRect(rect)
            wide = rect.adjusted(
                0 if ends and ends[0] is self else -8, 0, 0 if ends and ends[-1] is self else 8, 0
            )
            fill = "sunken" if self.underMouse() and self.isEnabled() else "page"
            paint.box(painter, theme, wide, fill, "field" if self.isEnabled() else "ctl")
            before = ends.index(self) - 1 if self in ends else -1
            if before >= 0 and not ends[before].isChecked():
                painter.fillRect(0, 0, 1, rect.height(), theme.color("field" if self.isEnabled() else "ctl"))
        colour = "text3" if not self.isEnabled() else "accentText" if self.isChecked() else "text"
        weight = 500 if self.isChecked() else 400
        paint.text(
            painter,
            theme,
            rect,
            self.text(),
            weight=weight,
            colour=colour,
            align=Qt.AlignmentFlag.AlignCenter,
        )
        if self.hasFocus():
            paint.ring(painter, theme, rect)


class Segments(RovingRow):
    """`set_choices([(value, text)])`, `value()`, `set_value()`; signal `chosen(str)` on a change by hand."""

    chosen = Signal(str)
    select_on_move = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._clicked)
        look.follow(self._relay)

    def _relay(self) -> None:
        for button in self.buttons():
            button.updateGeometry()
        self.updateGeometry()

    def set_choices(self, choices: Sequence[tuple[str, str]], value: str = "") -> None:
        """Replace the segments: (stored value, text shown); `value` is checked, or none."""
        for old in self.buttons():
            self._group.removeButton(old)
            old.deleteLater()
        made = [_Segment(self, code, text) for code, text in choices]
        for button in made:
            self._group.addButton(button)
            self._line.addWidget(button)
        self.set_buttons(made)
        self.set_value(value)

    def _clicked(self, button: object) -> None:
        if isinstance(button, _Segment):
            button.raise_()
            self.chosen.emit(button.value)

    def _get_value(self) -> str:
        checked = self._group.checkedButton()
        return checked.value if isinstance(checked, _Segment) else ""

    def set_value(self, value: str) -> None:
        """Check the segment that stores `value`; none if there is no such segment. Emits nothing."""
        self._group.setExclusive(False)
        for button in self.buttons():
            if isinstance(button, _Segment):
                button.setChecked(button.value == value)
                if button.isChecked():
                    button.raise_()
                    self.stop_at(button)
        self._group.setExclusive(True)

    value = Property(str, _get_value, set_value, user=True)

    def current_value(self) -> str:
        """The stored value checked, or an empty string (typed; the Qt property `value` is the same)."""
        return self._get_value()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()
