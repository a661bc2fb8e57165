"""How a due day was computed, said on hover and to screen readers; read only for the row asked about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QToolTip

from station_desk.casework import browse
from station_desk.domain.declare import RecordId
from station_desk.ui.session import Session

MatterAt = Callable[[QModelIndex], RecordId | None]


class DueTips(QObject):
    """`DueTips(session, view, matter_at)`: from then on rows of `view` say how their due day was computed.

    `matter_at(index)` names the row's matter, None for a row without a due day or not loaded. `columns`
    are those that answer to the mouse; () means all. `said(matter)` is what is known already, for
    `Rows.described`: the current row's is read as soon as it is current, so that it can be heard.
    """

    def __init__(
        self,
        session: Session,
        view: QAbstractItemView,
        matter_at: MatterAt,
        columns: tuple[int, ...] = (),
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._matter_at, self._columns = session, view, matter_at, columns
        self._known: dict[RecordId, str] = {}
        self._asked: set[RecordId] = set()
        self._hovered: RecordId | None = None
        self._at = QPoint()
        view.viewport().installEventFilter(self)
        session.changed.connect(self._forget)

    def said(self, matter: RecordId) -> str:
        """How the matter's due day was computed, as far as it was asked for; else empty."""
        return self._known.get(matter, "")

    def watch(self, model: QAbstractItemModel) -> None:
        """The model the view shows: the current row may come in after it became current."""
        model.dataChanged.connect(self._loaded)

    def _loaded(self, first: QModelIndex, last: QModelIndex) -> None:
        current = self._view.currentIndex()
        if current.isValid() and first.row() <= current.row() <= last.row():
            self.row_changed(current)

    def row_changed(self, index: QModelIndex) -> None:
        """Another row is current: read its reason, so that a screen reader can say it."""
        matter = self._matter_at(index) if index.isValid() else None
        if matter is not None:
            self._ask(matter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        index = self._view.indexAt(event.pos())
        if not index.isValid() or (self._columns and index.column() not in self._columns):
            self._hovered = None
            return False
        matter = self._matter_at(index)
        self._hovered, self._at = matter, event.globalPos()
        if matter is None:
            return False
        if matter in self._known:
            self._show(index)
        else:
            self._ask(matter)
        return True

    def _ask(self, matter: RecordId) -> None:
        if matter in self._known or matter in self._asked:
            return
        self._asked.add(matter)
        desk = self._session.desk

        def read() -> str:
            found = browse.detail(desk, matter)
            why = browse.why_due(found) if found is not None else None
            return "\n".join(why.sentences()) if why is not None else ""

        self._session.read(read, lambda text: self._heard(matter, text), owner=self)

    def _heard(self, matter: RecordId, text: str) -> None:
        if matter not in self._asked:
            return  # changed meanwhile
        self._asked.discard(matter)
        self._known[matter] = text
        current = self._view.currentIndex()
        if current.isValid() and self._matter_at(current) == matter and QAccessible.isActive():
            QAccessible.updateAccessibility(
                QAccessibleEvent(self._view, QAccessible.Event.DescriptionChanged)
            )
        viewport = self._view.viewport()
        index = self._view.indexAt(viewport.mapFromGlobal(self._at))
        if matter == self._hovered and index.isValid() and self._matter_at(index) == matter:
            self._show(index)

    def _show(self, index: QModelIndex) -> None:
        """The row's own tooltip (a title that may be cut short) above, the reason below."""
        matter = self._matter_at(index)
        own = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        words = "\n".join(part for part in (own, self.said(matter) if matter else "") if part)
        QToolTip.showText(self._at, words, self._view, self._view.visualRect(index))

    def _forget(self, _: object) -> None:
        self._known.clear()
        self._asked.clear()
