"""One start of a window in a process of its own: `python -m tests.bench.window KIND [DESK]`.

Kinds: `bare`, an empty Qt window; `query`, that and 50 rows by a raw query; `first`, our window to its first
paint; `today`, our window until the day's list shows its rows; `matters`, until the list of all does.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

SECONDS = 60
_FIFTY = "SELECT number, title, category, stage, due_on FROM matter ORDER BY n DESC LIMIT 50"


class _Painted(QObject):
    """Calls `done` once the widget has been painted."""

    def __init__(self, widget: QWidget, done: Callable[[], None]) -> None:
        super().__init__(widget)
        self._done = done
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._done)
        return False


def _leave() -> None:
    # Taking the program down again is not part of its start.
    os._exit(0)


def _bare(desk: Path | None) -> None:
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    window.resize(1366, 768)

    def done() -> None:
        if desk is not None:
            import sqlite3

            sqlite3.connect(desk).execute(_FIFTY).fetchall()
        _leave()

    painted = _Painted(window, done)
    window.show()
    app.exec()
    del painted


def _ours(desk: Path, kind: str) -> None:
    from station_desk.app import Program, application
    from station_desk.settings import SettingsFile

    app = application()
    program = Program(app, SettingsFile())
    program.begin(desk)
    place = program.place
    if place is None:
        raise RuntimeError("no window was made")
    if kind == "first":
        _Painted(place.window.centralWidget(), _leave)
    else:
        place.ready.connect(lambda _: _when_filled(place.window.open_page(kind)))
    QTimer.singleShot(SECONDS * 1000, app, lambda: os._exit(3))
    app.exec()


def _when_filled(page: QWidget | None) -> None:
    from station_desk.ui.paging import PagedModel

    for model in page.findChildren(PagedModel) if page is not None else ():
        model.dataChanged.connect(lambda *_: QTimer.singleShot(10, _leave))


def main(kind: str, desk: str = "") -> None:
    """Start, paint, and end the process: 0, or 3 where nothing was shown in a minute."""
    match kind:
        case "bare":
            _bare(None)
        case "query":
            _bare(Path(desk))
        case _:
            _ours(Path(desk), kind)


if __name__ == "__main__":
    main(*sys.argv[1:])
