"""Builds the window program: language, look, log, workers, the window, and then the desk behind it."""

from __future__ import annotations

import logging
import sys
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from station_desk import i18n, paths
from station_desk.errors import UserError
from station_desk.progress import Progress
from station_desk.settings import Settings, SettingsFile
from station_desk.ui import theme
from station_desk.ui.collecting import Collecting
from station_desk.ui.jobs import Jobs
from station_desk.ui.painted import AfterPaint
from station_desk.ui.workplace import Workplace

BACKUP_AFTER_MS = 60_000

if TYPE_CHECKING:
    from station_desk.ui.welcome import WelcomeWindow

_LOG_BYTES = 512 * 1024


def run(desk_path: Path | None, *, language: str = "") -> int:
    """Show the window on the desk at `desk_path`, else on the one opened last, else ask for a first one.

    `language` holds for this run, until another is chosen in the settings; only that one is remembered.
    Returns the exit code of the event loop.
    """
    app = application()
    program = Program(app, SettingsFile(), language=language)
    program.begin(desk_path)
    code = app.exec()
    program.end()
    return code


def application() -> QApplication:
    """The application in Qt's plain style, which our style sheet stands on; made where there is none."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setProperty(theme.PLAIN_STYLE, True)
    app.setApplicationName("Station Desk")
    return app


def translate_with(app: QApplication, language: str) -> list[QTranslator]:
    """Show `language` everywhere: our words and Qt's own. Returns the translators, for `removeTranslator`."""
    i18n.set_language(language)
    QLocale.setDefault(QLocale(language))
    if language != i18n.CHINESE:
        return []
    made = []
    library = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for file in (library / "qtbase_zh_CN.qm", paths.resource("i18n/station_desk_zh_CN.qm")):
        translator = QTranslator(app)
        if translator.load(str(file)):
            app.installTranslator(translator)
            made.append(translator)
    return made


def look_of(values: Settings) -> theme.Theme:
    """The look that the settings name."""
    return theme.Theme(
        dark=values.look == "dark", scale=values.scale / 100, contrast=values.look == "contrast"
    )


class Program(QObject):
    """The running program: one workplace at a time, made anew when another desk or language is chosen."""

    def __init__(self, app: QApplication, settings: SettingsFile, *, language: str = "") -> None:
        super().__init__(app)
        self.app = app
        self.settings = settings
        self._translators: list[QTranslator] = []
        self._language = language or settings.values.language
        for problem in settings.problems + [f"unknown setting kept: {name}" for name in settings.unknown]:
            _log().warning(problem)
        sys.excepthook = self._unforeseen
        self.jobs = Jobs(self)
        self.collecting = Collecting(self)
        self.place: Workplace | None = None
        self._first: WelcomeWindow | None = None
        self._speak()
        theme.apply(app, look_of(settings.values))

    def begin(self, desk_path: Path | None) -> None:
        """Show a window for this desk: painted first, filled then."""
        path = desk_path or (Path(self.settings.values.desk) if self.settings.values.desk else None)
        if path is None or (desk_path is None and not path.exists()):
            self._welcome()
            return
        place = Workplace(self.settings, self.jobs, parent=self)
        place.ready.connect(self._opened)
        place.refused.connect(self._refused)
        place.switchWanted.connect(self._switch)
        place.lookWanted.connect(self._look_again)
        place.languageWanted.connect(self._language_again)
        before, self.place = self.place, place
        place.window.show()
        if before is not None:
            self.collecting.anew()
            self._leave(before)
        # Nothing of the database is imported before the window is seen.
        AfterPaint(place.window.centralWidget(), lambda: place.open(path))

    def _welcome(self, said: str = "") -> None:
        from station_desk.ui.welcome import WelcomeWindow

        window = WelcomeWindow(self.settings, self.jobs)
        window.chosen.connect(self._switch)
        window.demoWanted.connect(self._demo)
        self._first = window
        window.show()
        if said:
            window.say(said)

    def _demo(self) -> None:
        """Make the demo desk beside the settings, once, and open it."""
        folder = paths.user_data() / "demo"

        def made(progress: Progress) -> Path:
            from station_desk.demo.make import make_demo

            if (folder / "station.desk").exists():
                return folder / "station.desk"
            return make_demo(folder, today=date.today(), progress=progress).main

        first = self._first
        self.jobs.run(
            made,
            done=self._switch,
            failed=lambda error: first.say(str(error)) if first is not None else None,
            owner=first,
            text=self.tr("Making the demo desk"),
        )

    def _switch(self, path: object) -> None:
        if isinstance(path, Path):
            self.begin(path)
            if self._first is not None:
                self._first.close()
                self._first.deleteLater()
                self._first = None

    def _opened(self) -> None:
        if self.place is not None and self.place.session is not None:
            self.settings.change(desk=str(self.place.session.desk.path))
            # The first minute belongs to the person: a copy of a large desk takes a processor for seconds.
            QTimer.singleShot(BACKUP_AFTER_MS, self.place, self._back_up)

    def _back_up(self) -> None:
        if self.place is not None and self.place.session is not None:
            self.place.backup_daily(paths.user_data() / "backups")

    def _refused(self, error: UserError) -> None:
        place, self.place = self.place, None
        self._welcome(str(error))
        if place is not None:
            self._leave(place)

    def _leave(self, place: Workplace) -> None:
        place.window.close()
        place.close()
        place.window.deleteLater()
        place.deleteLater()

    def _look_again(self) -> None:
        """Put the chosen look on at once."""
        theme.apply(self.app, look_of(self.settings.values))

    def _language_again(self) -> None:
        """Another language needs new pages, so the window is made again."""
        chosen = self.settings.values.language
        session = self.place.session if self.place is not None else None
        if self._language != chosen and session is not None:
            self._language = chosen
            self._speak()
            QTimer.singleShot(0, self, lambda: self.begin(session.desk.path))

    def _speak(self) -> None:
        for translator in self._translators:
            self.app.removeTranslator(translator)
        self._translators = translate_with(self.app, self._language)

    def _unforeseen(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, UserError):
            if self.place is not None:
                self.place.say_refused(error)
            return
        if issubclass(kind, KeyboardInterrupt):
            self.app.quit()
            return
        from station_desk.ui.mishap import ErrorDialog, details

        text = details(kind, error, trace)
        _log().error(text)
        parent = self.place.window if self.place is not None else None
        dialog = ErrorDialog(text, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()  # exec would run a second event loop inside whatever failed

    def end(self) -> None:
        """Finish queued saves, keep the settings, let go of the desk, then of every window."""
        self.jobs.close()
        place, self.place = self.place, None
        first, self._first = self._first, None
        if place is not None:
            place.window.let_go()
            place.close()
            place.window.deleteLater()
            place.deleteLater()
        if first is not None:
            first.deleteLater()
        # No event loop will run again: without this the windows go last, in whatever order Python ends in.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.collecting.end()
        sys.excepthook = sys.__excepthook__


def _log() -> logging.Logger:
    """The program's own log beside the settings, turned over at half a megabyte; no personal data in it."""
    log = logging.getLogger("station_desk")
    if not log.handlers:
        # Sockets and their kin come with it: only once there is something to write.
        from logging.handlers import RotatingFileHandler

        handler = RotatingFileHandler(
            paths.user_data() / "station-desk.log",
            maxBytes=_LOG_BYTES,
            backupCount=3,
            encoding="utf-8",
            delay=True,
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
        log.propagate = False
    return log
