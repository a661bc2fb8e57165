"""Makes a form drawn at 100 % follow the text size: margins, spacings, and widths and heights it names."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QFormLayout, QGridLayout, QLayout, QWidget
from shiboken6 import isValid

from station_desk.ui import look

_KIT = "station_desk.ui.widgets"
_QTS_OWN = ("qt_scrollarea_vcontainer", "qt_scrollarea_hcontainer")  # behind the bars of every text box


@dataclass(frozen=True, slots=True)
class _Base:
    layout: QLayout
    margins: tuple[int, int, int, int]
    across: int
    down: int


class FormScaler(QObject):
    """`FormScaler(root)` after `setupUi(root)`: a child of `root` that re-lays it after each change of scale.

    Layouts inside the kit's own widgets are left alone. A widget in the form may carry the dynamic
    properties `wide` and `tall`: fixed width and height in logical px.
    """

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        self._bases = [self._base(layout) for layout in root.findChildren(QLayout) if self._ours(layout)]
        look.follow(self._relay)

    def _ours(self, layout: QLayout) -> bool:
        # uic names every layout; the nameless are Qt's own (in a combo's list, behind scroll bars), and of
        # some of them PySide hands out wrappers it takes for deleted.
        if not isValid(layout) or not layout.objectName():
            return False
        home: QWidget | None = layout.parentWidget()
        while home is not None and home is not self._root:
            if home.objectName() in _QTS_OWN:
                return False
            if type(home).__module__.startswith(_KIT):
                return False
            home = home.parentWidget()
        return home is self._root

    def _base(self, layout: QLayout) -> _Base:
        margins = layout.contentsMargins()
        across = down = layout.spacing()
        if isinstance(layout, QGridLayout | QFormLayout):
            across, down = layout.horizontalSpacing(), layout.verticalSpacing()
        sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
        return _Base(layout, sides, across, down)

    def _relay(self) -> None:
        theme = look.current()
        for base in self._bases:
            left, top, right, bottom = (theme.px(side) for side in base.margins)
            base.layout.setContentsMargins(left, top, right, bottom)
            if isinstance(base.layout, QGridLayout | QFormLayout):
                base.layout.setHorizontalSpacing(theme.px(max(0, base.across)))
                base.layout.setVerticalSpacing(theme.px(max(0, base.down)))
            elif isinstance(base.layout, QBoxLayout):
                base.layout.setSpacing(theme.px(max(0, base.down)))
        for widget in self._root.findChildren(QWidget):
            wide, tall = widget.property("wide"), widget.property("tall")
            if isinstance(wide, int) and wide > 0:
                widget.setFixedWidth(theme.px(wide))
            if isinstance(tall, int) and tall > 0:
                widget.setFixedHeight(theme.px(tall))
