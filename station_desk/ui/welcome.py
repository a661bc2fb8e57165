"""The first window of a new computer: set up a desk, open one, or look at the demo."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_desk import paths
from station_desk.domain import limits
from station_desk.domain.vocabulary import SITE_ROLES, SiteRole
from station_desk.errors import Problem, UserError
from station_desk.i18n import translate
from station_desk.progress import Progress
from station_desk.settings import SettingsFile
from station_desk.ui import icons, look
from station_desk.ui.forms.ui_welcome import Ui_Welcome
from station_desk.ui.jobs import Jobs
from station_desk.ui.pages.exchange_phrase import PhraseLine
from station_desk.ui.scaling import FormScaler
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import ErrorBook
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.page import scrolled
from station_desk.ui.widgets.side_panel import Section, SidePanel, hairline

if TYPE_CHECKING:
    from station_desk.exchange.founding import Slip

_PACKAGES = (".lzb", ".lzb.age")
"""How packages' names end, encrypted or not; the exchange itself is imported once a file is chosen."""


class WelcomeWindow(QWidget):
    """Signals: `chosen(Path)` a desk made or picked; `demoWanted()`."""

    chosen = Signal(object)
    demoWanted = Signal()

    def __init__(self, settings: SettingsFile, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._jobs = settings, jobs
        self._named = False
        self.setWindowTitle(self.tr("Station Desk"))
        self.inside = QWidget()
        self.ui = Ui_Welcome()
        self.ui.setupUi(self.inside)
        FormScaler(self.inside)
        self.ui.notice.hide()
        self.deputy = Notice(kind="info")
        self.deputy.set_icon("package")
        self.deputy.show_words(
            reason=self.tr("Are you a deputy? The file from your station sets everything up."),
        )
        self.deputy_button = Button(text=self.tr("Choose that file"), icon="folder-open")
        self.deputy_button.clicked.connect(self._choose_package)
        self.deputy.add_button(self.deputy_button)
        self.compared_button = Button(text=self.tr("I compared it: set up"), kind="primary")
        self.compared_button.clicked.connect(self.compared)
        self.compared_button.hide()
        self.deputy.add_button(self.compared_button)
        self.phrase = PhraseLine()
        self.phrase.given.connect(self._phrase_given)
        self.phrase.hide()
        self._seen: tuple[Path, str, Slip] | None = None
        self._locked: Path | None = None
        for part in (self.deputy, self.phrase):
            self.ui.lines.insertWidget(self.ui.lines.indexOf(self.ui.line1), part)
        self.setAcceptDrops(True)
        for code in SITE_ROLES.terms:
            self.ui.role.addItem(SITE_ROLES.label(code), code)
        self.book = ErrorBook()
        for name in ("code", "name", "role", "parent", "clerk", "file"):
            self.book.add(name, getattr(self.ui, name), getattr(self.ui, f"{name}_error"))
        self._mark = QLabel(self)
        self._words = QLabel(self.tr("Station Desk"), self)
        self._words.setProperty("role", "section")
        self._top = QWidget(self)
        self._top.setProperty("part", "chrome")
        self._top_line = QHBoxLayout(self._top)
        self._top_line.addWidget(self._mark)
        self._top_line.addWidget(self._words, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self._area = scrolled(self.inside)
        middle.addWidget(self._area, 1)
        self._side_line = hairline(upright=True)
        self._side = self._panel()
        middle.addWidget(self._side_line)
        middle.addWidget(self._side)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._top)
        lines.addWidget(hairline())
        lines.addLayout(middle, 1)
        self.ui.code.textEdited.connect(self._name_file)
        self.ui.file.textEdited.connect(self._file_named)
        self.ui.make.clicked.connect(self.make)
        self.ui.open.clicked.connect(self._open)
        self.ui.restore.clicked.connect(self._restore)
        self.ui.demo.clicked.connect(self.demoWanted)
        self._name_file()
        look.follow(self._relay)
        self.resize(min(1366, look.current().px(1040)), min(768, look.current().px(660)))

    def _panel(self) -> SidePanel:
        panel = SidePanel(self, 300)
        panel.set_ground("sunken")
        keep = Section(title=self.tr("Where things are kept"))
        keep.add_line(self.tr("In one file on this computer. No network is needed."))
        keep.add_line(self.tr("Telephones show as 138****1234; no identity numbers are asked for."))
        panel.add(keep)
        link = Section(title=self.tr("Linked with the town later"))
        link.add_line(
            self.tr(
                "The code of the office above is what packages are addressed to. It can be added later "
                "in the settings."
            )
        )
        panel.add(link)
        return panel

    def _relay(self) -> None:
        theme = look.current()
        self._top.setFixedHeight(theme.px(48))
        self._top_line.setContentsMargins(theme.px(20), 0, theme.px(16), 0)
        self._top_line.setSpacing(theme.px(8))
        self._mark.setPixmap(icons.pixmap("landmark", 18, "accentText"))
        self.inside.setMaximumWidth(theme.px(760))

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() / look.current().scale >= 900
        self._side.setVisible(wide)
        self._side_line.setVisible(wide)

    def _name_file(self) -> None:
        """Propose a file beside the settings, named by the code, until the person names one."""
        if not self._named:
            code = re.sub(r"[^\w-]", "", self.ui.code.text().strip()) or "station"
            self.ui.file.setText(str(paths.user_data() / f"{code}.desk"))

    def _file_named(self) -> None:
        self._named = True

    def say(self, words: str) -> None:
        """A sentence above the button: why the desk could not be opened or made."""
        self.ui.notice.set_kind("red")
        self.ui.notice.show_words(text=words)
        self.ui.notice.setVisible(bool(words))

    def make(self) -> None:
        """Make the desk from what is filled in; mistakes are said beside their fields."""
        ui = self.ui
        problems = [
            Problem(name, self.tr("Please fill this in."))
            for name in ("code", "name", "file")
            if not getattr(ui, name).text().strip()
        ]
        code, parent = limits.tidied(ui.code.text()), limits.tidied(ui.parent.text())
        if code and not limits.is_code(code):
            problems.append(Problem("code", self.tr("Letters, digits and hyphens only, up to 20.")))
        if parent and parent == code:
            problems.append(Problem("parent", self.tr("Not the same as the site code.")))
        self.say("")
        self.book.show(problems)
        if problems:
            return
        path, name = Path(ui.file.text().strip()), limits.tidied(ui.name.text())
        role, clerk = SiteRole(ui.role.currentData()), limits.tidied(ui.clerk.text())
        ui.make.setEnabled(False)

        def made() -> Path:
            from station_desk.casework.context import Desk

            desk = Desk.create(path, site=code, name=name, role=role, parent=parent, actor=clerk)
            try:
                if clerk:
                    from station_desk.casework import people
                    from station_desk.casework.context import Actor

                    usual = people.allowed(desk.identity)[0]
                    people.enter(desk, Actor(clerk, usual), clerk, usual)
            finally:
                desk.close()
            return path

        self._jobs.run(
            lambda _: made(), done=self._made, failed=self._failed, owner=self, text=self.tr("Setting up")
        )

    def _made(self, path: Path) -> None:
        self._settings.work_as(path, limits.tidied(self.ui.clerk.text()))
        self.chosen.emit(path)

    def _failed(self, error: UserError) -> None:
        self.ui.make.setEnabled(True)
        self.say(str(error))

    # ---- a deputy --------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.toLocalFile().lower().endswith(_PACKAGES) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.found(Path(url.toLocalFile()))
                break
        event.acceptProposedAction()

    def _choose_package(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("The package from the station"),
            "",
            self.tr("Packages (*{suffix})").format(suffix=" *".join(_PACKAGES)),
        )
        if name:
            self.found(Path(name))

    def found(self, package: Path, passphrase: str = "") -> None:
        """Show whose package it is and its fingerprint; the desk is made once that was compared. One that is
        encrypted is opened with its passphrase, which is asked for."""

        def read(_: Progress) -> Slip:
            from station_desk.exchange import founding

            return founding.slip_of(package, passphrase)

        self.say("")
        self._seen, self._locked = None, package
        self.phrase.hide()
        self.deputy_button.setEnabled(False)
        self.compared_button.hide()
        self._jobs.run(
            read,
            done=lambda slip: self._compare(package, passphrase, slip),
            failed=self._not_founded,
            owner=self,
            text=self.tr("Setting up"),
        )

    def _phrase_given(self, passphrase: str) -> None:
        if self._locked is not None:
            self.found(self._locked, passphrase)

    def _compare(self, package: Path, passphrase: str, slip: Slip) -> None:
        self._seen = package, passphrase, slip
        self.deputy_button.setEnabled(True)
        self.deputy.set_kind("info")
        self.deputy.show_words(
            reason=self.tr(
                "{name}'s desk, from {station}. Telephone the station and compare its fingerprint:\n"
                "{fingerprint}"
            ).format(
                name=slip.name,
                station=slip.station_name,
                fingerprint=slip.fingerprint,
            )
        )
        self.compared_button.show()

    def compared(self) -> None:
        """The person compared the fingerprint: make the deputy's desk, with what it brings, and open it."""
        if self._seen is None:
            return
        package, passphrase, slip = self._seen
        home = paths.user_data()

        def made(progress: Progress) -> tuple[Path, str]:
            from station_desk.exchange import founding

            target = free_name(home, Path(re.sub(r"[^\w-]", "", slip.code) or "deputy"))
            made = founding.found(package, target, progress, compared=slip.fingerprint, passphrase=passphrase)
            return made, slip.name

        self._seen = None
        self.compared_button.hide()
        self.deputy_button.setEnabled(False)
        self._jobs.run(
            made, done=self._founded, failed=self._not_founded, owner=self, text=self.tr("Setting up")
        )

    def _founded(self, made: tuple[Path, str]) -> None:
        path, name = made
        self._settings.work_as(path, name)
        self.chosen.emit(path)

    def _not_founded(self, error: UserError) -> None:
        from station_desk.exchange.doubts import SEALED, Doubt  # a file was chosen: it is here by now

        locked = isinstance(error, Doubt) and error.kind == SEALED
        self.deputy_button.setEnabled(True)
        self.deputy.set_kind("amber" if locked else "red")
        self.deputy.show_words(reason=str(error))
        self.phrase.setVisible(locked)
        if locked:
            self.phrase.ask()
            self.phrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        choose_desk(self, self.chosen.emit)

    def _restore(self) -> None:
        kinds = self.tr("Desk files (*.desk)")
        home = paths.user_data()
        kept = home / "backups"
        source, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose the backup"), str(kept if kept.is_dir() else home), kinds
        )
        if not source:
            return
        proposed = free_name(home, Path(source))
        target, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Where the desk shall lie"),
            str(proposed),
            kinds,
            options=QFileDialog.Option.DontConfirmOverwrite,  # it is refused, in words
        )
        if target:
            self.restore(Path(source), Path(target))

    def restore(self, source: Path, target: Path) -> None:
        """Make the desk `target` from a backup and open it; the backup stays, nothing is overwritten."""
        wanted = target if target.suffix == ".desk" else target.with_name(f"{target.name}.desk")

        def restored(progress: Progress) -> Path:
            from station_desk.casework import backups

            return backups.restore(source, wanted, progress)

        self.say("")
        self._jobs.run(
            restored, done=self.chosen.emit, failed=self._failed, owner=self, text=self.tr("Restoring")
        )


def free_name(home: Path, backup: Path) -> Path:
    """A name below `home` that no desk has yet, from a backup's: HC-20260521-0802.desk → HC.desk."""
    stem = re.sub(r"-\d{8}-\d{6}(-\d+)?$", "", backup.stem)
    names = (home / f"{stem}{mark}.desk" for mark in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(name for name in names if not name.exists())


def choose_desk(parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Ask for a desk file with the system's dialog; `chosen(path)` if one was picked."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        translate("welcome", "Open a desk file"),
        str(paths.user_data()),
        translate("welcome", "Desk files (*.desk)"),
    )
    if name:
        chosen(Path(name))
