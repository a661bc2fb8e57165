"""The order in which a page is read, and so the order in which Tab walks over it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

_BAND = 12  # parts whose middles differ by less stand on one line (px)


def is_stop(widget: QWidget) -> bool:
    """Whether Tab halts here."""
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabbed and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def reading_order(root: QWidget) -> list[QWidget]:
    """Every tab stop inside `root`, as its layouts say; where there is no layout, from the top left."""
    return list(_stops(root))


def _stops(widget: QWidget) -> Iterator[QWidget]:
    for child in _children(widget):
        if child.isHidden() or child.isWindow():
            continue
        if is_stop(child) and not isinstance(child, QScrollArea):
            yield child
        if not isinstance(child, QAbstractScrollArea) or isinstance(child, QScrollArea | QStackedWidget):
            yield from _stops(child)


def _children(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return [inside] if inside is not None else []
    if isinstance(widget, QStackedWidget):
        shown = widget.currentWidget()
        return [shown] if shown is not None else []
    layout = widget.layout()
    laid = list(_laid(layout)) if layout is not None else []
    loose = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid]
    loose.sort(key=lambda part: (part.geometry().center().y() // _BAND, part.x()))
    return laid + loose


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid(inner)
