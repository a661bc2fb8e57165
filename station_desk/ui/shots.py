"""Draws every page of a desk to picture files, in both languages, at several sizes, scales and looks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from station_desk import i18n, paths
from station_desk.casework.context import Desk
from station_desk.domain.vocabulary import Role
from station_desk.settings import SettingsFile
from station_desk.ui import shot_views, theme
from station_desk.ui.dialogs.step import StepDialog, open_step
from station_desk.ui.help import HelpWindow, track_topics
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.settings import SettingsPage
from station_desk.ui.pages.settings_rules import RulesSection
from station_desk.ui.pages.settings_rules_bars import VERSIONS
from station_desk.ui.pages.settings_rules_rows import TABS
from station_desk.ui.shot_views import Dialog, View
from station_desk.ui.theme import Theme
from station_desk.ui.workplace import Workplace

LIGHT = Theme()
_QUIET_S, _REPORT_S = 0.2, 0.3
"""As long as the longest wait a page sets itself after a change; a report waits for one's last choice."""
_LONGEST_S = 30.0


@dataclass(frozen=True, slots=True)
class Depth:
    """How far to go beyond the pages of the navigation: `views` what lies behind them, `stages` every stage
    of every track and every dialog a step may ask with, `roles` the pages that other people have."""

    views: bool = True
    stages: bool = False
    roles: bool = False


PLAIN, WHOLE = Depth(), Depth(stages=True, roles=True)


def draw_all(
    desk: Desk,
    folder: Path,
    languages: Sequence[str] = i18n.LANGUAGES,
    sizes: Sequence[tuple[int, int]] = ((1366, 768),),
    scales: Sequence[float] = (1.0, 1.5),
    themes: Sequence[Theme] = (LIGHT,),
    *,
    pages: Sequence[str] = (),
    depth: Depth = PLAIN,
    today: Callable[[], date] = date.today,
    settings: SettingsFile | None = None,
    scene: Callable[[Drawer], object] | None = None,
) -> list[Path]:
    """Draw every page with what the desk holds; returns the files, `today-zh_CN-1366x768-100.png` …

    `pages` are those of the window for whoever is at work, unless named; what is done in the window is drawn
    by `scene`, in their place. The desk stays open. Looks and language are put back afterwards.
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
                        drawer = Drawer(desk, folder, name, today, settings)
                        try:
                            if scene is None:
                                made += drawer.draw(size, pages, depth)
                            else:
                                drawer.open(size)
                                scene(drawer)
                                made += drawer.made
                        finally:
                            drawer.close()
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


class Drawer:
    """One window in one language, size and look: `place`, with `jobs` and `desk`; `keep` takes a picture."""

    def __init__(
        self, desk: Desk, folder: Path, name: str, today: Callable[[], date], settings: SettingsFile | None
    ) -> None:
        self.desk, self.folder, self.name = desk, folder, name
        self.jobs = Jobs()
        self.place = Workplace(settings or SettingsFile(), self.jobs, today=today)
        self.made: list[Path] = []

    def close(self) -> None:
        """Let go of the window; the desk stays open."""
        self.place.window.close()
        self.jobs.close()
        self.place.window.deleteLater()
        self.place.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def keep(self, widget: QWidget, title: str) -> None:
        """Take a picture of a widget as it is."""
        file = self.folder / f"{title}-{self.name}.png"
        widget.grab().save(str(file))
        self.made.append(file)

    def open(self, size: tuple[int, int]) -> None:
        """Show the window with the desk in it."""
        self.place.window.resize(*size)
        self.place.window.show()
        self.place.adopt(self.desk)
        settle(self.jobs)

    def draw(self, size: tuple[int, int], pages: Sequence[str], depth: Depth) -> list[Path]:
        """The pages, and what `depth` asks for behind them."""
        self.open(size)
        for page in pages or self.place.window.pages():
            self._page(page, page)
        if pages:
            return self.made
        if depth.views:
            for view in shot_views.notable(self.desk):
                self._view(view)
            self._settings()
            self._help()
            self._dialogs(shot_views.telling(self.desk))
        if depth.stages:
            for view in shot_views.every_stage(self.desk):
                self._view(view)
            self._dialogs(shot_views.every_need(self.desk))
        if depth.roles:
            self._other_people()
        return self.made

    def _page(self, page: str, title: str) -> None:
        self.place.window.open_page(page)
        settle(self.jobs, _REPORT_S if page == "reports" else _QUIET_S)
        self.keep(self.place.window, title)

    def _view(self, view: View) -> None:
        opened = self.place.window.open_page(view.page)
        if opened is not None:
            opened.seek(view.key)
            settle(self.jobs, _REPORT_S if view.page == "reports" else _QUIET_S)
            self.keep(self.place.window, view.title)

    def _settings(self) -> None:
        """Every section of the settings, and every tab of the rules."""
        page = self.place.window.open_page("settings")
        if not isinstance(page, SettingsPage):
            return
        for name, section in page.sections.items():
            page.seek(name)
            settle(self.jobs)
            self.keep(self.place.window, f"settings-{name}")
            if isinstance(section, RulesSection):
                for tab in (*TABS, VERSIONS):
                    section.tabs.set_value(tab)
                    settle(self.jobs)
                    self.keep(self.place.window, f"settings-{name}-{tab}")

    def _help(self) -> None:
        """The help of every track, drawn from its declaration."""
        window = self.place.window
        for topic in track_topics():
            shown = HelpWindow.show_for(window, topic, self.place.session, window.pages())
            settle(self.jobs)
            self.keep(shown, f"help-{topic.replace(':', '-')}")
            shown.hide()

    def _dialogs(self, wanted: Iterable[Dialog]) -> None:
        """The dialogs of steps, each over its matter as a person meets it."""
        session = self.place.session
        if session is None:
            return
        for title, matter, verb in wanted:
            open_step(session, self.place.window, matter, verb)
            settle(self.jobs)
            for dialog in [w for w in QApplication.topLevelWidgets() if isinstance(w, StepDialog)]:
                if dialog.isVisible():
                    self.keep(dialog, title)
                    dialog.reject()
            settle(self.jobs, quiet=0.02)

    def _other_people(self) -> None:
        """The pages that people of other roles have and whoever is at work has not; a deputy's are all
        their own."""
        session = self.place.session
        if session is None:
            return
        present, drawn = session.actor, set(self.place.window.pages())
        for actor in shot_views.other_people(self.desk, present.role):
            session.act_as(actor)
            settle(self.jobs)
            for page in self.place.window.pages():
                if page not in drawn or actor.role is Role.DEPUTY:
                    drawn.add(page)
                    self._page(page, f"{actor.role.value}-{page}")
        session.act_as(present)
        settle(self.jobs)


def settle(jobs: Jobs, quiet: float = _QUIET_S) -> None:
    """Let everything under way arrive and be painted: no work left for `quiet` seconds."""
    quiet_since = time.monotonic()
    end = quiet_since + _LONGEST_S
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        if jobs.is_busy():
            quiet_since = time.monotonic()
        elif time.monotonic() - quiet_since > quiet:
            return
        time.sleep(0.005)
