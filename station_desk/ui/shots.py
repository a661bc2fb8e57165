"""Draws every page of a desk to picture files, in both languages, at several sizes, scales and looks."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QApplication

from station_desk import i18n, paths
from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.settings import SettingsFile
from station_desk.ui import theme
from station_desk.ui.dialogs.step import StepDialog, open_step
from station_desk.ui.jobs import Jobs
from station_desk.ui.theme import Theme
from station_desk.ui.workplace import Workplace

PAGES = ("today", "reception", "matters", "suggestions", "reports", "exchange", "settings")
LIGHT = Theme()
_SETTLED_S = 0.15
_LONGEST_S = 30.0


def draw_all(
    desk: Desk,
    folder: Path,
    languages: Sequence[str] = i18n.LANGUAGES,
    sizes: Sequence[tuple[int, int]] = ((1366, 768),),
    scales: Sequence[float] = (1.0, 1.5),
    themes: Sequence[Theme] = (LIGHT,),
    *,
    pages: Sequence[str] = PAGES,
    today: Callable[[], date] = date.today,
    settings: SettingsFile | None = None,
) -> list[Path]:
    """Draw every page with what the desk holds; returns the files, `today-zh_CN-1366x768-100.png` …

    The desk stays open. Looks and language are put back afterwards.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("a QApplication must exist before pages are drawn")
    folder.mkdir(parents=True, exist_ok=True)
    before, spoken = theme.current(), i18n.language()
    made: list[Path] = []
    try:
        for language in languages:
            translator = _speak(app, language)
            for look_index, shown in enumerate(themes):
                for scale in scales:
                    theme.apply(app, theme.with_scale(shown, scale))
                    for size in sizes:
                        suffix = _suffix(shown, look_index)
                        name = f"{language}-{size[0]}x{size[1]}-{round(scale * 100)}{suffix}"
                        made += _draw(desk, folder, name, size, pages, today, settings)
            if translator is not None:
                app.removeTranslator(translator)
    finally:
        i18n.set_language(spoken)
        theme.apply(app, before)
    return made


def _suffix(shown: Theme, index: int) -> str:
    if shown.contrast:
        return "-contrast"
    return "-dark" if shown.dark else "" if index == 0 or shown == LIGHT else f"-{index}"


def _speak(app: QApplication, language: str) -> QTranslator | None:
    i18n.set_language(language)
    if language != i18n.CHINESE:
        return None
    translator = QTranslator(app)
    if translator.load(str(paths.resource("i18n/station_desk_zh_CN.qm"))):
        app.installTranslator(translator)
    return translator


def _draw(
    desk: Desk,
    folder: Path,
    name: str,
    size: tuple[int, int],
    pages: Sequence[str],
    today: Callable[[], date],
    settings: SettingsFile | None,
) -> list[Path]:
    jobs = Jobs()
    place = Workplace(settings or SettingsFile(), jobs, today=today)
    made = []
    try:
        place.window.resize(*size)
        place.window.show()
        place.adopt(desk)
        for page in pages:
            place.window.open_page(page)
            settle(jobs)
            file = folder / f"{page}-{name}.png"
            place.window.grab().save(str(file))
            made.append(file)
        for view, page, key in _views(desk) if tuple(pages) == PAGES else ():
            opened = place.window.open_page(page)
            if opened is not None:
                settle(jobs)
                opened.seek(key)
                settle(jobs)
                file = folder / f"{view}-{name}.png"
                place.window.grab().save(str(file))
                made.append(file)
        made += _step_dialog(desk, place, folder, name)
    finally:
        place.window.close()
        jobs.close()
        place.window.deleteLater()
        place.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return made


def _views(desk: Desk) -> list[tuple[str, str, object]]:
    """What lies behind the pages: (picture's name, page, what it is asked to show)."""
    found: list[tuple[str, str, object]] = [
        (f"settings-{section}", "settings", section) for section in ("deputies", "units", "rules", "machine")
    ]
    for name, page, stages in (
        ("suggestion-record", "suggestions", ("done", "replied")),
        ("issue-record", "matters", ("handling",)),
    ):
        track = "suggestion" if page == "suggestions" else "issue"
        rows = browse.page(desk, MatterFilter(tracks=(track,), stages=stages), limit=1)
        found += [(name, page, row.id) for row in rows]
    return found


def _step_dialog(desk: Desk, place: Workplace, folder: Path, name: str) -> list[Path]:
    """The dialog of a step over its matter, as a person meets it."""
    rows = browse.page(desk, MatterFilter(tracks=("issue",), stages=("done",)), limit=1)
    if not rows or place.session is None:
        return []
    open_step(place.session, place.window, rows[0].id, "tell")
    settle(place.jobs)
    dialog = next((w for w in QApplication.topLevelWidgets() if isinstance(w, StepDialog)), None)
    if dialog is None:
        return []
    file = folder / f"step-tell-{name}.png"
    dialog.grab().save(str(file))
    dialog.reject()
    settle(place.jobs)
    return [file]


def settle(jobs: Jobs) -> None:
    """Let everything under way arrive and be painted: no work left for a little while."""
    quiet_since = time.monotonic()
    end = quiet_since + _LONGEST_S
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        if jobs.is_busy():
            quiet_since = time.monotonic()
        elif time.monotonic() - quiet_since > _SETTLED_S + 0.25:
            return
        time.sleep(0.005)
