"""Several of a short list, each with a box to tick and what is to be known about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from station_desk.ui import look


class CheckList(QWidget):
    """`set_options([(key, text)])`, `keys()`, `set_keys()`; signal `changed()` on a tick by hand.

    A text wider than its place ends in dots, and stands in full in the tip.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.current().px(4))

    def set_options(self, options: Sequence[tuple[str, str]], ticked: Sequence[str] = ()) -> None:
        """What can be ticked; those of `ticked` are."""
        for box in self._boxes.values():
            self._lines.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {}
        for key, text in options:
            box = QCheckBox(text, self)
            box.setAccessibleName(text)
            box.setToolTip(text)
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.setChecked(key in ticked)
            box.clicked.connect(self.changed)
            self._lines.addWidget(box)
            self._boxes[key] = box
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for box in self._boxes.values():
            option = QStyleOptionButton()
            option.initFrom(box)
            inside = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, box)
            room = self.width() - inside.left()
            said = box.fontMetrics().elidedText(box.accessibleName(), Qt.TextElideMode.ElideRight, room)
            box.setText(said)

    def keys(self) -> tuple[str, ...]:
        """Those that are ticked."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def set_keys(self, keys: Sequence[str]) -> None:
        """Tick just these. Emits nothing."""
        for key, box in self._boxes.items():
            box.setChecked(key in keys)

    def kept(self) -> str:
        """The ticks as a text, for a draft."""
        return ",".join(self.keys())

    def bring(self, text: str) -> None:
        """The ticks as they were kept."""
        self.set_keys(text.split(","))
