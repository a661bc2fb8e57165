"""Opens every generated form once, for the program's own test of an installation."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys

from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from station_desk.ui import forms


def application() -> QApplication:
    """The one application object, made where there is none; without a display it draws into memory.

    The caller keeps it: it ends when nobody holds it.
    """
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(sys.argv[:1])


def open_forms() -> list[str]:
    """The names of all forms, each having been set up on a widget; raises what the first bad one raises."""
    app = application()
    opened = []
    for module in sorted(info.name for info in pkgutil.iter_modules(forms.__path__)):
        if not module.startswith("ui_"):
            continue
        found = importlib.import_module(f"{forms.__name__}.{module}")
        for name in sorted(vars(found)):
            if name.startswith("Ui_"):
                _set_up(getattr(found, name))
                opened.append(name.removeprefix("Ui_"))
    app.processEvents()
    return opened


def _set_up(form: type) -> None:
    """Set the form up on what it was drawn on: a window where it asks for one, else a dialog does for all."""
    window = "setCentralWidget" in form.setupUi.__code__.co_names  # type: ignore[attr-defined]
    widget: QWidget = QMainWindow() if window else QDialog()
    form().setupUi(widget)
    widget.deleteLater()
