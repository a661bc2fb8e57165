"""Does work only once a widget has been seen: what a first paint need not wait for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_UNSEEN_MS = 1_000


class AfterPaint(QObject):
    """Calls `call` once, in the event after the first paint of `widget`, or after a second if it is not
    shown at all (started minimised); not at all once `widget` is gone."""

    def __init__(self, widget: QWidget, call: Callable[[], object]) -> None:
        super().__init__(widget)
        self._call: Callable[[], object] | None = call
        self._widget = widget
        widget.installEventFilter(self)
        QTimer.singleShot(_UNSEEN_MS, self, self._now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint; nothing is kept from the widget."""
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self._now)
        return False

    def _now(self) -> None:
        call, self._call = self._call, None
        if call is not None:
            self._widget.removeEventFilter(self)
            call()
