"""This computer: language, look, text size, backup, the desk file and its check."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from station_desk import i18n
from station_desk.casework import absent
from station_desk.casework.absent import AbsentFile
from station_desk.errors import UserError
from station_desk.settings import SCALES, SettingsFile
from station_desk.ui import figures
from station_desk.ui.forms.ui_machine import Ui_Machine
from station_desk.ui.scaling import FormScaler
from station_desk.ui.session import Session
from station_desk.ui.welcome import choose_desk
from station_desk.ui.widgets.page import scrolled

_SHOWN = 5


class MachineSection(QWidget):
    """Signals: `lookChanged()` (look or size), `languageChanged()`, `deskWanted(Path)`."""

    lookChanged = Signal()
    languageChanged = Signal()
    deskWanted = Signal(object)

    def __init__(self, session: Session, settings: SettingsFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        inside = QWidget()
        self.ui = Ui_Machine()
        self.ui.setupUi(inside)
        FormScaler(inside)
        self.ui.notice.hide()
        self.ui.language.set_choices([("zh_CN", "中文"), ("en", "English")])
        self.ui.look.set_choices(
            [
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("contrast", self.tr("High contrast")),
            ]
        )
        self.ui.scale.set_choices([(str(scale), f"{scale} %") for scale in SCALES])
        self.ui.language.chosen.connect(self._language)
        self.ui.look.chosen.connect(self._look)
        self.ui.scale.chosen.connect(self._scale)
        self.ui.backup.clicked.connect(self.backup)
        self.ui.folder.clicked.connect(self._folder)
        self.ui.check.clicked.connect(self.check)
        self.ui.open.clicked.connect(self._open)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(scrolled(inside))

    def arrive(self) -> None:
        """Show what is chosen now."""
        values = self._settings.values
        self.ui.language.set_value(i18n.language())
        self.ui.look.set_value(values.look)
        self.ui.scale.set_value(str(values.scale))
        self.ui.desk_text.setText(str(self._session.desk.path))
        desk = self._session.desk
        self._session.read(lambda: desk.meta("backup") or "", self._show_backup, owner=self)

    def _show_backup(self, copied: str) -> None:
        when = datetime.fromisoformat(copied) if copied else None
        words = figures.backup_words(when, self._session.today())
        folder = self._settings.values.backups
        where = (
            self.tr("Into {folder}. Best on another disk or a USB stick.").format(folder=folder)
            if folder
            else self.tr("No folder chosen yet. Best on another disk or a USB stick.")
        )
        self.ui.backup_text.setText(f"{words}\n{where}")

    def _language(self, value: str) -> None:
        self._settings.change(language=value)
        self.languageChanged.emit()

    def _look(self, value: str) -> None:
        self._settings.change(look=value)
        self.lookChanged.emit()

    def _scale(self, value: str) -> None:
        self._settings.change(scale=int(value))
        self.lookChanged.emit()

    def _folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Where backups go"), self._settings.values.backups
        )
        if name:
            self._settings.change(backups=name)
            self.arrive()

    def _say(self, kind: str, words: str) -> None:
        self.ui.notice.set_kind(kind)
        self.ui.notice.show_words(text=words)
        self.ui.notice.show()

    def _refused(self, error: UserError) -> None:
        self._say("red", str(error))

    def backup(self) -> None:
        """A consistent copy of the desk, on the writer thread."""
        if not self._settings.values.backups:
            self._folder()
        folder = self._settings.values.backups
        if not folder:
            return
        desk = self._session.desk
        self._session.write(
            lambda: desk.backup(Path(folder)),
            done=self._backed_up,
            failed=self._refused,
            owner=self,
            text=self.tr("Backing up"),
        )

    def _backed_up(self, target: Path) -> None:
        self._say("green", self.tr("Backed up as {name}").format(name=target.name))
        self.arrive()

    def check(self) -> None:
        """Fold the whole log again and compare; says what is wrong, if anything."""
        desk = self._session.desk
        self._say("plain", self.tr("Checking…"))
        self._session.jobs.read(
            lambda progress: (desk.check(progress), absent.files(desk)),
            done=self._checked,
            failed=self._refused,
            owner=self,
            text=self.tr("Checking the data"),
        )

    def _checked(self, found: tuple[list[str], list[AbsentFile]]) -> None:
        problems, missing = found
        if problems:
            self._say("red", "\n".join(problems[:_SHOWN]))
        elif missing:
            first = self.tr("The data are sound. {n} attached files have not arrived here:")
            lines = [first.format(n=len(missing)), *(file.words() for file in missing[:_SHOWN])]
            self._say("amber", "\n".join(lines))
        else:
            self._say("green", self.tr("The data are sound: the records agree with the log."))

    def _open(self) -> None:
        choose_desk(self, self.deskWanted.emit)
