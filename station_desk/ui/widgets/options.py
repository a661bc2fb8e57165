"""What Qt hands a delegate, typed: PySide's stubs leave the fields of a style option out."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex


def rect_of(option: QStyleOptionViewItem) -> QRect:
    """The rectangle to paint in (a copy)."""
    return QRect(cast(Any, option).rect)


def has(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    """Whether a state flag is set."""
    return bool(cast(Any, option).state & flag)


def widget_of(option: QStyleOptionViewItem) -> QWidget | None:
    """The view painted into."""
    found = cast(Any, option).widget
    return found if isinstance(found, QWidget) else None


def plain(index: Index) -> QModelIndex:
    """`index` as a QModelIndex, which is what signals carry."""
    if isinstance(index, QModelIndex):
        return index
    return (
        index.model().index(index.row(), index.column(), index.parent()) if index.isValid() else QModelIndex()
    )
