"""Python's collector on the UI thread alone: what it destroys may be a widget, which dies where it lived."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000
_OLDEST = 10
"""Collections of the middle generation before the oldest is looked through as well."""


class Collecting(QObject):
    """While it lives, nothing is collected but from its timer, so that no worker's thread ever does.

    What stands once the window is open is set aside at the first turn: looking through it again and again
    would find nothing and hold the window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was = gc.isenabled()
        self._middle = 0
        self._set_aside = False
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.turn)
        self._timer.start()

    def turn(self) -> None:
        """Collect what has come due, the young first."""
        if not self._set_aside:
            self._set_aside = True
            gc.freeze()
            return
        young, middle, _ = gc.get_count()
        most_young, most_middle, _ = gc.get_threshold()
        if young <= most_young:
            return
        if middle <= most_middle:
            gc.collect(0)
            return
        self._middle += 1
        oldest = self._middle >= _OLDEST
        self._middle = 0 if oldest else self._middle
        gc.collect(2 if oldest else 1)

    def anew(self) -> None:
        """Another window takes the place of this one: what was set aside may go, what comes is set aside."""
        gc.unfreeze()
        self._set_aside = False

    def end(self) -> None:
        """Leave collecting to Python again, as at the end of the program."""
        self._timer.stop()
        gc.unfreeze()
        if self._was:
            gc.enable()
