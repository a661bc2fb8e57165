"""A line that proposes as one types: names by pinyin initials, and everything from the top bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from station_desk.ui import look
from station_desk.ui.roles import ROW_ROLE
from station_desk.ui.widgets.proposal import Deliver, Lookup, Pick

if TYPE_CHECKING:
    from PySide6.QtGui import QStandardItemModel
    from PySide6.QtWidgets import QListView

__all__ = ["Deliver", "Lookup", "NameLine", "Pick", "PickLine"]


class PickLine(QLineEdit):
    """`lookup` (attribute) is asked with the text and a reply function, at once or later; stale replies drop.

    Signals: `picked(Pick)`; `submitted(str)`: Enter with nothing chosen. Texts still being composed by an
    input method are never looked up. The list is a child of the window, so that the focus stays here.
    """

    picked = Signal(object)
    submitted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lookup: Lookup | None = None
        self.least = 1
        self._asked = 0
        self._list: QListView | None = None
        self._stock: QStandardItemModel | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(120)
        self._pause.timeout.connect(self.ask)
        self.textEdited.connect(self._edited)

    @property
    def _model(self) -> QStandardItemModel:
        if self._stock is None:
            from PySide6.QtGui import QStandardItemModel

            self._stock = QStandardItemModel(self)
        return self._stock

    def _edited(self) -> None:
        self._asked += 1
        self._pause.start()

    def ask(self) -> None:
        """Look the present text up now."""
        self._pause.stop()
        text = self.text().strip()
        if self.lookup is None or len(text) < self.least:
            self.close_picks()
            return
        self._asked += 1
        asked = self._asked
        self.lookup(text, lambda picks: self._offer(asked, picks))

    def _offer(self, asked: int, picks: Sequence[Pick]) -> None:
        if asked == self._asked and self.hasFocus():
            self.show_picks(picks)

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Open the list with these proposals below the line (above where there is more room)."""
        if not picks:
            self.close_picks()
            return
        from PySide6.QtGui import QStandardItem

        self._model.clear()
        for pick in picks:
            item = QStandardItem(pick.text)
            item.setData(pick, ROW_ROLE)
            spoken = f"{pick.text}，{pick.second}" if pick.second else pick.text
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        view = self._view()
        delegate_size = sum(view.sizeHintForRow(row) for row in range(len(picks)))
        root = self.window()
        below = self.mapTo(root, QPoint(0, self.height() + 2))
        room = root.height() - below.y() - 8
        height = min(delegate_size + 4, look.current().px(380))
        top = below.y()
        if height > room and below.y() - self.height() > room:
            height = min(height, below.y() - self.height() - 12)
            top = below.y() - self.height() - 4 - height
        else:
            height = min(height, max(room, look.current().px(40)))
        view.setGeometry(below.x(), top, max(self.width(), look.current().px(240)), height)
        view.show()
        view.raise_()

    def close_picks(self) -> None:
        """Close the list."""
        if self._list is not None:
            self._list.hide()

    def picks_shown(self) -> tuple[Pick, ...]:
        """The proposals now on screen."""
        if self._list is None or not self._list.isVisible():
            return ()
        found = (self._model.item(row).data(ROW_ROLE) for row in range(self._model.rowCount()))
        return tuple(pick for pick in found if isinstance(pick, Pick))

    def _view(self) -> QListView:
        if self._list is None or self._list.parentWidget() is not self.window():
            # Lists and their styles cost start time, and the top bar has one of these lines.
            from station_desk.ui.widgets.picklist import pick_list

            view = pick_list(self.window(), self._model)
            view.clicked.connect(lambda index: self._take(index.row()))
            # The list outlives this line for a moment; its rows must not go before it.
            self._model.setParent(view)
            self.destroyed.connect(view.deleteLater)
            self._list = view
        return self._list

    def _take(self, row: int) -> None:
        item = self._model.item(row)
        pick = item.data(ROW_ROLE) if item is not None else None
        self.close_picks()
        if isinstance(pick, Pick):
            self._asked += 1
            self.picked.emit(pick)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        open_list = self._list if self._list is not None and self._list.isVisible() else None
        if open_list is not None and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = (open_list.currentIndex().row() + step) % self._model.rowCount()
            open_list.setCurrentIndex(self._model.index(row, 0))
            return
        if key == Qt.Key.Key_Down and (self.text().strip() or not self.least):
            self.ask()
            return
        if open_list is not None and key == Qt.Key.Key_Escape:
            self.close_picks()
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if open_list is not None and open_list.currentIndex().isValid():
                self._take(open_list.currentIndex().row())
            else:
                self.submitted.emit(self.text().strip())
                super().keyPressEvent(event)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.close_picks()


class NameLine(PickLine):
    """A person's or unit's name; a pick fills in its text and emits `picked(Pick)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picked.connect(self._fill)

    def _fill(self, pick: object) -> None:
        if isinstance(pick, Pick):
            self.setText(pick.text)
