"""Every action of the window, declared once: menus, shortcuts and the help list read this table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from station_desk.i18n import translate


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `shortcut` may hold alternatives, `; ` between; `everywhere` ones work on every page."""

    id: str
    text: str
    shortcut: str
    icon: str
    help: str
    everywhere: bool = False


def table() -> tuple[ActionSpec, ...]:
    """Every action, in the order of the help list and in the language shown."""
    return (
        ActionSpec(
            "new_visit", translate("actions", "New visit"), "Ctrl+N", "plus",
            translate("actions", "Log someone who came, whatever page is open"), everywhere=True,
        ),
        ActionSpec(
            "search", translate("actions", "Search everything"), "Ctrl+K", "search",
            translate("actions", "Matters, visitors, deputies and numbers, in one box"), everywhere=True,
        ),
        ActionSpec(
            "save", translate("actions", "Save"), "Ctrl+S", "check",
            translate("actions", "Save what is being filled in and stay here"),
        ),
        ActionSpec(
            "save_next", translate("actions", "Save and next"), "Ctrl+Return; Ctrl+Enter", "check",
            translate("actions", "Save what is being filled in and go to the next one"),
        ),
        ActionSpec(
            "another_matter", translate("actions", "Another matter"), "Ctrl+M", "plus",
            translate("actions", "One more matter in the same visit"),
        ),
        ActionSpec(
            "undo", translate("actions", "Undo"), "Ctrl+Z", "undo-2",
            translate("actions", "Take the last saved step back; inside a text, the last typing"),
            everywhere=True,
        ),
        ActionSpec(
            "redo", translate("actions", "Redo"), "Ctrl+Y; Ctrl+Shift+Z", "redo-2",
            translate("actions", "Do again what was taken back"), everywhere=True,
        ),
        ActionSpec(
            "find_here", translate("actions", "Find in this list"), "Ctrl+F", "search",
            translate("actions", "Go to the search box of this page"),
        ),
        ActionSpec(
            "previous", translate("actions", "Previous one"), "Ctrl+PgUp", "chevron-up",
            translate("actions", "Open the record above in the list"),
        ),
        ActionSpec(
            "next", translate("actions", "Next one"), "Ctrl+PgDown", "chevron-down",
            translate("actions", "Open the record below in the list"),
        ),
        ActionSpec(
            "print", translate("actions", "Print"), "Ctrl+P", "printer",
            translate("actions", "Print what is shown, as a page"),
        ),
        ActionSpec(
            "export", translate("actions", "Export"), "Ctrl+E", "download",
            translate("actions", "Save what the list shows as an Excel file"),
        ),
        ActionSpec(
            "refresh", translate("actions", "Read again"), "F5", "refresh-cw",
            translate("actions", "Read this page again from the desk"),
        ),
        ActionSpec(
            "help", translate("actions", "Help for this page"), "F1", "circle-help",
            translate("actions", "What this page is for, and all the keys"), everywhere=True,
        ),
    )  # fmt: skip


def sequences(spec: ActionSpec) -> list[QKeySequence]:
    """The key sequences of an action."""
    return [QKeySequence(part) for part in spec.shortcut.split("; ") if part]


def help_list() -> list[tuple[str, str, str]]:
    """(shortcut, name, what it does) of every action, in the order and language shown."""
    rows = []
    for spec in table():
        keys = sequences(spec)
        shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        rows.append((shown, spec.text, spec.help))
    return rows


class ComposingGuard(QObject):
    """Keeps shortcuts from firing while an input method composes in the widget that has the focus.

    It watches only that widget, so that other events cost nothing.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        self.composing = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)
            self._focus_changed(None, app.focusWidget())

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and old is self._watched:
            old.removeEventFilter(self)
        self.composing = False
        self._watched = new
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self.composing = bool(event.preeditString())
        elif event.type() == QEvent.Type.ShortcutOverride and self.composing:
            event.accept()
            return True
        return False


class Actions(QObject):
    """The table as QActions of one window: `action(id)`, `enable(ids)`; signals `triggered(id)`, `paged(n)`.

    Alt+1 to Alt+9 emit `paged(0)` to `paged(8)`. Text fields keep Ctrl+Z and Ctrl+Y for their own typing.
    """

    triggered = Signal(str)
    paged = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._guard = ComposingGuard(self)
        self._actions: dict[str, QAction] = {}
        for spec in table():
            action = QAction(spec.text, self)
            action.setShortcuts(sequences(spec))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setStatusTip(spec.help)
            action.triggered.connect(partial(self._fire, spec.id))
            window.addAction(action)
            self._actions[spec.id] = action
        for number in range(9):
            action = QAction(window)
            action.setShortcut(QKeySequence(f"Alt+{number + 1}"))
            action.triggered.connect(partial(self._page, number))
            window.addAction(action)
        self.enable(())

    def _fire(self, name: str, checked: bool = False) -> None:
        self.triggered.emit(name)

    def _page(self, number: int, checked: bool = False) -> None:
        self.paged.emit(number)

    def action(self, name: str) -> QAction:
        """The QAction of id `name`."""
        return self._actions[name]

    def enable(self, offered: Iterable[str]) -> None:
        """Enable the actions of every page and those `offered` by the present one."""
        offers = frozenset(offered)
        for spec in table():
            self._actions[spec.id].setEnabled(spec.everywhere or spec.id in offers)
