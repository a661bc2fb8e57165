"""Which folders are watched for packages, and where packages for each office go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from station_desk.exchange.watching import Watch
from station_desk.ui import look
from station_desk.ui.pages.exchange_outbox import note_name, watched
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.side_panel import Section, hairline


class _Folder(QWidget):
    """A row that knows what it is about. Signal `pressed(key)`."""

    pressed = Signal(str)

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key

    def press(self) -> None:
        """Its verb was chosen."""
        self.pressed.emit(self._key)


class WatchPanel(QScrollArea):
    """`show_watch()` shows what is chosen; every choice is kept at once. `name_sites({code: name})` says what
    the offices are called."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._names: Mapping[str, str] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        body = QWidget()
        self.title = QLabel(self.tr("Watched folders"), body)
        self.title.setProperty("role", "section")
        self.words = QLabel(
            self.tr(
                "A shared folder, or one that a folder-sync program fills. Whole packages in it are copied, "
                "verified and taken in; doubtful ones wait in the inbox. Nothing in it is moved or deleted."
            ),
            body,
        )
        self.words.setProperty("role", "second")
        self.words.setWordWrap(True)
        self.on = QCheckBox(self.tr("Look for new packages while this program runs"), body)
        self.on.toggled.connect(self._switch)
        self.folders = Section(body, self.tr("Packages come in here"))
        self.add_button = Button(body, self.tr("Add a folder"), icon="plus")
        self.add_button.clicked.connect(self._choose)
        self.out = Section(body, self.tr("Packages go out here"))
        self._lines = QVBoxLayout(body)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        for part in (self.title, self.words, self.on, self.folders):
            self._lines.addWidget(part)
        self._lines.addLayout(row)
        self._lines.addWidget(hairline(body))
        self._lines.addWidget(self.out)
        self._lines.addStretch(1)
        self.setWidget(body)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        self._lines.setSpacing(theme.px(12))

    def name_sites(self, names: Mapping[str, str]) -> None:
        """What the offices are called."""
        self._names = names
        self.show_watch()

    def show_watch(self) -> None:
        """What is chosen for this desk on this computer."""
        now = watched(self._session)
        self.on.blockSignals(True)
        self.on.setChecked(now.on)
        self.on.setEnabled(bool(now.folders))
        self.on.blockSignals(False)
        self.folders.clear()
        for folder in now.folders:
            self.folders.add(self._row("", folder, self.tr("Remove"), folder, self.remove))
        if not now.folders:
            self.folders.add_line(self.tr("None yet: nothing is watched."))
        self.out.clear()
        for site, folder in sorted(now.out.items()):
            name = self._names.get(site, site) or self.tr("All in one go")
            if site in now.sealed:
                name = self.tr("{name} (encrypted)").format(name=name)
            self.out.add(self._row(name, folder, self.tr("Forget"), site, self._forget))
        if not now.out:
            self.out.add_line(self.tr("The folder of the last package for each office is remembered here."))

    def _row(self, name: str, folder: str, verb: str, key: str, act: Callable[[str], None]) -> QWidget:
        """A folder with its verb; `act` is a bound method and gets the key."""
        theme = look.current()
        row = _Folder(key)
        row.pressed.connect(act)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        line.setSpacing(theme.px(12))
        if name:
            label = QLabel(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(theme.px(120))
            line.addWidget(label)
        line.addWidget(ElidedLabel(text=folder), 1)
        button = Button(text=verb)
        button.set_small(True)
        button.setAccessibleName(f"{verb} {folder}")
        button.clicked.connect(row.press)
        line.addWidget(button)
        return row

    # ---- choosing --------------------------------------------------------------------------------------

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder to watch"))
        if name:
            self.add(Path(name))

    def add(self, folder: Path) -> None:
        """Watch this folder from now on."""
        now = watched(self._session)
        folders = tuple(dict.fromkeys((*now.folders, str(folder))))
        self._keep(replace(now, folders=folders, on=True))

    def remove(self, folder: str) -> None:
        """Watch this folder no longer."""
        now = watched(self._session)
        left = tuple(one for one in now.folders if one != folder)
        self._keep(replace(now, folders=left, on=now.on and bool(left)))

    def _forget(self, site: str) -> None:
        now = watched(self._session)
        self._keep(replace(now, out={code: folder for code, folder in now.out.items() if code != site}))

    def _switch(self, on: bool) -> None:
        self._keep(replace(watched(self._session), on=on))

    def _keep(self, chosen: Watch) -> None:
        self._session.note(note_name(self._session.desk), chosen.text())
        self.show_watch()
